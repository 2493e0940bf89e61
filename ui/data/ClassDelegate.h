#pragma once

#include <QStyledItemDelegate>

namespace graft::ui {

/// Draws a class: dot with letter, name, number of images, key. Small in the Data panel, large as a button in
/// Label.
class ClassDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    enum class Look { Row, Button };
    explicit ClassDelegate(Look look, QObject* parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

Q_SIGNALS:
    void colorWanted(const QModelIndex& index, const QRect& dot);
    void menuWanted(const QModelIndex& index, const QPoint& globalPosition);

private:
    QRect dotRect(const QRect& row) const;
    QRect menuRect(const QRect& row) const;
    void paintBackground(QPainter& painter, const QStyleOptionViewItem& option, bool current) const;
    void paintKey(QPainter& painter, const QRect& area, int key, bool current) const;

    Look m_look;
};

} // namespace graft::ui
