#pragma once

#include <cstdint>

namespace graft::samples {

/// Smooth random numbers over the plane, for textures: value noise on a lattice of spacing 1.
class Noise {
public:
    explicit Noise(std::uint64_t seed) : m_seed(std::uint32_t(seed ^ seed >> 32)) {}

    /// In [0, 1], mean ½.
    double at(double x, double y) const;
    /// `octaves` layers, each of half the size and half the strength. In [0, 1], mean ½.
    double layered(double x, double y, int octaves) const;
    /// A random number of a lattice cell, in [0, 1). `salt` tells several of one cell apart.
    double cell(std::int32_t x, std::int32_t y, std::uint32_t salt = 0) const;

private:
    std::uint32_t m_seed;
};

} // namespace graft::samples
