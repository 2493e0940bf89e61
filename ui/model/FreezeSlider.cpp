#include "ui/model/FreezeSlider.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QFontMetrics>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace graft::ui {
namespace {

constexpr int kStripTop = 10;
constexpr int kStripHeight = 44;
constexpr int kHeight = kStripTop + kStripHeight + 26;
constexpr int kSide = 10; ///< room for the handle at either end
constexpr int kSmallestBlock = 20;
constexpr int kGap = 2;
constexpr int kSnowflake = 14;
constexpr int kHandle = 14;

} // namespace

FreezeSlider::FreezeSlider(QWidget* parent) : QAbstractSlider(parent) {
    setObjectName(QStringLiteral("freezeSlider"));
    setAccessibleName(tr("Frozen blocks, from the input on"));
    setOrientation(Qt::Horizontal);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setRange(0, 0);
    setPageStep(1);
    connect(&theme::Theme::current(), &theme::Theme::changed, this, qOverload<>(&QWidget::update));
}

void FreezeSlider::setStops(FreezeStops stops) {
    m_stops = std::move(stops);
    m_states.clear();
    setRange(0, m_stops.count());
    update();
}

void FreezeSlider::setFreeze(const std::string& freeze) {
    const QSignalBlocker quiet(this);
    setValue(m_stops.frozenOf(freeze));
    m_states = m_stops.statesOf(freeze);
    setAccessibleDescription(parameterSentence(m_stops.parametersOf(freeze)));
    update();
}

FreezeStops::State FreezeSlider::stateOf(int index) const {
    using State = FreezeStops::State;
    if (m_nothing || index >= m_stops.count())
        return State::Learns;
    if (std::size_t(index) < m_states.size())
        return m_states[std::size_t(index)];
    return index < value() ? State::Frozen : State::Learns;
}

void FreezeSlider::setNothingToFreeze(bool nothing) {
    m_nothing = nothing;
    setEnabled(!nothing);
    update();
}

QSize FreezeSlider::sizeHint() const {
    return {600, kHeight};
}

QSize FreezeSlider::minimumSizeHint() const {
    return {2 * kSide + (m_stops.count() + 1) * kSmallestBlock, kHeight};
}

// Widths grow with the square root of the parameters: in proportion, the first blocks of most networks would
// be invisible.
std::vector<int> FreezeSlider::edges() const {
    std::vector<double> weights;
    for (const FreezeStops::Block& block : m_stops.blocks())
        weights.push_back(std::sqrt(double(block.parameters)));
    weights.push_back(std::sqrt(double(m_stops.headParameters())));
    double sum = 0;
    for (const double weight : weights)
        sum += weight;
    const int total = width() - 2 * kSide;
    const int spare = std::max(0, total - int(weights.size()) * kSmallestBlock);
    std::vector<int> edges{kSide};
    double at = kSide;
    for (const double weight : weights) {
        at += kSmallestBlock + (sum > 0 ? spare * weight / sum : 0);
        edges.push_back(int(std::lround(at)));
    }
    return edges;
}

QRect FreezeSlider::blockRect(int index) const {
    const std::vector<int> at = edges();
    return {at[std::size_t(index)], kStripTop, at[std::size_t(index) + 1] - at[std::size_t(index)] - kGap,
            kStripHeight};
}

int FreezeSlider::lineAt(int frozen) const {
    return edges()[std::size_t(std::clamp(frozen, 0, m_stops.count()))] - kGap / 2;
}

int FreezeSlider::frozenAt(int x) const {
    int nearest = 0;
    for (int stop = 1; stop <= m_stops.count(); ++stop)
        if (std::abs(lineAt(stop) - x) < std::abs(lineAt(nearest) - x))
            nearest = stop;
    return nearest;
}

void FreezeSlider::paintBlock(QPainter& painter, int index) const {
    const theme::Palette& palette = theme::palette();
    const bool head = index == m_stops.count();
    const FreezeStops::State state = stateOf(index);
    const bool frozen = state == FreezeStops::State::Frozen;
    const QRect area = blockRect(index);
    QColor color = frozen ? palette.frozen : palette.trainable;
    if (!isEnabled())
        color.setAlphaF(0.6F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(area, theme::kUnit, theme::kUnit);
    if (state == FreezeStops::State::Partly) {
        painter.setBrush(palette.frozen);
        painter.drawRoundedRect(QRect(area.topLeft(), QSize(area.width(), area.height() / 3)), theme::kUnit,
                                theme::kUnit);
    }
    const QString name = head ? tr("head") : m_stops.blocks()[std::size_t(index)].name;
    const QFont font = theme::font(theme::TextSize::Small);
    const QFontMetrics metrics(font);
    painter.setFont(font);
    if (frozen && area.width() >= kSnowflake + 4)
        theme::icon(QStringLiteral("snowflake"), theme::textOn(color))
            .paint(&painter, QRect(area.center().x() - kSnowflake / 2 + 1,
                                   area.center().y() - kSnowflake / 2 + 1, kSnowflake, kSnowflake));
    if (metrics.horizontalAdvance(name) > area.width())
        return;
    painter.setPen(head || frozen ? palette.text : palette.secondary);
    if (!frozen && !head)
        painter.setPen(palette.secondary);
    painter.drawText(QRect(area.left() - 2, area.bottom() + theme::kUnit, area.width() + 4, 18),
                     Qt::AlignHCenter | Qt::AlignTop, name);
}

void FreezeSlider::paintLine(QPainter& painter) const {
    const theme::Palette& palette = theme::palette();
    const int x = lineAt(value());
    painter.setPen(QPen(palette.window, 6));
    painter.drawLine(x, 2, x, kStripTop + kStripHeight + 4);
    painter.setPen(QPen(palette.accent, 3, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(x, 4, x, kStripTop + kStripHeight + 3);
    painter.setBrush(palette.accent);
    painter.setPen(QPen(palette.window, 2));
    painter.drawEllipse(QPointF(x, kStripTop + kStripHeight / 2.0), kHandle / 2.0, kHandle / 2.0);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette.accent, 2));
        painter.drawEllipse(QPointF(x, kStripTop + kStripHeight / 2.0), kHandle / 2.0 + 3, kHandle / 2.0 + 3);
    }
}

void FreezeSlider::paintEvent(QPaintEvent*) {
    if (m_stops.count() == 0)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i <= m_stops.count(); ++i)
        paintBlock(painter, i);
    if (!m_nothing)
        paintLine(painter);
}

void FreezeSlider::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || m_stops.count() == 0)
        return;
    setSliderDown(true);
    setSliderPosition(frozenAt(int(event->position().x())));
}

void FreezeSlider::mouseMoveEvent(QMouseEvent* event) {
    const int x = int(event->position().x());
    if (isSliderDown())
        setSliderPosition(frozenAt(x));
    setCursor(m_stops.count() > 0 && std::abs(lineAt(value()) - x) < kHandle ? Qt::SizeHorCursor
                                                                             : Qt::PointingHandCursor);
}

void FreezeSlider::mouseReleaseEvent(QMouseEvent*) {
    setSliderDown(false);
}

void FreezeSlider::keyPressEvent(QKeyEvent* event) {
    // A slider's Up and Down go the other way in some styles; here both pairs follow the strip.
    if (event->key() == Qt::Key_Up)
        return triggerAction(SliderSingleStepAdd);
    if (event->key() == Qt::Key_Down)
        return triggerAction(SliderSingleStepSub);
    QAbstractSlider::keyPressEvent(event);
}

void FreezeSlider::sliderChange(SliderChange change) {
    QAbstractSlider::sliderChange(change);
    if (change == SliderValueChange)
        m_states.clear(); // the line alone decides
    if (m_stops.count() > 0)
        setAccessibleDescription(parameterSentence(m_stops.parameters(m_nothing ? 0 : value())));
}

void FreezeSlider::changeEvent(QEvent* event) {
    QAbstractSlider::changeEvent(event);
    update();
}

void FreezeSlider::focusInEvent(QFocusEvent* event) {
    QAbstractSlider::focusInEvent(event);
    update();
}

void FreezeSlider::focusOutEvent(QFocusEvent* event) {
    QAbstractSlider::focusOutEvent(event);
    update();
}

QString FreezeSlider::tip(int index) const {
    if (index == m_stops.count())
        return tr("The new head: %1 parameters, always learns").arg(countText(m_stops.headParameters()));
    const FreezeStops::Block& block = m_stops.blocks()[std::size_t(index)];
    const FreezeStops::State state = stateOf(index);
    const QString text = state == FreezeStops::State::Frozen   ? tr("%1: %2 parameters, frozen")
                         : state == FreezeStops::State::Partly ? tr("%1: %2 parameters, some of them frozen")
                                                               : tr("%1: %2 parameters, learns");
    return text.arg(QString::fromStdString(block.prefix), largeCountText(double(block.parameters)));
}

bool FreezeSlider::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip || m_stops.count() == 0)
        return QAbstractSlider::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    for (int i = 0; i <= m_stops.count(); ++i)
        if (blockRect(i).contains(help->pos()))
            QToolTip::showText(help->globalPos(), tip(i), this);
    return true;
}

} // namespace graft::ui
