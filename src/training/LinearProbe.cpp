#include "training/LinearProbe.h"

#include "base/Random.h"
#include "training/Divergence.h"
#include "training/FoldPlan.h"
#include "training/Recipes.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>

namespace graft::training {

namespace {

constexpr int kFolds = 5;
constexpr std::uint64_t kFoldStream = 0x666F6C64; ///< keeps the folds apart from other seeded streams
constexpr std::int64_t kMostDoubles = 32 << 20;   ///< features are kept as float64 up to here: 256 MB

} // namespace

LinearProbe::LinearProbe(const Parts& parts) : m_parts(parts) {
    const graph::Graph& graph = parts.network.graph();
    for (const graph::Node& node : graph.nodes())
        if (std::holds_alternative<graph::Standardize>(node.op))
            m_standardize = node.name;
    m_head = graph.node(graph.output()).name;
}

std::optional<Ending> LinearProbe::begin() {
    const int views = m_parts.options.augment.any() ? m_parts.options.views : 1;
    for (int view = 0; view < views; ++view)
        if (auto ending = prepareSide(m_parts.train, std::uint64_t(view),
                                      translate("Training", "Computing the frozen part, training images"),
                                      m_parts.report, m_parts.gate))
            return ending;
    if (auto ending = prepareSide(m_parts.validation, 0,
                                  translate("Training", "Computing the frozen part, validation images"),
                                  m_parts.report, m_parts.gate))
        return ending;
    std::vector<torch::Tensor> features;
    std::vector<std::int64_t> targets;
    if (auto ending = gather(features, targets))
        return ending;
    if (features.empty())
        return Ending{runs::State::Failed, translate("Training", "None of the training images can be read.")};
    m_problem.classes = m_parts.classes;
    m_problem.targets = torch::tensor(targets, torch::kInt64);
    standardise(torch::cat(features));
    weighRows();
    const auto images = std::int64_t(m_parts.train.items().size());
    if (std::int64_t(m_parts.validation.items().size()) < kFewValidationImages && images >= 2 * kFolds)
        m_folds = kFolds;
    return std::nullopt;
}

/// The features of every view of every training image.
std::optional<Ending> LinearProbe::gather(std::vector<torch::Tensor>& features,
                                          std::vector<std::int64_t>& targets) {
    const graph::Graph& graph = m_parts.network.graph();
    const graph::NodeIndex input = graph.node(*graph.find(m_standardize)).inputs.front();
    const auto& items = m_parts.train.items();
    const int views = m_parts.options.augment.any() ? m_parts.options.views : 1;
    for (int view = 1; view <= views; ++view) {
        CutValues::Walk walk(m_parts.train, plainBatches(items.size(), m_parts.options.batch), view);
        while (true) {
            if (!m_parts.gate.pass())
                return kStopped;
            const auto batch = walk.next(m_parts.gate.stop());
            if (!batch)
                return failedWith(batch.error());
            if (m_parts.gate.stop().stop_requested())
                return kStopped;
            if (!*batch)
                break;
            m_parts.report.tell(Preparing{std::int64_t(m_images.size()), std::int64_t(items.size()) * views,
                                          translate("Training", "Measuring the features")});
            if ((*batch)->indices.empty())
                continue;
            features.push_back(m_parts.learner.valuesOf(input, (*batch)->values));
            if (!torch::isfinite(features.back()).all().item<bool>())
                return Ending{runs::State::Failed, saysNoNumbers(m_parts.network, m_parts.train, **batch)};
            for (const std::size_t index : (*batch)->indices) {
                m_images.push_back(std::int64_t(index));
                targets.push_back(items[index].target);
            }
        }
    }
    return std::nullopt;
}

/// The network's statistics and the rows of the problem, as its Standardize node computes them.
void LinearProbe::standardise(const torch::Tensor& features) {
    const torch::NoGradGuard noGradient;
    engine::standardise(m_parts.network, m_standardize, features);
    const graph::Graph& graph = m_parts.network.graph();
    const double eps = std::get<graph::Standardize>(graph.node(*graph.find(m_standardize)).op).eps;
    const auto statistic = [&](const char* name) {
        return m_parts.network.tensor(m_standardize + name).detach().to(torch::kCPU, torch::kFloat64);
    };
    const torch::Dtype type = features.numel() <= kMostDoubles ? torch::kFloat64 : torch::kFloat32;
    const torch::Tensor mean = statistic(".running_mean"), variance = statistic(".running_var");
    m_problem.features = (features.to(type) - mean.to(type)) / torch::sqrt(variance + eps).to(type);
}

/// Every class weighs the same where that is wanted, else every row.
void LinearProbe::weighRows() {
    m_problem.weights = torch::ones({m_problem.targets.size(0)}, torch::kFloat64);
    if (!countsClassesAlike(m_parts.options))
        return;
    const torch::Tensor counts =
        torch::bincount(m_problem.targets, {}, m_problem.classes).to(torch::kFloat64).clamp_min(1);
    m_problem.weights = (1 / counts).index_select(0, m_problem.targets);
}

engine::LinearHead LinearProbe::head() const {
    const auto copy = [&](const char* name) {
        return m_parts.network.tensor(m_head + name).detach().to(torch::kCPU, torch::kFloat64);
    };
    const torch::Tensor weight = copy(".weight");
    return {weight.flatten(1), copy(".bias")};
}

void LinearProbe::setHead(const engine::LinearHead& head) {
    const torch::NoGradGuard noGradient;
    torch::Tensor& weight = m_parts.network.tensor(m_head + ".weight");
    weight.copy_(head.weight.view(weight.sizes()));
    m_parts.network.tensor(m_head + ".bias").copy_(head.bias);
}

Scores LinearProbe::scoresOfRows(const torch::Tensor& probabilities, const torch::Tensor& targets) const {
    const torch::Tensor rows = probabilities.to(torch::kFloat32).contiguous();
    metrics::ClassificationData data{.classes = m_problem.classes};
    const float* from = rows.data_ptr<float>();
    data.probabilities.assign(from, from + rows.numel());
    for (std::int64_t i = 0; i < targets.size(0); ++i)
        data.truth.push_back(int(targets[i].item<std::int64_t>()));
    return scoresOf(data);
}

/// Every image is judged by a head that has not seen it or its like, in none of their views.
std::optional<Ending> LinearProbe::crossValidate(double penalty, const engine::LinearHead& start,
                                                 Scores& scores) {
    const std::vector<int> foldOf =
        foldsOf(m_parts.train.items(), m_folds, mixSeed({m_parts.options.seed, kFoldStream}));
    std::vector<std::int64_t> rowFolds;
    for (const std::int64_t image : m_images)
        rowFolds.push_back(foldOf[std::size_t(image)]);
    const torch::Tensor folds = torch::tensor(rowFolds, torch::kInt64);
    std::vector<torch::Tensor> probabilities, targets;
    for (int fold = 0; fold < m_folds; ++fold) {
        const torch::Tensor inside = (folds != fold).nonzero().flatten();
        const torch::Tensor outside = (folds == fold).nonzero().flatten();
        if (inside.numel() == 0 || outside.numel() == 0)
            continue;
        const auto solved = engine::solveLogistic(
            {m_problem.features.index_select(0, inside), m_problem.targets.index_select(0, inside),
             m_problem.weights.index_select(0, inside), m_problem.classes},
            penalty, start, [this] { return m_parts.gate.pass(); });
        if (!solved)
            return kStopped;
        probabilities.push_back(solved->probabilities(m_problem.features.index_select(0, outside)));
        targets.push_back(m_problem.targets.index_select(0, outside));
    }
    scores = scoresOfRows(torch::cat(probabilities), torch::cat(targets));
    return std::nullopt;
}

std::optional<Ending> LinearProbe::solve(double penalty, Stage& stage) {
    const auto solved =
        engine::solveLogistic(m_problem, penalty, head(), [this] { return m_parts.gate.pass(); });
    if (!solved)
        return kStopped;
    setHead(*solved);
    stage.learnt = scoresOfRows(solved->probabilities(m_problem.features), m_problem.targets);
    const auto diverged = [this](const CutBatch& batch) {
        return Ending{runs::State::Failed, saysNoNumbers(m_parts.network, m_parts.validation, batch)};
    };
    if (auto ending = scoreSide(m_parts.validation, m_parts.learner, m_parts.classes, m_parts.options.batch,
                                m_parts.gate, diverged, stage.checked))
        return ending;
    stage.values = valuesOf(stage.learnt, stage.checked);
    stage.values["l2"] = penalty;
    stage.rating = ratingOf(m_parts.options, stage.checked);
    if (m_folds == 0)
        return std::nullopt;
    Scores folds;
    if (auto ending = crossValidate(penalty, *solved, folds))
        return ending;
    stage.values["cv_loss"] = folds.loss;
    stage.values["cv_accuracy"] = folds.accuracy;
    stage.values["cv_balanced_accuracy"] = folds.balancedAccuracy;
    stage.rating = ratingOf(m_parts.options, folds);
    return std::nullopt;
}

} // namespace graft::training
