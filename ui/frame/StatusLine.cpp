#include "ui/frame/StatusLine.h"

#include "ui/frame/MachineFacts.h"
#include "ui/frame/RunStatus.h"
#include "ui/frame/Studio.h"
#include "ui/theme/Theme.h"
#include "ui/train/TrainingSession.h"
#include "ui/widgets/Widgets.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QTimer>

namespace graft::ui {
namespace {

constexpr int kHeight = 28;
constexpr int kMark = 14;
constexpr int kToldMs = 8000;
constexpr int kLookMs = 2000;

} // namespace

StatusLine::StatusLine(Studio& studio, TrainingSession& session, MachineFacts& machine, QWidget* parent)
    : QWidget(parent), m_studio(studio), m_session(session), m_machine(machine),
      m_savedMark(new IconLabel(QStringLiteral("check"), kMark, this)),
      m_saved(addLabel(QStringLiteral("statusSaved"))), m_told(addLabel(QStringLiteral("statusTold"))),
      m_run(new RunStatus(session, this)), m_device(addLabel(QStringLiteral("statusDevice"))),
      m_memory(addLabel(QStringLiteral("statusMemory"))), m_forget(new QTimer(this)),
      m_look(new QTimer(this)) {
    setObjectName(QStringLiteral("statusLine"));
    setFixedHeight(kHeight);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(theme::kBetween, 1, theme::kBetween, 0);
    line->setSpacing(theme::kInside);
    line->addWidget(m_savedMark);
    line->addWidget(m_saved);
    line->addSpacing(theme::kInside);
    line->addWidget(m_told, 1);
    line->addWidget(m_run);
    const std::pair<QString, QLabel*> facts[] = {{QStringLiteral("processor"), m_device},
                                                 {QStringLiteral("memory"), m_memory}};
    for (const auto& [icon, fact] : facts) {
        line->addSpacing(theme::kInside);
        line->addWidget(new IconLabel(icon, kMark, this));
        line->addWidget(fact);
    }
    // A long sentence gives way before the window grows.
    m_told->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_memory->setToolTip(tr("Memory that the program occupies"));
    m_memory->setFont(theme::tabularFont(theme::TextSize::Small));

    m_forget->setSingleShot(true);
    m_forget->setInterval(kToldMs);
    connect(m_forget, &QTimer::timeout, m_told, &QLabel::clear);
    m_look->setInterval(kLookMs);
    connect(m_look, &QTimer::timeout, this, &StatusLine::refreshMemory);
    m_look->start();
    connect(m_run, &QAbstractButton::clicked, this, &StatusLine::runWanted);
    connect(&m_studio, &Studio::projectOpened, this, &StatusLine::refreshSaved);
    connect(&m_studio, &Studio::savedChanged, this, &StatusLine::refreshSaved);
    connect(&m_machine, &MachineFacts::known, this, &StatusLine::refreshDevice);
    connect(&m_session, &TrainingSession::stateChanged, this, &StatusLine::refreshDevice);
    refreshSaved();
    refreshDevice();
    refreshMemory();
}

QLabel* StatusLine::addLabel(const QString& name) {
    QLabel* label = secondaryLabel({}, this);
    label->setObjectName(name);
    label->setFont(theme::font(theme::TextSize::Small));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(false);
    return label;
}

void StatusLine::tell(const QString& sentence) {
    m_told->setText(sentence);
    m_told->setToolTip(sentence);
    m_forget->start();
}

void StatusLine::refreshSaved() {
    const project::Project* project = m_studio.project();
    QString text, icon = QStringLiteral("check");
    QColor theme::Palette::*color = &theme::Palette::success;
    if (!m_studio.unsavedProblem().isEmpty()) {
        text = tr("The last change was not saved");
        icon = QStringLiteral("warning");
        color = &theme::Palette::danger;
    } else if (project && project->readOnly()) {
        text = tr("Read-only: nothing can be changed");
        icon = QStringLiteral("lock");
        color = &theme::Palette::warning;
    } else if (project) {
        text = tr("All changes saved");
    }
    m_saved->setText(text);
    m_saved->setToolTip(m_studio.unsavedProblem().isEmpty()
                            ? tr("Every change is on disk the moment it is made; there is nothing to save.")
                            : m_studio.unsavedProblem());
    m_savedMark->setVisible(!text.isEmpty());
    m_savedMark->setIcon(icon);
    m_savedMark->setColor(color);
}

void StatusLine::refreshDevice() {
    const QString choice = m_session.active() ? QString::fromStdString(m_session.live().options.device)
                                              : m_studio.preferences().device();
    const QString device = m_machine.deviceText(choice);
    m_device->setText(device.isEmpty() ? QStringLiteral("…") : device);
    m_device->setToolTip(tr("What runs compute on"));
}

void StatusLine::refreshMemory() {
    const qint64 bytes = residentBytes();
    m_memory->setVisible(bytes > 0);
    if (bytes > 0)
        m_memory->setText(bytesText(bytes));
    refreshDevice();
}

void StatusLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme::palette().surface);
    painter.fillRect(0, 0, width(), 1, theme::palette().hairline);
}

} // namespace graft::ui
