// Runs that wait for the one in progress, and two runs beside each other.

#include "LearnFixture.h"
#include "training/EvaluationFile.h"
#include "ui/train/EpochTableModel.h"
#include "ui/train/OptionWords.h"
#include "ui/train/QueueList.h"
#include "ui/train/RunComparison.h"
#include "ui/train/RunLibrary.h"
#include "ui/train/RunQueue.h"
#include "ui/train/TrainPage.h"
#include "ui/train/TrainingSession.h"
#include "ui/widgets/Widgets.h"

#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace graft;

namespace {

constexpr int kPatienceMs = 300'000;

training::TrainingOptions withSeed(int epochs, std::uint64_t seed) {
    training::TrainingOptions options = test::tinyOptions(epochs);
    options.seed = seed;
    return options;
}

std::vector<std::uint64_t> seeds(const ui::RunQueue& queue) {
    std::vector<std::uint64_t> seeds;
    for (const ui::WaitingRun& run : queue.waiting())
        seeds.push_back(run.options.seed);
    return seeds;
}

using Seeds = std::vector<std::uint64_t>;

struct Page : test::StudioFixture {
    Page() : page(studio, session) {
        test::showAndWait(page);
        open(test::stripedImages(folder.path(), 32), {});
    }
    ui::RunQueue& queue() { return ui::RunQueue::of(studio, session); }
    std::vector<runs::RunRecord> runs() { return runs::listRuns(studio.project()->runsFolder()); }
    template <typename Widget>
    Widget* find(const char* name) {
        auto* widget = page.findChild<Widget*>(QLatin1String(name));
        if (!widget)
            qFatal("no %s", name);
        return widget;
    }

    ui::TrainingSession session;
    ui::TrainPage page;
};

} // namespace

class TrainQueueTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }
    void oneRunsAfterTheOther();
    void afterStopTheyWaitToBeStarted();
    void theOrderIsThePersons();
    void theyAreKeptInTheProject();
    void whatCannotStartSaysWhyAndWaits();
    void anotherRunTakesOver();
    void optionsThatDifferAreBesideEachOther();
    void theBalancedColumnIsThereWhereClassesCountAlike();
    void optionsOfARunAreOffered();
    void everyOptionHasAName();

private:
    std::unique_ptr<ui::theme::Theme> m_theme;
};

void TrainQueueTest::oneRunsAfterTheOther() {
    Page fixture;
    for (std::uint64_t seed = 1; seed <= 3; ++seed)
        fixture.queue().add(withSeed(1, seed));
    QCOMPARE(seeds(fixture.queue()), (Seeds{2, 3}));
    QVERIFY(fixture.find<QWidget>("runQueue")->isVisible());
    QVERIFY(fixture.find<QPushButton>("startQueue")->isHidden());
    QTRY_VERIFY_WITH_TIMEOUT(fixture.queue().waiting().empty() && !fixture.session.active(), kPatienceMs);
    QTRY_VERIFY(fixture.page.settled());
    QCOMPARE(fixture.runs().size(), std::size_t(3));
    QVERIFY(!fixture.find<QWidget>("runQueue")->isVisible());
}

void TrainQueueTest::afterStopTheyWaitToBeStarted() {
    Page fixture;
    fixture.queue().add(withSeed(200, 1));
    fixture.queue().add(withSeed(1, 2));
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.session.live().epochs.empty(), kPatienceMs);
    fixture.find<QPushButton>("trainPrimary")->click();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.queue().held(), kPatienceMs);
    QTest::qWait(300);
    QVERIFY(!fixture.session.active());
    QCOMPARE(seeds(fixture.queue()), (Seeds{2}));
    auto* start = fixture.find<QPushButton>("startQueue");
    QVERIFY(start->isVisible());
    start->click();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.queue().waiting().empty() && !fixture.session.active(), kPatienceMs);
    QCOMPARE(fixture.runs().size(), std::size_t(2));
}

void TrainQueueTest::theOrderIsThePersons() {
    Page fixture;
    fixture.queue().add(withSeed(200, 1));
    for (std::uint64_t seed = 2; seed <= 4; ++seed)
        fixture.queue().add(withSeed(1, seed));
    fixture.find<QToolButton>("queueUp1")->click();
    QCOMPARE(seeds(fixture.queue()), (Seeds{3, 2, 4}));
    QVERIFY(!fixture.find<QToolButton>("queueUp0")->isEnabled());
    QTRY_COMPARE(fixture.page.findChildren<QToolButton*>("queueRemove2").size(), 1); // old rows are gone
    fixture.find<QToolButton>("queueRemove2")->click();
    QCOMPARE(seeds(fixture.queue()), (Seeds{3, 2}));
    fixture.session.stop();
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.session.active(), kPatienceMs);
}

void TrainQueueTest::theyAreKeptInTheProject() {
    Page fixture;
    fixture.queue().add(withSeed(200, 1));
    fixture.queue().add(withSeed(1, 2));
    const auto folder = fixture.studio.project()->folder();
    fixture.studio.closeProject();
    QVERIFY(fixture.queue().waiting().empty());
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.session.active(), kPatienceMs);
    QVERIFY(fixture.studio.openProject(folder));
    QCOMPARE(seeds(fixture.queue()), (Seeds{2}));
    QVERIFY2(fixture.queue().held(), "nothing starts by itself when a project is opened");
    QTest::qWait(300);
    QVERIFY(!fixture.session.active());
    QVERIFY(fixture.find<QPushButton>("startQueue")->isVisibleTo(&fixture.page));
}

void TrainQueueTest::whatCannotStartSaysWhyAndWaits() {
    Page fixture;
    fixture.queue().add(withSeed(1, 1));
    training::TrainingOptions options = withSeed(1, 5);
    options.weights = "nobody.has_them";
    fixture.queue().add(options);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.queue().held(), kPatienceMs);
    QCOMPARE(seeds(fixture.queue()), (Seeds{5}));
    QVERIFY(fixture.find<ui::InlineMessage>("trainMessage")->isVisibleTo(&fixture.page));
}

void TrainQueueTest::anotherRunTakesOver() {
    Page fixture;
    fixture.queue().add(withSeed(200, 1));
    fixture.queue().add(withSeed(1, 2));
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.session.live().epochs.empty(), kPatienceMs);
    fixture.queue().startNow(withSeed(1, 9));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.session.live().options.seed, std::uint64_t(9), kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.queue().waiting().empty() && !fixture.session.active(), kPatienceMs);
    QCOMPARE(fixture.runs().size(), std::size_t(3));
}

void TrainQueueTest::optionsThatDifferAreBesideEachOther() {
    Page fixture;
    for (std::uint64_t seed = 1; seed <= 2; ++seed) {
        training::TrainingOptions options = withSeed(1, seed);
        options.balanced = seed == 2;
        fixture.queue().add(options);
    }
    QTRY_VERIFY_WITH_TIMEOUT(fixture.queue().waiting().empty() && !fixture.session.active(), kPatienceMs);
    QTRY_VERIFY(fixture.page.settled());
    auto* compared = fixture.find<QComboBox>("comparedRun");
    QTRY_COMPARE(compared->count(), 2);
    QVERIFY(fixture.page.findChild<QWidget*>("optionDifferences") == nullptr);
    compared->setCurrentIndex(1);
    QTRY_VERIFY(fixture.page.settled());
    QStringList words;
    for (auto* label : fixture.find<QWidget>("optionDifferences")->findChildren<QLabel*>())
        words << label->text();
    QVERIFY2(words.contains("Seed") && words.contains("Draw every class equally often"),
             qPrintable(words.join('|')));
    QVERIFY(words.contains("yes") && words.contains("no"));
    QCOMPARE(words.size(), 3 * 3); // two options and the heading
    QVERIFY(fixture.find<QLabel>("pairedRuns")->text().contains("Evaluate both runs"));

    const auto runs = fixture.runs();
    const auto write = [&](std::size_t run, const std::vector<float>& probabilities) {
        QVERIFY(training::writeEvaluation(runs[run].folder / "evaluation-val.json",
                                          test::evaluationOf({"a", "b"}, {0, 0, 1}, probabilities)));
    };
    write(0, {1, 0, 1, 0, 0, 1});
    write(1, {1, 0, 0, 1, 0, 1});
    compared->setCurrentIndex(0);
    compared->setCurrentIndex(1);
    QTRY_VERIFY(fixture.page.settled());
    const QString sentence = fixture.find<QLabel>("pairedRuns")->text();
    QVERIFY2(sentence.contains("Of 3 validation images") && sentence.contains("chance"),
             qPrintable(sentence));
}

void TrainQueueTest::theBalancedColumnIsThereWhereClassesCountAlike() {
    Page fixture;
    for (const bool balanced : {false, true}) {
        training::TrainingOptions options = withSeed(1, 1);
        options.balanced = balanced;
        fixture.queue().add(options);
    }
    QTRY_VERIFY_WITH_TIMEOUT(fixture.queue().waiting().empty() && !fixture.session.active(), kPatienceMs);
    auto* list = fixture.find<QListView>("runList");
    QTRY_COMPARE(list->model()->rowCount(), 2);
    const auto hidden = [&](int row) {
        list->setCurrentIndex(list->model()->index(row, 0));
        [&] { QTRY_VERIFY(fixture.page.settled()); }();
        return fixture.find<QTableView>("epochTable")
            ->isColumnHidden(ui::EpochTableModel::ValidationBalanced);
    };
    QVERIFY(!hidden(0)); // the newer one, balanced
    QVERIFY(hidden(1));
    QVERIFY(!hidden(0));
}

void TrainQueueTest::optionsOfARunAreOffered() {
    Page fixture;
    fixture.queue().add(withSeed(1, 42));
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.session.active(), kPatienceMs);
    QTRY_VERIFY(fixture.page.settled());
    QSignalSpy taken(&fixture.page, &ui::TrainPage::optionsTaken);
    fixture.find<QPushButton>("reuseButton")->click();
    QCOMPARE(taken.count(), 1);
    QCOMPARE(taken[0][0].value<training::TrainingOptions>().seed, std::uint64_t(42));
}

void TrainQueueTest::everyOptionHasAName() {
    const QJsonObject object =
        QJsonDocument::fromJson(QByteArray::fromStdString(training::toJson(training::TrainingOptions())))
            .object();
    const auto check = [](const QString& name) {
        QVERIFY2(ui::option_words::title(name.toStdString()) != name, qPrintable(name));
    };
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() == "version")
            continue;
        if (it.key() != "augment" && it.key() != "learning") {
            check(it.key());
            continue;
        }
        for (const QString& inner : it.value().toObject().keys())
            check(it.key() + '.' + inner);
    }
}

QTEST_MAIN(TrainQueueTest)
#include "TrainQueueTest.moc"
