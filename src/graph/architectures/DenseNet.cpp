// Huang et al., Densely Connected Convolutional Networks (2016).

#include "graph/architectures/Builder.h"
#include "graph/architectures/Families.h"

#include <iterator>

namespace graft::graph {

namespace {

constexpr int depths[] = {6, 12, 24, 16}; ///< DenseNet-121
constexpr int growth = 32, bottleneck = 4 * growth, firstChannels = 64;

NodeIndex normRelu(Builder& b, const std::string& name, const std::string& number, NodeIndex x) {
    return b.apply(name + "relu" + number, Relu{}, {b.norm(name + "norm" + number, x)});
}

/// Adds its new channels to all that came before.
NodeIndex denseLayer(Builder& b, const std::string& name, NodeIndex x) {
    NodeIndex y = normRelu(b, name + '.', "1", x);
    y = b.conv(name + ".conv1", y, {.out = bottleneck});
    y = normRelu(b, name + '.', "2", y);
    y = b.conv(name + ".conv2", y, {.out = growth, .kernel = {3, 3}, .padding = {1, 1}});
    return b.apply(name + ".concat", Concat{}, {x, y});
}

NodeIndex transition(Builder& b, const std::string& name, NodeIndex x) {
    NodeIndex y = normRelu(b, name + '.', "", x);
    y = b.conv(name + ".conv", y, {.out = b.channels(x) / 2});
    return b.apply(name + ".pool", AvgPool2d{.kernel = 2, .stride = 2, .padding = 0}, {y});
}

NodeIndex features(Builder& b) {
    NodeIndex x = b.conv("features.conv0", b.input(),
                         {.out = firstChannels, .kernel = {7, 7}, .stride = {2, 2}, .padding = {3, 3}});
    x = normRelu(b, "features.", "0", x);
    x = b.maxPool("features.pool0", x, {.kernel = 3, .stride = 2, .padding = 1});
    int number = 0;
    for (const int depth : depths) {
        const std::string block = std::to_string(++number);
        for (int i = 1; i <= depth; ++i)
            x = denseLayer(b, "features.denseblock" + block + ".denselayer" + std::to_string(i), x);
        if (number < int(std::size(depths)))
            x = transition(b, "features.transition" + block, x);
    }
    return normRelu(b, "features.", "5", x);
}

Graph build(const BuildOptions& options) {
    Builder b(options,
              {.conv = Initialisation::KaimingNormalFanIn, .linear = Initialisation::FanInUniformNoBias});
    NodeIndex x = features(b);
    if (options.newHead) {
        b.newHead("classifier", x, 0);
    } else {
        x = b.globalAverage(x);
        if (b.dropout(0) > 0)
            x = b.apply("dropout", Dropout{b.dropout(0)}, {x});
        b.linear("classifier", x, {.out = options.classes});
    }
    return std::move(b).finish();
}

} // namespace

std::vector<Architecture> denseNets() {
    return {{.name = "densenet121",
             .title = "DenseNet-121",
             .family = "DenseNet",
             .blocks = {"features.conv0+features.norm0", "features.denseblock1", "features.transition1",
                        "features.denseblock2", "features.transition2", "features.denseblock3",
                        "features.transition3", "features.denseblock4+features.norm5"},
             .head = "classifier",
             .build = build}};
}

} // namespace graft::graph
