#include "engine/Network.h"

#include "engine/TensorBytes.h"

#include <torch/torch.h>

#include <set>

namespace graft::engine {

namespace {

bool isWhole(const weights::Tensor& tensor) {
    return tensor.data.size() == std::size_t(tensor.elements()) * weights::bytesPerElement(tensor.type);
}

bool fits(const weights::Tensor& tensor, const graph::Shape& shape) {
    return tensor.shape == shape && isWhole(tensor);
}

/// The kernels of a convolution on the input that are for another number of channels.
bool areForOtherChannels(const weights::Tensor& tensor, const graph::Node& node,
                         const graph::TensorSpec& spec) {
    const auto* conv = std::get_if<graph::Conv2d>(&node.op);
    if (!conv || conv->groups != 1 || node.inputs != std::vector<graph::NodeIndex>{0} ||
        !spec.name.ends_with(".weight") || tensor.shape.size() != 4 || tensor.shape[1] < 1)
        return false;
    graph::Shape expected = spec.shape;
    expected[1] = tensor.shape[1];
    return fits(tensor, expected);
}

/// [out, k, …] to [out, channels, …].
torch::Tensor adaptedTo(std::int64_t channels, const torch::Tensor& kernels) {
    if (channels == 1)
        return kernels.sum(1, /*keepdim=*/true);
    const std::int64_t given = kernels.size(1);
    const torch::Tensor order = torch::arange(channels) % given;
    return kernels.index_select(1, order) * (double(given) / double(channels));
}

} // namespace

LoadReport Network::load(const weights::TensorMap& tensors) {
    const torch::NoGradGuard noGradient;
    LoadReport report;
    std::set<std::string> known;
    for (const graph::Node& node : m_graph.nodes()) {
        for (const graph::TensorSpec& spec : graph::tensorsOf(node)) {
            known.insert(spec.name);
            const auto found = tensors.find(spec.name);
            if (found == tensors.end()) {
                report.missing.push_back(spec.name);
            } else if (fits(found->second, spec.shape)) {
                m_tensors.at(spec.name).copy_(viewOf(found->second));
                ++report.loaded;
            } else if (areForOtherChannels(found->second, node, spec)) {
                const torch::Tensor kernels = viewOf(found->second).to(torch::kFloat32);
                m_tensors.at(spec.name).copy_(adaptedTo(spec.shape[1], kernels));
                report.adapted.push_back(spec.name);
                ++report.loaded;
            } else {
                report.mismatched.push_back(spec.name);
            }
        }
    }
    for (const auto& [name, tensor] : tensors)
        if (!known.contains(name) && !name.ends_with("num_batches_tracked"))
            report.unexpected.push_back(name);
    return report;
}

weights::TensorMap Network::save() const {
    weights::TensorMap tensors;
    for (const auto& [name, tensor] : m_tensors)
        tensors[name] = bytesOf(tensor);
    return tensors;
}

weights::TensorMap Network::save(Part part) const {
    weights::TensorMap tensors;
    for (const std::string& name : names(part))
        tensors[name] = bytesOf(m_tensors.at(name));
    return tensors;
}

std::vector<std::string> Network::names(Part part) const {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < m_frozen.size(); ++i)
        if (m_frozen[i] == (part == Part::Frozen))
            for (const graph::TensorSpec& spec : graph::tensorsOf(m_graph.nodes()[i]))
                names.push_back(spec.name);
    return names;
}

} // namespace graft::engine
