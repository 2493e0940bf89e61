#include "project/Edits.h"

#include <filesystem>

namespace graft::project {

namespace {

template <typename Record>
void changeRow(std::vector<RowChange>& rows, Table table, const Record& before, const Record& after) {
    if (auto change = changedRow(table, before.id.value, rowOf(before), rowOf(after)))
        rows.push_back(std::move(*change));
}

} // namespace

using annotation::LabelClass;

void Edits::change(const ImageRecord& before, const ImageRecord& after) {
    changeRow(m_rows, Table::Images, before, after);
}
void Edits::change(const LabelClass& before, const LabelClass& after) {
    changeRow(m_rows, Table::Classes, before, after);
}
void Edits::change(const ShapeRow& before, const ShapeRow& after) {
    changeRow(m_rows, Table::Shapes, before, after);
}

void Edits::add(const ImageRecord& image) {
    m_rows.push_back(addedRow(Table::Images, image.id.value, rowOf(image)));
}
void Edits::add(const LabelClass& added) {
    m_rows.push_back(addedRow(Table::Classes, added.id.value, rowOf(added)));
}
void Edits::add(const ShapeRow& shape) {
    m_rows.push_back(addedRow(Table::Shapes, shape.id.value, rowOf(shape)));
}

void Edits::remove(const ImageRecord& image) {
    m_rows.push_back(removedRow(Table::Images, image.id.value, rowOf(image)));
}
void Edits::remove(const LabelClass& removed) {
    m_rows.push_back(removedRow(Table::Classes, removed.id.value, rowOf(removed)));
}
void Edits::remove(const ShapeRow& shape) {
    m_rows.push_back(removedRow(Table::Shapes, shape.id.value, rowOf(shape)));
}

std::string fileName(const ImageRecord& image) {
    return std::filesystem::path(image.path).filename().string();
}

} // namespace graft::project
