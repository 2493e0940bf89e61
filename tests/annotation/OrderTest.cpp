#include "annotation/Order.h"

#include "annotation/HitTest.h"
#include "annotation/Simplify.h"
#include "base/Random.h"

#include <QTest>

#include <cmath>

using namespace graft;
using namespace graft::annotation;

namespace {

/// Shapes 1, 2, … with these z. Even ids lie apart from the odd ones, which overlap each other.
std::vector<Shape> stack(const std::vector<int>& z) {
    std::vector<Shape> shapes;
    for (std::size_t i = 0; i < z.size(); ++i)
        shapes.push_back({{std::int64_t(i) + 1}, {1}, Box{i % 2 == 0 ? 0.0 : 500.0, 0, 10, 10}, z[i]});
    return shapes;
}

QString order(std::vector<Shape> shapes, const std::vector<Shape>& changed) {
    for (const Shape& shape : changed)
        shapes[std::size_t(shape.id.value) - 1] = shape;
    QString text;
    for (const std::size_t i : drawingOrder(shapes))
        text += QString::number(shapes[i].id.value);
    return text;
}

} // namespace

class OrderTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void stepsInTheOrder_data() {
        QTest::addColumn<QList<int>>("z");
        QTest::addColumn<QList<int>>("ids");
        QTest::addColumn<int>("step");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<int>("changed");
        const QList<int> flat{0, 0, 0, 0, 0};
        QTest::newRow("to the front") << flat << QList{2} << int(Step::ToFront) << "13452" << 1;
        QTest::newRow("to the back") << flat << QList{3} << int(Step::ToBack) << "31245" << 4;
        QTest::newRow("two to the front keep their order")
            << flat << QList{4, 1} << int(Step::ToFront) << "23514" << 2;
        QTest::newRow("past the next that overlaps") << flat << QList{1} << int(Step::Raise) << "23145" << 3;
        QTest::newRow("past the one before that overlaps")
            << flat << QList{5} << int(Step::Lower) << "12534" << 2;
        QTest::newRow("the front one stays") << flat << QList{5} << int(Step::Raise) << "12345" << 0;
        QTest::newRow("the back one stays") << flat << QList{1} << int(Step::Lower) << "12345" << 0;
        QTest::newRow("a higher z counts first")
            << QList{5, 0, 0, 0, 0} << QList{3} << int(Step::Raise) << "24531" << 1;
        QTest::newRow("all of them stay")
            << flat << QList{1, 2, 3, 4, 5} << int(Step::ToFront) << "12345" << 0;
    }
    void stepsInTheOrder() {
        QFETCH(QList<int>, z);
        QFETCH(QList<int>, ids);
        QFETCH(int, step);
        QFETCH(QString, expected);
        QFETCH(int, changed);
        const auto shapes = stack({z.begin(), z.end()});
        std::vector<ShapeId> moved;
        for (const int id : ids)
            moved.push_back({id});
        const auto result = reordered(shapes, moved, Step(step));
        QCOMPARE(order(shapes, result), expected);
        QCOMPARE(int(result.size()), changed);
    }

    void simplifiedLinesStayNear() {
        Random random(3);
        for (const double tolerance : {0.3, 1.0, 4.0}) {
            std::vector<Point> line;
            for (int i = 0; i < 300; ++i)
                line.push_back({i * 0.5, 20 * std::sin(i * 0.05) + random.uniform(-0.5, 0.5)});
            const std::vector<Point> fewer = simplifiedLine(line, tolerance);
            QVERIFY(fewer.size() < line.size() && fewer.front() == line.front() &&
                    fewer.back() == line.back());
            for (const Point& point : line)
                QVERIFY(distanceToOutline(Polyline{fewer}, point) <= tolerance + 1e-9);
        }
    }

    void simplifiedRingsStayRings() {
        QVERIFY(simplified({{{0, 0}, {5, 0}, {10, 0}, {10, 10}, {0, 10}}}, 0.1) ==
                (Polygon{{{0, 0}, {10, 0}, {10, 10}, {0, 10}}}));
        QCOMPARE(simplified({{{0, 0}, {5, 0.2}, {10, 0}, {5, -0.3}}}, 2).points.size(), std::size_t(3));
        QVERIFY(simplified({{{0, 0}, {1, 1}}}, 1) == (Polygon{{{0, 0}, {1, 1}}}));
        QVERIFY(simplified(Polygon{}, 1) == Polygon{});
        Polygon same{{{3, 3}, {3, 3}, {3, 3}, {3, 3}, {3, 3}}};
        QVERIFY(simplified(same, 1).points.size() >= 3);
    }
};

QTEST_APPLESS_MAIN(OrderTest)
#include "OrderTest.moc"
