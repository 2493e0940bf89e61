#include "ui/train/SeriesStrip.h"

#include "ui/theme/Theme.h"
#include "ui/train/RunWords.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace graft::ui {
namespace {

constexpr int kWidth = 280;
constexpr int kLine = 20, kLabels = 16; ///< heights
constexpr int kEnd = 20;                ///< beside the scale, for half a label
constexpr double kDot = 4.5, kMean = 8; ///< half of what is drawn

} // namespace

SeriesStrip::SeriesStrip(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("seriesStrip"));
    setAccessibleName(tr("Accuracy of the runs"));
    setToolTip(tr("A dot for each run that is finished, the run shown filled; the line is their mean, the "
                  "band its 95 % "
                  "interval"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize SeriesStrip::sizeHint() const {
    return {kWidth, kLine + kLabels};
}

void SeriesStrip::setRuns(std::vector<Dot> dots, const metrics::Estimate& mean) {
    m_dots = std::move(dots);
    m_mean = mean;
    QStringList values;
    for (const Dot& dot : m_dots)
        values << run_words::percent(dot.value);
    setAccessibleDescription(values.join(QStringLiteral(", ")));
    update();
}

double SeriesStrip::low() const {
    double low = m_mean.low;
    for (const Dot& dot : m_dots)
        low = std::isfinite(low) ? std::min(low, dot.value) : dot.value;
    return std::max(0.0, std::floor(low * 20 - 1e-9) / 20); // in steps of 5 %
}

double SeriesStrip::high() const {
    double high = m_mean.high;
    for (const Dot& dot : m_dots)
        high = std::isfinite(high) ? std::max(high, dot.value) : dot.value;
    return std::max(std::min(1.0, std::ceil(high * 20 + 1e-9) / 20), low() + 0.05);
}

double SeriesStrip::place(double value) const {
    return kEnd + (value - low()) / (high() - low()) * (width() - 2 * kEnd);
}

void SeriesStrip::paintEvent(QPaintEvent*) {
    if (m_dots.empty())
        return;
    const theme::Palette& palette = theme::palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = kLine / 2.0;
    painter.setPen(palette.hairline);
    painter.drawLine(QPointF(place(low()), middle), QPointF(place(high()), middle));
    if (std::isfinite(m_mean.low)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette.selection);
        painter.drawRoundedRect(
            QRectF(QPointF(place(m_mean.low), middle - kMean), QPointF(place(m_mean.high), middle + kMean)),
            theme::kUnit, theme::kUnit);
        painter.setPen(QPen(palette.accent, 2));
        painter.drawLine(QPointF(place(m_mean.value), middle - kMean),
                         QPointF(place(m_mean.value), middle + kMean));
    }
    for (const Dot& dot : m_dots) {
        painter.setPen(QPen(palette.text, 1.5));
        painter.setBrush(dot.shown ? palette.text : palette.window);
        painter.drawEllipse(QPointF(place(dot.value), middle), kDot, kDot);
    }
    painter.setPen(palette.secondary);
    painter.setFont(theme::tabularFont(theme::TextSize::Small));
    for (const double end : {low(), high()})
        painter.drawText(QRectF(place(end) - kEnd, kLine, 2.0 * kEnd, kLabels), Qt::AlignCenter,
                         locale().toString(100 * end, 'f', 0) + QStringLiteral("\u202f%"));
}

} // namespace graft::ui
