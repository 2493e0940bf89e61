#pragma once

#include "weights/Tensor.h"

#include <torch/types.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace graft::engine {

/// Parameters that are moved alike.
struct ParameterGroup {
    double learningRate = 1e-3;
    double weightDecay = 0;
    std::vector<std::pair<std::string, torch::Tensor>> parameters{};
};

/// True where all of them are on a graphics card.
bool onCard(const ParameterGroup& group);

/// Moves parameters along their gradients. Its whole state is named tensors and a count, so that a run
/// continues exactly where it was.
class Optimiser {
public:
    virtual ~Optimiser() = default;
    Optimiser(const Optimiser&) = delete;
    Optimiser& operator=(const Optimiser&) = delete;

    const std::vector<ParameterGroup>& groups() const { return m_groups; }
    void zeroGradients();
    /// Scales all gradients alike so that their norm together is at most `norm`; the norm before that.
    double clipGradients(double norm);
    /// One step on the gradients there are; every group's learning rate times `factor` (the schedule).
    virtual void step(double factor) = 0;

    std::int64_t steps() const { return m_steps; }
    virtual weights::TensorMap save() const = 0;
    /// False where a tensor is missing or of another shape; then nothing is changed.
    virtual bool load(const weights::TensorMap& tensors, std::int64_t steps) = 0;

protected:
    explicit Optimiser(std::vector<ParameterGroup> groups) : m_groups(std::move(groups)) {}

    std::vector<ParameterGroup> m_groups;
    std::int64_t m_steps = 0;
};

} // namespace graft::engine
