// Images a second forward through the engine as predictions go through it (BatchNorm folded, channels last,
// activations in place), in float32 and in bfloat16, against torchvision's own modules on the same LibTorch
// with as many threads. The two take turns, and the fastest round of each counts: other work of the machine
// slows both alike.
#include "engine/Fold.h"
#include "graph/Architectures.h"
#include "support/PythonPeer.h"
#include "support/Scorecard.h"

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>

using namespace graft;

namespace {

constexpr int kThreads = 2;
constexpr int kBatch = 16;
constexpr int kRounds = 4; ///< of a turn; the first is not counted
constexpr int kTurns = 2;

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
    forward.imagesPerSecond = *std::max_element(rounds.begin() + 1, rounds.end());
    return forward;
}

struct Speeds {
    double peer = 0;
    Forward plain, half; ///< half: bfloat16
};

void keepFaster(Forward& best, Forward forward) {
    if (forward.imagesPerSecond > best.imagesPerSecond)
        best = std::move(forward);
}

Result<Speeds> measureInTurns(const graph::Architecture& architecture, bool bfloat16) {
    engine::Network network(architecture.build({}), 0);
    network.setTraining(false);
    const torch::Tensor images = imagesFor(architecture);
    Speeds best;
    for (int turn = 0; turn < kTurns; ++turn) {
        auto peer = benchmark::runPeer(
            "inference.py", {std::to_string(kThreads), std::to_string(kBatch), std::to_string(kRounds),
                             architecture.name + ":" + std::to_string(architecture.inputSize)});
        if (!peer)
            return std::move(peer).error();
        best.peer = std::max(best.peer, peer->at(architecture.name));
        keepFaster(best.plain, measure(network, images, torch::kFloat32));
        if (bfloat16)
            keepFaster(best.half, measure(network, images, torch::kBFloat16));
    }
    return best;
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

void compare(benchmark::Scorecard& card, const std::vector<std::string>& models) {
    using benchmark::Scorecard;
    const torch::NoGradGuard noGradient;
    const bool bfloat16 = hasBfloat16();
    Ratios plain, half;
    for (const std::string& model : models) {
        const graph::Architecture& architecture = *graph::findArchitecture(model);
        const auto speeds = measureInTurns(architecture, bfloat16);
        if (!speeds)
            return card.passedOver("torchvision's own networks", speeds.error().message);
        const auto& [peer, ours, rough] = *speeds;
        card.against(architecture.title + ", float32", ours.imagesPerSecond, peer, "images/s",
                     Scorecard::Better::Higher);
        plain.add(ours.imagesPerSecond / peer);
        if (!bfloat16)
            continue;
        card.against(architecture.title + ", bfloat16", rough.imagesPerSecond, peer, "images/s",
                     Scorecard::Better::Higher);
        half.add(rough.imagesPerSecond / peer);
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
    try {
        compare(card, models);
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "%s\n", failure.what());
        return 1;
    }
    return card.exitCode();
}
