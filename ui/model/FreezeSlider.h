#pragma once

#include "ui/model/FreezeStops.h"

#include <QAbstractSlider>

namespace graft::ui {

/// The blocks from input to head as a strip: frozen ones cold, trainable ones warm, and the line between
/// them, to be dragged or moved with the arrow keys. The value is the number of frozen blocks.
class FreezeSlider : public QAbstractSlider {
    Q_OBJECT
public:
    explicit FreezeSlider(QWidget* parent = nullptr);
    void setStops(FreezeStops stops);
    const FreezeStops& stops() const { return m_stops; }
    /// TrainingOptions::freeze, blocks that are frozen on their own included. Without a signal.
    void setFreeze(const std::string& freeze);
    /// The line cannot be moved and everything is warm (from scratch).
    void setNothingToFreeze(bool nothing);

    /// x of the line for so many frozen blocks.
    int lineAt(int frozen) const;
    int frozenAt(int x) const; ///< the nearest stop

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void sliderChange(SliderChange change) override;
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRect blockRect(int index) const; ///< index count(): the head
    std::vector<int> edges() const;   ///< left edges of the blocks, of the head, and the right end
    void paintBlock(QPainter& painter, int index) const;
    void paintLine(QPainter& painter) const;
    QString tip(int index) const;

    FreezeStops::State stateOf(int index) const;

    FreezeStops m_stops;
    std::vector<FreezeStops::State> m_states; ///< empty: as the line says
    bool m_nothing = false;
};

} // namespace graft::ui
