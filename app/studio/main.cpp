#include "base/Log.h"
#include "base/Restart.h"
#include "studio/Arguments.h"
#include "studio/Deadline.h"
#include "studio/LogFile.h"
#include "studio/Photographer.h"
#include "studio/Speech.h"
#include "ui/frame/Appearance.h"
#include "ui/frame/MainWindow.h"
#include "ui/frame/PageNames.h"
#include "ui/frame/Preferences.h"
#include "ui/frame/Studio.h"
#include "ui/theme/Theme.h"
#include "ui/train/TrainingSession.h"
#include "zoo/Zoo.h"

#include <QApplication>
#include <QIcon>
#include <QStandardPaths>

#include <cstdio>
#include <memory>

namespace graft::studio {
namespace {

constexpr int kWrongUsage = 2;

constexpr std::chrono::milliseconds kPatienceAtTheEnd{1500};

/// GRAFT_DATA_DIR moves everything that the program keeps.
std::filesystem::path settingsFile() {
    const QString moved = qEnvironmentVariable("GRAFT_DATA_DIR");
    const QString folder = moved.isEmpty()
                               ? QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
                                     QStringLiteral("/graft-studio")
                               : moved;
    return (folder + QStringLiteral("/studio.ini")).toStdString();
}

QString logFolder() {
    const QString moved = qEnvironmentVariable("GRAFT_DATA_DIR");
    return moved.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
                                 QStringLiteral("/graft-studio/log")
                           : moved + QStringLiteral("/log");
}

zoo::Zoo openZoo() {
    auto zoo = zoo::Zoo::openDefault();
    if (zoo)
        return std::move(*zoo);
    log(LogLevel::Error, zoo.error().message + " " + zoo.error().detail);
    return zoo::Zoo({}, zoo::Zoo::defaultPlaces());
}

void takePictures(Photographer& photographer, const Arguments& arguments) {
    if (!arguments.screenshot.isEmpty())
        photographer.add(arguments.page.value_or(ui::PageId::Data), arguments.screenshot, arguments.part);
    if (!arguments.pages.isEmpty())
        for (const ui::PageId page : ui::kAllPages)
            photographer.add(page,
                             arguments.pages + QLatin1Char('/') + ui::pageKey(page) + QStringLiteral(".png"));
    photographer.start([](int status) { QCoreApplication::exit(status); });
}

void open(ui::MainWindow& window, ui::Studio& studio, const Arguments& arguments) {
    if (arguments.size.isValid())
        window.resize(arguments.size);
    window.show();
    if (!arguments.project.isEmpty()) {
        window.openProject(arguments.project);
        // A window that is open elsewhere is no reason to have no picture.
        if (!studio.project() && arguments.takesPictures())
            window.openProject(arguments.project, project::Access::ReadOnly);
    }
    if (arguments.page && (studio.project() || arguments.project.isEmpty()))
        QMetaObject::invokeMethod(
            &window, [&window, page = *arguments.page] { window.showPage(page); }, Qt::QueuedConnection);
}

int runWindow(QApplication& application, const Arguments& arguments) {
    logTo(logFolder());
    // Pictures show nothing of the person who takes them, and change nothing of what they have set.
    ui::Preferences preferences =
        arguments.takesPictures() ? ui::Preferences() : ui::Preferences(settingsFile());
    const Speech speech(preferences.language());
    ui::theme::Theme theme;
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/graft-studio.svg")));
    auto studio = std::make_unique<ui::Studio>(openZoo(), std::move(preferences));
    ui::applyAppearance(studio->preferences());
    if (!arguments.scheme.isEmpty())
        theme.setScheme(ui::schemeNamed(arguments.scheme));
    auto session = std::make_unique<ui::TrainingSession>();
    auto window = std::make_unique<ui::MainWindow>(*studio, *session);
    QObject::connect(window.get(), &ui::MainWindow::closed, &application, &QCoreApplication::quit);
    QApplication::setQuitOnLastWindowClosed(false);
    open(*window, *studio, arguments);

    Photographer photographer(*window);
    if (arguments.takesPictures()) {
        if (!arguments.project.isEmpty() && !studio->project()) {
            std::fprintf(stderr, "The project %s could not be opened.\n", qPrintable(arguments.project));
            return 1;
        }
        takePictures(photographer, arguments);
    }
    const int status = QApplication::exec();
    window->hide();
    studio->closeProject(); // first of all: what is in the database is whole
    const Deadline deadline(kPatienceAtTheEnd, status);
    session->stop();
    window.reset();
    session.reset();
    studio.reset();
    return status;
}

int main(int argc, char** argv) {
    QStringList texts;
    for (int i = 0; i < argc; ++i)
        texts << QString::fromLocal8Bit(argv[i]);
    QCoreApplication::setOrganizationName(QStringLiteral("graft-studio"));
    QCoreApplication::setApplicationName(QStringLiteral("graft-studio"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GRAFT_VERSION));
    // Before the window system is asked for: the help is there without one.
    const bool onlyTexts = texts.contains(QStringLiteral("--version")) ||
                           texts.contains(QStringLiteral("--help")) || texts.contains(QStringLiteral("-h"));
    if (onlyTexts) {
        const QCoreApplication application(argc, argv);
        if (texts.contains(QStringLiteral("--version")))
            std::printf("graft-studio %s\n", GRAFT_VERSION);
        else
            std::fputs(helpText().toUtf8().constData(), stdout);
        return 0;
    }
    letThreadsSleep(argv);
    QApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName({});
    QGuiApplication::setDesktopFileName(QStringLiteral("org.graftstudio.GraftStudio"));
    const auto arguments = parseArguments(QCoreApplication::arguments());
    if (!arguments) {
        std::fprintf(stderr, "%s\n", arguments.error().message.c_str());
        return kWrongUsage;
    }
    return runWindow(application, *arguments);
}

} // namespace
} // namespace graft::studio

int main(int argc, char** argv) {
    Q_INIT_RESOURCE(graft);
    return graft::studio::main(argc, argv);
}
