#include "training/Setup.h"

#include "training/Checksum.h"
#include "training/Memory.h"
#include "weights/Files.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace graft::training {

namespace {

constexpr std::size_t kNamesShown = 3;

Result<> checkItems(const std::vector<dataset::Item>& items, std::size_t classes) {
    for (const dataset::Item& item : items)
        if (item.target < 0 || std::size_t(item.target) >= classes)
            return Error{translate("Training",
                                   "The image %1 has no class of this run. Label it, or leave it out.",
                                   {item.path.string()})};
    return {};
}

void addItems(Checksum& sum, std::vector<dataset::Item> items) {
    std::ranges::sort(items, {}, &dataset::Item::id);
    sum.add(std::uint64_t(items.size()));
    for (const dataset::Item& item : items)
        sum.add(std::uint64_t(item.id)).add(item.contentHash).add(std::uint64_t(item.target));
}

std::vector<std::string> withoutHead(std::vector<std::string> names,
                                     const graph::Architecture& architecture) {
    std::erase_if(names, [&](const std::string& name) { return graph::inHead(name, architecture); });
    return names;
}

bool hadHead(const engine::LoadReport& report, const graph::Architecture& architecture) {
    const auto isHead = [&](const std::string& name) { return graph::inHead(name, architecture); };
    return std::ranges::any_of(report.mismatched, isHead) || std::ranges::any_of(report.unexpected, isHead);
}

/// Used where it teaches something that learns, and where the picture is large enough for it.
bool usesAuxiliaryHead(ModelFile model, const graph::Architecture& architecture) {
    if (architecture.auxiliaryHead.empty())
        return false;
    model.build.auxiliary = true;
    const graph::Graph graph = model.buildGraph();
    const bool fits = !graph::inferShapes(graph, graph::inputShape(graph, model.preprocessing.size)).empty();
    return fits && graph::auxiliaryHelps(graph, architecture, freezePlanOf(model, graph));
}

std::string adaptationNote(const ModelFile& model) {
    if (model.build.inputChannels == 1)
        return translate(
            "Training",
            "The first convolution was adapted to grey pictures: its weights for the three colours "
            "were added up.");
    return translate("Training",
                     "The first convolution was adapted to %1 channels: its weights for the three colours "
                     "were taken by turns and scaled, so that their sum stays.",
                     {std::to_string(model.build.inputChannels)});
}

} // namespace

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), kNamesShown); ++i)
        text += (i > 0 ? ", " : "") + names[i];
    if (names.size() > kNamesShown)
        text = translate("Training", "%1 and %2 more", {text, std::to_string(names.size() - kNamesShown)});
    return text;
}

Result<> checkInput(const RunInput& input) {
    if (auto fits = input.options.check(); !fits)
        return fits;
    if (input.classes.size() < 2)
        return Error{translate("Training", "Training needs at least two classes.")};
    if (!input.classIds.empty() && input.classIds.size() != input.classes.size())
        return Error{translate("Training", "The classes of this run and their ids do not fit together.")};
    if (std::set(input.classes.begin(), input.classes.end()).size() != input.classes.size())
        return Error{translate("Training", "Two classes have the same name. Rename one of them.")};
    if (input.train.empty())
        return Error{translate(
            "Training", "There is no labelled training image. Label images and split them, then train.")};
    if (input.validation.empty())
        return Error{translate("Training", "There is no labelled validation image, so nothing could be said "
                                           "of the result. Split the images, "
                                           "then train.")};
    if (auto fits = checkItems(input.train, input.classes.size()); !fits)
        return fits;
    return checkItems(input.validation, input.classes.size());
}

std::string fingerprint(const RunInput& input) {
    Checksum sum;
    for (const std::string& name : input.classes)
        sum.add(name);
    addItems(sum, input.train);
    addItems(sum, input.validation);
    return sum.hex();
}

dataset::Preprocessing preprocessingOf(const TrainingOptions& options,
                                       const std::optional<PretrainedWeights>& weights) {
    dataset::Preprocessing preprocessing;
    if (weights) {
        preprocessing = weights->preprocessing;
    } else {
        const graph::Architecture& architecture = *graph::findArchitecture(options.model);
        preprocessing.resize = architecture.inputSize * preprocessing.resize / preprocessing.size;
        preprocessing.size = architecture.inputSize;
        preprocessing.mean = architecture.mean;
        preprocessing.std = architecture.std;
    }
    preprocessing.grey = options.grey;
    preprocessing.bands = options.channels;
    if (options.size > 0 && options.size != preprocessing.size) {
        const double factor = double(options.size) / preprocessing.size;
        preprocessing.resize = int(std::lround(preprocessing.resize * factor));
        preprocessing.size = options.size;
    }
    return preprocessing;
}

ModelFile describeModel(const RunInput& input) {
    const graph::Architecture& architecture = *graph::findArchitecture(input.options.model);
    ModelFile model{.architecture = architecture.name,
                    .classes = input.classes,
                    .classIds = input.classIds,
                    .freeze = input.options.freeze};
    if (input.weights) {
        model.build = input.weights->build;
        model.weights = input.weights->id;
        model.weightsSha256 = input.weights->sha256;
    }
    model.build.classes = int(input.classes.size());
    model.build.dropout = input.options.dropout;
    model.build.newHead = true;
    model.build.head = headOf(input.options);
    model.preprocessing = preprocessingOf(input.options, input.weights);
    model.build.inputChannels = model.preprocessing.channels();
    model.build.auxiliary = usesAuxiliaryHead(model, architecture);
    model.frozenApart = input.options.freeze != "none";
    model.data = fingerprint(input);
    return model;
}

std::uint64_t memoryNeeded(const RunInput& input) {
    if (!input.options.check())
        return 0;
    const ModelFile model = describeModel(input);
    graph::Graph graph = model.buildGraph();
    graph::FreezePlan plan = freezePlanOf(model, graph);
    return MemoryNeed(std::move(graph), std::move(plan), model.preprocessing.size, input.options.learning)
        .bytes(input.options.batch);
}

graph::FreezePlan freezePlanOf(const ModelFile& model, const graph::Graph& graph) {
    return graph::freezeUpTo(graph, *graph::findArchitecture(model.architecture), model.freeze)
        .value_or(graph::FreezePlan());
}

ImageSet imageSet(std::vector<dataset::Item> items) {
    std::ranges::stable_sort(items, {}, &dataset::Item::id);
    return {.items = std::move(items)};
}

void startHeadAtZero(engine::Network& network) {
    const torch::NoGradGuard noGradient;
    const graph::Node& head = network.graph().node(network.graph().output());
    for (const graph::TensorSpec& spec : graph::tensorsOf(head))
        network.tensor(spec.name).zero_();
}

void keepPretrainedStatistics(engine::Network& network, const ModelFile& model,
                              const LearningOptions& learning) {
    if (!learning.keepStatistics)
        return;
    const graph::Architecture& architecture = *graph::findArchitecture(model.architecture);
    std::vector<bool> keeps;
    for (const graph::Node& node : network.graph().nodes())
        keeps.push_back(!graph::inHead(node.name, architecture));
    network.keepStatistics(std::move(keeps));
}

Result<std::vector<std::string>> loadPretrained(engine::Network& network, const ModelFile& model,
                                                const PretrainedWeights& weights) {
    const graph::Architecture& architecture = *graph::findArchitecture(model.architecture);
    const auto file = weights::read(weights.file);
    if (!file)
        return Error{translate("Training", "The pretrained weights “%1” cannot be used. %2",
                               {weights.id, file.error().message}),
                     file.error().detail};
    const engine::LoadReport report = network.load(file->tensors);
    const std::vector<std::string> missing = withoutHead(report.missing, architecture);
    const std::vector<std::string> mismatched = withoutHead(report.mismatched, architecture);
    std::vector<std::string> unexpected = withoutHead(report.unexpected, architecture);
    if (!architecture.auxiliaryHead.empty()) // left out on purpose
        std::erase_if(unexpected, [&](const std::string& name) {
            return graph::inBlock(name, architecture.auxiliaryHead);
        });
    if (report.loaded == 0 || !mismatched.empty() || missing.size() > report.loaded)
        return Error{translate(
            "Training",
            "The pretrained weights “%1” do not belong to %2: %3 of its tensors fit, %4 do not (%5).",
            {weights.id, architecture.title, std::to_string(report.loaded),
             std::to_string(missing.size() + mismatched.size()),
             listed(mismatched.empty() ? missing : mismatched)})};
    std::vector<std::string> notes;
    if (!report.adapted.empty())
        notes.push_back(adaptationNote(model));
    if (hadHead(report, architecture))
        notes.push_back(translate(
            "Training", "The weights' own head was replaced by a new one for the %1 classes of this project.",
            {std::to_string(model.classes.size())}));
    if (!missing.empty())
        notes.push_back(translate("Training",
                                  "The weights lack %1 tensors of the network, which start at random: %2.",
                                  {std::to_string(missing.size()), listed(missing)}));
    if (!unexpected.empty())
        notes.push_back(translate("Training",
                                  "The weights hold %1 tensors that the network has no use for: %2.",
                                  {std::to_string(unexpected.size()), listed(unexpected)}));
    return notes;
}

} // namespace graft::training
