#include "Fixture.h"

#include <QProcess>

#include <algorithm>
#include <map>

using namespace graft;
using annotation::Split;

class RealDataTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void insects();
    void whiteBloodCells();
    void oddAndHostileImages();
    void anImportKilledInTheMiddleGoesOn();
};

void RealDataTest::insects() {
    GRAFT_NEEDS_SHARED("data/hymenoptera_256");
    const test::TemporaryFolder folder;
    auto project = test::newProject(folder);
    const auto result =
        intake::importInto(*project, test::from({test::sharedFolder() / "data/hymenoptera_256"}), {});
    QVERIFY(result.ok());
    QCOMPARE(result->added, 397);
    std::map<std::pair<std::string, Split>, int> counts;
    for (const auto& image : project->images())
        ++counts[{project->labelClass(image.label)->name, image.split}];
    QCOMPARE((counts[{"ants", Split::Train}]), 123);
    QCOMPARE((counts[{"bees", Split::Train}]), 121);
    QCOMPARE((counts[{"ants", Split::Validation}]), 70);
    QCOMPARE((counts[{"bees", Split::Validation}]), 83);
    QCOMPARE(result->issues.size(), std::size_t(1));
    QVERIFY(result->issues.front().path.ends_with("imageNotFound.gif"));
}

void RealDataTest::whiteBloodCells() {
    GRAFT_NEEDS_SHARED("data/wbc_dataset1");
    const test::TemporaryFolder folder;
    auto project = test::newProject(folder);
    const auto result =
        intake::importInto(*project, test::from({test::sharedFolder() / "data/wbc_dataset1"}), {});
    QVERIFY(result.ok());
    QCOMPARE(result->added, 300);
    QCOMPARE(result->labelled, 300);
    QCOMPARE(project->classes().size(), std::size_t(5));
    QCOMPARE(result->issues.size(), std::size_t(1)); // the masks, told once
}

// Every file comes in or is told with a reason; none is forgotten.
void RealDataTest::oddAndHostileImages() {
    GRAFT_NEEDS_SHARED("data/robustness_pillow");
    const auto data = test::sharedFolder() / "data/robustness_pillow";
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(data))
        files += entry.is_regular_file() && imaging::hasImageEnding(entry.path());
    const test::TemporaryFolder folder;
    auto project = test::newProject(folder);
    const auto result = intake::importInto(*project, test::from({data}), {});
    QVERIFY(result.ok());
    QCOMPARE(std::size_t(result->added) + result->issues.size(), files);
    QVERIFY2(result->added > 90, qPrintable(QString::number(result->added)));
    for (const auto& issue : result->issues)
        QVERIFY2(issue.problem.size() > 15, issue.path.c_str());
    for (const auto& image : project->images()) {
        QVERIFY2(image.width > 0 && image.height > 0, image.path.c_str());
        QVERIFY2(
            intake::thumbnail(project->thumbnailsFolder(), project->absolutePath(image), image.contentHash)
                .ok(),
            image.path.c_str());
    }
}

// This program starts itself with a folder to import, and is killed while it does.
void RealDataTest::anImportKilledInTheMiddleGoesOn() {
    const test::TemporaryFolder folder;
    for (int i = 0; i < 1500; ++i)
        test::writeImage(folder / ("data/" + std::to_string(i) + ".jpg"), unsigned(i) * 77, 200, 150);
    const auto path = [&] {
        const auto project = test::newProject(folder);
        return project->folder();
    }();
    QProcess process;
    qputenv("GRAFT_IMPORT_INTO", path.c_str());
    qputenv("GRAFT_IMPORT_FROM", (folder / "data").c_str());
    process.start(QCoreApplication::applicationFilePath());
    qunsetenv("GRAFT_IMPORT_INTO");
    QVERIFY(process.waitForReadyRead(60000)); // one portion is in
    process.kill();
    process.waitForFinished();
    auto opened = project::Project::open(path);
    QVERIFY2(opened.ok(), opened ? "" : opened.error().message.c_str());
    const int kept = int((*opened)->images().size());
    QVERIFY(kept > 0);
    const auto rest = intake::importInto(**opened, test::from({folder / "data"}), {});
    QCOMPARE(rest->known, kept);
    QCOMPARE(rest->added + kept, 1500);
    QCOMPARE((*opened)->images().size(), std::size_t(1500));
    QVERIFY(project::check(path, false)->ok);
}

namespace {

int importForever(const char* into, const char* source) {
    auto project = project::Project::open(into);
    if (!project)
        return 1;
    const auto take = [&](intake::IntakePortion portion) {
        const auto taken = intake::takePortion(**project, std::move(portion), "one");
        if (taken && taken->added > 0) {
            std::puts("portion");
            std::fflush(stdout);
        }
    };
    return intake::readSources(test::from({source}), intake::knownImages(**project), take, {}).ok() ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    if (qEnvironmentVariableIsSet("GRAFT_IMPORT_INTO"))
        return importForever(qgetenv("GRAFT_IMPORT_INTO").constData(),
                             qgetenv("GRAFT_IMPORT_FROM").constData());
    RealDataTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "RealDataTest.moc"
