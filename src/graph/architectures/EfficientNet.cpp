// Tan & Le, EfficientNet: Rethinking Model Scaling for Convolutional Neural Networks (2019).

#include "graph/architectures/Builder.h"
#include "graph/architectures/Families.h"

#include <algorithm>

namespace graft::graph {

namespace {

/// A run of equal inverted residuals; the stride belongs to the first.
struct Stage {
    int expansion, kernel, stride, out, repeats;
};

constexpr Stage stagesOfB0[] = {{1, 3, 1, 16, 1},  {6, 3, 2, 24, 2},  {6, 5, 2, 40, 2}, {6, 3, 2, 80, 3},
                                {6, 5, 1, 112, 3}, {6, 5, 2, 192, 4}, {6, 3, 1, 320, 1}};
constexpr int blocksOfB0 = 16;
constexpr int firstChannels = 32, lastChannels = 1280;

NodeIndex convNorm(Builder& b, const std::string& name, NodeIndex x, const Conv2d& op) {
    return b.norm(name + ".1", b.conv(name + ".0", x, op));
}

NodeIndex unit(Builder& b, const std::string& name, NodeIndex x, const Conv2d& op) {
    return b.apply(name + ".2", Silu{}, {convNorm(b, name, x, op)});
}

/// Weighs the channels by what the whole picture shows.
NodeIndex squeezeExcite(Builder& b, const std::string& name, NodeIndex x, int squeezed) {
    NodeIndex scale = b.apply(name + ".avgpool", AdaptiveAvgPool2d{1, 1}, {x});
    scale = b.conv(name + ".fc1", scale, {.out = squeezed, .bias = true});
    scale = b.apply(name + ".activation", Silu{}, {scale});
    scale = b.conv(name + ".fc2", scale, {.out = b.channels(x), .bias = true});
    scale = b.apply(name + ".scale_activation", Sigmoid{}, {scale});
    return b.apply(name + ".scale", Multiply{}, {x, scale});
}

NodeIndex invertedResidual(Builder& b, const std::string& name, NodeIndex x, const Stage& stage, int stride,
                           double depthProbability) {
    int index = 0;
    const auto next = [&] { return name + ".block." + std::to_string(index++); };
    const int wide = b.channels(x) * stage.expansion, half = stage.kernel / 2;
    NodeIndex y = x;
    if (stage.expansion > 1)
        y = unit(b, next(), y, {.out = wide});
    y = unit(b, next(), y,
             {.out = wide,
              .kernel = {stage.kernel, stage.kernel},
              .stride = {stride, stride},
              .padding = {half, half},
              .groups = wide});
    y = squeezeExcite(b, next(), y, std::max(1, b.channels(x) / 4));
    y = convNorm(b, next(), y, {.out = stage.out});
    if (stride != 1 || b.channels(x) != stage.out)
        return y;
    y = b.apply(name + ".stochastic_depth", StochasticDepth{depthProbability}, {y});
    return b.apply(name + ".add", Add{}, {y, x});
}

NodeIndex features(Builder& b) {
    int number = 0, block = 0;
    const auto next = [&] { return "features." + std::to_string(number++); };
    NodeIndex x = unit(b, next(), b.input(),
                       {.out = firstChannels, .kernel = {3, 3}, .stride = {2, 2}, .padding = {1, 1}});
    for (const Stage& stage : stagesOfB0) {
        const std::string name = next();
        for (int i = 0; i < stage.repeats; ++i) {
            const double probability = b.stochasticDepth(0.2) * block++ / blocksOfB0;
            x = invertedResidual(b, name + '.' + std::to_string(i), x, stage, i == 0 ? stage.stride : 1,
                                 probability);
        }
    }
    return unit(b, next(), x, {.out = lastChannels});
}

Graph build(const BuildOptions& options) {
    Builder b(options, {.linear = Initialisation::FanOutUniform});
    NodeIndex x = features(b);
    if (options.newHead) {
        b.newHead("classifier.1", x, 0.2);
    } else {
        x = b.globalAverage(x);
        x = b.apply("classifier.0", Dropout{b.dropout(0.2)}, {x});
        b.linear("classifier.1", x, {.out = options.classes});
    }
    return std::move(b).finish();
}

} // namespace

std::vector<Architecture> efficientNets() {
    return {{.name = "efficientnet_b0",
             .title = "EfficientNet B0",
             .family = "EfficientNet",
             .blocks = {"features.0+features.1", "features.2", "features.3", "features.4", "features.5",
                        "features.6", "features.7+features.8"},
             .head = "classifier",
             .build = build}};
}

} // namespace graft::graph
