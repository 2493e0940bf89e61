#pragma once

#include "base/Result.h"
#include "weights/Tensor.h"

namespace graft::weights {

/// keras.applications' ResNet-50/101/152 (v1) with torchvision's names and layouts: kernels HWIO → OIHW,
/// dense kernels transposed, and the biases of the convolutions, which torchvision's have not, folded into
/// the running means of the BatchNorm behind them. The function of the network stays as it was if it is built
/// with strideOnFirstConv and eps 1e-3.
Result<TensorMap> torchvisionFromKerasResnet(const TensorMap& keras);

} // namespace graft::weights
