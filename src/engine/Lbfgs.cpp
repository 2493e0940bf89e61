#include "engine/Lbfgs.h"

#include <torch/torch.h>

#include <algorithm>
#include <deque>
#include <vector>

namespace graft::engine {

namespace {

using torch::Tensor;

double product(const Tensor& a, const Tensor& b) {
    return torch::dot(a, b).item<double>();
}

double largest(const Tensor& vector) {
    return vector.abs().max().item<double>();
}

/// The newest steps and what they changed of the gradient: an approximation of the inverse Hessian.
class Curvature {
public:
    explicit Curvature(int memory) : m_memory(std::size_t(memory)) {}

    void remember(Tensor step, Tensor change) {
        const double along = product(step, change);
        if (along <= 1e-14 * product(change, change)) // rounding alone: it would not be positive definite
            return;
        m_pairs.push_back({std::move(step), std::move(change), 1 / along});
        if (m_pairs.size() > m_memory)
            m_pairs.pop_front();
    }

    Tensor direction(const Tensor& gradient) const {
        Tensor q = gradient.neg();
        std::vector<double> shares(m_pairs.size());
        for (std::size_t i = m_pairs.size(); i-- > 0;) {
            shares[i] = m_pairs[i].inverse * product(m_pairs[i].step, q);
            q.sub_(m_pairs[i].change, shares[i]);
        }
        if (!m_pairs.empty())
            q.div_(m_pairs.back().inverse * product(m_pairs.back().change, m_pairs.back().change));
        for (std::size_t i = 0; i < m_pairs.size(); ++i)
            q.add_(m_pairs[i].step, shares[i] - m_pairs[i].inverse * product(m_pairs[i].change, q));
        return q;
    }

    bool empty() const { return m_pairs.empty(); }
    void forget() { m_pairs.clear(); }

private:
    struct Pair {
        Tensor step;
        Tensor change;
        double inverse;
    };
    std::size_t m_memory;
    std::deque<Pair> m_pairs;
};

} // namespace

Minimum minimise(const std::function<double(const Tensor&, Tensor&)>& valueOf, Tensor start,
                 const std::function<bool()>& goOn, const LbfgsOptions& options) {
    constexpr double enough = 1e-4, shortest = 1e-12;
    const torch::NoGradGuard noGradient;
    Minimum found{std::move(start)};
    Tensor gradient = torch::empty_like(found.at), newGradient = torch::empty_like(found.at);
    found.value = valueOf(found.at, gradient);
    Curvature curvature(options.memory);
    while (!(found.converged = largest(gradient) <= options.gradientTolerance)) {
        if (found.iterations == options.mostIterations || (goOn && !goOn()))
            return found;
        ++found.iterations;
        Tensor direction = curvature.direction(gradient);
        double slope = product(gradient, direction);
        double length = curvature.empty() ? std::min(1.0, 1 / gradient.abs().sum().item<double>()) : 1;
        Tensor next;
        double value = 0;
        while (true) {
            next = found.at + direction * length;
            value = valueOf(next, newGradient);
            if (value <= found.value + enough * length * slope)
                break;
            length /= 2;
            if (length < shortest)
                break;
        }
        if (length < shortest) {
            found.converged = curvature.empty(); // the last bits say no more, even along the gradient itself
            if (found.converged)
                return found;
            curvature.forget();
            continue;
        }
        curvature.remember(next - found.at, newGradient - gradient);
        found.at = next;
        found.value = value;
        std::swap(gradient, newGradient);
        newGradient = torch::empty_like(gradient);
    }
    return found;
}

} // namespace graft::engine
