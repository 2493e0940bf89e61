#pragma once

#include "base/Random.h"
#include "samples/Slide.h"

#include <array>

namespace graft::samples {

/// The rim of a nearly round cell, seen from its middle: a radius for every direction.
class Outline {
public:
    /// `oval`: how much longer than wide, as a share of the radius; `unrest`: how uneven.
    Outline(Random& random, double radius, double oval, double unrest);

    double radius(double angle) const;
    /// The largest radius.
    double reach() const;
    /// Gives way to a round neighbour at `centre` (seen from this cell's middle): the rim stays `gap` away
    /// from it.
    void giveWay(Place centre, double neighbourRadius, double gap);

    /// Where a point seen from the middle lies: `inside` micrometres within the rim (negative outside), and
    /// its share of the radius in its direction.
    struct Position {
        double inside;
        double share;
    };
    Position locate(double dx, double dy) const;

private:
    static constexpr int kDirections = 128;
    std::array<double, kDirections> m_radii{};
};

} // namespace graft::samples
