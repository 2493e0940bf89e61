#pragma once

#include "ui/label/PatchView.h"
#include "ui/label/tools/CanvasTool.h"
#include "ui/label/tools/Workbench.h"

#include <optional>

namespace graft::ui {

/// A click takes what has about the colour that was pointed at; a drag to the right takes more, to the left
/// less. Adds to the selected mask, or begins one; with Alt it takes away.
class WandTool : public CanvasTool {
public:
    WandTool(ShapeEditor& editor, const Workbench& bench) : CanvasTool(editor), m_bench(bench) {}

    bool press(const Pointer& pointer) override;
    void move(const Pointer& pointer) override;
    void release(const Pointer& pointer) override;
    bool key(const QKeyEvent& event) override;
    void cancel() override;
    bool busy() const override { return m_seed.has_value(); }
    QCursor cursor(const Pointer&) const override { return Qt::CrossCursor; }
    void paint(QPainter& painter, const ClassMarks& marks, const CanvasView& view) const override;

private:
    void look();
    void setTolerance(int tolerance);
    void found(std::vector<annotation::Span> spans);
    void store();

    const Workbench& m_bench;
    struct Looked;                           ///< what is looked at, read once for a press
    std::optional<annotation::Point> m_seed; ///< none: nothing is under way
    std::shared_ptr<Looked> m_looked;
    int m_tolerance = 0;
    int m_tolerance0 = 0; ///< at the press
    bool m_takesAway = false;
    bool m_released = false;
    std::optional<std::vector<annotation::Span>> m_spans; ///< of m_tolerance; none: not known yet
    Background::Ticket m_ticket;
};

} // namespace graft::ui
