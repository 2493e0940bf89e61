#include "project/ProjectImpl.h"

#include <QVariant>

#include <algorithm>
#include <iterator>
#include <unordered_set>

// What is kept with the document and is no edit: issues and settings.
namespace graft::project {

namespace {

Result<> forgetIssuesOf(Database& database, const std::string& path) {
    if (path.empty())
        return {};
    return database.execute(QStringLiteral("DELETE FROM issues WHERE path = ?"),
                            {QString::fromStdString(path)});
}

Result<std::int64_t> storeIssue(Database& database, const Issue& issue) {
    if (auto done = forgetIssuesOf(database, issue.path); !done)
        return done.error();
    if (auto done = database.execute(
            QStringLiteral("INSERT INTO issues (severity, path, problem) VALUES (?, ?, ?)"),
            {int(issue.severity), QString::fromStdString(issue.path), QString::fromStdString(issue.problem)});
        !done)
        return done.error();
    const auto id = database.value(QStringLiteral("SELECT last_insert_rowid()"));
    return id ? Result<std::int64_t>(id->toLongLong()) : Result<std::int64_t>(id.error());
}

Result<> storeIssues(Database& database, std::vector<Issue>& issues) {
    Transaction transaction(database);
    if (auto done = transaction.begin(); !done)
        return done;
    for (Issue& issue : issues) {
        const auto id = storeIssue(database, issue);
        if (!id)
            return id.error();
        issue.id = *id;
    }
    return transaction.commit();
}

Result<> deleteIssues(Database& database, const std::vector<Issue>& issues) {
    Transaction transaction(database);
    if (auto done = transaction.begin(); !done)
        return done;
    for (const Issue& issue : issues)
        if (auto done =
                database.execute(QStringLiteral("DELETE FROM issues WHERE id = ?"), {qlonglong(issue.id)});
            !done)
            return done;
    return transaction.commit();
}

/// Of several about one file the last, in the order given.
std::vector<Issue> lastOfEachPath(const std::vector<Issue>& issues) {
    std::unordered_set<std::string> seen;
    std::vector<Issue> kept;
    for (auto issue = issues.rbegin(); issue != issues.rend(); ++issue)
        if (issue->path.empty() || seen.insert(issue->path).second)
            kept.push_back(*issue);
    std::ranges::reverse(kept);
    return kept;
}

} // namespace

void Project::Impl::dropIssuesOf(const std::vector<std::filesystem::path>& readable) {
    if (state.issues.empty())
        return;
    std::unordered_set<std::string> paths;
    for (const std::filesystem::path& path : readable)
        paths.insert(path.string());
    const auto isSettled = [&](const Issue& issue) {
        return issue.severity != Issue::Severity::Note && paths.contains(issue.path);
    };
    std::vector<Issue> settled;
    std::ranges::copy_if(state.issues, std::back_inserter(settled), isSettled);
    if (settled.empty())
        return;
    if (auto done = deleteIssues(*database, settled); !done) {
        failed(done.error());
        return;
    }
    std::erase_if(state.issues, isSettled);
    tellChanged({.issues = true});
}

Result<> Project::addIssues(const std::vector<Issue>& issues) {
    if (auto may = m_impl->mayWrite(); !may)
        return may;
    if (issues.empty())
        return {};
    std::vector<Issue> stored = lastOfEachPath(issues);
    if (auto done = storeIssues(*m_impl->database, stored); !done)
        return m_impl->failed(done.error());
    std::unordered_set<std::string> replaced;
    for (const Issue& issue : stored)
        if (!issue.path.empty())
            replaced.insert(issue.path);
    std::vector<Issue>& all = m_impl->state.issues;
    std::erase_if(all, [&](const Issue& old) { return replaced.contains(old.path); });
    std::ranges::move(stored, std::back_inserter(all));
    m_impl->tellChanged({.issues = true});
    return {};
}

Result<> Project::dismissIssue(std::int64_t id) {
    if (auto may = m_impl->mayWrite(); !may)
        return may;
    if (auto done =
            m_impl->database->execute(QStringLiteral("DELETE FROM issues WHERE id = ?"), {qlonglong(id)});
        !done)
        return m_impl->failed(done.error());
    if (std::erase_if(m_impl->state.issues, [&](const Issue& issue) { return issue.id == id; }) > 0)
        m_impl->tellChanged({.issues = true});
    return {};
}

Result<> Project::setSetting(const std::string& key, const std::string& value) {
    if (auto may = m_impl->mayWrite(); !may)
        return may;
    const auto known = m_impl->state.settings.find(key);
    if (known != m_impl->state.settings.end() && known->second == value)
        return {};
    if (auto done = m_impl->database->execute(
            QStringLiteral("INSERT INTO settings (key, value) VALUES (?, ?) "
                           "ON CONFLICT (key) DO UPDATE SET value = excluded.value"),
            {QString::fromStdString(key), QString::fromStdString(value)});
        !done)
        return m_impl->failed(done.error());
    m_impl->state.settings[key] = value;
    return {};
}

} // namespace graft::project
