#include "FrameFixture.h"
#include "ui/help/AboutWindow.h"
#include "ui/help/GuideWindow.h"
#include "ui/help/ShortcutsWindow.h"

#include <QMenu>
#include <QSet>
#include <QSignalSpy>
#include <QTextBrowser>

using namespace graft;
using ui::PageId;

class FrameMenuTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }

    void noKeyMeansTwoThings();
    void everyEntryHasAMnemonicThatIsItsOwn();
    void theKeysOfTheViewGoToTheStages_data();
    void theKeysOfTheViewGoToTheStages();
    void whatNeedsAProjectWaitsForOne();
    void undoNamesTheVerbAndTakesItBack();
    void undoFollowsTheProject();
    void recentProjectsAreThere();
    void zoomIsForPagesThatZoom();
    void theSchemeIsChosenAndRemembered();
    void helpWindowsOpenOnceAndSayWhatTheyShould();

private:
    std::unique_ptr<ui::theme::Theme> m_theme;
};

void FrameMenuTest::noKeyMeansTwoThings() {
    test::WindowFixture fixture;
    QSet<QString> seen;
    for (const QAction* action : fixture.window->menu().findChildren<QAction*>())
        for (const QKeySequence& keys : action->shortcuts()) {
            QVERIFY2(!seen.contains(keys.toString()), qPrintable(keys.toString()));
            seen.insert(keys.toString());
        }
    QVERIFY(seen.size() > 15);
}

void FrameMenuTest::everyEntryHasAMnemonicThatIsItsOwn() {
    test::WindowFixture fixture;
    for (const QAction* top : fixture.window->menu().actions()) {
        QVERIFY(top->text().contains('&'));
        QSet<QChar> taken;
        for (const QAction* action : top->menu<QMenu*>()->actions()) {
            const int at = action->text().indexOf('&');
            if (at < 0)
                continue;
            const QChar letter = action->text().at(at + 1).toLower();
            QVERIFY2(!taken.contains(letter), qPrintable(action->text()));
            taken.insert(letter);
        }
    }
}

void FrameMenuTest::theKeysOfTheViewGoToTheStages_data() {
    QTest::addColumn<int>("key");
    QTest::addColumn<PageId>("page");
    QTest::newRow("1") << int(Qt::Key_1) << PageId::Data;
    QTest::newRow("2") << int(Qt::Key_2) << PageId::Label;
    QTest::newRow("3") << int(Qt::Key_3) << PageId::Model;
    QTest::newRow("4") << int(Qt::Key_4) << PageId::Train;
    QTest::newRow("5") << int(Qt::Key_5) << PageId::Evaluate;
    QTest::newRow("6") << int(Qt::Key_6) << PageId::Issues;
    QTest::newRow("7") << int(Qt::Key_7) << PageId::Jobs;
    QTest::newRow("0") << int(Qt::Key_0) << PageId::Start;
    QTest::newRow("comma") << int(Qt::Key_Comma) << PageId::Settings;
}

void FrameMenuTest::theKeysOfTheViewGoToTheStages() {
    QFETCH(int, key);
    QFETCH(PageId, page);
    test::WindowFixture fixture;
    fixture.open(4);
    fixture.window->showPage(page == PageId::Data ? PageId::Label : PageId::Data);
    fixture.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    QTest::keyClick(fixture.window.get(), Qt::Key(key), Qt::ControlModifier);
    QCOMPARE(fixture.window->currentPage(), page);
    const QByteArray name = ("view." + ui::pageKey(page)).toUtf8();
    QVERIFY(fixture.action(name.constData()).isChecked());
}

void FrameMenuTest::whatNeedsAProjectWaitsForOne() {
    test::WindowFixture fixture;
    const QList<const char*> needing{"fileAddFolder", "fileAddFiles", "fileReport", "fileClose"};
    for (const char* name : needing)
        QVERIFY2(!fixture.action(name).isEnabled(), name);
    for (const char* name : {"fileNew", "fileOpen", "fileSample", "fileQuit"})
        QVERIFY2(fixture.action(name).isEnabled(), name);
    fixture.open(0);
    for (const char* name : needing)
        QVERIFY2(fixture.action(name).isEnabled(), name);
    fixture.studio.closeProject();
    for (const char* name : needing)
        QVERIFY2(!fixture.action(name).isEnabled(), name);
}

void FrameMenuTest::undoNamesTheVerbAndTakesItBack() {
    test::WindowFixture fixture;
    auto& project = fixture.open(4);
    QVERIFY(project.addClass("wasps & hornets").ok());
    auto& undo = fixture.action("editUndo");
    auto& redo = fixture.action("editRedo");
    QVERIFY(undo.isEnabled());
    QVERIFY2(undo.text().contains("wasps && hornets"), qPrintable(undo.text()));
    QVERIFY(!redo.isEnabled());
    undo.trigger();
    QVERIFY(!project.classNamed("wasps & hornets"));
    QVERIFY2(redo.text().contains("wasps && hornets"), qPrintable(redo.text()));
    redo.trigger();
    QVERIFY(project.classNamed("wasps & hornets"));
}

void FrameMenuTest::undoFollowsTheProject() {
    test::WindowFixture fixture;
    QVERIFY(!fixture.action("editUndo").isEnabled());
    QVERIFY(fixture.open(0, "one").addClass("ants").ok());
    QVERIFY(fixture.action("editUndo").isEnabled());
    fixture.open(0, "two");
    QVERIFY(!fixture.action("editUndo").isEnabled());
    QCOMPARE(fixture.action("editUndo").text(), QString("&Undo"));
    fixture.window->openProject(QString::fromStdString((fixture.folder / "one.graft").string()));
    QVERIFY(fixture.action("editUndo").text().contains("ants")); // also after a restart
    fixture.studio.closeProject();
    QVERIFY(!fixture.action("editUndo").isEnabled());
}

void FrameMenuTest::recentProjectsAreThere() {
    test::WindowFixture fixture;
    auto& recent = fixture.find<QMenu>("fileRecent");
    QVERIFY(!recent.isEnabled());
    fixture.open(0, "one");
    fixture.open(0, "two");
    QCOMPARE(recent.actions().size(), 2);
    QVERIFY(recent.actions().front()->text().startsWith("two"));
    recent.actions().back()->trigger();
    QCOMPARE(fixture.studio.project()->displayName(), std::string("one"));
    QVERIFY(recent.actions().front()->text().startsWith("one"));
}

void FrameMenuTest::zoomIsForPagesThatZoom() {
    test::WindowFixture fixture;
    QVERIFY(!fixture.action("viewZoomIn").isEnabled());
    fixture.open(8);
    QTRY_COMPARE(fixture.window->currentPage(), PageId::Data);
    QVERIFY(fixture.action("viewZoomIn").isEnabled());
    fixture.window->showPage(PageId::Model);
    QVERIFY(!fixture.action("viewZoomIn").isEnabled());
}

void FrameMenuTest::theSchemeIsChosenAndRemembered() {
    test::WindowFixture fixture;
    fixture.action("viewScheme.dark").trigger();
    QVERIFY(ui::theme::palette().dark);
    fixture.action("viewScheme.light").trigger();
    QVERIFY(!ui::theme::palette().dark);
    QCOMPARE(ui::Preferences(fixture.folder / "studio.ini").scheme(), QString("light"));
}

void FrameMenuTest::helpWindowsOpenOnceAndSayWhatTheyShould() {
    test::WindowFixture fixture;
    for (int i = 0; i < 2; ++i)
        for (const char* name : {"helpGuide", "helpShortcuts", "helpAbout"})
            fixture.action(name).trigger();
    QVERIFY(!QApplication::activeModalWidget());
    QCOMPARE(fixture.window->findChildren<ui::GuideWindow*>().size(), 1);
    QCOMPARE(fixture.window->findChildren<ui::ShortcutsWindow*>().size(), 1);
    QCOMPARE(fixture.window->findChildren<ui::AboutWindow*>().size(), 1);
    const auto text = [&](const char* name) { return fixture.find<QTextBrowser>(name).toPlainText(); };
    QVERIFY(text("guideText").contains("Getting started"));
    QVERIFY(text("aboutText").contains("GNU GENERAL PUBLIC LICENSE"));
    QVERIFY(text("aboutText").contains("resnet50 (test)"));
    for (const char* name : {"guideWindow", "shortcutsWindow", "aboutWindow"})
        test::keepPicture(fixture.find<QWidget>(name), QString("help-%1").arg(name));
    bool undoListed = false;
    for (const auto& group : ui::shortcutGroups(fixture.window->menu()))
        for (const auto& [keys, does] : group.keys)
            undoListed |= does == "Undo" && keys == "Ctrl+Z";
    QVERIFY(undoListed);
}

QTEST_MAIN(FrameMenuTest)
#include "FrameMenuTest.moc"
