// Changes of colour and quality: against torchvision and Pillow where those have the same change, else what
// they may do.

#include "dataset/PixelChanges.h"
#include "../imaging/Pictures.h"
#include "support/Support.h"

#include <QTest>

#include <cmath>

using namespace graft;
using namespace graft::dataset;
using Kind = TrivialChange::Kind;

namespace {

constexpr int kWidth = 70, kHeight = 54;

/// Dull, so that stretching has something to do.
imaging::Image dull() {
    auto samples = test::samplesOf(test::picture(kWidth, kHeight, 3, 8));
    for (std::uint8_t& sample : samples)
        sample = std::uint8_t(30 + sample / 2);
    return test::imageOf(kWidth, kHeight, 3, samples);
}

struct Row {
    const char* name; ///< of torchvision.transforms.functional's function, and its argument
    double argument;
    PixelDraw draw;
    int tolerance;
};

std::vector<Row> rows() {
    const auto trivial = [](Kind kind, double amount) {
        return PixelDraw{.trivial = TrivialChange{kind, amount}};
    };
    return {
        {"adjust_gamma", 0.6, {.gamma = 0.6}, 1},
        {"adjust_gamma", 2.2, {.gamma = 2.2}, 1},
        {"adjust_hue", 0.1, {.hue = 0.1}, 6}, // Pillow keeps hue in 8 bits, too, and rounds elsewhere
        {"adjust_hue", -0.4, {.hue = -0.4}, 6},
        {"adjust_brightness", 1.6, trivial(Kind::Brightness, 0.6), 1},
        {"adjust_contrast", 0.3, trivial(Kind::Contrast, -0.7), 1},
        {"adjust_saturation", 1.9, trivial(Kind::Saturation, 0.9), 1},
        {"adjust_sharpness", 1.9, trivial(Kind::Sharpness, 0.9), 1},
        {"adjust_sharpness", 0.2, trivial(Kind::Sharpness, -0.8), 1},
        {"posterize", 3, trivial(Kind::Posterize, 3), 0},
        {"posterize", 8, trivial(Kind::Posterize, 8), 0},
        {"solarize", 100, trivial(Kind::Solarize, 100), 0},
        {"solarize", 255, trivial(Kind::Solarize, 255), 0},
        {"autocontrast", 0, trivial(Kind::AutoContrast, 0), 1},
        {"equalize", 0, trivial(Kind::Equalize, 0), 0},
    };
}

imaging::Image changed(const imaging::Image& view, const PixelDraw& draw, const Preprocessing& look = {}) {
    return withPixelsChanged(view, draw, look);
}

double meanOf(const std::vector<std::uint8_t>& samples) {
    double sum = 0;
    for (const std::uint8_t sample : samples)
        sum += sample;
    return sum / double(samples.size());
}

double deviation(const std::vector<std::uint8_t>& a, const std::vector<std::uint8_t>& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += (double(a[i]) - b[i]) * (double(a[i]) - b[i]);
    return std::sqrt(sum / double(a.size()));
}

std::vector<std::uint8_t> flat(int side, std::uint8_t value) {
    return std::vector<std::uint8_t>(std::size_t(side * side * 3), value);
}

} // namespace

class PixelChangesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asTorchvisionChangesThem();
    void nothingDrawnIsTheSamePicture();
    void everyChangeTakesPicturesOfOnePixelAndOfOneColour();
    void noiseHasItsStrengthAndItsSeed();
    void blurKeepsTheMeanAndTakesTheDetail();
    void jpegIsThatOfItsQuality();
    void cutOutIsTheMeanColourAndNothingElse();
    void localContrastKeepsTheColours();
    void trivialChangesAreAllDrawnEquallyOften();
};

void PixelChangesTest::asTorchvisionChangesThem() {
    const test::TemporaryFolder folder;
    const imaging::Image picture = dull();
    const auto file = (folder / "picture.ppm").string();
    QVERIFY(test::writePnm(picture, file));
    std::vector<std::string> arguments{GRAFT_SOURCE_DIR "/tests/dataset/torchvision_pixels.py", file};
    for (const Row& row : rows())
        arguments.push_back(std::string(row.name) + '=' + std::to_string(row.argument));
    const auto result = test::runProgram("/usr/bin/python3", arguments);
    if (result.code == 3 || (result.code < 0 && result.output.empty()))
        QSKIP("torchvision is not installed");
    QCOMPARE(result.output.size(), rows().size() * picture.bytes());
    std::size_t at = 0;
    for (const Row& row : rows()) {
        const std::vector<std::uint8_t> expected(result.output.begin() + std::ptrdiff_t(at),
                                                 result.output.begin() +
                                                     std::ptrdiff_t(at + picture.bytes()));
        at += picture.bytes();
        const int difference =
            test::greatestDifference(test::samplesOf(changed(picture, row.draw)), expected);
        QVERIFY2(difference <= row.tolerance,
                 qPrintable(QString("%1 %2: %3").arg(row.name).arg(row.argument).arg(difference)));
    }
}

void PixelChangesTest::nothingDrawnIsTheSamePicture() {
    const imaging::Image picture = dull();
    QVERIFY(!PixelDraw{}.any());
    QCOMPARE(changed(picture, {}).data(), picture.data());
}

void PixelChangesTest::everyChangeTakesPicturesOfOnePixelAndOfOneColour() {
    std::vector<PixelDraw> draws{
        {.clahe = 4}, {.blur = 9}, {.noise = 0.3}, {.jpegQuality = 5}, {.cutOut = {0, 0, 1, 1}}};
    for (const Row& row : rows())
        draws.push_back(row.draw);
    for (const PixelDraw& draw : draws)
        for (const int side : {1, 2, 5, 33})
            for (const std::uint8_t value : {0, 90, 255}) {
                const auto view = changed(test::imageOf(side, side, 3, flat(side, value)), draw);
                QCOMPARE(view.width(), side);
                QCOMPARE(view.bytes(), std::size_t(side * side * 3));
            }
}

void PixelChangesTest::noiseHasItsStrengthAndItsSeed() {
    const auto grey = flat(100, 128);
    const imaging::Image picture = test::imageOf(100, 100, 3, grey);
    for (const double strength : {0.01, 0.05, 0.1}) {
        const auto noisy = test::samplesOf(changed(picture, {.noise = strength, .noiseSeed = 5}));
        const double measured = deviation(noisy, grey) / 255;
        QVERIFY2(std::abs(measured - strength) < 0.04 * strength, qPrintable(QString::number(measured)));
        QVERIFY(std::abs(meanOf(noisy) - 128) < 0.6);
        QCOMPARE(test::samplesOf(changed(picture, {.noise = strength, .noiseSeed = 5})), noisy);
        QVERIFY(test::samplesOf(changed(picture, {.noise = strength, .noiseSeed = 6})) != noisy);
    }
}

void PixelChangesTest::blurKeepsTheMeanAndTakesTheDetail() {
    const imaging::Image picture = dull();
    const auto sharp = test::samplesOf(picture);
    double last = 0;
    for (const double strength : {0.5, 1.0, 3.0}) {
        const auto soft = test::samplesOf(changed(picture, {.blur = strength}));
        QVERIFY(std::abs(meanOf(soft) - meanOf(sharp)) < 1);
        const double change = deviation(soft, sharp);
        QVERIFY(change > last);
        last = change;
    }
}

void PixelChangesTest::jpegIsThatOfItsQuality() {
    const imaging::Image picture = dull();
    const auto before = test::samplesOf(picture);
    double last = 0;
    for (const int quality : {95, 50, 10}) {
        const auto view = test::samplesOf(changed(picture, {.jpegQuality = quality}));
        const auto file = imaging::encodeJpeg(picture, quality);
        QVERIFY(file.ok());
        QCOMPARE(view, test::samplesOf(*imaging::decode(*file)));
        QVERIFY(deviation(view, before) > last);
        last = deviation(view, before);
    }
}

void PixelChangesTest::cutOutIsTheMeanColourAndNothingElse() {
    const auto before = flat(40, 7);
    for (const bool bgr : {false, true}) {
        const Preprocessing look{.bgr = bgr, .mean = {0.2f, 0.4f, 0.6f}};
        const auto view = test::samplesOf(
            changed(test::imageOf(40, 40, 3, before), {.cutOut = {0.25, 0.5, 0.5, 0.25}}, look));
        for (int y = 0; y < 40; ++y)
            for (int x = 0; x < 40; ++x) {
                const bool covered = x >= 10 && x < 30 && y >= 20 && y < 30;
                const auto at = std::size_t((y * 40 + x) * 3);
                QCOMPARE(int(view[at]), covered ? (bgr ? 153 : 51) : 7);
                QCOMPARE(int(view[at + 1]), covered ? 102 : 7);
                QCOMPARE(int(view[at + 2]), covered ? (bgr ? 51 : 153) : 7);
            }
    }
}

void PixelChangesTest::localContrastKeepsTheColours() {
    std::vector<std::uint8_t> samples; // a shallow ramp of one colour
    for (int y = 0; y < 64; ++y)
        for (int x = 0; x < 64; ++x)
            samples.insert(samples.end(),
                           {std::uint8_t(120 + x / 4), std::uint8_t(100 + x / 4), std::uint8_t(80 + x / 4)});
    const auto view = test::samplesOf(changed(test::imageOf(64, 64, 3, samples), {.clahe = 4}));
    double before = 0, after = 0, red = 0;
    for (std::size_t i = 0; i < samples.size(); i += 3) {
        before += std::abs(samples[i] - 127.0);
        after += std::abs(view[i] - meanOf(view));
        red += double(view[i]) - view[i + 2];
    }
    QVERIFY2(after > 1.5 * before, qPrintable(QString("%1 %2").arg(before).arg(after)));
    QVERIFY2(std::abs(red / (double(samples.size()) / 3) - 40) < 3, qPrintable(QString::number(red)));
}

void PixelChangesTest::trivialChangesAreAllDrawnEquallyOften() {
    Random random(3);
    std::array<int, TrivialChange::kKinds> counts{};
    constexpr int kDraws = 14'000;
    for (int i = 0; i < kDraws; ++i) {
        const TrivialChange change = randomTrivialChange(random);
        ++counts[std::size_t(change.kind)];
        switch (change.kind) {
        case Kind::Rotate:
            QVERIFY(std::abs(change.amount) <= 135);
            break;
        case Kind::TranslateX:
        case Kind::TranslateY:
            QVERIFY(std::abs(change.amount) <= 32.0 / 224);
            break;
        case Kind::Posterize:
            QVERIFY(change.amount >= 2 && change.amount <= 8);
            break;
        case Kind::Solarize:
            QVERIFY(change.amount >= 0 && change.amount <= 255);
            break;
        default:
            QVERIFY(std::abs(change.amount) <= 0.99);
        }
    }
    for (const int count : counts)
        QVERIFY2(count > 850 && count < 1150, qPrintable(QString::number(count)));
}

QTEST_GUILESS_MAIN(PixelChangesTest)
#include "PixelChangesTest.moc"
