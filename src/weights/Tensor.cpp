#include "weights/Tensor.h"

#include "base/Translate.h"
#include "weights/Half.h"

#include <array>
#include <bit>
#include <cassert>
#include <cstring>

namespace graft::weights {

static_assert(std::endian::native == std::endian::little,
              "tensor files and tensors in memory are little-endian");

namespace {

struct TypeRow {
    DType type;
    std::string_view name;
    std::size_t bytes;
};
constexpr std::array<TypeRow, 10> types{{{DType::Bool, "BOOL", 1},
                                         {DType::U8, "U8", 1},
                                         {DType::I8, "I8", 1},
                                         {DType::I16, "I16", 2},
                                         {DType::I32, "I32", 4},
                                         {DType::I64, "I64", 8},
                                         {DType::F16, "F16", 2},
                                         {DType::BF16, "BF16", 2},
                                         {DType::F32, "F32", 4},
                                         {DType::F64, "F64", 8}}};

template <typename Stored, typename Convert>
void convert(const Tensor& tensor, std::vector<float>& values, Convert toFloat) {
    const std::byte* source = tensor.data.data();
    for (float& value : values) {
        Stored stored;
        std::memcpy(&stored, source, sizeof stored);
        source += sizeof stored;
        value = toFloat(stored);
    }
}

template <typename Stored, typename Convert>
std::vector<std::byte> store(const std::vector<float>& values, Convert fromFloat) {
    std::vector<std::byte> data(values.size() * sizeof(Stored));
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Stored stored = fromFloat(values[i]);
        std::memcpy(data.data() + i * sizeof stored, &stored, sizeof stored);
    }
    return data;
}

/// Whether any element has all bits of `exponent` set.
template <typename Bits>
bool anyExponentFull(const Tensor& tensor, Bits exponent) {
    bool found = false;
    for (std::size_t at = 0; at + sizeof(Bits) <= tensor.data.size(); at += sizeof(Bits)) {
        Bits bits;
        std::memcpy(&bits, tensor.data.data() + at, sizeof bits);
        found |= (bits & exponent) == exponent;
    }
    return found;
}

} // namespace

std::size_t bytesPerElement(DType type) {
    return types[std::size_t(type)].bytes;
}

std::string_view name(DType type) {
    return types[std::size_t(type)].name;
}

std::optional<DType> dtypeFromName(std::string_view name) {
    for (const TypeRow& row : types)
        if (row.name == name)
            return row.type;
    return std::nullopt;
}

std::vector<float> toFloats(const Tensor& tensor) {
    std::vector<float> values(tensor.data.size() / bytesPerElement(tensor.type));
    const auto cast = [](auto stored) { return float(stored); };
    switch (tensor.type) {
    case DType::Bool:
        convert<std::uint8_t>(tensor, values, [](std::uint8_t stored) { return stored ? 1.f : 0.f; });
        break;
    case DType::U8:
        convert<std::uint8_t>(tensor, values, cast);
        break;
    case DType::I8:
        convert<std::int8_t>(tensor, values, cast);
        break;
    case DType::I16:
        convert<std::int16_t>(tensor, values, cast);
        break;
    case DType::I32:
        convert<std::int32_t>(tensor, values, cast);
        break;
    case DType::I64:
        convert<std::int64_t>(tensor, values, cast);
        break;
    case DType::F16:
        convert<std::uint16_t>(tensor, values, floatFromHalf);
        break;
    case DType::BF16:
        convert<std::uint16_t>(tensor, values, floatFromBfloat);
        break;
    case DType::F32:
        if (!values.empty())
            std::memcpy(values.data(), tensor.data.data(), values.size() * sizeof(float));
        break;
    case DType::F64:
        convert<double>(tensor, values, cast);
        break;
    }
    return values;
}

Tensor fromFloats(std::vector<std::int64_t> shape, const std::vector<float>& values) {
    return fromFloats(std::move(shape), values, DType::F32);
}

Tensor fromFloats(std::vector<std::int64_t> shape, const std::vector<float>& values, DType type) {
    assert(type == DType::F16 || type == DType::BF16 || type == DType::F32);
    Tensor tensor{type, std::move(shape), {}};
    assert(std::size_t(tensor.elements()) == values.size());
    if (type == DType::F16)
        tensor.data = store<std::uint16_t>(values, halfFromFloat);
    else if (type == DType::BF16)
        tensor.data = store<std::uint16_t>(values, bfloatFromFloat);
    else
        tensor.data = store<float>(values, [](float value) { return value; });
    return tensor;
}

std::optional<std::uint64_t> byteSize(DType type, const std::vector<std::int64_t>& shape) {
    std::uint64_t bytes = bytesPerElement(type);
    for (std::int64_t side : shape)
        if (side < 0 || __builtin_mul_overflow(bytes, std::uint64_t(side), &bytes))
            return std::nullopt;
    if (bytes > std::uint64_t(INT64_MAX))
        return std::nullopt;
    return bytes;
}

bool allFinite(const Tensor& tensor) {
    switch (tensor.type) {
    case DType::F16:
        return !anyExponentFull<std::uint16_t>(tensor, 0x7c00);
    case DType::BF16:
        return !anyExponentFull<std::uint16_t>(tensor, 0x7f80);
    case DType::F32:
        return !anyExponentFull<std::uint32_t>(tensor, 0x7f800000);
    case DType::F64:
        return !anyExponentFull<std::uint64_t>(tensor, 0x7ff0000000000000);
    default:
        return true;
    }
}

std::string shapeText(const std::vector<std::int64_t>& shape) {
    if (shape.empty())
        return translate("Weights", "a single number");
    std::string text;
    for (std::int64_t side : shape)
        text += (text.empty() ? "" : "×") + std::to_string(side);
    return text;
}

} // namespace graft::weights
