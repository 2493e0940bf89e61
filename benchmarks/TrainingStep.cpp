// Images a second of a whole training step with nothing frozen (forward, cross entropy, backward, AdamW),
// float32, against torchvision's own modules and torch.optim.AdamW on the same LibTorch with as many threads.
// The two take turns, and the fastest round of each counts: other work of the machine slows both alike.
#include "engine/AdamW.h"
#include "engine/Network.h"
#include "graph/Architectures.h"
#include "support/PythonPeer.h"
#include "support/Scorecard.h"

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace graft;

namespace {

constexpr int kThreads = 2;
constexpr int kBatch = 16;
constexpr int kRounds = 4; ///< of a turn; the first is not counted
constexpr int kTurns = 2;
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
    return *std::max_element(rounds.begin() + 1, rounds.end());
}

struct Speeds {
    double ours = 0;
    double peer = 0;
};

Result<Speeds> compare(const graph::Architecture& architecture) {
    Speeds best;
    for (int turn = 0; turn < kTurns; ++turn) {
        auto peer = benchmark::runPeer(
            "training_step.py", {std::to_string(kThreads), std::to_string(kBatch), std::to_string(kRounds),
                                 architecture.name + ":" + std::to_string(architecture.inputSize)});
        if (!peer)
            return std::move(peer).error();
        best.peer = std::max(best.peer, peer->at(architecture.name));
        best.ours = std::max(best.ours, imagesPerSecond(architecture));
    }
    return best;
}

} // namespace

int main() {
    benchmark::Scorecard card;
    at::set_num_threads(kThreads);
    const std::vector<std::string> models{"resnet18", "resnet50", "mobilenet_v2", "vgg16", "inception_v3"};
    try {
        double logs = 0, least = INFINITY;
        for (const std::string& model : models) {
            const graph::Architecture& architecture = *graph::findArchitecture(model);
            const auto speeds = compare(architecture);
            if (!speeds) {
                card.passedOver("torchvision's own networks", speeds.error().message);
                return card.exitCode();
            }
            card.against("training step, " + architecture.title, speeds->ours, speeds->peer, "images/s",
                         benchmark::Scorecard::Better::Higher);
            logs += std::log(speeds->ours / speeds->peer);
            least = std::min(least, speeds->ours / speeds->peer);
        }
        card.atLeast("least of the ratios", least, 1.05, "×");
        card.figure("geometric mean of the ratios", std::exp(logs / double(models.size())), "×");
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "%s\n", failure.what());
        return 1;
    }
    return card.exitCode();
}
