#include "LearnFixture.h"
#include "training/Recipes.h"
#include "ui/train/RunWords.h"
#include "ui/train/Treatments.h"
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

/// Of nine penalties the second is kept, with these accuracies; the weaker ones fit the training images ever
/// better, and new ones ever worse.
Epochs solved(double training, double validation) {
    Epochs epochs;
    for (int i = 0; i < 9; ++i)
        epochs.push_back({i + 1,
                          0.1,
                          {{"l2", 10.0 / (i + 1)},
                           {"train_loss", 0.9 - 0.1 * i},
                           {"val_loss", 0.5 + 0.2 * i},
                           {"train_accuracy", i <= 1 ? training : 1.0},
                           {"val_accuracy", i == 1 ? validation : validation - 0.05}}});
    return epochs;
}

training::TrainingOptions quick() {
    return training::withRecipe({.model = "resnet18", .weights = "w"}, "quick");
}

} // namespace

class TrainVerdictTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSolvedHeadIsNoOverfitting();
    void aSolvedHeadSaysItsGap_data();
    void aSolvedHeadSaysItsGap();
    void freezingAllOfBestIsQuick();
    void oneSentenceForEachCourse_data();
    void oneSentenceForEachCourse();
    void moreFreezingIsAdvisedOnlyWhereThereIsMoreToFreeze();
    void overfittingHasABeginning();
    void whatChoseTheBestEpochIsSaid();
    void aHigherEpochThatIsNotKeptIsNamed();
    void fewerEpochsAreThoseBeforeTheLossRose();
    void treatmentsFitTheRun_data();
    void treatmentsFitTheRun();
    void aRunIsNamedByItsModelAndItsStart();
    void whichRunsKeepOtherWeightsThanTheNewest();
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
    QTest::newRow("wide gap") << wideGap() << 2 << true << "since epoch 2 it knows the training images (99.0";
    QTest::newRow("levelled off") << levelled() << 1 << true << "Levelled off";
    QTest::newRow("over") << levelled() << 1 << false << "The best epoch is 1";
}

void TrainVerdictTest::oneSentenceForEachCourse() {
    QFETCH(Epochs, epochs);
    QFETCH(int, best);
    QFETCH(bool, running);
    QFETCH(QString, says);
    const QString sentence =
        ui::verdict({epochs, best > 0 ? std::optional(best) : std::nullopt, running, false});
    QVERIFY2(sentence.contains(says), qPrintable(sentence));
}

void TrainVerdictTest::moreFreezingIsAdvisedOnlyWhereThereIsMoreToFreeze() {
    QVERIFY(ui::verdict({wideGap(), 2, false, false}).contains("frozen"));
    QVERIFY(!ui::verdict({wideGap(), 2, false, true}).contains("frozen"));
    QVERIFY(ui::verdict({wideGap(), 2, false, true}).contains("more augmentation"));
}

void TrainVerdictTest::overfittingHasABeginning() {
    QCOMPARE(ui::overfittingSince(wideGap()), std::optional(2));
    QCOMPARE(ui::overfittingSince(overfitting()), std::optional(3));
    QVERIFY(!ui::overfittingSince(improving()));
    QVERIFY(!ui::overfittingSince(levelled()));
    QVERIFY(!ui::overfittingSince({}));
    Epochs closed = wideGap();
    closed.push_back(test::epoch(4, 0.1, 0.1, 0.99, 0.97));
    QVERIFY(!ui::overfittingSince(closed));
}

/// Where classes count alike it is not the share of all images.
void TrainVerdictTest::whatChoseTheBestEpochIsSaid() {
    Epochs epochs = improving();
    epochs.front().values["val_balanced_accuracy"] = 0.5;
    epochs.back().values["val_balanced_accuracy"] = 0.625;
    const QString plain = ui::verdict({epochs, 2, false, false, false});
    QVERIFY2(plain.contains("2: 85.0\u202f% of the validation images right."), qPrintable(plain));
    const QString alike = ui::verdict({epochs, 2, false, false, true});
    QVERIFY2(
        alike.contains("2: 62.5\u202f% of each class right on average, 85.0\u202f% of the validation images"),
        qPrintable(alike));
    Epochs heads = solved(0.8, 0.75);
    heads[1].values["cv_accuracy"] = 0.7;
    heads[1].values["cv_balanced_accuracy"] = 0.5;
    const QString folds = ui::verdict({heads, 2, false, true, true});
    QVERIFY2(folds.contains("cross-validation 50.0\u202f% of each class right on average, 70.0"),
             qPrintable(folds));
}

void TrainVerdictTest::aHigherEpochThatIsNotKeptIsNamed() {
    const Epochs epochs{test::epoch(1, 0.3, 0.2, 0.9, 0.95), test::epoch(2, 0.29, 0.205, 0.9, 0.94)};
    for (const bool running : {false, true}) {
        const QString words = ui::verdict({epochs, 2, running, false, false, true});
        QVERIFY2(words.contains("Epoch 2 is kept: 94.0") && words.contains("Epoch 1 had a little more"),
                 qPrintable(words));
        QVERIFY(!ui::verdict({epochs, 1, running, false, false, true}).contains("chance"));
        QVERIFY(!ui::verdict({epochs, 2, running, false, false, false}).contains("chance"));
    }
    Epochs balanced = epochs;
    balanced[0].values["val_balanced_accuracy"] = 0.9;
    balanced[1].values["val_balanced_accuracy"] = 0.89;
    QVERIFY(ui::verdict({balanced, 2, false, false, true, true}).contains("higher balanced accuracy"));
    QVERIFY(ui::verdict({balanced, 2, false, false, false, true}).contains("a little more right"));
    const Epochs level{test::epoch(1, 0.3, 0.2, 0.9, 0.95), test::epoch(2, 0.29, 0.205, 0.9, 0.95)};
    const QString words = ui::verdict({level, 2, true, false, false, true});
    QVERIFY2(words.startsWith("Epoch 2 is the best so far"), qPrintable(words));
}

/// The latest of equals would be as many epochs as there were.
void TrainVerdictTest::fewerEpochsAreThoseBeforeTheLossRose() {
    training::TrainingOptions options{.model = "resnet18", .weights = "w", .freeze = "layer3", .epochs = 10};
    options.learning.keepLatest = true;
    QVERIFY(ui::verdict({overfitting(), 10, false, false, false, true}).contains("Epoch 10 is kept"));
    const auto found = ui::treatments(options, overfitting(), 10);
    QVERIFY(std::ranges::any_of(
        found, [](const ui::Treatment& treatment) { return treatment.options.epochs == 3; }));
}

void TrainVerdictTest::treatmentsFitTheRun_data() {
    QTest::addColumn<QString>("weights");
    QTest::addColumn<QString>("freeze");
    QTest::addColumn<double>("dropout");
    QTest::addColumn<bool>("augmented");
    QTest::addColumn<QStringList>("names");
    const QString more = "More augmentation", dropout = "More dropout", epochs = "Only 3 epochs";
    QTest::newRow("nothing frozen") << "w"
                                    << "none" << 0.2 << false
                                    << QStringList{more, "Freeze up to layer2", dropout, epochs};
    QTest::newRow("partly frozen") << "w"
                                   << "layer2" << 0.2 << false
                                   << QStringList{more, "Freeze up to layer3", dropout, epochs};
    QTest::newRow("all but the last block")
        << "w"
        << "layer3" << 0.2 << false << QStringList{more, "Freeze all but the head", dropout, epochs};
    QTest::newRow("all frozen") << "w"
                                << "all" << 0.2 << false << QStringList{more, dropout, epochs};
    QTest::newRow("from scratch") << "none"
                                  << "none" << 0.2 << false << QStringList{more, dropout, epochs};
    QTest::newRow("done already") << "w"
                                  << "all" << 0.5 << true << QStringList{epochs};
}

void TrainVerdictTest::treatmentsFitTheRun() {
    QFETCH(QString, weights);
    QFETCH(QString, freeze);
    QFETCH(double, dropout);
    QFETCH(bool, augmented);
    training::TrainingOptions options{.model = "resnet18",
                                      .weights = weights.toStdString(),
                                      .freeze = freeze.toStdString(),
                                      .epochs = 10,
                                      .dropout = dropout};
    if (augmented)
        options.augment = {.rotationDegrees = 30, .minimumScale = 0.2, .brightness = 0.4, .contrast = 0.4};
    QStringList names;
    for (const ui::Treatment& treatment : ui::treatments(options, overfitting(), 3)) {
        names << treatment.name;
        QVERIFY(treatment.options.check().ok());
        QVERIFY(toJson(treatment.options) != toJson(options));
        // What turns left into right is never switched on unasked.
        QVERIFY(!treatment.options.augment.horizontalFlip && !treatment.options.augment.verticalFlip);
    }
    QTEST(names, "names");
    QVERIFY(ui::treatments(options, improving(), 2).empty());
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

void TrainVerdictTest::whichRunsKeepOtherWeightsThanTheNewest() {
    training::TrainingOptions options{.model = "resnet18", .weights = "w", .freeze = "layer3"};
    QVERIFY(!ui::run_words::keepsOtherWeights(options));
    options.learning.averageDecay = 0.99;
    QVERIFY(ui::run_words::keepsOtherWeights(options));
    options.learning.averageDecay = 0;
    options.learning.startShare = 0.5;
    QVERIFY(ui::run_words::keepsOtherWeights(options));
    QVERIFY(ui::run_words::keepsOtherWeights(training::withRecipe(options, "best")));
    QVERIFY(!ui::run_words::keepsOtherWeights(quick()));
}

/// A weaker penalty always fits the training images better; that is no run going wrong.
void TrainVerdictTest::aSolvedHeadIsNoOverfitting() {
    const Epochs epochs = solved(0.8, 0.75);
    QVERIFY(!ui::overfittingSince(epochs));
    const QString words = ui::verdict({epochs, 2, false, true});
    QVERIFY2(words.contains("number 2") && words.contains("L2 = 5") && words.contains("75"),
             qPrintable(words));
    QVERIFY2(!words.contains("Overfitting") && !words.contains("much better"), qPrintable(words));
    QVERIFY(ui::treatments(quick(), epochs, 2).empty());
    // Best begins with a solved head and goes on from there.
    const Epochs begun{solved(1, 0.6).front()};
    QVERIFY(!ui::verdict({begun, 1, true, false}).contains("penalty"));
    QVERIFY(ui::treatments(training::withRecipe(quick(), "best"), begun, 1).empty());
    // Or ends with it.
    const Epochs perfect{solved(1, 1).front()};
    for (const bool endedEarly : {true, false}) // or was stopped
        QCOMPARE(ui::verdict({perfect, 1, false, false, false, true, endedEarly}).contains("nothing more"),
                 endedEarly);
}

void TrainVerdictTest::aSolvedHeadSaysItsGap_data() {
    QTest::addColumn<double>("training");
    QTest::addColumn<double>("validation");
    QTest::addColumn<bool>("augmented");
    QTest::addColumn<bool>("wide");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("wide") << 1.0 << 0.6 << false << true << QStringList{"More augmentation"};
    QTest::newRow("wide, augmented already") << 1.0 << 0.6 << true << true << QStringList();
    QTest::newRow("as wide as is usual") << 0.98 << 0.89 << false << false << QStringList();
    QTest::newRow("better than on the training images") << 0.7 << 0.9 << false << false << QStringList();
}

void TrainVerdictTest::aSolvedHeadSaysItsGap() {
    QFETCH(double, training);
    QFETCH(double, validation);
    QFETCH(bool, augmented);
    QFETCH(bool, wide);
    const Epochs epochs = solved(training, validation);
    training::TrainingOptions options = quick();
    if (augmented)
        options.augment = {.rotationDegrees = 30, .minimumScale = 0.2, .brightness = 0.4, .contrast = 0.4};
    const QString words = ui::verdict({epochs, 2, false, true});
    QVERIFY2(words.startsWith("Each epoch is the best head") && !words.contains("Overfitting"),
             qPrintable(words));
    QVERIFY2(wide ==
                 words.contains("knows the training images (100.0\u202f%) much better than new ones (60.0"),
             qPrintable(words));
    QCOMPARE(words.contains("smaller backbone"), wide);
    QStringList names;
    for (const ui::Treatment& treatment : ui::treatments(options, epochs, 2)) {
        names << treatment.name;
        QVERIFY(treatment.options.check().ok());
        QCOMPARE(treatment.options.recipe, std::string("quick"));
    }
    QTEST(names, "names");
}

/// Best lets blocks learn, so that it cannot be what trains the head alone.
void TrainVerdictTest::freezingAllOfBestIsQuick() {
    training::TrainingOptions options{.model = "resnet18", .weights = "w", .freeze = "layer3"};
    options = training::withRecipe(options, "best");
    QVERIFY(options.check().ok());
    for (const ui::Treatment& treatment : ui::treatments(options, overfitting(), 3)) {
        if (treatment.name != "Freeze all but the head")
            continue;
        QVERIFY(treatment.options.check().ok());
        QCOMPARE(treatment.options.recipe, std::string("quick"));
        QCOMPARE(treatment.options.freeze, std::string("all"));
        QCOMPARE(treatment.options.seed, options.seed);
        return;
    }
    QFAIL("freezing all but the head is not offered");
}

QTEST_GUILESS_MAIN(TrainVerdictTest)
#include "TrainVerdictTest.moc"
