#include "FaultyDisk.h"
#include "SmallDisk.h"

#include "project/Fixture.h"
#include "torture/RandomEdits.h"
#include "torture/Seen.h"

#include <QSignalSpy>

#include <functional>

// The disk is full at every write in turn: the edit did not happen, it is said so, and with room again it
// does.

using namespace graft;
using namespace graft::project;
using annotation::TaskKind;
using torture::Seen;
using torture::seen;
namespace fs = std::filesystem;

namespace {

using Edit = std::function<bool(Project&)>;

bool saysFull(const std::string& message) {
    if (message.find("the disk is full") != std::string::npos)
        return true;
    qWarning("%s", message.c_str());
    return false;
}

std::vector<ImageId> everyImage(const Project& project) {
    std::vector<ImageId> all;
    for (const ImageRecord& image : project.images())
        all.push_back(image.id);
    return all;
}

annotation::Shape boxOf(const Project& project, double x) {
    annotation::Shape shape;
    shape.classId = project.classes()[0].id;
    shape.geometry = annotation::Box{x, 2, 3, 4};
    return shape;
}

struct Row {
    const char* name;
    Edit edit;
};

const std::vector<Row>& rows() {
    static const std::vector<Row> all = {
        {"an import",
         [](Project& p) {
             return p.addImages(test::newImages(200, {"a", "new"}, 1000)).ok();
         }},
        {"images removed", [](Project& p) { return p.removeImages(everyImage(p)).ok(); }},
        {"a class given", [](Project& p) { return p.assignClass(everyImage(p), p.classes()[1].id).ok(); }},
        {"a class removed", [](Project& p) { return p.removeClass(p.classes()[0].id).ok(); }},
        {"a shape drawn",
         [](Project& p) { return p.editShapes(p.images()[0].id, ShapeVerb::Draw, {boxOf(p, 9)}).ok(); }},
        {"a step undone",
         [](Project& p) {
             const int index = p.undoStack().index();
             p.undoStack().undo();
             return p.undoStack().index() == index - 1;
         }},
        {"a problem noted", [](Project& p) { return p.addIssues({{.path = "/a", .problem = "b"}}).ok(); }},
        {"a setting", [](Project& p) { return p.setSetting(torture::settingName(0), "value").ok(); }},
    };
    return all;
}

std::unique_ptr<Project> projectIn(const fs::path& folder) {
    auto project = *Project::create(folder, TaskKind::Detection);
    (void)project->addImages(test::newImages(200, {"a", "b"}));
    (void)project->editShapes(project->images()[0].id, ShapeVerb::Draw, {boxOf(*project, 1)});
    return project;
}

} // namespace

class DiskFullTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEditForWhichThereIsNoRoomDidNotHappen_data() {
        QTest::addColumn<int>("row");
        for (int i = 0; i < int(rows().size()); ++i)
            QTest::newRow(rows()[std::size_t(i)].name) << i;
    }
    void anEditForWhichThereIsNoRoomDidNotHappen() {
        QFETCH(int, row);
        const Edit& edit = rows()[std::size_t(row)].edit;
        test::FaultyDisk disk;
        test::TemporaryFolder folder;
        auto project = projectIn(folder / "p.graft");
        const Seen before = seen(*project);
        QSignalSpy failures(project.get(), &Project::writeFailed);
        int writes = 0;
        for (;; ++writes) {
            failures.clear();
            disk.fillAfter(writes);
            const bool done = edit(*project);
            if (!disk.wasFull()) {
                QVERIFY(done);
                break;
            }
            disk.fillAfter(std::nullopt);
            QVERIFY(!done);
            QCOMPARE(failures.count(), 1);
            QVERIFY(saysFull(failures[0][0].toString().toStdString()));
            QVERIFY(seen(*project) == before);
        }
        QVERIFY(writes > 0);
        disk.fillAfter(std::nullopt);
        const Seen after = seen(*project);
        QVERIFY(!(after == before));
        project = test::reopened(project);
        QVERIFY(seen(*project) == after);
        QVERIFY(check(folder / "p.graft", false).ok());
    }

    void closingOnAFullDiskLosesNothing() {
        test::FaultyDisk disk;
        test::TemporaryFolder folder;
        auto project = projectIn(folder / "p.graft");
        const Seen before = seen(*project);
        for (int writes = 0; writes < 30; ++writes) {
            disk.fillAfter(writes);
            project.reset(); // the log cannot be taken over into the main file
            disk.fillAfter(std::nullopt);
            project = *Project::open(folder / "p.graft");
            QVERIFY(seen(*project) == before);
        }
    }

    void onAFullDiskAProjectIsReadAndSaysWhyItIsNotWritten_data() {
        QTest::addColumn<bool>("killed");
        QTest::newRow("closed well") << false;
        QTest::newRow("its writer was killed") << true;
    }
    void onAFullDiskAProjectIsReadAndSaysWhyItIsNotWritten() {
        QFETCH(bool, killed);
        test::SmallDisk disk(4);
        GRAFT_NEEDS_MOUNT(disk);
        test::TemporaryFolder folder;
        auto project = projectIn(folder / "p.graft");
        const std::string before = torture::documentOf(*project);
        if (!killed)
            project.reset();
        const fs::path full = disk.path() / "p.graft";
        fs::copy(folder / "p.graft", full, fs::copy_options::recursive);
        fs::remove(full / "project.sqlite-shm");
        disk.fill();
        const auto reader = Project::open(full, Access::ReadOnly);
        QVERIFY(test::succeeded(reader));
        QCOMPARE(torture::documentOf(**reader), before);
        const auto writer = Project::open(full);
        QVERIFY(!writer.ok());
        QVERIFY(saysFull(writer.error().message));
        QVERIFY(writer.error().message.find("read-only") != std::string::npos);
        QVERIFY(fs::is_empty(full / "backups"));
        disk.makeRoom();
        QCOMPARE(torture::documentOf(**Project::open(full)), before);
    }

    void aDiskThatFillsWhileOneWorks() {
        test::SmallDisk disk(6);
        GRAFT_NEEDS_MOUNT(disk);
        auto project = projectIn(disk.path() / "p.graft");
        disk.fill();
        const Seen before = seen(*project);
        QSignalSpy failures(project.get(), &Project::writeFailed);
        while (project->assignGroup(everyImage(*project), std::to_string(project->undoStack().count())).ok())
            QVERIFY(project->undoStack().count() < 10000); // what the files have of room is used up first
        QVERIFY(saysFull(failures[0][0].toString().toStdString()));
        const Seen full = seen(*project);
        disk.makeRoom();
        QVERIFY(project->addClass("there is room").ok());
        project->undoStack().undo();
        QCOMPARE(torture::documentOf(*project), full.document);
        project->undoStack().setIndex(before.undoIndex);
        QCOMPARE(torture::documentOf(*project), before.document);
    }
};

QTEST_GUILESS_MAIN(DiskFullTest)
#include "DiskFullTest.moc"
