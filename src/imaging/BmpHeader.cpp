#include "imaging/BmpHeader.h"

#include "imaging/ByteReader.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace graft::imaging {
namespace {

// "Bitmap Storage" in the Windows documentation; OS/2 1.x has a header of 12 bytes with 16-bit numbers.
constexpr std::size_t kFileHeader = 14;
constexpr std::uint32_t kOs2Header = 12, kInfoHeader = 40, kOs2LongHeader = 64;
enum Compression : std::uint32_t { kPlain = 0, kRle8 = 1, kRle4 = 2, kBitFields = 3, kAlphaBitFields = 6 };

bool isBitFields(std::uint32_t compression) {
    return compression == kBitFields || compression == kAlphaBitFields;
}

std::array<BmpMask, 4> masksOf(const ByteReader& file, const BmpHeader& header, std::uint32_t headerSize,
                               std::uint32_t compression) {
    if (!isBitFields(compression))
        return header.bits == 16 ? std::array<BmpMask, 4>{{{0x7C00}, {0x03E0}, {0x001F}, {0}}}
                                 : std::array<BmpMask, 4>{{{0xFF0000}, {0x00FF00}, {0x0000FF}, {0}}};
    const std::size_t at = kFileHeader + kInfoHeader; // inside a longer header, or after a short one
    const bool alpha = headerSize >= 56 || compression == kAlphaBitFields;
    return {{{file.u32(at)}, {file.u32(at + 4)}, {file.u32(at + 8)}, {alpha ? file.u32(at + 12) : 0}}};
}

std::size_t paletteStart(std::uint32_t headerSize, std::uint32_t compression) {
    const std::size_t masks = headerSize != kInfoHeader        ? 0
                              : compression == kBitFields      ? 12
                              : compression == kAlphaBitFields ? 16
                                                               : 0;
    return kFileHeader + headerSize + masks;
}

void readPalette(const ByteReader& file, std::size_t at, std::size_t entrySize, std::size_t count,
                 BmpHeader& header) {
    for (std::size_t i = 0; i < count && file.has(at, 3); ++i, at += entrySize)
        header.palette.push_back({file.u8(at + 2), file.u8(at + 1), file.u8(at)});
}

bool isKnownDepth(int bits) {
    return bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16 || bits == 24 || bits == 32;
}

/// The coding of a compression and a depth that go together.
std::optional<BmpHeader::Coding> codingOf(std::uint32_t compression, int bits, std::uint32_t headerSize) {
    if (compression == kRle8 && bits == 8)
        return BmpHeader::Coding::Rle8;
    if (compression == kRle4 && bits == 4)
        return BmpHeader::Coding::Rle4;
    const bool masked =
        isBitFields(compression) && (bits == 16 || bits == 32) && headerSize != kOs2LongHeader;
    if (compression == kPlain || masked)
        return BmpHeader::Coding::Plain;
    return std::nullopt;
}

Result<BmpHeader> readSize(const ByteReader& file, bool os2) {
    const std::int64_t width = os2 ? file.u16(18) : std::int32_t(file.u32(18));
    const std::int64_t height = os2 ? file.u16(20) : std::int32_t(file.u32(22));
    if (width <= 0 || height == 0 || height == INT32_MIN)
        return damaged("BMP", "impossible size");
    return BmpHeader{.width = int(width), .height = int(std::abs(height)), .topDown = height < 0};
}

} // namespace

Result<BmpHeader> readBmpHeader(std::span<const std::byte> bytes) {
    const ByteReader file(bytes, std::endian::little);
    const std::uint32_t headerSize = file.u32(kFileHeader);
    const bool os2 = headerSize == kOs2Header;
    if ((!os2 && headerSize < 16) || headerSize > 4096)
        return damaged("BMP", "header of " + std::to_string(headerSize) + " bytes");
    Result<BmpHeader> read = readSize(file, os2);
    if (!read)
        return read;
    BmpHeader& header = *read;
    // A field counts where the header is long enough to hold it.
    const auto field = [&](std::uint32_t end, std::size_t at) {
        return headerSize >= end ? file.u32(at) : 0;
    };
    const std::uint32_t compression = os2 ? kPlain : field(20, 30);
    header.bits = file.u16(os2 ? 24 : 28);
    const auto coding = codingOf(compression, header.bits, headerSize);
    if (!isKnownDepth(header.bits) || !coding)
        return unsupportedKind("BMP", std::to_string(header.bits) + " bits per pixel, compression " +
                                          std::to_string(compression));
    header.coding = *coding;
    header.masks = masksOf(file, header, headerSize, compression);
    const std::size_t palette = paletteStart(headerSize, compression), entry = os2 ? 3 : 4;
    if (header.bits <= 8) {
        const std::size_t most = std::size_t(1) << header.bits, used = os2 ? 0 : field(36, 46);
        readPalette(file, palette, entry, used == 0 ? most : std::min<std::size_t>(used, most), header);
    }
    const std::size_t offset = file.u32(10);
    header.pixels = offset >= kFileHeader + headerSize ? offset : palette + header.palette.size() * entry;
    return read;
}

} // namespace graft::imaging
