// How every kind of image becomes the 8-bit RGB that is shown and trained on.

#include "Pictures.h"
#include "imaging/Transform.h"

#include <QTest>

#include <limits>

using namespace graft;
using namespace graft::imaging;

namespace {

template <typename Sample>
Image imageOf(int width, int height, int channels, Depth depth, const std::vector<Sample>& samples) {
    std::vector<std::byte> bytes(samples.size() * sizeof(Sample));
    std::memcpy(bytes.data(), samples.data(), bytes.size());
    return Image(width, height, channels, depth, std::move(bytes));
}

std::vector<int> rgbOf(const Image& image) {
    const auto samples = test::samplesOf(toRgb8(image));
    return {samples.begin(), samples.end()};
}

} // namespace

class Rgb8Test : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eightBitsKeepTheirValues();
    void greyIsRepeated();
    void transparencyLiesOnWhite();
    void sixteenBitsAreStretched();
    void floatsAreStretchedPastWhatIsNoNumber();
    void aConstantImageIsMidGrey();
    void transparencyIsNoColour();
    void aWindowSaysWhatIsBlackAndWhite();
    void theWholeWindowChangesNothing();
};

void Rgb8Test::eightBitsKeepTheirValues() {
    const Image image = test::imageOf(2, 1, 3, {10, 20, 30, 40, 50, 60});
    QCOMPARE(toRgb8(image).data(), image.data());
}

void Rgb8Test::greyIsRepeated() {
    QCOMPARE(rgbOf(test::imageOf(2, 1, 1, {7, 200})), (std::vector{7, 7, 7, 200, 200, 200}));
}

void Rgb8Test::transparencyLiesOnWhite() {
    QCOMPARE(rgbOf(test::imageOf(3, 1, 4, {10, 20, 30, 255, 10, 20, 30, 0, 0, 100, 255, 51})),
             (std::vector{10, 20, 30, 255, 255, 255, 204, 224, 255}));
}

void Rgb8Test::sixteenBitsAreStretched() {
    const auto image = imageOf<std::uint16_t>(4, 1, 1, Depth::U16, {1000, 2000, 1500, 1250});
    QCOMPARE(rgbOf(image), (std::vector{0, 0, 0, 255, 255, 255, 128, 128, 128, 64, 64, 64}));
    const auto colours = imageOf<std::uint16_t>(2, 1, 3, Depth::U16, {100, 200, 300, 400, 500, 600});
    QCOMPARE(rgbOf(colours), (std::vector{0, 51, 102, 153, 204, 255}));
}

void Rgb8Test::floatsAreStretchedPastWhatIsNoNumber() {
    const float infinity = std::numeric_limits<float>::infinity();
    const auto image = imageOf<float>(5, 1, 1, Depth::F32, {-1, 1, NAN, infinity, -infinity});
    QCOMPARE(rgbOf(image), (std::vector{0, 0, 0, 255, 255, 255, 0, 0, 0, 255, 255, 255, 0, 0, 0}));
    const auto wide = imageOf<float>(2, 1, 1, Depth::F32, {-3e38f, 3e38f});
    QCOMPARE(rgbOf(wide), (std::vector{0, 0, 0, 255, 255, 255}));
}

void Rgb8Test::aConstantImageIsMidGrey() {
    QCOMPARE(rgbOf(imageOf<std::uint16_t>(1, 1, 1, Depth::U16, {40000})), (std::vector{128, 128, 128}));
    QCOMPARE(rgbOf(imageOf<float>(1, 1, 1, Depth::F32, {0})), (std::vector{128, 128, 128}));
    QCOMPARE(rgbOf(imageOf<float>(1, 1, 1, Depth::F32, {NAN})), (std::vector{128, 128, 128}));
}

void Rgb8Test::transparencyIsNoColour() {
    // The alpha channel's range must not take part in the stretch.
    const auto image = imageOf<std::uint16_t>(2, 1, 4, Depth::U16, {10, 10, 10, 65535, 20, 20, 20, 65535});
    QCOMPARE(rgbOf(image), (std::vector{0, 0, 0, 255, 255, 255}));
    const auto half = imageOf<float>(2, 1, 4, Depth::F32, {0, 0, 0, 0.5f, 1, 1, 1, 1});
    QCOMPARE(rgbOf(half), (std::vector{128, 128, 128, 255, 255, 255}));
}

void Rgb8Test::aWindowSaysWhatIsBlackAndWhite() {
    const auto values = [](const Image& image, const Window& window) {
        const auto samples = test::samplesOf(toRgb8(image, window));
        std::vector<int> first;
        for (std::size_t i = 0; i < samples.size(); i += 3)
            first.push_back(samples[i]);
        return first;
    };
    const auto deep = imageOf<std::uint16_t>(5, 1, 1, Depth::U16, {0, 1000, 1005, 1010, 60000});
    QCOMPARE(values(deep, {1000, 1010}), (std::vector{0, 0, 128, 255, 255}));
    // (0.5)^(1/2) and (0.5)^2 of 255
    QCOMPARE(values(deep, {1000, 1010, 2}), (std::vector{0, 0, 180, 255, 255}));
    QCOMPARE(values(deep, {1000, 1010, 0.5}), (std::vector{0, 0, 64, 255, 255}));
    QCOMPARE(values(deep, {10, 10}), (std::vector{128, 128, 128, 128, 128}));
    const auto floats = imageOf<float>(3, 1, 1, Depth::F32, {-1.F, 0.5F, 2.F});
    QCOMPARE(values(floats, {0, 1}), (std::vector{0, 128, 255}));
    QCOMPARE(values(test::imageOf(3, 1, 1, {0, 101, 200}), {50, 150}), (std::vector{0, 130, 255}));
}

void Rgb8Test::theWholeWindowChangesNothing() {
    const auto deep = imageOf<std::uint16_t>(4, 1, 1, Depth::U16, {1000, 2000, 1500, 1250});
    QVERIFY(test::samplesOf(toRgb8(deep, fullWindow(deep))) == test::samplesOf(toRgb8(deep)));
    const auto bytes = test::imageOf(2, 1, 3, {10, 20, 30, 40, 50, 60});
    QVERIFY(test::samplesOf(toRgb8(bytes, fullWindow(bytes))) == test::samplesOf(bytes));
}

QTEST_GUILESS_MAIN(Rgb8Test)
#include "Rgb8Test.moc"
