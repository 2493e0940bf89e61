#include "samples/Cells.h"
#include "samples/Noise.h"
#include "samples/Nucleus.h"
#include "samples/PortableMath.h"

#include <cmath>

namespace graft::samples {

namespace {

/// Large, round, to one side; often with a small notch.
Nucleus drawNucleus(Random& random, double radius) {
    Nucleus nucleus(random, 0.55);
    const double share = random.uniform(0.78, 0.91);
    const double aside = random.uniform(0.2, 0.9) * (0.95 - share) * radius;
    const double towards = random.uniform(0, 2 * kPi);
    const Place centre{aside * portableCos(towards), aside * portableSin(towards)};
    const double tilt = random.uniform(0, kPi);
    if (random.chance(0.35)) {
        const double apart = random.uniform(0.10, 0.17) * radius;
        const Place offset{apart * portableCos(tilt), apart * portableSin(tilt)};
        nucleus.addLobe({{centre.x + offset.x, centre.y + offset.y},
                         share * radius,
                         share * radius * 0.86,
                         tilt + kPi / 2});
        nucleus.addLobe({{centre.x - offset.x, centre.y - offset.y},
                         share * radius * 0.96,
                         share * radius * 0.86,
                         tilt + kPi / 2});
    } else {
        nucleus.addLobe({centre, share * radius, share * radius * random.uniform(0.90, 0.99), tilt});
    }
    return nucleus;
}

} // namespace

void paintLymphocyte(Slide& slide, const CellPlan& plan, const Stains& stains, int owner) {
    Random random(plan.seed);
    const Outline outline(random, plan.radius, random.uniform(0, 0.10), 0.02);
    const Nucleus nucleus = drawNucleus(random, plan.radius * 0.97);
    const Noise texture(random.next());
    const double clumps = random.uniform(0.55, 0.95);
    const double strength = random.uniform(0.92, 1.08);
    const double basophilia = random.uniform(0.6, 1.25);
    slide.around(plan.centre, outline.reach() + 0.5, [&](int x, int y, double dx, double dy) {
        const auto [inside, share] = outline.locate(dx, dy);
        const double coverage = smoothStep(-0.16, 0.16, inside);
        if (coverage <= 0)
            return;
        const double rim = 0.85 + 0.25 * bell(inside - 0.3, 0.5);
        const double mottled = 0.75 + 0.5 * texture.layered(dx / 1.1, dy / 1.1, 3);
        const Density cytoplasm = stains.paleBlue * (basophilia * rim * mottled);
        const double depth = nucleus.inside(dx, dy);
        const double nuclear = smoothStep(-0.16, 0.16, depth) * smoothStep(0.0, 0.3, inside);
        Density density = cytoplasm * (1 - 0.6 * nuclear);
        if (nuclear > 0)
            density =
                density + stains.chromatin * (nuclear * strength * nucleus.chromatin(dx, dy, depth, clumps));
        slide.cover(x, y, coverage, density, 0.15, owner);
    });
}

} // namespace graft::samples
