#include "annotation/MaskEdit.h"

#include "base/Random.h"

#include <QTest>

#include <numeric>

using namespace graft;
using namespace graft::annotation;

namespace {

/// One byte a pixel, as large as the image: what the runs are compared with.
struct Plane {
    Extent size;
    std::vector<std::uint8_t> pixels = std::vector<std::uint8_t>(std::size_t(size.width * size.height));

    std::uint8_t& at(int x, int y) { return pixels[std::size_t(y * size.width + x)]; }
    void set(const std::vector<Span>& spans, std::uint8_t value) {
        for (const Span& span : spans)
            for (int x = span.begin; x < span.end; ++x)
                at(x, span.y) = value;
    }
};

Plane planeOf(const Mask& mask, Extent size) {
    Plane plane{size};
    const auto pixels = pixelsFromMask(mask);
    for (int y = 0; y < mask.height; ++y)
        for (int x = 0; x < mask.width; ++x)
            if (pixels[std::size_t(y * mask.width + x)])
                plane.at(mask.x + x, mask.y + y) = 1;
    return plane;
}

/// Rows of '#' and '.'.
QStringList drawing(const Mask& mask) {
    QStringList rows;
    const auto pixels = pixelsFromMask(mask);
    for (int y = 0; y < mask.height; ++y) {
        QString row;
        for (int x = 0; x < mask.width; ++x)
            row += pixels[std::size_t(y * mask.width + x)] ? u'#' : u'.';
        rows << row;
    }
    return rows;
}

std::vector<Span> dab(Point at, int diameter, Extent image = {100, 100}) {
    const Point centre = brushCentre(at, diameter);
    return brushSpans(centre, centre, diameter, image);
}

} // namespace

class MaskEditTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aDabIsRound_data() {
        QTest::addColumn<int>("diameter");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("1") << 1 << QStringList{"#"};
        QTest::newRow("2") << 2 << QStringList{"##", "##"};
        QTest::newRow("3") << 3 << QStringList{"###", "###", "###"};
        QTest::newRow("4") << 4 << QStringList{".##.", "####", "####", ".##."};
        QTest::newRow("5") << 5 << QStringList{".###.", "#####", "#####", "#####", ".###."};
        QTest::newRow("7") << 7 << QStringList{"..###..", ".#####.", "#######", "#######",
                                               "#######", ".#####.", "..###.."};
    }

    void aDabIsRound() {
        QFETCH(int, diameter);
        QFETCH(QStringList, expected);
        QCOMPARE(drawing(maskFromSpans(dab({50.5, 50.5}, diameter))), expected);
    }

    void theSmallestBrushPaintsThePixelUnderThePointer_data() {
        QTest::addColumn<QPointF>("at");
        QTest::addColumn<QPoint>("pixel");
        QTest::newRow("its first edge") << QPointF(7, 9) << QPoint(7, 9);
        QTest::newRow("its middle") << QPointF(7.5, 9.5) << QPoint(7, 9);
        QTest::newRow("its last edge") << QPointF(7.999, 9.999) << QPoint(7, 9);
        QTest::newRow("the image's first") << QPointF(0, 0) << QPoint(0, 0);
        QTest::newRow("the image's last") << QPointF(99.9, 99.9) << QPoint(99, 99);
    }

    void theSmallestBrushPaintsThePixelUnderThePointer() {
        QFETCH(QPointF, at);
        QFETCH(QPoint, pixel);
        const auto spans = dab({at.x(), at.y()}, 1);
        QCOMPARE(spans.size(), std::size_t(1));
        QVERIFY(spans[0] == (Span{pixel.y(), pixel.x(), pixel.x() + 1}));
    }

    void whatLiesOutsideIsCutOff() {
        QVERIFY(dab({-50, 50}, 9).empty());
        QVERIFY(dab({150, 50}, 9).empty());
        QVERIFY(dab({50, -50}, 9).empty());
        QVERIFY(dab({50, 1000}, 9).empty());
        const Mask corner = maskFromSpans(dab({0, 0}, 20));
        QCOMPARE(QRect(corner.x, corner.y, corner.width, corner.height), QRect(0, 0, 10, 10));
        QVERIFY(maskFromSpans({}) == Mask{});
    }

    // Every pixel whose middle is within the radius of the way, and no other.
    void aStrokeCoversItsWay() {
        Random random(3);
        const Extent image{60, 50};
        for (int trial = 0; trial < 300; ++trial) {
            const int diameter = 1 + int(random.below(15));
            const auto point = [&] {
                return brushCentre({random.uniform(-10, 70), random.uniform(-10, 60)}, diameter);
            };
            const Point from = point(), to = trial % 5 == 0 ? Point{from.x, point().y} : point();
            Plane painted{image};
            painted.set(brushSpans(from, to, diameter, image), 1);
            for (int y = 0; y < image.height; ++y)
                for (int x = 0; x < image.width; ++x) {
                    const double away = distanceToSegment({x + 0.5, y + 0.5}, from, to) - diameter / 2.0;
                    if (std::abs(away) > 1e-6)
                        QCOMPARE(bool(painted.at(x, y)), away < 0);
                }
        }
    }

    void aThinStrokeHasNoGaps() {
        const auto spans = brushSpans({3.5, 3.5}, {90.5, 41.5}, 1, {100, 100});
        int covered = 0;
        for (std::size_t i = 0; i < spans.size(); ++i) {
            covered += spans[i].end - spans[i].begin;
            if (i > 0)
                QVERIFY(spans[i].y == spans[i - 1].y + 1 && spans[i].begin <= spans[i - 1].end);
        }
        QVERIFY(covered >= 88);
    }

    void runsAreWhatPixelsWouldBe() {
        Random random(17);
        const Extent image{40, 30};
        for (int trial = 0; trial < 60; ++trial) {
            Mask mask;
            Plane plane{image};
            for (int stroke = 0; stroke < 12; ++stroke) {
                const int diameter = 1 + int(random.below(12));
                const auto point = [&] {
                    return brushCentre({random.uniform(0, 40), random.uniform(0, 30)}, diameter);
                };
                std::vector<Span> spans = brushSpans(point(), point(), diameter, image);
                const auto more = brushSpans(point(), point(), diameter, image);
                spans.insert(spans.end(), more.begin(), more.end()); // out of order, overlapping
                const bool erases = stroke % 3 == 2;
                mask = erases ? subtracted(mask, spans) : united(mask, spans);
                plane.set(spans, erases ? 0 : 1);
                QVERIFY(planeOf(mask, image).pixels == plane.pixels);
                checkForm(mask);
            }
        }
    }

    void anEraserMakesHoles() {
        const Mask whole = maskFromSpans({{0, 0, 5}, {1, 0, 5}, {2, 0, 5}});
        const Mask ring = subtracted(whole, {{1, 1, 2}, {1, 3, 4}});
        QCOMPARE(drawing(ring), (QStringList{"#####", "#.#.#", "#####"}));
        QCOMPARE(drawing(subtracted(ring, {{0, 0, 5}, {2, 0, 5}})), (QStringList{"#.#.#"}));
        QVERIFY(subtracted(ring, {{0, -9, 99}, {1, -9, 99}, {2, -9, 99}}).runs.empty());
        QVERIFY(subtracted(ring, {}) == ring);
    }

    void spansGoThereAndBack() {
        const Mask mask = maskFromPixels(7, 9, 4, 3, {0, 1, 1, 1, 1, 0, 0, 1, 1, 1, 0, 1});
        const std::vector<Span> expected{{9, 8, 11}, {10, 7, 8}, {10, 10, 11}, {11, 7, 9}, {11, 10, 11}};
        QVERIFY(spansOf(mask) == expected);
        QVERIFY(maskFromSpans(expected) == mask);
        QVERIFY(maskFromSpans({{3, 5, 5}, {4, 9, 2}}) == Mask{});
    }

    void aLargeImageCostsOnlyItsStroke() {
        const Extent image{8000, 8000};
        const auto spans = brushSpans({4000, 4000}, {4040, 4010}, 30, image);
        QVERIFY(spans.size() <= 41);
        const Mask mask = maskFromSpans(spans);
        QVERIFY(mask.width <= 71 && mask.height <= 41);
        QVERIFY(mask.runs.size() <= 2 * spans.size() + 1);
    }

private:
    /// The box is tight, the runs are as many as needed and fill it.
    static void checkForm(const Mask& mask) {
        const Box tight = boundingBox(mask);
        QCOMPARE(QRect(mask.x, mask.y, mask.width, mask.height),
                 QRect(int(tight.x), int(tight.y), int(tight.width), int(tight.height)));
        QVERIFY(mask == maskFromPixels(mask.x, mask.y, mask.width, mask.height, pixelsFromMask(mask)));
    }
};

QTEST_GUILESS_MAIN(MaskEditTest)
#include "MaskEditTest.moc"
