#pragma once

#include "project/Database.h"
#include "project/Project.h"

namespace graft::project {

/// A kind of damage inside the tables: how many rows have it, and the statement that mends it.
struct Damage {
    QString find; ///< SELECT count(*) …
    QString mend; ///< DELETE or UPDATE …
    std::string (*text)(const std::string& count);
};
const std::vector<Damage>& knownDamage();

/// Lines of SQLite's own check other than "ok". An Error: the file cannot even be checked.
Result<std::vector<std::string>> integrityProblems(Database& database);

/// The undo history: numbers without gaps, a position inside, readable payloads. Empty: all is well.
Result<std::string> historyProblem(Database& database);

/// Images whose file is missing, or holds something else than when it was added.
std::vector<std::string> fileProblems(const Project& project, const Monitor& monitor);

} // namespace graft::project
