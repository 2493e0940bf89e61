#include "training/PrecisionChoice.h"

#include "engine/Device.h"
#include "training/Device.h"
#include "training/FrozenPrefix.h"
#include "training/Training.h"

#include <torch/torch.h>

#include <algorithm>
#include <chrono>
#include <limits>

namespace graft::training {

namespace {

constexpr double kWorthwhile = 1.25; ///< times as fast
constexpr int kTrials = 4;
constexpr std::size_t kTriedImages = 8;
constexpr double kLittleWork = 1e11; ///< multiply-adds: about a second on a small computer

double seconds(const torch::Tensor& images, const torch::Tensor& weight) {
    const auto start = std::chrono::steady_clock::now();
    torch::conv2d(images, weight, {}, 1, 1);
    engine::synchronise(images.device());
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// In turns, for other programs disturb both; the best of each counts.
bool measureBfloat16(torch::Device device) {
    if (device.is_cpu() && !machine().bfloat16)
        return false;
    const torch::NoGradGuard noGradient;
    useThreads(shareThreads().compute);
    const auto layout = torch::MemoryFormat::ChannelsLast;
    const int side = device.is_cpu() ? 28 : 112, count = device.is_cpu() ? 8 : 32; // much enough to measure
    const torch::Tensor images = torch::ones({count, 128, side, side}, device).contiguous(layout);
    const torch::Tensor weight = torch::ones({128, 128, 3, 3}, device).contiguous(layout);
    const torch::Tensor halfImages = images.to(torch::kBFloat16), halfWeight = weight.to(torch::kBFloat16);
    double whole = std::numeric_limits<double>::max(), half = whole;
    for (int trial = 0; trial < kTrials; ++trial) {
        whole = std::min(whole, seconds(images, weight));
        half = std::min(half, seconds(halfImages, halfWeight));
    }
    return whole > kWorthwhile * half;
}

} // namespace

std::string_view nameOf(Precision precision) {
    return precision == Precision::Bfloat16 ? "bfloat16" : "float32";
}

std::optional<Precision> precisionNamed(std::string_view name) {
    for (const Precision precision : {Precision::Float32, Precision::Bfloat16})
        if (nameOf(precision) == name)
            return precision;
    return std::nullopt;
}

torch::Dtype typeOf(Precision precision) {
    return precision == Precision::Bfloat16 ? torch::kBFloat16 : torch::kFloat32;
}

bool bfloat16Pays(torch::Device device) {
    if (device.is_cuda()) {
        static const bool paysOnCard = measureBfloat16(device);
        return paysOnCard;
    }
    static const bool pays = measureBfloat16(device);
    return pays;
}

bool worthBfloat16(const graph::Graph& graph, const graph::FrozenCut& cut, int size, std::int64_t images) {
    double work = 0;
    const auto costs = graph::costs(graph, graph::inputShape(graph, size));
    for (std::size_t i = 0; i < costs.size(); ++i)
        if (cut.inPrefix[i])
            work += double(costs[i].multiplyAdds) * double(images);
    return work > kLittleWork;
}

Result<ImageStream::Images> imagesToTry(ImageSet& set, const dataset::Preprocessing& preprocessing,
                                        std::stop_token stop) {
    std::vector<std::size_t> some(std::min(set.items.size(), kTriedImages));
    for (std::size_t i = 0; i < some.size(); ++i)
        some[i] = i * set.items.size() / some.size();
    return ImageStream(set, some, {.preprocessing = preprocessing, .batch = int(kTriedImages)})
        .take(some, stop);
}

Result<PrecisionTrial> choosePrecision(const std::string& wanted, engine::Network& network,
                                       const graph::FreezePlan& plan, ImageSet& set,
                                       const dataset::Preprocessing& preprocessing, std::int64_t views,
                                       std::stop_token stop) {
    const graph::FrozenCut cut = graph::frozenCut(network.graph(), plan);
    if (const auto named = precisionNamed(wanted); named || cut.empty())
        return PrecisionTrial{named.value_or(Precision::Float32), {}};
    if (!worthBfloat16(network.graph(), cut, preprocessing.size, views) || !bfloat16Pays(network.device()))
        return PrecisionTrial{};
    const auto images = imagesToTry(set, preprocessing, stop);
    if (!images)
        return images.error();
    if (images->indices.empty())
        return PrecisionTrial{};
    const double difference = bfloat16Difference(network, plan, images->pixels);
    return PrecisionTrial{difference <= kMostBfloat16Difference ? Precision::Bfloat16 : Precision::Float32,
                          difference};
}

double bfloat16Difference(engine::Network& network, const graph::FreezePlan& plan,
                          const torch::Tensor& pixels) {
    const auto exact = FrozenPrefix(network, plan).compute(pixels);
    const auto rounded = FrozenPrefix(network, plan, Precision::Bfloat16).compute(pixels);
    double worst = 0;
    for (std::size_t i = 0; i < exact.size(); ++i) {
        const torch::Tensor wanted = exact[i].flatten(1), found = rounded[i].flatten(1);
        const torch::Tensor difference = (found - wanted).norm(2, 1) / wanted.norm(2, 1).clamp_min(1e-12);
        worst = std::max(worst, difference.max().item<double>());
    }
    return worst;
}

} // namespace graft::training
