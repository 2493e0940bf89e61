#include "training/Trainer.h"

#include "base/Random.h"
#include "engine/Schedule.h"
#include "metrics/Classification.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace graft::training {

namespace {

constexpr std::uint64_t kDropoutStream = 0x64726F70; ///< keeps dropout apart from other seeded streams
constexpr std::size_t kStandardiseOn = 1024;         ///< images are enough to measure the features

/// In the given order. A last batch of one image is left out, for BatchNorm learns nothing from it; another
/// image is the last one in the next epoch.
std::vector<std::vector<std::size_t>> learningBatches(const std::vector<std::size_t>& order, int batch) {
    std::vector<std::vector<std::size_t>> batches;
    for (std::size_t at = 0; at < order.size(); at += std::size_t(batch)) {
        const std::size_t count = std::min(order.size() - at, std::size_t(batch));
        if (count > 1 || batch == 1 || batches.empty())
            batches.emplace_back(order.begin() + std::ptrdiff_t(at),
                                 order.begin() + std::ptrdiff_t(at + count));
    }
    return batches;
}

std::vector<std::vector<std::size_t>> plainBatches(std::size_t count, int batch) {
    std::vector<std::vector<std::size_t>> batches;
    for (std::size_t i = 0; i < count; ++i) {
        if (i % std::size_t(batch) == 0)
            batches.emplace_back();
        batches.back().push_back(i);
    }
    return batches;
}

Ending failed(const Error& error) {
    return {runs::State::Failed, error.message};
}

const Ending kStopped{runs::State::Stopped};

std::string shown(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%g", value);
    return text;
}

double balancedAccuracy(const metrics::ConfusionMatrix& confusion) {
    double sum = 0;
    int occurring = 0;
    for (std::size_t i = 0; i < confusion.size(); ++i) {
        const auto images = std::accumulate(confusion[i].begin(), confusion[i].end(), std::int64_t(0));
        if (images == 0)
            continue;
        sum += double(confusion[i][i]) / double(images);
        ++occurring;
    }
    return occurring == 0 ? 0 : sum / occurring;
}

Scores scoresOf(const metrics::ClassificationData& data) {
    const metrics::ConfusionMatrix confusion = metrics::confusionMatrix(data);
    Scores scores{.images = std::int64_t(data.size())};
    std::int64_t correct = 0;
    for (std::size_t i = 0; i < data.size(); ++i) {
        scores.loss += metrics::crossEntropy(data.row(i), data.truth[i]);
        correct += metrics::argmax(data.row(i)) == data.truth[i];
    }
    scores.loss /= double(data.size());
    scores.accuracy = double(correct) / double(data.size());
    scores.balancedAccuracy = balancedAccuracy(confusion);
    return scores;
}

bool better(const Scores& scores, const BestEpoch& best) {
    if (best.epoch == 0 || scores.accuracy != best.accuracy)
        return best.epoch == 0 || scores.accuracy > best.accuracy;
    return scores.loss < best.loss;
}

} // namespace

Ending Trainer::run() {
    while (m_standing.epoch < m_parts.options.epochs) {
        if (!m_parts.gate.pass())
            return kStopped;
        if (auto ending = runEpoch(m_standing.epoch + 1))
            return *ending;
    }
    return {};
}

std::optional<Ending> Trainer::runEpoch(int epoch) {
    const Stopwatch watch(m_parts.gate);
    if (auto ending = prepare(epoch))
        return ending;
    if (epoch == 1 && m_parts.pretrained)
        if (auto ending = standardiseHead())
            return ending;
    const double preparing = watch.seconds();
    Scores learnt, checked;
    if (auto ending = learn(epoch, learnt))
        return ending;
    if (auto ending = validate(epoch, checked))
        return ending;
    m_preparingSeconds = preparing;
    m_learningSeconds += watch.seconds() - preparing;
    ++m_epochsHere;
    return finishEpoch(epoch, learnt, checked, watch.seconds());
}

/// The frozen part of every view that this epoch may draw.
std::optional<Ending> Trainer::prepare(int epoch) {
    const int views = m_parts.train.viewing().viewsUntil(epoch);
    const int from =
        m_epochsHere == 0 ? 0 : std::max(0, views - 1); // the earlier ones were prepared in this process
    for (int view = from; view < views; ++view)
        if (auto ending = prepareSide(m_parts.train, std::uint64_t(view),
                                      translate("Training", "Computing the frozen part, training images")))
            return ending;
    return prepareSide(m_parts.validation, 0,
                       translate("Training", "Computing the frozen part, validation images"));
}

std::optional<Ending> Trainer::prepareSide(CutValues& side, std::uint64_t view, const std::string& activity) {
    const auto prepared = side.prepare(view, m_parts.gate, [&](std::int64_t done, std::int64_t total) {
        m_parts.report.tell(Preparing{done, total, activity});
    });
    if (!prepared)
        return failed(prepared.error());
    if (!*prepared)
        m_parts.report.note(translate(
            "Training",
            "The disk is full, so the answers of the frozen part are not kept: every epoch computes "
            "them anew and takes longer."));
    return m_parts.gate.pass() ? std::nullopt : std::optional(kStopped);
}

/// Measures mean and variance of what the new head gets, on the training images.
std::optional<Ending> Trainer::standardiseHead() {
    const auto& nodes = m_parts.network.graph().nodes();
    const auto norm = std::ranges::find_if(
        nodes, [](const graph::Node& node) { return std::holds_alternative<graph::Standardize>(node.op); });
    if (norm == nodes.end())
        return std::nullopt;
    const std::size_t count = m_parts.train.items().size(), sample = std::min(count, kStandardiseOn);
    std::vector<std::vector<std::size_t>> batches = plainBatches(sample, m_parts.options.batch);
    for (auto& batch : batches)
        for (std::size_t& index : batch)
            index = index * count / sample;
    CutValues::Walk walk(m_parts.train, batches, 1);
    std::vector<torch::Tensor> features;
    for (std::size_t i = 0; i < batches.size(); ++i) {
        if (!m_parts.gate.pass())
            return kStopped;
        m_parts.report.tell(Preparing{std::int64_t(i), std::int64_t(batches.size()),
                                      translate("Training", "Measuring the features")});
        const auto batch = walk.next(m_parts.gate.stop());
        if (!batch)
            return failed(batch.error());
        if (!(*batch)->indices.empty())
            features.push_back(m_parts.learner.valuesOf(norm->inputs.front(), (*batch)->values));
    }
    if (!features.empty())
        engine::standardise(m_parts.network, norm->name, torch::cat(features));
    return std::nullopt;
}

torch::Tensor Trainer::targetsOf(const CutValues& side, const std::vector<std::size_t>& indices) const {
    std::vector<std::int64_t> targets;
    for (const std::size_t index : indices)
        targets.push_back(side.items()[index].target);
    return torch::tensor(targets, torch::kInt64);
}

std::optional<Ending> Trainer::learn(int epoch, Scores& scores) {
    const TrainingOptions& options = m_parts.options;
    const auto order = dataset::epochOrder(m_parts.train.items(), options.seed, std::uint64_t(epoch), true,
                                           options.balanced);
    const auto batches = learningBatches(order, options.batch);
    CutValues::Walk walk(m_parts.train, batches, epoch);
    BatchResult sum;
    for (std::size_t step = 0; step < batches.size(); ++step) {
        if (!m_parts.gate.pass())
            return kStopped;
        const auto batch = walk.next(m_parts.gate.stop());
        if (!batch)
            return failed(batch.error());
        if (m_parts.gate.stop().stop_requested()) // the batch may be incomplete
            return kStopped;
        if ((*batch)->indices.empty())
            continue;
        const double progress = (epoch - 1 + (double(step) + 0.5) / double(batches.size())) / options.epochs;
        const double factor = engine::cosineSchedule(progress, std::min(0.1, 1.0 / options.epochs));
        const BatchResult result = stepThatFits(
            **batch, factor, mixSeed({options.seed, std::uint64_t(epoch), step, kDropoutStream}));
        if (!std::isfinite(result.lossSum))
            return Ending{runs::State::Failed, divergence(epoch)};
        sum.lossSum += result.lossSum;
        sum.correct += result.correct;
        sum.images += result.images;
        m_parts.report.tell(
            StepFinished{epoch, int(step) + 1, int(batches.size()), result.lossSum / double(result.images)});
    }
    if (sum.images == 0)
        return Ending{runs::State::Failed, translate("Training", "None of the training images can be read.")};
    scores = {sum.lossSum / double(sum.images), double(sum.correct) / double(sum.images), 0, sum.images};
    return std::nullopt;
}

BatchResult Trainer::stepThatFits(const CutBatch& batch, double rateFactor, std::uint64_t dropoutSeed) {
    const torch::Tensor targets = targetsOf(m_parts.train, batch.indices);
    const auto step = [&](int atOnce) {
        return m_parts.learner.step(batch.values, targets, rateFactor, dropoutSeed, atOnce);
    };
    return withWhatFits(m_standing.atOnce, step, [&] {
        m_parts.learner.optimiser().zeroGradients();
        m_parts.report.note(
            translate("Training",
                      "The memory does not suffice for a whole batch; %1 images are computed at a "
                      "time. The steps stay the same, but take a little longer.",
                      {std::to_string(m_standing.atOnce)}));
    });
}

std::string Trainer::divergence(int epoch) const {
    const std::string kept = m_standing.epoch > 0
                                 ? translate("Training", "What was learnt up to epoch %1 is kept.",
                                             {std::to_string(m_standing.epoch)})
                                 : std::string();
    const double rate = m_parts.pretrained
                            ? std::max(m_parts.options.headLearningRate, m_parts.options.learningRate)
                            : m_parts.options.headLearningRate;
    std::string text = translate(
        "Training",
        "The loss grew beyond all bounds in epoch %1: the learning rate (%2) is too high. Choose one that "
        "is ten times smaller and train again.",
        {std::to_string(epoch), shown(rate)});
    return kept.empty() ? text : text + ' ' + kept;
}

std::optional<Ending> Trainer::validate(int epoch, Scores& scores) {
    const std::size_t count = m_parts.validation.items().size();
    CutValues::Walk walk(m_parts.validation, plainBatches(count, m_parts.options.batch), 1);
    metrics::ClassificationData data{.classes = int(m_parts.classes.size())};
    while (true) {
        if (!m_parts.gate.pass())
            return kStopped;
        const auto batch = walk.next(m_parts.gate.stop());
        if (!batch)
            return failed(batch.error());
        if (m_parts.gate.stop().stop_requested())
            return kStopped;
        if (!*batch)
            break;
        if ((*batch)->indices.empty())
            continue;
        const torch::Tensor probabilities = m_parts.learner.probabilities((*batch)->values);
        if (!torch::isfinite(probabilities).all().item<bool>())
            return Ending{runs::State::Failed, divergence(epoch)};
        for (const std::size_t index : (*batch)->indices)
            data.truth.push_back(m_parts.validation.items()[index].target);
        const float* from = probabilities.data_ptr<float>();
        data.probabilities.insert(data.probabilities.end(), from, from + probabilities.numel());
    }
    if (data.truth.empty())
        return Ending{runs::State::Failed,
                      translate("Training", "None of the validation images can be read.")};
    scores = scoresOf(data);
    return std::nullopt;
}

/// First the checkpoints, then the log: whatever the log says can be gone back to.
std::optional<Ending> Trainer::finishEpoch(int epoch, const Scores& learnt, const Scores& checked,
                                           double seconds) {
    m_standing.epoch = epoch;
    m_standing.steps = m_parts.learner.optimiser().steps();
    m_standing.record = {epoch,
                         seconds,
                         {{"train_loss", learnt.loss},
                          {"train_accuracy", learnt.accuracy},
                          {"val_loss", checked.loss},
                          {"val_accuracy", checked.accuracy},
                          {"val_balanced_accuracy", checked.balancedAccuracy}}};
    const bool best = better(checked, m_standing.best);
    if (best) {
        m_standing.best = {epoch, checked.accuracy, checked.loss};
        if (auto written = m_parts.checkpoints.writeBest(m_parts.network, epoch); !written)
            return failed(written.error());
    }
    if (auto written =
            m_parts.checkpoints.writeLast(m_parts.network, m_parts.learner.optimiser(), m_standing);
        !written)
        return failed(written.error());
    if (auto written = m_parts.report.epoch(m_standing.record, best); !written)
        return failed(written.error());
    m_parts.report.tell(EpochFinished{m_standing.record, best, secondsLeft(epoch)});
    m_parts.report.tell(CheckpointSaved{epoch});
    return std::nullopt;
}

double Trainer::secondsLeft(int epoch) const {
    const auto& viewing = m_parts.train.viewing();
    const int viewsToCome =
        m_parts.train.kept() ? viewing.viewsUntil(m_parts.options.epochs) - viewing.viewsUntil(epoch) : 0;
    return (m_parts.options.epochs - epoch) * m_learningSeconds / m_epochsHere +
           viewsToCome * m_preparingSeconds;
}

} // namespace graft::training
