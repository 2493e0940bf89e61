// Images a second on the card (or, without one, on the processor): a whole training step as the trainer makes
// it (forward, loss, backward, AdamW) and answers as predictions are made, in float32 and in bfloat16,
// against torchvision's own networks on the same device: as the usual loop has them, and tuned by hand
// (channels last, cuDNN's search, fused AdamW).
//
//   OnDevice [BATCH [MODEL…]]
#include "engine/Device.h"
#include "engine/Fold.h"
#include "graph/Architectures.h"
#include "support/PythonPeer.h"
#include "support/Scorecard.h"
#include "training/Learner.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using namespace graft;

namespace {

constexpr int kRounds = 12; ///< the first three are not counted
constexpr int kWarmUp = 3;
constexpr int kClasses = 1000;

torch::Device deviceHere() {
    return torch::cuda::is_available() ? torch::kCUDA : torch::kCPU;
}

torch::Tensor picturesFor(const graph::Architecture& architecture, int batch) {
    torch::manual_seed(0);
    return torch::randn({batch, 3, architecture.inputSize, architecture.inputSize}).to(deviceHere());
}

/// Of a round that `compute` makes; the median counts.
template <typename Compute>
double imagesPerSecond(int batch, Compute compute) {
    std::vector<double> seconds;
    for (int round = 0; round < kRounds; ++round) {
        engine::synchronise(deviceHere());
        const benchmark::Stopwatch watch;
        compute(round);
        engine::synchronise(deviceHere());
        if (round >= kWarmUp)
            seconds.push_back(watch.seconds());
    }
    return batch / benchmark::median(seconds);
}

double steps(const graph::Architecture& architecture, int batch, training::Precision precision) {
    engine::Network network(architecture.build({.classes = kClasses}), 0, deviceHere());
    const int threads = std::max(1, int(std::thread::hardware_concurrency()));
    training::Learner learner(network, {0}, architecture, {1e-4, 1e-4, 1e-2}, threads);
    learner.learnIn(precision);
    const torch::Tensor images = picturesFor(architecture, batch), targets = torch::arange(batch) % kClasses;
    return imagesPerSecond(
        batch, [&](int round) { learner.step({images}, targets, 1, std::uint64_t(round), batch); });
}

double answers(const graph::Architecture& architecture, int batch, torch::Dtype type) {
    const torch::NoGradGuard noGradient;
    engine::Network network(architecture.build({.classes = kClasses}), 0, deviceHere());
    auto folded = engine::fold(network, {network.graph().output()}, type);
    const torch::Tensor images = picturesFor(architecture, batch);
    return imagesPerSecond(batch, [&](int) { folded.network.evaluateNodes(images, folded.nodes); });
}

} // namespace

int main(int count, char** arguments) {
    const int batch = count > 1 ? std::max(1, std::atoi(arguments[1])) : 32;
    std::vector<std::string> models(arguments + std::min(count, 2), arguments + count);
    if (models.empty())
        models = {"resnet18", "resnet50", "mobilenet_v2", "vgg16", "inception_v3"};
    benchmark::Scorecard card;
    std::printf("on %s, batch %d\n", deviceHere().str().c_str(), batch);
    double logs = 0;
    int ratios = 0;
    try {
        for (const std::string& model : models) {
            const graph::Architecture* known = graph::findArchitecture(model);
            if (!known)
                throw std::runtime_error("there is no network " + model);
            const graph::Architecture& architecture = *known;
            const auto peer = benchmark::runPeer(
                "on_device.py", {std::to_string(batch), std::to_string(kRounds), std::to_string(kWarmUp),
                                 model, std::to_string(architecture.inputSize)});
            if (!peer) {
                card.passedOver("torchvision's own networks", peer.error().message);
                return card.exitCode();
            }
            const auto line = [&](const std::string& what, double ours) {
                const double usual = peer->at(what + "_usual"), tuned = peer->at(what + "_tuned");
                std::printf("%-14s %-18s %8.0f images/s; usual loop %8.0f (%.2f×), tuned %8.0f (%.2f×)\n",
                            model.c_str(), what.c_str(), ours, usual, ours / usual, tuned, ours / tuned);
                std::fflush(stdout);
                logs += std::log(ours / usual);
                ++ratios;
            };
            for (const bool repeats : {true, false}) {
                engine::computeOnCards(repeats);
                std::printf("%s\n", repeats ? " deterministic" : " fastest");
                line("step_float32", steps(architecture, batch, training::Precision::Float32));
                line("step_bfloat16", steps(architecture, batch, training::Precision::Bfloat16));
                line("answer_float32", answers(architecture, batch, torch::kFloat32));
                line("answer_bfloat16", answers(architecture, batch, torch::kBFloat16));
            }
        }
        card.atLeast("geometric mean against the usual loop", std::exp(logs / ratios), 1, "×");
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "%s\n", failure.what());
        return 1;
    }
    return card.exitCode();
}
