#include "engine/LogisticRegression.h"

#include "engine/Lbfgs.h"

#include <torch/torch.h>

#include <algorithm>

namespace graft::engine {

namespace {

using torch::Tensor;

constexpr std::int64_t kRowsAtOnce = 4096; ///< as float64; the features themselves may be float32

Tensor vectorOf(const LinearHead& head) {
    return torch::cat({head.weight.flatten(), head.bias});
}

LinearHead headOf(const Tensor& vector, int classes, std::int64_t features) {
    return {vector.narrow(0, 0, classes * features).view({classes, features}),
            vector.narrow(0, classes * features, classes)};
}

/// The loss at `vector`, and its gradient.
double lossOf(const LogisticProblem& problem, double l2, const Tensor& vector, Tensor& gradient) {
    const std::int64_t rows = problem.features.size(0), features = problem.features.size(1);
    const LinearHead head = headOf(vector, problem.classes, features);
    LinearHead slope = headOf(gradient, problem.classes, features);
    slope.weight.copy_(head.weight).mul_(l2);
    slope.bias.zero_();
    const double total = problem.weights.sum().item<double>();
    double loss = 0.5 * l2 * head.weight.square().sum().item<double>();
    for (std::int64_t from = 0; from < rows; from += kRowsAtOnce) {
        const std::int64_t count = std::min(kRowsAtOnce, rows - from);
        const Tensor x = problem.features.narrow(0, from, count).to(torch::kFloat64);
        const Tensor y = problem.targets.narrow(0, from, count).unsqueeze(1);
        const Tensor weight = (problem.weights.narrow(0, from, count) / total).unsqueeze(1);
        const Tensor logs = torch::log_softmax(torch::addmm(head.bias, x, head.weight.t()), 1);
        loss -= (logs.gather(1, y) * weight).sum().item<double>();
        Tensor pull = logs.exp();
        pull.scatter_add_(1, y, torch::full_like(y, -1, torch::kFloat64));
        pull.mul_(weight);
        slope.weight.addmm_(pull.t(), x);
        slope.bias.add_(pull.sum(0));
    }
    return loss;
}

} // namespace

LinearHead LinearHead::zero(int classes, std::int64_t features) {
    return {torch::zeros({classes, features}, torch::kFloat64), torch::zeros({classes}, torch::kFloat64)};
}

Tensor LinearHead::probabilities(const Tensor& features) const {
    const torch::NoGradGuard noGradient;
    std::vector<Tensor> parts;
    for (std::int64_t from = 0; from < features.size(0); from += kRowsAtOnce) {
        const std::int64_t count = std::min(kRowsAtOnce, features.size(0) - from);
        const Tensor x = features.narrow(0, from, count).to(torch::kFloat64);
        parts.push_back(torch::softmax(torch::addmm(bias, x, weight.t()), 1));
    }
    return torch::cat(parts);
}

std::optional<LinearHead> solveLogistic(const LogisticProblem& problem, double l2, const LinearHead& start,
                                        const std::function<bool()>& goOn) {
    const torch::NoGradGuard noGradient;
    bool stopped = false;
    const Minimum found =
        minimise([&](const Tensor& at, Tensor& gradient) { return lossOf(problem, l2, at, gradient); },
                 vectorOf(start), [&] { return !(stopped = goOn && !goOn()); });
    if (stopped)
        return std::nullopt;
    return headOf(found.at, problem.classes, problem.features.size(1));
}

} // namespace graft::engine
