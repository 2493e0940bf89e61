#include "dataset/Dataset.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

using namespace graft::dataset;

namespace {

std::vector<Item> itemsOf(const std::vector<int>& counts) {
    std::vector<Item> items;
    for (std::size_t target = 0; target < counts.size(); ++target)
        for (int i = 0; i < counts[target]; ++i)
            items.push_back({.id = std::int64_t(items.size()), .target = int(target)});
    return items;
}

std::map<int, int> perClass(const std::vector<Item>& items, const std::vector<std::size_t>& order) {
    std::map<int, int> counts;
    for (const std::size_t index : order)
        ++counts[items[index].target];
    return counts;
}

} // namespace

class EpochOrderTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void withoutShuffleIsAsGiven();
    void shuffleIsASeededPermutation();
    void balancedDrawsEveryClassEquallyOften_data();
    void balancedDrawsEveryClassEquallyOften();
    void balancedShowsEveryImageOfAClassBeforeAnyTwice();
    void balancedReachesEveryImageOverEpochs();
    void edges();
};

void EpochOrderTest::withoutShuffleIsAsGiven() {
    const auto items = itemsOf({5, 7});
    std::vector<std::size_t> expected(12);
    std::iota(expected.begin(), expected.end(), std::size_t(0));
    QCOMPARE(epochOrder(items, 1, 2, false, false), expected);
}

void EpochOrderTest::shuffleIsASeededPermutation() {
    const auto items = itemsOf({30, 70});
    std::set<std::vector<std::size_t>> different;
    for (std::uint64_t seed = 0; seed < 4; ++seed)
        for (std::uint64_t epoch = 0; epoch < 4; ++epoch) {
            auto order = epochOrder(items, seed, epoch, true, false);
            QCOMPARE(order, epochOrder(items, seed, epoch, true, false));
            different.insert(order);
            std::ranges::sort(order);
            QCOMPARE(order, epochOrder(items, seed, epoch, false, false));
        }
    QCOMPARE(different.size(), std::size_t(16));
}

void EpochOrderTest::balancedDrawsEveryClassEquallyOften_data() {
    QTest::addColumn<std::vector<int>>("counts");
    QTest::newRow("even") << std::vector<int>{10, 10};
    QTest::newRow("skewed") << std::vector<int>{176, 53, 48, 22, 1};
    QTest::newRow("remainder") << std::vector<int>{1, 1, 99};
}

void EpochOrderTest::balancedDrawsEveryClassEquallyOften() {
    QFETCH(std::vector<int>, counts);
    const auto items = itemsOf(counts);
    const int each = int(items.size() / counts.size());
    for (std::uint64_t epoch = 0; epoch < 5; ++epoch) {
        const auto order = epochOrder(items, 3, epoch, true, true);
        QCOMPARE(order.size(), items.size());
        const auto drawn = perClass(items, order);
        QCOMPARE(drawn.size(), counts.size());
        for (const auto& [target, count] : drawn)
            QVERIFY(count == each || count == each + 1);
    }
}

void EpochOrderTest::balancedShowsEveryImageOfAClassBeforeAnyTwice() {
    const auto items = itemsOf({4, 20});
    const auto order = epochOrder(items, 3, 0, true, true);
    std::map<std::size_t, int> times;
    for (const std::size_t index : order)
        ++times[index];
    for (std::size_t i = 0; i < 4; ++i)
        QCOMPARE(times[i], 3);
    for (std::size_t i = 4; i < 24; ++i)
        QVERIFY(times[i] <= 1);
}

void EpochOrderTest::balancedReachesEveryImageOverEpochs() {
    const auto items = itemsOf({5, 100});
    std::set<std::size_t> seen;
    for (std::uint64_t epoch = 0; epoch < 12; ++epoch)
        for (const std::size_t index : epochOrder(items, 8, epoch, true, true))
            seen.insert(index);
    QVERIFY2(seen.size() >= 103, qPrintable(QString::number(seen.size())));
}

void EpochOrderTest::edges() {
    QVERIFY(epochOrder({}, 1, 0, true, true).empty());
    QCOMPARE(epochOrder(itemsOf({1}), 1, 0, true, true), std::vector<std::size_t>{0});
    QCOMPARE(epochOrder(itemsOf({0, 3}), 1, 0, true, true).size(), std::size_t(3)); // a class without images
}

QTEST_GUILESS_MAIN(EpochOrderTest)
#include "EpochOrderTest.moc"
