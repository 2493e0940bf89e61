// Repeated runs and cross-validations in the window: begun on the Model page, shown on the Train page.

#include "LearnFixture.h"
#include "ui/model/ModelPage.h"
#include "ui/model/SeriesChooser.h"
#include "ui/train/RunLibrary.h"
#include "ui/train/RunListModel.h"
#include "ui/train/RunQueue.h"
#include "ui/train/TrainPage.h"
#include "ui/train/TrainingSession.h"
#include "ui/widgets/Widgets.h"
#include "workflow/Series.h"

#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

#include <cmath>
#include <set>

using namespace graft;

namespace {

constexpr int kPatienceMs = 300'000;

struct Window : test::StudioFixture {
    Window() : model(studio, session), train(studio, session) {
        test::showAndWait(model);
        test::showAndWait(train);
    }
    void open(int images = 32) {
        StudioFixture::open(test::stripedImages(folder.path(), images), {});
        model.entered();
    }
    /// With the series chosen as a person does.
    void begin(int kind, int count, int epochs) {
        model.takeOptions(test::tinyOptions(epochs));
        of<QComboBox>(model, "seriesKind")->setCurrentIndex(kind);
        of<QSpinBox>(model, "seriesCount")->setValue(count);
        QTRY_VERIFY_WITH_TIMEOUT(model.settled(), kPatienceMs);
        of<QPushButton>(model, "modelPrimary")->click();
    }
    bool idle() { return queue().waiting().empty() && !session.active() && !queue().preparing(); }
    ui::RunQueue& queue() { return ui::RunQueue::of(studio, session); }
    std::vector<runs::RunRecord> runs() { return runs::listRuns(studio.project()->runsFolder()); }
    template <typename Widget>
    static Widget* of(QWidget& page, const char* name) {
        auto* widget = page.findChild<Widget*>(QLatin1String(name));
        if (!widget)
            qFatal("no %s", name);
        return widget;
    }
    QString mean() { return of<QLabel>(train, "seriesMean")->text(); }
    QString title() { return of<QLabel>(train, "seriesTitle")->text(); }

    ui::TrainingSession session;
    ui::ModelPage model;
    ui::TrainPage train;
};

double accuracyOf(const runs::RunRecord& run) {
    for (const auto& epoch : run.epochs)
        if (epoch.epoch == run.bestEpoch)
            return epoch.values.at("val_accuracy");
    return std::nan("");
}

QString shown(double share) {
    return QLocale().toString(100 * share, 'f', 1);
}

/// Mean of three runs, with Student's interval: t(0.975; 2) = 4.302653.
QString sentenceByHand(const std::vector<runs::RunRecord>& runs) {
    const double a = accuracyOf(runs[0]), b = accuracyOf(runs[1]), c = accuracyOf(runs[2]);
    const double mean = (a + b + c) / 3;
    const double deviation =
        std::sqrt(((a - mean) * (a - mean) + (b - mean) * (b - mean) + (c - mean) * (c - mean)) / 2);
    const double half = 4.302653 * deviation / std::sqrt(3.0);
    return QStringLiteral("On average %1\u202f% of the validation images right, 95 % interval %2–%3\u202f%, "
                          "from 3 runs.")
        .arg(shown(mean), shown(std::max(0.0, mean - half)), shown(std::min(1.0, mean + half)));
}

} // namespace

class TrainSeriesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }
    void onceIsWhatItWas();
    void theChoiceSaysWhatItTells();
    void threeFoldsHaveAMean();
    void aStoppedFoldGoesOnAndTheOthersFollow();
    void aSeriesIsThereAfterARestart();
    void tooManyFoldsAreRefusedBesideTheButton();
    void seedsWaitBehindTheRunInProgress();
    void imagesThatChangedHoldTheRest();
    void whatIsMissingIsTrained();
    void aDamagedQueueIsLeftOut();

private:
    std::unique_ptr<ui::theme::Theme> m_theme;
};

void TrainSeriesTest::onceIsWhatItWas() {
    Window window;
    window.open();
    QVERIFY(!Window::of<QSpinBox>(window.model, "seriesCount")->isVisible());
    QVERIFY(!Window::of<QLabel>(window.model, "seriesNote")->isVisible());
    window.begin(0, 5, 1);
    QTRY_VERIFY_WITH_TIMEOUT(!window.runs().empty() && window.idle(), kPatienceMs);
    QTRY_VERIFY(window.train.settled());
    QCOMPARE(window.runs().size(), std::size_t(1));
    QVERIFY(!window.runs().front().series);
    QVERIFY(!Window::of<QWidget>(window.train, "seriesBox")->isVisible());
}

void TrainSeriesTest::theChoiceSaysWhatItTells() {
    ui::SeriesChooser chooser;
    QVERIFY(chooser.sentence(60).isEmpty());
    chooser.choose(ui::SeriesChooser::Kind::Seeds, 3);
    QCOMPARE(chooser.seeds(), 3);
    QCOMPARE(chooser.folds(), 1);
    QVERIFY2(chooser.sentence(60).contains("About 3 min"), qPrintable(chooser.sentence(60)));
    QVERIFY(!chooser.sentence(0).contains("About"));
    chooser.choose(ui::SeriesChooser::Kind::Folds, 99);
    QCOMPARE(chooser.folds(), 20);
    QVERIFY(chooser.sentence(0).contains("test images stay out"));
    auto* kind = Window::of<QComboBox>(chooser, "seriesKind");
    for (int i = 0; i < kind->count(); ++i)
        QVERIFY(!kind->itemData(i, Qt::ToolTipRole).toString().isEmpty());
    QVERIFY(!kind->accessibleName().isEmpty());
    QVERIFY(!Window::of<QSpinBox>(chooser, "seriesCount")->accessibleName().isEmpty());
}

void TrainSeriesTest::threeFoldsHaveAMean() {
    Window window;
    window.open();
    window.begin(2, 3, 2);
    QTRY_VERIFY_WITH_TIMEOUT(window.session.active(), kPatienceMs);
    QCOMPARE(window.queue().waiting().size(), std::size_t(2));
    QCOMPARE(window.queue().groups().size(), std::size_t(1)); // one row
    QCOMPARE(window.title(), QString("Cross-validation: 0 of 3 folds finished"));
    QTRY_VERIFY_WITH_TIMEOUT(window.idle(), kPatienceMs);
    QTRY_VERIFY(window.train.settled());
    auto runs = window.runs();
    QCOMPARE(runs.size(), std::size_t(3));
    std::set<int> folds;
    for (const auto& run : runs) {
        QVERIFY(run.series);
        QCOMPARE(run.series->id, runs[0].series->id);
        folds.insert(run.series->fold);
    }
    QCOMPARE(folds, (std::set{0, 1, 2}));
    QTRY_COMPARE(window.title(), QString("Cross-validation: 3 of 3 folds finished"));
    QCOMPARE(window.mean(), sentenceByHand(runs));
    const auto* list = Window::of<QListView>(window.train, "runList");
    for (int row = 0; row < 3; ++row) {
        const QString words = list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(words.contains(QString("fold %1 of 3").arg(3 - row)), qPrintable(words));
    }
    QVERIFY(Window::of<QWidget>(window.train, "seriesStrip")->isVisible());
}

void TrainSeriesTest::aStoppedFoldGoesOnAndTheOthersFollow() {
    Window uninterrupted;
    uninterrupted.open();
    uninterrupted.begin(2, 2, 12);
    QTRY_VERIFY_WITH_TIMEOUT(uninterrupted.runs().size() == 2 && uninterrupted.idle(), kPatienceMs);
    Window window;
    window.open();
    window.begin(2, 2, 12);
    QTRY_VERIFY_WITH_TIMEOUT(window.session.live().epochs.size() >= 2, kPatienceMs);
    Window::of<QPushButton>(window.train, "trainPrimary")->click();
    QTRY_VERIFY_WITH_TIMEOUT(window.queue().held(), kPatienceMs);
    QTRY_VERIFY(window.train.settled());
    QVERIFY(window.runs().front().state == runs::State::Stopped);
    QCOMPARE(window.queue().waiting().size(), std::size_t(1));
    Window::of<QPushButton>(window.train, "resumeButton")->click();
    QTRY_VERIFY_WITH_TIMEOUT(window.idle() && window.train.settled(), kPatienceMs);
    QVERIFY2(!Window::of<ui::InlineMessage>(window.train, "trainMessage")->isVisible(), "it was refused");
    const auto expected = uninterrupted.runs(), found = window.runs();
    QCOMPARE(found.size(), std::size_t(2));
    for (std::size_t i = 0; i < 2; ++i) {
        QVERIFY(found[i].state == runs::State::Finished);
        QCOMPARE(found[i].epochs.size(), expected[i].epochs.size());
        for (std::size_t epoch = 0; epoch < found[i].epochs.size(); ++epoch)
            QCOMPARE(found[i].epochs[epoch].values, expected[i].epochs[epoch].values);
    }
    QCOMPARE(window.mean(), uninterrupted.mean());
}

void TrainSeriesTest::aSeriesIsThereAfterARestart() {
    Window first;
    first.open();
    first.begin(1, 3, 20);
    QTRY_VERIFY_WITH_TIMEOUT(first.runs().size() == 2 && !first.session.live().epochs.empty(), kPatienceMs);
    first.session.stop();
    QTRY_VERIFY_WITH_TIMEOUT(first.queue().held(), kPatienceMs);
    const auto project = first.studio.project()->folder();
    first.studio.closeProject();

    Window second;
    QVERIFY(second.studio.openProject(project));
    QTRY_VERIFY(second.train.settled());
    QCOMPARE(second.queue().waiting().size(), std::size_t(1));
    QVERIFY(second.queue().waiting().front().series);
    QVERIFY(second.queue().held());
    QTRY_COMPARE(second.title(), QString("Repeated runs: 1 of 3 seeds finished"));
    QVERIFY2(second.mean().contains("of one run there is no interval"), qPrintable(second.mean()));
    Window::of<QPushButton>(second.train, "resumeButton")->click();
    QTRY_VERIFY_WITH_TIMEOUT(second.idle() && second.train.settled(), kPatienceMs);
    QTRY_COMPARE(second.title(), QString("Repeated runs: 3 of 3 seeds finished"));
    QCOMPARE(second.mean(), sentenceByHand(second.runs()));
    QVERIFY(!Window::of<QPushButton>(second.train, "trainMissing")->isVisible());
}

void TrainSeriesTest::tooManyFoldsAreRefusedBesideTheButton() {
    Window window;
    window.open(16);
    window.begin(2, 20, 1);
    auto* message = Window::of<ui::InlineMessage>(window.model, "modelMessage");
    QTRY_VERIFY_WITH_TIMEOUT(message->isVisible(), kPatienceMs);
    QVERIFY(message->findChildren<QLabel*>().size() > 0);
    QVERIFY(!window.session.active() && window.queue().waiting().empty());
    QVERIFY(window.runs().empty());
}

void TrainSeriesTest::seedsWaitBehindTheRunInProgress() {
    Window window;
    window.open();
    window.begin(0, 5, 200);
    QTRY_VERIFY_WITH_TIMEOUT(window.session.active(), kPatienceMs);
    Window::of<QComboBox>(window.model, "seriesKind")->setCurrentIndex(1);
    Window::of<QSpinBox>(window.model, "seriesCount")->setValue(4);
    Window::of<QPushButton>(window.model, "enqueueButton")->click();
    window.queue().add(test::tinyOptions(1));
    QCOMPARE(window.queue().waiting().size(), std::size_t(5));
    const auto groups = window.queue().groups();
    QCOMPARE(groups.size(), std::size_t(2));
    QCOMPARE(groups[0].count, std::size_t(4));
    std::vector<std::uint64_t> seeds;
    for (const ui::WaitingRun& run : window.queue().waiting())
        seeds.push_back(run.options.seed);
    QCOMPARE(seeds, (std::vector<std::uint64_t>{0, 1, 2, 3, 0}));
    Window::of<QToolButton>(window.train, "queueUp1")->click(); // over the whole series
    QVERIFY(!window.queue().waiting()[0].series && window.queue().waiting()[4].series);
    QTRY_COMPARE(window.train.findChildren<QToolButton*>("queueRemove1").size(), 1);
    Window::of<QToolButton>(window.train, "queueRemove1")->click();
    QCOMPARE(window.queue().waiting().size(), std::size_t(1));
    window.session.stop();
    QTRY_VERIFY_WITH_TIMEOUT(!window.session.active(), kPatienceMs);
}

void TrainSeriesTest::imagesThatChangedHoldTheRest() {
    Window window;
    window.open();
    window.begin(2, 2, 12);
    QTRY_VERIFY_WITH_TIMEOUT(!window.session.live().epochs.empty(), kPatienceMs);
    const auto& project = *window.studio.project();
    const auto& image = project.images().front();
    const ClassId other = project.classes().back().id;
    QVERIFY(image.label != other);
    QVERIFY(window.studio.project()->assignClass({image.id}, other));
    QTRY_VERIFY_WITH_TIMEOUT(window.queue().held(), kPatienceMs);
    QVERIFY(!window.session.active());
    QCOMPARE(window.runs().size(), std::size_t(1));
    QCOMPARE(window.queue().waiting().size(), std::size_t(1));
    QVERIFY(Window::of<ui::InlineMessage>(window.train, "trainMessage")->isVisible());
    window.studio.project()->undoStack().undo();
    Window::of<QPushButton>(window.train, "startQueue")->click();
    QTRY_VERIFY_WITH_TIMEOUT(window.idle(), kPatienceMs);
    QCOMPARE(window.runs().size(), std::size_t(2));
}

void TrainSeriesTest::whatIsMissingIsTrained() {
    Window window;
    window.open();
    window.begin(2, 3, 1);
    QTRY_VERIFY_WITH_TIMEOUT(window.queue().waiting().size() == 2, kPatienceMs);
    QTRY_COMPARE(window.train.findChildren<QToolButton*>("queueRemove0").size(), 1);
    Window::of<QToolButton>(window.train, "queueRemove0")->click();
    QTRY_VERIFY_WITH_TIMEOUT(window.idle() && window.train.settled(), kPatienceMs);
    auto* missing = Window::of<QPushButton>(window.train, "trainMissing");
    QTRY_VERIFY(missing->isVisible());
    QCOMPARE(missing->text(), QString("Train the 2 missing runs"));
    missing->click();
    QTRY_VERIFY_WITH_TIMEOUT(window.runs().size() == 3 && window.idle() && window.train.settled(),
                             kPatienceMs);
    QTRY_COMPARE(window.title(), QString("Cross-validation: 3 of 3 folds finished"));
    QVERIFY(!missing->isVisible());
}

void TrainSeriesTest::aDamagedQueueIsLeftOut() {
    Window window;
    window.open();
    const auto folder = window.studio.project()->folder();
    const std::string options = training::toJson(test::tinyOptions(1));
    QJsonArray queue{7, QJsonObject{{"options", 5}}, QJsonObject()};
    queue.append(QJsonObject{{"options", QString::fromStdString(options)}, {"series", "{\"id\":\"x\"}"}});
    queue.append(QString::fromStdString(options)); // the one that is whole
    QVERIFY(window.studio.project()->setSetting("run_queue", QJsonDocument(queue).toJson().toStdString()));
    window.studio.closeProject();
    QVERIFY(window.studio.openProject(folder));
    QCOMPARE(window.queue().waiting().size(), std::size_t(1));
    QVERIFY(!window.queue().waiting().front().series);
}

QTEST_MAIN(TrainSeriesTest)
#include "TrainSeriesTest.moc"
