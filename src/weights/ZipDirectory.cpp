#include "weights/Cursor.h"
#include "weights/TensorCheck.h"
#include "weights/Zip.h"

#include <algorithm>

// Layout and field names: PKWARE's APPNOTE.TXT, 4.3.
namespace graft::weights {

namespace {

constexpr std::uint32_t localSignature = 0x04034b50, centralSignature = 0x02014b50, endSignature = 0x06054b50,
                        end64Signature = 0x06064b50, locator64Signature = 0x07064b50;
constexpr std::uint64_t endBytes = 22, locator64Bytes = 20, localBytes = 30;
/// Deflate cannot pack better than 1 : 1032.
constexpr std::uint64_t bestDeflate = 1032;

struct Directory {
    std::uint64_t at = 0;
    std::uint64_t bytes = 0;
    std::uint64_t entries = 0;
};

Error damaged(const ByteSource& archive) {
    return refused(archive, translate("Weights", "its list of contents (zip) is damaged or incomplete"));
}

/// Where the end record starts: the last place whose comment reaches exactly to the end of the file.
Result<std::uint64_t> findEnd(const ByteSource& archive) {
    const std::uint64_t size = archive.size();
    if (size < endBytes)
        return damaged(archive);
    std::vector<std::byte> tail(std::size_t(std::min<std::uint64_t>(size, endBytes + 0xffff)));
    if (auto read = archive.read(size - tail.size(), tail); !read)
        return read.error();
    for (std::size_t at = tail.size() - endBytes + 1; at-- > 0;) {
        std::uint32_t signature;
        std::uint16_t comment;
        std::memcpy(&signature, tail.data() + at, 4);
        std::memcpy(&comment, tail.data() + at + 20, 2);
        if (signature == endSignature && at + endBytes + comment == tail.size())
            return size - tail.size() + at;
    }
    return damaged(archive);
}

/// Replaces what did not fit in 32 bits.
Result<> readEnd64(const ByteSource& archive, std::uint64_t endAt, Directory& directory) {
    if (endAt < locator64Bytes)
        return {};
    Cursor locator(archive, endAt - locator64Bytes, endAt);
    if (locator.number<std::uint32_t>() != locator64Signature)
        return {};
    locator.skip(4);
    Cursor record(archive, locator.number<std::uint64_t>(), endAt);
    if (record.number<std::uint32_t>() != end64Signature)
        return damaged(archive);
    record.skip(8 + 2 + 2 + 4 + 4 + 8);
    directory.entries = record.number<std::uint64_t>();
    directory.bytes = record.number<std::uint64_t>();
    directory.at = record.number<std::uint64_t>();
    return locator.failed() || record.failed() ? damaged(archive) : Result<>();
}

Result<Directory> findDirectory(const ByteSource& archive) {
    const auto endAt = findEnd(archive);
    if (!endAt)
        return endAt.error();
    Cursor end(archive, *endAt, archive.size());
    end.skip(4 + 2 + 2 + 2);
    Directory directory;
    directory.entries = end.number<std::uint16_t>();
    directory.bytes = end.number<std::uint32_t>();
    directory.at = end.number<std::uint32_t>();
    if (auto read = readEnd64(archive, *endAt, directory); !read)
        return read.error();
    if (directory.at > *endAt || directory.bytes > *endAt - directory.at)
        return damaged(archive);
    return directory;
}

/// The zip64 field holds, in this order, only those values that are all ones in the record itself.
void readExtra(Cursor& cursor, std::uint64_t length, ZipEntry& entry) {
    const std::uint64_t end = cursor.position() + length;
    while (!cursor.failed() && cursor.position() + 4 <= end) {
        const auto id = cursor.number<std::uint16_t>();
        const std::uint64_t next = cursor.number<std::uint16_t>() + cursor.position();
        if (id == 1)
            for (std::uint64_t* value : {&entry.size, &entry.packed, &entry.headerAt})
                if (*value == 0xffffffff)
                    *value = cursor.number<std::uint64_t>();
        if (next < cursor.position() || next > end)
            return cursor.fail(translate("Weights", "its list of contents (zip) is damaged or incomplete"));
        cursor.skip(next - cursor.position());
    }
    if (!cursor.failed() && end >= cursor.position())
        cursor.skip(end - cursor.position());
}

Result<ZipEntry> readEntry(Cursor& cursor, std::uint64_t nameLimit) {
    const bool signedEntry = cursor.number<std::uint32_t>() == centralSignature;
    cursor.skip(4);
    const auto flags = cursor.number<std::uint16_t>(), method = cursor.number<std::uint16_t>();
    cursor.skip(4);
    ZipEntry entry;
    entry.crc = cursor.number<std::uint32_t>();
    entry.packed = cursor.number<std::uint32_t>();
    entry.size = cursor.number<std::uint32_t>();
    const auto nameLength = cursor.number<std::uint16_t>(), extra = cursor.number<std::uint16_t>(),
               comment = cursor.number<std::uint16_t>();
    cursor.skip(8);
    entry.headerAt = cursor.number<std::uint32_t>();
    entry.name = cursor.text(nameLength, nameLimit);
    readExtra(cursor, extra, entry);
    cursor.skip(comment);
    if (cursor.failed() || !signedEntry)
        return damaged(cursor.source());
    if (flags & 1)
        return refused(cursor.source(), translate("Weights", "it is encrypted"));
    if (method != 0 && method != 8)
        return refused(cursor.source(),
                       translate("Weights", "its part “%1” is compressed in a way that is not supported",
                                 {quotedForMessage(entry.name)}));
    entry.deflated = method == 8;
    return entry;
}

Result<> checkSizes(const ByteSource& archive, const ZipEntry& entry, std::uint64_t& total,
                    const ZipLimits& limits) {
    if (!entry.deflated && entry.packed != entry.size)
        return damaged(archive);
    if (entry.deflated && entry.size / bestDeflate > entry.packed)
        return refused(archive, translate("Weights", "its part “%1” claims to unpack to an impossible size",
                                          {quotedForMessage(entry.name)}));
    if (__builtin_add_overflow(total, entry.size, &total) || total > limits.unpackedBytes)
        return refused(archive, translate("Weights", "it would unpack to more than %1 MB",
                                          {std::to_string(limits.unpackedBytes >> 20)}));
    return {};
}

/// The local header repeats the name; only its own lengths say where the data start.
Result<> locateData(const ByteSource& archive, ZipEntry& entry, std::uint64_t directoryAt) {
    Cursor local(archive, entry.headerAt, directoryAt);
    const bool signedHeader = local.number<std::uint32_t>() == localSignature;
    local.skip(22);
    const auto name = local.number<std::uint16_t>(), extra = local.number<std::uint16_t>();
    entry.dataAt = entry.headerAt + localBytes + name + extra;
    if (local.failed() || !signedHeader || entry.dataAt > directoryAt ||
        entry.packed > directoryAt - entry.dataAt)
        return damaged(archive);
    return {};
}

Result<> checkOverlaps(const ByteSource& archive, const ZipDirectory& directory) {
    std::vector<const ZipEntry*> ordered;
    for (const auto& [name, entry] : directory)
        ordered.push_back(&entry);
    std::sort(ordered.begin(), ordered.end(), [](auto* a, auto* b) { return a->headerAt < b->headerAt; });
    for (std::size_t i = 1; i < ordered.size(); ++i)
        if (ordered[i - 1]->dataAt + ordered[i - 1]->packed > ordered[i]->headerAt)
            return refused(archive, translate("Weights", "its parts “%1” and “%2” overlap",
                                              {quotedForMessage(ordered[i - 1]->name),
                                               quotedForMessage(ordered[i]->name)}));
    return {};
}

} // namespace

Result<ZipDirectory> readZipDirectory(const ByteSource& archive, const ZipLimits& limits) {
    const auto place = findDirectory(archive);
    if (!place)
        return place.error();
    if (place->bytes > limits.directoryBytes || place->entries > limits.entries)
        return refused(archive,
                       translate("Weights", "its list of contents (zip) is larger than is read at most"));
    Cursor cursor(archive, place->at, place->at + place->bytes);
    ZipDirectory directory;
    std::uint64_t total = 0;
    for (std::uint64_t i = 0; i < place->entries; ++i) {
        auto entry = readEntry(cursor, 0xffff);
        if (!entry)
            return entry.error();
        if (auto sizes = checkSizes(archive, *entry, total, limits); !sizes)
            return sizes.error();
        if (auto located = locateData(archive, *entry, place->at); !located)
            return located.error();
        const std::string name = entry->name;
        if (!directory.emplace(name, *std::move(entry)).second)
            return refused(archive,
                           translate("Weights", "it holds two parts named “%1”", {quotedForMessage(name)}));
    }
    if (auto overlaps = checkOverlaps(archive, directory); !overlaps)
        return overlaps.error();
    return directory;
}

} // namespace graft::weights
