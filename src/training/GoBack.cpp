#include "engine/Device.h"
#include "training/OptionRange.h"
#include "training/Sides.h"
#include "training/Trainer.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <limits>

// What a run does about a loss that grew beyond all bounds.
namespace graft::training {

/// Gives the epoch up; run() goes back.
Ending Trainer::diverge(Divergence divergence) {
    m_divergence = std::move(divergence);
    return {runs::State::Failed};
}

std::optional<Ending> Trainer::checkLoss(int epoch, double loss, double lowest) {
    return isBeyondBounds(loss, m_parts.classes.size(), lowest) ? std::optional(diverge({epoch}))
                                                                : std::nullopt;
}

/// Why the loss of a step is no number; the weights are still those that it came from.
Divergence Trainer::explain(int epoch, std::span<const EpochSteps::Piece> pieces, std::uint64_t dropoutSeed,
                            double lowest) {
    Divergence divergence{epoch};
    CutValues::Walk walk(m_parts.train, {pieces.begin(), pieces.end()}, epoch);
    const bool rounds = m_parts.learner.learnsIn() == Precision::Bfloat16;
    BatchResult plain;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const auto batch = walk.next(m_parts.gate.stop());
        if (!batch || !*batch || (*batch)->indices.empty())
            continue;
        for (std::string& name : brokenImages(m_parts.train, **batch))
            divergence.images.push_back(std::move(name));
        if (!rounds)
            continue;
        const torch::Tensor targets = targetsOf(m_parts.train, (*batch)->indices);
        const BatchResult part = withLess([&](int atOnce) {
            return m_parts.learner.lossInFloat32((*batch)->values, targets, dropoutSeed, atOnce);
        });
        plain.lossSum += part.lossSum;
        plain.images += part.images;
    }
    divergence.ofRounding = plain.images > 0 && !isBeyondBounds(plain.lossSum / double(plain.images),
                                                                m_parts.classes.size(), lowest);
    return divergence;
}

/// To the last good state, and on from there with what may help. An Ending where nothing will.
std::optional<Ending> Trainer::goBack(const Divergence& divergence) {
    if (auto restored = restore(); !restored)
        return failedWith(restored.error());
    if (const auto tensor = brokenTensor(m_parts.network))
        return Ending{runs::State::Failed, saysBrokenTensor(*tensor)};
    if (!divergence.images.empty())
        return Ending{runs::State::Failed, saysBrokenImages(divergence.images) + whatIsKept()};
    const std::string epoch = std::to_string(divergence.epoch);
    if (divergence.ofRounding) {
        m_standing.inFloat32 = true;
        m_parts.learner.learnIn(Precision::Float32);
        m_parts.report.note(
            translate("Training",
                      "In epoch %1 the loss was no number in bfloat16, but is one in float32, "
                      "in which training goes on.",
                      {epoch}) +
            whereItGoesOn());
    } else if (m_standing.slowed == kMostSlowed) {
        return Ending{runs::State::Failed,
                      translate("Training",
                                "The loss grew beyond all bounds in epoch %1, even with the learning "
                                "rate at %2 instead of %3. Choose a much smaller one, or a smaller "
                                "weight decay, and train again.",
                                {epoch, learningRate(m_standing.slowed), learningRate(0)}) +
                          whatIsKept()};
    } else {
        ++m_standing.slowed;
        m_standing.lowestLoss =
            std::numeric_limits<double>::infinity(); // the last steps may have led far away
        m_parts.report.note(
            translate("Training",
                      "The loss grew beyond all bounds in epoch %1: the learning rate (%2) is "
                      "too high. Training goes on with a tenth of it (%3).",
                      {epoch, learningRate(m_standing.slowed - 1), learningRate(m_standing.slowed)}) +
            whereItGoesOn());
    }
    if (m_standing.epoch == 0) // a run that is resumed begins anew, and finds the same
        return std::nullopt;
    const auto written = m_parts.checkpoints.writeLast(m_parts.network, m_parts.learner.save(), m_standing);
    return written ? std::nullopt : std::optional(failedWith(written.error()));
}

/// Network, optimiser and average as the last finished epoch, or the start, left them.
Result<> Trainer::restore() {
    weights::TensorMap state;
    if (m_standing.epoch == 0) {
        m_parts.network.load(m_start->network);
        state = std::move(m_start->state);
    } else {
        auto last = m_parts.checkpoints.readLast(m_parts.network);
        if (!last)
            return last.error();
        state = std::move(last->state);
    }
    m_parts.learner.optimiser().zeroGradients();
    engine::returnCardMemory(m_parts.network.device());
    return m_parts.learner.load(state, m_standing.steps) ? Result<>() : m_parts.checkpoints.unfitting();
}

double Trainer::slowedBy(int times) const {
    return std::pow(0.1, times);
}

/// The larger of the two.
std::string Trainer::learningRate(int slowed) const {
    const TrainingOptions& options = m_parts.options;
    const double rate = m_parts.pretrained ? std::max(options.headLearningRate, options.learningRate)
                                           : options.headLearningRate;
    return shownNumber(rate * slowedBy(slowed));
}

std::string Trainer::whatIsKept() const {
    return m_standing.epoch == 0 ? std::string()
                                 : ' ' + translate("Training", "What was learnt up to epoch %1 is kept.",
                                                   {std::to_string(m_standing.epoch)});
}

std::string Trainer::whereItGoesOn() const {
    return ' ' + (m_standing.epoch == 0 ? translate("Training", "It began anew.")
                                        : translate("Training", "It went back to the end of epoch %1.",
                                                    {std::to_string(m_standing.epoch)}));
}

} // namespace graft::training
