#include "DataFixture.h"
#include "ui/frame/Studio.h"

#include <QSignalSpy>

using namespace graft;

namespace {

constexpr int kPatienceMs = 60'000;

QString text(const std::filesystem::path& path) {
    return QString::fromStdString(path.string());
}

/// A studio that remembers.
struct Fixture {
    Fixture() : studio(zoo::Zoo({}, {folder / "store", {}, "npm"}), ui::Preferences(folder / "studio.ini")) {}

    bool idle() const {
        return std::ranges::all_of(const_cast<ui::Studio&>(studio).jobs().jobs(),
                                   [](const jobs::Job* job) { return job->isOver(); });
    }
    void create(const std::string& name) {
        const auto made = studio.createProject(folder / name, annotation::TaskKind::Classification);
        if (!made)
            qFatal("%s", made.error().message.c_str());
    }

    test::TemporaryFolder folder;
    ui::Studio studio;
};

} // namespace

class FrameStudioTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void creatingOpensAndRemembers();
    void recentProjectsOutliveTheProgram();
    void withoutAFileNothingIsRemembered();
    void aProjectThatCannotBeOpenedLeavesTheOldOne();
    void openingTheOpenProjectChangesNothing();
    void aReadOnlyProjectCanBeOpenedForWritingLater();
    void importsGoInPortionsAndMakeOneUndoEntry();
    void aTableLabelsWhatIsThereAlready();
    void importsOfAClosedProjectAreDropped();
    void importsIntoAReadOnlyProjectAreRefused();
    void aFailedWriteIsKnownUntilSomethingIsWritten();
    void theSampleIsPaintedOnceAndOpened();
    void aSampleThatWasCutOffIsPaintedAnew();
    void theSampleDoesNotPullAnybodyAway();
};

void FrameStudioTest::creatingOpensAndRemembers() {
    Fixture fixture;
    QSignalSpy opened(&fixture.studio, &ui::Studio::projectOpened);
    fixture.create("one.graft");
    QCOMPARE(opened.size(), 1);
    QCOMPARE(fixture.studio.recentProjects(), QStringList{text(fixture.studio.project()->folder())});
    QVERIFY(!fixture.studio.createProject(fixture.folder / "one.graft", annotation::TaskKind::Classification)
                 .ok());
    QVERIFY(fixture.studio.project());
}

void FrameStudioTest::recentProjectsOutliveTheProgram() {
    test::TemporaryFolder folder;
    const auto file = folder / "studio.ini";
    QStringList expected;
    {
        ui::Studio studio(zoo::Zoo({}, {}), ui::Preferences(file));
        for (const char* name : {"one.graft", "two.graft", "three.graft"}) {
            QVERIFY(studio.createProject(folder / name, annotation::TaskKind::Classification).ok());
            expected.prepend(text(studio.project()->folder()));
        }
        QVERIFY(studio.openProject(folder / "one.graft").ok());
        expected.move(2, 0);
    }
    ui::Studio again(zoo::Zoo({}, {}), ui::Preferences(file));
    QCOMPARE(again.recentProjects(), expected);
    QSignalSpy changed(&again, &ui::Studio::recentProjectsChanged);
    again.forgetRecentProject(expected[1]);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(again.recentProjects(), (QStringList{expected[0], expected[2]}));
}

void FrameStudioTest::withoutAFileNothingIsRemembered() {
    test::TemporaryFolder folder;
    {
        ui::Studio studio{zoo::Zoo({}, {})};
        QVERIFY(studio.createProject(folder / "one.graft", annotation::TaskKind::Classification).ok());
        QCOMPARE(studio.recentProjects().size(), 1);
    }
    ui::Studio again{zoo::Zoo({}, {})};
    QVERIFY(again.recentProjects().isEmpty());
}

void FrameStudioTest::aProjectThatCannotBeOpenedLeavesTheOldOne() {
    Fixture fixture;
    fixture.create("one.graft");
    QSignalSpy closing(&fixture.studio, &ui::Studio::projectAboutToClose);
    const auto opened = fixture.studio.openProject(fixture.folder / "not there.graft");
    QVERIFY(!opened.ok());
    QVERIFY(!opened.error().message.empty());
    QCOMPARE(closing.size(), 0);
    QCOMPARE(fixture.studio.project()->displayName(), std::string("one"));
}

void FrameStudioTest::openingTheOpenProjectChangesNothing() {
    Fixture fixture;
    fixture.create("one.graft");
    QSignalSpy closing(&fixture.studio, &ui::Studio::projectAboutToClose);
    const auto* before = fixture.studio.project();
    QVERIFY(fixture.studio.openProject(fixture.folder.path() / "." / "one.graft").ok());
    QCOMPARE(fixture.studio.project(), before);
    QCOMPARE(closing.size(), 0);
}

void FrameStudioTest::aReadOnlyProjectCanBeOpenedForWritingLater() {
    Fixture fixture;
    fixture.create("one.graft");
    fixture.studio.closeProject();
    QVERIFY(fixture.studio.openProject(fixture.folder / "one.graft", project::Access::ReadOnly).ok());
    QVERIFY(fixture.studio.project()->readOnly());
    QVERIFY(fixture.studio.openProject(fixture.folder / "one.graft").ok());
    QVERIFY(!fixture.studio.project()->readOnly());
}

void FrameStudioTest::importsGoInPortionsAndMakeOneUndoEntry() {
    Fixture fixture;
    fixture.create("one.graft");
    (void)test::pictures(fixture.folder / "many", 450);
    QSignalSpy changes(&fixture.studio, &ui::Studio::projectChanged);
    QSignalSpy notify(&fixture.studio, &ui::Studio::notify);
    fixture.studio.importSources({text(fixture.folder / "many")});
    QTRY_COMPARE_WITH_TIMEOUT(notify.size(), 1, kPatienceMs);
    QVERIFY(!notify[0][1].toBool());
    QVERIFY2(notify[0][0].toString().contains("450"), qPrintable(notify[0][0].toString()));
    QCOMPARE(fixture.studio.project()->images().size(), 450u);
    QVERIFY(changes.size() >= 3);
    QCOMPARE(fixture.studio.project()->undoStack().count(), 1);
    fixture.studio.importSources({text(fixture.folder / "many")});
    QTRY_COMPARE_WITH_TIMEOUT(notify.size(), 2, kPatienceMs);
    QCOMPARE(fixture.studio.project()->images().size(), 450u);
    QVERIFY(notify[1][0].toString().contains("known already"));
}

/// The same table through the window as through the command line (intake's own test): images of the project
/// that have no class get one, a person's label stays.
void FrameStudioTest::aTableLabelsWhatIsThereAlready() {
    Fixture fixture;
    fixture.create("one.graft");
    const auto files = test::pictures(fixture.folder / "many", 4);
    QSignalSpy notify(&fixture.studio, &ui::Studio::notify);
    fixture.studio.importSources({text(fixture.folder / "many")}, false);
    QTRY_COMPARE_WITH_TIMEOUT(notify.size(), 1, kPatienceMs);
    project::Project& project = *fixture.studio.project();
    QCOMPARE(project.images().size(), 4u);
    const auto bee = *project.addClass("bee");
    QVERIFY(project.assignClass({project.images()[0].id}, bee).ok());

    QFile table(text(fixture.folder / "many" / "labels.csv"));
    QVERIFY(table.open(QIODevice::WriteOnly));
    table.write("file,class\n");
    for (std::size_t i = 0; i < 3; ++i) {
        const auto file = project.absolutePath(project.images()[i]).filename().string();
        table.write((file + ",ant\n").c_str());
    }
    table.close();
    fixture.studio.importSources({table.fileName()});
    QTRY_COMPARE_WITH_TIMEOUT(notify.size(), 2, kPatienceMs);
    const auto className = [&](std::size_t i) {
        const auto* label = project.labelClass(project.images()[i].label);
        return label ? label->name : std::string();
    };
    QCOMPARE(className(0), std::string("bee"));
    QCOMPARE(className(1), std::string("ant"));
    QCOMPARE(className(2), std::string("ant"));
    QCOMPARE(className(3), std::string());
    QVERIFY2(notify[1][0].toString().contains("2 of them got a class"), qPrintable(notify[1][0].toString()));
}

void FrameStudioTest::importsOfAClosedProjectAreDropped() {
    Fixture fixture;
    fixture.create("one.graft");
    (void)test::pictures(fixture.folder / "many", 250);
    QSignalSpy notify(&fixture.studio, &ui::Studio::notify);
    fixture.studio.importSources({text(fixture.folder / "many")});
    fixture.create("two.graft");
    QTRY_VERIFY_WITH_TIMEOUT(fixture.idle(), kPatienceMs);
    QCoreApplication::processEvents();
    QVERIFY(fixture.studio.project()->images().empty());
    QCOMPARE(notify.size(), 0);
}

void FrameStudioTest::importsIntoAReadOnlyProjectAreRefused() {
    Fixture fixture;
    fixture.create("one.graft");
    fixture.studio.closeProject();
    QVERIFY(fixture.studio.openProject(fixture.folder / "one.graft", project::Access::ReadOnly).ok());
    QSignalSpy notify(&fixture.studio, &ui::Studio::notify);
    fixture.studio.importSources({text(fixture.folder.path())});
    QCOMPARE(notify.size(), 1);
    QVERIFY(notify[0][1].toBool());
    QVERIFY(fixture.idle());
}

void FrameStudioTest::aFailedWriteIsKnownUntilSomethingIsWritten() {
    Fixture fixture;
    fixture.create("one.graft");
    QSignalSpy saved(&fixture.studio, &ui::Studio::savedChanged);
    Q_EMIT fixture.studio.project()->writeFailed("The disk is full.");
    QCOMPARE(fixture.studio.unsavedProblem(), QString("The disk is full."));
    QCOMPARE(saved.size(), 1);
    QVERIFY(fixture.studio.project()->addClass("ants").ok());
    QVERIFY(fixture.studio.unsavedProblem().isEmpty());
    QCOMPARE(saved.size(), 2);
}

void FrameStudioTest::theSampleIsPaintedOnceAndOpened() {
    Fixture fixture;
    fixture.studio.createSample(fixture.folder / "samples");
    QVERIFY(fixture.studio.sampleJob());
    auto* job = fixture.studio.sampleJob();
    fixture.studio.createSample(fixture.folder / "samples"); // pressed twice
    QCOMPARE(fixture.studio.sampleJob(), job);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.studio.project(), kPatienceMs);
    QCOMPARE(fixture.studio.project()->images().size(), 180u);
    QCOMPARE(fixture.studio.project()->classes().size(), 3u);
    const auto folder = fixture.studio.project()->folder();
    fixture.studio.closeProject();
    fixture.studio.createSample(fixture.folder / "samples"); // it is there: opened at once
    QVERIFY(fixture.studio.project());
    QCOMPARE(fixture.studio.project()->folder(), folder);
}

void FrameStudioTest::aSampleThatWasCutOffIsPaintedAnew() {
    Fixture fixture;
    QDir().mkpath(text(fixture.folder / "samples"));
    QVERIFY(project::Project::create(fixture.folder / "samples" / "Blood smears.graft",
                                     annotation::TaskKind::Classification)
                .ok());
    fixture.studio.createSample(fixture.folder / "samples");
    QTRY_VERIFY_WITH_TIMEOUT(fixture.studio.project(), kPatienceMs);
    QCOMPARE(fixture.studio.project()->images().size(), 180u);
}

void FrameStudioTest::theSampleDoesNotPullAnybodyAway() {
    Fixture fixture;
    fixture.studio.createSample(fixture.folder / "samples");
    fixture.create("mine.graft");
    QSignalSpy notify(&fixture.studio, &ui::Studio::notify);
    QTRY_COMPARE_WITH_TIMEOUT(notify.size(), 1, kPatienceMs);
    QCOMPARE(fixture.studio.project()->displayName(), std::string("mine"));
    QVERIFY(fixture.studio.recentProjects().front().contains("Blood smears"));
}

QTEST_MAIN(FrameStudioTest)
#include "FrameStudioTest.moc"
