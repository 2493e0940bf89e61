#include "project/Geometry.h"
#include "project/Rows.h"

#include <utility>

// A shape as a row of its table.
namespace graft::project {

using annotation::Attributes;
using annotation::Shape;

namespace {

// As they stand in files: never change one. Bits that are not known here are passed over.
constexpr std::int64_t kLocked = 1, kHidden = 2;
constexpr std::pair<bool Attributes::*, std::int64_t> kAttributes[] = {{&Attributes::occluded, 4},
                                                                       {&Attributes::truncated, 8},
                                                                       {&Attributes::difficult, 16},
                                                                       {&Attributes::uncertain, 32}};

std::int64_t flagsOf(const Shape& shape) {
    std::int64_t flags = (shape.locked ? kLocked : 0) | (shape.hidden ? kHidden : 0);
    for (const auto& [attribute, bit] : kAttributes)
        flags |= shape.attributes.*attribute ? bit : 0;
    return flags;
}

} // namespace

ShapeRow shapeRow(ImageId image, const Shape& shape) {
    return {shape.id,       image,   shape.classId, encodeGeometry(shape.geometry),
            flagsOf(shape), shape.z, shape.note};
}

std::optional<Shape> shapeOf(const ShapeRow& row) {
    auto geometry = decodeGeometry(row.geometry);
    if (!geometry)
        return std::nullopt;
    Shape shape{row.id, row.classId, std::move(*geometry), row.z};
    shape.locked = row.flags & kLocked;
    shape.hidden = row.flags & kHidden;
    for (const auto& [attribute, bit] : kAttributes)
        shape.attributes.*attribute = row.flags & bit;
    shape.note = row.note;
    return shape;
}

} // namespace graft::project
