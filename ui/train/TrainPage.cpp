#include "ui/train/TrainPage.h"

#include "report/Words.h"
#include "ui/frame/Studio.h"
#include "ui/theme/Theme.h"
#include "ui/train/CurvePlot.h"
#include "ui/train/EpochTableModel.h"
#include "ui/train/QueueList.h"
#include "ui/train/RunComparison.h"
#include "ui/train/RunLibrary.h"
#include "ui/train/RunQueue.h"
#include "ui/train/RunWords.h"
#include "ui/train/RunsPanel.h"
#include "ui/train/SeriesBox.h"
#include "ui/train/TrainingSession.h"
#include "ui/train/TreatmentBar.h"
#include "ui/train/Verdict.h"
#include "ui/widgets/Widgets.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QProgressBar>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace graft::ui {
namespace {

constexpr int kSmallestColumn = 64;
constexpr int kRowHeight = 26;
constexpr int kProgressHeight = 4;
constexpr int kProgressSteps = 1000;

} // namespace

TrainPage::TrainPage(Studio& studio, TrainingSession& session, QWidget* parent)
    : Page(PageId::Train, tr("Train"), parent), m_studio(studio), m_session(session),
      m_library(RunLibrary::of(studio)), m_queue(RunQueue::of(studio, session)),
      m_epochs(new EpochTableModel(this)) {
    setObjectName(QStringLiteral("trainPage"));
    buildActions();
    m_stack = new QStackedWidget(this);
    m_empty = new EmptyState(QStringLiteral("train"), tr("Nothing has been trained yet"),
                             tr("Choose a pretrained model, then train it on your images. The curves appear "
                                "here while it learns."),
                             this);
    m_empty->setObjectName(QStringLiteral("trainEmpty"));
    connect(m_empty->addPrimary(tr("Choose a model")), &QPushButton::clicked, this,
            [this] { Q_EMIT goTo(PageId::Model); });
    m_stack->addWidget(m_empty);
    m_stack->addWidget(buildWork());
    content()->addWidget(m_stack, 1);
    m_clock = new QTimer(this);
    m_clock->setInterval(1000);
    connectAll();
    refresh();
}

QWidget* TrainPage::buildHeadline() {
    auto* box = new QWidget(this);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kUnit);
    auto* line = new QHBoxLayout;
    line->setSpacing(theme::kBetween);
    m_headline = figureLabel({}, box);
    m_headline->setObjectName(QStringLiteral("trainHeadline"));
    m_timeLeft = secondaryLabel({}, box);
    m_timeLeft->setObjectName(QStringLiteral("timeLeft"));
    m_timeLeft->setFont(theme::font(theme::TextSize::Lead));
    line->addWidget(m_headline);
    line->addWidget(m_timeLeft, 1, Qt::AlignBottom);
    layout->addLayout(line);
    m_progress = new QProgressBar(box);
    m_progress->setObjectName(QStringLiteral("trainProgress"));
    m_progress->setAccessibleName(tr("Progress of the run"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(kProgressHeight);
    m_progress->setRange(0, kProgressSteps);
    layout->addWidget(m_progress);
    m_verdict = bodyLabel({}, box);
    m_verdict->setObjectName(QStringLiteral("verdict"));
    m_verdict->setFont(theme::font(theme::TextSize::Lead));
    m_verdict->setWordWrap(true);
    layout->addWidget(m_verdict);
    m_series = new SeriesBox(box);
    layout->addWidget(m_series);
    m_treatments = new TreatmentBar(box);
    layout->addWidget(m_treatments);
    m_message = new InlineMessage(box);
    m_message->setObjectName(QStringLiteral("trainMessage"));
    m_message->hide();
    layout->addWidget(m_message);
    return box;
}

void TrainPage::buildTable() {
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("epochTable"));
    m_table->setAccessibleName(tr("Epochs"));
    m_table->setModel(m_epochs);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    QHeaderView* header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents); // their titles are long
    header->setSectionResizeMode(EpochTableModel::Epoch, QHeaderView::Stretch);
    header->setMinimumSectionSize(kSmallestColumn);
    header->setHighlightSections(false);
    m_table->setMinimumHeight(4 * kRowHeight);
}

QWidget* TrainPage::buildWork() {
    auto* work = new QWidget(this);
    auto* columns = new QHBoxLayout(work);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(theme::kBetween);
    auto* left = new QVBoxLayout;
    left->setSpacing(theme::kBetween);
    left->addWidget(buildHeadline());
    auto* plots = new QHBoxLayout;
    plots->setSpacing(theme::kBetween);
    m_loss = new CurvePlot(CurvePlot::Quantity::Loss, work);
    m_accuracy = new CurvePlot(CurvePlot::Quantity::Accuracy, work);
    plots->addWidget(m_loss, 1);
    plots->addWidget(m_accuracy, 1);
    left->addLayout(plots, 3);
    buildTable();
    left->addWidget(m_table, 1);
    columns->addLayout(left, 1);
    m_panel = new RunsPanel(new QueueList(m_queue, m_session), work);
    m_panel->showQueue(!m_queue.waiting().empty());
    columns->addWidget(m_panel);
    return work;
}

void TrainPage::connectAll() {
    connect(m_primary, &QPushButton::clicked, this, &TrainPage::act);
    connect(m_resume, &QPushButton::clicked, this, &TrainPage::resumeShown);
    connect(m_treatments, &TreatmentBar::chosen, this, &TrainPage::tryNext);
    connect(m_series, &SeriesBox::missingWanted, this, &TrainPage::trainMissing);
    connect(m_pause, &QPushButton::clicked, this, [this] {
        m_session.state() == TrainingSession::State::Paused ? m_session.unpause() : m_session.pause();
    });
    connect(&m_session, &TrainingSession::stateChanged, this, &TrainPage::sessionMoved);
    connect(&m_session, &TrainingSession::events, this, &TrainPage::refreshLive);
    connect(&m_session, &TrainingSession::finished, this, &TrainPage::runEnded);
    connect(&m_library, &RunLibrary::changed, this, &TrainPage::libraryChanged);
    connect(&m_studio, &Studio::projectAboutToClose, &m_session, &TrainingSession::stop);
    connect(&m_queue, &RunQueue::changed, this, &TrainPage::queueChanged);
    connect(&m_queue, &RunQueue::failed, this,
            [this](const QString& why) { m_message->show(InlineMessage::Kind::Error, why); });
    connect(&m_studio, &Studio::projectOpened, this, &TrainPage::refresh);
    connect(m_clock, &QTimer::timeout, this, &TrainPage::refreshProgress);
    connect(m_panel, &RunsPanel::runChosen, this, [this](const std::string& id) {
        const runs::RunRecord* run = m_library.run(id);
        m_watchLive =
            m_session.active() && run && (run->state == runs::State::Running || id == m_session.live().id);
        m_message->hide();
        m_library.select(id);
        refresh();
    });
    connect(m_panel, &RunsPanel::removalAsked, &m_library, &RunLibrary::moveToTrash);
    connect(m_panel, &RunsPanel::comparisonChosen, this, [this](const std::string& id) {
        m_compared = id;
        showComparison();
    });
    for (CurvePlot* plot : {m_loss, m_accuracy})
        connect(plot, &CurvePlot::epochPointedAt, this, [this](std::optional<int> epoch) {
            m_loss->showReadout(epoch);
            m_accuracy->showReadout(epoch);
        });
}

QString TrainPage::notReadyReason() const {
    if (!m_studio.project())
        return tr("Open or create a project first.");
    if (m_library.runs().empty() && !m_session.active())
        return tr("Nothing has been trained yet: choose a model first.");
    return {};
}

void TrainPage::entered() {
    refresh();
}

bool TrainPage::settled() const {
    return m_library.settled() && !m_preparing && !m_queue.preparing() && m_panel->comparison().settled();
}

/// "run/ID" is shown; "compare/ID" is laid beside it.
void TrainPage::showPart(const QString& part) {
    const QString place = part.section(QLatin1Char('/'), 0, 0);
    const std::string id = part.section(QLatin1Char('/'), 1).toStdString();
    if (place == QLatin1String("run"))
        m_library.select(id);
    else if (place == QLatin1String("compare"))
        m_panel->compareWith(id);
    refresh();
}

bool TrainPage::showsLive() const {
    return m_session.active() && m_watchLive;
}

/// The run that ended just now, while the list that is read in the background does not know it yet.
bool TrainPage::endedUnread() const {
    const LiveRun& live = m_session.live();
    if (m_session.active() || !live.ended || live.id.empty() || m_library.settled() || !m_studio.project() ||
        live.runsFolder != m_studio.project()->runsFolder())
        return false;
    const runs::RunRecord* chosen = m_library.selected();
    const runs::RunRecord* record = m_library.run(live.id);
    return (!chosen || chosen == record) && (!record || record->state == runs::State::Running);
}

TrainPage::Shown TrainPage::liveShown() const {
    const LiveRun& live = m_session.live();
    return {.id = live.id,
            .options = live.options,
            .epochs = live.epochs,
            .best = live.bestEpoch,
            .notes = live.notes,
            .facts = {},
            .state = live.ended.value_or(runs::State::Running),
            .message = {},
            .live = showsLive(),
            .series = live.series};
}

std::vector<runs::RunRecord> TrainPage::knownRuns() const {
    std::vector<runs::RunRecord> runs = m_library.runs();
    if (endedUnread())
        for (runs::RunRecord& run : runs)
            if (run.id == m_session.live().id)
                run.state = *m_session.live().ended;
    return runs;
}

std::optional<TrainPage::Shown> TrainPage::shown() const {
    if (showsLive() || endedUnread())
        return liveShown();
    const runs::RunRecord* run = m_library.selected();
    if (!run)
        return std::nullopt;
    const auto options = training::optionsFromJson(run->optionsJson);
    return Shown{.id = run->id,
                 .options = options ? *options : training::TrainingOptions{},
                 .epochs = run->epochs,
                 .best = run->bestEpoch,
                 .notes = run->notes,
                 .facts = run->facts,
                 .state = run->state,
                 .message = run->message,
                 .series = run->series};
}

void TrainPage::sessionMoved() {
    if (m_session.state() == TrainingSession::State::Preparing && m_session.live().epochs.empty()) {
        m_watchLive = true;
        m_knownOnDisk = false;
        m_message->hide();
        m_loss->resetView();
        m_accuracy->resetView();
    }
    m_session.active() ? m_clock->start() : m_clock->stop();
    refresh();
    Q_EMIT readinessChanged();
}

void TrainPage::runEnded(const QString& runId, const QString& message) {
    m_watchLive = true;
    if (!runId.isEmpty())
        m_library.select(runId.toStdString());
    m_library.refresh();
    refresh();
    const bool failed = runId.isEmpty() || m_session.live().ended == runs::State::Failed;
    if (std::exchange(m_replacing, false))
        m_panel->compareWith(runId.toStdString());
    if (!message.isEmpty())
        m_message->show(failed ? InlineMessage::Kind::Error : InlineMessage::Kind::Note, message);
    Q_EMIT readinessChanged();
}

void TrainPage::libraryChanged() {
    refresh();
    Q_EMIT readinessChanged();
}

void TrainPage::refreshLive(const std::vector<training::TrainingEvent>& events) {
    // The folder appears with the first event; from then on the list can show the run.
    if (!m_knownOnDisk) {
        m_knownOnDisk = true;
        m_library.refresh();
    }
    const auto run = showsLive() ? shown() : std::nullopt;
    if (!run)
        return;
    refreshHeadline(*run);
    const bool onlySteps = std::ranges::all_of(events, [](const training::TrainingEvent& event) {
        return std::holds_alternative<training::StepFinished>(event) ||
               std::holds_alternative<training::Preparing>(event);
    });
    if (!onlySteps)
        refreshCurves(*run);
}

void TrainPage::refresh() {
    const std::optional<Shown> run = m_studio.project() ? shown() : std::nullopt;
    m_stack->setCurrentIndex(run ? 1 : 0);
    refreshActions(run);
    if (!run)
        return setSubtitle({});
    QStringList subtitle{run_words::modelTitle(run->options.model), run_words::startingPoint(run->options)};
    if (run->series)
        subtitle << run_words::place(*run->series);
    setSubtitle(subtitle.join(QStringLiteral(" · ")));
    refreshHeadline(*run);
    refreshSeries(*run);
    refreshCurves(*run);
    m_panel->setFacts(facts(*run));
    m_panel->setRuns(knownRuns(), run->id);
    showComparison();
}

void TrainPage::refreshCurves(const Shown& run) {
    const QScrollBar* bar = m_table->verticalScrollBar();
    const bool atEnd = bar->value() == bar->maximum();
    m_epochs->setEpochs(run.epochs, run.best);
    if (run.live && atEnd)
        m_table->scrollToBottom();
    const int planned = run.live ? run.options.epochs : 0;
    for (CurvePlot* plot : {m_loss, m_accuracy}) {
        plot->setKeptApart(run_words::keepsOtherWeights(run.options));
        plot->setEpochs(run.epochs, run.best, planned);
    }
    m_panel->setNotes(notes(run));
    const bool busy =
        m_preparing || m_queue.preparing() || m_session.state() == TrainingSession::State::Stopping;
    m_treatments->show(busy ? std::vector<Treatment>() : treatments(run.options, run.epochs, run.best));
}

QString TrainPage::headline(const Shown& run) const {
    if (!run.live) {
        const runs::EpochRecord* best = run_words::bestEpoch(run.epochs, run.best);
        const auto accuracy = best ? run_words::value(*best, "val_accuracy") : std::nullopt;
        return accuracy ? tr("%1 right").arg(run_words::percent(*accuracy)) : run_words::state(run.state);
    }
    const LiveRun& live = m_session.live();
    if (m_session.state() == TrainingSession::State::Stopping)
        return tr("Stopping…");
    if (live.preparing || (!live.step && live.epochs.empty()))
        return tr("Preparing");
    const int epoch = live.step ? live.step->epoch : live.epochs.back().epoch;
    return tr("Epoch %1 of %2").arg(epoch).arg(run.options.epochs);
}

void TrainPage::refreshHeadline(const Shown& run) {
    m_headline->setText(headline(run));
    m_progress->setVisible(run.live);
    const bool classesAlike = training::countsClassesAlike(run.options);
    const bool endedEarly = run.state == runs::State::Finished && int(run.epochs.size()) < run.options.epochs;
    m_verdict->setText(verdict({run.epochs, run.best, run.live, run.options.freeze == "all", classesAlike,
                                run.options.learning.keepLatest, endedEarly}));
    m_table->setColumnHidden(EpochTableModel::ValidationBalanced, !classesAlike);
    if (!run.live) {
        const QDateTime when = run_words::started(run.id);
        QStringList parts;
        if (m_headline->text() != run_words::state(run.state))
            parts << run_words::state(run.state);
        if (when.isValid())
            parts << QLocale().toString(when, QLocale::ShortFormat);
        m_timeLeft->setText(parts.join(QStringLiteral(" · ")));
        if (run.state == runs::State::Failed && !run.message.empty())
            m_message->show(InlineMessage::Kind::Error, QString::fromStdString(run.message));
    }
    refreshProgress();
}

QString TrainPage::timeLeft() const {
    const LiveRun& live = m_session.live();
    if (m_session.state() == TrainingSession::State::Paused)
        return tr("Paused");
    if (live.preparing) {
        const QString activity = QString::fromStdString(live.preparing->activity);
        const QString what =
            activity.isEmpty() ? tr("Running the frozen part once over every image") : activity;
        if (live.preparing->total <= 0)
            return what;
        const QString counted =
            QStringLiteral("%1 · %2 / %3")
                .arg(what, countText(live.preparing->done), countText(live.preparing->total));
        const double left = m_session.secondsLeftOfPart();
        return left < 1 ? counted
                        : counted + QStringLiteral(" · ") + tr("about %1 left").arg(durationText(left));
    }
    if (m_session.secondsLeft() >= 0)
        return tr("about %1 left").arg(durationText(m_session.secondsLeft()));
    return live.step ? tr("step %1 of %2").arg(live.step->step).arg(live.step->steps)
                     : tr("Loading the model");
}

void TrainPage::refreshProgress() {
    if (!showsLive())
        return;
    const LiveRun& live = m_session.live();
    m_timeLeft->setText(timeLeft());
    double done = 0;
    if (live.preparing) {
        done = live.preparing->total > 0 ? double(live.preparing->done) / double(live.preparing->total) : 0;
    } else {
        const double finished = live.epochs.empty() ? 0 : live.epochs.back().epoch;
        const bool within = live.step && live.step->epoch > finished && live.step->steps > 0;
        done = (finished + (within ? double(live.step->step) / live.step->steps : 0)) /
               std::max(1, live.options.epochs);
    }
    m_progress->setValue(int(std::clamp(done, 0.0, 1.0) * kProgressSteps));
}

std::vector<std::string> TrainPage::notes(const Shown& run) const {
    std::vector<std::string> all = run.notes;
    if (run_words::keepsOtherWeights(run.options))
        all.push_back(tr("The training curve is that of the newest weights, the validation curve that of the "
                         "weights which are kept.")
                          .toStdString());
    return all;
}

std::vector<std::pair<QString, QString>> TrainPage::facts(const Shown& run) const {
    const QLocale locale;
    std::vector<std::pair<QString, QString>> rows{
        {tr("Model"), run_words::modelTitle(run.options.model)},
        {tr("Start"), run_words::startingPoint(run.options)},
        {tr("Recipe"), run_words::recipeTitle(run.options)},
        {tr("Epochs"), QString::number(run.options.epochs)},
    };
    if (run.options.recipe != "quick") { // whose head is solved, not led there in steps
        rows.emplace_back(tr("Images in a batch"), QString::number(run.options.batch));
        rows.emplace_back(tr("Learning rate"), locale.toString(run.options.headLearningRate, 'g', 3));
    }
    if (run.live)
        rows.emplace_back(tr("Images"), tr("%1 to learn from, %2 to check")
                                            .arg(countText(qint64(m_session.live().trainingImages)),
                                                 countText(qint64(m_session.live().validationImages))));
    if (const QString device = report::words::device(run.facts); !device.isEmpty())
        rows.emplace_back(tr("Device"), device);
    if (run.options.seed != 0)
        rows.emplace_back(tr("Seed"), QString::number(run.options.seed));
    return rows;
}

void TrainPage::showComparison() {
    const runs::RunRecord* run = m_library.run(m_compared);
    const QString name = run ? run_words::title(*run) : QString();
    const std::vector<runs::EpochRecord> epochs = run ? run->epochs : std::vector<runs::EpochRecord>();
    m_loss->setCompared(name, epochs);
    m_accuracy->setCompared(name, epochs);
    const auto own = shown();
    const runs::RunRecord* record = own && !own->live ? m_library.run(own->id) : nullptr;
    m_panel->comparison().compare(own ? own->options : training::TrainingOptions(),
                                  record ? record->folder : std::filesystem::path(), own ? run : nullptr);
}

} // namespace graft::ui
