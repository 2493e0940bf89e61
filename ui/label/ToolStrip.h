#pragma once

#include "ui/label/tools/Tools.h"

#include <QFrame>

class QButtonGroup;
class QLabel;

namespace graft::ui {

class ShapeCanvas;

/// The tools at the left edge of the canvas, with the size of the brush below while there is one in hand.
class ToolStrip : public QFrame {
    Q_OBJECT
public:
    ToolStrip(ShapeCanvas& canvas, ShapeEditor& editor, QWidget* parent = nullptr);

private:
    void follow();

    ShapeCanvas& m_canvas;
    ShapeEditor& m_editor;
    QButtonGroup* m_buttons;
    QLabel* m_brush;
};

} // namespace graft::ui
