// Images a second of a whole training step with nothing frozen (forward, cross entropy, backward, AdamW),
// float32, against torchvision's own modules and torch.optim.AdamW on the same LibTorch with as many threads.
#include "engine/AdamW.h"
#include "engine/Network.h"
#include "graph/Architectures.h"
#include "support/PythonPeer.h"
#include "support/Scorecard.h"

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <torch/torch.h>

#include <cmath>
#include <cstdio>

using namespace graft;

namespace {

constexpr int kThreads = 2;
constexpr int kBatch = 16;
constexpr int kRounds = 4; ///< the first is not counted
constexpr int kClasses = 1000;

double imagesPerSecond(const graph::Architecture& architecture) {
    engine::Network network(architecture.build({.classes = kClasses}), 0);
    network.setTraining(true);
    engine::AdamW optimiser(
        {{.learningRate = 1e-4, .weightDecay = 1e-2, .parameters = network.trainableParameters()}});
    torch::manual_seed(0);
    const torch::Tensor images = torch::randn({kBatch, 3, architecture.inputSize, architecture.inputSize});
    const torch::Tensor targets = torch::randint(kClasses, {kBatch}, torch::kInt64);
    std::vector<double> rounds;
    for (int round = 0; round < kRounds; ++round) {
        const benchmark::Stopwatch watch;
        optimiser.zeroGradients();
        torch::nn::functional::cross_entropy(network.forward(images), targets).backward();
        optimiser.step(1);
        rounds.push_back(kBatch / watch.seconds());
    }
    rounds.erase(rounds.begin());
    return benchmark::median(rounds);
}

} // namespace

int main() {
    benchmark::Scorecard card;
    at::set_num_threads(kThreads);
    const std::vector<std::string> models{"resnet18", "resnet50", "mobilenet_v2", "vgg16", "inception_v3"};
    std::vector<std::string> arguments{std::to_string(kThreads), std::to_string(kBatch),
                                       std::to_string(kRounds)};
    for (const std::string& model : models)
        arguments.push_back(model + ":" + std::to_string(graph::findArchitecture(model)->inputSize));
    const auto peer = benchmark::runPeer("training_step.py", arguments);
    if (!peer) {
        card.passedOver("torchvision's own networks", peer.error().message);
        return card.exitCode();
    }
    try {
        double logs = 0;
        for (const std::string& model : models) {
            const graph::Architecture& architecture = *graph::findArchitecture(model);
            const double ours = imagesPerSecond(architecture);
            card.against("training step, " + architecture.title, ours, peer->at(model), "images/s",
                         benchmark::Scorecard::Better::Higher);
            logs += std::log(ours / peer->at(model));
        }
        card.atLeast("geometric mean of the ratios", std::exp(logs / double(models.size())), 1.05, "×");
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "%s\n", failure.what());
        return 1;
    }
    return card.exitCode();
}
