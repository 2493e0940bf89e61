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

/// What training needs, about: graph::trainingPrice, as something to check and to speak of.
class MemoryNeed {
public:
    MemoryNeed(graph::Graph graph, graph::FreezePlan plan, int size);
    std::uint64_t bytes(int batch) const;
    /// An Error that names what is needed, what is there and which batch would fit.
    Result<> check(int batch, std::uint64_t available) const;

private:
    graph::Graph m_graph;
    graph::FreezePlan m_plan;
    graph::Shape m_input;

    /// The largest batch below `batch` that fits; one fits.
    int fitting(int batch, std::uint64_t available) const;
};

} // namespace graft::training
