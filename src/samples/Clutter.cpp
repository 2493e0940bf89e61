#include "samples/Clutter.h"

#include "samples/Noise.h"
#include "samples/PortableMath.h"

#include <cmath>

namespace graft::samples {

namespace {

Place anywhere(const Slide& slide, Random& random) {
    return {random.uniform(0, slide.width() / slide.pixelsPerMicrometre()),
            random.uniform(0, slide.height() / slide.pixelsPerMicrometre())};
}

/// How many of what comes `perField` times in a field of 80 × 60 µm.
int countOf(const Slide& slide, Random& random, double perField) {
    const double scale = slide.pixelsPerMicrometre();
    const double fields = double(slide.width()) * slide.height() / (scale * scale) / (80.0 * 60.0);
    const double expected = perField * fields * random.uniform(0.4, 1.6);
    return int(std::floor(expected + random.uniform()));
}

/// Grains of dried dye, some of them together.
void paintPrecipitate(Slide& slide, const Stains& stains, Random& random) {
    const Place centre = anywhere(slide, random);
    const int grains = 1 + int(random.below(5));
    for (int i = 0; i < grains; ++i) {
        const Place place{centre.x + 1.4 * portableNormal(random), centre.y + 1.4 * portableNormal(random)};
        const double radius = random.uniform(0.10, 0.27);
        const double strength = random.uniform(0.35, 0.95);
        slide.around(place, radius * 3, [&](int x, int y, double dx, double dy) {
            const double distance = std::sqrt(dx * dx + dy * dy);
            slide.add(x, y, stains.chromatin * (strength * smoothStep(radius * 1.5, radius * 0.5, distance)));
        });
    }
}

/// A nucleus that burst when the drop was spread.
void paintSmudge(Slide& slide, const Stains& stains, Random& random) {
    const Place centre = anywhere(slide, random);
    const Noise noise(random.next());
    const double radius = random.uniform(3.5, 6.0);
    const double strength = random.uniform(0.10, 0.22);
    slide.around(centre, radius * 1.4, [&](int x, int y, double dx, double dy) {
        const double distance =
            std::sqrt(dx * dx + dy * dy) / radius + 0.9 * (noise.layered(dx / 2.6, dy / 2.6, 3) - 0.5);
        const double body =
            smoothStep(1.0, 0.45, distance) * (0.5 + noise.layered(dx / 0.9 + 30, dy / 2.2, 3));
        slide.add(x, y, stains.chromatin * (strength * body));
    });
}

/// Dust on the cover glass: a dark, soft spot, often with the ring that tells how far out of focus it is.
void paintDust(Slide& slide, Random& random) {
    const Place centre = anywhere(slide, random);
    const double radius = random.uniform(0.8, 2.2);
    const double strength = random.uniform(0.03, 0.12);
    const double ring = random.uniform(0, 1);
    slide.around(centre, radius * 2.2, [&](int x, int y, double dx, double dy) {
        const double distance = std::sqrt(dx * dx + 1.3 * dy * dy) / radius;
        const double dark = strength * (bell(distance, 0.8) - 0.35 * ring * bell(distance - 1.1, 0.35));
        slide.add(x, y, {dark, dark * 0.95, dark * 0.9});
    });
}

} // namespace

void paintPlasma(Slide& slide, const Stains& stains, Random& random) {
    const Noise broad(random.next());
    const Noise fine(random.next());
    const double grain = random.uniform(0.15, 0.5);
    const double scale = slide.pixelsPerMicrometre();
    for (int y = 0; y < slide.height(); ++y)
        for (int x = 0; x < slide.width(); ++x) {
            const double film = broad.layered(x / scale / 9, y / scale / 9, 2);
            const double dots = fine.at(x / scale / 0.55, y / scale / 0.55) - 0.5;
            slide.add(x, y, stains.plasma * (0.4 + 1.2 * film + grain * dots));
        }
}

void paintClutter(Slide& slide, const Stains& stains, Random& random) {
    for (int i = countOf(slide, random, 0.5); i > 0; --i)
        paintSmudge(slide, stains, random);
    for (int i = countOf(slide, random, 2.5); i > 0; --i)
        paintPrecipitate(slide, stains, random);
    for (int i = countOf(slide, random, 2.5); i > 0; --i)
        paintDust(slide, random);
}

} // namespace graft::samples
