#include "training/Paired.h"

#include "metrics/Repetition.h"
#include "training/Training.h"

#include <algorithm>
#include <map>

namespace graft::training {

namespace {

std::map<std::int64_t, bool> rightnessOf(const Evaluation& evaluation) {
    std::map<std::int64_t, bool> right;
    for (std::size_t i = 0; i < evaluation.imageIds.size() && i < evaluation.data.size(); ++i)
        if (evaluation.data.truth[i] >= 0 &&
            i * std::size_t(evaluation.data.classes) < evaluation.data.probabilities.size())
            right[evaluation.imageIds[i]] =
                metrics::argmax(evaluation.data.row(i)) == evaluation.data.truth[i];
    return right;
}

} // namespace

std::optional<Paired> paired(const Evaluation& first, const Evaluation& second) {
    const auto left = rightnessOf(first), right = rightnessOf(second);
    if (left.empty() || !std::ranges::equal(
                            left, right, {}, [](const auto& entry) { return entry.first; },
                            [](const auto& entry) { return entry.first; }))
        return std::nullopt;
    Paired paired{.images = std::int64_t(left.size())};
    for (const auto& [image, isRight] : left) {
        paired.onlyFirst += isRight && !right.at(image);
        paired.onlySecond += !isRight && right.at(image);
    }
    paired.p = metrics::mcnemar(paired.onlyFirst, paired.onlySecond);
    return paired;
}

} // namespace graft::training
