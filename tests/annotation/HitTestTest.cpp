#include "annotation/HitTest.h"

#include <QTest>

#include <cmath>

using namespace graft;
using namespace graft::annotation;

Q_DECLARE_METATYPE(Geometry)
Q_DECLARE_METATYPE(std::optional<Handle>)

class HitTestTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aPointIsInside_data() {
        QTest::addColumn<Geometry>("geometry");
        QTest::addColumn<QPointF>("point");
        QTest::addColumn<bool>("inside");
        const auto row = [](const char* what, Geometry geometry, QPointF point, bool inside) {
            QTest::newRow(what) << geometry << point << inside;
        };
        const Box box{10, 20, 5, 5};
        row("box: its first corner", box, {10, 20}, true);
        row("box: just before its end", box, {14.999, 24.999}, true);
        row("box: its end is half-open", box, {15, 22}, false);
        row("box: below", box, {12, 25}, false);
        row("box without area", Box{10, 20, 0, 0}, {10, 20}, false);
        const Polygon notched{{{0, 0}, {10, 0}, {10, 10}, {5, 4}, {0, 10}}};
        row("polygon: in its body", notched, {5, 2}, true);
        row("polygon: in its notch", notched, {5, 8}, false);
        row("polygon: beside", notched, {-0.1, 5}, false);
        row("polygon of no points", Polygon{}, {0, 0}, false);
        row("polygon of two points", Polygon{{{0, 0}, {10, 10}}}, {5, 5}, false);
        const Mask ring = maskFromPixels(100, 50, 3, 3, {1, 1, 1, 1, 0, 1, 1, 1, 1});
        row("mask: first pixel", ring, {100, 50}, true);
        row("mask: the hole's first edge", ring, {101, 51}, false);
        row("mask: the hole's last edge", ring, {101.999, 51.999}, false);
        row("mask: right of the hole", ring, {102, 51}, true);
        row("mask: past its end", ring, {103, 51}, false);
        row("mask: far away", ring, {1e300, -1e300}, false);
        row("mask of nothing", Mask{}, {0, 0}, false);
        row("mask with runs that are too long", Mask{0, 0, 2, 2, {0, 4000000000u}}, {5, 0}, false);
    }

    void aPointIsInside() {
        QFETCH(Geometry, geometry);
        QFETCH(QPointF, point);
        QFETCH(bool, inside);
        QCOMPARE(contains(geometry, {point.x(), point.y()}), inside);
    }

    void distances_data() {
        QTest::addColumn<Geometry>("geometry");
        QTest::addColumn<double>("expected"); // of (0, 0)
        QTest::newRow("box beside") << Geometry(Box{3, -1, 2, 2}) << 3.0;
        QTest::newRow("box around") << Geometry(Box{-2, -5, 10, 10}) << 2.0;
        QTest::newRow("corner") << Geometry(Box{3, 4, 2, 2}) << 5.0;
        QTest::newRow("closing edge") << Geometry(Polygon{{{-5, 1}, {0, 9}, {5, 1}}}) << 1.0;
        QTest::newRow("one vertex") << Geometry(Polygon{{{3, 4}}}) << 5.0;
        QTest::newRow("no vertex") << Geometry(Polygon{}) << HUGE_VAL;
        QTest::newRow("empty mask") << Geometry(Mask{}) << HUGE_VAL;
    }

    void distances() {
        QFETCH(Geometry, geometry);
        QFETCH(double, expected);
        QCOMPARE(distanceToOutline(geometry, {0, 0}), expected);
    }

    void aClickMeansTheSmallest_data() {
        QTest::addColumn<QPointF>("point");
        QTest::addColumn<int>("expected"); // -1: none
        QTest::newRow("only in the large one") << QPointF(50, 50) << 0;
        QTest::newRow("in the small one within it") << QPointF(15, 15) << 1;
        QTest::newRow("on the small one's outline") << QPointF(8.5, 15) << 1;
        QTest::newRow("two of one size: the last") << QPointF(75, 75) << 3;
        QTest::newRow("just outside of the large one") << QPointF(101.5, 50) << 0;
        QTest::newRow("too far off") << QPointF(102.5, 50) << -1;
        QTest::newRow("the hole of a mask") << QPointF(201.5, 1.5) << -1;
        QTest::newRow("a mask") << QPointF(200.5, 1.5) << 4;
    }

    void aClickMeansTheSmallest() {
        QFETCH(QPointF, point);
        QFETCH(int, expected);
        const std::vector<Shape> shapes{
            {{1}, {1}, Box{0, 0, 100, 100}},
            {{2}, {1}, Box{10, 10, 10, 10}},
            {{3}, {1}, Box{70, 70, 10, 10}},
            {{4}, {1}, Polygon{{{70, 70}, {80, 70}, {80, 80}, {70, 80}}}},
            {{5}, {1}, maskFromPixels(200, 0, 3, 3, {1, 1, 1, 1, 0, 1, 1, 1, 1})}};
        const auto hit = shapeAt(shapes, {point.x(), point.y()}, 2);
        QCOMPARE(hit ? int(*hit) : -1, expected);
    }

    void handlesAreTakenHoldOf_data() {
        QTest::addColumn<QPointF>("point");
        QTest::addColumn<std::optional<Handle>>("expected");
        const auto row = [](const char* what, QPointF point, std::optional<Handle> handle) {
            QTest::newRow(what) << point << handle;
        };
        row("top left", {0, 0}, Handle::TopLeft);
        row("a little off", {2, -2}, Handle::TopLeft);
        row("top", {20, 1}, Handle::Top);
        row("top right", {40, 0}, Handle::TopRight);
        row("right", {39, 10}, Handle::Right);
        row("bottom right", {40, 20}, Handle::BottomRight);
        row("bottom", {20, 22}, Handle::Bottom);
        row("bottom left", {-1, 21}, Handle::BottomLeft);
        row("left", {0, 10}, Handle::Left);
        row("inside", {10, 10}, std::nullopt);
        row("on the edge between handles", {10, 0}, std::nullopt);
    }

    void handlesAreTakenHoldOf() {
        QFETCH(QPointF, point);
        QFETCH(std::optional<Handle>, expected);
        QCOMPARE(handleAt({0, 0, 40, 20}, {point.x(), point.y()}, 3), expected);
    }

    void cornersWinOverSidesOfATinyBox() {
        QCOMPARE(handleAt({0, 0, 2, 2}, {2, 1.2}, 5), std::optional(Handle::BottomRight));
    }
};

QTEST_GUILESS_MAIN(HitTestTest)
#include "HitTestTest.moc"
