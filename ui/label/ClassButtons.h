#pragma once

#include "base/Ids.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QListView;
class QProgressBar;

namespace graft::project {
class Project;
}

namespace graft::ui {

class ClassListModel;
class InlineMessage;

/// The classes as large buttons with their keys, the progress above them, a way to find or add a class below.
class ClassButtons : public QWidget {
    Q_OBJECT
public:
    explicit ClassButtons(QWidget* parent = nullptr);
    void setProject(project::Project* project);
    void refresh();
    /// The class of the image that is shown.
    void setCurrent(ClassId id);
    bool advance() const;
    /// Images without a class.
    int unlabelled() const;
    void setAdvance(bool on);
    ClassListModel& model() { return *m_model; }

    /// The keys go to the line for new classes.
    void beginAdding();

Q_SIGNALS:
    /// Enter in the empty line: the keys belong to the image again.
    void doneAdding();
    void picked(graft::ClassId id);
    void searchWanted(const QRect& globalAnchor);
    void advanceChanged(bool on);
    void failed(const QString& message);

private:
    void addFromLine();
    void showProgress();

    project::Project* m_project = nullptr;
    ClassListModel* m_model;
    QLabel* m_progressText;
    QProgressBar* m_progress;
    QLabel* m_hint; ///< while there is no class
    QListView* m_view;
    QLineEdit* m_add;
    QCheckBox* m_advance;
};

} // namespace graft::ui
