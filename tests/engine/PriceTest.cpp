// What the graph says that a pass needs of memory, against what LibTorch asks its allocator for.

#include "graph/Price.h"
#include "engine/AdamW.h"
#include "engine/Fold.h"
#include "engine/Network.h"
#include "graph/Architectures.h"

#include <torch/torch.h>

#include <c10/core/CPUAllocator.h>

#include <QTest>

#include <algorithm>
#include <cstdlib>
#include <mutex>
#include <unordered_map>

using namespace graft;

namespace {

/// Counts the bytes of all tensors.
class CountingAllocator : public at::Allocator {
public:
    at::DataPtr allocate(std::size_t bytes) const override {
        constexpr std::size_t alignment = 64;
        void* block = std::aligned_alloc(alignment, (bytes + alignment - 1) / alignment * alignment);
        const std::lock_guard lock(mutex);
        sizes[block] = bytes;
        live += std::int64_t(bytes);
        peak = std::max(peak, live);
        return {block, block, &release, at::kCPU};
    }
    at::DeleterFnPtr raw_deleter() const override { return &release; }

    static void startAnew() { peak = live; }
    inline static std::int64_t live = 0;
    inline static std::int64_t peak = 0;

private:
    inline static std::mutex mutex;
    inline static std::unordered_map<void*, std::size_t> sizes;

    static void release(void* block) {
        const std::lock_guard lock(mutex);
        if (const auto found = sizes.find(block); found != sizes.end()) {
            live -= std::int64_t(found->second);
            sizes.erase(found);
        }
        std::free(block);
    }
};

constexpr int batch = 8, side = 96;

void learn(const graph::Graph& graph, const graph::FreezePlan& plan) {
    engine::Network network(graph, 0);
    network.freeze(plan);
    const graph::FrozenCut cut = graph::frozenCut(graph, plan);
    engine::FoldedNetwork prefix = engine::fold(network, cut.crossing);
    std::vector<std::pair<graph::NodeIndex, torch::Tensor>> known;
    {
        const torch::NoGradGuard noGradient;
        const auto values = prefix.network.evaluateNodes(torch::randn({batch, 3, side, side}), prefix.nodes);
        for (std::size_t i = 0; i < values.size(); ++i)
            known.emplace_back(cut.crossing[i], values[i]);
    }
    engine::AdamW optimiser({{.parameters = network.trainableParameters()}});
    network.setTraining(true);
    torch::nn::functional::cross_entropy(network.forwardFrom(known), torch::zeros(batch, torch::kLong))
        .backward();
    optimiser.step(1);
}

/// Without what is no tensor, which an allocator of tensors does not see.
std::int64_t tensorsOf(const graph::Price& price) {
    return price.peakBytes - price.runtimeBytes;
}

void infer(const graph::Graph& graph) {
    const torch::NoGradGuard noGradient;
    engine::FoldedNetwork folded = [&] {
        engine::Network network(graph, 0);
        return engine::fold(network, {graph.output()});
    }();
    CountingAllocator::startAnew(); // both copies of the tensors were there
    (void)folded.network.forward(torch::randn({batch, 3, side, side}));
}

} // namespace

class PriceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void estimatesAreHonest_data();
    void estimatesAreHonest();
    void nodesAddUp();
    void whatDoesNotFitHasNoPrice();

private:
    CountingAllocator m_allocator;
};

void PriceTest::estimatesAreHonest_data() {
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("freeze"); // empty: inference
    // Large enough that the scratch of the convolutions does not count.
    for (const char* model : {"resnet18", "mobilenet_v2", "densenet121"}) {
        const graph::Architecture& architecture = *graph::findArchitecture(model);
        const std::string& middle = architecture.blocks[architecture.blocks.size() / 2];
        QTest::addRow("%s, inference", model) << model << QString();
        QTest::addRow("%s, everything learns", model) << model << "none";
        QTest::addRow("%s, behind the middle", model) << model << QString::fromStdString(middle);
    }
}

void PriceTest::estimatesAreHonest() {
    QFETCH(QString, model);
    QFETCH(QString, freeze);
    const graph::Architecture& architecture = *graph::findArchitecture(model.toStdString());
    const graph::Graph graph = architecture.build({.classes = 10, .newHead = true});
    at::Allocator* const before = c10::GetCPUAllocator();
    constexpr std::uint8_t highest = 100;
    c10::SetCPUAllocator(&m_allocator, highest);
    CountingAllocator::live = CountingAllocator::peak = 0;
    std::int64_t estimate = 0;
    if (freeze.isEmpty()) {
        infer(graph);
        estimate = tensorsOf(graph::inferencePrice(graph, {3, side, side}, batch));
    } else {
        const graph::FreezePlan plan = *graph::freezeUpTo(graph, architecture, freeze.toStdString());
        learn(graph, plan);
        estimate = tensorsOf(graph::trainingPrice(graph, plan, {3, side, side}, batch));
    }
    c10::SetCPUAllocator(before, highest);
    const double ratio = double(estimate) / double(CountingAllocator::peak);
    QVERIFY2(ratio > 0.8 && ratio < 1.25,
             qPrintable(QStringLiteral("%1 MB estimated, %2 MB used")
                            .arg(double(estimate) / 1e6, 0, 'f', 1)
                            .arg(double(CountingAllocator::peak) / 1e6, 0, 'f', 1)));
}

void PriceTest::nodesAddUp() {
    const graph::Architecture& architecture = *graph::findArchitecture("resnet18");
    const graph::Graph graph = architecture.build({});
    const graph::Shape input{3, 224, 224};
    const graph::Price price = graph::trainingPrice(graph, {}, input, 4);
    std::int64_t parameters = 0, gradients = 0, optimiser = 0, activations = 0;
    for (const graph::NodePrice& node : price.nodes) {
        parameters += node.cost.parameters;
        gradients += node.gradientBytes;
        optimiser += node.optimiserBytes;
        activations += node.activationBytes;
    }
    QCOMPARE(parameters, std::int64_t(11689512));
    QCOMPARE(gradients, parameters * 4);
    QCOMPARE(optimiser, parameters * 8);
    QCOMPARE(price.gradientBytes, gradients);
    QCOMPARE(price.optimiserBytes, optimiser);
    QCOMPARE(price.activationBytes, activations);
    QVERIFY(tensorsOf(price) < price.weightBytes + gradients + optimiser + 2 * activations);
}

void PriceTest::whatDoesNotFitHasNoPrice() {
    const graph::Graph graph = graph::findArchitecture("resnet18")->build({});
    QVERIFY(graph::inferencePrice(graph, {4, 224, 224}, 1).nodes.empty());
    QCOMPARE(graph::trainingPrice(graph, {}, {3, 0, 0}, 1).peakBytes, std::int64_t(0));
}

QTEST_GUILESS_MAIN(PriceTest)
#include "PriceTest.moc"
