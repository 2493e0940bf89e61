#include "annotation/PolygonEdit.h"

#include <QTest>

using namespace graft;
using namespace graft::annotation;

Q_DECLARE_METATYPE(Box)
Q_DECLARE_METATYPE(Handle)

namespace {

constexpr Extent kImage{100, 80};

QList<double> numbers(const Box& box) {
    return {box.x, box.y, box.width, box.height};
}

Polygon square() {
    return {{{10, 10}, {20, 10}, {20, 20}, {10, 20}}};
}

} // namespace

class ShapeEditTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aDragMakesABoxOnWholePixels_data() {
        QTest::addColumn<QPointF>("from");
        QTest::addColumn<QPointF>("to");
        QTest::addColumn<QList<double>>("expected");
        const auto row = [](const char* what, QPointF from, QPointF to, QList<double> box) {
            QTest::newRow(what) << from << to << box;
        };
        row("exact", {10, 20}, {30, 50}, {10, 20, 20, 30});
        row("rounded to edges", {10.4, 19.6}, {30.6, 49.4}, {10, 20, 21, 29});
        row("backwards", {30, 50}, {10, 20}, {10, 20, 20, 30});
        row("at least one pixel", {10.2, 10.2}, {10.3, 10.3}, {10, 10, 1, 1});
        row("out of the image", {-50, -3}, {500, 300}, {0, 0, 100, 80});
        row("outside at the end", {150, 90}, {160, 95}, {99, 79, 1, 1});
        row("outside at the start", {-20, -20}, {-10, -10}, {0, 0, 1, 1});
    }

    void aDragMakesABoxOnWholePixels() {
        QFETCH(QPointF, from);
        QFETCH(QPointF, to);
        QFETCH(QList<double>, expected);
        QCOMPARE(numbers(boxBetween({from.x(), from.y()}, {to.x(), to.y()}, kImage)), expected);
    }

    void movingStaysInside_data() {
        QTest::addColumn<QPointF>("by");
        QTest::addColumn<QPointF>("expected");
        QTest::newRow("freely") << QPointF(3, -4) << QPointF(3, -4);
        QTest::newRow("whole steps") << QPointF(2.6, -2.6) << QPointF(3, -3);
        QTest::newRow("the first box stops it") << QPointF(-30, 0) << QPointF(-10, 0);
        QTest::newRow("the second box stops it") << QPointF(100, 100) << QPointF(20, 30);
        QTest::newRow("along one axis only") << QPointF(100, 5) << QPointF(20, 5);
    }

    void movingStaysInside() {
        QFETCH(QPointF, by);
        QFETCH(QPointF, expected);
        const std::vector<Box> boxes{{10, 10, 5, 5}, {60, 30, 20, 20}};
        const Point step = stepInside(boxes, {by.x(), by.y()}, kImage);
        QCOMPARE(QPointF(step.x, step.y), expected);
    }

    void aBoxLargerThanTheImageStaysWhereItIs() {
        const std::vector<Box> boxes{{-10, -10, 500, 500}};
        QVERIFY(stepInside(boxes, {7, 7}, kImage) == Point{});
    }

    void everyKindMoves() {
        QVERIFY(moved(Box{1, 2, 3, 4}, {5, -1}) == Geometry(Box{6, 1, 3, 4}));
        QVERIFY(moved(Polygon{{{1, 2}, {3.25, 4}}}, {1, 1}) == Geometry(Polygon{{{2, 3}, {4.25, 5}}}));
        QVERIFY(moved(Mask{1, 2, 3, 1, {1, 2}}, {-1, 10}) == Geometry(Mask{0, 12, 3, 1, {1, 2}}));
    }

    void handlesResize_data() {
        QTest::addColumn<Handle>("handle");
        QTest::addColumn<QPointF>("to");
        QTest::addColumn<QList<double>>("expected"); // of 10, 20, 30, 40
        const auto row = [](const char* what, Handle handle, QPointF to, QList<double> box) {
            QTest::newRow(what) << handle << to << box;
        };
        row("top left", Handle::TopLeft, {5, 6}, {5, 6, 35, 54});
        row("top keeps the sides", Handle::Top, {99, 25}, {10, 25, 30, 35});
        row("top right", Handle::TopRight, {50, 10}, {10, 10, 40, 50});
        row("right keeps top and bottom", Handle::Right, {55.4, 70}, {10, 20, 45, 40});
        row("bottom right", Handle::BottomRight, {20, 30}, {10, 20, 10, 10});
        row("bottom", Handle::Bottom, {0, 70}, {10, 20, 30, 50});
        row("bottom left", Handle::BottomLeft, {0, 79}, {0, 20, 40, 59});
        row("left", Handle::Left, {39, 0}, {39, 20, 1, 40});
        row("turned over", Handle::Right, {4, 0}, {4, 20, 6, 40});
        row("never thinner than a pixel", Handle::Left, {40, 0}, {40, 20, 1, 40});
        row("not past the image", Handle::BottomRight, {1000, 1000}, {10, 20, 90, 60});
    }

    void handlesResize() {
        QFETCH(Handle, handle);
        QFETCH(QPointF, to);
        QFETCH(QList<double>, expected);
        QCOMPARE(numbers(resized({10, 20, 30, 40}, handle, {to.x(), to.y()}, kImage)), expected);
    }

    void whatAHandleDoesNotMoveKeepsItsFractions() {
        QCOMPARE(numbers(resized({10.25, 20.5, 30.5, 40.25}, Handle::Right, {50, 0}, kImage)),
                 (QList<double>{10, 20.5, 40, 40.25}));
    }

    void verticesAreFound_data() {
        QTest::addColumn<QPointF>("point");
        QTest::addColumn<int>("vertex");
        QTest::addColumn<int>("edge"); // after which vertex
        QTest::newRow("on a vertex") << QPointF(20, 10.25) << 1 << 1;
        QTest::newRow("near one") << QPointF(21, 19.5) << 2 << 1;
        QTest::newRow("on an edge") << QPointF(15, 11) << -1 << 0;
        QTest::newRow("on the closing edge") << QPointF(9, 15) << -1 << 3;
        QTest::newRow("inside") << QPointF(15, 15) << -1 << -1;
    }

    void verticesAreFound() {
        QFETCH(QPointF, point);
        QFETCH(int, vertex);
        QFETCH(int, edge);
        const auto foundVertex = vertexAt(square().points, {point.x(), point.y()}, 2);
        const auto foundEdge = edgeAt(square(), {point.x(), point.y()}, 2);
        QCOMPARE(foundVertex ? int(*foundVertex) : -1, vertex);
        QCOMPARE(foundEdge ? int(foundEdge->after) : -1, edge);
    }

    void aVertexComesBetweenItsNeighbours() {
        const Geometry between = withVertexInserted(square(), {1, {20, 15}});
        QVERIFY((*verticesOf(between))[2] == (Point{20, 15}));
        const Geometry closing = withVertexInserted(square(), {3, {10, 15}});
        QVERIFY(verticesOf(closing)->back() == (Point{10, 15}));
        QCOMPARE(area(withVertexInserted(square(), {0, {15, 10}})), 100.0);
    }

    void threeVerticesRemain() {
        const auto triangle = withoutVertex(square(), 0);
        QVERIFY(triangle.has_value());
        QCOMPARE(verticesOf(*triangle)->size(), std::size_t(3));
        QVERIFY(!withoutVertex(*triangle, 0));
        QVERIFY(!withoutVertex(square(), 4));
    }

    void aLineKeepsTwoVerticesAndDoesNotClose() {
        const Geometry line = Polyline{{{0, 0}, {10, 0}, {10, 10}}};
        QVERIFY(!edgeAt(line, {5, 5}, 2)); // where a ring would close
        QCOMPARE(edgeAt(line, {10, 4}, 2)->after, std::size_t(1));
        const auto shorter = withoutVertex(line, 2);
        QVERIFY(shorter && !withoutVertex(*shorter, 0));
        QVERIFY(!withoutVertex(Box{0, 0, 1, 1}, 0));
    }

    void verticesLieOnQuartersInsideTheImage() {
        QVERIFY(vertexNear({3.13, 4.9}, kImage) == (Point{3.25, 5}));
        QVERIFY(vertexNear({-3, 400}, kImage) == (Point{0, 80}));
    }
};

QTEST_GUILESS_MAIN(ShapeEditTest)
#include "ShapeEditTest.moc"
