#include "project/Project.h"
#include "support/Support.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTest>

using namespace graft;

namespace {

const std::string kProgram = std::string(GRAFT_BINARY_DIR) + "/bin/graft-studio";
constexpr int kPatienceMs = 120'000;

/// The real window program with a folder of its own for all that it keeps.
struct Program {
    test::ProcessResult run(const std::vector<std::string>& arguments,
                            const std::string& platform = "offscreen") {
        return test::runProgram(kProgram, arguments, kPatienceMs / 1000,
                                {{"GRAFT_DATA_DIR", (folder / "data").string()},
                                 {"GRAFT_WEIGHTS_DIR", ""},
                                 {"QT_QPA_PLATFORM", platform},
                                 {"LC_ALL", "C.UTF-8"}});
    }

    /// Starts it and leaves it running.
    void start(QProcess& process, const QStringList& arguments) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("GRAFT_DATA_DIR", QString::fromStdString((folder / "data").string()));
        environment.insert("QT_QPA_PLATFORM", "offscreen");
        process.setProcessEnvironment(environment);
        process.start(QString::fromStdString(kProgram), arguments);
        QVERIFY(process.waitForStarted());
    }

    std::string makeProject(int images) {
        const auto path = folder / "bees.graft";
        auto made = project::Project::create(path, annotation::TaskKind::Classification);
        if (!made)
            qFatal("%s", made.error().message.c_str());
        std::vector<project::Project::NewImage> added;
        for (int i = 0; i < images; ++i) {
            project::Project::NewImage image;
            image.record.path = "image" + std::to_string(i) + ".png";
            image.record.contentHash = "hash" + std::to_string(i);
            image.record.width = image.record.height = 64;
            image.className = i % 2 ? "bees" : "ants";
            QImage picture(64, 64, QImage::Format_RGB32);
            picture.fill(QColor::fromHsv(i * 40 % 360, 200, 200));
            picture.save(QString::fromStdString((folder / image.record.path).string()));
            added.push_back(std::move(image));
        }
        if (!added.empty())
            if (const auto done = (*made)->addImages(std::move(added)); !done)
                qFatal("%s", done.error().message.c_str());
        return path.string();
    }

    test::TemporaryFolder folder;
};

} // namespace

class StudioProgramTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void versionAndHelpNeedNoScreen();
    void wrongUsageIsSaid_data();
    void wrongUsageIsSaid();
    void aPictureIsTakenAtTheSizeAsked();
    void everyPageIsPictured();
    void aProjectThatIsNotThereMakesNoPicture();
    void picturesLeaveTheSettingsAlone();
    void aProjectThatIsOpenInAWindowCanStillBePictured();
    void endedFromOutsideItLeavesAProjectThatOpens();
};

void StudioProgramTest::versionAndHelpNeedNoScreen() {
    Program program;
    const auto version = program.run({"--version"}, "no-such-platform");
    QCOMPARE(version.code, 0);
    QVERIFY2(version.output.starts_with("graft-studio "), version.output.c_str());
    const auto help = program.run({"--help"}, "no-such-platform");
    QCOMPARE(help.code, 0);
    for (const char* option : {"--page", "--size", "--theme", "--screenshot", "--pages"})
        QVERIFY2(help.output.find(option) != std::string::npos, option);
}

void StudioProgramTest::wrongUsageIsSaid_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no such option") << QStringList{"--frobnicate"};
    QTest::newRow("no such page") << QStringList{"--page", "attic"};
    QTest::newRow("no such theme") << QStringList{"--theme", "plaid"};
    QTest::newRow("no size") << QStringList{"--size", "large"};
    QTest::newRow("a size of nothing") << QStringList{"--size", "0x0"};
    QTest::newRow("two projects") << QStringList{"a.graft", "b.graft"};
}

void StudioProgramTest::wrongUsageIsSaid() {
    QFETCH(QStringList, arguments);
    Program program;
    std::vector<std::string> given;
    for (const QString& argument : arguments)
        given.push_back(argument.toStdString());
    const auto result = program.run(given);
    QCOMPARE(result.code, 2);
    QVERIFY(!result.errors.empty());
}

void StudioProgramTest::aPictureIsTakenAtTheSizeAsked() {
    Program program;
    const auto file = (program.folder / "pictures" / "data.png").string();
    const auto result = program.run({"--screenshot", file, "--page", "data", "--size", "1280x720", "--theme",
                                     "dark", program.makeProject(12)});
    QVERIFY2(result.code == 0, result.errors.c_str());
    const QImage picture(QString::fromStdString(file));
    QCOMPARE(picture.size(), QSize(1280, 720));
    QVERIFY(picture.pixelColor(400, 60).lightness() < 60);
}

void StudioProgramTest::everyPageIsPictured() {
    Program program;
    const auto folder = program.folder / "pages";
    const auto result = program.run({"--pages", folder.string(), program.makeProject(6)});
    QVERIFY2(result.code == 0, result.errors.c_str());
    const QStringList names{"data.png",  "evaluate.png", "issues.png", "jobs.png", "label.png",
                            "model.png", "settings.png", "start.png",  "train.png"};
    const QDir pictures(QString::fromStdString(folder.string()));
    QCOMPARE(pictures.entryList(QDir::Files, QDir::Name), names);
    QList<QImage> seen;
    for (const QString& name : names) {
        const QImage picture(pictures.filePath(name));
        QVERIFY2(!picture.isNull(), qPrintable(name));
        QVERIFY2(!seen.contains(picture), qPrintable(name)); // each its own page
        seen << picture;
    }
}

void StudioProgramTest::aProjectThatIsNotThereMakesNoPicture() {
    Program program;
    const auto file = (program.folder / "data.png").string();
    const auto result = program.run({"--screenshot", file, (program.folder / "no.graft").string()});
    QCOMPARE(result.code, 1);
    QVERIFY(!std::filesystem::exists(file));
}

void StudioProgramTest::picturesLeaveTheSettingsAlone() {
    Program program;
    const auto file = (program.folder / "start.png").string();
    QCOMPARE(program.run({"--screenshot", file, "--page", "start", "--theme", "dark", program.makeProject(0)})
                 .code,
             0);
    QVERIFY(!std::filesystem::exists(program.folder / "data" / "studio.ini"));
}

void StudioProgramTest::aProjectThatIsOpenInAWindowCanStillBePictured() {
    Program program;
    const std::string folder = program.makeProject(4);
    const auto held = project::Project::open(folder);
    QVERIFY(held.ok());
    const auto file = (program.folder / "data.png").string();
    const auto result = program.run({"--screenshot", file, folder});
    QVERIFY2(result.code == 0, result.errors.c_str());
    QVERIFY(std::filesystem::exists(file));
}

void StudioProgramTest::endedFromOutsideItLeavesAProjectThatOpens() {
    Program program;
    const std::string folder = program.makeProject(4);
    QProcess process;
    program.start(process, {QString::fromStdString(folder)});
    // It writes its name into the lock as soon as it has the project open.
    const auto holder = [&] {
        QFile lock(QString::fromStdString(folder + "/project.lock"));
        return lock.open(QIODevice::ReadOnly) ? lock.readAll() : QByteArray();
    };
    QTRY_VERIFY_WITH_TIMEOUT(holder().contains(QByteArray::number(process.processId())), kPatienceMs);
    QVERIFY(!project::Project::open(folder).ok());
    process.kill();
    QVERIFY(process.waitForFinished());
    const auto again = project::Project::open(folder);
    QVERIFY2(again.ok(), again ? "" : again.error().message.c_str());
    QCOMPARE((*again)->images().size(), 4u);
    QCOMPARE((*again)->undoStack().count(), 1);
}

QTEST_MAIN(StudioProgramTest)
#include "StudioProgramTest.moc"
