#pragma once

#include "LearnFixture.h"
#include "ui/frame/MainMenu.h"
#include "ui/frame/MainWindow.h"
#include "ui/frame/Notices.h"
#include "ui/frame/PageNames.h"
#include "ui/frame/PageStack.h"
#include "ui/frame/Rail.h"
#include "ui/frame/RailButton.h"
#include "ui/train/TrainingSession.h"
#include "ui/widgets/Widgets.h"

#include <QAction>

namespace graft::test {

/// The whole window on a studio that keeps its settings in a file of the test, as app/ builds it.
struct WindowFixture {
    WindowFixture()
        : studio(zoo::Zoo(catalogue(), {folder / "store", {}, "npm"}),
                 ui::Preferences(folder / "studio.ini")) {
        makeWindow();
    }

    void makeWindow() {
        window = std::make_unique<ui::MainWindow>(studio, session);
        window->show();
        if (!QTest::qWaitForWindowExposed(window.get()))
            qFatal("the window does not appear");
    }

    /// A project on the disk that is not open.
    QString projectFolder(const std::string& name, int images = 0) {
        const auto path = folder / (name + ".graft");
        auto made = project::Project::create(path, annotation::TaskKind::Classification);
        if (!made)
            qFatal("%s", made.error().message.c_str());
        if (images > 0)
            if (const auto added = (*made)->addImages(stripedImages(folder.path(), images)); !added)
                qFatal("%s", added.error().message.c_str());
        return QString::fromStdString(path.string());
    }

    project::Project& open(int images, const std::string& name = "bees") {
        window->openProject(projectFolder(name, images));
        if (!studio.project())
            qFatal("the project does not open");
        QCoreApplication::processEvents();
        return *studio.project();
    }

    bool buildAllPages() {
        return QTest::qWaitFor([this] { return window->pages().allBuilt(); }, 20'000);
    }

    QAction& action(const char* name) {
        auto* found = window->menu().findChild<QAction*>(QLatin1String(name));
        if (!found)
            qFatal("no action %s", name);
        return *found;
    }

    template <typename Widget>
    Widget& find(const char* name) {
        auto* found = window->findChild<Widget*>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return *found;
    }

    TemporaryFolder folder;
    ui::Studio studio;
    ui::TrainingSession session;
    std::unique_ptr<ui::MainWindow> window;
};

} // namespace graft::test
