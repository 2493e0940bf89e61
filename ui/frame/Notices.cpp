#include "ui/frame/Notices.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace graft::ui {
namespace {
constexpr int kWidest = 640;
}

Notices::Notices(QWidget* host) : QWidget(host), m_message(new InlineMessage(this)) {
    setObjectName(QStringLiteral("notices"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_message);
    connect(m_message, &InlineMessage::closed, this, &Notices::clear);
    connect(m_message->setAction({}), &QPushButton::clicked, this, [this] {
        const auto act = std::exchange(m_act, {});
        clear();
        if (act)
            act();
    });
    host->installEventFilter(this);
    hide();
}

void Notices::fail(const QString& sentence) {
    fail(sentence, {}, {});
}

void Notices::fail(const QString& sentence, const QString& action, std::function<void()> act) {
    m_act = std::move(act);
    m_message->show(InlineMessage::Kind::Error, sentence);
    m_message->setAction(action);
    show();
    place();
    raise();
}

void Notices::clear() {
    m_act = {};
    m_message->hide();
    hide();
}

QString Notices::text() const {
    return isHidden() ? QString() : m_message->text();
}

void Notices::place() {
    const QWidget* host = parentWidget();
    const int width = std::min(kWidest, host->width() - 2 * theme::kAround);
    const int height = layout()->hasHeightForWidth() ? layout()->heightForWidth(width) : sizeHint().height();
    setGeometry((host->width() - width) / 2, host->height() - height - theme::kBetween, width, height);
}

bool Notices::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize && !isHidden())
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace graft::ui
