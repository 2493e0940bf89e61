#include "training/Scores.h"

#include <cmath>
#include <numeric>

namespace graft::training {

namespace {

/// Variance of a share that was found `right` times of `images`. By Laplace's rule, one more right and one
/// more wrong, the share is never nought or one: all of ten right is no certainty.
double varianceOf(double right, double images) {
    const double share = (right + 1) / (images + 2);
    return share * (1 - share) / images;
}

void addBalanced(const metrics::ConfusionMatrix& confusion, Scores& scores) {
    double recalls = 0, variance = 0;
    int occurring = 0;
    for (std::size_t i = 0; i < confusion.size(); ++i) {
        const auto images = std::accumulate(confusion[i].begin(), confusion[i].end(), std::int64_t(0));
        if (images == 0)
            continue;
        recalls += double(confusion[i][i]) / double(images);
        variance += varianceOf(double(confusion[i][i]), double(images));
        ++occurring;
    }
    if (occurring == 0)
        return;
    scores.balancedAccuracy = recalls / occurring;
    scores.balancedError = std::sqrt(variance) / occurring;
}

} // namespace

Scores scoresOf(const metrics::ClassificationData& data) {
    const metrics::ConfusionMatrix confusion = metrics::confusionMatrix(data);
    Scores scores{.images = std::int64_t(data.size())};
    std::int64_t correct = 0;
    for (std::size_t i = 0; i < data.size(); ++i) {
        scores.loss += metrics::crossEntropy(data.row(i), data.truth[i]);
        correct += metrics::argmax(data.row(i)) == data.truth[i];
    }
    scores.loss /= double(data.size());
    scores.accuracy = double(correct) / double(data.size());
    addBalanced(confusion, scores);
    return scores;
}

Rating ratingOf(const TrainingOptions& options, const Scores& scores) {
    if (countsClassesAlike(options))
        return {scores.balancedAccuracy, scores.balancedError, scores.loss};
    const auto images = double(scores.images);
    return {scores.accuracy, std::sqrt(varianceOf(scores.accuracy * images, images)), scores.loss};
}

bool BestEpoch::consider(int next, const Rating& rating, bool latest) {
    const bool higher = epoch == 0 || rating.accuracy > highest;
    if (higher) {
        highest = rating.accuracy;
        equal = latest ? rating.accuracy - rating.error : rating.accuracy;
    }
    const bool asGood = rating.accuracy > equal || rating.accuracy == highest;
    if (!higher && !(asGood && (latest || rating.loss < loss)))
        return false;
    epoch = next;
    accuracy = rating.accuracy;
    loss = rating.loss;
    return true;
}

std::map<std::string, double> valuesOf(const Scores& learnt, const Scores& checked) {
    return {{"train_loss", learnt.loss},
            {"train_accuracy", learnt.accuracy},
            {"val_loss", checked.loss},
            {"val_accuracy", checked.accuracy},
            {"val_balanced_accuracy", checked.balancedAccuracy}};
}

} // namespace graft::training
