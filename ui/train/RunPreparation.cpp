#include "ui/train/RunPreparation.h"

#include "ui/frame/Studio.h"
#include "workflow/Series.h"
#include "workflow/Workflow.h"

#include <QCoreApplication>

#include <optional>

namespace graft::ui {
namespace {

/// Nothing where the run starts from scratch.
Result<std::optional<zoo::WeightsEntry>> entryOf(const zoo::Zoo& zoo,
                                                 const training::TrainingOptions& options) {
    if (options.weights.empty() || options.weights == "none")
        return std::optional<zoo::WeightsEntry>{};
    const zoo::WeightsEntry* entry = zoo.entry(options.weights);
    if (!entry || entry->model != options.model)
        return Error{translate("RunPreparation",
                               "The weights “%1” of this run are not in the catalogue of this program. "
                               "Choose other weights on the Model page.",
                               {options.weights})};
    return std::optional(*entry);
}

} // namespace

Result<training::RunInput> snapshot(Studio& studio, const training::TrainingOptions& options) {
    training::TrainingOptions withoutWeights = options;
    withoutWeights.weights = "none";
    withoutWeights.recipe = "custom"; // another one cannot do without
    return workflow::prepareRun(*studio.project(), studio.zoo(), withoutWeights);
}

void prepareRun(Studio& studio, QObject* context, const training::TrainingOptions& options,
                std::function<void(Result<training::RunInput>)> ready,
                const std::optional<runs::Series>& series) {
    const auto entry = entryOf(studio.zoo(), options);
    if (!entry)
        return ready(entry.error());
    if (auto fits = options.check(); !fits)
        return ready(fits.error());
    auto taken = snapshot(studio, options);
    if (taken && series)
        taken = workflow::seriesInput(*std::move(taken), *studio.project(), *series);
    if (!taken || !*entry)
        return ready(std::move(taken));
    auto input = std::make_shared<training::RunInput>(std::move(*taken));
    input->options.weights = options.weights;
    input->options.recipe = options.recipe;
    studio.jobs().start(
        QCoreApplication::translate("RunPreparation", "Verifying the weights of %1")
            .arg(QString::fromStdString((**entry).title)),
        context,
        [input, zoo = studio.zoo(), entry = **entry](const Monitor& monitor) -> QString {
            auto stored = zoo.locate(entry, monitor);
            if (!stored)
                return QString::fromStdString(stored.error().message);
            input->weights = workflow::pretrained(entry, *stored);
            return {};
        },
        [input, ready = std::move(ready)](const jobs::Job& job) {
            if (input->weights)
                return ready(std::move(*input));
            ready(Error{job.message().isEmpty()
                            ? translate("RunPreparation", "Preparing the run was cancelled.")
                            : job.message().toStdString()});
        });
}

} // namespace graft::ui
