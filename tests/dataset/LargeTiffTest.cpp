#include "support/LargeTiff.h"
#include "base/Random.h"
#include "dataset/Dataset.h"
#include "imaging/Decode.h"
#include "support/Support.h"

#include <QTest>

#include <cmath>

using namespace graft;
using namespace graft::dataset;

namespace {

constexpr int kWidth = 6500, kHeight = 5300; ///< more than is read at once
constexpr Preprocessing kLook{.size = 224, .resize = 256};

/// Waves of all lengths and grain.
void writeWaves(const std::filesystem::path& file, int channels, int bits) {
    TIFF* tiff = TIFFOpen(file.c_str(), "w");
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, kWidth);
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, kHeight);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, channels);
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, bits);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, channels == 1 ? PHOTOMETRIC_MINISBLACK : PHOTOMETRIC_RGB);
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
    TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, 16);
    if (channels == 4) {
        const std::uint16_t extra = EXTRASAMPLE_UNASSALPHA;
        TIFFSetField(tiff, TIFFTAG_EXTRASAMPLES, 1, &extra);
    }
    Random random(3);
    std::vector<std::uint8_t> row(std::size_t(kWidth) * std::size_t(channels) * std::size_t(bits) / 8);
    for (int y = 0; y < kHeight; ++y) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            const double x = double(i) / double(row.size());
            row[i] = std::uint8_t(128 + 60 * std::sin(40 * x * (1 + 6 * x)) * std::cos(y * y / 9e4) +
                                  random.uniform(-60, 60));
        }
        TIFFWriteScanline(tiff, row.data(), std::uint32_t(y), 0);
    }
    TIFFClose(tiff);
}

} // namespace

class LargeTiffTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aViewOfALargeImageIsThatOfAllItsPixels_data() {
        QTest::addColumn<int>("channels");
        QTest::addColumn<int>("bits");
        QTest::addColumn<bool>("shrunk");
        QTest::newRow("colour") << 3 << 8 << true;
        QTest::newRow("grey") << 1 << 8 << true;
        QTest::newRow("alpha") << 4 << 8 << false;
        QTest::newRow("16 bits") << 1 << 16 << false;
    }
    void aViewOfALargeImageIsThatOfAllItsPixels() {
        QFETCH(int, channels);
        QFETCH(int, bits);
        QFETCH(bool, shrunk);
        const test::TemporaryFolder folder;
        writeWaves(folder / "large.tif", channels, bits);
        const auto read = readForViews(folder / "large.tif", kLook, {});
        const auto whole = imaging::decodeFile(folder / "large.tif");
        QVERIFY2(read.ok() && whole.ok(), read ? "" : read.error().message.c_str());
        QCOMPARE(read->width() < kWidth, shrunk);
        const imaging::Image ours = evaluationView(*read, kLook), theirs = evaluationView(*whole, kLook);
        QCOMPARE(ours.bytes(), theirs.bytes());
        int largest = 0;
        double sum = 0;
        for (std::size_t i = 0; i < ours.bytes(); ++i) {
            const int difference = std::abs(int(ours.u8()[i]) - int(theirs.u8()[i]));
            largest = std::max(largest, difference);
            sum += difference;
        }
        qInfo("largest %d, mean %.3f", largest, sum / double(ours.bytes()));
        QVERIFY2(largest <= (shrunk ? 2 : 0), qPrintable(QString::number(largest)));
    }

    void aHugeImageIsNeverHeldWhole() {
        const test::TemporaryFolder folder;
        test::writeLargeTiff(folder / "slide.tif");
        const bool measured = test::forgetPeakMemory();
        const std::int64_t before = test::peakMemoryKilobytes();
        const auto image = readForViews(folder / "slide.tif", kLook, {});
        const std::int64_t grown = (test::peakMemoryKilobytes() - before) / 1024;
        QVERIFY2(image.ok(), image ? "" : image.error().message.c_str());
        QVERIFY(std::min(image->width(), image->height()) >= 8 * kLook.resize);
        qInfo("%lld MB", static_cast<long long>(grown));
        if (measured)
            QVERIFY2(grown < 100, qPrintable(QString::number(grown)));
    }
};

QTEST_MAIN(LargeTiffTest)
#include "LargeTiffTest.moc"
