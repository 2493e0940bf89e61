#pragma once

#include "base/Ids.h"
#include "base/Result.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QMenu;
class QModelIndex;

namespace graft::project {
class Project;
}

namespace graft::ui {

class ClassListModel;
class InlineMessage;

/// The classes of the project: add, rename in place, recolour, reorder, merge, remove. All can be undone, so
/// nothing asks.
class ClassesSection : public QWidget {
    Q_OBJECT
public:
    explicit ClassesSection(QWidget* parent = nullptr);
    void setProject(project::Project* project);
    void refresh();
    ClassListModel& model() { return *m_model; }

Q_SIGNALS:
    void failed(const QString& message);
    void filterWanted(graft::ClassId id);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addFromLine();
    void offerMerge(ClassId from, ClassId into);
    void chooseMerge(ClassId from);
    void chooseColor(const QModelIndex& index);
    void showMenu(const QModelIndex& index, const QPoint& globalPosition);
    void fillMenu(QMenu& menu, const QModelIndex& index);
    void move(const QModelIndex& index, int by);
    void remove(ClassId id);
    void tell(const Result<>& result);
    void fitHeight();

    project::Project* m_project = nullptr;
    ClassListModel* m_model;
    QListView* m_view;
    QLineEdit* m_add;
    QLabel* m_unlabelled;
    InlineMessage* m_message;
};

} // namespace graft::ui
