#pragma once

#include "project/Project.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

// What the journal knows of the document: rows of three tables. A new table or column is described here once;
// storing, undoing and coding follow.
namespace graft::project {

enum class Table : std::uint8_t { Classes, Images, Shapes };
inline constexpr Table allTables[] = {Table::Classes, Table::Images, Table::Shapes};

/// Reference: the id of a row of another table; 0 is stored as NULL.
enum class ColumnKind : std::uint8_t { Integer, Text, Blob, Reference };

inline bool isBytes(ColumnKind kind) {
    return kind == ColumnKind::Text || kind == ColumnKind::Blob;
}

struct Column {
    const char* name;
    ColumnKind kind;
};

const char* nameOf(Table table);
/// All columns but the id.
const std::vector<Column>& columnsOf(Table table);
/// How many the first format had; those that came later have 0 or an empty text where a row is older.
std::size_t firstColumnsOf(Table table);
/// 0, 1, … for each of them.
std::vector<std::uint8_t> everyColumn(Table table);

/// The integer of Integer and Reference columns, the bytes of Text and Blob columns.
using Cell = std::variant<std::int64_t, std::string>;
using Row = std::vector<Cell>;
/// 0, or an empty text.
inline Cell emptyCell(ColumnKind kind) {
    return isBytes(kind) ? Cell(std::string()) : Cell(std::int64_t(0));
}

/// A shape with the image it lies on.
struct ShapeRow {
    ShapeId id;
    ImageId image;
    ClassId classId;
    std::string geometry;   ///< encodeGeometry
    std::int64_t flags = 0; ///< flagsOf
    std::int32_t z = 0;
    std::string note{};
};
ShapeRow shapeRow(ImageId image, const annotation::Shape& shape);
/// Nothing where the geometry cannot be read.
std::optional<annotation::Shape> shapeOf(const ShapeRow& row);

Row rowOf(const annotation::LabelClass& labelClass);
Row rowOf(const ImageRecord& image);
Row rowOf(const ShapeRow& shape);
/// Sets the given columns from the cells beside them.
void setColumns(annotation::LabelClass& labelClass, std::span<const std::uint8_t> columns, const Row& cells);
void setColumns(ImageRecord& image, std::span<const std::uint8_t> columns, const Row& cells);
void setColumns(ShapeRow& shape, std::span<const std::uint8_t> columns, const Row& cells);

/// One row before and after an edit. Added: no `before`; removed: no `after`; changed: only the columns that
/// differ.
struct RowChange {
    Table table = Table::Images;
    std::int64_t id = 0;
    std::vector<std::uint8_t> columns; ///< which columns the cells below are of
    Row before;
    Row after;

    bool added() const { return before.empty(); }
    bool removed() const { return after.empty(); }
    friend bool operator==(const RowChange&, const RowChange&) = default;
};

RowChange addedRow(Table table, std::int64_t id, Row after);
RowChange removedRow(Table table, std::int64_t id, Row before);
/// Nothing when the rows are equal.
std::optional<RowChange> changedRow(Table table, std::int64_t id, const Row& before, const Row& after);

/// What takes the changes back: in reverse order, before and after exchanged.
std::vector<RowChange> inverse(std::vector<RowChange> changes);

/// The journal's payload: compressed bytes.
std::string encodeChanges(const std::vector<RowChange>& changes);
/// Nothing when the bytes are damaged.
std::optional<std::vector<RowChange>> decodeChanges(std::string_view bytes);

} // namespace graft::project
