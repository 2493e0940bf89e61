// Folds of a cross-validation: what belongs together is not parted, classes and sizes are even.

#include "training/FoldPlan.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace graft;

namespace {

/// Classes by turns; `unitOf` says which of them belong together.
std::vector<dataset::Item> items(int count, int classes, std::int64_t (*unitOf)(int)) {
    std::vector<dataset::Item> items;
    for (int i = 0; i < count; ++i) {
        items.push_back({i + 1, {}, {}, i % classes});
        items.back().unit = unitOf(i);
    }
    return items;
}

std::int64_t alone(int) {
    return 0;
}

std::vector<int> sizes(const std::vector<int>& folds, int count) {
    std::vector<int> sizes(std::size_t(count), 0);
    for (const int fold : folds)
        ++sizes[std::size_t(fold)];
    return sizes;
}

} // namespace

class FoldPlanTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void singleImagesAreSpreadEvenly();
    void whatBelongsTogetherStaysTogether();
    void theSeedDecides();
    void fewerUnitsThanFolds();
};

void FoldPlanTest::singleImagesAreSpreadEvenly() {
    const auto images = items(53, 3, alone);
    const auto folds = training::foldsOf(images, 5, 7);
    const auto [least, most] = std::ranges::minmax(sizes(folds, 5));
    QVERIFY(most - least <= 1);
    std::map<std::pair<int, int>, int> ofClass;
    for (std::size_t i = 0; i < images.size(); ++i)
        ++ofClass[{images[i].target, folds[i]}];
    QCOMPARE(ofClass.size(), std::size_t(15)); // every class in every fold
    for (const auto& [place, count] : ofClass)
        QVERIFY(count >= 3 && count <= 4);
}

void FoldPlanTest::whatBelongsTogetherStaysTogether() {
    const auto images = items(60, 2, [](int i) { return std::int64_t(i < 40 ? 1 + i / 4 : 0); });
    const auto folds = training::foldsOf(images, 5, 3);
    std::map<std::int64_t, std::set<int>> where;
    for (std::size_t i = 0; i < images.size(); ++i)
        if (images[i].unit != 0)
            where[images[i].unit].insert(folds[i]);
    QCOMPARE(where.size(), std::size_t(10));
    for (const auto& [unit, found] : where)
        QCOMPARE(found.size(), std::size_t(1));
    const auto [least, most] = std::ranges::minmax(sizes(folds, 5));
    QVERIFY2(most - least <= 4, "no further apart than one unit");
}

void FoldPlanTest::theSeedDecides() {
    const auto images = items(40, 2, alone);
    QCOMPARE(training::foldsOf(images, 5, 1), training::foldsOf(images, 5, 1));
    QVERIFY(training::foldsOf(images, 5, 1) != training::foldsOf(images, 5, 2));
}

void FoldPlanTest::fewerUnitsThanFolds() {
    const auto folds = training::foldsOf(items(12, 2, [](int i) { return std::int64_t(1 + i / 6); }), 5, 0);
    QCOMPARE(std::set<int>(folds.begin(), folds.end()).size(), std::size_t(2));
}

QTEST_GUILESS_MAIN(FoldPlanTest)
#include "FoldPlanTest.moc"
