#include "annotation/Fill.h"

#include "annotation/HitTest.h"
#include "annotation/MaskRuns.h"
#include "annotation/Outline.h"
#include "base/Random.h"

#include <QTest>

#include <cmath>

using namespace graft;
using namespace graft::annotation;

namespace {

constexpr Extent kImage{40, 30};

/// As text art: '#' where it is covered.
QString drawn(const std::vector<Span>& spans, Extent image) {
    QStringList rows(image.height, QString(image.width, u'.'));
    for (const Span& span : spans)
        for (int x = span.begin; x < span.end; ++x)
            rows[span.y][x] = u'#';
    return rows.join(u'\n');
}

} // namespace

class FillTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void outlinesAreFilledByTheMiddlesOfPixels_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("expected");
        QTest::newRow("a box on whole pixels") << 0 << "......\n.###..\n.###..\n......";
        QTest::newRow("a box that is half a pixel off covers what its middle is in")
            << 1 << "......\n..##..\n..##..\n......";
        QTest::newRow("a triangle") << 2 << "#.....\n##....\n###...\n####..";
        QTest::newRow("a ring that crosses itself: even-odd") << 3 << "#..#..\n####..\n#..#..\n......";
        QTest::newRow("nothing outside the image") << 4 << "######\n######\n######\n######";
        QTest::newRow("a line covers nothing") << 5 << "......\n......\n......\n......";
        QTest::newRow("a circle") << 6 << ".##...\n####..\n####..\n.##...";
    }
    void outlinesAreFilledByTheMiddlesOfPixels() {
        QFETCH(int, kind);
        QFETCH(QString, expected);
        const Geometry shapes[] = {Box{1, 1, 3, 2},
                                   Box{1.6, 0.6, 2, 2},
                                   Polygon{{{0, 0}, {5, 4.2}, {0, 4.2}}},
                                   Polygon{{{0, 0}, {4, 3.6}, {4, 0}, {0, 3.6}}},
                                   Box{-5, -5, 100, 100},
                                   Polyline{{{0, 0}, {5, 3}}},
                                   Ellipse{{2, 2}, 2, 2, 0}};
        QCOMPARE(drawn(coveredBy(shapes[kind], {6, 4}), {6, 4}), expected);
    }

    void whatIsCoveredIsWhatContains() {
        Random random(11);
        for (int round = 0; round < 60; ++round) {
            const Point centre{random.uniform(-5, 45), random.uniform(-5, 35)};
            const double a = random.uniform(1, 15), b = random.uniform(1, 15), angle = random.uniform(-3, 3);
            Polygon polygon;
            for (int i = 0; i < 7; ++i)
                polygon.points.push_back({random.uniform(-5, 45), random.uniform(-5, 35)});
            const Geometry shapes[] = {RotatedBox{centre, a, b, angle}, polygon,
                                       Box{centre.x, centre.y, a, b}};
            for (const Geometry& shape : shapes) {
                const Mask mask = maskFromSpans(coveredBy(shape, kImage));
                for (int y = 0; y < kImage.height; ++y)
                    for (int x = 0; x < kImage.width; ++x) {
                        const Point middle{x + 0.5, y + 0.5};
                        if (distanceToOutline(shape, middle) > 1e-6)
                            QCOMPARE(isForeground(mask, x, y), contains(shape, middle));
                    }
            }
        }
    }

    void targetsOfEachKind_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<double>("boxArea"); // 0: nothing is learnt
        QTest::addColumn<double>("pixels");
        QTest::newRow("box") << 0 << 12.0 << 12.0;
        QTest::newRow("box that goes beyond the image") << 1 << 25.0 << 25.0;
        QTest::newRow("polygon") << 2 << 16.0 << 6.0;
        QTest::newRow("mask") << 3 << 4.0 << 3.0;
        QTest::newRow("rotated box") << 4 << 8.0 << 8.0;
        QTest::newRow("ellipse") << 5 << 16.0 << 12.0;
        QTest::newRow("line") << 6 << 0.0 << 0.0;
        QTest::newRow("point") << 7 << 0.0 << 0.0;
        QTest::newRow("outside of the image") << 8 << 0.0 << 0.0;
    }
    void targetsOfEachKind() {
        QFETCH(int, kind);
        QFETCH(double, boxArea);
        QFETCH(double, pixels);
        const Geometry shapes[] = {Box{1, 1, 4, 3},
                                   Box{-5, -5, 10, 10},
                                   Polygon{{{0, 0}, {4, 0}, {0, 4}}},
                                   maskFromPixels(3, 3, 2, 2, {1, 1, 0, 1}),
                                   RotatedBox{{10, 10}, 4, 2, std::acos(0.0)},
                                   Ellipse{{10, 10}, 2, 2, 0},
                                   Polyline{{{0, 0}, {10, 10}}},
                                   Point{5, 5},
                                   Box{100, 100, 5, 5}};
        const auto box = detectionTarget(shapes[kind], kImage);
        QVERIFY(std::abs((box ? box->area() : 0) - boxArea) < 1e-9);
        const auto mask = segmentationTarget(shapes[kind], kImage);
        QCOMPARE(mask ? area(*mask) : 0, pixels);
    }
};

QTEST_APPLESS_MAIN(FillTest)
#include "FillTest.moc"
