#include "graph/Architectures.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace graft::graph;

namespace {

Shape inputOf(const Architecture& architecture, int side) {
    const Graph graph = architecture.build({});
    return {std::get<Input>(graph.node(0).op).channels, side, side};
}

void eachArchitecture() {
    QTest::addColumn<QString>("name");
    for (const Architecture& architecture : architectures())
        QTest::newRow(architecture.name.c_str()) << QString::fromStdString(architecture.name);
}

const Architecture& current() {
    return *findArchitecture(QTest::currentDataTag());
}

} // namespace

class ArchitecturesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void costsAsPublished_data();
    void costsAsPublished();
    void everyArchitectureIsInTheTable();
    void blocksAndHeadCoverEveryParameterOnce_data() { eachArchitecture(); }
    void blocksAndHeadCoverEveryParameterOnce();
    void runsAtItsMinimumSizeAndNotAtNothing_data() { eachArchitecture(); }
    void runsAtItsMinimumSizeAndNotAtNothing();
    void newHeadIsOneLinearOnStandardisedFeatures_data() { eachArchitecture(); }
    void newHeadIsOneLinearOnStandardisedFeatures();
    void classesReachTheOutput_data() { eachArchitecture(); }
    void classesReachTheOutput();
    void strideMovesToTheFirstConvolution();
    void epsAndChannelsAreHonoured_data() { eachArchitecture(); }
    void epsAndChannelsAreHonoured();
    void dropoutIsHonoured_data() { eachArchitecture(); }
    void dropoutIsHonoured();
    void labelsOfBlocks();
    void headsHaveLayersAndPooling_data() { eachArchitecture(); }
    void headsHaveLayersAndPooling();
    void samePaddingKeepsTheSizes_data() { eachArchitecture(); }
    void samePaddingKeepsTheSizes();
    void everyConvolutionCanHaveABias_data() { eachArchitecture(); }
    void everyConvolutionCanHaveABias();
    void stochasticDepthGrowsWithDepth();
};

/// torchvision 0.14: parameters counted on its own models, multiply-adds as its model pages give them (in
/// 10⁹).
void ArchitecturesTest::costsAsPublished_data() {
    QTest::addColumn<qint64>("parameters");
    QTest::addColumn<double>("giga");
    QTest::newRow("resnet18") << qint64(11689512) << 1.81;
    QTest::newRow("resnet34") << qint64(21797672) << 3.66;
    QTest::newRow("resnet50") << qint64(25557032) << 4.09;
    QTest::newRow("resnet101") << qint64(44549160) << 7.80;
    QTest::newRow("resnet152") << qint64(60192808) << 11.51;
    QTest::newRow("vgg11") << qint64(132863336) << 7.61;
    QTest::newRow("vgg11_bn") << qint64(132868840) << 7.61;
    QTest::newRow("vgg13") << qint64(133047848) << 11.31;
    QTest::newRow("vgg13_bn") << qint64(133053736) << 11.31;
    QTest::newRow("vgg16") << qint64(138357544) << 15.47;
    QTest::newRow("vgg16_bn") << qint64(138365992) << 15.47;
    QTest::newRow("vgg19") << qint64(143667240) << 19.63;
    QTest::newRow("vgg19_bn") << qint64(143678248) << 19.63;
    QTest::newRow("inception_v3") << qint64(23834568) << 5.71;
    QTest::newRow("mobilenet_v2") << qint64(3504872) << 0.30;
    QTest::newRow("mobilenet_v3_small") << qint64(2542856) << 0.06;
    QTest::newRow("mobilenet_v3_large") << qint64(5483032) << 0.22;
    QTest::newRow("squeezenet1_1") << qint64(1235496) << 0.35;
    QTest::newRow("resnext50_32x4d") << qint64(25028904) << 4.23;
    QTest::newRow("wide_resnet50_2") << qint64(68883240) << 11.40;
    QTest::newRow("efficientnet_b0") << qint64(5288548) << 0.39;
    QTest::newRow("densenet121") << qint64(7978856) << 2.83;
    QTest::newRow("convnext_tiny") << qint64(28589128) << 4.46;
}

void ArchitecturesTest::costsAsPublished() {
    QFETCH(qint64, parameters);
    QFETCH(double, giga);
    const Architecture& architecture = current();
    const Cost cost = totalCost(architecture.build({}), inputOf(architecture, architecture.inputSize));
    QCOMPARE(qint64(cost.parameters), parameters);
    QVERIFY2(std::abs(double(cost.multiplyAdds) / 1e9 - giga) < 0.0051,
             std::to_string(cost.multiplyAdds).c_str());
}

void ArchitecturesTest::everyArchitectureIsInTheTable() {
    QCOMPARE(architectures().size(), std::size_t(23));
    QVERIFY(!findArchitecture("resnet51"));
}

void ArchitecturesTest::blocksAndHeadCoverEveryParameterOnce() {
    const Architecture& architecture = current();
    std::vector<std::string> places = architecture.blocks;
    places.push_back(architecture.head);
    std::size_t reached = 0;
    const Graph graph = architecture.build({});
    for (const Node& node : graph.nodes()) {
        if (!hasParameters(node))
            continue;
        const auto owns = [&](const std::string& block) { return inBlock(node.name, block); };
        QCOMPARE(std::ranges::count_if(places, owns), 1);
        // In the order of the network: a stop of the slider never jumps over something that learns.
        const std::size_t place = std::size_t(std::ranges::find_if(places, owns) - places.begin());
        QVERIFY2(place == reached || place == reached + 1, node.name.c_str());
        reached = place;
    }
    QCOMPARE(reached, architecture.blocks.size());
}

void ArchitecturesTest::runsAtItsMinimumSizeAndNotAtNothing() {
    const Architecture& architecture = current();
    const Graph graph = architecture.build({});
    QVERIFY(!inferShapes(graph, inputOf(architecture, architecture.minimumSize)).empty());
    QVERIFY(inferShapes(graph, {3, 0, 0}).empty());
    QVERIFY(inferShapes(graph, {4, 224, 224}).empty());
}

void ArchitecturesTest::newHeadIsOneLinearOnStandardisedFeatures() {
    const Architecture& architecture = current();
    const Graph graph = architecture.build({.classes = 7, .newHead = true});
    const Node& last = graph.node(graph.output());
    QVERIFY(inBlock(last.name, architecture.head));
    QCOMPARE(std::get<Linear>(last.op).out, 7);
    const Node& dropout = graph.node(last.inputs[0]);
    QVERIFY(std::holds_alternative<Dropout>(dropout.op));
    QVERIFY(std::holds_alternative<Standardize>(graph.node(dropout.inputs[0]).op));
    for (const Node& node : graph.nodes())
        QVERIFY(!inBlock(node.name, architecture.head) || !hasParameters(node) || &node == &last);
}

void ArchitecturesTest::classesReachTheOutput() {
    const Architecture& architecture = current();
    for (bool newHead : {false, true}) {
        const Graph graph = architecture.build({.classes = 7, .newHead = newHead});
        QCOMPARE(inferShapes(graph, inputOf(architecture, architecture.inputSize)).back(), Shape{7});
    }
}

void ArchitecturesTest::strideMovesToTheFirstConvolution() {
    const auto strides = [](bool first) {
        const Graph graph = findArchitecture("resnet50")->build({.strideOnFirstConv = first});
        const auto stride = [&](const char* name) {
            return std::get<Conv2d>(graph.node(*graph.find(name)).op).stride[0];
        };
        return std::array{stride("layer2.0.conv1"), stride("layer2.0.conv2"), stride("layer2.1.conv1")};
    };
    QCOMPARE(strides(false), (std::array{1, 2, 1}));
    QCOMPARE(strides(true), (std::array{2, 1, 1}));
}

void ArchitecturesTest::epsAndChannelsAreHonoured() {
    const Graph graph = current().build({.inputChannels = 1, .batchNormEps = 0.5});
    QCOMPARE(std::get<Input>(graph.node(0).op).channels, 1);
    for (const Node& node : graph.nodes())
        if (const auto* norm = std::get_if<BatchNorm2d>(&node.op))
            QCOMPARE(norm->eps, 0.5);
    const int side = current().inputSize;
    QVERIFY(!inferShapes(graph, {1, side, side}).empty());
}

void ArchitecturesTest::dropoutIsHonoured() {
    for (bool newHead : {false, true}) {
        const Graph graph = current().build({.dropout = 0.125, .newHead = newHead});
        double last = -1;
        for (const Node& node : graph.nodes())
            if (const auto* dropout = std::get_if<Dropout>(&node.op))
                last = dropout->probability;
        QCOMPARE(last, 0.125);
    }
}

void ArchitecturesTest::labelsOfBlocks() {
    QCOMPARE(blockLabel("layer1"), "layer1");
    QCOMPARE(blockLabel("conv1+bn1"), "conv1, bn1");
    QCOMPARE(blockLabel("features.4+features.5+features.6"), "features.4 … features.6");
    QVERIFY(inBlock("features.1.0", "features.0+features.1"));
    QVERIFY(!inBlock("features.10.0", "features.0+features.1"));
}

void ArchitecturesTest::headsHaveLayersAndPooling() {
    const Architecture& architecture = current();
    const Graph graph = architecture.build(
        {.classes = 7, .dropout = 0.25, .newHead = true, .head = {{16, 8}, true, Pooling::Gem}});
    const int side = architecture.inputSize;
    QCOMPARE(inferShapes(graph, {3, side, side}).back(), Shape{7});
    QCOMPARE(graph.find("head.pool").has_value(), architecture.headPools);
    QCOMPARE(inferShapes(graph, {3, side, side})[std::size_t(*graph.find("head.hidden2.bn"))], Shape{8});
    for (const Node& node : graph.nodes())
        if (node.name.starts_with("head."))
            QVERIFY2(inHead(node.name, architecture), node.name.c_str());
    const auto plan = freezeUpTo(graph, architecture, "all");
    // Only the head learns, and all of it: a GeM's exponent as well.
    for (NodeIndex i = 0; i <= graph.output(); ++i)
        if (hasParameters(graph.node(i)))
            QCOMPARE(plan->frozen(i), !inHead(graph.node(i).name, architecture));
}

void ArchitecturesTest::samePaddingKeepsTheSizes() {
    const Architecture& architecture = current();
    const Shape input = inputOf(architecture, architecture.inputSize);
    const Graph own = architecture.build({}), padded = architecture.build({.samePadding = true});
    QCOMPARE(inferShapes(padded, input), inferShapes(own, input));
    bool any = false;
    for (const Node& node : padded.nodes())
        if (const auto* conv = std::get_if<Conv2d>(&node.op)) {
            QVERIFY2(conv->padding == (std::array{0, 0}), node.name.c_str());
            any = any || conv->same;
        }
    QVERIFY(any);
}

void ArchitecturesTest::everyConvolutionCanHaveABias() {
    const Graph graph = current().build({.convolutionBias = true});
    for (const Node& node : graph.nodes())
        if (const auto* conv = std::get_if<Conv2d>(&node.op))
            QVERIFY2(conv->bias, node.name.c_str());
}

void ArchitecturesTest::stochasticDepthGrowsWithDepth() {
    const auto last = [](double greatest) {
        double probability = -1;
        const Graph graph = findArchitecture("convnext_tiny")->build({.stochasticDepth = greatest});
        for (const Node& node : graph.nodes())
            if (const auto* depth = std::get_if<StochasticDepth>(&node.op)) {
                if (depth->probability < probability)
                    return -1.0;
                probability = depth->probability;
            }
        return probability;
    };
    QCOMPARE(last(-1), 0.1);
    QCOMPARE(last(0.3), 0.3);
    QCOMPARE(last(0), 0.0);
}

QTEST_GUILESS_MAIN(ArchitecturesTest)
#include "ArchitecturesTest.moc"
