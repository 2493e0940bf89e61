#include "training/Mixing.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

namespace graft::training {

namespace {

/// From Gamma(shape, 1) (Marsaglia & Tsang 2000).
double drawGamma(Random& random, double shape) {
    if (shape < 1)
        return drawGamma(random, shape + 1) * std::pow(1 - random.uniform(), 1 / shape);
    const double d = shape - 1.0 / 3, c = 1 / std::sqrt(9 * d);
    while (true) {
        const double x = random.normal(), v = std::pow(1 + c * x, 3);
        if (v > 0 && std::log(1 - random.uniform()) < 0.5 * x * x + d * (1 - v + std::log(v)))
            return d * v;
    }
}

/// A rectangle in shares of a picture's sides.
struct Part {
    double left, top, right, bottom;
};

Part drawPart(Random& random, double area) {
    const double half = std::sqrt(area) / 2, x = random.uniform(), y = random.uniform();
    return {std::max(0.0, x - half), std::max(0.0, y - half), std::min(1.0, x + half),
            std::min(1.0, y + half)};
}

/// Pastes the part of `other` into `value` [n, C, H, W]; the share of the pixels that it has.
double paste(torch::Tensor& value, const torch::Tensor& other, const Part& part) {
    using torch::indexing::Slice;
    const std::int64_t height = value.size(2), width = value.size(3);
    const auto place = [](double share, std::int64_t side) { return std::lround(share * double(side)); };
    const std::int64_t top = place(part.top, height), bottom = place(part.bottom, height);
    const std::int64_t left = place(part.left, width), right = place(part.right, width);
    const auto all = Slice(), rows = Slice(top, bottom), columns = Slice(left, right);
    value.index_put_({all, all, rows, columns}, other.index({all, all, rows, columns}));
    return double((bottom - top) * (right - left)) / double(height * width);
}

} // namespace

double drawBeta(Random& random, double alpha) {
    const double a = drawGamma(random, alpha), b = drawGamma(random, alpha);
    return a + b > 0 ? a / (a + b) : 0.5; // both may be too small for a double
}

MixedBatch mixBatch(const std::vector<torch::Tensor>& values, const torch::Tensor& targets,
                    const LearningOptions& options, std::uint64_t seed) {
    const torch::NoGradGuard noGradient;
    MixedBatch mixed{.values = values, .others = targets};
    const std::int64_t images = targets.size(0);
    if ((options.mixup <= 0 && options.cutMix <= 0) || images < 2)
        return mixed;
    Random random(seed);
    const bool hasMaps = std::ranges::any_of(values, [](const auto& value) { return value.dim() == 4; });
    const bool pastes = options.cutMix > 0 && hasMaps && (options.mixup <= 0 || random.chance(0.5));
    std::vector<std::int64_t> order(static_cast<std::size_t>(images));
    std::iota(order.begin(), order.end(), std::int64_t(0));
    random.shuffle(std::span(order));
    const torch::Tensor partners = torch::tensor(order, torch::kInt64);
    mixed.others = targets.index_select(0, partners);
    mixed.share = 1 - drawBeta(random, pastes || options.mixup <= 0 ? options.cutMix : options.mixup);
    const Part part = drawPart(random, mixed.share);
    bool measured = !pastes;
    for (torch::Tensor& value : mixed.values) {
        const torch::Tensor other = value.index_select(0, partners.to(value.device()));
        if (pastes && value.dim() == 4) {
            value = value.clone();
            const double share = paste(value, other, part);
            mixed.share = measured ? mixed.share : share; // that of the first, and finest, maps
            measured = true;
        } else {
            value = value * (1 - mixed.share) + other * mixed.share;
        }
    }
    return mixed;
}

} // namespace graft::training
