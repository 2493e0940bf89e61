// What the page of ModelPage.cpp says of the options: time, memory, and how images look to the network.
#include "ui/frame/Studio.h"
#include "ui/model/AugmentPreview.h"
#include "ui/model/CardGrid.h"
#include "ui/model/ModelPage.h"
#include "ui/model/OptionsForm.h"
#include "ui/model/Readiness.h"
#include "ui/model/SeriesChooser.h"
#include "ui/model/SpeedMeter.h"
#include "ui/model/WeightsSection.h"
#include "ui/widgets/Widgets.h"
#include "workflow/Workflow.h"

#include <algorithm>

namespace graft::ui {
namespace {

constexpr double kShortestSeconds = 0.1; ///< durations below are not told apart

/// As many as the preview shows, spread over the training images so that most classes appear.
std::vector<dataset::Item> previewItems(const project::Project& project) {
    std::vector<const project::ImageRecord*> training;
    for (const project::ImageRecord& image : project.images())
        if (image.split == annotation::Split::Train && image.label)
            training.push_back(&image);
    std::ranges::stable_sort(training, {}, [](const project::ImageRecord* image) { return image->label; });
    std::vector<dataset::Item> items;
    const std::size_t wanted =
        std::min<std::size_t>(training.size(), AugmentPreview::kColumns * AugmentPreview::kRows);
    for (std::size_t i = 0; i < wanted; ++i) {
        const project::ImageRecord& image = *training[i * training.size() / wanted];
        items.push_back({image.id.value, project.absolutePath(image), image.contentHash, 0});
    }
    return items;
}

} // namespace

/// Without images.
training::RunInput ModelPage::inputForEstimates() const {
    training::RunInput input{.options = m_options};
    input.classes.resize(std::size_t(classes()));
    if (const zoo::WeightsEntry* entry = m_weights->entry())
        input.weights = workflow::pretrained(*entry, {});
    return input;
}

QString ModelPage::memoryText() const {
    return bytesText(std::int64_t(training::memoryNeeded(inputForEstimates())));
}

void ModelPage::refreshCacheNeed() {
    if (!m_studio.project())
        return;
    const RunImages images = runImages(*m_studio.project());
    m_form->showCacheNeed(
        training::cacheBytesNeeded(inputForEstimates(), images.training, images.validation));
}

void ModelPage::refreshPreview() {
    if (!m_studio.project())
        return;
    if (!graph::findArchitecture(m_options.model))
        return;
    std::optional<training::PretrainedWeights> weights;
    if (const zoo::WeightsEntry* entry = m_weights->entry())
        weights = workflow::pretrained(*entry, {});
    const bool viewsAreKept = m_options.cachePrefix && m_options.freeze != "none";
    m_preview->setItems(previewItems(*m_studio.project()));
    m_preview->setLook(training::preprocessingOf(m_options, weights), m_options.augment, m_options.seed,
                       viewsAreKept ? m_options.views : 0);
}

QString ModelPage::timeText(const std::string& model) const {
    const auto estimate = model == m_options.model ? m_speed->known(m_options) : m_speed->lastOf(model);
    if (estimate)
        return durationText(estimate->laterEpochSeconds);
    return model == m_options.model && m_speed->measuring() ? QStringLiteral("…") : QString();
}

QString ModelPage::timeDetails(const std::string& model) const {
    const auto estimate = model == m_options.model ? m_speed->known(m_options) : m_speed->lastOf(model);
    if (!estimate)
        return {};
    if (!estimate->cached)
        return tr("About %1 for each epoch with your images on this computer.")
            .arg(durationText(estimate->laterEpochSeconds));
    if (estimate->laterEpochSeconds < kShortestSeconds)
        return tr("The first epoch takes about %1 on this computer, because the frozen part looks at every "
                  "image once; the later ones take less than a tenth of a second.")
            .arg(durationText(estimate->firstEpochSeconds));
    return tr("The first epoch takes about %1 on this computer, because the frozen part looks at every image "
              "once; each later one about %2.")
        .arg(durationText(estimate->firstEpochSeconds), durationText(estimate->laterEpochSeconds));
}

void ModelPage::refreshTimes() {
    for (BackboneCard* card : m_cards->cards())
        card->setTime(timeText(card->model()), timeDetails(card->model()));
    if (m_speed->known(m_options))
        m_timeNote->setText(timeDetails(m_options.model));
    else
        m_timeNote->setText(m_speed->measuring() ? tr("Measuring the time per epoch with a few real steps…")
                                                 : QString());
    refreshSeries();
}

void ModelPage::refreshSeries() {
    const auto estimate = m_speed->known(m_options);
    const double seconds =
        estimate ? estimate->firstEpochSeconds + (m_options.epochs - 1) * estimate->laterEpochSeconds : 0;
    m_seriesNote->setText(m_series->sentence(seconds));
    m_seriesNote->setVisible(m_series->runs() > 1);
}

} // namespace graft::ui
