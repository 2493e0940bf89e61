#include "training/Sides.h"

#include <torch/torch.h>

namespace graft::training {

Ending failedWith(const Error& error) {
    return {runs::State::Failed, error.message};
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

std::optional<Ending> prepareSide(CutValues& side, std::uint64_t view, const std::string& activity,
                                  RunReport& report, Gate& gate) {
    const auto prepared = side.prepare(view, gate, [&](std::int64_t done, std::int64_t total) {
        report.tell(Preparing{done, total, activity});
    });
    if (!prepared)
        return failedWith(prepared.error());
    if (!*prepared)
        report.note(translate(
            "Training",
            "The disk is full, so the answers of the frozen part are not kept: every epoch computes "
            "them anew and takes longer."));
    return gate.pass() ? std::nullopt : std::optional(kStopped);
}

std::optional<Ending> scoreSide(CutValues& side, Learner& learner, int classes, int batch, Gate& gate,
                                const std::function<Ending(const CutBatch&)>& diverged, Scores& scores) {
    CutValues::Walk walk(side, plainBatches(side.items().size(), batch), 1);
    metrics::ClassificationData data{.classes = classes};
    while (true) {
        if (!gate.pass())
            return kStopped;
        const auto values = walk.next(gate.stop());
        if (!values)
            return failedWith(values.error());
        if (gate.stop().stop_requested())
            return kStopped;
        if (!*values)
            break;
        if ((*values)->indices.empty())
            continue;
        const torch::Tensor probabilities = learner.probabilities((*values)->values);
        if (!torch::isfinite(probabilities).all().item<bool>())
            return diverged(**values);
        for (const std::size_t index : (*values)->indices)
            data.truth.push_back(side.items()[index].target);
        const float* from = probabilities.data_ptr<float>();
        data.probabilities.insert(data.probabilities.end(), from, from + probabilities.numel());
    }
    if (data.truth.empty())
        return Ending{runs::State::Failed,
                      translate("Training", "None of the validation images can be read.")};
    scores = scoresOf(data);
    return std::nullopt;
}

} // namespace graft::training
