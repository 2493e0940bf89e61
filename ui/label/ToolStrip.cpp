#include "ui/label/ToolStrip.h"

#include "ui/label/ShapeCanvas.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QButtonGroup>
#include <QVBoxLayout>

namespace graft::ui {
namespace {

constexpr int kWidth = 44;

} // namespace

ToolStrip::ToolStrip(ShapeCanvas& canvas, ShapeEditor& editor, QWidget* parent)
    : QFrame(parent), m_canvas(canvas), m_editor(editor), m_buttons(new QButtonGroup(this)),
      m_brush(secondaryLabel({}, this)) {
    setObjectName(QStringLiteral("toolStrip"));
    setAccessibleName(tr("Tools"));
    setFixedWidth(kWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::kUnit, theme::kInside, theme::kUnit, theme::kInside);
    column->setSpacing(theme::kUnit);
    column->setAlignment(Qt::AlignTop | Qt::AlignHCenter);
    for (const ToolEntry& entry : toolEntries()) {
        auto* button = new IconButton(QLatin1String(entry.name), tipOf(entry.kind), this);
        button->setObjectName(QLatin1String(entry.name));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus); // a click leaves the keys with the image
        m_buttons->addButton(button, int(entry.kind));
        column->addWidget(button, 0, Qt::AlignHCenter);
    }
    m_brush->setObjectName(QStringLiteral("brushSize"));
    m_brush->setFont(theme::tabularFont(theme::TextSize::Small));
    m_brush->setAlignment(Qt::AlignCenter);
    m_brush->setToolTip(tr("Size of the brush in pixels of the image ([ smaller, ] larger)"));
    column->addSpacing(theme::kUnit);
    column->addWidget(m_brush);
    connect(m_buttons, &QButtonGroup::idClicked, this, [this](int id) { m_canvas.setTool(ToolKind(id)); });
    connect(&m_canvas, &ShapeCanvas::toolChanged, this, &ToolStrip::follow);
    connect(&m_editor, &ShapeEditor::brushChanged, this, &ToolStrip::follow);
    follow();
}

void ToolStrip::follow() {
    const ToolKind kind = m_canvas.tool();
    m_buttons->button(int(kind))->setChecked(true);
    m_brush->setVisible(kind == ToolKind::Brush || kind == ToolKind::Eraser);
    m_brush->setText(tr("%1 px").arg(m_editor.brushDiameter()));
}

} // namespace graft::ui
