#include "training/LearningOptions.h"

#include "training/OptionRange.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace graft::training {

namespace {

constexpr std::array<std::string_view, 2> kOptimisers{"adamw", "sgd"};
constexpr std::array<std::string_view, 5> kSchedules{"constant", "step", "cosine", "one-cycle", "plateau"};
constexpr std::size_t kMostBlockRates = 1000;
constexpr std::size_t kShownOfName = 80;

std::string listed(std::span<const std::string_view> names) {
    std::string list;
    for (const std::string_view name : names)
        list += (list.empty() ? "" : ", ") + std::string(name);
    return list;
}

Result<> checkNames(const LearningOptions& options) {
    if (std::ranges::find(kOptimisers, options.optimiser) == kOptimisers.end())
        return Error{translate("Training", "There is no optimiser “%1”. Possible are: %2.",
                               {options.optimiser.substr(0, kShownOfName), listed(kOptimisers)})};
    if (std::ranges::find(kSchedules, options.schedule) == kSchedules.end())
        return Error{translate("Training", "There is no schedule “%1”. Possible are: %2.",
                               {options.schedule.substr(0, kShownOfName), listed(kSchedules)})};
    return {};
}

Result<> checkBlockRates(const LearningOptions& options) {
    if (options.blockRates.size() > kMostBlockRates)
        return Error{translate("Training", "There are learning rates for too many blocks.")};
    for (const auto& [block, factor] : options.blockRates)
        if (auto fits = inRange({"block_rates", factor, 0, 1000}); !fits)
            return fits;
    return {};
}

} // namespace

Result<> LearningOptions::check() const {
    if (auto fits = checkNames(*this); !fits)
        return fits;
    const OptionRange ranges[] = {
        {"momentum", momentum, 0, 0.9999},
        {"warm_up_epochs", warmUpEpochs, -1, 10'000},
        {"step_epochs", double(stepEpochs), 1, 10'000},
        {"step_factor", stepFactor, 0, 1},
        {"layer_decay", layerDecay, 0.01, 1},
        {"clip_norm", clipNorm, 0, 1e6},
        {"accumulate", double(accumulate), 1, 256},
        {"average_decay", averageDecay, 0, 0.99999},
        {"patience", double(patience), 0, 10'000},
        {"label_smoothing", labelSmoothing, 0, 0.9},
        {"mixup", mixup, 0, 10},
        {"cutmix", cutMix, 0, 10},
        {"focal_gamma", focalGamma, 0, 10},
        {"unfreeze_epochs", double(unfreezeEpochs), 0, 10'000},
        {"start_share", startShare, 0, 0.95},
    };
    for (const OptionRange& range : ranges)
        if (auto fits = inRange(range); !fits)
            return fits;
    return checkBlockRates(*this);
}

} // namespace graft::training
