#include "engine/Device.h"
#include "training/CutValues.h"
#include "training/Device.h"
#include "training/Learner.h"
#include "training/Memory.h"
#include "training/PrecisionChoice.h"
#include "training/Setup.h"
#include "training/Training.h"

#include "base/Log.h"

#include <torch/torch.h>

#include <algorithm>
#include <chrono>
#include <numeric>

namespace graft::training {

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

constexpr int kProbedImages = 16;

/// What one image costs, in seconds.
struct ImageCost {
    double prefix = 0;   ///< decoding and the frozen part
    double learning = 0; ///< the rest, forward and back
    double checking = 0; ///< the rest, forward
};

ImageCost bestOf(const ImageCost& a, const ImageCost& b) {
    return {std::min(a.prefix, b.prefix), std::min(a.learning, b.learning), std::min(a.checking, b.checking)};
}

std::vector<std::size_t> firstIndices(std::size_t count) {
    std::vector<std::size_t> indices(count);
    std::iota(indices.begin(), indices.end(), std::size_t(0));
    return indices;
}

/// Small batches: the first warms up; of the others the best counts, for what another program took away
/// meanwhile is no cost of the run.
Result<ImageCost> probe(ImageSet& set, FrozenPrefix& prefix, Learner& learner, const Viewing& viewing,
                        int atOnce, std::stop_token stop) {
    constexpr int kRounds = 3;
    CutValues values(set, prefix, viewing);
    const std::size_t count = std::min(set.items.size(), std::size_t(atOnce));
    ImageCost best;
    for (int round = 0; round < kRounds && !stop.stop_requested(); ++round) {
        ImageCost cost;
        auto start = Clock::now();
        CutValues::Walk walk(values, {firstIndices(count)}, round + 1);
        const auto batch = walk.next(stop);
        if (!batch)
            return batch.error();
        const std::size_t images = (*batch)->indices.size();
        if (images == 0)
            return Error{translate("Training", "None of the training images can be read.")};
        engine::synchronise(prefix.device());
        cost.prefix = secondsSince(start) / double(images);
        start = Clock::now();
        const torch::Tensor targets = torch::zeros({std::int64_t(images)}, torch::kInt64);
        learner.step((*batch)->values, targets, 0, 0, int(images));
        engine::synchronise(prefix.device());
        cost.learning = secondsSince(start) / double(images);
        start = Clock::now();
        learner.probabilities((*batch)->values);
        cost.checking = secondsSince(start) / double(images);
        best = round < 2 ? cost : bestOf(best, cost);
    }
    return best;
}

SpeedEstimate estimate(const RunInput& input, const ImageCost& cost, bool cached) {
    const double train = double(input.train.size()), validation = double(input.validation.size());
    const double prefix = cost.prefix * (train + validation);
    const double rest = cost.learning * train + cost.checking * validation;
    return {prefix + rest, cached ? rest : prefix + rest, cached};
}

} // namespace

Result<SpeedEstimate> measureSpeed(const RunInput& input, std::stop_token stop) {
    const ReturnFreedMemory afterwards;
    if (auto fits = checkInput(input); !fits)
        return fits.error();
    const auto device = deviceFor(input.options);
    if (!device)
        return device.error();
    try {
        useThreads(shareThreads().compute);
        const ModelFile model = describeModel(input);
        engine::Network network(model.buildGraph(), input.options.seed, *device);
        const graph::FreezePlan plan = freezePlanOf(model, network.graph());
        network.freeze(plan);
        const MemoryNeed need(network.graph(), plan, model.preprocessing.size, input.options.learning);
        const auto atOnce = need.imagesAtOnce(kProbedImages, device->is_cpu() ? availableMemoryBytes() : 0);
        if (!atOnce)
            return atOnce.error();
        ImageSet set = imageSet(input.train);
        const int views = input.options.augment.any() ? input.options.views : 1;
        const auto trial = choosePrecision(
            input.options.precision, network, plan, set, model.preprocessing,
            std::int64_t(input.train.size()) * views + std::int64_t(input.validation.size()), stop);
        if (!trial)
            return trial.error();
        FrozenPrefix prefix(network, plan, trial->precision);
        Learner learner(
            network, prefix.crossing(), *graph::findArchitecture(model.architecture), {},
            learnerThreads(network.graph(), prefix.cut(), model.preprocessing.size, input.options.batch));
        const auto steps = chooseLearningPrecision(input.options, network, plan, trial->precision, set,
                                                   model.preprocessing, stop);
        if (!steps)
            return steps.error();
        learner.learnIn(steps->precision);
        Viewing viewing{.preprocessing = model.preprocessing,
                        .augment = input.options.augment,
                        .seed = input.options.seed,
                        .views = input.options.views,
                        .loaderThreads = shareThreads().loaders};
        const CutValues everything(set, prefix, viewing);
        const bool cached = input.options.cachePrefix && !prefix.empty() &&
                            everything.bytesToKeep() <= input.options.cacheBytes;
        const auto cost = probe(set, prefix, learner, viewing, *atOnce, stop);
        if (!cost)
            return cost.error();
        if (stop.stop_requested())
            return Error{translate("Training", "Stopped.")};
        return estimate(input, *cost, cached);
    } catch (const std::exception& exception) {
        if (isOutOfMemory(exception))
            return Error{translate("Training", "The memory does not suffice for this model."),
                         exception.what()};
        return Error{translate("Training", "The speed could not be measured."), exception.what()};
    }
}

double measureTrainingStep(const std::string& device) {
    constexpr int batch = 16, side = 224, classes = 10, rounds = 3;
    const auto found = findDevice(device);
    if (!found)
        return 0;
    try {
        const graph::Architecture& architecture = *graph::findArchitecture("mobilenet_v3_small");
        engine::Network network(architecture.build({.classes = classes, .newHead = true}), 0, *found);
        Learner learner(network, {0}, architecture, {}, shareThreads().compute);
        const std::vector<torch::Tensor> images{torch::zeros({batch, 3, side, side}).uniform_(-1, 1)};
        const torch::Tensor targets = torch::arange(batch) % classes;
        learner.step(images, targets, 1, 0, batch);
        const auto start = Clock::now();
        for (int round = 0; round < rounds; ++round)
            learner.step(images, targets, 1, std::uint64_t(round), batch);
        return batch * rounds / secondsSince(start);
    } catch (const std::exception& exception) {
        log(LogLevel::Error, exception.what());
        return 0;
    }
}

} // namespace graft::training
