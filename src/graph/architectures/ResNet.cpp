// He et al., Deep Residual Learning for Image Recognition (2015).

#include "graph/architectures/Builder.h"
#include "graph/architectures/Families.h"

#include <array>

namespace graft::graph {

namespace {

struct ResNet {
    bool bottleneck;
    std::array<int, 4> depths;
};

constexpr int expansion = 4; ///< of a bottleneck's last convolution

NodeIndex shortcut(Builder& b, const std::string& name, NodeIndex x, int out, int stride) {
    if (stride == 1 && b.channels(x) == out)
        return x;
    const NodeIndex projected = b.conv(name + ".downsample.0", x, {.out = out, .stride = {stride, stride}});
    return b.norm(name + ".downsample.1", projected);
}

NodeIndex join(Builder& b, const std::string& name, NodeIndex branch, NodeIndex identity) {
    const NodeIndex sum = b.apply(name + ".add", Add{}, {branch, identity});
    return b.apply(name + ".relu", Relu{}, {sum});
}

NodeIndex basicBlock(Builder& b, const std::string& name, NodeIndex x, int width, int stride) {
    NodeIndex y = b.conv(name + ".conv1", x,
                         {.out = width, .kernel = {3, 3}, .stride = {stride, stride}, .padding = {1, 1}});
    y = b.norm(name + ".bn1", y);
    y = b.apply(name + ".relu1", Relu{}, {y});
    y = b.conv(name + ".conv2", y, {.out = width, .kernel = {3, 3}, .padding = {1, 1}});
    y = b.norm(name + ".bn2", y);
    return join(b, name, y, shortcut(b, name, x, width, stride));
}

NodeIndex bottleneckBlock(Builder& b, const std::string& name, NodeIndex x, int width, int stride) {
    const int first = b.options().strideOnFirstConv ? stride : 1;
    const int second = stride / first;
    NodeIndex y = b.conv(name + ".conv1", x, {.out = width, .stride = {first, first}});
    y = b.norm(name + ".bn1", y);
    y = b.apply(name + ".relu1", Relu{}, {y});
    y = b.conv(name + ".conv2", y,
               {.out = width, .kernel = {3, 3}, .stride = {second, second}, .padding = {1, 1}});
    y = b.norm(name + ".bn2", y);
    y = b.apply(name + ".relu2", Relu{}, {y});
    y = b.conv(name + ".conv3", y, {.out = width * expansion});
    y = b.norm(name + ".bn3", y);
    return join(b, name, y, shortcut(b, name, x, width * expansion, stride));
}

NodeIndex stem(Builder& b) {
    NodeIndex x =
        b.conv("conv1", b.input(), {.out = 64, .kernel = {7, 7}, .stride = {2, 2}, .padding = {3, 3}});
    x = b.norm("bn1", x);
    x = b.apply("relu", Relu{}, {x});
    return b.apply("maxpool", MaxPool2d{.kernel = 3, .stride = 2, .padding = 1}, {x});
}

NodeIndex stage(Builder& b, const ResNet& net, int number, NodeIndex x) {
    const int width = 64 << (number - 1);
    for (int i = 0; i < net.depths[std::size_t(number - 1)]; ++i) {
        const int stride = number > 1 && i == 0 ? 2 : 1;
        const std::string name = "layer" + std::to_string(number) + '.' + std::to_string(i);
        x = net.bottleneck ? bottleneckBlock(b, name, x, width, stride)
                           : basicBlock(b, name, x, width, stride);
    }
    return x;
}

Graph build(const ResNet& net, const BuildOptions& options) {
    Builder b(options, {});
    NodeIndex x = stem(b);
    for (int number = 1; number <= 4; ++number)
        x = stage(b, net, number, x);
    x = b.globalAverage(x);
    if (options.newHead) {
        b.newHead("fc", x, 0);
    } else {
        if (b.dropout(0) > 0)
            x = b.apply("dropout", Dropout{b.dropout(0)}, {x});
        b.linear("fc", x, {.out = options.classes});
    }
    return std::move(b).finish();
}

Architecture describe(int layers, const ResNet& net) {
    return {.name = "resnet" + std::to_string(layers),
            .title = "ResNet-" + std::to_string(layers),
            .family = "ResNet",
            .blocks = {"conv1+bn1", "layer1", "layer2", "layer3", "layer4"},
            .head = "fc",
            .build = [net](const BuildOptions& options) { return build(net, options); }};
}

} // namespace

std::vector<Architecture> resNets() {
    return {describe(18, {false, {2, 2, 2, 2}}), describe(34, {false, {3, 4, 6, 3}}),
            describe(50, {true, {3, 4, 6, 3}}), describe(101, {true, {3, 4, 23, 3}}),
            describe(152, {true, {3, 8, 36, 3}})};
}

} // namespace graft::graph
