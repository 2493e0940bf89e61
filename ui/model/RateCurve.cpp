#include "ui/model/RateCurve.h"

#include "ui/theme/Theme.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace graft::ui {
namespace {

constexpr int kLeft = 36, kBottom = 20, kTop = 6, kRight = 8;

} // namespace

RateCurve::RateCurve(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("rateCurve"));
    setMinimumHeight(sizeHint().height());
    setAccessibleName(tr("Loss over learning rate"));
}

void RateCurve::setSweep(const training::RateSweep& sweep) {
    m_sweep = sweep;
    if (!sweep.points.empty()) {
        const auto [low, high] =
            std::ranges::minmax_element(sweep.points, {}, &training::RateSweep::Point::loss);
        m_lowest = low->loss;
        // What happens after the rate is much too high would press the rest flat.
        m_highest = std::min(high->loss, sweep.points.front().loss * 1.5);
        m_highest = std::max(m_highest, m_lowest + 1e-6);
    }
    setAccessibleDescription(
        sweep.headRate
            ? tr("The loss falls fastest at a learning rate of %1.").arg(*sweep.headRate, 0, 'g', 2)
            : tr("The loss fell at no learning rate."));
    update();
}

QRectF RateCurve::plotArea() const {
    return QRectF(rect()).adjusted(kLeft, kTop, -kRight, -kBottom);
}

QPointF RateCurve::place(double rate, double loss) const {
    const QRectF area = plotArea();
    const double first = std::log10(m_sweep.points.front().rate),
                 last = std::log10(m_sweep.points.back().rate);
    const double x = last > first ? (std::log10(rate) - first) / (last - first) : 0;
    const double y = std::clamp((loss - m_lowest) / (m_highest - m_lowest), 0.0, 1.0);
    return {area.left() + x * area.width(), area.bottom() - y * area.height()};
}

void RateCurve::paintAxes(QPainter& painter) const {
    const theme::Palette& palette = theme::palette();
    const QRectF area = plotArea();
    painter.setFont(theme::tabularFont(theme::TextSize::Small));
    const int first = int(std::ceil(std::log10(m_sweep.points.front().rate) - 1e-9));
    const int last = int(std::floor(std::log10(m_sweep.points.back().rate) + 1e-9));
    for (int power = first; power <= last; ++power) {
        const double x = place(std::pow(10, power), m_lowest).x();
        painter.setPen(palette.hairline);
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        painter.setPen(palette.secondary);
        if ((power - first) % 2 == 0)
            painter.drawText(QRectF(x - 24, area.bottom() + 2, 48, kBottom - 2), Qt::AlignCenter,
                             QStringLiteral("1e%1").arg(power));
    }
    painter.setPen(palette.secondary);
    for (const double loss : {m_lowest, m_highest}) {
        const double y = place(m_sweep.points.front().rate, loss).y();
        painter.drawText(QRectF(0, y - 8, kLeft - 6, 16), Qt::AlignRight | Qt::AlignVCenter,
                         locale().toString(loss, 'f', 2));
    }
}

void RateCurve::paintEvent(QPaintEvent*) {
    if (m_sweep.points.empty())
        return;
    const theme::Palette& palette = theme::palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintAxes(painter);
    QPainterPath path;
    for (const auto& point : m_sweep.points) {
        const QPointF at = place(point.rate, point.loss);
        path.elementCount() == 0 ? path.moveTo(at) : path.lineTo(at);
    }
    painter.setPen(QPen(palette.accent, 2));
    painter.drawPath(path);
    if (!m_sweep.headRate)
        return;
    const auto chosen = std::ranges::min_element(m_sweep.points, {}, [this](const auto& point) {
        return std::abs(std::log(point.rate / *m_sweep.headRate));
    });
    const QPointF at = place(chosen->rate, chosen->loss);
    painter.setPen(QPen(palette.text, 1, Qt::DashLine));
    painter.drawLine(QPointF(at.x(), plotArea().top()), QPointF(at.x(), plotArea().bottom()));
    painter.setPen(QPen(palette.surface, 2));
    painter.setBrush(palette.accent);
    painter.drawEllipse(at, 5, 5);
}

} // namespace graft::ui
