#include "ui/model/BackboneSpace.h"

#include "ui/model/CardGrid.h"
#include "ui/network/NetworkSection.h"
#include "ui/theme/Theme.h"

#include <QEvent>
#include <QLayout>
#include <QScrollArea>

#include <algorithm>

namespace graft::ui {
namespace {

constexpr int kLeastDrawing = 150; ///< height under the cards; with less there is none
constexpr int kLeastHeight = 168;

} // namespace

BackboneSpace::BackboneSpace(CardGrid* cards, NetworkSection* network, QWidget* parent)
    : QWidget(parent), m_cards(cards), m_network(network), m_scroll(new QScrollArea(this)) {
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(cards);
    m_network->setParent(this);
    m_network->setWhole(false);
    cards->installEventFilter(this);
}

QSize BackboneSpace::minimumSizeHint() const {
    return {BackboneCard::kSmallestWidth, kLeastHeight};
}

void BackboneSpace::showNetwork(bool alone) {
    m_alone = alone;
    m_network->setWhole(alone);
    arrange();
}

void BackboneSpace::arrange() {
    m_scroll->setVisible(!m_alone);
    if (m_alone) {
        m_network->setGeometry(rect());
        return m_network->show();
    }
    const int cards = m_cards->layout()->sizeHint().height();
    const int spare = height() - cards - theme::kBetween;
    const bool room = spare >= kLeastDrawing;
    m_scroll->setGeometry(0, 0, width(), room ? cards : height());
    m_network->setGeometry(0, height() - spare, width(), std::max(spare, kLeastDrawing));
    m_network->setVisible(room);
}

void BackboneSpace::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

bool BackboneSpace::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::LayoutRequest)
        QMetaObject::invokeMethod(this, &BackboneSpace::arrange, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

} // namespace graft::ui
