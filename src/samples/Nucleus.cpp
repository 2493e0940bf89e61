#include "samples/Nucleus.h"

#include "samples/PortableMath.h"

#include <algorithm>
#include <cmath>

namespace graft::samples {

namespace {

/// The larger of two, rounded where they meet (polynomial smooth maximum).
double smoothMax(double a, double b, double roundness) {
    const double t = clamp01(0.5 + 0.5 * (a - b) / roundness);
    return mix(b, a, t) + roundness * t * (1 - t);
}

} // namespace

Nucleus::Nucleus(Random& random, double unrest)
    : m_warp(random.next()), m_texture(random.next()), m_unrest(unrest) {}

void Nucleus::addLobe(const Lobe& lobe) {
    m_lobes.push_back(
        {lobe.centre, lobe.longRadius, lobe.shortRadius, portableCos(lobe.angle), portableSin(lobe.angle)});
}

void Nucleus::addStrand(Place from, Place to, double radius) {
    m_strands.push_back({from, to, radius});
}

double Nucleus::inside(double dx, double dy) const {
    const double x = dx + m_unrest * (m_warp.at(dx / 2.1 + 40, dy / 2.1) - 0.5);
    const double y = dy + m_unrest * (m_warp.at(dx / 2.1, dy / 2.1 + 80) - 0.5);
    double deepest = -100;
    for (const TurnedLobe& lobe : m_lobes) {
        const double u = (x - lobe.centre.x) * lobe.cosine + (y - lobe.centre.y) * lobe.sine;
        const double v = (y - lobe.centre.y) * lobe.cosine - (x - lobe.centre.x) * lobe.sine;
        const double share = std::sqrt(u * u / (lobe.longRadius * lobe.longRadius) +
                                       v * v / (lobe.shortRadius * lobe.shortRadius));
        deepest = smoothMax(deepest, (1 - share) * lobe.shortRadius, 0.18);
    }
    for (const Strand& strand : m_strands) {
        const double lx = strand.to.x - strand.from.x;
        const double ly = strand.to.y - strand.from.y;
        const double along = clamp01(((x - strand.from.x) * lx + (y - strand.from.y) * ly) /
                                     std::max(lx * lx + ly * ly, 1e-6));
        const double ax = x - strand.from.x - along * lx;
        const double ay = y - strand.from.y - along * ly;
        deepest = smoothMax(deepest, strand.radius - std::sqrt(ax * ax + ay * ay), 0.25);
    }
    return deepest;
}

double Nucleus::chromatin(double dx, double dy, double inside, double clumps) const {
    const double coarse = smoothStep(0.32, 0.66, m_texture.layered(dx / 1.15, dy / 1.15, 3));
    const double fine = m_texture.layered(dx / 0.34 + 50, dy / 0.34, 2) - 0.5;
    const double thick = 0.80 + 0.20 * smoothStep(0, 1.1, inside);
    return thick * (1 - clumps * 0.34 * (1 - coarse)) + 0.16 * clumps * fine +
           0.10 * bell(inside - 0.22, 0.2);
}

} // namespace graft::samples
