#pragma once

#include <QWidget>

class QScrollArea;

namespace graft::ui {

class CardGrid;
class NetworkSection;

/// The cards of the backbones, with the drawing of the chosen one beneath them where there is room; or the
/// drawing alone.
class BackboneSpace : public QWidget {
    Q_OBJECT
public:
    BackboneSpace(CardGrid* cards, NetworkSection* network, QWidget* parent = nullptr);
    void showNetwork(bool alone);
    bool networkAlone() const { return m_alone; }

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void arrange();

    CardGrid* m_cards;
    NetworkSection* m_network;
    QScrollArea* m_scroll;
    bool m_alone = false;
};

} // namespace graft::ui
