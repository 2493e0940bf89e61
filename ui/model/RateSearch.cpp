#include "ui/model/RateSearch.h"

#include "ui/frame/Studio.h"
#include "ui/model/RateCurve.h"
#include "ui/theme/Theme.h"
#include "ui/train/RunPreparation.h"
#include "ui/widgets/Widgets.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace graft::ui {
namespace {

/// Whether a curve for the one says nothing of the other; the rates themselves are what it varies.
bool differs(training::TrainingOptions a, training::TrainingOptions b) {
    a.headLearningRate = b.headLearningRate = 0;
    a.learningRate = b.learningRate = 0;
    a.epochs = b.epochs;
    return training::toJson(a) != training::toJson(b);
}

} // namespace

RateSearch::RateSearch(Studio& studio, QWidget* parent) : QWidget(parent), m_studio(studio) {
    setObjectName(QStringLiteral("rateSearch"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kUnit);
    auto* line = new QHBoxLayout;
    m_button = new QuietButton({}, {}, this);
    m_button->setObjectName(QStringLiteral("findRate"));
    m_button->setToolTip(tr("Takes about eighty steps on a copy of the network, each with a larger learning "
                            "rate, and looks where the loss falls fastest; nothing of it is kept."));
    m_take = new QuietButton({}, {}, this);
    m_take->setObjectName(QStringLiteral("takeRate"));
    line->addWidget(m_button);
    line->addWidget(m_take);
    line->addStretch(1);
    layout->addLayout(line);
    m_words = secondaryLabel({}, this);
    m_words->setObjectName(QStringLiteral("rateWords"));
    m_words->setWordWrap(true);
    layout->addWidget(m_words);
    m_curve = new RateCurve(this);
    layout->addWidget(m_curve);
    connect(m_button, &QPushButton::clicked, this, &RateSearch::act);
    connect(m_take, &QPushButton::clicked, this, [this] {
        if (m_sweep.headRate)
            Q_EMIT taken(*m_sweep.headRate, m_sweep.blockRate);
    });
    connect(&studio, &Studio::projectAboutToClose, this, [this] {
        m_sweep = {};
        if (m_searching)
            act();
        refresh();
    });
    refresh();
}

void RateSearch::setOptions(const training::TrainingOptions& options) {
    const bool other = differs(m_options, options);
    m_options = options;
    if (!other)
        return;
    m_sweep = {};
    m_words->clear();
    if (m_searching)
        act();
    refresh();
}

void RateSearch::setAllowed(bool allowed) {
    m_allowed = allowed;
    refresh();
}

/// Begins, or gives up.
void RateSearch::act() {
    const int generation = ++m_generation;
    m_words->clear();
    if (m_searching) {
        m_searching = false;
        if (m_job)
            m_job->cancel();
        return refresh();
    }
    if (!m_studio.project())
        return;
    m_searching = true;
    m_sweep = {};
    refresh();
    prepareRun(m_studio, this, m_options, [this, generation](Result<training::RunInput> input) {
        if (generation != m_generation)
            return;
        if (input)
            return search(std::move(*input));
        finish(input.error());
    });
}

void RateSearch::search(training::RunInput input) {
    auto shared = std::make_shared<const training::RunInput>(std::move(input));
    auto result = std::make_shared<Result<training::RateSweep>>(Error{});
    m_job = m_studio.jobs().start(
        tr("Trying learning rates"), this,
        [shared, result](const Monitor& monitor) -> QString {
            *result = training::findLearningRate(*shared, monitor);
            return result->ok() ? QString() : QString::fromStdString(result->error().message);
        },
        [this, result, generation = m_generation](const jobs::Job&) {
            if (generation == m_generation)
                finish(*result);
        });
    connect(m_job, &jobs::Job::progressed, this, [this, job = m_job.data()] {
        if (job == m_job && m_searching)
            m_words->setText(QString::fromStdString(job->progress().activity));
    });
}

void RateSearch::finish(const Result<training::RateSweep>& sweep) {
    m_searching = false;
    if (!sweep) {
        m_words->setText(QString::fromStdString(sweep.error().message));
    } else {
        m_sweep = *sweep;
        m_curve->setSweep(m_sweep);
        m_words->setText(
            m_sweep.headRate
                ? tr("The loss falls fastest at %1.").arg(locale().toString(*m_sweep.headRate, 'g', 2))
                : tr("The loss fell at no learning rate, so none is suggested."));
    }
    refresh();
}

void RateSearch::refresh() {
    m_button->setText(m_searching ? tr("Stop trying") : tr("Find a learning rate"));
    m_button->setEnabled(m_allowed || m_searching);
    m_curve->setVisible(!m_sweep.points.empty());
    m_take->setVisible(m_sweep.headRate.has_value());
    if (m_sweep.headRate)
        m_take->setText(tr("Use %1").arg(locale().toString(*m_sweep.headRate, 'g', 2)));
    m_words->setVisible(m_searching || !m_words->text().isEmpty());
}

} // namespace graft::ui
