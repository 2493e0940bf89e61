#include "ui/evaluate/EvaluatePage.h"

#include "jobs/Job.h"
#include "ui/data/ThumbnailCache.h"
#include "ui/data/Words.h"
#include "ui/evaluate/ClassTableModel.h"
#include "ui/evaluate/ConfusionView.h"
#include "ui/evaluate/EvaluatedImages.h"
#include "ui/evaluate/EvaluatedImagesView.h"
#include "ui/evaluate/EvaluationRequest.h"
#include "ui/evaluate/EvaluationText.h"
#include "ui/evaluate/ModelExport.h"
#include "ui/frame/Studio.h"
#include "ui/theme/Theme.h"
#include "ui/train/RunLibrary.h"
#include "ui/train/RunListModel.h"
#include "ui/train/RunWords.h"
#include "ui/train/TrainingSession.h"
#include "ui/widgets/Widgets.h"
#include "workflow/Classes.h"

#include <QComboBox>
#include <QProgressBar>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace graft::ui {

EvaluatePage::EvaluatePage(Studio& studio, TrainingSession& session, QWidget* parent)
    : Page(PageId::Evaluate, tr("Evaluate"), parent), m_studio(studio), m_session(session),
      m_library(RunLibrary::of(studio)), m_runs(new RunListModel(this)), m_classes(new ClassTableModel(this)),
      m_images(new EvaluatedImages(this)), m_modelExport(new ModelExport(studio, this)) {
    setObjectName(QStringLiteral("evaluatePage"));
    buildActions();
    m_choice = buildChoice();
    content()->addWidget(m_choice);
    m_message = new InlineMessage(this);
    m_message->setObjectName(QStringLiteral("evaluateMessage"));
    m_message->hide();
    content()->addWidget(m_message);
    content()->addWidget(m_modelExport->message());
    m_stack = new QStackedWidget(this);
    m_empty = new EmptyState(
        QStringLiteral("evaluate"), tr("Nothing to evaluate yet"),
        tr("Once a model is trained, this page shows what it gets right and wrong, image by image."), this);
    m_empty->setObjectName(QStringLiteral("evaluateEmpty"));
    connect(m_empty->addPrimary(tr("Train a model")), &QPushButton::clicked, this,
            [this] { Q_EMIT goTo(m_session.active() ? PageId::Train : PageId::Model); });
    m_ask = new EmptyState(QStringLiteral("evaluate"), {}, {}, this);
    m_ask->setObjectName(QStringLiteral("evaluateAsk"));
    m_askButton = m_ask->addPrimary({});
    connect(m_askButton, &QPushButton::clicked, this, [this] { start(true); });
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_ask);
    m_stack->addWidget(buildBusy());
    m_stack->addWidget(buildResults());
    content()->addWidget(m_stack, 1);
    connectAll();
    libraryChanged();
}

void EvaluatePage::connectAll() {
    connect(&m_library, &RunLibrary::changed, this, &EvaluatePage::libraryChanged);
    connect(&m_session, &TrainingSession::stateChanged, this, &Page::readinessChanged);
    connect(m_run, &QComboBox::currentIndexChanged, this, [this](int row) {
        if (!m_filling && row >= 0)
            m_library.select(m_runs->run(row).id);
    });
    for (QPushButton* button : {m_validation, m_test})
        connect(button, &QPushButton::clicked, this, [this, button] {
            m_chosen.split = button == m_test ? annotation::Split::Test : annotation::Split::Validation;
            ensure();
        });
    connect(m_matrix, &ConfusionView::currentChanged, this, &EvaluatePage::cellChanged);
    connect(m_allMistakes, &QToolButton::clicked, this, [this] { m_matrix->setCurrent(std::nullopt); });
    connect(m_imagesView, &EvaluatedImagesView::opened, this, &EvaluatePage::openImage);
    connect(&m_studio, &Studio::projectAboutToClose, this, [this] {
        ++m_generation;
        if (m_job)
            m_job->cancel();
        m_running.reset();
        m_shown.reset();
        m_failed.reset();
        m_evaluation.reset();
        m_images->setEvaluation({});
        m_chosen = {};
    });
    connect(&m_studio, &Studio::projectChanged, this, [this](const project::Change& change) {
        if (!change.imagesChanged.empty() || !change.imagesRemoved.empty() || !change.imagesAdded.empty() ||
            change.classes)
            checkStillTrue();
    });
}

QString EvaluatePage::notReadyReason() const {
    if (!m_studio.project())
        return tr("Open or create a project first.");
    if (std::ranges::none_of(m_library.runs(), run_words::evaluable))
        return m_session.active()
                   ? tr("The first epoch must be finished before there is something to evaluate.")
                   : tr("No model has been trained yet.");
    return {};
}

void EvaluatePage::entered() {
    ensure();
    checkStillTrue();
}

bool EvaluatePage::settled() const {
    return m_library.settled() && !m_running && !m_writing && !m_modelExport->running() &&
           ThumbnailCache::of(m_studio).idle();
}

void EvaluatePage::libraryChanged() {
    std::vector<runs::RunRecord> runs;
    std::ranges::copy_if(m_library.runs(), std::back_inserter(runs), run_words::evaluable);
    const runs::RunRecord* selected = m_library.selected();
    const bool known = selected && run_words::evaluable(*selected);
    m_chosen.runId = known ? selected->id : (runs.empty() ? std::string() : runs.front().id);
    m_filling = true;
    m_runs->setRuns(std::move(runs));
    m_run->setCurrentIndex(m_runs->rowOf(m_chosen.runId));
    m_filling = false;
    ensure();
    Q_EMIT readinessChanged();
}

void EvaluatePage::ensure() {
    m_validation->setChecked(m_chosen.split == annotation::Split::Validation);
    m_test->setChecked(m_chosen.split == annotation::Split::Test);
    const runs::RunRecord* run = m_library.run(m_chosen.runId);
    if (!m_studio.project() || !run)
        return showSheet(Empty);
    const auto options = training::optionsFromJson(run->optionsJson);
    setSubtitle(options ? run_words::startingPoint(*options) : QString());
    if (m_running == m_chosen)
        return showSheet(Busy);
    // A run that was resumed has a new checkpoint under the same name.
    const bool fresh = m_shown == m_chosen && hasEvaluation(run->folder, m_chosen.split);
    if (fresh)
        return showSheet(Results);
    if (m_failed == m_chosen)
        return showSheet(Ask);
    if (m_chosen.split == annotation::Split::Test && !hasEvaluation(run->folder, m_chosen.split))
        return showSheet(Ask);
    // Not behind the user's back: evaluating takes a while and every core.
    if (isVisible())
        start(true);
    else
        showSheet(Busy);
}

void EvaluatePage::start(bool keptIsEnough) {
    const runs::RunRecord* run = m_library.run(m_chosen.runId);
    if (!run || !m_studio.project())
        return;
    if (m_job)
        m_job->cancel();
    m_message->hide();
    m_failed.reset();
    m_running = m_chosen;
    m_busy->setRange(0, 0);
    showSheet(Busy);
    auto request = evaluationRequest(*m_studio.project(), run->folder, m_chosen.split);
    auto result = std::make_shared<std::optional<training::Evaluation>>();
    const auto work = [request = std::move(request), result,
                       keptIsEnough](const Monitor& monitor) -> QString {
        auto evaluation = evaluate(request, keptIsEnough, monitor);
        if (!evaluation)
            return QString::fromStdString(evaluation.error().message);
        *result = std::move(*evaluation);
        return {};
    };
    const auto done = [this, result, what = m_chosen, generation = ++m_generation](const jobs::Job& job) {
        if (generation == m_generation)
            arrived(what, std::move(*result), job.message());
    };
    m_job = m_studio.jobs().start(tr("Evaluating %1").arg(run_words::title(*run)), this, work, done);
    connect(m_job, &jobs::Job::progressed, this, [this, job = m_job.data()] {
        if (job != m_job)
            return;
        const Progress& progress = job->progress();
        m_busy->setRange(0, int(progress.total));
        m_busy->setValue(int(progress.done));
        m_busyText->setText(
            progress.total > 0
                ? tr("Looking at image %1 of %2").arg(countText(progress.done), countText(progress.total))
                : tr("Loading the model"));
    });
}

void EvaluatePage::arrived(const Shown& what, std::optional<training::Evaluation> evaluation,
                           const QString& message) {
    m_running.reset();
    if (evaluation) {
        m_evaluation = std::move(evaluation);
        m_shown = what;
        showResults();
    } else {
        m_failed = what;
        m_message->show(InlineMessage::Kind::Error,
                        message.isEmpty() ? tr("The evaluation was cancelled.") : message);
    }
    ensure();
    checkStillTrue();
}

void EvaluatePage::showSheet(Sheet sheet) {
    if (sheet == Ask) {
        const bool failed = m_failed == m_chosen;
        m_ask->setTexts(failed ? tr("There is no result to show")
                               : tr("The test images are for the last word"),
                        failed ? tr("The reason is above. Once it is mended, evaluate again.")
                               : tr("They have had no part in any choice so far. Look at them once you are "
                                    "content with the validation "
                                    "figures: every look that changes a choice makes them worth less."));
        m_askButton->setText(failed ? tr("Evaluate again") : tr("Evaluate on the test images"));
    }
    m_stack->setCurrentIndex(int(sheet));
    m_choice->setVisible(sheet != Empty);
    m_save->setVisible(sheet == Results);
    m_export->setVisible(sheet != Empty);
    m_report->setVisible(sheet == Results);
    if (sheet == Empty) {
        setSubtitle({});
        m_message->hide();
    }
}

void EvaluatePage::showResults() {
    const training::Evaluation& evaluation = *m_evaluation;
    m_headline->setText(evaluation_text::headline(evaluation));
    m_interval->setText(QStringLiteral("(%1)").arg(evaluation_text::interval(evaluation.summary.accuracy)));
    m_further->setText(evaluation_text::furtherFigures(evaluation));
    QStringList names;
    for (const std::string& name : evaluation.classes)
        names << QString::fromStdString(name);
    m_images->setEvaluation(evaluation);
    m_classes->setEvaluation(evaluation);
    m_matrix->setCurrent(std::nullopt);
    m_matrix->setMatrix(names, evaluation.confusion);
    cellChanged();
    if (!evaluation.problems.empty())
        m_message->show(InlineMessage::Kind::Warning,
                        tr("%1 could not be read and are left out: %2")
                            .arg(words::imageCount(int(evaluation.problems.size())),
                                 QString::fromStdString(evaluation.problems.front())));
}

void EvaluatePage::showNamesOfToday() {
    const std::vector<std::string> before = m_evaluation->classes;
    workflow::nameClasses(*m_evaluation, m_studio.project()->classes());
    if (m_evaluation->classes != before)
        showResults();
}

void EvaluatePage::checkStillTrue() {
    const bool showing = m_evaluation && m_shown == m_chosen && m_studio.project();
    if (!showing)
        return m_stale->hide();
    showNamesOfToday();
    const auto request = evaluationRequest(*m_studio.project(), {}, m_chosen.split);
    const bool stale =
        !matches(*m_evaluation, itemsForRun(request, {m_evaluation->classes, m_evaluation->classIds}));
    QStringList notes;
    if (stale)
        notes << tr("Labels or the split have changed since these figures were made.");
    for (const std::string& note : workflow::classNotes(*m_evaluation, *m_studio.project(), m_chosen.split))
        notes << QString::fromStdString(note);
    if (notes.isEmpty())
        return m_stale->hide();
    m_stale->setAction(stale ? tr("Evaluate again") : QString());
    m_stale->show(InlineMessage::Kind::Note, notes.join(QLatin1Char(' ')));
}

void EvaluatePage::cellChanged() {
    const auto cell = m_matrix->current();
    m_images->showCell(cell ? std::optional(EvaluatedImages::Cell{cell->truth, cell->predicted})
                            : std::nullopt);
    const int count = m_images->rowCount();
    m_allMistakes->setVisible(cell.has_value());
    if (!cell) {
        m_imagesTitle->setText(count == 0 ? tr("No mistakes") : tr("Worst mistakes"));
        m_imagesNote->setText(
            count == 0 ? tr("Every image is right. Choose a cell of the matrix to see the images behind it.")
                       : tr("%1, largest loss first").arg(words::imageCount(count)));
        return;
    }
    m_imagesTitle->setText(QStringLiteral("%1 → %2").arg(
        QString::fromStdString(m_evaluation->classes[std::size_t(cell->truth)]),
        QString::fromStdString(m_evaluation->classes[std::size_t(cell->predicted)])));
    m_imagesNote->setText(count == 0 ? tr("No image")
                                     : tr("%1, largest loss first").arg(words::imageCount(count)));
}

void EvaluatePage::openImage(ImageId id) {
    if (m_studio.project() && m_studio.project()->image(id))
        Q_EMIT openInLabel(id, m_images->ids());
    else
        m_message->show(InlineMessage::Kind::Warning, tr("This image is no longer part of the project."));
}

} // namespace graft::ui
