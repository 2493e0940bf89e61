#include "jobs/Job.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QtTest>

#include <atomic>
#include <stdexcept>

using namespace graft;
using namespace graft::jobs;

namespace {
void waitForStop(const Monitor& monitor) {
    while (!monitor.stopRequested())
        QThread::msleep(1);
}
} // namespace

class JobQueueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void workRunsElsewhereAndEndsHere() {
        JobQueue queue;
        QThread* worker = nullptr;
        QThread* finisher = nullptr;
        Job* job = queue.start(
            "Import", this,
            [&](const Monitor&) {
                worker = QThread::currentThread();
                return QString();
            },
            [&](const Job& done) {
                finisher = QThread::currentThread();
                QCOMPARE(done.state(), JobState::Done);
            });
        QSignalSpy finished(job, &Job::finished);
        QCOMPARE(job->state(), JobState::Waiting);
        QCOMPARE(job->title(), QString("Import"));
        QVERIFY(finished.wait(5000));
        QVERIFY(worker && worker != QThread::currentThread());
        QCOMPARE(finisher, QThread::currentThread());
        QVERIFY(job->isOver() && job->message().isEmpty());
        QTest::qWait(150);
        QCOMPARE(finished.count(), 1);
    }

    void aMessageOrAnExceptionIsAFailure_data() {
        QTest::addColumn<bool>("throws");
        QTest::newRow("message") << false;
        QTest::newRow("exception") << true;
    }
    void aMessageOrAnExceptionIsAFailure() {
        QFETCH(bool, throws);
        JobQueue queue;
        Job* job = queue.start("x", nullptr, [throws](const Monitor&) -> QString {
            if (throws)
                throw std::runtime_error("no such tensor");
            return "no such tensor";
        });
        QSignalSpy finished(job, &Job::finished);
        QVERIFY(finished.wait(5000));
        QCOMPARE(job->state(), JobState::Failed);
        QVERIFY(job->message().contains("no such tensor"));
    }

    void progressIsThinnedOutAndTheLastOfItArrives() {
        JobQueue queue;
        QSemaphore goOn;
        Job* job = queue.start("x", nullptr, [&](const Monitor& monitor) {
            for (int i = 1; i <= 100000; ++i)
                monitor.report(i, 200000, "reading");
            goOn.acquire();
            monitor.report(200000, 200000);
            return QString();
        });
        QSignalSpy progressed(job, &Job::progressed);
        QTRY_COMPARE(job->progress().done, std::int64_t(100000)); // the last before a silence, too
        QCOMPARE(job->state(), JobState::Running);
        QCOMPARE(QString::fromStdString(job->progress().activity), QString("reading"));
        QVERIFY(job->secondsLeft() >= 0);
        QVERIFY(progressed.count() < 100);
        goOn.release();
        QSignalSpy finished(job, &Job::finished);
        QVERIFY(finished.wait(5000));
        QCOMPARE(job->progress().done, std::int64_t(200000));
        QVERIFY(job->secondsLeft() < 0);
    }

    void aRunningJobStopsWhenItSeesTheStop() {
        JobQueue queue;
        bool told = false;
        Job* job = queue.start(
            "x", this,
            [](const Monitor& monitor) {
                waitForStop(monitor);
                return QString();
            },
            [&](const Job& done) { told = done.state() == JobState::Cancelled; });
        QSignalSpy finished(job, &Job::finished);
        QTRY_COMPARE(job->state(), JobState::Running);
        job->cancel();
        job->cancel();
        QVERIFY(finished.wait(5000));
        QVERIFY(told);
        QCOMPARE(job->state(), JobState::Cancelled);
    }

    void aWaitingJobIsCancelledWithoutBeginning() {
        JobQueue queue(1);
        std::atomic<bool> began = false;
        Job* first = queue.start("first", nullptr, [](const Monitor& monitor) {
            waitForStop(monitor);
            return QString();
        });
        Job* second = queue.start("second", nullptr, [&](const Monitor&) {
            began = true;
            return QString();
        });
        QTRY_COMPARE(first->state(), JobState::Running);
        QSignalSpy finished(second, &Job::finished);
        second->cancel();
        QCOMPARE(finished.count(), 0); // never inside the call
        QVERIFY(finished.wait(5000));  // though the only thread is busy
        QCOMPARE(second->state(), JobState::Cancelled);
        first->cancel();
        QTRY_VERIFY(first->isOver());
        QVERIFY(!began);
        QCOMPARE(finished.count(), 1);
    }

    void nobodyIsCalledWhoHasGone() {
        JobQueue queue;
        bool called = false;
        bool posted = false;
        QSemaphore goOn;
        auto* context = new QObject;
        Job* job = queue.start(
            "x", context,
            [&, context](const Monitor&) {
                goOn.acquire();
                JobQueue::post(context, [&] { posted = true; });
                return QString();
            },
            [&](const Job&) { called = true; });
        QSignalSpy finished(job, &Job::finished);
        delete context;
        goOn.release();
        QVERIFY(finished.wait(5000));
        QVERIFY(!called && !posted);
    }

    void postedCallsComeInOrderOnTheUiThread() {
        JobQueue queue;
        QObject context;
        std::vector<int> order;
        Job* job = queue.start("x", &context, [&](const Monitor&) {
            for (int i = 0; i < 100; ++i)
                JobQueue::post(&context, [&order, i] { order.push_back(i); });
            return QString();
        });
        QSignalSpy finished(job, &Job::finished);
        QVERIFY(finished.wait(5000));
        QCOMPARE(order.size(), std::size_t(100)); // all of them before the end
        QVERIFY(std::is_sorted(order.begin(), order.end()));
    }

    void theEndOfTheQueueWaitsForItsWorkers() {
        std::atomic<int> ended = 0;
        bool called = false;
        {
            JobQueue queue(2);
            for (int i = 0; i < 5; ++i)
                queue.start(
                    "x", this,
                    [&](const Monitor& monitor) {
                        waitForStop(monitor);
                        QThread::msleep(20);
                        ++ended;
                        return QString();
                    },
                    [&](const Job&) { called = true; });
            QTest::qWait(30);
        }
        QCOMPARE(ended.load(), 2); // those that had begun
        QTest::qWait(20);
        QVERIFY(!called);
    }

    void theListFollows() {
        JobQueue queue;
        QSignalSpy added(&queue, &JobQueue::jobAdded);
        QSignalSpy removed(&queue, &JobQueue::jobRemoved);
        queue.start("x", nullptr, [](const Monitor&) { return QString(); });
        QCOMPARE(added.count(), 1);
        QCOMPARE(queue.jobs().size(), std::size_t(1));
        QVERIFY(removed.wait(20000));
        QVERIFY(queue.jobs().empty());
    }
};

QTEST_GUILESS_MAIN(JobQueueTest)
#include "JobQueueTest.moc"
