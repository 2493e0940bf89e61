#pragma once

#include "engine/Optimiser.h"

namespace graft::engine {

/// Adam with decoupled weight decay (Loshchilov & Hutter 2019).
class AdamW : public Optimiser {
public:
    using Group = ParameterGroup;

    explicit AdamW(std::vector<ParameterGroup> groups);

    void step(double factor) override;
    /// "<name>.first" and "<name>.second" of every parameter, and "<name>.steps" where it had fewer steps
    /// than the others.
    weights::TensorMap save() const override;
    bool load(const weights::TensorMap& tensors, std::int64_t steps) override;

private:
    struct Moments {
        torch::Tensor first;
        torch::Tensor second;
        std::int64_t steps = 0; ///< with a gradient: a parameter that begins later starts from zero, too
    };
    std::vector<std::vector<Moments>> m_moments; ///< as m_groups' parameters

    void stepOneByOne(const ParameterGroup& group, std::vector<Moments>& moments, double rate) const;
    void stepTogether(const ParameterGroup& group, std::vector<Moments>& moments, double rate) const;
};

} // namespace graft::engine
