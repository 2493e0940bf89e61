#include "engine/Rounding.h"

#include <ATen/autocast_mode.h>
#include <torch/version.h>

namespace graft::engine {

namespace {

#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 4)
void allow(torch::Device device, bool on) {
    at::autocast::set_autocast_dtype(device.type(), torch::kBFloat16);
    at::autocast::set_autocast_enabled(device.type(), on);
}
#else
void allow(torch::Device device, bool on) {
    if (device.is_cpu()) {
        at::autocast::set_autocast_cpu_dtype(torch::kBFloat16);
        at::autocast::set_cpu_enabled(on);
    } else {
        at::autocast::set_autocast_gpu_dtype(torch::kBFloat16);
        at::autocast::set_enabled(on);
    }
}
#endif

} // namespace

Rounding::Rounding(torch::Device device, bool on) : m_device(device), m_on(on) {
    if (!m_on)
        return;
    allow(m_device, true);
    at::autocast::set_autocast_cache_enabled(true);
    at::autocast::increment_nesting();
}

Rounding::~Rounding() {
    if (!m_on)
        return;
    if (at::autocast::decrement_nesting() == 0)
        at::autocast::clear_cache(); // the copies belong to the weights of before the step
    allow(m_device, false);
}

} // namespace graft::engine
