#pragma once

#include "training/Checkpoint.h"
#include "training/CutValues.h"
#include "training/Ending.h"
#include "training/Gate.h"
#include "training/Learner.h"
#include "training/LinearProbe.h"
#include "training/ModelFile.h"
#include "training/RunReport.h"
#include "training/Training.h"

#include <limits>
#include <optional>

namespace graft::training {

/// One run on its way: what train() and resume() have in common.
class TrainingRun {
public:
    /// The input, already checked, must outlive it.
    TrainingRun(const RunInput& input, RunReport report, std::stop_token stop, const RunControl* control);
    TrainingRun(const TrainingRun&) = delete;
    TrainingRun& operator=(const TrainingRun&) = delete;

    /// Trains to the end, from the last checkpoint where there is one; closes the log.
    Result<RunOutcome> carryOut();

private:
    const RunInput& m_input;
    const TrainingOptions& m_options;
    RunReport m_report;
    Gate m_gate;
    Checkpoints m_checkpoints;
    ImageSet m_train;
    ImageSet m_validation;
    bool m_onCard = false;
    bool m_cached = false;
    int m_mostAtOnce = std::numeric_limits<int>::max(); ///< images, where memory is short
    std::int64_t m_frozenPartImages = 0;                ///< that went through the frozen part in this process

    Ending run();
    Result<> fitToMemory(const engine::Network& network, const graph::FreezePlan& plan, int size);
    Ending runCatching();
    void leaveCard();
    Result<engine::Network> makeNetwork(const ModelFile& model, torch::Device device);
    Result<Precision> choosePrecision(const ModelFile& model, engine::Network& network,
                                      const graph::FreezePlan& plan);
    Result<Precision> chooseLearningPrecision(const ModelFile& model, engine::Network& network,
                                              const graph::FreezePlan& plan);
    Result<> startCheckpoints(const engine::Network& network, const ModelFile& model);
    Viewing viewing(const ModelFile& model, std::optional<int> learningViews) const;
    Result<Standing> findStanding(engine::Network& network, Learner& learner) const;
    BestEpoch chosenAgain(BestEpoch best) const;
    void keepValues(const ModelFile& model, const FrozenPrefix& prefix, CutValues& train,
                    CutValues& validation, bool begins);
    Ending runEpochs(const ModelFile& model, engine::Network& network, const graph::FreezePlan& plan);
    Ending learn(const ModelFile& model, engine::Network& network, CutValues& train, CutValues& validation,
                 Learner& learner, Standing standing);
    std::optional<Ending> solveHead(const ModelFile& model, engine::Network& network,
                                    LinearProbe::Stage& solved);
    std::optional<Ending> recordSolved(LinearProbe::Stage& solved, engine::Network& network,
                                       CutValues& validation, Learner& learner, Standing& standing);
    std::vector<double> classWeights() const;
    void writeFacts(const engine::Network& network, const ModelFile& model);
};

} // namespace graft::training
