#include "interchange/ClassTable.h"

#include "base/Files.h"
#include "interchange/AnnotatedImages.h"
#include "interchange/FolderNames.h"
#include "interchange/TableColumns.h"

#include <charconv>
#include <cmath>

namespace graft::interchange {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t kLargestTable = 512ull << 20;

std::optional<double> numberIn(const std::string& text) {
    double value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

class TableReader {
public:
    TableReader(const TableColumns& columns, const fs::path& file, const Listing& listing)
        : m_columns(columns), m_images(listing), m_problems(file) {}

    TableImages read(const std::vector<CsvRow>& rows) {
        for (std::size_t i = m_columns.header ? 1 : 0; i < rows.size(); ++i)
            take(rows[i], rows.front(), i + 1);
        return {m_images.take(), m_problems.take()};
    }

private:
    void take(const CsvRow& row, const CsvRow& header, std::size_t line) {
        const std::string& name = cell(row, m_columns.image);
        const ImageIndex::Match match = m_images.match(name);
        if (match.found == ImageIndex::Found::None)
            return report(line, translate("Interchange", "there is no image “%1”", {name}));
        if (match.found == ImageIndex::Found::Several)
            return report(line, translate("Interchange", "several images are named “%1”", {name}));
        FoundImage& image = m_images.at(match.image);
        if (const auto split = splitOfFolder(cell(row, m_columns.split)))
            image.split = *split;
        if (const std::string& group = cell(row, m_columns.group); !group.empty())
            image.group = group;
        const std::string labelClass = className(row, header);
        if (m_columns.hasBox())
            return takeBox(row, labelClass, image, line);
        if (!image.className.empty() && image.className != labelClass)
            return report(line, translate("Interchange",
                                          "“%1” is “%2” in a row above and “%3” here; the first was taken",
                                          {name, image.className, labelClass}));
        image.className = labelClass;
    }

    std::string className(const CsvRow& row, const CsvRow& header) const {
        if (m_columns.labelClass >= 0)
            return cell(row, m_columns.labelClass);
        for (const int column : m_columns.oneHot)
            if (cell(row, column).starts_with('1'))
                return cell(header, column);
        return {};
    }

    void takeBox(const CsvRow& row, const std::string& labelClass, FoundImage& image, std::size_t line) {
        std::array<double, 4> corners{};
        for (std::size_t i = 0; i < corners.size(); ++i) {
            const auto value = numberIn(cell(row, m_columns.box[i]));
            if (!value)
                return report(line, translate("Interchange", "the corners of the box are not numbers"));
            corners[i] = *value;
        }
        const auto [left, top, right, bottom] = corners;
        if (right <= left || bottom <= top)
            return report(line, translate("Interchange", "the box is empty"));
        image.shapes.emplace_back(labelClass, annotation::Box{left, top, right - left, bottom - top});
    }

    void report(std::size_t line, const std::string& what) {
        m_problems.add(
            translate("Interchange", "Row %1 could not be used: %2.", {std::to_string(line), what}));
    }

    const TableColumns& m_columns;
    AnnotatedImages m_images;
    Problems m_problems;
};

} // namespace

Result<std::vector<CsvRow>> readCsvFile(const fs::path& file) {
    auto bytes = readTextFile(file, kLargestTable);
    if (!bytes)
        return bytes.error();
    return parseCsv(textFromBytes(std::move(*bytes)));
}

Result<TableImages> readClassTable(const std::vector<CsvRow>& rows, const fs::path& file,
                                   const Listing& listing) {
    const auto columns = findColumns(rows, ImageIndex(imagePaths(listing.top)));
    if (!columns)
        return Error{translate(
            "Interchange",
            "No column of the table %1 names an image in %2. A class table has a column of file names and "
            "a column of classes; its images lie beside it, or in the folder given for them.",
            {file.string(), listing.root.string()})};
    if (columns->labelClass < 0 && columns->oneHot.empty())
        return Error{translate(
            "Interchange",
            "The table %1 names images, but no column of classes was found in it. Name that column “class”.",
            {file.string()})};
    return TableReader(*columns, file, listing).read(rows);
}

} // namespace graft::interchange
