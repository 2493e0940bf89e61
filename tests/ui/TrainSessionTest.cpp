#include "LearnFixture.h"
#include "ui/train/TrainingSession.h"

#include <QSignalSpy>
#include <QTest>

#include <optional>

using namespace graft;
using ui::TrainingSession;

namespace {

constexpr int kPatienceMs = 300'000;

/// A session and everything it said.
struct Watched {
    Watched() {
        QObject::connect(&session, &TrainingSession::events, &session,
                         [this](const std::vector<training::TrainingEvent>& batch) {
                             events.insert(events.end(), batch.begin(), batch.end());
                         });
        QObject::connect(&session, &TrainingSession::finished, &session,
                         [this](const QString& id, const QString& text) {
                             runId = id.toStdString();
                             message = text;
                             ended = true;
                         });
    }
    std::size_t epochs() const { return session.live().epochs.size(); }

    test::TemporaryFolder folder;
    std::vector<training::TrainingEvent> events;
    std::string runId;
    QString message;
    bool ended = false;
    TrainingSession session;
};

} // namespace

class TrainSessionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theEventsOfARunComeInOrder();
    void pauseHoldsTheRunAndContinueGoesOn();
    void stopKeepsWhatIsDoneAndResumeFinishesIt();
    void destroyingTheSessionKeepsWhatIsDone();
    void aRunThatCannotStartSaysWhy();
    void aSecondStartIsIgnoredWhileOneRuns();
};

void TrainSessionTest::theEventsOfARunComeInOrder() {
    Watched watched;
    watched.session.start(test::tinyRun(watched.folder / "images", 2), watched.folder / "runs");
    QCOMPARE(watched.session.state(), TrainingSession::State::Preparing);
    QTRY_VERIFY_WITH_TIMEOUT(watched.ended, kPatienceMs);
    QVERIFY2(!watched.runId.empty(), qPrintable(watched.message));
    QCOMPARE(watched.session.state(), TrainingSession::State::Idle);

    std::vector<int> finishedEpochs;
    std::pair<int, int> lastStep{0, 0};
    for (const auto& event : watched.events) {
        if (const auto* step = std::get_if<training::StepFinished>(&event)) {
            QVERIFY((lastStep < std::pair{step->epoch, step->step}));
            lastStep = {step->epoch, step->step};
        }
        if (const auto* epoch = std::get_if<training::EpochFinished>(&event)) {
            QCOMPARE(lastStep.first, epoch->record.epoch);
            finishedEpochs.push_back(epoch->record.epoch);
        }
    }
    QCOMPARE(finishedEpochs, (std::vector<int>{1, 2}));
    QVERIFY(std::holds_alternative<training::RunFinished>(watched.events.back()));
    QCOMPARE(watched.epochs(), 2u);
    QVERIFY(watched.session.live().bestEpoch);
    QVERIFY(watched.session.live().ended == runs::State::Finished);
}

void TrainSessionTest::pauseHoldsTheRunAndContinueGoesOn() {
    Watched watched;
    watched.session.start(test::tinyRun(watched.folder / "images", 1000), watched.folder / "runs");
    QTRY_VERIFY_WITH_TIMEOUT(watched.epochs() >= 1, kPatienceMs);
    watched.session.pause();
    QCOMPARE(watched.session.state(), TrainingSession::State::Paused);
    // The step in progress may still end; after that there is silence.
    std::size_t before = 0;
    do {
        before = watched.events.size();
        QTest::qWait(400);
    } while (watched.events.size() != before);
    QVERIFY(!watched.ended);
    watched.session.unpause();
    QCOMPARE(watched.session.state(), TrainingSession::State::Training);
    QTRY_VERIFY_WITH_TIMEOUT(watched.events.size() > before, kPatienceMs);
    watched.session.pause();
    watched.session.stop(); // stopping a paused run must not hang
    QTRY_VERIFY_WITH_TIMEOUT(watched.ended, kPatienceMs);
}

void TrainSessionTest::stopKeepsWhatIsDoneAndResumeFinishesIt() {
    Watched watched;
    const auto input = test::tinyRun(watched.folder / "images", 6);
    watched.session.start(input, watched.folder / "runs");
    QTRY_VERIFY_WITH_TIMEOUT(watched.epochs() >= 2, kPatienceMs);
    watched.session.stop();
    QCOMPARE(watched.session.state(), TrainingSession::State::Stopping);
    QTRY_VERIFY_WITH_TIMEOUT(watched.ended, kPatienceMs);
    const auto folder = watched.folder / "runs" / watched.runId;
    const auto stopped = runs::readRun(folder);
    QVERIFY(stopped.ok());
    if (stopped->state == runs::State::Finished)
        QSKIP("the run was over before it could be stopped");
    QCOMPARE(stopped->state, runs::State::Stopped);
    QCOMPARE(stopped->epochs.size(), watched.epochs());

    watched.ended = false;
    watched.session.resumeRun(input, folder);
    QCOMPARE(watched.epochs(), stopped->epochs.size()); // the curves do not start anew
    QTRY_VERIFY_WITH_TIMEOUT(watched.ended, kPatienceMs);
    QVERIFY2(watched.session.live().ended == runs::State::Finished, qPrintable(watched.message));
    QCOMPARE(watched.epochs(), 6u);
    for (std::size_t i = 0; i < 6; ++i)
        QCOMPARE(watched.session.live().epochs[i].epoch, int(i) + 1);
}

void TrainSessionTest::destroyingTheSessionKeepsWhatIsDone() {
    test::TemporaryFolder folder;
    std::size_t done = 0;
    {
        TrainingSession session;
        session.start(test::tinyRun(folder / "images", 1000), folder / "runs");
        QTRY_VERIFY_WITH_TIMEOUT(!session.live().epochs.empty(), kPatienceMs);
        done = session.live().epochs.size();
    }
    const auto runs = runs::listRuns(folder / "runs");
    QCOMPARE(runs.size(), 1u);
    QVERIFY(runs.front().state != runs::State::Running);
    QVERIFY(runs.front().epochs.size() >= done);
}

void TrainSessionTest::aRunThatCannotStartSaysWhy() {
    Watched watched;
    auto input = test::tinyRun(watched.folder / "images", 2);
    input.options.model = "no-such-model";
    watched.session.start(input, watched.folder / "runs");
    QTRY_VERIFY_WITH_TIMEOUT(watched.ended, kPatienceMs);
    QVERIFY(!watched.message.isEmpty());
    QCOMPARE(watched.session.state(), TrainingSession::State::Idle);
}

void TrainSessionTest::aSecondStartIsIgnoredWhileOneRuns() {
    Watched watched;
    const auto input = test::tinyRun(watched.folder / "images", 1000);
    watched.session.start(input, watched.folder / "runs");
    auto other = input;
    other.options.epochs = 3;
    watched.session.start(other, watched.folder / "runs");
    QCOMPARE(watched.session.live().options.epochs, 1000);
    watched.session.stop();
    QTRY_VERIFY_WITH_TIMEOUT(watched.ended, kPatienceMs);
}

QTEST_MAIN(TrainSessionTest)
#include "TrainSessionTest.moc"
