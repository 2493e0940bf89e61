#include "training/Memory.h"

#include "graph/Price.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <limits>
#include <malloc.h>
#include <optional>
#include <string>

/// Of tcmalloc; null in a program that is linked without it.
extern "C" __attribute__((weak)) void MallocExtension_ReleaseFreeMemory();

namespace graft::training {

namespace {

constexpr std::uint64_t kNoLimit = std::numeric_limits<std::uint64_t>::max();

/// "MemAvailable:   123 kB" of a file of /proc, in bytes.
std::uint64_t procField(const char* file, const std::string& name) {
    std::ifstream stream(file);
    std::string word;
    while (stream >> word)
        if (word == name + ':') {
            std::uint64_t kilobytes = 0;
            return stream >> kilobytes ? kilobytes << 10 : 0;
        }
    return 0;
}

/// A number in a file of the control group; "max" or no file: nothing.
std::optional<std::uint64_t> groupNumber(const char* file) {
    std::ifstream stream(file);
    std::uint64_t value = 0;
    return stream >> value ? std::optional(value) : std::nullopt;
}

std::uint64_t groupLimit() {
    for (const char* file : {"/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"})
        if (const auto limit = groupNumber(file))
            return *limit;
    return kNoLimit;
}

std::uint64_t groupUse() {
    for (const char* file : {"/sys/fs/cgroup/memory.current", "/sys/fs/cgroup/memory/memory.usage_in_bytes"})
        if (const auto use = groupNumber(file))
            return *use;
    return 0;
}

/// The start, which the first epoch may have to go back to; the moving average, and the start that has a
/// share in it.
int copiesOfLearnt(const LearningOptions& learning) {
    const bool start = learning.startShare > 0;
    return 1 + (learning.averageDecay > 0 || start) + start;
}

std::string gigabytes(std::uint64_t bytes) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", double(bytes) / 1e9);
    return text;
}

} // namespace

std::uint64_t memoryBytes() {
    return std::min(procField("/proc/meminfo", "MemTotal"), groupLimit());
}

std::uint64_t availableMemoryBytes() {
    const std::uint64_t limit = groupLimit();
    // The group's use counts cached files, which go when memory is needed; so half of it is believed.
    const std::uint64_t left = limit == kNoLimit ? kNoLimit : limit - std::min(limit, groupUse() / 2);
    return std::min(procField("/proc/meminfo", "MemAvailable"), left);
}

std::uint64_t peakMemoryBytes() {
    return procField("/proc/self/status", "VmHWM");
}

bool allocatorKeepsMemory() {
    return MallocExtension_ReleaseFreeMemory != nullptr;
}

void returnFreedMemory() {
    if (allocatorKeepsMemory())
        MallocExtension_ReleaseFreeMemory();
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

MemoryNeed::MemoryNeed(graph::Graph graph, graph::FreezePlan plan, int size, const LearningOptions& learning)
    : m_graph(std::move(graph)), m_plan(std::move(plan)), m_input(graph::inputShape(m_graph, size)),
      m_copies(copiesOfLearnt(learning)) {}

std::uint64_t MemoryNeed::bytes(int batch) const {
    const graph::Price price = graph::trainingPrice(m_graph, m_plan, m_input, batch);
    return std::uint64_t(price.peakBytes + m_copies * price.gradientBytes);
}

Result<int> MemoryNeed::imagesAtOnce(int batch, std::uint64_t available) const {
    int atOnce = batch;
    while (available > 0 && bytes(atOnce) > available) {
        if (atOnce == 1)
            return Error{translate(
                "Training",
                "This model needs about %1 GB of memory even for one image at a time; %2 GB are free. "
                "Choose a smaller model or input size, freeze more blocks, or close other programs.",
                {gigabytes(bytes(1)), gigabytes(available)})};
        atOnce = (atOnce + 1) / 2;
    }
    return atOnce;
}

} // namespace graft::training
