#include "SmallDisk.h"

#include "project/Fixture.h"
#include "torture/Seen.h"

#include <fstream>

// A real medium that cannot be written: a CD, a card with its switch set, a share without rights.

using namespace graft;
using namespace graft::project;
using annotation::TaskKind;
namespace fs = std::filesystem;

namespace {

void copyTo(const fs::path& from, const fs::path& to) {
    fs::create_directories(to);
    for (const char* part : {"project.sqlite", "project.sqlite-wal"})
        if (fs::exists(from / part))
            fs::copy_file(from / part, to / part);
}

} // namespace

class ReadOnlyDiskTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itIsReadAndSaysThatItCannotBeWritten_data() {
        QTest::addColumn<bool>("killed");
        QTest::newRow("closed well") << false;
        QTest::newRow("its writer was killed") << true;
    }
    void itIsReadAndSaysThatItCannotBeWritten() {
        QFETCH(bool, killed);
        test::SmallDisk disk(8);
        GRAFT_NEEDS_MOUNT(disk);
        test::TemporaryFolder folder;
        auto project = *Project::create(folder / "p.graft", TaskKind::Classification);
        QVERIFY(project->addImages(test::newImages(50, {"a"})).ok());
        const std::string before = torture::documentOf(*project);
        if (!killed)
            project.reset();
        copyTo(folder / "p.graft", disk.path() / "p.graft");
        QCOMPARE(fs::exists(disk.path() / "p.graft" / "project.sqlite-wal"), killed);
        QVERIFY(disk.makeReadOnly());

        const auto writer = Project::open(disk.path() / "p.graft");
        QVERIFY(!writer.ok());
        const std::string& message = writer.error().message;
        QVERIFY2(message.find("read-only") != std::string::npos, message.c_str());
        auto reader = Project::open(disk.path() / "p.graft", Access::ReadOnly);
        QVERIFY(test::succeeded(reader));
        QVERIFY((*reader)->readOnly());
        QCOMPARE(torture::documentOf(**reader), before);
        const auto report = check(disk.path() / "p.graft", false);
        QVERIFY(test::succeeded(report));
        QCOMPARE(report->problems.size(), std::size_t(50)); // the image files alone, which are not there
    }
};

QTEST_GUILESS_MAIN(ReadOnlyDiskTest)
#include "ReadOnlyDiskTest.moc"
