#include "ui/train/Treatments.h"

#include "graph/Architectures.h"
#include "training/Recipes.h"
#include "ui/train/RunWords.h"
#include "ui/train/Verdict.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace graft::ui {
namespace {

using training::TrainingOptions;

constexpr double kMuchDropout = 0.5;
constexpr double kWorthStopping = 0.7; ///< share of the epochs
/// Strong, but nothing that turns left into right or up into down: what that may do is for a person to say.
constexpr double kSmallCrop = 0.35, kTurn = 20, kLight = 0.3;

QString translated(const char* text) {
    return QCoreApplication::translate("Treatments", text);
}

std::optional<Treatment> moreAugmentation(const TrainingOptions& options) {
    Treatment treatment{
        translated(QT_TRANSLATE_NOOP("Treatments", "More augmentation")),
        translated(QT_TRANSLATE_NOOP("Treatments",
                                     "Crops, turns and changes of light are as strong as they should be: it "
                                     "then never sees the same picture twice.")),
        options};
    if (options.recipe == "quick") // which looks at every image a few times, before it solves the head
        treatment.change =
            translated(QT_TRANSLATE_NOOP("Treatments", "Crops, turns and changes of light are as strong as "
                                                       "they should be, in %1 views of each image."))
                .arg(options.views);
    dataset::AugmentOptions& augment = treatment.options.augment;
    augment.minimumScale = std::min(augment.minimumScale, kSmallCrop);
    augment.rotationDegrees = std::max(augment.rotationDegrees, kTurn);
    augment.brightness = std::max(augment.brightness, kLight);
    augment.contrast = std::max(augment.contrast, kLight);
    return augment == options.augment ? std::nullopt : std::optional(treatment);
}

/// The next stop of the freeze slider; in the middle where nothing is frozen yet.
std::string nextFreeze(const TrainingOptions& options) {
    const graph::Architecture* architecture = graph::findArchitecture(options.model);
    if (!architecture || architecture->blocks.empty())
        return {};
    const std::vector<std::string>& blocks = architecture->blocks;
    const std::string upTo = graph::FreezeChoice::read(options.freeze).upTo;
    if (upTo == "all")
        return {};
    if (upTo == "none")
        return blocks[blocks.size() / 2];
    const auto found = std::ranges::find(blocks, upTo);
    // Behind the last block there is the head alone.
    const bool last = found == blocks.end() || found + 1 == blocks.end() || found + 2 == blocks.end();
    return last ? std::string("all") : *(found + 1);
}

std::optional<Treatment> moreFreezing(const TrainingOptions& options) {
    const bool fromScratch = options.weights.empty() || options.weights == "none";
    const std::string next = fromScratch ? std::string() : nextFreeze(options);
    if (next.empty())
        return std::nullopt;
    Treatment treatment{
        {},
        translated(QT_TRANSLATE_NOOP(
            "Treatments", "Fewer parameters learn, so that there is less to learn by heart with.")),
        options};
    treatment.options.freeze = next;
    if (next == "all" && options.recipe == "best") // which lets blocks learn: the head alone is Quick's
        treatment.options = training::withRecipe(treatment.options, "quick");
    treatment.name = next == "all" ? translated(QT_TRANSLATE_NOOP("Treatments", "Freeze all but the head"))
                                   : translated(QT_TRANSLATE_NOOP("Treatments", "Freeze up to %1"))
                                         .arg(QString::fromStdString(graph::blockLabel(next)));
    return treatment;
}

std::optional<Treatment> moreDropout(const TrainingOptions& options) {
    if (options.dropout >= kMuchDropout)
        return std::nullopt;
    Treatment treatment{
        translated(QT_TRANSLATE_NOOP("Treatments", "More dropout")),
        translated(QT_TRANSLATE_NOOP("Treatments", "Dropout of %1 instead of %2: the head may not "
                                                   "rely on single features."))
            .arg(QLocale().toString(kMuchDropout), QLocale().toString(options.dropout)),
        options};
    treatment.options.dropout = kMuchDropout;
    return treatment;
}

std::optional<Treatment> fewerEpochs(const TrainingOptions& options, int until) {
    if (until < 2 || until > kWorthStopping * options.epochs)
        return std::nullopt;
    Treatment treatment{
        translated(QT_TRANSLATE_NOOP("Treatments", "Only %1 epochs")).arg(until),
        translated(QT_TRANSLATE_NOOP("Treatments", "As many as did it good: the learning rate falls "
                                                   "in time, and less is learnt by heart.")),
        options};
    treatment.options.epochs = until;
    return treatment;
}

} // namespace

std::vector<Treatment> treatments(const TrainingOptions& options,
                                  const std::vector<runs::EpochRecord>& epochs,
                                  std::optional<int> bestEpoch) {
    std::vector<std::optional<Treatment>> promising;
    if (const std::optional<int> since = overfittingSince(epochs)) {
        const runs::EpochRecord* best = run_words::bestEpoch(epochs, bestEpoch);
        // The latest of equals says nothing of how many epochs did it good.
        const bool bestIsHighest = best && !options.learning.keepLatest;
        promising = {moreAugmentation(options), moreFreezing(options), moreDropout(options),
                     fewerEpochs(options, bestIsHighest ? best->epoch : *since)};
    } else if (options.recipe == "quick" && solvedHeadHasWideGap(epochs, bestEpoch)) {
        promising = {moreAugmentation(options)}; // there are no steps, no dropout and no blocks that learn
    }
    std::vector<Treatment> all;
    for (const std::optional<Treatment>& treatment : promising)
        if (treatment && treatment->options.check())
            all.push_back(*treatment);
    return all;
}

} // namespace graft::ui
