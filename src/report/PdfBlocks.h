#pragma once

#include "report/Content.h"
#include "report/Sheet.h"

namespace graft::report {

/// What must be left on the page for the block to begin there.
double leastHeight(const Sheet& sheet, const Block& block);
void writeBlock(Sheet& sheet, const Block& block);
/// The rows of a table, its header again on every page.
void writeTable(Sheet& sheet, const Table& table);

} // namespace graft::report
