#include "LearnFixture.h"
#include "ui/jobs/JobLog.h"
#include "ui/jobs/JobRow.h"
#include "ui/jobs/JobsPage.h"
#include "ui/train/TrainingSession.h"
#include "ui/widgets/Widgets.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

#include <atomic>

using namespace graft;
using jobs::JobState;

namespace {

constexpr int kPatienceMs = 300'000;

struct Fixture {
    Fixture() : log(queue, session), page(log) { test::showAndWait(page); }

    /// Work that waits to be told how it ends; "fail" is its error.
    jobs::Job* start(const QString& title) {
        return queue.start(title, nullptr, [this](const Monitor& monitor) -> QString {
            monitor.report(1, 2, "looking");
            while (!finish && !monitor.stopRequested())
                QThread::msleep(5);
            return error;
        });
    }
    template <typename Widget>
    Widget& find(const char* name) {
        auto* found = page.findChild<Widget*>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return *found;
    }

    std::atomic<bool> finish = false;
    QString error;
    test::TemporaryFolder folder;
    jobs::JobQueue queue;
    ui::TrainingSession session;
    ui::JobLog log;
    const QAbstractItemModelTester tester{&log, QAbstractItemModelTester::FailureReportingMode::QtTest};
    ui::JobsPage page;
};

} // namespace

class FrameJobsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }

    void aJobIsShownFromItsStartToItsEnd();
    void aFailureSaysWhy();
    void cancellingIsAClick();
    void whatIsOverIsForgottenOnlyWhenAsked();
    void theOldestMakesRoom();
    void theRunIsAJobThatCanBePausedAndStopped();

private:
    std::unique_ptr<ui::theme::Theme> m_theme;
};

void FrameJobsTest::aJobIsShownFromItsStartToItsEnd() {
    Fixture fixture;
    QVERIFY(fixture.find<QWidget>("jobsEmpty").isVisible());
    QCOMPARE(fixture.log.overallProgress(), -1.0);
    fixture.start("Importing ants");
    QCOMPARE(fixture.log.rowCount(), 1);
    QCOMPARE(fixture.log.runningCount(), 1);
    QTRY_COMPARE(fixture.log.overallProgress(), 0.5);
    QVERIFY(fixture.find<QWidget>("jobRow").isVisible());
    QVERIFY(fixture.find<QLabel>("jobSentence").text().contains("looking"));
    QVERIFY(fixture.find<QLabel>("jobSentence").text().contains("50 %"));
    fixture.finish = true;
    QTRY_COMPARE(fixture.log.entry(0).state, JobState::Done);
    QCOMPARE(fixture.log.overallProgress(), -1.0);
    QVERIFY(fixture.find<QLabel>("jobSentence").text().startsWith("Finished in"));
    QVERIFY(!fixture.find<QPushButton>("cancelJob").isVisible());
}

void FrameJobsTest::aFailureSaysWhy() {
    Fixture fixture;
    fixture.error = "There is no network.";
    QSignalSpy failed(&fixture.log, &ui::JobLog::failed);
    fixture.start("Downloading");
    fixture.finish = true;
    QTRY_COMPARE(fixture.log.entry(0).state, JobState::Failed);
    QCOMPARE(fixture.find<QLabel>("jobSentence").text(), QString("There is no network."));
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed[0][1].toString(), QString("There is no network."));
}

void FrameJobsTest::cancellingIsAClick() {
    Fixture fixture;
    fixture.start("Importing ants");
    QTRY_COMPARE(fixture.log.entry(0).state, JobState::Running);
    fixture.find<QPushButton>("cancelJob").click();
    QTRY_COMPARE(fixture.log.entry(0).state, JobState::Cancelled);
    QVERIFY(fixture.find<QLabel>("jobSentence").text().startsWith("Cancelled"));
}

void FrameJobsTest::whatIsOverIsForgottenOnlyWhenAsked() {
    Fixture fixture;
    fixture.finish = true;
    fixture.start("one");
    fixture.start("two");
    QTRY_COMPARE(fixture.log.runningCount(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.queue.jobs().empty(), 10'000); // the queue has let them go
    QCOMPARE(fixture.log.rowCount(), 2);
    QCOMPARE(fixture.page.shownRows(), 2);
    fixture.finish = false;
    fixture.start("three");
    fixture.find<QPushButton>("forgetJobs").click();
    QCOMPARE(fixture.log.rowCount(), 1);
    QCOMPARE(fixture.log.entry(0).title, QString("three"));
    QCOMPARE(fixture.page.shownRows(), 1);
}

void FrameJobsTest::theOldestMakesRoom() {
    Fixture fixture;
    fixture.finish = true;
    for (int i = 0; i < ui::JobLog::kKept; ++i)
        fixture.start(QString::number(i));
    QTRY_COMPARE(fixture.log.runningCount(), 0);
    fixture.finish = false;
    fixture.start("last");
    QCOMPARE(fixture.log.rowCount(), ui::JobLog::kKept);
    QCOMPARE(fixture.log.entry(0).title, QString("last"));
    QCOMPARE(fixture.log.entry(ui::JobLog::kKept - 1).title, QString("1"));
}

void FrameJobsTest::theRunIsAJobThatCanBePausedAndStopped() {
    Fixture fixture;
    fixture.session.start(test::tinyRun(fixture.folder / "images", 1000), fixture.folder / "runs");
    QCOMPARE(fixture.log.rowCount(), 1);
    QVERIFY(fixture.log.entry(0).run);
    QVERIFY(fixture.log.overallProgress() >= 0);
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.session.live().epochs.empty(), kPatienceMs);
    fixture.find<QPushButton>("pauseJob").click();
    QCOMPARE(fixture.session.state(), ui::TrainingSession::State::Paused);
    QVERIFY(fixture.log.entry(0).paused);
    fixture.find<QPushButton>("pauseJob").click();
    QVERIFY(!fixture.log.entry(0).paused);
    fixture.find<QPushButton>("cancelJob").click();
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.session.active(), kPatienceMs);
    QCOMPARE(fixture.log.entry(0).state, JobState::Cancelled);
    QVERIFY(fixture.find<QLabel>("jobSentence").text().contains("kept"));
    QCOMPARE(fixture.log.overallProgress(), -1.0);
}

QTEST_MAIN(FrameJobsTest)
#include "FrameJobsTest.moc"
