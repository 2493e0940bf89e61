// What the buttons of TrainPage.cpp do.
#include "ui/train/TrainPage.h"

#include "ui/frame/Studio.h"
#include "ui/theme/Theme.h"
#include "ui/train/RunLibrary.h"
#include "ui/train/RunPreparation.h"
#include "ui/train/RunQueue.h"
#include "ui/train/RunWords.h"
#include "ui/train/RunsPanel.h"
#include "ui/train/SeriesBox.h"
#include "ui/train/TrainingSession.h"
#include "ui/widgets/Widgets.h"
#include "workflow/Series.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

namespace graft::ui {

void TrainPage::buildActions() {
    m_pause = new QuietButton(tr("Pause"), QStringLiteral("pause"), this);
    m_pause->setObjectName(QStringLiteral("pauseButton"));
    m_resume = new QuietButton(tr("Resume"), QStringLiteral("play"), this);
    m_resume->setObjectName(QStringLiteral("resumeButton"));
    m_resume->setToolTip(tr("Goes on from the last finished epoch"));
    m_reuse = new QuietButton(tr("Change and train…"), QStringLiteral("edit"), this);
    m_reuse->setObjectName(QStringLiteral("reuseButton"));
    m_reuse->setToolTip(
        tr("Takes the options of this run to the Model page, to change some and train again"));
    connect(m_reuse, &QPushButton::clicked, this, [this] {
        if (const auto run = shown())
            Q_EMIT optionsTaken(run->options);
    });
    m_primary = new PrimaryButton(tr("Evaluate"), this);
    m_primary->setObjectName(QStringLiteral("trainPrimary"));
    titleActions()->addWidget(m_pause);
    titleActions()->addWidget(m_resume);
    titleActions()->addWidget(m_reuse);
    titleActions()->addWidget(m_primary);
}

void TrainPage::refreshActions(const std::optional<Shown>& run) {
    const bool active = m_session.active();
    const auto state = m_session.state();
    m_pause->setVisible(active);
    m_pause->setEnabled(state != TrainingSession::State::Stopping);
    m_pause->setText(state == TrainingSession::State::Paused ? tr("Continue") : tr("Pause"));
    m_pause->setIcon(theme::icon(state == TrainingSession::State::Paused ? QStringLiteral("play")
                                                                         : QStringLiteral("pause")));
    const runs::RunRecord* record = run && !run->live ? m_library.run(run->id) : nullptr;
    m_reuse->setVisible(run.has_value());
    m_resume->setVisible(!active && record && run_words::resumable(*record));
    m_resume->setEnabled(!m_preparing && !m_queue.preparing());
    m_primary->setText(active ? (state == TrainingSession::State::Stopping ? tr("Stopping…") : tr("Stop"))
                              : tr("Evaluate"));
    m_primary->setToolTip(
        active
            ? tr("Ends after the step in progress; the best epoch so far is kept and the run can be resumed")
            : QString());
    m_primary->setVisible(active || (record && run_words::evaluable(*record)));
    m_primary->setEnabled(state != TrainingSession::State::Stopping);
}

void TrainPage::act() {
    if (m_session.active())
        m_session.stop();
    else
        Q_EMIT goTo(PageId::Evaluate);
}

void TrainPage::resumeShown() {
    const runs::RunRecord* record = m_library.selected();
    if (!record || m_session.active())
        return;
    const auto options = training::optionsFromJson(record->optionsJson);
    if (!options)
        return m_message->show(InlineMessage::Kind::Error, QString::fromStdString(options.error().message));
    m_preparing = true;
    refresh();
    const auto ready = [this, folder = record->folder](Result<training::RunInput> input) {
        m_preparing = false;
        if (!input) {
            m_message->show(InlineMessage::Kind::Error, QString::fromStdString(input.error().message));
            return refresh();
        }
        m_watchLive = true;
        m_message->hide();
        m_session.resumeRun(std::move(*input), folder);
    };
    prepareRun(m_studio, this, *options, ready, record->series);
}

/// The places of a series at which there is no run and none waits.
std::vector<runs::Series> TrainPage::missingOf(const runs::Series& series) const {
    const auto all = knownRuns();
    const workflow::SeriesState state = workflow::stateOf(series, all);
    std::vector<runs::Series> missing;
    for (const runs::Series& place : runs::placesOf(series)) {
        const auto isHere = [&](const std::optional<runs::Series>& other) {
            return other && other->id == place.id && other->number() == place.number();
        };
        const bool waits =
            std::ranges::any_of(m_queue.waiting(), [&](const WaitingRun& run) { return isHere(run.series); });
        if (!waits && !state.runs[std::size_t(place.number())] &&
            !(m_session.active() && isHere(m_session.live().series)))
            missing.push_back(place);
    }
    return missing;
}

void TrainPage::refreshSeries(const Shown& run) {
    m_series->setVisible(run.series.has_value());
    if (!run.series)
        return;
    const auto all = knownRuns();
    m_series->show(workflow::stateOf(*run.series, all), run.id,
                   m_library.settled() ? int(missingOf(*run.series).size()) : 0);
}

/// From the images that the others of the series learnt from.
void TrainPage::trainMissing() {
    const std::optional<Shown> run = shown();
    if (!m_studio.project() || !run || !run->series)
        return;
    m_message->hide();
    const auto all = knownRuns();
    const auto input = snapshot(m_studio, run->options);
    const auto places =
        input ? workflow::planRest(*input, *m_studio.project(), workflow::stateOf(*run->series, all))
              : Result<std::vector<runs::Series>>(input.error());
    if (!places)
        return m_message->show(InlineMessage::Kind::Error, QString::fromStdString(places.error().message));
    std::vector<runs::Series> missing = missingOf(*run->series);
    for (runs::Series& place : missing)
        place = (*places)[std::size_t(place.number())];
    m_queue.add(waitingRuns(run->options, missing));
}

/// Beside the run it came from, for comparison.
void TrainPage::tryNext(const training::TrainingOptions& options) {
    const std::optional<Shown> run = shown();
    if (!m_studio.project() || !run)
        return;
    m_replacing = m_session.active(); // a run in progress says its name when it ends
    if (!m_replacing)
        m_panel->compareWith(run->id);
    m_watchLive = true;
    m_message->hide();
    m_queue.startNow(options);
}

void TrainPage::queueChanged() {
    m_panel->showQueue(!m_queue.waiting().empty());
    refresh();
}

} // namespace graft::ui
