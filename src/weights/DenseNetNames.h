#pragma once

#include "weights/Tensor.h"

namespace graft::weights {

/// torchvision's published DenseNet files write "denselayer1.norm.1.weight" where its networks say
/// "denselayer1.norm1.weight". Other names stay.
TensorMap withTodaysDenseNetNames(TensorMap tensors);

} // namespace graft::weights
