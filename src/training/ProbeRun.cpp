#include "training/ProbeRun.h"

#include "training/Recipes.h"

#include <torch/torch.h>

#include <iterator>
#include <optional>

namespace graft::training {

namespace {

constexpr int kStages = int(std::size(kProbePenalties));

void noteChoice(const LinearProbe& probe, const LinearProbe::Parts& parts) {
    if (probe.crossValidates())
        parts.report.note(
            translate("Training",
                      "There are only %1 validation images, too few to choose by: the strength of the "
                      "penalty is chosen by cross-validation on the training images, in five folds.",
                      {std::to_string(parts.validation.items().size())}));
}

} // namespace

Ending ProbeRun::run() {
    std::optional<Stopwatch> watch(m_parts.gate); // the first stage's holds the frozen part, too
    if (auto ending = m_probe.begin())
        return *ending;
    noteChoice(m_probe, m_parts);
    while (m_standing.epoch < kStages) {
        if (!m_parts.gate.pass())
            return kStopped;
        if (auto ending = runStage(m_standing.epoch + 1, *watch))
            return *ending;
        watch.emplace(m_parts.gate);
    }
    return {};
}

/// First the checkpoints, then the log: whatever the log says can be gone back to.
std::optional<Ending> ProbeRun::runStage(int epoch, const Stopwatch& watch) {
    LinearProbe::Stage stage;
    if (auto ending = m_probe.solve(kProbePenalties[epoch - 1], stage))
        return ending;
    m_parts.report.tell(StepFinished{epoch, 1, 1, stage.learnt.loss});
    const bool best = m_standing.best.consider(epoch, stage.rating, /*latest=*/false);
    m_standing.epoch = epoch;
    m_standing.record = {epoch, watch.seconds(), stage.values};
    if (best)
        if (auto written = m_checkpoints.writeBest(m_parts.network, epoch); !written)
            return failedWith(written.error());
    if (auto written = m_checkpoints.writeLast(m_parts.network, {}, m_standing); !written)
        return failedWith(written.error());
    if (auto written = m_parts.report.epoch(m_standing.record, best); !written)
        return failedWith(written.error());
    m_parts.report.tell(EpochFinished{m_standing.record, best, 0});
    m_parts.report.tell(CheckpointSaved{epoch});
    return std::nullopt;
}

std::optional<Ending> solveBestHead(const LinearProbe::Parts& parts, LinearProbe::Stage& best) {
    LinearProbe probe(parts);
    if (auto ending = probe.begin())
        return ending;
    noteChoice(probe, parts);
    BestEpoch sofar;
    weights::TensorMap head;
    for (int stage = 0; stage < kStages; ++stage) {
        if (!parts.gate.pass())
            return kStopped;
        parts.report.tell(Preparing{stage, kStages, translate("Training", "Solving the head")});
        LinearProbe::Stage solved;
        if (auto ending = probe.solve(kProbePenalties[stage], solved))
            return ending;
        if (!sofar.consider(stage + 1, solved.rating, /*latest=*/false))
            continue;
        head = parts.network.save(engine::Network::Part::Learning);
        best = std::move(solved);
    }
    parts.network.load(head);
    return std::nullopt;
}

} // namespace graft::training
