#include "weights/Cursor.h"
#include "weights/Files.h"
#include "weights/TensorCheck.h"

#include <algorithm>
#include <array>

// The format: ggml's docs/gguf.md.
namespace graft::weights {

namespace {

constexpr std::uint64_t longestText = 1 << 20, mostMetadata = 100'000, mostItems = 16 << 20;

struct ValueType {
    enum : std::uint32_t { U8, I8, U16, I16, U32, I32, F32, Bool, Text, Array, U64, I64, F64 };
};

struct Described {
    std::string name;
    Tensor tensor; ///< without data yet
    std::uint64_t offset = 0;
};

std::optional<DType> plainType(std::uint32_t ggmlType) {
    switch (ggmlType) {
    case 0:
        return DType::F32;
    case 1:
        return DType::F16;
    case 24:
        return DType::I8;
    case 25:
        return DType::I16;
    case 26:
        return DType::I32;
    case 27:
        return DType::I64;
    case 28:
        return DType::F64;
    case 30:
        return DType::BF16;
    default:
        return std::nullopt;
    }
}

std::string quantisedName(std::uint32_t ggmlType) {
    static constexpr std::array<const char*, 24> names{
        "F32",     "F16",    "Q4_0",    "Q4_1",  "Q4_2",   "Q4_3",  "Q5_0",  "Q5_1",
        "Q8_0",    "Q8_1",   "Q2_K",    "Q3_K",  "Q4_K",   "Q5_K",  "Q6_K",  "Q8_K",
        "IQ2_XXS", "IQ2_XS", "IQ3_XXS", "IQ1_S", "IQ4_NL", "IQ3_S", "IQ2_S", "IQ4_XS"};
    return ggmlType < names.size() ? names[ggmlType] : std::to_string(ggmlType);
}

std::uint64_t bytesOfNumber(std::uint32_t type) {
    static constexpr std::array<std::uint64_t, 13> bytes{1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8};
    return type < bytes.size() ? bytes[type] : 0;
}

/// The value as text; arrays are passed over.
std::string readValue(Cursor& cursor, std::uint32_t type);

void skipArray(Cursor& cursor) {
    const auto type = cursor.number<std::uint32_t>();
    const auto count = cursor.number<std::uint64_t>();
    if (count > mostItems || type == ValueType::Array)
        return cursor.fail(translate("Weights", "its description (GGUF) is damaged"));
    if (const std::uint64_t bytes = bytesOfNumber(type))
        return cursor.skip(count * bytes);
    for (std::uint64_t i = 0; i < count && !cursor.failed(); ++i)
        readValue(cursor, type);
}

std::string readValue(Cursor& cursor, std::uint32_t type) {
    switch (type) {
    case ValueType::U8:
    case ValueType::Bool:
        return std::to_string(cursor.number<std::uint8_t>());
    case ValueType::I8:
        return std::to_string(cursor.number<std::int8_t>());
    case ValueType::U16:
        return std::to_string(cursor.number<std::uint16_t>());
    case ValueType::I16:
        return std::to_string(cursor.number<std::int16_t>());
    case ValueType::U32:
        return std::to_string(cursor.number<std::uint32_t>());
    case ValueType::I32:
        return std::to_string(cursor.number<std::int32_t>());
    case ValueType::F32:
        return std::to_string(cursor.number<float>());
    case ValueType::U64:
        return std::to_string(cursor.number<std::uint64_t>());
    case ValueType::I64:
        return std::to_string(cursor.number<std::int64_t>());
    case ValueType::F64:
        return std::to_string(cursor.number<double>());
    case ValueType::Text:
        return cursor.text(cursor.number<std::uint64_t>(), longestText);
    case ValueType::Array:
        skipArray(cursor);
        return {};
    default:
        cursor.fail(translate("Weights", "its description (GGUF) is damaged"));
        return {};
    }
}

/// The alignment of the tensors, which the metadata may change.
std::uint64_t readMetadata(Cursor& cursor, std::uint64_t count, Metadata& metadata) {
    if (count > mostMetadata)
        cursor.fail(translate("Weights", "its description (GGUF) is damaged"));
    std::uint64_t alignment = 32;
    for (std::uint64_t i = 0; i < count && !cursor.failed(); ++i) {
        const std::string key = cursor.text(cursor.number<std::uint64_t>(), longestText);
        const auto type = cursor.number<std::uint32_t>();
        const std::string value = readValue(cursor, type);
        if (type != ValueType::Array)
            metadata[key] = value;
        if (key == "general.alignment" && type == ValueType::U32)
            alignment = std::strtoull(value.c_str(), nullptr, 10);
    }
    if (alignment == 0 || (alignment & (alignment - 1)) != 0)
        cursor.fail(translate("Weights", "its description (GGUF) is damaged"));
    return alignment;
}

Result<Described> describe(Cursor& cursor) {
    Described described;
    described.name = cursor.text(cursor.number<std::uint64_t>(), longestText);
    const auto sides = cursor.number<std::uint32_t>();
    if (sides > 4)
        cursor.fail(translate("Weights", "its tensor “%1” has an impossible shape",
                              {quotedForMessage(described.name)}));
    for (std::uint32_t i = 0; i < sides && !cursor.failed(); ++i)
        described.tensor.shape.push_back(std::int64_t(cursor.number<std::uint64_t>()));
    // ggml names the fastest side first.
    std::reverse(described.tensor.shape.begin(), described.tensor.shape.end());
    const auto ggmlType = cursor.number<std::uint32_t>();
    described.offset = cursor.number<std::uint64_t>();
    if (cursor.failed())
        return cursor.error();
    const auto type = plainType(ggmlType);
    if (!type)
        return refused(cursor.source(),
                       translate("Weights",
                                 "its tensor “%1” is quantised (%2), and a network cannot be trained from "
                                 "that; choose the F16 or F32 file",
                                 {quotedForMessage(described.name), quantisedName(ggmlType)}));
    described.tensor.type = *type;
    return described;
}

Result<std::vector<Described>> describeAll(Cursor& cursor, std::uint64_t count, TensorCheck& check) {
    std::vector<Described> all;
    for (std::uint64_t i = 0; i < count; ++i) {
        auto described = describe(cursor);
        if (!described)
            return described.error();
        auto bytes = check.admit(described->name, described->tensor.type, described->tensor.shape);
        if (!bytes)
            return bytes.error();
        all.push_back(*std::move(described));
    }
    return all;
}

/// Only files whose tensors do not share bytes are honest.
Result<> checkOverlaps(const ByteSource& source, std::vector<Described>& all) {
    std::sort(all.begin(), all.end(),
              [](const Described& a, const Described& b) { return a.offset < b.offset; });
    std::uint64_t end = 0;
    for (const Described& one : all) {
        if (one.offset < end ||
            __builtin_add_overflow(one.offset, *byteSize(one.tensor.type, one.tensor.shape), &end))
            return refused(source, translate("Weights", "its tensors overlap or leave gaps (at “%1”)",
                                             {quotedForMessage(one.name)}));
    }
    return {};
}

} // namespace

Result<WeightsFile> readGguf(const ByteSource& source, const ReadLimits& limits) {
    Cursor cursor(source, 0, std::min(source.size(), limits.headerBytes));
    if (cursor.text(4, 4) != "GGUF")
        return refused(source, translate("Weights", "it is not a GGUF file"));
    const auto version = cursor.number<std::uint32_t>();
    if (!cursor.failed() && version != 2 && version != 3)
        return refused(source, translate("Weights", "it is GGUF of version %1; versions 2 and 3 are read",
                                         {std::to_string(version)}));
    const auto tensors = cursor.number<std::uint64_t>(), metadata = cursor.number<std::uint64_t>();
    WeightsFile file;
    const std::uint64_t alignment = readMetadata(cursor, metadata, file.metadata);
    if (cursor.failed())
        return cursor.error();
    TensorCheck check(source, limits);
    auto described = describeAll(cursor, tensors, check);
    if (!described)
        return described.error();
    if (auto overlaps = checkOverlaps(source, *described); !overlaps)
        return overlaps.error();
    const std::uint64_t dataAt = (cursor.position() + alignment - 1) / alignment * alignment;
    for (Described& one : *described) {
        one.tensor.data.resize(std::size_t(*byteSize(one.tensor.type, one.tensor.shape)));
        std::uint64_t at = 0;
        if (__builtin_add_overflow(dataAt, one.offset, &at) || at > source.size() ||
            one.tensor.data.size() > source.size() - at)
            return refused(source,
                           translate("Weights", "it is incomplete: it ends before its tensor “%1” does",
                                     {quotedForMessage(one.name)}));
        if (auto read = source.read(at, one.tensor.data); !read)
            return read.error();
        if (auto kept = check.keep(file, one.name, std::move(one.tensor)); !kept)
            return kept.error();
    }
    return file;
}

Result<WeightsFile> readGguf(const std::filesystem::path& path, const ReadLimits& limits) {
    auto source = openFile(path, limits.fileBytes);
    return source ? readGguf(**source, limits) : source.error();
}

} // namespace graft::weights
