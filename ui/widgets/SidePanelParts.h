#pragma once

#include <QAbstractButton>

namespace graft::ui {

class SidePanel;

/// The title of a section; a click folds what stands under it.
class SectionHeader : public QAbstractButton {
    Q_OBJECT
public:
    SectionHeader(const QString& title, QWidget* parent);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// The left edge of the panel: drag or arrow keys for its width; click, Space or Return to fold it away and
/// back.
class PanelEdge : public QAbstractButton {
    Q_OBJECT
public:
    explicit PanelEdge(SidePanel& panel);
    void describe();
    QSize sizeHint() const override;
    static constexpr int kWidth = 16;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    SidePanel& m_panel;
    int m_pressedAt = 0;
    int m_widthThen = 0;
    bool m_dragging = false;
};

} // namespace graft::ui
