// The generator must give the same numbers on every machine: a run is reproducible only as far as they are.

#include "base/Random.h"

#include <QTest>

#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <vector>

using namespace graft;

class RandomTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void equalsTheReference();
    void mixSeedTellsPartsAndOrderApart();
    void belowIsUniform();
    void uniformStaysInItsRange();
    void normalHasMeanAndSpread();
    void shuffleIsAUniformPermutation();
};

// xoshiro256++ and SplitMix64 computed by an independent program (Python's integers) from their published
// definitions.
void RandomTest::equalsTheReference() {
    Random random(42);
    const std::array<std::uint64_t, 4> expected{15021278609987233951ull, 5881210131331364753ull,
                                                18149643915985481100ull, 12933668939759105464ull};
    for (const std::uint64_t number : expected)
        QCOMPARE(random.next(), number);
}

void RandomTest::mixSeedTellsPartsAndOrderApart() {
    std::set<std::uint64_t> seeds;
    for (std::uint64_t a = 0; a < 30; ++a)
        for (std::uint64_t b = 0; b < 30; ++b)
            seeds.insert(mixSeed({a, b}));
    QCOMPARE(seeds.size(), std::size_t(900));
    QVERIFY(mixSeed({1}) != mixSeed({1, 0}));
    QVERIFY(mixSeed({}) != mixSeed({0}));
}

void RandomTest::belowIsUniform() {
    Random random(7);
    std::map<std::uint64_t, int> counts;
    for (int i = 0; i < 60'000; ++i)
        ++counts[random.below(6)];
    QCOMPARE(counts.size(), std::size_t(6));
    for (const auto& [value, count] : counts)
        QVERIFY(value < 6 && std::abs(count - 10'000) < 500); // five standard deviations
    QCOMPARE(random.below(1), std::uint64_t(0));
    // Just above a half of the range, where a plain remainder would favour small numbers.
    const std::uint64_t bound = (1ull << 63) + 1;
    int low = 0;
    for (int i = 0; i < 2'000; ++i)
        low += random.below(bound) < bound / 2;
    QVERIFY(std::abs(low - 1'000) < 120);
}

void RandomTest::uniformStaysInItsRange() {
    Random random(3);
    double sum = 0;
    for (int i = 0; i < 20'000; ++i) {
        const double value = random.uniform(-2, 4);
        QVERIFY(value >= -2 && value < 4);
        sum += value;
    }
    QVERIFY(std::abs(sum / 20'000 - 1) < 0.07);
    for (int i = 0; i < 100; ++i)
        QVERIFY(random.chance(1) && !random.chance(0));
}

void RandomTest::normalHasMeanAndSpread() {
    Random random(5);
    double sum = 0, squares = 0;
    for (int i = 0; i < 40'000; ++i) {
        const double value = random.normal();
        QVERIFY(std::isfinite(value));
        sum += value;
        squares += value * value;
    }
    QVERIFY(std::abs(sum / 40'000) < 0.025);
    QVERIFY(std::abs(squares / 40'000 - 1) < 0.04);
}

void RandomTest::shuffleIsAUniformPermutation() {
    Random random(11);
    std::map<std::vector<int>, int> counts;
    for (int i = 0; i < 24'000; ++i) {
        std::vector<int> values{0, 1, 2, 3};
        random.shuffle(std::span(values));
        ++counts[values];
    }
    QCOMPARE(counts.size(), std::size_t(24));
    for (const auto& [values, count] : counts)
        QVERIFY(std::abs(count - 1'000) < 160);
    std::vector<int> none;
    random.shuffle(std::span(none));
}

QTEST_GUILESS_MAIN(RandomTest)
#include "RandomTest.moc"
