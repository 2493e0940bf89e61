// What runs need of memory: the graph's estimate beside the high-water mark of a fresh process, per family.
//
// usage: MemoryPrices [--write FILE]   measures; with --write, makes FILE (docs/prices.md) the table
#include "engine/AdamW.h"
#include "engine/Fold.h"
#include "engine/Network.h"
#include "graph/Architectures.h"
#include "graph/Price.h"
#include "support/Scorecard.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <ATen/core/grad_mode.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <malloc.h>
#include <memory>
#include <optional>
#include <unistd.h>

using namespace graft;

namespace {

constexpr int kThreads = 2, kClasses = 10;
constexpr double kMega = 1e6, kMostWrong = 0.25;

struct Work {
    std::string model;
    std::string freeze; ///< of TrainingOptions; empty: inference
    int batch;
};

const graph::Architecture& architectureOf(const Work& work) {
    return *graph::findArchitecture(work.model);
}

graph::Graph graphOf(const Work& work) {
    return architectureOf(work).build({.classes = kClasses, .newHead = true});
}

graph::FreezePlan planOf(const Work& work, const graph::Graph& graph) {
    return graph::freezeUpTo(graph, architectureOf(work), work.freeze).value_or(graph::FreezePlan());
}

double estimateOf(const Work& work) {
    const graph::Graph graph = graphOf(work);
    const graph::Shape input = graph::inputShape(graph, architectureOf(work).inputSize);
    const graph::Price price = work.freeze.empty()
                                   ? graph::inferencePrice(graph, input, work.batch)
                                   : graph::trainingPrice(graph, planOf(work, graph), input, work.batch);
    return double(price.peakBytes);
}

/// "VmHWM" or "VmRSS" of this process, in bytes.
double statusBytes(const std::string& field) {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;)
        if (double kilobytes = 0; word == field + ':' && status >> kilobytes)
            return kilobytes * 1024;
    return 0;
}

void infer(const Work& work, int side) {
    const c10::InferenceMode noGradients;
    engine::FoldedNetwork folded = [&] {
        engine::Network network(graphOf(work), 0);
        return engine::fold(network, {network.graph().output()});
    }();
    malloc_trim(0); // as the program does: what the folded copy was made from
    (void)folded.network.forward(at::randn({work.batch, 3, side, side}));
}

using Values = std::vector<std::pair<graph::NodeIndex, at::Tensor>>;

/// In the groups in which a run computes them.
Values throughPrefix(engine::FoldedNetwork& prefix, const std::vector<graph::NodeIndex>& crossing,
                     const at::Tensor& images) {
    const at::NoGradGuard noGradients; // not inference mode, whose tensors cannot be learnt from
    std::vector<std::vector<at::Tensor>> parts(crossing.size());
    for (const at::Tensor& group : images.split(graph::kPrefixGroup)) {
        const auto values = prefix.network.evaluateNodes(group, prefix.nodes);
        for (std::size_t i = 0; i < values.size(); ++i)
            parts[i].push_back(values[i]);
    }
    Values known;
    for (std::size_t i = 0; i < parts.size(); ++i)
        known.emplace_back(crossing[i], at::cat(parts[i]));
    return known;
}

void learn(const Work& work, int side) {
    engine::Network network(graphOf(work), 0);
    const graph::FreezePlan plan = planOf(work, network.graph());
    network.freeze(plan);
    const graph::FrozenCut cut = graph::frozenCut(network.graph(), plan);
    Values known;
    std::optional<engine::FoldedNetwork> prefix;
    if (cut.empty()) {
        known.emplace_back(0, at::randn({work.batch, 3, side, side}));
    } else {
        prefix = engine::fold(network, cut.crossing);
        known = throughPrefix(*prefix, cut.crossing, at::randn({work.batch, 3, side, side}));
    }
    engine::AdamW optimiser({{.parameters = network.trainableParameters()}});
    network.setTraining(true);
    const at::Tensor targets = at::randint(kClasses, {work.batch}, at::kLong);
    at::cross_entropy_loss(network.forwardFrom(known), targets).backward();
    optimiser.step(1);
}

/// In a process that does nothing else: prints how far it grew, in bytes.
int measure(const Work& work) {
    at::set_num_threads(kThreads);
    // LibTorch's own share is there before the counting begins.
    const Work small{"squeezenet1_1", work.freeze.empty() ? "" : "none", 1};
    work.freeze.empty() ? infer(small, 32) : learn(small, 32);
    const double before = statusBytes("VmRSS");
    const int side = architectureOf(work).inputSize;
    work.freeze.empty() ? infer(work, side) : learn(work, side);
    std::printf("%.0f\n", statusBytes("VmHWM") - before);
    return 0;
}

double measuredOf(const Work& work) {
    const std::string command = "\"$(readlink -f /proc/" + std::to_string(getpid()) + "/exe)\" --measure " +
                                work.model + " \"" + work.freeze + "\" " + std::to_string(work.batch);
    const std::unique_ptr<FILE, int (*)(FILE*)> child(popen(command.c_str(), "r"), pclose);
    std::array<char, 64> line{};
    if (!child || !std::fgets(line.data(), int(line.size()), child.get()))
        return 0;
    return std::atof(line.data());
}

std::string titleOf(const Work& work) {
    const std::string what = work.freeze.empty() ? "inference"
                             : work.freeze == "none"
                                 ? "training, everything learns"
                                 : "training from " + graph::blockLabel(work.freeze) + " on";
    return architectureOf(work).title + ", " + what + ", batch " + std::to_string(work.batch);
}

std::vector<Work> everyFamily() {
    std::vector<Work> works;
    const std::vector<std::pair<std::string, std::string>> middles{
        {"resnet50", "layer2"},
        {"resnext50_32x4d", "layer2"},
        {"mobilenet_v2", "features.7+features.8+features.9+features.10"},
        {"mobilenet_v3_large", "features.7+features.8+features.9+features.10"},
        {"efficientnet_b0", "features.4"},
        {"densenet121", "features.denseblock2"},
        {"convnext_tiny", "features.2+features.3"},
        {"inception_v3", "Mixed_5d"},
        {"squeezenet1_1", "features.6+features.7"},
        {"vgg16", "classifier.0"}};
    for (const auto& [model, middle] : middles) {
        works.push_back({model, "", 16});
        works.push_back({model, "none", 16});
        works.push_back({model, middle, 16});
    }
    return works;
}

std::string row(const Work& work, double estimate, double measured) {
    char text[256];
    std::snprintf(text, sizeof text, "| %s | %.0f | %.0f | %.2f |\n", titleOf(work).c_str(), estimate / kMega,
                  measured / kMega, estimate / measured);
    return text;
}

const char* const kHead =
    "# Prices: memory\n\n"
    "What `graph::inferencePrice` and `graph::trainingPrice` say before anything runs, beside how far a "
    "fresh\n"
    "process grew while it did the same (high-water mark of its resident memory, LibTorch's own share taken\n"
    "off). Input sizes are the networks' own; new heads of 10 classes; float32 on a processor with 2 "
    "threads.\n"
    "One step of training: forward, backward, AdamW. Made by `./studio prices`; `./studio bench "
    "MemoryPrices`\n"
    "fails where an estimate is wrong by more than a quarter. 20 MB of every estimate stand for what the\n"
    "libraries need for themselves; the number was chosen to fit this table, so the table does not test "
    "it.\n\n"
    "| work | estimate, MB | measured, MB | ratio |\n|---|---:|---:|---:|\n";

int compareAll(const char* file) {
    benchmark::Scorecard card;
    std::string table = kHead;
    for (const Work& work : everyFamily()) {
        const double estimate = estimateOf(work), measured = measuredOf(work);
        card.atMost(titleOf(work) + ": estimate against measurement, wrong by",
                    100 * std::abs(estimate / std::max(measured, 1.0) - 1), 100 * kMostWrong, "%");
        table += row(work, estimate, measured);
    }
    if (file && !(std::ofstream(file) << table)) {
        std::fprintf(stderr, "%s cannot be written\n", file);
        return 1;
    }
    return card.exitCode();
}

} // namespace

int main(int count, char** arguments) {
    try {
        const std::string first = count > 1 ? arguments[1] : "";
        if (first == "--measure" && count == 5)
            return measure({arguments[2], arguments[3], std::atoi(arguments[4])});
        return compareAll(first == "--write" && count == 3 ? arguments[2] : nullptr);
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "%s\n", failure.what());
        return 1;
    }
}
