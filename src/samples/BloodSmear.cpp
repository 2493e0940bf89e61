#include "samples/BloodSmear.h"

#include "annotation/MaskRuns.h"
#include "base/Random.h"
#include "samples/Cells.h"
#include "samples/Clutter.h"
#include "samples/Layout.h"
#include "samples/Optics.h"
#include "samples/PortableMath.h"

#include <algorithm>

namespace graft::samples {

namespace {

bool isLeukocyte(CellKind kind) {
    return kind == CellKind::Lymphocyte || kind == CellKind::Neutrophil || kind == CellKind::Eosinophil;
}

void paintCell(Slide& slide, const CellPlan& cell, const Stains& stains,
               const std::vector<Obstacle>& obstacles, int owner) {
    switch (cell.kind) {
    case CellKind::Erythrocyte:
        return paintErythrocyte(slide, cell, stains, obstacles, owner);
    case CellKind::Lymphocyte:
        return paintLymphocyte(slide, cell, stains, owner);
    case CellKind::Neutrophil:
        return paintNeutrophil(slide, cell, stains, owner);
    case CellKind::Eosinophil:
        return paintEosinophil(slide, cell, stains, owner);
    case CellKind::Platelet:
        return paintPlatelet(slide, cell, stains, owner);
    }
}

/// Where each cell shows, in pixels: right and bottom are outside.
struct Extent {
    int left;
    int top;
    int right = 0;
    int bottom = 0;
};

std::vector<Extent> extents(const Slide& slide, std::size_t cells) {
    std::vector<Extent> found(cells, Extent{slide.width(), slide.height()});
    for (int y = 0; y < slide.height(); ++y)
        for (int x = 0; x < slide.width(); ++x) {
            const int owner = slide.owners()[std::size_t(y) * std::size_t(slide.width()) + std::size_t(x)];
            if (owner < 0)
                continue;
            Extent& extent = found[std::size_t(owner)];
            extent.left = std::min(extent.left, x);
            extent.top = std::min(extent.top, y);
            extent.right = std::max(extent.right, x + 1);
            extent.bottom = std::max(extent.bottom, y + 1);
        }
    return found;
}

annotation::Mask maskOf(const Slide& slide, const Extent& extent, int owner) {
    std::vector<std::uint8_t> pixels;
    for (int y = extent.top; y < extent.bottom; ++y)
        for (int x = extent.left; x < extent.right; ++x)
            pixels.push_back(slide.owners()[std::size_t(y) * std::size_t(slide.width()) + std::size_t(x)] ==
                             owner);
    return annotation::maskFromPixels(extent.left, extent.top, extent.right - extent.left,
                                      extent.bottom - extent.top, pixels);
}

/// What is so far covered, or outside, that nobody could name it is not told.
std::vector<Cell> visibleCells(const Slide& slide, const std::vector<CellPlan>& plans) {
    constexpr double kLeast = 0.06;
    const std::vector<Extent> found = extents(slide, plans.size());
    std::vector<Cell> cells;
    for (std::size_t i = 0; i < plans.size(); ++i) {
        const Extent& extent = found[i];
        if (extent.right <= extent.left)
            continue;
        annotation::Mask mask = maskOf(slide, extent, int(i));
        const double radius = plans[i].radius * slide.pixelsPerMicrometre();
        if (double(annotation::foregroundPixels(mask)) < kLeast * kPi * radius * radius)
            continue;
        const annotation::Box box = annotation::foregroundBox(mask);
        cells.push_back({plans[i].kind, box, std::move(mask)});
    }
    return cells;
}

Smear paint(Slide& slide, const std::vector<CellPlan>& plans, Random& random) {
    const Stains stains = mixStains(random);
    std::vector<Obstacle> obstacles;
    for (const CellPlan& plan : plans)
        if (isLeukocyte(plan.kind))
            obstacles.push_back({plan.centre, plan.radius});
    paintPlasma(slide, stains, random);
    paintClutter(slide, stains, random);
    for (std::size_t i = 0; i < plans.size(); ++i)
        paintCell(slide, plans[i], stains, obstacles, int(i));
    std::vector<Cell> cells = visibleCells(slide, plans);
    return {photograph(slide, random), std::move(cells)};
}

} // namespace

std::string_view name(CellKind kind) {
    switch (kind) {
    case CellKind::Erythrocyte:
        return "erythrocyte";
    case CellKind::Lymphocyte:
        return "lymphocyte";
    case CellKind::Neutrophil:
        return "neutrophil";
    case CellKind::Eosinophil:
        return "eosinophil";
    case CellKind::Platelet:
        break;
    }
    return "platelet";
}

Smear paintSmear(const SmearOptions& options) {
    Random random(mixSeed({options.seed, 0x5EA2}));
    Slide slide(options.width, options.height, options.pixelsPerMicrometre);
    const Field field{options.width / options.pixelsPerMicrometre,
                      options.height / options.pixelsPerMicrometre};
    const std::vector<CellPlan> plans = layOut(field, options, random);
    return paint(slide, plans, random);
}

Smear paintCloseUp(CellKind kind, int side, std::uint64_t seed) {
    Random random(mixSeed({seed, 0xC105E, std::uint64_t(kind)}));
    const double field = random.uniform(18.5, 22.5);
    Slide slide(side, side, side / field);
    const auto aside = [&] { return field * (0.5 + random.uniform(-0.05, 0.05)); };
    std::vector<CellPlan> plans{{kind, {aside(), aside()}, drawRadius(kind, random), random.next()}};
    addErythrocytes(plans, {field, field}, 2 + int(random.below(7)), random);
    if (random.chance(0.35))
        addApart(plans, CellKind::Platelet, 1, {field, field}, random);
    std::stable_partition(plans.begin(), plans.end(),
                          [](const CellPlan& plan) { return plan.kind == CellKind::Erythrocyte; });
    return paint(slide, plans, random);
}

} // namespace graft::samples
