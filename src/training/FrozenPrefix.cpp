#include "training/FrozenPrefix.h"

#include "engine/Device.h"
#include "training/Device.h"
#include "training/Learner.h"
#include "training/PrecisionChoice.h"

#include <torch/torch.h>
#include <torch/version.h>

#include <algorithm>

namespace graft::training {

namespace {

/// Large enough to keep two cores, or a graphics card, busy.
constexpr std::int64_t kGroupOnCpu = 8, kGroupOnCuda = 32;

void addTensor(Checksum& sum, const torch::Tensor& tensor) {
    const torch::Tensor flat = tensor.detach().to(torch::kCPU).contiguous();
    sum.add(std::span(static_cast<const std::byte*>(flat.data_ptr()), flat.nbytes()));
}

torch::Tensor roundedToHalf(const torch::Tensor& values) {
    constexpr double kLargestHalf = 65504;
    return values.clamp(-kLargestHalf, kLargestHalf).to(torch::kHalf).to(torch::kFloat32);
}

/// The values of the wanted nodes for all images, in groups of `group`.
std::vector<torch::Tensor> computeGroups(engine::FoldedNetwork& folded, const torch::Tensor& pixels,
                                         std::int64_t group) {
    std::vector<std::vector<torch::Tensor>> parts(folded.nodes.size());
    for (std::int64_t at = 0; at < pixels.size(0); at += group) {
        const std::int64_t count = std::min(group, pixels.size(0) - at);
        const torch::Tensor images = filledUp(pixels.narrow(0, at, count), group);
        const auto values = folded.network.evaluateNodes(images, folded.nodes);
        for (std::size_t i = 0; i < values.size(); ++i)
            parts[i].push_back(values[i].narrow(0, 0, count).contiguous());
    }
    std::vector<torch::Tensor> whole;
    for (const auto& part : parts)
        whole.push_back(part.size() == 1 ? part.front() : torch::cat(part));
    return whole;
}

} // namespace

std::int64_t groupSizeOn(torch::Device device) {
    return device.is_cuda() ? kGroupOnCuda : kGroupOnCpu;
}

torch::Tensor filledUp(const torch::Tensor& rows, std::int64_t count) {
    if (rows.size(0) == count)
        return rows;
    std::vector<std::int64_t> rest = rows.sizes().vec();
    rest[0] = count - rows.size(0);
    return torch::cat({rows, torch::zeros(rest, rows.options())});
}

std::vector<torch::Tensor> computeInGroups(engine::FoldedNetwork& folded, const torch::Tensor& pixels,
                                           Precision precision) {
    const torch::NoGradGuard noGradient;
    useThreads(shareThreads().compute);
    const torch::Device device = folded.network.device();
    const torch::Tensor all = engine::onto(device, pixels);
    int group = int(groupSizeOn(device));
    std::vector<torch::Tensor> whole = withWhatFits(
        group, [&](int atOnce) { return computeGroups(folded, all, atOnce); },
        [&] { engine::returnCardMemory(device); });
    if (precision == Precision::Bfloat16)
        std::ranges::transform(whole, whole.begin(), roundedToHalf);
    return whole;
}

FrozenPrefix::FrozenPrefix(engine::Network& network, const graph::FreezePlan& plan, Precision precision)
    : m_network(network), m_precision(precision), m_cut(graph::frozenCut(network.graph(), plan)),
      m_folded(engine::fold(network, m_cut.crossing, typeOf(precision))) {}

torch::Dtype FrozenPrefix::keptAs() const {
    return m_precision == Precision::Bfloat16 && !empty() ? torch::kHalf : torch::kFloat32;
}

std::vector<graph::Shape> FrozenPrefix::shapes(int size) const {
    const auto all = graph::inferShapes(m_network.graph(), graph::inputShape(m_network.graph(), size));
    std::vector<graph::Shape> shapes;
    for (const graph::NodeIndex node : m_cut.crossing)
        shapes.push_back(all.empty() ? graph::Shape{} : all[std::size_t(node)]);
    return shapes;
}

Checksum FrozenPrefix::checksum() const {
    Checksum sum;
    sum.add(std::string_view(TORCH_VERSION)).add(std::uint64_t(shareThreads().compute));
    sum.add(m_network.device().str()).add(std::uint64_t(groupSizeOn(m_network.device())));
    const auto& nodes = m_network.graph().nodes();
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (!m_cut.inPrefix[i])
            continue;
        for (const graph::TensorSpec& spec : graph::tensorsOf(nodes[i]))
            addTensor(sum, m_network.tensor(spec.name));
    }
    for (const graph::NodeIndex node : m_cut.crossing)
        sum.add(m_network.graph().node(node).name);
    if (m_precision != Precision::Float32)
        sum.add(nameOf(m_precision));
    return sum;
}

std::vector<torch::Tensor> FrozenPrefix::compute(const torch::Tensor& pixels) {
    if (empty())
        return {engine::onto(device(), pixels)};
    m_imagesComputed += pixels.size(0);
    return computeInGroups(m_folded, pixels, m_precision);
}

} // namespace graft::training
