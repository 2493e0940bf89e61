#pragma once

#include "annotation/Shape.h"

#include <span>

namespace graft::dataset {

/// A smooth displacement of a square of side 1: a uniform cubic B-spline with four cells to a side, and
/// beyond the square as on its edge. With nodes that move by less than 1/16 nothing folds over: the
/// displacement's slope stays under 1, so that every place has one origin.
class Elastic {
public:
    static constexpr int kCells = 4;
    static constexpr int kNodes = kCells + 3; ///< to a side
    static constexpr int kNumbers = kNodes * kNodes * 2;
    static constexpr double kMost = 0.06; ///< of a node's displacement

    /// `bends` has kNumbers entries, x and y alternating, or none; it must outlive this.
    explicit Elastic(std::span<const double> bends) : m_bends(bends) {}

    annotation::Point displacementAt(annotation::Point place) const;
    /// place + displacement
    annotation::Point bent(annotation::Point place) const;
    /// The place that bent() takes to `place`.
    annotation::Point straightened(annotation::Point place) const;

private:
    std::span<const double> m_bends;
};

} // namespace graft::dataset
