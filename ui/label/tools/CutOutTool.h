#pragma once

#include "regions/CutOut.h"
#include "ui/label/PatchView.h"
#include "ui/label/tools/CanvasTool.h"
#include "ui/label/tools/Workbench.h"

#include <optional>

namespace graft::ui {

/// A box around an object finds its outline (GrabCut). Strokes then say what belongs to it too, with Alt what
/// does not; Enter, Space, a double click or a box elsewhere takes it.
class CutOutTool : public CanvasTool {
public:
    CutOutTool(ShapeEditor& editor, const Workbench& bench) : CanvasTool(editor), m_bench(bench) {}

    bool press(const Pointer& pointer) override;
    void move(const Pointer& pointer) override;
    void release(const Pointer& pointer) override;
    bool doubleClick(const Pointer& pointer) override;
    bool key(const QKeyEvent& event) override;
    void cancel() override;
    bool busy() const override { return m_stage != Stage::Nothing; }
    QCursor cursor(const Pointer& pointer) const override;
    void paint(QPainter& painter, const ClassMarks& marks, const CanvasView& view) const override;

private:
    /// Looking: an answer is on its way. Refining: there is one.
    enum class Stage { Nothing, Box, Looking, Refining };
    struct Stroke {
        std::vector<annotation::Span> spans;
        regions::Hint hint;
    };
    void look();
    void found(std::vector<annotation::Span> spans);
    void extendStroke(const Pointer& pointer);
    void accept();
    QRect area() const;

    const Workbench& m_bench;
    Stage m_stage = Stage::Nothing;
    annotation::Point m_from;
    annotation::Point m_last;
    std::optional<annotation::Box> m_box;
    std::vector<Stroke> m_strokes;
    bool m_stroking = false;
    std::vector<annotation::Span> m_spans;
    Background::Ticket m_ticket;
};

} // namespace graft::ui
