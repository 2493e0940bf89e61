#include "base/Files.h"
#include "base/FolderBytes.h"
#include "runs/RemoveRun.h"
#include "runs/Run.h"
#include "support/SmallDisk.h"
#include "support/Support.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <fcntl.h>
#include <fstream>
#include <limits>
#include <set>
#include <sys/wait.h>
#include <unistd.h>

using namespace graft;
using namespace graft::runs;

namespace {

/// JSON is easier to read with single quotes.
std::string quoted(std::string text) {
    std::ranges::replace(text, '\'', '"');
    return text;
}

QByteArray quotedBytes(const char* text) {
    return QByteArray::fromStdString(quoted(text));
}

EpochRecord epoch(int number, double loss = 0.5) {
    return {number, 1.5, {{"train_loss", loss}, {"val_accuracy", 0.9}}};
}

void append(const std::filesystem::path& file, const std::string& text) {
    std::ofstream(file, std::ios::app | std::ios::binary) << text;
}

std::string lines(const std::filesystem::path& folder) {
    return readTextFile(folder / "log.jsonl", 1 << 20).value();
}

/// Another process that writes a run and stays until it is killed.
class Writer {
public:
    explicit Writer(const std::filesystem::path& runsFolder) {
        int pipe[2];
        if (::pipe(pipe) != 0)
            return;
        m_process = ::fork();
        if (m_process == 0) {
            auto log = RunLog::create(runsFolder, "child", "{}");
            const bool written = log && log->epoch(epoch(1));
            const char answer = written ? 'y' : 'n';
            (void)!::write(pipe[1], &answer, 1);
            for (;;)
                ::pause();
        }
        ::close(pipe[1]);
        char answer = 'n';
        m_ready = ::read(pipe[0], &answer, 1) == 1 && answer == 'y';
        ::close(pipe[0]);
    }
    ~Writer() { kill(); }
    bool ready() const { return m_ready; }
    void kill() {
        if (m_process <= 0)
            return;
        ::kill(m_process, SIGKILL);
        ::waitpid(m_process, nullptr, 0);
        m_process = 0;
    }

private:
    pid_t m_process = 0;
    bool m_ready = false;
};

} // namespace

class RunLogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsLoggedIsRead() {
        test::TemporaryFolder folder;
        std::string id;
        {
            auto log = RunLog::create(folder / "runs", "ResNet 50/über", quoted("{'model':'resnet50'}"));
            QVERIFY(log.ok());
            id = log->id();
            QVERIFY(log->fact("device", "CPU, 2 threads").ok());
            QVERIFY(log->note("Class “x”\nhas one image.").ok());
            QVERIFY(log->epoch(epoch(1, 0.75)).ok());
            QVERIFY(log->best(1).ok());
            QVERIFY(log->epoch(epoch(2, 0.25)).ok());
            QVERIFY(log->finish(State::Finished, "").ok());
        }
        const auto run = readRun(folder / "runs" / id);
        QVERIFY(run.ok());
        QCOMPARE(run->id, id);
        QVERIFY2(id.ends_with("-ResNet-50-ber"), id.c_str());
        QCOMPARE(run->optionsJson, quoted("{'model':'resnet50'}"));
        QCOMPARE(run->state, State::Finished);
        QCOMPARE(run->facts.at("device"), std::string("CPU, 2 threads"));
        QVERIFY(run->facts.contains("started"));
        QCOMPARE(run->notes, std::vector<std::string>{"Class “x”\nhas one image."});
        QCOMPARE(run->epochs.size(), std::size_t(2));
        QCOMPARE(run->epochs[0].values.at("train_loss"), 0.75);
        QCOMPARE(run->epochs[1].seconds, 1.5);
        QCOMPARE(run->bestEpoch, std::optional(1));
    }

    void everyLineIsOnDiskWhenTheCallReturns() {
        test::TemporaryFolder folder;
        auto log = RunLog::create(folder.path(), "run", "{}");
        const auto before = lines(log->folder());
        QVERIFY(log->note("now").ok());
        QCOMPARE(lines(log->folder()), before + quoted("{'text':'now','type':'note'}") + "\n");
    }

    void numbersThatJsonCannotWriteComeBackAsNaN() {
        test::TemporaryFolder folder;
        auto log = RunLog::create(folder.path(), "run", "{}");
        QVERIFY(log->epoch({1,
                            1,
                            {{"train_loss", std::nan("")},
                             {"val_loss", std::numeric_limits<double>::infinity()}}})
                    .ok());
        const auto run = readRun(log->folder());
        QVERIFY(std::isnan(run->epochs.at(0).values.at("train_loss")));
        QVERIFY(std::isnan(run->epochs.at(0).values.at("val_loss")));
    }

    void textThatIsNotUtf8IsWrittenAllTheSame() {
        test::TemporaryFolder folder;
        auto log = RunLog::create(folder.path(), "run", "{}");
        QVERIFY(log->note("file \xff\xfe.jpg").ok());
        QCOMPARE(readRun(log->folder())->notes.size(), std::size_t(1));
    }

    void aRunIsRunningWhileItsLogIsHeldAndInterruptedAfterwards() {
        test::TemporaryFolder folder;
        std::filesystem::path run;
        {
            auto log = RunLog::create(folder.path(), "run", "{}");
            run = log->folder();
            QCOMPARE(readRun(run)->state, State::Running);
            QCOMPARE(readRun(run)->state, State::Running); // reading does not break the lock
        }
        QCOMPARE(readRun(run)->state, State::Interrupted);
    }

    void aKilledProcessLeavesAnInterruptedRunWithAllItsEpochs() {
        test::TemporaryFolder folder;
        Writer writer(folder.path());
        QVERIFY(writer.ready());
        auto runs = listRuns(folder.path());
        QCOMPARE(runs.size(), std::size_t(1));
        QCOMPARE(runs[0].state, State::Running);
        QVERIFY(!RunLog::reopen(runs[0].folder).ok());
        writer.kill();
        runs = listRuns(folder.path());
        QCOMPARE(runs[0].state, State::Interrupted);
        QCOMPARE(runs[0].epochs.size(), std::size_t(1));
        QVERIFY(RunLog::reopen(runs[0].folder).ok());
    }

    void closingStatesAreKept_data() {
        QTest::addColumn<int>("state");
        for (const State state : {State::Finished, State::Stopped, State::Failed})
            QTest::newRow(std::string(name(state)).c_str()) << int(state);
    }
    void closingStatesAreKept() {
        QFETCH(int, state);
        test::TemporaryFolder folder;
        auto log = RunLog::create(folder.path(), "run", "{}");
        QVERIFY(log->finish(State(state), "because").ok());
        const auto run = readRun(log->folder()); // the log is still open, but the run is over
        QCOMPARE(run->state, State(state));
        QCOMPARE(run->message, std::string("because"));
    }

    void aResumedRunGoesOnFromItsCheckpoint() {
        test::TemporaryFolder folder;
        std::filesystem::path run;
        {
            auto log = RunLog::create(folder.path(), "run", "{}");
            run = log->folder();
            QVERIFY(log->epoch(epoch(1)).ok() && log->best(1).ok());
            QVERIFY(log->epoch(epoch(2, 0.2)).ok() && log->epoch(epoch(3, 0.1)).ok() && log->best(3).ok());
            QVERIFY(log->finish(State::Stopped, "by hand").ok());
        }
        auto log = RunLog::reopen(run);
        QVERIFY(log.ok());
        QCOMPARE(log->id(), run.filename().string());
        QCOMPARE(readRun(run)->state, State::Running);
        QVERIFY(log->epoch(epoch(2, 0.3)).ok()); // again
        const auto record = readRun(run);
        QCOMPARE(record->epochs.size(), std::size_t(2));
        QCOMPARE(record->epochs[1].values.at("train_loss"), 0.3);
        QCOMPARE(record->bestEpoch, std::optional(1));
        QVERIFY(record->message.empty());
    }

    void aRunReopenedAndLeftStaysWhatItWas() {
        test::TemporaryFolder folder;
        std::filesystem::path run;
        {
            auto log = RunLog::create(folder.path(), "run", "{}");
            run = log->folder();
            QVERIFY(log->finish(State::Finished).ok());
        }
        QVERIFY(RunLog::reopen(run).ok());
        QCOMPARE(readRun(run)->state, State::Finished);
    }

    void aHalfWrittenLastLineIsPassedOverAndCutOff() {
        test::TemporaryFolder folder;
        std::filesystem::path run;
        {
            auto log = RunLog::create(folder.path(), "run", "{}");
            run = log->folder();
            QVERIFY(log->epoch(epoch(1)).ok());
        }
        const auto whole = lines(run);
        for (const std::string& half : {quoted("{'type':'epoch','epoch':2,'sec"), std::string(9000, 'x'),
                                        std::string(100, '\0'), quoted("{'type':'epoch','epoch':2}")}) {
            append(run / "log.jsonl", half);
            QCOMPARE(readRun(run)->epochs.size(), std::size_t(1));
            auto log = RunLog::reopen(run);
            QVERIFY(log.ok());
            QCOMPARE(lines(run), whole);
        }
        auto log = RunLog::reopen(run);
        QVERIFY(log->epoch(epoch(2)).ok());
        QCOMPARE(readRun(run)->epochs.size(), std::size_t(2));
    }

    void hostileLinesAreHarmless_data() {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("hello");
        QTest::newRow("array") << QByteArray("[1,2]");
        QTest::newRow("number") << QByteArray("42");
        QTest::newRow("no type") << QByteArray("{}");
        QTest::newRow("type is a number") << quotedBytes("{'type':7}");
        QTest::newRow("unknown type") << quotedBytes("{'type':'future'}");
        QTest::newRow("epoch without number") << quotedBytes("{'type':'epoch'}");
        QTest::newRow("epoch 0") << quotedBytes("{'type':'epoch','epoch':0}");
        QTest::newRow("negative epoch") << quotedBytes("{'type':'epoch','epoch':-3}");
        QTest::newRow("huge epoch") << quotedBytes("{'type':'epoch','epoch':18446744073709551615}");
        QTest::newRow("fractional epoch") << quotedBytes("{'type':'epoch','epoch':1.5}");
        QTest::newRow("huge float epoch") << quotedBytes("{'type':'epoch','epoch':1e300}");
        QTest::newRow("text for epoch") << quotedBytes("{'type':'epoch','epoch':'2'}");
        QTest::newRow("best is a list") << quotedBytes("{'type':'best','epoch':[1]}");
        QTest::newRow("unknown state") << quotedBytes("{'type':'finish','state':'exploded'}");
        QTest::newRow("running as a closing state") << quotedBytes("{'type':'finish','state':'running'}");
        QTest::newRow("finish without state") << quotedBytes("{'type':'finish'}");
        QTest::newRow("deep") << quotedBytes("{'type':") + QByteArray(200'000, '[');
        QTest::newRow("deep and closed") << QByteArray(200'000, '[') + QByteArray(200'000, ']');
        QTest::newRow("long") << quotedBytes("{'type':'note','text':'") + QByteArray(2 << 20, 'a') + "\"}";
        QTest::newRow("not UTF-8") << QByteArray("{\"type\":\"note\",\"text\":\"\xff\"}");
        QTest::newRow("zero bytes") << QByteArray(64, '\0');
        QTest::newRow("number out of range") << quotedBytes("{'type':'epoch','epoch':3,'seconds':1e999}");
    }
    void hostileLinesAreHarmless() {
        QFETCH(QByteArray, line);
        test::TemporaryFolder folder;
        std::filesystem::path run;
        {
            auto log = RunLog::create(folder.path(), "run", "{}");
            run = log->folder();
            QVERIFY(log->epoch(epoch(1)).ok() && log->best(1).ok());
        }
        append(run / "log.jsonl", line.toStdString() + "\n" +
                                      quoted("{'type':'epoch','epoch':2,'seconds':2,'values':{}}") + "\n");
        const auto record = readRun(run);
        QVERIFY(record.ok());
        QCOMPARE(record->epochs.size(), std::size_t(2)); // what comes before and after still counts
        QCOMPARE(record->bestEpoch, std::optional(1));
        QCOMPARE(record->state, State::Interrupted);
    }

    void valuesThatAreNoNumbersAreNaN() {
        test::TemporaryFolder folder;
        auto log = RunLog::create(folder.path(), "run", "{}");
        append(log->folder() / "log.jsonl",
               quoted("{'type':'epoch','epoch':1,'seconds':'long','values':{'a':'x','b':[],'c':2}}\n"
                      "{'type':'epoch','epoch':2,'values':[1]}\n"));
        const auto run = readRun(log->folder());
        QCOMPARE(run->epochs.size(), std::size_t(2));
        QCOMPARE(run->epochs[0].seconds, 0.0);
        QVERIFY(std::isnan(run->epochs[0].values.at("a")) && std::isnan(run->epochs[0].values.at("b")));
        QCOMPARE(run->epochs[0].values.at("c"), 2.0);
    }

    void idsAreUniqueAndTheNewestComesFirst() {
        test::TemporaryFolder folder;
        std::vector<std::string> made;
        for (int i = 0; i < 12; ++i) {
            auto log = RunLog::create(folder.path(), "same", "{}");
            QVERIFY(log.ok());
            made.push_back(log->id());
            QTest::qSleep(3);
        }
        QCOMPARE(std::set<std::string>(made.begin(), made.end()).size(), made.size());
        std::vector<std::string> listed;
        for (const auto& run : listRuns(folder.path()))
            listed.push_back(run.id);
        QCOMPARE(listed, std::vector<std::string>(made.rbegin(), made.rend()));
    }

    void namesCannotLeaveTheFolder_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("up") << QByteArray("../../etc/passwd") << QByteArray("..-..-etc-passwd");
        QTest::newRow("empty") << QByteArray() << QByteArray("run");
        QTest::newRow("only odd") << QByteArray("///") << QByteArray("run");
        QTest::newRow("long") << QByteArray(500, 'a') << QByteArray(48, 'a');
    }
    void namesCannotLeaveTheFolder() {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, expected);
        test::TemporaryFolder folder;
        const auto log = RunLog::create(folder.path(), name.toStdString(), "{}");
        QVERIFY(log.ok());
        QCOMPARE(log->folder().parent_path(), folder.path());
        QCOMPARE(QByteArray::fromStdString(log->id().substr(16)), expected);
    }

    void foldersThatAreNoRunsArePassedOver() {
        test::TemporaryFolder folder;
        std::filesystem::create_directories(folder / "empty");
        std::filesystem::create_directories(folder / "odd" / "options.json");
        append(folder / "file.txt", "x");
        std::filesystem::create_directories(folder / "born"); // killed between options and log
        append(folder / "born" / "options.json", "{}");
        const auto runs = listRuns(folder.path());
        QCOMPARE(runs.size(), std::size_t(1));
        QCOMPARE(runs[0].id, std::string("born"));
        QCOMPARE(runs[0].state, State::Interrupted);
        QVERIFY(listRuns(folder / "nowhere").empty());
    }

    void aFolderNamedWithASlashIsTheSameRun() {
        test::TemporaryFolder folder;
        const auto log = RunLog::create(folder.path(), "run", "{}");
        QCOMPARE(readRun(log->folder() / "")->id, log->id());
    }

    void failuresSayWhatAndWhy() {
        test::TemporaryFolder folder;
        const auto missing = readRun(folder / "nowhere");
        QVERIFY(!missing.ok());
        QVERIFY(missing.error().message.find("nowhere") != std::string::npos);
        QVERIFY(!RunLog::reopen(folder / "nowhere").ok());
        QVERIFY(!std::filesystem::exists(folder / "nowhere")); // reopening makes nothing
        append(folder / "file", "x");
        const auto blocked = RunLog::create(folder / "file", "run", "{}");
        QVERIFY(!blocked.ok());
    }

    void aRunIsRemovedForGood() {
        test::TemporaryFolder folder;
        auto log = RunLog::create(folder.path(), "run", "{}");
        QVERIFY(log->epoch(epoch(1)).ok());
        std::filesystem::create_directory(log->folder() / "checkpoints");
        append(log->folder() / "checkpoints" / "weights", "12345");
        std::filesystem::create_symlink(log->folder() / "log.jsonl", log->folder() / "checkpoints" / "link");
        QCOMPARE(bytesBelow(log->folder() / "checkpoints"), std::uint64_t(5)); // a link takes nothing
        const auto busy = removeRun(log->folder());
        QVERIFY(!busy.ok() && busy.error().message.find("under way") != std::string::npos);
        QVERIFY(log->finish(State::Finished).ok());
        const auto other = RunLog::create(folder.path(), "other", "{}");
        std::filesystem::create_directory(folder / ".removed-before"); // left by a process that was killed
        append(folder / ".removed-before" / "options.json", "{}");
        QCOMPARE(listRuns(folder.path()).size(), std::size_t(2));
        QVERIFY(removeRun(log->folder()).ok());
        const auto left = listRuns(folder.path());
        QCOMPARE(left.size(), std::size_t(1));
        QCOMPARE(left.front().id, other->id());
        QVERIFY(!std::filesystem::exists(folder / ".removed-before"));
        QVERIFY(!removeRun(folder / "nowhere").ok());
        std::filesystem::create_directory(folder / "photos");
        append(folder / "photos" / "a.jpg", "x");
        QVERIFY(!removeRun(folder / "photos").ok()); // no run
        QVERIFY(std::filesystem::exists(folder / "photos" / "a.jpg"));
    }

    void aFullDiskLeavesWholeLines() {
        test::TemporaryFolder folder;
        auto log = RunLog::create(folder.path(), "run", "{}");
        QVERIFY(log->epoch(epoch(1)).ok());
        const auto before = lines(log->folder());
        {
            const test::SmallDisk disk(before.size() + 20);
            QVERIFY(!log->note("this sentence is longer than twenty bytes").ok());
        }
        QCOMPARE(lines(log->folder()), before);
        QVERIFY(log->note("there is room again").ok());
        QCOMPARE(readRun(log->folder())->notes.size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(RunLogTest)
#include "RunLogTest.moc"
