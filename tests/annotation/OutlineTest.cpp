#include "annotation/Outline.h"

#include "annotation/HitTest.h"
#include "annotation/ShapeEdit.h"
#include "base/Random.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace graft;
using namespace graft::annotation;

namespace {

constexpr double kQuarter = std::numbers::pi / 2;

bool close(Point a, Point b, double by = 1e-9) {
    return distance(a, b) <= by;
}

} // namespace

class OutlineTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aQuarterGoesFromRightToBelow() { // y goes down: clockwise as it is seen
        QVERIFY(close(turnedAbout({12, 20}, {10, 20}, kQuarter), {10, 22}));
    }

    void cornersOfATurnedBox() {
        // 4 × 2 about (10, 10), by 90°: 2 wide, 4 high; the first corner goes from the top left to the top
        // right.
        const auto corners = cornersOf(RotatedBox{{10, 10}, 4, 2, kQuarter});
        QVERIFY(close(corners[0], {11, 8}));
        QVERIFY(close(corners[1], {11, 12}));
        QVERIFY(close(corners[2], {9, 12}));
        QVERIFY(close(corners[3], {9, 8}));
    }

    void theBoxAroundIsTheTightest() {
        Random random(5);
        for (int i = 0; i < 200; ++i) {
            const Point centre{random.uniform(-50, 50), random.uniform(-50, 50)};
            const double a = random.uniform(0, 30), b = random.uniform(0, 30), angle = random.uniform(-7, 7);
            const RotatedBox box{centre, a, b, angle};
            const auto corners = cornersOf(box);
            const Box around = boundingBox(box),
                      expected = boundingBox(Polygon{{corners.begin(), corners.end()}});
            QVERIFY(close({around.x, around.y}, {expected.x, expected.y}));
            QVERIFY(close({around.width, around.height}, {expected.width, expected.height}));
            const Ellipse ellipse{centre, a, b, angle};
            const Box outer = boundingBox(ellipse), inner = boundingBox(Polygon{ringOf(ellipse)});
            QVERIFY(close({outer.x, outer.y}, {inner.x, inner.y}, 0.12));
            QVERIFY(close({outer.width, outer.height}, {inner.width, inner.height}, 0.24));
        }
    }

    void areasOfEllipses() {
        const Ellipse ellipse{{50, 50}, 30, 20, 0.7};
        QCOMPARE(area(ellipse), std::numbers::pi * 600);
        QVERIFY(std::abs(area(Polygon{ringOf(ellipse)}) - area(ellipse)) < 10);
    }

    void turningKeepsWhatIsInside_data() {
        QTest::addColumn<int>("kind");
        for (int kind = 0; kind < 4; ++kind)
            QTest::addRow("%d", kind) << kind;
    }
    void turningKeepsWhatIsInside() {
        QFETCH(int, kind);
        const Geometry shapes[] = {Box{10, 20, 30, 10}, Polygon{{{10, 10}, {40, 12}, {20, 30}}},
                                   RotatedBox{{30, 30}, 20, 8, 0.4}, Ellipse{{30, 30}, 20, 8, 0.4}};
        const Geometry& before = shapes[kind];
        Random random(std::uint64_t(kind) + 1);
        for (int i = 0; i < 300; ++i) {
            const double angle = random.uniform(-4, 4);
            const Point about{random.uniform(0, 60), random.uniform(0, 60)};
            const Point point{random.uniform(0, 60), random.uniform(0, 60)};
            const Geometry after = turned(before, about, angle);
            QVERIFY(std::abs(area(after) - area(before)) < 1e-6);
            if (distanceToOutline(before, point) > 0.1)
                QCOMPARE(contains(after, turnedAbout(point, about, angle)), contains(before, point));
        }
    }

    void whatStandsUprightIsABox() {
        const Geometry turnedOnce = turned(Box{10, 20, 30, 10}, {25, 25}, 0.3);
        QVERIFY(std::holds_alternative<RotatedBox>(turnedOnce));
        const Geometry back = turned(turnedOnce, {25, 25}, -0.3);
        QVERIFY(std::holds_alternative<Box>(back));
        const Box box = std::get<Box>(back);
        QVERIFY(close({box.x, box.y}, {10, 20}) && close({box.width, box.height}, {30, 10}));
        const Box lying = std::get<Box>(turned(Box{10, 20, 30, 10}, {25, 25}, kQuarter));
        QVERIFY(close({lying.x, lying.y}, {20, 10}) && close({lying.width, lying.height}, {10, 30}));
    }

    void aTurnedBoxHasBothCorners() {
        const Point a{10, 10}, b{30, 14};
        for (const double angle : {0.0, 0.5, -1.0, 3.0}) {
            const auto corners = cornersOf(rotatedBoxBetween(a, b, angle));
            for (const Point wanted : {a, b})
                QVERIFY(
                    std::ranges::any_of(corners, [&](Point corner) { return close(corner, wanted, 1e-6); }));
        }
    }

    void everyKindMoves() {
        const Geometry shapes[] = {Box{1, 2, 3, 4},
                                   Polygon{{{1, 2}, {3, 4}, {5, 0}}},
                                   Mask{1, 2, 2, 1, {0, 2}},
                                   RotatedBox{{1, 2}, 3, 4, 0.5},
                                   Ellipse{{1, 2}, 3, 4, 0.5},
                                   Polyline{{{1, 2}, {3, 4}}},
                                   Point{1, 2}};
        static_assert(std::size(shapes) == std::variant_size_v<Geometry>);
        for (const Geometry& shape : shapes) {
            const Box before = boundingBox(shape), after = boundingBox(moved(shape, {10, -3}));
            QVERIFY(close({after.x, after.y}, {before.x + 10, before.y - 3}));
            QVERIFY(moved(moved(shape, {10, -3}), {-10, 3}) == shape);
        }
    }

    void linesAndPointsAreHitFromNearby() {
        const std::vector<Shape> shapes{{{1}, {1}, Box{0, 0, 100, 100}},
                                        {{2}, {1}, Polyline{{{10, 10}, {50, 10}}}},
                                        {{3}, {1}, Point{80, 80}}};
        QVERIFY(shapeAt(shapes, {30, 12}, 3) == std::optional<std::size_t>(1));
        QVERIFY(shapeAt(shapes, {30, 15}, 3) == std::optional<std::size_t>(0));
        QVERIFY(shapeAt(shapes, {81, 82}, 3) == std::optional<std::size_t>(2));
        QVERIFY(!contains(shapes[1].geometry, {30, 10}) && !contains(shapes[2].geometry, {80, 80}));
    }
};

QTEST_APPLESS_MAIN(OutlineTest)
#include "OutlineTest.moc"
