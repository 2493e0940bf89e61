#include "annotation/Region.h"

#include "annotation/Frame.h"
#include "annotation/MaskRuns.h"
#include "base/Random.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace graft;
using namespace graft::annotation;

namespace {

std::vector<Span> fromArt(const QStringList& rows, QChar mark) {
    std::vector<Span> spans;
    for (int y = 0; y < rows.size(); ++y)
        for (int x = 0; x < rows[y].size(); ++x)
            if (rows[y][x] == mark)
                spans.push_back({y, x, x + 1});
    return spans;
}

Extent extentOf(const QStringList& rows) {
    return {int(rows[0].size()), int(rows.size())};
}

bool close(Point a, Point b) {
    return distance(a, b) < 1e-9;
}

} // namespace

class RegionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsEnclosedIsFound_data() {
        QTest::addColumn<QStringList>("art"); // # covered, o enclosed with the point, . not
        QTest::addColumn<QPoint>("point");
        QTest::newRow("a ring") << QStringList{"......", ".####.", ".#oo#.", ".#oo#.", ".####."}
                                << QPoint(2, 2);
        QTest::newRow("around it") << QStringList{"oooooo", "o####o", "o#..#o", "o####o"} << QPoint(0, 0);
        QTest::newRow("a diagonal gap is none") << QStringList{"..#...", ".#o#..", "..#..."} << QPoint(2, 1);
        QTest::newRow("around a corner") << QStringList{"#####", "#o#o#", "#ooo#", "#####"} << QPoint(3, 1);
        QTest::newRow("on what is covered") << QStringList{"###", "#.#", "###"} << QPoint(0, 0);
        QTest::newRow("nothing is covered") << QStringList{"ooo", "ooo"} << QPoint(1, 1);
    }
    void whatIsEnclosedIsFound() {
        QFETCH(QStringList, art);
        QFETCH(QPoint, point);
        const auto found = enclosedAt(fromArt(art, u'#'), {point.x() + 0.5, point.y() + 0.5}, extentOf(art));
        QVERIFY(maskFromSpans(found) == maskFromSpans(fromArt(art, u'o')));
    }

    void outsideOfTheImageNothingIsEnclosed() {
        for (const Point point : {Point{-1, 1}, Point{1, -0.1}, Point{3, 1}, Point{1, 3}})
            QVERIFY(enclosedAt({}, point, {3, 3}).empty());
        // Spans beyond the image do no harm.
        QCOMPARE(area(maskFromSpans(enclosedAt({{-5, -5, 9}, {1, -5, 9}, {7, 0, 3}}, {1, 0}, {3, 3}))), 3.0);
    }

    void partsComeTheLargestFirst() {
        const QStringList art{"##...#", "##..#.", "......", ".####."};
        const auto parts = partsOf(maskFromSpans(fromArt(art, u'#')));
        QCOMPARE(parts.size(), std::size_t(4)); // corners do not join
        QCOMPARE(area(parts[0]), 4.0);
        QCOMPARE(area(parts[1]), 4.0);
        QCOMPARE(area(parts[3]), 1.0);
        QVERIFY(partsOf(Mask{}).empty());
    }

    void halvesAreTheWhole() {
        Random random(9);
        const Mask mask = maskFromSpans({{2, 1, 20}, {3, 0, 8}, {3, 12, 30}, {4, 5, 25}});
        for (int i = 0; i < 200; ++i) {
            const Point a{random.uniform(0, 30), random.uniform(0, 8)},
                b{random.uniform(0, 30), random.uniform(0, 8)};
            const auto [left, right] = halvesOf(mask, a, b);
            QCOMPARE(area(left) + area(right), area(mask));
            for (const Span& span : spansOf(left))
                for (const double x : {span.begin + 0.5, span.end - 0.5})
                    QVERIFY((b.x - a.x) * (span.y + 0.5 - a.y) - (b.y - a.y) * (x - a.x) <= 1e-9);
        }
        const auto [above, below] = halvesOf(mask, {0, 3}, {30, 3}); // looking right, left is above
        QVERIFY(spansOf(above) == (std::vector<Span>{{2, 1, 20}}) && area(below) == area(mask) - 19);
    }

    void theSideThatIsNotPulledStays() {
        Random random(4);
        for (int i = 0; i < 200; ++i) {
            const RotatedBox before{{random.uniform(40, 60), random.uniform(40, 60)},
                                    random.uniform(2, 20),
                                    random.uniform(2, 20),
                                    random.uniform(-3, 3)};
            const auto handle = Handle(random.below(kHandles));
            const Point to{random.uniform(0, 100), random.uniform(0, 100)};
            const auto after = std::get<RotatedBox>(resized(Geometry(before), handle, to, {100, 100}));
            const std::size_t across = (std::size_t(handle) + 4) % kHandles;
            QVERIFY(close(handlesOf(after)[across], handlesOf(before)[across]));
            QVERIFY(after.width >= 1 && after.height >= 1 && after.angle == before.angle);
        }
    }

    void theKnobStandsAboveOrBelow() {
        QVERIFY(close(*knobOf(Box{10, 20, 20, 10}, 5), {20, 15}));
        QVERIFY(close(*knobOf(Box{10, 2, 20, 10}, 5), {20, 17})); // no room above
        QVERIFY(close(*knobOf(RotatedBox{{50, 50}, 20, 10, std::numbers::pi / 2}, 5), {60, 50}));
        QVERIFY(!knobOf(Mask{}, 5) && !knobOf(Point{1, 2}, 5));
    }
};

QTEST_APPLESS_MAIN(RegionTest)
#include "RegionTest.moc"
