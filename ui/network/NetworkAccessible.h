#pragma once

namespace graft::ui {

/// Lets screen readers walk the drawing of a network node by node (NetworkView): each box that is drawn is a
/// child with its sentence, where it is on the screen, whether it is frozen and what can be done with it. To
/// be called once before the first view is made; UI thread.
void makeNetworksAccessible();

} // namespace graft::ui
