#pragma once

#include "weights/Tensor.h"

#include <torch/types.h>

namespace graft::engine {

/// A copy as float32 on the CPU.
weights::Tensor bytesOf(const torch::Tensor& tensor);
/// Shares the bytes, which must outlive the view.
torch::Tensor viewOf(const weights::Tensor& tensor);

} // namespace graft::engine
