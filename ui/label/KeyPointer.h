#pragma once

#include "annotation/ShapeEdit.h"
#include "ui/label/tools/CanvasTool.h"

#include <optional>

namespace graft::ui {

/// The pointer of one who draws by keys alone: a cross that arrows move and Space presses. It lies on corners
/// of pixels, in pixels of the image; the tools are told of it as of any other pointer.
class KeyPointer {
public:
    bool shown() const { return m_shown; }
    /// Space was pressed, and not yet a second time.
    bool held() const { return m_held; }
    annotation::Point at() const { return m_at; }
    /// Where it was shown before, while that was on this image.
    std::optional<annotation::Point> before() const { return m_known ? std::optional(m_at) : std::nullopt; }

    void show(annotation::Point at, annotation::Extent image);
    void hide();
    void forget();
    void moveBy(annotation::Point step, annotation::Extent image);
    /// With Shift or Ctrl, which then count as held until the release.
    void press(Qt::KeyboardModifiers modifiers);
    void release();
    Pointer pointer(double scale) const { return {m_at, kReach / scale, m_modifiers}; }

    /// For a person who does not see it.
    QString spoken() const;
    void paint(QPainter& painter, QPointF inView) const;

private:
    bool m_shown = false;
    bool m_held = false;
    bool m_known = false;
    annotation::Point m_at;
    annotation::Point m_pressedAt;
    Qt::KeyboardModifiers m_modifiers;
};

/// Which way an arrow leads, in pixels of the image: a little of the view, with Shift further, with Ctrl one
/// pixel. Nothing: another key.
std::optional<annotation::Point> keyStep(const QKeyEvent& event, double scale);

} // namespace graft::ui
