#pragma once

#include "base/Result.h"
#include "weights/Tensor.h"

#include <torch/types.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace graft::engine {

/// Adam with decoupled weight decay (Loshchilov & Hutter 2019). Its whole state is named tensors and a count,
/// so that a run continues exactly where it was.
class AdamW {
public:
    struct Group {
        double learningRate = 1e-3;
        double weightDecay = 0;
        std::vector<std::pair<std::string, torch::Tensor>> parameters{};
    };

    explicit AdamW(std::vector<Group> groups);

    void zeroGradients();
    /// One step on the gradients there are; every group's learning rate times `factor` (the schedule).
    void step(double factor);

    std::int64_t steps() const { return m_steps; }
    /// "<name>.first" and "<name>.second" of every parameter.
    weights::TensorMap save() const;
    /// False where a tensor is missing or of another shape; then nothing is changed.
    bool load(const weights::TensorMap& tensors, std::int64_t steps);

private:
    struct Moments {
        torch::Tensor first;
        torch::Tensor second;
    };
    std::vector<Group> m_groups;
    std::vector<std::vector<Moments>> m_moments; ///< as m_groups' parameters
    std::int64_t m_steps = 0;
};

} // namespace graft::engine
