#include "base/Random.h"
#include "dataset/Dataset.h"
#include "imaging/Decode.h"
#include "support/PeakMemory.h"
#include "support/Support.h"

#include <QTest>

#include <cmath>
#include <fstream>

using namespace graft;
using namespace graft::dataset;

namespace {

constexpr int kWidth = 6500, kHeight = 5300; ///< more than is read at once
constexpr Preprocessing kLook{.size = 224, .resize = 256};

/// A TIFF file of one strip, not packed, by its fields: what its header says, then the pixels.
class PlainTiff {
public:
    PlainTiff(const std::filesystem::path& path, int width, int height, int channels, int bits)
        : m_file(path, std::ios::binary) {
        const auto bytes =
            std::uint32_t(width) * std::uint32_t(height) * std::uint32_t(channels) * std::uint32_t(bits / 8);
        const bool alpha = channels == 4;
        const std::uint16_t fields = alpha ? 10 : 9;
        const std::uint32_t after = 8 + 2 + 12u * fields + 4; // of the directory
        m_file.write("II*\0\x08\0\0\0", 8);
        number(fields, 2);
        field(256, 4, 1, std::uint32_t(width));
        field(257, 4, 1, std::uint32_t(height));
        field(258, 3, std::uint32_t(channels), channels == 1 ? std::uint32_t(bits) : after); // bits
        field(259, 3, 1, 1);                                                                 // not packed
        field(262, 3, 1, channels == 1 ? 1 : 2);                                             // grey, RGB
        field(273, 4, 1, after + 8);
        field(277, 3, 1, std::uint32_t(channels));
        field(278, 4, 1, std::uint32_t(height));
        field(279, 4, 1, bytes);
        if (alpha)
            field(338, 3, 1, 2);
        number(0, 4);
        for (int channel = 0; channel < 4; ++channel)
            number(std::uint32_t(bits), 2);
    }
    std::ofstream& pixels() { return m_file; }

private:
    void number(std::uint32_t value, int bytes) {
        for (int i = 0; i < bytes; ++i)
            m_file.put(char(value >> (8 * i)));
    }
    void field(std::uint32_t tag, std::uint32_t type, std::uint32_t count, std::uint32_t value) {
        number(tag, 2);
        number(type, 2);
        number(count, 4);
        number(value, 4);
    }
    std::ofstream m_file;
};

/// Waves of all lengths and grain.
void writeWaves(const std::filesystem::path& path, int channels, int bits) {
    PlainTiff file(path, kWidth, kHeight, channels, bits);
    Random random(3);
    std::vector<char> row(std::size_t(kWidth) * std::size_t(channels) * std::size_t(bits) / 8);
    for (int y = 0; y < kHeight; ++y) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            const double x = double(i) / double(row.size());
            row[i] = char(std::uint8_t(128 + 60 * std::sin(40 * x * (1 + 6 * x)) * std::cos(y * y / 9e4) +
                                       random.uniform(-60, 60)));
        }
        file.pixels().write(row.data(), std::streamsize(row.size()));
    }
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
        constexpr std::int64_t kBytes = 20'000ll * 20'000 * 3;
        (void)PlainTiff(folder / "slide.tif", 20'000, 20'000, 3, 8);
        std::filesystem::resize_file(folder / "slide.tif", 8 + 2 + 9 * 12 + 4 + 8 + kBytes); // black
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
