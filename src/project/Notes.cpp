#include "project/ProjectImpl.h"

#include <QVariant>

#include <algorithm>
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

} // namespace

void Project::Impl::dropIssuesOf(const std::vector<std::filesystem::path>& readable) {
    if (state.issues.empty())
        return;
    std::unordered_set<std::string> paths;
    for (const std::filesystem::path& path : readable)
        paths.insert(path.string());
    std::vector<std::int64_t> settled;
    for (const Issue& issue : state.issues)
        if (issue.severity != Issue::Severity::Note && paths.contains(issue.path))
            settled.push_back(issue.id);
    for (std::int64_t id : settled)
        if (auto done = self->dismissIssue(id); !done)
            return;
}

Result<> Project::addIssues(const std::vector<Issue>& issues) {
    if (auto may = m_impl->mayWrite(); !may)
        return may;
    if (issues.empty())
        return {};
    std::vector<Issue> stored = issues;
    if (auto done = storeIssues(*m_impl->database, stored); !done)
        return m_impl->failed(done.error());
    std::vector<Issue>& all = m_impl->state.issues;
    for (Issue& issue : stored) {
        if (!issue.path.empty())
            std::erase_if(all, [&](const Issue& old) { return old.path == issue.path; });
        all.push_back(std::move(issue));
    }
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
