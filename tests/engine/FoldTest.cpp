// A network with its BatchNorms folded away is the same function.

#include "engine/Fold.h"
#include "graph/Architectures.h"

#include <torch/torch.h>

#include <QTest>

using namespace graft;
using torch::Tensor;

namespace {

/// As after training: no statistic is what it is at the start.
void disturbNorms(engine::Network& network) {
    const torch::NoGradGuard noGradient;
    torch::manual_seed(11);
    for (const graph::Node& node : network.graph().nodes()) {
        if (!std::holds_alternative<graph::BatchNorm2d>(node.op))
            continue;
        network.tensor(node.name + ".weight").uniform_(0.8, 1.2);
        network.tensor(node.name + ".bias").uniform_(-0.2, 0.2);
        network.tensor(node.name + ".running_mean").uniform_(-0.2, 0.2);
        network.tensor(node.name + ".running_var").uniform_(0.7, 1.3);
    }
}

int countNorms(const graph::Graph& graph) {
    return int(std::ranges::count_if(graph.nodes(), [](const graph::Node& node) {
        return std::holds_alternative<graph::BatchNorm2d>(node.op);
    }));
}

} // namespace

class FoldTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itIsTheSameFunction_data() { everyArchitecture(); }
    void itIsTheSameFunction();
    void inBfloat16ItIsNearlyTheSameFunction_data() { everyArchitecture(); }
    void inBfloat16ItIsNearlyTheSameFunction();
    void severalNodesAtOnce();
    void aConvolutionThatIsAskedForStaysItself();

private:
    static void everyArchitecture();
};

void FoldTest::everyArchitecture() {
    QTest::addColumn<int>("unused");
    for (const char* model : {"resnet18", "resnet50", "mobilenet_v2", "mobilenet_v3_small", "inception_v3",
                              "vgg11_bn", "squeezenet1_1", "densenet121", "efficientnet_b0", "convnext_tiny"})
        QTest::newRow(model) << 0;
}

void FoldTest::itIsTheSameFunction() {
    const graph::Architecture& architecture = *graph::findArchitecture(QTest::currentDataTag());
    engine::Network network(architecture.build({.classes = 5, .newHead = true}), 2);
    disturbNorms(network);
    const torch::NoGradGuard noGradient;
    engine::FoldedNetwork folded = engine::fold(network, {network.graph().output()});
    QCOMPARE(countNorms(folded.network.graph()) > 0,
             architecture.family == "DenseNet"); // norms in front stay
    QCOMPARE(folded.nodes, std::vector<graph::NodeIndex>{folded.network.graph().output()});
    torch::manual_seed(3);
    const int side = std::max(64, architecture.minimumSize);
    const Tensor images = torch::randn({2, 3, side, side});
    const Tensor expected = network.forward(images), found = folded.network.forward(images);
    const double scale = expected.abs().max().item<double>();
    QVERIFY((found - expected).abs().max().item<double>() < 2e-5 * scale);
}

void FoldTest::inBfloat16ItIsNearlyTheSameFunction() {
    const graph::Architecture& architecture = *graph::findArchitecture(QTest::currentDataTag());
    engine::Network network(architecture.build({.classes = 5, .newHead = true}), 2);
    disturbNorms(network);
    const torch::NoGradGuard noGradient;
    network.setTraining(false);
    engine::FoldedNetwork folded = engine::fold(network, {network.graph().output()}, torch::kBFloat16);
    torch::manual_seed(3);
    const int side = std::max(64, architecture.minimumSize);
    const Tensor images = torch::randn({2, 3, side, side});
    const Tensor expected = network.forward(images);
    const Tensor found = folded.network.evaluateNodes(images, folded.nodes).front();
    QCOMPARE(found.scalar_type(), torch::kFloat32);
    const double scale = expected.abs().max().item<double>();
    const double difference = (found - expected).abs().max().item<double>() / scale;
    QVERIFY2(difference > 0 && difference < 0.1, qPrintable(QString::number(difference)));
}

void FoldTest::severalNodesAtOnce() {
    const graph::Architecture& architecture = *graph::findArchitecture("resnet18");
    engine::Network network(architecture.build({.classes = 5, .newHead = true}), 2);
    disturbNorms(network);
    const torch::NoGradGuard noGradient;
    const std::vector<graph::NodeIndex> wanted{*network.graph().find("layer1.0.relu"),
                                               *network.graph().find("layer2.0.downsample.1")};
    engine::FoldedNetwork folded = engine::fold(network, wanted);
    QVERIFY(!folded.network.graph().find("layer3.0.conv1"));
    const Tensor images = torch::randn({2, 3, 64, 64});
    const auto expected = network.evaluateNodes(images, wanted);
    const auto found = folded.network.evaluateNodes(images, folded.nodes);
    for (std::size_t i = 0; i < wanted.size(); ++i)
        QVERIFY(torch::allclose(found[i], expected[i], 1e-4, 1e-5));
}

void FoldTest::aConvolutionThatIsAskedForStaysItself() {
    const graph::Architecture& architecture = *graph::findArchitecture("resnet18");
    engine::Network network(architecture.build({.classes = 5, .newHead = true}), 2);
    disturbNorms(network);
    const torch::NoGradGuard noGradient;
    const std::vector<graph::NodeIndex> wanted{*network.graph().find("conv1"), *network.graph().find("bn1")};
    engine::FoldedNetwork folded = engine::fold(network, wanted);
    QCOMPARE(countNorms(folded.network.graph()), 1);
    const Tensor images = torch::randn({1, 3, 64, 64});
    const auto expected = network.evaluateNodes(images, wanted);
    const auto found = folded.network.evaluateNodes(images, folded.nodes);
    QVERIFY(torch::equal(found[0], expected[0]) && torch::equal(found[1], expected[1]));
}

QTEST_GUILESS_MAIN(FoldTest)
#include "FoldTest.moc"
