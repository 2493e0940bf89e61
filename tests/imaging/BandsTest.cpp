// Images of more channels than colours: read whole, and made smaller, turned and shown.

#include "Pictures.h"
#include "imaging/Orientation.h"
#include "imaging/RegionReader.h"
#include "imaging/Transform.h"
#include "support/BandTiff.h"
#include "support/Support.h"

#include <QTest>

#include <sstream>

using namespace graft;
using namespace graft::imaging;

namespace {

template <typename Sample>
Image bandsOf(int width, int height, int bands, Depth depth, const std::vector<Sample>& samples) {
    std::vector<std::byte> bytes(samples.size() * sizeof(Sample));
    std::memcpy(bytes.data(), samples.data(), bytes.size());
    return Image(width, height, bands, depth, std::move(bytes), Content::Bands);
}

Image bandsOf(int width, int height, int bands, const std::vector<std::uint8_t>& samples) {
    return bandsOf(width, height, bands, Depth::U8, samples);
}

/// Every band counts on from the one before it.
Image counted(int width, int height, int bands) {
    std::vector<std::uint8_t> samples(std::size_t(width) * std::size_t(height) * std::size_t(bands));
    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] = std::uint8_t(i);
    return bandsOf(width, height, bands, samples);
}

} // namespace

class BandsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void filesAreReadAsNumpyWroteThem();
    void partsAreReadWithAllBands();
    void aHeaderSaysWhatAPixelCosts();
    void threeBandsAreShown_data();
    void threeBandsAreShown();
    void chosenBandsAreShown();
    void allBandsAreStretchedTogether();
    void changesKeepTheBands();
    void everyOrientationTurnsAllBands();
    void bandsAreWrittenAsColours();
    void aMaskOfBandsCountsByItsFirst();
};

void BandsTest::filesAreReadAsNumpyWroteThem() {
    const test::TemporaryFolder folder;
    const auto written = test::runProgram(
        "/usr/bin/python3", {GRAFT_SOURCE_DIR "/tests/imaging/bands.py", (folder / "").string()});
    if (written.code != 0)
        QSKIP("numpy is not on this machine");
    std::istringstream rows(written.output);
    std::string name;
    int width = 0, height = 0, channels = 0, depth = 0, files = 0;
    bool bands = false;
    while (rows >> name >> width >> height >> channels >> depth >> bands) {
        const auto image = decodeFile(folder / (name + ".tif"));
        ++files;
        if (channels > kMostBands) {
            QVERIFY2(!image.ok() && image.error().message.find("up to 16") != std::string::npos,
                     name.c_str());
            QVERIFY(!RegionReader::open(folder / (name + ".tif")).ok());
            continue;
        }
        QVERIFY2(image.ok(), (name + (image ? "" : image.error().detail)).c_str());
        QCOMPARE(image->width(), width);
        QCOMPARE(image->height(), height);
        QCOMPARE(image->channels(), channels);
        QCOMPARE(int(image->depth()), depth);
        QCOMPARE(image->content() == Content::Bands, bands);
        const auto expected = readFile(folder / (name + ".raw"), 1 << 20);
        QVERIFY(expected.ok());
        QVERIFY2(std::ranges::equal(*expected, std::span(image->data(), image->bytes())), name.c_str());
    }
    QVERIFY(files >= 12);
}

void BandsTest::partsAreReadWithAllBands() {
    const test::TemporaryFolder folder;
    std::vector<std::uint16_t> samples(40 * 30 * 5);
    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] = std::uint16_t(i * 11);
    test::writeBandTiff<std::uint16_t>(folder / "a.tif", 40, 30, 5, samples);
    auto reader = RegionReader::open(folder / "a.tif");
    QVERIFY(reader.ok());
    QCOMPARE(reader->channels(), 5);
    const auto part = reader->read({7, 3, 20, 10}, 1);
    QVERIFY(part.ok());
    QCOMPARE(part->content(), Content::Bands);
    const Image expected = crop(*decodeFile(folder / "a.tif"), 7, 3, 20, 10);
    QCOMPARE(test::samplesOf(*part), test::samplesOf(expected));
    const auto smaller = reader->readWhole(10);
    QVERIFY(smaller.ok());
    QCOMPARE(smaller->bands(), 5);
}

void BandsTest::aHeaderSaysWhatAPixelCosts() {
    const test::TemporaryFolder folder;
    const std::vector<float> samples(100 * 100 * 6);
    test::writeBandTiff<float>(folder / "a.tif", 100, 100, 6, samples);
    const auto header = readHeader(*readFile(folder / "a.tif", 1 << 20));
    QVERIFY(header.ok());
    QCOMPARE(header->bytesPerPixel, 24);
    DecodeLimits limits;
    limits.decodedBytes = 100 * 100 * 24 - 1;
    QVERIFY(!decodeFile(folder / "a.tif", limits).ok());
    limits.decodedBytes += 1;
    QVERIFY(decodeFile(folder / "a.tif", limits).ok());
}

void BandsTest::threeBandsAreShown_data() {
    QTest::addColumn<int>("bands");
    QTest::addColumn<std::vector<std::uint8_t>>("shown");
    QTest::newRow("two: magenta and green") << 2 << std::vector<std::uint8_t>{0, 1, 0, 2, 3, 2};
    QTest::newRow("four") << 4 << std::vector<std::uint8_t>{0, 1, 2, 4, 5, 6};
    QTest::newRow("sixteen") << 16 << std::vector<std::uint8_t>{0, 1, 2, 16, 17, 18};
}

void BandsTest::threeBandsAreShown() {
    QFETCH(int, bands);
    QFETCH(std::vector<std::uint8_t>, shown);
    const Image rgb = toRgb8(counted(2, 1, bands));
    QCOMPARE(rgb.content(), Content::Colours);
    QCOMPARE(test::samplesOf(rgb), shown);
}

void BandsTest::chosenBandsAreShown() {
    const Image image =
        bandsOf<std::uint16_t>(2, 1, 5, Depth::U16, {9000, 100, 200, 300, 400, 0, 150, 250, 350, 500});
    const Image chosen = selectBands(image, {4, 1, 1});
    QCOMPARE(chosen.depth(), Depth::U16);
    // Stretched from 100 to 500: what the other bands hold does not matter.
    QCOMPARE(test::samplesOf(toRgb8(chosen)), (std::vector<std::uint8_t>{191, 0, 0, 255, 32, 32}));
    QCOMPARE(selectBands(image, {2}).channels(), 1);
    const Image beyond = selectBands(counted(1, 1, 4), {3, 4, 99}); // what is not there is the last
    QCOMPARE(test::samplesOf(beyond), (std::vector<std::uint8_t>{3, 3, 3}));
}

void BandsTest::allBandsAreStretchedTogether() {
    const Image wide = bandsOf<std::uint16_t>(1, 2, 4, Depth::U16, {0, 1000, 500, 250, 0, 0, 0, 1000});
    QCOMPARE(test::samplesOf(toBands8(wide)), (std::vector<std::uint8_t>{0, 255, 128, 64, 0, 0, 0, 255}));
    const Image floats = bandsOf<float>(1, 1, 4, Depth::F32, {-1, 1, 0, NAN});
    QCOMPARE(test::samplesOf(toBands8(floats)), (std::vector<std::uint8_t>{0, 255, 128, 0}));
    const Image flat = bandsOf<float>(1, 1, 2, Depth::F32, {7, 7});
    QCOMPARE(test::samplesOf(toBands8(flat)), (std::vector<std::uint8_t>{128, 128}));
    const Image bytes = counted(2, 2, 5);
    QCOMPARE(toBands8(bytes).data(), bytes.data()); // nothing to do
}

void BandsTest::changesKeepTheBands() {
    const Image image = counted(8, 6, 5);
    QCOMPARE(crop(image, 1, 1, 4, 4).content(), Content::Bands);
    const Image smaller = resize(image, 4, 3);
    QCOMPARE(smaller.channels(), 5);
    QCOMPARE(smaller.content(), Content::Bands);
    const Image small = thumbnail(image, 4);
    QCOMPARE(small.channels(), 3);
    QCOMPARE(test::samplesOf(small), test::samplesOf(resize(toRgb8(image), 4, 3)));
    QVERIFY(!bandsOf(1, 1, 4, {1, 2, 3, 4}).hasAlpha());
    QCOMPARE(test::imageOf(1, 1, 4, {1, 2, 3, 4}).bands(), 3);
}

void BandsTest::everyOrientationTurnsAllBands() {
    const Image image = counted(3, 2, 5);
    for (int orientation = 1; orientation <= 8; ++orientation) {
        const Image turned = upright(image, orientation);
        QCOMPARE(turned.content(), Content::Bands);
        for (int band = 0; band < 5; ++band) // as each band alone is turned
            QCOMPARE(test::samplesOf(selectBands(turned, {band})),
                     test::samplesOf(upright(selectBands(image, {band}), orientation)));
    }
}

void BandsTest::bandsAreWrittenAsColours() {
    const Image image = counted(16, 16, 4);
    const auto png = encodePng(image);
    QVERIFY(png.ok());
    QCOMPARE(test::samplesOf(*decode(*png)), test::samplesOf(toRgb8(image)));
    const auto jpeg = encodeJpeg(counted(16, 16, 2), 90);
    QVERIFY(jpeg.ok());
    QCOMPARE(decode(*jpeg)->channels(), 3);
}

void BandsTest::aMaskOfBandsCountsByItsFirst() {
    const test::TemporaryFolder folder;
    test::writeBandTiff<std::uint8_t>(folder / "two.tif", 2, 1, 2, std::vector<std::uint8_t>{1, 9, 2, 9});
    const auto two = decodeLabels(*readFile(folder / "two.tif", 1 << 20));
    QVERIFY(two.ok());
    QCOMPARE(test::samplesOf(two->pixels), (std::vector<std::uint8_t>{1, 2}));
    test::writeBandTiff<std::uint8_t>(folder / "four.tif", 1, 1, 4, std::vector<std::uint8_t>{1, 2, 3, 0});
    const auto four = decodeLabels(*readFile(folder / "four.tif", 1 << 20));
    QVERIFY(four.ok());
    QCOMPARE(test::samplesOf(four->pixels), (std::vector<std::uint8_t>{1, 2, 3}));
}

QTEST_APPLESS_MAIN(BandsTest)
#include "BandsTest.moc"
