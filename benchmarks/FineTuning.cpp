// Epochs of a ResNet that learns in part or as a whole, on hymenoptera_256 with random crop and flip, beside
// the usual loop in PyTorch on the same machine.
#include "support/Hymenoptera.h"
#include "support/PythonPeer.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>

using namespace graft;

namespace {

constexpr int kEpochs = 25, kPeerEpochs = 2;
constexpr int kViews = 4, kMeasured = kViews + 2;

struct Network {
    const char* name;
    const char* weights; ///< empty: random, for the time alone
};
constexpr Network kNetworks[] = {{"resnet18", ""}, {"resnet50", "resnet50.keras_v1"}};

training::TrainingOptions optionsFor(const Network& network, benchmark::Hymenoptera& data, const char* freeze,
                                     int epochs) {
    training::TrainingOptions options = data.options(network.name, network.weights);
    options.freeze = freeze;
    options.epochs = epochs;
    options.augment = {.horizontalFlip = true, .minimumScale = 0.5};
    options.views = kViews;
    return options;
}

double usualEpoch(const Network& network, const char* freeze) {
    const auto peer = benchmark::runPeer(
        "usual_loop.py", benchmark::Hymenoptera::peerArguments(network.name, freeze, kPeerEpochs));
    if (!peer)
        throw std::runtime_error(peer.error().message);
    return peer->at("epoch");
}

void report(benchmark::Scorecard& card, const std::string& what, double ours, double theirs, double bound) {
    card.against(what, ours, theirs, "s", benchmark::Scorecard::Better::Lower);
    card.atLeast(what + ", times as fast", theirs / ours, bound, "×");
}

/// The first epochs fill the cache with the views, one each; all others cost what the later ones do.
void upToLayer3(benchmark::Scorecard& card, const Network& network, benchmark::Hymenoptera& data) {
    const runs::RunRecord run = data.train(data.input(optionsFor(network, data, "layer3", kMeasured)));
    double ours = 0;
    for (int i = 0; i < kViews; ++i)
        ours += run.epochs.at(std::size_t(i)).seconds;
    ours += (kEpochs - kViews) * std::min(run.epochs.at(kViews).seconds, run.epochs.at(kViews + 1).seconds);
    report(card, std::string("25 epochs, frozen up to layer3, ") + network.name, ours,
           kEpochs * usualEpoch(network, "layer3"), 5);
}

double epochOfAll(const Network& network, benchmark::Hymenoptera& data, const char* precision) {
    training::TrainingOptions options = optionsFor(network, data, "none", kPeerEpochs);
    options.precision = precision;
    const runs::RunRecord run = data.train(data.input(options));
    double fastest = run.epochs.front().seconds;
    for (const runs::EpochRecord& epoch : run.epochs)
        fastest = std::min(fastest, epoch.seconds);
    return fastest;
}

void everything(benchmark::Scorecard& card, const Network& network, benchmark::Hymenoptera& data) {
    const double theirs = usualEpoch(network, "none");
    const std::string name = network.name;
    report(card, "an epoch, nothing frozen, float32, " + name, epochOfAll(network, data, "float32"), theirs,
           1.1);
    if (training::machine().bfloat16)
        report(card, "an epoch, nothing frozen, bfloat16, " + name, epochOfAll(network, data, "bfloat16"),
               theirs, 1.7);
    else
        card.passedOver("nothing frozen, bfloat16", "this processor has no bfloat16 arithmetic");
}

} // namespace

int main(int argc, char** argv) {
    Q_INIT_RESOURCE(graft);
    const QCoreApplication application(argc, argv);
    benchmark::Scorecard card;
    if (benchmark::sharedFolder().empty()) {
        card.passedOver("fine-tuning", "the shared data are not on this machine (GRAFT_SHARED)");
        return 0;
    }
    try {
        benchmark::Hymenoptera data;
        for (const Network& network : kNetworks) {
            upToLayer3(card, network, data);
            everything(card, network, data);
        }
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "%s\n", failure.what());
        return 1;
    }
    return card.exitCode();
}
