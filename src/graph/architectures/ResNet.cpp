// He et al., Deep Residual Learning for Image Recognition (2015). ResNeXt (Xie et al. 2016) parts the
// bottleneck's 3×3 convolution into groups; Wide ResNet (Zagoruyko & Komodakis 2016) makes the bottleneck
// wider.

#include "graph/architectures/Builder.h"
#include "graph/architectures/Families.h"

#include <array>

namespace graft::graph {

namespace {

struct ResNet {
    bool bottleneck;
    std::array<int, 4> depths;
    int groups = 1;
    int widthOf64 = 64; ///< of the first stage's bottlenecks
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

NodeIndex bottleneckBlock(Builder& b, const ResNet& net, const std::string& name, NodeIndex x, int planes,
                          int stride) {
    const int width = planes * net.widthOf64 / 64;
    const int first = b.options().strideOnFirstConv ? stride : 1;
    const int second = stride / first;
    NodeIndex y = b.conv(name + ".conv1", x, {.out = width, .stride = {first, first}});
    y = b.norm(name + ".bn1", y);
    y = b.apply(name + ".relu1", Relu{}, {y});
    y = b.conv(name + ".conv2", y,
               {.out = width,
                .kernel = {3, 3},
                .stride = {second, second},
                .padding = {1, 1},
                .groups = net.groups});
    y = b.norm(name + ".bn2", y);
    y = b.apply(name + ".relu2", Relu{}, {y});
    y = b.conv(name + ".conv3", y, {.out = planes * expansion});
    y = b.norm(name + ".bn3", y);
    return join(b, name, y, shortcut(b, name, x, planes * expansion, stride));
}

NodeIndex stem(Builder& b) {
    NodeIndex x =
        b.conv("conv1", b.input(), {.out = 64, .kernel = {7, 7}, .stride = {2, 2}, .padding = {3, 3}});
    x = b.norm("bn1", x);
    x = b.apply("relu", Relu{}, {x});
    return b.maxPool("maxpool", x, {.kernel = 3, .stride = 2, .padding = 1});
}

NodeIndex stage(Builder& b, const ResNet& net, int number, NodeIndex x) {
    const int width = 64 << (number - 1);
    for (int i = 0; i < net.depths[std::size_t(number - 1)]; ++i) {
        const int stride = number > 1 && i == 0 ? 2 : 1;
        const std::string name = "layer" + std::to_string(number) + '.' + std::to_string(i);
        x = net.bottleneck ? bottleneckBlock(b, net, name, x, width, stride)
                           : basicBlock(b, name, x, width, stride);
    }
    return x;
}

Graph build(const ResNet& net, const BuildOptions& options) {
    Builder b(options, {});
    NodeIndex x = stem(b);
    for (int number = 1; number <= 4; ++number)
        x = stage(b, net, number, x);
    if (options.newHead) {
        b.newHead("fc", x, 0);
    } else {
        x = b.globalAverage(x);
        if (b.dropout(0) > 0)
            x = b.apply("dropout", Dropout{b.dropout(0)}, {x});
        b.linear("fc", x, {.out = options.classes});
    }
    return std::move(b).finish();
}

Architecture describe(std::string name, std::string title, const ResNet& net) {
    return {.name = std::move(name),
            .title = std::move(title),
            .family = "ResNet",
            .blocks = {"conv1+bn1", "layer1", "layer2", "layer3", "layer4"},
            .head = "fc",
            .build = [net](const BuildOptions& options) { return build(net, options); }};
}

} // namespace

std::vector<Architecture> resNets() {
    constexpr std::array<int, 4> depthsOf50{3, 4, 6, 3};
    return {describe("resnet18", "ResNet-18", {false, {2, 2, 2, 2}}),
            describe("resnet34", "ResNet-34", {false, depthsOf50}),
            describe("resnet50", "ResNet-50", {true, depthsOf50}),
            describe("resnet101", "ResNet-101", {true, {3, 4, 23, 3}}),
            describe("resnet152", "ResNet-152", {true, {3, 8, 36, 3}}),
            describe("resnext50_32x4d", "ResNeXt-50 32×4d", {true, depthsOf50, 32, 128}),
            describe("wide_resnet50_2", "Wide ResNet-50-2", {true, depthsOf50, 1, 128})};
}

} // namespace graft::graph
