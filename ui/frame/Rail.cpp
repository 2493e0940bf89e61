#include "ui/frame/Rail.h"

#include "ui/frame/PageNames.h"
#include "ui/frame/RailButton.h"
#include "ui/theme/Theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace graft::ui {

Rail::Rail(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("rail"));
    setAccessibleName(tr("Stages"));
    setFixedWidth(theme::kRailWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, theme::kUnit, 1, theme::kUnit);
    column->setSpacing(0);
    add(PageId::Start);
    column->addSpacing(theme::kInside);
    for (const PageId stage : kStages)
        add(stage);
    column->addStretch(1);
    for (const PageId page : {PageId::Issues, PageId::Jobs, PageId::Settings})
        add(page);
    connect(&theme::Theme::current(), &theme::Theme::changed, this, [this] { update(); });
}

void Rail::add(PageId page) {
    auto* button = new RailButton(pageIcon(page), pageTitle(page), this);
    button->setObjectName(QStringLiteral("rail.") + pageKey(page));
    button->installEventFilter(this);
    // A click on the current page must not leave it unchecked.
    connect(button, &QAbstractButton::clicked, this, [this, page, button] {
        button->setChecked(button->focusPolicy() == Qt::StrongFocus);
        Q_EMIT chosen(page);
    });
    layout()->addWidget(button);
    m_buttons[page] = button;
}

void Rail::setCurrent(PageId page) {
    for (auto button = m_buttons.begin(); button != m_buttons.end(); ++button) {
        const bool current = button.key() == page;
        (*button)->setChecked(current);
        (*button)->setFocusPolicy(current ? Qt::StrongFocus : Qt::ClickFocus);
    }
}

bool Rail::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            moveFocus(watched, key == Qt::Key_Down ? 1 : -1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void Rail::moveFocus(QObject* from, int by) {
    const QList<RailButton*> buttons = m_buttons.values();
    const auto at = int(std::ranges::find(buttons, from) - buttons.begin());
    const int next = (at + by + int(buttons.size())) % int(buttons.size());
    buttons[next]->setFocus(by > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
}

void Rail::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme::palette().surface);
    painter.fillRect(width() - 1, 0, 1, height(), theme::palette().hairline);
}

} // namespace graft::ui
