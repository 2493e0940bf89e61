#include "FrameFixture.h"
#include "ui/start/NewProjectForm.h"
#include "ui/start/StartPage.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QStackedWidget>

using namespace graft;
using ui::PageId;

namespace {

constexpr int kPatienceMs = 300'000;

void drop(QWidget& on, const QString& path) {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter({200, 200}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&on, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({200, 200}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&on, &drop);
}

} // namespace

class FrameWindowTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }

    void itBeginsOnTheStartPage();
    void openingAProjectLeadsToItsData();
    void closingAProjectLeadsBackToTheStart();
    void stagesSayWhatIsMissing();
    void theRailCountsIssuesAndShowsJobs();
    void arrowKeysGoThroughTheRail();
    void aProjectThatIsHeldElsewhereCanBeOpenedReadOnly();
    void whatFailsIsToldOverThePageUntilItIsClosed();
    void theStatusLineIsTrue();
    void droppingAProjectOpensIt();
    void aProjectDroppedOnTheDataPageIsOpenedNotImported();
    void droppingImagesWithoutAProjectBeginsOne();
    void droppingImagesWithAProjectAddsThem();
    void theShapeOfTheWindowIsRemembered();
    void closingWhileARunTrainsIsQuickAndKeepsIt();
    void aRunThatEndsElsewhereIsTold();
    void closingWhileImagesAreImportedKeepsWhatIsThere();
    void thePagesAreBuiltWithoutBeingAskedFor();
    void everythingCanBeReachedByKeyboard();
    void everyPageFitsASmallScreen();

private:
    std::unique_ptr<ui::theme::Theme> m_theme;
};

void FrameWindowTest::itBeginsOnTheStartPage() {
    test::WindowFixture fixture;
    QCOMPARE(fixture.window->currentPage(), PageId::Start);
    QVERIFY(fixture.window->rail().button(PageId::Start).isChecked());
    QVERIFY(fixture.find<QPushButton>("trySample").isVisible());
    QVERIFY(fixture.find<QLabel>("heroHeadline").isVisible());
}

void FrameWindowTest::openingAProjectLeadsToItsData() {
    test::WindowFixture fixture;
    fixture.open(8);
    QTRY_COMPARE(fixture.window->currentPage(), PageId::Data);
    QVERIFY(fixture.window->windowTitle().contains("bees"));
    QVERIFY(fixture.window->rail().button(PageId::Data).isChecked());
    QVERIFY(!fixture.window->rail().button(PageId::Start).isChecked());
}

void FrameWindowTest::closingAProjectLeadsBackToTheStart() {
    test::WindowFixture fixture;
    fixture.open(8);
    QVERIFY(fixture.buildAllPages());
    for (const PageId page : ui::kAllPages)
        fixture.window->showPage(page);
    fixture.action("fileClose").trigger();
    QTRY_COMPARE(fixture.window->currentPage(), PageId::Start);
    QVERIFY(!fixture.studio.project());
    QVERIFY(!fixture.window->windowTitle().contains("bees"));
    for (const PageId page : ui::kAllPages) { // none of them holds on to what has gone
        fixture.window->showPage(page);
        fixture.window->grab();
    }
}

void FrameWindowTest::stagesSayWhatIsMissing() {
    test::WindowFixture fixture;
    const auto& rail = fixture.window->rail();
    for (const PageId stage : ui::kStages) {
        QVERIFY2(!rail.button(stage).reason().isEmpty(), qPrintable(ui::pageKey(stage)));
        QVERIFY(rail.button(stage).isEnabled()); // it leads to what is missing
        QVERIFY(rail.button(stage).toolTip().contains(rail.button(stage).reason()));
    }
    fixture.open(0);
    QVERIFY(fixture.buildAllPages());
    QTRY_VERIFY(rail.button(PageId::Data).reason().isEmpty());
    QVERIFY(!rail.button(PageId::Model).reason().isEmpty());
    const QString before = rail.button(PageId::Model).reason();
    QVERIFY(fixture.studio.project()->addImages(test::stripedImages(fixture.folder.path(), 16)).ok());
    QTRY_VERIFY(rail.button(PageId::Model).reason().isEmpty());
    QVERIFY(!rail.button(PageId::Evaluate).reason().isEmpty());
    fixture.studio.project()->undoStack().undo();
    QTRY_COMPARE(rail.button(PageId::Model).reason(), before);
}

void FrameWindowTest::theRailCountsIssuesAndShowsJobs() {
    test::WindowFixture fixture;
    auto& project = fixture.open(4);
    auto& issues = fixture.window->rail().button(PageId::Issues);
    auto& jobs = fixture.window->rail().button(PageId::Jobs);
    QVERIFY(
        project
            .addIssues({{.path = "/a.png", .problem = "no image"}, {.path = "/b.png", .problem = "no image"}})
            .ok());
    QCOMPARE(issues.count(), 2);
    QVERIFY(issues.accessibleName().contains("2"));
    QVERIFY(project.dismissIssue(project.issues().front().id).ok());
    QCOMPARE(issues.count(), 1);

    QTRY_COMPARE_WITH_TIMEOUT(jobs.progress(), -1.0, kPatienceMs);
    std::atomic<bool> go = false;
    fixture.studio.jobs().start("Waiting", fixture.window.get(), [&go](const Monitor& monitor) {
        monitor.report(1, 4);
        while (!go && !monitor.stopRequested())
            QThread::msleep(5);
        return QString();
    });
    QTRY_COMPARE(jobs.progress(), 0.25);
    go = true;
    QTRY_COMPARE(jobs.progress(), -1.0);
}

void FrameWindowTest::arrowKeysGoThroughTheRail() {
    test::WindowFixture fixture;
    fixture.open(4);
    auto& rail = fixture.window->rail();
    QTRY_COMPARE(fixture.window->currentPage(), PageId::Data);
    fixture.window->activateWindow();
    rail.button(PageId::Data).setFocus();
    QTRY_VERIFY(rail.button(PageId::Data).hasFocus());
    QTest::keyClick(&rail.button(PageId::Data), Qt::Key_Down);
    QVERIFY(rail.button(PageId::Label).hasFocus());
    QCOMPARE(fixture.window->currentPage(), PageId::Data); // looking is not going
    QTest::keyClick(&rail.button(PageId::Label), Qt::Key_Return);
    QCOMPARE(fixture.window->currentPage(), PageId::Label);
    rail.button(PageId::Start).setFocus();
    QTest::keyClick(&rail.button(PageId::Start), Qt::Key_Up);
    QVERIFY(rail.button(PageId::Settings).hasFocus()); // round the end
}

void FrameWindowTest::aProjectThatIsHeldElsewhereCanBeOpenedReadOnly() {
    test::WindowFixture fixture;
    const QString folder = fixture.projectFolder("held", 4);
    const auto held = project::Project::open(folder.toStdString());
    QVERIFY(held.ok());
    fixture.window->openProject(folder);
    QVERIFY(!fixture.studio.project());
    QCOMPARE(fixture.window->currentPage(), PageId::Start);
    auto& message = fixture.find<ui::InlineMessage>("startMessage");
    QVERIFY(message.isVisible());
    QVERIFY2(message.text().contains("held"), qPrintable(message.text()));
    QPushButton* readOnly = nullptr;
    for (auto* button : message.findChildren<QPushButton*>())
        if (button->isVisible())
            readOnly = button;
    QVERIFY(readOnly);
    readOnly->click();
    QVERIFY(fixture.studio.project());
    QVERIFY(fixture.studio.project()->readOnly());
    QTRY_COMPARE(fixture.window->currentPage(), PageId::Data);
    QTRY_VERIFY(fixture.window->windowTitle().contains("read-only"));
    QVERIFY(!fixture.action("fileAddFolder").isEnabled());
    QVERIFY(fixture.find<QLabel>("statusSaved").text().contains("Read-only"));
}

void FrameWindowTest::whatFailsIsToldOverThePageUntilItIsClosed() {
    test::WindowFixture fixture;
    Q_EMIT fixture.studio.notify("The disk is full.", true);
    QCOMPARE(fixture.window->notices().text(), QString("The disk is full."));
    QVERIFY(fixture.window->notices().isVisible());
    fixture.window->resize(1000, 640);
    QVERIFY(fixture.window->pages().rect().contains(fixture.window->notices().geometry()));
    QTest::keyClick(fixture.window->notices().findChild<ui::InlineMessage*>(), Qt::Key_Escape);
    QVERIFY(fixture.window->notices().text().isEmpty());
    Q_EMIT fixture.studio.notify("3 images added.", false);
    QVERIFY(fixture.window->notices().text().isEmpty());
    QCOMPARE(fixture.find<QLabel>("statusTold").text(), QString("3 images added."));
}

void FrameWindowTest::theStatusLineIsTrue() {
    test::WindowFixture fixture;
    auto& saved = fixture.find<QLabel>("statusSaved");
    QVERIFY(saved.text().isEmpty()); // nothing is open: nothing is claimed
    auto& project = fixture.open(4);
    QCOMPARE(saved.text(), QString("All changes saved"));
    Q_EMIT project.writeFailed("The disk is full.");
    QVERIFY(!saved.text().contains("All changes saved"));
    QVERIFY(saved.toolTip().contains("The disk is full."));
    QVERIFY(project.addClass("wasps").ok());
    QCOMPARE(saved.text(), QString("All changes saved"));
    QTRY_VERIFY(fixture.find<QLabel>("statusDevice").text().size() > 3);
    QVERIFY(fixture.find<QLabel>("statusMemory").text().contains("MB") ||
            fixture.find<QLabel>("statusMemory").text().contains("GB"));
    QVERIFY(!fixture.find<QAbstractButton>("statusRun").isVisible());
}

void FrameWindowTest::droppingAProjectOpensIt() {
    test::WindowFixture fixture;
    const QString folder = fixture.projectFolder("dropped");
    drop(*fixture.window, folder);
    QVERIFY(fixture.studio.project());
    QCOMPARE(fixture.studio.project()->displayName(), std::string("dropped"));
}

void FrameWindowTest::aProjectDroppedOnTheDataPageIsOpenedNotImported() {
    test::WindowFixture fixture;
    fixture.open(4);
    QTRY_COMPARE(fixture.window->currentPage(), PageId::Data);
    const QString other = fixture.projectFolder("other");
    drop(*fixture.window->pages().current(), other);
    QCOMPARE(fixture.studio.project()->displayName(), std::string("other"));
}

void FrameWindowTest::droppingImagesWithoutAProjectBeginsOne() {
    test::WindowFixture fixture;
    (void)test::pictures(fixture.folder / "insects", 3);
    drop(*fixture.window, QString::fromStdString((fixture.folder / "insects").string()));
    auto& form = fixture.find<ui::NewProjectForm>("newProjectForm");
    QVERIFY(form.isVisible());
    QCOMPARE(fixture.find<QLineEdit>("projectName").text(), QString("insects"));
    fixture.find<QLineEdit>("projectPlace").setText(QString::fromStdString(fixture.folder.path().string()));
    fixture.find<QPushButton>("createProject").click();
    QVERIFY(fixture.studio.project());
    QTRY_COMPARE(fixture.window->currentPage(), PageId::Data);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.studio.project()->images().size(), 3u, 20'000);
}

void FrameWindowTest::droppingImagesWithAProjectAddsThem() {
    test::WindowFixture fixture;
    fixture.open(0);
    fixture.window->showPage(PageId::Settings);
    (void)test::pictures(fixture.folder / "plain", 4);
    drop(*fixture.window, QString::fromStdString((fixture.folder / "plain" / "photos").string()));
    QCOMPARE(fixture.window->currentPage(), PageId::Data);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.studio.project()->images().size(), 4u, 20'000);
}

void FrameWindowTest::theShapeOfTheWindowIsRemembered() {
    test::WindowFixture fixture;
    fixture.window->resize(1111, 707);
    QCoreApplication::processEvents();
    fixture.window->close();
    fixture.makeWindow();
    QCOMPARE(fixture.window->size(), QSize(1111, 707));
}

void FrameWindowTest::closingWhileARunTrainsIsQuickAndKeepsIt() {
    test::WindowFixture fixture;
    const auto runsFolder = fixture.folder / "runs";
    fixture.session.start(test::tinyRun(fixture.folder / "images", 1000), runsFolder);
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.session.live().epochs.empty(), kPatienceMs);
    QVERIFY(fixture.find<QAbstractButton>("statusRun").isVisible());
    fixture.window->showPage(PageId::Jobs);
    Q_EMIT fixture.studio.notify("The disk is full; the change was not made. Everything before it is safe.",
                                 true);
    test::keepPicture(*fixture.window, "window-running");
    QSignalSpy closed(fixture.window.get(), &ui::MainWindow::closed);
    QElapsedTimer clock;
    clock.start();
    QVERIFY(fixture.window->close());
    QCOMPARE(closed.size(), 1);
    QVERIFY(!fixture.window->isVisible());
    QVERIFY(!QApplication::activeModalWidget());
    QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.session.active(), kPatienceMs);
    const auto runs = runs::listRuns(runsFolder);
    QCOMPARE(runs.size(), 1u);
    QCOMPARE(runs.front().state, runs::State::Stopped);
    QVERIFY(!runs.front().epochs.empty());
}

void FrameWindowTest::aRunThatEndsElsewhereIsTold() {
    test::WindowFixture fixture;
    fixture.session.start(test::tinyRun(fixture.folder / "images", 1), fixture.folder / "runs");
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.session.active(), kPatienceMs);
    QVERIFY(fixture.find<QLabel>("statusTold").text().contains("finished"));
    auto input = test::tinyRun(fixture.folder / "images", 1);
    input.options.model = "no-such-model";
    fixture.session.start(input, fixture.folder / "runs");
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.session.active(), kPatienceMs);
    QVERIFY(!fixture.window->notices().text().isEmpty());
}

void FrameWindowTest::closingWhileImagesAreImportedKeepsWhatIsThere() {
    test::WindowFixture fixture;
    const auto folder = fixture.open(0).folder();
    (void)test::pictures(fixture.folder / "many", 300);
    fixture.studio.importSources({QString::fromStdString((fixture.folder / "many").string())});
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.studio.project()->images().empty(), 20'000);
    const std::size_t there = fixture.studio.project()->images().size();
    fixture.window->close();
    fixture.window.reset();
    fixture.studio.closeProject();
    const auto again = project::Project::open(folder);
    QVERIFY(again.ok());
    QVERIFY((*again)->images().size() >= there);
}

void FrameWindowTest::thePagesAreBuiltWithoutBeingAskedFor() {
    test::WindowFixture fixture;
    QVERIFY(!fixture.window->pages().built(PageId::Train)); // not before the window is there
    QVERIFY(fixture.buildAllPages());
    for (const PageId page : ui::kAllPages)
        QVERIFY2(fixture.window->pages().built(page), qPrintable(ui::pageKey(page)));
    QCOMPARE(fixture.window->currentPage(), PageId::Start);
}

void FrameWindowTest::everythingCanBeReachedByKeyboard() {
    test::WindowFixture fixture;
    fixture.open(8);
    QVERIFY(fixture.buildAllPages());
    for (const PageId page : ui::kAllPages) {
        fixture.window->showPage(page);
        QCoreApplication::processEvents();
        for (auto* button : fixture.window->findChildren<QAbstractButton*>()) {
            if (!button->isVisible() || button->focusPolicy() == Qt::NoFocus)
                continue;
            QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty() ||
                         !button->toolTip().isEmpty(),
                     qPrintable(QString("%1: %2 %3")
                                    .arg(ui::pageKey(page), button->metaObject()->className(),
                                         button->objectName())));
        }
    }
}

// 1366×768 less the panel and title bar of a desktop.
void FrameWindowTest::everyPageFitsASmallScreen() {
    test::WindowFixture fixture;
    fixture.open(24);
    QVERIFY(fixture.buildAllPages());
    for (const PageId page : ui::kAllPages) {
        fixture.window->showPage(page);
        QCoreApplication::processEvents();
        const QSize smallest = fixture.window->pages().built(page)->minimumSizeHint();
        QVERIFY2(smallest.width() <= 1240 - 72 && smallest.height() <= 600,
                 qPrintable(QString("%1 needs %2×%3")
                                .arg(ui::pageKey(page))
                                .arg(smallest.width())
                                .arg(smallest.height())));
    }
    fixture.window->resize(1240, 680);
    QCOMPARE(fixture.window->size(), QSize(1240, 680));
}

QTEST_MAIN(FrameWindowTest)
#include "FrameWindowTest.moc"
