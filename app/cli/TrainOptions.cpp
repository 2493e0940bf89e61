#include "cli/TrainOptions.h"

#include "cli/AugmentArguments.h"
#include "cli/LearnOptions.h"
#include "cli/RunChoice.h"
#include "cli/WeightsWords.h"

#include "graph/Architectures.h"
#include "training/Recipes.h"
#include "workflow/Channels.h"

#include <algorithm>
#include <array>

namespace graft::cli {

namespace {

using training::TrainingOptions;

/// Model and weights, which the recommendation depends on.
struct Start {
    std::string model;
    const zoo::WeightsEntry* weights = nullptr;
};

Result<Start> startOf(const QCommandLineParser& parser, const zoo::Zoo& zoo) {
    Start start{.model = has(parser, "model") ? valueOf(parser, "model") : workflow::defaultModel(zoo)};
    const std::string id = valueOf(parser, "weights");
    const bool scratch = id == "none";
    if (!id.empty() && !scratch) {
        const auto entry = chooseWeights(zoo, id);
        if (!entry)
            return entry.error();
        start.weights = *entry;
        if (!has(parser, "model"))
            start.model = start.weights->model;
    }
    if (!graph::findArchitecture(start.model))
        return Error{
            translate("CommandLine", "There is no model “%1”. “graft models” lists them.", {start.model})};
    if (start.weights && start.weights->model != start.model)
        return Error{translate("CommandLine",
                               "The weights %1 belong to %2, not to %3. “graft models” lists what fits.",
                               {start.weights->id, start.weights->model, start.model})};
    if (!start.weights && !scratch)
        start.weights = workflow::preferredWeights(zoo, start.model);
    return start;
}

/// The first option that a recipe other than Custom would decide itself; empty: there is none.
std::string optionOfCustom(const QCommandLineParser& parser) {
    std::vector<std::string> names{"epochs",      "batch",          "lr",
                                   "head-lr",     "weight-decay",   "dropout",
                                   "head-layers", "head-batchnorm", "find-lr"};
    for (const QCommandLineOption& one : learnOptions())
        names.push_back(one.names().first().toStdString());
    const auto found =
        std::ranges::find_if(names, [&](const std::string& name) { return has(parser, name.c_str()); });
    return found == names.end() ? std::string() : *found;
}

/// What --recipe says, and without it: Quick where the head alone learns and nothing else is said of how.
std::string recipeOf(const QCommandLineParser& parser, const Start& start) {
    std::string named = valueOf(parser, "recipe");
    if (!named.empty() && named != "recommended")
        return named;
    const bool headAlone = start.weights && (!has(parser, "freeze") || valueOf(parser, "freeze") == "all") &&
                           valueOf(parser, "pooling") != "gem";
    return headAlone && optionOfCustom(parser).empty() ? "quick" : "custom";
}

/// "all", or a number; 3 are the colours.
Result<> takeChannels(const QCommandLineParser& parser, const project::Project& project,
                      TrainingOptions& options) {
    if (options.grey)
        options.channels = 0;
    if (!has(parser, "channels"))
        return {};
    if (valueOf(parser, "channels") == "all") {
        options.channels = workflow::bandsOf(project);
        return {};
    }
    const auto number = wholeNumber(parser, "channels", 3, 2, imaging::kMostBands);
    if (!number)
        return Error{translate("CommandLine", "--channels takes “all” or a number from 2 to %1.",
                               {std::to_string(imaging::kMostBands)})};
    options.channels = *number == 3 ? 0 : *number;
    return {};
}

Result<> takeAll(const QCommandLineParser& parser, const project::Project& project,
                 TrainingOptions& options) {
    OptionValues values(parser);
    int seed = int(std::min<std::uint64_t>(options.seed, kAnyNumber));
    double gigabytes = double(options.cacheBytes >> 20) / 1024;
    values.take("freeze", options.freeze);
    values.take("epochs", options.epochs, 1, 10'000);
    values.take("batch", options.batch, 1, 4096);
    values.take("size", options.size, 8, 2048);
    values.take("lr", options.learningRate, 0, 100);
    values.take("head-lr", options.headLearningRate, 0, 100);
    values.take("weight-decay", options.weightDecay, 0, 100);
    values.take("dropout", options.dropout, 0, 0.95);
    values.take("head-layers", options.headLayers);
    values.take("head-batchnorm", options.headBatchNorm);
    values.take("pooling", options.pooling);
    values.take("grey", options.grey);
    values.take("balanced", options.balanced);
    values.take("seed", seed, 0, kAnyNumber);
    values.take("device", options.device);
    values.take("precision", options.precision);
    values.take("deterministic", options.deterministic);
    values.take("views", options.views, 1, 64);
    values.take("cache-gb", gigabytes, 0, 100'000);
    takeLearning(values, options.learning);
    if (values.error())
        return *values.error();
    if (auto taken = takeAugmentation(parser, options.augment); !taken)
        return taken;
    if (auto taken = takeChannels(parser, project, options); !taken)
        return taken;
    options.seed = std::uint64_t(seed);
    options.cacheBytes = std::uint64_t(gigabytes * double(1ull << 30));
    options.cachePrefix = options.cachePrefix && !has(parser, "no-cache");
    return options.check();
}

Result<> fitsRecipe(const QCommandLineParser& parser, const std::string& recipe) {
    const std::string other = optionOfCustom(parser);
    if (recipe != "quick" || other.empty())
        return {};
    return Error{translate("CommandLine",
                           "The recipe Quick decides --%1 itself. Leave it out, or take --recipe custom.",
                           {other})};
}

/// The options of a run, with another model or recipe where that is asked for.
Result<TrainingOptions> likeRun(const QCommandLineParser& parser, const project::Project& project,
                                const zoo::Zoo& zoo) {
    const auto run = chooseRun(project, valueOf(parser, "like"), Last::Any);
    if (!run)
        return run.error();
    auto options = training::optionsFromJson(run->optionsJson);
    if (!options)
        return options.error();
    if (has(parser, "model") || has(parser, "weights")) {
        const auto start = startOf(parser, zoo);
        if (!start)
            return start.error();
        if (options->model != start->model) {
            options->freeze = start->weights ? "all" : "none";
            options->learning.blockRates.clear();
        }
        options->model = start->model;
        options->weights = start->weights ? start->weights->id : "none";
    }
    const std::string named = valueOf(parser, "recipe");
    const std::string recipe = named.empty() || named == "recommended" ? options->recipe : named;
    if (auto fits = fitsRecipe(parser, recipe); !fits)
        return fits.error();
    return recipe == options->recipe ? *options : training::withRecipe(*options, recipe);
}

} // namespace

QList<QCommandLineOption> trainOptions() {
    const std::string number = translate("CommandLine", "number"), name = translate("CommandLine", "name");
    const TrainingOptions standard;
    const auto shown = [](double value) { return QString::number(value).toStdString(); };
    return {
        option("model", translate("CommandLine", "The network; “graft models” lists them."), name),
        option("weights",
               translate("CommandLine", "Pretrained weights to start from; none: from scratch. Without this: "
                                        "what is on this computer."),
               "ID"),
        option("like",
               translate("CommandLine",
                         "Take the options of this run and change only what the command line says."),
               "RUN"),
        option("freeze",
               translate("CommandLine",
                         "What does not learn: none, all (but the head), or a block and all before it. More "
                         "blocks, after commas, are frozen on their own: layer1,layer3."),
               translate("CommandLine", "block")),
        option("epochs",
               translate("CommandLine", "How often every image is seen (%1).", {shown(standard.epochs)}),
               number),
        option("batch", translate("CommandLine", "Images in one step (%1).", {shown(standard.batch)}),
               number),
        option(
            "size",
            translate(
                "CommandLine",
                "Side of the picture that the network sees, in pixels. Without this: that of the weights."),
            number),
        option("recipe",
               translate(
                   "CommandLine",
                   "How to learn: quick (the head alone, solved in seconds), best (then blocks learn, too), "
                   "custom (as the options say). Without this: quick where everything but the head is frozen "
                   "and no option says how to learn, else custom."),
               name),
        option("lr",
               translate("CommandLine", "Learning rate of the pretrained blocks that learn (%1).",
                         {shown(standard.learningRate)}),
               number),
        option("head-lr",
               translate("CommandLine",
                         "Learning rate of the new head, and of all where nothing is pretrained (%1).",
                         {shown(standard.headLearningRate)}),
               number),
        option("weight-decay", translate("CommandLine", "Weight decay (%1).", {shown(standard.weightDecay)}),
               number),
        option("dropout",
               translate("CommandLine", "Share of features dropped before the head (%1).",
                         {shown(standard.dropout)}),
               number),
        option("head-layers",
               translate("CommandLine",
                         "Neurons of the hidden layers of the new head, as in 256,128. Without this: none."),
               translate("CommandLine", "numbers")),
        option("head-batchnorm", translate("CommandLine", "BatchNorm behind each of those layers.")),
        option("pooling",
               translate("CommandLine",
                         "How the last feature maps become one vector: average (the default), max, or gem, a "
                         "generalised mean whose exponent learns."),
               name),
        option("grey", translate("CommandLine", "Show the network grey pictures, in one channel.")),
        option("channels",
               translate("CommandLine",
                         "What the network sees of images with more than three channels: all of them, or 3 "
                         "for the first three as colours. Without this: all where all images have the same "
                         "number."),
               "N|all"),
        option("balanced",
               translate("CommandLine",
                         "Draw every class equally often; the best epoch is chosen by balanced accuracy.")),
        option("seed", translate("CommandLine", "The same seed gives the same run."), number),
        option("device", translate("CommandLine", "auto (the default), cpu or cuda."), name),
        option("precision",
               translate("CommandLine",
                         "What the frozen part and the steps are computed in: auto (the default), float32 or "
                         "bfloat16."),
               name),
        option("deterministic",
               translate("CommandLine",
                         "On a graphics card, too, the same numbers from run to run; slower there.")),
        option(
            "views",
            translate("CommandLine",
                      "Random views of each image that are kept when the frozen part is computed once (%1).",
                      {shown(standard.views)}),
            number),
        option("no-cache", translate("CommandLine", "Compute the frozen part anew in every epoch.")),
        option("cache-gb",
               translate("CommandLine", "How large the cache of the frozen part may become, in GB (%1).",
                         {shown(double(standard.cacheBytes) / double(1ull << 30))}),
               number),
    };
}

Result<TrainingOptions> readTrainOptions(const QCommandLineParser& parser, const project::Project& project,
                                         const zoo::Zoo& zoo) {
    constexpr std::array known{"recommended", "quick", "best", "custom"};
    if (has(parser, "recipe") && std::ranges::find(known, valueOf(parser, "recipe")) == known.end())
        return Error{translate("CommandLine",
                               "There is no recipe “%1”. There are: quick, best, custom, and recommended.",
                               {valueOf(parser, "recipe")})};
    if (has(parser, "like")) {
        auto options = likeRun(parser, project, zoo);
        if (!options)
            return options.error();
        if (auto taken = takeAll(parser, project, *options); !taken)
            return taken.error();
        return *options;
    }
    const auto start = startOf(parser, zoo);
    if (!start)
        return start.error();
    const std::string recipe = recipeOf(parser, *start);
    if (auto fits = fitsRecipe(parser, recipe); !fits)
        return fits.error();
    TrainingOptions options = training::withRecipe(
        workflow::recommendedOptions(project, start->model, start->weights, "custom"), recipe);
    if (auto taken = takeAll(parser, project, options); !taken)
        return taken.error();
    return options;
}

} // namespace graft::cli
