#include "ui/label/ShapeCanvas.h"

#include "annotation/HitTest.h"
#include "ui/label/ShapeCommands.h"
#include "ui/theme/Theme.h"

#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

namespace graft::ui {
namespace {

constexpr double kFarNudge = 10;

} // namespace

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
}

ShapeCanvas::~ShapeCanvas() = default;

void ShapeCanvas::setTool(ToolKind kind) {
    if (kind == m_kind)
        return;
    cancelGesture();
    m_tool = makeTool(kind, m_editor, m_bench);
    m_kind = kind;
    unsetCursor();
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
    if (m_crossHair && m_inside)
        paintCrossHair(painter);
    if (!m_editor.editable())
        return;
    const bool handles = m_kind == ToolKind::Select || m_kind == ToolKind::Box;
    if (const auto single = m_editor.single(); single && handles)
        paintHandles(painter, *single, m_colors.of(*single), view());
    if (m_inside || m_tool->busy())
        m_tool->paint(painter, m_colors.marks, view());
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
    if (area.isNull() || m_crossHair)
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
    if (!m_gesture)
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

void ShapeCanvas::keyPressEvent(QKeyEvent* event) {
    if (m_editor.editable() && m_tool->busy() && m_tool->key(*event))
        return update();
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier) {
        if (!event->isAutoRepeat()) {
            m_space = true;
            m_spaceMoved = false;
            setCursor(Qt::OpenHandCursor);
        }
        return;
    }
    if (event->key() == Qt::Key_Menu && m_editor.editable())
        return showMenu(rect().center());
    if (m_editor.editable() && (m_tool->key(*event) || shapeKey(*event) || toolKey(*event)))
        return update();
    ImageCanvas::keyPressEvent(event);
}

void ShapeCanvas::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Space || event->isAutoRepeat() || !m_space)
        return ImageCanvas::keyReleaseEvent(event);
    m_space = false;
    unsetCursor();
    if (!m_spaceMoved)
        Q_EMIT spaceTapped();
}

// One step back: what is being drawn, the selection, the tool.
bool ShapeCanvas::escape() {
    if (m_tool->busy() || m_gesture) {
        cancelGesture();
        return true;
    }
    if (!m_editor.selected().empty()) {
        m_editor.select({});
        return true;
    }
    if (m_kind == ToolKind::Select)
        return false;
    setTool(ToolKind::Select);
    return true;
}

bool ShapeCanvas::shapeKey(const QKeyEvent& event) {
    if (event.key() == Qt::Key_Escape)
        return escape();
    if (m_gesture)
        return false;
    return runShapeCommand(event, m_editor) || nudgeKey(event);
}

bool ShapeCanvas::nudgeKey(const QKeyEvent& event) {
    const Qt::KeyboardModifiers others = event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    if (m_editor.selected().empty() || others)
        return false;
    const double step = event.modifiers() & Qt::ShiftModifier ? kFarNudge : 1;
    annotation::Point by;
    switch (event.key()) {
    case Qt::Key_Left:
        by.x = -step;
        break;
    case Qt::Key_Right:
        by.x = step;
        break;
    case Qt::Key_Up:
        by.y = -step;
        break;
    case Qt::Key_Down:
        by.y = step;
        break;
    default:
        return false;
    }
    m_editor.nudge(by, event.isAutoRepeat());
    return true;
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

bool ShapeCanvas::toolKey(const QKeyEvent& event) {
    if (event.modifiers() != Qt::NoModifier)
        return false;
    for (const ToolEntry& entry : toolEntries())
        if (entry.key == event.key()) {
            setTool(entry.kind);
            return true;
        }
    return false;
}

} // namespace graft::ui
