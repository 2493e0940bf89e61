#pragma once

#include "base/Result.h"
#include "graph/Graph.h"
#include "training/LearningOptions.h"

#include <cstdint>

namespace graft::training {

/// Of this computer, or of the container the program runs in.
std::uint64_t memoryBytes();
std::uint64_t availableMemoryBytes();
/// The most this process has used so far.
std::uint64_t peakMemoryBytes();
/// This program's allocator is one that keeps large pieces for the next request, tcmalloc; else it is the C
/// library's, and training steps wait for the system to clear the same pages over and over.
bool allocatorKeepsMemory();
/// Gives back to the system what was freed: allocators keep hundreds of megabytes, or gigabytes, after
/// tensors have come and gone.
void returnFreedMemory();
/// Does so at the end of its scope.
struct ReturnFreedMemory {
    ~ReturnFreedMemory() { returnFreedMemory(); }
};

/// What training needs, about: graph::trainingPrice and the copies of what learns that the options ask for,
/// as something to check and to speak of.
class MemoryNeed {
public:
    MemoryNeed(graph::Graph graph, graph::FreezePlan plan, int size, const LearningOptions& learning = {});
    std::uint64_t bytes(int batch) const;
    /// How many images of a batch fit at once: all of them, or what is left after halving. An Error that
    /// names what is needed and what is there where one image is too many. `available` 0: not known.
    Result<int> imagesAtOnce(int batch, std::uint64_t available) const;

private:
    graph::Graph m_graph;
    graph::FreezePlan m_plan;
    graph::Shape m_input;
    int m_copies; ///< of what learns
};

} // namespace graft::training
