// Images a second forward through the engine as predictions go through it (BatchNorm folded, channels last,
// activations in place), in float32 and in bfloat16, against torchvision's own modules on the same LibTorch
// with as many threads.
#include "engine/Fold.h"
#include "graph/Architectures.h"
#include "support/PythonPeer.h"
#include "support/Scorecard.h"

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <torch/torch.h>

#include <cmath>
#include <cstdio>
#include <fstream>

using namespace graft;

namespace {

constexpr int kThreads = 2;
constexpr int kBatch = 16;
constexpr int kRounds = 6; ///< the first is not counted

torch::Tensor imagesFor(const graph::Architecture& architecture) {
    torch::manual_seed(0);
    return torch::randn({kBatch, 3, architecture.inputSize, architecture.inputSize});
}

struct Forward {
    double imagesPerSecond = 0;
    torch::Tensor output;
};

Forward measure(engine::Network& network, const torch::Tensor& images, torch::Dtype type) {
    engine::FoldedNetwork folded = engine::fold(network, {network.graph().output()}, type);
    Forward forward;
    std::vector<double> rounds;
    for (int round = 0; round < kRounds; ++round) {
        const benchmark::Stopwatch watch;
        forward.output = folded.network.evaluateNodes(images, folded.nodes).front();
        rounds.push_back(kBatch / watch.seconds());
    }
    rounds.erase(rounds.begin());
    forward.imagesPerSecond = benchmark::median(rounds);
    return forward;
}

bool hasBfloat16() {
    std::ifstream info("/proc/cpuinfo");
    const std::string text((std::istreambuf_iterator<char>(info)), {});
    return text.find("avx512_bf16") != std::string::npos || text.find("amx_bf16") != std::string::npos;
}

/// The geometric mean of what is put in, and the least of it.
class Ratios {
public:
    void add(double ratio) {
        m_logs += std::log(ratio);
        m_least = std::min(m_least, ratio);
        ++m_count;
    }
    double mean() const { return std::exp(m_logs / m_count); }
    double least() const { return m_least; }

private:
    double m_logs = 0;
    double m_least = INFINITY;
    int m_count = 0;
};

void compare(benchmark::Scorecard& card, const std::vector<std::string>& models,
             const std::map<std::string, double>& peer) {
    using benchmark::Scorecard;
    const torch::NoGradGuard noGradient;
    const bool bfloat16 = hasBfloat16();
    Ratios plain, half;
    for (const std::string& model : models) {
        const graph::Architecture& architecture = *graph::findArchitecture(model);
        engine::Network network(architecture.build({}), 0);
        network.setTraining(false);
        const torch::Tensor images = imagesFor(architecture);
        const Forward ours = measure(network, images, torch::kFloat32);
        card.against(architecture.title + ", float32", ours.imagesPerSecond, peer.at(model), "images/s",
                     Scorecard::Better::Higher);
        plain.add(ours.imagesPerSecond / peer.at(model));
        if (!bfloat16)
            continue;
        const Forward rough = measure(network, images, torch::kBFloat16);
        card.against(architecture.title + ", bfloat16", rough.imagesPerSecond, peer.at(model), "images/s",
                     Scorecard::Better::Higher);
        half.add(rough.imagesPerSecond / peer.at(model));
        const torch::Tensor difference = (rough.output - ours.output).abs().max() / ours.output.abs().max();
        card.figure("  its largest difference, of the largest logit", difference.item<double>(), "");
    }
    card.atLeast("float32, geometric mean of the ratios", plain.mean(), 1.6, "×");
    card.atLeast("float32, least of the ratios", plain.least(), 1.2, "×");
    if (bfloat16)
        card.atLeast("bfloat16, geometric mean of the ratios", half.mean(), 3, "×");
    else
        card.passedOver("bfloat16", "this processor has no bfloat16 arithmetic");
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
    const auto peer = benchmark::runPeer("inference.py", arguments);
    if (!peer) {
        card.passedOver("torchvision's own networks", peer.error().message);
        return card.exitCode();
    }
    try {
        compare(card, models, *peer);
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "%s\n", failure.what());
        return 1;
    }
    return card.exitCode();
}
