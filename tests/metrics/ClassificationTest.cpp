#include "metrics/Classification.h"

#include "base/Random.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace graft::metrics;

namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();

bool near(double value, double expected, double tolerance = 1e-9) {
    return std::isnan(expected) ? std::isnan(value) : std::abs(value - expected) <= tolerance;
}

/// Twelve images of three classes, four each. Two rows have no single largest probability.
ClassificationData twelve() {
    return {3, {0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2}, {.70f, .20f, .10f, .50f, .40f, .10f, .30f, .60f, .10f,
                                                      .80f, .15f, .05f, .20f, .70f, .10f, .40f, .40f, .20f,
                                                      .10f, .80f, .10f, .10f, .30f, .60f, .10f, .20f, .70f,
                                                      .25f, .25f, .50f, .45f, .10f, .45f, .05f, .05f, .90f}};
}

/// 300 images of three classes (180, 90, 30) from a linear congruential generator, so that a reference in
/// another language can make the same.
ClassificationData threeHundred() {
    ClassificationData data{.classes = 3};
    std::uint32_t state = 12345;
    const auto next = [&] {
        state = (state * 1103515245u + 12345u) & 0x7fffffffu;
        return int((state >> 8) % 1000u);
    };
    for (int i = 0; i < 300; ++i) {
        const int truth = i % 10 < 6 ? 0 : i % 10 < 9 ? 1 : 2;
        int votes[3];
        for (int& vote : votes)
            vote = 1 + next();
        votes[truth] += 500;
        data.truth.push_back(truth);
        for (const int vote : votes)
            data.probabilities.push_back(float(vote) / float(votes[0] + votes[1] + votes[2]));
    }
    return data;
}

} // namespace

class ClassificationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Newcombe, Statistics in Medicine 17 (1998), table I, method 3, to its four digits; and the ends.
    void wilsonsIntervalIsAsPublished_data() {
        QTest::addColumn<int>("successes");
        QTest::addColumn<int>("trials");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("81/263") << 81 << 263 << .2553 << .3662;
        QTest::newRow("15/148") << 15 << 148 << .0624 << .1605;
        QTest::newRow("0/20") << 0 << 20 << .0000 << .1611;
        QTest::newRow("1/29") << 1 << 29 << .0061 << .1718;
        QTest::newRow("29/29") << 29 << 29 << .8830 << 1.0;
    }
    void wilsonsIntervalIsAsPublished() {
        QFETCH(int, successes);
        QFETCH(int, trials);
        QFETCH(double, low);
        QFETCH(double, high);
        const Estimate estimate = wilson(successes, trials);
        QCOMPARE(estimate.value, double(successes) / trials);
        QVERIFY2(near(estimate.low, low, 5e-5), qPrintable(QString::number(estimate.low)));
        QVERIFY2(near(estimate.high, high, 5e-5), qPrintable(QString::number(estimate.high)));
    }

    void wilsonsIntervalTouchesTheEndsExactly() {
        for (int trials = 1; trials < 200; ++trials) {
            QCOMPARE(wilson(0, trials).low, 0.0);
            QCOMPARE(wilson(trials, trials).high, 1.0);
        }
    }

    void wilsonOfNothingIsUndefined() {
        const Estimate none = wilson(0, 0);
        QVERIFY(std::isnan(none.value) && std::isnan(none.low) && std::isnan(none.high));
    }

    void argmaxTakesTheFirstOfEqualsAndNeverANaN_data() {
        QTest::addColumn<QList<float>>("values");
        QTest::addColumn<int>("expected");
        QTest::newRow("one") << QList<float>{.3f} << 0;
        QTest::newRow("last") << QList<float>{.1f, .2f, .7f} << 2;
        QTest::newRow("tie") << QList<float>{.2f, .4f, .4f} << 1;
        QTest::newRow("NaN first") << QList<float>{kNaN, .1f, .2f} << 2;
        QTest::newRow("NaN later") << QList<float>{.1f, kNaN, .05f} << 0;
        QTest::newRow("only NaN") << QList<float>{kNaN, kNaN} << 0;
    }
    void argmaxTakesTheFirstOfEqualsAndNeverANaN() {
        QFETCH(QList<float>, values);
        QTEST(argmax(std::span(values.constData(), std::size_t(values.size()))), "expected");
    }

    void confusionCountsTruthInRows() {
        QCOMPARE(confusionMatrix(twelve()), (ConfusionMatrix{{3, 1, 0}, {1, 2, 1}, {1, 0, 3}}));
    }

    // Counted by hand from the matrix above.
    void perClassFiguresAreThoseCountedByHand() {
        const auto reports = classReports(twelve());
        QCOMPARE(reports.size(), std::size_t(3));
        const double precision[] = {3. / 5, 2. / 3, 3. / 4};
        const double recall[] = {3. / 4, 2. / 4, 3. / 4};
        const double f1[] = {6. / 9, 4. / 7, 6. / 8};
        for (std::size_t c = 0; c < 3; ++c) {
            QCOMPARE(reports[c].support, 4);
            QVERIFY(near(reports[c].precision.value, precision[c]));
            QVERIFY(near(reports[c].recall.value, recall[c]));
            QVERIFY(near(reports[c].f1.value, f1[c]));
            QCOMPARE(reports[c].recall.low, wilson(c == 1 ? 2 : 3, 4).low);
            QVERIFY(reports[c].f1.low < f1[c] && f1[c] < reports[c].f1.high);
        }
    }

    // scikit-learn 1.2.1 (balanced_accuracy_score, f1_score macro, roc_auc_score one against the rest);
    // calibration error by the definition, in NumPy.
    void summaryAgreesWithScikitLearn() {
        const auto summary = summarise(twelve());
        QVERIFY(near(summary.accuracy.value, 8. / 12));
        QVERIFY(near(summary.balancedAccuracy.value, 2. / 3));
        QVERIFY(near(summary.macroF1.value, 0.6626984126984127));
        QVERIFY(near(summary.auroc.value, 0.921875));
        QVERIFY(near(summary.ece.value, 0.3708333397905032, 1e-12));

        const auto larger = summarise(threeHundred());
        QVERIFY(near(larger.accuracy.value, 0.79));
        QVERIFY(near(larger.balancedAccuracy.value, 0.8129629629629629));
        QVERIFY(near(larger.macroF1.value, 0.7560686488584357));
        QVERIFY(near(larger.auroc.value, 0.9293129041740152));
        QVERIFY(near(larger.ece.value, 0.2633115761478742, 1e-7));
    }

    // Of 300 images a bootstrap (6,000 draws in NumPy with scikit-learn's figures) says nearly the same.
    void closedIntervalsAreCloseToABootstrap() {
        const auto data = threeHundred();
        const auto summary = summarise(data);
        const auto reports = classReports(data);
        const struct {
            const char* name;
            Estimate estimate;
            double low, high;
        } rows[] = {
            {"balanced accuracy", summary.balancedAccuracy, 0.760748, 0.861715},
            {"macro F1", summary.macroF1, 0.697592, 0.810543},
            {"F1 of class 0", reports[0].f1, 0.8, 0.882980},
            {"F1 of class 1", reports[1].f1, 0.655367, 0.8},
            {"F1 of class 2", reports[2].f1, 0.563380, 0.804129},
        };
        for (const auto& row : rows) {
            const double margin = 0.2 * (row.high - row.low);
            QVERIFY2(near(row.estimate.low, row.low, margin) && near(row.estimate.high, row.high, margin),
                     qPrintable(QStringLiteral("%1: %2 … %3")
                                    .arg(QLatin1String(row.name))
                                    .arg(row.estimate.low)
                                    .arg(row.estimate.high)));
        }
    }

    // In 95 of 100 as it should be for F1; in 90 to 95 for a mean of few classes with few mistakes, where the
    // recovered variances are a little small. Drawn anew 4,000 times.
    void theTrueFigureLiesInTheInterval_data() {
        QTest::addColumn<int>("images");
        QTest::addColumn<double>("recall");
        for (const int images : {8, 30, 120})
            for (const double recall : {0.6, 0.9, 0.97})
                QTest::addRow("%d images a class, recall %g", images, recall) << images << recall;
    }
    void theTrueFigureLiesInTheInterval() {
        QFETCH(int, images);
        QFETCH(double, recall);
        constexpr int kDraws = 4000, kClasses = 3;
        const double recalls[kClasses] = {recall, recall, 1 - (1 - recall) / 2};
        const double meanRecall = (recalls[0] + recalls[1] + recalls[2]) / 3;
        // Of the images that are of a class or called it, the share that is both.
        const double f1 = 2 * recall / (1 + recall);
        graft::Random random(77);
        int meanIn = 0, f1In = 0;
        for (int draw = 0; draw < kDraws; ++draw) {
            Estimate estimates[kClasses];
            int found[kClasses] = {};
            for (int c = 0; c < kClasses; ++c) {
                for (int i = 0; i < images; ++i)
                    found[c] += random.chance(recalls[c]);
                estimates[c] = wilson(found[c], images);
            }
            const Estimate mean = meanEstimate(estimates), ofF1 = f1Estimate(found[0], images - found[0]);
            meanIn += mean.low <= meanRecall && meanRecall <= mean.high;
            f1In += ofF1.low <= f1 && f1 <= ofF1.high;
        }
        QVERIFY2(meanIn > 0.90 * kDraws, qPrintable(QString::number(double(meanIn) / kDraws)));
        QVERIFY2(f1In > 0.925 * kDraws, qPrintable(QString::number(double(f1In) / kDraws)));
    }

    // A handful of images without a mistake proves little.
    void noMistakesAmongFewImagesIsNotCertainty() {
        const ClassificationData data{2, {0, 0, 0, 1, 1, 1}, {1, 0, 1, 0, 1, 0, 0, 1, 0, 1, 0, 1}};
        const auto summary = summarise(data);
        for (const Estimate& estimate :
             {summary.accuracy, summary.balancedAccuracy, summary.macroF1, classReports(data)[0].f1}) {
            QCOMPARE(estimate.value, 1.0);
            QVERIFY2(estimate.low < 0.8, qPrintable(QString::number(estimate.low)));
            QCOMPARE(estimate.high, 1.0);
        }
    }

    // 6,000 draws in NumPy with scikit-learn's figures and another generator; 1,000 draws differ by their own
    // noise only.
    void bootstrapIntervalsAgreeWithAnIndependentBootstrap() {
        const auto data = threeHundred();
        const auto summary = summarise(data);
        const struct {
            const char* name;
            Estimate estimate;
            double low, high;
        } rows[] = {
            {"AUROC", summary.auroc, 0.906256, 0.950099},
            {"ECE", summary.ece, 0.225154, 0.304796},
        };
        for (const auto& row : rows) {
            const double noise = 0.08 * (row.high - row.low);
            QVERIFY2(near(row.estimate.low, row.low, noise) && near(row.estimate.high, row.high, noise),
                     qPrintable(QStringLiteral("%1: %2 … %3")
                                    .arg(row.name)
                                    .arg(row.estimate.low)
                                    .arg(row.estimate.high)));
        }
    }

    void theSameDataHaveTheSameIntervals() {
        const auto once = summarise(threeHundred());
        const auto again = summarise(threeHundred());
        QCOMPARE(once.auroc.low, again.auroc.low);
        QCOMPARE(once.macroF1.high, again.macroF1.high);
    }

    // Area with ties by hand: positives .5 .5 .9, negatives .5 .1: wins 5 of 6 with two halves =
    // (1+.5)+(1+.5)+2 = 5.
    void aurocCountsTiesHalf_data() {
        QTest::addColumn<QList<int>>("truth");
        QTest::addColumn<QList<float>>("score"); // of class 1
        QTest::addColumn<double>("expected");
        QTest::newRow("perfect") << QList<int>{0, 0, 1, 1} << QList<float>{.1f, .2f, .8f, .9f} << 1.0;
        QTest::newRow("reversed") << QList<int>{1, 1, 0, 0} << QList<float>{.1f, .2f, .8f, .9f} << 0.0;
        QTest::newRow("all the same") << QList<int>{0, 1, 0, 1} << QList<float>{.5f, .5f, .5f, .5f} << 0.5;
        QTest::newRow("one tie") << QList<int>{1, 1, 1, 0, 0} << QList<float>{.5f, .5f, .9f, .5f, .1f}
                                 << 5. / 6;
        QTest::newRow("one class") << QList<int>{1, 1} << QList<float>{.5f, .9f} << std::nan("");
    }
    void aurocCountsTiesHalf() {
        QFETCH(QList<int>, truth);
        QFETCH(QList<float>, score);
        QFETCH(double, expected);
        ClassificationData data{.classes = 2, .truth = {truth.begin(), truth.end()}};
        for (const float p : score)
            data.probabilities.insert(data.probabilities.end(), {1 - p, p});
        const double value = summarise(data).auroc.value;
        QVERIFY2(near(value, expected, 1e-12), qPrintable(QString::number(value)));
    }

    // Bins are closed above: 0.2 is in (0.1333, 0.2].
    void calibrationErrorIsTheMeanGapOverFifteenBins() {
        const ClassificationData data{2, {0, 0, 0, 0}, {1, 0, 1, 0, .75f, .25f, .25f, .75f}};
        // Bin (14/15, 1]: right 2 of 2, sure 1 → gap 0; bin (11/15, 12/15]: right 1 of 2, sure .75 → gap .25,
        // half of all.
        QVERIFY(near(summarise(data).ece.value, 0.125));
    }

    void aClassThatIsAbsentIsUndefinedAndCountsNowhere() {
        // Three classes, but only two occur and only those are predicted.
        const ClassificationData data{
            3, {0, 0, 1, 1}, {.8f, .1f, .1f, .7f, .2f, .1f, .1f, .8f, .1f, .6f, .3f, .1f}};
        const auto reports = classReports(data);
        QCOMPARE(reports[2].support, 0);
        for (const Estimate& estimate : {reports[2].precision, reports[2].recall, reports[2].f1})
            QVERIFY(std::isnan(estimate.value) && std::isnan(estimate.low) && std::isnan(estimate.high));
        const auto summary = summarise(data);
        QVERIFY(near(summary.balancedAccuracy.value, 0.75));
        QVERIFY(near(summary.macroF1.value, (4. / 5 + 2. / 3) / 2));
        QVERIFY(near(summary.auroc.value, 1.0));
    }

    // wbc_dataset1 has such a class: it is missing from more than a third of the draws.
    void aClassOfOneImageHasAnInterval() {
        auto data = threeHundred();
        data.truth.resize(271);
        for (int& truth : data.truth)
            truth = truth == 2 ? 0 : truth;
        data.truth[9] = 2;
        data.probabilities.resize(271 * 3);
        const auto summary = summarise(data);
        for (const Estimate& estimate : {summary.balancedAccuracy, summary.macroF1, summary.auroc}) {
            QVERIFY(estimate.low <= estimate.value && estimate.value <= estimate.high);
            QVERIFY(estimate.low >= 0 && estimate.high <= 1);
        }
        QCOMPARE(classReports(data)[2].support, 1);
    }

    void noImagesAreUndefinedNotACrash() {
        for (const int classes : {0, 1, 3}) {
            const ClassificationData none{.classes = classes};
            QCOMPARE(classReports(none).size(), std::size_t(classes));
            const auto summary = summarise(none);
            for (const Estimate& estimate :
                 {summary.accuracy, summary.balancedAccuracy, summary.macroF1, summary.auroc, summary.ece})
                QVERIFY(std::isnan(estimate.value));
        }
    }

    void rowsWithoutTruthOrProbabilitiesAreLeftOut() {
        auto data = twelve();
        data.truth[0] = -1;
        data.truth[1] = 3;
        data.probabilities.resize(35); // the last row is cut short
        QCOMPARE(summarise(data).accuracy.value, 5. / 9);
        QCOMPARE(confusionMatrix(data), (ConfusionMatrix{{1, 1, 0}, {1, 2, 1}, {1, 0, 2}}));
    }

    void probabilitiesThatAreNoNumberAreWrongNotACrash() {
        auto data = threeHundred();
        for (std::size_t i = 0; i < data.probabilities.size(); i += 7)
            data.probabilities[i] = kNaN;
        const auto summary = summarise(data);
        QVERIFY(summary.auroc.value > 0 && summary.auroc.value < 1);
        QVERIFY(summary.ece.value >= 0 && summary.ece.value <= 1);
    }

    void crossEntropyIsTheLogarithmOfTheTruthsProbability_data() {
        QTest::addColumn<float>("probability");
        QTest::addColumn<double>("nats");
        QTest::newRow("sure") << 1.0f << 0.0;
        QTest::newRow("half") << 0.5f << 0.6931471805599453;
        QTest::newRow("one in a thousand") << 1e-3f << 6.907755278982137;
        QTest::newRow("underflow") << 0.0f << 87.33654475;
    }
    void crossEntropyIsTheLogarithmOfTheTruthsProbability() {
        QFETCH(float, probability);
        QFETCH(double, nats);
        const float row[] = {1 - probability, probability};
        QVERIFY(near(crossEntropy(row, 1), nats, 1e-6));
    }

    void crossEntropyAgainstNoClassIsUndefined() {
        const float row[] = {.5f, .5f};
        QVERIFY(std::isnan(crossEntropy(row, -1)) && std::isnan(crossEntropy(row, 2)));
    }
};

QTEST_GUILESS_MAIN(ClassificationTest)
#include "ClassificationTest.moc"
