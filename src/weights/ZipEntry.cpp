#include "weights/TensorCheck.h"
#include "weights/Zip.h"

#include <algorithm>
#include <functional>
#include <zlib.h>

namespace graft::weights {

namespace {

constexpr std::uint64_t chunk = 256 << 10;

Error wrongChecksum(const ByteSource& archive, const ZipEntry& entry) {
    return refused(archive, translate("Weights", "its part “%1” is damaged: the checksum does not match",
                                      {quotedForMessage(entry.name)}));
}

std::uint32_t crcOf(std::uint32_t crc, std::span<const std::byte> bytes) {
    return std::uint32_t(::crc32_z(crc, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

/// The packed bytes, piece by piece.
Result<> forEachPiece(const ByteSource& archive, const ZipEntry& entry,
                      const std::function<bool(std::span<std::byte>)>& use) {
    std::vector<std::byte> piece(std::size_t(std::min(chunk, entry.packed)));
    for (std::uint64_t done = 0; done < entry.packed; done += piece.size()) {
        piece.resize(std::size_t(std::min(chunk, entry.packed - done)));
        if (auto read = archive.read(entry.dataAt + done, piece); !read)
            return read;
        if (!use(piece))
            break;
    }
    return {};
}

Result<std::unique_ptr<ByteSource>> openStored(const ByteSource& archive, const ZipEntry& entry) {
    std::uint32_t crc = 0;
    const auto read = forEachPiece(archive, entry, [&](std::span<std::byte> piece) {
        crc = crcOf(crc, piece);
        return true;
    });
    if (!read)
        return read.error();
    if (crc != entry.crc)
        return wrongChecksum(archive, entry);
    return slice(archive, entry.dataAt, entry.size);
}

/// Unpacks into a buffer of the promised size and never beyond.
class Inflater {
public:
    explicit Inflater(std::uint64_t size) : m_bytes(std::size_t(size)) {
        ::inflateInit2(&m_stream, -MAX_WBITS);
    }
    ~Inflater() { ::inflateEnd(&m_stream); }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    /// False when nothing more can be done with further input.
    bool feed(std::span<std::byte> piece) {
        m_stream.next_in = reinterpret_cast<Bytef*>(piece.data());
        m_stream.avail_in = uInt(piece.size());
        while (m_status == Z_OK && m_stream.avail_in > 0) {
            // One spare byte shows contents that go on past the promised size.
            const std::size_t room = std::min<std::size_t>(m_bytes.size() - m_done, 1 << 30);
            m_stream.next_out = room ? reinterpret_cast<Bytef*>(m_bytes.data() + m_done) : &m_spare;
            m_stream.avail_out = room ? uInt(room) : 1;
            const std::size_t before = m_stream.avail_out;
            m_status = ::inflate(&m_stream, Z_NO_FLUSH);
            const std::size_t made = before - m_stream.avail_out;
            m_tooLong |= !room && made > 0;
            m_done += room ? made : 0;
            if (m_tooLong)
                return false;
        }
        return m_status == Z_OK;
    }
    bool complete() const { return m_status == Z_STREAM_END && m_done == m_bytes.size() && !m_tooLong; }
    std::vector<std::byte> take() { return std::move(m_bytes); }

private:
    z_stream m_stream{};
    std::vector<std::byte> m_bytes;
    std::size_t m_done = 0;
    Bytef m_spare = 0;
    int m_status = Z_OK;
    bool m_tooLong = false;
};

Result<std::unique_ptr<ByteSource>> openDeflated(const ByteSource& archive, const ZipEntry& entry) {
    Inflater inflater(entry.size);
    if (auto read =
            forEachPiece(archive, entry, [&](std::span<std::byte> piece) { return inflater.feed(piece); });
        !read)
        return read.error();
    if (!inflater.complete())
        return refused(archive, translate("Weights", "its part “%1” does not unpack to the size it claims",
                                          {quotedForMessage(entry.name)}));
    std::vector<std::byte> bytes = inflater.take();
    if (crcOf(0, bytes) != entry.crc)
        return wrongChecksum(archive, entry);
    return inMemory(archive.name(), std::move(bytes));
}

} // namespace

Result<std::unique_ptr<ByteSource>> openZipEntry(const ByteSource& archive, const ZipEntry& entry) {
    return entry.deflated ? openDeflated(archive, entry) : openStored(archive, entry);
}

} // namespace graft::weights
