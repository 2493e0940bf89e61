#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace graft::training {

/// A 128-bit fingerprint of bytes, against damage and mix-ups; not against an attacker. Fast: four lanes of
/// eight bytes.
class Checksum {
public:
    using Value = std::array<std::uint64_t, 2>;

    Checksum& add(std::span<const std::byte> bytes);
    /// With its length, so that "ab" + "c" differs from "a" + "bc".
    Checksum& add(std::string_view text);
    Checksum& add(std::uint64_t number);
    Value value() const;
    std::string hex() const;

private:
    std::array<std::uint64_t, 4> m_lanes{0x9E3779B97F4A7C15ull, 0xC2B2AE3D27D4EB4Full, 0x165667B19E3779F9ull,
                                         0x27D4EB2F165667C5ull};
};

} // namespace graft::training
