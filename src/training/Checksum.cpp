#include "training/Checksum.h"

#include <bit>
#include <cstdio>
#include <cstring>

namespace graft::training {

namespace {

constexpr std::uint64_t kOdd = 0x9FB21C651E98DF25ull; ///< any odd number with bits everywhere
constexpr std::size_t kWord = sizeof(std::uint64_t);

std::uint64_t stirred(std::uint64_t lane, std::uint64_t word) {
    lane = (lane ^ word) * kOdd;
    return std::rotl(lane, 31) + word;
}

std::uint64_t finished(std::uint64_t x) {
    x = (x ^ (x >> 32)) * 0xD6E8FEB86659FD93ull;
    x = (x ^ (x >> 32)) * 0xD6E8FEB86659FD93ull;
    return x ^ (x >> 32);
}

} // namespace

Checksum& Checksum::add(std::span<const std::byte> bytes) {
    const std::byte* at = bytes.data();
    std::size_t left = bytes.size();
    for (; left >= 4 * kWord; left -= 4 * kWord, at += 4 * kWord) {
        std::uint64_t words[4];
        std::memcpy(words, at, sizeof words);
        for (std::size_t i = 0; i < 4; ++i)
            m_lanes[i] = stirred(m_lanes[i], words[i]);
    }
    for (std::size_t lane = 0; left > 0; ++lane) {
        const std::size_t part = std::min(left, kWord);
        std::uint64_t word = 0;
        std::memcpy(&word, at, part);
        m_lanes[lane] = stirred(m_lanes[lane], word);
        at += part;
        left -= part;
    }
    return add(std::uint64_t(bytes.size()));
}

Checksum& Checksum::add(std::string_view text) {
    return add(std::as_bytes(std::span(text)));
}

Checksum& Checksum::add(std::uint64_t number) {
    for (std::size_t i = 0; i < m_lanes.size(); ++i)
        m_lanes[i] = stirred(m_lanes[i], number + i);
    return *this;
}

Checksum::Value Checksum::value() const {
    const auto mixed = [&](std::size_t from) {
        std::uint64_t word = kOdd + from;
        for (std::size_t i = 0; i < m_lanes.size(); ++i)
            word = finished(word + m_lanes[(from + i) % m_lanes.size()]);
        return word;
    };
    return {mixed(0), mixed(1)};
}

std::string Checksum::hex() const {
    const Value sum = value();
    char text[33];
    std::snprintf(text, sizeof text, "%016llx%016llx", static_cast<unsigned long long>(sum[0]),
                  static_cast<unsigned long long>(sum[1]));
    return text;
}

} // namespace graft::training
