#pragma once

#include <torch/types.h>

#include <functional>
#include <optional>

namespace graft::engine {

/// Rows to tell apart by a linear head.
struct LogisticProblem {
    torch::Tensor features; ///< [rows, features], float32 or float64, standardised
    torch::Tensor targets;  ///< [rows], int64
    torch::Tensor weights;  ///< [rows], float64: how much each row counts
    int classes = 2;
};

struct LinearHead {
    torch::Tensor weight; ///< [classes, features], float64
    torch::Tensor bias;   ///< [classes], float64

    static LinearHead zero(int classes, std::int64_t features);
    /// Probabilities [rows, classes], float64.
    torch::Tensor probabilities(const torch::Tensor& features) const;
};

/// Minimises the weighted mean of the cross-entropy plus l2 / 2 times the sum of the squared weights (not the
/// biases), in double precision, from `start` on. There is one minimum. Nothing where `goOn` said no.
std::optional<LinearHead> solveLogistic(const LogisticProblem& problem, double l2, const LinearHead& start,
                                        const std::function<bool()>& goOn = {});

} // namespace graft::engine
