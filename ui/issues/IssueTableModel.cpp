#include "ui/issues/IssueTableModel.h"

#include "ui/theme/Theme.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace graft::ui {
namespace {

QIcon severityIcon(project::Issue::Severity severity) {
    const theme::Palette& colors = theme::palette();
    switch (severity) {
    case project::Issue::Severity::Error:
        return theme::icon(QStringLiteral("error"), colors.danger);
    case project::Issue::Severity::Warning:
        return theme::icon(QStringLiteral("warning"), colors.warning);
    case project::Issue::Severity::Note:
        break;
    }
    return theme::icon(QStringLiteral("info"), colors.accent);
}

} // namespace

QString severityText(project::Issue::Severity severity) {
    switch (severity) {
    case project::Issue::Severity::Error:
        return QCoreApplication::translate("IssueTableModel", "Error");
    case project::Issue::Severity::Warning:
        return QCoreApplication::translate("IssueTableModel", "Warning");
    case project::Issue::Severity::Note:
        break;
    }
    return QCoreApplication::translate("IssueTableModel", "Note");
}

void IssueTableModel::setIssues(const std::vector<project::Issue>& issues) {
    if (issues == m_issues)
        return;
    beginResetModel();
    m_issues = issues;
    endResetModel();
}

int IssueTableModel::count(Severity severity) const {
    return int(std::ranges::count(m_issues, severity, &project::Issue::severity));
}

QString IssueTableModel::asText(const std::vector<project::Issue>& issues) {
    QStringList lines;
    for (const project::Issue& issue : issues)
        lines << QStringLiteral("%1\t%2\t%3")
                     .arg(severityText(issue.severity), QString::fromStdString(issue.path),
                          QString::fromStdString(issue.problem));
    return lines.join(QLatin1Char('\n'));
}

int IssueTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_issues.size());
}

int IssueTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString IssueTableModel::cellText(const project::Issue& issue, int column) const {
    switch (column) {
    case SeverityColumn:
        return severityText(issue.severity);
    case FileColumn:
        return QFileInfo(QString::fromStdString(issue.path)).fileName();
    default:
        return QString::fromStdString(issue.problem);
    }
}

QVariant IssueTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const project::Issue& row = issue(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(row, index.column());
    case Qt::DecorationRole:
        return index.column() == SeverityColumn ? QVariant(severityIcon(row.severity)) : QVariant();
    case Qt::ToolTipRole:
        return index.column() == FileColumn ? QString::fromStdString(row.path)
                                            : cellText(row, index.column());
    case IdRole:
        return qint64(row.id);
    case SeverityRole:
        return int(row.severity);
    case PathRole:
        return QString::fromStdString(row.path);
    default:
        return {};
    }
}

QVariant IssueTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Severity"), tr("File"), tr("Problem")};
    return titles[section];
}

IssueFilter::IssueFilter(QObject* parent) : QSortFilterProxyModel(parent) {
    setDynamicSortFilter(true);
}

void IssueFilter::setText(const QString& text) {
    m_text = text;
    invalidateFilter();
}

void IssueFilter::setSeverityShown(project::Issue::Severity severity, bool shown) {
    m_shown[int(severity)] = shown;
    invalidateFilter();
}

bool IssueFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const QModelIndex index = sourceModel()->index(row, IssueTableModel::ProblemColumn, parent);
    if (!m_shown[index.data(IssueTableModel::SeverityRole).toInt()])
        return false;
    return m_text.isEmpty() || index.data().toString().contains(m_text, Qt::CaseInsensitive) ||
           index.data(IssueTableModel::PathRole).toString().contains(m_text, Qt::CaseInsensitive);
}

bool IssueFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    if (left.column() == IssueTableModel::SeverityColumn)
        return left.data(IssueTableModel::SeverityRole).toInt() <
               right.data(IssueTableModel::SeverityRole).toInt();
    return QString::localeAwareCompare(left.data().toString(), right.data().toString()) < 0;
}

} // namespace graft::ui
