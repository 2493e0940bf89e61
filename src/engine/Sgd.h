#pragma once

#include "engine/Optimiser.h"

namespace graft::engine {

/// Stochastic gradient descent with momentum, as PyTorch computes it: the decay is part of the gradient, the
/// learning rate is outside the momentum (Sutskever et al. 2013 have it inside).
class Sgd : public Optimiser {
public:
    Sgd(std::vector<ParameterGroup> groups, double momentum);

    void step(double factor) override;
    /// "<name>.momentum" of every parameter.
    weights::TensorMap save() const override;
    bool load(const weights::TensorMap& tensors, std::int64_t steps) override;

private:
    double m_momentum;
    std::vector<std::vector<torch::Tensor>> m_buffers; ///< as m_groups' parameters

    void stepTogether(const ParameterGroup& group, const std::vector<torch::Tensor>& all, double rate) const;
};

} // namespace graft::engine
