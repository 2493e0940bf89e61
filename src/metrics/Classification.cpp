#include "metrics/Classification.h"

#include "metrics/Bootstrap.h"
#include "metrics/Calibration.h"
#include "metrics/Outcomes.h"
#include "metrics/RankedScores.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace graft::metrics {

namespace {

std::vector<RankedScores> rankings(const ClassificationData& data, std::span<const Outcome> outcomes,
                                   const ClassCounts& counts) {
    std::vector<RankedScores> all;
    for (int c = 0; c < data.classes; ++c)
        if (counts.support[std::size_t(c)] > 0)
            all.emplace_back(data, outcomes, c);
    return all;
}

/// Mean over the classes of the sample. NaN where no class stands against another.
double meanArea(const std::vector<RankedScores>& rankings, std::span<const std::uint32_t> counts) {
    double sum = 0;
    int defined = 0;
    for (const RankedScores& ranking : rankings)
        if (const double area = ranking.area(counts); !std::isnan(area)) {
            sum += area;
            ++defined;
        }
    return defined > 0 ? sum / defined : std::numeric_limits<double>::quiet_NaN();
}

/// The bootstrapped figures of one sample.
struct Figures {
    double auroc = 0;
    double ece = 0;
};

class Sample {
public:
    explicit Sample(const ClassificationData& data)
        : m_classes(data.classes), m_outcomes(outcomes(data)), m_counts(countClasses(m_classes, m_outcomes)),
          m_rankings(rankings(data, m_outcomes, m_counts)) {}

    std::size_t size() const { return m_outcomes.size(); }
    const ClassCounts& counts() const { return m_counts; }

    Figures figures(std::span<const std::uint32_t> times) const {
        return {meanArea(m_rankings, times), calibrationError(m_outcomes, times)};
    }

private:
    int m_classes;
    std::vector<Outcome> m_outcomes;
    ClassCounts m_counts;
    std::vector<RankedScores> m_rankings;
};

} // namespace

int argmax(std::span<const float> values) {
    std::size_t best = 0;
    for (std::size_t i = 1; i < values.size(); ++i)
        if (values[i] > values[best] || (std::isnan(values[best]) && !std::isnan(values[i])))
            best = i;
    return int(best);
}

ConfusionMatrix confusionMatrix(const ClassificationData& data) {
    const auto classes = std::size_t(data.classes);
    ConfusionMatrix matrix(classes, std::vector<std::int64_t>(classes, 0));
    for (const Outcome& outcome : outcomes(data))
        ++matrix[std::size_t(outcome.truth)][std::size_t(outcome.predicted)];
    return matrix;
}

std::vector<ClassReport> classReports(const ClassificationData& data) {
    const auto all = outcomes(data);
    const auto counts = countClasses(data.classes, all);
    const auto classes = std::size_t(data.classes);
    std::vector<ClassReport> reports;
    for (std::size_t c = 0; c < classes; ++c)
        reports.push_back(
            {counts.support[c], wilson(counts.correct[c], counts.predicted[c]),
             wilson(counts.correct[c], counts.support[c]),
             f1Estimate(counts.correct[c], counts.support[c] + counts.predicted[c] - 2 * counts.correct[c])});
    return reports;
}

ClassificationSummary summarise(const ClassificationData& data) {
    const Sample sample(data);
    const std::vector<std::uint32_t> once(sample.size(), 1);
    const Figures figures = sample.figures(once);
    std::vector<double> auroc, ece;
    Bootstrap bootstrap(sample.size());
    for (int i = 0; i < Bootstrap::kDraws && sample.size() > 0; ++i) {
        const Figures drawn = sample.figures(bootstrap.draw());
        auroc.push_back(drawn.auroc);
        ece.push_back(drawn.ece);
    }
    std::int64_t correct = 0;
    for (const std::int64_t count : sample.counts().correct)
        correct += count;
    std::vector<Estimate> recalls, f1s;
    for (const ClassReport& report : classReports(data)) {
        recalls.push_back(report.recall);
        f1s.push_back(report.f1);
    }
    return {.accuracy = wilson(correct, std::int64_t(sample.size())),
            .balancedAccuracy = meanEstimate(recalls),
            .macroF1 = meanEstimate(f1s),
            .auroc = percentileInterval(figures.auroc, std::move(auroc)),
            .ece = percentileInterval(figures.ece, std::move(ece))};
}

double crossEntropy(std::span<const float> probabilities, int truth) {
    if (truth < 0 || std::size_t(truth) >= probabilities.size())
        return std::numeric_limits<double>::quiet_NaN();
    // A probability that underflowed to 0 costs the most a float can say, not infinity.
    const float probability = probabilities[std::size_t(truth)];
    return -std::log(double(
        std::isnan(probability) ? probability : std::max(probability, std::numeric_limits<float>::min())));
}

} // namespace graft::metrics
