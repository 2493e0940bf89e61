#pragma once

#include <torch/types.h>

namespace graft::engine {

/// While it lives, convolutions and matrix products of this thread on `device` read bfloat16 copies of their
/// float32 tensors and give bfloat16; sums of gradients reach the float32 tensors (LibTorch's autocast). Does
/// nothing where `on` is false. Not to be nested.
class Rounding {
public:
    Rounding(torch::Device device, bool on);
    ~Rounding();
    Rounding(const Rounding&) = delete;
    Rounding& operator=(const Rounding&) = delete;

private:
    torch::Device m_device;
    bool m_on;
};

} // namespace graft::engine
