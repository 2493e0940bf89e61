// Files that are broken by chance or by design.

#include "Pictures.h"
#include "support/BandTiff.h"
#include "support/Support.h"

#include <QTest>

#include <ranges>

using namespace graft;
using namespace graft::imaging;

namespace {

using Bytes = std::vector<std::byte>;

Bytes bytesOf(std::initializer_list<int> values) {
    Bytes bytes;
    for (const int value : values)
        bytes.push_back(std::byte(value));
    return bytes;
}

void append(Bytes& bytes, const Bytes& more) {
    bytes.insert(bytes.end(), more.begin(), more.end());
}

/// A file of every format that is small and sound.
std::vector<std::pair<std::string, Bytes>> soundFiles() {
    std::vector<std::pair<std::string, Bytes>> files;
    const Image colours = test::picture(37, 23, 3, 1);
    files.emplace_back("png", *encodePng(colours));
    files.emplace_back("rgba png", *encodePng(test::picture(16, 16, 4, 2)));
    files.emplace_back("jpeg", *encodeJpeg(colours, 90));
    const test::TemporaryFolder written;
    std::vector<std::uint16_t> samples(9 * 7 * 6);
    std::ranges::iota_view counted(std::size_t(0), samples.size());
    std::ranges::transform(counted, samples.begin(), [](std::size_t i) { return std::uint16_t(i * 99); });
    test::writeBandTiff<std::uint16_t>(written / "bands.tif", 9, 7, 6, samples);
    files.emplace_back("six bands", *readFile(written / "bands.tif", 1 << 20));
    const auto folder = test::sharedFolder() / "data" / "robustness_pillow";
    for (const char* name :
         {"16bit.deflate.tif", "hopper_float_dpi_2.tif", "g4_orientation_5.tif", "tiff_tiled_cmyk_jpeg.tif",
          "lab.tif", "bmpsuite/g/pal4rle.bmp", "bmpsuite/g/rgb16-565.bmp", "bmpsuite/g/pal8rle.bmp",
          "hopper_orientation_2.webp", "pil_sample_cmyk.jpg", "p_16.png", "hopper_16bit.pgm",
          "hopper_orientation_6.jpg"})
        if (const auto file = readFile(folder / name, 1 << 20))
            files.emplace_back(name, *file);
    return files;
}

/// A JPEG of one colour, side × side, drawn in many passes that cost a few bytes each (ITU-T T.81, annexes B
/// and G).
Bytes jpegOfManyPasses(int side, int passes) {
    Bytes file = bytesOf({0xFF, 0xD8, 0xFF, 0xDB, 0, 67, 0});
    file.resize(file.size() + 64, std::byte(1));
    append(file,
           bytesOf({0xFF, 0xC2, 0, 11, 8, side >> 8, side & 255, side >> 8, side & 255, 1, 1, 0x11, 0}));
    // Huffman tables of one code, 0: for DC "no difference", for AC "2^14 and more blocks end here".
    for (const auto& [table, symbol] : {std::pair{0x00, 0x00}, std::pair{0x10, 0xE0}}) {
        append(file, bytesOf({0xFF, 0xC4, 0, 20, table, 1}));
        file.resize(file.size() + 15);
        file.push_back(std::byte(symbol));
    }
    const int blocks = (side / 8) * (side / 8);
    append(file, bytesOf({0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0, 0}));
    file.resize(file.size() + std::size_t(blocks / 8 + 1));
    for (int pass = 0; pass < passes; ++pass) {
        append(file, bytesOf({0xFF, 0xDA, 0, 8, 1, 1, 0, 1 + pass % 63, 1 + pass % 63, 0}));
        file.resize(file.size() + std::size_t(blocks / 8192 + 8));
    }
    append(file, bytesOf({0xFF, 0xD9}));
    return file;
}

} // namespace

class HostileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void emptyAndTinyFiles();
    void cutFilesAreNeverWholeImages();
    void changedBytesNeverCrash();
    void aJpegWithoutItsEndMarkerIsWhole();
    void aJpegOfManyPassesIsRefused();
    void bombsAreRefusedByTheirHeader_data();
    void bombsAreRefusedByTheirHeader();
    void limitsAreKept();
};

void HostileTest::emptyAndTinyFiles() {
    QVERIFY(!decode({}).ok());
    for (const auto& [name, file] : soundFiles())
        for (std::size_t size = 1; size < std::min<std::size_t>(file.size(), 64); ++size) {
            const Result<Image> image = decode(std::span(file).first(size));
            QVERIFY2(!image.ok(), name.c_str());
            QVERIFY(!image.error().message.empty());
        }
}

void HostileTest::cutFilesAreNeverWholeImages() {
    const Image image = test::picture(64, 64, 3, 4);
    for (const Bytes& file : {*encodeJpeg(image, 95), *encodePng(image)}) {
        for (int tenths = 1; tenths <= 9; ++tenths) {
            const Result<Image> cut = decode(std::span(file).first(file.size() * std::size_t(tenths) / 10));
            QVERIFY(!cut.ok());
            QVERIFY2(cut.error().message.find("cut short") != std::string::npos, cut.error().message.c_str());
        }
    }
}

void HostileTest::changedBytesNeverCrash() {
    const DecodeLimits limits{.pixels = 4'000'000, .decodedBytes = 64 << 20};
    Random random(20240501);
    int read = 0, refused = 0;
    for (const auto& [name, file] : soundFiles())
        for (int attempt = 0; attempt < 150; ++attempt) {
            Bytes changed = file;
            const std::size_t reach =
                attempt % 2 ? std::min<std::size_t>(changed.size(), 200) : changed.size();
            for (std::uint64_t n = 1 + random.below(8); n > 0; --n)
                changed[random.below(reach)] = std::byte(random.below(256));
            if (attempt % 5 == 0)
                changed.resize(1 + random.below(changed.size()));
            const Result<Image> image = decode(changed, limits);
            ++(image ? read : refused);
            if (image)
                QVERIFY(std::int64_t(image->width()) * image->height() <= limits.pixels);
            else
                QVERIFY(!image.error().message.empty());
            (void)readHeader(changed);
        }
    qInfo("%d read, %d refused", read, refused);
    QVERIFY(read > 0 && refused > 0);
}

void HostileTest::aJpegWithoutItsEndMarkerIsWhole() {
    const Image image = test::picture(64, 48, 3, 4);
    const Bytes file = *encodeJpeg(image, 95);
    const Result<Image> whole = decode(file);
    const Result<Image> unended = decode(std::span(file).first(file.size() - 2));
    QVERIFY(whole.ok() && unended.ok());
    QCOMPARE(test::samplesOf(*unended), test::samplesOf(*whole));
}

void HostileTest::aJpegOfManyPassesIsRefused() {
    const Result<Image> few = decode(jpegOfManyPasses(512, 10));
    QVERIFY2(few.ok(), few ? "" : few.error().detail.c_str());
    QCOMPARE(few->width(), 512);
    const Result<Image> many = decode(jpegOfManyPasses(4096, 100'000));
    QVERIFY(!many.ok());
    QVERIFY2(many.error().message.find("busy") != std::string::npos, many.error().message.c_str());
    // Fewer passes, but over more pixels than it is worth.
    const Result<Image> large = decode(jpegOfManyPasses(4096, 60), {.pixels = 4096 * 4096});
    QVERIFY(!large.ok());
}

void HostileTest::bombsAreRefusedByTheirHeader_data() {
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("png") << QByteArray::fromHex(
        "89504e470d0a1a0a0000000d49484452000186a0000186a008060000002e5d4a6c");
    QTest::newRow("bmp") << QByteArray::fromHex(
        "424d3a000000000000003600000028000000a0860100a0860100010018000000000000"
        "000000000000000000000000000000000000000000");
    QTest::newRow("jpeg") << QByteArray::fromHex("ffd8ffc0001108ffffffff03011100021101031101ffda");
    QTest::newRow("pgm") << QByteArray("P5 100000 100000 255\n");
    QTest::newRow("webp") << QByteArray::fromHex(
        "524946461a000000574542505650385810000000100000009f86019f8601000000");
    QTest::newRow("tiff") << QByteArray::fromHex(
        "49492a00080000000200000104000100000000100000010104000100000000100000"
        "00000000");
}

void HostileTest::bombsAreRefusedByTheirHeader() {
    QFETCH(QByteArray, head);
    head.resize(4096);
    const DecodeLimits limits{.pixels = 10'000'000};
    const Result<Image> image =
        decode(std::as_bytes(std::span(head.constData(), std::size_t(head.size()))), limits);
    QVERIFY(!image.ok());
    QVERIFY2(image.error().message.find("too large") != std::string::npos, image.error().message.c_str());
}

void HostileTest::limitsAreKept() {
    const Bytes file = *encodePng(test::picture(100, 100, 3, 1));
    QVERIFY(decode(file, {.pixels = 10'000}).ok());
    QVERIFY(!decode(file, {.pixels = 9'999}).ok());
    QVERIFY(decode(file, {.decodedBytes = 30'000}).ok());
    QVERIFY(!decode(file, {.decodedBytes = 29'999}).ok());
    QVERIFY(!decode(file, {.fileBytes = file.size() - 1}).ok());
    const test::TemporaryFolder folder;
    QVERIFY(writeFileAtomically(folder / "a.png", std::span<const std::byte>(file)).ok());
    QVERIFY(!decodeFile(folder / "a.png", {.fileBytes = file.size() - 1}).ok());
    QVERIFY(!decodeFile(folder.path()).ok());
}

QTEST_GUILESS_MAIN(HostileTest)
#include "HostileTest.moc"
