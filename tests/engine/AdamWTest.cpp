// The optimiser against LibTorch's own, and its state on the way to a file and back.

#include "engine/AdamW.h"
#include "engine/Schedule.h"

#include <torch/torch.h>

#include <QTest>

using namespace graft;
using torch::Tensor;

namespace {

struct Problem {
    Tensor matrix, vector;

    Problem() {
        torch::manual_seed(5);
        matrix = torch::randn({4, 3}).set_requires_grad(true);
        vector = torch::randn({4}).set_requires_grad(true);
    }
    void computeGradients(int step) {
        const Tensor input = torch::arange(3, torch::kFloat32) + step;
        (torch::matmul(matrix, input) + vector).tanh().sum().backward();
    }
    std::vector<engine::AdamW::Group> groups() const {
        return {{0.05, 0.1, {{"matrix", matrix}}}, {0.02, 0, {{"vector", vector}}}};
    }
};

void run(Problem& problem, engine::AdamW& optimiser, int from, int to) {
    for (int step = from; step < to; ++step) {
        optimiser.zeroGradients();
        problem.computeGradients(step);
        optimiser.step(1.0 / (1 + step));
    }
}

} // namespace

class AdamWTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stepsAsLibTorch();
    void goesOnFromItsSavedState();
    void refusesAnotherState();
    void parametersWithoutGradientStay();
    void theScheduleRisesAndFalls();
};

void AdamWTest::stepsAsLibTorch() {
    Problem ours, theirs;
    engine::AdamW optimiser(ours.groups());
    torch::optim::AdamW reference(
        {torch::optim::OptimizerParamGroup({theirs.matrix},
                                           std::make_unique<torch::optim::AdamWOptions>(
                                               torch::optim::AdamWOptions(0.05).weight_decay(0.1))),
         torch::optim::OptimizerParamGroup(
             {theirs.vector},
             std::make_unique<torch::optim::AdamWOptions>(torch::optim::AdamWOptions(0.02).weight_decay(0)))},
        torch::optim::AdamWOptions(0.05));
    for (int step = 0; step < 20; ++step) {
        optimiser.zeroGradients();
        ours.computeGradients(step);
        optimiser.step(1);
        reference.zero_grad();
        theirs.computeGradients(step);
        reference.step();
        QVERIFY(torch::allclose(ours.matrix, theirs.matrix, 1e-5, 1e-6));
        QVERIFY(torch::allclose(ours.vector, theirs.vector, 1e-5, 1e-6));
    }
    QCOMPARE(optimiser.steps(), 20);
}

void AdamWTest::goesOnFromItsSavedState() {
    Problem whole, parts;
    engine::AdamW first(whole.groups()), second(parts.groups());
    run(whole, first, 0, 10);
    run(parts, second, 0, 4);
    const weights::TensorMap saved = second.save();
    engine::AdamW third(parts.groups());
    QVERIFY(third.load(saved, second.steps()));
    run(parts, third, 4, 10);
    QVERIFY(torch::equal(whole.matrix, parts.matrix) && torch::equal(whole.vector, parts.vector));
}

void AdamWTest::refusesAnotherState() {
    Problem problem;
    engine::AdamW optimiser(problem.groups());
    run(problem, optimiser, 0, 2);
    weights::TensorMap saved = optimiser.save();
    QCOMPARE(saved.size(), 4u);
    weights::TensorMap missing = saved, reshaped = saved;
    missing.erase("vector.second");
    reshaped["matrix.first"].shape = {3, 4};
    engine::AdamW fresh(problem.groups());
    QVERIFY(!fresh.load(missing, 2) && !fresh.load(reshaped, 2));
    QCOMPARE(fresh.steps(), 0);
    QVERIFY(fresh.load(saved, 2));
}

void AdamWTest::parametersWithoutGradientStay() {
    Problem problem;
    engine::AdamW optimiser(problem.groups());
    const Tensor before = problem.matrix.detach().clone();
    optimiser.step(1);
    QVERIFY(torch::equal(problem.matrix, before));
}

void AdamWTest::theScheduleRisesAndFalls() {
    QCOMPARE(engine::cosineSchedule(0, 0.1), 0.0);
    QCOMPARE(engine::cosineSchedule(0.05, 0.1), 0.5);
    QCOMPARE(engine::cosineSchedule(0.1, 0.1), 1.0);
    QVERIFY(std::abs(engine::cosineSchedule(0.55, 0.1) - 0.5) < 1e-12);
    QVERIFY(std::abs(engine::cosineSchedule(1, 0.1)) < 1e-12);
    QCOMPARE(engine::cosineSchedule(0, 0), 1.0);
}

QTEST_GUILESS_MAIN(AdamWTest)
#include "AdamWTest.moc"
