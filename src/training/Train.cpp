#include "training/Setup.h"
#include "training/TrainingRun.h"

#include <algorithm>

namespace graft::training {

namespace {

/// The log may lack the newest epoch of the checkpoint: the process died between the two.
Result<> mendLog(runs::RunLog& log, const Checkpoints& checkpoints, const runs::RunRecord& record) {
    const auto standing = checkpoints.readStanding();
    if (!standing)
        return standing.error();
    const bool known =
        std::ranges::any_of(record.epochs, [&](const auto& epoch) { return epoch.epoch == standing->epoch; });
    if (!known)
        if (auto written = log.epoch(standing->record); !written)
            return written;
    if (record.bestEpoch != standing->best.epoch)
        return log.best(standing->best.epoch);
    return {};
}

/// Classes that were renamed since are still the same ones.
void keepNames(RunInput& input, const Checkpoints& checkpoints) {
    const auto model = readModelFile(checkpoints.modelFile());
    if (model && !model->classIds.empty() && model->classIds == input.classIds)
        input.classes = model->classes;
}

Result<> checkResumable(const RunInput& input, const runs::RunRecord& record,
                        const Checkpoints& checkpoints) {
    if (record.state == runs::State::Finished)
        return Error{
            translate("Training", "This run is finished; there is nothing to go on with. Train a new one.")};
    if (record.state == runs::State::Running)
        return Error{translate("Training", "This run is under way in another window or program.")};
    if (!checkpoints.hasLast())
        return {};
    const auto model = readModelFile(checkpoints.modelFile());
    if (!model)
        return model.error();
    if (model->data != fingerprint(input))
        return Error{translate("Training", "The images, their labels, the split or the classes are no longer "
                                           "those of this run, so it cannot go on "
                                           "where it was. Undo the change, or train a new run.")};
    if (model->weightsSha256 != (input.weights ? input.weights->sha256 : std::string()))
        return Error{translate(
            "Training",
            "The pretrained weights “%1” are no longer those this run started from. Train a new run.",
            {model->weights})};
    return {};
}

} // namespace

Result<RunOutcome> train(const RunInput& input, const std::filesystem::path& runsFolder,
                         const std::function<void(const TrainingEvent&)>& events, std::stop_token stop,
                         RunControl* control) {
    if (auto fits = checkInput(input); !fits)
        return fits.error();
    auto log = runs::RunLog::create(runsFolder, input.options.model, toJson(input.options), input.series);
    if (!log)
        return log.error();
    return TrainingRun(input, RunReport(std::move(*log), events), std::move(stop), control).carryOut();
}

bool hasCheckpoint(const std::filesystem::path& runFolder) {
    return Checkpoints(runFolder).hasLast();
}

Result<RunOutcome> resume(const RunInput& input, const std::filesystem::path& runFolder,
                          const std::function<void(const TrainingEvent&)>& events, std::stop_token stop,
                          RunControl* control) {
    const auto record = runs::readRun(runFolder);
    if (!record)
        return record.error();
    const auto options = optionsFromJson(record->optionsJson);
    if (!options)
        return options.error();
    RunInput own = input;
    own.options = *options;
    own.options.device = input.options.device;
    const Checkpoints checkpoints(record->folder);
    keepNames(own, checkpoints);
    if (auto fits = checkInput(own); !fits)
        return fits.error();
    if (auto fits = checkResumable(own, *record, checkpoints); !fits)
        return fits.error();
    auto log = runs::RunLog::reopen(record->folder);
    if (!log)
        return log.error();
    if (checkpoints.hasLast())
        if (auto mended = mendLog(*log, checkpoints, *record); !mended)
            return mended.error();
    RunReport report(std::move(*log), events);
    report.knowNotes(record->notes);
    return TrainingRun(own, std::move(report), std::move(stop), control).carryOut();
}

} // namespace graft::training
