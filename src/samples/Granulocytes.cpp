#include "samples/Cells.h"
#include "samples/Granules.h"
#include "samples/Noise.h"
#include "samples/Nucleus.h"
#include "samples/PortableMath.h"

#include <algorithm>
#include <cmath>
#include <vector>

// The leukocytes with a lobed nucleus and granules.
namespace graft::samples {

namespace {

// Where one call draws several random numbers it has braces: they are drawn from left to right, whatever the
// compiler.

Place polar(double radius, double angle) {
    return {radius * portableCos(angle), radius * portableSin(angle)};
}

/// Three to five lobes along a bow, joined by strands.
Nucleus drawSegmentedNucleus(Random& random, double radius) {
    Nucleus nucleus(random, 0.75);
    const double kind = random.uniform();
    const int lobes = kind < 0.42 ? 3 : kind < 0.84 ? 4 : 5;
    const double bow = random.uniform(0.44, 0.56) * radius;
    const double step = random.uniform(1.10, 1.42) * (lobes == 5 ? 0.90 : 1.0);
    const double start = random.uniform(0, 2 * kPi);
    const double aside = random.uniform(0, 0.12) * radius;
    const Place shift = polar(aside, random.uniform(0, 2 * kPi));
    const double size = radius * (lobes == 3 ? 0.300 : lobes == 4 ? 0.265 : 0.238);
    std::vector<Place> centres;
    for (int i = 0; i < lobes; ++i) {
        const double angle = start + i * step + random.uniform(-0.16, 0.16);
        Place centre = polar(bow * random.uniform(0.86, 1.14), angle);
        centre = {centre.x + shift.x, centre.y + shift.y};
        nucleus.addLobe({centre, size * random.uniform(1.0, 1.3), size * random.uniform(0.78, 1.0),
                         angle + random.uniform(0.9, 2.2)});
        centres.push_back(centre);
    }
    for (std::size_t i = 1; i < centres.size(); ++i)
        nucleus.addStrand(centres[i - 1], centres[i],
                          random.chance(0.35) ? random.uniform(0.55, 1.1) : random.uniform(0.16, 0.34));
    return nucleus;
}

/// Two lobes like spectacles, sometimes three.
Nucleus drawBilobedNucleus(Random& random, double radius) {
    Nucleus nucleus(random, 0.6);
    const int lobes = random.chance(0.14) ? 3 : 2;
    const double apart = lobes == 2 ? random.uniform(1.7, 2.7) : random.uniform(1.25, 1.55);
    const double start = random.uniform(0, 2 * kPi);
    const double bow = radius * (lobes == 2 ? random.uniform(0.40, 0.50) : 0.48);
    const double size = radius * (lobes == 2 ? random.uniform(0.34, 0.40) : 0.29);
    std::vector<Place> centres;
    for (int i = 0; i < lobes; ++i) {
        const double angle = start + i * apart;
        centres.push_back(polar(bow, angle));
        nucleus.addLobe({centres.back(), size * random.uniform(1.0, 1.18), size * random.uniform(0.82, 1.0),
                         angle + kPi / 2 + random.uniform(-0.4, 0.4)});
    }
    for (std::size_t i = 1; i < centres.size(); ++i)
        nucleus.addStrand(centres[i - 1], centres[i], random.uniform(0.25, 0.7));
    return nucleus;
}

} // namespace

void paintNeutrophil(Slide& slide, const CellPlan& plan, const Stains& stains, int owner) {
    Random random(plan.seed);
    const Outline outline(random, plan.radius, random.uniform(0, 0.12), 0.022);
    const Nucleus nucleus = drawSegmentedNucleus(random, plan.radius);
    const Noise texture(random.next());
    const Granules dust(random.next(), 0.36, 0.19);
    const double clumps = random.uniform(0.45, 0.8);
    const double strength = random.uniform(0.95, 1.12);
    const double granularity = random.uniform(0.3, 0.95);
    const double pink = random.uniform(0.8, 1.35);
    slide.around(plan.centre, outline.reach() + 0.5, [&](int x, int y, double dx, double dy) {
        const auto [inside, share] = outline.locate(dx, dy);
        const double coverage = smoothStep(-0.18, 0.18, inside);
        if (coverage <= 0)
            return;
        const double mottled = 0.70 + 0.6 * texture.layered(dx / 1.6, dy / 1.6, 3);
        Density density = stains.palePink * (pink * (mottled + 0.30 * bell(inside - 0.2, 0.25)));
        const Granules::Hit grain = dust.at(dx, dy);
        density = density + stains.neutrophilGranule * (granularity * grain.tone * grain.height *
                                                        smoothStep(0.3, 0.8, grain.luck + 0.25 * mottled));
        const double depth = nucleus.inside(dx, dy);
        const double nuclear = smoothStep(-0.15, 0.15, depth) * smoothStep(0.0, 0.3, inside);
        if (nuclear > 0)
            density = density * (1 - 0.6 * nuclear) +
                      stains.chromatin * (nuclear * strength * nucleus.chromatin(dx, dy, depth, clumps));
        slide.cover(x, y, coverage, density, 0.15, owner);
    });
}

void paintEosinophil(Slide& slide, const CellPlan& plan, const Stains& stains, int owner) {
    Random random(plan.seed);
    const Outline outline(random, plan.radius, random.uniform(0, 0.14), 0.028);
    const Nucleus nucleus = drawBilobedNucleus(random, plan.radius);
    const Granules granules{random.next(), random.uniform(0.66, 0.80), random.uniform(0.46, 0.54)};
    const Granules above(random.next(), 1.0, 0.45);
    const Noise texture(random.next());
    const double clumps = random.uniform(0.45, 0.8);
    const double strength = random.uniform(0.78, 0.98);
    const double orange = random.uniform(0.85, 1.2);
    const double fullness = random.uniform(0.90, 1.0);
    slide.around(plan.centre, outline.reach() + 0.5, [&](int x, int y, double dx, double dy) {
        const auto [inside, share] = outline.locate(dx, dy);
        const Granules::Hit grain = granules.at(dx, dy);
        const bool within = grain.height > 0 && grain.luck < fullness &&
                            outline.locate(grain.centreX, grain.centreY).inside > 0.30;
        // Granules at the rim push it outwards.
        const double rim = within ? std::max(inside, grain.height * 0.4 - 0.15) : inside;
        const double coverage = smoothStep(-0.15, 0.15, rim);
        if (coverage <= 0)
            return;
        const double depth = nucleus.inside(dx, dy);
        const double nuclear = smoothStep(-0.15, 0.15, depth) * smoothStep(0.0, 0.3, inside);
        Density density =
            stains.palePink * (0.7 + 0.5 * texture.at(dx / 1.4, dy / 1.4)) + stains.eosinophilGranule * 0.16;
        const double body = 0.45 + 0.50 * grain.height - 0.40 * grain.highlight;
        if (within)
            density = density + stains.eosinophilGranule * (orange * grain.tone * body);
        if (nuclear > 0)
            density = density * (1 - 0.75 * nuclear) +
                      stains.chromatin * (nuclear * strength * nucleus.chromatin(dx, dy, depth, clumps));
        // Some granules lie over the nucleus.
        const Granules::Hit top = above.at(dx, dy);
        if (nuclear > 0 && top.height > 0 && top.luck < 0.22 && depth < 1.2)
            density =
                density * (1 - 0.35 * top.height) + stains.eosinophilGranule * (0.7 * orange * top.height);
        slide.cover(x, y, coverage, density, 0.15, owner);
    });
}

} // namespace graft::samples
