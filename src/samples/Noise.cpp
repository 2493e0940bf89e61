#include "samples/Noise.h"

#include "samples/PortableMath.h"

#include <cmath>

namespace graft::samples {

double Noise::cell(std::int32_t x, std::int32_t y, std::uint32_t salt) const {
    std::uint32_t h = m_seed + salt * 0x9E3779B9u;
    h ^= std::uint32_t(x) * 0x85EBCA6Bu;
    h = (h ^ h >> 15) * 0x2C1B3C6Du;
    h ^= std::uint32_t(y) * 0xC2B2AE35u;
    h = (h ^ h >> 13) * 0x297A2D39u;
    h ^= h >> 16;
    return double(h >> 8) * 0x1.0p-24;
}

double Noise::at(double x, double y) const {
    const double fx = std::floor(x);
    const double fy = std::floor(y);
    const auto ix = std::int32_t(fx);
    const auto iy = std::int32_t(fy);
    const double tx = smoothStep(0, 1, x - fx);
    const double ty = smoothStep(0, 1, y - fy);
    return mix(mix(cell(ix, iy), cell(ix + 1, iy), tx), mix(cell(ix, iy + 1), cell(ix + 1, iy + 1), tx), ty);
}

double Noise::layered(double x, double y, int octaves) const {
    double sum = 0;
    double weights = 0;
    double weight = 1;
    for (int i = 0; i < octaves; ++i) {
        sum += weight * at(x, y);
        weights += weight;
        weight *= 0.5;
        // Not quite 2, and moved, so that the lattices of the layers do not coincide.
        x = x * 1.97 + 11.3;
        y = y * 1.97 + 7.7;
    }
    return sum / weights;
}

} // namespace graft::samples
