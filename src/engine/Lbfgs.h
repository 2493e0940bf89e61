#pragma once

#include <torch/types.h>

#include <functional>

namespace graft::engine {

struct LbfgsOptions {
    int memory = 10; ///< pairs of steps and changes of the gradient that are remembered
    int mostIterations = 1000;
    double gradientTolerance = 1e-7; ///< largest entry of the gradient at a minimum
};

struct Minimum {
    torch::Tensor at; ///< as the start
    double value = 0;
    int iterations = 0;
    bool converged = false; ///< false: stopped, or the iterations were not enough
};

/// The minimum of a smooth function of a vector (float64) by L-BFGS (Liu & Nocedal 1989): the two-loop
/// recursion, with steps that are halved until the value falls enough (Armijo). `valueOf` writes the
/// gradient; `goOn` is asked before each iteration.
Minimum minimise(const std::function<double(const torch::Tensor& at, torch::Tensor& gradient)>& valueOf,
                 torch::Tensor start, const std::function<bool()>& goOn = {},
                 const LbfgsOptions& options = {});

} // namespace graft::engine
