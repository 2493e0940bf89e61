#pragma once

#include "project/Project.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <vector>

namespace graft::ui {

/// The problems of the project: severity, file, what is wrong.
class IssueTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { SeverityColumn, FileColumn, ProblemColumn, ColumnCount };
    enum Role { IdRole = Qt::UserRole, SeverityRole, PathRole };
    using Severity = project::Issue::Severity;

    using QAbstractTableModel::QAbstractTableModel;

    void setIssues(const std::vector<project::Issue>& issues);
    const project::Issue& issue(int row) const { return m_issues[std::size_t(row)]; }
    int count(Severity severity) const;
    /// One line an issue: severity, path, problem, with tabs between.
    static QString asText(const std::vector<project::Issue>& issues);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString cellText(const project::Issue& issue, int column) const;
    std::vector<project::Issue> m_issues;
};

/// "Error", "Warning", "Note".
QString severityText(project::Issue::Severity severity);

/// Those issues that contain a text and are as severe as one of those wanted.
class IssueFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit IssueFilter(QObject* parent = nullptr);
    void setText(const QString& text);
    void setSeverityShown(project::Issue::Severity severity, bool shown);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    QString m_text;
    bool m_shown[3] = {true, true, true};
};

} // namespace graft::ui
