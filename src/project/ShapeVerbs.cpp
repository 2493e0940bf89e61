#include "project/Edits.h"
#include "project/ProjectImpl.h"
#include "project/UndoText.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

// The verbs about the shapes of one image.
namespace graft::project {

using annotation::Shape;

namespace {

Error imageRemoved() {
    return Error{translate("Project", "This image has been removed meanwhile; nothing was changed.")};
}

Error classRemoved() {
    return Error{
        translate("Project", "A shape has a class that was removed meanwhile; nothing was changed.")};
}

using RowsById = std::unordered_map<ShapeId, ShapeRow>;

RowsById rowsOf(const State& state, ImageId image) {
    RowsById rows;
    for (const Shape& shape : state.shapes(image))
        rows.emplace(shape.id, shapeRow(image, shape));
    return rows;
}

/// The row of `id`, which is taken out of `rows`.
std::optional<ShapeRow> taken(RowsById& rows, ShapeId id) {
    const auto found = rows.find(id);
    if (found == rows.end())
        return std::nullopt;
    ShapeRow row = std::move(found->second);
    rows.erase(found);
    return row;
}

} // namespace

Result<> Project::replaceShapes(ImageId id, std::vector<Shape> shapes) {
    if (auto may = m_impl->mayWrite(); !may)
        return may;
    const ImageRecord* record = image(id);
    if (!record)
        return imageRemoved();
    NextIds ids = m_impl->journal->nextIds();
    Edits edits;
    RowsById before = rowsOf(m_impl->state, id);
    for (Shape& shape : shapes) {
        if (!labelClass(shape.classId))
            return classRemoved();
        if (const auto known = taken(before, shape.id)) {
            edits.change(*known, shapeRow(id, shape));
            continue;
        }
        shape.id = {ids.shape++};
        edits.add(shapeRow(id, shape));
    }
    for (const auto& [gone, row] : before)
        edits.remove(row);
    return m_impl->commit({verb::replaceShapes, {"1", fileName(*record)}}, edits.rows(), ids);
}

Result<std::vector<ShapeId>> Project::editShapes(ImageId id, ShapeVerb verb, const std::vector<Shape>& shapes,
                                                 const std::vector<ShapeId>& removed,
                                                 const std::string& batch) {
    if (auto may = m_impl->mayWrite(); !may)
        return may.error();
    const ImageRecord* record = image(id);
    if (!record)
        return imageRemoved();
    NextIds ids = m_impl->journal->nextIds();
    Edits edits;
    std::vector<ShapeId> touched;
    const std::vector<Shape>& known = m_impl->state.shapes(id);
    const auto find = [&known](ShapeId wanted) { return std::ranges::find(known, wanted, &Shape::id); };
    for (Shape shape : shapes) {
        if (!labelClass(shape.classId))
            return classRemoved();
        if (const auto before = find(shape.id); before != known.end()) {
            edits.change(shapeRow(id, *before), shapeRow(id, shape));
        } else {
            shape.id = {ids.shape++};
            edits.add(shapeRow(id, shape));
        }
        touched.push_back(shape.id);
    }
    for (const ShapeId gone : removed)
        if (const auto before = find(gone); before != known.end())
            edits.remove(shapeRow(id, *before));
    const JournalEntry entry{verb::editShapes, {"1", fileName(*record), nameOf(verb)}};
    if (auto done = m_impl->commit(entry, edits.rows(), ids, batch); !done)
        return done.error();
    return touched;
}

} // namespace graft::project
