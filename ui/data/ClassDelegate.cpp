#include "ui/data/ClassDelegate.h"

#include "ui/data/ClassListModel.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>

namespace graft::ui {
namespace {

constexpr int kKeyWidth = 20;
constexpr int kMenuWidth = 24;

} // namespace

ClassDelegate::ClassDelegate(Look look, QObject* parent) : QStyledItemDelegate(parent), m_look(look) {}

QSize ClassDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {160, m_look == Look::Button ? 48 : 32};
}

QRect ClassDelegate::dotRect(const QRect& row) const {
    const int side = m_look == Look::Button ? 24 : 18;
    return {row.left() + theme::kInside, row.center().y() - side / 2 + 1, side, side};
}

QRect ClassDelegate::menuRect(const QRect& row) const {
    return m_look == Look::Button ? QRect()
                                  : QRect(row.right() - kMenuWidth + 1, row.top(), kMenuWidth, row.height());
}

void ClassDelegate::paintBackground(QPainter& painter, const QStyleOptionViewItem& option,
                                    bool current) const {
    const theme::Palette& colors = theme::palette();
    const QRectF area = QRectF(option.rect).adjusted(1, 1, -1, -1);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::NoBrush);
    if (m_look == Look::Button) {
        painter.setPen(current ? QPen(colors.accent, 2) : QPen(colors.hairline, 1));
        painter.setBrush(colors.raised);
        painter.drawRoundedRect(area.adjusted(0.5, 1.5, -0.5, -1.5), theme::kRadius, theme::kRadius);
        painter.setPen(Qt::NoPen);
    }
    const bool focused = option.state & QStyle::State_HasFocus;
    if (option.state & QStyle::State_MouseOver)
        painter.setBrush(colors.hover);
    if (current || (m_look == Look::Row && option.state & QStyle::State_Selected))
        painter.setBrush(colors.selection);
    painter.drawRoundedRect(area.adjusted(0, 1, 0, -1), theme::kRadius, theme::kRadius);
    if (focused) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colors.accent, 2));
        painter.drawRoundedRect(area.adjusted(1, 2, -1, -2), theme::kRadius, theme::kRadius);
    }
}

void ClassDelegate::paintKey(QPainter& painter, const QRect& area, int key, bool current) const {
    if (key <= 0)
        return;
    const theme::Palette& colors = theme::palette();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(current ? colors.secondary : colors.hairline);
    painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setFont(theme::tabularFont(theme::TextSize::Small));
    painter.setPen(colors.secondary);
    painter.drawText(area, Qt::AlignCenter, QString::number(key));
}

void ClassDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    const theme::Palette& colors = theme::palette();
    const bool current = index.data(ClassListModel::CurrentRole).toBool();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintBackground(*painter, option, current);
    const QRect dot = dotRect(option.rect);
    paintClassDot(*painter, dot,
                  {index.data(ClassListModel::ColorRole).value<QColor>(),
                   index.data(ClassListModel::LetterRole).toString(),
                   {},
                   0});

    int right = m_look == Look::Row ? menuRect(option.rect).left() - 4 : option.rect.right() - 12;
    const QRect key(right - kKeyWidth, option.rect.center().y() - kKeyWidth / 2 + 1, kKeyWidth, kKeyWidth);
    paintKey(*painter, key, index.data(ClassListModel::KeyRole).toInt(), current);
    right = key.left() - theme::kInside;

    const QFont numbers = theme::tabularFont(theme::TextSize::Body);
    const QString count = countText(index.data(ClassListModel::CountRole).toInt());
    const int countWidth = QFontMetrics(numbers).horizontalAdvance(count);
    painter->setFont(numbers);
    painter->setPen(colors.secondary);
    painter->drawText(QRect(right - countWidth, option.rect.top(), countWidth + 1, option.rect.height()),
                      Qt::AlignVCenter | Qt::AlignRight, count);

    const QFont font = theme::font(m_look == Look::Button ? theme::TextSize::Lead : theme::TextSize::Body,
                                   current ? QFont::DemiBold : QFont::Normal);
    const int left = dot.right() + 1 + theme::kInside;
    const int room = right - countWidth - theme::kInside - left;
    painter->setFont(font);
    painter->setPen(colors.text);
    painter->drawText(QRect(left, option.rect.top(), room, option.rect.height()),
                      Qt::AlignVCenter | Qt::AlignLeft,
                      QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, room));
    if (m_look == Look::Row && option.state & (QStyle::State_MouseOver | QStyle::State_Selected)) {
        const QRect menu = menuRect(option.rect);
        theme::icon(QStringLiteral("more"), colors.secondary)
            .paint(painter, QRect(menu.center().x() - 8, menu.center().y() - 8, 17, 17));
    }
    painter->restore();
}

QWidget* ClassDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex&) const {
    auto* editor = new QLineEdit(parent);
    editor->setObjectName(QStringLiteral("className"));
    editor->setAccessibleName(tr("Class name"));
    editor->setMaxLength(200);
    return editor;
}

void ClassDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                         const QModelIndex&) const {
    editor->setGeometry(option.rect.adjusted(dotRect(option.rect).right() - option.rect.left() + 4, 0, 0, 0));
}

bool ClassDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                                const QModelIndex& index) {
    if (event->type() == QEvent::MouseButtonRelease && m_look == Look::Row) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        const QPoint point = mouse->position().toPoint();
        if (mouse->button() == Qt::LeftButton && dotRect(option.rect).contains(point)) {
            Q_EMIT colorWanted(index, dotRect(option.rect));
            return true;
        }
        if (mouse->button() == Qt::LeftButton && menuRect(option.rect).contains(point)) {
            Q_EMIT menuWanted(index, mouse->globalPosition().toPoint());
            return true;
        }
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

} // namespace graft::ui
