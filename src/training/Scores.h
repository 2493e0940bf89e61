#pragma once

#include "metrics/Classification.h"
#include "training/Options.h"

#include <cstdint>
#include <map>
#include <string>

namespace graft::training {

/// How an epoch of training or validation went.
struct Scores {
    double loss = 0; ///< mean cross-entropy; NaN where nothing could be read
    double accuracy = 0;
    double balancedAccuracy = 0; ///< mean recall of the classes that occur; validation only
    double balancedError = 0;    ///< its standard error
    std::int64_t images = 0;
};
Scores scoresOf(const metrics::ClassificationData& data);

/// What an epoch, or a strength of the penalty, is judged by.
struct Rating {
    double accuracy = 0; ///< the mean recall where every class counts alike
    double error = 0;    ///< standard error of the accuracy
    double loss = 0;
};
Rating ratingOf(const TrainingOptions& options, const Scores& scores);

/// The epoch whose state is kept as the best.
struct BestEpoch {
    int epoch = 0; ///< 0: none yet
    double accuracy = 0;
    double loss = 0;
    double highest = 0; ///< accuracy of any epoch so far
    double equal = 0;   ///< above this an accuracy is as good as the highest, as far as can be told

    /// Considers the next epoch, and says whether it is the best now: by accuracy, then by loss. With
    /// `latest` it need not be the highest, but less than one standard error below (Breiman and others,
    /// 1984).
    bool consider(int next, const Rating& rating, bool latest);
};

/// As the log names them.
std::map<std::string, double> valuesOf(const Scores& learnt, const Scores& checked);

} // namespace graft::training
