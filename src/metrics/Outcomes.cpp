#include "metrics/Outcomes.h"

namespace graft::metrics {

std::vector<Outcome> outcomes(const ClassificationData& data) {
    std::vector<Outcome> all;
    all.reserve(data.size());
    for (std::size_t i = 0;
         i < data.size() && (i + 1) * std::size_t(data.classes) <= data.probabilities.size(); ++i) {
        if (data.truth[i] < 0 || data.truth[i] >= data.classes)
            continue;
        const int predicted = argmax(data.row(i));
        all.push_back(
            {std::uint32_t(i), data.truth[i], predicted, double(data.row(i)[std::size_t(predicted)])});
    }
    return all;
}

ClassCounts countClasses(int classes, std::span<const Outcome> outcomes,
                         std::span<const std::uint32_t> counts) {
    const std::vector<std::int64_t> none(std::size_t(classes), 0);
    ClassCounts result{none, none, none};
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const std::int64_t times = counts.empty() ? 1 : counts[i];
        const auto truth = std::size_t(outcomes[i].truth);
        const auto predicted = std::size_t(outcomes[i].predicted);
        result.support[truth] += times;
        result.predicted[predicted] += times;
        if (truth == predicted)
            result.correct[truth] += times;
    }
    return result;
}

} // namespace graft::metrics
