#pragma once

#include "annotation/Shape.h"
#include "ui/data/ClassMark.h"

#include <QAbstractTableModel>

#include <vector>

namespace graft::ui {

class ShapeEditor;

/// The shapes of the image that is shown: class, kind, size, whether it is hidden and locked.
class ShapeListModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { ClassColumn, KindColumn, SizeColumn, ShownColumn, LockColumn, ColumnCount };

    explicit ShapeListModel(const ShapeEditor& editor, QObject* parent = nullptr);
    /// The shapes, or how they are shown, changed.
    void refresh();
    void setMarks(ClassMarks marks);
    ShapeId idAt(int row) const;
    int rowOf(ShapeId id) const; ///< -1: none

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QVariant classData(const annotation::Shape& shape, int role) const;
    QVariant kindData(const annotation::Shape& shape, int role) const;
    QVariant sizeData(const annotation::Shape& shape, int role) const;
    QVariant switchData(const annotation::Shape& shape, int column, int role) const;

    const ShapeEditor& m_editor;
    ClassMarks m_marks;
    std::vector<ShapeId> m_rows; ///< in order; what is shown of them is asked of the editor
};

} // namespace graft::ui
