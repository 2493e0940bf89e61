#include "annotation/SpatialIndex.h"

#include "annotation/HitTest.h"
#include "annotation/Order.h"

#include <algorithm>
#include <cmath>

namespace graft::annotation {

namespace {

constexpr int kLargestSide = 128;
constexpr int kManyCells = 64;

bool touch(const Box& a, const Box& b) {
    return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}

Box around(const std::vector<Box>& boxes) {
    double left = 0, top = 0, right = 1, bottom = 1;
    for (const Box& box : boxes) {
        left = std::min(left, box.x);
        top = std::min(top, box.y);
        right = std::max(right, box.x + box.width);
        bottom = std::max(bottom, box.y + box.height);
    }
    return {left, top, right - left, bottom - top};
}

} // namespace

Box quickBox(const Geometry& geometry) {
    if (const auto* mask = std::get_if<Mask>(&geometry))
        return {double(mask->x), double(mask->y), double(mask->width), double(mask->height)};
    return boundingBox(geometry);
}

SpatialIndex::SpatialIndex(std::span<const Shape> shapes) {
    m_boxes.reserve(shapes.size());
    for (const Shape& shape : shapes)
        m_boxes.push_back(quickBox(shape.geometry));
    m_rank.resize(shapes.size());
    const std::vector<std::size_t> order = drawingOrder(shapes);
    for (std::size_t place = 0; place < order.size(); ++place)
        m_rank[order[place]] = place;
    m_all = around(m_boxes);
    m_side = std::clamp(int(std::sqrt(double(shapes.size()))), 1, kLargestSide);
    m_cells.resize(std::size_t(m_side) * std::size_t(m_side));
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        const Cells cells = cellsOf(m_boxes[i]);
        if ((cells.right - cells.left) * (cells.bottom - cells.top) > kManyCells) {
            m_large.push_back(i);
            continue;
        }
        for (int row = cells.top; row < cells.bottom; ++row)
            for (int column = cells.left; column < cells.right; ++column)
                m_cells[cellAt(row, column)].push_back(i);
    }
}

SpatialIndex::Cells SpatialIndex::cellsOf(const Box& box) const {
    const auto cell = [this](double at, double from, double length) {
        return int(std::clamp(std::floor((at - from) / length * m_side), 0.0, double(m_side - 1)));
    };
    return {cell(box.x, m_all.x, m_all.width), cell(box.y, m_all.y, m_all.height),
            cell(box.x + box.width, m_all.x, m_all.width) + 1,
            cell(box.y + box.height, m_all.y, m_all.height) + 1};
}

std::vector<std::size_t> SpatialIndex::touching(const Box& area) const {
    std::vector<std::size_t> found;
    if (m_boxes.empty())
        return found;
    const auto take = [&](const std::vector<std::size_t>& some) {
        for (const std::size_t i : some)
            if (touch(m_boxes[i], area))
                found.push_back(i);
    };
    const Cells cells = cellsOf(area);
    for (int row = cells.top; row < cells.bottom; ++row)
        for (int column = cells.left; column < cells.right; ++column)
            take(m_cells[cellAt(row, column)]);
    take(m_large);
    take(m_moved);
    std::ranges::sort(found, {}, [this](std::size_t i) { return m_rank[i]; });
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

void SpatialIndex::move(std::size_t index, const Geometry& geometry) {
    m_boxes[index] = quickBox(geometry);
    m_isMoved.resize(m_boxes.size());
    if (!m_isMoved[index])
        m_moved.push_back(index);
    m_isMoved[index] = true;
}

std::optional<std::size_t> shapeAt(std::span<const Shape> shapes, const SpatialIndex& index, Point point,
                                   double reach, Locked locked) {
    const Box near{point.x - reach, point.y - reach, 2 * reach, 2 * reach};
    std::vector<std::size_t> candidates = index.touching(near);
    if (locked == Locked::Skipped)
        std::erase_if(candidates, [&](std::size_t i) { return shapes[i].locked; });
    std::vector<Shape> some;
    some.reserve(candidates.size());
    for (const std::size_t i : candidates)
        some.push_back(shapes[i]);
    const auto hit = shapeAt(some, point, reach);
    return hit ? std::optional(candidates[*hit]) : std::nullopt;
}

} // namespace graft::annotation
