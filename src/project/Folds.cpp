#include "project/Folds.h"

#include "base/Random.h"
#include "project/SplitUnits.h"

#include <algorithm>
#include <numeric>
#include <span>

namespace graft::project {

namespace {

using annotation::Split;

constexpr std::uint64_t kFoldStream = 0xF01D;

std::vector<ImageRecord> takingPart(const Project& project) {
    std::vector<ImageRecord> images;
    for (const ImageRecord& image : project.images())
        if (image.label && (image.split == Split::Train || image.split == Split::Validation))
            images.push_back(image);
    return images;
}

/// Large units first, since small ones fill the gaps that they leave; equal ones in seeded order.
std::vector<std::size_t> orderOf(const std::vector<SplitUnit>& units, std::uint64_t seed) {
    std::vector<std::size_t> order(units.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    Random random(mixSeed({seed, kFoldStream}));
    random.shuffle(std::span(order));
    std::ranges::stable_sort(order, std::greater<>(),
                             [&](std::size_t unit) { return units[unit].images.size(); });
    return order;
}

struct Fold {
    std::map<ClassId, int> ofClass;
    int images = 0;

    /// How full it is for the classes of a unit.
    int fullness(const SplitUnit& unit) const {
        int sum = 0;
        for (const ImageRecord* image : unit.images)
            if (const auto found = ofClass.find(image->label); found != ofClass.end())
                sum += found->second;
        return sum;
    }
};

} // namespace

Result<std::map<ImageId, int>> planFolds(const Project& project, int count, std::uint64_t seed) {
    const std::vector<ImageRecord> images = takingPart(project);
    const std::vector<SplitUnit> units = splitUnits(images);
    if (count < 2 || units.size() < std::size_t(count))
        return Error{
            translate("Split",
                      "%1 folds need as many groups of labelled images on the training and validation "
                      "sides; there are %2.",
                      {std::to_string(count), std::to_string(units.size())})};
    std::vector<Fold> folds(std::size_t(count), Fold{});
    std::map<ImageId, int> foldOf;
    for (const std::size_t index : orderOf(units, seed)) {
        const SplitUnit& unit = units[index];
        const auto emptiest = std::ranges::min_element(
            folds, {}, [&](const Fold& fold) { return std::pair(fold.fullness(unit), fold.images); });
        for (const ImageRecord* image : unit.images) {
            ++emptiest->ofClass[image->label];
            ++emptiest->images;
            foldOf[image->id] = int(emptiest - folds.begin());
        }
    }
    return foldOf;
}

} // namespace graft::project
