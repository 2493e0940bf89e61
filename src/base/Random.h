#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <utility>

namespace graft {

/// Folds numbers into one seed (SplitMix64's finaliser), so that a stream can belong to (seed, epoch, id).
std::uint64_t mixSeed(std::initializer_list<std::uint64_t> parts);

/// A small seeded generator (xoshiro256++, Blackman & Vigna) with the same output on every platform and
/// standard library.
class Random {
public:
    explicit Random(std::uint64_t seed);

    std::uint64_t next();
    /// Uniform in [0, 1).
    double uniform();
    double uniform(double low, double high) { return low + (high - low) * uniform(); }
    /// Uniform in [0, bound); bound must be positive. Without modulo bias.
    std::uint64_t below(std::uint64_t bound);
    bool chance(double probability) { return uniform() < probability; }
    /// Standard normal (Box–Muller).
    double normal();

    /// Fisher–Yates.
    template <typename T>
    void shuffle(std::span<T> values) {
        for (std::size_t i = values.size(); i > 1; --i)
            std::swap(values[i - 1], values[below(i)]);
    }

private:
    std::uint64_t m_state[4];
};

} // namespace graft
