#pragma once

#include "base/Ids.h"

#include <Qt>

#include <unordered_set>
#include <vector>

namespace graft::ui {

/// Which images of a grid are selected, and which one the keyboard stands on. Knows positions and ids, no
/// pixels. What is not shown is never selected: a key must not change an image that nobody sees.
class GridSelection {
public:
    /// Keeps what is still shown; if the current image has gone, the one that followed it becomes current.
    void setOrder(const std::vector<ImageId>& ids);

    const std::vector<ImageId>& order() const { return m_order; }
    int current() const { return m_current; } ///< -1: none
    ImageId currentId() const { return idAt(m_current); }
    int count() const { return int(m_selected.size()); }
    bool contains(int index) const { return m_selected.contains(idAt(index)); }
    std::vector<ImageId> ids() const; ///< in the order they are shown

    void click(int index, Qt::KeyboardModifiers modifiers);
    /// By keyboard; `extend` selects from the anchor to there.
    void moveTo(int index, bool extend);
    void toggleCurrent();
    void selectOnly(ImageId id);
    void selectAll();
    void clear();

    /// Rubber band: what it covers is added to what was selected when it began (or to nothing).
    void beginBand(bool keep);
    void band(const std::vector<int>& covered);

private:
    ImageId idAt(int index) const;
    void selectRange(int from, int to);

    std::vector<ImageId> m_order;
    std::unordered_set<ImageId> m_selected;
    std::unordered_set<ImageId> m_beforeBand;
    int m_current = -1;
    int m_anchor = -1;
};

} // namespace graft::ui
