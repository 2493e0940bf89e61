#pragma once

#include "interchange/Csv.h"
#include "interchange/Listing.h"

#include <filesystem>
#include <optional>

namespace graft::interchange {

/// A table that names images and says what is on each: a class per row, or a column of zeros and ones per
/// class; perhaps the side of the split, the group (patient), and a box (xmin, ymin, xmax, ymax).
struct TableImages {
    std::vector<FoundImage> images; ///< in order of the listing, only those the table names
    std::vector<FoundProblem> problems;
};

/// The images of `listing` that `rows` name. An Error says why this is no such table. `file` is named in
/// problems.
Result<TableImages> readClassTable(const std::vector<CsvRow>& rows, const std::filesystem::path& file,
                                   const Listing& listing);

/// Reads and parses. Bounded.
Result<std::vector<CsvRow>> readCsvFile(const std::filesystem::path& file);

} // namespace graft::interchange
