#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace graft::interchange {

using CsvRow = std::vector<std::string>;

/// UTF-8 of a text file as spreadsheets write it: without byte order mark, UTF-16 and Latin-1 converted.
std::string textFromBytes(std::string bytes);

/// The rows of a table (RFC 4180, any line ending), blank lines left out, blanks around cells removed. The
/// delimiter (comma, semicolon, tab, bar) is the one that divides the first rows most evenly, or what a first
/// line "sep=;" names.
std::vector<CsvRow> parseCsv(std::string_view text);

} // namespace graft::interchange
