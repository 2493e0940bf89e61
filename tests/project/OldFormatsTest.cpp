#include "Fixture.h"

#include "project/Backup.h"
#include "project/Database.h"
#include "project/Paths.h"
#include "project/Schema.h"

#include <span>

// Projects as earlier formats left them, statement by statement, history included: they open, nothing is
// lost, and undo leads back to the start.

using namespace graft;
using namespace graft::project;
namespace fs = std::filesystem;

namespace {

/// Two images with a box and an outline, imported and then split.
const char* const kFormat1[] = {
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID",
    "INSERT INTO meta "
    "VALUES('format',1),('journal_position',2),('next_class',3),('next_image',3),('next_shape',3),"
    "('task','detection'),('written_by','0.1.0')",
    "CREATE TABLE classes (id INTEGER PRIMARY KEY, name TEXT NOT NULL, color INTEGER NOT NULL, position "
    "INTEGER NOT "
    "NULL)",
    "INSERT INTO classes VALUES(1,'cell',15113984,0),(2,'dust',5682409,1)",
    "CREATE TABLE images (id INTEGER PRIMARY KEY, path TEXT NOT NULL, content_hash TEXT NOT NULL, file_bytes "
    "INTEGER NOT "
    "NULL, modified INTEGER NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL, format TEXT NOT NULL, "
    "group_name "
    "TEXT NOT NULL, label INTEGER REFERENCES classes(id) DEFERRABLE INITIALLY DEFERRED, split INTEGER NOT "
    "NULL, "
    "split_by_hand INTEGER NOT NULL)",
    "INSERT INTO images "
    "VALUES(1,'a.png','9cb666dd0d587a88acb18eb52174a8e1381593e04dd35fcede4145080cbd3185',78,1795668207,"
    "20,10,'PNG','',NULL,2,0)",
    "INSERT INTO images "
    "VALUES(2,'b.png','43af464d74036d4f7fad312d9fa5df80377a857a7d9551e9caf4c8c5969efff8',79,1795668207,"
    "20,10,'PNG','',NULL,1,0)",
    "CREATE TABLE shapes (id INTEGER PRIMARY KEY, image INTEGER NOT NULL REFERENCES images(id) DEFERRABLE "
    "INITIALLY "
    "DEFERRED, class INTEGER REFERENCES classes(id) DEFERRABLE INITIALLY DEFERRED, geometry BLOB NOT NULL)",
    "INSERT INTO shapes VALUES(1,1,1,X'01000000000000f03f000000000000004000000000000008400000000000001040')",
    "INSERT INTO shapes "
    "VALUES(2,2,2,X'02030000000000001440000000000000f03f0000000000002640000000000000f03f0000000000002640"
    "0000000000002040')",
    "CREATE TABLE issues (id INTEGER PRIMARY KEY AUTOINCREMENT, severity INTEGER NOT NULL, path TEXT NOT "
    "NULL, problem "
    "TEXT NOT NULL)",
    "INSERT INTO issues VALUES(1,1,'/x/broken.png','The file is empty.')",
    "CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "INSERT INTO settings VALUES('model','resnet18')",
    "CREATE TABLE journal (id INTEGER PRIMARY KEY, verb TEXT NOT NULL, arguments TEXT NOT NULL, made INTEGER "
    "NOT NULL)",
    "INSERT INTO journal VALUES(1,'add_images','[\"2\",\"a.png\"]',1795668208)",
    "INSERT INTO journal VALUES(2,'apply_split','[\"2\",\"a.png\"]',1795668209)",
    "CREATE TABLE journal_parts (entry INTEGER NOT NULL REFERENCES journal(id) ON DELETE CASCADE, part "
    "INTEGER NOT NULL, "
    "payload BLOB NOT NULL, PRIMARY KEY (entry, part))",
    "INSERT INTO journal_parts "
    "VALUES(1,0,X'000001397801758f3d4e033110466dc76169f8297200681015b2d71e7b5cb15d3ac4156c8f9d268a"
    "90127a0e82380305945c027a1a2ec00190c0ca860a517d33d2a7796ff81e63a293b92c97775f4f878c31d949ba5d6f5edf9ea782"
    "71f17d348d1737abc5"
    "107272ce112902f41131e6a4b124e8b5b7118b36a82198a22c91819a0b15ab2d28543991d108f7fcfde3e5f1e07c36b9be9a374e"
    "e38a4e8853be9dd9e7"
    "e5986c18737f97c703e3b249a4ad8435b15a67c95b651cd9ea6b6cc77b0a35025554c63735f0d15300d025e456cf9821b8506aad"
    "f8f057a2fd2b7b3119"
    "a9b31df5d7e6ec9ffd64f801a72f426d')",
    "INSERT INTO journal_parts VALUES(2,0,X'00000010780163646262646a60616061626401524c00087d011e')",
    "CREATE INDEX images_label ON images (label)",
    "CREATE INDEX shapes_image ON shapes (image)",
    "CREATE INDEX shapes_class ON shapes (class)",
    "CREATE INDEX issues_path ON issues (path)",
    "PRAGMA application_id = 1196574292",
    "PRAGMA user_version = 1",
};

/// The same, with what shapes got since.
const char* const kFormat2[] = {
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID",
    "INSERT INTO meta VALUES('format',2),('journal_position',2),('next_class',3),('next_image',3),('next_"
    "shape',3),('task','detection'),('written_by','0.1.0')",
    "CREATE TABLE classes (id INTEGER PRIMARY KEY, name TEXT NOT NULL, color INTEGER NOT NULL, position I"
    "NTEGER NOT NULL)",
    "INSERT INTO classes VALUES(1,'cell',15113984,0)",
    "INSERT INTO classes VALUES(2,'dust',5682409,1)",
    "CREATE TABLE images (id INTEGER PRIMARY KEY, path TEXT NOT NULL, content_hash TEXT NOT NULL, file_by"
    "tes INTEGER NOT NULL, modified INTEGER NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL, fo"
    "rmat TEXT NOT NULL, group_name TEXT NOT NULL, label INTEGER REFERENCES classes(id) DEFERRABLE INITIA"
    "LLY DEFERRED, split INTEGER NOT NULL, split_by_hand INTEGER NOT NULL)",
    "INSERT INTO images VALUES(1,'a.png','9cb666dd0d587a88acb18eb52174a8e1381593e04dd35fcede4145080cbd318"
    "5',78,1795668207,20,10,'PNG','',NULL,2,0)",
    "INSERT INTO images VALUES(2,'b.png','43af464d74036d4f7fad312d9fa5df80377a857a7d9551e9caf4c8c5969efff"
    "8',79,1795668207,20,10,'PNG','',NULL,1,0)",
    "CREATE TABLE shapes (id INTEGER PRIMARY KEY, image INTEGER NOT NULL REFERENCES images(id) DEFERRABLE"
    " INITIALLY DEFERRED, class INTEGER REFERENCES classes(id) DEFERRABLE INITIALLY DEFERRED, geometry BL"
    "OB NOT NULL, flags INTEGER NOT NULL DEFAULT 0, z INTEGER NOT NULL DEFAULT 0, note TEXT NOT NULL DEFA"
    "ULT '')",
    "INSERT INTO shapes VALUES(1,1,1,X'01000000000000f03f000000000000004000000000000008400000000000001040"
    "',0,0,'')",
    "INSERT INTO shapes VALUES(2,2,2,X'02030000000000001440000000000000f03f0000000000002640000000000000f0"
    "3f00000000000026400000000000002040',0,0,'')",
    "CREATE TABLE issues (id INTEGER PRIMARY KEY AUTOINCREMENT, severity INTEGER NOT NULL, path TEXT NOT "
    "NULL, problem TEXT NOT NULL)",
    "INSERT INTO issues VALUES(1,1,'/x/broken.png','The file is empty.')",
    "CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "INSERT INTO settings VALUES('model','resnet18')",
    "CREATE TABLE journal (id INTEGER PRIMARY KEY, verb TEXT NOT NULL, arguments TEXT NOT NULL, made INTE"
    "GER NOT NULL)",
    "INSERT INTO journal VALUES(1,'add_images','[\"2\",\"a.png\"]',1795676994)",
    "INSERT INTO journal VALUES(2,'apply_split','[\"2\",\"a.png\"]',1795676994)",
    "CREATE TABLE journal_parts (entry INTEGER NOT NULL REFERENCES journal(id) ON DELETE CASCADE, part IN"
    "TEGER NOT NULL, payload BLOB NOT NULL, PRIMARY KEY (entry, part))",
    "INSERT INTO journal_parts VALUES(1,0,X'0000013f7801758e3d4e4421108081655d1b7f8a3d80369bad0c3c1818aab"
    "7dd76c62b0003361b63a2f61ec478060b2dbd84f6365ec0039828beb756c6ea632664be8fef3026663297cde6f6f3719f312"
    "667926eaeae5f5e9fa68271f175308d279717e7ab9093738e4811a08f8831278d2541a7bd8d58b4410dc11465890cd45ca85"
    "86d41a1ca898c46b8e36fefcf0f7bcbf9e4ec74dd3ccd2b7a218ef9f0661ffd48b61ab9bbe5e1402e5b471a3aac89d53a4bd"
    "e2ae3c8565f63bbdf51a811a8a232bed5818f9e02802e21b7ef193304174aad15efff76c85eca4e4c46f17c2bfe0d5afc331"
    "ffdecbf01115942dd')",
    "INSERT INTO journal_parts VALUES(2,0,X'00000010780163646262646a60616061626401524c00087d011e')",
    "CREATE INDEX images_label ON images (label)",
    "CREATE INDEX shapes_image ON shapes (image)",
    "CREATE INDEX shapes_class ON shapes (class)",
    "CREATE INDEX issues_path ON issues (path)",
    "PRAGMA application_id = 1196574292",
    "PRAGMA user_version = 2",
};

struct OldFormat {
    int number;
    std::span<const char* const> statements;
};
const OldFormat kOldFormats[] = {{1, kFormat1}, {2, kFormat2}};

} // namespace

class OldFormatsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyOlderFormatHasItsFixture() { QCOMPARE(int(std::size(kOldFormats)), formatNumber - 1); }

    void itOpensWithEverythingAndItsHistory_data() { rows(); }
    void itOpensWithEverythingAndItsHistory() {
        write();
        auto project = Project::open(m_folder);
        QVERIFY(test::succeeded(project));
        expectAll(**project);
        const std::string now = test::digest(**project);
        QCOMPARE((*project)->undoStack().count(), 2);
        QCOMPARE((*project)->undoStack().text(0), QString("Add 2 images"));
        (*project)->undoStack().setIndex(0);
        QVERIFY((*project)->images().empty() && (*project)->classes().empty());
        (*project)->undoStack().setIndex(2);
        QCOMPARE(test::digest(**project), now);
        QVERIFY((*project)->addClass("new").ok());
        *project = test::reopened(*project);
        QVERIFY((*project)->classNamed("new"));
        (*project)->undoStack().setIndex(0);
        QVERIFY((*project)->images().empty());
        (*project)->undoStack().setIndex(2);
        QCOMPARE(test::digest(**project), now);
        project->reset();
        QCOMPARE(formatOf(databaseFile(m_folder)), formatNumber);
        const auto report = check(m_folder, false);
        QVERIFY(test::succeeded(report));
        QCOMPARE(report->problems.size(), std::size_t(2)); // the image files alone, which are not there
    }

    void whatItWasIsKeptAsABackup_data() { rows(); }
    void whatItWasIsKeptAsABackup() {
        QFETCH(int, format);
        write();
        Project::open(m_folder)->reset();
        const auto backups = listBackups(m_folder);
        QVERIFY(!backups.empty());
        QCOMPARE(formatOf(backups.back().file), format);
    }

    void readingAndCheckingChangeNothing_data() { rows(); }
    void readingAndCheckingChangeNothing() {
        QFETCH(int, format);
        write();
        auto reader = Project::open(m_folder, Access::ReadOnly);
        QVERIFY(test::succeeded(reader));
        expectAll(**reader);
        reader->reset();
        QVERIFY(test::succeeded(check(m_folder, false)));
        QCOMPARE(formatOf(databaseFile(m_folder)), format);
        QVERIFY(listBackups(m_folder).empty());
    }

private:
    static void rows() {
        QTest::addColumn<int>("format");
        for (const OldFormat& old : kOldFormats)
            QTest::addRow("format %d", old.number) << old.number;
    }

    void write() {
        QFETCH(int, format);
        m_temporary = std::make_unique<test::TemporaryFolder>();
        m_folder = *m_temporary / "old.graft";
        fs::create_directory(m_folder);
        auto database = *Database::open(databaseFile(m_folder), Database::Mode::Create);
        for (const char* statement : kOldFormats[format - 1].statements)
            QVERIFY(test::succeeded(database->execute(QString::fromLatin1(statement))));
    }

    static void expectAll(const Project& project) {
        QCOMPARE(project.task(), annotation::TaskKind::Detection);
        QCOMPARE(project.images().size(), std::size_t(2));
        QCOMPARE(project.classes().size(), std::size_t(2));
        QCOMPARE(project.images()[0].split, annotation::Split::Validation);
        annotation::Shape box{.id = {1}, .classId = {1}, .geometry = annotation::Box{1, 2, 3, 4}};
        QCOMPARE(project.shapes({1}), std::vector{box});
        annotation::Shape outline{
            .id = {2}, .classId = {2}, .geometry = annotation::Polygon{{{5, 1}, {11, 1}, {11, 8}}}};
        QCOMPARE(project.shapes({2}), std::vector{outline});
        QCOMPARE(project.issues().size(), std::size_t(1));
        QCOMPARE(project.setting("model"), std::string("resnet18"));
    }

    static int formatOf(const fs::path& file) {
        auto database = *Database::open(file, Database::Mode::ReadOnly);
        return database->value(QStringLiteral("PRAGMA user_version"))->toInt();
    }

    std::unique_ptr<test::TemporaryFolder> m_temporary;
    fs::path m_folder;
};

QTEST_GUILESS_MAIN(OldFormatsTest)
#include "OldFormatsTest.moc"
