#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace graft::graph {

// One small struct per operation. Sizes are {height, width}. Padding is symmetric; where `same` is set, it is
// instead TensorFlow's: so much that the output has ⌈side / stride⌉ pixels, the odd one at the bottom and
// right (samePadding).

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
    bool same = false;
};
struct BatchNorm2d {
    int channels = 0;
    double eps = 1e-5;
    double momentum = 0.1;
};
/// Over features [N, C].
struct BatchNorm1d {
    int features = 0;
    double eps = 1e-5;
    double momentum = 0.1;
};
/// Over the channels, at each pixel by itself.
struct LayerNorm2d {
    int channels = 0;
    double eps = 1e-6;
};
/// Multiplies each channel by a learned factor, `initial` at the start.
struct LayerScale {
    int channels = 0;
    double initial = 1e-6;
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
struct Silu {};
struct Sigmoid {};
struct Gelu {}; ///< the exact one, by the error function
struct MaxPool2d {
    int kernel = 2;
    int stride = 2;
    int padding = 0;
    bool ceil = false;
    bool same = false;
};
struct AvgPool2d {
    int kernel = 3;
    int stride = 1;
    int padding = 1;   ///< its zeros count
    bool same = false; ///< its zeros do not count
};
struct AdaptiveAvgPool2d {
    int height = 1;
    int width = 1;
};
struct AdaptiveMaxPool2d {
    int height = 1;
    int width = 1;
};
/// Generalised mean over the picture, (mean of max(x, eps)^p)^(1/p), with a learned p (Radenović et al.
/// 2018).
struct GemPool2d {
    double initial = 3;
    double eps = 1e-6;
};
struct Flatten {};
struct Linear {
    int in = 0;
    int out = 0;
    bool bias = true;
};
/// A Linear over the channels at each pixel: what torchvision writes as a Linear between two Permutes.
struct PixelLinear {
    int in = 0;
    int out = 0;
    bool bias = true;
};
struct Dropout {
    double probability = 0.5;
};
/// In training drops the whole value of an image, which then passes by the residual branch (Huang et al.
/// 2016).
struct StochasticDepth {
    double probability = 0;
};
struct Add {};
struct Multiply {}; ///< broadcasts [N, C, 1, 1]
struct Concat {};   ///< along channels

using Op = std::variant<Input, Conv2d, BatchNorm2d, BatchNorm1d, LayerNorm2d, LayerScale, Standardize, Relu,
                        Relu6, Hardswish, Hardsigmoid, Silu, Sigmoid, Gelu, MaxPool2d, AvgPool2d,
                        AdaptiveAvgPool2d, AdaptiveMaxPool2d, GemPool2d, Flatten, Linear, PixelLinear,
                        Dropout, StochasticDepth, Add, Multiply, Concat>;

/// "Conv2d", "BatchNorm2d", …
std::string_view opName(const Op& op);
/// What tells it from others of its kind, in a few signs: "3×3 / 2"; empty where there is nothing.
std::string opDetail(const Op& op);

/// How many pixels TensorFlow's "same" padding adds {before, after} a side.
std::array<std::int64_t, 2> samePadding(std::int64_t side, int kernel, int stride);

} // namespace graft::graph
