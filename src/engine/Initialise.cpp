#include "engine/Network.h"

#include <torch/torch.h>

#include <ATen/CPUGeneratorImpl.h>

#include <cmath>

namespace graft::engine {

namespace {

using graph::Initialisation;

/// How many values one output reads, and how many outputs one value feeds (per kernel position as PyTorch
/// counts).
struct Fans {
    double in;
    double out;
};

Fans fansOf(const torch::Tensor& weight) {
    double area = 1;
    for (std::int64_t i = 2; i < weight.dim(); ++i)
        area *= double(weight.size(i));
    return {double(weight.size(1)) * area, double(weight.size(0)) * area};
}

void fillUniform(torch::Tensor& tensor, double bound, torch::Generator& random) {
    tensor.uniform_(-bound, bound, random);
}

/// Standard deviation 0.1, cut off at ±2, by the inverse of the normal distribution.
void fillTruncatedNormal(torch::Tensor& weight, torch::Generator& random) {
    constexpr double sigma = 0.1, limit = 2;
    const double reach = std::erf(limit / sigma / std::sqrt(2.0));
    weight.uniform_(-reach, reach, random).erfinv_().mul_(sigma * std::sqrt(2.0)).clamp_(-limit, limit);
}

void fillWeight(torch::Tensor& weight, Initialisation initialisation, torch::Generator& random) {
    const Fans fans = fansOf(weight);
    switch (initialisation) {
    case Initialisation::FanInUniform:
        return fillUniform(weight, 1 / std::sqrt(fans.in), random);
    case Initialisation::KaimingNormalFanOut:
        weight.normal_(0, std::sqrt(2 / fans.out), random);
        return;
    case Initialisation::KaimingUniformFanIn:
        return fillUniform(weight, std::sqrt(6 / fans.in), random);
    case Initialisation::SmallNormal:
        weight.normal_(0, 0.01, random);
        return;
    case Initialisation::TruncatedNormal:
        return fillTruncatedNormal(weight, random);
    }
}

void fillBias(torch::Tensor& bias, const torch::Tensor& weight, Initialisation initialisation,
              torch::Generator& random) {
    if (initialisation == Initialisation::FanInUniform || initialisation == Initialisation::TruncatedNormal)
        fillUniform(bias, 1 / std::sqrt(fansOf(weight).in), random);
    else
        bias.zero_();
}

void initialiseNormalisation(Network& network, const std::vector<graph::TensorSpec>& specs) {
    for (const graph::TensorSpec& spec : specs)
        network.tensor(spec.name).fill_(
            spec.name.ends_with(".weight") || spec.name.ends_with(".running_var") ? 1 : 0);
}

void initialiseWeights(Network& network, const graph::Node& node, torch::Generator& random) {
    torch::Tensor& weight = network.tensor(node.name + ".weight");
    fillWeight(weight, node.initialisation, random);
    for (const graph::TensorSpec& spec : graph::tensorsOf(node))
        if (spec.name.ends_with(".bias"))
            fillBias(network.tensor(spec.name), weight, node.initialisation, random);
}

} // namespace

void initialise(Network& network, std::uint64_t seed) {
    const torch::NoGradGuard noGradient;
    torch::Generator random = at::detail::createCPUGenerator(seed);
    const torch::Device device = network.device();
    network.to(torch::kCPU);
    for (const graph::Node& node : network.graph().nodes()) {
        const bool weighted =
            std::holds_alternative<graph::Conv2d>(node.op) || std::holds_alternative<graph::Linear>(node.op);
        if (weighted)
            initialiseWeights(network, node, random);
        else
            initialiseNormalisation(network, graph::tensorsOf(node));
    }
    network.to(device);
}

} // namespace graft::engine
