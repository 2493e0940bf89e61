#include "engine/Network.h"

#include <torch/torch.h>

#include <ATen/CPUGeneratorImpl.h>

#include <algorithm>
#include <array>
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

/// Cut off at ±2, by the inverse of the normal distribution.
void fillTruncatedNormal(torch::Tensor& weight, double sigma, torch::Generator& random) {
    constexpr double limit = 2;
    const double reach = std::erf(limit / sigma / std::sqrt(2.0));
    weight.uniform_(-reach, reach, random).erfinv_().mul_(sigma * std::sqrt(2.0)).clamp_(-limit, limit);
}

void fillWeight(torch::Tensor& weight, Initialisation initialisation, torch::Generator& random) {
    const Fans fans = fansOf(weight);
    switch (initialisation) {
    case Initialisation::FanInUniform:
    case Initialisation::FanInUniformNoBias:
        return fillUniform(weight, 1 / std::sqrt(fans.in), random);
    case Initialisation::FanOutUniform:
        return fillUniform(weight, 1 / std::sqrt(fans.out), random);
    case Initialisation::KaimingNormalFanOut:
        weight.normal_(0, std::sqrt(2 / fans.out), random);
        return;
    case Initialisation::KaimingNormalFanIn:
        weight.normal_(0, std::sqrt(2 / fans.in), random);
        return;
    case Initialisation::KaimingUniformFanIn:
        return fillUniform(weight, std::sqrt(6 / fans.in), random);
    case Initialisation::SmallNormal:
        weight.normal_(0, 0.01, random);
        return;
    case Initialisation::FineNormal:
        weight.normal_(0, 0.02, random);
        return;
    case Initialisation::TruncatedNormal:
        return fillTruncatedNormal(weight, 0.1, random);
    case Initialisation::TruncatedFinestNormal:
        return fillTruncatedNormal(weight, 0.001, random);
    }
}

void fillBias(torch::Tensor& bias, const torch::Tensor& weight, Initialisation initialisation,
              torch::Generator& random) {
    constexpr std::array drawn{Initialisation::FanInUniform, Initialisation::KaimingNormalFanIn,
                               Initialisation::TruncatedNormal, Initialisation::TruncatedFinestNormal};
    if (std::ranges::find(drawn, initialisation) != drawn.end())
        fillUniform(bias, 1 / std::sqrt(fansOf(weight).in), random);
    else
        bias.zero_();
}

/// One overload per op, as everywhere.
struct Initialising {
    Network& network;
    const graph::Node& node;
    torch::Generator& random;

    void operator()(const graph::Conv2d&) const { drawWeights(); }
    void operator()(const graph::Linear&) const { drawWeights(); }
    void operator()(const graph::PixelLinear&) const { drawWeights(); }
    void operator()(const graph::BatchNorm2d&) const { passThrough(); }
    void operator()(const graph::BatchNorm1d&) const { passThrough(); }
    void operator()(const graph::LayerNorm2d&) const { passThrough(); }
    void operator()(const graph::Standardize&) const { passThrough(); }
    void operator()(const graph::LayerScale& op) const { own("layer_scale").fill_(op.initial); }
    void operator()(const graph::GemPool2d& op) const { own("p").fill_(op.initial); }
    void operator()(const graph::Input&) const {}
    void operator()(const graph::Relu&) const {}
    void operator()(const graph::Relu6&) const {}
    void operator()(const graph::Hardswish&) const {}
    void operator()(const graph::Hardsigmoid&) const {}
    void operator()(const graph::Silu&) const {}
    void operator()(const graph::Sigmoid&) const {}
    void operator()(const graph::Gelu&) const {}
    void operator()(const graph::MaxPool2d&) const {}
    void operator()(const graph::AvgPool2d&) const {}
    void operator()(const graph::AdaptiveAvgPool2d&) const {}
    void operator()(const graph::AdaptiveMaxPool2d&) const {}
    void operator()(const graph::Flatten&) const {}
    void operator()(const graph::Dropout&) const {}
    void operator()(const graph::StochasticDepth&) const {}
    void operator()(const graph::Add&) const {}
    void operator()(const graph::Multiply&) const {}
    void operator()(const graph::Concat&) const {}

private:
    torch::Tensor& own(const char* tensor) const { return network.tensor(node.name + '.' + tensor); }
    void drawWeights() const {
        torch::Tensor& weight = own("weight");
        fillWeight(weight, node.initialisation, random);
        for (const graph::TensorSpec& spec : graph::tensorsOf(node))
            if (spec.name.ends_with(".bias"))
                fillBias(network.tensor(spec.name), weight, node.initialisation, random);
    }
    /// A normalisation that changes nothing: factor and variance one, bias and mean zero.
    void passThrough() const {
        for (const graph::TensorSpec& spec : graph::tensorsOf(node))
            network.tensor(spec.name).fill_(
                spec.name.ends_with(".weight") || spec.name.ends_with(".running_var") ? 1 : 0);
    }
};

} // namespace

void initialise(Network& network, std::uint64_t seed) {
    const torch::NoGradGuard noGradient;
    torch::Generator random = at::detail::createCPUGenerator(seed);
    const torch::Device device = network.device();
    network.to(torch::kCPU);
    for (const graph::Node& node : network.graph().nodes())
        std::visit(Initialising{network, node, random}, node.op);
    network.to(device);
}

} // namespace graft::engine
