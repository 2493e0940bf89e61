#include "training/Trainer.h"

#include "base/Random.h"
#include "engine/Device.h"
#include "engine/Schedule.h"
#include "graph/Architectures.h"
#include "training/Sides.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace graft::training {

namespace {

constexpr std::uint64_t kDropoutStream = 0x64726F70; ///< keeps dropout apart from other seeded streams
constexpr std::size_t kStandardiseOn = 1024;         ///< images are enough to measure the features

} // namespace

Ending Trainer::run() {
    if (m_standing.inFloat32)
        m_parts.learner.learnIn(Precision::Float32);
    if (m_standing.nothingToGain && m_standing.epoch == m_parts.solved &&
        m_parts.options.learning.patience > 0 && m_standing.epoch < m_parts.options.epochs) {
        m_parts.report.note(
            translate("Training",
                      "The head alone has all validation images right. That more learning helps could not be "
                      "seen, so the run ended here. The recipe Custom lets blocks learn all the same."));
        return {};
    }
    while (m_standing.epoch < m_parts.options.epochs && !outOfPatience()) {
        if (!m_parts.gate.pass())
            return kStopped;
        auto ending = runEpoch(m_standing.epoch + 1);
        if (const auto divergence = std::exchange(m_divergence, std::nullopt))
            ending = goBack(*divergence);
        if (ending)
            return *ending;
    }
    if (m_standing.epoch < m_parts.options.epochs)
        m_parts.report.note(
            translate("Training", "Stopped early after epoch %1: epoch %2 has been the best for %3 epochs.",
                      {std::to_string(m_standing.epoch), std::to_string(m_standing.best.epoch),
                       std::to_string(m_parts.options.learning.patience)}));
    return {};
}

bool Trainer::outOfPatience() const {
    const int patience = m_parts.options.learning.patience;
    return patience > 0 && m_standing.epoch - m_standing.best.epoch >= patience;
}

std::optional<Ending> Trainer::runEpoch(int epoch) {
    const Stopwatch watch(m_parts.gate);
    if (m_standing.epoch == 0)
        m_start = {m_parts.network.save(engine::Network::Part::Learning), m_parts.learner.save()};
    if (auto ending = prepare(epoch))
        return ending;
    if (epoch == 1 && m_parts.pretrained)
        if (auto ending = standardiseHead())
            return ending;
    m_parts.network.rest(restingNodes(epoch));
    const double preparing = watch.seconds();
    Scores learnt, checked;
    bool best = false;
    if (auto ending = learn(epoch, learnt))
        return ending;
    if (auto ending = validate(epoch, checked, best))
        return ending;
    m_preparingSeconds = preparing;
    m_learningSeconds += watch.seconds() - preparing;
    ++m_epochsHere;
    return finishEpoch(epoch, learnt, checked, best, watch.seconds());
}

/// Gradual unfreezing (Howard & Ruder 2018): of the blocks that learn, the last one begins first.
std::vector<bool> Trainer::restingNodes(int epoch) const {
    const auto& nodes = m_parts.network.graph().nodes();
    std::vector<bool> rests(nodes.size(), false);
    const int every = m_parts.options.learning.unfreezeEpochs;
    if (every == 0)
        return rests;
    const graph::Architecture& architecture = *graph::findArchitecture(m_parts.options.model);
    const auto parameters = m_parts.network.trainableParameters();
    const auto isIn = [](const std::string& block) {
        return [&block](const auto& named) { return graph::inBlock(named.first, block); };
    };
    for (std::size_t i = 0; i < nodes.size(); ++i)
        rests[i] = !graph::inHead(nodes[i].name, architecture);
    int awake = (epoch - m_parts.solved - 1) / every;
    for (std::size_t b = architecture.blocks.size(); b-- > 0 && awake > 0;) {
        const std::string& block = architecture.blocks[b];
        awake -= std::ranges::any_of(parameters, isIn(block));
        for (std::size_t i = 0; i < nodes.size(); ++i)
            rests[i] = rests[i] && !graph::inBlock(nodes[i].name, block);
    }
    return awake > 0 ? std::vector<bool>(nodes.size(), false) : rests;
}

/// Share of the learning rates after so many epochs of training, whole and begun.
double Trainer::rateFactor(double epochs) const {
    const LearningOptions& learning = m_parts.options.learning;
    const double all = std::max(1, m_parts.options.epochs - m_parts.solved), progress = epochs / all;
    const double warmUp =
        learning.warmUpEpochs < 0 ? std::min(0.1, 1.0 / all) : std::min(1.0, learning.warmUpEpochs / all);
    if (learning.schedule == "cosine")
        return engine::cosineSchedule(progress, warmUp);
    if (learning.schedule == "one-cycle")
        return engine::oneCycleSchedule(progress);
    const double risen = progress < warmUp ? progress / warmUp : 1;
    if (learning.schedule == "step")
        return risen * engine::stepSchedule(epochs, learning.stepEpochs, learning.stepFactor);
    return learning.schedule == "plateau" ? risen * m_standing.plateau.share : risen;
}

/// The frozen part of every view that this epoch may draw.
std::optional<Ending> Trainer::prepare(int epoch) {
    const int views = m_parts.train.viewing().viewsUntil(epoch);
    const int from =
        m_epochsHere == 0 ? 0 : std::max(0, views - 1); // the earlier ones were prepared in this process
    for (int view = from; view < views; ++view)
        if (auto ending = prepareSide(m_parts.train, std::uint64_t(view),
                                      translate("Training", "Computing the frozen part, training images"),
                                      m_parts.report, m_parts.gate))
            return ending;
    return prepareSide(m_parts.validation, 0,
                       translate("Training", "Computing the frozen part, validation images"), m_parts.report,
                       m_parts.gate);
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
            return failedWith(batch.error());
        if ((*batch)->indices.empty())
            continue;
        features.push_back(m_parts.learner.valuesOf(norm->inputs.front(), (*batch)->values));
        if (!torch::isfinite(features.back()).all().item<bool>())
            return Ending{runs::State::Failed, saysNoNumbers(m_parts.network, m_parts.train, **batch)};
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
    const int whole = options.batch * options.learning.accumulate;
    EpochSteps steps(m_parts.train, order, {whole, m_parts.learner.mixes() ? whole : options.batch}, epoch);
    const std::size_t count = steps.steps().size();
    BatchResult sum;
    double lowest = m_standing.lowestLoss;
    for (std::size_t i = 0; i < count; ++i) {
        const EpochSteps::Step& step = steps.steps()[i];
        const double factor = rateFactor(epoch - 1 - m_parts.solved + (double(i) + 0.5) / double(count)) *
                              slowedBy(m_standing.slowed);
        const std::uint64_t seed = mixSeed({options.seed, std::uint64_t(epoch), i, kDropoutStream});
        BatchResult result;
        if (auto ending = takeStep(steps, step, factor, seed, result))
            return ending;
        if (result.images == 0)
            continue;
        if (!std::isfinite(result.lossSum)) {
            Divergence divergence = explain(epoch, steps.piecesOf(step), seed, lowest);
            return m_parts.gate.stop().stop_requested() ? kStopped : diverge(std::move(divergence));
        }
        if (sum.images == 0)
            lowest = std::min(lowest, result.lossSum / double(result.images));
        sum.lossSum += result.lossSum;
        sum.correct += result.correct;
        sum.images += result.images;
        if (auto ending = checkLoss(epoch, sum.lossSum / double(order.size()), lowest))
            return ending; // whatever the rest of the epoch will be
        m_parts.report.tell(
            StepFinished{epoch, int(i) + 1, int(count), result.lossSum / double(result.images)});
    }
    if (sum.images == 0)
        return Ending{runs::State::Failed, translate("Training", "None of the training images can be read.")};
    scores = {.loss = sum.lossSum / double(sum.images),
              .accuracy = double(sum.correct) / double(sum.images),
              .images = sum.images};
    return checkLoss(epoch, scores.loss, lowest);
}

/// Piece by piece; a step that is stopped amid has moved nothing.
std::optional<Ending> Trainer::takeStep(EpochSteps& steps, const EpochSteps::Step& step, double factor,
                                        std::uint64_t dropoutSeed, BatchResult& result) {
    const std::stop_token stop = m_parts.gate.stop();
    return withLess([&](int atOnce) -> std::optional<Ending> {
        steps.goTo(step);
        m_parts.learner.beginStep(dropoutSeed);
        for (std::size_t piece = 0; piece < step.pieces; ++piece) {
            if (!m_parts.gate.pass())
                return kStopped;
            const auto batch = steps.next(stop);
            if (!batch)
                return failedWith(batch.error());
            if (stop.stop_requested()) // the piece may be incomplete
                return kStopped;
            const torch::Tensor targets = targetsOf(m_parts.train, (*batch)->indices);
            const std::int64_t images = step.pieces == 1 ? targets.size(0) : step.images;
            if (targets.size(0) > 0)
                m_parts.learner.addToStep((*batch)->values, targets, images, atOnce,
                                          [&] { steps.readAhead(stop); });
        }
        result = m_parts.learner.finishStep(factor);
        return std::nullopt;
    });
}

void Trainer::tellLess() {
    m_parts.learner.optimiser().zeroGradients();
    engine::returnCardMemory(m_parts.network.device());
    m_parts.report.note(fewerAtOnce(m_standing.atOnce));
}

std::string fewerAtOnce(int images) {
    return translate("Training",
                     "The memory does not suffice for a whole batch; %1 images are computed at a "
                     "time. The steps stay the same, but take a little longer; where BatchNorm learns its "
                     "statistics, it sees fewer images at a time.",
                     {std::to_string(images)});
}

/// By the moving average of the weights, where there is one; the best epoch's are kept.
std::optional<Ending> Trainer::validate(int epoch, Scores& scores, bool& best) {
    m_parts.learner.swapAverage();
    if (auto ending = scoreSide(
            m_parts.validation, m_parts.learner, int(m_parts.classes.size()), m_parts.options.batch,
            m_parts.gate,
            [&](const CutBatch& batch) {
                return diverge({epoch, brokenImages(m_parts.validation, batch)});
            },
            scores))
        return ending;
    best = m_standing.best.consider(epoch, ratingOf(m_parts.options, scores),
                                    m_parts.options.learning.keepLatest);
    if (best)
        if (auto written = m_parts.checkpoints.writeBest(m_parts.network, epoch); !written)
            return failedWith(written.error());
    m_parts.learner.swapAverage();
    return std::nullopt;
}

/// First the checkpoints, then the log: whatever the log says can be gone back to.
std::optional<Ending> Trainer::finishEpoch(int epoch, const Scores& learnt, const Scores& checked, bool best,
                                           double seconds) {
    const LearningOptions& learning = m_parts.options.learning;
    m_standing.epoch = epoch;
    m_standing.steps = m_parts.learner.optimiser().steps();
    m_standing.record = {epoch, seconds, valuesOf(learnt, checked)};
    m_standing.lowestLoss = std::min(m_standing.lowestLoss, learnt.loss);
    m_standing.plateau.observe(checked.loss, learning.stepEpochs, learning.stepFactor);
    if (auto written = m_parts.checkpoints.writeLast(m_parts.network, m_parts.learner.save(), m_standing);
        !written)
        return failedWith(written.error());
    m_start.reset();
    if (auto written = m_parts.report.epoch(m_standing.record, best); !written)
        return failedWith(written.error());
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
