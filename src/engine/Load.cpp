#include "engine/Network.h"

#include <torch/torch.h>

#include <cstring>
#include <set>

namespace graft::engine {

namespace {

torch::ScalarType scalarType(weights::DType type) {
    switch (type) {
    case weights::DType::Bool:
        return torch::kBool;
    case weights::DType::U8:
        return torch::kUInt8;
    case weights::DType::I8:
        return torch::kInt8;
    case weights::DType::I16:
        return torch::kInt16;
    case weights::DType::I32:
        return torch::kInt32;
    case weights::DType::I64:
        return torch::kInt64;
    case weights::DType::F16:
        return torch::kFloat16;
    case weights::DType::BF16:
        return torch::kBFloat16;
    case weights::DType::F32:
        return torch::kFloat32;
    case weights::DType::F64:
        return torch::kFloat64;
    }
    return torch::kFloat32;
}

/// Shares the bytes.
torch::Tensor viewOf(const weights::Tensor& tensor) {
    return torch::from_blob(const_cast<std::byte*>(tensor.data.data()), tensor.shape,
                            scalarType(tensor.type));
}

bool fits(const weights::Tensor& tensor, const graph::Shape& shape) {
    return tensor.shape == shape &&
           tensor.data.size() == std::size_t(tensor.elements()) * weights::bytesPerElement(tensor.type);
}

weights::Tensor copyOf(const torch::Tensor& tensor) {
    const torch::Tensor flat = tensor.detach().to(torch::kCPU, torch::kFloat32).contiguous();
    weights::Tensor copy{weights::DType::F32, flat.sizes().vec(), std::vector<std::byte>(flat.nbytes())};
    std::memcpy(copy.data.data(), flat.data_ptr(), copy.data.size());
    return copy;
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
        tensors[name] = copyOf(tensor);
    return tensors;
}

} // namespace graft::engine
