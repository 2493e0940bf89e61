#include "base/Random.h"

#include <bit>
#include <cmath>
#include <numbers>

namespace graft {

namespace {
std::uint64_t splitMix(std::uint64_t& state) {
    std::uint64_t z = (state += 0x9E3779B97F4A7C15ull);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
}
} // namespace

std::uint64_t mixSeed(std::initializer_list<std::uint64_t> parts) {
    std::uint64_t state = 0x243F6A8885A308D3ull;
    for (std::uint64_t part : parts) {
        state ^= part;
        state = splitMix(state);
    }
    return state;
}

Random::Random(std::uint64_t seed) {
    for (std::uint64_t& word : m_state)
        word = splitMix(seed);
}

std::uint64_t Random::next() {
    const std::uint64_t result = std::rotl(m_state[0] + m_state[3], 23) + m_state[0];
    const std::uint64_t shifted = m_state[1] << 17;
    m_state[2] ^= m_state[0];
    m_state[3] ^= m_state[1];
    m_state[1] ^= m_state[2];
    m_state[0] ^= m_state[3];
    m_state[2] ^= shifted;
    m_state[3] = std::rotl(m_state[3], 45);
    return result;
}

double Random::uniform() {
    return double(next() >> 11) * 0x1.0p-53;
}

std::uint64_t Random::below(std::uint64_t bound) {
    const std::uint64_t unbiased = bound * (~0ull / bound);
    std::uint64_t drawn = next();
    while (drawn >= unbiased)
        drawn = next();
    return drawn % bound;
}

double Random::normal() {
    const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform()));
    return radius * std::cos(2.0 * std::numbers::pi * uniform());
}

} // namespace graft
