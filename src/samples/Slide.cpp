#include "samples/Slide.h"

#include <algorithm>
#include <cmath>

namespace graft::samples {

Slide::Slide(int width, int height, double pixelsPerMicrometre)
    : m_width(width), m_height(height), m_scale(pixelsPerMicrometre),
      m_densities(std::size_t(width) * std::size_t(height) * 3, 0.0F),
      m_owners(std::size_t(width) * std::size_t(height), -1) {}

void Slide::cover(int x, int y, double coverage, const Density& density, double through, int owner) {
    if (coverage <= 0)
        return;
    const std::size_t at = std::size_t(y) * std::size_t(m_width) + std::size_t(x);
    for (std::size_t c = 0; c < 3; ++c) {
        const double below = m_densities[at * 3 + c];
        m_densities[at * 3 + c] = float(below * (1 - coverage * (1 - through)) + coverage * density[c]);
    }
    if (coverage >= 0.5)
        m_owners[at] = owner;
}

void Slide::add(int x, int y, const Density& density) {
    const std::size_t at = std::size_t(y) * std::size_t(m_width) + std::size_t(x);
    for (std::size_t c = 0; c < 3; ++c)
        m_densities[at * 3 + c] += float(density[c]);
}

int Slide::pixel(double micrometres, int largest) const {
    return std::clamp(int(std::floor(micrometres * m_scale)), 0, largest);
}

} // namespace graft::samples
