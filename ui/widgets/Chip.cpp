#include "ui/theme/Palettes.h"
#include "ui/widgets/Accessible.h"
#include "ui/widgets/Widgets.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

namespace graft::ui {
namespace {

constexpr int kHeight = 28;
constexpr int kDotSide = 10;

/// A disk in its own colour.
class Dot : public QLabel {
public:
    explicit Dot(QWidget* parent) : QLabel(parent) { setFixedSize(kDotSide, kDotSide); }
    void setColor(const QColor& color) {
        m_color = color;
        setVisible(color.isValid());
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_color);
        painter.drawEllipse(rect());
    }

private:
    QColor m_color;
};

} // namespace

Chip::Chip(const QString& text, QWidget* parent)
    : QFrame(parent), m_dot(new Dot(this)), m_text(bodyLabel({}, this)), m_count(secondaryLabel({}, this)),
      m_remove(new IconButton(QStringLiteral("close"), {}, this)) {
    m_dot->hide();
    m_count->setFont(theme::tabularFont(theme::TextSize::Body));
    m_count->hide();
    m_remove->setIconSize({theme::kUnit * 3, theme::kUnit * 3});
    m_remove->setFixedSize(theme::kUnit * 5, theme::kUnit * 5);
    m_remove->setFocusPolicy(Qt::NoFocus); // the chip has the focus, Delete removes it
    m_remove->hide();
    connect(m_remove, &QToolButton::clicked, this, &Chip::removed);
    auto* layout = new QHBoxLayout(this);
    layout->setSpacing(theme::kInside - 2);
    layout->addWidget(m_dot);
    layout->addWidget(m_text);
    layout->addWidget(m_count);
    layout->addWidget(m_remove);
    setFixedHeight(kHeight);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    updateMargins();
    installAccessibility();
    setText(text);
}

void Chip::setText(const QString& text) {
    m_text->setText(text);
    describe();
}

void Chip::setDot(const QColor& color) {
    static_cast<Dot*>(m_dot)->setColor(color);
}

void Chip::setCount(int count) {
    m_count->setText(count < 0 ? QString() : countText(count));
    m_count->setVisible(count >= 0);
    describe();
}

void Chip::setRemovable(bool removable) {
    m_remove->setVisible(removable);
    updateMargins();
}

bool Chip::isRemovable() const {
    return !m_remove->isHidden();
}

void Chip::setCheckable(bool checkable) {
    m_checkable = checkable;
    if (!checkable)
        setChecked(false);
}

void Chip::setChecked(bool checked) {
    if (m_checked == checked)
        return;
    m_checked = checked;
    update();
    QAccessible::State changed;
    changed.checked = true;
    QAccessibleStateChangeEvent event(this, changed);
    QAccessible::updateAccessibility(&event);
}

void Chip::activate() {
    if (m_checkable)
        setChecked(!m_checked);
    Q_EMIT clicked();
}

void Chip::describe() {
    const QString text = m_text->text();
    const QString count = m_count->text();
    setAccessibleName(count.isEmpty() ? text : tr("%1, %2").arg(text, count));
    m_remove->setToolTip(tr("Remove “%1”").arg(text));
    m_remove->setAccessibleName(m_remove->toolTip());
}

void Chip::updateMargins() {
    layout()->setContentsMargins(theme::kInside + 2, 0, isRemovable() ? theme::kUnit : theme::kInside + 2, 0);
}

void Chip::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return QFrame::mousePressEvent(event);
    m_pressed = true;
    update();
}

void Chip::mouseReleaseEvent(QMouseEvent* event) {
    if (!m_pressed)
        return QFrame::mouseReleaseEvent(event);
    m_pressed = false;
    update();
    if (rect().contains(event->position().toPoint()))
        activate();
}

void Chip::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return activate();
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (isRemovable()) {
            Q_EMIT removed();
            return;
        }
        break;
    default:
        break;
    }
    QFrame::keyPressEvent(event);
}

bool Chip::event(QEvent* event) {
    switch (event->type()) {
    case QEvent::HoverEnter:
    case QEvent::HoverLeave:
    case QEvent::FocusIn:
    case QEvent::FocusOut:
        update();
        break;
    default:
        break;
    }
    return QFrame::event(event);
}

void Chip::paintEvent(QPaintEvent*) {
    const theme::Palette& palette = theme::palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor fill = palette.raised;
    if (m_checked)
        fill = theme::blended(palette.selection, fill);
    if (m_pressed)
        fill = theme::blended(palette.pressed, fill);
    else if (underMouse())
        fill = theme::blended(palette.hover, fill);
    const bool ring = hasFocus();
    const double width = ring ? 2 : 1;
    painter.setPen(QPen(ring || m_checked ? palette.accent : palette.hairline, width));
    painter.setBrush(fill);
    const QRectF area = QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2);
    painter.drawRoundedRect(area, area.height() / 2, area.height() / 2);
}

} // namespace graft::ui
