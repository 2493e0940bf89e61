#pragma once

#include "base/Result.h"
#include "dataset/Dataset.h"
#include "graph/Architectures.h"
#include "training/LearningOptions.h"

#include <cstdint>
#include <string>
#include <vector>

namespace graft::training {

/// Everything a person chooses for a run; one versioned value, kept as options.json in the run's folder.
struct TrainingOptions {
    int version = 1;
    std::string model = "resnet50";
    std::string weights;        ///< catalogue id; empty or "none": from scratch
    std::string freeze = "all"; ///< as graph::FreezeChoice: "none", "all", a block, or "layer1,layer3"
    int epochs = 30;
    int batch = 32;
    int size = 0;               ///< input side; 0: the weights' own
    double learningRate = 1e-4; ///< pretrained blocks that are not frozen
    double headLearningRate = 1e-3;
    double weightDecay = 1e-2;       ///< AdamW, not on biases and BatchNorm
    double dropout = 0.2;            ///< before the new head's last layer
    std::vector<int> headLayers;     ///< neurons of each hidden layer of the new head; none: a linear one
    bool headBatchNorm = false;      ///< behind each hidden layer
    std::string pooling = "average"; ///< "average", "max", "gem"
    bool grey = false;               ///< the network sees one grey channel
    int channels = 0;      ///< the network sees all channels of images that have so many; 0: their colours
    bool balanced = false; ///< draw every class equally often
    std::uint64_t seed = 0;
    std::string device = "auto"; ///< "auto", "cpu", "cuda"
    /// Of the frozen part and of the steps: "float32", "bfloat16", or "auto": bfloat16 where trials on this
    /// machine and these images show that it is faster and as good.
    std::string precision = "auto";
    /// On a graphics card, too, the same numbers from run to run; the processor gives them anyway.
    bool deterministic = false;
    dataset::AugmentOptions augment;
    int views = 4; ///< augmented views kept per image when a prefix is cached
    bool cachePrefix = true;
    std::uint64_t cacheBytes = 4ull << 30;
    /// How the run proceeds: "quick" solves the head, "best" solves it and then trains on, "custom" trains.
    /// What a recipe decides is in the other options (withRecipe), so that a run says all of it.
    std::string recipe = "custom";
    LearningOptions learning;

    /// What is wrong with the values, or nothing.
    Result<> check() const;
};

/// Whether an error in a rare class is to count like one in a frequent class: by `balanced` or by class
/// weights.
bool countsClassesAlike(const TrainingOptions& options);

/// How many channels the network sees.
int inputChannels(const TrainingOptions& options);

/// The head that the options ask for.
graph::HeadOptions headOf(const TrainingOptions& options);

std::string toJson(const TrainingOptions& options);
Result<TrainingOptions> optionsFromJson(const std::string& json);

} // namespace graft::training
