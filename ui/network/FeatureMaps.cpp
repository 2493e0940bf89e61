#include "ui/network/FeatureMaps.h"

#include "ui/theme/Theme.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPaintEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <cmath>

namespace graft::ui {
namespace {

constexpr int kSide = 48;
constexpr int kAlone = 104; ///< side of a picture that stands alone
constexpr int kCaption = 14;
constexpr int kGap = theme::kInside;

QString number(float value) {
    return QLocale().toString(double(value), 'g', std::abs(value) < 1 ? 1 : 2);
}

} // namespace

QImage pictureOf(const training::Plane& plane) {
    static const std::array<QRgb, 256> colors = [] {
        std::array<QRgb, 256> table{};
        for (int i = 0; i < 256; ++i)
            table[std::size_t(i)] = theme::viridis(i / 255.0).rgb();
        return table;
    }();
    QImage picture(plane.width, plane.height, QImage::Format_RGB32);
    for (int y = 0; y < plane.height; ++y) {
        auto* line = reinterpret_cast<QRgb*>(picture.scanLine(y));
        const std::uint8_t* from =
            plane.pixels.data() + std::size_t(y) * std::size_t(plane.width) * std::size_t(plane.channels);
        for (int x = 0; x < plane.width; ++x, from += plane.channels)
            line[x] = plane.channels == 3 ? qRgb(from[0], from[1], from[2]) : colors[*from];
    }
    return picture;
}

FeatureMaps::FeatureMaps(QWidget* parent) : QWidget(parent) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme::Theme::current(), &theme::Theme::changed, this, qOverload<>(&QWidget::update));
}

void FeatureMaps::setPlanes(const QString& what, const std::vector<training::Plane>& planes) {
    m_what = what;
    m_cells.clear();
    for (const training::Plane& plane : planes)
        m_cells.push_back({pictureOf(plane), plane.minimum, plane.maximum});
    m_side = m_cells.size() == 1 ? kAlone : kSide;
    setAccessibleName(what);
    setAccessibleDescription(
        m_cells.empty()
            ? QString()
            : tr("%1 pictures; the first goes %2").arg(m_cells.size()).arg(range(m_cells.front())));
    updateGeometry();
    update();
}

QString FeatureMaps::range(const Cell& cell) const {
    return tr("from %1 to %2").arg(number(cell.minimum), number(cell.maximum));
}

QSize FeatureMaps::sizeHint() const {
    return {6 * (kSide + kGap), heightForWidth(6 * (kSide + kGap))};
}

int FeatureMaps::heightForWidth(int width) const {
    if (m_cells.empty())
        return 0;
    const int columns = std::max(1, (width + kGap) / (m_side + kGap));
    const int rows = (count() + columns - 1) / columns;
    return rows * (m_side + kCaption + kGap);
}

QRect FeatureMaps::cellArea(int index) const {
    const int columns = std::max(1, (width() + kGap) / (m_side + kGap));
    return {(index % columns) * (m_side + kGap), (index / columns) * (m_side + kCaption + kGap), m_side,
            m_side};
}

void FeatureMaps::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    const QFont font = theme::font(theme::TextSize::Small);
    painter.setFont(font);
    for (int i = 0; i < count(); ++i) {
        const QRect area = cellArea(i);
        if (!area.adjusted(0, 0, kGap, kCaption).intersects(event->rect()))
            continue;
        const Cell& cell = m_cells[std::size_t(i)];
        QSize size = cell.picture.size().scaled(area.size(), Qt::KeepAspectRatio).expandedTo({2, 2});
        const QRect target(area.left(), area.top() + (area.height() - size.height()) / 2, size.width(),
                           size.height());
        painter.drawImage(target, cell.picture); // hard edges: every value is seen
        painter.setPen(theme::palette().hairline);
        painter.drawRect(target.adjusted(0, 0, -1, -1));
        painter.setPen(theme::palette().secondary);
        const QString caption = number(cell.minimum) + QStringLiteral("…") + number(cell.maximum);
        const int width = m_side + kGap - 2;
        painter.drawText(QRect(area.left(), area.bottom() + 1, width, kCaption), Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(caption, Qt::ElideRight, width));
    }
}

bool FeatureMaps::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    for (int i = 0; i < count(); ++i)
        if (cellArea(i).contains(help->pos()))
            QToolTip::showText(help->globalPos(),
                               tr("Channel %1: values %2").arg(i + 1).arg(range(m_cells[std::size_t(i)])),
                               this);
    return true;
}

} // namespace graft::ui
