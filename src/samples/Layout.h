#pragma once

#include "base/Random.h"
#include "samples/BloodSmear.h"
#include "samples/Cells.h"

#include <vector>

namespace graft::samples {

/// A field of the slide, in micrometres.
struct Field {
    double width = 0;
    double height = 0;
};

/// Finds places for cells: leukocytes inside the field and apart, erythrocytes side by side with some
/// overlaps and a few stacks (rouleaux), platelets in the gaps. In the order in which they are to be painted,
/// the lowest first.
std::vector<CellPlan> layOut(const Field& field, const SmearOptions& options, Random& random);

/// The radius of a cell of this kind, micrometres.
double drawRadius(CellKind kind, Random& random);

/// Adds `count` cells, inside the field and as far from the others as may be.
void addApart(std::vector<CellPlan>& cells, CellKind kind, int count, const Field& field, Random& random);

/// Adds `count` erythrocytes to those that are there.
void addErythrocytes(std::vector<CellPlan>& cells, const Field& field, int count, Random& random);

} // namespace graft::samples
