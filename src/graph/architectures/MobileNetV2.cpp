// Sandler et al., MobileNetV2: Inverted Residuals and Linear Bottlenecks (2018).

#include "graph/architectures/Builder.h"
#include "graph/architectures/Families.h"

namespace graft::graph {

namespace {

/// A run of equal inverted residuals; the stride belongs to the first.
struct Stage {
    int expansion, out, repeats, stride;
};

constexpr Stage stages[] = {{1, 16, 1, 1}, {6, 24, 2, 2},  {6, 32, 3, 2}, {6, 64, 4, 2},
                            {6, 96, 3, 1}, {6, 160, 3, 2}, {6, 320, 1, 1}};
constexpr int lastChannels = 1280;

/// Convolution, BatchNorm and ReLU6 as name.0, name.1 and name.2.
NodeIndex unit(Builder& b, const std::string& name, NodeIndex x, const Conv2d& op) {
    x = b.conv(name + ".0", x, op);
    x = b.norm(name + ".1", x);
    return b.apply(name + ".2", Relu6{}, {x});
}

NodeIndex invertedResidual(Builder& b, const std::string& name, NodeIndex x, int expansion, int out,
                           int stride) {
    const int wide = b.channels(x) * expansion;
    int index = 0;
    const auto next = [&] { return name + ".conv." + std::to_string(index++); };
    NodeIndex y = x;
    if (expansion > 1)
        y = unit(b, next(), y, {.out = wide});
    y = unit(b, next(), y,
             {.out = wide, .kernel = {3, 3}, .stride = {stride, stride}, .padding = {1, 1}, .groups = wide});
    y = b.conv(next(), y, {.out = out});
    y = b.norm(next(), y);
    return stride == 1 && b.channels(x) == out ? b.apply(name + ".add", Add{}, {x, y}) : y;
}

NodeIndex features(Builder& b) {
    int index = 0;
    const auto next = [&] { return "features." + std::to_string(index++); };
    NodeIndex x =
        unit(b, next(), b.input(), {.out = 32, .kernel = {3, 3}, .stride = {2, 2}, .padding = {1, 1}});
    for (const Stage& stage : stages)
        for (int i = 0; i < stage.repeats; ++i)
            x = invertedResidual(b, next(), x, stage.expansion, stage.out, i == 0 ? stage.stride : 1);
    return unit(b, next(), x, {.out = lastChannels});
}

Graph build(const BuildOptions& options) {
    Builder b(options, {.linear = Initialisation::SmallNormal});
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

std::vector<Architecture> mobileNetsV2() {
    return {{.name = "mobilenet_v2",
             .title = "MobileNet v2",
             .family = "MobileNet",
             .blocks = {"features.0+features.1", "features.2+features.3", "features.4+features.5+features.6",
                        "features.7+features.8+features.9+features.10", "features.11+features.12+features.13",
                        "features.14+features.15+features.16", "features.17+features.18"},
             .head = "classifier",
             .build = build}};
}

} // namespace graft::graph
