#include "engine/Device.h"

#include <torch/torch.h>
#include <torch/version.h>

#include <ATen/Context.h>

#ifdef GRAFT_HAS_CUDA
#include <c10/cuda/CUDACachingAllocator.h>
#endif

namespace graft::engine {

torch::Tensor onto(torch::Device device, const torch::Tensor& tensor) {
    if (!device.is_cuda() || !tensor.device().is_cpu())
        return tensor.to(device);
    return (tensor.is_pinned() ? tensor : tensor.pin_memory()).to(device, /*non_blocking=*/true);
}

void synchronise(torch::Device device) {
    if (device.is_cuda())
        torch::cuda::synchronize();
}

void computeOnCards(bool deterministic) {
    at::globalContext().setDeterministicCuDNN(deterministic);
    at::globalContext().setBenchmarkCuDNN(!deterministic);
    at::globalContext().setDeterministicAlgorithms(deterministic, /*warn_only=*/true);
#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 2)
    // Or every new tensor would be filled, to show the reading of what nothing was written to.
    at::globalContext().setDeterministicFillUninitializedMemory(false);
#endif
}

#ifdef GRAFT_HAS_CUDA

namespace {

/// The allocator keeps no count before the card is first used.
bool inUse(torch::Device device) {
    if (device.is_cuda())
        torch::empty({1}, device);
    return device.is_cuda();
}

auto indexOf(torch::Device device) {
    return device.has_index() ? device.index() : torch::DeviceIndex(0);
}

} // namespace

std::uint64_t peakCardBytes(torch::Device device) {
    if (!inUse(device))
        return 0;
    return std::uint64_t(
        c10::cuda::CUDACachingAllocator::getDeviceStats(indexOf(device)).allocated_bytes[0].peak);
}

void forgetPeak(torch::Device device) {
    if (inUse(device))
        c10::cuda::CUDACachingAllocator::resetPeakStats(indexOf(device));
}

void returnCardMemory(torch::Device device) {
    if (inUse(device))
        c10::cuda::CUDACachingAllocator::emptyCache();
}

#else

std::uint64_t peakCardBytes(torch::Device) {
    return 0;
}

void forgetPeak(torch::Device) {}

void returnCardMemory(torch::Device) {}

#endif

} // namespace graft::engine
