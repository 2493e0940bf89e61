#pragma once

#include <cstdio>
#include <cstring>
#include <string>
#include <vector>
#include <zlib.h>

// Packages by hand, byte for byte.
namespace graft::test {

struct TarEntry {
    std::string name;
    std::string content;
    char type = '0'; ///< '0' file, '2' symbolic link, '5' folder
    std::string link{};
    long long claimedBytes = -1; ///< other than the content has
};

inline std::string tarHeader(const TarEntry& entry) {
    std::string header(512, '\0');
    const auto put = [&](std::size_t at, const std::string& text) { header.replace(at, text.size(), text); };
    const auto octal = [](long long value, int digits) {
        char text[32];
        std::snprintf(text, sizeof text, "%0*llo", digits, value);
        return std::string(text);
    };
    put(0, entry.name.substr(0, 100));
    put(100, "0000644");
    put(108, "0000000");
    put(116, "0000000");
    put(124, octal(entry.claimedBytes < 0 ? (long long)entry.content.size() : entry.claimedBytes, 11));
    put(136, "00000000000");
    put(148, "        ");
    header[156] = entry.type;
    put(157, entry.link.substr(0, 100));
    put(257, std::string("ustar\0"
                         "00",
                         8));
    unsigned sum = 0;
    for (const char c : header)
        sum += static_cast<unsigned char>(c);
    put(148, octal(sum, 6) + std::string("\0 ", 2));
    return header;
}

inline std::string tar(const std::vector<TarEntry>& entries) {
    std::string archive;
    for (const TarEntry& entry : entries) {
        archive += tarHeader(entry) + entry.content;
        archive.resize((archive.size() + 511) / 512 * 512, '\0');
    }
    return archive + std::string(1024, '\0');
}

inline std::string gzipped(const std::string& bytes) {
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY);
    std::string packed(deflateBound(&stream, uLong(bytes.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = uInt(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = uInt(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(packed.size() - stream.avail_out);
    deflateEnd(&stream);
    return packed;
}

inline std::string package(const std::vector<TarEntry>& entries) {
    return gzipped(tar(entries));
}

} // namespace graft::test
