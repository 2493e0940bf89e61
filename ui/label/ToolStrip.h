#pragma once

#include "ui/label/tools/Tools.h"

#include <QFrame>

class QButtonGroup;
class QCheckBox;
class QLabel;

namespace graft::ui {

class ShapeCanvas;

/// The tools at the left edge of the canvas, with what the one in hand can be told below.
class ToolStrip : public QFrame {
    Q_OBJECT
public:
    ToolStrip(ShapeCanvas& canvas, ShapeEditor& editor, QWidget* parent = nullptr);

private:
    void follow();

    ShapeCanvas& m_canvas;
    ShapeEditor& m_editor;
    QButtonGroup* m_buttons;
    QLabel* m_amount; ///< size of the brush, tolerance of the wand
    QCheckBox* m_contiguous;
    QCheckBox* m_even;
};

} // namespace graft::ui
