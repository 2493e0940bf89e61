#include "engine/AdamW.h"

#include "engine/AdamWLoop.h"
#include "engine/TensorBytes.h"

#include <ATen/Parallel.h>
#include <torch/torch.h>

#include <cmath>
#include <map>

namespace graft::engine {

namespace {

constexpr double kFirstDecay = 0.9, kSecondDecay = 0.999, kEpsilon = 1e-8;

/// What the moments are short of while they are young.
struct Bias {
    explicit Bias(std::int64_t steps)
        : first(1 - std::pow(kFirstDecay, double(steps))), second(1 - std::pow(kSecondDecay, double(steps))) {
    }
    double first;
    double second;
};

/// Whether the numbers of both lie in the same order; sides of length one have any stride.
bool lieAlike(const torch::Tensor& a, const torch::Tensor& b) {
    for (std::int64_t side = 0; side < a.dim(); ++side)
        if (a.size(side) > 1 && a.stride(side) != b.stride(side))
            return false;
    return a.is_non_overlapping_and_dense() && b.is_non_overlapping_and_dense();
}

/// One tensor read and written once: nine operations on it would each take as long, for memory is what they
/// wait for. False where the tensors do not lie alike in memory; then nothing is done.
bool inOnePass(torch::Tensor& parameter, torch::Tensor& first, torch::Tensor& second, const AdamWMove& move) {
    constexpr std::int64_t kGrain = 1 << 15; ///< numbers that are worth a thread
    const torch::Tensor& gradient = parameter.grad();
    const auto fits = [&](const torch::Tensor& tensor) {
        return tensor.is_cpu() && tensor.scalar_type() == torch::kFloat32 && lieAlike(tensor, parameter);
    };
    if (!fits(parameter) || !fits(gradient) || !fits(first) || !fits(second))
        return false;
    auto* p = parameter.data_ptr<float>();
    const auto* g = gradient.data_ptr<float>();
    auto *m = first.data_ptr<float>(), *v = second.data_ptr<float>();
    at::parallel_for(0, parameter.numel(), kGrain, [&](std::int64_t from, std::int64_t to) {
        moveByAdamW(p + from, g + from, m + from, v + from, to - from, move);
    });
    return true;
}

/// Nothing where it is missing or of another shape.
const weights::Tensor* fitting(const weights::TensorMap& tensors, const std::string& name,
                               const torch::Tensor& like) {
    const auto found = tensors.find(name);
    const bool fits = found != tensors.end() && found->second.shape == like.sizes().vec() &&
                      found->second.type == weights::DType::F32;
    return fits ? &found->second : nullptr;
}

} // namespace

AdamW::AdamW(std::vector<ParameterGroup> groups) : Optimiser(std::move(groups)) {
    for (const ParameterGroup& group : m_groups) {
        std::vector<Moments>& moments = m_moments.emplace_back();
        for (const auto& [name, parameter] : group.parameters)
            moments.push_back({torch::zeros_like(parameter.detach()), torch::zeros_like(parameter.detach())});
    }
}

void AdamW::step(double factor) {
    const torch::NoGradGuard noGradient;
    ++m_steps;
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        const double rate = m_groups[g].learningRate * factor;
        if (onCard(m_groups[g]))
            stepTogether(m_groups[g], m_moments[g], rate);
        else
            stepOneByOne(m_groups[g], m_moments[g], rate);
    }
}

void AdamW::stepOneByOne(const ParameterGroup& group, std::vector<Moments>& moments, double rate) const {
    for (std::size_t i = 0; i < moments.size(); ++i) {
        torch::Tensor parameter = group.parameters[i].second;
        if (!parameter.grad().defined())
            continue;
        auto& [first, second, steps] = moments[i];
        const Bias bias(++steps);
        const AdamWMove move{.kept = float(1 - rate * group.weightDecay),
                             .length = float(rate / bias.first),
                             .firstDecay = float(kFirstDecay),
                             .firstNew = float(1 - kFirstDecay),
                             .secondDecay = float(kSecondDecay),
                             .secondNew = float(1 - kSecondDecay),
                             .secondBias = float(bias.second),
                             .epsilon = float(kEpsilon)};
        if (inOnePass(parameter, first, second, move))
            continue;
        parameter.mul_(1 - rate * group.weightDecay);
        first.mul_(kFirstDecay).add_(parameter.grad(), 1 - kFirstDecay);
        second.mul_(kSecondDecay).addcmul_(parameter.grad(), parameter.grad(), 1 - kSecondDecay);
        const torch::Tensor scale = (second / bias.second).sqrt_().add_(kEpsilon);
        parameter.addcdiv_(first, scale, -rate / bias.first);
    }
}

/// The same in a few calls for many parameters: a card would wait for a thousand small ones.
void AdamW::stepTogether(const ParameterGroup& group, std::vector<Moments>& moments, double rate) const {
    struct Lists {
        std::vector<torch::Tensor> parameters, gradients, first, second;
    };
    std::map<std::int64_t, Lists> ofSteps;
    for (std::size_t i = 0; i < moments.size(); ++i) {
        const torch::Tensor& parameter = group.parameters[i].second;
        if (!parameter.grad().defined())
            continue;
        Lists& lists = ofSteps[++moments[i].steps];
        lists.parameters.push_back(parameter);
        lists.gradients.push_back(parameter.grad());
        lists.first.push_back(moments[i].first);
        lists.second.push_back(moments[i].second);
    }
    for (auto& [steps, lists] : ofSteps) {
        const Bias bias(steps);
        at::_foreach_mul_(lists.parameters, 1 - rate * group.weightDecay);
        at::_foreach_mul_(lists.first, kFirstDecay);
        at::_foreach_add_(lists.first, lists.gradients, 1 - kFirstDecay);
        at::_foreach_mul_(lists.second, kSecondDecay);
        at::_foreach_addcmul_(lists.second, lists.gradients, lists.gradients, 1 - kSecondDecay);
        auto scales = at::_foreach_div(lists.second, bias.second);
        at::_foreach_sqrt_(scales);
        at::_foreach_add_(scales, kEpsilon);
        at::_foreach_addcdiv_(lists.parameters, lists.first, scales, -rate / bias.first);
    }
}

weights::TensorMap AdamW::save() const {
    weights::TensorMap tensors;
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        for (std::size_t i = 0; i < m_moments[g].size(); ++i) {
            const std::string& name = m_groups[g].parameters[i].first;
            const Moments& moments = m_moments[g][i];
            tensors[name + ".first"] = bytesOf(moments.first);
            tensors[name + ".second"] = bytesOf(moments.second);
            if (moments.steps != m_steps)
                tensors[name + ".steps"] = bytesOf(torch::full({1}, double(moments.steps), torch::kFloat32));
        }
    }
    return tensors;
}

bool AdamW::load(const weights::TensorMap& tensors, std::int64_t steps) {
    const torch::NoGradGuard noGradient;
    const torch::Tensor one = torch::empty({1});
    std::vector<std::vector<Moments>> loaded(m_groups.size());
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        for (std::size_t i = 0; i < m_moments[g].size(); ++i) {
            const std::string& name = m_groups[g].parameters[i].first;
            const auto* first = fitting(tensors, name + ".first", m_moments[g][i].first);
            const auto* second = fitting(tensors, name + ".second", m_moments[g][i].second);
            if (!first || !second)
                return false;
            const auto* own = fitting(tensors, name + ".steps", one);
            loaded[g].push_back(
                {viewOf(*first), viewOf(*second), own ? viewOf(*own).item().toLong() : steps});
        }
    }
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        for (std::size_t i = 0; i < m_moments[g].size(); ++i) {
            m_moments[g][i].first.copy_(loaded[g][i].first);
            m_moments[g][i].second.copy_(loaded[g][i].second);
            m_moments[g][i].steps = loaded[g][i].steps;
        }
    }
    m_steps = steps;
    return true;
}

} // namespace graft::engine
