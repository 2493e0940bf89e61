#pragma once

#include "weights/ByteSource.h"

#include <cstring>
#include <optional>
#include <type_traits>

namespace graft::weights {

/// Reads little-endian numbers and texts one after the other. After the first failure everything read is zero
/// or empty and failed() stays true, so that a parser may check once per step instead of per number.
class Cursor {
public:
    /// At most up to `end` (a position in the source).
    Cursor(const ByteSource& source, std::uint64_t begin, std::uint64_t end);
    explicit Cursor(const ByteSource& source) : Cursor(source, 0, source.size()) {}

    template <typename T>
    T number() {
        static_assert(std::is_arithmetic_v<T>);
        T value{};
        take(std::as_writable_bytes(std::span(&value, 1)));
        return value;
    }
    /// Fails where it is longer than `limit`, before taking memory for it.
    std::string text(std::uint64_t length, std::uint64_t limit);
    /// Up to and without the line feed.
    std::string line(std::uint64_t limit);
    void skip(std::uint64_t bytes);

    std::uint64_t position() const { return m_position; }
    const ByteSource& source() const { return m_source; }
    bool failed() const { return m_error.has_value(); }
    const Error& error() const { return *m_error; }
    void fail(const std::string& reason);

private:
    void take(std::span<std::byte> target);
    bool fill();

    const ByteSource& m_source;
    std::uint64_t m_position;
    std::uint64_t m_end;
    std::vector<std::byte> m_buffer;
    std::uint64_t m_bufferStart = 0;
    std::optional<Error> m_error;
};

} // namespace graft::weights
