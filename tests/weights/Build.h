#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>
#include <zlib.h>

// Files by hand, byte for byte, so that each byte can be wrong.
namespace graft::test {

template <typename T>
std::string raw(T value) {
    return {reinterpret_cast<const char*>(&value), sizeof value};
}

inline std::string raw(std::initializer_list<float> values) {
    return {reinterpret_cast<const char*>(values.begin()), values.size() * sizeof(float)};
}

inline std::vector<std::byte> bytesOf(const std::string& text) {
    std::vector<std::byte> bytes(text.size());
    std::copy_n(reinterpret_cast<const std::byte*>(text.data()), text.size(), bytes.data());
    return bytes;
}

/// A part of a zip archive; what is not given is computed from `content`.
struct ZipPart {
    std::string name;
    std::string content; ///< as it stands in the archive
    std::uint16_t method = 0;
    std::uint16_t flags = 0;
    std::uint32_t unpacked = UINT32_MAX;
    std::uint32_t crc = 0;
    bool crcGiven = false;
    std::uint32_t headerAt = UINT32_MAX; ///< what the directory claims
};

inline std::string deflated(const std::string& text) {
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    std::string packed(deflateBound(&stream, uLong(text.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = uInt(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = uInt(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(packed.size() - stream.avail_out);
    deflateEnd(&stream);
    return packed;
}

inline std::uint32_t crcOf(const std::string& text) {
    return std::uint32_t(crc32(0, reinterpret_cast<const Bytef*>(text.data()), uInt(text.size())));
}

inline ZipPart deflatedPart(const std::string& name, const std::string& content) {
    return {.name = name,
            .content = deflated(content),
            .method = 8,
            .unpacked = std::uint32_t(content.size()),
            .crc = crcOf(content),
            .crcGiven = true};
}

inline std::string zipArchive(const std::vector<ZipPart>& parts) {
    std::string archive, directory;
    for (const ZipPart& part : parts) {
        const std::uint32_t crc = part.crcGiven ? part.crc : crcOf(part.content);
        const std::uint32_t size =
            part.unpacked == UINT32_MAX ? std::uint32_t(part.content.size()) : part.unpacked;
        const std::string common = raw(part.flags) + raw(part.method) + raw(std::uint32_t(0)) + raw(crc) +
                                   raw(std::uint32_t(part.content.size())) + raw(size) +
                                   raw(std::uint16_t(part.name.size())) + raw(std::uint16_t(0));
        const std::uint32_t at = part.headerAt == UINT32_MAX ? std::uint32_t(archive.size()) : part.headerAt;
        directory += raw(std::uint32_t(0x02014b50)) + raw(std::uint32_t(20)) + common +
                     std::string(10, '\0') + raw(at) + part.name;
        archive +=
            raw(std::uint32_t(0x04034b50)) + raw(std::uint16_t(20)) + common + part.name + part.content;
    }
    const std::uint16_t count = std::uint16_t(parts.size());
    return archive + directory + raw(std::uint32_t(0x06054b50)) + raw(std::uint32_t(0)) + raw(count) +
           raw(count) + raw(std::uint32_t(directory.size())) + raw(std::uint32_t(archive.size())) +
           raw(std::uint16_t(0));
}

// Pickles, protocol 2.

inline std::string text(const std::string& value) {
    return "X" + raw(std::uint32_t(value.size())) + value;
}
inline std::string number(std::int32_t value) {
    return "J" + raw(value);
}
/// Any 64-bit number, as a long.
inline std::string longNumber(std::int64_t value) {
    return std::string("\x8a\x08") + raw(value);
}
inline std::string global(const std::string& module, const std::string& name) {
    return "c" + module + "\n" + name + "\n";
}
inline std::string tuple(const std::vector<std::string>& items) {
    std::string all;
    for (const std::string& item : items)
        all += item;
    return "(" + all + "t";
}
inline std::string emptyOrderedDict() {
    return global("collections", "OrderedDict") + ")R";
}
inline std::string storage(const std::string& type, const std::string& key, std::int64_t elements) {
    return tuple({text("storage"), global("torch", type), text(key), text("cpu"), longNumber(elements)}) +
           "Q";
}
inline std::string tensor(const std::string& storage, std::int64_t offset,
                          const std::vector<std::int64_t>& shape, const std::vector<std::int64_t>& strides) {
    std::vector<std::string> sides, steps;
    for (std::int64_t side : shape)
        sides.push_back(longNumber(side));
    for (std::int64_t step : strides)
        steps.push_back(longNumber(step));
    return global("torch._utils", "_rebuild_tensor_v2") +
           tuple({storage, longNumber(offset), tuple(sides), tuple(steps), "\x89", emptyOrderedDict()}) + "R";
}
/// A whole pickle: an OrderedDict of key and value, key and value, …
inline std::string pickledDict(const std::vector<std::string>& keysAndValues) {
    std::string all;
    for (const std::string& item : keysAndValues)
        all += item;
    return "\x80\x02" + emptyOrderedDict() + "(" + all + "u.";
}
inline std::string pth(const std::string& pickle, const std::vector<ZipPart>& storages) {
    std::vector<ZipPart> parts{{"archive/data.pkl", pickle}};
    parts.insert(parts.end(), storages.begin(), storages.end());
    return zipArchive(parts);
}

} // namespace graft::test
