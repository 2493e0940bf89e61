#include "workflow/Series.h"

#include "metrics/Repetition.h"
#include "project/Folds.h"
#include "training/Checksum.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <random>

namespace graft::workflow {

namespace {

using runs::Series;
using training::RunInput;
using Plan = std::map<ImageId, int>;

/// Where the images of a run go; without folds as they lie.
class Sides {
public:
    static Result<Sides> of(const project::Project& project, const Series& place) {
        Sides sides(place.folds);
        if (place.folds == 1)
            return sides;
        auto plan = project::planFolds(project, place.folds, place.firstSeed + std::uint64_t(place.seed));
        if (!plan)
            return plan.error();
        sides.m_plan = *std::move(plan);
        return sides;
    }

    /// `take(item, forValidation)` for every image of the run at that place.
    template <typename Take>
    void forEach(const RunInput& input, const Series& place, Take take) const {
        for (const auto* side : {&input.train, &input.validation})
            for (const dataset::Item& item : *side) {
                if (m_folds == 1) {
                    take(item, side == &input.validation);
                    continue;
                }
                if (const auto found = m_plan.find(ImageId{item.id}); found != m_plan.end())
                    take(item, found->second == place.fold);
            }
    }

private:
    explicit Sides(int folds) : m_folds(folds) {}
    int m_folds;
    Plan m_plan;
};

/// Names of classes may change, their ids do not.
std::string checksum(const RunInput& input, const Sides& sides, const Series& place) {
    std::vector<std::pair<const dataset::Item*, bool>> items;
    sides.forEach(input, place, [&](const dataset::Item& item, bool forValidation) {
        items.emplace_back(&item, forValidation);
    });
    std::ranges::sort(items, {}, [](const auto& item) { return item.first->id; });
    training::Checksum sum;
    for (const std::int64_t id : input.classIds)
        sum.add(std::uint64_t(id));
    for (const auto& [item, forValidation] : items) {
        sum.add(std::uint64_t(item->id)).add(item->contentHash);
        sum.add(std::uint64_t(item->target)).add(std::uint64_t(forValidation));
    }
    return sum.hex();
}

/// "20261124-093011-4f1c20ab": local time, and chance against two series of one second.
std::string newId() {
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm local{};
    ::localtime_r(&now, &local);
    std::array<char, 48> text{};
    const std::size_t length = std::strftime(text.data(), text.size(), "%Y%m%d-%H%M%S", &local);
    std::snprintf(text.data() + length, text.size() - length, "-%08x", unsigned(std::random_device{}()));
    return text.data();
}

Error otherImages() {
    return {translate("Workflow",
                      "The images, their labels, the split or the classes are no longer those of this series "
                      "of runs, so its runs could not be compared. Undo the change, or start the series "
                      "anew.")};
}

const runs::EpochRecord* bestOf(const runs::RunRecord& run) {
    const auto best = std::ranges::find_if(
        run.epochs, [&](const runs::EpochRecord& epoch) { return epoch.epoch == run.bestEpoch; });
    return best == run.epochs.end() ? nullptr : &*best;
}

bool isFinished(const runs::RunRecord* run) {
    return run && run->state == runs::State::Finished;
}

} // namespace

Series newSeries(std::uint64_t firstSeed, int seeds, int folds) {
    return {.id = newId(), .firstSeed = firstSeed, .seeds = seeds, .folds = folds};
}

Result<std::vector<Series>> planSeries(const RunInput& input, const project::Project& project,
                                       const Series& series) {
    auto places = runs::placesOf(series);
    for (int seed = 0; seed < series.seeds; ++seed) {
        const auto first = places.begin() + std::ptrdiff_t(seed) * series.folds;
        const auto sides = Sides::of(project, *first);
        if (!sides)
            return sides.error();
        for (auto place = first; place != first + series.folds; ++place)
            place->data = checksum(input, *sides, *place);
    }
    return places;
}

Result<RunInput> seriesInput(RunInput input, const project::Project& project, const Series& place) {
    const auto sides = Sides::of(project, place);
    if (!sides)
        return sides.error();
    input.series = place;
    input.series->data = checksum(input, *sides, place);
    if (!place.data.empty() && place.data != input.series->data)
        return otherImages();
    input.options.seed = place.firstSeed + std::uint64_t(place.seed);
    if (place.folds == 1)
        return input;
    std::vector<dataset::Item> train, validation;
    sides->forEach(input, place, [&](const dataset::Item& item, bool forValidation) {
        (forValidation ? validation : train).push_back(item);
    });
    input.train = std::move(train);
    input.validation = std::move(validation);
    input.notes.push_back(translate("Workflow", "Fold %1 of %2 of a cross-validation.",
                                    {std::to_string(place.fold + 1), std::to_string(place.folds)}));
    return input;
}

Result<std::vector<Series>> planRest(const RunInput& input, const project::Project& project,
                                     const SeriesState& state) {
    auto places = planSeries(input, project, state.series);
    if (!places)
        return places;
    for (const runs::RunRecord* run : state.runs)
        if (run && !run->series->data.empty() &&
            run->series->data != (*places)[std::size_t(run->series->number())].data)
            return otherImages();
    return places;
}

int SeriesState::finished() const {
    return int(std::ranges::count_if(runs, isFinished));
}

std::map<std::string, std::vector<double>> SeriesState::figures() const {
    std::map<std::string, std::vector<double>> figures;
    for (const runs::RunRecord* run : runs)
        if (const auto* best = isFinished(run) ? bestOf(*run) : nullptr)
            for (const auto& [name, value] : best->values)
                if (name.starts_with("val_") && std::isfinite(value))
                    figures[name.substr(4)].push_back(value);
    return figures;
}

metrics::Estimate SeriesState::accuracy() const {
    metrics::Estimate mean = metrics::meanOfRuns(figures()["accuracy"]);
    if (std::isfinite(mean.low)) { // Student's interval knows no bounds, a share does
        mean.low = std::max(0.0, mean.low);
        mean.high = std::min(1.0, mean.high);
    }
    return mean;
}

SeriesState stateOf(const Series& series, std::span<const runs::RunRecord> runs) {
    SeriesState state{series, std::vector<const runs::RunRecord*>(std::size_t(series.runs()))};
    for (const runs::RunRecord& run : runs) {
        if (!run.series || run.series->id != series.id || run.series->seeds != series.seeds ||
            run.series->folds != series.folds || run.series->firstSeed != series.firstSeed)
            continue;
        const runs::RunRecord*& place = state.runs[std::size_t(run.series->number())];
        if (!place || (!isFinished(place) && run.state == runs::State::Finished))
            place = &run;
    }
    return state;
}

} // namespace graft::workflow
