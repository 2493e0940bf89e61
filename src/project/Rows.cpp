#include "project/Rows.h"

#include <algorithm>
#include <numeric>

namespace graft::project {

using annotation::LabelClass;
using annotation::Split;

namespace {

/// One column and how to get it out of and into a record.
template <typename Record>
struct Field {
    Column column;
    Cell (*get)(const Record&);
    void (*set)(Record&, const Cell&);
};

std::int64_t integerOf(const Cell& cell) {
    return std::get<std::int64_t>(cell);
}

template <typename Record, auto Member>
Field<Record> integer(const char* name) {
    using Type = std::remove_cvref_t<decltype(std::declval<Record>().*Member)>;
    return {{name, ColumnKind::Integer},
            [](const Record& record) { return Cell(std::int64_t(record.*Member)); },
            [](Record& record, const Cell& cell) { record.*Member = Type(integerOf(cell)); }};
}

template <typename Record, auto Member>
Field<Record> bytes(const char* name, ColumnKind kind = ColumnKind::Text) {
    return {{name, kind},
            [](const Record& record) { return Cell(record.*Member); },
            [](Record& record, const Cell& cell) { record.*Member = std::get<std::string>(cell); }};
}

template <typename Record, auto Member>
Field<Record> reference(const char* name) {
    return {{name, ColumnKind::Reference},
            [](const Record& record) { return Cell((record.*Member).value); },
            [](Record& record, const Cell& cell) { (record.*Member).value = integerOf(cell); }};
}

Field<ImageRecord> splitField() {
    return {{"split", ColumnKind::Integer},
            [](const ImageRecord& image) { return Cell(std::int64_t(image.split)); },
            [](ImageRecord& image, const Cell& cell) {
                const std::int64_t value = integerOf(cell);
                image.split = value >= 0 && value <= std::int64_t(Split::Test) ? Split(value) : Split::None;
            }};
}

const auto& fields(const LabelClass&) {
    static const std::vector<Field<LabelClass>> all = {
        bytes<LabelClass, &LabelClass::name>("name"),
        integer<LabelClass, &LabelClass::color>("color"),
        integer<LabelClass, &LabelClass::position>("position"),
    };
    return all;
}

const auto& fields(const ImageRecord&) {
    using R = ImageRecord;
    static const std::vector<Field<R>> all = {
        bytes<R, &R::path>("path"),
        bytes<R, &R::contentHash>("content_hash"),
        integer<R, &R::fileBytes>("file_bytes"),
        integer<R, &R::modified>("modified"),
        integer<R, &R::width>("width"),
        integer<R, &R::height>("height"),
        bytes<R, &R::format>("format"),
        bytes<R, &R::group>("group_name"),
        reference<R, &R::label>("label"),
        splitField(),
        integer<R, &R::splitByHand>("split_by_hand"),
        integer<R, &R::channels>("channels"),
    };
    return all;
}

const auto& fields(const ShapeRow&) {
    static const std::vector<Field<ShapeRow>> all = {
        reference<ShapeRow, &ShapeRow::image>("image"),
        reference<ShapeRow, &ShapeRow::classId>("class"),
        bytes<ShapeRow, &ShapeRow::geometry>("geometry", ColumnKind::Blob),
        integer<ShapeRow, &ShapeRow::flags>("flags"),
        integer<ShapeRow, &ShapeRow::z>("z"),
        bytes<ShapeRow, &ShapeRow::note>("note"),
    };
    return all;
}

template <typename Record>
std::vector<Column> columnsOfRecord() {
    std::vector<Column> columns;
    for (const auto& field : fields(Record{}))
        columns.push_back(field.column);
    return columns;
}

template <typename Record>
Row cellsOf(const Record& record) {
    Row row;
    row.reserve(fields(record).size());
    for (const auto& field : fields(record))
        row.push_back(field.get(record));
    return row;
}

template <typename Record>
void set(Record& record, std::span<const std::uint8_t> columns, const Row& cells) {
    for (std::size_t i = 0; i < columns.size(); ++i)
        fields(record)[columns[i]].set(record, cells[i]);
}

} // namespace

const char* nameOf(Table table) {
    switch (table) {
    case Table::Classes:
        return "classes";
    case Table::Images:
        return "images";
    case Table::Shapes:
        return "shapes";
    }
    return "";
}

const std::vector<Column>& columnsOf(Table table) {
    static const std::vector<Column> all[] = {columnsOfRecord<LabelClass>(), columnsOfRecord<ImageRecord>(),
                                              columnsOfRecord<ShapeRow>()};
    return all[std::size_t(table)];
}

std::size_t firstColumnsOf(Table table) {
    constexpr std::size_t kShapeColumns = 3;  // image, class, geometry
    constexpr std::size_t kImageColumns = 11; // all but channels
    return table == Table::Shapes   ? kShapeColumns
           : table == Table::Images ? kImageColumns
                                    : columnsOf(table).size();
}

std::vector<std::uint8_t> everyColumn(Table table) {
    std::vector<std::uint8_t> columns(columnsOf(table).size());
    std::iota(columns.begin(), columns.end(), std::uint8_t(0));
    return columns;
}

Row rowOf(const LabelClass& labelClass) {
    return cellsOf(labelClass);
}
Row rowOf(const ImageRecord& image) {
    return cellsOf(image);
}
Row rowOf(const ShapeRow& shape) {
    return cellsOf(shape);
}

void setColumns(LabelClass& labelClass, std::span<const std::uint8_t> columns, const Row& cells) {
    set(labelClass, columns, cells);
}
void setColumns(ImageRecord& image, std::span<const std::uint8_t> columns, const Row& cells) {
    set(image, columns, cells);
}
void setColumns(ShapeRow& shape, std::span<const std::uint8_t> columns, const Row& cells) {
    set(shape, columns, cells);
}

RowChange addedRow(Table table, std::int64_t id, Row after) {
    return {table, id, everyColumn(table), {}, std::move(after)};
}

RowChange removedRow(Table table, std::int64_t id, Row before) {
    return {table, id, everyColumn(table), std::move(before), {}};
}

std::optional<RowChange> changedRow(Table table, std::int64_t id, const Row& before, const Row& after) {
    RowChange change{table, id, {}, {}, {}};
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (before[i] == after[i])
            continue;
        change.columns.push_back(std::uint8_t(i));
        change.before.push_back(before[i]);
        change.after.push_back(after[i]);
    }
    if (change.columns.empty())
        return std::nullopt;
    return change;
}

std::vector<RowChange> inverse(std::vector<RowChange> changes) {
    std::ranges::reverse(changes);
    for (RowChange& change : changes)
        std::swap(change.before, change.after);
    return changes;
}

} // namespace graft::project
