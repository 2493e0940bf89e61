// What the buttons of ModelPage.cpp do: fetch weights, choose a recipe, start a run.
#include "ui/model/ModelPage.h"

#include "training/Recipes.h"
#include "ui/frame/Studio.h"
#include "ui/model/CardGrid.h"
#include "ui/model/OptionsForm.h"
#include "ui/model/RateSearch.h"
#include "ui/model/SeriesChooser.h"
#include "ui/model/SpeedMeter.h"
#include "ui/model/WeightsSection.h"
#include "ui/train/RunPreparation.h"
#include "ui/train/RunQueue.h"
#include "ui/train/TrainingSession.h"
#include "ui/widgets/Widgets.h"
#include "workflow/Series.h"
#include "workflow/Workflow.h"

#include <QDir>
#include <QFileDialog>

namespace graft::ui {

/// What is still being written counts, too. False where it is not understood: the field says so.
bool ModelPage::finishOptions() {
    m_form->take();
    refreshPrimary();
    return m_form->problem().isEmpty();
}

void ModelPage::act() {
    if (m_session.active())
        Q_EMIT goTo(PageId::Train);
    else if (m_weights->ready())
        train();
    else
        download();
}

/// Behind the run in progress and what waits already.
void ModelPage::enqueue() {
    if (!finishOptions())
        return;
    writeOptions();
    RunQueue& queue = RunQueue::of(m_studio, m_session);
    const auto before = qint64(queue.waiting().size());
    if (m_series->runs() > 1) {
        const auto input = snapshot(m_studio, m_options);
        if (!input)
            return m_message->show(InlineMessage::Kind::Error, QString::fromStdString(input.error().message));
        const auto places = planned(*input);
        if (places.empty())
            return;
        queue.add(waitingRuns(m_options, runs::placesOf(places.front()))); // data: as they are at their turn
        return m_message->show(
            InlineMessage::Kind::Note,
            tr("%1 runs are in the queue. The Train page shows them.").arg(countText(m_series->runs())));
    }
    queue.add(m_options);
    m_message->show(
        InlineMessage::Kind::Note,
        before > 0 ? tr("In the queue, with %1 before it. The Train page shows them.").arg(countText(before))
                   : tr("In the queue: it starts when the run in progress has ended."));
}

std::vector<runs::Series> ModelPage::planned(const training::RunInput& input) {
    auto places =
        workflow::planSeries(input, *m_studio.project(),
                             workflow::newSeries(input.options.seed, m_series->seeds(), m_series->folds()));
    if (places)
        return *std::move(places);
    m_message->show(InlineMessage::Kind::Error, QString::fromStdString(places.error().message));
    return {};
}

/// The first of the runs; the others wait behind it.
void ModelPage::startSeries(training::RunInput input) {
    const project::Project& project = *m_studio.project();
    std::vector<runs::Series> places = planned(input);
    if (places.empty())
        return;
    const training::TrainingOptions options = input.options;
    auto first = workflow::seriesInput(std::move(input), project, places.front());
    if (!first)
        return m_message->show(InlineMessage::Kind::Error, QString::fromStdString(first.error().message));
    m_session.start(*std::move(first), project.runsFolder());
    places.erase(places.begin());
    RunQueue::of(m_studio, m_session).addNext(waitingRuns(options, places));
    Q_EMIT goTo(PageId::Train);
}

void ModelPage::train() {
    if (!m_studio.project() || m_starting || !finishOptions())
        return;
    m_starting = true;
    m_speed->cancel();
    m_message->hide();
    writeOptions();
    refreshPrimary();
    prepareRun(m_studio, this, m_options,
               [this, project = QPointer(m_studio.project())](Result<training::RunInput> input) {
                   m_starting = false;
                   refreshPrimary();
                   if (!project || project != m_studio.project())
                       return;
                   if (!input)
                       return m_message->show(InlineMessage::Kind::Error,
                                              QString::fromStdString(input.error().message));
                   if (m_series->runs() > 1)
                       return startSeries(std::move(*input));
                   m_session.start(std::move(*input), project->runsFolder());
                   Q_EMIT goTo(PageId::Train);
               });
}

/// What the recipe decides; back at Custom, what that was before.
void ModelPage::takeRecipe(const std::string& recipe) {
    if (m_options.recipe == recipe)
        return;
    if (m_options.recipe == "custom")
        m_custom = m_options;
    if (recipe != "custom") {
        m_options = training::withRecipe(m_options, recipe);
        return;
    }
    const training::TrainingOptions before =
        m_custom
            ? *m_custom
            : workflow::recommendedOptions(*m_studio.project(), m_options.model, m_weights->entry(), recipe);
    m_options.recipe = recipe;
    m_options.epochs = before.epochs;
    m_options.learningRate = before.learningRate;
    m_options.headLearningRate = before.headLearningRate;
    m_options.weightDecay = before.weightDecay;
    m_options.dropout = before.dropout;
    m_options.headLayers = before.headLayers;
    m_options.headBatchNorm = before.headBatchNorm;
    m_options.pooling = backbone() && backbone()->architecture->headPools ? before.pooling : "average";
    m_options.learning = before.learning;
    if (before.model != m_options.model)
        m_options.learning.blockRates.clear();
}

void ModelPage::chooseRecipe(const std::string& recipe) {
    takeRecipe(recipe);
    m_form->setOptions(m_options);
    refreshFreeze();
    optionsChanged();
}

void ModelPage::takeRates(double headRate, double blockRate) {
    m_options.headLearningRate = headRate;
    m_options.learningRate = blockRate;
    m_form->setOptions(m_options);
    optionsChanged();
}

void ModelPage::download() {
    fetchWith(tr("Downloading %1"),
              [zoo = m_studio.zoo()](const zoo::WeightsEntry& entry, const Monitor& monitor) {
                  return zoo.fetch(entry, monitor);
              });
}

void ModelPage::importFile() {
    auto* dialog = new QFileDialog(
        this, tr("Weights for %1").arg(QString::fromStdString(backbone()->architecture->title)),
        QDir::homePath(), tr("Weights (*.safetensors *.pth *.pt *.gguf);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        fetchWith(tr("Importing %1"),
                  [zoo = m_studio.zoo(), file](const zoo::WeightsEntry& entry, const Monitor& monitor) {
                      return zoo.importFile(entry, file.toStdString(), monitor);
                  });
    });
    dialog->open();
}

void ModelPage::fetchWith(
    const QString& title,
    std::function<Result<zoo::StoredWeights>(const zoo::WeightsEntry&, const Monitor&)> fetch) {
    const zoo::WeightsEntry* entry = m_weights->entry();
    if (!entry || m_fetch)
        return;
    m_weights->clearError();
    m_weights->setFetching(0, {});
    m_fetch = m_studio.jobs().start(
        title.arg(QString::fromStdString(entry->title)), this,
        [entry = *entry, fetch = std::move(fetch)](const Monitor& monitor) -> QString {
            const auto stored = fetch(entry, monitor);
            return stored ? QString() : QString::fromStdString(stored.error().message);
        },
        [this, model = entry->model](const jobs::Job& job) { fetched(model, job); });
    connect(m_fetch, &jobs::Job::progressed, this, [this, job = m_fetch.data(), model = entry->model] {
        if (job != m_fetch)
            return;
        const Progress& progress = job->progress();
        const double done = progress.total > 0 ? double(progress.done) / double(progress.total) : 0;
        m_weights->setFetching(done, QString::fromStdString(progress.activity));
        if (BackboneCard* card = m_cards->card(model))
            card->setFetchProgress(done);
    });
    refreshPrimary();
}

void ModelPage::fetched(const std::string& model, const jobs::Job& job) {
    m_fetch.clear();
    m_weights->setFetching(-1, {});
    if (job.state() == jobs::JobState::Failed)
        m_weights->showError(job.message());
    m_backbones = backbones(m_studio.zoo());
    for (const Backbone& backbone : m_backbones)
        if (BackboneCard* card = m_cards->card(backbone.architecture->name))
            card->setReady(backbone.ready);
    if (BackboneCard* card = m_cards->card(model))
        card->setFetchProgress(-1);
    m_weights->refresh();
    refreshFilter();
    refreshNetwork();
    optionsChanged();
}

} // namespace graft::ui
