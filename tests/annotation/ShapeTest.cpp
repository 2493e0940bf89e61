#include "annotation/Shape.h"

#include "base/Random.h"

#include <QTest>

#include <numeric>

using namespace graft;
using namespace graft::annotation;

class ShapeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areas_data();
    void areas();
    void overlaps_data();
    void overlaps();
    void masksComeBackAsTheyWere();
    void aMaskThatBeginsInsideHasAnEmptyFirstRun();
    void boxOfAMaskIsTight();
    void damagedRunsAreHarmless_data();
    void damagedRunsAreHarmless();
};

struct AreaRow {
    Geometry geometry;
    double area;
    Box box;
};
Q_DECLARE_METATYPE(AreaRow)

void ShapeTest::areas_data() {
    QTest::addColumn<AreaRow>("row");
    const auto row = [](const char* what, AreaRow row) { QTest::newRow(what) << row; };
    row("box", {Box{1, 2, 3, 4}, 12, {1, 2, 3, 4}});
    row("triangle", {Polygon{{{0, 0}, {4, 0}, {0, 3}}}, 6, {0, 0, 4, 3}});
    row("the other way round", {Polygon{{{0, 3}, {4, 0}, {0, 0}}}, 6, {0, 0, 4, 3}});
    row("a line has none", {Polygon{{{1, 1}, {5, 5}}}, 0, {1, 1, 4, 4}});
    row("no points", {Polygon{}, 0, {}});
    row("mask", {maskFromPixels(10, 20, 3, 2, {0, 1, 0, 0, 1, 0}), 2, {11, 20, 1, 2}});
    row("empty mask", {maskFromPixels(10, 20, 3, 1, {0, 0, 0}), 0, {10, 20, 0, 0}});
    row("mask of nothing", {Mask{}, 0, {}});
}

void ShapeTest::areas() {
    QFETCH(AreaRow, row);
    QCOMPARE(area(row.geometry), row.area);
    QVERIFY(boundingBox(row.geometry) == row.box);
}

void ShapeTest::overlaps_data() {
    QTest::addColumn<QList<double>>("other");
    QTest::addColumn<double>("expected");
    QTest::newRow("itself") << QList<double>{0, 0, 10, 10} << 1.0;
    QTest::newRow("half") << QList<double>{0, 0, 10, 5} << 0.5;
    QTest::newRow("shifted by half") << QList<double>{5, 0, 10, 10} << 1.0 / 3;
    QTest::newRow("touching") << QList<double>{10, 0, 10, 10} << 0.0;
    QTest::newRow("apart") << QList<double>{50, 50, 1, 1} << 0.0;
    QTest::newRow("zero area") << QList<double>{5, 5, 0, 0} << 0.0;
}

void ShapeTest::overlaps() {
    QFETCH(QList<double>, other);
    QFETCH(double, expected);
    const Box square{0, 0, 10, 10}, box{other[0], other[1], other[2], other[3]};
    QCOMPARE(intersectionOverUnion(square, box), expected);
    QCOMPARE(intersectionOverUnion(box, square), expected);
}

void ShapeTest::masksComeBackAsTheyWere() {
    Random random(7);
    for (int trial = 0; trial < 200; ++trial) {
        const int width = 1 + int(random.below(17)), height = 1 + int(random.below(9));
        std::vector<std::uint8_t> pixels(std::size_t(width * height));
        const double density = random.uniform();
        for (auto& pixel : pixels)
            pixel = random.chance(density);
        const Mask mask = maskFromPixels(3, 4, width, height, pixels);
        QVERIFY(pixelsFromMask(mask) == pixels);
        QCOMPARE(std::accumulate(mask.runs.begin(), mask.runs.end(), 0u), unsigned(width * height));
        QCOMPARE(area(mask), double(std::accumulate(pixels.begin(), pixels.end(), 0)));
    }
}

void ShapeTest::aMaskThatBeginsInsideHasAnEmptyFirstRun() {
    QVERIFY(maskFromPixels(0, 0, 2, 2, {255, 9, 0, 1}).runs == (std::vector<std::uint32_t>{0, 2, 1, 1}));
}

void ShapeTest::boxOfAMaskIsTight() {
    Random random(11);
    for (int trial = 0; trial < 200; ++trial) {
        const int width = 1 + int(random.below(12)), height = 1 + int(random.below(12));
        std::vector<std::uint8_t> pixels(std::size_t(width * height));
        pixels[random.below(pixels.size())] = 1;
        pixels[random.below(pixels.size())] = 1;
        int left = width, right = -1, top = height, bottom = -1;
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x)
                if (pixels[std::size_t(y * width + x)]) {
                    left = std::min(left, x), right = std::max(right, x);
                    top = std::min(top, y), bottom = std::max(bottom, y);
                }
        const Box expected{100.0 + left, 50.0 + top, right + 1.0 - left, bottom + 1.0 - top};
        QVERIFY(boundingBox(maskFromPixels(100, 50, width, height, pixels)) == expected);
    }
}

void ShapeTest::damagedRunsAreHarmless_data() {
    QTest::addColumn<QList<unsigned>>("runs");
    QTest::addColumn<int>("size");
    QTest::addColumn<double>("expected");
    QTest::newRow("too few") << QList<unsigned>{1, 2} << 3 << 2.0;
    QTest::newRow("too many") << QList<unsigned>{1, 4000000000u, 4000000000u, 5} << 3 << 8.0;
    QTest::newRow("none") << QList<unsigned>{} << 3 << 0.0;
    QTest::newRow("a negative size") << QList<unsigned>{0, 9} << -3 << 0.0;
}

void ShapeTest::damagedRunsAreHarmless() {
    QFETCH(QList<unsigned>, runs);
    QFETCH(int, size);
    QFETCH(double, expected);
    const Mask mask{.x = 0, .y = 0, .width = size, .height = size, .runs = {runs.begin(), runs.end()}};
    const auto pixels = pixelsFromMask(mask);
    QCOMPARE(pixels.size(), size > 0 ? std::size_t(size * size) : 0);
    QCOMPARE(std::accumulate(pixels.begin(), pixels.end(), 0.0), expected);
    QCOMPARE(area(mask), expected);
    QVERIFY(boundingBox(mask).area() >= expected);
}

QTEST_GUILESS_MAIN(ShapeTest)
#include "ShapeTest.moc"
