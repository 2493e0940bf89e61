#include "training/Recipes.h"

#include <nlohmann/json.hpp>

#include <iterator>

namespace graft::training {

namespace {

using Json = nlohmann::ordered_json;

/// Half of the blocks: the early ones know edges and colours, which every picture has.
std::string halfOf(const std::string& model) {
    const graph::Architecture* architecture = graph::findArchitecture(model);
    return architecture && architecture->blocks.size() > 1
               ? architecture->blocks[(architecture->blocks.size() - 1) / 2]
               : "none";
}

void solveHead(TrainingOptions& options) {
    options.headLayers.clear();
    options.headBatchNorm = false;
    options.pooling = "average";
    options.learning = {};
}

TrainingOptions quick(TrainingOptions options) {
    solveHead(options);
    options.freeze = "all";
    options.epochs = int(std::size(kProbePenalties));
    options.dropout = 0;
    return options;
}

TrainingOptions best(TrainingOptions options) {
    solveHead(options);
    if (options.freeze == "all")
        options.freeze = halfOf(options.model);
    options.epochs = 12;
    options.learningRate = 1e-4;
    options.headLearningRate = 3e-4;
    options.weightDecay = 1e-2;
    options.dropout = 0.2;
    options.learning.keepStatistics = true;
    options.learning.startShare = 0.5;
    options.learning.keepLatest = true;
    options.learning.warmUpEpochs = 1;
    options.learning.layerDecay = 0.7;
    options.learning.clipNorm = 5;
    options.learning.averageDecay = 0.98;
    options.learning.patience = 6;
    options.learning.labelSmoothing = 0.05;
    return options;
}

void flatten(const Json& object, const std::string& prefix,
             std::vector<std::pair<std::string, std::string>>& into) {
    for (const auto& [name, value] : object.items())
        if (value.is_object() && name != "block_rates")
            flatten(value, prefix + name + '.', into);
        else
            into.emplace_back(prefix + name, value.dump(-1, ' ', false, Json::error_handler_t::replace));
}

std::vector<std::pair<std::string, std::string>> flat(const TrainingOptions& options) {
    Json object = Json::parse(toJson(options), nullptr, /*allow_exceptions=*/false);
    object.erase("version"); // a way of writing, no choice
    std::vector<std::pair<std::string, std::string>> fields;
    flatten(object, {}, fields);
    return fields;
}

} // namespace

TrainingOptions withRecipe(TrainingOptions options, const std::string& recipe) {
    options.recipe = recipe;
    if (recipe == "quick")
        return quick(std::move(options));
    return recipe == "best" ? best(std::move(options)) : options;
}

Result<> checkRecipe(const TrainingOptions& options) {
    const bool isQuick = options.recipe == "quick", isBest = options.recipe == "best";
    if (options.recipe == "custom")
        return {};
    if (!isQuick && !isBest)
        return Error{translate("Training", "There is no recipe “%1”. Possible are: quick, best, custom.",
                               {options.recipe.substr(0, 80)})};
    const std::string name = isQuick ? translate("Training", "Quick") : translate("Training", "Best");
    if (options.weights.empty() || options.weights == "none")
        return Error{
            translate("Training",
                      "The recipe %1 starts from pretrained weights, and there are none here. Choose "
                      "weights, or the recipe Custom.",
                      {name})};
    if (!options.headLayers.empty() || options.pooling == "gem")
        return Error{translate("Training",
                               "The recipe %1 solves a linear head, which hidden layers and GeM pooling are "
                               "not. Leave them out, or take the recipe Custom.",
                               {name})};
    if (isQuick && options.freeze != "all")
        return Error{translate("Training", "The recipe Quick trains the head alone, so everything else is "
                                           "frozen. Take Best or Custom to let blocks learn.")};
    if (isBest && options.freeze == "all")
        return Error{translate("Training", "The recipe Best lets blocks learn, and all of them are frozen. "
                                           "Freeze fewer, or take Quick.")};
    if (isQuick && options.epochs != int(std::size(kProbePenalties)))
        return Error{translate("Training",
                               "The recipe Quick decides the number of epochs itself: one for each "
                               "strength of the penalty that it tries (%1).",
                               {std::to_string(std::size(kProbePenalties))})};
    return {};
}

std::vector<OptionDifference> differences(const TrainingOptions& left, const TrainingOptions& right) {
    const auto a = flat(left), b = flat(right);
    std::vector<OptionDifference> found;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        if (a[i].second != b[i].second)
            found.push_back({a[i].first, a[i].second, b[i].second});
    return found;
}

} // namespace graft::training
