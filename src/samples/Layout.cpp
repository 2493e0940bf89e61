#include "samples/Layout.h"

#include "samples/PortableMath.h"

#include <algorithm>
#include <cmath>

namespace graft::samples {

namespace {

double distance(Place a, Place b) {
    const double dx = a.x - b.x;
    const double dy = a.y - b.y;
    return std::sqrt(dx * dx + dy * dy);
}

/// How much a cell at `place` would lie over or under the others; leukocytes are the worst to meet.
double crowding(const std::vector<CellPlan>& cells, Place place, double radius, double gap) {
    double sum = 0;
    for (const CellPlan& cell : cells) {
        const double overlap = radius + cell.radius + gap - distance(cell.centre, place);
        if (overlap > 0)
            sum += overlap * (cell.kind == CellKind::Erythrocyte ? 1 : 6);
    }
    return sum;
}

/// The emptiest of some random places whose middle lies at least `margin` inside the field (negative:
/// outside).
Place emptiest(const std::vector<CellPlan>& cells, const Field& field, double radius, double margin,
               double gap, int tries, Random& random) {
    Place best;
    double least = -1;
    for (int i = 0; i < tries; ++i) {
        const Place place{random.uniform(std::min(margin, field.width / 2),
                                         std::max(field.width - margin, field.width / 2)),
                          random.uniform(std::min(margin, field.height / 2),
                                         std::max(field.height - margin, field.height / 2))};
        const double crowd = crowding(cells, place, radius, gap);
        if (least < 0 || crowd < least) {
            least = crowd;
            best = place;
        }
        if (least == 0)
            break;
    }
    return best;
}

void add(std::vector<CellPlan>& cells, CellKind kind, Place place, double radius, Random& random) {
    cells.push_back({kind, place, radius, random.next()});
}

/// A stack of erythrocytes that has toppled: each covers most of the one before. Returns how many.
int addRouleau(std::vector<CellPlan>& cells, const Field& field, int most, Random& random) {
    const int count = std::min(most, 3 + int(random.below(3)));
    const double radius = drawRadius(CellKind::Erythrocyte, random);
    Place place = emptiest(cells, field, radius * 1.6, radius, 0.3, 25, random);
    double heading = random.uniform(0, 2 * kPi);
    for (int i = 0; i < count; ++i) {
        add(cells, CellKind::Erythrocyte, place, radius * random.uniform(0.95, 1.05), random);
        const double step = radius * random.uniform(0.55, 0.85);
        heading += random.uniform(-0.25, 0.25);
        place = {place.x + step * portableCos(heading), place.y + step * portableSin(heading)};
        const bool inside = place.x > 0 && place.y > 0 && place.x < field.width && place.y < field.height;
        if (!inside || crowding(cells, place, radius, 0) > 8 * radius)
            return i + 1;
    }
    return count;
}

} // namespace

double drawRadius(CellKind kind, Random& random) {
    switch (kind) {
    case CellKind::Erythrocyte:
        return 3.65 * std::clamp(1 + 0.06 * portableNormal(random), 0.8, 1.2);
    case CellKind::Lymphocyte:
        return random.uniform(4.4, 5.8);
    case CellKind::Neutrophil:
        return random.uniform(5.6, 6.8);
    case CellKind::Eosinophil:
        return random.uniform(5.8, 7.0);
    case CellKind::Platelet:
        break;
    }
    return random.uniform(0.9, 1.6);
}

void addApart(std::vector<CellPlan>& cells, CellKind kind, int count, const Field& field, Random& random) {
    constexpr int kTries = 60;
    for (int i = 0; i < count; ++i) {
        const double radius = drawRadius(kind, random);
        add(cells, kind, emptiest(cells, field, radius, radius + 0.5, 0.5, kTries, random), radius, random);
    }
}

void addErythrocytes(std::vector<CellPlan>& cells, const Field& field, int count, Random& random) {
    constexpr int kFewest = 12; ///< below that there is no room for stacks
    int left = count;
    if (left >= kFewest)
        for (int stacks = int(random.below(3)); stacks > 0 && left > 0; --stacks)
            left -= addRouleau(cells, field, left, random);
    for (; left > 0; --left) {
        const double radius = drawRadius(CellKind::Erythrocyte, random);
        const int tries = random.chance(0.2) ? 4 : 40; // those with few tries end up over one another
        add(cells, CellKind::Erythrocyte, emptiest(cells, field, radius, -0.3 * radius, 0.15, tries, random),
            radius, random);
    }
}

std::vector<CellPlan> layOut(const Field& field, const SmearOptions& options, Random& random) {
    std::vector<CellPlan> cells;
    addApart(cells, CellKind::Eosinophil, options.eosinophils, field, random);
    addApart(cells, CellKind::Neutrophil, options.neutrophils, field, random);
    addApart(cells, CellKind::Lymphocyte, options.lymphocytes, field, random);
    addErythrocytes(cells, field, options.erythrocytes, random);
    addApart(cells, CellKind::Platelet, options.platelets, field, random);
    std::stable_partition(cells.begin(), cells.end(),
                          [](const CellPlan& cell) { return cell.kind == CellKind::Erythrocyte; });
    return cells;
}

} // namespace graft::samples
