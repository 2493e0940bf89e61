#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <variant>
#include <vector>

namespace graft::graph {

// One small struct per operation. Padding is symmetric unless said otherwise; sizes are {height, width}.

struct Input {
    int channels = 3;
};
struct Conv2d {
    int in = 0;
    int out = 0;
    std::array<int, 2> kernel{1, 1};
    std::array<int, 2> stride{1, 1};
    std::array<int, 2> padding{0, 0};
    int groups = 1;
    bool bias = false;
};
struct BatchNorm2d {
    int channels = 0;
    double eps = 1e-5;
    double momentum = 0.1;
};
/// Over features [N, C]; without affine parameters. As the first node of a head it standardises the features:
/// its statistics are measured once on the training images and then stay.
struct Standardize {
    int features = 0;
    double eps = 1e-5;
};
struct Relu {};
struct Relu6 {};
struct Hardswish {};
struct Hardsigmoid {};
struct MaxPool2d {
    int kernel = 2;
    int stride = 2;
    int padding = 0;
    bool ceil = false;
};
struct AvgPool2d {
    int kernel = 3;
    int stride = 1;
    int padding = 1;
};
struct AdaptiveAvgPool2d {
    int height = 1;
    int width = 1;
};
struct Flatten {};
struct Linear {
    int in = 0;
    int out = 0;
    bool bias = true;
};
struct Dropout {
    double probability = 0.5;
};
struct Add {};
struct Multiply {}; ///< broadcasts [N, C, 1, 1]
struct Concat {};   ///< along channels

using Op =
    std::variant<Input, Conv2d, BatchNorm2d, Standardize, Relu, Relu6, Hardswish, Hardsigmoid, MaxPool2d,
                 AvgPool2d, AdaptiveAvgPool2d, Flatten, Linear, Dropout, Add, Multiply, Concat>;

/// "Conv2d", "BatchNorm2d", …
std::string_view opName(const Op& op);

} // namespace graft::graph
