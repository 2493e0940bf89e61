#include "training/RateFinder.h"

#include "base/Random.h"
#include "training/CutValues.h"
#include "training/Device.h"
#include "training/Learner.h"
#include "training/Memory.h"
#include "training/Setup.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace graft::training {

namespace {

constexpr int kSteps = 80;
constexpr double kLowest = 1e-6, kHighest = 3;
constexpr double kSmoothing = 0.85;
constexpr double kDiverged = 3; ///< times the lowest loss
constexpr std::size_t kMostBatches = 12;
constexpr std::uint64_t kMostBytes = 512ull << 20; ///< of the values at the cut
constexpr std::uint64_t kStream = 0x72617465;      ///< keeps it apart from other seeded streams

Error stopped() {
    return {translate("Training", "Stopped.")};
}

/// The values at the cut of some training images, read once.
struct Sample {
    std::vector<std::vector<torch::Tensor>> values; ///< of each batch
    std::vector<torch::Tensor> targets;
};

Result<Sample> read(CutValues& values, int batch, std::uint64_t seed, const Monitor& monitor) {
    std::vector<std::size_t> order(values.items().size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    Random(mixSeed({seed, kStream})).shuffle(std::span(order));
    const std::uint64_t bytes = std::max<std::uint64_t>(1, values.valueBytes() * std::uint64_t(batch));
    const std::size_t most = std::size_t(std::clamp<std::uint64_t>(kMostBytes / bytes, 1, kMostBatches));
    std::vector<std::vector<std::size_t>> batches;
    for (std::size_t at = 0; at < order.size() && batches.size() < most; at += std::size_t(batch))
        batches.emplace_back(order.begin() + std::ptrdiff_t(at),
                             order.begin() + std::ptrdiff_t(std::min(order.size(), at + std::size_t(batch))));
    CutValues::Walk walk(values, batches, 1);
    Sample sample;
    for (std::size_t i = 0; i < batches.size(); ++i) {
        monitor.report(std::int64_t(i), std::int64_t(batches.size() + kSteps),
                       translate("Training", "Reading images"));
        auto next = walk.next(monitor.stop);
        if (!next)
            return next.error();
        if (monitor.stopRequested())
            return stopped();
        if (!*next || (*next)->indices.empty())
            continue;
        std::vector<std::int64_t> targets;
        for (const std::size_t index : (*next)->indices)
            targets.push_back(values.items()[index].target);
        sample.values.push_back(std::move((*next)->values));
        sample.targets.push_back(torch::tensor(targets, torch::kInt64));
    }
    if (sample.values.empty())
        return Error{translate("Training", "None of the training images can be read.")};
    return sample;
}

/// What a run does before its first epoch.
void standardise(engine::Network& network, Learner& learner, const Sample& sample) {
    for (const graph::Node& node : network.graph().nodes()) {
        if (!std::holds_alternative<graph::Standardize>(node.op))
            continue;
        std::vector<torch::Tensor> features;
        for (const auto& values : sample.values)
            features.push_back(learner.valuesOf(node.inputs.front(), values));
        engine::standardise(network, node.name, torch::cat(features));
    }
}

Result<RateSweep> sweep(Learner& learner, const Sample& sample, const TrainingOptions& options,
                        double proportion, int atOnce, const Monitor& monitor) {
    RateSweep found;
    double average = 0, lowest = std::numeric_limits<double>::infinity();
    for (int step = 0; step < kSteps; ++step) {
        if (monitor.stopRequested())
            return stopped();
        const std::int64_t before = std::int64_t(sample.values.size());
        monitor.report(before + step, before + kSteps, translate("Training", "Trying learning rates"));
        const double rate = kLowest * std::pow(kHighest / kLowest, double(step) / (kSteps - 1));
        const std::size_t batch = std::size_t(step) % sample.values.size();
        const BatchResult result = withWhatFits(
            atOnce,
            [&](int images) {
                return learner.step(sample.values[batch], sample.targets[batch], rate,
                                    mixSeed({options.seed, std::uint64_t(step), kStream}), images);
            },
            [&] { learner.optimiser().zeroGradients(); });
        const double loss = result.lossSum / double(result.images);
        if (!std::isfinite(loss))
            break;
        average = kSmoothing * average + (1 - kSmoothing) * loss;
        const double smooth = average / (1 - std::pow(kSmoothing, step + 1));
        lowest = std::min(lowest, smooth);
        found.points.push_back({rate, smooth});
        if (smooth > kDiverged * lowest + 0.1)
            break;
    }
    found.headRate = steepestFall(found.points);
    found.blockRate = found.headRate ? *found.headRate * proportion : 0;
    return found;
}

Result<RateSweep> search(const RunInput& input, torch::Device device, const Monitor& monitor) {
    const TrainingOptions& options = input.options;
    const ModelFile model = describeModel(input);
    engine::Network network(model.buildGraph(), options.seed);
    const graph::FreezePlan plan = freezePlanOf(model, network.graph());
    network.freeze(plan);
    if (input.weights) {
        if (const auto notes = loadPretrained(network, model, *input.weights); !notes)
            return notes.error();
        startHeadAtZero(network);
        keepPretrainedStatistics(network, model, options.learning);
    }
    network.to(device);
    const auto atOnce = MemoryNeed(network.graph(), plan, model.preprocessing.size)
                            .imagesAtOnce(options.batch, device.is_cpu() ? availableMemoryBytes() : 0);
    if (!atOnce)
        return atOnce.error();
    FrozenPrefix prefix(network, plan);
    const double proportion = !input.weights                 ? 1
                              : options.headLearningRate > 0 ? options.learningRate / options.headLearningRate
                                                             : 1;
    LearningOptions learning = options.learning;
    learning.averageDecay = learning.startShare = 0;
    Learner learner(network, prefix.crossing(), *graph::findArchitecture(model.architecture),
                    {1, proportion, options.weightDecay},
                    learnerThreads(network.graph(), prefix.cut(), model.preprocessing.size, options.batch),
                    learning);
    ImageSet set = imageSet(input.train);
    Viewing viewing{.preprocessing = model.preprocessing,
                    .augment = options.augment,
                    .seed = options.seed,
                    .views = options.views,
                    .loaderThreads = shareThreads().loaders};
    CutValues values(set, prefix, viewing);
    const auto sample = read(values, options.batch, options.seed, monitor);
    if (!sample)
        return sample.error();
    if (input.weights)
        standardise(network, learner, *sample);
    return sweep(learner, *sample, options, proportion, *atOnce, monitor);
}

} // namespace

std::optional<double> steepestFall(const std::vector<RateSweep::Point>& points) {
    constexpr std::size_t reach = 2;
    constexpr double worthIt = 0.95;
    const auto lowest = std::ranges::min_element(points, {}, &RateSweep::Point::loss);
    if (points.size() <= 2 * reach || lowest->loss > worthIt * points.front().loss)
        return std::nullopt;
    std::optional<double> rate;
    double steepest = 0;
    for (std::size_t i = reach; i + reach < points.size() && points.begin() + std::ptrdiff_t(i) <= lowest;
         ++i) {
        const auto &before = points[i - reach], &after = points[i + reach];
        const double slope = (after.loss - before.loss) / std::log(after.rate / before.rate);
        if (slope < steepest) {
            steepest = slope;
            rate = points[i].rate;
        }
    }
    return rate;
}

Result<RateSweep> findLearningRate(const RunInput& input, const Monitor& monitor) {
    const ReturnFreedMemory afterwards;
    if (auto fits = checkInput(input); !fits)
        return fits.error();
    const auto device = deviceFor(input.options);
    if (!device)
        return device.error();
    try {
        useThreads(shareThreads().compute);
        return search(input, *device, monitor);
    } catch (const std::exception& exception) {
        if (isOutOfMemory(exception))
            return Error{translate("Training", "The memory does not suffice for this model. Choose a "
                                               "smaller batch, input size or model, or freeze more blocks."),
                         exception.what()};
        return Error{translate("Training", "The learning rates could not be tried."), exception.what()};
    }
}

} // namespace graft::training
