// Single steps of the learning part, and what it needs of the machine.

#include "training/Learner.h"
#include "graph/Architectures.h"
#include "training/Device.h"
#include "training/Memory.h"

#include <torch/torch.h>

#include <QTest>

#include <new>
#include <stdexcept>

using namespace graft;
using torch::Tensor;
using training::Learner;

namespace {

/// A small network without BatchNorm, so that images do not see each other.
struct Bench {
    const graph::Architecture& architecture = *graph::findArchitecture("squeezenet1_1");
    engine::Network network;
    Tensor images, targets;

    explicit Bench(double dropout = 0)
        : network(architecture.build({.classes = 3, .dropout = dropout, .newHead = true}), 4) {
        torch::manual_seed(9);
        images = torch::randn({6, 3, 64, 64});
        targets = torch::arange(6) % 3;
    }
    Learner learner(const Learner::Rates& rates = {}) {
        return Learner(network, {0}, architecture, rates, 1);
    }
};

double largestDifference(const weights::TensorMap& a, const weights::TensorMap& b) {
    double largest = 0;
    for (const auto& [name, tensor] : a) {
        const auto x = weights::toFloats(tensor), y = weights::toFloats(b.at(name));
        for (std::size_t i = 0; i < x.size(); ++i)
            largest = std::max(largest, double(std::abs(x[i] - y[i])));
    }
    return largest;
}

} // namespace

class LearnerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void gradientsOfPartsAddUp();
    void aStepInPiecesIsTheSameStep();
    void whereImagesAreMissingThePiecesAreTheMeanOfTheRest();
    void headAndRestHaveTheirOwnRates();
    void vectorsDoNotDecay();
    void aLossThatIsNotFiniteChangesNothing();
    void whenMemoryRunsOutLessIsComputedAtOnce();
    void otherFailuresPass();
    void smallWorkTakesOneThread();
    void theAuxiliaryHeadTeachesToo();
    void memoryGrowsWithBatchAndShrinksWithFreezing();
    void aBatchIsHalvedUntilItFits();
};

void LearnerTest::gradientsOfPartsAddUp() {
    Bench whole, parts;
    Learner first = whole.learner(), second = parts.learner();
    for (int step = 0; step < 3; ++step) {
        const auto a = first.step({whole.images}, whole.targets, 1, 0, 6);
        const auto b = second.step({parts.images}, parts.targets, 1, 0, 4);
        QCOMPARE(a.images, 6);
        QCOMPARE(a.correct, b.correct);
        QVERIFY(std::abs(a.lossSum - b.lossSum) < 1e-4);
    }
    // Adam divides by the size of a gradient: where that is nearly zero, rounding decides. The moments do
    // not.
    QVERIFY(largestDifference(first.optimiser().save(), second.optimiser().save()) < 1e-4);
}

/// To the last bit: dropout, too, goes on where the piece before left off.
void LearnerTest::aStepInPiecesIsTheSameStep() {
    Bench whole(0.5), pieces(0.5);
    Learner first = whole.learner(), second = pieces.learner();
    for (int step = 0; step < 2; ++step) {
        const auto a = first.step({whole.images}, whole.targets, 1, 7, 2);
        second.beginStep(7);
        for (int piece = 0; piece < 3; ++piece)
            second.addToStep({pieces.images.narrow(0, 2 * piece, 2)}, pieces.targets.narrow(0, 2 * piece, 2),
                             6, 2);
        const auto b = second.finishStep(1);
        QCOMPARE(a.lossSum, b.lossSum);
        QCOMPARE(b.images, 6);
        QCOMPARE(a.correct, b.correct);
    }
    QCOMPARE(largestDifference(whole.network.save(), pieces.network.save()), 0.0);
}

void LearnerTest::whereImagesAreMissingThePiecesAreTheMeanOfTheRest() {
    Bench four, six;
    Learner first = four.learner(), second = six.learner();
    first.step({four.images.narrow(0, 0, 4)}, four.targets.narrow(0, 0, 4), 1, 0, 4);
    second.beginStep(0);
    second.addToStep({six.images.narrow(0, 0, 4)}, six.targets.narrow(0, 0, 4), 6, 4);
    QCOMPARE(second.finishStep(1).images, 4);
    QVERIFY(largestDifference(first.optimiser().save(), second.optimiser().save()) < 1e-6);
}

void LearnerTest::headAndRestHaveTheirOwnRates() {
    Bench bench;
    const weights::TensorMap before = bench.network.save();
    bench.learner({.head = 1e-2, .rest = 0, .weightDecay = 0.1}).step({bench.images}, bench.targets, 1, 0, 6);
    for (const auto& [name, tensor] : bench.network.save()) {
        const bool ofHead = name.starts_with("classifier.1");
        QVERIFY2((tensor.data != before.at(name).data) == ofHead, name.c_str());
    }
}

void LearnerTest::vectorsDoNotDecay() {
    Bench plain, decaying;
    plain.learner({.head = 1e-3, .rest = 1e-3, .weightDecay = 0})
        .step({plain.images}, plain.targets, 1, 0, 6);
    decaying.learner({.head = 1e-3, .rest = 1e-3, .weightDecay = 50})
        .step({decaying.images}, decaying.targets, 1, 0, 6);
    const weights::TensorMap without = plain.network.save();
    for (const auto& [name, tensor] : decaying.network.save())
        if (name.ends_with(".weight") || name.ends_with(".bias"))
            QVERIFY2((tensor.data == without.at(name).data) == name.ends_with(".bias"), name.c_str());
}

void LearnerTest::aLossThatIsNotFiniteChangesNothing() {
    Bench bench;
    const weights::TensorMap before = bench.network.save();
    Learner learner = bench.learner();
    const auto result = learner.step({bench.images * INFINITY}, bench.targets, 1, 0, 6);
    QVERIFY(!std::isfinite(result.lossSum));
    QCOMPARE(largestDifference(bench.network.save(), before), 0.0);
    QCOMPARE(learner.optimiser().steps(), 0);
}

void LearnerTest::whenMemoryRunsOutLessIsComputedAtOnce() {
    const std::function<void()> outages[] = {
        [] { throw std::bad_alloc(); },
        [] {
            throw std::runtime_error(
                "[enforce fail at alloc_cpu.cpp:66] . DefaultCPUAllocator: can't allocate memory: you tried");
        },
        [] { throw std::runtime_error("CUDA out of memory. Tried to allocate 2.00 GiB"); },
    };
    for (const auto& outage : outages) {
        int atOnce = 32, told = 0;
        const auto compute = [&](int images) {
            if (images > 5)
                outage();
            return images;
        };
        QCOMPARE(training::withWhatFits(atOnce, compute, [&] { ++told; }), 4);
        QCOMPARE(atOnce, 4);
        QCOMPARE(told, 3);
        QCOMPARE(training::withWhatFits(atOnce, compute, [&] { ++told; }), 4); // and stays so
        QCOMPARE(told, 3);
        const auto never = [&](int) -> int {
            outage();
            return 0;
        };
        QVERIFY_THROWS_EXCEPTION(std::exception, training::withWhatFits(atOnce, never, [] {}));
        QCOMPARE(atOnce, 1);
    }
}

void LearnerTest::otherFailuresPass() {
    int atOnce = 32;
    const auto compute = [](int) -> int { throw std::runtime_error("shapes do not match"); };
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, training::withWhatFits(atOnce, compute, [] {}));
    QCOMPARE(atOnce, 32);
}

void LearnerTest::smallWorkTakesOneThread() {
    const graph::Architecture& architecture = *graph::findArchitecture("resnet50");
    const graph::Graph graph = architecture.build({.classes = 2, .newHead = true});
    const auto threads = [&](const char* freeze) {
        return training::learnerThreads(
            graph, graph::frozenCut(graph, *graph::freezeUpTo(graph, architecture, freeze)), 224, 32);
    };
    QCOMPARE(threads("all"), 1);
    QCOMPARE(threads("none"), training::shareThreads().compute);
    QCOMPARE(threads("layer3"), training::shareThreads().compute);
}

void LearnerTest::theAuxiliaryHeadTeachesToo() {
    torch::manual_seed(8);
    const graph::Architecture& architecture = *graph::findArchitecture("inception_v3");
    engine::Network network(
        architecture.build({.classes = 3, .auxiliary = true, .dropout = 0, .newHead = true}), 4);
    const torch::Tensor images = torch::randn({2, 3, 299, 299}), targets = torch::arange(2);
    network.setTraining(true);
    training::useThreads(2); // as below: in other sums, two images and BatchNorm make much of the last bits
    const auto answers =
        network.evaluateNodes(images, {network.graph().output(), *network.graph().find("AuxLogits.fc")});
    const auto loss = [&](const torch::Tensor& logits) {
        return torch::nn::functional::cross_entropy(logits, targets);
    };
    (loss(answers[0]) + 0.4 * loss(answers[1])).backward();
    const torch::Tensor early = network.tensor("Conv2d_1a_3x3.conv.weight").grad().clone();
    const torch::Tensor ofHead = network.tensor("AuxLogits.fc.weight").grad().clone();

    training::Learner learner(network, {0}, architecture, {.head = 0, .rest = 0}, 2);
    const training::BatchResult result = learner.step({images}, targets, 1, 0, 2);
    QVERIFY(std::abs(result.lossSum / 2 - loss(answers[0]).item<double>()) < 1e-4); // the output's alone
    const auto apart = [](const torch::Tensor& a, const torch::Tensor& b) {
        return ((a - b).norm() / b.norm()).item<double>();
    };
    QVERIFY(apart(network.tensor("Conv2d_1a_3x3.conv.weight").grad(), early) < 1e-2);
    QVERIFY(apart(network.tensor("AuxLogits.fc.weight").grad(), ofHead) < 1e-2);
}

void LearnerTest::memoryGrowsWithBatchAndShrinksWithFreezing() {
    const graph::Architecture& architecture = *graph::findArchitecture("resnet50");
    const graph::Graph graph = architecture.build({.classes = 2, .newHead = true});
    const auto bytes = [&](const char* freeze, int batch) {
        return training::MemoryNeed(graph, *graph::freezeUpTo(graph, architecture, freeze), 224).bytes(batch);
    };
    const auto ofImages = bytes("none", 32) - bytes("none", 1); // without weights and their copies
    QVERIFY(bytes("none", 64) - bytes("none", 32) >= ofImages);
    QVERIFY(ofImages > 0.8 * double(bytes("none", 32)));
    QVERIFY(bytes("none", 32) > 3'000'000'000); // 2.9 GB of activations alone, in the usual count
    QVERIFY(bytes("none", 32) < 10'000'000'000);
    QVERIFY(bytes("layer2", 32) < bytes("none", 32));
    QVERIFY(bytes("all", 32) < 500'000'000);
}

void LearnerTest::aBatchIsHalvedUntilItFits() {
    const graph::Architecture& architecture = *graph::findArchitecture("resnet50");
    const graph::Graph graph = architecture.build({.classes = 2, .newHead = true});
    const training::MemoryNeed need(graph, *graph::freezeUpTo(graph, architecture, "none"), 224);
    QCOMPARE(need.imagesAtOnce(32, need.bytes(32)).value(), 32);
    QCOMPARE(need.imagesAtOnce(32, 0).value(), 32); // not known
    QCOMPARE(need.imagesAtOnce(64, need.bytes(20)).value(), 16);
    QCOMPARE(need.imagesAtOnce(9, need.bytes(5)).value(), 5);
    const auto never = need.imagesAtOnce(64, need.bytes(1) - 1);
    QVERIFY(!never.ok());
    QVERIFY2(never.error().message.find("even for one image") != std::string::npos,
             never.error().message.c_str());
}

QTEST_GUILESS_MAIN(LearnerTest)
#include "LearnerTest.moc"
