#include "Fixture.h"

#include "project/Backup.h"
#include "project/Database.h"
#include "project/Paths.h"

#include <utime.h>

using namespace graft;
using namespace graft::project;
using annotation::TaskKind;
namespace fs = std::filesystem;

namespace {

QDateTime at(const char* text) {
    return QDateTime::fromString(QString::fromLatin1(text) + "Z", Qt::ISODate);
}

void setAge(const fs::path& file, const QDateTime& time) {
    utimbuf times{time.toSecsSinceEpoch(), time.toSecsSinceEpoch()};
    utime(file.c_str(), &times);
}

} // namespace

class BackupTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aBackupIsAWholeProject() {
        test::TemporaryFolder folder;
        auto project = *Project::create(folder / "p.graft", TaskKind::Classification);
        QVERIFY(project->addImages(test::newImages(50, {"a", "b"})).ok());
        const auto made =
            makeBackup(project->folder(), at("2026-11-24T10:20:30")); // beside the running writer
        QVERIFY(test::succeeded(made));
        QCOMPARE(made->filename().string(), std::string("project-20261124-102030.sqlite"));
        QVERIFY(project->addClass("later").ok());
        fs::create_directory(folder / "restored.graft");
        fs::copy_file(*made, folder / "restored.graft" / "project.sqlite");
        auto restored = *Project::open(folder / "restored.graft");
        QCOMPARE(restored->images().size(), std::size_t(50));
        QVERIFY(!restored->classNamed("later"));
        restored->undoStack().undo();
        QVERIFY(restored->images().empty());
    }

    void oneADayIsEnoughAndOnlyAfterAChange() {
        test::TemporaryFolder folder;
        const fs::path project = folder / "p.graft";
        Project::create(project, TaskKind::Classification)->reset();
        QVERIFY(backupIsDue(project, at("2026-11-24T10:00:00")));
        QVERIFY(makeBackup(project, at("2026-11-24T10:00:00")).ok());
        setAge(databaseFile(project), at("2026-11-24T11:00:00"));
        QVERIFY(!backupIsDue(project, at("2026-11-25T09:00:00")));
        QVERIFY(backupIsDue(project, at("2026-11-25T11:00:00")));
        setAge(databaseFile(project), at("2026-11-24T09:00:00"));
        QVERIFY(!backupIsDue(project, at("2026-11-30T11:00:00")));
    }

    void openingMakesTheBackup() {
        test::TemporaryFolder folder;
        Project::create(folder / "p.graft", TaskKind::Classification)->reset();
        Project::open(folder / "p.graft")->reset();
        QCOMPARE(listBackups(folder / "p.graft").size(), std::size_t(1));
    }

    void sevenDaysAndFourWeeksAreKept() {
        // Twice a day for 60 days, ending on Tuesday 24 November 2026.
        std::vector<QDateTime> made;
        for (int day = 0; day < 60; ++day) {
            made.push_back(at("2026-11-24T18:00:00").addDays(-day));
            made.push_back(at("2026-11-24T09:00:00").addDays(-day));
        }
        const std::vector<QDateTime> gone = outdated(made);
        std::vector<QString> kept;
        for (const QDateTime& time : made)
            if (std::find(gone.begin(), gone.end(), time) == gone.end())
                kept.push_back(time.toString("MM-dd hh"));
        QCOMPARE(kept, (std::vector<QString>{"11-24 18", "11-23 18", "11-22 18", "11-21 18", "11-20 18",
                                             "11-19 18", "11-18 18", "11-15 18", "11-08 18"}));
    }

    void pruningDeletesTheOutdatedAndHalfMadeOnes() {
        test::TemporaryFolder folder;
        const fs::path project = folder / "p.graft";
        Project::create(project, TaskKind::Classification)->reset();
        for (int hour = 10; hour < 14; ++hour)
            QVERIFY(makeBackup(project, at(qPrintable(QString("2026-11-24T%1:00:00").arg(hour)))).ok());
        QFile(QString::fromStdString((backupsFolder(project) / "project-1.sqlite.partial").string()))
            .open(QIODevice::WriteOnly);
        QFile(QString::fromStdString((backupsFolder(project) / "mine.txt").string()))
            .open(QIODevice::WriteOnly);
        pruneBackups(project);
        QCOMPARE(listBackups(project).size(), std::size_t(1));
        QCOMPARE(listBackups(project)[0].made, at("2026-11-24T13:00:00"));
        QVERIFY(fs::exists(backupsFolder(project) / "mine.txt"));
        QVERIFY(!fs::exists(backupsFolder(project) / "project-1.sqlite.partial"));
    }
};

QTEST_GUILESS_MAIN(BackupTest)
#include "BackupTest.moc"
