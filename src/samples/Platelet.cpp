#include "samples/Cells.h"
#include "samples/Granules.h"
#include "samples/Noise.h"
#include "samples/PortableMath.h"

namespace graft::samples {

void paintPlatelet(Slide& slide, const CellPlan& plan, const Stains& stains, int owner) {
    Random random(plan.seed);
    const Outline outline(random, plan.radius, random.uniform(0, 0.35), 0.10);
    const Granules granules(random.next(), 0.42, 0.26);
    const Noise noise(random.next());
    const double strength = random.uniform(0.65, 1.1);
    slide.around(plan.centre, outline.reach() + 0.4, [&](int x, int y, double dx, double dy) {
        const auto [inside, share] = outline.locate(dx, dy);
        const double coverage = smoothStep(-0.16, 0.16, inside);
        if (coverage <= 0)
            return;
        const Granules::Hit grain = granules.at(dx, dy);
        // Granules crowd in the middle; the border is clear and pale blue.
        const double crowd = smoothStep(0.95, 0.35, share);
        const double body = 0.25 + 0.75 * noise.layered(dx / 0.6, dy / 0.6, 2);
        const Density density =
            stains.paleBlue * 0.55 +
            stains.plateletGranule * (strength * crowd * (0.55 * body + 0.75 * grain.height * grain.tone));
        slide.cover(x, y, coverage, density, 0.45, owner);
    });
}

} // namespace graft::samples
