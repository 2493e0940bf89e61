// Views of images with more channels than colours: every band goes where a colour would go.

#include "../imaging/Pictures.h"
#include "dataset/AugmentKinds.h"
#include "dataset/Dataset.h"
#include "dataset/Draw.h"
#include "imaging/Transform.h"
#include "support/BandTiff.h"
#include "support/Support.h"

#include <QTest>

using namespace graft;
using namespace graft::dataset;
using imaging::Content;
using imaging::Depth;
using imaging::Image;

namespace {

constexpr int kBands = 5;
constexpr Preprocessing kColours{.size = 64, .resize = 72};

Preprocessing looking(int bands, bool bgr = false) {
    Preprocessing look = kColours;
    look.bands = bands;
    look.bgr = bgr;
    return look;
}

/// Waves of their own in every band.
Image bandsOf(int width, int height, int bands, std::uint64_t seed = 3) {
    const Image picture = test::picture(width, height, bands == 1 ? 1 : 3, seed);
    std::vector<std::byte> pixels;
    for (std::size_t i = 0; i < picture.bytes(); i += 3)
        for (int band = 0; band < bands; ++band)
            pixels.push_back(std::byte(picture.u8()[i + std::size_t(band) % 3] ^ std::uint8_t(band * 16)));
    return Image(width, height, bands, Depth::U8, std::move(pixels), Content::Bands);
}

std::vector<std::uint8_t> channel(const Image& image, int index) {
    return test::samplesOf(imaging::selectBands(image, {index}));
}

AugmentOptions with(const char* kindName) {
    AugmentOptions augment;
    for (const AugmentKind& kind : augmentKinds()) {
        if (std::string_view(kind.name) != kindName)
            continue;
        if (const auto* strength = std::get_if<AugmentKind::Strength>(&kind.member))
            augment.*(*strength) = kind.name == std::string_view("minimum_scale") ? kind.usual : kind.high;
        else
            augment.*std::get<AugmentKind::Switch>(kind.member) = true;
    }
    return augment;
}

} // namespace

class BandViewsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyBandIsMovedAsAColourIs_data();
    void everyBandIsMovedAsAColourIs();
    void evaluationShowsEveryBand_data();
    void evaluationShowsEveryBand();
    void furtherBandsKeepOffWhatIsForColours_data();
    void furtherBandsKeepOffWhatIsForColours();
    void noiseDiffersFromBandToBand();
    void whatIsCoveredIsTheMean_data();
    void whatIsCoveredIsTheMean();
    void normalisedByTurns_data();
    void normalisedByTurns();
    void sixteenBitsAreStretchedTogether();
    void otherNumbersOfChannelsAreRefused();
    void whateverComesIsShown_data();
    void whateverComesIsShown();
};

void BandViewsTest::everyBandIsMovedAsAColourIs_data() {
    QTest::addColumn<QString>("kind");
    for (const AugmentKind& kind : augmentKinds())
        if (kind.group == AugmentGroup::Geometry)
            QTest::newRow(kind.name) << QString(kind.name);
    QTest::newRow("all") << QString();
}

void BandViewsTest::everyBandIsMovedAsAColourIs() {
    QFETCH(QString, kind);
    AugmentOptions augment = with(kind.toLatin1().constData());
    if (kind.isEmpty())
        augment = {.horizontalFlip = true,
                   .verticalFlip = true,
                   .rotationDegrees = 40,
                   .minimumScale = 0.5,
                   .scale = 0.3,
                   .translate = 0.2,
                   .shearDegrees = 20,
                   .perspective = 0.3,
                   .elastic = 0.05};
    const Image image = bandsOf(120, 90, kBands);
    for (std::uint64_t view = 0; view < 4; ++view) {
        const Image seen = augmentedView(image, looking(kBands), augment, 1, view, 7);
        QCOMPARE(seen.channels(), kBands);
        QCOMPARE(seen.width(), 64);
        for (int band = 0; band < kBands; ++band) { // alone, as a colour
            const Image alone = imaging::selectBands(image, {band, band, band});
            QCOMPARE(channel(seen, band), channel(augmentedView(alone, kColours, augment, 1, view, 7), 0));
        }
    }
}

void BandViewsTest::evaluationShowsEveryBand_data() {
    QTest::addColumn<int>("bands");
    for (const int bands : {2, 4, 5, 6, 7, 16})
        QTest::addRow("%d", bands) << bands;
}

void BandViewsTest::evaluationShowsEveryBand() {
    QFETCH(int, bands);
    const Image image = bandsOf(101, 83, bands);
    const Image seen = evaluationView(image, looking(bands));
    QCOMPARE(seen.channels(), bands);
    for (int band = 0; band < bands; ++band)
        QCOMPARE(channel(seen, band),
                 channel(evaluationView(imaging::selectBands(image, {band, band, band}), kColours), 1));
}

void BandViewsTest::furtherBandsKeepOffWhatIsForColours_data() {
    QTest::addColumn<bool>("first"); ///< changes the first three
    QTest::addColumn<bool>("further");
    for (const char* kind : {"hue", "saturation", "clahe"})
        QTest::newRow(kind) << true << false;
    for (const char* kind : {"brightness", "contrast", "gamma", "blur", "noise", "cut_out"})
        QTest::newRow(kind) << true << true;
    QTest::newRow("jpeg_quality") << false << false;
}

void BandViewsTest::furtherBandsKeepOffWhatIsForColours() {
    QFETCH(bool, first);
    QFETCH(bool, further);
    const Image image = bandsOf(90, 90, kBands);
    const Image plain = evaluationView(image, looking(kBands));
    bool changed[kBands] = {};
    for (std::uint64_t view = 0; view < 5; ++view) {
        const Image seen = augmentedView(image, looking(kBands), with(QTest::currentDataTag()), 2, view, 1);
        for (int band = 0; band < kBands; ++band)
            changed[band] = changed[band] || channel(seen, band) != channel(plain, band);
    }
    QCOMPARE(changed[0] || changed[1] || changed[2], first);
    QCOMPARE(changed[3], further);
    QCOMPARE(changed[4], further);
}

void BandViewsTest::noiseDiffersFromBandToBand() {
    const Image grey(80, 80, kBands, Depth::U8, std::vector<std::byte>(80 * 80 * kBands, std::byte(120)),
                     Content::Bands);
    const Image seen = augmentedView(grey, looking(kBands), {.noise = 0.2}, 1, 1, 1);
    for (int band = 1; band < kBands; ++band)
        QVERIFY(channel(seen, band) != channel(seen, 0));
}

void BandViewsTest::whatIsCoveredIsTheMean_data() {
    QTest::addColumn<int>("bands");
    QTest::addColumn<bool>("bgr");
    for (const int bands : {0, 2, 4, 5, 7})
        for (const bool bgr : {false, true})
            QTest::addRow("%d bands%s", bands, bgr ? ", BGR" : "") << bands << bgr;
}

void BandViewsTest::whatIsCoveredIsTheMean() {
    QFETCH(int, bands);
    QFETCH(bool, bgr);
    const Preprocessing look = looking(bands, bgr);
    const AugmentOptions augment{.cutOut = 0.8};
    const Image image = bandsOf(80, 80, bands == 0 ? 3 : bands);
    const Image source = bands == 0 ? imaging::selectBands(image, {0, 1, 2}) : image;
    std::uint64_t view = 0;
    Draw draw;
    do // one that covers a good part
        draw = drawFor(80, 80, look, augment, 4, ++view, 1);
    while (draw.pixels.cutOut.width < 0.3 || draw.pixels.cutOut.height < 0.3);
    const std::vector<float> planes = normalised(augmentedView(source, look, augment, 4, view, 1), look);
    const int x = int((draw.pixels.cutOut.x + draw.pixels.cutOut.width / 2) * look.size);
    const int y = int((draw.pixels.cutOut.y + draw.pixels.cutOut.height / 2) * look.size);
    for (int plane = 0; plane < look.channels(); ++plane) {
        const float covered = planes[std::size_t((plane * look.size + y) * look.size + x)];
        QVERIFY2(std::abs(covered) < 0.01, qPrintable(QString::number(plane))); // half an 8-bit step
    }
}

void BandViewsTest::normalisedByTurns_data() {
    QTest::addColumn<bool>("bgr");
    QTest::addColumn<std::vector<int>>("shown");
    QTest::newRow("RGB") << false << std::vector{0, 1, 2, 3, 4};
    QTest::newRow("BGR") << true << std::vector{2, 1, 0, 3, 4};
}

void BandViewsTest::normalisedByTurns() {
    QFETCH(bool, bgr);
    QFETCH(std::vector<int>, shown);
    Preprocessing look = looking(kBands, bgr);
    look.mean = {0.1f, 0.2f, 0.3f};
    look.std = {0.5f, 0.25f, 0.125f};
    const Image view = bandsOf(64, 64, kBands);
    const std::vector<float> planes = normalised(view, look);
    QCOMPARE(planes.size(), std::size_t(kBands * 64 * 64));
    for (int plane = 0; plane < kBands; ++plane)
        for (std::size_t i = 0; i < 64 * 64; ++i) {
            const double sample = view.u8()[i * kBands + std::size_t(shown[std::size_t(plane)])] / 255.0;
            const auto k = std::size_t(plane % 3);
            const double expected = (sample - double(look.mean[k])) / double(look.std[k]);
            QVERIFY(std::abs(double(planes[std::size_t(plane) * 64 * 64 + i]) - expected) < 1e-5);
        }
}

void BandViewsTest::sixteenBitsAreStretchedTogether() {
    std::vector<std::byte> pixels;
    for (int i = 0; i < 64 * 64; ++i)
        for (const std::uint16_t sample : {1000, 2000, 3000, 5000})
            pixels.insert(pixels.end(), {std::byte(sample), std::byte(sample >> 8)});
    const Image image(64, 64, 4, Depth::U16, std::move(pixels), Content::Bands);
    Preprocessing look = looking(4);
    look.resize = 64;
    const Image view = evaluationView(image, look);
    QCOMPARE((std::vector<std::uint8_t>{view.u8(), view.u8() + 4}),
             (std::vector<std::uint8_t>{0, 64, 128, 255}));
}

void BandViewsTest::otherNumbersOfChannelsAreRefused() {
    QVERIFY(fitsInput(bandsOf(4, 4, 5), looking(5)).ok());
    QVERIFY(fitsInput(bandsOf(4, 4, 5), kColours).ok());                // sees the first three
    const auto less = fitsInput(test::picture(4, 4, 4, 1), looking(4)); // RGBA has three
    QVERIFY(!less.ok());
    QVERIFY(less.error().message.find("It has 3 channels, and the network sees 4.") != std::string::npos);

    const test::TemporaryFolder folder;
    const std::vector<std::uint8_t> samples(20 * 20 * 6, 9);
    test::writeBandTiff<std::uint8_t>(folder / "six.tif", 20, 20, 6, samples);
    const std::vector<Item> items{{1, folder / "six.tif", "hash", 0}};
    Loader right(items, {0}, {.preprocessing = looking(6), .batch = 1});
    const auto batch = right.next();
    QVERIFY(batch.ok());
    QCOMPARE(batch->pixels.size(), std::size_t(6 * 64 * 64));
    Loader wrong(items, {0}, {.preprocessing = looking(5), .batch = 1});
    const auto refused = wrong.next();
    QVERIFY(!refused.ok());
    QVERIFY(refused.error().message.find("six.tif") != std::string::npos);
}

void BandViewsTest::whateverComesIsShown_data() {
    QTest::addColumn<int>("channels");
    for (const int channels : {1, 3, 4})
        QTest::addRow("%d", channels) << channels;
}

void BandViewsTest::whateverComesIsShown() {
    QFETCH(int, channels);
    const Image view = evaluationView(test::picture(30, 20, channels, 1), looking(7)); // no crash
    QCOMPARE(view.channels(), 7);
    QCOMPARE(channel(view, 6), channel(view, std::min(channels, 3) - 1));
}

QTEST_APPLESS_MAIN(BandViewsTest)
#include "BandViewsTest.moc"
