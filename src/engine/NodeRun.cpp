#include "engine/NodeRun.h"

#include <cassert>

namespace graft::engine {

using torch::Tensor;

Tensor NodeRun::operator()(const graph::Input&) const {
    assert(!"the input's value is given, not computed");
    return {};
}

Tensor NodeRun::operator()(const graph::Conv2d& op) const {
    const Tensor bias = op.bias ? own("bias") : Tensor();
    return torch::conv2d(in(), own("weight"), bias, {op.stride[0], op.stride[1]},
                         {op.padding[0], op.padding[1]}, {1, 1}, op.groups);
}

Tensor NodeRun::operator()(const graph::BatchNorm2d& op) const {
    // A single value per channel has no variance: it would put NaN into the running statistics.
    const bool measures = m_mode.training && in().numel() > op.channels;
    return torch::batch_norm(in(), own("weight"), own("bias"), own("running_mean"), own("running_var"),
                             measures, op.momentum, op.eps, true);
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

Tensor NodeRun::operator()(const graph::MaxPool2d& op) const {
    return torch::max_pool2d(in(), {op.kernel, op.kernel}, {op.stride, op.stride}, {op.padding, op.padding},
                             {1, 1}, op.ceil);
}

Tensor NodeRun::operator()(const graph::AvgPool2d& op) const {
    return torch::avg_pool2d(in(), {op.kernel, op.kernel}, {op.stride, op.stride}, {op.padding, op.padding},
                             /*ceil_mode=*/false, /*count_include_pad=*/true);
}

Tensor NodeRun::operator()(const graph::AdaptiveAvgPool2d& op) const {
    return torch::adaptive_avg_pool2d(in(), {op.height, op.width});
}

Tensor NodeRun::operator()(const graph::Flatten&) const {
    return torch::flatten(in(), 1);
}

Tensor NodeRun::operator()(const graph::Linear& op) const {
    return torch::linear(in(), own("weight"), op.bias ? own("bias") : Tensor());
}

Tensor NodeRun::operator()(const graph::Dropout& op) const {
    if (!m_mode.training || op.probability <= 0)
        return in();
    const double kept = 1 - op.probability;
    if (kept <= 0)
        return torch::zeros_like(in());
    // Drawn on the CPU, so that every device sees the same masks.
    const Tensor mask = torch::empty(in().sizes(), torch::kFloat32).bernoulli_(kept, m_dropout).div_(kept);
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
           std::holds_alternative<graph::Linear>(op) || std::holds_alternative<graph::Add>(op) ||
           std::holds_alternative<graph::Concat>(op);
}

} // namespace graft::engine
