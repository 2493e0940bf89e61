#include "samples/Cells.h"
#include "samples/Noise.h"
#include "samples/PortableMath.h"

#include <algorithm>
#include <cmath>

namespace graft::samples {

namespace {

/// Half the thickness of a biconcave disc over its largest value; `share` of the radius (Evans & Fung 1972).
double biconcave(double share) {
    const double t = share * share;
    if (t >= 1)
        return 0;
    return std::sqrt(1 - t) * (0.81 + 7.83 * t - 4.39 * t * t) / 2.58;
}

/// How one erythrocyte differs from the next.
struct Looks {
    double strength;    ///< of its colour
    double flatness;    ///< 0 biconcave … 1 dried flat, without a pale middle
    double pallor;      ///< how pale the middle of the flat part is
    double pallorWidth; ///< as a share of the radius
    Place middle;       ///< of the pale part, as a share of the radius
    bool refractile;    ///< a drop of water caught under the cell while it dried
    Place drop;
    double dropRadius;
};

Looks drawLooks(Random& random) {
    Looks looks{};
    looks.strength = random.uniform(0.84, 1.16);
    looks.flatness = random.uniform(0.45, 0.95);
    looks.pallor = random.uniform(0.15, 0.72);
    looks.pallorWidth = random.uniform(0.36, 0.58);
    if (random.chance(0.08)) { // a spherocyte
        looks.flatness = 1;
        looks.pallor = 0;
        looks.strength *= 1.12;
    }
    looks.middle = {random.uniform(-0.10, 0.10), random.uniform(-0.10, 0.10)};
    looks.refractile = random.chance(0.05);
    looks.drop = {random.uniform(-0.4, 0.4), random.uniform(-0.4, 0.4)};
    looks.dropRadius = random.uniform(0.30, 0.65);
    return looks;
}

/// Share of the full colour, from the thickness.
double thickness(const Looks& looks, double share, double fromMiddle) {
    const double flat =
        (0.80 + 0.20 * share * share) *
        (1 - looks.pallor * bell(fromMiddle * fromMiddle / looks.pallorWidth, looks.pallorWidth));
    return mix(biconcave(std::min(fromMiddle, 0.999)), flat, looks.flatness);
}

/// A bright spot with a dark rim.
double refraction(const Looks& looks, double dx, double dy, double radius) {
    if (!looks.refractile)
        return 0;
    const double x = dx - looks.drop.x * radius;
    const double y = dy - looks.drop.y * radius;
    const double distance = std::sqrt(x * x + y * y) - looks.dropRadius;
    return 0.22 * bell(distance, 0.16) - 0.75 * smoothStep(0.05, -0.35, distance);
}

} // namespace

void paintErythrocyte(Slide& slide, const CellPlan& plan, const Stains& stains,
                      const std::vector<Obstacle>& obstacles, int owner) {
    Random random(plan.seed);
    const double oval = random.chance(0.15) ? random.uniform(0.12, 0.35) : random.uniform(0, 0.10);
    Outline outline(random, plan.radius, oval, 0.016);
    for (const Obstacle& obstacle : obstacles)
        outline.giveWay({obstacle.centre.x - plan.centre.x, obstacle.centre.y - plan.centre.y},
                        obstacle.radius, 0.25);
    const Looks looks = drawLooks(random);
    const Noise noise(random.next());
    const double halo = random.uniform(0.004, 0.026);
    slide.around(plan.centre, outline.reach() + 1, [&](int x, int y, double dx, double dy) {
        const auto [inside, share] = outline.locate(dx, dy);
        if (inside < -1)
            return;
        // The refractive edge: a thin dark line, a faint bright one around it.
        slide.add(x, y, stains.haemoglobin * (-halo / 0.2 * bell(inside + 0.30, 0.22)));
        const double coverage = smoothStep(-0.11, 0.11, inside);
        if (coverage <= 0)
            return;
        const double mx = dx / plan.radius - looks.middle.x;
        const double my = dy / plan.radius - looks.middle.y;
        const double fromMiddle = mix(std::sqrt(mx * mx + my * my), share, smoothStep(0.5, 0.9, share));
        double density = std::max(thickness(looks, share, fromMiddle), 0.30);
        density += 0.16 * bell(inside - 0.20, 0.18);
        density *= 0.94 + 0.12 * noise.layered(dx / 1.3, dy / 1.3, 2);
        density += refraction(looks, dx, dy, plan.radius);
        slide.cover(x, y, coverage, stains.haemoglobin * (looks.strength * std::max(density, 0.02)), 0.72,
                    owner);
    });
}

} // namespace graft::samples
