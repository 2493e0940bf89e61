#include "ui/train/TrainPage.h"
#include "LearnFixture.h"
#include "ui/train/RunLibrary.h"
#include "ui/train/RunWords.h"
#include "ui/train/TrainingSession.h"
#include "ui/train/TreatmentBar.h"
#include "ui/widgets/Widgets.h"
#include "workflow/Workflow.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace graft;

namespace {

constexpr int kPatienceMs = 300'000;

struct Page : test::StudioFixture {
    Page() : page(studio, session) { test::showAndWait(page); }
    void openStriped() { open(test::stripedImages(folder.path(), 32), {}); }
    void start(int epochs) {
        auto input = workflow::prepareRun(*studio.project(), studio.zoo(), test::tinyOptions(epochs));
        QVERIFY2(input.ok(), input.ok() ? "" : input.error().message.c_str());
        session.start(*input, studio.project()->runsFolder());
    }
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

class TrainPageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }
    void withoutARunItLeadsToTheModel();
    void aRunIsShownWhileItGoesAndAfterwards();
    void noStaleRecordIsShownWhenARunEnds();
    void aStoppedRunIsResumedFromThePage();
    void aFailedRunIsResumedWhereItHasACheckpoint();
    void everyTreatmentHasAButton();
    void aTreatmentIsTheNextRun();
    void anEarlierRunIsLaidUnder();
    void aRunGoesToTheTrash();
    void everythingForAPersonHasAnAccessibleName();

private:
    std::unique_ptr<ui::theme::Theme> m_theme;
};

void TrainPageTest::withoutARunItLeadsToTheModel() {
    Page fixture;
    QVERIFY(!fixture.page.notReadyReason().isEmpty());
    fixture.openStriped();
    QTRY_VERIFY(fixture.page.settled());
    QVERIFY(fixture.page.notReadyReason().contains("model"));
    QSignalSpy leads(&fixture.page, &ui::Page::goTo);
    fixture.find<ui::EmptyState>("trainEmpty")->findChild<QPushButton*>()->click();
    QCOMPARE(leads.count(), 1);
    QCOMPARE(leads[0][0].value<ui::PageId>(), ui::PageId::Model);
}

void TrainPageTest::aRunIsShownWhileItGoesAndAfterwards() {
    Page fixture;
    fixture.openStriped();
    QSignalSpy leads(&fixture.page, &ui::Page::goTo);
    fixture.start(3);
    QVERIFY(fixture.page.notReadyReason().isEmpty());
    QCOMPARE(fixture.find<QPushButton>("trainPrimary")->text(), QString("Stop"));
    QVERIFY(fixture.find<QPushButton>("pauseButton")->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.session.active(), kPatienceMs);
    QTRY_VERIFY(fixture.page.settled());
    QCOMPARE(fixture.find<QTableView>("epochTable")->model()->rowCount(), 3);
    QVERIFY(fixture.find<QLabel>("trainHeadline")->text().contains("right"));
    QVERIFY(!fixture.find<QPushButton>("pauseButton")->isVisible());
    QCOMPARE(fixture.find<QPushButton>("trainPrimary")->text(), QString("Evaluate"));
    fixture.find<QPushButton>("trainPrimary")->click();
    QCOMPARE(leads.back()[0].value<ui::PageId>(), ui::PageId::Evaluate);
    QCOMPARE(fixture.find<QListView>("runList")->model()->rowCount(), 1);
}

/// The list of runs is read in the background: until it is, the page knows from the run itself.
void TrainPageTest::noStaleRecordIsShownWhenARunEnds() {
    Page fixture;
    fixture.openStriped();
    QString headline;
    QString under;
    int epochs = 0;
    bool read = true;
    connect(&fixture.session, &ui::TrainingSession::finished, this, [&] { // after the page's own
        read = ui::RunLibrary::of(fixture.studio).settled();
        headline = fixture.find<QLabel>("trainHeadline")->text();
        under = fixture.find<QLabel>("timeLeft")->text();
        epochs = fixture.find<QTableView>("epochTable")->model()->rowCount();
    });
    fixture.start(2);
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.session.active(), kPatienceMs);
    QTRY_VERIFY(!headline.isEmpty());
    QVERIFY(!read);
    QVERIFY2(headline.contains("right"), qPrintable(headline));
    QVERIFY2(!under.contains("unning"), qPrintable(under));
    QCOMPARE(epochs, 2);
    QTRY_VERIFY(fixture.page.settled());
    QVERIFY(fixture.find<QLabel>("trainHeadline")->text().contains("right"));
}

void TrainPageTest::aStoppedRunIsResumedFromThePage() {
    Page fixture;
    fixture.openStriped();
    fixture.start(40);
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.session.live().epochs.empty(), kPatienceMs);
    fixture.find<QPushButton>("trainPrimary")->click();
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.session.active(), kPatienceMs);
    QTRY_VERIFY(fixture.page.settled());
    auto* resume = fixture.find<QPushButton>("resumeButton");
    QTRY_VERIFY(resume->isVisible());
    const std::size_t done = fixture.session.live().epochs.size();
    resume->click();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.session.active(), kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.session.live().epochs.size() > done, kPatienceMs);
    QVERIFY(!resume->isVisible());
    fixture.session.stop();
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.session.active(), kPatienceMs);
}

void TrainPageTest::aFailedRunIsResumedWhereItHasACheckpoint() {
    Page fixture;
    fixture.openStriped();
    fixture.start(40);
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.session.live().epochs.empty(), kPatienceMs);
    fixture.session.stop();
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.session.active(), kPatienceMs);
    const std::string id = fixture.session.live().id;
    const auto folder = fixture.studio.project()->runsFolder() / id;
    {
        auto log = runs::RunLog::reopen(folder); // as if the disk had been full
        QVERIFY(log.ok() && log->finish(runs::State::Failed, "The disk is full.").ok());
    }
    const auto record = runs::readRun(folder);
    QVERIFY(record.ok());
    QCOMPARE(record->state, runs::State::Failed);
    QVERIFY(ui::run_words::resumable(*record));
    runs::RunRecord elsewhere = *record;
    elsewhere.folder = fixture.folder / "nothing";
    QVERIFY(!ui::run_words::resumable(elsewhere));

    ui::RunLibrary::of(fixture.studio).refresh();
    auto* resume = fixture.find<QPushButton>("resumeButton");
    auto* message = fixture.find<ui::InlineMessage>("trainMessage");
    QTRY_VERIFY(fixture.page.settled() && message->text().contains("disk is full"));
    QVERIFY(resume->isVisible());
    const std::size_t done = record->epochs.size();
    resume->click();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.session.active(), kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.session.live().epochs.size() > done, kPatienceMs);
    QVERIFY(!message->isVisible());
    fixture.session.stop();
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.session.active(), kPatienceMs);
}

void TrainPageTest::everyTreatmentHasAButton() {
    ui::TreatmentBar bar;
    QVERIFY(bar.isHidden());
    training::TrainingOptions first, second;
    first.dropout = 0.5;
    second.epochs = 7;
    bar.show({{"More dropout", "Dropout of 0.5", first}, {"Only 7 epochs", "Fewer", second}});
    QSignalSpy chosen(&bar, &ui::TreatmentBar::chosen);
    auto* button = bar.findChild<QPushButton*>("treatment1");
    QVERIFY(button);
    QCOMPARE(button->text(), QString("Only 7 epochs"));
    QCOMPARE(button->toolTip(), QString("Fewer"));
    button->click();
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].value<training::TrainingOptions>().epochs, 7);
    bar.show({}); // and goes where there is none
    QVERIFY(bar.isHidden());
}

/// From a run in progress: that one is stopped and kept, and the next one is compared with it.
void TrainPageTest::aTreatmentIsTheNextRun() {
    Page fixture;
    fixture.openStriped();
    fixture.start(40);
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.session.live().epochs.empty(), kPatienceMs);
    training::TrainingOptions options = test::tinyOptions(1);
    options.dropout = 0.5;
    QTest::qWait(1100); // the names of runs carry seconds
    Q_EMIT fixture.find<ui::TreatmentBar>("treatments")->chosen(options);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.session.live().options.dropout, 0.5, kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.session.active(), kPatienceMs);
    QTRY_VERIFY(fixture.page.settled());
    QTRY_COMPARE(fixture.find<QListView>("runList")->model()->rowCount(), 2);
    QTRY_COMPARE(fixture.find<QComboBox>("comparedRun")->currentIndex(), 1);
}

void TrainPageTest::anEarlierRunIsLaidUnder() {
    Page fixture;
    fixture.openStriped();
    for (int i = 0; i < 2; ++i) {
        fixture.start(1 + i);
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.session.active(), kPatienceMs);
        QTRY_VERIFY(fixture.page.settled());
        QTest::qWait(1100); // the names of runs carry seconds
    }
    auto* list = fixture.find<QListView>("runList");
    QTRY_COMPARE(list->model()->rowCount(), 2);
    auto* compared = fixture.find<QComboBox>("comparedRun");
    QCOMPARE(compared->count(), 2); // none, and the other one
    compared->setCurrentIndex(1);
    list->setCurrentIndex(list->model()->index(1, 0));
    QCOMPARE(fixture.find<QTableView>("epochTable")->model()->rowCount(), 1);
    QCOMPARE(compared->currentIndex(), 0); // a run is not compared with itself
}

void TrainPageTest::aRunGoesToTheTrash() {
    Page fixture;
    qputenv("XDG_DATA_HOME", QByteArray::fromStdString((fixture.folder / "data").string()));
    fixture.openStriped();
    for (int run = 0; run < 2; ++run) {
        fixture.start(1);
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.session.active(), kPatienceMs);
        QTRY_VERIFY(fixture.page.settled());
    }
    auto* list = fixture.find<QListView>("runList");
    QTRY_COMPARE(list->model()->rowCount(), 2);
    const std::string gone = ui::RunLibrary::of(fixture.studio).selected()->id;
    const auto folder = fixture.studio.project()->runsFolder() / gone;
    QSignalSpy said(&fixture.studio, &ui::Studio::notify);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Delete);
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QCOMPARE(said.count(), 1);
    QVERIFY(!said[0][1].toBool());
    QVERIFY(!std::filesystem::exists(folder));
    QVERIFY(std::filesystem::exists(fixture.folder / "data/Trash/files" / gone / "log.jsonl"));
    QVERIFY(ui::RunLibrary::of(fixture.studio).selected()->id != gone);

    const auto other = ui::RunLibrary::of(fixture.studio).selected()->folder;
    auto writer = runs::RunLog::reopen(other); // as a run under way has it
    QVERIFY(writer.ok());
    ui::RunLibrary::of(fixture.studio).moveToTrash(other.filename().string());
    QTRY_COMPARE(said.count(), 2);
    QVERIFY(said[1][0].toString().contains("under way") && said[1][1].toBool());
    QVERIFY(std::filesystem::exists(other));
    qunsetenv("XDG_DATA_HOME");
}

void TrainPageTest::everythingForAPersonHasAnAccessibleName() {
    Page fixture;
    for (auto* button : fixture.page.findChildren<QAbstractButton*>()) {
        if (button->isHidden() ||
            button->inherits("QTableCornerButton")) // Qt's own, beside headers that are hidden
            continue;
        QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(),
                 qPrintable(QLatin1String(button->metaObject()->className()) + u' ' + button->objectName()));
    }
}

QTEST_MAIN(TrainPageTest)
#include "TrainPageTest.moc"
