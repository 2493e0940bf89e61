#pragma once

#include "project/Project.h"

#include <QFrame>

#include <functional>

class QLineEdit;
class QListWidget;

namespace graft::ui {

/// A small popup that finds a class by a few letters: type, Enter, done. Closes by itself; deletes itself.
class ClassPicker : public QFrame {
    Q_OBJECT
public:
    struct Options {
        QString title;                ///< what the choice does: "Assign class"
        ClassId without;              ///< this one is not offered
        bool offerUnlabelled = false; ///< "Unlabelled" as a choice
        bool offerNew = false;        ///< a name that does not exist can be added
    };
    ClassPicker(const project::Project& project, Options options, QWidget* parent);

    /// Under `anchor` (global), inside the screen.
    void popupAt(const QRect& anchor);

Q_SIGNALS:
    /// ClassId{}: unlabelled.
    void picked(graft::ClassId id);
    void newNamePicked(const QString& name);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void accept();

    const project::Project& m_project;
    Options m_options;
    QLineEdit* m_search;
    QListWidget* m_list;
};

/// Asks for a class under `anchor` and hands over its id, making it where its name is new. What fails is told
/// to `failed`.
void pickClass(project::Project& project, ClassPicker::Options options, QWidget* anchor,
               const QRect& globalAnchor, std::function<void(ClassId)> picked,
               std::function<void(const QString&)> failed);

} // namespace graft::ui
