#include "annotation/Order.h"

#include <algorithm>
#include <numeric>

namespace graft::annotation {

namespace {

bool overlap(const Box& a, const Box& b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

using Order = std::vector<const Shape*>;

bool isAmong(std::span<const ShapeId> ids, const Shape& shape) {
    return std::ranges::find(ids, shape.id) != ids.end();
}

/// Each of `ids` goes past the next one of the others that it overlaps. `order` leads away from the viewer or
/// towards, whichever way they go.
void step(Order& order, std::span<const ShapeId> ids) {
    for (std::size_t i = order.size(); i-- > 0;) {
        if (!isAmong(ids, *order[i]))
            continue;
        const Box box = boundingBox(order[i]->geometry);
        const auto from = order.begin() + std::ptrdiff_t(i);
        const auto past = std::find_if(from + 1, order.end(), [&](const Shape* other) {
            return !isAmong(ids, *other) && overlap(box, boundingBox(other->geometry));
        });
        if (past != order.end())
            std::rotate(from, from + 1, past + 1);
    }
}

/// The least z that put the shapes in this order, without going below those that they have.
std::vector<Shape> numbered(const Order& order) {
    std::vector<Shape> changed;
    std::int32_t z = order.empty() ? 0 : order.front()->z;
    const Shape* before = nullptr;
    for (const Shape* shape : order) {
        const bool later = !before || before->id.value < shape->id.value;
        z = before ? std::max(shape->z, later ? z : z + 1) : z;
        if (shape->z != z) {
            changed.push_back(*shape);
            changed.back().z = z;
        }
        before = shape;
    }
    return changed;
}

} // namespace

bool liesBelow(const Shape& a, const Shape& b) {
    return a.z != b.z ? a.z < b.z : a.id.value < b.id.value;
}

std::vector<std::size_t> drawingOrder(std::span<const Shape> shapes) {
    std::vector<std::size_t> order(shapes.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    const auto before = [&](std::size_t a, std::size_t b) { return liesBelow(shapes[a], shapes[b]); };
    if (!std::ranges::is_sorted(order, before))
        std::ranges::sort(order, before);
    return order;
}

std::vector<Shape> reordered(std::span<const Shape> shapes, std::span<const ShapeId> ids, Step how) {
    Order order;
    for (const std::size_t i : drawingOrder(shapes))
        order.push_back(&shapes[i]);
    const auto moves = [&](const Shape* shape) { return isAmong(ids, *shape); };
    switch (how) {
    case Step::Raise:
        step(order, ids);
        break;
    case Step::Lower:
        std::ranges::reverse(order);
        step(order, ids);
        std::ranges::reverse(order);
        break;
    case Step::ToFront:
        std::stable_partition(order.begin(), order.end(), [&](const Shape* shape) { return !moves(shape); });
        break;
    case Step::ToBack:
        std::stable_partition(order.begin(), order.end(), moves);
        break;
    }
    return numbered(order);
}

} // namespace graft::annotation
