#include "ui/evaluate/ClassTableModel.h"

#include "ui/evaluate/EvaluationText.h"
#include "ui/theme/Theme.h"
#include "ui/train/RunWords.h"
#include "ui/widgets/Widgets.h"

#include <array>

namespace graft::ui {

void ClassTableModel::setEvaluation(const training::Evaluation& evaluation) {
    beginResetModel();
    m_names = evaluation.classes;
    m_reports = evaluation.perClass;
    m_names.resize(m_reports.size());
    endResetModel();
}

int ClassTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_reports.size());
}

int ClassTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

const metrics::Estimate* ClassTableModel::estimate(const QModelIndex& index) const {
    const metrics::ClassReport& report = m_reports[std::size_t(index.row())];
    switch (index.column()) {
    case Precision:
        return &report.precision;
    case Recall:
        return &report.recall;
    case F1:
        return &report.f1;
    default:
        return nullptr;
    }
}

QVariant ClassTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QString name = QString::fromStdString(m_names[std::size_t(index.row())]);
    const metrics::Estimate* figure = estimate(index);
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Name)
            return name;
        return figure ? run_words::percent(figure->value)
                      : countText(m_reports[std::size_t(index.row())].support);
    case IntervalRole:
        return figure ? evaluation_text::interval(*figure) : QString();
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        if (figure)
            return QStringLiteral("%1, %2: %3")
                .arg(name, headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                     evaluation_text::estimate(*figure));
        return index.column() == Name ? QVariant(name) : QVariant();
    case Qt::TextAlignmentRole:
        return int((index.column() == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::FontRole:
        return index.column() == Name ? theme::font(theme::TextSize::Body)
                                      : theme::tabularFont(theme::TextSize::Body);
    default:
        return {};
    }
}

QVariant ClassTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    static const std::array<const char*, ColumnCount> titles{QT_TR_NOOP("Class"), QT_TR_NOOP("Precision"),
                                                             QT_TR_NOOP("Recall"), QT_TR_NOOP("F1"),
                                                             QT_TR_NOOP("Images")};
    static const std::array<const char*, ColumnCount> tips{
        "", QT_TR_NOOP("Of the images called this class, how many are. Below: the 95 % interval (Wilson)"),
        QT_TR_NOOP("Of the images of this class, how many were found. Below: the 95 % interval (Wilson)"),
        QT_TR_NOOP("Harmonic mean of precision and recall. Below: the 95 % interval (from Wilson's)"),
        QT_TR_NOOP("Images of this class on this side of the split")};
    if (role == Qt::ToolTipRole)
        return section == Name ? QString() : tr(tips[std::size_t(section)]);
    return role == Qt::DisplayRole ? QVariant(tr(titles[std::size_t(section)])) : QVariant();
}

} // namespace graft::ui
