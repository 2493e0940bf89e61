#include "ui/data/FlowLayout.h"

#include <QWidget>

#include <algorithm>

namespace graft::ui {

FlowLayout::FlowLayout(QWidget* parent, int gap) : QLayout(parent), m_gap(gap) {
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() {
    for (QLayoutItem* item : m_items)
        delete item;
}

void FlowLayout::addItem(QLayoutItem* item) {
    m_items.push_back(item);
}

QLayoutItem* FlowLayout::itemAt(int index) const {
    return index >= 0 && index < count() ? m_items[std::size_t(index)] : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index) {
    QLayoutItem* item = itemAt(index);
    if (item)
        m_items.erase(m_items.begin() + index);
    return item;
}

int FlowLayout::heightForWidth(int width) const {
    return place({0, 0, width, 0}, false);
}

QSize FlowLayout::minimumSize() const {
    QSize size;
    for (const QLayoutItem* item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size;
}

QSize FlowLayout::sizeHint() const {
    int width = 0;
    int height = 0;
    for (const QLayoutItem* item : m_items) {
        width += item->sizeHint().width() + m_gap;
        height = std::max(height, item->sizeHint().height());
    }
    return {std::max(0, width - m_gap), height};
}

void FlowLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    place(rect, true);
}

// Line by line; what is lower than its line stands in the middle of it.
int FlowLayout::place(const QRect& rect, bool apply) const {
    std::vector<QLayoutItem*> line;
    QPoint corner = rect.topLeft();
    int lineHeight = 0;
    const auto finishLine = [&] {
        int x = rect.left();
        for (QLayoutItem* item : line) {
            const QSize size = item->sizeHint();
            if (apply)
                item->setGeometry({QPoint(x, corner.y() + (lineHeight - size.height()) / 2), size});
            x += size.width() + m_gap;
        }
        line.clear();
    };
    for (QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        if (!line.empty() && corner.x() + size.width() > rect.right() + 1) {
            finishLine();
            corner = {rect.left(), corner.y() + lineHeight + m_gap};
            lineHeight = 0;
        }
        line.push_back(item);
        corner.rx() += size.width() + m_gap;
        lineHeight = std::max(lineHeight, size.height());
    }
    finishLine();
    return corner.y() + lineHeight - rect.top();
}

} // namespace graft::ui
