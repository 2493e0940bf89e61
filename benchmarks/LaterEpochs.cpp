// With a frozen backbone the later epochs of a run take less than a tenth of the first, and learn the same as
// without a cache.
#include "intake/Intake.h"
#include "support/Scorecard.h"
#include "workflow/Workflow.h"

#include <QCoreApplication>

#include <cmath>
#include <cstdio>

using namespace graft;

namespace {

constexpr auto kWeights = "resnet50.keras_v1";

std::unique_ptr<project::Project> hymenoptera(const std::filesystem::path& folder) {
    auto project = project::Project::create(folder, annotation::TaskKind::Classification);
    if (!project)
        return nullptr;
    intake::IntakeOptions options;
    options.sources = {benchmark::sharedFolder() / "data/hymenoptera_256"};
    options.read.format = "folders";
    return intake::importInto(**project, options, {}) ? std::move(*project) : nullptr;
}

struct Epochs {
    double first = 0;
    double later = 0; ///< median
    std::vector<double> losses;
};

Result<Epochs> run(const project::Project& project, const zoo::Zoo& zoo, training::TrainingOptions options) {
    const auto input = workflow::prepareRun(project, zoo, options);
    if (!input)
        return input.error();
    const auto outcome = training::train(*input, project.runsFolder(), [](const training::TrainingEvent&) {});
    if (!outcome)
        return outcome.error();
    Epochs epochs;
    std::vector<double> later;
    for (const runs::EpochRecord& record : outcome->record.epochs) {
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

} // namespace

int main(int argc, char** argv) {
    Q_INIT_RESOURCE(graft);
    const QCoreApplication application(argc, argv);
    benchmark::Scorecard card;
    if (benchmark::sharedFolder().empty()) {
        card.passedOver("later epochs", "the shared data are not on this machine (GRAFT_SHARED)");
        return 0;
    }
    const benchmark::ScratchFolder scratch;
    zoo::Zoo::Places places = zoo::Zoo::defaultPlaces();
    places.store = scratch.path() / "weights";
    places.offeredFolder = benchmark::sharedFolder() / "weights";
    const auto catalogue = zoo::ownCatalogue();
    const auto project = hymenoptera(scratch.path() / "hymenoptera.graft");
    if (!catalogue || !project) {
        std::fprintf(stderr, "the project could not be made\n");
        return 1;
    }
    const zoo::Zoo zoo(*catalogue, places);
    const zoo::WeightsEntry* entry = zoo.entry(kWeights);
    if (const auto fetched = zoo.fetch(*entry); !fetched) {
        std::fprintf(stderr, "%s\n", fetched.error().message.c_str());
        return 1;
    }
    training::TrainingOptions options = workflow::recommendedOptions(*project, "resnet50", entry, "custom");
    options.weights = kWeights;
    options.freeze = "all";
    options.augment = {};
    options.epochs = 3; // the same in both: the learning rate follows the planned epochs
    const auto cached = run(*project, zoo, options);
    options.cachePrefix = false;
    const auto uncached = run(*project, zoo, options);
    if (!cached || !uncached) {
        std::fprintf(stderr, "%s\n", (cached ? uncached : cached).error().message.c_str());
        return 1;
    }
    card.figure("first epoch, hymenoptera, ResNet-50 frozen", cached->first, "s");
    card.figure("later epochs", cached->later, "s");
    card.figure("later epochs without the cache", uncached->later, "s");
    card.atMost("later by first", cached->later / cached->first, 0.1, "");
    const std::vector<double> same(cached->losses.begin(),
                                   cached->losses.begin() + std::ptrdiff_t(uncached->losses.size()));
    card.atMost("largest difference of a loss, cached and not", largestDifference(same, uncached->losses), 0,
                "nats");
    return card.exitCode();
}
