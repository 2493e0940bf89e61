#include "engine/NodeRun.h"

#include <array>
#include <cassert>
#include <limits>

namespace graft::engine {

using torch::Tensor;

namespace {

using Size = std::array<int, 2>;

std::array<std::int64_t, 2> wide(const Size& size) {
    return {size[0], size[1]};
}

/// With TensorFlow's "same" padding of `value` around an image [N, C, H, W].
Tensor paddedSame(const Tensor& image, const Size& kernel, const Size& stride, double value) {
    const auto rows = graph::samePadding(image.size(2), kernel[0], stride[0]);
    const auto columns = graph::samePadding(image.size(3), kernel[1], stride[1]);
    if (rows[1] == 0 && columns[1] == 0)
        return image;
    return torch::constant_pad_nd(image, {columns[0], columns[1], rows[0], rows[1]}, value);
}

} // namespace

Tensor NodeRun::operator()(const graph::Input&) const {
    assert(!"the input's value is given, not computed");
    return {};
}

Tensor NodeRun::operator()(const graph::Conv2d& op) const {
    const Tensor bias = op.bias ? own("bias") : Tensor();
    const Tensor image = op.same ? paddedSame(in(), op.kernel, op.stride, 0) : in();
    const Size padding = op.same ? Size{0, 0} : op.padding;
    return torch::conv2d(image, own("weight"), bias, wide(op.stride), wide(padding), {1, 1}, op.groups);
}

Tensor NodeRun::operator()(const graph::BatchNorm2d& op) const {
    return batchNorm(op.channels, op.momentum, op.eps);
}

Tensor NodeRun::operator()(const graph::BatchNorm1d& op) const {
    return batchNorm(op.features, op.momentum, op.eps);
}

Tensor NodeRun::batchNorm(int channels, double momentum, double eps) const {
    // A single value per channel has no variance: it would put NaN into the running statistics.
    const bool measures = m_mode.training && !m_mode.keepsStatistics && in().numel() > channels;
    return torch::batch_norm(in(), own("weight"), own("bias"), own("running_mean"), own("running_var"),
                             measures, momentum, eps, true);
}

// Of a channels-last image, the permuted view is contiguous: nothing is copied.

Tensor NodeRun::operator()(const graph::LayerNorm2d& op) const {
    const Tensor x = in().to(own("weight").scalar_type()); // while steps are rounded they differ
    return torch::layer_norm(x.permute({0, 2, 3, 1}), {op.channels}, own("weight"), own("bias"), op.eps)
        .permute({0, 3, 1, 2});
}

Tensor NodeRun::operator()(const graph::PixelLinear& op) const {
    return torch::linear(in().permute({0, 2, 3, 1}), own("weight"), op.bias ? own("bias") : Tensor())
        .permute({0, 3, 1, 2});
}

Tensor NodeRun::operator()(const graph::LayerScale&) const {
    return in() * own("layer_scale");
}

Tensor NodeRun::operator()(const graph::Standardize& op) const {
    return (in() - own("running_mean")) / torch::sqrt(own("running_var") + op.eps);
}

Tensor NodeRun::operator()(const graph::Relu&) const {
    Tensor x = in();
    return m_mode.overwrite ? torch::relu_(x) : torch::relu(x);
}

Tensor NodeRun::operator()(const graph::Relu6&) const {
    Tensor x = in();
    if (x.scalar_type() == torch::kBFloat16) // LibTorch 1.13 has no gradient of hardtanh for it
        return torch::clamp(x, 0, 6);
    return m_mode.overwrite ? torch::hardtanh_(x, 0, 6) : torch::hardtanh(x, 0, 6);
}

Tensor NodeRun::operator()(const graph::Hardswish&) const {
    Tensor x = in();
    return overwriteWithoutGradient() ? torch::hardswish_(x) : torch::hardswish(x);
}

Tensor NodeRun::operator()(const graph::Hardsigmoid&) const {
    Tensor x = in();
    return overwriteWithoutGradient() ? torch::hardsigmoid_(x) : torch::hardsigmoid(x);
}

Tensor NodeRun::operator()(const graph::Silu&) const {
    Tensor x = in();
    return overwriteWithoutGradient() ? torch::silu_(x) : torch::silu(x);
}

Tensor NodeRun::operator()(const graph::Sigmoid&) const {
    Tensor x = in();
    return overwriteWithoutGradient() ? torch::sigmoid_(x) : torch::sigmoid(x);
}

Tensor NodeRun::operator()(const graph::Gelu&) const {
    return torch::gelu(in());
}

Tensor NodeRun::operator()(const graph::MaxPool2d& op) const {
    const Size kernel{op.kernel, op.kernel}, stride{op.stride, op.stride};
    if (op.same)
        return torch::max_pool2d(paddedSame(in(), kernel, stride, -std::numeric_limits<double>::infinity()),
                                 wide(kernel), wide(stride));
    return torch::max_pool2d(in(), wide(kernel), wide(stride), {op.padding, op.padding}, {1, 1}, op.ceil);
}

Tensor NodeRun::operator()(const graph::AvgPool2d& op) const {
    const Size kernel{op.kernel, op.kernel}, stride{op.stride, op.stride};
    if (op.same) {
        const auto mean = [&](const Tensor& image) {
            return torch::avg_pool2d(paddedSame(image, kernel, stride, 0), wide(kernel), wide(stride));
        };
        return mean(in()) / mean(torch::ones({1, 1, in().size(2), in().size(3)}, in().options()));
    }
    return torch::avg_pool2d(in(), wide(kernel), wide(stride), {op.padding, op.padding},
                             /*ceil_mode=*/false, /*count_include_pad=*/true);
}

Tensor NodeRun::operator()(const graph::AdaptiveAvgPool2d& op) const {
    // VGG at its usual size has nothing to average, and on a card the gradient of this operation adds up in
    // any order. Where no gradient is wanted the operation stays, for a traced network meets other sizes.
    if (m_mode.training && in().size(2) == op.height && in().size(3) == op.width)
        return in();
    return torch::adaptive_avg_pool2d(in(), {op.height, op.width});
}

Tensor NodeRun::operator()(const graph::AdaptiveMaxPool2d& op) const {
    return std::get<0>(torch::adaptive_max_pool2d(in(), {op.height, op.width}));
}

Tensor NodeRun::operator()(const graph::GemPool2d& op) const {
    const Tensor& p = own("p");
    return in().clamp_min(op.eps).pow(p).mean({2, 3}, /*keepdim=*/true).pow(p.reciprocal());
}

Tensor NodeRun::operator()(const graph::Flatten&) const {
    return torch::flatten(in(), 1).to(at::promoteTypes(in().scalar_type(), torch::kFloat32));
}

Tensor NodeRun::operator()(const graph::Linear& op) const {
    return torch::linear(in(), own("weight"), op.bias ? own("bias") : Tensor());
}

Tensor NodeRun::operator()(const graph::Dropout& op) const {
    return dropped(op.probability, in().sizes());
}

Tensor NodeRun::operator()(const graph::StochasticDepth& op) const {
    std::vector<std::int64_t> perImage(std::size_t(in().dim()), 1);
    perImage[0] = in().size(0);
    return dropped(op.probability, perImage);
}

Tensor NodeRun::dropped(double probability, at::IntArrayRef maskShape) const {
    if (!m_mode.training || probability <= 0)
        return in();
    const double kept = 1 - probability;
    if (kept <= 0)
        return torch::zeros_like(in());
    // Drawn on the CPU, so that every device sees the same masks.
    const Tensor mask = torch::empty(maskShape, torch::kFloat32).bernoulli_(kept, m_dropout).div_(kept);
    return in() * mask.to(in().device());
}

Tensor NodeRun::operator()(const graph::Add&) const {
    Tensor sum = in();
    for (std::size_t i = 1; i < m_inputs.size(); ++i)
        sum = i > 1 || m_mode.overwrite ? sum.add_(m_inputs[i]) : sum + m_inputs[i];
    return sum;
}

Tensor NodeRun::operator()(const graph::Multiply&) const {
    return in() * m_inputs[1];
}

Tensor NodeRun::operator()(const graph::Concat&) const {
    return torch::cat(m_inputs, 1);
}

bool givesFreshTensor(const graph::Op& op) {
    return std::holds_alternative<graph::Conv2d>(op) || std::holds_alternative<graph::BatchNorm2d>(op) ||
           std::holds_alternative<graph::BatchNorm1d>(op) || std::holds_alternative<graph::Linear>(op) ||
           std::holds_alternative<graph::PixelLinear>(op) || std::holds_alternative<graph::Add>(op) ||
           std::holds_alternative<graph::Concat>(op);
}

} // namespace graft::engine
