#include "ui/label/ShapeCanvas.h"

#include "annotation/HitTest.h"
#include "ui/label/ShapeCommands.h"
#include "ui/theme/Theme.h"

#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

namespace graft::ui {
ShapeCanvas::ShapeCanvas(ShapeEditor& editor, QWidget* parent)
    : ImageCanvas(parent),
      m_editor(editor), m_bench{m_background, [this] { return loaded(); }, [this] { update(); }},
      m_tool(makeTool(m_kind, editor, m_bench)) {
    setMouseTracking(true);
    connect(&m_editor, &ShapeEditor::changed, this, [this] {
        m_masks.endStroke(); // outlines are painted anew where they are others
        update();
    });
    connect(&m_editor, &ShapeEditor::previewMoved, this, [this] {
        m_masks.invalidate();
        update();
    });
    connect(&m_editor, &ShapeEditor::strokeEnded, this, [this] {
        m_masks.endStroke();
        update();
    });
    connect(&m_editor, &ShapeEditor::selectionChanged, this, [this] {
        m_masks.invalidate();
        update();
    });
    connect(&m_editor, &ShapeEditor::storedChanged, this, [this] {
        if (m_gesture)
            cancelGesture();
    });
    connect(&m_editor, &ShapeEditor::nextClassChanged, this, qOverload<>(&QWidget::update));
    connect(&m_editor, &ShapeEditor::brushChanged, this, qOverload<>(&QWidget::update));
    connect(&m_editor, &ShapeEditor::strokeGrew, this, &ShapeCanvas::showStroke);
    connect(this, &ImageCanvas::pictureChanged, this, &ShapeCanvas::keepKeyPointer);
}

ShapeCanvas::~ShapeCanvas() = default;

void ShapeCanvas::setTool(ToolKind kind) {
    if (kind == m_kind)
        return;
    cancelGesture();
    m_tool = makeTool(kind, m_editor, m_bench);
    m_kind = kind;
    unsetCursor();
    if (m_keys.shown())
        keyPointerMoved();
    update();
    Q_EMIT toolChanged();
}

void ShapeCanvas::setMarks(ClassMarks marks) {
    m_colors.marks = std::move(marks);
    repaintShapes();
}

void ShapeCanvas::setLook(const ShapeLook& look) {
    m_colors.look = look;
    repaintShapes();
}

void ShapeCanvas::setCrossHair(bool on) {
    m_crossHair = on;
    update();
}

void ShapeCanvas::repaintShapes() {
    m_masks.invalidate();
    m_outlines.invalidate();
    update();
}

void ShapeCanvas::cancelGesture() {
    m_tool->cancel();
    m_gesture = false;
    m_keys.release();
    m_hovered = {};
    update();
}

CanvasView ShapeCanvas::view() const {
    return {imageInView().topLeft(), scale()};
}

Pointer ShapeCanvas::pointerAt(const QMouseEvent& event) const {
    const QPointF at = imageFromView(event.position());
    return {{at.x(), at.y()}, kReach / scale(), event.modifiers()};
}

void ShapeCanvas::paintEvent(QPaintEvent* event) {
    ImageCanvas::paintEvent(event);
    if (imageSize().isEmpty())
        return;
    QPainter painter(this);
    m_masks.paint(painter, m_editor, m_colors, view(), size(), devicePixelRatioF());
    m_outlines.paint(painter, m_editor, m_colors, view(), size(), devicePixelRatioF());
    paintHighlights(painter, m_editor, m_colors, view(), m_hovered);
    if (m_crossHair && (m_inside || m_keys.shown()))
        paintCrossHair(painter);
    if (!m_editor.editable())
        return;
    const bool handles = m_kind == ToolKind::Select || m_kind == ToolKind::Box;
    if (const auto single = m_editor.single(); single && handles)
        paintHandles(painter, *single, m_colors.of(*single), view());
    if (m_inside || m_keys.shown() || m_tool->busy())
        m_tool->paint(painter, m_colors.marks, view());
    if (m_keys.shown())
        m_keys.paint(painter, viewFromImage({m_keys.at().x, m_keys.at().y}));
}

// A dark line beside a light one is seen on every image.
void ShapeCanvas::paintCrossHair(QPainter& painter) const {
    painter.setRenderHint(QPainter::Antialiasing, false);
    const theme::Palette& colors = theme::palette();
    for (const auto& [by, color] : {std::pair(0.0, colors.text), std::pair(1.0, colors.window)}) {
        painter.setPen(QPen(color, 1));
        painter.drawLine(QPointF(0, m_at.y() + by), QPointF(width(), m_at.y() + by));
        painter.drawLine(QPointF(m_at.x() + by, 0), QPointF(m_at.x() + by, height()));
    }
}

// Where the tool says what it covers, only that is painted anew.
void ShapeCanvas::repaintTool() {
    const QRectF area = m_tool->footprint(view());
    if (area.isNull() || m_crossHair || m_keys.shown())
        return update();
    update(area.united(m_footprint).toAlignedRect());
    m_footprint = area;
}

void ShapeCanvas::showStroke(const std::vector<annotation::Span>& spans, ClassId color, bool erases) {
    const QRect changed =
        erases ? m_masks.uncover(spans) : m_masks.cover(spans, markOf(m_colors.marks, color).color);
    update(changed);
}

void ShapeCanvas::mousePressEvent(QMouseEvent* event) {
    hideKeyPointer(); // the hand is on the mouse again
    const bool moves = m_space || event->button() != Qt::LeftButton || !m_editor.editable();
    if (!moves && !m_gesture && m_tool->press(pointerAt(*event))) {
        m_gesture = true;
        repaintTool();
        return;
    }
    if (!m_gesture)
        ImageCanvas::mousePressEvent(event);
}

void ShapeCanvas::mouseMoveEvent(QMouseEvent* event) {
    if (m_keys.shown())
        return ImageCanvas::mouseMoveEvent(event);
    m_inside = true;
    m_at = event->position();
    const Pointer pointer = pointerAt(*event);
    if (m_gesture) {
        m_tool->move(pointer);
        return repaintTool();
    }
    ImageCanvas::mouseMoveEvent(event);
    if (event->buttons() == Qt::NoButton)
        hover(pointer);
    else if (m_space)
        m_spaceMoved = true;
}

void ShapeCanvas::hover(const Pointer& pointer) {
    const bool toolMoved = m_editor.editable() && m_tool->hover(pointer);
    const bool names = m_kind == ToolKind::Select || !m_editor.editable();
    const ShapeId hovered =
        names ? m_editor.shownAt(pointer.at, pointer.reach).value_or(ShapeId{}) : ShapeId{};
    if (hovered != m_hovered) {
        m_hovered = hovered;
        update();
    }
    if (toolMoved || m_crossHair)
        repaintTool();
    if (m_space)
        setCursor(Qt::OpenHandCursor);
    else if (m_editor.editable())
        setCursor(m_tool->cursor(pointer));
}

void ShapeCanvas::mouseReleaseEvent(QMouseEvent* event) {
    if (!m_gesture || m_keys.shown())
        return ImageCanvas::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton)
        return;
    m_gesture = false;
    const Pointer pointer = pointerAt(*event);
    m_tool->release(pointer);
    hover(pointer);
    update();
}

void ShapeCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || m_space || !m_editor.editable())
        return ImageCanvas::mouseDoubleClickEvent(event);
    const Pointer pointer = pointerAt(*event);
    if (m_tool->doubleClick(pointer))
        return update();
    if (m_kind == ToolKind::Select)
        return ImageCanvas::mouseDoubleClickEvent(event);
    mousePressEvent(event); // quick strokes and boxes are no double clicks
}

void ShapeCanvas::leaveEvent(QEvent* event) {
    m_inside = false;
    m_hovered = {};
    update();
    ImageCanvas::leaveEvent(event);
}

void ShapeCanvas::focusOutEvent(QFocusEvent* event) {
    m_space = false;
    ImageCanvas::focusOutEvent(event);
}

// The menu is about the shape under the pointer; where that is one of several that are selected, about all of
// them.
void ShapeCanvas::menuWanted(QPoint at) {
    if (!m_editor.editable() || m_gesture || m_tool->busy())
        return;
    const QPointF inImage = imageFromView(at);
    const auto hit = m_editor.shownAt({inImage.x(), inImage.y()}, kReach / scale());
    if (hit && !m_editor.isSelected(*hit))
        m_editor.select({*hit});
    showMenu(at);
}

void ShapeCanvas::showMenu(QPoint at) {
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("shapeMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addShapeCommands(*menu, m_editor);
    menu->popup(mapToGlobal(at));
}

} // namespace graft::ui
