#pragma once

#include "training/Checkpoint.h"
#include "training/CutValues.h"
#include "training/Divergence.h"
#include "training/Ending.h"
#include "training/EpochSteps.h"
#include "training/Gate.h"
#include "training/Learner.h"
#include "training/RunReport.h"

#include <torch/types.h>

#include <optional>
#include <string>
#include <vector>

namespace graft::training {

/// What a run says when a batch does not fit the memory.
std::string fewerAtOnce(int images);

/// Runs the epochs of one run: learning, validation, checkpoints, log, events. Everything lives on the
/// calling thread.
class Trainer {
public:
    /// What it works with; must outlive it.
    struct Parts {
        const TrainingOptions& options;
        const std::vector<std::string>& classes;
        engine::Network& network;
        CutValues& train;
        CutValues& validation;
        Learner& learner;
        const Checkpoints& checkpoints;
        RunReport& report;
        Gate& gate;
        bool pretrained = false; ///< measure the features that the new head gets
        int solved = 0;          ///< epochs of the run that were no training but solved the head
    };
    Trainer(const Parts& parts, Standing standing) : m_parts(parts), m_standing(std::move(standing)) {}

    /// From the epoch after the standing's to the last.
    Ending run();

private:
    Parts m_parts;
    Standing m_standing;
    int m_epochsHere = 0;
    double m_learningSeconds = 0;  ///< of the epochs here, without preparing
    double m_preparingSeconds = 0; ///< of the newest view

    /// What the run begins with, until there is a checkpoint.
    struct Start {
        weights::TensorMap network;
        weights::TensorMap state;
    };
    std::optional<Start> m_start;
    std::optional<Divergence> m_divergence; ///< why the epoch under way was given up

    std::optional<Ending> runEpoch(int epoch);
    std::optional<Ending> prepare(int epoch);
    std::optional<Ending> standardiseHead();
    std::optional<Ending> learn(int epoch, Scores& scores);
    std::optional<Ending> validate(int epoch, Scores& scores, bool& best);
    std::optional<Ending> takeStep(EpochSteps& steps, const EpochSteps::Step& step, double factor,
                                   std::uint64_t dropoutSeed, BatchResult& result);
    /// Computes; where memory runs out, with fewer images at a time.
    template <typename Compute>
    auto withLess(Compute compute) {
        return withWhatFits(m_standing.atOnce, compute, [this] { tellLess(); });
    }
    void tellLess();
    std::optional<Ending> finishEpoch(int epoch, const Scores& learnt, const Scores& checked, bool best,
                                      double seconds);
    bool outOfPatience() const;
    double rateFactor(double epochs) const;
    std::vector<bool> restingNodes(int epoch) const;
    double secondsLeft(int epoch) const;

    Ending diverge(Divergence divergence);
    std::optional<Ending> checkLoss(int epoch, double loss, double lowest);
    Divergence explain(int epoch, std::span<const EpochSteps::Piece> pieces, std::uint64_t dropoutSeed,
                       double lowest);
    std::optional<Ending> goBack(const Divergence& divergence);
    Result<> restore();
    double slowedBy(int times) const;
    std::string learningRate(int slowed) const;
    std::string whatIsKept() const;
    std::string whereItGoesOn() const;
    torch::Tensor targetsOf(const CutValues& side, const std::vector<std::size_t>& indices) const;
};

} // namespace graft::training
