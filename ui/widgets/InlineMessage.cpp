#include "ui/theme/Palettes.h"
#include "ui/widgets/Accessible.h"
#include "ui/widgets/Widgets.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace graft::ui {
namespace {

constexpr int kLine = theme::kUnit * 8; ///< height of one line with its button
constexpr double kTint = 0.10;
constexpr double kEdge = 0.45;

struct Look {
    QString icon;
    QColor theme::Palette::*color;
};

Look lookOf(InlineMessage::Kind kind) {
    switch (kind) {
    case InlineMessage::Kind::Success:
        return {QStringLiteral("success"), &theme::Palette::success};
    case InlineMessage::Kind::Warning:
        return {QStringLiteral("warning"), &theme::Palette::warning};
    case InlineMessage::Kind::Error:
        return {QStringLiteral("error"), &theme::Palette::danger};
    case InlineMessage::Kind::Note:
        break;
    }
    return {QStringLiteral("info"), &theme::Palette::accent};
}

QColor withAlpha(QColor color, double alpha) {
    color.setAlphaF(float(alpha));
    return color;
}

} // namespace

InlineMessage::InlineMessage(QWidget* parent)
    : QFrame(parent), m_icon(new IconLabel(QStringLiteral("info"), theme::kUnit * 5, this)),
      m_text(bodyLabel({}, this)), m_action(new QPushButton(this)),
      m_close(new IconButton(QStringLiteral("close"), tr("Close this message"), this)) {
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_icon->setFixedHeight(kLine);
    m_text->setMinimumHeight(kLine);
    m_close->setFixedSize(kLine, kLine);
    m_action->setAutoDefault(false);
    m_action->hide();
    m_close->setIconSize({theme::kBetween, theme::kBetween});
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::kUnit * 3, theme::kUnit, theme::kUnit, theme::kUnit);
    layout->setSpacing(theme::kInside);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action, 0, Qt::AlignTop);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    installAccessibility();
    hide();
}

void InlineMessage::show(Kind kind, const QString& text) {
    const Look look = lookOf(kind);
    m_kind = kind;
    m_icon->setIcon(look.icon);
    m_icon->setColor(look.color);
    m_text->setText(text);
    fitHeight();
    setAccessibleName(text);
    setVisible(true);
    update();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString InlineMessage::text() const {
    return m_text->text();
}

QPushButton* InlineMessage::setAction(const QString& text) {
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
    return m_action;
}

void InlineMessage::paintEvent(QPaintEvent*) {
    const theme::Palette& palette = theme::palette();
    const QColor color = palette.*lookOf(m_kind).color;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme::blended(withAlpha(color, kEdge), palette.surface));
    painter.setBrush(theme::blended(withAlpha(color, kTint), palette.surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme::kRadius, theme::kRadius);
}

// As high as its words at this width, and no higher: a layout would stretch it.
void InlineMessage::fitHeight() {
    setMaximumHeight(std::max(layout()->totalHeightForWidth(width()), layout()->minimumSize().height()));
}

void InlineMessage::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    fitHeight();
}

void InlineMessage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        m_close->click();
    else
        QFrame::keyPressEvent(event);
}

} // namespace graft::ui
