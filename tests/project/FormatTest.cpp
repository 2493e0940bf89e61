#include "Fixture.h"

#include "project/Backup.h"
#include "project/Database.h"
#include "project/Paths.h"
#include "project/Rows.h"
#include "project/Schema.h"

using namespace graft;
using namespace graft::project;
using annotation::Box;
using annotation::Shape;
namespace fs = std::filesystem;

namespace {

/// The tables as the first format had them.
const char* const kFirstFormat[] = {
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID",
    "CREATE TABLE classes (id INTEGER PRIMARY KEY, name TEXT NOT NULL, color INTEGER NOT NULL, position "
    "INTEGER NOT NULL)",
    "CREATE TABLE images (id INTEGER PRIMARY KEY, path TEXT NOT NULL, content_hash TEXT NOT NULL, file_bytes "
    "INTEGER NOT "
    "NULL, modified INTEGER NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL, format TEXT NOT NULL, "
    "group_name "
    "TEXT NOT NULL, label INTEGER REFERENCES classes(id) DEFERRABLE INITIALLY DEFERRED, split INTEGER NOT "
    "NULL, "
    "split_by_hand INTEGER NOT NULL)",
    "CREATE TABLE shapes (id INTEGER PRIMARY KEY, image INTEGER NOT NULL REFERENCES images(id) DEFERRABLE "
    "INITIALLY "
    "DEFERRED, class INTEGER REFERENCES classes(id) DEFERRABLE INITIALLY DEFERRED, geometry BLOB NOT NULL)",
    "CREATE TABLE issues (id INTEGER PRIMARY KEY AUTOINCREMENT, severity INTEGER NOT NULL, path TEXT NOT "
    "NULL, problem "
    "TEXT NOT NULL)",
    "CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE journal (id INTEGER PRIMARY KEY, verb TEXT NOT NULL, arguments TEXT NOT NULL, made INTEGER "
    "NOT NULL)",
    "CREATE TABLE journal_parts (entry INTEGER NOT NULL REFERENCES journal(id) ON DELETE CASCADE, part "
    "INTEGER NOT NULL, "
    "payload BLOB NOT NULL, PRIMARY KEY (entry, part))",
    "INSERT INTO meta VALUES ('task', 'detection'), ('format', 1), ('written_by', '0.1'), "
    "('journal_position', 1)",
    "INSERT INTO classes VALUES (1, 'cell', 255, 0)",
    "INSERT INTO images VALUES (1, 'a.png', 'hash', 10, 20, 64, 48, 'PNG', '', NULL, 0, 0)",
    "INSERT INTO journal VALUES (1, 'edit_shapes', '[\"1\",\"a.png\",\"draw\"]', 1700000000)",
    "PRAGMA application_id = 1196574292",
    "PRAGMA user_version = 1"};

/// With one shape, and the entry of the undo history that drew it.
void makeFirstFormat(const fs::path& folder) {
    for (const char* name : {"thumbnails", "cache", "runs", "backups"})
        fs::create_directories(folder / name);
    auto database = *Database::open(databaseFile(folder), Database::Mode::Create);
    const auto run = [&](const QString& sql, const QVariantList& values = {}) {
        QVERIFY(test::succeeded(database->execute(sql, values)));
    };
    for (const char* statement : kFirstFormat)
        run(QString::fromLatin1(statement));
    for (const QString& statement : indexStatements())
        run(statement);
    Row row = rowOf(shapeRow({1}, Shape{{1}, {1}, Box{1, 2, 30, 20}}));
    row.resize(3); // image, class, geometry
    run(QStringLiteral("INSERT INTO shapes VALUES (1, 1, 1, ?)"),
        {QByteArray::fromStdString(std::get<std::string>(row[2]))});
    const std::string payload = encodeChanges({{Table::Shapes, 1, {0, 1, 2}, {}, row}});
    run(QStringLiteral("INSERT INTO journal_parts VALUES (1, 0, ?)"), {QByteArray::fromStdString(payload)});
}

QByteArray bytesOf(const fs::path& file) {
    QFile opened(QString::fromStdString(file.string()));
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

} // namespace

class FormatTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_temporary = std::make_unique<test::TemporaryFolder>();
        m_folder = *m_temporary / "old.graft";
        makeFirstFormat(m_folder);
    }

    void anOlderProjectIsReadWithoutChangingIt() {
        const auto before = bytesOf(databaseFile(m_folder));
        auto project = *Project::open(m_folder, Access::ReadOnly);
        QCOMPARE(project->shapes({1}).size(), std::size_t(1));
        QVERIFY(project->shapes({1})[0] == (Shape{{1}, {1}, Box{1, 2, 30, 20}}));
        QVERIFY(test::succeeded(check(m_folder, false)));
        QCOMPARE(bytesOf(databaseFile(m_folder)), before);
    }

    void anOlderProjectIsUpgradedAfterABackup() {
        auto project = *Project::open(m_folder);
        QCOMPARE(listBackups(m_folder).size(), std::size_t(1));
        Shape shape = project->shapes({1})[0];
        QVERIFY(shape == (Shape{{1}, {1}, Box{1, 2, 30, 20}}));
        shape.note = "asked Ada";
        shape.attributes.occluded = shape.locked = shape.hidden = true;
        shape.z = 3;
        const auto drawn = project->editShapes({1}, ShapeVerb::Describe,
                                               {shape, {{}, {1}, annotation::Ellipse{{20, 20}, 5, 3, 0.5}}});
        QVERIFY(test::succeeded(drawn));
        const std::string digest = test::digest(*project);
        project = test::reopened(project);
        QCOMPARE(test::digest(*project), digest);
        QVERIFY(project->shapes({1})[0] == shape);
        project.reset();
        const auto report = check(m_folder, false);
        QVERIFY(test::succeeded(report));
        for (const std::string& problem : report->problems)
            QVERIFY2(problem.find("a.png") != std::string::npos, problem.c_str()); // there is no such file
        QCOMPARE(listBackups(m_folder).size(), std::size_t(1));                    // not each time
    }

    void editsOfTheFirstFormatAreUndoneAndRedone() {
        auto project = *Project::open(m_folder);
        const std::string drawn = test::digest(*project);
        QVERIFY(project->undoStack().canUndo());
        project->undoStack().undo();
        QVERIFY(project->shapes({1}).empty());
        project = test::reopened(project);
        QVERIFY(project->undoStack().canRedo());
        project->undoStack().redo();
        QCOMPARE(test::digest(*project), drawn);
        project->undoStack().undo();
        QVERIFY(project->shapes({1}).empty());
    }

    void shapesOfAnUnknownKindAreDamage() {
        (void)*Project::open(m_folder);
        {
            auto database = *Database::open(databaseFile(m_folder), Database::Mode::ReadWrite);
            QVERIFY(test::succeeded(database->execute(QStringLiteral("UPDATE shapes SET geometry = x'08'"))));
        }
        QVERIFY(!check(m_folder, false)->ok);
        const auto repaired = check(m_folder, true);
        QVERIFY(test::succeeded(repaired) && !repaired->repaired.empty());
        QVERIFY((*Project::open(m_folder))->shapes({1}).empty());
    }

private:
    std::unique_ptr<test::TemporaryFolder> m_temporary;
    fs::path m_folder;
};

QTEST_GUILESS_MAIN(FormatTest)
#include "FormatTest.moc"
