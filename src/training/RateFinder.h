#pragma once

#include "training/Training.h"

#include <optional>
#include <vector>

namespace graft::training {

/// What a learning-rate range test found (Smith 2017): steps at ever larger rates, and the loss at each.
struct RateSweep {
    struct Point {
        double rate = 0; ///< of the head; the blocks' rate is in the options' proportion to it
        double loss = 0; ///< smoothed
    };
    std::vector<Point> points;
    /// The head's rate at which the loss falls fastest, and the blocks' that goes with it; nothing where it
    /// never fell.
    std::optional<double> headRate;
    double blockRate = 0;
};

/// Trains a copy of the network on some of the training images and throws it away. Stopping is an Error.
Result<RateSweep> findLearningRate(const RunInput& input, const Monitor& monitor = {});

/// The point of the steepest fall, over the logarithm of the rate, before the lowest loss; nothing where the
/// loss fell by less than a twentieth.
std::optional<double> steepestFall(const std::vector<RateSweep::Point>& points);

} // namespace graft::training
