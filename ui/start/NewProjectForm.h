#pragma once

#include "annotation/LabelClass.h"

#include <QStringList>
#include <QWidget>

class QButtonGroup;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace graft::ui {

class InlineMessage;

/// Name, place and task of a new project.
class NewProjectForm : public QWidget {
    Q_OBJECT
public:
    explicit NewProjectForm(QWidget* parent = nullptr);

    /// `sources`: folders and files that are to be added at once.
    void begin(const QString& place, const QStringList& sources);
    const QStringList& sources() const { return m_sources; }
    /// Where the project will be.
    QString folder() const;
    annotation::TaskKind task() const;
    void showError(const QString& message);

Q_SIGNALS:
    void accepted();
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addTasks(QFormLayout& form);
    void refresh();
    void choosePlace();

    QStringList m_sources;
    QLineEdit* m_name;
    QLineEdit* m_place;
    QButtonGroup* m_task;
    QLabel* m_taskNote;
    QLabel* m_preview;
    QLabel* m_sourcesNote;
    InlineMessage* m_error;
    QPushButton* m_create;
};

} // namespace graft::ui
