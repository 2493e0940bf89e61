#include "engine/TensorBytes.h"

#include <torch/torch.h>

#include <cstring>

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

} // namespace

weights::Tensor bytesOf(const torch::Tensor& tensor) {
    const torch::Tensor flat = tensor.detach().to(torch::kCPU, torch::kFloat32).contiguous();
    weights::Tensor copy{weights::DType::F32, flat.sizes().vec(), std::vector<std::byte>(flat.nbytes())};
    std::memcpy(copy.data.data(), flat.data_ptr(), copy.data.size());
    return copy;
}

torch::Tensor viewOf(const weights::Tensor& tensor) {
    return torch::from_blob(const_cast<std::byte*>(tensor.data.data()), tensor.shape,
                            scalarType(tensor.type));
}

} // namespace graft::engine
