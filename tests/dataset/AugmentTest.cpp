// Random changes: what they may do, and that they are a function of (seed, view, id) alone.

#include "../imaging/Pictures.h"
#include "dataset/Dataset.h"
#include "dataset/Geometry.h"
#include "imaging/Transform.h"

#include <QTest>

#include <numbers>
#include <set>
#include <thread>

using namespace graft;
using namespace graft::dataset;
using imaging::Image;

namespace {

constexpr Preprocessing kLook{.size = 64, .resize = 72};

const AugmentOptions kEverything{.horizontalFlip = true,
                                 .verticalFlip = true,
                                 .rotationDegrees = 30,
                                 .minimumScale = 0.3,
                                 .brightness = 0.3,
                                 .contrast = 0.3,
                                 .saturation = 0.3};

std::vector<std::uint8_t> viewOf(const Image& image, const AugmentOptions& augment, std::uint64_t seed,
                                 std::uint64_t view, std::int64_t id, const Preprocessing& look = kLook) {
    return test::samplesOf(augmentedView(image, look, augment, seed, view, id));
}

/// A square whose red rises to the right by 2 a pixel and whose green rises downwards.
Image ramps(int side) {
    std::vector<std::uint8_t> samples;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            samples.insert(samples.end(), {std::uint8_t(2 * x), std::uint8_t(2 * y), 0});
    return test::imageOf(side, side, 3, samples);
}

struct Slope {
    double x = 0;
    double y = 0;
};

/// Least-squares slope of a channel over the middle half of a square view.
Slope slopeOf(const std::vector<std::uint8_t>& view, int side, int channel) {
    double sumX = 0, sumY = 0, square = 0;
    for (int y = side / 4; y < side * 3 / 4; ++y)
        for (int x = side / 4; x < side * 3 / 4; ++x) {
            const double value = view[std::size_t((y * side + x) * 3 + channel)];
            const double dx = x - (side / 2 - 0.5), dy = y - (side / 2 - 0.5);
            sumX += value * dx;
            sumY += value * dy;
            square += dx * dx;
        }
    return {sumX / square, sumY / square};
}

} // namespace

class AugmentTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sameArgumentsGiveTheSamePictureOnAnyThread();
    void everyArgumentCounts();
    void switchingOneChangeOnKeepsTheOthers();
    void nothingOnIsTheEvaluationView();
    void flipsAreHalfOfTheViews();
    void rotationTurnsWithinItsRange();
    void rotationKeepsThePlaceAndTheScale();
    void cropsCoverTheirAreas_data();
    void cropsCoverTheirAreas();
    void anyShapeOfImage();
    void smallerSourceIsEnoughForTheSide();
};

void AugmentTest::sameArgumentsGiveTheSamePictureOnAnyThread() {
    const Image image = test::picture(150, 110, 3, 4);
    const auto expected = viewOf(image, kEverything, 1, 2, 3);
    std::vector<std::vector<std::uint8_t>> results(8);
    {
        std::vector<std::jthread> threads;
        for (auto& result : results)
            threads.emplace_back([&] { result = viewOf(image, kEverything, 1, 2, 3); });
    }
    for (const auto& result : results)
        QVERIFY(result == expected);
}

void AugmentTest::everyArgumentCounts() {
    const Image image = test::picture(150, 110, 3, 4);
    std::set<std::vector<std::uint8_t>> different;
    for (std::uint64_t seed = 0; seed < 3; ++seed)
        for (std::uint64_t view = 0; view < 3; ++view)
            for (std::int64_t id = 0; id < 3; ++id)
                different.insert(viewOf(image, kEverything, seed, view, id));
    QCOMPARE(different.size(), std::size_t(27));
}

void AugmentTest::switchingOneChangeOnKeepsTheOthers() {
    const Image image = test::picture(150, 110, 3, 4);
    for (std::int64_t id = 0; id < 10; ++id) {
        const AugmentOptions crop{.minimumScale = 0.3};
        const AugmentOptions both{.horizontalFlip = true, .minimumScale = 0.3};
        const auto plain = viewOf(image, crop, 5, 0, id), flipped = viewOf(image, both, 5, 0, id);
        auto mirrored = plain;
        for (int y = 0; y < 64; ++y)
            for (int x = 0; x < 64; ++x)
                std::copy_n(plain.begin() + (y * 64 + x) * 3, 3, mirrored.begin() + (y * 64 + 63 - x) * 3);
        QVERIFY(flipped == plain || flipped == mirrored);
    }
}

void AugmentTest::nothingOnIsTheEvaluationView() {
    const Image image = test::picture(150, 110, 3, 4);
    QCOMPARE(viewOf(image, {}, 1, 2, 3), test::samplesOf(evaluationView(image, kLook)));
    const Preprocessing squash{.size = 64, .resize = 0};
    QCOMPARE(viewOf(image, {}, 1, 2, 3, squash), test::samplesOf(evaluationView(image, squash)));
}

void AugmentTest::flipsAreHalfOfTheViews() {
    const Image image = ramps(72);
    int across = 0, down = 0;
    for (std::int64_t id = 0; id < 400; ++id) {
        const auto view = viewOf(image, {.horizontalFlip = true, .verticalFlip = true}, 9, 0, id);
        across += slopeOf(view, 64, 0).x < 0;
        down += slopeOf(view, 64, 1).y < 0;
    }
    QVERIFY2(across > 160 && across < 240 && down > 160 && down < 240,
             qPrintable(QString("%1 %2").arg(across).arg(down)));
}

void AugmentTest::rotationTurnsWithinItsRange() {
    const Image image = ramps(72);
    double least = 0, most = 0;
    for (std::int64_t id = 0; id < 200; ++id) {
        const auto view = viewOf(image, {.rotationDegrees = 20}, 9, 0, id);
        const Slope red = slopeOf(view, 64, 0), green = slopeOf(view, 64, 1);
        const double degrees = std::atan2(red.y, red.x) * 180 / std::numbers::pi;
        least = std::min(least, degrees);
        most = std::max(most, degrees);
        // Both channels turn by the same angle, and nothing is stretched.
        QVERIFY(std::abs(std::hypot(red.x, red.y) - 2) < 0.05);
        QVERIFY(std::abs(red.x - green.y) < 0.05 && std::abs(red.y + green.x) < 0.05);
    }
    QVERIFY2(least > -20.5 && least < -18 && most < 20.5 && most > 18,
             qPrintable(QString("%1 %2").arg(least).arg(most)));
}

// A disc in the middle looks the same however it is turned, at any scale of the source.
void AugmentTest::rotationKeepsThePlaceAndTheScale() {
    for (const int side : {50, 72, 300, 700}) {
        std::vector<std::uint8_t> samples;
        for (int y = 0; y < side; ++y)
            for (int x = 0; x < side; ++x) {
                const double r = std::hypot(x - (side - 1) / 2.0, y - (side - 1) / 2.0) / side;
                samples.insert(samples.end(), 3, std::uint8_t(255 * std::clamp((0.35 - r) * 8, 0.0, 1.0)));
            }
        const Image disc = test::imageOf(side, side, 3, samples);
        const auto still = test::samplesOf(evaluationView(disc, kLook));
        for (std::int64_t id = 0; id < 20; ++id)
            QVERIFY(test::greatestDifference(viewOf(disc, {.rotationDegrees = 180}, 1, 0, id), still) <= 14);
    }
}

void AugmentTest::cropsCoverTheirAreas_data() {
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("squash");
    QTest::newRow("photo") << QSize(500, 375) << false;
    QTest::newRow("square") << QSize(300, 300) << false;
    QTest::newRow("squashed strip") << QSize(1000, 100) << true;
}

void AugmentTest::cropsCoverTheirAreas() {
    QFETCH(QSize, size);
    QFETCH(bool, squash);
    Random random(17);
    const double imageArea = double(size.width()) * size.height();
    double least = 1, sum = 0, widest = 0, tallest = 0;
    for (int i = 0; i < 2000; ++i) {
        const imaging::Box box = randomBox(size.width(), size.height(), 0.25, squash, random);
        QVERIFY(box.x >= 0 && box.y >= 0 && box.x + box.width <= size.width() + 1e-9 &&
                box.y + box.height <= size.height() + 1e-9);
        const double area = box.width * box.height / imageArea;
        const double aspect = box.width / box.height * (squash ? double(size.height()) / size.width() : 1);
        QVERIFY(area >= 0.25 - 1e-9 && area <= 1 + 1e-9);
        least = std::min(least, area);
        widest = std::max(widest, aspect);
        tallest = std::max(tallest, 1 / aspect);
        sum += area;
    }
    QVERIFY(least < 0.27);
    QVERIFY(widest <= 4.0 / 3 + 1e-9 && tallest <= 4.0 / 3 + 1e-9 && widest > 1.3 && tallest > 1.3);
    QVERIFY2(sum / 2000 > 0.5 && sum / 2000 < 0.66, qPrintable(QString::number(sum / 2000)));
}

void AugmentTest::anyShapeOfImage() {
    for (const QSize size :
         {QSize(1, 1), QSize(1, 900), QSize(900, 1), QSize(3, 2), QSize(2000, 30), QSize(64, 64)})
        for (const int resize : {0, 72})
            for (std::int64_t id = 0; id < 10; ++id) {
                const Image image = test::picture(size.width(), size.height(), 3, 1);
                const Image view =
                    augmentedView(image, {.size = 64, .resize = resize}, kEverything, 1, 0, id);
                QCOMPARE(view.width(), 64);
                QCOMPARE(view.height(), 64);
                QCOMPARE(view.channels(), 3);
            }
}

void AugmentTest::smallerSourceIsEnoughForTheSide() {
    QCOMPARE(sideNeeded({.size = 224, .resize = 256}, {}), 256);
    QCOMPARE(sideNeeded({.size = 224, .resize = 0}, {}), 224);
    QCOMPARE(sideNeeded({.size = 299, .resize = 256}, {}), 299);
    QCOMPARE(sideNeeded({.size = 224, .resize = 256}, {.minimumScale = 0.25}), 512);
}

QTEST_GUILESS_MAIN(AugmentTest)
#include "AugmentTest.moc"
