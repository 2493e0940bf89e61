#include "project/Check.h"

#include "project/Paths.h"
#include "project/Repair.h"
#include "project/Schema.h"
#include "project/Snapshot.h"

#include <algorithm>

namespace graft::project {

namespace {

Result<std::vector<std::string>> tableProblems(Database& database) {
    auto problems = integrityProblems(database);
    if (!problems)
        return problems;
    for (const Damage& damage : knownDamage()) {
        const auto count = database.value(damage.find);
        if (!count)
            return count.error();
        if (count->toLongLong() > 0)
            problems->push_back(damage.text(count->toString().toStdString()));
    }
    const auto history = historyProblem(database);
    if (!history)
        return history.error();
    if (!history->empty())
        problems->push_back(*history);
    return problems;
}

/// What is wrong inside project.sqlite; an unreadable file is one problem. An Error: it is not for us to
/// judge (a newer format, no project).
Result<std::vector<std::string>> databaseProblems(const std::filesystem::path& folder, bool& readable) {
    readable = false;
    auto snapshot = Snapshot::open(folder);
    if (!snapshot)
        return std::vector{snapshot.error().message};
    Database& database = snapshot->database();
    if (const auto schema = readSchema(database); !schema) {
        if (!database.damaged())
            return Error{
                translate("Check", "%1 cannot be checked: %2.", {folder.string(), schema.error().message})};
        return std::vector{schema.error().message};
    }
    auto problems = tableProblems(database);
    if (!problems)
        return std::vector{problems.error().message};
    readable = true;
    return problems;
}

Result<std::filesystem::path> canonicalFolder(const std::filesystem::path& folder) {
    std::error_code failure;
    const auto canonical = std::filesystem::canonical(folder, failure);
    if (failure || !std::filesystem::exists(databaseFile(canonical), failure))
        return Error{translate("Check", "%1 is not a project; a project is a folder with project.sqlite.",
                               {folder.string()})};
    return canonical;
}

} // namespace

Result<CheckReport> check(const std::filesystem::path& given, bool repair, const Monitor& monitor) {
    auto folder = canonicalFolder(given);
    if (!folder)
        return folder.error();
    bool readable = false;
    auto problems = databaseProblems(*folder, readable);
    if (!problems)
        return problems.error();
    CheckReport report;
    if (repair && !problems->empty()) {
        auto repaired = repairDatabase(*folder, readable);
        if (!repaired)
            return repaired.error();
        report.repaired = std::move(*repaired);
        problems = databaseProblems(*folder, readable);
        if (!problems)
            return problems.error();
    }
    report.problems = std::move(*problems);
    if (readable) {
        auto project = Project::open(*folder, Access::ReadOnly);
        if (!project)
            return project.error();
        std::ranges::move(fileProblems(**project, monitor), std::back_inserter(report.problems));
    }
    report.ok = report.problems.empty();
    return report;
}

} // namespace graft::project
