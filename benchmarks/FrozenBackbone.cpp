// A frozen ResNet, 25 epochs on hymenoptera_256 with random crop and flip: the whole run here beside the
// usual loop in PyTorch, whose epochs all cost the same, so that two of them say what 25 cost.
//
//   benchmarks/FrozenBackbone [--accuracy], in the folder of the build
//
// --accuracy: the accuracy of the usual loop, too, with the same weights; its five runs take more than an
// hour.
#include "support/Hymenoptera.h"
#include "support/PythonPeer.h"

#include <QCoreApplication>

#include <cstdio>

using namespace graft;

namespace {

constexpr int kEpochs = 25, kPeerEpochs = 2, kSeeds = 5;
constexpr double kTimesFaster = 20;
constexpr double kUsualAccuracy = 0.9503; ///< of ResNet-50, as usual_loop.py has found it: docs/speed.md

struct Network {
    const char* name;
    const char* weights; ///< empty: random, for the time alone
};
constexpr Network kNetworks[] = {{"resnet18", ""}, {"resnet50", "resnet50.keras_v1"}};

training::RunInput inputFor(const Network& network, benchmark::Hymenoptera& data) {
    training::TrainingOptions options = data.options(network.name, network.weights);
    options.freeze = "all";
    options.epochs = kEpochs;
    options.augment = {.horizontalFlip = true, .minimumScale = 0.5};
    options.views = 4;
    return data.input(options);
}

/// Of the best epoch.
double accuracyOf(const runs::RunRecord& record) {
    return record.bestEpoch ? record.epochs[std::size_t(*record.bestEpoch - 1)].values.at("val_accuracy") : 0;
}

/// Of the best epoch of the usual loop, mean over the seeds. An Error where there is no PyTorch.
Result<double> usualAccuracy(const Network& network) {
    const auto file = benchmark::sharedFolder() / "weights" / (std::string(network.weights) + ".safetensors");
    double sum = 0;
    for (int seed = 0; seed < kSeeds; ++seed) {
        auto arguments = benchmark::Hymenoptera::peerArguments(network.name, "all", kEpochs);
        arguments.insert(arguments.end(), {file.string(), std::to_string(seed)});
        const auto peer = benchmark::runPeer("usual_loop.py", arguments);
        if (!peer)
            return peer.error();
        sum += peer->at("accuracy");
    }
    return sum / kSeeds;
}

/// Whole seconds of the first run, with nothing cached; adds the accuracy of five seeds to the card.
double runs(const Network& network, bool beside, benchmark::Hymenoptera& data, benchmark::Scorecard& card) {
    training::RunInput input = inputFor(network, data);
    double seconds = 0, accuracy = 0;
    const int seeds = *network.weights ? kSeeds : 1;
    for (int seed = 0; seed < seeds; ++seed) {
        input.options.seed = std::uint64_t(seed);
        const benchmark::Stopwatch watch;
        const runs::RunRecord record = data.train(input);
        seconds = seed == 0 ? watch.seconds() : seconds;
        accuracy += accuracyOf(record) / seeds;
    }
    if (!*network.weights)
        return seconds;
    const Result<double> usual = beside ? usualAccuracy(network) : Result<double>(kUsualAccuracy);
    if (usual)
        card.atLeast(std::string("mean accuracy of five seeds, ") + network.name, accuracy, *usual, "");
    else
        card.passedOver("the accuracy of the usual loop", usual.error().message);
    return seconds;
}

int measure(bool beside, benchmark::Scorecard& card) {
    benchmark::Hymenoptera data;
    for (const Network& network : kNetworks) {
        const double ours = runs(network, beside, data, card);
        const auto peer = benchmark::runPeer(
            "usual_loop.py", benchmark::Hymenoptera::peerArguments(network.name, "all", kPeerEpochs));
        if (!peer) {
            card.passedOver("the usual loop in PyTorch", peer.error().message);
            continue;
        }
        const double theirs = peer->at("epoch") * kEpochs;
        const std::string name = std::string("25 epochs, everything frozen, ") + network.name;
        card.against(name, ours, theirs, "s", benchmark::Scorecard::Better::Lower);
        card.atLeast(name + ", times as fast", theirs / ours, kTimesFaster, "×");
    }
    return card.exitCode();
}

} // namespace

int main(int argc, char** argv) {
    Q_INIT_RESOURCE(graft);
    const QCoreApplication application(argc, argv);
    benchmark::Scorecard card;
    if (benchmark::sharedFolder().empty()) {
        card.passedOver("a frozen backbone", "the shared data are not on this machine (GRAFT_SHARED)");
        return 0;
    }
    try {
        return measure(argc > 1 && std::string(argv[1]) == "--accuracy", card);
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "%s\n", failure.what());
        return 1;
    }
}
