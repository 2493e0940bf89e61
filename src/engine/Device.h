#pragma once

#include <torch/types.h>

#include <cstdint>

// What is different on a graphics card. On the processor all of it does nothing.
namespace graft::engine {

/// The tensor on `device`. From the processor to a card it goes through pinned memory, and the call returns
/// before the copy has ended; work that is queued on the card afterwards waits for it.
torch::Tensor onto(torch::Device device, const torch::Tensor& tensor);

/// Waits until the card has done all that was queued.
void synchronise(torch::Device device);

/// How cards compute from now on, in the whole process. `deterministic`: the same numbers from run to run,
/// by slower algorithms where others would add in any order; else the fastest of some that are tried.
void computeOnCards(bool deterministic);

/// Bytes of all tensors on the card: the most there were since forgetPeak(). 0 on the processor.
std::uint64_t peakCardBytes(torch::Device device);
void forgetPeak(torch::Device device);
/// Gives back to the card what LibTorch keeps for tensors to come.
void returnCardMemory(torch::Device device);

} // namespace graft::engine
