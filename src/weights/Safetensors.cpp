#include "weights/ByteSource.h"
#include "weights/Files.h"
#include "weights/TensorCheck.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstring>
#include <set>

// The format: a length (u64), that many bytes of JSON which name every tensor with type, shape and range,
// then the ranges.
namespace graft::weights {

namespace {

using nlohmann::json;

struct Range {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
    std::string name;
    Tensor tensor; ///< without data yet
};

std::string damaged() {
    return translate("Weights", "its header is damaged");
}

/// The header as JSON. Neither deeper nesting than the format has nor a tensor named twice.
Result<json> parseHeader(const ByteSource& source, const std::string& text) {
    std::set<std::string> names;
    std::string repeated;
    bool tooDeep = false;
    const auto check = [&](int depth, json::parse_event_t event, json& parsed) {
        const bool opens =
            event == json::parse_event_t::object_start || event == json::parse_event_t::array_start;
        tooDeep |= opens && depth > 2;
        if (event == json::parse_event_t::key && depth == 1 &&
            !names.insert(parsed.get<std::string>()).second)
            repeated = parsed.get<std::string>();
        return !tooDeep && repeated.empty();
    };
    json header = json::parse(text, check, false);
    if (!repeated.empty())
        return refused(source,
                       translate("Weights", "it holds two tensors named “%1”", {quotedForMessage(repeated)}));
    if (tooDeep || !header.is_object())
        return refused(source, damaged());
    return header;
}

Result<json> readHeader(const ByteSource& source, const ReadLimits& limits, std::uint64_t& dataStart) {
    std::uint64_t length = 0;
    if (auto read = source.read(0, std::as_writable_bytes(std::span(&length, 1))); !read)
        return read.error();
    if (length > limits.headerBytes)
        return refused(source,
                       translate("Weights", "its header claims %1 MB; %2 MB are read at most",
                                 {std::to_string(length >> 20), std::to_string(limits.headerBytes >> 20)}));
    if (length > source.size() - 8)
        return refused(source, translate("Weights", "it is incomplete: it ends inside its header"));
    std::string text(std::size_t(length), '\0');
    if (auto read = source.read(8, std::as_writable_bytes(std::span(text))); !read)
        return read.error();
    dataStart = 8 + length;
    return parseHeader(source, text);
}

Result<Range> describe(const ByteSource& source, const std::string& name, const json& entry) {
    const auto bad = [&] {
        return refused(source, translate("Weights", "the description of its tensor “%1” is damaged",
                                         {quotedForMessage(name)}));
    };
    const auto dtype = entry.find("dtype"), shape = entry.find("shape"), offsets = entry.find("data_offsets");
    if (!entry.is_object() || dtype == entry.end() || shape == entry.end() || offsets == entry.end() ||
        !dtype->is_string() || !shape->is_array() || !offsets->is_array() || offsets->size() != 2)
        return bad();
    const auto type = dtypeFromName(dtype->get_ref<const std::string&>());
    if (!type)
        return refused(source,
                       translate("Weights", "its tensor “%1” has the type %2, which is not supported",
                                 {quotedForMessage(name), quotedForMessage(dtype->get<std::string>())}));
    Range range{0, 0, name, {*type, {}, {}}};
    for (const json& side : *shape) {
        if (!side.is_number_unsigned() || side.get<std::uint64_t>() > std::uint64_t(INT64_MAX))
            return bad();
        range.tensor.shape.push_back(side.get<std::int64_t>());
    }
    if (!(*offsets)[0].is_number_unsigned() || !(*offsets)[1].is_number_unsigned())
        return bad();
    range.begin = (*offsets)[0].get<std::uint64_t>();
    range.end = (*offsets)[1].get<std::uint64_t>();
    return range;
}

Result<> checkRange(const ByteSource& source, const Range& range, std::uint64_t expected,
                    std::uint64_t dataBytes) {
    const std::string shown = quotedForMessage(range.name);
    if (range.begin > range.end || range.end - range.begin != expected)
        return refused(source,
                       translate("Weights", "the size of its tensor “%1” does not match its shape", {shown}));
    if (range.end > dataBytes)
        return refused(
            source, translate("Weights", "it is incomplete: it ends before its tensor “%1” does", {shown}));
    return {};
}

/// The format allows neither overlaps nor holes.
Result<> checkLayout(const ByteSource& source, std::vector<Range>& ranges, std::uint64_t dataBytes) {
    std::sort(ranges.begin(), ranges.end(), [](const Range& a, const Range& b) {
        return std::tie(a.begin, a.end) < std::tie(b.begin, b.end);
    });
    std::uint64_t at = 0;
    for (const Range& range : ranges) {
        if (range.begin != at)
            return refused(source, translate("Weights", "its tensors overlap or leave gaps (at “%1”)",
                                             {quotedForMessage(range.name)}));
        at = range.end;
    }
    if (at != dataBytes)
        return refused(source, translate("Weights", "it holds bytes that belong to no tensor"));
    return {};
}

void readMetadata(const json& entry, Metadata& metadata) {
    if (!entry.is_object())
        return;
    for (const auto& [key, value] : entry.items())
        if (value.is_string())
            metadata[key] = value.get<std::string>();
}

} // namespace

Result<WeightsFile> readSafetensors(const ByteSource& source, const ReadLimits& limits) {
    std::uint64_t dataStart = 0;
    auto header = readHeader(source, limits, dataStart);
    if (!header)
        return header.error();
    WeightsFile file;
    TensorCheck check(source, limits);
    std::vector<Range> ranges;
    const std::uint64_t dataBytes = source.size() - dataStart;
    for (const auto& [name, entry] : header->items()) {
        if (name == "__metadata__") {
            readMetadata(entry, file.metadata);
            continue;
        }
        auto range = describe(source, name, entry);
        if (!range)
            return range.error();
        auto bytes = check.admit(name, range->tensor.type, range->tensor.shape);
        if (!bytes)
            return bytes.error();
        if (auto inside = checkRange(source, *range, *bytes, dataBytes); !inside)
            return inside.error();
        ranges.push_back(*std::move(range));
    }
    if (auto layout = checkLayout(source, ranges, dataBytes); !layout)
        return layout.error();
    for (Range& range : ranges) {
        range.tensor.data.resize(std::size_t(range.end - range.begin));
        if (auto read = source.read(dataStart + range.begin, range.tensor.data); !read)
            return read.error();
        if (auto kept = check.keep(file, range.name, std::move(range.tensor)); !kept)
            return kept.error();
    }
    return file;
}

Result<WeightsFile> readSafetensors(const std::filesystem::path& path, const ReadLimits& limits) {
    auto source = openFile(path, limits.fileBytes);
    return source ? readSafetensors(**source, limits) : source.error();
}

} // namespace graft::weights
