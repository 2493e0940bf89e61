#include "interchange/TableColumns.h"

#include "interchange/FolderNames.h"

#include <algorithm>
#include <cctype>
#include <span>
#include <string_view>

namespace graft::interchange {

namespace {

using Names = std::span<const std::string_view>;

constexpr std::size_t kLooked = 200;

constexpr auto kImageNames = std::to_array<std::string_view>(
    {"filename", "imagename", "imagefile", "imagefilename", "imagepath", "filepath", "file", "image",
     "imageid",  "imgname",   "imgpath",   "img",           "imgid",     "path",     "name", "id",
     "photo",    "picture",   "isicid",    "bild",          "datei",     "dateiname"});
constexpr auto kClassNames = std::to_array<std::string_view>(
    {"classname", "categoryname", "labelname", "class",      "classlabel", "label",       "category",
     "diagnosis", "dx",           "target",    "species",    "finding",    "groundtruth", "klasse",
     "classe",    "labels",       "classid",   "classindex", "labelid",    "type",        "y"});
constexpr auto kSplitNames =
    std::to_array<std::string_view>({"split", "subset", "partition", "set", "usage"});
constexpr auto kGroupNames = std::to_array<std::string_view>(
    {"patient", "patientid", "group", "groupid", "subject", "subjectid", "lesionid", "caseid", "case"});

std::string plainName(const std::string& header) {
    std::string plain = lowerCase(header);
    std::erase_if(plain, [](unsigned char c) { return c < 0x80 && !std::isalnum(c); });
    return plain;
}

int named(const std::vector<std::string>& header, Names names) {
    for (const std::string_view name : names)
        if (const auto found = std::ranges::find(header, name); found != header.end())
            return int(found - header.begin());
    return -1;
}

/// Looks at the first rows of a table.
class ColumnFinder {
public:
    ColumnFinder(const std::vector<CsvRow>& rows, const ImageIndex& images) : m_rows(rows), m_images(images) {
        for (const std::string& name : rows.front())
            m_header.push_back(plainName(name));
    }

    std::optional<TableColumns> find() {
        m_columns.image = imageColumn();
        if (m_columns.image < 0)
            return std::nullopt;
        m_columns.header = !namesImage(m_rows.front(), m_columns.image);
        if (m_columns.header)
            takeNames();
        if (m_columns.labelClass < 0)
            takeUnnamedClass();
        if (m_columns.labelClass < 0 && m_columns.header)
            takeOneHot();
        return m_columns;
    }

private:
    int columns() const { return int(m_rows.front().size()); }

    bool namesImage(const CsvRow& row, int column) const {
        return m_images.find(cell(row, column)).found != ImageIndex::Found::None;
    }

    int matches(int column) const {
        int count = 0;
        for (std::size_t i = 0; i < std::min(m_rows.size(), kLooked); ++i)
            count += namesImage(m_rows[i], column);
        return count;
    }

    int imageColumn() const {
        if (const int column = named(m_header, kImageNames); column >= 0 && matches(column) > 0)
            return column;
        int best = -1;
        int most = 0;
        for (int column = 0; column < columns(); ++column)
            if (const int count = matches(column); count > most) {
                most = count;
                best = column;
            }
        return best;
    }

    void takeNames() {
        auto others = m_header;
        others[std::size_t(m_columns.image)].clear();
        m_columns.labelClass = named(others, kClassNames);
        m_columns.split = named(others, kSplitNames);
        m_columns.group = named(others, kGroupNames);
        const std::array box{named(others, std::to_array<std::string_view>({"xmin", "x1", "left"})),
                             named(others, std::to_array<std::string_view>({"ymin", "y1", "top"})),
                             named(others, std::to_array<std::string_view>({"xmax", "x2", "right"})),
                             named(others, std::to_array<std::string_view>({"ymax", "y2", "bottom"}))};
        if (std::ranges::min(box) >= 0)
            m_columns.box = box;
    }

    void takeUnnamedClass() {
        if (columns() == 2)
            m_columns.labelClass = 1 - m_columns.image;
        else if (!m_columns.header && columns() > 2)
            m_columns.labelClass = m_columns.image == 0 ? 1 : 0;
    }

    void takeOneHot() {
        std::vector<int> candidates;
        for (int column = 0; column < columns(); ++column)
            if (column != m_columns.image && column != m_columns.split && column != m_columns.group &&
                isZeroOrOne(column))
                candidates.push_back(column);
        if (candidates.size() >= 2)
            m_columns.oneHot = candidates;
    }

    bool isZeroOrOne(int column) const {
        for (std::size_t i = 1; i < std::min(m_rows.size(), kLooked); ++i) {
            const std::string& value = cell(m_rows[i], column);
            if (value != "0" && value != "1" && value != "0.0" && value != "1.0")
                return false;
        }
        return m_rows.size() > 1;
    }

    const std::vector<CsvRow>& m_rows;
    const ImageIndex& m_images;
    std::vector<std::string> m_header;
    TableColumns m_columns;
};

} // namespace

std::optional<TableColumns> findColumns(const std::vector<CsvRow>& rows, const ImageIndex& images) {
    return rows.empty() ? std::nullopt : ColumnFinder(rows, images).find();
}

const std::string& cell(const CsvRow& row, int column) {
    static const std::string empty;
    return column >= 0 && std::size_t(column) < row.size() ? row[std::size_t(column)] : empty;
}

} // namespace graft::interchange
