#include "training/Scores.h"

#include <numeric>

namespace graft::training {

namespace {

double balancedAccuracy(const metrics::ConfusionMatrix& confusion) {
    double sum = 0;
    int occurring = 0;
    for (std::size_t i = 0; i < confusion.size(); ++i) {
        const auto images = std::accumulate(confusion[i].begin(), confusion[i].end(), std::int64_t(0));
        if (images == 0)
            continue;
        sum += double(confusion[i][i]) / double(images);
        ++occurring;
    }
    return occurring == 0 ? 0 : sum / occurring;
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
    scores.balancedAccuracy = balancedAccuracy(confusion);
    return scores;
}

bool isBetter(double accuracy, double loss, const BestEpoch& best) {
    if (best.epoch == 0 || accuracy != best.accuracy)
        return best.epoch == 0 || accuracy > best.accuracy;
    return loss < best.loss;
}

std::map<std::string, double> valuesOf(const Scores& learnt, const Scores& checked) {
    return {{"train_loss", learnt.loss},
            {"train_accuracy", learnt.accuracy},
            {"val_loss", checked.loss},
            {"val_accuracy", checked.accuracy},
            {"val_balanced_accuracy", checked.balancedAccuracy}};
}

} // namespace graft::training
