// Images a second forward through the engine, against torchvision's own modules on the same LibTorch with as
// many threads.
#include "engine/Network.h"
#include "graph/Architectures.h"
#include "support/PythonPeer.h"
#include "support/Scorecard.h"

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>

#include <cstdio>

using namespace graft;

namespace {

constexpr int kThreads = 2;
constexpr int kBatch = 16;
constexpr int kSize = 224;

double imagesPerSecond(const graph::Architecture& architecture) {
    const c10::InferenceMode noGradients;
    engine::Network network(architecture.build({}), 0);
    network.setTraining(false);
    const torch::Tensor images = at::randn({kBatch, 3, kSize, kSize});
    std::vector<double> rounds;
    for (int round = 0; round < 6; ++round) {
        const benchmark::Stopwatch watch;
        (void)network.forward(images);
        rounds.push_back(kBatch / watch.seconds());
    }
    rounds.erase(rounds.begin());
    return benchmark::median(rounds);
}

} // namespace

int main() {
    benchmark::Scorecard card;
    at::set_num_threads(kThreads);
    const std::vector<std::string> models{"resnet50", "mobilenet_v2"};
    std::vector<std::string> arguments{std::to_string(kThreads), std::to_string(kBatch),
                                       std::to_string(kSize)};
    arguments.insert(arguments.end(), models.begin(), models.end());
    const auto peer = benchmark::runPeer("inference.py", arguments);
    try {
        for (const std::string& model : models) {
            const graph::Architecture* architecture = graph::findArchitecture(model);
            const double ours = imagesPerSecond(*architecture);
            const std::string name = "forward, " + architecture->title + ", batch 16, 2 threads";
            if (peer)
                card.against(name, ours, peer->at(model), "images/s", benchmark::Scorecard::Better::Higher);
            else
                card.figure(name, ours, "images/s");
        }
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "%s\n", failure.what());
        return 1;
    }
    if (!peer)
        card.passedOver("torchvision's own networks", peer.error().message);
    return card.exitCode();
}
