#pragma once

#include "regions/Scissors.h"
#include "ui/label/PatchView.h"
#include "ui/label/tools/CanvasTool.h"
#include "ui/label/tools/Workbench.h"

#include <optional>

namespace graft::ui {

/// Between clicks the line follows the edges in the image (intelligent scissors), as far as they are near the
/// last click; Enter, a double click or a click on the first place closes it to a polygon.
class ScissorsTool : public CanvasTool {
public:
    ScissorsTool(ShapeEditor& editor, const Workbench& bench) : CanvasTool(editor), m_bench(bench) {}

    bool press(const Pointer& pointer) override;
    bool hover(const Pointer& pointer) override;
    void move(const Pointer& pointer) override { hover(pointer); }
    bool doubleClick(const Pointer& pointer) override;
    bool key(const QKeyEvent& event) override;
    void cancel() override;
    bool busy() const override { return !m_anchors.empty(); }
    bool clicks() const override { return true; }
    QCursor cursor(const Pointer&) const override { return Qt::CrossCursor; }
    void paint(QPainter& painter, const ClassMarks& marks, const CanvasView& view) const override;

private:
    struct Wire; ///< edges around an anchor
    void look();
    std::vector<annotation::Point> wireTo(annotation::Point to) const;
    bool closes(const Pointer& pointer) const;
    void close();

    const Workbench& m_bench;
    std::vector<annotation::Point> m_anchors;
    std::vector<std::vector<annotation::Point>> m_pieces; ///< from each anchor to the next
    std::vector<annotation::Point> m_live;                ///< from the last anchor to the pointer
    annotation::Point m_pointer;
    bool m_overFirst = false;
    std::shared_ptr<const Wire> m_wire; ///< from the last anchor; null: not known yet
    Background::Ticket m_ticket;
};

} // namespace graft::ui
