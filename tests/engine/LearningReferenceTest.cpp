// Optimisers, schedules, losses and the solved head against PyTorch's numbers (learning.py), step by step.

#include "engine/AdamW.h"
#include "engine/Lbfgs.h"
#include "engine/LogisticRegression.h"
#include "engine/Losses.h"
#include "engine/Schedule.h"
#include "engine/Sgd.h"
#include "engine/WeightAverage.h"
#include "graph/Architectures.h"
#include "support/Support.h"

#include <torch/torch.h>

#include <QTest>

#include <map>
#include <sstream>

using namespace graft;
using torch::Tensor;

namespace {

using Numbers = std::map<std::string, std::vector<double>>;

Numbers reference() {
    Numbers numbers;
    const auto answer = test::runProgram("/usr/bin/python3", {GRAFT_SOURCE_DIR "/tests/engine/learning.py"});
    std::istringstream lines(answer.output);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string name;
        words >> name;
        for (double value = 0; words >> value;)
            numbers[name].push_back(value);
    }
    return numbers;
}

double distance(const Tensor& ours, const std::vector<double>& theirs) {
    const Tensor flat = ours.detach().to(torch::kFloat64).flatten();
    if (flat.numel() != std::int64_t(theirs.size()))
        return std::numeric_limits<double>::infinity();
    return (flat - torch::tensor(theirs, torch::kFloat64)).abs().max().item<double>();
}

/// As learning.py's, in double precision, so that only the formula can differ.
struct Problem {
    Tensor matrix = torch::empty({4, 3}, torch::kFloat64), vector = torch::empty({4}, torch::kFloat64);

    Problem() {
        for (int r = 0; r < 4; ++r) {
            vector[r] = std::cos(r + 1);
            for (int c = 0; c < 3; ++c)
                matrix[r][c] = std::sin(3 * r + c + 1);
        }
        matrix.set_requires_grad(true);
        vector.set_requires_grad(true);
    }
    void computeGradients(int step) const {
        (torch::matmul(matrix, torch::arange(3, torch::kFloat64) + step) * 0.1 + vector)
            .tanh()
            .sum()
            .backward();
    }
    std::vector<engine::ParameterGroup> groups() const {
        return {{0.05, 0.1, {{"matrix", matrix}}}, {0.02, 0, {{"vector", vector}}}};
    }
};

std::unique_ptr<engine::Optimiser> optimiser(const QString& name,
                                             std::vector<engine::ParameterGroup> groups) {
    if (name == "adamw")
        return std::make_unique<engine::AdamW>(std::move(groups));
    const double momentum = name == "sgd" ? 0.9 : name == "clipped" ? 0.5 : 0;
    return std::make_unique<engine::Sgd>(std::move(groups), momentum);
}

engine::LogisticProblem rows(bool weighted) {
    const int rows = 30, features = 7;
    engine::LogisticProblem problem{torch::empty({rows, features}, torch::kFloat64),
                                    torch::empty({rows}, torch::kInt64), torch::ones({rows}, torch::kFloat64),
                                    3};
    for (int r = 0; r < rows; ++r) {
        problem.targets[r] = r * r % 7 % 3;
        if (weighted)
            problem.weights[r] = 1 + 0.5 * (r % 3);
        for (int c = 0; c < features; ++c)
            problem.features[r][c] = std::sin(r * (c + 1.3) + c * c);
    }
    return problem;
}

} // namespace

class LearningReferenceTest : public QObject {
    Q_OBJECT

private:
    Numbers m_numbers;

    const std::vector<double>& numbers(const QString& name) { return m_numbers[name.toStdString()]; }

private Q_SLOTS:
    void initTestCase();
    void everyStepIsPyTorchs_data();
    void everyStepIsPyTorchs();
    void sgdGoesOnFromItsSavedState();
    void aParameterThatBeginsLaterStartsFromZero();
    void schedulesArePyTorchs();
    void thePlateauIsPyTorchs();
    void lossesArePyTorchs_data();
    void lossesArePyTorchs();
    void theFocalLossIsTorchvisions();
    void theHeadIsSolvedAsByPyTorch_data();
    void theHeadIsSolvedAsByPyTorch();
    void aStoppedSolverGivesNothing();
    void theMinimumOfAValleyIsFound();
    void theAverageFollowsTheWeights();
    void whatIsKeptLiesBackTowardsTheStart();
};

void LearningReferenceTest::initTestCase() {
    m_numbers = reference();
    if (m_numbers.empty())
        QSKIP("python3-torch and torchvision are not here");
}

void LearningReferenceTest::everyStepIsPyTorchs_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"adamw", "sgd", "plainsgd", "clipped"})
        QTest::newRow(name) << name;
}

void LearningReferenceTest::everyStepIsPyTorchs() {
    QFETCH(QString, name);
    const Problem problem;
    const auto ours = optimiser(name, problem.groups());
    for (int step = 0; step < 12; ++step) {
        ours->zeroGradients();
        problem.computeGradients(step);
        if (name == "clipped") {
            const double norm = ours->clipGradients(0.4);
            QVERIFY(std::abs(norm - numbers(name + ".norm" + QString::number(step)).at(0)) < 1e-12);
        }
        ours->step(1.0 / (1 + step));
        QVERIFY(distance(problem.matrix, numbers(name + ".matrix" + QString::number(step))) < 1e-12);
        QVERIFY(distance(problem.vector, numbers(name + ".vector" + QString::number(step))) < 1e-12);
    }
}

void LearningReferenceTest::sgdGoesOnFromItsSavedState() {
    const auto single = [](Tensor tensor) {
        return tensor.detach().to(torch::kFloat32).set_requires_grad(true);
    };
    const auto run = [](engine::Optimiser& optimiser, const Tensor& vector, int from, int to) {
        for (int step = from; step < to; ++step) {
            optimiser.zeroGradients();
            (vector * (step + 1)).tanh().sum().backward();
            optimiser.step(1);
        }
    };
    const Tensor whole = single(Problem().vector), parts = single(Problem().vector);
    engine::Sgd first({{0.05, 0.1, {{"vector", whole}}}}, 0.9),
        second({{0.05, 0.1, {{"vector", parts}}}}, 0.9);
    run(first, whole, 0, 9);
    run(second, parts, 0, 4);
    engine::Sgd third({{0.05, 0.1, {{"vector", parts}}}}, 0.9);
    QVERIFY(!third.load({}, 4));
    QVERIFY(third.load(second.save(), 4));
    run(third, parts, 4, 9);
    QVERIFY(torch::equal(whole, parts));
    QCOMPARE(third.steps(), 9);
}

/// Gradual unfreezing: the moments of a block that rested are no older than its first step.
void LearningReferenceTest::aParameterThatBeginsLaterStartsFromZero() {
    const auto made = [] { return torch::ones({2}).set_requires_grad(true); };
    const Tensor early = made(), late = made(), alone = made();
    engine::AdamW together({{0.01, 0, {{"early", early}, {"late", late}}}}),
        reference({{0.01, 0, {{"a", alone}}}});
    for (int step = 0; step < 6; ++step) {
        together.zeroGradients();
        reference.zeroGradients();
        early.square().sum().backward();
        if (step >= 3) {
            (late.pow(3) * (step + 1)).sum().backward();
            (alone.pow(3) * (step + 1)).sum().backward();
            reference.step(1);
        }
        together.step(1);
    }
    QVERIFY(torch::equal(late, alone));
    const auto saved = together.save();
    QVERIFY(saved.contains("late.steps") && !saved.contains("early.steps"));
    engine::AdamW again({{0.01, 0, {{"early", early}, {"late", late}}}});
    QVERIFY(again.load(saved, together.steps()));
    QVERIFY(again.save().at("late.steps").data == saved.at("late.steps").data);
}

void LearningReferenceTest::schedulesArePyTorchs() {
    const auto& cosine = numbers("schedule.cosine");
    QCOMPARE(cosine.size(), 21u);
    for (int i = 0; i <= 20; ++i)
        QVERIFY(std::abs(engine::cosineSchedule(i / 20.0, 0) - cosine[std::size_t(i)]) < 1e-12);
    const auto& step = numbers("schedule.step");
    QCOMPARE(step.size(), 20u);
    for (int i = 0; i < 20; ++i)
        QVERIFY(std::abs(engine::stepSchedule(i + 0.5, 4, 0.3) - step[std::size_t(i)]) < 1e-12);
    const auto& cycle = numbers("schedule.onecycle"); // PyTorch's peak is at step 0.3 · 40 - 1 of 0 … 39
    QCOMPARE(cycle.size(), 40u);
    for (int i = 0; i < 40; ++i)
        QVERIFY(std::abs(engine::oneCycleSchedule(i / 39.0, 11 / 39.0) - cycle[std::size_t(i)]) < 1e-12);
}

void LearningReferenceTest::thePlateauIsPyTorchs() {
    const auto &losses = numbers("plateau.losses"), &rates = numbers("plateau.rates");
    QVERIFY(!losses.empty());
    engine::Plateau plateau;
    for (std::size_t i = 0; i < losses.size(); ++i) {
        plateau.observe(losses[i], 2, 0.5);
        QCOMPARE(plateau.share, rates.at(i));
    }
    QVERIFY(plateau.share < 1);
}

void LearningReferenceTest::lossesArePyTorchs_data() {
    QTest::addColumn<double>("smoothing");
    QTest::addColumn<bool>("weighted");
    QTest::newRow("plain") << 0.0 << false;
    QTest::newRow("smooth") << 0.1 << false;
    QTest::newRow("weighted") << 0.0 << true;
    QTest::newRow("both") << 0.2 << true;
}

Tensor logitsOf(int classes) {
    Tensor logits = torch::empty({6, classes}, torch::kFloat64);
    for (int r = 0; r < 6; ++r)
        for (int c = 0; c < classes; ++c)
            logits[r][c] = std::sin(5 * r + 2 * c) * 3;
    return logits.set_requires_grad(true);
}

void LearningReferenceTest::lossesArePyTorchs() {
    QFETCH(double, smoothing);
    QFETCH(bool, weighted);
    const QString name = QStringLiteral("loss.") + QTest::currentDataTag();
    const Tensor logits = logitsOf(4), targets = torch::tensor({0, 3, 1, 2, 2, 0}, torch::kInt64);
    engine::LossOptions options{.labelSmoothing = smoothing};
    if (weighted)
        options.classWeights = torch::tensor({0.5, 2.0, 1.0, 1.5});
    const Tensor loss = engine::summedLoss(logits, targets, options);
    loss.backward();
    QVERIFY(distance(loss, numbers(name)) < 1e-12);
    QVERIFY(distance(logits.grad(), numbers(name + ".gradient")) < 1e-12);
}

void LearningReferenceTest::theFocalLossIsTorchvisions() {
    const Tensor logits = logitsOf(2), targets = torch::tensor({0, 1, 1, 0, 0, 0}, torch::kInt64);
    const Tensor loss = engine::summedLoss(logits, targets, {.focalGamma = 2});
    loss.backward();
    QVERIFY(distance(loss, numbers("loss.focal")) < 1e-12);
    QVERIFY(distance(logits.grad(), numbers("loss.focal.gradient")) < 1e-12);
    const Tensor sure = torch::tensor({{200.0, -200.0}}).set_requires_grad(true);
    engine::summedLoss(sure, torch::zeros({1}, torch::kInt64), {.focalGamma = 0.5}).backward();
    QVERIFY(torch::isfinite(sure.grad()).all().item<bool>());
}

void LearningReferenceTest::theHeadIsSolvedAsByPyTorch_data() {
    QTest::addColumn<double>("l2");
    QTest::addColumn<bool>("weighted");
    QTest::newRow("strong") << 1.0 << false;
    QTest::newRow("weak") << 1e-3 << false;
    QTest::newRow("weighted") << 0.03 << true;
}

void LearningReferenceTest::theHeadIsSolvedAsByPyTorch() {
    QFETCH(double, l2);
    QFETCH(bool, weighted);
    const QString name = QStringLiteral("head.") + QTest::currentDataTag();
    const engine::LogisticProblem problem = rows(weighted);
    engine::LinearHead far = engine::LinearHead::zero(3, 7);
    far.weight.fill_(2);
    for (const auto& start : {engine::LinearHead::zero(3, 7), far}) {
        const auto head = engine::solveLogistic(problem, l2, start);
        QVERIFY(head);
        QVERIFY(distance(head->weight, numbers(name + ".weight")) < 2e-5);
        QVERIFY(distance(head->bias - head->bias.mean(), numbers(name + ".bias")) < 2e-5);
        const Tensor each =
            -head->probabilities(problem.features).gather(1, problem.targets.unsqueeze(1)).squeeze(1).log();
        const double loss = ((each * problem.weights).sum() / problem.weights.sum()).item<double>() +
                            l2 / 2 * head->weight.square().sum().item<double>();
        QVERIFY(std::abs(loss - numbers(name + ".loss").at(0)) < 1e-10);
    }
    engine::LogisticProblem single = rows(weighted); // as large sets are kept
    single.features = single.features.to(torch::kFloat32);
    QVERIFY(distance(engine::solveLogistic(single, l2, far)->weight, numbers(name + ".weight")) < 1e-3);
}

void LearningReferenceTest::aStoppedSolverGivesNothing() {
    int asked = 0;
    QVERIFY(!engine::solveLogistic(rows(false), 1e-3, engine::LinearHead::zero(3, 7),
                                   [&] { return ++asked < 3; }));
    QCOMPARE(asked, 3);
}

/// Rosenbrock's, which is no bowl.
void LearningReferenceTest::theMinimumOfAValleyIsFound() {
    const auto found = engine::minimise(
        [](const Tensor& at, Tensor& gradient) {
            const double x = at[0].item<double>(), y = at[1].item<double>(), bend = y - x * x;
            gradient[0] = -2 * (1 - x) - 400 * x * bend;
            gradient[1] = 200 * bend;
            return (1 - x) * (1 - x) + 100 * bend * bend;
        },
        torch::tensor({-1.2, 1.0}, torch::kFloat64));
    QVERIFY(found.converged);
    QVERIFY2(found.iterations < 100, std::to_string(found.iterations).c_str());
    QVERIFY(distance(found.at, {1, 1}) < 1e-6);
}

void LearningReferenceTest::theAverageFollowsTheWeights() {
    const graph::Architecture& architecture = *graph::findArchitecture("squeezenet1_1");
    engine::Network network(architecture.build({.classes = 2, .newHead = true}), 1);
    const std::string name = network.trainableParameters().front().first;
    engine::WeightAverage average(network, 0.9);
    double expected = network.tensor(name).flatten()[0].item<double>();
    const torch::NoGradGuard noGradient;
    for (int step = 1; step <= 30; ++step) {
        network.tensor(name).add_(0.1);
        average.update(step);
        const double decay = std::min(0.9, (1.0 + step) / (10.0 + step));
        expected = decay * expected + (1 - decay) * network.tensor(name).flatten()[0].item<double>();
    }
    const double newest = network.tensor(name).flatten()[0].item<double>();
    const weights::TensorMap saved = average.save();
    average.swap();
    QVERIFY(std::abs(network.tensor(name).flatten()[0].item<double>() - expected) < 1e-5);
    QVERIFY(newest > expected + 0.1);
    average.swap();
    QCOMPARE(network.tensor(name).flatten()[0].item<double>(), newest);
    engine::WeightAverage again(network, 0.9);
    QVERIFY(!again.load({}));
    QVERIFY(again.load(saved));
    again.swap();
    QVERIFY(std::abs(network.tensor(name).flatten()[0].item<double>() - expected) < 1e-5);
}

void LearningReferenceTest::whatIsKeptLiesBackTowardsTheStart() {
    const graph::Architecture& architecture = *graph::findArchitecture("mobilenet_v3_small");
    engine::Network network(architecture.build({.classes = 2, .newHead = true}), 1);
    const torch::NoGradGuard noGradient;
    const auto start = network.save();
    engine::WeightAverage average(network, 0, 0.25);
    for (int step = 1; step <= 3; ++step) {
        for (const auto& [name, tensor] : start)
            network.tensor(name).add_(step);
        average.update(step);
    }
    const auto newest = network.save();
    const auto apart = [&](double moved) { // of parameters and statistics alike
        double worst = 0;
        for (const auto& [name, tensor] : start) {
            const auto from = weights::toFloats(tensor);
            const Tensor now = network.tensor(name).flatten().contiguous();
            for (std::size_t i = 0; i < from.size(); ++i)
                worst = std::max(worst, std::abs(now.data_ptr<float>()[i] - (from[i] + moved)));
        }
        return worst;
    };
    average.swap();
    QVERIFY(apart(0.75 * 6) < 1e-5);
    average.swap();
    for (const auto& [name, tensor] : network.save())
        QCOMPARE(tensor.data, newest.at(name).data);
    engine::Network other(architecture.build({.classes = 2, .newHead = true}), 2);
    engine::WeightAverage again(other, 0, 0.25);
    QVERIFY(!again.load(average.save()));
    QVERIFY(again.load(average.save(), average.saveStart()));
    average.swap();
    again.swap();
    const auto kept = network.save();
    for (const auto& [name, tensor] : other.save())
        QCOMPARE(tensor.data, kept.at(name).data);
}

QTEST_GUILESS_MAIN(LearningReferenceTest)
#include "LearningReferenceTest.moc"
