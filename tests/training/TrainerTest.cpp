// What the options about learning do to the weights of a whole run.

#include "Pretrained.h"

#include "training/ModelFile.h"

#include <QTest>

#include <cmath>

using namespace graft;

namespace {

using Values = std::map<std::string, std::vector<float>>;

Values floatsOf(const weights::TensorMap& tensors) {
    Values values;
    for (const auto& [name, tensor] : tensors)
        values[name] = weights::toFloats(tensor);
    return values;
}

/// A run that went well, with the network's tensors before it and after each of its epochs.
struct Seen {
    runs::RunRecord record;
    std::vector<Values> after;

    explicit Seen(const training::RunInput& input, const std::filesystem::path& runs) {
        const auto checkpoints = [&] { return runs::listRuns(runs).front().folder / "checkpoints"; };
        const auto look = [&](const training::TrainingEvent& event) {
            if (!std::holds_alternative<training::CheckpointSaved>(event))
                return;
            const auto last = weights::readSafetensors(checkpoints() / "last.safetensors");
            after.push_back(last ? floatsOf(last->tensors) : Values());
        };
        const auto outcome = training::train(input, runs, look);
        if (!outcome || outcome->record.state != runs::State::Finished)
            qFatal("%s", outcome.ok() ? outcome->record.message.c_str() : outcome.error().message.c_str());
        record = outcome->record;
        const auto model = training::readModelFile(checkpoints() / "model.json");
        engine::Network network(model->buildGraph(), input.options.seed);
        if (input.weights)
            network.load(weights::readSafetensors(input.weights->file)->tensors);
        after.insert(after.begin(), floatsOf(network.save()));
    }
    bool moved(const std::string& tensor, std::size_t epoch) const {
        return after[epoch].at(tensor) != after[epoch - 1].at(tensor);
    }
    /// How far the first epoch moved a tensor.
    std::vector<double> way(const std::string& tensor) const {
        std::vector<double> way;
        const auto &from = after.front().at(tensor), &to = after[1].at(tensor);
        for (std::size_t i = 0; i < from.size(); ++i)
            way.push_back(double(to[i]) - double(from[i]));
        return way;
    }
    std::vector<std::string> tensors() const {
        std::vector<std::string> names;
        for (const auto& [name, values] : after.front())
            names.push_back(name);
        return names;
    }
};

double largest(const std::vector<double>& values) {
    double found = 0;
    for (const double value : values)
        found = std::max(found, std::abs(value));
    return found;
}

/// Of the values of all tensors after the last epoch.
double largestDifference(const Seen& a, const Seen& b) {
    double found = 0;
    for (const std::string& name : a.tensors()) {
        const auto &x = a.after.back().at(name), &y = b.after.back().at(name);
        for (std::size_t i = 0; i < x.size(); ++i)
            found = std::max(found, std::abs(double(x[i]) - double(y[i])));
    }
    return found;
}

/// One plain step along the gradient of all images, in a network whose images do not see each other.
training::RunInput oneStep(const std::filesystem::path& folder) {
    training::RunInput input = test::smallRun(folder);
    input.options.epochs = 1;
    input.options.batch = 64;
    input.options.dropout = 0;
    input.options.headLearningRate = 0.05;
    input.options.weightDecay = 0;
    input.options.learning = {.optimiser = "sgd", .momentum = 0, .schedule = "constant", .warmUpEpochs = 0};
    return input;
}

} // namespace

class TrainerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theLearningRateFollowsItsSchedule_data();
    void theLearningRateFollowsItsSchedule();
    void blocksWakeOneAfterTheOther_data();
    void blocksWakeOneAfterTheOther();
    void blocksMoveByTheirFactors();
    void accumulatedBatchesAreALargerOne();
    void aRareClassWeighsAsIfItWereNotRare();
};

void TrainerTest::theLearningRateFollowsItsSchedule_data() {
    QTest::addColumn<QString>("schedule");
    QTest::addColumn<double>("warmUp");
    QTest::addColumn<int>("every"); ///< stepEpochs
    QTest::addColumn<QVector<double>>("expected");
    // Of PyTorch 1.13, in the middle of each of two steps in five epochs: LinearLR, StepLR, LinearLR and
    // CosineAnnealingLR in sequence, OneCycleLR, ReduceLROnPlateau on a loss that stays.
    QTest::newRow("constant, warm-up")
        << "constant" << 2.0 << 1 << QVector<double>{0.125, 0.375, 0.625, 0.875, 1, 1, 1, 1, 1, 1};
    QTest::newRow("step") << "step" << 0.0 << 2
                          << QVector<double>{1, 1, 1, 1, 0.5, 0.5, 0.5, 0.5, 0.25, 0.25};
    QTest::newRow("cosine, warm-up") << "cosine" << 1.0 << 1
                                     << QVector<double>{0.25,     0.75,     0.990393, 0.915735, 0.777785,
                                                        0.597545, 0.402455, 0.222215, 0.084265, 0.009607};
    QTest::newRow("one-cycle") << "one-cycle" << 0.0 << 1
                               << QVector<double>{0.104316, 0.520050, 0.935734, 0.987457, 0.890909,
                                                  0.716953, 0.500036, 0.283112, 0.109137, 0.012562};
    QTest::newRow("plateau") << "plateau" << 0.0 << 1
                             << QVector<double>{1, 1, 1, 1, 1, 1, 0.5, 0.5, 0.5, 0.5};
}

/// A head of zeros that does not learn sends no gradient back, so that the decay alone moves the blocks: each
/// step takes rate · factor · decay of every weight.
void TrainerTest::theLearningRateFollowsItsSchedule() {
    constexpr double kRate = 0.01, kDecay = 10;
    QFETCH(QString, schedule);
    QFETCH(double, warmUp);
    QFETCH(int, every);
    QFETCH(QVector<double>, expected);
    test::TemporaryFolder folder;
    training::RunInput input = test::pretrainedRun(folder.path(), "squeezenet1_1", "none");
    input.options.epochs = 5;
    input.options.batch = 10;
    input.options.headLearningRate = 0;
    input.options.learningRate = kRate;
    input.options.weightDecay = kDecay;
    input.options.learning = {.optimiser = "sgd",
                              .momentum = 0,
                              .schedule = schedule.toStdString(),
                              .warmUpEpochs = warmUp,
                              .stepEpochs = every,
                              .stepFactor = 0.5};
    const Seen seen(input, folder / "runs");
    QCOMPARE(seen.after.size(), 6u);
    for (int epoch = 0; epoch < 5; ++epoch) {
        const auto &before = seen.after[std::size_t(epoch)].at("features.3.squeeze.weight"),
                   &after = seen.after[std::size_t(epoch) + 1].at("features.3.squeeze.weight");
        const auto at = std::ranges::max_element(before) - before.begin();
        const double left = double(after[std::size_t(at)]) / double(before[std::size_t(at)]);
        const double wanted =
            (1 - kRate * kDecay * expected[2 * epoch]) * (1 - kRate * kDecay * expected[2 * epoch + 1]);
        QVERIFY2(std::abs(left - wanted) < 1e-5,
                 qPrintable(QString("epoch %1: %2, not %3").arg(epoch + 1).arg(left).arg(wanted)));
    }
}

void TrainerTest::blocksWakeOneAfterTheOther_data() {
    QTest::addColumn<int>("every");
    QTest::addColumn<int>("epochs");
    QTest::newRow("one an epoch") << 1 << 4;
    QTest::newRow("one every two epochs") << 2 << 5;
}

/// The head at once, then the last block, then the one before it; BatchNorm's statistics with their block.
void TrainerTest::blocksWakeOneAfterTheOther() {
    QFETCH(int, every);
    QFETCH(int, epochs);
    test::TemporaryFolder folder;
    training::RunInput input = test::smallRun(folder.path(), "mobilenet_v3_small");
    input.options.epochs = epochs;
    input.options.learning.schedule = "constant";
    input.options.learning.unfreezeEpochs = every;
    const Seen seen(input, folder / "runs");
    const graph::Architecture& architecture = *graph::findArchitecture("mobilenet_v3_small");
    const auto& blocks = architecture.blocks;
    for (int epoch = 1; epoch <= epochs; ++epoch) {
        const auto awake = (epoch - 1) / every;
        for (const std::string& name : seen.tensors()) {
            if (name.ends_with("num_batches_tracked"))
                continue;
            bool learns = graph::inHead(name, architecture);
            for (int back = 1; back <= awake; ++back)
                learns = learns || graph::inBlock(name, blocks[blocks.size() - std::size_t(back)]);
            if (!learns)
                QVERIFY2(!seen.moved(name, std::size_t(epoch)),
                         qPrintable(QString("%1 in epoch %2").arg(name.c_str()).arg(epoch)));
            else if (name.ends_with(".weight"))
                QVERIFY2(seen.moved(name, std::size_t(epoch)),
                         qPrintable(QString("%1 not in epoch %2").arg(name.c_str()).arg(epoch)));
        }
    }
}

void TrainerTest::blocksMoveByTheirFactors() {
    test::TemporaryFolder folder;
    training::RunInput input = oneStep(folder.path());
    const Seen plain(input, folder / "plain");
    input.options.learning.layerDecay = 0.5;
    input.options.learning.blockRates = {{"features.12", 3}, {"features.12.squeeze", 0.5}, {"features.3", 0}};
    const Seen factored(input, folder / "factored");
    const graph::Architecture& architecture = *graph::findArchitecture("squeezenet1_1");
    const auto& blocks = architecture.blocks;
    for (const std::string& name : plain.tensors()) {
        if (name.find(".running_") != std::string::npos)
            continue;
        double factor = 1;
        for (std::size_t b = 0; b < blocks.size(); ++b)
            if (graph::inBlock(name, blocks[b]))
                factor = std::pow(0.5, double(blocks.size() - 1 - b));
        if (name.starts_with("features.12."))
            factor *= name.starts_with("features.12.squeeze.") ? 0.5 : 3;
        if (name.starts_with("features.3.")) {
            QVERIFY2(!factored.moved(name, 1), name.c_str());
            continue;
        }
        const auto expected = plain.way(name), found = factored.way(name);
        const auto& start = plain.after.front().at(name);
        QVERIFY2(largest(expected) > 1e-6, name.c_str());
        for (std::size_t i = 0; i < found.size(); ++i) {
            const double rounding = 2e-7 * (std::abs(double(start[i])) + std::abs(expected[i]));
            QVERIFY2(std::abs(found[i] - factor * expected[i]) <= (1 + factor) * rounding,
                     qPrintable(QString("%1: %2, not %3 × %4")
                                    .arg(name.c_str())
                                    .arg(found[i])
                                    .arg(factor)
                                    .arg(expected[i])));
        }
    }
}

void TrainerTest::accumulatedBatchesAreALargerOne() {
    test::TemporaryFolder folder;
    training::RunInput input = oneStep(folder.path());
    input.options.epochs = 2;
    input.options.headLearningRate = 0.01;
    input.options.learning.momentum = 0.9;
    input.options.batch = 16;
    const Seen larger(input, folder / "larger");
    input.options.batch = 8;
    const Seen smaller(input, folder / "smaller");
    input.options.learning.accumulate = 2;
    const Seen accumulated(input, folder / "accumulated");
    const double rounding = largestDifference(accumulated, larger);
    QVERIFY2(rounding < 1e-5, qPrintable(QString::number(rounding)));
    QVERIFY(largestDifference(smaller, larger) > 100 * std::max(rounding, 1e-7));
    const auto found = test::valuesOf(accumulated.record), expected = test::valuesOf(larger.record);
    for (std::size_t epoch = 0; epoch < 2; ++epoch)
        QVERIFY(std::abs(found[epoch].at("train_loss") - expected[epoch].at("train_loss")) < 1e-5);
}

/// 15 and 5 images: the loss weighs as if each of the five were there three times.
void TrainerTest::aRareClassWeighsAsIfItWereNotRare() {
    test::TemporaryFolder folder;
    training::RunInput input = oneStep(folder.path());
    for (std::size_t i = 0; i < input.train.size(); ++i)
        input.train[i].target = i % 4 == 0 ? 1 : 0;
    const Seen plain(input, folder / "plain");
    training::RunInput often = input;
    for (const dataset::Item& item : input.train)
        for (int copy = 1; item.target == 1 && copy <= 2; ++copy) {
            often.train.push_back(item);
            often.train.back().id = item.id + 1000 * copy;
        }
    QCOMPARE(often.train.size(), 30u);
    const Seen thrice(often, folder / "thrice");
    input.options.learning.classWeights = true;
    const Seen weighted(input, folder / "weighted");
    const double rounding = largestDifference(weighted, thrice);
    QVERIFY2(rounding < 1e-6, qPrintable(QString::number(rounding)));
    QVERIFY(largestDifference(plain, thrice) > 1000 * std::max(rounding, 1e-8));
}

QTEST_GUILESS_MAIN(TrainerTest)
#include "TrainerTest.moc"
