#include "ui/evaluate/ConfusionView.h"

#include "ui/data/Words.h"
#include "ui/theme/Theme.h"
#include "ui/train/RunWords.h"

#include <QAccessible>
#include <QFontMetrics>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace graft::ui {
namespace {

constexpr int kCaption = 20; ///< "Predicted" above, "Truth" at the left
constexpr int kNameHeight = 24;
constexpr int kUprightName = 84;
constexpr int kLongestName = 112;
constexpr int kRoomForName = 52; ///< narrower cells have their column's name upright
constexpr QSize kSmallestCell{30, 26};
constexpr QSize kLargestCell{132, 96};
constexpr int kRoomForShare = 44; ///< height from which count and share both fit
constexpr int kRoomForFigure = 64;
constexpr int kGap = 2;

QFont nameFont() {
    return theme::font(theme::TextSize::Body);
}

} // namespace

ConfusionView::ConfusionView(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("confusionMatrix"));
    setAccessibleName(tr("Confusion matrix"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    connect(&theme::Theme::current(), &theme::Theme::changed, this, qOverload<>(&QWidget::update));
}

void ConfusionView::setMatrix(const QStringList& classes, const metrics::ConfusionMatrix& matrix) {
    m_classes = classes;
    m_matrix = matrix;
    m_rowTotals.clear();
    m_largest = 0;
    for (const auto& row : matrix) {
        m_rowTotals.push_back(std::accumulate(row.begin(), row.end(), std::int64_t(0)));
        m_largest = std::max(m_largest, row.empty() ? 0 : *std::ranges::max_element(row));
    }
    m_hovered.reset();
    setMinimumSize(kCaption + nameWidth() + side() * kSmallestCell.width(),
                   kCaption + kUprightName + side() * kSmallestCell.height());
    if (m_current && (m_current->truth >= side() || m_current->predicted >= side()))
        setCurrent(std::nullopt);
    updateGeometry();
    update();
}

void ConfusionView::setNormalised(bool normalised) {
    m_normalised = normalised;
    update();
}

int ConfusionView::nameWidth() const {
    const QFontMetrics metrics(nameFont());
    int widest = 24;
    for (const QString& name : m_classes)
        widest = std::max(widest, metrics.horizontalAdvance(name));
    return std::min(widest + 2, kLongestName) + theme::kInside;
}

ConfusionView::Geometry ConfusionView::geometry(const QSize& size) const {
    Geometry geometry;
    const int classes = std::max(1, side());
    geometry.left = kCaption + nameWidth();
    geometry.cellWidth =
        std::clamp((size.width() - geometry.left) / classes, kSmallestCell.width(), kLargestCell.width());
    geometry.uprightNames = geometry.cellWidth < kRoomForName;
    geometry.top = kCaption + (geometry.uprightNames ? kUprightName : kNameHeight);
    const int tallest = std::clamp(geometry.cellWidth, kSmallestCell.height(), kLargestCell.height());
    geometry.cellHeight =
        std::clamp((size.height() - geometry.top) / classes, kSmallestCell.height(), tallest);
    return geometry;
}

QRect ConfusionView::cellRect(const Geometry& geometry, Cell cell) const {
    return {geometry.left + cell.predicted * geometry.cellWidth,
            geometry.top + cell.truth * geometry.cellHeight, geometry.cellWidth - kGap,
            geometry.cellHeight - kGap};
}

QRect ConfusionView::cellRect(Cell cell) const {
    return cellRect(geometry(size()), cell);
}

std::optional<ConfusionView::Cell> ConfusionView::cellAt(const QPoint& position) const {
    const Geometry place = geometry(size());
    const QPoint inside = position - QPoint(place.left, place.top);
    if (inside.x() < 0 || inside.y() < 0 || inside.x() >= side() * place.cellWidth ||
        inside.y() >= side() * place.cellHeight)
        return std::nullopt;
    return Cell{inside.y() / place.cellHeight, inside.x() / place.cellWidth};
}

double ConfusionView::share(Cell cell) const {
    const std::int64_t total = m_rowTotals[std::size_t(cell.truth)];
    return total > 0 ? double(count(cell)) / double(total) : 0;
}

QString ConfusionView::spoken(Cell cell) const {
    const QString truth = m_classes.value(cell.truth);
    return tr("%1 of %2, predicted as %3 (%4 of its row)")
        .arg(words::imageCount(int(count(cell))), truth, m_classes.value(cell.predicted),
             run_words::percent(share(cell)));
}

QSize ConfusionView::sizeHint() const {
    const int cell = 84;
    return {kCaption + nameWidth() + side() * cell, kCaption + kNameHeight + side() * cell};
}

void ConfusionView::setCurrent(std::optional<Cell> cell) {
    if (m_current == cell)
        return;
    m_current = cell;
    setAccessibleDescription(cell ? spoken(*cell) : QString());
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    update();
    Q_EMIT currentChanged();
}

void ConfusionView::paint(QPainter& painter, const Geometry& geometry, bool interactive) const {
    painter.setRenderHint(QPainter::Antialiasing);
    paintCaptions(painter, geometry);
    paintNames(painter, geometry);
    for (int truth = 0; truth < side(); ++truth)
        for (int predicted = 0; predicted < side(); ++predicted)
            paintCell(painter, geometry, {truth, predicted});
    if (!interactive)
        return;
    const theme::Palette& palette = theme::palette();
    painter.setBrush(Qt::NoBrush);
    if (m_hovered && m_hovered != m_current) {
        painter.setPen(QPen(palette.secondary, 1.5));
        painter.drawRoundedRect(QRectF(cellRect(geometry, *m_hovered)), theme::kUnit, theme::kUnit);
    }
    if (m_current) {
        painter.setPen(QPen(palette.window, 2));
        painter.drawRoundedRect(QRectF(cellRect(geometry, *m_current)).adjusted(2, 2, -2, -2), theme::kUnit,
                                theme::kUnit);
        painter.setPen(QPen(palette.accent, hasFocus() ? 3 : 2));
        painter.drawRoundedRect(QRectF(cellRect(geometry, *m_current)), theme::kUnit, theme::kUnit);
    }
}

void ConfusionView::paintCaptions(QPainter& painter, const Geometry& geometry) const {
    painter.setFont(theme::font(theme::TextSize::Small));
    painter.setPen(theme::palette().secondary);
    const int width = side() * geometry.cellWidth - kGap;
    const int height = side() * geometry.cellHeight - kGap;
    painter.drawText(QRect(geometry.left, 0, width, kCaption), Qt::AlignCenter, tr("Predicted"));
    painter.save();
    painter.translate(0, geometry.top + height);
    painter.rotate(-90);
    painter.drawText(QRect(0, 0, height, kCaption), Qt::AlignCenter, tr("Truth"));
    painter.restore();
}

void ConfusionView::paintNames(QPainter& painter, const Geometry& geometry) const {
    const QFontMetrics metrics(nameFont());
    painter.setFont(nameFont());
    for (int i = 0; i < side(); ++i) {
        const bool row = m_current && m_current->truth == i;
        const bool column = m_current && m_current->predicted == i;
        const QString name = m_classes.value(i);
        const QRect left(kCaption, geometry.top + i * geometry.cellHeight,
                         geometry.left - kCaption - theme::kInside, geometry.cellHeight - kGap);
        painter.setPen(row ? theme::palette().text : theme::palette().secondary);
        painter.drawText(left, Qt::AlignRight | Qt::AlignVCenter,
                         metrics.elidedText(name, Qt::ElideMiddle, left.width()));
        painter.setPen(column ? theme::palette().text : theme::palette().secondary);
        const int x = geometry.left + i * geometry.cellWidth;
        if (!geometry.uprightNames) {
            const QRect above(x, kCaption, geometry.cellWidth - kGap, kNameHeight - theme::kUnit);
            painter.drawText(above, Qt::AlignHCenter | Qt::AlignBottom,
                             metrics.elidedText(name, Qt::ElideMiddle, above.width()));
            continue;
        }
        painter.save();
        painter.translate(x, geometry.top - theme::kUnit);
        painter.rotate(-90);
        const int length = kUprightName - theme::kInside;
        painter.drawText(QRect(0, 0, length, geometry.cellWidth - kGap), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(name, Qt::ElideMiddle, length));
        painter.restore();
    }
}

void ConfusionView::paintCell(QPainter& painter, const Geometry& geometry, Cell cell) const {
    const theme::Palette& palette = theme::palette();
    const QRect area = cellRect(geometry, cell);
    const std::int64_t images = count(cell);
    const double t = m_normalised ? share(cell) : (m_largest > 0 ? double(images) / double(m_largest) : 0);
    const QColor background = images > 0 ? theme::viridis(t) : palette.surface;
    painter.setPen(images > 0 ? QPen(Qt::NoPen) : QPen(palette.hairline));
    painter.setBrush(background);
    painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), theme::kUnit, theme::kUnit);
    painter.setPen(images > 0 ? theme::textOn(background) : palette.secondary);
    if (images == 0) {
        painter.setFont(theme::tabularFont(theme::TextSize::Small));
        return painter.drawText(area, Qt::AlignCenter, QStringLiteral("0"));
    }
    const int digits = geometry.cellWidth < kRoomForName ? 0 : 1;
    const QString shareText = QLocale().toString(100 * share(cell), 'f', digits) + QStringLiteral("\u202f%");
    const QString countText = QLocale().toString(qlonglong(images));
    const bool roomy = area.height() >= kRoomForFigure && area.width() >= kRoomForFigure;
    QFont large = theme::tabularFont(roomy ? theme::TextSize::Title : theme::TextSize::Body);
    large.setWeight(cell.truth == cell.predicted ? QFont::DemiBold : QFont::Normal);
    painter.setFont(large);
    const QString& first = m_normalised ? shareText : countText;
    if (area.height() < kRoomForShare)
        return painter.drawText(area, Qt::AlignCenter, first);
    const int middle = area.top() + area.height() * 6 / 11;
    painter.drawText(QRect(area.left(), area.top(), area.width(), middle - area.top()),
                     Qt::AlignHCenter | Qt::AlignBottom, first);
    painter.setFont(theme::tabularFont(theme::TextSize::Small));
    painter.drawText(QRect(area.left(), middle + 1, area.width(), area.bottom() - middle),
                     Qt::AlignHCenter | Qt::AlignTop, m_normalised ? countText : shareText);
}

QImage ConfusionView::asImage(double scale) const {
    const int margin = theme::kBetween;
    const QSize size = sizeHint() + QSize(2 * margin, 2 * margin);
    QImage image((QSizeF(size) * scale).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(theme::palette().window);
    QPainter painter(&image);
    painter.translate(margin, margin);
    paint(painter, geometry(sizeHint()), false);
    return image;
}

void ConfusionView::paintEvent(QPaintEvent*) {
    if (side() == 0)
        return;
    QPainter painter(this);
    paint(painter, geometry(size()), true);
}

void ConfusionView::keyPressEvent(QKeyEvent* event) {
    if (side() == 0)
        return QWidget::keyPressEvent(event);
    if (event->key() == Qt::Key_Escape && m_current)
        return setCurrent(std::nullopt);
    Cell cell = m_current.value_or(Cell{});
    const bool control = event->modifiers() & Qt::ControlModifier;
    switch (event->key()) {
    case Qt::Key_Left:
        cell.predicted = m_current ? std::max(0, cell.predicted - 1) : 0;
        break;
    case Qt::Key_Right:
        cell.predicted = m_current ? std::min(side() - 1, cell.predicted + 1) : 0;
        break;
    case Qt::Key_Up:
        cell.truth = m_current ? std::max(0, cell.truth - 1) : 0;
        break;
    case Qt::Key_Down:
        cell.truth = m_current ? std::min(side() - 1, cell.truth + 1) : 0;
        break;
    case Qt::Key_Home:
        cell = {control ? 0 : cell.truth, 0};
        break;
    case Qt::Key_End:
        cell = {control ? side() - 1 : cell.truth, side() - 1};
        break;
    default:
        return QWidget::keyPressEvent(event);
    }
    setCurrent(cell);
}

void ConfusionView::mousePressEvent(QMouseEvent* event) {
    const auto cell = cellAt(event->position().toPoint());
    setCurrent(cell == m_current ? std::nullopt : cell);
}

void ConfusionView::mouseMoveEvent(QMouseEvent* event) {
    const auto cell = cellAt(event->position().toPoint());
    setCursor(cell ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (cell != m_hovered) {
        m_hovered = cell;
        update();
    }
}

void ConfusionView::leaveEvent(QEvent* event) {
    m_hovered.reset();
    update();
    QWidget::leaveEvent(event);
}

void ConfusionView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

QString ConfusionView::nameTip(const QPoint& position) const {
    const Geometry place = geometry(size());
    const int row = position.x() < place.left && position.y() >= place.top
                        ? (position.y() - place.top) / place.cellHeight
                        : -1;
    const int column = position.y() < place.top && position.x() >= place.left
                           ? (position.x() - place.left) / place.cellWidth
                           : -1;
    return row >= 0 ? m_classes.value(row) : (column >= 0 ? m_classes.value(column) : QString());
}

bool ConfusionView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto cell = cellAt(help->pos());
    const QString text = cell ? spoken(*cell) : nameTip(help->pos());
    text.isEmpty() ? QToolTip::hideText() : QToolTip::showText(help->globalPos(), text, this);
    return true;
}

} // namespace graft::ui
