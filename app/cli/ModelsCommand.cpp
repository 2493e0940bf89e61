#include "cli/Command.h"
#include "cli/WeightsWords.h"
#include "cli/Words.h"

#include "annotation/LabelClass.h"
#include "graph/Architectures.h"
#include "graph/Price.h"
#include "zoo/Zoo.h"

namespace graft::cli {

namespace {

graph::Cost costOf(const graph::Architecture& architecture) {
    return graph::totalCost(architecture.build({}), {3, architecture.inputSize, architecture.inputSize});
}

/// Bytes, for batches of kBatch and a new head.
struct MemoryCost {
    std::int64_t inference = 0, head = 0, everything = 0;
};
constexpr int kBatch = 16;

MemoryCost memoryOf(const graph::Architecture& architecture) {
    const graph::Graph graph = architecture.build({.classes = 10, .newHead = true});
    const graph::Shape input = graph::inputShape(graph, architecture.inputSize);
    const auto training = [&](const char* freeze) {
        const auto plan = graph::freezeUpTo(graph, architecture, freeze);
        return graph::trainingPrice(graph, plan.value_or(graph::FreezePlan()), input, kBatch).peakBytes;
    };
    return {graph::inferencePrice(graph, input, kBatch).peakBytes, training("all"), training("none")};
}

QJsonObject toJson(const graph::Architecture& architecture, const graph::Cost& cost, const MemoryCost& memory,
                   const zoo::Zoo& zoo) {
    QJsonArray weights;
    for (const zoo::WeightsEntry* entry : zoo.entriesFor(architecture.name))
        weights.append(weightsToJson(*entry, zoo));
    return {{"name", text(architecture.name)},
            {"title", text(architecture.title)},
            {"family", text(architecture.family)},
            {"parameters", qint64(cost.parameters)},
            {"multiply_adds", qint64(cost.multiplyAdds)},
            {"input_size", architecture.inputSize},
            {"memory", QJsonObject{{"batch", kBatch},
                                   {"inference_bytes", qint64(memory.inference)},
                                   {"training_head_bytes", qint64(memory.head)},
                                   {"training_all_bytes", qint64(memory.everything)}}},
            {"blocks", cli::toJson(architecture.blocks)},
            {"weights", weights}};
}

std::string weightsText(const graph::Architecture& architecture, const zoo::Zoo& zoo) {
    const auto entries = zoo.entriesFor(architecture.name);
    if (entries.empty())
        return translate("CommandLine", "none");
    return zoo.present(*entries.front()) ? translate("CommandLine", "%1, here", {entries.front()->id})
                                         : translate("CommandLine", "%1, %2 to fetch",
                                                     {entries.front()->id, fileSize(entries.front()->bytes)});
}

int runModels(const QCommandLineParser& parser, Console& console) {
    const auto task = annotation::taskNamed(valueOf(parser, "task"));
    if (!task)
        return console.wrongUsage(
            translate("CommandLine", "--task takes classification, detection or segmentation, not “%1”.",
                      {valueOf(parser, "task")}));
    const auto zoo = zoo::Zoo::openDefault();
    if (!zoo)
        return console.fail(zoo.error());
    QJsonArray models;
    std::vector<std::vector<std::string>> rows{
        {translate("CommandLine", "model"), translate("CommandLine", "parameters"),
         translate("CommandLine", "multiply-adds"), translate("CommandLine", "input"),
         translate("CommandLine", "memory, head"), translate("CommandLine", "memory, all"),
         translate("CommandLine", "pretrained weights")}};
    if (*task == annotation::TaskKind::Classification)
        for (const graph::Architecture& architecture : graph::architectures()) {
            const graph::Cost cost = costOf(architecture);
            const MemoryCost memory = memoryOf(architecture);
            models.append(toJson(architecture, cost, memory, *zoo));
            rows.push_back({architecture.name, shortCount(cost.parameters), shortCount(cost.multiplyAdds),
                            std::to_string(architecture.inputSize), fileSize(memory.head),
                            fileSize(memory.everything), weightsText(architecture, *zoo)});
        }
    if (models.isEmpty())
        console.note(translate("CommandLine", "This version has models for classification only."));
    else
        console.say(table(rows));
    console.result({{"models", models}});
    return kDone;
}

} // namespace

Command modelsCommand() {
    auto task = option(
        "task",
        translate("CommandLine", "Only models for classification (the default), detection or segmentation."),
        translate("CommandLine", "task"));
    task.setDefaultValue("classification");
    return {"models", translate("CommandLine", "The networks, what they cost, and their pretrained weights."),
            "",       0,
            0,        {task},
            runModels};
}

} // namespace graft::cli
