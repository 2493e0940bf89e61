#include "Fixture.h"

#include "project/Backup.h"
#include "project/Database.h"
#include "project/Paths.h"

#include <QCryptographicHash>

#include <utime.h>

using namespace graft;
using namespace graft::project;
using annotation::TaskKind;
namespace fs = std::filesystem;

namespace {

void write(const fs::path& path, const QByteArray& content) {
    fs::create_directories(path.parent_path());
    QFile file(QString::fromStdString(path.string()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

Project::NewImage imageOf(const fs::path& path, const QByteArray& content) {
    Project::NewImage image = test::newImage(0, "a");
    image.record.path = path.string();
    image.record.contentHash =
        QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex().toStdString();
    image.record.fileBytes = content.size();
    image.record.modified =
        QFileInfo(QString::fromStdString(path.string())).lastModified().toSecsSinceEpoch();
    return image;
}

bool any(const std::vector<std::string>& texts, const char* word) {
    for (const std::string& text : texts)
        if (text.find(word) != std::string::npos)
            return true;
    for (const std::string& text : texts)
        qWarning("%s", text.c_str());
    return false;
}

} // namespace

class CheckTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_temporary = std::make_unique<test::TemporaryFolder>();
        m_folder = *m_temporary / "p.graft";
        auto project = *Project::create(m_folder, TaskKind::Detection);
        const fs::path path = *m_temporary / "images" / "one.png";
        write(path, "content");
        const auto ids = *project->addImages({imageOf(path, "content")});
        (void)project->replaceShapes(ids[0], {{{}, project->classes()[0].id, annotation::Box{1, 2, 3, 4}}});
        m_digest = test::digest(*project);
    }

    void aHealthyProjectHasNoProblems() {
        for (bool repair : {false, true}) {
            const auto report = check(m_folder, repair);
            QVERIFY(test::succeeded(report));
            QVERIFY(report->ok && report->problems.empty() && report->repaired.empty());
        }
    }

    void aWriterDoesNotStandInTheWayOfACheck() {
        auto project = *Project::open(m_folder);
        QVERIFY(check(m_folder, false)->ok);
    }

    void filesThatAreMissingOrChangedAreNamed() {
        const fs::path path = *m_temporary / "images" / "one.png";
        utimbuf times{1000, 1000};
        utime(path.c_str(), &times);
        QVERIFY(check(m_folder, false)->ok); // another time alone is no change
        write(path, "CONTENT");
        utime(path.c_str(), &times); // not by chance the second in which it was added
        QVERIFY(any(check(m_folder, false)->problems, "one.png: the file has changed"));
        write(path, "longer content");
        QVERIFY(any(check(m_folder, false)->problems, "one.png: the file has changed"));
        fs::remove(path);
        const auto report = check(m_folder, true);
        QVERIFY(!report->ok);
        QVERIFY(any(report->problems, "one.png: it does not exist"));
    }

    void damageIsFoundAndMended_data() {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("problem");
        QTest::addColumn<bool>("historyStays");
        QTest::newRow("label") << "UPDATE images SET label = 99"
                               << "a class that does not exist: 1" << false;
        QTest::newRow("shape's class") << "UPDATE shapes SET class = 99"
                                       << "shapes with a class" << false;
        QTest::newRow("shape's image") << "UPDATE shapes SET image = 99"
                                       << "shapes on an image" << false;
        QTest::newRow("split") << "UPDATE images SET split = 7"
                               << "unknown side" << false;
        QTest::newRow("history's gap") << "DELETE FROM journal WHERE id = 1"
                                       << "has gaps" << false;
        QTest::newRow("history's position") << "UPDATE meta SET value = 50 WHERE key = 'journal_position'"
                                            << "has gaps" << false;
        QTest::newRow("history's payload") << "UPDATE journal_parts SET payload = x'00010203' WHERE entry = 2"
                                           << "entry 2" << false;
        QTest::newRow("index") << "DROP INDEX images_label"
                               << "images_label is missing" << true;
    }
    void damageIsFoundAndMended() {
        QFETCH(QString, sql);
        QFETCH(QString, problem);
        QFETCH(bool, historyStays);
        {
            auto database = *Database::open(databaseFile(m_folder), Database::Mode::ReadWrite);
            QVERIFY(database->execute(QStringLiteral("PRAGMA foreign_keys = OFF")).ok());
            QVERIFY(test::succeeded(database->execute(sql)));
        }
        const auto found = check(m_folder, false);
        QVERIFY(test::succeeded(found));
        QVERIFY(!found->ok && any(found->problems, qPrintable(problem)));
        QVERIFY(Project::open(m_folder, Access::ReadOnly).ok()); // damage of this kind shuts nobody out

        const auto repaired = check(m_folder, true);
        QVERIFY(test::succeeded(repaired));
        QVERIFY2(repaired->ok, repaired->problems.empty() ? "" : repaired->problems[0].c_str());
        QVERIFY(!repaired->repaired.empty());
        QCOMPARE(listBackups(m_folder).size(), std::size_t(1));
        auto project = *Project::open(m_folder);
        QCOMPARE(project->undoStack().count() > 0, historyStays);
        QCOMPARE(project->images().size(), std::size_t(1));
        QVERIFY(project->addClass("still works").ok());
    }

    void anUnreadableFileIsSetAsideAndTheBackupTakesItsPlace_data() {
        QTest::addColumn<QString>("damage");
        QTest::newRow("overwritten") << "garbage";
        QTest::newRow("cut off") << "cut";
        QTest::newRow("empty") << "empty";
    }
    void anUnreadableFileIsSetAsideAndTheBackupTakesItsPlace() {
        QFETCH(QString, damage);
        QVERIFY(makeBackup(m_folder, QDateTime::currentDateTimeUtc()).ok());
        const fs::path database = databaseFile(m_folder);
        if (damage == "garbage")
            write(database, QByteArray(20000, 'x'));
        else
            fs::resize_file(database, damage == "cut" ? fs::file_size(database) / 2 : 0);
        const auto found = check(m_folder, false);
        if (damage == "empty") { // cannot be told from another program's file
            QVERIFY(!found.ok());
            return;
        }
        QVERIFY(test::succeeded(found));
        QVERIFY(!found->ok);
        const auto repaired = check(m_folder, true);
        QVERIFY(test::succeeded(repaired));
        QVERIFY(repaired->ok);
        QVERIFY(any(repaired->repaired, "backup of"));
        QVERIFY(any(repaired->repaired, "damaged-"));
        QCOMPARE(test::digest(**Project::open(m_folder)), m_digest);
    }

    void withoutABackupNothingIsTouched() {
        write(databaseFile(m_folder), QByteArray(20000, 'x'));
        const auto repaired = check(m_folder, true);
        QVERIFY(!repaired.ok());
        QVERIFY(repaired.error().message.find("no good backup") != std::string::npos);
        QCOMPARE(fs::file_size(databaseFile(m_folder)), std::uintmax_t(20000));
    }

    void aRepairNeedsTheLock() {
        auto project = *Project::open(m_folder);
        QVERIFY(project->setSetting("a", "b").ok());
        {
            auto database = *Database::open(databaseFile(m_folder), Database::Mode::ReadWrite);
            QVERIFY(database->execute(QStringLiteral("DROP INDEX images_label")).ok());
        }
        QVERIFY(!check(m_folder, true).ok());
    }

    void whatIsNoProjectCannotBeChecked() {
        QVERIFY(!check(*m_temporary / "nothing", false).ok());
        auto database = *Database::open(databaseFile(m_folder), Database::Mode::ReadWrite);
        QVERIFY(database->execute(QStringLiteral("PRAGMA user_version = 999")).ok());
        const auto newer = check(m_folder, true);
        QVERIFY(!newer.ok());
        QVERIFY(newer.error().message.find("newer") != std::string::npos);
    }

private:
    std::unique_ptr<test::TemporaryFolder> m_temporary;
    fs::path m_folder;
    std::string m_digest;
};

QTEST_GUILESS_MAIN(CheckTest)
#include "CheckTest.moc"
