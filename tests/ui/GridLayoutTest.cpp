#include "base/Random.h"
#include "ui/data/JustifiedLayout.h"

#include <QTest>

#include <algorithm>

using namespace graft;
using ui::JustifiedLayout;

namespace {

std::vector<float> randomAspects(int count, std::uint64_t seed) {
    Random random(seed);
    std::vector<float> aspects;
    for (int i = 0; i < count; ++i)
        aspects.push_back(float(0.2 + random.uniform() * 4));
    return aspects;
}

std::vector<std::vector<int>> rowsOf(const JustifiedLayout& layout) {
    std::vector<std::vector<int>> rows;
    for (int i = 0; i < layout.count(); ++i) {
        if (rows.empty() || layout.cell(rows.back().front()).top() != layout.cell(i).top())
            rows.emplace_back();
        rows.back().push_back(i);
    }
    return rows;
}

} // namespace

class GridLayoutTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyRowFillsTheWidthWithoutOverlap_data();
    void everyRowFillsTheWidthWithoutOverlap();
    void theLastRowKeepsTheWishedHeight();
    void aspectsOutsideReasonDoNotBreakARow_data();
    void aspectsOutsideReasonDoNotBreakARow();
    void whatIsOnScreenIsFoundAsBySearchingAll();
    void aPointFindsItsCellAndAGapFindsNone();
    void rowsAwayStayInTheColumn();
    void nothingToLayOut();
};

void GridLayoutTest::everyRowFillsTheWidthWithoutOverlap_data() {
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("rowHeight");
    QTest::newRow("usual") << 397 << 926 << 144;
    QTest::newRow("small thumbnails") << 500 << 926 << 64;
    QTest::newRow("narrow") << 60 << 200 << 320;
    QTest::newRow("wide screen") << 2000 << 3440 << 96;
    QTest::newRow("twenty thousand") << 20'000 << 1000 << 144;
}

void GridLayoutTest::everyRowFillsTheWidthWithoutOverlap() {
    QFETCH(int, count);
    QFETCH(int, width);
    QFETCH(int, rowHeight);
    JustifiedLayout layout;
    layout.compute(randomAspects(count, 7), {width, rowHeight, 4});
    QCOMPARE(layout.count(), count);

    const auto rows = rowsOf(layout);
    int bottom = -1;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const bool last = r + 1 == rows.size();
        int right = -5;
        for (int index : rows[r]) {
            const QRect cell = layout.cell(index);
            QCOMPARE(cell.left(), right + 5); // a gap of 4 between neighbours, none at the edge
            QVERIFY(cell.width() > 0);
            right = cell.right();
        }
        if (!last)
            QCOMPARE(right, width - 1);
        QVERIFY(right < width);
        QVERIFY2(layout.cell(rows[r].front()).top() == (r == 0 ? 0 : bottom + 5),
                 "rows follow each other with one gap");
        bottom = layout.cell(rows[r].front()).bottom();
        if (!last && rows[r].size() > 2) {
            QVERIFY(layout.cell(rows[r].front()).height() > rowHeight / 2);
            QVERIFY(layout.cell(rows[r].front()).height() < rowHeight * 2);
        }
    }
    QCOMPARE(layout.height(), bottom + 1);
}

void GridLayoutTest::theLastRowKeepsTheWishedHeight() {
    JustifiedLayout layout;
    layout.compute(std::vector<float>{1.5f, 0.75f}, {1000, 120, 4});
    QCOMPARE(layout.cell(0), QRect(0, 0, 180, 120));
    QCOMPARE(layout.cell(1), QRect(184, 0, 90, 120));
}

void GridLayoutTest::aspectsOutsideReasonDoNotBreakARow_data() {
    QTest::addColumn<float>("aspect");
    QTest::newRow("panorama") << 100.0f;
    QTest::newRow("strip") << 0.001f;
    QTest::newRow("zero") << 0.0f;
    QTest::newRow("infinite") << std::numeric_limits<float>::infinity();
    QTest::newRow("not a number") << std::numeric_limits<float>::quiet_NaN();
}

void GridLayoutTest::aspectsOutsideReasonDoNotBreakARow() {
    QFETCH(float, aspect);
    JustifiedLayout layout;
    layout.compute(std::vector<float>(20, aspect), {700, 144, 4});
    QCOMPARE(layout.count(), 20);
    for (int i = 0; i < 20; ++i) {
        QVERIFY(layout.cell(i).width() > 20);
        QVERIFY(layout.cell(i).right() < 700);
        QVERIFY(layout.cell(i).height() <= 400);
    }
}

void GridLayoutTest::whatIsOnScreenIsFoundAsBySearchingAll() {
    JustifiedLayout layout;
    layout.compute(randomAspects(800, 3), {900, 110, 4});
    Random random(5);
    for (int trial = 0; trial < 300; ++trial) {
        const QRect area(int(random.below(900)), int(random.below(std::uint64_t(layout.height() + 300))),
                         1 + int(random.below(400)), 1 + int(random.below(600)));
        std::vector<int> expected;
        int first = -1;
        int last = -1;
        for (int i = 0; i < layout.count(); ++i) {
            const QRect cell = layout.cell(i);
            if (cell.intersects(area))
                expected.push_back(i);
            if (cell.bottom() >= area.top() && cell.top() <= area.bottom()) {
                first = first < 0 ? i : first;
                last = i + 1;
            }
        }
        QCOMPARE(layout.indicesIn(area), expected);
        const auto [from, to] = layout.indicesBetween(area.top(), area.bottom() + 1);
        if (first < 0)
            QCOMPARE(from, to);
        else
            QCOMPARE(std::pair(from, to), std::pair(first, last));
    }
}

void GridLayoutTest::aPointFindsItsCellAndAGapFindsNone() {
    JustifiedLayout layout;
    layout.compute(randomAspects(100, 11), {900, 110, 4});
    for (int i = 0; i < layout.count(); ++i) {
        const QRect cell = layout.cell(i);
        QCOMPARE(layout.indexAt(cell.topLeft()), i);
        QCOMPARE(layout.indexAt(cell.bottomRight()), i);
        QCOMPARE(layout.indexAt(cell.bottomLeft() + QPoint(0, 2)), -1);
    }
    QCOMPARE(layout.indexAt({10, -5}), -1);
    QCOMPARE(layout.indexAt({10, layout.height() + 50}), -1);
}

void GridLayoutTest::rowsAwayStayInTheColumn() {
    JustifiedLayout layout;
    layout.compute(std::vector<float>(40, 1.0f), {5 * 100 + 4 * 4, 100, 4});
    QCOMPARE(layout.indexRowsAway(12, 1, layout.cell(12).center().x()), 17);
    QCOMPARE(layout.indexRowsAway(12, -1, layout.cell(12).center().x()), 7);
    QCOMPARE(layout.indexRowsAway(12, -50, layout.cell(12).center().x()), 2);
    QCOMPARE(layout.indexRowsAway(12, 50, layout.cell(12).center().x()), 37);
    QCOMPARE(layout.indexRowsAway(-1, 1, 0), -1);
}

void GridLayoutTest::nothingToLayOut() {
    JustifiedLayout layout;
    layout.compute({}, {900, 110, 4});
    QCOMPARE(layout.height(), 0);
    QCOMPARE(layout.indexAt({1, 1}), -1);
    QVERIFY(layout.indicesIn({0, 0, 900, 900}).empty());
    layout.compute(std::vector<float>{1.0f}, {0, 110, 4}); // before the window has a size
    QCOMPARE(layout.count(), 0);
    QVERIFY(layout.cell(0).isNull());
}

QTEST_GUILESS_MAIN(GridLayoutTest)
#include "GridLayoutTest.moc"
