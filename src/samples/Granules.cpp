#include "samples/Granules.h"

#include "samples/PortableMath.h"

#include <cmath>

namespace graft::samples {

Granules::Hit Granules::at(double x, double y) const {
    const auto ix = std::int32_t(std::floor(x / m_spacing));
    const auto iy = std::int32_t(std::floor(y / m_spacing));
    Hit hit;
    for (std::int32_t cy = iy - 1; cy <= iy + 1; ++cy)
        for (std::int32_t cx = ix - 1; cx <= ix + 1; ++cx) {
            const double gx = (cx + 0.5 + 0.75 * (m_noise.cell(cx, cy, 1) - 0.5)) * m_spacing;
            const double gy = (cy + 0.5 + 0.75 * (m_noise.cell(cx, cy, 2) - 0.5)) * m_spacing;
            const double radius = m_radius * (0.75 + 0.5 * m_noise.cell(cx, cy, 3));
            const double u = (x - gx) / radius;
            const double v = (y - gy) / radius;
            const double away = u * u + v * v;
            if (away >= 1)
                continue;
            const double height = std::sqrt(1 - away);
            if (height <= hit.height)
                continue;
            hit = {height,
                   bell(std::sqrt((u + 0.3) * (u + 0.3) + (v + 0.3) * (v + 0.3)), 0.35),
                   0.75 + 0.5 * m_noise.cell(cx, cy, 4),
                   gx,
                   gy,
                   m_noise.cell(cx, cy, 5)};
        }
    return hit;
}

} // namespace graft::samples
