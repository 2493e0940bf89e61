// What is frozen stays as it is, to the last bit, while the blocks around it learn.

#include "engine/AdamW.h"
#include "engine/Network.h"
#include "graph/Architectures.h"

#include <torch/torch.h>

#include <QTest>

using namespace graft;

namespace {

/// The middle block alone, so that gradients pass through it.
graph::FreezePlan middleBlock(const graph::Graph& graph, const graph::Architecture& architecture) {
    const std::string& block = architecture.blocks[architecture.blocks.size() / 2];
    std::vector<bool> frozen;
    for (const graph::Node& node : graph.nodes())
        frozen.push_back(graph::inBlock(node.name, block));
    return graph::FreezePlan(std::move(frozen));
}

void train(engine::Network& network, int side) {
    engine::AdamW optimiser(
        {{.learningRate = 1e-2, .weightDecay = 0.1, .parameters = network.trainableParameters()}});
    network.setTraining(true);
    const torch::Tensor images = torch::randn({4, 3, side, side}), targets = torch::arange(4) % 3;
    for (int step = 0; step < 2; ++step) {
        optimiser.zeroGradients();
        torch::nn::functional::cross_entropy(network.forward(images), targets).backward();
        optimiser.step(1);
    }
}

} // namespace

class FrozenTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void staysBitIdentical_data();
    void staysBitIdentical();
};

void FrozenTest::staysBitIdentical_data() {
    QTest::addColumn<int>("side");
    for (const char* model :
         {"resnet18", "resnext50_32x4d", "wide_resnet50_2", "mobilenet_v2", "mobilenet_v3_small",
          "efficientnet_b0", "densenet121", "convnext_tiny", "squeezenet1_1", "vgg11_bn"})
        QTest::newRow(model) << 64;
    QTest::newRow("inception_v3") << 107;
}

void FrozenTest::staysBitIdentical() {
    QFETCH(int, side);
    torch::manual_seed(3);
    const graph::Architecture& architecture = *graph::findArchitecture(QTest::currentDataTag());
    engine::Network network(architecture.build({.classes = 3, .dropout = 0.1, .newHead = true}), 0);
    const graph::FreezePlan plan = middleBlock(network.graph(), architecture);
    network.freeze(plan);
    const weights::TensorMap before = network.save();
    train(network, side);
    const weights::TensorMap after = network.save();
    int kept = 0, changed = 0, learning = 0;
    for (graph::NodeIndex i = 0; i <= network.graph().output(); ++i) {
        for (const graph::TensorSpec& spec : graph::tensorsOf(network.graph().node(i))) {
            const bool same = before.at(spec.name).data == after.at(spec.name).data;
            if (plan.frozen(i)) {
                QVERIFY2(same, spec.name.c_str());
                ++kept;
            } else if (spec.parameter) {
                ++learning;
                changed += !same;
            }
        }
    }
    QVERIFY(kept > 0);
    QCOMPARE(changed, learning);
}

QTEST_GUILESS_MAIN(FrozenTest)
#include "FrozenTest.moc"
