// One row at least per op: what the graph says of it, what the engine makes of it, what LibTorch makes of it.

#include "engine/Network.h"

#include <torch/torch.h>

#include <QTest>

#include <cmath>
#include <functional>

using namespace graft;
using graph::Graph;
using graph::NodeIndex;
using graph::Shape;
using torch::Tensor;

namespace {

using Inputs = std::vector<Tensor>;
/// Adds the nodes that the op reads, behind the Input (node 0), and names them.
using Prelude = std::function<std::vector<NodeIndex>(Graph&)>;
/// The same by LibTorch alone; `own` are the op's tensors.
using Reference = std::function<Tensor(const Inputs& in, const std::function<Tensor(const char*)>& own)>;

struct Case {
    graph::Op op;
    Shape input;
    Shape output; ///< by hand, as the next two
    std::int64_t parameters = 0;
    std::int64_t multiplyAdds = 0;
    Reference reference;
    Prelude prelude = [](Graph&) { return std::vector<NodeIndex>{0}; };
};
using Cases = std::vector<Case>;

std::vector<NodeIndex> flattened(Graph& graph) {
    return {graph.add("flat", graph::Flatten{}, {0})};
}
std::vector<NodeIndex> channelMeans(Graph& graph) {
    return {graph.add("flat", graph::Flatten{}, {graph.add("means", graph::AdaptiveAvgPool2d{1, 1}, {0})})};
}
std::vector<NodeIndex> imageAndPositives(Graph& graph) {
    return {0, graph.add("positives", graph::Relu{}, {0})};
}
std::vector<NodeIndex> imageAndMeans(Graph& graph) {
    return {0, graph.add("means", graph::AdaptiveAvgPool2d{1, 1}, {0})};
}

const Shape image{4, 9, 7};
constexpr std::int64_t pixels = 4 * 9 * 7;

// Overloads instead of a list: an op without a case does not compile.

Cases casesOf(graph::Input) {
    return {{graph::Relu{}, image, image, 0, 0,
             [](const Inputs& in, const auto&) { return torch::relu(in[0]); }}};
}
Cases casesOf(graph::Conv2d) {
    const Reference plain = [](const Inputs& in, const auto& own) {
        return torch::conv2d(in[0], own("weight"));
    };
    const Reference rowsOnly = [](const Inputs& in, const auto& own) {
        return torch::conv2d(in[0], own("weight"), own("bias"), {2, 1}, {3, 0});
    };
    const Reference depthwise = [](const Inputs& in, const auto& own) {
        return torch::conv2d(in[0], own("weight"), {}, {2, 2}, {1, 1}, {1, 1}, 4);
    };
    // 8 rows, kernel 3, stride 2: one row, below. 7 columns, kernel 4: one before, two behind.
    const Reference sameAsTensorFlow = [](const Inputs& in, const auto& own) {
        return torch::conv2d(torch::constant_pad_nd(in[0], {1, 2, 0, 1}), own("weight"), {}, {2, 1});
    };
    return {
        {graph::Conv2d{.in = 4, .out = 6}, image, {6, 9, 7}, 24, 63 * 6 * 4, plain},
        {graph::Conv2d{
             .in = 4, .out = 6, .kernel = {7, 1}, .stride = {2, 1}, .padding = {3, 0}, .bias = true},
         image,
         {6, 5, 7},
         6 * 4 * 7 + 6,
         35 * 6 * 4 * 7,
         rowsOnly},
        {graph::Conv2d{.in = 4, .out = 4, .kernel = {3, 3}, .stride = {2, 2}, .padding = {1, 1}, .groups = 4},
         image,
         {4, 5, 4},
         4 * 9,
         20 * 4 * 9,
         depthwise},
        {graph::Conv2d{.in = 4, .out = 6, .kernel = {3, 4}, .stride = {2, 1}, .same = true},
         {4, 8, 7},
         {6, 4, 7},
         6 * 4 * 12,
         28 * 6 * 4 * 12,
         sameAsTensorFlow}};
}
Cases casesOf(graph::BatchNorm2d) {
    return {{graph::BatchNorm2d{.channels = 4, .eps = 0.25}, image, image, 8, 0,
             [](const Inputs& in, const auto& own) {
                 const auto channelwise = [&](const char* name) { return own(name).view({1, 4, 1, 1}); };
                 return (in[0] - channelwise("running_mean")) /
                            torch::sqrt(channelwise("running_var") + 0.25) * channelwise("weight") +
                        channelwise("bias");
             }}};
}
Cases casesOf(graph::BatchNorm1d) {
    return {{graph::BatchNorm1d{.features = 4, .eps = 0.25},
             image,
             {4},
             8,
             0,
             [](const Inputs& in, const auto& own) {
                 return (in[0] - own("running_mean")) / torch::sqrt(own("running_var") + 0.25) *
                            own("weight") +
                        own("bias");
             },
             channelMeans}};
}
Cases casesOf(graph::LayerNorm2d) {
    return {{graph::LayerNorm2d{.channels = 4, .eps = 0.25}, image, image, 8, 0,
             [](const Inputs& in, const auto& own) {
                 const Tensor centred = in[0] - in[0].mean(1, true);
                 return centred / torch::sqrt(centred.square().mean(1, true) + 0.25) *
                            own("weight").view({4, 1, 1}) +
                        own("bias").view({4, 1, 1});
             }}};
}
Cases casesOf(graph::LayerScale) {
    return {{graph::LayerScale{.channels = 4}, image, image, 4, 0, [](const Inputs& in, const auto& own) {
                 return torch::einsum("nchw,cij->nchw", {in[0], own("layer_scale")});
             }}};
}
Cases casesOf(graph::Standardize) {
    return {{graph::Standardize{.features = int(pixels), .eps = 0.5},
             image,
             {pixels},
             0,
             0,
             [](const Inputs& in, const auto& own) {
                 return (in[0] - own("running_mean")) / torch::sqrt(own("running_var") + 0.5);
             },
             flattened}};
}
Cases casesOf(graph::Relu) {
    return {{graph::Relu{}, image, image, 0, 0,
             [](const Inputs& in, const auto&) { return in[0].clamp_min(0); }}};
}
Cases casesOf(graph::Relu6) {
    return {{graph::Relu6{}, image, image, 0, 0,
             [](const Inputs& in, const auto&) { return in[0].clamp(0, 6); }}};
}
Cases casesOf(graph::Hardswish) {
    return {{graph::Hardswish{}, image, image, 0, 0,
             [](const Inputs& in, const auto&) { return in[0] * (in[0] + 3).clamp(0, 6) / 6; }}};
}
Cases casesOf(graph::Hardsigmoid) {
    return {{graph::Hardsigmoid{}, image, image, 0, 0,
             [](const Inputs& in, const auto&) { return (in[0] + 3).clamp(0, 6) / 6; }}};
}
Cases casesOf(graph::Silu) {
    return {{graph::Silu{}, image, image, 0, 0,
             [](const Inputs& in, const auto&) { return in[0] / (1 + torch::exp(-in[0])); }}};
}
Cases casesOf(graph::Sigmoid) {
    return {{graph::Sigmoid{}, image, image, 0, 0,
             [](const Inputs& in, const auto&) { return 1 / (1 + torch::exp(-in[0])); }}};
}
Cases casesOf(graph::Gelu) {
    return {{graph::Gelu{}, image, image, 0, 0, [](const Inputs& in, const auto&) {
                 return in[0] * 0.5 * (1 + torch::erf(in[0] / std::sqrt(2.0)));
             }}};
}
Cases casesOf(graph::MaxPool2d) {
    const auto pool = [](bool ceil, int padding) -> Reference {
        return
            [=](const Inputs& in, const auto&) { return torch::max_pool2d(in[0], 3, 2, padding, 1, ceil); };
    };
    const auto two = [](const Inputs& in, const auto&) { return torch::max_pool2d(in[0], 2, 2, 0, 1, true); };
    return {{graph::MaxPool2d{.kernel = 3, .stride = 2}, {4, 10, 8}, {4, 4, 3}, 0, 0, pool(false, 0)},
            {graph::MaxPool2d{.kernel = 3, .stride = 2, .ceil = true},
             {4, 10, 8},
             {4, 5, 4},
             0,
             0,
             pool(true, 0)},
            {graph::MaxPool2d{.kernel = 3, .stride = 2, .padding = 1},
             {4, 10, 8},
             {4, 5, 4},
             0,
             0,
             pool(false, 1)},
            // A last window that would begin in the trailing padding is none.
            {graph::MaxPool2d{.kernel = 3, .stride = 2, .padding = 1, .ceil = true},
             {4, 10, 7},
             {4, 6, 4},
             0,
             0,
             pool(true, 1)},
            {graph::MaxPool2d{.kernel = 2, .stride = 2, .ceil = true}, image, {4, 5, 4}, 0, 0, two},
            {graph::MaxPool2d{.kernel = 3, .stride = 2, .same = true},
             {4, 10, 7},
             {4, 5, 4},
             0,
             0,
             [](const Inputs& in, const auto&) {
                 return torch::max_pool2d(torch::constant_pad_nd(in[0], {1, 1, 0, 1}, -1e30), 3, 2);
             }}};
}
Cases casesOf(graph::AvgPool2d) {
    // Zeros beyond the border count.
    return {{graph::AvgPool2d{.kernel = 3, .stride = 1, .padding = 1}, image, image, 0, 0,
             [](const Inputs& in, const auto&) {
                 const Tensor kernel = torch::full({4, 1, 3, 3}, 1.0 / 9);
                 return torch::conv2d(in[0], kernel, {}, 1, 1, 1, 4);
             }},
            // Padding does not count.
            {graph::AvgPool2d{.kernel = 3, .stride = 2, .same = true},
             {4, 10, 7},
             {4, 5, 4},
             0,
             0,
             [](const Inputs& in, const auto&) {
                 const auto sums = [](const Tensor& x) -> Tensor {
                     const std::vector<std::int64_t> unpadded{0, 0};
                     return torch::conv2d(torch::constant_pad_nd(x, {1, 1, 0, 1}), torch::ones({4, 1, 3, 3}),
                                          {}, 2, unpadded, 1, 4);
                 };
                 return sums(in[0]) / sums(torch::ones_like(in[0]));
             }}};
}
Cases casesOf(graph::AdaptiveAvgPool2d) {
    return {{graph::AdaptiveAvgPool2d{1, 1},
             image,
             {4, 1, 1},
             0,
             0,
             [](const Inputs& in, const auto&) {
                 return in[0].mean({2, 3}, true);
             }},
            {graph::AdaptiveAvgPool2d{7, 3}, image, {4, 7, 3}, 0, 0, [](const Inputs& in, const auto&) {
                 return torch::adaptive_avg_pool2d(in[0], {7, 3});
             }}};
}
Cases casesOf(graph::AdaptiveMaxPool2d) {
    return {{graph::AdaptiveMaxPool2d{1, 1},
             image,
             {4, 1, 1},
             0,
             0,
             [](const Inputs& in, const auto&) {
                 return in[0].amax({2, 3}, true);
             }},
            {graph::AdaptiveMaxPool2d{3, 1}, image, {4, 3, 1}, 0, 0, [](const Inputs& in, const auto&) {
                 return torch::max_pool2d(in[0], {3, 7}, {3, 7});
             }}};
}
Cases casesOf(graph::GemPool2d) {
    return {{graph::GemPool2d{.eps = 0.5}, image, {4, 1, 1}, 1, 0, [](const Inputs& in, const auto& own) {
                 const double p = own("p").template item<double>();
                 return in[0].clamp_min(0.5).pow(p).mean({2, 3}, true).pow(1 / p);
             }}};
}
Cases casesOf(graph::Flatten) {
    return {{graph::Flatten{}, image, {pixels}, 0, 0, [](const Inputs& in, const auto&) {
                 return in[0].contiguous().view({in[0].size(0), -1});
             }}};
}
Cases casesOf(graph::Linear) {
    const int in = int(pixels);
    return {{graph::Linear{.in = in, .out = 5},
             image,
             {5},
             pixels * 5 + 5,
             pixels * 5,
             [](const Inputs& x, const auto& own) { return x[0].matmul(own("weight").t()) + own("bias"); },
             flattened},
            {graph::Linear{.in = in, .out = 5, .bias = false},
             image,
             {5},
             pixels * 5,
             pixels * 5,
             [](const Inputs& x, const auto& own) { return x[0].matmul(own("weight").t()); },
             flattened}};
}
Cases casesOf(graph::PixelLinear) {
    const auto pointwise = [](const Inputs& x, const auto& own) {
        return torch::conv2d(x[0], own("weight").view({5, 4, 1, 1}));
    };
    const auto shifted = [pointwise](const Inputs& x, const auto& own) {
        return pointwise(x, own) + own("bias").view({5, 1, 1});
    };
    return {{graph::PixelLinear{.in = 4, .out = 5}, image, {5, 9, 7}, 25, 63 * 20, shifted},
            {graph::PixelLinear{.in = 4, .out = 5, .bias = false}, image, {5, 9, 7}, 20, 63 * 20, pointwise}};
}
Cases casesOf(graph::Dropout) { // in eval mode
    return {{graph::Dropout{0.5}, image, image, 0, 0, [](const Inputs& in, const auto&) { return in[0]; }}};
}
Cases casesOf(graph::StochasticDepth) { // in eval mode
    return {{graph::StochasticDepth{0.5}, image, image, 0, 0,
             [](const Inputs& in, const auto&) { return in[0]; }}};
}
Cases casesOf(graph::Add) {
    return {{graph::Add{}, image, image, 0, 0, [](const Inputs& in, const auto&) { return in[0] + in[1]; },
             imageAndPositives}};
}
Cases casesOf(graph::Multiply) {
    return {{graph::Multiply{}, image, image, 0, 0,
             [](const Inputs& in, const auto&) { return in[0] * in[1]; }, imageAndMeans}};
}
Cases casesOf(graph::Concat) {
    return {{graph::Concat{},
             image,
             {8, 9, 7},
             0,
             0,
             [](const Inputs& in, const auto&) {
                 return torch::cat({in[0], in[1]}, 1);
             },
             imageAndPositives}};
}

template <std::size_t... index>
constexpr bool everyOpHasCases(std::index_sequence<index...>) {
    return (requires { casesOf(std::variant_alternative_t<index, graph::Op>{}); } && ...);
}
using EveryOp = std::make_index_sequence<std::variant_size_v<graph::Op>>;
static_assert(everyOpHasCases(EveryOp{}), "an operation without a row in the table");

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

/// Away from 0 and 1, where a forgotten statistic would not show.
void disturb(engine::Network& network) {
    const torch::NoGradGuard noGradient;
    for (const graph::TensorSpec& spec : graph::tensorsOf(network.graph().node(network.graph().output())))
        network.tensor(spec.name).uniform_(0.5, 1.5);
}

Shape withoutBatch(const Tensor& tensor) {
    return Shape(tensor.sizes().begin() + 1, tensor.sizes().end());
}

} // namespace

class ConformanceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyOp_data();
    void everyOp();
    void stochasticDepthTakesOrLeavesWholeImages();
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
    const Graph graph = graphOf(row);
    const NodeIndex op = graph.output();
    QCOMPARE(graph::inferShapes(graph, row.input).back(), row.output);
    const graph::Cost cost = graph::totalCost(graph, row.input);
    QCOMPARE(cost.parameters, row.parameters);
    QCOMPARE(cost.multiplyAdds, row.multiplyAdds);

    torch::manual_seed(5);
    engine::Network network(graph, 1);
    disturb(network);
    const torch::NoGradGuard noGradient;
    const Tensor images = torch::randn({3, row.input[0], row.input[1], row.input[2]}) * 4;
    std::vector<NodeIndex> wanted = graph.node(op).inputs;
    const Inputs inputs = network.evaluateNodes(images, wanted);
    const Tensor output = network.forward(images);
    QCOMPARE(withoutBatch(output), row.output);
    const Tensor expected =
        row.reference(inputs, [&](const char* name) { return network.tensor(std::string("op.") + name); });
    QVERIFY(torch::allclose(output, expected, 1e-4, 1e-4));
}

void ConformanceTest::stochasticDepthTakesOrLeavesWholeImages() {
    const torch::NoGradGuard noGradient;
    Graph graph;
    graph.add("input", graph::Input{1}, {});
    graph.add("depth", graph::StochasticDepth{0.25}, {0});
    engine::Network network(graph, 1);
    network.setTraining(true);
    const Tensor out = network.forward(torch::ones({4000, 1, 2, 2})).flatten(1);
    QVERIFY(torch::allclose(out.amin(1), out.amax(1)));
    const Tensor taken = out.select(1, 0) > 0;
    QVERIFY(torch::allclose(out.index({taken}), torch::full({1}, 4.0 / 3)));
    // Three standard deviations of a share of 4000.
    QVERIFY(std::abs(taken.to(torch::kFloat64).mean().item<double>() - 0.75) < 0.021);
}

QTEST_GUILESS_MAIN(ConformanceTest)
#include "ConformanceTest.moc"
