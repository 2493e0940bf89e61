#include "onnx/Protobuf.h"

#include <bit>
#include <cstring>

namespace graft::onnx {

namespace {

// Wire types.
constexpr int kVarint = 0;
constexpr int kFixed64 = 1;
constexpr int kLengthDelimited = 2;
constexpr int kFixed32 = 5;

static_assert(std::endian::native == std::endian::little, "numbers are written as they lie in memory");

} // namespace

void ProtoWriter::append(std::string_view bytes) {
    if (m_pieces.empty() || !m_pieces.back().borrowed.empty())
        m_pieces.emplace_back();
    m_pieces.back().own += bytes;
    m_size += bytes.size();
}

void ProtoWriter::varint(std::uint64_t value) {
    std::string bytes;
    for (; value >= 0x80; value >>= 7)
        bytes += char(value | 0x80);
    bytes += char(value);
    append(bytes);
}

void ProtoWriter::key(int field, int wireType) {
    varint(std::uint64_t(field) << 3 | std::uint64_t(wireType));
}

void ProtoWriter::number(int field, std::int64_t value) {
    key(field, kVarint);
    varint(std::uint64_t(value));
}

void ProtoWriter::real(int field, float value) {
    key(field, kFixed32);
    char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    append({bytes, sizeof bytes});
}

void ProtoWriter::text(int field, std::string_view bytes) {
    key(field, kLengthDelimited);
    varint(bytes.size());
    append(bytes);
}

void ProtoWriter::message(int field, ProtoWriter inner) {
    key(field, kLengthDelimited);
    varint(inner.m_size);
    for (const Piece& piece : inner.m_pieces) {
        append(piece.own);
        m_pieces.back().borrowed = piece.borrowed;
        m_size += piece.borrowed.size();
    }
}

void ProtoWriter::borrow(int field, std::span<const std::byte> bytes) {
    key(field, kLengthDelimited);
    varint(bytes.size());
    m_pieces.back().borrowed = bytes;
    m_size += bytes.size();
}

float ProtoField::real() const {
    return std::bit_cast<float>(std::uint32_t(value));
}

std::optional<std::uint64_t> ProtoReader::varint() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64 && !m_rest.empty(); shift += 7) {
        const auto byte = std::to_integer<std::uint64_t>(m_rest.front());
        m_rest = m_rest.subspan(1);
        value |= (byte & 0x7F) << shift;
        if (byte < 0x80)
            return value;
    }
    return std::nullopt;
}

std::optional<std::uint64_t> ProtoReader::fixed(std::size_t bytes) {
    if (m_rest.size() < bytes)
        return std::nullopt;
    std::uint64_t value = 0;
    std::memcpy(&value, m_rest.data(), bytes);
    m_rest = m_rest.subspan(bytes);
    return value;
}

std::optional<ProtoField> ProtoReader::fail() {
    m_failed = true;
    m_rest = {};
    return std::nullopt;
}

std::optional<ProtoField> ProtoReader::next() {
    if (m_rest.empty())
        return std::nullopt;
    const auto key = varint();
    if (!key || *key >> 3 == 0 || *key >> 3 > 0x1FFFFFFF)
        return fail();
    ProtoField field{.number = std::uint32_t(*key >> 3)};
    std::optional<std::uint64_t> value;
    switch (*key & 7) {
    case kVarint:
        value = varint();
        break;
    case kFixed64:
        field.type = ProtoField::Type::Fixed64;
        value = fixed(8);
        break;
    case kFixed32:
        field.type = ProtoField::Type::Fixed32;
        value = fixed(4);
        break;
    case kLengthDelimited:
        field.type = ProtoField::Type::Bytes;
        value = varint();
        if (!value || *value > m_rest.size())
            return fail();
        field.bytes = m_rest.first(std::size_t(*value));
        m_rest = m_rest.subspan(std::size_t(*value));
        break;
    default:
        return fail();
    }
    if (!value)
        return fail();
    field.value = *value;
    return field;
}

bool appendIntegers(const ProtoField& field, std::vector<std::int64_t>& numbers, std::size_t limit) {
    if (field.type == ProtoField::Type::Number) {
        numbers.push_back(field.integer());
        return numbers.size() <= limit;
    }
    if (field.type != ProtoField::Type::Bytes)
        return false;
    std::uint64_t value = 0;
    int shift = 0;
    for (const std::byte one : field.bytes) {
        if (shift >= 64)
            return false;
        const auto byte = std::to_integer<std::uint64_t>(one);
        value |= (byte & 0x7F) << shift;
        shift += 7;
        if (byte >= 0x80)
            continue;
        if (numbers.size() == limit)
            return false;
        numbers.push_back(std::int64_t(value));
        value = 0;
        shift = 0;
    }
    return shift == 0;
}

} // namespace graft::onnx
