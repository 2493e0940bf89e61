#include "project/SplitPlan.h"

#include "base/Random.h"
#include "project/SplitUnits.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>
#include <set>

namespace graft::project {

using annotation::Split;

namespace {

constexpr std::array kSides{Split::Train, Split::Validation, Split::Test};
constexpr std::size_t kSideCount = kSides.size();
using PerSide = std::array<double, kSideCount>;
constexpr double kExact = 1e-9;   ///< fractions of images that differ by less are equal
constexpr double kTooSmall = 0.5; ///< of what was asked for

std::size_t indexOf(Split side) {
    return std::size_t(side) - std::size_t(Split::Train);
}

/// What one class should have and has so far on each side.
struct ClassTally {
    int images = 0;
    PerSide wanted{};
    PerSide has{};
    std::vector<std::size_t> units; ///< those of which it is the class
    std::array<int, kSideCount> unitsOn{};
};

class Planner {
public:
    Planner(const Project& project, const SplitOptions& options)
        : m_project(project), m_units(splitUnits(project.images())),
          m_sideOf(m_units.size(), Split::None), m_ratio{std::max(options.train, 0.0),
                                                         std::max(options.validation, 0.0),
                                                         std::max(options.test, 0.0)},
          m_seed(options.seed) {
        for (std::size_t side = 0; side < kSideCount; ++side)
            if (m_ratio[side] > 0)
                m_sides.push_back(side);
    }

    SplitPlan plan() {
        tally();
        placeFixed();
        for (auto& [id, tally] : m_classes)
            setQuotas(tally);
        placeSmallClasses();
        placeTheRest();
        coverEverySide();
        return result();
    }

private:
    void tally();
    std::vector<std::size_t> openSides(ClassTally& tally, PerSide& exact) const;
    void setQuotas(ClassTally& tally);
    void placeFixed();
    void placeSmallClasses();
    void placeTheRest();
    void coverEverySide();
    void place(std::size_t unit, std::size_t side, int sign = 1);
    std::size_t neediestSide(const SplitUnit& unit) const;
    SplitPlan result() const;
    void countSides(SplitPlan& plan) const;
    void warnOfClasses(SplitPlan& plan) const;
    void warnOfSides(SplitPlan& plan) const;
    void warnOfUnits(SplitPlan& plan) const;
    bool isFree(std::size_t unit) const { return m_sideOf[unit] == Split::None; }

    const Project& m_project;
    std::vector<SplitUnit> m_units;
    std::vector<Split> m_sideOf; ///< per unit
    PerSide m_ratio;
    std::uint64_t m_seed;
    std::vector<std::size_t> m_sides; ///< those that get anything
    std::map<ClassId, ClassTally> m_classes;
    PerSide m_owed{}; ///< by rounding, over all classes so far
};

void Planner::tally() {
    for (std::size_t unit = 0; unit < m_units.size(); ++unit) {
        m_classes[m_units[unit].label].units.push_back(unit);
        for (const ImageRecord* image : m_units[unit].images)
            ++m_classes[image->label].images;
    }
}

/// What each side should have of the class, as fractions of images. A side that has more by hand than its
/// share keeps it; the others keep their proportion in what is left. Returns the sides that may get more.
std::vector<std::size_t> Planner::openSides(ClassTally& tally, PerSide& exact) const {
    std::vector<std::size_t> open = m_sides;
    double left = tally.images;
    for (std::size_t side = 0; side < kSideCount; ++side)
        if (std::ranges::find(open, side) == open.end())
            left -= tally.has[side];
    for (bool again = true; again;) {
        double ratios = 0;
        for (std::size_t side : open)
            ratios += m_ratio[side];
        for (std::size_t side : open)
            exact[side] = left * m_ratio[side] / ratios;
        const auto isFull = [&](std::size_t side) { return tally.has[side] > exact[side] + kExact; };
        for (std::size_t side : open)
            if (isFull(side)) {
                left -= tally.has[side];
                tally.wanted[side] = tally.has[side];
            }
        again = std::erase_if(open, isFull) > 0 && !open.empty();
    }
    return open;
}

/// Whole numbers that sum to the class's images: largest remainder; among equal remainders the side that
/// rounding has robbed most in the classes before.
void Planner::setQuotas(ClassTally& tally) {
    PerSide exact{};
    PerSide remainder{};
    std::vector<std::size_t> order = openSides(tally, exact);
    double wanted = 0;
    double floors = 0;
    for (std::size_t side : order) {
        tally.wanted[side] = std::floor(exact[side] + kExact);
        remainder[side] = exact[side] - tally.wanted[side];
        wanted += exact[side];
        floors += tally.wanted[side];
    }
    const std::vector<std::size_t> open = order;
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        const bool equal = std::abs(remainder[a] - remainder[b]) < kExact;
        return equal ? m_owed[a] > m_owed[b] + kExact : remainder[a] > remainder[b];
    });
    const auto left = std::size_t(std::lround(wanted - floors));
    for (std::size_t i = 0; i < left; ++i)
        ++tally.wanted[order[i % order.size()]];
    for (std::size_t side : open)
        m_owed[side] += exact[side] - tally.wanted[side];
}

void Planner::place(std::size_t unit, std::size_t side, int sign) {
    m_sideOf[unit] = sign > 0 ? kSides[side] : Split::None;
    for (const ImageRecord* image : m_units[unit].images)
        m_classes[image->label].has[side] += sign;
    m_classes[m_units[unit].label].unitsOn[side] += sign;
}

void Planner::placeFixed() {
    for (std::size_t unit = 0; unit < m_units.size(); ++unit)
        if (m_units[unit].fixed != Split::None)
            place(unit, indexOf(m_units[unit].fixed));
}

/// A class with fewer units than sides: training first, then validation, then test.
void Planner::placeSmallClasses() {
    for (auto& [id, tally] : m_classes) {
        if (tally.units.size() >= m_sides.size())
            continue;
        for (std::size_t unit : tally.units) {
            const auto empty =
                std::ranges::find_if(m_sides, [&](std::size_t side) { return tally.unitsOn[side] == 0; });
            if (isFree(unit))
                place(unit, empty != m_sides.end() ? *empty : m_sides.front());
        }
    }
}

/// The side where the classes of the unit lack most.
std::size_t Planner::neediestSide(const SplitUnit& unit) const {
    PerSide need{};
    for (const ImageRecord* image : unit.images) {
        const ClassTally& tally = m_classes.at(image->label);
        for (std::size_t side : m_sides)
            need[side] += (tally.wanted[side] - tally.has[side]) / tally.images;
    }
    const auto less = [&](std::size_t a, std::size_t b) { return need[a] < need[b] - 1e-12; };
    return *std::ranges::max_element(m_sides, less);
}

/// Large units first, since small ones fill the gaps that they leave; equal ones in seeded order.
void Planner::placeTheRest() {
    std::vector<std::size_t> order;
    for (std::size_t unit = 0; unit < m_units.size(); ++unit)
        if (isFree(unit))
            order.push_back(unit);
    Random random(mixSeed({m_seed, 0x5B117}));
    random.shuffle(std::span(order));
    std::ranges::stable_sort(order, std::greater<>(),
                             [&](std::size_t unit) { return m_units[unit].images.size(); });
    for (std::size_t unit : order)
        place(unit, neediestSide(m_units[unit]));
}

/// Where rounding left a class with nothing on a side, the smallest free unit of its fullest side moves
/// there.
void Planner::coverEverySide() {
    for (auto& [id, tally] : m_classes) {
        if (tally.units.size() < m_sides.size())
            continue;
        for (std::size_t side : m_sides) {
            if (tally.unitsOn[side] > 0)
                continue;
            std::optional<std::size_t> smallest;
            for (std::size_t unit : tally.units) {
                const bool spare =
                    m_units[unit].fixed == Split::None && tally.unitsOn[indexOf(m_sideOf[unit])] > 1;
                if (!spare)
                    continue;
                const auto rank = [&](std::size_t u) {
                    return std::pair(m_units[u].images.size(), -tally.unitsOn[indexOf(m_sideOf[u])]);
                };
                if (!smallest || rank(unit) < rank(*smallest))
                    smallest = unit;
            }
            if (!smallest)
                continue;
            place(*smallest, indexOf(m_sideOf[*smallest]), -1);
            place(*smallest, side);
        }
    }
}

SplitPlan Planner::result() const {
    SplitPlan plan;
    for (std::size_t unit = 0; unit < m_units.size(); ++unit)
        for (const ImageRecord* image : m_units[unit].images)
            if (!image->splitByHand)
                plan.assignment.push_back({image->id, m_sideOf[unit]});
    std::ranges::sort(plan.assignment, {}, &Project::SplitAssignment::image);
    countSides(plan);
    warnOfClasses(plan);
    warnOfSides(plan);
    warnOfUnits(plan);
    return plan;
}

void Planner::countSides(SplitPlan& plan) const {
    std::map<std::string, int> groups;
    for (std::size_t unit = 0; unit < m_units.size(); ++unit) {
        for (const ImageRecord* image : m_units[unit].images) {
            const Split side = image->splitByHand ? image->split : m_sideOf[unit];
            plan.train += side == Split::Train;
            plan.validation += side == Split::Validation;
            plan.test += side == Split::Test;
            if (!image->group.empty())
                ++groups[image->group];
        }
    }
    plan.groupsKeptWhole =
        int(std::ranges::count_if(groups, [](const auto& group) { return group.second > 1; }));
    plan.duplicatesKeptTogether = int(m_project.duplicates().size());
}

std::string sideWord(std::size_t side) {
    switch (kSides[side]) {
    case Split::Train:
        return translate("SplitPlan", "training");
    case Split::Validation:
        return translate("SplitPlan", "validation");
    default:
        return translate("SplitPlan", "test");
    }
}

void Planner::warnOfClasses(SplitPlan& plan) const {
    for (const annotation::LabelClass& labelClass : m_project.classes()) {
        const auto found = m_classes.find(labelClass.id);
        if (found == m_classes.end()) {
            plan.warnings.push_back(translate("SplitPlan", "Class “%1” has no images.", {labelClass.name}));
            continue;
        }
        const ClassTally& tally = found->second;
        std::string missing;
        for (std::size_t side : m_sides)
            if (tally.has[side] == 0)
                missing += (missing.empty() ? "" : ", ") + sideWord(side);
        if (missing.empty())
            continue;
        const std::string count = std::to_string(tally.images);
        const bool onlyTraining = tally.has[indexOf(Split::Train)] == tally.images;
        if (onlyTraining && tally.images == 1)
            plan.warnings.push_back(
                translate("SplitPlan", "Class “%1” has 1 image: it goes to training and cannot be evaluated.",
                          {labelClass.name}));
        else if (onlyTraining)
            plan.warnings.push_back(translate(
                "SplitPlan",
                "Class “%1”: all its %2 images go to training, for they belong together or were put there by "
                "hand; it cannot be evaluated.",
                {labelClass.name, count}));
        else
            plan.warnings.push_back(
                translate("SplitPlan", "Class “%1” has %2 images, too few for every side: none for %3.",
                          {labelClass.name, count, missing}));
    }
}

std::string percent(double ratio) {
    char text[32];
    std::snprintf(text, sizeof text, "%.4g", ratio * 100);
    return text;
}

/// A side with much less than was asked for, since images set by hand or whole groups left no more.
void Planner::warnOfSides(SplitPlan& plan) const {
    const std::array has{plan.train, plan.validation, plan.test};
    const int all = plan.train + plan.validation + plan.test;
    for (std::size_t side : m_sides) {
        const double wanted = m_ratio[side] * all;
        if (wanted < 1 || has[side] >= kTooSmall * wanted)
            continue;
        plan.warnings.push_back(
            translate("SplitPlan",
                      "Only %1 of %2 images are on the side for %3, %4 % instead of %5 %: images whose side "
                      "was set by hand, or large groups, leave no more.",
                      {std::to_string(has[side]), std::to_string(all), sideWord(side),
                       percent(std::round(1000.0 * has[side] / all) / 1000), percent(m_ratio[side])}));
    }
}

void Planner::warnOfUnits(SplitPlan& plan) const {
    int mixed = 0;
    for (const SplitUnit& unit : m_units) {
        mixed += unit.severalClasses;
        if (!unit.contradicts)
            continue;
        plan.warnings.push_back(translate("SplitPlan",
                                          "%1 was put into %2 by hand, but images of the same group or "
                                          "content are in %3: results there will look better "
                                          "than they are.",
                                          {unit.contradicts->path, sideWord(indexOf(unit.contradicts->split)),
                                           sideWord(indexOf(unit.fixed))}));
    }
    if (mixed > 0)
        plan.warnings.push_back(
            translate("SplitPlan",
                      "Groups or copies with images of more than one class: %1. They stay whole, so the "
                      "classes are spread less evenly.",
                      {std::to_string(mixed)}));
}

} // namespace

Result<> SplitOptions::check() const {
    constexpr double kRounding = 1e-6; // 1 - 0.8 - 0.2 is a little less than nothing
    for (double ratio : {train, validation, test})
        if (!(ratio >= -kRounding) || ratio > 1 + kRounding)
            return Error{translate("SplitPlan",
                                   "Each part of the split must be between 0 and 100 %; one is %1 %.",
                                   {percent(ratio)})};
    const double sum = train + validation + test;
    if (std::abs(sum - 1) > kRounding)
        return Error{translate("SplitPlan",
                               "Training, validation and test must add up to 100 %; they add up to %1 %.",
                               {percent(sum)})};
    return {};
}

Result<SplitPlan> planSplit(const Project& project, const SplitOptions& options) {
    if (auto valid = options.check(); !valid)
        return valid.error();
    if (project.images().empty())
        return Error{translate("SplitPlan",
                               "There is nothing to split: the project has no images yet. Add some first.")};
    return Planner(project, options).plan();
}

} // namespace graft::project
