#pragma once

#include "interchange/Csv.h"
#include "interchange/ImageIndex.h"

#include <array>
#include <optional>
#include <vector>

namespace graft::interchange {

/// Which column of a table says what.
struct TableColumns {
    bool header = false; ///< the first row names the columns
    int image = -1;
    int labelClass = -1;
    std::vector<int> oneHot; ///< columns of zeros and ones, one per class, where there is no class column
    int split = -1;
    int group = -1;
    std::array<int, 4> box{-1, -1, -1, -1}; ///< xmin, ymin, xmax, ymax; all or none

    bool hasBox() const { return box[0] >= 0; }
};

/// By the names in the first row, else by what the cells hold. Nothing where no column names images.
std::optional<TableColumns> findColumns(const std::vector<CsvRow>& rows, const ImageIndex& images);

/// The cell; empty where the row is too short.
const std::string& cell(const CsvRow& row, int column);

} // namespace graft::interchange
