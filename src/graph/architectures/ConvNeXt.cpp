// Liu et al., A ConvNet for the 2020s (2022).

#include "graph/architectures/Builder.h"
#include "graph/architectures/Families.h"

namespace graft::graph {

namespace {

/// Blocks of one width.
struct Stage {
    int width, depth;
};

constexpr Stage tiny[] = {{96, 3}, {192, 3}, {384, 9}, {768, 3}};
constexpr int blocksOfTiny = 18;

NodeIndex layerNorm(Builder& b, std::string name, NodeIndex x) {
    return b.apply(std::move(name), LayerNorm2d{.channels = b.channels(x)}, {x});
}

/// torchvision's block.1 and block.6 turn the channels to the back and to the front again; a PixelLinear
/// needs neither.
NodeIndex block(Builder& b, const std::string& name, NodeIndex x, double depthProbability) {
    const int width = b.channels(x);
    NodeIndex y = b.conv(name + ".block.0", x,
                         {.out = width, .kernel = {7, 7}, .padding = {3, 3}, .groups = width, .bias = true});
    y = layerNorm(b, name + ".block.2", y);
    y = b.pixelLinear(name + ".block.3", y, 4 * width);
    y = b.apply(name + ".block.4", Gelu{}, {y});
    y = b.pixelLinear(name + ".block.5", y, width);
    y = b.apply(name, LayerScale{.channels = width}, {y}); // "<name>.layer_scale"
    y = b.apply(name + ".stochastic_depth", StochasticDepth{depthProbability}, {y});
    return b.apply(name + ".add", Add{}, {y, x});
}

NodeIndex features(Builder& b) {
    int number = 0, blocks = 0;
    const auto next = [&] { return "features." + std::to_string(number++); };
    const std::string stem = next();
    NodeIndex x = b.conv(stem + ".0", b.input(),
                         {.out = tiny[0].width, .kernel = {4, 4}, .stride = {4, 4}, .bias = true});
    x = layerNorm(b, stem + ".1", x);
    for (const Stage& stage : tiny) {
        if (stage.width != b.channels(x)) {
            const std::string shrink = next();
            x = layerNorm(b, shrink + ".0", x);
            x = b.conv(shrink + ".1", x,
                       {.out = stage.width, .kernel = {2, 2}, .stride = {2, 2}, .bias = true});
        }
        const std::string name = next();
        for (int i = 0; i < stage.depth; ++i) {
            const double probability = b.stochasticDepth(0.1) * blocks++ / (blocksOfTiny - 1);
            x = block(b, name + '.' + std::to_string(i), x, probability);
        }
    }
    return x;
}

Graph build(const BuildOptions& options) {
    Builder b(options, {.conv = Initialisation::FineNormal, .linear = Initialisation::FineNormal});
    NodeIndex x = b.pool(features(b));
    x = layerNorm(b, "classifier.0", x); // pretrained, and kept under a new head
    x = b.apply("classifier.1", Flatten{}, {x});
    if (options.newHead) {
        b.newHeadOnFeatures("classifier.2", x, 0);
    } else {
        if (b.dropout(0) > 0)
            x = b.apply("dropout", Dropout{b.dropout(0)}, {x});
        b.linear("classifier.2", x, {.out = options.classes});
    }
    return std::move(b).finish();
}

} // namespace

std::vector<Architecture> convNeXts() {
    return {{.name = "convnext_tiny",
             .title = "ConvNeXt tiny",
             .family = "ConvNeXt",
             .blocks = {"features.0", "features.1", "features.2+features.3", "features.4+features.5",
                        "features.6+features.7+classifier.0"},
             .head = "classifier.2",
             .build = build}};
}

} // namespace graft::graph
