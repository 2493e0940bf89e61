// One row at least per op: what OpenCV makes of the exported node, and what the engine makes of the op.

#include "engine/Network.h"
#include "onnx/Onnx.h"
#include "support/Support.h"

#include <torch/torch.h>

#include <QTest>

#include <functional>

using namespace graft;
using graph::Graph;
using graph::NodeIndex;
using graph::Shape;

namespace {

/// Adds the nodes that the op reads, behind the Input (node 0), and names them.
using Prelude = std::function<std::vector<NodeIndex>(Graph&)>;

std::vector<NodeIndex> imageAlone(Graph&) {
    return {0};
}
std::vector<NodeIndex> flattened(Graph& graph) {
    return {graph.add("flat", graph::Flatten{}, {0})};
}
std::vector<NodeIndex> imageAndPositives(Graph& graph) {
    return {0, graph.add("positives", graph::Relu{}, {0})};
}
std::vector<NodeIndex> imageAndMeans(Graph& graph) {
    return {0, graph.add("means", graph::AdaptiveAvgPool2d{1, 1}, {0})};
}
std::vector<NodeIndex> three(Graph& graph) {
    return {0, graph.add("positives", graph::Relu{}, {0}), graph.add("clipped", graph::Relu6{}, {0})};
}

const Shape image{4, 9, 7};
constexpr int pixels = 4 * 9 * 7;

struct Case {
    graph::Op op;
    Shape input = image;
    Prelude prelude = imageAlone;
};
using Cases = std::vector<Case>;

// Overloads instead of a list: an op without a case does not compile.

Cases casesOf(graph::Input) {
    return {{graph::Relu{}}};
}
Cases casesOf(graph::Conv2d) {
    return {
        {graph::Conv2d{.in = 4, .out = 6}},
        {graph::Conv2d{
            .in = 4, .out = 6, .kernel = {7, 1}, .stride = {2, 1}, .padding = {3, 0}, .bias = true}},
        {graph::Conv2d{.in = 4, .out = 8, .kernel = {3, 3}, .padding = {1, 1}, .groups = 2, .bias = true}},
        {graph::Conv2d{.in = 4, .out = 6, .kernel = {3, 3}, .stride = {2, 2}, .same = true}, {4, 10, 7}},
        {graph::Conv2d{
            .in = 4, .out = 4, .kernel = {3, 3}, .stride = {2, 2}, .padding = {1, 1}, .groups = 4}}};
}
Cases casesOf(graph::BatchNorm2d) {
    return {{graph::BatchNorm2d{.channels = 4, .eps = 0.25}}};
}
Cases casesOf(graph::BatchNorm1d) {
    return {{graph::BatchNorm1d{.features = pixels, .eps = 0.25}, image, flattened}};
}
Cases casesOf(graph::LayerNorm2d) {
    return {{graph::LayerNorm2d{.channels = 4, .eps = 0.25}}};
}
Cases casesOf(graph::LayerScale) {
    return {{graph::LayerScale{.channels = 4}}};
}
Cases casesOf(graph::Standardize) {
    return {{graph::Standardize{.features = pixels, .eps = 0.5}, image, flattened}};
}
Cases casesOf(graph::Relu) {
    return {{graph::Relu{}}};
}
Cases casesOf(graph::Relu6) {
    return {{graph::Relu6{}}};
}
Cases casesOf(graph::Hardswish) {
    return {{graph::Hardswish{}}};
}
Cases casesOf(graph::Hardsigmoid) {
    return {{graph::Hardsigmoid{}}};
}
Cases casesOf(graph::Silu) {
    return {{graph::Silu{}}};
}
Cases casesOf(graph::Sigmoid) {
    return {{graph::Sigmoid{}}};
}
Cases casesOf(graph::Gelu) {
    return {{graph::Gelu{}}};
}
Cases casesOf(graph::MaxPool2d) {
    return {{graph::MaxPool2d{.kernel = 3, .stride = 2}, {4, 10, 8}},
            {graph::MaxPool2d{.kernel = 3, .stride = 2, .ceil = true}, {4, 10, 8}},
            {graph::MaxPool2d{.kernel = 3, .stride = 2, .padding = 1}, {4, 10, 8}},
            {graph::MaxPool2d{.kernel = 3, .stride = 2, .padding = 1, .ceil = true}, {4, 10, 7}},
            {graph::MaxPool2d{.kernel = 3, .stride = 2, .same = true}, {4, 10, 7}},
            {graph::MaxPool2d{.kernel = 2, .stride = 2, .ceil = true}}};
}
Cases casesOf(graph::AvgPool2d) {
    return {{graph::AvgPool2d{.kernel = 3, .stride = 1, .padding = 1}},
            {graph::AvgPool2d{.kernel = 3, .stride = 2, .same = true}, {4, 10, 7}},
            {graph::AvgPool2d{.kernel = 2, .stride = 2, .padding = 0}}};
}
Cases casesOf(graph::AdaptiveAvgPool2d) {
    return {{graph::AdaptiveAvgPool2d{1, 1}},
            {graph::AdaptiveAvgPool2d{9, 7}},
            {graph::AdaptiveAvgPool2d{3, 7}},
            {graph::AdaptiveAvgPool2d{7, 3}},
            {graph::AdaptiveAvgPool2d{7, 7}, {4, 2, 2}}};
}
Cases casesOf(graph::AdaptiveMaxPool2d) {
    return {{graph::AdaptiveMaxPool2d{1, 1}},
            {graph::AdaptiveMaxPool2d{9, 7}},
            {graph::AdaptiveMaxPool2d{3, 7}},
            {graph::AdaptiveMaxPool2d{7, 3}}};
}
Cases casesOf(graph::GemPool2d) {
    return {{graph::GemPool2d{}}};
}
Cases casesOf(graph::Flatten) {
    return {{graph::Flatten{}}};
}
Cases casesOf(graph::Linear) {
    return {{graph::Linear{.in = pixels, .out = 5}, image, flattened},
            {graph::Linear{.in = pixels, .out = 5, .bias = false}, image, flattened}};
}
Cases casesOf(graph::Dropout) {
    return {{graph::Dropout{0.5}}};
}
Cases casesOf(graph::StochasticDepth) {
    return {{graph::StochasticDepth{0.5}}};
}
Cases casesOf(graph::PixelLinear) {
    return {{graph::PixelLinear{.in = 4, .out = 6}}, {graph::PixelLinear{.in = 4, .out = 6, .bias = false}}};
}
Cases casesOf(graph::Add) {
    return {{graph::Add{}, image, imageAndPositives}, {graph::Add{}, image, three}};
}
Cases casesOf(graph::Multiply) {
    const Prelude imageAndGate = [](Graph& graph) {
        const NodeIndex means = graph.add("means", graph::AdaptiveAvgPool2d{1, 1}, {0});
        return std::vector<NodeIndex>{0, graph.add("gate", graph::Hardsigmoid{}, {means})};
    };
    return {{graph::Multiply{}, image, imageAndMeans}, {graph::Multiply{}, image, imageAndGate}};
}
Cases casesOf(graph::Concat) {
    return {{graph::Concat{}, image, three}};
}

using EveryOp = std::make_index_sequence<std::variant_size_v<graph::Op>>;
template <std::size_t... index>
constexpr bool everyOpHasCases(std::index_sequence<index...>) {
    return (requires { casesOf(std::variant_alternative_t<index, graph::Op>{}); } && ...);
}
static_assert(everyOpHasCases(EveryOp{}), "an operation has no row in this table");

template <std::size_t... index>
std::vector<Cases> casesOfEveryOp(std::index_sequence<index...>) {
    return {casesOf(std::variant_alternative_t<index, graph::Op>{})...};
}

std::vector<Case> allCases() {
    std::vector<Case> all;
    for (const Cases& cases : casesOfEveryOp(EveryOp{}))
        all.insert(all.end(), cases.begin(), cases.end());
    return all;
}

Graph graphOf(const Case& row) {
    Graph graph;
    graph.add("input", graph::Input{int(row.input[0])}, {});
    std::vector<NodeIndex> inputs = row.prelude(graph);
    graph.add("op", row.op, std::move(inputs));
    return graph;
}

/// Away from 0 and 1, where a forgotten tensor would not show.
void disturb(engine::Network& network) {
    const torch::NoGradGuard noGradient;
    for (const graph::TensorSpec& spec : graph::tensorsOf(network.graph().node(network.graph().output())))
        network.tensor(spec.name).uniform_(0.5, 1.5);
}

} // namespace

class ConformanceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyOp_data();
    void everyOp();
};

void ConformanceTest::everyOp_data() {
    QTest::addColumn<int>("index");
    const std::vector<Case> cases = allCases();
    for (int i = 0; i < int(cases.size()); ++i)
        QTest::addRow("%s %d", std::string(graph::opName(cases[std::size_t(i)].op)).c_str(), i) << i;
}

void ConformanceTest::everyOp() {
    QFETCH(int, index);
    const Case row = allCases()[std::size_t(index)];
    torch::manual_seed(5);
    engine::Network network(graphOf(row), 1);
    disturb(network);
    const torch::NoGradGuard noGradient;
    const torch::Tensor images = torch::randn({2, row.input[0], row.input[1], row.input[2]}) * 4;
    const torch::Tensor expected = network.forward(images).contiguous();

    const test::TemporaryFolder folder;
    const auto written = onnx::write(folder / "op.onnx", network.graph(), network.save(),
                                     {.input = row.input, .softmax = false, .name = "op", .version = "1"});
    QVERIFY2(written.ok(), written.ok() ? "" : written.error().message.c_str());
    auto session = onnx::Session::open(folder / "op.onnx");
    QVERIFY2(session.ok(), session.ok() ? "" : (session.error().message + session.error().detail).c_str());
    const auto rows = session->run({images.data_ptr<float>(), std::size_t(images.numel())}, row.input);
    QVERIFY2(rows.ok(), rows.ok() ? "" : (rows.error().message + rows.error().detail).c_str());
    QCOMPARE(std::int64_t(rows->size()), expected.numel());
    const torch::Tensor found = torch::tensor(*rows).view(expected.sizes());
    QVERIFY2(torch::allclose(found, expected, 1e-4, 1e-4),
             std::to_string((found - expected).abs().max().item<double>()).c_str());
}

QTEST_GUILESS_MAIN(ConformanceTest)
#include "ConformanceTest.moc"
