#pragma once

#include "samples/Noise.h"

namespace graft::samples {

/// Round granules packed over the plane: one in each cell of a jittered lattice.
class Granules {
public:
    /// `spacing` and `radius` in micrometres.
    Granules(std::uint64_t seed, double spacing, double radius)
        : m_noise(seed), m_spacing(spacing), m_radius(radius) {}

    /// The granule on top at a point.
    struct Hit {
        double height = 0;    ///< 0 beside every granule … 1 at the middle of one
        double highlight = 0; ///< where the light breaks in it
        double tone = 1;      ///< its own strength of colour, about 1
        double centreX = 0;   ///< its middle
        double centreY = 0;
        double luck = 0; ///< its own random number in [0, 1)
    };
    Hit at(double x, double y) const;

private:
    Noise m_noise;
    double m_spacing;
    double m_radius;
};

} // namespace graft::samples
