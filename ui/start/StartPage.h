#pragma once

#include "jobs/Job.h"
#include "project/Project.h"
#include "ui/frame/Page.h"

#include <QPointer>
#include <QStringList>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace graft::ui {

class GlimpseReader;
class InlineMessage;
class NewProjectForm;
class RecentCards;
class SamplePictures;
class Studio;

/// Where the program begins: what it does, the projects of before, a new one, the sample.
class StartPage : public Page {
    Q_OBJECT
public:
    explicit StartPage(Studio& studio, QWidget* parent = nullptr);

    void entered() override;
    bool settled() const override;

    /// Shows the form; `sources` are added to the project once it is made.
    void beginProject(const QStringList& sources = {});
    void chooseProject();
    void openProject(const QString& folder, project::Access access = project::Access::ReadWrite);
    void paintSample();

Q_SIGNALS:
    /// A new project is open; these are to be added to it.
    void projectCreated(const QStringList& sources);

private:
    QWidget* buildWelcome();
    QWidget* buildHero();
    QWidget* buildSteps();
    QWidget* buildPainting();
    QWidget* buildForm();
    void refresh();
    void showPainting();
    void createProject();

    Studio& m_studio;
    QStackedWidget* m_stack;
    InlineMessage* m_message;
    QPushButton* m_new = nullptr;
    QPushButton* m_open = nullptr;
    QPushButton* m_sample = nullptr;
    QPushButton* m_try = nullptr;
    QPushButton* m_firstNew = nullptr;
    QWidget* m_hero = nullptr;
    QWidget* m_steps = nullptr;
    SamplePictures* m_pictures = nullptr;
    QLabel* m_recentTitle = nullptr;
    RecentCards* m_recent = nullptr;
    QWidget* m_painting = nullptr;
    QProgressBar* m_paintingBar = nullptr;
    QLabel* m_paintingText = nullptr;
    QPushButton* m_paintingCancel = nullptr;
    QPointer<jobs::Job> m_followed; ///< whose progress is shown
    NewProjectForm* m_form = nullptr;
};

} // namespace graft::ui
