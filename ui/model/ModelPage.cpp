#include "ui/model/ModelPage.h"

#include "training/Recipes.h"
#include "ui/frame/Studio.h"
#include "ui/model/AugmentPreview.h"
#include "ui/model/BackboneSpace.h"
#include "ui/model/CardGrid.h"
#include "ui/model/FreezeSlider.h"
#include "ui/model/OptionsForm.h"
#include "ui/model/RateSearch.h"
#include "ui/model/Readiness.h"
#include "ui/model/SeriesChooser.h"
#include "ui/model/SpeedMeter.h"
#include "ui/model/WeightsSection.h"
#include "ui/network/NetworkSection.h"
#include "ui/theme/Theme.h"
#include "ui/train/RunPreparation.h"
#include "ui/train/RunWords.h"
#include "ui/train/TrainingSession.h"
#include "ui/widgets/Widgets.h"
#include "workflow/Channels.h"
#include "workflow/Workflow.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace graft::ui {
namespace {

constexpr const char* kSetting = "training/options";
constexpr const char* kViewSetting = "model/view";
constexpr int kWriteAfterMs = 300;

bool fromScratch(const training::TrainingOptions& options) {
    return options.weights.empty() || options.weights == "none";
}

} // namespace

ModelPage::ModelPage(Studio& studio, TrainingSession& session, QWidget* parent)
    : Page(PageId::Model, tr("Model"), parent), m_studio(studio), m_session(session),
      m_backbones(backbones(studio.zoo())), m_speed(new SpeedMeter(studio, this)) {
    setObjectName(QStringLiteral("modelPage"));
    m_primary = new PrimaryButton(tr("Train"), this);
    m_primary->setObjectName(QStringLiteral("modelPrimary"));
    m_enqueue = new QuietButton(tr("Train afterwards"), QStringLiteral("clock"), this);
    m_enqueue->setObjectName(QStringLiteral("enqueueButton"));
    m_enqueue->setToolTip(tr("Trains with these options when the run in progress has ended"));
    m_enqueue->hide();
    connect(m_enqueue, &QPushButton::clicked, this, &ModelPage::enqueue);
    m_series = new SeriesChooser(this);
    titleActions()->addWidget(m_series);
    titleActions()->addWidget(m_enqueue);
    titleActions()->addWidget(m_primary);
    m_stack = new QStackedWidget(this);
    m_empty = new EmptyState(QStringLiteral("model"), {}, {}, this);
    m_empty->setObjectName(QStringLiteral("modelEmpty"));
    m_emptyButton = m_empty->addPrimary({});
    m_emptyButton->setObjectName(QStringLiteral("modelEmptyButton"));
    m_stack->addWidget(m_empty);
    m_stack->addWidget(buildWork());
    content()->addWidget(m_stack, 1);
    m_write = new QTimer(this);
    m_write->setSingleShot(true);
    m_write->setInterval(kWriteAfterMs);
    connectAll();
    openProject();
}

void ModelPage::connectAll() {
    connect(m_primary, &QPushButton::clicked, this, &ModelPage::act);
    connect(m_emptyButton, &QPushButton::clicked, this,
            [this] { Q_EMIT goTo(m_studio.project() ? PageId::Data : PageId::Start); });
    connect(m_series, &SeriesChooser::changed, this, [this] {
        refreshPrimary();
        refreshSeries();
    });
    connect(m_write, &QTimer::timeout, this, &ModelPage::writeOptions);
    connect(m_cards, &CardGrid::chosen, this, &ModelPage::chooseModel);
    connect(m_weights, &WeightsSection::chosen, this, &ModelPage::chooseWeights);
    connect(m_weights, &WeightsSection::downloadRequested, this, &ModelPage::download);
    connect(m_weights, &WeightsSection::importRequested, this, &ModelPage::importFile);
    connect(m_weights, &WeightsSection::cancelRequested, this, [this] {
        if (m_fetch)
            m_fetch->cancel();
    });
    connect(m_freeze, &QAbstractSlider::valueChanged, this,
            [this](int frozen) { chooseFreeze(m_freeze->stops().freezeOf(frozen)); });
    connect(m_network, &NetworkSection::choiceMade, this,
            [this](const QString& freeze) { chooseFreeze(freeze.toStdString()); });
    connect(m_showNetwork, &QPushButton::toggled, this, &ModelPage::showNetwork);
    for (const QPushButton* button : {m_showCards, m_showNetwork})
        connect(button, &QPushButton::clicked, this, &ModelPage::rememberView);
    connect(m_form, &OptionsForm::changed, this, &ModelPage::optionsEdited);
    connect(m_form, &OptionsForm::problemChanged, this, &ModelPage::refreshPrimary);
    connect(m_form, &OptionsForm::recipeChosen, this,
            [this](const QString& recipe) { chooseRecipe(recipe.toStdString()); });
    connect(m_search, &RateSearch::taken, this, &ModelPage::takeRates);
    connect(m_speed, &SpeedMeter::measured, this, &ModelPage::refreshTimes);
    connect(m_speed, &SpeedMeter::failed, this, [this](const QString& message) {
        m_timeNote->setText(tr("Time not measured: %1").arg(message));
    });
    connect(&m_session, &TrainingSession::stateChanged, this, [this] {
        m_speed->cancel(); // it would slow the run down, and measure the run as well
        m_search->setAllowed(!m_session.active());
        refreshPrimary();
    });
    connect(&m_studio, &Studio::projectAboutToClose, this, &ModelPage::closeProject);
    connect(&m_studio, &Studio::projectOpened, this, &ModelPage::openProject);
    connect(&m_studio, &Studio::projectChanged, this, &ModelPage::refreshReadiness);
}

QString ModelPage::notReadyReason() const {
    return missingForTraining(m_studio.project());
}

void ModelPage::entered() {
    refreshReadiness();
    m_weights->refresh();
    refreshPreview();
    if (notReadyReason().isEmpty() && !m_session.active() && m_weights->ready())
        m_speed->request(m_options);
    refreshTimes();
}

bool ModelPage::settled() const {
    return !m_speed->measuring() && !m_search->searching() && m_preview->settled() && m_network->settled() &&
           !m_fetch && !m_starting;
}

/// "seeds/5", "folds/5": so many runs. "network", or "network/layer1.0.conv1" with that node opened up;
/// "augmentation/microscopy" with that preset.
void ModelPage::showPart(const QString& part) {
    const QString place = part.section(QLatin1Char('/'), 0, 0), name = part.section(QLatin1Char('/'), 1);
    if (place == QLatin1String("seeds") || place == QLatin1String("folds"))
        m_series->choose(place == QLatin1String("seeds") ? SeriesChooser::Kind::Seeds
                                                         : SeriesChooser::Kind::Folds,
                         name.toInt());
    if (place == QLatin1String("augmentation"))
        m_form->showAugmentation(name);
    if (place == QLatin1String("recipe")) {
        chooseRecipe(name.toStdString());
        m_form->showLearning();
    }
    if (place != QLatin1String("network"))
        return;
    m_showNetwork->setChecked(true);
    if (!name.isEmpty())
        m_network->reveal(name.toStdString());
}

void ModelPage::showNetwork(bool alone) {
    m_onlyReady->setVisible(!alone);
    m_all->setVisible(!alone);
    m_space->showNetwork(alone);
}

void ModelPage::rememberView() {
    if (m_studio.project() && !m_studio.project()->readOnly())
        (void)m_studio.project()->setSetting( // only a convenience
            kViewSetting, m_showNetwork->isChecked() ? "network" : "cards");
}

bool ModelPage::zoomable() const {
    return m_network->view().isVisible();
}

void ModelPage::zoom(int step) {
    NetworkView& view = m_network->view();
    if (step == 0)
        view.fit();
    else
        view.zoomBy(step > 0 ? 1.25 : 0.8, QPointF(view.width() / 2.0, view.height() / 2.0));
}

const Backbone* ModelPage::backbone() const {
    const auto found = std::ranges::find_if(
        m_backbones, [this](const Backbone& b) { return b.architecture->name == m_options.model; });
    return found == m_backbones.end() ? nullptr : &*found;
}

int ModelPage::classes() const {
    return m_studio.project() ? int(std::max<std::size_t>(2, m_studio.project()->classes().size())) : 2;
}

/// Whatever they were set to, as far as it can be had here.
void ModelPage::showOptions() {
    if (!backbone() && !m_backbones.empty())
        m_options.model = m_backbones.front().architecture->name;
    if (m_options.channels > 0) // those of these images
        m_options.channels = m_bands;
    m_form->setOptions(m_options);
    m_cards->select(m_options.model);
    if (const Backbone* chosen = backbone())
        m_weights->setBackbone(*chosen, m_options.weights);
    m_options.weights = fromScratch(m_options) ? "none" : m_weights->weights();
    m_custom.reset();
    if (fromScratch(m_options) && m_options.recipe != "custom") {
        takeRecipe("custom");
        m_form->setOptions(m_options);
    }
    refreshFreeze();
}

/// What the images have may have changed: whoever sees all channels goes on seeing all; a person who has not
/// chosen gets what is recommended.
void ModelPage::refreshBands() {
    const project::Project* project = m_studio.project();
    const int bands = project ? workflow::bandsOf(*project) : 0;
    if (bands == m_bands)
        return;
    m_bands = bands;
    m_form->setBands(bands);
    const bool chosen = project && !project->setting(kSetting).empty();
    const int channels = m_options.channels > 0 ? bands
                         : project && !chosen   ? workflow::commonBands(*project)
                                                : 0;
    if (channels == m_options.channels)
        return;
    m_options.channels = channels;
    m_form->setOptions(m_options);
}

void ModelPage::takeOptions(const training::TrainingOptions& options) {
    if (!m_studio.project())
        return;
    m_options = options;
    showOptions();
    m_search->setOptions(m_options);
    refreshTimes();
    optionsChanged();
}

void ModelPage::openProject() {
    if (m_studio.project()) {
        const std::string model = workflow::defaultModel(m_studio.zoo());
        m_options = workflow::recommendedOptions(*m_studio.project(), model,
                                                 workflow::preferredWeights(m_studio.zoo(), model));
        m_options.device = m_studio.preferences().device().toStdString();
        if (const auto kept = training::optionsFromJson(m_studio.project()->setting(kSetting)))
            m_options = *kept;
        refreshBands();
        showOptions();
        m_showNetwork->setChecked(m_studio.project()->setting(kViewSetting) == "network");
        m_showCards->setChecked(!m_showNetwork->isChecked());
    }
    m_search->setOptions(m_options);
    refreshFilter();
    refreshReadiness();
    refreshTimes();
}

void ModelPage::closeProject() {
    if (m_write->isActive()) {
        m_write->stop();
        writeOptions();
    }
    m_preview->setItems({});
    m_starting = false;
}

void ModelPage::refreshReadiness() {
    refreshBands();
    const QString reason = notReadyReason();
    m_stack->setCurrentIndex(reason.isEmpty() ? 1 : 0);
    m_primary->setVisible(reason.isEmpty());
    m_series->setVisible(reason.isEmpty());
    m_empty->setTexts(tr("Not ready to train"), reason);
    m_emptyButton->setText(m_studio.project() ? tr("Go to the data") : tr("Open a project"));
    if (reason.isEmpty()) {
        refreshFreeze();
        if (isVisible())
            refreshPreview();
    }
    refreshPrimary();
    Q_EMIT readinessChanged();
}

void ModelPage::refreshPrimary() {
    const zoo::WeightsEntry* entry = m_weights->entry();
    const bool missing = entry && !m_weights->ready();
    const QString problem = m_form->problem();
    const bool trains = !m_session.active() && !missing;
    m_primary->setEnabled(!m_starting && !m_fetch && (problem.isEmpty() || !trains));
    m_primary->setToolTip(trains ? problem : QString());
    m_enqueue->setEnabled(problem.isEmpty());
    m_enqueue->setVisible(m_session.active() && m_weights->ready() && m_primary->isVisibleTo(this));
    if (m_session.active())
        m_primary->setText(tr("Show the run"));
    else if (m_starting)
        m_primary->setText(tr("Starting…"));
    else if (m_fetch)
        m_primary->setText(tr("Downloading…"));
    else if (missing)
        m_primary->setText(tr("Download weights (%1)").arg(bytesText(entry->bytes)));
    else
        m_primary->setText(m_series->runs() == 1 ? tr("Train")
                                                 : tr("Train %1 runs").arg(countText(m_series->runs())));
    setSubtitle(QStringLiteral("%1 · %2").arg(run_words::modelTitle(m_options.model),
                                              run_words::startingPoint(m_options)));
}

void ModelPage::refreshFilter() {
    const int ready = m_cards->readyCount();
    m_onlyReady->setText(tr("Ready on this computer (%1)").arg(ready));
    m_all->setText(tr("All (%1)").arg(m_cards->cards().size()));
    m_onlyReady->setEnabled(ready > 0);
}

void ModelPage::refreshFreeze() {
    const Backbone* chosen = backbone();
    if (!chosen)
        return;
    const bool scratch = fromScratch(m_options);
    const QSignalBlocker quiet(m_freeze);
    const std::string freeze = scratch ? "none" : m_options.freeze;
    m_freeze->setStops(FreezeStops(*chosen->architecture, classes(), training::headOf(m_options),
                                   training::inputChannels(m_options)));
    m_freeze->setNothingToFreeze(scratch);
    m_freeze->setFreeze(freeze);
    const int frozen = m_freeze->value();
    const auto choice = graph::FreezeChoice::read(freeze);
    const QString counts = tr("%1 · about %2 of memory")
                               .arg(parameterSentence(m_freeze->stops().parametersOf(freeze)), memoryText());
    m_counts->setText(
        choice.alone.empty()
            ? counts
            : tr("%1 · on its own: %2").arg(counts, QString::fromStdString(graph::aloneLabel(choice))));
    refreshNetwork();
    const double images = m_studio.project() ? trainingImagesPerClass(*m_studio.project()) : 0;
    m_advice->setText(freezeAdvice(images, frozen, m_freeze->stops().count(), scratch));
    m_form->setPretrainedLearns(frozen < m_freeze->stops().count());
    m_form->setPretrained(!scratch);
    m_form->setHeadPools(chosen->architecture->headPools);
    refreshCacheNeed();
}

void ModelPage::chooseModel(const std::string& model) {
    m_options.model = model;
    const Backbone* chosen = backbone();
    if (!chosen)
        return;
    m_weights->clearError();
    m_weights->setBackbone(*chosen, chosen->weights.front()->id);
    m_options.weights = m_weights->weights();
    m_options.freeze = "all";
    m_options.size = 0;
    m_options.learning.blockRates.clear(); // the blocks have other names
    if (!chosen->architecture->headPools)
        m_options.pooling = "average";
    if (m_options.recipe == "best") // for as many blocks as this one has
        m_options = training::withRecipe(m_options, "best");
    m_form->setOptions(m_options);
    refreshFreeze();
    refreshPreview();
    optionsChanged();
}

void ModelPage::chooseWeights(const std::string& weights) {
    const bool before = fromScratch(m_options);
    m_options.weights = weights.empty() ? "none" : weights;
    if (fromScratch(m_options) != before) {
        m_options.freeze = fromScratch(m_options) ? "none" : "all";
        takeRecipe(fromScratch(m_options) ? "custom" : "quick");
        m_form->setOptions(m_options);
    }
    refreshFreeze();
    refreshPreview();
    optionsChanged();
}

void ModelPage::refreshNetwork() {
    if (!backbone())
        return;
    const zoo::WeightsEntry* entry = m_weights->entry();
    const int own = entry ? entry->inputSize : backbone()->architecture->inputSize;
    m_network->setOptions(m_options, classes(), m_options.size > 0 ? m_options.size : own,
                          m_weights->ready());
}

/// Quick is for a frozen backbone, Best for one that learns.
void ModelPage::chooseFreeze(const std::string& freeze) {
    m_options.freeze = freeze;
    if (m_options.recipe != "custom") {
        takeRecipe(freeze == "all" ? "quick" : "best");
        m_form->setOptions(m_options);
    }
    refreshFreeze();
    refreshPreview();
    optionsChanged();
}

void ModelPage::optionsEdited() {
    training::TrainingOptions edited = m_form->options();
    edited.model = m_options.model;
    edited.weights = m_options.weights;
    edited.freeze = m_options.freeze;
    m_options = edited;
    refreshFreeze();
    refreshPreview();
    optionsChanged();
}

void ModelPage::optionsChanged() {
    m_write->start();
    m_search->setOptions(m_options);
    refreshPrimary();
    if (isVisible() && !m_session.active() && m_weights->ready() && notReadyReason().isEmpty())
        m_speed->request(m_options);
    else
        m_speed->cancel();
    refreshTimes();
}

void ModelPage::writeOptions() {
    if (!m_studio.project())
        return;
    const auto written = m_studio.project()->setSetting(kSetting, training::toJson(m_options));
    if (!written && !m_studio.project()->readOnly())
        m_message->show(InlineMessage::Kind::Error, QString::fromStdString(written.error().message));
}

} // namespace graft::ui
