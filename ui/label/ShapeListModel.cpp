#include "ui/label/ShapeListModel.h"

#include "ui/label/ShapeEditor.h"
#include "ui/label/ShapeKinds.h"
#include "ui/label/ShapePainter.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <algorithm>
#include <cmath>

namespace graft::ui {
namespace {

constexpr int kDot = 16;

QString sizeOf(const annotation::Geometry& geometry) {
    const annotation::Box box = annotation::boundingBox(geometry);
    const auto number = [](double value) { return countText(qint64(std::lround(value))); };
    return QStringLiteral("%1 × %2").arg(number(box.width), number(box.height));
}

} // namespace

ShapeListModel::ShapeListModel(const ShapeEditor& editor, QObject* parent)
    : QAbstractTableModel(parent), m_editor(editor) {}

// The same shapes: only the data changed, so that the place in the list stays.
void ShapeListModel::refresh() {
    std::vector<ShapeId> rows;
    for (const annotation::Shape& shape : m_editor.stored())
        rows.push_back(shape.id);
    if (rows == m_rows) {
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void ShapeListModel::setMarks(ClassMarks marks) {
    m_marks = std::move(marks);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

ShapeId ShapeListModel::idAt(int row) const {
    return row >= 0 && row < int(m_rows.size()) ? m_rows[std::size_t(row)] : ShapeId{};
}

int ShapeListModel::rowOf(ShapeId id) const {
    const auto found = std::ranges::lower_bound(m_rows, id);
    return found != m_rows.end() && *found == id ? int(found - m_rows.begin()) : -1;
}

int ShapeListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ShapeListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ShapeListModel::classData(const annotation::Shape& shape, int role) const {
    const ClassMark mark = markOf(m_marks, shape.classId);
    switch (role) {
    case Qt::DisplayRole:
        return mark.name;
    case Qt::DecorationRole:
        return classDotIcon(mark, kDot);
    case Qt::AccessibleTextRole: {
        QString text =
            tr("%1, %2, %3 pixels").arg(mark.name, kindName(shape.geometry), sizeOf(shape.geometry));
        if (m_editor.isHidden(shape.id))
            text = tr("%1, hidden").arg(text);
        return shape.locked ? tr("%1, locked").arg(text) : text;
    }
    case Qt::ToolTipRole:
        return tr("%1, %2, %3 px").arg(mark.name, kindName(shape.geometry), sizeOf(shape.geometry));
    default:
        return {};
    }
}

QVariant ShapeListModel::kindData(const annotation::Shape& shape, int role) const {
    if (role == Qt::DecorationRole)
        return theme::icon(kindIcon(shape.geometry), theme::palette().secondary);
    return role == Qt::ToolTipRole || role == Qt::AccessibleTextRole ? QVariant(kindName(shape.geometry))
                                                                     : QVariant();
}

QVariant ShapeListModel::sizeData(const annotation::Shape& shape, int role) const {
    switch (role) {
    case Qt::DisplayRole:
        return sizeOf(shape.geometry);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        return theme::palette().secondary;
    default:
        return {};
    }
}

QVariant ShapeListModel::switchData(const annotation::Shape& shape, int column, int role) const {
    const bool on = column == ShownColumn ? m_editor.isHidden(shape.id) : shape.locked;
    if (role == Qt::DecorationRole) {
        const QColor color = on ? theme::palette().text : theme::palette().disabled;
        if (column == ShownColumn)
            return on ? theme::icon(QStringLiteral("eye-off"), color)
                      : theme::icon(QStringLiteral("eye"), color);
        return on ? theme::icon(QStringLiteral("lock"), color) : theme::icon(QStringLiteral("unlock"), color);
    }
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole) {
        if (column == ShownColumn)
            return on ? tr("Show it (H)") : tr("Hide it (H)");
        return on ? tr("Unlock it (L)") : tr("Lock it: clicks pass through (L)");
    }
    return {};
}

QVariant ShapeListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const annotation::Shape* found = m_editor.find(idAt(index.row()));
    if (!found)
        return {};
    const annotation::Shape& shape = *found;
    if (role == Qt::ForegroundRole && m_editor.isHidden(shape.id))
        return theme::palette().disabled;
    switch (index.column()) {
    case ClassColumn:
        return classData(shape, role);
    case KindColumn:
        return kindData(shape, role);
    case SizeColumn:
        return sizeData(shape, role);
    default:
        return switchData(shape, index.column(), role);
    }
}

} // namespace graft::ui
