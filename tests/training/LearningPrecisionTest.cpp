// Steps in bfloat16: every network has them, they lead where float32 leads, and a trial leaves no trace.

#include "Fixture.h"

#include "graph/Architectures.h"
#include "training/Learner.h"
#include "training/PrecisionChoice.h"

#include <torch/torch.h>

#include <QTest>

using namespace graft;
using torch::Tensor;

namespace {

bool same(const weights::TensorMap& a, const weights::TensorMap& b) {
    return a.size() == b.size() && std::ranges::all_of(a, [&](const auto& entry) {
               return b.at(entry.first).data == entry.second.data;
           });
}

} // namespace

class LearningPrecisionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyNetworkHasAGradient_data();
    void everyNetworkHasAGradient();
    void stepsLeadWhereFloat32Leads();
    void frozenTensorsStay();
    void aShortRunIsNotTried();
    void whatIsAskedForIsTaken_data();
    void whatIsAskedForIsTaken();
};

void LearningPrecisionTest::everyNetworkHasAGradient_data() {
    QTest::addColumn<QString>("model");
    for (const graph::Architecture& architecture : graph::architectures())
        QTest::newRow(architecture.name.c_str()) << QString::fromStdString(architecture.name);
}

void LearningPrecisionTest::everyNetworkHasAGradient() {
    QFETCH(QString, model);
    const graph::Architecture& architecture = *graph::findArchitecture(model.toStdString());
    engine::Network network(architecture.build({.classes = 3, .dropout = 0, .newHead = true}), 1);
    torch::manual_seed(2);
    const Tensor pixels = torch::randn({2, 3, architecture.minimumSize, architecture.minimumSize});
    const weights::TensorMap before = network.save();
    const training::LearningTrial trial = training::tryLearning(network, {0}, {pixels});
    QVERIFY(trial.difference);
    QVERIFY2(*trial.difference > 0, "rounding changes a gradient, or it was not computed in bfloat16");
    QVERIFY2(*trial.difference < 0.5, qPrintable(QString::number(*trial.difference)));
    QVERIFY(same(network.save(), before));
    for (const auto& [name, parameter] : network.trainableParameters()) {
        QVERIFY(!parameter.grad().defined());
        QCOMPARE(parameter.scalar_type(), torch::kFloat32);
    }
}

void LearningPrecisionTest::stepsLeadWhereFloat32Leads() {
    const graph::Architecture& architecture = *graph::findArchitecture("resnet18");
    torch::manual_seed(5);
    const Tensor images = torch::randn({8, 3, 64, 64}), targets = torch::arange(8) % 3;
    std::vector<double> first, last;
    for (const auto precision : {training::Precision::Float32, training::Precision::Bfloat16}) {
        engine::Network network(architecture.build({.classes = 3, .dropout = 0, .newHead = true}), 4);
        training::Learner learner(network, {0}, architecture, {1e-3, 1e-3, 0}, 1);
        learner.learnIn(precision);
        training::BatchResult result;
        for (int step = 0; step < 12; ++step) {
            result = learner.step({images}, targets, 1, 0, 8);
            if (step == 0)
                first.push_back(result.lossSum / 8);
        }
        last.push_back(result.lossSum / 8);
        for (const auto& [name, parameter] : network.trainableParameters())
            QCOMPARE(parameter.scalar_type(), torch::kFloat32);
    }
    QVERIFY2(first[0] != first[1], "the second was not computed in bfloat16");
    QVERIFY(std::abs(first[0] - first[1]) < 0.02 * first[0]);
    QVERIFY2(last[0] < 0.2 * first[0] && last[1] < 0.2 * first[1],
             qPrintable(QString("%1 %2").arg(last[0]).arg(last[1])));
}

void LearningPrecisionTest::frozenTensorsStay() {
    const graph::Architecture& architecture = *graph::findArchitecture("mobilenet_v2");
    engine::Network network(architecture.build({.classes = 3, .dropout = 0, .newHead = true}), 4);
    network.freeze(*graph::freezeUpTo(network.graph(), architecture, "features.4+features.5+features.6"));
    const auto before = network.save(engine::Network::Part::Frozen);
    training::Learner learner(network, {0}, architecture, {}, 1);
    learner.learnIn(training::Precision::Bfloat16);
    learner.step({torch::randn({4, 3, 64, 64})}, torch::arange(4) % 3, 1, 0, 4);
    QVERIFY(!before.empty() && same(network.save(engine::Network::Part::Frozen), before));
}

void LearningPrecisionTest::aShortRunIsNotTried() {
    test::TemporaryFolder folder;
    const auto outcome = training::train(test::smallRun(folder.path()), folder / "run", {});
    GRAFT_OK(outcome);
    QCOMPARE(test::fact(outcome->record, "learning_precision"), std::string("float32"));
    QCOMPARE(test::fact(outcome->record, "gradient_difference"), std::string());
}

void LearningPrecisionTest::whatIsAskedForIsTaken_data() {
    QTest::addColumn<QString>("precision");
    QTest::newRow("float32") << "float32";
    QTest::newRow("bfloat16") << "bfloat16";
}

void LearningPrecisionTest::whatIsAskedForIsTaken() {
    QFETCH(QString, precision);
    test::TemporaryFolder folder;
    training::RunInput input = test::smallRun(folder.path());
    input.options.precision = precision.toStdString();
    input.options.epochs = 1;
    const auto outcome = training::train(input, folder / "run", {});
    GRAFT_OK(outcome);
    QCOMPARE(test::fact(outcome->record, "learning_precision"), input.options.precision);
}

QTEST_GUILESS_MAIN(LearningPrecisionTest)
#include "LearningPrecisionTest.moc"
