#pragma once

namespace graft::ui {

/// Lets screen readers know the widgets of Widgets.h that are none of Qt's. Once, before the first of them is
/// asked for.
void installAccessibility();

} // namespace graft::ui
