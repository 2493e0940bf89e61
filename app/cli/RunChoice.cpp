#include "cli/RunChoice.h"

#include "cli/Words.h"

#include "training/Options.h"

#include <algorithm>
#include <cmath>

namespace graft::cli {

namespace {

std::string idsOf(const std::vector<runs::RunRecord>& runs) {
    constexpr std::size_t kShown = 8;
    std::string list;
    for (std::size_t i = 0; i < std::min(kShown, runs.size()); ++i)
        list += (i ? ", " : "") + runs[i].id;
    return runs.size() > kShown ? list + ", …" : list;
}

Result<runs::RunRecord> bestOf(const std::vector<runs::RunRecord>& runs) {
    const auto accuracy = [](const runs::RunRecord& run) { return bestAccuracy(run).value_or(-1); };
    const auto best = std::ranges::max_element(runs, {}, accuracy);
    if (accuracy(*best) >= 0)
        return *best;
    return Error{
        translate("CommandLine", "No run of this project has finished an epoch yet, so none is the best.")};
}

Result<runs::RunRecord> lastWithModel(const std::vector<runs::RunRecord>& runs) {
    const auto found =
        std::ranges::find_if(runs, [](const runs::RunRecord& run) { return run.bestEpoch.has_value(); });
    if (found != runs.end())
        return *found;
    return Error{translate("CommandLine",
                           "No run of this project has finished an epoch yet, so there is no model to use.")};
}

} // namespace

Result<runs::RunRecord> chooseRun(const project::Project& project, const std::string& choice, Last last) {
    const auto runs = runs::listRuns(project.runsFolder());
    if (runs.empty())
        return Error{translate("CommandLine", "This project has no run yet. “graft train %1” makes one.",
                               {shellWord(project.folder().string())})};
    if (choice == "last")
        return last == Last::Any ? runs.front() : lastWithModel(runs);
    if (choice == "best")
        return bestOf(runs);
    std::vector<runs::RunRecord> fitting;
    for (const runs::RunRecord& run : runs) {
        if (run.id == choice)
            return run;
        if (!choice.empty() && run.id.starts_with(choice))
            fitting.push_back(run);
    }
    if (fitting.size() == 1)
        return fitting.front();
    if (fitting.empty())
        return Error{translate("CommandLine", "This project has no run “%1”. Its runs are: %2.",
                               {choice, idsOf(runs)})};
    return Error{translate("CommandLine",
                           "“%1” is the beginning of several runs: %2. Write more of the one you mean.",
                           {choice, idsOf(fitting)})};
}

std::string runHelp() {
    return translate("CommandLine",
                     "The run: its id or the beginning of it, “last” (the default) or “best”.");
}

std::string modelOf(const runs::RunRecord& run) {
    const auto options = training::optionsFromJson(run.optionsJson);
    return options ? options->model : std::string();
}

const runs::EpochRecord* bestEpoch(const runs::RunRecord& run) {
    const auto found = std::ranges::find_if(
        run.epochs, [&](const runs::EpochRecord& epoch) { return run.bestEpoch == epoch.epoch; });
    return found == run.epochs.end() ? nullptr : &*found;
}

std::optional<double> bestAccuracy(const runs::RunRecord& run) {
    const runs::EpochRecord* epoch = bestEpoch(run);
    if (!epoch)
        return std::nullopt;
    const auto found = epoch->values.find("val_accuracy");
    return found != epoch->values.end() && std::isfinite(found->second) ? std::optional(found->second)
                                                                        : std::nullopt;
}

} // namespace graft::cli
