// Szegedy et al., Rethinking the Inception Architecture for Computer Vision (2015).

#include "graph/architectures/Builder.h"
#include "graph/architectures/Families.h"

namespace graft::graph {

namespace {

using Size = std::array<int, 2>;

const std::string auxiliary = "AuxLogits";
const std::string auxiliaryReads = "Mixed_6e";

/// Convolution, BatchNorm and ReLU under one name.
NodeIndex unit(Builder& b, const std::string& name, NodeIndex x, int out, Size kernel = {1, 1},
               Size padding = {0, 0}, int stride = 1) {
    x = b.conv(name + ".conv", x,
               {.out = out, .kernel = kernel, .stride = {stride, stride}, .padding = padding});
    x = b.norm(name + ".bn", x);
    return b.apply(name + ".relu", Relu{}, {x});
}

NodeIndex shrink(Builder& b, const std::string& name, NodeIndex x) {
    return b.maxPool(name, x, {.kernel = 3, .stride = 2});
}

NodeIndex poolBranch(Builder& b, const std::string& name, NodeIndex x, int out) {
    const AvgPool2d pool{.kernel = 3, .stride = 1, .padding = 1, .same = b.options().samePadding};
    const NodeIndex pooled = b.apply(name + ".pool", pool, {x});
    return unit(b, name + ".branch_pool", pooled, out);
}

NodeIndex concat(Builder& b, const std::string& name, std::vector<NodeIndex> branches) {
    return b.apply(name + ".concat", Concat{}, std::move(branches));
}

NodeIndex stem(Builder& b) {
    NodeIndex x = unit(b, "Conv2d_1a_3x3", b.input(), 32, {3, 3}, {0, 0}, 2);
    x = unit(b, "Conv2d_2a_3x3", x, 32, {3, 3});
    x = unit(b, "Conv2d_2b_3x3", x, 64, {3, 3}, {1, 1});
    x = shrink(b, "maxpool1", x);
    x = unit(b, "Conv2d_3b_1x1", x, 80);
    x = unit(b, "Conv2d_4a_3x3", x, 192, {3, 3});
    return shrink(b, "maxpool2", x);
}

/// 35×35.
NodeIndex mixed5(Builder& b, const std::string& name, NodeIndex x, int poolFeatures) {
    const NodeIndex one = unit(b, name + ".branch1x1", x, 64);
    NodeIndex five = unit(b, name + ".branch5x5_1", x, 48);
    five = unit(b, name + ".branch5x5_2", five, 64, {5, 5}, {2, 2});
    NodeIndex three = unit(b, name + ".branch3x3dbl_1", x, 64);
    three = unit(b, name + ".branch3x3dbl_2", three, 96, {3, 3}, {1, 1});
    three = unit(b, name + ".branch3x3dbl_3", three, 96, {3, 3}, {1, 1});
    return concat(b, name, {one, five, three, poolBranch(b, name, x, poolFeatures)});
}

/// 35×35 to 17×17.
NodeIndex mixed6a(Builder& b, NodeIndex x) {
    const std::string name = "Mixed_6a";
    const NodeIndex three = unit(b, name + ".branch3x3", x, 384, {3, 3}, {0, 0}, 2);
    NodeIndex twice = unit(b, name + ".branch3x3dbl_1", x, 64);
    twice = unit(b, name + ".branch3x3dbl_2", twice, 96, {3, 3}, {1, 1});
    twice = unit(b, name + ".branch3x3dbl_3", twice, 96, {3, 3}, {0, 0}, 2);
    return concat(b, name, {three, twice, shrink(b, name + ".pool", x)});
}

/// 17×17, 7×7 convolutions taken apart into rows and columns.
NodeIndex mixed6(Builder& b, const std::string& name, NodeIndex x, int width) {
    constexpr Size row{1, 7}, column{7, 1}, rowPad{0, 3}, columnPad{3, 0};
    const NodeIndex one = unit(b, name + ".branch1x1", x, 192);
    NodeIndex seven = unit(b, name + ".branch7x7_1", x, width);
    seven = unit(b, name + ".branch7x7_2", seven, width, row, rowPad);
    seven = unit(b, name + ".branch7x7_3", seven, 192, column, columnPad);
    NodeIndex twice = unit(b, name + ".branch7x7dbl_1", x, width);
    twice = unit(b, name + ".branch7x7dbl_2", twice, width, column, columnPad);
    twice = unit(b, name + ".branch7x7dbl_3", twice, width, row, rowPad);
    twice = unit(b, name + ".branch7x7dbl_4", twice, width, column, columnPad);
    twice = unit(b, name + ".branch7x7dbl_5", twice, 192, row, rowPad);
    return concat(b, name, {one, seven, twice, poolBranch(b, name, x, 192)});
}

/// 17×17 to 8×8.
NodeIndex mixed7a(Builder& b, NodeIndex x) {
    const std::string name = "Mixed_7a";
    NodeIndex three = unit(b, name + ".branch3x3_1", x, 192);
    three = unit(b, name + ".branch3x3_2", three, 320, {3, 3}, {0, 0}, 2);
    NodeIndex seven = unit(b, name + ".branch7x7x3_1", x, 192);
    seven = unit(b, name + ".branch7x7x3_2", seven, 192, {1, 7}, {0, 3});
    seven = unit(b, name + ".branch7x7x3_3", seven, 192, {7, 1}, {3, 0});
    seven = unit(b, name + ".branch7x7x3_4", seven, 192, {3, 3}, {0, 0}, 2);
    return concat(b, name, {three, seven, shrink(b, name + ".pool", x)});
}

/// 8×8, the 3×3 convolutions side by side as row and column.
NodeIndex mixed7(Builder& b, const std::string& name, NodeIndex x) {
    constexpr Size row{1, 3}, column{3, 1}, rowPad{0, 1}, columnPad{1, 0};
    const NodeIndex one = unit(b, name + ".branch1x1", x, 320);
    const NodeIndex three = unit(b, name + ".branch3x3_1", x, 384);
    const NodeIndex threeRow = unit(b, name + ".branch3x3_2a", three, 384, row, rowPad);
    const NodeIndex threeColumn = unit(b, name + ".branch3x3_2b", three, 384, column, columnPad);
    NodeIndex twice = unit(b, name + ".branch3x3dbl_1", x, 448);
    twice = unit(b, name + ".branch3x3dbl_2", twice, 384, {3, 3}, {1, 1});
    const NodeIndex twiceRow = unit(b, name + ".branch3x3dbl_3a", twice, 384, row, rowPad);
    const NodeIndex twiceColumn = unit(b, name + ".branch3x3dbl_3b", twice, 384, column, columnPad);
    return concat(b, name, {one, threeRow, threeColumn, twiceRow, twiceColumn, poolBranch(b, name, x, 192)});
}

/// A second classifier halfway, whose loss reaches the early layers by a shorter way.
void auxiliaryHead(Builder& b, NodeIndex x) {
    x = b.apply(auxiliary + ".pool", AvgPool2d{.kernel = 5, .stride = 3, .padding = 0}, {x});
    x = unit(b, auxiliary + ".conv0", x, 128);
    x = unit(b, auxiliary + ".conv1", x, 768, {5, 5});
    x = b.apply(auxiliary + ".avgpool", AdaptiveAvgPool2d{1, 1}, {x});
    x = b.apply(auxiliary + ".flatten", Flatten{}, {x});
    b.linear(auxiliary + ".fc", x, {.out = b.options().classes}, Initialisation::TruncatedFinestNormal);
}

NodeIndex features(Builder& b) {
    NodeIndex x = stem(b);
    x = mixed5(b, "Mixed_5b", x, 32);
    x = mixed5(b, "Mixed_5c", x, 64);
    x = mixed5(b, "Mixed_5d", x, 64);
    x = mixed6a(b, x);
    x = mixed6(b, "Mixed_6b", x, 128);
    x = mixed6(b, "Mixed_6c", x, 160);
    x = mixed6(b, "Mixed_6d", x, 160);
    x = mixed6(b, auxiliaryReads, x, 192);
    if (b.options().auxiliary)
        auxiliaryHead(b, x);
    x = mixed7a(b, x);
    x = mixed7(b, "Mixed_7b", x);
    return mixed7(b, "Mixed_7c", x);
}

Graph build(const BuildOptions& options) {
    Builder b(options, {.norm = {.eps = 1e-3},
                        .conv = Initialisation::TruncatedNormal,
                        .linear = Initialisation::TruncatedNormal});
    NodeIndex x = features(b);
    if (options.newHead) {
        b.newHead("fc", x, 0.5);
    } else {
        x = b.globalAverage(x);
        x = b.apply("dropout", Dropout{b.dropout(0.5)}, {x});
        b.linear("fc", x, {.out = options.classes});
    }
    return std::move(b).finish();
}

} // namespace

std::vector<Architecture> inceptions() {
    return {{.name = "inception_v3",
             .title = "Inception v3",
             .family = "Inception",
             .inputSize = 299,
             .minimumSize = 75,
             .mean = {0.5f, 0.5f, 0.5f},
             .std = {0.5f, 0.5f, 0.5f},
             .blocks = {"Conv2d_1a_3x3+Conv2d_2a_3x3+Conv2d_2b_3x3", "Conv2d_3b_1x1+Conv2d_4a_3x3",
                        "Mixed_5b", "Mixed_5c", "Mixed_5d", "Mixed_6a", "Mixed_6b", "Mixed_6c", "Mixed_6d",
                        "Mixed_6e", "Mixed_7a", "Mixed_7b", "Mixed_7c"},
             .head = "fc",
             .auxiliaryHead = auxiliary,
             .auxiliaryReads = auxiliaryReads,
             .build = build}};
}

} // namespace graft::graph
