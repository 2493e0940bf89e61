#pragma once

#include "base/Result.h"
#include "graph/Graph.h"

#include <cstdint>

namespace graft::training {

/// Of this computer, or of the container the program runs in.
std::uint64_t memoryBytes();
std::uint64_t availableMemoryBytes();
/// The most this process has used so far.
std::uint64_t peakMemoryBytes();
/// Gives back to the system what was freed: glibc keeps hundreds of megabytes after tensors have come and
/// gone.
void returnFreedMemory();
/// Does so at the end of its scope.
struct ReturnFreedMemory {
    ~ReturnFreedMemory() { returnFreedMemory(); }
};

/// What a training step keeps, about: the tensors (twice where they are frozen, for the folded copy; four
/// times where they learn, for the gradient and two moments), the outputs of the learning nodes and their
/// gradients for every image, and the frozen part's passing values.
class MemoryNeed {
public:
    MemoryNeed(const graph::Graph& graph, const graph::FreezePlan& plan, int size);
    std::uint64_t bytes(int batch) const;
    /// An Error that names what is needed, what is there and which batch would fit.
    Result<> check(int batch, std::uint64_t available) const;

private:
    std::uint64_t m_fixed = 0;
    std::uint64_t m_perImage = 0;
};

} // namespace graft::training
