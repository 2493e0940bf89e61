#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace graft::imaging {

/// Numbers at given places of a file. Whatever lies outside the file reads as 0, so a parser of hostile bytes
/// asks has() only where the difference matters.
class ByteReader {
public:
    explicit ByteReader(std::span<const std::byte> bytes, std::endian order = std::endian::big)
        : m_bytes(bytes), m_order(order) {}

    std::size_t size() const { return m_bytes.size(); }
    bool has(std::uint64_t offset, std::uint64_t count) const {
        return offset <= m_bytes.size() && count <= m_bytes.size() - offset;
    }
    std::uint8_t u8(std::uint64_t offset) const {
        return offset < m_bytes.size() ? std::uint8_t(m_bytes[offset]) : std::uint8_t(0);
    }
    std::uint16_t u16(std::uint64_t offset) const { return std::uint16_t(number(offset, 2)); }
    std::uint32_t u24(std::uint64_t offset) const { return std::uint32_t(number(offset, 3)); }
    std::uint32_t u32(std::uint64_t offset) const { return std::uint32_t(number(offset, 4)); }
    std::uint64_t u64(std::uint64_t offset) const { return number(offset, 8); }

    bool matches(std::uint64_t offset, std::string_view text) const {
        if (!has(offset, text.size()))
            return false;
        for (std::size_t i = 0; i < text.size(); ++i)
            if (u8(offset + i) != std::uint8_t(text[i]))
                return false;
        return true;
    }
    /// Cut to what there is.
    std::span<const std::byte> part(std::uint64_t offset, std::uint64_t count) const {
        if (offset >= m_bytes.size())
            return {};
        return m_bytes.subspan(offset, std::min<std::uint64_t>(count, m_bytes.size() - offset));
    }

private:
    std::uint64_t number(std::uint64_t offset, int count) const {
        std::uint64_t value = 0;
        for (int i = 0; i < count; ++i) {
            const std::uint64_t byte = u8(offset + std::uint64_t(i));
            value = m_order == std::endian::big ? value << 8 | byte : value | byte << (8 * i);
        }
        return value;
    }

    std::span<const std::byte> m_bytes;
    std::endian m_order;
};

} // namespace graft::imaging
