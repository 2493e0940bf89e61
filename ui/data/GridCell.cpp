#include "ui/data/GridCell.h"

#include "ui/theme/Scrim.h"
#include "ui/theme/Theme.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace graft::ui {
namespace {

constexpr int kInset = 6;
constexpr int kDot = 16;
constexpr int kChipHeight = 20;
constexpr int kRoomForWords = 100; // lower cells show the dot alone: the picture comes first

struct GridWords {
    Q_DECLARE_TR_FUNCTIONS(GridCell)
};

void paintPicture(QPainter& painter, const GridCell& cell, const QRect& area) {
    QPainterPath rounded;
    rounded.addRoundedRect(area, theme::kUnit, theme::kUnit);
    painter.setClipPath(rounded, Qt::IntersectClip);
    painter.fillRect(area, theme::palette().raised);
    if (!cell.picture.isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawPixmap(area, cell.picture);
    }
    if (cell.missing && !cell.picture.isNull())
        painter.fillRect(area, theme::kVeil);
}

void paintScrim(QPainter& painter, const QRect& area) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::kScrim);
    painter.drawRoundedRect(area, area.height() / 2.0, area.height() / 2.0);
}

// Dot with letter, then the name where there is room for a part of it that says something.
int paintClassChip(QPainter& painter, const GridCell& cell, const QRect& area) {
    if (cell.mark.letter.isEmpty())
        return 0;
    const QFont font = theme::font(theme::TextSize::Small, QFont::Medium);
    const QFontMetrics metrics(font);
    const int room = area.width() - 2 * kInset - kDot - 14;
    const QString name = room >= 28 && area.height() >= kRoomForWords
                             ? metrics.elidedText(cell.mark.name, Qt::ElideRight, std::min(room, 140))
                             : QString();
    const int width = kDot + 4 + (name.isEmpty() ? 0 : metrics.horizontalAdvance(name) + 10);
    const QRect chip(area.left() + kInset, area.bottom() - kInset - kChipHeight + 1, width, kChipHeight);
    paintScrim(painter, chip);
    paintClassDot(painter, QRectF(chip.left() + 2, chip.top() + 2, kDot, kDot), cell.mark);
    painter.setFont(font);
    painter.setPen(theme::kOnScrim);
    painter.drawText(chip.adjusted(kDot + 6, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, name);
    return width;
}

void paintSplitBadge(QPainter& painter, const GridCell& cell, const QRect& area, int taken) {
    const QFont font = theme::font(theme::TextSize::Small);
    const int width = QFontMetrics(font).horizontalAdvance(cell.badge) + 14;
    if (cell.badge.isEmpty() || area.height() < kRoomForWords || taken + width + 3 * kInset > area.width())
        return;
    const QRect badge(area.right() - kInset - width + 1, area.bottom() - kInset - kChipHeight + 1, width,
                      kChipHeight);
    paintScrim(painter, badge);
    painter.setFont(font);
    painter.setPen(theme::kOnScrim);
    painter.drawText(badge, Qt::AlignCenter, cell.badge);
}

void paintCorner(QPainter& painter, const QRect& area, int fromRight, const QString& iconName,
                 const QColor& color) {
    const QRect spot(area.right() - kInset - kChipHeight + 1 - fromRight, area.top() + kInset, kChipHeight,
                     kChipHeight);
    paintScrim(painter, spot);
    theme::icon(iconName, color).paint(&painter, spot.adjusted(3, 3, -3, -3));
}

void paintProblem(QPainter& painter, const GridCell& cell, const QRect& area) {
    const theme::Palette& colors = theme::palette();
    const QRect icon(area.center().x() - 11, area.center().y() - 20, 22, 22);
    theme::icon(QStringLiteral("warning"), colors.warning).paint(&painter, icon);
    const QFont font = theme::font(theme::TextSize::Small);
    painter.setFont(font);
    painter.setPen(colors.secondary);
    const QString text = cell.missing ? GridWords::tr("File is missing") : GridWords::tr("Unreadable");
    painter.drawText(QRect(area.left() + 4, icon.bottom() + 4, area.width() - 8, 18), Qt::AlignCenter,
                     QFontMetrics(font).elidedText(text, Qt::ElideRight, area.width() - 8));
}

// Under the chips, which keep their colours.
void paintSelectedWash(QPainter& painter, const QRect& area) {
    QColor wash = theme::palette().accent;
    wash.setAlpha(56);
    painter.setPen(Qt::NoPen);
    painter.setBrush(wash);
    painter.drawRoundedRect(area, theme::kUnit, theme::kUnit);
}

void paintSelected(QPainter& painter, const QRect& area) {
    const theme::Palette& colors = theme::palette();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colors.accent, 3));
    painter.drawRoundedRect(QRectF(area).adjusted(1.5, 1.5, -1.5, -1.5), theme::kUnit, theme::kUnit);
    const QRect tick(area.left() + kInset + 2, area.top() + kInset + 2, 18, 18);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.accent);
    painter.drawEllipse(tick);
    theme::icon(QStringLiteral("check"), colors.onAccent).paint(&painter, tick.adjusted(3, 3, -3, -3));
}

// Seen on any photograph, selected or not: accent outside, a dark and a light line inside it.
void paintCurrent(QPainter& painter, const GridCell& cell) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme::palette().accent, 2));
    painter.drawRoundedRect(QRectF(cell.area).adjusted(1, 1, -1, -1), theme::kUnit, theme::kUnit);
    painter.setPen(QPen(cell.selected ? theme::kOnScrim : theme::kScrim, 1.5));
    const double inset = cell.selected ? 3.75 : 2.75;
    painter.drawRoundedRect(QRectF(cell.area).adjusted(inset, inset, -inset, -inset), 2, 2);
}

} // namespace

void paintGridCell(QPainter& painter, const GridCell& cell) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect& area = cell.area;
    painter.save();
    paintPicture(painter, cell, area);
    painter.restore();
    if (!cell.problem.isEmpty())
        paintProblem(painter, cell, area);
    if (cell.selected)
        paintSelectedWash(painter, area);

    const int chip = paintClassChip(painter, cell, area);
    paintSplitBadge(painter, cell, area, chip);
    int corner = 0;
    if (cell.duplicate) {
        paintCorner(painter, area, corner, QStringLiteral("duplicate"), theme::kOnScrim);
        corner += kChipHeight + 4;
    }
    if (cell.missing && cell.problem.isEmpty())
        paintCorner(painter, area, corner, QStringLiteral("warning"), theme::palette().warning);

    if (cell.hovered && !cell.selected) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme::kGlint);
        painter.drawRoundedRect(area, theme::kUnit, theme::kUnit);
    }
    if (cell.selected)
        paintSelected(painter, area);
    if (cell.current)
        paintCurrent(painter, cell);
    painter.restore();
}

QPixmap filling(const QImage& source, QSize size, double pixelRatio) {
    const QSize wished = (QSizeF(size) * pixelRatio).toSize();
    QImage scaled = source.scaled(wished, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
    scaled = scaled.copy(QRect(
        QPoint((scaled.width() - wished.width()) / 2, (scaled.height() - wished.height()) / 2), wished));
    QPixmap pixmap = QPixmap::fromImage(std::move(scaled));
    pixmap.setDevicePixelRatio(pixelRatio);
    return pixmap;
}

} // namespace graft::ui
