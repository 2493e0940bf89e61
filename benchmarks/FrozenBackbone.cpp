// A frozen ResNet, 25 epochs on hymenoptera_256 with random crop and flip: the whole run here beside the
// usual loop in PyTorch, whose epochs all cost the same, so that two of them say what 25 cost.
#include "intake/Intake.h"
#include "support/PythonPeer.h"
#include "support/Scorecard.h"
#include "workflow/Workflow.h"

#include <QCoreApplication>

#include <cstdio>
#include <thread>

using namespace graft;

namespace {

constexpr int kEpochs = 25, kPeerEpochs = 2, kSeeds = 5;
constexpr double kTimesFaster = 20;

struct Network {
    const char* name;
    const char* weights; ///< empty: random, for the time alone
};
constexpr Network kNetworks[] = {{"resnet18", ""}, {"resnet50", "resnet50.keras_v1"}};

training::RunInput inputFor(const Network& network, const project::Project& project, const zoo::Zoo& zoo) {
    const zoo::WeightsEntry* entry = zoo.entry(network.weights);
    training::TrainingOptions options = workflow::recommendedOptions(project, network.name, entry, "custom");
    options.weights = *network.weights ? network.weights : "none";
    options.freeze = "all";
    options.epochs = kEpochs;
    options.augment = {.horizontalFlip = true, .minimumScale = 0.5};
    options.views = 4;
    auto input = workflow::prepareRun(project, zoo, options);
    if (!input)
        throw std::runtime_error(input.error().message);
    return *std::move(input);
}

/// Of the best epoch.
double accuracyOf(const runs::RunRecord& record) {
    return record.bestEpoch ? record.epochs[std::size_t(*record.bestEpoch - 1)].values.at("val_accuracy") : 0;
}

/// Whole seconds of the first run, with nothing cached; adds the accuracy of five seeds to the card.
double runs(const Network& network, const project::Project& project, const zoo::Zoo& zoo,
            benchmark::Scorecard& card) {
    training::RunInput input = inputFor(network, project, zoo);
    double seconds = 0, accuracy = 0;
    const int seeds = *network.weights ? kSeeds : 1;
    for (int seed = 0; seed < seeds; ++seed) {
        input.options.seed = std::uint64_t(seed);
        const benchmark::Stopwatch watch;
        const auto outcome =
            training::train(input, project.runsFolder(), [](const training::TrainingEvent&) {});
        if (!outcome)
            throw std::runtime_error(outcome.error().message);
        seconds = seed == 0 ? watch.seconds() : seconds;
        accuracy += accuracyOf(outcome->record) / seeds;
    }
    if (*network.weights)
        card.atLeast(std::string("mean accuracy of five seeds, ") + network.name, accuracy, 0.94, "");
    return seconds;
}

int measure(benchmark::Scorecard& card) {
    const std::filesystem::path data = benchmark::sharedFolder() / "data/hymenoptera_256";
    const benchmark::ScratchFolder scratch;
    zoo::Zoo::Places places = zoo::Zoo::defaultPlaces();
    places.store = scratch.path() / "weights";
    places.offeredFolder = benchmark::sharedFolder() / "weights";
    const auto catalogue = zoo::ownCatalogue();
    if (!catalogue)
        throw std::runtime_error(catalogue.error().message);
    const zoo::Zoo zoo(*catalogue, places);
    auto project =
        project::Project::create(scratch.path() / "hymenoptera.graft", annotation::TaskKind::Classification);
    if (!project)
        throw std::runtime_error(project.error().message);
    intake::IntakeOptions options;
    options.sources = {data};
    options.read.format = "folders";
    if (const auto imported = intake::importInto(**project, options, {}); !imported)
        throw std::runtime_error(imported.error().message);
    const std::string threads = std::to_string(std::max(1u, std::thread::hardware_concurrency()));
    for (const Network& network : kNetworks) {
        if (*network.weights)
            if (const auto fetched = zoo.fetch(*zoo.entry(network.weights)); !fetched)
                throw std::runtime_error(fetched.error().message);
        const double ours = runs(network, **project, zoo, card);
        const auto peer =
            benchmark::runPeer("frozen_backbone.py", {threads, network.name, (data / "train").string(),
                                                      (data / "val").string(), std::to_string(kPeerEpochs)});
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
        return measure(card);
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "%s\n", failure.what());
        return 1;
    }
}
