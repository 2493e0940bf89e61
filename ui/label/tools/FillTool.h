#pragma once

#include "ui/label/tools/CanvasTool.h"

namespace graft::ui {

/// A click fills what shapes enclose there: a hole of a mask, or the inside of a line that the brush drew
/// around something. Adds to the selected mask, or begins one.
class FillTool : public CanvasTool {
public:
    using CanvasTool::CanvasTool;

    bool press(const Pointer& pointer) override;
    bool clicks() const override { return true; }
    QCursor cursor(const Pointer&) const override { return Qt::CrossCursor; }
};

} // namespace graft::ui
