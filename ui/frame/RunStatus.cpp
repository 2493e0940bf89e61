#include "ui/frame/RunStatus.h"

#include "ui/theme/Theme.h"
#include "ui/train/RunWords.h"
#include "ui/train/TrainingSession.h"
#include "ui/widgets/Widgets.h"

#include <QCoreApplication>
#include <QPainter>
#include <QTimer>

#include <algorithm>

namespace graft::ui {
namespace {

constexpr int kBarWidth = 72;
constexpr int kBarHeight = 4;
constexpr int kClockMs = 500;

QString activity(const TrainingSession& session) {
    const LiveRun& live = session.live();
    switch (session.state()) {
    case TrainingSession::State::Paused:
        return QCoreApplication::translate("RunStatus", "paused");
    case TrainingSession::State::Stopping:
        return QCoreApplication::translate("RunStatus", "stopping");
    default:
        break;
    }
    if (live.preparing || (!live.step && live.epochs.empty()))
        return QCoreApplication::translate("RunStatus", "preparing");
    const int epoch = live.step ? live.step->epoch : live.epochs.back().epoch;
    return QCoreApplication::translate("RunStatus", "epoch %1 of %2").arg(epoch).arg(live.options.epochs);
}

} // namespace

double runProgress(const TrainingSession& session) {
    if (!session.active())
        return -1;
    const LiveRun& live = session.live();
    if (live.preparing)
        return live.preparing->total > 0 ? double(live.preparing->done) / double(live.preparing->total) : 0;
    const int finished = live.epochs.empty() ? 0 : live.epochs.back().epoch;
    const bool within = live.step && live.step->epoch > finished && live.step->steps > 0;
    const double part = within ? double(live.step->step) / live.step->steps : 0;
    return std::clamp((finished + part) / std::max(1, live.options.epochs), 0.0, 1.0);
}

QString runSentence(const TrainingSession& session) {
    QStringList parts{run_words::modelTitle(session.live().options.model), activity(session)};
    const bool counting = session.state() == TrainingSession::State::Training;
    if (counting && session.secondsLeft() >= 0)
        parts << QCoreApplication::translate("RunStatus", "about %1 left")
                     .arg(durationText(session.secondsLeft()));
    return parts.join(QStringLiteral(" · "));
}

RunStatus::RunStatus(TrainingSession& session, QWidget* parent)
    : QAbstractButton(parent), m_session(session), m_clock(new QTimer(this)) {
    setObjectName(QStringLiteral("statusRun"));
    setFont(theme::font(theme::TextSize::Small));
    setCursor(Qt::PointingHandCursor);
    setToolTip(tr("Show the run"));
    m_clock->setInterval(kClockMs);
    connect(m_clock, &QTimer::timeout, this, &RunStatus::refresh);
    connect(&session, &TrainingSession::stateChanged, this, &RunStatus::refresh);
    refresh();
}

void RunStatus::refresh() {
    m_progress = runProgress(m_session);
    const bool active = m_session.active();
    active ? m_clock->start() : m_clock->stop();
    setVisible(active);
    if (!active)
        return;
    const QString sentence = runSentence(m_session);
    if (sentence != text()) {
        setText(sentence);
        updateGeometry();
    }
    update();
}

QSize RunStatus::sizeHint() const {
    return {fontMetrics().horizontalAdvance(text()) + kBarWidth + 3 * theme::kInside, 24};
}

void RunStatus::paintEvent(QPaintEvent*) {
    const theme::Palette& colors = theme::palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(colors.accent, 2) : QPen(Qt::NoPen));
        painter.setBrush(colors.hover);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), theme::kRadius, theme::kRadius);
    }
    const QRectF bar(theme::kInside, (height() - kBarHeight) / 2.0, kBarWidth, kBarHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.hairline);
    painter.drawRoundedRect(bar, kBarHeight / 2.0, kBarHeight / 2.0);
    painter.setBrush(colors.accent);
    const double width = std::max<double>(kBarHeight, bar.width() * std::max(0.0, m_progress));
    painter.drawRoundedRect(QRectF(bar.topLeft(), QSizeF(width, kBarHeight)), kBarHeight / 2.0,
                            kBarHeight / 2.0);
    painter.setPen(colors.text);
    painter.setFont(font());
    painter.drawText(rect().adjusted(kBarWidth + 2 * theme::kInside, 0, -theme::kInside, 0),
                     Qt::AlignLeft | Qt::AlignVCenter, text());
}

} // namespace graft::ui
