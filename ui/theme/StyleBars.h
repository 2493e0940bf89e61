#pragma once

#include <QRect>

class QPainter;
class QStyleOption;
class QStyleOptionHeader;
class QStyleOptionSlider;

namespace graft::ui::theme {

/// The handle alone, wider under the mouse.
void paintScrollBar(const QStyleOptionSlider& bar, const QRect& slider, QPainter& painter);
void paintSlider(const QStyleOptionSlider& slider, const QRect& groove, const QRect& handle,
                 QPainter& painter);
void paintHeaderSection(const QStyleOptionHeader& header, QPainter& painter);
/// `lying`: what it parts lies side by side.
void paintSplitter(const QStyleOption& option, bool lying, QPainter& painter);

} // namespace graft::ui::theme
