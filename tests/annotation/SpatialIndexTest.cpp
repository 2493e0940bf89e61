#include "annotation/SpatialIndex.h"

#include "annotation/HitTest.h"
#include "annotation/Order.h"
#include "base/Random.h"

#include <QTest>

#include <algorithm>

using namespace graft;
using namespace graft::annotation;

namespace {

std::vector<Shape> scattered(Random& random, int count) {
    std::vector<Shape> shapes;
    for (int i = 0; i < count; ++i) {
        const double x = random.uniform(-50, 1000), y = random.uniform(-50, 1000);
        const double size = random.chance(0.05) ? random.uniform(200, 1500) : random.uniform(0, 30);
        Shape shape{{i + 1}, {1}, Box{x, y, size, size * random.uniform(0.2, 1)}, int(random.below(3))};
        if (random.chance(0.2))
            shape.geometry = Polyline{{{x, y}, {x + size, y + size}}};
        shapes.push_back(std::move(shape));
    }
    return shapes;
}

bool touch(const Box& a, const Box& b) {
    return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}

std::vector<std::size_t> allTouching(const std::vector<Shape>& shapes, const Box& area) {
    std::vector<std::size_t> found;
    for (const std::size_t i : drawingOrder(shapes))
        if (touch(boundingBox(shapes[i].geometry), area))
            found.push_back(i);
    return found;
}

} // namespace

class SpatialIndexTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itFindsWhatLookingAtAllFinds_data() {
        QTest::addColumn<int>("count");
        for (const int count : {0, 1, 2, 30, 500, 4000})
            QTest::addRow("%d", count) << count;
    }
    void itFindsWhatLookingAtAllFinds() {
        QFETCH(int, count);
        Random random(std::uint64_t(count) + 1);
        std::vector<Shape> shapes = scattered(random, count);
        SpatialIndex index(shapes);
        QCOMPARE(index.size(), shapes.size());
        for (int round = 0; round < 200; ++round) {
            if (count > 0 && round > 100) { // moved while a gesture is under way
                const std::size_t i = random.below(std::uint64_t(count));
                shapes[i].geometry = Box{random.uniform(-500, 2000), random.uniform(0, 1000), 20, 20};
                index.move(i, shapes[i].geometry);
            }
            const Box area{random.uniform(-200, 1200), random.uniform(-200, 1200), random.uniform(0, 300),
                           random.uniform(0, 300)};
            QCOMPARE(index.touching(area), allTouching(shapes, area));
        }
    }

    void aClickMeansTheSameShape() {
        Random random(8);
        const std::vector<Shape> shapes = scattered(random, 1000);
        std::vector<Shape> ordered = shapes;
        std::ranges::sort(ordered, liesBelow);
        const SpatialIndex index(shapes);
        for (int round = 0; round < 1000; ++round) {
            const Point point{random.uniform(0, 1000), random.uniform(0, 1000)};
            const auto slow = shapeAt(ordered, point, 5);
            const auto fast = shapeAt(shapes, index, point, 5);
            QCOMPARE(fast.has_value(), slow.has_value());
            if (fast)
                QVERIFY(shapes[*fast].id == ordered[*slow].id);
        }
    }
};

QTEST_APPLESS_MAIN(SpatialIndexTest)
#include "SpatialIndexTest.moc"
