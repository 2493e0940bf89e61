#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace graft::project {

/// Appends numbers and texts to a byte string: little-endian, integers of variable length (LEB128).
class ByteWriter {
public:
    void number(std::uint64_t value) {
        for (; value >= 0x80; value >>= 7)
            m_bytes.push_back(char(value | 0x80));
        m_bytes.push_back(char(value));
    }
    void integer(std::int64_t value) { number((std::uint64_t(value) << 1) ^ std::uint64_t(value >> 63)); }
    void real(double value) {
        auto bits = std::bit_cast<std::uint64_t>(value);
        for (int i = 0; i < 8; ++i, bits >>= 8)
            m_bytes.push_back(char(bits));
    }
    void text(std::string_view value) {
        number(value.size());
        m_bytes.append(value);
    }
    std::string take() { return std::move(m_bytes); }

private:
    std::string m_bytes;
};

/// Reads what ByteWriter wrote. Past the end or on a broken number it fails for good and gives zeros.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes) : m_bytes(bytes) {}

    bool failed() const { return m_failed; }
    std::size_t left() const { return m_bytes.size(); }
    bool atEnd() const { return m_bytes.empty(); }

    std::uint64_t number() {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (m_bytes.empty())
                break;
            const auto byte = std::uint8_t(m_bytes.front());
            m_bytes.remove_prefix(1);
            value |= std::uint64_t(byte & 0x7F) << shift;
            if (byte < 0x80)
                return value;
        }
        return fail();
    }
    std::int64_t integer() {
        const std::uint64_t coded = number();
        return std::int64_t(coded >> 1) ^ -std::int64_t(coded & 1);
    }
    double real() {
        if (m_bytes.size() < 8)
            return double(fail());
        std::uint64_t bits = 0;
        for (int i = 7; i >= 0; --i)
            bits = bits << 8 | std::uint8_t(m_bytes[std::size_t(i)]);
        m_bytes.remove_prefix(8);
        return std::bit_cast<double>(bits);
    }
    std::string text() {
        const std::uint64_t size = number();
        if (size > m_bytes.size()) {
            fail();
            return {};
        }
        std::string value(m_bytes.substr(0, size));
        m_bytes.remove_prefix(size);
        return value;
    }

private:
    std::uint64_t fail() {
        m_failed = true;
        m_bytes = {};
        return 0;
    }
    std::string_view m_bytes;
    bool m_failed = false;
};

} // namespace graft::project
