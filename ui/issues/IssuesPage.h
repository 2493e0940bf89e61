#pragma once

#include "project/Project.h"
#include "ui/frame/Page.h"

#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace graft::ui {

class Chip;
class EmptyState;
class IssueFilter;
class IssueTableModel;
class Studio;

/// The problems of the project, one a row, each with its way out; nothing here interrupts anybody.
class IssuesPage : public Page {
    Q_OBJECT
public:
    explicit IssuesPage(Studio& studio, QWidget* parent = nullptr);

    QString notReadyReason() const override;
    void entered() override;
    /// Of the open project; 0 without one.
    int count() const;

Q_SIGNALS:
    void openInLabel(graft::ImageId id);

private:
    QWidget* buildTable();
    QWidget* buildFilters();
    QWidget* buildDetails();
    void connectAll();
    void refresh();
    void refreshDetails();
    void restoreSelection(const std::vector<std::int64_t>& ids, int row);

    std::vector<int> selectedRows() const;
    std::vector<project::Issue> selected() const;
    ImageId imageOf(const project::Issue& issue) const;
    void goThere();
    void reveal();
    void copy();
    void dismiss();
    void dismissNext();
    void takeOver();
    void showMenu(const QPoint& at);

    Studio& m_studio;
    IssueTableModel* m_model;
    IssueFilter* m_filter;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QPushButton* m_emptyButton;
    QPushButton* m_copy;
    QLineEdit* m_search = nullptr;
    std::vector<Chip*> m_severities; ///< by number
    QTableView* m_table = nullptr;
    QWidget* m_details = nullptr;
    QLabel* m_problem = nullptr;
    QLabel* m_path = nullptr;
    QPushButton* m_go = nullptr;
    QPushButton* m_reveal = nullptr;
    QPushButton* m_takeOver = nullptr;
    QPushButton* m_dismiss = nullptr;
    std::vector<std::int64_t> m_toDismiss;
};

} // namespace graft::ui
