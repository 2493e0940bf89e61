#pragma once

#include "base/Random.h"
#include "samples/BloodSmear.h"
#include "samples/Outline.h"
#include "samples/Slide.h"
#include "samples/Stains.h"

#include <vector>

namespace graft::samples {

/// One cell before it is painted.
struct CellPlan {
    CellKind kind = CellKind::Erythrocyte;
    Place centre;
    double radius = 0; ///< micrometres
    std::uint64_t seed = 0;
};

/// A neighbour that keeps its shape, and that softer cells bend around.
struct Obstacle {
    Place centre;
    double radius = 0;
};

// Each paints one cell, which owns its pixels as `owner`.
void paintErythrocyte(Slide& slide, const CellPlan& plan, const Stains& stains,
                      const std::vector<Obstacle>& obstacles, int owner);
void paintLymphocyte(Slide& slide, const CellPlan& plan, const Stains& stains, int owner);
void paintNeutrophil(Slide& slide, const CellPlan& plan, const Stains& stains, int owner);
void paintEosinophil(Slide& slide, const CellPlan& plan, const Stains& stains, int owner);
void paintPlatelet(Slide& slide, const CellPlan& plan, const Stains& stains, int owner);

} // namespace graft::samples
