// Figures of repeated runs, and of two runs on the same images. Expected values: SciPy 1.10 (t.interval,
// t.ppf, binomtest).

#include "metrics/Repetition.h"

#include <QTest>

#include <cmath>
#include <vector>

using namespace graft::metrics;

class RepetitionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theMeanOfFiveRunsHasStudentsInterval() {
        const std::vector<double> values{0.9477, 0.9477, 0.9542, 0.9542, 0.9542};
        const Estimate mean = meanOfRuns(values);
        QVERIFY(std::abs(mean.value - 0.9516) < 1e-12);
        QVERIFY(std::abs(mean.low - 0.9471794320257213) < 1e-8);
        QVERIFY(std::abs(mean.high - 0.9560205679742787) < 1e-8);
    }

    void manyRunsUseTheSeries_data() {
        QTest::addColumn<int>("runs");
        QTest::addColumn<double>("quantile");
        QTest::newRow("2") << 2 << 12.70620474;
        QTest::newRow("21, the last of the table") << 21 << 2.08596345;
        QTest::newRow("22, the first of the series") << 22 << 2.07961384;
        QTest::newRow("31") << 31 << 2.04227246;
        QTest::newRow("101") << 101 << 1.98397152;
    }
    void manyRunsUseTheSeries() {
        QFETCH(int, runs);
        QFETCH(double, quantile);
        std::vector<double> values;
        for (int i = 0; i < runs; ++i)
            values.push_back(i % 2);
        double squares = 0, mean = 0;
        for (const double value : values)
            mean += value / runs;
        for (const double value : values)
            squares += (value - mean) * (value - mean);
        const double error = std::sqrt(squares / (runs - 1) / runs);
        QVERIFY(std::abs((meanOfRuns(values).high - mean) / error - quantile) < 1e-5);
    }

    void oneRunHasNoInterval() {
        const std::vector<double> one{0.5};
        QCOMPARE(meanOfRuns(one).value, 0.5);
        QVERIFY(std::isnan(meanOfRuns(one).low) && std::isnan(meanOfRuns(one).high));
        QVERIFY(std::isnan(meanOfRuns({}).value));
    }

    void mcnemarIsTheExactTest_data() {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("second");
        QTest::addColumn<double>("p");
        QTest::newRow("1:9") << 1 << 9 << 0.021484375;
        QTest::newRow("9:1") << 9 << 1 << 0.021484375;
        QTest::newRow("0:5") << 0 << 5 << 0.0625;
        QTest::newRow("5:5") << 5 << 5 << 1.0;
        QTest::newRow("3:10") << 3 << 10 << 0.09228515625;
        QTest::newRow("40:70") << 40 << 70 << 0.005447429511444476;
        QTest::newRow("none") << 0 << 0 << 1.0;
    }
    void mcnemarIsTheExactTest() {
        QFETCH(int, first);
        QFETCH(int, second);
        QFETCH(double, p);
        QVERIFY2(std::abs(mcnemar(first, second) - p) < 1e-10,
                 qPrintable(QString::number(mcnemar(first, second), 'g', 15)));
    }
};

QTEST_GUILESS_MAIN(RepetitionTest)
#include "RepetitionTest.moc"
