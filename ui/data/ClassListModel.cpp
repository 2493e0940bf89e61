#include "ui/data/ClassListModel.h"

#include "ui/data/Words.h"

#include <algorithm>
#include <unordered_map>

namespace graft::ui {

ClassListModel::ClassListModel(QObject* parent) : QAbstractListModel(parent) {}

void ClassListModel::setProject(project::Project* project) {
    m_project = project;
    m_current = {};
    refresh();
}

void ClassListModel::setCounts(Counts counts) {
    m_counts = counts;
    refresh();
}

void ClassListModel::countImages(std::unordered_map<ClassId, int>& counts) {
    for (const project::ImageRecord& image : m_project->images())
        ++counts[image.label];
    m_unlabelled = counts[ClassId{}];
}

void ClassListModel::countShapes(std::unordered_map<ClassId, int>& counts) {
    for (const project::ImageRecord& image : m_project->images()) {
        const auto& shapes = m_project->shapes(image.id);
        for (const annotation::Shape& shape : shapes)
            ++counts[shape.classId];
        m_unlabelled += shapes.empty() ? 1 : 0;
    }
}

QString ClassListModel::spokenCount(int count) const {
    return m_counts == Counts::Images ? words::imageCount(count) : words::shapeCount(count);
}

std::vector<ClassListModel::Row> ClassListModel::read() {
    std::vector<Row> rows;
    m_unlabelled = 0;
    if (!m_project)
        return rows;
    std::unordered_map<ClassId, int> counts;
    m_counts == Counts::Images ? countImages(counts) : countShapes(counts);
    ClassMarks marks = classMarks(m_project->classes());
    for (const annotation::LabelClass& labelClass : m_project->classes())
        rows.push_back({labelClass.id, marks[labelClass.id], counts[labelClass.id]});
    return rows;
}

// Same classes in the same order: only the data changed, so that an editor or the place in the list stays.
void ClassListModel::refresh() {
    std::vector<Row> rows = read();
    const bool same = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                                 [](const Row& a, const Row& b) { return a.id == b.id; });
    if (same) {
        m_rows = std::move(rows);
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
    } else {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
    Q_EMIT countsChanged();
}

void ClassListModel::setCurrent(ClassId id) {
    if (m_current == id)
        return;
    m_current = id;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1), {CurrentRole, Qt::AccessibleTextRole});
}

int ClassListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ClassListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return row.mark.name;
    case Qt::AccessibleTextRole: {
        const QString images = spokenCount(row.count);
        const QString text =
            row.mark.key > 0 ? tr("%1, key %2, %3").arg(row.mark.name, QString::number(row.mark.key), images)
                             : tr("%1, %2").arg(row.mark.name, images);
        if (row.id != m_current)
            return text;
        return m_counts == Counts::Images ? tr("%1, class of this image").arg(text)
                                          : tr("%1, class of the next shape").arg(text);
    }
    case Qt::ToolTipRole:
        return row.mark.name;
    case IdRole:
        return QVariant::fromValue<qlonglong>(row.id.value);
    case CountRole:
        return row.count;
    case KeyRole:
        return row.mark.key;
    case LetterRole:
        return row.mark.letter;
    case ColorRole:
        return row.mark.color;
    case CurrentRole:
        return row.id == m_current;
    default:
        return {};
    }
}

bool ClassListModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const QString name = value.toString().trimmed();
    if (role != Qt::EditRole || !m_project || !index.isValid() || name.isEmpty())
        return false;
    const ClassId id = idAt(index.row());
    if (name == m_rows[std::size_t(index.row())].mark.name)
        return true;
    if (const annotation::LabelClass* other = m_project->classNamed(name.toStdString());
        other && other->id != id) {
        Q_EMIT nameTaken(id, other->id);
        return false;
    }
    const auto renamed = m_project->renameClass(id, name.toStdString());
    if (!renamed)
        Q_EMIT failed(QString::fromStdString(renamed.error().message));
    return renamed.ok();
}

Qt::ItemFlags ClassListModel::flags(const QModelIndex& index) const {
    if (!index.isValid())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemNeverHasChildren;
}

ClassId ClassListModel::idAt(int row) const {
    return row >= 0 && row < int(m_rows.size()) ? m_rows[std::size_t(row)].id : ClassId{};
}

int ClassListModel::rowOf(ClassId id) const {
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [id](const Row& row) { return row.id == id; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

} // namespace graft::ui
