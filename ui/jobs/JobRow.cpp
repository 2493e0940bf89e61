#include "ui/jobs/JobRow.h"

#include "ui/jobs/JobLog.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>

namespace graft::ui {
namespace {

constexpr int kIcon = 20;
constexpr int kSteps = 1000;

struct Mark {
    QString icon;
    QColor theme::Palette::*color;
};

Mark markOf(const JobEntry& entry) {
    switch (entry.state) {
    case jobs::JobState::Done:
        return {QStringLiteral("success"), &theme::Palette::success};
    case jobs::JobState::Failed:
        return {QStringLiteral("error"), &theme::Palette::danger};
    case jobs::JobState::Cancelled:
        return {QStringLiteral("stop"), &theme::Palette::secondary};
    default:
        break;
    }
    return {entry.run ? QStringLiteral("train") : QStringLiteral("jobs"), &theme::Palette::accent};
}

} // namespace

JobRow::JobRow(QWidget* parent)
    : QWidget(parent), m_icon(new IconLabel(QStringLiteral("jobs"), kIcon, this)),
      m_title(bodyLabel({}, this)), m_when(secondaryLabel({}, this)), m_sentence(secondaryLabel({}, this)),
      m_bar(new QProgressBar(this)), m_open(new QuietButton(tr("Show"), {}, this)),
      m_pause(new QuietButton(tr("Pause"), QStringLiteral("pause"), this)),
      m_cancel(new QuietButton(tr("Cancel"), {}, this)) {
    setObjectName(QStringLiteral("jobRow"));
    m_title->setFont(theme::font(theme::TextSize::Body, QFont::Medium));
    m_when->setFont(theme::tabularFont(theme::TextSize::Small));
    m_sentence->setObjectName(QStringLiteral("jobSentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(theme::kUnit);
    m_cancel->setObjectName(QStringLiteral("cancelJob"));
    m_pause->setObjectName(QStringLiteral("pauseJob"));

    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, theme::kInside + theme::kUnit, 0, theme::kInside + theme::kUnit);
    line->setSpacing(theme::kInside + theme::kUnit);
    line->addWidget(m_icon, 0, Qt::AlignTop);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(theme::kUnit);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_when);
    texts->addLayout(head);
    texts->addWidget(m_bar);
    texts->addWidget(m_sentence);
    line->addLayout(texts, 1);
    for (QPushButton* button : {m_open, m_pause, m_cancel})
        line->addWidget(button);
    connect(m_cancel, &QPushButton::clicked, this, &JobRow::cancelled);
    connect(m_pause, &QPushButton::clicked, this, &JobRow::pauseToggled);
    connect(m_open, &QPushButton::clicked, this, &JobRow::opened);
}

void JobRow::show(const JobEntry& entry) {
    const Mark mark = markOf(entry);
    m_icon->setIcon(mark.icon);
    m_icon->setColor(mark.color);
    m_title->setText(entry.title);
    m_when->setText(QLocale().toString(entry.started.time(), QLocale::ShortFormat));
    m_sentence->setText(jobSentence(entry));
    setAccessibleName(entry.title);
    setAccessibleDescription(m_sentence->text());
    m_bar->setAccessibleName(tr("Progress of %1").arg(entry.title));
    m_bar->setVisible(!entry.isOver());
    if (entry.progress >= 0) {
        m_bar->setRange(0, kSteps);
        m_bar->setValue(int(entry.progress * kSteps));
    } else {
        m_bar->setRange(0, entry.state == jobs::JobState::Running ? 0 : kSteps);
    }
    m_open->setVisible(entry.run);
    m_pause->setVisible(entry.run && !entry.isOver());
    m_pause->setText(entry.paused ? tr("Continue") : tr("Pause"));
    m_pause->setIcon(theme::icon(entry.paused ? QStringLiteral("play") : QStringLiteral("pause")));
    m_cancel->setVisible(!entry.isOver());
    m_cancel->setText(entry.run ? tr("Stop") : tr("Cancel"));
}

} // namespace graft::ui
