#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Protocol Buffers' wire format (protobuf.dev/programming-guides/encoding), as far as ONNX needs it.
namespace graft::onnx {

/// A message being written. Large blocks are not copied: they are pieces that lie elsewhere.
class ProtoWriter {
public:
    struct Piece {
        std::string own;
        std::span<const std::byte> borrowed; ///< after `own`
    };

    void number(int field, std::int64_t value);
    void real(int field, float value);
    void text(int field, std::string_view bytes);
    void message(int field, ProtoWriter inner);
    /// `bytes` must outlive the writer.
    void borrow(int field, std::span<const std::byte> bytes);

    std::uint64_t size() const { return m_size; }
    const std::vector<Piece>& pieces() const { return m_pieces; }

private:
    std::vector<Piece> m_pieces;
    std::uint64_t m_size = 0;

    void append(std::string_view bytes);
    void varint(std::uint64_t value);
    void key(int field, int wireType);
};

struct ProtoField {
    enum class Type { Number, Fixed64, Bytes, Fixed32 };
    std::uint32_t number = 0;
    Type type = Type::Number;
    std::uint64_t value = 0;          ///< of the three that are numbers
    std::span<const std::byte> bytes; ///< of Bytes: a view into what is read

    std::string_view text() const { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }
    std::int64_t integer() const { return std::int64_t(value); }
    float real() const;
};

/// Walks over the fields of a message in memory; never looks past its end and takes no memory.
class ProtoReader {
public:
    explicit ProtoReader(std::span<const std::byte> message) : m_rest(message) {}
    /// Nothing at the end, or where the message is damaged: then failed().
    std::optional<ProtoField> next();
    bool failed() const { return m_failed; }

private:
    std::span<const std::byte> m_rest;
    bool m_failed = false;

    std::optional<std::uint64_t> varint();
    std::optional<std::uint64_t> fixed(std::size_t bytes);
    std::optional<ProtoField> fail();
};

/// The numbers of a repeated integer field, which may be packed into one field or stand alone. False where
/// they are damaged or more than `limit`.
bool appendIntegers(const ProtoField& field, std::vector<std::int64_t>& numbers, std::size_t limit);

} // namespace graft::onnx
