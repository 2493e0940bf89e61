// A run from options to checkpoint: what it learns, says, keeps, and survives.

#include "Pretrained.h"

#include "training/ModelFile.h"

#include <torch/torch.h>

#include <QTest>

#include <atomic>
#include <fstream>
#include <thread>

using namespace graft;

namespace {

using test::pretrained;
using test::pretrainedRun;

weights::TensorMap tensorsOf(const std::filesystem::path& file) {
    const auto found = weights::readSafetensors(file);
    return found ? found->tensors : weights::TensorMap();
}

/// A token that stops at the given event.
template <typename Event>
struct StopAt {
    std::stop_source source;
    int after = 1;
    std::function<void(const training::TrainingEvent&)> listener(test::Told& told) {
        return [this, &told](const training::TrainingEvent& event) {
            told.events.push_back(event);
            if (std::holds_alternative<Event>(event) && --after == 0)
                source.request_stop();
        };
    }
};

} // namespace

class TrainTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSmallNetworkLearnsFromScratch();
    void eventsComeInOrder();
    void sameSeedSameRun();
    void anotherSeedAnotherRun();
    void frozenTensorsAreTheWeightsOwn_data();
    void frozenTensorsAreTheWeightsOwn();
    void keptStatisticsStayWhileTheRestLearns();
    void theNewHeadIsNoted();
    void weightsOfAnotherModelAreRefused();
    void aDamagedWeightsFileIsRefused();
    void unreadableImagesAreLeftOut();
    void noReadableImageIsAFailure();
    void aClassWithOneImageTrains();
    void stopEndsAtOnceAndKeepsWhatIsDone_data();
    void stopEndsAtOnceAndKeepsWhatIsDone();
    void pauseHoldsAndResumeGoesOn();
    void aPausedRunCanBeStopped();
    void refusedInputs_data();
    void refusedInputs();
    void aModelThatDoesNotFitSaysSo();
    void aCheckpointThatCannotBeWrittenEndsTheRun();
    void speedIsMeasured();
    void theMachineIsDescribed();
};

void TrainTest::aSmallNetworkLearnsFromScratch() {
    test::TemporaryFolder folder;
    training::RunInput input = test::smallRun(folder.path(), "mobilenet_v3_small");
    input.options.epochs = 12;
    input.options.headLearningRate = 3e-3;
    const auto outcome = training::train(input, folder / "runs", {});
    GRAFT_OK(outcome);
    const runs::RunRecord& record = outcome->record;
    QCOMPARE(record.state, runs::State::Finished);
    QCOMPARE(record.epochs.size(), 12u);
    QVERIFY(record.epochs.back().values.at("train_loss") <
            0.7 * record.epochs.front().values.at("train_loss"));
    QVERIFY(record.epochs.back().values.at("train_accuracy") >= 0.9);
    QVERIFY(!outcome->cachedPrefix);
    QCOMPARE(test::fact(record, "cached_prefix"), std::string("false"));
    for (const char* name : {"device", "peak_memory_bytes", "started"})
        QVERIFY2(!test::fact(record, name).empty(), name);
    QVERIFY(outcome->peakMemoryBytes > 1 << 20);
}

void TrainTest::eventsComeInOrder() {
    test::TemporaryFolder folder;
    training::RunInput input = test::smallRun(folder.path());
    input.notes = {"A class was left out."};
    test::Told told;
    const auto outcome = training::train(input, folder / "runs", told.listener());
    GRAFT_OK(outcome);
    std::vector<std::pair<int, int>> steps;
    std::vector<int> epochs;
    for (const auto& event : told.events) {
        if (const auto* step = std::get_if<training::StepFinished>(&event)) {
            QCOMPARE(step->steps, 3); // 20 images, 8 at a time
            QVERIFY(std::isfinite(step->loss));
            steps.emplace_back(step->epoch, step->step);
        }
        if (const auto* epoch = std::get_if<training::EpochFinished>(&event)) {
            QCOMPARE(steps.back(), std::pair(epoch->record.epoch, 3));
            QVERIFY(epoch->record.epoch == 3 ? epoch->secondsLeft == 0 : epoch->secondsLeft > 0);
            epochs.push_back(epoch->record.epoch);
        }
    }
    QVERIFY(std::ranges::is_sorted(steps));
    QCOMPARE(steps.size(), 9u);
    QCOMPARE(epochs, (std::vector<int>{1, 2, 3}));
    QCOMPARE(told.all<training::CheckpointSaved>().size(), 3u);
    QVERIFY(told.noted("A class was left out."));
    QCOMPARE(outcome->record.notes, input.notes);
    const auto* last = std::get_if<training::RunFinished>(&told.events.back());
    QVERIFY(last && last->state == runs::State::Finished);
    QCOMPARE(last->runId, outcome->record.id);
    QCOMPARE(outcome->record.folder, folder / "runs" / last->runId);
}

void TrainTest::sameSeedSameRun() {
    test::TemporaryFolder folder;
    training::RunInput input = test::smallRun(folder.path(), "mobilenet_v3_small");
    input.options.augment.horizontalFlip = true;
    input.options.balanced = true;
    const auto first = training::train(input, folder / "runs", {});
    std::ranges::reverse(input.train); // the order in which a project lists its images does not matter
    const auto second = training::train(input, folder / "runs", {});
    GRAFT_OK(first);
    GRAFT_OK(second);
    QCOMPARE(test::valuesOf(first->record), test::valuesOf(second->record));
    for (const auto& [name, tensor] : tensorsOf(first->record.folder / "checkpoints" / "last.safetensors"))
        QVERIFY2(tensor.data ==
                     tensorsOf(second->record.folder / "checkpoints" / "last.safetensors").at(name).data,
                 name.c_str());
}

void TrainTest::anotherSeedAnotherRun() {
    test::TemporaryFolder folder;
    training::RunInput input = test::smallRun(folder.path());
    const auto first = training::train(input, folder / "runs", {});
    input.options.seed = 1;
    const auto second = training::train(input, folder / "runs", {});
    GRAFT_OK(first);
    GRAFT_OK(second);
    QVERIFY(test::valuesOf(first->record) != test::valuesOf(second->record));
}

void TrainTest::frozenTensorsAreTheWeightsOwn_data() {
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("freeze");
    QTest::newRow("all") << "mobilenet_v3_small"
                         << "all";
    QTest::newRow("some") << "mobilenet_v3_small"
                          << "features.4+features.5+features.6";
    QTest::newRow("single blocks") << "mobilenet_v3_small"
                                   << "none,features.4+features.5+features.6,features.11.block.0";
    QTest::newRow("resnet18") << "resnet18"
                              << "layer1";
}

/// Parameters and BatchNorm statistics of the frozen blocks, bit for bit, after training; the others have
/// moved.
void TrainTest::frozenTensorsAreTheWeightsOwn() {
    QFETCH(QString, model);
    QFETCH(QString, freeze);
    test::TemporaryFolder folder;
    training::RunInput input = pretrainedRun(folder.path(), model.toStdString(), freeze.toStdString());
    input.options.epochs = 2;
    const auto outcome = training::train(input, folder / "runs", {});
    GRAFT_OK(outcome);
    const auto checkpoints = outcome->record.folder / "checkpoints";
    const auto original = tensorsOf(input.weights->file),
               frozen = tensorsOf(checkpoints / "frozen.safetensors"),
               learnt = tensorsOf(checkpoints / "best.safetensors");
    const auto described = training::readModelFile(checkpoints / "model.json");
    GRAFT_OK(described);
    engine::Network network(described->buildGraph(), 0);
    const auto& architecture = *graph::findArchitecture(model.toStdString());
    const auto plan = graph::freezeUpTo(network.graph(), architecture, freeze.toStdString());
    int frozenTensors = 0, frozenStatistics = 0, moved = 0;
    const auto& nodes = network.graph().nodes();
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        for (const graph::TensorSpec& spec : graph::tensorsOf(nodes[i])) {
            if (plan->frozen(graph::NodeIndex(i))) {
                QCOMPARE(weights::toFloats(frozen.at(spec.name)), weights::toFloats(original.at(spec.name)));
                ++frozenTensors;
                frozenStatistics += spec.name.ends_with("running_mean");
            } else if (!graph::inBlock(nodes[i].name, architecture.head) &&
                       !graph::inBlock(nodes[i].name, "head")) {
                moved += learnt.at(spec.name).data != original.at(spec.name).data;
            }
        }
    }
    QVERIFY(frozenTensors > 0 && frozenStatistics > 0);
    QVERIFY(freeze == "all" ? moved == 0 : moved > 0);
}

/// BatchNorm of pretrained blocks that learn: its scale moves, its statistics are the weights' own. That of
/// the new head measures.
void TrainTest::keptStatisticsStayWhileTheRestLearns() {
    test::TemporaryFolder folder;
    training::RunInput input = pretrainedRun(folder.path(), "mobilenet_v3_small", "features.7+features.8");
    input.options.epochs = 2;
    input.options.headLayers = {8};
    input.options.headBatchNorm = true;
    input.options.learning.keepStatistics = true;
    const auto outcome = training::train(input, folder / "runs", {});
    GRAFT_OK(outcome);
    const auto original = tensorsOf(input.weights->file),
               learnt = tensorsOf(outcome->record.folder / "checkpoints/best.safetensors");
    int kept = 0, scales = 0, measured = 0;
    for (const auto& [name, tensor] : learnt) {
        if (!name.ends_with("running_mean") && !name.ends_with("running_var"))
            continue;
        if (!original.contains(name)) {
            const auto values = weights::toFloats(tensor);
            measured += std::ranges::any_of(values, [](float value) { return value != 0 && value != 1; });
            continue;
        }
        QCOMPARE(weights::toFloats(tensor), weights::toFloats(original.at(name)));
        ++kept;
        const std::string scale = name.substr(0, name.rfind('.')) + ".weight";
        scales += learnt.at(scale).data != original.at(scale).data;
    }
    QVERIFY2(kept > 0 && scales > 0 && measured > 0,
             qPrintable(QStringLiteral("%1 %2 %3").arg(kept).arg(scales).arg(measured)));
}

void TrainTest::theNewHeadIsNoted() {
    test::TemporaryFolder folder;
    training::RunInput input = pretrainedRun(folder.path(), "squeezenet1_1", "all");
    input.options.epochs = 1;
    test::Told told;
    const auto outcome = training::train(input, folder / "runs", told.listener());
    GRAFT_OK(outcome);
    QVERIFY(told.noted("new one for the 2 classes"));
    QCOMPARE(outcome->record.notes.size(), 1u);
}

void TrainTest::weightsOfAnotherModelAreRefused() {
    test::TemporaryFolder folder;
    training::RunInput input = pretrainedRun(folder.path(), "squeezenet1_1", "all");
    input.weights->file = pretrained(folder.path(), "mobilenet_v3_small").file;
    test::Told told;
    const auto outcome = training::train(input, folder / "runs", told.listener());
    QVERIFY(!outcome.ok());
    QVERIFY2(outcome.error().message.find("do not belong to SqueezeNet") != std::string::npos,
             outcome.error().message.c_str());
    const auto runs = runs::listRuns(folder / "runs");
    QCOMPARE(runs.size(), 1u);
    QCOMPARE(runs.front().state, runs::State::Failed);
    QCOMPARE(runs.front().message, outcome.error().message);
    QVERIFY(told.all<training::RunFinished>().back().state == runs::State::Failed);
}

void TrainTest::aDamagedWeightsFileIsRefused() {
    test::TemporaryFolder folder;
    training::RunInput input = pretrainedRun(folder.path(), "squeezenet1_1", "all");
    std::filesystem::resize_file(input.weights->file, std::filesystem::file_size(input.weights->file) / 2);
    const auto outcome = training::train(input, folder / "runs", {});
    QVERIFY(!outcome.ok());
    QVERIFY2(outcome.error().message.find("squeezenet1_1.test") != std::string::npos,
             outcome.error().message.c_str());
}

void TrainTest::unreadableImagesAreLeftOut() {
    test::TemporaryFolder folder;
    for (const char* freeze : {"none", "all"}) {
        training::RunInput input = test::smallRun(folder / freeze, "mobilenet_v3_small");
        input.options.freeze = freeze;
        input.options.epochs = 2;
        std::ofstream(input.train[4].path) << "not a picture";
        std::filesystem::remove(input.train[13].path);
        std::ofstream(input.validation[2].path) << "";
        test::Told told;
        const auto outcome = training::train(input, folder / "runs", told.listener());
        GRAFT_OK(outcome);
        QCOMPARE(outcome->record.state, runs::State::Finished);
        QCOMPARE(outcome->record.epochs.size(), 2u);
        QCOMPARE(outcome->record.notes.size(), 3u); // each once, not in every epoch
        for (const auto& path : {input.train[4].path, input.train[13].path, input.validation[2].path})
            QVERIFY2(told.noted(path.filename().string()), path.c_str());
    }
}

void TrainTest::noReadableImageIsAFailure() {
    test::TemporaryFolder folder;
    training::RunInput input = test::smallRun(folder.path());
    for (const auto& item : input.train)
        std::filesystem::remove(item.path);
    const auto outcome = training::train(input, folder / "runs", {});
    QVERIFY(!outcome.ok());
    QVERIFY2(outcome.error().message.find("None of the training images") != std::string::npos,
             outcome.error().message.c_str());
}

void TrainTest::aClassWithOneImageTrains() {
    test::TemporaryFolder folder;
    training::RunInput input = test::smallRun(folder.path(), "mobilenet_v3_small");
    input.classes = {"lying", "standing", "rare"};
    input.train.resize(17); // 16 and one: a last batch of a single image
    input.train.back().target = 2;
    for (const bool balanced : {false, true}) {
        input.options.balanced = balanced;
        const auto outcome = training::train(input, folder / "runs", {});
        GRAFT_OK(outcome);
        QCOMPARE(outcome->record.epochs.size(), 3u);
        for (const auto& values : test::valuesOf(outcome->record))
            for (const auto& [name, value] : values)
                QVERIFY2(std::isfinite(value), name.c_str());
    }
}

void TrainTest::stopEndsAtOnceAndKeepsWhatIsDone_data() {
    QTest::addColumn<QString>("at");
    QTest::newRow("the frozen part") << "preparing";
    QTest::newRow("a step") << "step";
    QTest::newRow("an epoch") << "epoch";
    QTest::newRow("the start") << "start";
}

void TrainTest::stopEndsAtOnceAndKeepsWhatIsDone() {
    QFETCH(QString, at);
    test::TemporaryFolder folder;
    training::RunInput input = test::smallRun(folder.path());
    input.options.freeze = "all";
    input.options.epochs = 50;
    test::Told told;
    StopAt<training::Preparing> preparing;
    StopAt<training::StepFinished> step{.after = 5};
    StopAt<training::EpochFinished> epoch{.after = 2};
    if (at == "start")
        step.source.request_stop();
    const auto outcome =
        at == "preparing"
            ? training::train(input, folder / "runs", preparing.listener(told), preparing.source.get_token())
        : at == "epoch"
            ? training::train(input, folder / "runs", epoch.listener(told), epoch.source.get_token())
            : training::train(input, folder / "runs", step.listener(told), step.source.get_token());
    GRAFT_OK(outcome);
    QCOMPARE(outcome->record.state, runs::State::Stopped);
    QVERIFY(told.all<training::RunFinished>().back().state == runs::State::Stopped);
    QCOMPARE(outcome->record.epochs.size(), at == "epoch" ? 2u : at == "step" ? 1u : 0u);
    if (at == "step")
        QCOMPARE(told.all<training::StepFinished>().size(), 5u);
}

void TrainTest::pauseHoldsAndResumeGoesOn() {
    test::TemporaryFolder folder;
    training::RunInput input = test::smallRun(folder.path());
    training::RunControl control;
    std::atomic<int> steps = 0;
    std::jthread thread([&] {
        const auto outcome = training::train(
            input, folder / "runs",
            [&](const training::TrainingEvent& event) {
                if (std::holds_alternative<training::StepFinished>(event) && ++steps == 2)
                    control.pause();
            },
            {}, &control);
        steps = outcome.ok() && outcome->seconds < 1000 ? 100 : -1;
    });
    QTRY_COMPARE_WITH_TIMEOUT(steps.load(), 2, 60'000);
    QTest::qWait(300);
    QCOMPARE(steps.load(), 2);
    control.resume();
    QTRY_COMPARE_WITH_TIMEOUT(steps.load(), 100, 60'000);
}

void TrainTest::aPausedRunCanBeStopped() {
    test::TemporaryFolder folder;
    training::RunInput input = test::smallRun(folder.path());
    training::RunControl control;
    control.pause();
    std::atomic<bool> ended = false;
    std::jthread thread([&](std::stop_token stop) {
        const auto outcome = training::train(input, folder / "runs", {}, stop, &control);
        ended = outcome.ok() && outcome->record.state == runs::State::Stopped;
    });
    QTest::qWait(200);
    QVERIFY(!ended);
    thread.request_stop();
    QTRY_VERIFY_WITH_TIMEOUT(ended, 60'000);
}

void TrainTest::refusedInputs_data() {
    QTest::addColumn<int>("change");
    QTest::addColumn<QString>("says");
    QTest::newRow("an unknown block") << 0 << "features.99";
    QTest::newRow("one class") << 1 << "two classes";
    QTest::newRow("no training image") << 2 << "training image";
    QTest::newRow("no validation image") << 3 << "validation image";
    QTest::newRow("an image without a class") << 4 << "image3.png";
    QTest::newRow("the same class twice") << 5 << "same name";
    QTest::newRow("a graphics card that is not there") << 6 << "CUDA";
}

void TrainTest::refusedInputs() {
    QFETCH(int, change);
    QFETCH(QString, says);
    test::TemporaryFolder folder;
    training::RunInput input = test::smallRun(folder.path());
    const std::function<void()> changes[] = {
        [&] { input.options.freeze = "features.99"; },
        [&] { input.classes = {"lying"}; },
        [&] { input.train.clear(); },
        [&] { input.validation.clear(); },
        [&] { input.train[2].target = -1; },
        [&] {
            input.classes = {"lying", "lying"};
        },
        [&] { input.options.device = "cuda"; },
    };
    if (change == 6 && torch::cuda::is_available())
        QSKIP("there is one");
    changes[change]();
    const auto outcome = training::train(input, folder / "runs", {});
    QVERIFY(!outcome.ok());
    QVERIFY2(QString::fromStdString(outcome.error().message).contains(says), outcome.error().message.c_str());
}

/// The hungriest one, a single image at a time; a batch of a smaller one would be computed in parts.
void TrainTest::aModelThatDoesNotFitSaysSo() {
    test::TemporaryFolder folder;
    training::RunInput input = test::smallRun(folder.path());
    input.options.size = 2048;
    input.options.batch = 1;
    std::uint64_t most = 0;
    std::string hungriest;
    for (const graph::Architecture& architecture : graph::architectures()) {
        input.options.model = architecture.name;
        if (const std::uint64_t need = training::memoryNeeded(input); need > most) {
            most = need;
            hungriest = architecture.name;
        }
    }
    if (most < training::machine().memoryBytes)
        QSKIP("everything fits this computer");
    input.options.model = hungriest;
    const auto outcome = training::train(input, folder / "runs", {});
    QVERIFY(!outcome.ok());
    QVERIFY2(outcome.error().message.find("GB") != std::string::npos, outcome.error().message.c_str());
}

void TrainTest::aCheckpointThatCannotBeWrittenEndsTheRun() {
    test::TemporaryFolder folder;
    const training::RunInput input = test::smallRun(folder.path());
    const auto breakIt = [&](const training::TrainingEvent& event) {
        const auto* epoch = std::get_if<training::EpochFinished>(&event);
        if (!epoch || epoch->record.epoch != 2)
            return;
        const auto checkpoints = runs::listRuns(folder / "runs").front().folder / "checkpoints";
        std::filesystem::rename(checkpoints, folder / "elsewhere");
        std::ofstream(checkpoints) << "a file where the folder was";
    };
    const auto outcome = training::train(input, folder / "runs", breakIt);
    QVERIFY(!outcome.ok());
    const auto record = runs::listRuns(folder / "runs").front();
    QCOMPARE(record.state, runs::State::Failed);
    QCOMPARE(record.epochs.size(), 2u);
    QVERIFY2(record.message.find("cannot be written") != std::string::npos, record.message.c_str());
}

void TrainTest::speedIsMeasured() {
    test::TemporaryFolder folder;
    training::RunInput input = test::smallRun(folder.path());
    input.options.freeze = "all";
    const auto cached = training::measureSpeed(input);
    GRAFT_OK(cached);
    QVERIFY(cached->cached && cached->laterEpochSeconds > 0 &&
            cached->laterEpochSeconds < cached->firstEpochSeconds);
    input.options.cachePrefix = false;
    const auto uncached = training::measureSpeed(input);
    GRAFT_OK(uncached);
    QVERIFY(!uncached->cached && uncached->laterEpochSeconds == uncached->firstEpochSeconds);
    QVERIFY(!std::filesystem::exists(folder / "runs"));
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!training::measureSpeed(input, stop.get_token()).ok());
}

void TrainTest::theMachineIsDescribed() {
    const training::Machine machine = training::machine();
    QVERIFY(!machine.torchVersion.empty() && !machine.blas.empty() && !machine.cpu.empty());
    QVERIFY(machine.threads >= 1);
    QVERIFY(machine.memoryBytes >= machine.availableMemoryBytes && machine.availableMemoryBytes > 1 << 20);
    QVERIFY(training::measureTrainingStep("cpu") > 0);
}

QTEST_GUILESS_MAIN(TrainTest)
#include "TrainTest.moc"
