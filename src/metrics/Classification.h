#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace graft::metrics {

/// A figure and its 95 % confidence interval. NaN where it is not defined (no such image).
struct Estimate {
    double value = 0;
    double low = 0;
    double high = 0;
};

/// Wilson's score interval for `successes` of `trials` at 95 % (Wilson 1927).
Estimate wilson(std::int64_t successes, std::int64_t trials);

/// F1 = 2·TP / (2·TP + FP + FN) with the interval that Wilson's gives for TP / (TP + FP + FN), of which F1 is
/// a rising function. Unlike a bootstrap's it has a width where every image was right.
Estimate f1Estimate(std::int64_t truePositives, std::int64_t falsePositivesAndNegatives);

/// Mean of figures of different images (recalls of classes) with the interval that follows from theirs: the
/// method of variance estimates recovery (Zou and Donner 2008). Undefined ones are left out.
Estimate meanEstimate(std::span<const Estimate> estimates);

/// Rows: truth; columns: prediction.
using ConfusionMatrix = std::vector<std::vector<std::int64_t>>;

/// Truth, predicted probabilities [n × classes], row by row.
struct ClassificationData {
    int classes = 0;
    std::vector<int> truth;
    std::vector<float> probabilities;

    std::size_t size() const { return truth.size(); }
    std::span<const float> row(std::size_t i) const {
        return std::span(probabilities).subspan(i * std::size_t(classes), std::size_t(classes));
    }
};

int argmax(std::span<const float> values);
ConfusionMatrix confusionMatrix(const ClassificationData& data);

struct ClassReport {
    std::int64_t support = 0;
    Estimate precision; ///< Wilson
    Estimate recall;    ///< Wilson
    Estimate f1;        ///< f1Estimate()
};
std::vector<ClassReport> classReports(const ClassificationData& data);

/// Accuracy with Wilson's interval, balanced accuracy and macro F1 with that of meanEstimate(); the others
/// with a seeded percentile bootstrap of 1,000 draws over images.
struct ClassificationSummary {
    Estimate accuracy;
    Estimate balancedAccuracy; ///< mean recall over the classes that occur
    Estimate macroF1;
    Estimate auroc; ///< one against the rest, mean over the classes that occur
    Estimate ece;   ///< expected calibration error, 15 bins (Guo et al. 2017)
};
ClassificationSummary summarise(const ClassificationData& data);

/// Cross-entropy of one row against the truth, in nats.
double crossEntropy(std::span<const float> probabilities, int truth);

} // namespace graft::metrics
