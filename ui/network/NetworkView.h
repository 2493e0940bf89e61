#pragma once

#include "ui/network/NetworkPainter.h"

#include <QThreadPool>
#include <QVariantAnimation>
#include <QWidget>

#include <optional>

namespace graft::ui {

/// The network as a drawing to explore: blocks open by double click or Enter, arrow keys move along the
/// edges, Space freezes a block on its own, the freeze line is dragged. Laid out off the UI thread.
class NetworkView : public QWidget {
    Q_OBJECT
public:
    explicit NetworkView(QWidget* parent = nullptr);
    ~NetworkView() override;

    /// What is open stays open where the architecture is the same.
    void setNetwork(const graph::Architecture& architecture, int classes, int side, int inputChannels = 3);
    void setChoice(const graph::FreezeChoice& choice, bool nothingToFreeze);
    /// Whose learning rate is not the full one.
    void setLearning(const training::LearningOptions& learning);
    const NetworkDrawing& drawing() const { return m_drawing; }
    /// What is seen is laid out as asked for.
    bool settled() const { return m_drawn == m_asked && m_glide.state() == QAbstractAnimation::Stopped; }
    /// Why there is no drawing; empty: there is one, or it is on its way.
    const QString& problem() const { return m_problem; }

    int current() const { return m_sight.current; } ///< a part; -1: none
    void setCurrent(int part);
    /// Opens what is around it, makes it current and brings it into view.
    void reveal(int part);
    void setOpened(int part, bool opened);
    void openAll();
    void foldAll();
    /// Rings around these.
    void setFound(std::vector<int> parts);
    void toggleFrozen(int part);
    void freezeUpTo(int part);
    bool canFreeze(int part) const;

    void fit();
    void zoomBy(double factor, const QPointF& at);
    double scale() const { return m_sight.scale; }

    QRectF boxArea(int part) const; ///< empty: it is not drawn as a box
    double lineX(int frozen) const;
    std::optional<int> partAt(const QPointF& position) const;
    int painted() const { return m_painted; } ///< boxes, by the last paintEvent

    QSize sizeHint() const override { return {640, 260}; }
    QSize minimumSizeHint() const override { return {240, 140}; }

Q_SIGNALS:
    /// The person chose what is frozen.
    void choiceMade(const QString& freeze);
    void currentChanged();
    void laidOut();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    enum class Drag { None, Pan, Line };

    void layOut();
    void deliver(int asked, Result<diagram::Layout> layout);
    void look(double scale, const QPointF& origin);
    void bringIntoView(int part);
    void glideTo(double scale, const QPointF& origin);
    void describe();
    QRectF canvas() const; ///< without the legend
    bool onLine(const QPointF& position) const;
    int nearestStop(double x) const;
    std::optional<int> titleAt(const QPointF& position) const;
    bool onGlyph(int part, const QPointF& position) const;
    void step(int key);
    std::optional<int> along(bool forwards) const;
    std::optional<int> across(bool down) const;
    void hover(const QPointF& position);

    NetworkDrawing m_drawing;
    NetworkSight m_sight;
    QString m_problem;
    int m_asked = 0;
    int m_drawn = 0;
    bool m_fitted = true; ///< the whole network is kept in view
    int m_painted = 0;
    int m_anchor = -1; ///< a part whose corner stays where it is at the next layout
    QPointF m_anchorCorner;
    int m_revealing = -1;
    Drag m_drag = Drag::None;
    QPointF m_pressedAt;
    QPointF m_panFrom;
    QVariantAnimation m_glide;
    QThreadPool m_pool;
};

} // namespace graft::ui
