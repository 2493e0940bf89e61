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
    std::vector<Row> rows;
    for (const annotation::Shape& shape : m_editor.stored())
        rows.push_back({shape.id, shape.classId, kindName(shape.geometry), kindIcon(shape.geometry),
                        sizeOf(shape.geometry), m_editor.isHidden(shape.id), m_editor.isLocked(shape.id)});
    if (std::ranges::equal(rows, m_rows, {}, &Row::id, &Row::id)) {
        m_rows = std::move(rows);
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
    return row >= 0 && row < int(m_rows.size()) ? m_rows[std::size_t(row)].id : ShapeId{};
}

int ShapeListModel::rowOf(ShapeId id) const {
    const auto found = std::ranges::lower_bound(m_rows, id, {}, &Row::id);
    return found != m_rows.end() && found->id == id ? int(found - m_rows.begin()) : -1;
}

int ShapeListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ShapeListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ShapeListModel::classData(const Row& row, int role) const {
    const ClassMark mark = markOf(m_marks, row.classId);
    switch (role) {
    case Qt::DisplayRole:
        return mark.name;
    case Qt::DecorationRole:
        return classDotIcon(mark, kDot);
    case Qt::AccessibleTextRole: {
        QString text = tr("%1, %2, %3 pixels").arg(mark.name, row.kind, row.size);
        if (row.hidden)
            text = tr("%1, hidden").arg(text);
        return row.locked ? tr("%1, locked").arg(text) : text;
    }
    case Qt::ToolTipRole:
        return tr("%1, %2, %3 px").arg(mark.name, row.kind, row.size);
    default:
        return {};
    }
}

QVariant ShapeListModel::kindData(const Row& row, int role) const {
    if (role == Qt::DecorationRole)
        return theme::icon(row.icon, theme::palette().secondary);
    return role == Qt::ToolTipRole || role == Qt::AccessibleTextRole ? QVariant(row.kind) : QVariant();
}

QVariant ShapeListModel::sizeData(const Row& row, int role) const {
    switch (role) {
    case Qt::DisplayRole:
        return row.size;
    case Qt::TextAlignmentRole:
        return int(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        return theme::palette().secondary;
    default:
        return {};
    }
}

QVariant ShapeListModel::switchData(const Row& row, int column, int role) const {
    const bool on = column == ShownColumn ? row.hidden : row.locked;
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
    const Row& row = m_rows[std::size_t(index.row())];
    if (role == Qt::ForegroundRole && row.hidden)
        return theme::palette().disabled;
    switch (index.column()) {
    case ClassColumn:
        return classData(row, role);
    case KindColumn:
        return kindData(row, role);
    case SizeColumn:
        return sizeData(row, role);
    default:
        return switchData(row, index.column(), role);
    }
}

} // namespace graft::ui
