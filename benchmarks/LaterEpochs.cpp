// With a frozen backbone the later epochs of a run take less than a tenth of the first, and learn the same as
// without a cache.
#include "support/Hymenoptera.h"

#include <QCoreApplication>

#include <cmath>
#include <cstdio>

using namespace graft;

namespace {

constexpr auto kWeights = "resnet50.keras_v1";

struct Epochs {
    double first = 0;
    double later = 0; ///< median
    std::vector<double> losses;
};

Epochs run(const benchmark::Hymenoptera& data, const training::TrainingOptions& options) {
    const runs::RunRecord run = data.train(data.input(options));
    Epochs epochs;
    std::vector<double> later;
    for (const runs::EpochRecord& record : run.epochs) {
        if (record.epoch == 1)
            epochs.first = record.seconds;
        else
            later.push_back(record.seconds);
        epochs.losses.push_back(record.values.at("train_loss"));
        epochs.losses.push_back(record.values.at("val_loss"));
    }
    epochs.later = benchmark::median(later);
    return epochs;
}

double largestDifference(const std::vector<double>& a, const std::vector<double>& b) {
    double largest = a.size() == b.size() ? 0 : INFINITY;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        largest = std::max(largest, std::abs(a[i] - b[i]));
    return largest;
}

void measure(benchmark::Scorecard& card) {
    benchmark::Hymenoptera data;
    training::TrainingOptions options = data.options("resnet50", kWeights);
    options.freeze = "all";
    options.augment = {};
    options.epochs = 3; // the same in both: the learning rate follows the planned epochs
    const Epochs cached = run(data, options);
    options.cachePrefix = false;
    const Epochs uncached = run(data, options);
    card.figure("first epoch, hymenoptera, ResNet-50 frozen", cached.first, "s");
    card.figure("later epochs", cached.later, "s");
    card.figure("later epochs without the cache", uncached.later, "s");
    card.atMost("later by first", cached.later / cached.first, 0.1, "");
    card.atMost("largest difference of a loss, cached and not",
                largestDifference(cached.losses, uncached.losses), 0, "nats");
}

} // namespace

int main(int argc, char** argv) {
    Q_INIT_RESOURCE(graft);
    const QCoreApplication application(argc, argv);
    benchmark::Scorecard card;
    if (benchmark::sharedFolder().empty()) {
        card.passedOver("later epochs", "the shared data are not on this machine (GRAFT_SHARED)");
        return 0;
    }
    try {
        measure(card);
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "%s\n", failure.what());
        return 1;
    }
    return card.exitCode();
}
