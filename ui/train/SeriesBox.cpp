#include "ui/train/SeriesBox.h"

#include "ui/theme/Theme.h"
#include "ui/train/RunWords.h"
#include "ui/train/SeriesStrip.h"
#include "ui/widgets/Widgets.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace graft::ui {
namespace {

QString title(const workflow::SeriesState& state) {
    const int finished = state.finished(), all = state.series.runs();
    const QString text = state.series.folds == 1 ? SeriesBox::tr("Repeated runs: %1 of %2 seeds finished")
                         : state.series.seeds == 1
                             ? SeriesBox::tr("Cross-validation: %1 of %2 folds finished")
                             : SeriesBox::tr("Repeated cross-validation: %1 of %2 runs finished");
    return text.arg(finished).arg(all);
}

QString sentence(const metrics::Estimate& mean, int runs) {
    if (runs == 0)
        return SeriesBox::tr(
            "Their mean accuracy and its interval stand here when two of them are finished.");
    if (!std::isfinite(mean.low))
        return SeriesBox::tr("%1 of the validation images right so far; of one run there is no interval.")
            .arg(run_words::percent(mean.value));
    const QLocale locale;
    return SeriesBox::tr("On average %1 of the validation images right, 95 % interval %2–%3, from %4 runs.")
        .arg(run_words::percent(mean.value), locale.toString(100 * mean.low, 'f', 1),
             run_words::percent(mean.high), countText(runs));
}

} // namespace

SeriesBox::SeriesBox(QWidget* parent)
    : QWidget(parent), m_title(bodyLabel({}, this)), m_sentence(bodyLabel({}, this)),
      m_strip(new SeriesStrip(this)),
      m_missing(new QuietButton(tr("Train the missing run"), QStringLiteral("play"), this)) {
    setObjectName(QStringLiteral("seriesBox"));
    m_title->setObjectName(QStringLiteral("seriesTitle"));
    m_title->setFont(theme::font(theme::TextSize::Body, QFont::DemiBold));
    m_sentence->setObjectName(QStringLiteral("seriesMean"));
    m_sentence->setWordWrap(true);
    m_sentence->setToolTip(tr("The interval is that of the mean (Student's t over the finished runs)"));
    m_missing->setObjectName(QStringLiteral("trainMissing"));
    m_missing->setToolTip(
        tr("The runs of this series that are neither there nor waiting, with the same options"));
    connect(m_missing, &QPushButton::clicked, this, &SeriesBox::missingWanted);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, theme::kUnit, 0, 0);
    line->setSpacing(theme::kBetween);
    auto* words = new QVBoxLayout;
    words->setSpacing(theme::kUnit);
    words->addWidget(m_title);
    words->addWidget(m_sentence);
    line->addLayout(words, 1);
    line->addWidget(m_missing, 0, Qt::AlignVCenter);
    line->addWidget(m_strip, 0, Qt::AlignVCenter);
}

void SeriesBox::show(const workflow::SeriesState& state, const std::string& shown, int missing) {
    const metrics::Estimate mean = state.accuracy();
    std::vector<SeriesStrip::Dot> dots;
    for (const runs::RunRecord* run : state.runs)
        if (run && run->state == runs::State::Finished)
            if (const auto accuracy = run_words::bestAccuracy(*run))
                dots.push_back({*accuracy, run->id == shown});
    m_title->setText(title(state));
    m_sentence->setText(sentence(mean, int(dots.size())));
    m_strip->setVisible(dots.size() > 1);
    m_strip->setRuns(std::move(dots), mean);
    m_missing->setVisible(missing > 0);
    m_missing->setText(missing == 1 ? tr("Train the missing run")
                                    : tr("Train the %1 missing runs").arg(countText(missing)));
    setVisible(true);
}

} // namespace graft::ui
