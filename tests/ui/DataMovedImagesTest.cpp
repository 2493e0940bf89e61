#include "DataFixture.h"
#include "ui/data/MovedImagesBar.h"
#include "ui/widgets/Widgets.h"

#include <QSignalSpy>

using namespace graft;

namespace fs = std::filesystem;

namespace {

constexpr int kPatienceMs = 60'000;

QString text(const fs::path& path) {
    return QString::fromStdString(path.string());
}

/// A project of pictures in photos/, really imported.
struct Moved : test::StudioFixture {
    explicit Moved(int count) : project(open({}, {})), root(fs::canonical(folder.path())) {
        (void)test::pictures(root, count);
        QSignalSpy notify(&studio, &ui::Studio::notify);
        studio.importSources({text(root / "photos")}, false);
        if (!QTest::qWaitFor([&] { return !notify.isEmpty(); }, kPatienceMs) ||
            int(project.images().size()) != count)
            qFatal("the import failed");
    }
    void makeBar() {
        bar = std::make_unique<ui::MovedImagesBar>(studio);
        host.resize(900, 200);
        bar->setParent(&host);
        bar->resize(900, 60);
        host.show();
    }
    void settle() { QTRY_VERIFY_WITH_TIMEOUT(bar->settled(), kPatienceMs); }
    ui::InlineMessage& message() { return *bar->findChild<ui::InlineMessage*>(); }
    QPushButton& action() { return *bar->findChild<QPushButton*>("findMovedImages"); }

    project::Project& project;
    fs::path root;
    QWidget host;
    std::unique_ptr<ui::MovedImagesBar> bar;
};

} // namespace

class DataMovedImagesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }

    void nothingIsSaidWhereNothingIsMissing() {
        Moved fixture(4);
        fixture.makeBar();
        fixture.settle();
        QCOMPARE(fixture.bar->missing(), 0);
        QVERIFY(fixture.bar->isHidden());
    }

    void movedImagesAreNamedFoundAndUndoneAgain() {
        Moved fixture(12);
        fs::rename(fixture.root / "photos", fixture.root / "holiday");
        fixture.makeBar();
        fixture.settle();
        QVERIFY(fixture.bar->isVisible());
        QCOMPARE(fixture.message().text(), QString("12 images are not where they were."));
        QCOMPARE(fixture.action().text(), QString("Find them…"));
        test::keepPicture(fixture.host, "moved-images");

        QSignalSpy notify(&fixture.studio, &ui::Studio::notify);
        fixture.bar->searchIn(text(fixture.root));
        QCOMPARE(fixture.action().text(), QString("Stop"));
        QTRY_COMPARE_WITH_TIMEOUT(notify.size(), 1, kPatienceMs);
        QCOMPARE(notify.back()[0].toString(), QString("12 images were found again."));
        fixture.settle();
        QVERIFY(fixture.bar->isHidden());
        QCOMPARE(fixture.project.images()[0].path, std::string("holiday/image1.png"));

        fixture.project.undoStack().undo();
        fixture.settle();
        QVERIFY(fixture.bar->isVisible());
        QCOMPARE(fixture.bar->missing(), 12);
        fixture.project.undoStack().redo();
        fixture.settle();
        QVERIFY(fixture.bar->isHidden());
    }

    void aSearchInVainSaysWhere() {
        Moved fixture(3);
        fs::remove_all(fixture.root / "photos");
        fs::create_directories(fixture.root / "empty");
        fixture.makeBar();
        fixture.settle();
        fixture.bar->searchIn(text(fixture.root / "empty"));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.message().text().startsWith("None of the 3 missing images is in"),
                                 kPatienceMs);
        QVERIFY(fixture.message().text().contains("empty"));
        QCOMPARE(fixture.action().text(), QString("Find them…"));
        fixture.bar->searchIn(text(fixture.root / "nowhere"));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.message().text().contains("cannot be searched"), kPatienceMs);
    }

    void aFolderThatHasSomeLeavesTheRest() {
        Moved fixture(5);
        fs::create_directories(fixture.root / "new");
        fs::rename(fixture.root / "photos/image1.png", fixture.root / "new/image1.png");
        fs::remove_all(fixture.root / "photos");
        fixture.makeBar();
        fixture.settle();
        fixture.bar->searchIn(text(fixture.root / "new"));
        QTRY_COMPARE_WITH_TIMEOUT(fixture.bar->missing(), 4, kPatienceMs);
        QCOMPARE(fixture.message().text(), QString("4 images are not where they were."));
    }

    void aSearchCanBeStopped() {
        Moved fixture(3);
        fs::remove_all(fixture.root / "photos");
        for (int i = 0; i < 300; ++i)
            QDir(text(fixture.root)).mkpath(QString("many/%1/%2").arg(i % 10).arg(i));
        fixture.makeBar();
        fixture.settle();
        fixture.bar->searchIn(text(fixture.root / "many"));
        jobs::Job* job = fixture.studio.jobs().jobs().back();
        fixture.action().click();
        QTRY_COMPARE_WITH_TIMEOUT(job->state(), jobs::JobState::Cancelled, kPatienceMs);
        fixture.settle();
        QCOMPARE(fixture.message().text(), QString("3 images are not where they were."));
    }

    void aReadOnlyProjectOffersNothing() {
        Moved fixture(2);
        fs::rename(fixture.root / "photos", fixture.root / "holiday");
        const auto folder = fixture.project.folder();
        fixture.studio.closeProject();
        QVERIFY(fixture.studio.openProject(folder, project::Access::ReadOnly).ok());
        fixture.makeBar();
        fixture.settle();
        QVERIFY(fixture.message().isVisible());
        QVERIFY(fixture.action().isHidden());
    }

    void closedItStaysAwayUntilTheProjectIsOpenedAgain() {
        Moved fixture(2);
        fs::rename(fixture.root / "photos", fixture.root / "holiday");
        fixture.makeBar();
        fixture.settle();
        QTest::keyClick(&fixture.message(), Qt::Key_Escape);
        QVERIFY(fixture.bar->isHidden());
        fixture.bar->look();
        fixture.settle();
        QVERIFY(fixture.bar->isHidden());
        const auto folder = fixture.project.folder();
        fixture.studio.closeProject();
        QVERIFY(fixture.studio.openProject(folder).ok());
        fixture.settle();
        QVERIFY(fixture.bar->isVisible());
    }

private:
    std::unique_ptr<ui::theme::Theme> m_theme;
};

QTEST_MAIN(DataMovedImagesTest)
#include "DataMovedImagesTest.moc"
