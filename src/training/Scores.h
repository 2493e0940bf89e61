#pragma once

#include "metrics/Classification.h"

#include <cstdint>
#include <map>
#include <string>

namespace graft::training {

/// How an epoch of training or validation went.
struct Scores {
    double loss = 0; ///< mean cross-entropy; NaN where nothing could be read
    double accuracy = 0;
    double balancedAccuracy = 0; ///< mean recall of the classes that occur; validation only
    std::int64_t images = 0;
};
Scores scoresOf(const metrics::ClassificationData& data);

/// The epoch whose state is kept as the best: the highest accuracy, then the lowest loss.
struct BestEpoch {
    int epoch = 0; ///< 0: none yet
    double accuracy = 0;
    double loss = 0;
};
bool isBetter(double accuracy, double loss, const BestEpoch& best);

/// As the log names them.
std::map<std::string, double> valuesOf(const Scores& learnt, const Scores& checked);

} // namespace graft::training
