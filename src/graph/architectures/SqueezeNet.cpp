// Iandola et al., SqueezeNet (2016), version 1.1.

#include "graph/architectures/Builder.h"
#include "graph/architectures/Families.h"

namespace graft::graph {

namespace {

NodeIndex fire(Builder& b, const std::string& name, NodeIndex x, int squeeze, int expand) {
    x = b.conv(name + ".squeeze", x, {.out = squeeze, .bias = true});
    x = b.apply(name + ".squeeze_activation", Relu{}, {x});
    NodeIndex one = b.conv(name + ".expand1x1", x, {.out = expand, .bias = true});
    one = b.apply(name + ".expand1x1_activation", Relu{}, {one});
    NodeIndex three =
        b.conv(name + ".expand3x3", x, {.out = expand, .kernel = {3, 3}, .padding = {1, 1}, .bias = true});
    three = b.apply(name + ".expand3x3_activation", Relu{}, {three});
    return b.apply(name + ".concat", Concat{}, {one, three});
}

NodeIndex shrink(Builder& b, const std::string& name, NodeIndex x) {
    return b.maxPool(name, x, {.kernel = 3, .stride = 2, .ceil = true});
}

NodeIndex backbone(Builder& b) {
    NodeIndex x =
        b.conv("features.0", b.input(), {.out = 64, .kernel = {3, 3}, .stride = {2, 2}, .bias = true});
    x = b.apply("features.1", Relu{}, {x});
    x = shrink(b, "features.2", x);
    x = fire(b, "features.3", x, 16, 64);
    x = fire(b, "features.4", x, 16, 64);
    x = shrink(b, "features.5", x);
    x = fire(b, "features.6", x, 32, 128);
    x = fire(b, "features.7", x, 32, 128);
    x = shrink(b, "features.8", x);
    x = fire(b, "features.9", x, 48, 192);
    x = fire(b, "features.10", x, 48, 192);
    x = fire(b, "features.11", x, 64, 256);
    return fire(b, "features.12", x, 64, 256);
}

Graph build(const BuildOptions& options) {
    Builder b(options, {.conv = Initialisation::KaimingUniformFanIn});
    NodeIndex x = backbone(b);
    if (options.newHead) {
        b.newHead("classifier.1", x, 0.5);
    } else {
        x = b.apply("classifier.0", Dropout{b.dropout(0.5)}, {x});
        x = b.conv("classifier.1", x, {.out = options.classes, .bias = true}, Initialisation::SmallNormal);
        x = b.apply("classifier.2", Relu{}, {x});
        b.globalAverage(x);
    }
    return std::move(b).finish();
}

} // namespace

std::vector<Architecture> squeezeNets() {
    return {{.name = "squeezenet1_1",
             .title = "SqueezeNet 1.1",
             .family = "SqueezeNet",
             .blocks = {"features.0", "features.3+features.4", "features.6+features.7",
                        "features.9+features.10", "features.11+features.12"},
             .head = "classifier",
             .build = build}};
}

} // namespace graft::graph
