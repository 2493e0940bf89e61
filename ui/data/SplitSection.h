#pragma once

#include "annotation/LabelClass.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;
class QSpinBox;
class QTableView;

namespace graft::project {
class Project;
}

namespace graft::ui {

class InlineMessage;
class SplitTableModel;

/// The split as a table, the wished shares and the seed, and what could not be done as wished.
class SplitSection : public QWidget {
    Q_OBJECT
public:
    explicit SplitSection(QWidget* parent = nullptr);
    void setProject(project::Project* project);
    void refresh();
    SplitTableModel& model() { return *m_model; }

Q_SIGNALS:
    void failed(const QString& message);

private:
    QSpinBox* addShare(QGridLayout& grid, int column, annotation::Split split, int percent);
    void readSettings();
    void writeSettings();
    void checkShares();
    void split();
    void fitHeight();

    project::Project* m_project = nullptr;
    SplitTableModel* m_model;
    QTableView* m_table;
    QLabel* m_byHand;
    QSpinBox* m_train;
    QSpinBox* m_validation;
    QSpinBox* m_test;
    QSpinBox* m_seed;
    QLabel* m_sum;
    QPushButton* m_button;
    InlineMessage* m_message;
};

} // namespace graft::ui
