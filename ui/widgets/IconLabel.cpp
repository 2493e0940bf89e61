#include "ui/widgets/Widgets.h"

#include <QPainter>

namespace graft::ui {

IconLabel::IconLabel(const QString& iconName, int side, QWidget* parent)
    : QWidget(parent), m_name(iconName), m_side(side), m_color(&theme::Palette::secondary) {
    setFixedSize(side, side);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void IconLabel::setIcon(const QString& iconName) {
    m_name = iconName;
    update();
}

void IconLabel::setColor(QColor theme::Palette::*color) {
    m_color = color;
    update();
}

void IconLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    QRect place(0, 0, m_side, m_side);
    place.moveCenter(rect().center());
    theme::icon(m_name, theme::palette().*m_color).paint(&painter, place);
}

} // namespace graft::ui
