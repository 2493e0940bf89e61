#pragma once

#include "engine/Network.h"
#include "training/CutValues.h"

#include <optional>
#include <string>
#include <vector>

// What to make of a loss that grew beyond all bounds, or is no number.
namespace graft::training {

/// What was found when it happened.
struct Divergence {
    int epoch = 0;
    std::vector<std::string> images{}; ///< whose values at the cut are no numbers
    bool ofRounding = false;           ///< it was no number in bfloat16, and is one in float32
};

/// Of the mean training loss of an epoch (plain cross-entropy, in nats). `lowest`: of the epochs before it;
/// in the first one, that of the first step, which nothing has moved yet.
bool isBeyondBounds(double loss, std::size_t classes, double lowest);

/// The file names of the images of a batch whose values at the cut are no numbers.
std::vector<std::string> brokenImages(const CutValues& side, const CutBatch& batch);
/// The name of a tensor that came with the weights or was learnt, and holds values that are no numbers.
std::optional<std::string> brokenTensor(engine::Network& network);

std::string saysBrokenImages(const std::vector<std::string>& images);
std::string saysBrokenTensor(const std::string& name);
/// Why a run ends whose network says no numbers of a batch before anything was learnt.
std::string saysNoNumbers(engine::Network& network, const CutValues& side, const CutBatch& batch);

} // namespace graft::training
