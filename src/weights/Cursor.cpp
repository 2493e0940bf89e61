#include "weights/Cursor.h"

#include <algorithm>

namespace graft::weights {

namespace {
constexpr std::uint64_t chunk = 64 << 10;
}

Cursor::Cursor(const ByteSource& source, std::uint64_t begin, std::uint64_t end)
    : m_source(source), m_position(begin), m_end(std::min(end, source.size())), m_bufferStart(begin) {}

void Cursor::fail(const std::string& reason) {
    if (!m_error)
        m_error = refused(m_source, reason);
}

bool Cursor::fill() {
    m_bufferStart = m_position;
    m_buffer.resize(std::size_t(std::min(chunk, m_end - m_position)));
    if (auto read = m_source.read(m_position, m_buffer); !read)
        m_error = read.error();
    return !m_error;
}

void Cursor::take(std::span<std::byte> target) {
    if (!m_error && (m_position > m_end || target.size() > m_end - m_position))
        fail(translate("Weights", "it is incomplete or damaged: it ends before its own contents do"));
    if (m_error)
        return;
    while (!target.empty()) {
        const std::uint64_t buffered = m_bufferStart + m_buffer.size();
        if (m_position >= buffered && !fill())
            return;
        const std::size_t at = std::size_t(m_position - m_bufferStart);
        const std::size_t here = std::min(target.size(), m_buffer.size() - at);
        std::memcpy(target.data(), m_buffer.data() + at, here);
        target = target.subspan(here);
        m_position += here;
    }
}

std::string Cursor::text(std::uint64_t length, std::uint64_t limit) {
    if (length > limit || length > m_end - std::min(m_position, m_end)) {
        fail(translate("Weights", "it is incomplete or damaged: it claims a text of %1 bytes",
                       {std::to_string(length)}));
        return {};
    }
    std::string value(std::size_t(length), '\0');
    take(std::as_writable_bytes(std::span(value)));
    return failed() ? std::string() : value;
}

std::string Cursor::line(std::uint64_t limit) {
    std::string value;
    for (char letter = number<char>(); !failed() && letter != '\n'; letter = number<char>()) {
        if (value.size() >= limit)
            fail(translate("Weights", "it is damaged: it holds a line without an end"));
        value += letter;
    }
    return value;
}

void Cursor::skip(std::uint64_t bytes) {
    if (m_position > m_end || bytes > m_end - m_position)
        fail(translate("Weights", "it is incomplete or damaged: it ends before its own contents do"));
    else
        m_position += bytes;
    if (m_position >= m_bufferStart + m_buffer.size()) {
        m_bufferStart = m_position;
        m_buffer.clear();
    }
}

} // namespace graft::weights
