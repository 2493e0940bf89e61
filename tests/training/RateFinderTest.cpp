// The learning-rate range test: its curve, its suggestion, and that it leaves nothing behind.

#include "Pretrained.h"

#include "training/RateFinder.h"

#include <QTest>

#include <cmath>

using namespace graft;
using Point = training::RateSweep::Point;

class RateFinderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSteepestFallIsSuggested();
    void aFlatCurveSuggestsNothing_data();
    void aFlatCurveSuggestsNothing();
    void aRealCurveFallsAndItsSuggestionLearns_data();
    void aRealCurveFallsAndItsSuggestionLearns();
    void theSameSeedGivesTheSameCurve();
    void stoppingIsAnError();
};

void RateFinderTest::theSteepestFallIsSuggested() {
    std::vector<Point> points;
    for (int i = 0; i <= 60; ++i) { // an S from 2 down to 0.2, steepest at 1e-3, and up at the end
        const double power = -6 + i * 0.1;
        points.push_back(
            {std::pow(10, power), 0.2 + 1.8 / (1 + std::exp(4 * (power + 3))) + (i > 55 ? i : 0)});
    }
    const auto rate = training::steepestFall(points);
    QVERIFY(rate);
    QVERIFY2(std::abs(std::log10(*rate) + 3) < 0.15, std::to_string(*rate).c_str());
}

void RateFinderTest::aFlatCurveSuggestsNothing_data() {
    QTest::addColumn<int>("points");
    QTest::addColumn<double>("change");
    QTest::newRow("none") << 0 << 0.0;
    QTest::newRow("few") << 4 << -0.5;
    QTest::newRow("flat") << 40 << 0.0;
    QTest::newRow("rising") << 40 << 0.1;
    QTest::newRow("hardly falling") << 40 << -0.001;
}

void RateFinderTest::aFlatCurveSuggestsNothing() {
    QFETCH(int, points);
    QFETCH(double, change);
    std::vector<Point> curve;
    for (int i = 0; i < points; ++i)
        curve.push_back({std::pow(10, -6 + i * 0.1), 1 + change * i});
    QVERIFY(!training::steepestFall(curve));
}

void RateFinderTest::aRealCurveFallsAndItsSuggestionLearns_data() {
    QTest::addColumn<bool>("pretrained");
    QTest::newRow("frozen") << true;
    QTest::newRow("from scratch") << false;
}

void RateFinderTest::aRealCurveFallsAndItsSuggestionLearns() {
    QFETCH(bool, pretrained);
    test::TemporaryFolder folder;
    training::RunInput input = pretrained ? test::pretrainedRun(folder.path(), "squeezenet1_1", "all")
                                          : test::smallRun(folder.path());
    const auto sweep = training::findLearningRate(input);
    GRAFT_OK(sweep);
    QVERIFY(sweep->points.size() > 20);
    QVERIFY(std::ranges::is_sorted(sweep->points, {}, &Point::rate));
    QVERIFY(sweep->headRate);
    QVERIFY(*sweep->headRate > 1e-6 && *sweep->headRate < 3);
    QCOMPARE(sweep->blockRate, *sweep->headRate * (pretrained ? 0.1 : 1));
    QVERIFY(!std::filesystem::exists(folder / "runs"));
    if (!pretrained)
        return; // twenty pictures teach a random network nothing worth a comparison
    input.options.headLearningRate = *sweep->headRate;
    input.options.learningRate = sweep->blockRate;
    input.options.epochs = 8;
    const auto outcome = training::train(input, folder / "runs", {});
    GRAFT_OK(outcome);
    const auto& epochs = outcome->record.epochs;
    QVERIFY(epochs.back().values.at("train_loss") < epochs.front().values.at("train_loss"));
}

void RateFinderTest::theSameSeedGivesTheSameCurve() {
    test::TemporaryFolder folder;
    const training::RunInput input = test::pretrainedRun(folder.path(), "squeezenet1_1", "all");
    const auto a = training::findLearningRate(input), b = training::findLearningRate(input);
    GRAFT_OK(a);
    GRAFT_OK(b);
    QCOMPARE(a->points.size(), b->points.size());
    for (std::size_t i = 0; i < a->points.size(); ++i)
        QCOMPARE(a->points[i].loss, b->points[i].loss);
}

void RateFinderTest::stoppingIsAnError() {
    test::TemporaryFolder folder;
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!training::findLearningRate(test::smallRun(folder.path()), {stop.get_token(), {}}).ok());
}

QTEST_GUILESS_MAIN(RateFinderTest)
#include "RateFinderTest.moc"
