// A run that was stopped or killed goes on from its last finished epoch and ends as if nothing had happened.

#include "Pretrained.h"

#include "training/Checkpoint.h"
#include "training/ModelFile.h"
#include "training/Recipes.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

#include <fstream>
#include <limits>
#include <random>

using namespace graft;

namespace {

constexpr int kEpochs = 5;

/// Everything that could go out of step: BatchNorm, dropout, augmentation, kept views, balanced draws.
training::RunInput input(const std::filesystem::path& folder, const std::string& kind) {
    training::RunInput input = test::smallRun(folder, "mobilenet_v3_small");
    if (kind == "quick" || kind == "best") {
        input = test::pretrainedRun(folder, "mobilenet_v3_small", "all");
        input.options = training::withRecipe(input.options, kind);
        input.options.augment.horizontalFlip = true;
        input.options.views = 2;
        if (kind == "best")
            input.options.epochs = kEpochs;
        return input;
    }
    if (kind == "diverging") {
        input = test::smallRun(folder);
        input.options.epochs = 6;
        input.options.headLearningRate = 3;
        input.options.learning = {
            .optimiser = "sgd", .schedule = "constant", .warmUpEpochs = 6, .averageDecay = 0.9};
        return input;
    }
    input.options.epochs = kEpochs;
    input.options.augment.horizontalFlip = true;
    input.options.augment.rotationDegrees = 10;
    input.options.balanced = true;
    if (kind == "frozen") {
        input.options.freeze = "all";
        input.options.views = 2;
        input.options.epochs = 4 * kEpochs;
    } else if (kind == "partly") {
        input.options.freeze = "features.4+features.5+features.6";
        input.options.views = 2;
    } else if (kind == "bfloat16") {
        input.options.freeze = "features.4+features.5+features.6";
        input.options.precision = "bfloat16";
        input.options.views = 2;
    } else if (kind == "single blocks") {
        input.options.freeze = "features.2+features.3,features.7,features.11.block.0.1";
        input.options.views = 2;
    } else if (kind == "plateau") {
        input.options.learning = {.optimiser = "sgd",
                                  .schedule = "plateau",
                                  .warmUpEpochs = 2,
                                  .stepEpochs = 1,
                                  .clipNorm = 1,
                                  .averageDecay = 0.9,
                                  .mixup = 0.2,
                                  .cutMix = 1,
                                  .focalGamma = 1};
    } else if (kind == "unfreezing") {
        input.options.learning = {.schedule = "one-cycle",
                                  .layerDecay = 0.8,
                                  .blockRates = {{"features.12", 0.5}},
                                  .accumulate = 2,
                                  .labelSmoothing = 0.1,
                                  .classWeights = true,
                                  .unfreezeEpochs = 1,
                                  .keepStatistics = true,
                                  .startShare = 0.5,
                                  .keepLatest = true};
    }
    return input;
}

/// What a finished run left behind.
struct Remains {
    std::vector<std::map<std::string, double>> values;
    std::optional<int> best;
    std::vector<std::string> notes;
    weights::TensorMap last;
    weights::TensorMap bestTensors;

    explicit Remains(const runs::RunRecord& record)
        : values(test::valuesOf(record)), best(record.bestEpoch), notes(record.notes) {
        const auto read = [&](const char* file) {
            const auto found = weights::readSafetensors(record.folder / "checkpoints" / file);
            return found ? found->tensors : weights::TensorMap();
        };
        last = read("last.safetensors");
        bestTensors = read("best.safetensors");
    }
};

bool same(const weights::TensorMap& a, const weights::TensorMap& b) {
    return !a.empty() && a.size() == b.size() && std::ranges::all_of(a, [&](const auto& entry) {
        return b.contains(entry.first) && b.at(entry.first).data == entry.second.data;
    });
}

void compare(const Remains& found, const Remains& expected) {
    QCOMPARE(found.values, expected.values);
    QCOMPARE(found.best, expected.best);
    QCOMPARE(found.notes, expected.notes);
    QVERIFY(same(found.last, expected.last));
    QVERIFY(same(found.bestTensors, expected.bestTensors));
}

Result<training::RunOutcome> trainUntil(int epoch, const training::RunInput& run,
                                        const std::filesystem::path& runs) {
    std::stop_source stop;
    const auto listener = [&](const training::TrainingEvent& event) {
        if (const auto* finished = std::get_if<training::EpochFinished>(&event))
            if (finished->record.epoch == epoch)
                stop.request_stop();
    };
    return training::train(run, runs, listener, stop.get_token());
}

/// After an epoch that was given up.
bool wentBack(const runs::RunRecord& record) {
    return std::ranges::any_of(record.notes, [](const std::string& note) {
        return note.find("It went back to the end of epoch") != std::string::npos;
    });
}

/// The only run in a folder of runs.
runs::RunRecord onlyRun(const std::filesystem::path& runsFolder) {
    const auto runs = runs::listRuns(runsFolder);
    return runs.size() == 1 ? runs.front() : runs::RunRecord();
}

} // namespace

class ResumeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aStoppedRunEqualsTheUninterruptedOne_data();
    void aStoppedRunEqualsTheUninterruptedOne();
    void aKilledRunEqualsTheUninterruptedOne_data();
    void aKilledRunEqualsTheUninterruptedOne();
    void theLogCatchesUpWithTheCheckpoint();
    void anOlderRunIsJudgedByWhatDecidesNow();
    void withoutCacheItIsTheSame();
    void aFinishedRunIsNotResumed();
    void otherImagesAreRefused_data();
    void otherImagesAreRefused();
    void renamedClassesAreTheSameClasses();
    void aDamagedCheckpointSaysSo_data();
    void aDamagedCheckpointSaysSo();
};

void ResumeTest::aStoppedRunEqualsTheUninterruptedOne_data() {
    QTest::addColumn<QString>("kind");
    for (const char* kind : {"nothing frozen", "frozen", "partly", "bfloat16", "single blocks", "plateau",
                             "unfreezing", "diverging", "quick", "best"})
        QTest::newRow(kind) << kind;
}

void ResumeTest::aStoppedRunEqualsTheUninterruptedOne() {
    QFETCH(QString, kind);
    test::TemporaryFolder folder;
    const training::RunInput run = input(folder.path(), kind.toStdString());
    const auto whole = training::train(run, folder / "whole", {});
    GRAFT_OK(whole);
    QCOMPARE(wentBack(whole->record), kind == "diverging");
    // Stopped at a step, an epoch's end and once more, each time after a while.
    std::filesystem::path runFolder;
    for (const int steps : {2, kind == "unfreezing" ? 2 : 4, kind == "quick" ? 2 : 5}) {
        std::stop_source stop;
        int seen = 0;
        const auto listener = [&](const training::TrainingEvent& event) {
            if (std::holds_alternative<training::StepFinished>(event) && ++seen == steps)
                stop.request_stop();
        };
        const auto outcome = runFolder.empty()
                                 ? training::train(run, folder / "parts", listener, stop.get_token())
                                 : training::resume(run, runFolder, listener, stop.get_token());
        GRAFT_OK(outcome);
        QCOMPARE(outcome->record.state, runs::State::Stopped);
        runFolder = outcome->record.folder;
    }
    const auto outcome = training::resume(run, runFolder, {});
    GRAFT_OK(outcome);
    QCOMPARE(outcome->record.state, runs::State::Finished);
    compare(Remains(outcome->record), Remains(whole->record));
}

void ResumeTest::aKilledRunEqualsTheUninterruptedOne_data() {
    QTest::addColumn<QString>("kind");
    for (const char* kind : {"nothing frozen", "frozen", "partly", "bfloat16", "single blocks", "plateau",
                             "unfreezing", "diverging", "quick", "best"})
        QTest::newRow(kind) << kind;
}

/// kill -9 at moments drawn anew, again and again, until a life is long enough to finish.
void ResumeTest::aKilledRunEqualsTheUninterruptedOne() {
    QFETCH(QString, kind);
    test::TemporaryFolder folder;
    const training::RunInput run = input(folder.path(), kind.toStdString());
    QElapsedTimer timer;
    timer.start();
    const auto whole = training::train(run, folder / "whole", {});
    GRAFT_OK(whole);
    const qint64 wholeMs = timer.elapsed();
    const unsigned seed = std::random_device()();
    qInfo("kill seed %u", seed);
    Random random(seed);
    int kills = 0;
    for (int life = 0; life < 40; ++life) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {"--run", QString::fromStdString(folder.path().string()), kind});
        QVERIFY(child.waitForStarted());
        const int patience = life < 7 ? int(random.uniform(0.05, 0.8) * double(wholeMs)) : 600'000;
        if (child.waitForFinished(patience)) {
            QCOMPARE(child.exitCode(), 0);
            break;
        }
        child.kill();
        QVERIFY(child.waitForFinished());
        ++kills;
    }
    QVERIFY(kills > 0);
    const runs::RunRecord record = onlyRun(folder / "parts");
    QCOMPARE(record.state, runs::State::Finished);
    compare(Remains(record), Remains(whole->record));
}

/// The process may die after the checkpoint is written and before the log is.
void ResumeTest::theLogCatchesUpWithTheCheckpoint() {
    test::TemporaryFolder folder;
    const training::RunInput run = input(folder.path(), "frozen");
    const auto stopped = trainUntil(3, run, folder / "runs");
    GRAFT_OK(stopped);
    QCOMPARE(stopped->record.epochs.size(), 3u);
    const auto logFile = stopped->record.folder / "log.jsonl";
    const auto log = readTextFile(logFile, 1 << 20);
    GRAFT_OK(log);
    const auto third = log->find("\"epoch\":3");
    QVERIFY(third != std::string::npos);
    std::filesystem::resize_file(logFile, log->rfind('\n', third) + 1);
    QCOMPARE(runs::readRun(stopped->record.folder)->epochs.size(), 2u);
    const auto outcome = training::resume(run, stopped->record.folder, {});
    GRAFT_OK(outcome);
    const auto whole = training::train(run, folder / "whole", {});
    GRAFT_OK(whole);
    compare(Remains(outcome->record), Remains(whole->record));
}

/// Runs of earlier versions chose by the accuracy of all images where classes count alike, too, and their
/// checkpoints say no highest one.
void ResumeTest::anOlderRunIsJudgedByWhatDecidesNow() {
    test::TemporaryFolder folder;
    training::RunInput run = input(folder.path(), "nothing frozen");
    std::optional<runs::RunRecord> whole;
    for (run.options.seed = 0; !whole && run.options.seed < 8; ++run.options.seed) {
        const auto outcome = training::train(run, folder / ("whole" + std::to_string(run.options.seed)), {});
        GRAFT_OK(outcome);
        if (outcome->record.bestEpoch > 2)
            whole = outcome->record;
    }
    if (!whole)
        QSKIP("No run has its best epoch late enough.");
    --run.options.seed;
    const auto stopped = trainUntil(2, run, folder / "runs");
    GRAFT_OK(stopped);
    const training::Checkpoints checkpoints(stopped->record.folder);
    const auto model = training::readModelFile(checkpoints.modelFile());
    GRAFT_OK(model);
    engine::Network network(model->buildGraph(), 0);
    const auto last = checkpoints.readLast(network);
    GRAFT_OK(last);
    training::Standing standing = last->standing;
    QCOMPARE(standing.best.highest, standing.best.accuracy);
    QCOMPARE(standing.best.equal, standing.best.accuracy);
    standing.best.accuracy = 1; // higher than any
    standing.best.highest = std::numeric_limits<double>::quiet_NaN();
    GRAFT_OK(checkpoints.writeLast(network, last->state, standing));
    const auto outcome = training::resume(run, stopped->record.folder, {});
    GRAFT_OK(outcome);
    compare(Remains(outcome->record), Remains(*whole));
    // What is said is read again as it was.
    standing.best = {3, 0.85, 0.4, 0.9, 0.84};
    GRAFT_OK(checkpoints.writeLast(network, last->state, standing));
    const auto again = checkpoints.readStanding();
    GRAFT_OK(again);
    QCOMPARE(again->best.highest, 0.9);
    QCOMPARE(again->best.equal, 0.84);
}

/// A run that drew from kept views goes on drawing from them where they can be kept no longer.
void ResumeTest::withoutCacheItIsTheSame() {
    test::TemporaryFolder folder;
    training::RunInput run = input(folder.path(), "frozen");
    run.options.epochs = 6;
    const auto whole = training::train(run, folder / "whole", {});
    GRAFT_OK(whole);
    std::stop_source stop;
    int epochs = 0;
    const auto stopped = training::train(
        run, folder / "parts",
        [&](const training::TrainingEvent& event) {
            if (std::holds_alternative<training::EpochFinished>(event) && ++epochs == 2)
                stop.request_stop();
        },
        stop.get_token());
    GRAFT_OK(stopped);
    run.options.cacheBytes = 0;
    GRAFT_OK(writeFileAtomically(stopped->record.folder / "options.json", toJson(run.options)));
    const auto outcome = training::resume(run, stopped->record.folder, {});
    GRAFT_OK(outcome);
    QVERIFY(!outcome->cachedPrefix);
    QCOMPARE(test::valuesOf(outcome->record), test::valuesOf(whole->record));
}

void ResumeTest::aFinishedRunIsNotResumed() {
    test::TemporaryFolder folder;
    const training::RunInput run = test::smallRun(folder.path());
    const auto whole = training::train(run, folder / "runs", {});
    GRAFT_OK(whole);
    const auto again = training::resume(run, whole->record.folder, {});
    QVERIFY(!again.ok());
    QVERIFY2(again.error().message.find("finished") != std::string::npos, again.error().message.c_str());
    QCOMPARE(runs::readRun(whole->record.folder)->state, runs::State::Finished);
    QVERIFY(!training::resume(run, folder / "nowhere", {}).ok());
}

void ResumeTest::otherImagesAreRefused_data() {
    QTest::addColumn<int>("change");
    QTest::newRow("one image less") << 0;
    QTest::newRow("another label") << 1;
    QTest::newRow("another class name") << 2;
    QTest::newRow("another content") << 3;
    QTest::newRow("another side") << 4;
}

void ResumeTest::otherImagesAreRefused() {
    QFETCH(int, change);
    test::TemporaryFolder folder;
    training::RunInput run = test::smallRun(folder.path());
    std::stop_source stop;
    const auto stopped = training::train(
        run, folder / "runs",
        [&](const training::TrainingEvent& event) {
            if (std::holds_alternative<training::EpochFinished>(event))
                stop.request_stop();
        },
        stop.get_token());
    GRAFT_OK(stopped);
    const training::RunInput before = run;
    const std::function<void()> changes[] = {
        [&] { run.train.pop_back(); },
        [&] { run.train[0].target = 1; },
        [&] { run.classes[0] = "other"; },
        [&] { run.train[0].contentHash = "other"; },
        [&] { std::swap(run.train[0], run.validation[0]); },
    };
    changes[change]();
    const auto refused = training::resume(run, stopped->record.folder, {});
    QVERIFY(!refused.ok());
    QVERIFY2(refused.error().message.find("no longer those of this run") != std::string::npos,
             refused.error().message.c_str());
    const auto outcome = training::resume(before, stopped->record.folder, {});
    GRAFT_OK(outcome);
    QCOMPARE(outcome->record.epochs.size(), 3u);
}

void ResumeTest::renamedClassesAreTheSameClasses() {
    test::TemporaryFolder folder;
    training::RunInput run = test::smallRun(folder.path());
    for (std::size_t i = 0; i < run.classes.size(); ++i)
        run.classIds.push_back(std::int64_t(i) + 7);
    const auto before = run.classes;
    std::stop_source stop;
    const auto stopped = training::train(
        run, folder / "runs",
        [&](const training::TrainingEvent& event) {
            if (std::holds_alternative<training::EpochFinished>(event))
                stop.request_stop();
        },
        stop.get_token());
    GRAFT_OK(stopped);
    run.classes[0] = "renamed";
    training::RunInput another = run;
    another.classIds[0] = 99; // a class of its own, whatever its name
    QVERIFY(!training::resume(another, stopped->record.folder, {}).ok());
    const auto outcome = training::resume(run, stopped->record.folder, {});
    GRAFT_OK(outcome);
    QCOMPARE(outcome->record.epochs.size(), 3u);
    QCOMPARE(training::readClasses(stopped->record.folder)->names, before);
    QCOMPARE(training::readClasses(stopped->record.folder)->ids, run.classIds);
}

void ResumeTest::aDamagedCheckpointSaysSo_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("how");
    for (const char* file : {"last.safetensors", "frozen.safetensors", "model.json"})
        for (const char* how : {"truncated", "flipped"})
            QTest::addRow("%s %s", file, how) << file << how;
}

void ResumeTest::aDamagedCheckpointSaysSo() {
    QFETCH(QString, file);
    QFETCH(QString, how);
    test::TemporaryFolder folder;
    const training::RunInput run = input(folder.path(), "frozen");
    std::stop_source stop;
    const auto stopped = training::train(
        run, folder / "runs",
        [&](const training::TrainingEvent& event) {
            if (std::holds_alternative<training::EpochFinished>(event))
                stop.request_stop();
        },
        stop.get_token());
    GRAFT_OK(stopped);
    const auto path = stopped->record.folder / "checkpoints" / file.toStdString();
    const auto size = std::filesystem::file_size(path);
    if (how == "truncated") {
        std::filesystem::resize_file(path, size / 3);
    } else {
        std::fstream stream(path, std::ios::in | std::ios::out | std::ios::binary);
        stream.seekp(std::streamoff(size - (file == "model.json" ? size : 40)));
        stream.write("\x41\x41\x41", 3);
    }
    const auto outcome = training::resume(run, stopped->record.folder, {});
    QVERIFY(!outcome.ok() || outcome->record.state == runs::State::Failed);
    const std::string message = outcome.ok() ? outcome->record.message : outcome.error().message;
    QVERIFY2(message.find("damaged") != std::string::npos &&
                 message.find(file.toStdString()) != std::string::npos,
             message.c_str());
    QCOMPARE(runs::readRun(stopped->record.folder)->epochs.size(), 1u);
}

/// What the killed child does: begins the run, or goes on with it.
static int carryOn(const std::filesystem::path& folder, const std::string& kind) {
    const training::RunInput run = input(folder, kind);
    const auto runs = runs::listRuns(folder / "parts");
    const auto outcome = runs.empty() ? training::train(run, folder / "parts", {})
                                      : training::resume(run, runs.front().folder, {});
    if (!outcome)
        std::fprintf(stderr, "%s\n", outcome.error().message.c_str());
    return outcome.ok() && outcome->record.state == runs::State::Finished ? 0 : 1;
}

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    if (argc == 4 && std::string(argv[1]) == "--run")
        return carryOn(argv[2], argv[3]);
    ResumeTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "ResumeTest.moc"
