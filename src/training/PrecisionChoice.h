#pragma once

#include "engine/Network.h"
#include "graph/Graph.h"
#include "training/FrozenPrefix.h"
#include "training/ImageStream.h"
#include "training/Options.h"
#include "training/Precision.h"

#include <torch/types.h>

#include <optional>
#include <string>

namespace graft::training {

torch::Dtype typeOf(Precision precision);

/// Whether the processor or the card computes convolutions in bfloat16 markedly faster than in float32: a
/// trial must show it, and a processor must have the instructions. Measured once in a process for each (a
/// tenth of a second).
bool bfloat16Pays(torch::Device device);

/// How far bfloat16 leads away: the relative difference (root of the mean square) of the crossing values for
/// `pixels` [n, C, size, size], in the worst of the images and nodes. Throws what LibTorch throws.
double bfloat16Difference(engine::Network& network, const graph::FreezePlan& plan,
                          const torch::Tensor& pixels);

/// A few images, from all over the set, as the network is shown them.
Result<ImageStream::Images> imagesToTry(ImageSet& set, const dataset::Preprocessing& preprocessing,
                                        std::stop_token stop);

/// What a choice rests on.
struct PrecisionTrial {
    Precision precision = Precision::Float32;
    std::optional<double> difference; ///< of bfloat16, where it was looked at
};

/// For a run with `options.precision` = `wanted` whose frozen part sees `views` pictures: bfloat16 where it
/// is asked for, or where it is worth it, pays on this machine, and for some of the images in `set` leads no
/// further away than kMostBfloat16Difference. Throws what LibTorch throws.
Result<PrecisionTrial> choosePrecision(const std::string& wanted, engine::Network& network,
                                       const graph::FreezePlan& plan, ImageSet& set,
                                       const dataset::Preprocessing& preprocessing, std::int64_t views,
                                       std::stop_token stop);

/// A difference of the values at the cut up to this costs no accuracy (docs/precision.md).
constexpr double kMostBfloat16Difference = 0.05;

/// Whether there is so much to compute in the frozen part that bfloat16 is worth looking at. `images`: views
/// of images that go through it. A function of the model and the data alone.
bool worthBfloat16(const graph::Graph& graph, const graph::FrozenCut& cut, int size, std::int64_t images);

/// What the choice for the steps rests on.
struct LearningTrial {
    Precision precision = Precision::Float32;
    std::optional<double> difference; ///< of the gradient in bfloat16, relative (root of the mean square)
    double speedUp = 1;               ///< of a step
};

/// For the steps of a run: bfloat16 where it is asked for, or where the run is long enough to be worth the
/// trial, and a step on a few of the images is markedly faster and its gradient hardly another. `frozen`:
/// what the frozen part is computed in. The network is as it was. Throws what LibTorch throws.
Result<LearningTrial> chooseLearningPrecision(const TrainingOptions& options, engine::Network& network,
                                              const graph::FreezePlan& plan, Precision frozen, ImageSet& set,
                                              const dataset::Preprocessing& preprocessing,
                                              std::stop_token stop);

/// A gradient that differs by up to this costs no accuracy (docs/precision.md).
constexpr double kMostGradientDifference = 0.15;

/// Steps on `values` at the cut with made-up targets, in turns in float32 and in bfloat16, without moving
/// anything. Float32 where it is stopped. Throws what LibTorch throws.
LearningTrial tryLearning(engine::Network& network, const std::vector<graph::NodeIndex>& crossing,
                          const std::vector<torch::Tensor>& values, std::stop_token stop = {});

} // namespace graft::training
