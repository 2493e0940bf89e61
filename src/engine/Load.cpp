#include "engine/Network.h"

#include "engine/TensorBytes.h"

#include <torch/torch.h>

#include <set>

namespace graft::engine {

namespace {

bool fits(const weights::Tensor& tensor, const graph::Shape& shape) {
    return tensor.shape == shape &&
           tensor.data.size() == std::size_t(tensor.elements()) * weights::bytesPerElement(tensor.type);
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
            } else if (!fits(found->second, spec.shape)) {
                report.mismatched.push_back(spec.name);
            } else {
                m_tensors.at(spec.name).copy_(viewOf(found->second));
                ++report.loaded;
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
