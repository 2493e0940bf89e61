#pragma once

#include "base/Result.h"

#include <map>
#include <string>

namespace graft::training {

/// How the weights of a run are moved. A recipe decides these; "custom" leaves them to a person. The defaults
/// are what a run without any of them does.
struct LearningOptions {
    std::string optimiser = "adamw"; ///< "adamw", "sgd"
    double momentum = 0.9;           ///< of SGD
    std::string schedule = "cosine"; ///< "constant", "step", "cosine", "one-cycle", "plateau"
    /// Epochs over which the learning rates rise from zero; negative: one, but at most a tenth of the run.
    double warmUpEpochs = -1;
    int stepEpochs = 10;     ///< "step": epochs from fall to fall; "plateau": without a lower validation loss
    double stepFactor = 0.1; ///< of the learning rates at each fall
    double layerDecay = 1;   ///< factor from each block to the one in front of it
    std::map<std::string, double>
        blockRates;          ///< block, or prefix of node names → factor of its learning rate
    double clipNorm = 0;     ///< largest norm of the gradient; 0: any
    int accumulate = 1;      ///< batches whose gradients make one step
    double averageDecay = 0; ///< of the moving average of the weights; 0: none
    int patience = 0;        ///< epochs behind the best one that end the run; 0: never
    double labelSmoothing = 0;
    double mixup = 0;          ///< alpha of its Beta distribution; 0: off
    double cutMix = 0;         ///< the same
    bool classWeights = false; ///< a rare class weighs more in the loss
    double focalGamma = 0;     ///< of the focal loss; 0: cross-entropy
    int unfreezeEpochs = 0;    ///< epochs from one block that begins to learn to the next; 0: all at once
    /// BatchNorm of pretrained blocks that learn goes on with the statistics it came with: those of a small
    /// batch are a poor measure, and a solved head stands on what the network gave before. Without pretrained
    /// weights there are none to keep.
    bool keepStatistics = false;
    /// What is validated and kept lies so far back towards the weights at the start; 0: not at all.
    double startShare = 0;
    /// Of epochs whose accuracies the validation images cannot tell apart, the latest is kept.
    bool keepLatest = false;

    bool operator==(const LearningOptions&) const = default;
    /// What is wrong with the numbers and names, or nothing. Whether they suit the network is not asked.
    Result<> check() const;
};

/// Calls `field(name, value)` for every option, so that writing and reading cannot drift apart.
template <typename Options, typename Field>
void eachLearningField(Options& options, Field field) {
    field("optimiser", options.optimiser);
    field("momentum", options.momentum);
    field("schedule", options.schedule);
    field("warm_up_epochs", options.warmUpEpochs);
    field("step_epochs", options.stepEpochs);
    field("step_factor", options.stepFactor);
    field("layer_decay", options.layerDecay);
    field("block_rates", options.blockRates);
    field("clip_norm", options.clipNorm);
    field("accumulate", options.accumulate);
    field("average_decay", options.averageDecay);
    field("patience", options.patience);
    field("label_smoothing", options.labelSmoothing);
    field("mixup", options.mixup);
    field("cutmix", options.cutMix);
    field("class_weights", options.classWeights);
    field("focal_gamma", options.focalGamma);
    field("unfreeze_epochs", options.unfreezeEpochs);
    field("keep_statistics", options.keepStatistics);
    field("start_share", options.startShare);
    field("keep_latest", options.keepLatest);
}

} // namespace graft::training
