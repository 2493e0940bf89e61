#include "ui/data/GridSelection.h"

#include <algorithm>
#include <unordered_map>

namespace graft::ui {

void GridSelection::setOrder(const std::vector<ImageId>& ids) {
    std::unordered_map<ImageId, int> position;
    position.reserve(ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i)
        position.emplace(ids[i], int(i));

    std::erase_if(m_selected, [&](ImageId id) { return !position.contains(id); });
    int current = -1;
    for (int i = m_current; i >= 0 && i < int(m_order.size()) && current < 0; ++i)
        if (const auto found = position.find(m_order[std::size_t(i)]); found != position.end())
            current = found->second;
    for (int i = m_current - 1; i >= 0 && current < 0; --i)
        if (const auto found = position.find(m_order[std::size_t(i)]); found != position.end())
            current = found->second;
    const auto anchor = position.find(idAt(m_anchor));
    m_anchor = anchor == position.end() ? current : anchor->second;
    m_current = current;
    m_order = ids;
}

ImageId GridSelection::idAt(int index) const {
    return index >= 0 && index < int(m_order.size()) ? m_order[std::size_t(index)] : ImageId{};
}

std::vector<ImageId> GridSelection::ids() const {
    std::vector<ImageId> ids;
    if (m_selected.empty())
        return ids;
    std::copy_if(m_order.begin(), m_order.end(), std::back_inserter(ids),
                 [&](ImageId id) { return m_selected.contains(id); });
    return ids;
}

void GridSelection::selectRange(int from, int to) {
    for (int i = std::min(from, to); i <= std::max(from, to); ++i)
        m_selected.insert(idAt(i));
}

void GridSelection::click(int index, Qt::KeyboardModifiers modifiers) {
    if (!idAt(index)) {
        if (!(modifiers & (Qt::ControlModifier | Qt::ShiftModifier)))
            m_selected.clear();
        return;
    }
    if (modifiers & Qt::ShiftModifier) {
        if (!(modifiers & Qt::ControlModifier))
            m_selected.clear();
        selectRange(m_anchor < 0 ? index : m_anchor, index);
        m_current = index;
        return;
    }
    if (modifiers & Qt::ControlModifier) {
        if (!m_selected.erase(idAt(index)))
            m_selected.insert(idAt(index));
    } else {
        m_selected = {idAt(index)};
    }
    m_current = m_anchor = index;
}

void GridSelection::moveTo(int index, bool extend) {
    if (m_order.empty())
        return;
    index = std::clamp(index, 0, int(m_order.size()) - 1);
    m_selected.clear();
    if (!extend || m_anchor < 0)
        m_anchor = index;
    selectRange(m_anchor, index);
    m_current = index;
}

void GridSelection::toggleCurrent() {
    if (m_current >= 0)
        click(m_current, Qt::ControlModifier);
}

void GridSelection::selectOnly(ImageId id) {
    const auto found = std::find(m_order.begin(), m_order.end(), id);
    if (found != m_order.end())
        moveTo(int(found - m_order.begin()), false);
}

void GridSelection::selectAll() {
    m_selected = {m_order.begin(), m_order.end()};
    if (m_current < 0 && !m_order.empty())
        m_current = m_anchor = 0;
}

void GridSelection::clear() {
    m_selected.clear();
}

void GridSelection::beginBand(bool keep) {
    m_beforeBand.clear();
    if (keep)
        m_beforeBand = m_selected;
}

void GridSelection::band(const std::vector<int>& covered) {
    m_selected = m_beforeBand;
    for (int index : covered)
        m_selected.insert(idAt(index));
    if (!covered.empty())
        m_current = m_anchor = covered.back();
}

} // namespace graft::ui
