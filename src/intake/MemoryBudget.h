#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace graft::intake {

/// Bytes that several threads may use together. Who asks for more than there are gets them once nobody else
/// holds any.
class MemoryBudget {
public:
    explicit MemoryBudget(std::uint64_t bytes) : m_limit(bytes) {}

    /// Waits until the bytes are free; gives them back when it goes.
    class Share {
    public:
        Share(MemoryBudget& budget, std::uint64_t bytes);
        ~Share();
        Share(const Share&) = delete;
        Share& operator=(const Share&) = delete;

    private:
        MemoryBudget& m_budget;
        std::uint64_t m_bytes;
    };

private:
    const std::uint64_t m_limit;
    std::uint64_t m_used = 0;
    std::mutex m_mutex;
    std::condition_variable m_freed;
};

} // namespace graft::intake
