#pragma once

#include "project/Database.h"
#include "project/Rows.h"

namespace graft::project {

/// Inserts, updates and deletes as the changes say, inside a transaction of the caller.
Result<> writeRows(Database& database, const std::vector<RowChange>& changes);

} // namespace graft::project
