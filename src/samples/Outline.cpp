#include "samples/Outline.h"

#include "samples/PortableMath.h"

#include <algorithm>
#include <cmath>

namespace graft::samples {

Outline::Outline(Random& random, double radius, double oval, double unrest) {
    struct Wave {
        int count;
        double height;
        double phase;
    };
    std::array<Wave, 6> waves{};
    for (int k = 0; k < int(waves.size()); ++k) {
        const double height = k == 0 ? oval / 2 : unrest * portableNormal(random) / (k + 1);
        waves[std::size_t(k)] = {k + 2, height, random.uniform(0, 2 * kPi)};
    }
    for (int i = 0; i < kDirections; ++i) {
        const double angle = 2 * kPi * i / kDirections;
        double r = 1;
        for (const Wave& wave : waves)
            r += wave.height * portableCos(wave.count * angle + wave.phase);
        m_radii[std::size_t(i)] = radius * r;
    }
}

double Outline::radius(double angle) const {
    double at = angle / (2 * kPi);
    at = (at - std::floor(at)) * kDirections;
    const double whole = std::floor(at);
    const auto i = std::size_t(whole) % kDirections;
    return mix(m_radii[i], m_radii[(i + 1) % kDirections], at - whole);
}

double Outline::reach() const {
    return std::ranges::max(m_radii);
}

void Outline::giveWay(Place centre, double neighbourRadius, double gap) {
    const double distance2 = centre.x * centre.x + centre.y * centre.y;
    const double keep = neighbourRadius + gap;
    for (int i = 0; i < kDirections; ++i) {
        const double angle = 2 * kPi * i / kDirections;
        const double along = centre.x * portableCos(angle) + centre.y * portableSin(angle);
        const double aside2 = distance2 - along * along;
        if (along <= 0 || aside2 >= keep * keep)
            continue;
        const double touch = along - std::sqrt(keep * keep - aside2);
        double& r = m_radii[std::size_t(i)];
        r = std::min(r, std::max(touch, 0.25 * r));
    }
    // A cell bends; it does not break.
    for (int pass = 0; pass < 3; ++pass) {
        const auto before = m_radii;
        for (std::size_t i = 0; i < kDirections; ++i)
            m_radii[i] = std::min(before[i], (before[(i + kDirections - 1) % kDirections] + before[i] +
                                              before[(i + 1) % kDirections]) /
                                                 3);
    }
}

Outline::Position Outline::locate(double dx, double dy) const {
    const double distance = std::sqrt(dx * dx + dy * dy);
    const double rim = radius(portableAtan2(dy, dx));
    return {rim - distance, distance / rim};
}

} // namespace graft::samples
