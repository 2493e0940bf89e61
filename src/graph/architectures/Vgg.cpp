// Simonyan & Zisserman, Very Deep Convolutional Networks for Large-Scale Image Recognition (2014).

#include "graph/architectures/Builder.h"
#include "graph/architectures/Families.h"

#include <array>

namespace graft::graph {

namespace {

struct Vgg {
    std::array<int, 5> depths; ///< convolutions of each stage
    bool batchNorm;
};

constexpr std::array<int, 5> stageWidths{64, 128, 256, 512, 512};
constexpr int hidden = 4096;

std::string feature(int index) {
    return "features." + std::to_string(index);
}

/// Every node of `features` bears a number, those without parameters too.
NodeIndex stage(Builder& b, const Vgg& net, std::size_t number, NodeIndex x, int& index) {
    for (int i = 0; i < net.depths[number]; ++i) {
        x = b.conv(feature(index++), x,
                   {.out = stageWidths[number], .kernel = {3, 3}, .padding = {1, 1}, .bias = true});
        if (net.batchNorm)
            x = b.norm(feature(index++), x);
        x = b.apply(feature(index++), Relu{}, {x});
    }
    return b.apply(feature(index++), MaxPool2d{.kernel = 2, .stride = 2}, {x});
}

NodeIndex classifier(Builder& b, NodeIndex x) {
    constexpr int pooled = 7;
    x = b.apply("avgpool", AdaptiveAvgPool2d{pooled, pooled}, {x});
    x = b.apply("flatten", Flatten{}, {x});
    x = b.linear("classifier.0", x, {.in = stageWidths.back() * pooled * pooled, .out = hidden});
    x = b.apply("classifier.1", Relu{}, {x});
    x = b.apply("classifier.2", Dropout{b.options().newHead ? 0.5 : b.dropout(0.5)}, {x});
    x = b.linear("classifier.3", x, {.out = hidden});
    return b.apply("classifier.4", Relu{}, {x});
}

Graph build(const Vgg& net, const BuildOptions& options) {
    Builder b(options, {.linear = Initialisation::SmallNormal});
    NodeIndex x = b.input();
    int index = 0;
    for (std::size_t number = 0; number < net.depths.size(); ++number)
        x = stage(b, net, number, x, index);
    x = classifier(b, x);
    if (options.newHead) {
        b.newHeadOnFeatures("classifier.6", x, 0.5);
    } else {
        x = b.apply("classifier.5", Dropout{b.dropout(0.5)}, {x});
        b.linear("classifier.6", x, {.out = options.classes});
    }
    return std::move(b).finish();
}

/// The stages' nodes with parameters, then the two hidden layers.
std::vector<std::string> blocks(const Vgg& net) {
    std::vector<std::string> result;
    int index = 0;
    for (int depth : net.depths) {
        std::string block;
        for (int i = 0; i < depth; ++i) {
            block += (i > 0 ? "+" : "") + feature(index++);
            if (net.batchNorm)
                block += '+' + feature(index++);
            ++index; // the ReLU
        }
        ++index; // the pooling
        result.push_back(block);
    }
    // A Dropout between two frozen layers belongs to the second: frozen with it, it drops nothing.
    result.insert(result.end(), {"classifier.0", "classifier.2+classifier.3"});
    return result;
}

Architecture describe(int layers, const Vgg& net) {
    const std::string number = std::to_string(layers);
    return {.name = "vgg" + number + (net.batchNorm ? "_bn" : ""),
            .title = "VGG-" + number + (net.batchNorm ? " with BatchNorm" : ""),
            .family = "VGG",
            .blocks = blocks(net),
            .head = "classifier.6",
            .headPools = false,
            .build = [net](const BuildOptions& options) { return build(net, options); }};
}

} // namespace

std::vector<Architecture> vggs() {
    std::vector<Architecture> all;
    const std::vector<std::pair<int, std::array<int, 5>>> sizes{
        {11, {1, 1, 2, 2, 2}}, {13, {2, 2, 2, 2, 2}}, {16, {2, 2, 3, 3, 3}}, {19, {2, 2, 4, 4, 4}}};
    for (const auto& [layers, depths] : sizes)
        for (bool batchNorm : {false, true})
            all.push_back(describe(layers, {depths, batchNorm}));
    return all;
}

} // namespace graft::graph
