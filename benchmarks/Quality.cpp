// How good the recipes' answers are: Quick and Best with the program's own defaults on real sets of images,
// five seeds each, against the linear probe that was measured apart from this program (its figures are in the
// data's README).
//
//   Quality [--best] [--held-out] [--folds] [--device NAME] [--first-seed N] [--seeds N] [SET…]
//
// --best: Best, too, and how many images only one of the two has right.
// --folds: both sides of a set together, in five folds drawn anew by each seed, so that more images judge.
// --held-out: the choices (strength of the penalty, epoch) fall on a fifth of the training images, so that
// nothing is chosen on what judges; the probe has learnt from all of them.
#include "metrics/Repetition.h"
#include "support/Labelled.h"
#include "support/Scorecard.h"
#include "training/Recipes.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

using namespace graft;

namespace {

struct Asked {
    bool best = false;
    bool heldOut = false;
    bool folds = false;
    std::uint64_t firstSeed = 0;
    std::string device = "auto";
    std::uint64_t seeds = 5;
    std::vector<std::string> sets;
};

struct Probe { ///< what the data's README says of a set; nothing of some
    const char* set;
    const char* weights;
    std::optional<double> accuracy;
    std::optional<double> balanced;
    bool classesUneven = false; ///< what counts is the balanced accuracy
};
constexpr Probe kProbes[] = {
    {"hymenoptera_256", "resnet50.keras_v1", 0.948, {}},
    {"hymenoptera_256", "mobilenet_v2.onnxzoo_features", 0.948, {}},
    {"wbc_dataset1", "resnet50.keras_v1", 0.933, 0.713, true},
    {"wbc_dataset1", "mobilenet_v2.onnxzoo_features", {}, {}, true},
    {"mednist_1200", "resnet50.keras_v1", 0.999, {}},
    {"mednist_1200", "mobilenet_v2.onnxzoo_features", {}, {}},
};

/// As the program recommends it for so many images.
training::TrainingOptions optionsFor(const Asked& asked, const training::PretrainedWeights& weights,
                                     const std::vector<dataset::Item>& train, const std::string& recipe,
                                     std::uint64_t seed) {
    training::TrainingOptions options;
    options.model = weights.id.substr(0, weights.id.find('.'));
    options.weights = weights.id;
    options.batch = train.size() >= 200 ? 32 : train.size() >= 64 ? 16 : 8;
    std::vector<int> counts;
    for (const dataset::Item& item : train) {
        counts.resize(std::max(counts.size(), std::size_t(item.target) + 1));
        ++counts[std::size_t(item.target)];
    }
    std::erase(counts, 0);
    options.balanced = std::ranges::max(counts) >= 4 * std::ranges::min(counts);
    options.device = asked.device;
    options.seed = seed;
    return training::withRecipe(options, recipe);
}

/// Adds what a run says of the images that judge.
void judge(const Asked& asked, const runs::RunRecord& record, const std::vector<dataset::Item>& test,
           metrics::ClassificationData& data) {
    auto predictor = training::Predictor::open(record.folder, asked.device);
    if (!predictor)
        throw std::runtime_error(predictor.error().message);
    const auto predictions = predictor->predict(test);
    if (!predictions)
        throw std::runtime_error(predictions.error().message);
    for (std::size_t i = 0; i < test.size(); ++i) {
        if ((*predictions)[i].probabilities.empty())
            throw std::runtime_error((*predictions)[i].problem);
        data.truth.push_back(test[i].target);
        data.probabilities.insert(data.probabilities.end(), (*predictions)[i].probabilities.begin(),
                                  (*predictions)[i].probabilities.end());
    }
}

struct Figures {
    double accuracy = 0;
    double balanced = 0;
    std::vector<bool> right; ///< of every image that judges
};

Figures figuresOf(const metrics::ClassificationData& data) {
    const metrics::ConfusionMatrix confusion = metrics::confusionMatrix(data);
    Figures figures;
    double right = 0, recalls = 0;
    int occurring = 0;
    for (std::size_t i = 0; i < confusion.size(); ++i) {
        double images = 0;
        for (const auto count : confusion[i])
            images += double(count);
        right += double(confusion[i][i]);
        if (images > 0) {
            recalls += double(confusion[i][i]) / images;
            ++occurring;
        }
    }
    figures.accuracy = right / double(data.size());
    figures.balanced = recalls / occurring;
    for (std::size_t i = 0; i < data.size(); ++i)
        figures.right.push_back(metrics::argmax(data.row(i)) == data.truth[i]);
    return figures;
}

/// All folds of a set together, by one seed.
Figures measure(const Asked& asked, const Probe& probe, const std::string& recipe, std::uint64_t seed) {
    const benchmark::ScratchFolder scratch;
    benchmark::Labelled set = benchmark::readLabelled(probe.set, seed);
    if (asked.folds)
        benchmark::pool(set, seed);
    metrics::ClassificationData data{.classes = int(set.classes.size())};
    for (benchmark::Parted part : set.parts) {
        training::RunInput input;
        input.weights = benchmark::weightsFromShared(probe.weights);
        input.classes = set.classes;
        input.validation = asked.heldOut ? benchmark::takeFifth(part.train, seed) : part.test;
        input.train = part.train;
        input.options = optionsFor(asked, *input.weights, part.train, recipe, seed);
        const auto outcome =
            training::train(input, scratch.path() / "runs", [](const training::TrainingEvent&) {});
        if (!outcome)
            throw std::runtime_error(outcome.error().message + " " + outcome.error().detail);
        judge(asked, outcome->record, part.test, data);
    }
    return figuresOf(data);
}

std::string shown(const metrics::Estimate& estimate) {
    char text[64];
    std::snprintf(text, sizeof text, "%.4f (%.4f to %.4f)", estimate.value, estimate.low, estimate.high);
    return text;
}

struct Repeated {
    std::vector<double> accuracy, balanced;
    std::vector<std::vector<bool>> right; ///< [seed][image]
};

Repeated repeat(const Asked& asked, const Probe& probe, const std::string& recipe) {
    Repeated repeated;
    const benchmark::Stopwatch watch;
    for (std::uint64_t seed = asked.firstSeed; seed < asked.firstSeed + asked.seeds; ++seed) {
        Figures figures = measure(asked, probe, recipe, seed);
        std::printf("%s, %s, %s, seed %llu: accuracy %.4f, balanced %.4f\n", probe.set, probe.weights,
                    recipe.c_str(), static_cast<unsigned long long>(seed), figures.accuracy,
                    figures.balanced);
        std::fflush(stdout);
        repeated.accuracy.push_back(figures.accuracy);
        repeated.balanced.push_back(figures.balanced);
        repeated.right.push_back(std::move(figures.right));
    }
    std::printf("%s, %s, %s%s%s: accuracy %s, balanced %s, %.0f s\n", probe.set, probe.weights,
                recipe.c_str(), asked.heldOut ? ", held out" : "", asked.folds ? ", folds" : "",
                shown(metrics::meanOfRuns(repeated.accuracy)).c_str(),
                shown(metrics::meanOfRuns(repeated.balanced)).c_str(), watch.seconds());
    std::fflush(stdout);
    return repeated;
}

/// Images are the same in every seed, so that a test of chance is one of one seed.
void countPairs(const Probe& probe, const Repeated& quick, const Repeated& best) {
    for (std::size_t seed = 0; seed < quick.right.size(); ++seed) {
        const auto& first = quick.right[seed];
        const auto& second = best.right[seed];
        std::int64_t onlyQuick = 0, onlyBest = 0;
        for (std::size_t i = 0; i < first.size(); ++i) {
            onlyQuick += first[i] && !second[i];
            onlyBest += second[i] && !first[i];
        }
        std::printf("%s, %s: of %zu images only Quick has %lld right, only Best %lld, p %.2f\n", probe.set,
                    probe.weights, first.size(), static_cast<long long>(onlyQuick),
                    static_cast<long long>(onlyBest), metrics::mcnemar(onlyQuick, onlyBest));
    }
}

double mean(const std::vector<double>& values) {
    return metrics::meanOfRuns(values).value;
}

void compare(const Asked& asked, const Probe& probe, benchmark::Scorecard& card) {
    const std::string name = std::string(probe.set) + ", " + probe.weights;
    const Repeated quick = repeat(asked, probe, "quick");
    constexpr double kRounded = 5e-4;     // the README gives three digits
    if (!asked.heldOut && !asked.folds) { // the probe has the sets' own sides
        if (probe.accuracy)
            card.atLeast(name + ", Quick, accuracy", mean(quick.accuracy), *probe.accuracy - kRounded, "");
        if (probe.balanced)
            card.atLeast(name + ", Quick, balanced", mean(quick.balanced), *probe.balanced - kRounded, "");
    }
    if (!asked.best)
        return;
    const Repeated best = repeat(asked, probe, "best");
    countPairs(probe, quick, best);
    const auto& [before, after] = probe.classesUneven ? std::pair(quick.balanced, best.balanced)
                                                      : std::pair(quick.accuracy, best.accuracy);
    if (asked.heldOut) // else the images that judge have chosen, too, and both are flattered
        card.atLeast(name + ", Best against Quick", mean(after), mean(before), "");
}

Asked readArguments(int count, char** arguments) {
    Asked asked;
    for (int i = 1; i < count; ++i) {
        const std::string argument = arguments[i];
        if (argument == "--best")
            asked.best = true;
        else if (argument == "--held-out")
            asked.heldOut = true;
        else if (argument == "--folds")
            asked.folds = true;
        else if (argument == "--first-seed" && i + 1 < count)
            asked.firstSeed = std::strtoull(arguments[++i], nullptr, 10);
        else if (argument == "--device" && i + 1 < count)
            asked.device = arguments[++i];
        else if (argument == "--seeds" && i + 1 < count)
            asked.seeds = std::strtoull(arguments[++i], nullptr, 10);
        else
            asked.sets.push_back(argument);
    }
    return asked;
}

} // namespace

int main(int count, char** arguments) {
    const Asked asked = readArguments(count, arguments);
    benchmark::Scorecard card;
    for (const Probe& probe : kProbes) {
        const std::string both = std::string(probe.set) + "/" + probe.weights;
        const auto named = [&](const std::string& set) { return both.find(set) != std::string::npos; };
        if (!asked.sets.empty() && std::ranges::none_of(asked.sets, named))
            continue;
        try {
            compare(asked, probe, card);
        } catch (const std::exception& failure) {
            card.passedOver(both, failure.what());
        }
    }
    return card.exitCode();
}
