#include "support/LargeTiff.h"
#include "support/Support.h"
#include "ui/label/DetailTiles.h"
#include "ui/label/ImageCanvas.h"
#include "ui/label/PatchView.h"
#include "ui/theme/Theme.h"

#include <QTest>

using namespace graft;

namespace {

constexpr int kWidth = 3001, kHeight = 1003; ///< no multiple of anything

/// What the painted files hold at a place, of 16 bits.
int valueAt(int x, int y) {
    return (x * 37 + y * 101) % 65536;
}

void writeStrips(const std::filesystem::path& file, int bits, int rowsPerStrip) {
    TIFF* tiff = TIFFOpen(file.c_str(), "w");
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, kWidth);
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, kHeight);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, bits);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISBLACK);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_LZW);
    TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, rowsPerStrip);
    std::vector<std::uint16_t> words(kWidth);
    std::vector<std::uint8_t> bytes(kWidth);
    for (int y = 0; y < kHeight; ++y) {
        for (int x = 0; x < kWidth; ++x) {
            words[std::size_t(x)] = std::uint16_t(valueAt(x, y));
            bytes[std::size_t(x)] = std::uint8_t(valueAt(x, y) >> 8);
        }
        TIFFWriteScanline(tiff, bits == 8 ? static_cast<void*>(bytes.data()) : words.data(), std::uint32_t(y),
                          0);
    }
    TIFFClose(tiff);
}

/// As if the image were too large: its only level is much smaller, and blue.
std::shared_ptr<ui::LoadedImage> asIfLarge(const std::filesystem::path& file, int bits) {
    auto image = std::make_shared<ui::LoadedImage>();
    image->size = {kWidth, kHeight};
    image->file = file;
    image->range = {0, bits == 8 ? 255.0 : 65535.0};
    if (bits == 16)
        image->samples = imaging::Image(2, 2, 1, imaging::Depth::U16, std::vector<std::byte>(8));
    QImage level(kWidth / 8, kHeight / 8, QImage::Format_RGB32);
    level.fill(Qt::blue);
    image->levels.push_back(level);
    return image;
}

/// Once everything has come.
ui::DetailTiles::Detail detailOf(ui::DetailTiles& tiles, const ui::LoadedImage& image, QRect wanted,
                                 double zoom) {
    const auto detail = [&] { return tiles.detailOf(wanted, zoom, image.levels.front()); };
    (void)detail();
    if (!QTest::qWaitFor([&] { return tiles.idle(); }, 20'000))
        qFatal("the tiles did not come");
    return detail();
}

} // namespace

class LabelLargeImageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void partsHaveThePixelsOfTheFile_data() {
        QTest::addColumn<int>("bits");
        QTest::addColumn<int>("rowsPerStrip");
        QTest::addColumn<double>("zoom");
        QTest::addColumn<int>("shrink");
        for (const int bits : {8, 16})
            for (const int rows : {1, 7, kHeight})
                for (const auto& [zoom, shrink] :
                     {std::pair(5.0, 1), std::pair(1.0, 1), std::pair(0.6, 1), std::pair(0.3, 2)})
                    QTest::addRow("%d bits, %d rows a strip, zoom %g", bits, rows, zoom)
                        << bits << rows << zoom << shrink;
    }
    void partsHaveThePixelsOfTheFile() {
        QFETCH(int, bits);
        QFETCH(int, rowsPerStrip);
        QFETCH(double, zoom);
        QFETCH(int, shrink);
        const test::TemporaryFolder folder;
        writeStrips(folder / "strips.tif", bits, rowsPerStrip);
        const auto image = asIfLarge(folder / "strips.tif", bits);
        ui::DetailTiles tiles;
        tiles.setImage(image);
        for (const QRect& wanted :
             {QRect(0, 0, 10, 10), QRect(500, 500, 600, 100), QRect(kWidth - 40, kHeight - 30, 400, 400)}) {
            const auto detail = detailOf(tiles, *image, wanted, zoom);
            QCOMPARE(detail.shrink, shrink);
            const QRect inside = wanted.intersected(QRect(0, 0, kWidth, kHeight));
            QVERIFY(detail.area.contains(inside));
            for (int y = inside.top(); y <= inside.bottom(); y += 3)
                for (int x = inside.left(); x <= inside.right(); x += 3) {
                    const QPoint at = (QPoint(x, y) - detail.area.topLeft()) / shrink;
                    const int expected = shrink == 1 ? valueAt(x, y) / (bits == 8 ? 256 : 257) : -1;
                    const QRgb seen = detail.picture.pixel(at);
                    QCOMPARE(qRed(seen), qBlue(seen)); // of the file, not of the level
                    if (shrink == 1)
                        QVERIFY2(std::abs(qRed(seen) - expected) <= (bits == 8 ? 0 : 1),
                                 qPrintable(QStringLiteral("%1, %2").arg(x).arg(y)));
                }
        }
        QVERIFY(tiles.problem().isEmpty());
    }

    void noMoreTilesAreKeptThanAllowed() {
        const test::TemporaryFolder folder;
        writeStrips(folder / "strips.tif", 8, 16);
        const auto image = asIfLarge(folder / "strips.tif", 8);
        ui::DetailTiles tiles(3 * ui::DetailTiles::kTileBytes);
        tiles.setImage(image);
        for (int x = 0; x < kWidth; x += 300) {
            const auto detail = detailOf(tiles, *image, QRect(x, 100, 400, 300), 1);
            QVERIFY(tiles.bytes() <= 3 * ui::DetailTiles::kTileBytes);
            const QPoint at(std::min(x + 399, kWidth - 1), 399);
            QCOMPARE(qRed(detail.picture.pixel(at - detail.area.topLeft())), valueAt(at.x(), at.y()) >> 8);
        }
        // More in view than may be kept: less sharp then, but all of it.
        QCOMPARE(detailOf(tiles, *image, QRect(0, 0, kWidth, kHeight), 1).shrink, 2);
    }

    void theToneIsThatOfTheWholeImage() {
        const test::TemporaryFolder folder;
        writeStrips(folder / "strips.tif", 16, 16);
        const auto image = asIfLarge(folder / "strips.tif", 16);
        ui::DetailTiles tiles;
        tiles.setImage(image);
        const QRect wanted(1000, 0, 100, 100);
        (void)detailOf(tiles, *image, wanted, 1);
        tiles.setTone({0.25, 0.75, 1});
        const auto detail = detailOf(tiles, *image, wanted, 1);
        for (int x = 1000; x < 1100; ++x) {
            const int expected = std::clamp(int((valueAt(x, 5) / 65535.0 - 0.25) * 2 * 255), 0, 255);
            QVERIFY(std::abs(qRed(detail.picture.pixel(QPoint(x, 5) - detail.area.topLeft())) - expected) <=
                    1);
        }
    }

    void toolsLookAtThePixelsOfTheFile() {
        const test::TemporaryFolder folder;
        writeStrips(folder / "strips.tif", 8, 16);
        const auto image = asIfLarge(folder / "strips.tif", 8);
        const QRect area(1000, 300, 400, 200);
        for (const int shrink : {1, 2}) {
            const ui::PatchView view = ui::patchOf(*image, area, qint64(400) * 200 / (shrink * shrink));
            QCOMPARE(view.scale, 1.0 / shrink);
            QCOMPARE(view.patch.width, 400 / shrink);
            QCOMPARE(view.patch.height, 200 / shrink);
            if (shrink == 1)
                for (int i = 0; i < 400 * 200; i += 7)
                    QCOMPARE(int(view.patch.rgb[std::size_t(i) * 3]),
                             valueAt(1000 + i % 400, 300 + i / 400) >> 8);
        }
        std::filesystem::remove(folder / "strips.tif");
        const ui::PatchView coarse = ui::patchOf(*image, area, 400 * 200); // what there is
        QVERIFY(coarse.scale < 0.2 && coarse.patch.rgb[2] == 255 && coarse.patch.rgb[0] == 0);
    }

    void aFileThatIsGoneIsSaid() {
        const test::TemporaryFolder folder;
        const auto image = asIfLarge(folder / "gone.tif", 8);
        ui::DetailTiles tiles;
        tiles.setImage(image);
        const auto detail = detailOf(tiles, *image, QRect(0, 0, 100, 100), 1);
        QVERIFY(!tiles.problem().isEmpty());
        QCOMPARE(detail.picture.pixelColor(50, 50), QColor(Qt::blue)); // what there is
    }

    void zoomedInAHugeImageIsSharpEverywhere() {
        const ui::theme::Theme theme;
        const test::TemporaryFolder folder;
        const auto file = folder / "slide.tif";
        test::writeLargeTiff(file);
        ui::ImageCanvas canvas;
        canvas.resize(700, 500);
        canvas.setImage(std::make_shared<const ui::LoadedImage>(ui::loadImage(file)));
        const bool measured = test::forgetPeakMemory();
        const std::int64_t before = test::peakMemoryKilobytes();
        for (const double zoom : {1.0, 4.0})
            for (int step = 0; step <= 10; ++step) {
                canvas.actualSize();
                canvas.centreOn({test::kLargeSide * step / 10.0, test::kLargeSide * (10 - step) / 10.0});
                canvas.zoomBy(zoom);
                (void)canvas.grab();
                QTRY_VERIFY_WITH_TIMEOUT(canvas.sharp(), 20'000);
                const QImage seen = canvas.grab().toImage();
                for (int y = 1; y < seen.height(); y += 7)
                    for (int x = 1; x < seen.width(); x += 7) {
                        const QPointF at = canvas.imageFromView({x + 0.5, y + 0.5});
                        const QColor colour = seen.pixelColor(x, y);
                        QCOMPARE(colour.red(), int(at.x()) / test::kLargeTile * 3);
                        QCOMPARE(colour.green(), int(at.y()) / test::kLargeTile * 3);
                    }
            }
        const std::int64_t grown = (test::peakMemoryKilobytes() - before) / 1024;
        qInfo("%lld MB", static_cast<long long>(grown));
        if (measured)
            QVERIFY2(grown < 200, qPrintable(QString::number(grown)));
    }

    void aHugeImageIsShownWithoutBeingHeldWhole() {
        const test::TemporaryFolder folder;
        const auto file = folder / "slide.tif";
        test::writeLargeTiff(file);
        const bool measured = test::forgetPeakMemory();
        const std::int64_t before = test::peakMemoryKilobytes();
        const ui::LoadedImage loaded = ui::loadImage(file);
        const std::int64_t grown = (test::peakMemoryKilobytes() - before) / 1024;
        QVERIFY2(loaded.problem.isEmpty(), qPrintable(loaded.problem));
        QCOMPARE(loaded.size, QSize(test::kLargeSide, test::kLargeSide));
        QCOMPARE(loaded.levels.front().size(), loaded.size / 4);
        qInfo("%lld MB", static_cast<long long>(grown));
        if (measured)
            QVERIFY2(grown < 320, qPrintable(QString::number(grown)));
        for (const QImage& level : loaded.levels)
            for (const double at : {0.02, 0.5, 0.98}) {
                const QColor seen = level.pixelColor(int(level.width() * at), int(level.height() * (1 - at)));
                const auto expected = [](double part) {
                    return int(part * test::kLargeSide) / test::kLargeTile * 3;
                };
                QVERIFY(std::abs(seen.red() - expected(at)) <= 3);
                QVERIFY(std::abs(seen.green() - expected(1 - at)) <= 3);
                QCOMPARE(seen.blue(), 77);
            }
    }
};

QTEST_MAIN(LabelLargeImageTest)
#include "LabelLargeImageTest.moc"
