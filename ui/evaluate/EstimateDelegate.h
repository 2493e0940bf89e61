#pragma once

#include <QStyledItemDelegate>

namespace graft::ui {

/// A figure with its interval in small under it.
class EstimateDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    static constexpr int kRowHeight = 40;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

} // namespace graft::ui
