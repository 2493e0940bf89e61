#include "imaging/RegionReader.h"
#include "base/Random.h"
#include "imaging/Decode.h"
#include "imaging/Transform.h"
#include "support/LargeTiff.h"
#include "support/Support.h"

#include <QtTest>

#include <cmath>
#include <fstream>

using namespace graft;
using imaging::Depth;
using imaging::Image;
using imaging::RegionReader;
namespace fs = std::filesystem;

namespace {

struct Kind {
    const char* name;
    int channels = 3;
    int bits = 8;
    int format = SAMPLEFORMAT_UINT;
    int photometric = PHOTOMETRIC_RGB;
    int compression = COMPRESSION_ADOBE_DEFLATE;
    int tile = 0;         ///< 0: strips
    int rowsPerStrip = 7; ///< 0: one strip
    bool separate = false;
};

const std::vector<Kind>& kinds() {
    static const std::vector<Kind> all = {
        {.name = "tiles, RGB", .tile = 32},
        {.name = "tiles, RGB and alpha", .channels = 4, .tile = 16},
        {.name = "tiles, grey 16 bit",
         .channels = 1,
         .bits = 16,
         .photometric = PHOTOMETRIC_MINISBLACK,
         .tile = 48},
        {.name = "tiles, float",
         .channels = 1,
         .bits = 32,
         .format = SAMPLEFORMAT_IEEEFP,
         .photometric = PHOTOMETRIC_MINISBLACK,
         .tile = 16},
        {.name = "tiles, a plane each", .tile = 32, .separate = true},
        {.name = "tiles, a palette", .channels = 1, .photometric = PHOTOMETRIC_PALETTE, .tile = 32},
        {.name = "tiles, JPEG",
         .photometric = PHOTOMETRIC_YCBCR,
         .compression = COMPRESSION_JPEG,
         .tile = 32},
        {.name = "tiles, white is zero", .channels = 1, .photometric = PHOTOMETRIC_MINISWHITE, .tile = 32},
        {.name = "tiles, five bands", .channels = 5, .photometric = PHOTOMETRIC_MINISBLACK, .tile = 16},
        {.name = "tiles, seven bands of 16 bit, a plane each",
         .channels = 7,
         .bits = 16,
         .photometric = PHOTOMETRIC_MINISBLACK,
         .tile = 32,
         .separate = true},
        {.name = "strips, two bands", .channels = 2, .photometric = PHOTOMETRIC_MINISBLACK},
        {.name = "strips, five bands of float", .channels = 5, .bits = 32, .format = SAMPLEFORMAT_IEEEFP},
        {.name = "strips, RGB"},
        {.name = "strips, LZW", .compression = COMPRESSION_LZW},
        {.name = "one strip, packed", .rowsPerStrip = 0},
        {.name = "one strip, not packed", .compression = COMPRESSION_NONE, .rowsPerStrip = 0},
        {.name = "strips, grey 16 bit", .channels = 1, .bits = 16, .photometric = PHOTOMETRIC_MINISBLACK},
        {.name = "strips, a palette", .channels = 1, .photometric = PHOTOMETRIC_PALETTE},
    };
    return all;
}

void describe(TIFF* tiff, const Kind& kind, int width, int height) {
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, width);
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, height);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, kind.channels);
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, kind.bits);
    TIFFSetField(tiff, TIFFTAG_SAMPLEFORMAT, kind.format);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, kind.photometric);
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, kind.separate ? PLANARCONFIG_SEPARATE : PLANARCONFIG_CONTIG);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, kind.compression);
    if (kind.compression == COMPRESSION_JPEG)
        TIFFSetField(tiff, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
    if (kind.channels == 4) {
        const std::uint16_t extra = EXTRASAMPLE_UNASSALPHA;
        TIFFSetField(tiff, TIFFTAG_EXTRASAMPLES, 1, &extra);
    }
    if (kind.photometric == PHOTOMETRIC_PALETTE) {
        std::vector<std::uint16_t> map(3 * 256);
        for (std::size_t i = 0; i < map.size(); ++i)
            map[i] = std::uint16_t((i * 7919) % 256 * 257);
        TIFFSetField(tiff, TIFFTAG_COLORMAP, map.data(), map.data() + 256, map.data() + 512);
    }
    if (kind.tile > 0) {
        TIFFSetField(tiff, TIFFTAG_TILEWIDTH, kind.tile);
        TIFFSetField(tiff, TIFFTAG_TILELENGTH, kind.tile);
    } else {
        TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, kind.rowsPerStrip > 0 ? kind.rowsPerStrip : height);
    }
}

/// Noise, but for JPEG a slope: noise would not survive it.
std::vector<std::uint8_t> samplesOf(const Kind& kind, int width, int height) {
    const auto count = std::size_t(width) * std::size_t(height) * std::size_t(kind.channels);
    std::vector<std::uint8_t> bytes(count * std::size_t(kind.bits) / 8);
    Random random(5);
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = kind.compression == COMPRESSION_JPEG ? std::uint8_t(i / 3 % std::size_t(width))
                                                        : std::uint8_t(random.below(256));
    if (kind.format == SAMPLEFORMAT_IEEEFP)
        for (std::size_t i = 0; i < count; ++i) {
            const float value = float(random.uniform(-3, 3));
            std::memcpy(bytes.data() + 4 * i, &value, 4);
        }
    return bytes;
}

/// One picture of a file that is open.
void writePicture(TIFF* tiff, const Kind& kind, int width, int height,
                  const std::vector<std::uint8_t>& samples) {
    const auto sample = std::size_t(kind.bits) / 8;
    const auto pixel = sample * std::size_t(kind.channels);
    const int planes = kind.separate ? kind.channels : 1;
    const auto copy = [&](std::uint8_t* out, int x, int y, int count, int plane) {
        for (int i = 0; i < count && x + i < width && y < height; ++i) {
            const auto* from =
                samples.data() + (std::size_t(y) * std::size_t(width) + std::size_t(x + i)) * pixel;
            if (kind.separate)
                std::memcpy(out + std::size_t(i) * sample, from + std::size_t(plane) * sample, sample);
            else
                std::memcpy(out + std::size_t(i) * pixel, from, pixel);
        }
    };
    const std::size_t stored = kind.separate ? sample : pixel;
    for (int plane = 0; plane < planes; ++plane) {
        if (kind.tile == 0) {
            std::vector<std::uint8_t> row(std::size_t(width) * stored);
            for (int y = 0; y < height; ++y) {
                copy(row.data(), 0, y, width, plane);
                TIFFWriteScanline(tiff, row.data(), std::uint32_t(y), std::uint16_t(plane));
            }
            continue;
        }
        for (int y = 0; y < height; y += kind.tile)
            for (int x = 0; x < width; x += kind.tile) {
                std::vector<std::uint8_t> tile(std::size_t(kind.tile * kind.tile) * stored);
                for (int row = 0; row < kind.tile; ++row)
                    copy(tile.data() + std::size_t(row * kind.tile) * stored, x, y + row, kind.tile, plane);
                TIFFWriteTile(tiff, tile.data(), std::uint32_t(x), std::uint32_t(y), 0, std::uint16_t(plane));
            }
    }
    TIFFWriteDirectory(tiff);
}

void writeTiff(const fs::path& file, const Kind& kind, int width, int height) {
    TIFF* tiff = TIFFOpen(file.c_str(), "w");
    describe(tiff, kind, width, height);
    writePicture(tiff, kind, width, height, samplesOf(kind, width, height));
    TIFFClose(tiff);
}

double sampleAt(const Image& image, int x, int y, int channel) {
    const auto i =
        (std::size_t(y) * std::size_t(image.width()) + std::size_t(x)) * std::size_t(image.channels()) +
        std::size_t(channel);
    switch (image.depth()) {
    case Depth::U8:
        return image.u8()[i];
    case Depth::U16:
        return reinterpret_cast<const std::uint16_t*>(image.data())[i];
    case Depth::F32:
        return reinterpret_cast<const float*>(image.data())[i];
    }
    return 0;
}

/// What read() should give, from the whole picture.
double meanOf(const Image& image, const imaging::Region& region, int shrink, int x, int y, int channel) {
    double sum = 0;
    int count = 0;
    for (int row = y * shrink; row < std::min((y + 1) * shrink, region.height); ++row)
        for (int column = x * shrink; column < std::min((x + 1) * shrink, region.width); ++column, ++count)
            sum += sampleAt(image, region.x + column, region.y + row, channel);
    return sum / count;
}

} // namespace

class RegionReaderTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<test::TemporaryFolder>(); }

    void regionsAreWhatTheWholePictureHasThere_data() {
        QTest::addColumn<int>("kind");
        for (int i = 0; i < int(kinds().size()); ++i)
            QTest::newRow(kinds()[std::size_t(i)].name) << i;
    }
    void regionsAreWhatTheWholePictureHasThere() {
        QFETCH(int, kind);
        const fs::path file = *m_folder / "a.tif";
        writeTiff(file, kinds()[std::size_t(kind)], 131, 77);
        const auto whole = imaging::decodeFile(file);
        QVERIFY2(whole.ok(), whole ? "" : whole.error().message.c_str());
        auto reader = RegionReader::open(file);
        QVERIFY2(reader.ok(), reader ? "" : reader.error().message.c_str());
        QCOMPARE(reader->width(), 131);
        QCOMPARE(reader->height(), 77);
        QCOMPARE(reader->depth(), whole->depth());
        const imaging::Region regions[] = {{0, 0, 131, 77}, {10, 20, 64, 32}, {96, 64, 35, 13},
                                           {33, 0, 1, 77},  {0, 76, 131, 1},  {5, 3, 70, 50}};
        for (const auto& region : regions)
            for (const int shrink : {1, 2, 3, 10, 200}) {
                const auto part = reader->read(region, shrink);
                QVERIFY2(part.ok(), part ? "" : part.error().message.c_str());
                QCOMPARE(part->width(), (region.width + shrink - 1) / shrink);
                QCOMPARE(part->height(), (region.height + shrink - 1) / shrink);
                QVERIFY(part->channels() == 3 || part->channels() == whole->bands());
                QVERIFY(part->content() == whole->content());
                // A grey picture in colours is the same picture.
                const auto from = [&](int c) { return whole->channels() == 1 ? 0 : c; };
                const double tolerance = part->depth() == Depth::F32 ? 1e-5 : 0.5 + 1e-9;
                for (int y = 0; y < part->height(); ++y)
                    for (int x = 0; x < part->width(); ++x)
                        for (int c = 0; c < part->channels(); ++c) {
                            const double mean = meanOf(*whole, region, shrink, x, y, from(c));
                            if (std::abs(sampleAt(*part, x, y, c) - mean) > tolerance)
                                QFAIL(qPrintable(QString("(%1, %2) %3, shrink %4: %5 instead of %6")
                                                     .arg(x)
                                                     .arg(y)
                                                     .arg(c)
                                                     .arg(shrink)
                                                     .arg(sampleAt(*part, x, y, c))
                                                     .arg(mean)));
                        }
            }
    }

    void regionsAreCutToThePicture() {
        writeTiff(*m_folder / "a.tif", kinds()[0], 50, 40);
        auto reader = *RegionReader::open(*m_folder / "a.tif");
        const auto corner = reader.read({-10, -10, 20, 20}, 1);
        QCOMPARE(corner->width(), 10);
        const auto outside = reader.read({50, 0, 10, 10}, 1);
        QVERIFY(!outside.ok());
        QVERIFY(!reader.read({0, 0, 10, 10}, 0).ok());
        QCOMPARE(reader.readWhole(1000)->width(), 50);
        QCOMPARE(reader.readWhole(25)->width(), 25);
    }

    void anOverviewSparesReadingEverything() {
        const fs::path file = *m_folder / "a.tif";
        const Kind grey{.name = "", .channels = 1, .photometric = PHOTOMETRIC_MINISBLACK, .tile = 16};
        TIFF* tiff = TIFFOpen(file.c_str(), "w");
        // Each in its own grey, to be told apart. Half of an odd size leaves a pixel out.
        const std::array<int, 3> widths{101, 50, 25};
        const std::array<int, 3> heights{81, 40, 20};
        for (std::size_t i = 0; i < widths.size(); ++i) {
            describe(tiff, grey, widths[i], heights[i]);
            if (i > 0)
                TIFFSetField(tiff, TIFFTAG_SUBFILETYPE, FILETYPE_REDUCEDIMAGE);
            writePicture(
                tiff, grey, widths[i], heights[i],
                std::vector<std::uint8_t>(std::size_t(widths[i] * heights[i]), std::uint8_t(100 + i)));
        }
        // A picture of another subject is none.
        describe(tiff, grey, 30, 10);
        TIFFSetField(tiff, TIFFTAG_SUBFILETYPE, FILETYPE_REDUCEDIMAGE);
        writePicture(tiff, grey, 30, 10, std::vector<std::uint8_t>(300, 9));
        TIFFClose(tiff);
        auto reader = *RegionReader::open(file);
        QCOMPARE(reader.width(), 101);
        const std::pair<int, int> expected[] = {{1, 100}, {2, 101}, {3, 101}, {4, 102}, {9, 102}, {1, 100}};
        for (const auto& [shrink, value] : expected) {
            const auto whole = reader.read({0, 0, 101, 81}, shrink);
            QCOMPARE(whole->width(), (101 + shrink - 1) / shrink);
            for (const auto& [x, y] :
                 {std::pair(0, 0), {whole->width() - 1, 0}, {whole->width() - 1, whole->height() - 1}})
                QCOMPARE(int(sampleAt(*whole, x, y, 0)), value);
        }
    }

    void whatItCannotReadIsLeftToOthers_data() {
        QTest::addColumn<QString>("what");
        for (const char* what : {"a PNG", "garbage", "nothing", "cut off", "turned", "12 bits", "signed"})
            QTest::newRow(what) << what;
    }
    void whatItCannotReadIsLeftToOthers() {
        QFETCH(QString, what);
        const fs::path file = *m_folder / "a.tif";
        if (what == "a PNG") {
            std::ofstream(file) << "\x89PNG\r\n\x1a\n";
        } else if (what == "garbage") {
            std::ofstream(file, std::ios::binary) << std::string("II*\0\xff\xff\xff\xff", 8);
        } else if (what != "nothing") {
            TIFF* tiff = TIFFOpen(file.c_str(), "w");
            Kind kind{.name = "", .channels = 1, .photometric = PHOTOMETRIC_MINISBLACK};
            if (what == "signed")
                kind.format = SAMPLEFORMAT_INT, kind.bits = 16;
            describe(tiff, kind, 40, 40);
            if (what == "turned")
                TIFFSetField(tiff, TIFFTAG_ORIENTATION, ORIENTATION_RIGHTTOP);
            if (what == "12 bits")
                TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 12);
            writePicture(tiff, kind, 40, 40, std::vector<std::uint8_t>(8000, 1));
            TIFFClose(tiff);
        }
        if (what == "cut off")
            fs::resize_file(file, fs::file_size(file) / 3);
        QVERIFY(!RegionReader::open(file).ok());
    }

    void hostileFilesDoNoHarm() {
        GRAFT_NEEDS_SHARED("data/robustness_pillow");
        int opened = 0;
        for (const auto& entry :
             fs::recursive_directory_iterator(test::sharedFolder() / "data/robustness_pillow")) {
            auto reader = RegionReader::open(entry.path());
            if (!reader)
                continue;
            ++opened;
            (void)reader->readWhole(64);
            (void)reader->read({3, 5, 100, 100}, 1);
        }
        qInfo("%d opened", opened);
        QVERIFY(opened > 0);
    }

    void aHugeImageIsReadInBoundedMemory() {
        const fs::path file = *m_folder / "large.tif";
        test::writeLargeTiff(file);
        QVERIFY(fs::file_size(file) < 20'000'000u);
        if (!test::forgetPeakMemory())
            QSKIP("this system does not count the peak of memory anew");
        const std::int64_t before = test::peakMemoryKilobytes();
        auto reader = *RegionReader::open(file);
        QVERIFY(reader.isLarge());
        const auto overview = reader.readWhole(2000);
        const auto region = reader.read({10'000, 6'000, 1920, 1080}, 1);
        const std::int64_t grown = (test::peakMemoryKilobytes() - before) / 1024;
        qInfo("1.2 GB of pixels, %lld MB of memory, of which %zu MB are the answers",
              static_cast<long long>(grown), (overview->bytes() + region->bytes()) >> 20);
        QVERIFY2(grown < 64, qPrintable(QString::number(grown)));
        QCOMPARE(overview->width(), 2000);
        for (const int at : {0, 7, 999, 1999}) {
            QVERIFY(std::abs(sampleAt(*overview, at, 0, 0) - at * 10 / test::kLargeTile * 3) <= 3);
            QVERIFY(std::abs(sampleAt(*overview, 0, at, 1) - at * 10 / test::kLargeTile * 3) <= 3);
            QCOMPARE(int(sampleAt(*overview, at, at, 2)), 77);
        }
        QCOMPARE(int(sampleAt(*region, 0, 0, 0)), 10'000 / test::kLargeTile * 3);
        QCOMPARE(int(sampleAt(*region, 1919, 1079, 0)), 11'919 / test::kLargeTile * 3);
        QCOMPARE(int(sampleAt(*region, 1919, 1079, 1)), 7'079 / test::kLargeTile * 3);
    }

private:
    std::unique_ptr<test::TemporaryFolder> m_folder;
};

QTEST_GUILESS_MAIN(RegionReaderTest)
#include "RegionReaderTest.moc"
