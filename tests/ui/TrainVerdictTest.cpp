#include "LearnFixture.h"
#include "ui/train/RunWords.h"
#include "ui/train/Verdict.h"

#include <QTest>

using namespace graft;
using Epochs = std::vector<runs::EpochRecord>;

Q_DECLARE_METATYPE(Epochs)

namespace {

Epochs improving() {
    return {test::epoch(1, 0.6, 0.5, 0.7, 0.75), test::epoch(2, 0.4, 0.4, 0.8, 0.85)};
}

Epochs overfitting() {
    Epochs epochs;
    for (int i = 1; i <= 10; ++i)
        epochs.push_back(test::epoch(i, 0.5 / i, i < 3 ? 0.4 : 0.3 + 0.03 * i, 0.9, 0.88));
    return epochs;
}

Epochs wideGap() {
    return {test::epoch(1, 0.5, 0.5, 0.8, 0.75), test::epoch(2, 0.2, 0.5, 0.95, 0.76),
            test::epoch(3, 0.1, 0.5, 0.99, 0.76)};
}

Epochs levelled() {
    Epochs epochs{test::epoch(1, 0.3, 0.2, 0.9, 0.95)};
    for (int i = 2; i <= 9; ++i)
        epochs.push_back(test::epoch(i, 0.29, 0.205, 0.9, 0.94));
    return epochs;
}

} // namespace

class TrainVerdictTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void oneSentenceForEachCourse_data();
    void oneSentenceForEachCourse();
    void moreFreezingIsAdvisedOnlyWhereThereIsMoreToFreeze();
    void aRunIsNamedByItsModelAndItsStart();
};

void TrainVerdictTest::oneSentenceForEachCourse_data() {
    QTest::addColumn<Epochs>("epochs");
    QTest::addColumn<int>("best");
    QTest::addColumn<bool>("running");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing yet") << Epochs() << 0 << true << "first epoch";
    QTest::newRow("ended at once") << Epochs() << 0 << false << "before its first epoch";
    QTest::newRow("improving") << improving() << 2 << true << "Still improving";
    QTest::newRow("overfitting") << overfitting() << 3 << true << "Overfitting: since epoch";
    QTest::newRow("wide gap") << wideGap() << 2 << true << "99.0";
    QTest::newRow("levelled off") << levelled() << 1 << true << "Levelled off";
    QTest::newRow("over") << levelled() << 1 << false << "The best epoch is 1";
}

void TrainVerdictTest::oneSentenceForEachCourse() {
    QFETCH(Epochs, epochs);
    QFETCH(int, best);
    QFETCH(bool, running);
    QFETCH(QString, says);
    const QString sentence =
        ui::verdict(epochs, best > 0 ? std::optional(best) : std::nullopt, running, false);
    QVERIFY2(sentence.contains(says), qPrintable(sentence));
}

void TrainVerdictTest::moreFreezingIsAdvisedOnlyWhereThereIsMoreToFreeze() {
    QVERIFY(ui::verdict(wideGap(), 2, false, false).contains("frozen"));
    QVERIFY(!ui::verdict(wideGap(), 2, false, true).contains("frozen"));
    QVERIFY(ui::verdict(wideGap(), 2, false, true).contains("more augmentation"));
}

void TrainVerdictTest::aRunIsNamedByItsModelAndItsStart() {
    runs::RunRecord run;
    run.id = "20261124-093011-resnet50";
    training::TrainingOptions options;
    options.epochs = 5;
    run.optionsJson = training::toJson(options);
    run.state = runs::State::Interrupted;
    run.epochs = improving();
    run.bestEpoch = 2;
    QVERIFY(ui::run_words::title(run).startsWith("ResNet-50"));
    QVERIFY(ui::run_words::title(run).contains("09:30"));
    QVERIFY(ui::run_words::summary(run).contains("2 of 5 epochs"));
    QVERIFY(ui::run_words::resumable(run));
    run.state = runs::State::Finished;
    QVERIFY(!ui::run_words::resumable(run));
    QVERIFY(ui::run_words::evaluable(run));
    run.bestEpoch.reset();
    QVERIFY(!ui::run_words::evaluable(run));
}

QTEST_GUILESS_MAIN(TrainVerdictTest)
#include "TrainVerdictTest.moc"
