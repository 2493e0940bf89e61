#pragma once

#include "training/Checkpoint.h"
#include "training/LinearProbe.h"

namespace graft::training {

/// The recipe Quick as a run: each strength of the penalty is an epoch, with a checkpoint behind it, so that
/// the run can be stopped and goes on as if nothing had happened.
class ProbeRun {
public:
    ProbeRun(const LinearProbe::Parts& parts, const Checkpoints& checkpoints, Standing standing)
        : m_parts(parts), m_checkpoints(checkpoints), m_standing(std::move(standing)), m_probe(m_parts) {}

    Ending run();

private:
    LinearProbe::Parts m_parts;
    const Checkpoints& m_checkpoints;
    Standing m_standing;
    LinearProbe m_probe;

    std::optional<Ending> runStage(int epoch, const Stopwatch& watch);
};

/// All strengths at once: the best head becomes the network's, `best` says how it did.
std::optional<Ending> solveBestHead(const LinearProbe::Parts& parts, LinearProbe::Stage& best);

} // namespace graft::training
