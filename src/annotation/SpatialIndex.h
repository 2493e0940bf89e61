#pragma once

#include "annotation/Shape.h"

#include <optional>
#include <span>

namespace graft::annotation {

/// Finds the shapes of an image that lie in a part of it without looking at the others: a grid of cells, each
/// of which knows the boxes that touch it. Speaks of shapes by their index; in order of drawing, the backmost
/// first.
class SpatialIndex {
public:
    SpatialIndex() = default;
    explicit SpatialIndex(std::span<const Shape> shapes);

    std::size_t size() const { return m_boxes.size(); }
    /// Of a mask its own frame, which is known without looking at its runs.
    const Box& box(std::size_t index) const { return m_boxes[index]; }
    /// Those whose box touches `area`, its rim included.
    std::vector<std::size_t> touching(const Box& area) const;
    /// A shape is elsewhere for now.
    void move(std::size_t index, const Geometry& geometry);

private:
    /// Half-open ranges of columns and rows.
    struct Cells {
        int left, top, right, bottom;
    };
    Cells cellsOf(const Box& box) const;
    std::size_t cellAt(int row, int column) const {
        return std::size_t(row) * std::size_t(m_side) + std::size_t(column);
    }

    std::vector<Box> m_boxes;
    std::vector<std::size_t> m_rank;               ///< place in the order of drawing
    std::vector<std::vector<std::size_t>> m_cells; ///< row by row
    std::vector<std::size_t> m_large;              ///< touch so many cells that they are asked each time
    std::vector<std::size_t> m_moved;              ///< likewise
    std::vector<bool> m_isMoved;
    Box m_all;
    int m_side = 1; ///< cells in either direction
};

/// The box of a shape as the index knows it.
Box quickBox(const Geometry& geometry);

enum class Locked { Hit, Skipped };

/// shapeAt() with an index of the same shapes.
std::optional<std::size_t> shapeAt(std::span<const Shape> shapes, const SpatialIndex& index, Point point,
                                   double reach, Locked locked = Locked::Hit);

} // namespace graft::annotation
