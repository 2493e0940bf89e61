#pragma once

#include "ui/label/ImageCanvas.h"
#include "ui/label/KeyPointer.h"
#include "ui/label/MaskLayer.h"
#include "ui/label/ShapeLayer.h"
#include "ui/label/tools/Tools.h"

namespace graft::ui {

/// The image with its shapes, and the tool that works on them. Without a project for shapes it shows those
/// that there are, and every gesture moves the image.
class ShapeCanvas : public ImageCanvas {
    Q_OBJECT
public:
    explicit ShapeCanvas(ShapeEditor& editor, QWidget* parent = nullptr);
    ~ShapeCanvas() override;

    ToolKind tool() const { return m_kind; }
    /// What the tool before had begun is dropped.
    void setTool(ToolKind kind);
    /// Classes or the theme changed.
    void setMarks(ClassMarks marks);
    const ShapeLook& look() const { return m_colors.look; }
    void setLook(const ShapeLook& look);
    /// Lines through the pointer, with every tool.
    bool crossHair() const { return m_crossHair; }
    void setCrossHair(bool on);
    /// Of one who draws by keys; Enter shows it.
    const KeyPointer& keyPointer() const { return m_keys; }
    /// No tool waits for an answer, and the picture is whole.
    bool idle() const { return m_background.idle() && sharp(); }
    /// What was begun is dropped: another image is shown.
    void cancelGesture();

Q_SIGNALS:
    void toolChanged();
    /// Space was pressed and let go without moving the image in between.
    void spaceTapped();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void menuWanted(QPoint at) override;
    QPointF zoomCentre() const override;

private:
    CanvasView view() const;
    Pointer pointerAt(const QMouseEvent& event) const;
    void hover(const Pointer& pointer);
    void repaintTool();
    void repaintShapes();
    void showMenu(QPoint at);
    void paintCrossHair(QPainter& painter) const;
    bool shapeKey(const QKeyEvent& event);
    bool toolKey(const QKeyEvent& event);
    bool nudgeKey(const QKeyEvent& event);
    bool escape();
    bool keyPointerKey(const QKeyEvent& event);
    void showKeyPointer();
    void hideKeyPointer();
    void keepKeyPointer();
    void keyPointerMoved();
    void tellKeyPointer();
    void pressByKey(Qt::KeyboardModifiers modifiers);
    void releaseByKey();
    void finishByKey(const QKeyEvent& event);
    void showStroke(const std::vector<annotation::Span>& spans, ClassId color, bool erases);

    ShapeEditor& m_editor;
    Background m_background;
    Workbench m_bench; ///< outlives the tool
    ToolKind m_kind = ToolKind::Select;
    std::unique_ptr<CanvasTool> m_tool; ///< of m_kind
    ShapeColors m_colors;
    MaskLayer m_masks;
    ShapeLayer m_outlines;
    bool m_crossHair = false;
    QPointF m_at; ///< of the pointer, in the view
    KeyPointer m_keys;
    ShapeId m_hovered;
    QRectF m_footprint;        ///< of the tool, where it was painted last
    bool m_inside = false;     ///< the pointer is over the canvas
    bool m_gesture = false;    ///< the button is held, and the tool has it
    bool m_space = false;      ///< Space is held
    bool m_spaceMoved = false; ///< and the image was moved with it
};

} // namespace graft::ui
