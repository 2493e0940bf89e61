#pragma once

#include "ui/frame/Page.h"

#include <map>

class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace graft::ui {

class JobLog;
class JobRow;
struct JobEntry;

/// What runs in the background, how far it has come, and what became of what has run.
class JobsPage : public Page {
    Q_OBJECT
public:
    explicit JobsPage(JobLog& log, QWidget* parent = nullptr);
    int shownRows() const { return int(m_rows.size()); }

private:
    struct Section {
        QWidget* box = nullptr;
        QVBoxLayout* rows = nullptr;
    };
    Section addSection(QVBoxLayout* column, const QString& title);
    void refresh();
    void place(JobRow* row, const JobEntry& entry);
    JobRow* makeRow(int number);
    int rowInLog(int number) const;

    JobLog& m_log;
    QStackedWidget* m_stack;
    QPushButton* m_forget;
    Section m_running;
    Section m_over;
    std::map<int, JobRow*> m_rows; ///< by the entry's number
};

} // namespace graft::ui
