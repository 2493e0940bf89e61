// Howard et al., Searching for MobileNetV3 (2019).

#include "graph/architectures/Builder.h"
#include "graph/architectures/Families.h"

#include <algorithm>

namespace graft::graph {

namespace {

struct Block {
    int kernel, expanded, out;
    bool squeeze;
    bool hardswish; ///< else ReLU
    int stride;
};

struct MobileNetV3 {
    std::vector<Block> blocks;
    int hidden; ///< between the two Linear of the classifier
};

MobileNetV3 small() {
    return {{{3, 16, 16, true, false, 2},
             {3, 72, 24, false, false, 2},
             {3, 88, 24, false, false, 1},
             {5, 96, 40, true, true, 2},
             {5, 240, 40, true, true, 1},
             {5, 240, 40, true, true, 1},
             {5, 120, 48, true, true, 1},
             {5, 144, 48, true, true, 1},
             {5, 288, 96, true, true, 2},
             {5, 576, 96, true, true, 1},
             {5, 576, 96, true, true, 1}},
            1024};
}

MobileNetV3 large() {
    return {{{3, 16, 16, false, false, 1},
             {3, 64, 24, false, false, 2},
             {3, 72, 24, false, false, 1},
             {5, 72, 40, true, false, 2},
             {5, 120, 40, true, false, 1},
             {5, 120, 40, true, false, 1},
             {3, 240, 80, false, true, 2},
             {3, 200, 80, false, true, 1},
             {3, 184, 80, false, true, 1},
             {3, 184, 80, false, true, 1},
             {3, 480, 112, true, true, 1},
             {3, 672, 112, true, true, 1},
             {5, 672, 160, true, true, 2},
             {5, 960, 160, true, true, 1},
             {5, 960, 160, true, true, 1}},
            1280};
}

Op activation(bool hardswish) {
    return hardswish ? Op(Hardswish{}) : Op(Relu{});
}

/// The multiple of 8 nearest to `value`, never below nine tenths of it.
int roundToEight(int value) {
    const int rounded = std::max(8, (value + 4) / 8 * 8);
    return 10 * rounded < 9 * value ? rounded + 8 : rounded;
}

NodeIndex convNorm(Builder& b, const std::string& name, NodeIndex x, const Conv2d& op) {
    return b.norm(name + ".1", b.conv(name + ".0", x, op));
}

NodeIndex unit(Builder& b, const std::string& name, NodeIndex x, const Conv2d& op, bool hardswish) {
    return b.apply(name + ".2", activation(hardswish), {convNorm(b, name, x, op)});
}

/// Weighs the channels by what the whole picture shows.
NodeIndex squeezeExcite(Builder& b, const std::string& name, NodeIndex x) {
    NodeIndex scale = b.apply(name + ".avgpool", AdaptiveAvgPool2d{1, 1}, {x});
    scale = b.conv(name + ".fc1", scale, {.out = roundToEight(b.channels(x) / 4), .bias = true});
    scale = b.apply(name + ".activation", Relu{}, {scale});
    scale = b.conv(name + ".fc2", scale, {.out = b.channels(x), .bias = true});
    scale = b.apply(name + ".scale_activation", Hardsigmoid{}, {scale});
    return b.apply(name + ".scale", Multiply{}, {x, scale});
}

NodeIndex invertedResidual(Builder& b, const std::string& name, NodeIndex x, const Block& block) {
    int index = 0;
    const auto next = [&] { return name + ".block." + std::to_string(index++); };
    NodeIndex y = x;
    if (block.expanded != b.channels(x))
        y = unit(b, next(), y, {.out = block.expanded}, block.hardswish);
    const int half = block.kernel / 2;
    y = unit(b, next(), y,
             {.out = block.expanded,
              .kernel = {block.kernel, block.kernel},
              .stride = {block.stride, block.stride},
              .padding = {half, half},
              .groups = block.expanded},
             block.hardswish);
    if (block.squeeze)
        y = squeezeExcite(b, next(), y);
    y = convNorm(b, next(), y, {.out = block.out});
    return block.stride == 1 && b.channels(x) == block.out ? b.apply(name + ".add", Add{}, {y, x}) : y;
}

NodeIndex features(Builder& b, const MobileNetV3& net) {
    int index = 0;
    const auto next = [&] { return "features." + std::to_string(index++); };
    NodeIndex x =
        unit(b, next(), b.input(), {.out = 16, .kernel = {3, 3}, .stride = {2, 2}, .padding = {1, 1}}, true);
    for (const Block& block : net.blocks)
        x = invertedResidual(b, next(), x, block);
    return unit(b, next(), x, {.out = 6 * b.channels(x)}, true);
}

Graph build(const MobileNetV3& net, const BuildOptions& options) {
    Builder b(options, {.norm = {.eps = 1e-3, .momentum = 0.01}, .linear = Initialisation::SmallNormal});
    NodeIndex x = features(b, net);
    if (options.newHead) {
        // On the features themselves: weights without the classifier have nothing pretrained beyond them.
        b.newHead("classifier.3", x, 0.2);
    } else {
        x = b.globalAverage(x);
        x = b.linear("classifier.0", x, {.out = net.hidden});
        x = b.apply("classifier.1", Hardswish{}, {x});
        x = b.apply("classifier.2", Dropout{b.dropout(0.2)}, {x});
        b.linear("classifier.3", x, {.out = options.classes});
    }
    return std::move(b).finish();
}

Architecture describe(const std::string& size, const MobileNetV3& net, std::vector<std::string> blocks) {
    return {.name = "mobilenet_v3_" + size,
            .title = "MobileNet v3 " + size,
            .family = "MobileNet",
            .blocks = std::move(blocks),
            .head = "classifier",
            .build = [net](const BuildOptions& options) { return build(net, options); }};
}

} // namespace

std::vector<Architecture> mobileNetsV3() {
    return {describe("small", small(),
                     {"features.0", "features.1", "features.2+features.3", "features.4+features.5+features.6",
                      "features.7+features.8", "features.9+features.10+features.11", "features.12"}),
            describe("large", large(),
                     {"features.0+features.1", "features.2+features.3", "features.4+features.5+features.6",
                      "features.7+features.8+features.9+features.10", "features.11+features.12",
                      "features.13+features.14+features.15", "features.16"})};
}

} // namespace graft::graph
