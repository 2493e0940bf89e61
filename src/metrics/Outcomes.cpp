#include "metrics/Outcomes.h"

#include <limits>

namespace graft::metrics {

namespace {

/// Mean of the values that are defined.
class Mean {
public:
    void add(double value) {
        m_sum += value;
        ++m_count;
    }
    double value() const { return m_count > 0 ? m_sum / m_count : std::numeric_limits<double>::quiet_NaN(); }

private:
    double m_sum = 0;
    int m_count = 0;
};

} // namespace

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

double f1Score(const ClassCounts& counts, std::size_t labelClass) {
    // 2·TP + FP + FN = (TP + FP) + (TP + FN)
    const std::int64_t denominator = counts.predicted[labelClass] + counts.support[labelClass];
    return denominator > 0 ? 2.0 * double(counts.correct[labelClass]) / double(denominator)
                           : std::numeric_limits<double>::quiet_NaN();
}

double balancedAccuracy(const ClassCounts& counts) {
    Mean recall;
    for (std::size_t c = 0; c < counts.support.size(); ++c)
        if (counts.support[c] > 0)
            recall.add(double(counts.correct[c]) / double(counts.support[c]));
    return recall.value();
}

double macroF1(const ClassCounts& counts) {
    Mean f1;
    for (std::size_t c = 0; c < counts.support.size(); ++c)
        if (counts.support[c] + counts.predicted[c] > 0)
            f1.add(f1Score(counts, c));
    return f1.value();
}

} // namespace graft::metrics
