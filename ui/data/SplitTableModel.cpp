#include "ui/data/SplitTableModel.h"

#include "ui/data/Words.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <numeric>
#include <unordered_map>

namespace graft::ui {
namespace {

constexpr std::array kColumns{annotation::Split::Train, annotation::Split::Validation,
                              annotation::Split::Test, annotation::Split::None};

} // namespace

SplitTableModel::SplitTableModel(QObject* parent) : QAbstractTableModel(parent) {}

void SplitTableModel::refresh(const project::Project* project) {
    beginResetModel();
    m_rows.clear();
    m_total = {{{}, {}, tr("Total"), 0}, {}};
    m_byHand = 0;
    if (project) {
        const ClassMarks marks = classMarks(project->classes());
        std::unordered_map<ClassId, std::size_t> rowOf;
        for (const annotation::LabelClass& labelClass : project->classes()) {
            rowOf.emplace(labelClass.id, m_rows.size());
            m_rows.push_back({marks.at(labelClass.id), {}});
        }
        Row unlabelled{{theme::palette().secondary, {}, words::unlabelled(), 0}, {}};
        for (const project::ImageRecord& image : project->images()) {
            const auto found = rowOf.find(image.label);
            Row& row = found == rowOf.end() ? unlabelled : m_rows[found->second];
            ++row.counts[std::size_t(image.split)];
            ++m_total.counts[std::size_t(image.split)];
            m_byHand += image.splitByHand;
        }
        if (std::accumulate(unlabelled.counts.begin(), unlabelled.counts.end(), 0) > 0)
            m_rows.push_back(std::move(unlabelled));
    }
    endResetModel();
}

int SplitTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size()) + 1;
}

int SplitTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : 1 + int(kColumns.size());
}

const SplitTableModel::Row& SplitTableModel::row(int index) const {
    return index < int(m_rows.size()) ? m_rows[std::size_t(index)] : m_total;
}

bool SplitTableModel::tooFew(const Row& row, annotation::Split split) const {
    return split != annotation::Split::None && !row.mark.letter.isEmpty() && onSide(split) > 0 &&
           row.counts[std::size_t(split)] == 0;
}

QVariant SplitTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& cell = row(index.row());
    const bool total = index.row() == int(m_rows.size());
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (index.column() == 0 ? Qt::AlignLeft : Qt::AlignRight));
    if (role == Qt::FontRole)
        return index.column() == 0
                   ? theme::font(theme::TextSize::Body, total ? QFont::DemiBold : QFont::Normal)
                   : theme::tabularFont(theme::TextSize::Body);
    if (index.column() == 0) {
        if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
            return cell.mark.name;
        if (role == Qt::DecorationRole && !total)
            return classDotIcon(cell.mark, 14);
        return {};
    }
    const annotation::Split split = kColumns[std::size_t(index.column() - 1)];
    if (role == Qt::DisplayRole)
        return countText(cell.counts[std::size_t(split)]);
    if (role == Qt::ForegroundRole && tooFew(cell, split))
        return theme::palette().warning;
    if ((role == Qt::ToolTipRole || role == Qt::AccessibleDescriptionRole) && tooFew(cell, split))
        return tr("No image of “%1” is on this side: it cannot be %2.")
            .arg(cell.mark.name, split == annotation::Split::Train ? tr("learned") : tr("measured"));
    return {};
}

QVariant SplitTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section > int(kColumns.size()))
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == 0 ? Qt::AlignLeft : Qt::AlignRight));
    if (role == Qt::ToolTipRole && section > 0)
        return words::splitName(kColumns[std::size_t(section - 1)]);
    if (role != Qt::DisplayRole)
        return {};
    if (section == 0)
        return tr("Class");
    const QString badge = words::splitBadge(kColumns[std::size_t(section - 1)]);
    return badge.isEmpty() ? tr("none") : badge;
}

} // namespace graft::ui
