#include "ui/label/LabelPage.h"
#include "DataFixture.h"
#include "ui/label/ShapeCanvas.h"

#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace graft;
using test::StudioFixture;

namespace {

struct Page : StudioFixture {
    explicit Page(int count, const std::vector<std::string>& classes = {"ants", "bees"})
        : project(open(test::pictures(folder.path(), count), classes)), page(studio) {
        test::showAndWait(page);
        page.entered();
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(&page.canvas(), key, modifiers);
    }
    int current() { return int(page.currentImage().value); }
    std::string labelOf(int id) {
        const auto* labelClass = project.labelClass(project.image({id})->label);
        return labelClass ? labelClass->name : "";
    }
    template <typename Widget>
    Widget* find(const char* name) {
        auto* widget = page.findChild<Widget*>(QLatin1String(name));
        if (!widget)
            qFatal("no %s", name);
        return widget;
    }

    project::Project& project;
    ui::LabelPage page;
};

} // namespace

class LabelPageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }
    void withoutImagesItLeadsToData();
    void keysLabelAndGoOn();
    void goingOnCanBeSwitchedOff();
    void whenAllIsLabelledTheWayLeadsOn();
    void withoutClassesItSaysWhatToDo();
    void undoGoesBackToWhereItHappened();
    void aClickOnAClassLabels();
    void theSearchLabels();
    void spaceFindsTheNextUnlabelled();
    void arrowsWalkThroughTheOrderGiven();
    void anOrderStaysWhileItsImagesAreLabelled();
    void removedImagesLeaveTheOrder();
    void progressIsCounted();
    void anImageThatHasGoneIsExplainedInTheCanvas();
    void zoomKeys();
    void theLastImageIsRemembered();
    void realImagesInBothSchemes();

private:
    std::unique_ptr<ui::theme::Theme> m_theme;
};

void LabelPageTest::withoutImagesItLeadsToData() {
    StudioFixture fixture;
    ui::LabelPage page(fixture.studio);
    QVERIFY(!page.notReadyReason().isEmpty());
    fixture.open({}, {});
    QVERIFY(!page.notReadyReason().isEmpty());
    QSignalSpy goTo(&page, &ui::Page::goTo);
    page.findChild<QPushButton*>("labelEmptyButton")->click();
    QCOMPARE(goTo[0][0].value<ui::PageId>(), ui::PageId::Data);
    test::showAndWait(page);
    test::keepPicture(page, "label-empty");
    QSignalSpy ready(&page, &ui::Page::readinessChanged);
    QVERIFY(fixture.studio.project()->addImages(test::pictures(fixture.folder.path(), 2)).ok());
    QVERIFY(page.notReadyReason().isEmpty());
    QCOMPARE(ready.size(), 1);
}

void LabelPageTest::keysLabelAndGoOn() {
    Page fixture(5);
    QCOMPARE(fixture.current(), 1);
    fixture.key(Qt::Key_1);
    fixture.key(Qt::Key_2);
    QCOMPARE(fixture.labelOf(1), "ants");
    QCOMPARE(fixture.labelOf(2), "bees");
    QCOMPARE(fixture.current(), 3);
    fixture.key(Qt::Key_9); // no such class: nothing happens
    QCOMPARE(fixture.current(), 3);
    QCOMPARE(fixture.labelOf(3), "");
    fixture.key(Qt::Key_A);
    fixture.key(Qt::Key_0);
    QCOMPARE(fixture.labelOf(2), "");
    QCOMPARE(fixture.current(), 2); // taking a class away does not go on
}

void LabelPageTest::whenAllIsLabelledTheWayLeadsOn() {
    Page fixture(2);
    auto* next = fixture.find<QPushButton>("nextUnlabelled");
    QCOMPARE(next->text(), QStringLiteral("Next unlabelled"));
    fixture.key(Qt::Key_1);
    QSignalSpy goTo(&fixture.page, &ui::Page::goTo);
    fixture.page.showImage({1});
    next->click();
    QCOMPARE(fixture.current(), 2);
    QCOMPARE(goTo.size(), 0);
    fixture.key(Qt::Key_2);
    QCOMPARE(next->text(), QStringLiteral("Go to Model"));
    next->click();
    QCOMPARE(goTo[0][0].value<ui::PageId>(), ui::PageId::Model);
    fixture.find<QToolButton>("labelUndo")->click();
    QCOMPARE(next->text(), QStringLiteral("Next unlabelled"));
}

void LabelPageTest::withoutClassesItSaysWhatToDo() {
    Page fixture(2, {});
    QVERIFY(fixture.find<QLabel>("noClasses")->isVisible());
    QVERIFY(fixture.project.addClass("ants").ok());
    QVERIFY(!fixture.find<QLabel>("noClasses")->isVisible());
}

void LabelPageTest::goingOnCanBeSwitchedOff() {
    Page fixture(3);
    fixture.find<QCheckBox>("advanceAfterKey")->setChecked(false);
    fixture.key(Qt::Key_1);
    QCOMPARE(fixture.current(), 1);
    QCOMPARE(fixture.project.setting("label.advance"), std::string("0"));
}

void LabelPageTest::undoGoesBackToWhereItHappened() {
    Page fixture(6);
    fixture.key(Qt::Key_1);
    fixture.key(Qt::Key_1);
    fixture.page.showImage({6});
    fixture.find<QToolButton>("labelUndo")->click();
    QCOMPARE(fixture.current(), 2);
    QCOMPARE(fixture.labelOf(2), "");
    fixture.find<QToolButton>("labelRedo")->click();
    QCOMPARE(fixture.labelOf(2), "ants");
}

void LabelPageTest::aClickOnAClassLabels() {
    Page fixture(3);
    auto* view = fixture.find<QListView>("labelClasses");
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                      view->visualRect(view->model()->index(1, 0)).center());
    QCOMPARE(fixture.labelOf(1), "bees");
    QCOMPARE(fixture.current(), 2);
}

void LabelPageTest::theSearchLabels() {
    Page fixture(3);
    fixture.key(Qt::Key_C);
    auto* search = fixture.find<QLineEdit>("classPickerSearch");
    QTest::keyClicks(search, "be");
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(fixture.labelOf(1), "bees");
    QCOMPARE(fixture.current(), 2);
}

void LabelPageTest::spaceFindsTheNextUnlabelled() {
    Page fixture(6);
    QVERIFY(fixture.project.assignClass({{2}, {3}, {6}}, fixture.project.classes()[0].id).ok());
    fixture.page.showImage({1});
    QList<int> seen;
    for (int i = 0; i < 4; ++i) {
        fixture.key(Qt::Key_Space);
        seen << fixture.current();
    }
    QCOMPARE(seen, (QList<int>{4, 5, 1, 4})); // round the end
}

void LabelPageTest::arrowsWalkThroughTheOrderGiven() {
    Page fixture(8);
    fixture.page.showImages({5}, {{7}, {5}, {2}});
    QCOMPARE(fixture.current(), 5);
    fixture.key(Qt::Key_Right);
    fixture.key(Qt::Key_Right); // stays at the end
    QCOMPARE(fixture.current(), 2);
    fixture.key(Qt::Key_Left);
    fixture.key(Qt::Key_A);
    QCOMPARE(fixture.current(), 7);
    fixture.key(Qt::Key_End);
    QCOMPARE(fixture.current(), 2);
    fixture.page.showImage({8}); // not part of it: all images again
    QCOMPARE(fixture.page.order().size(), 8u);
}

void LabelPageTest::anOrderStaysWhileItsImagesAreLabelled() {
    Page fixture(8);
    fixture.page.showImages({3}, {{3}, {4}, {5}});
    fixture.key(Qt::Key_1);
    fixture.key(Qt::Key_1);
    QCOMPARE(fixture.page.order().size(), 3u);
    QCOMPARE(fixture.current(), 5);
}

void LabelPageTest::removedImagesLeaveTheOrder() {
    Page fixture(5);
    fixture.page.showImage({3});
    QVERIFY(fixture.project.removeImages({{3}}).ok());
    QCOMPARE(fixture.current(), 4);
    QCOMPARE(fixture.page.order().size(), 4u);
    QVERIFY(fixture.project.removeImages({{1}, {2}, {4}, {5}}).ok());
    QCOMPARE(fixture.current(), 0);
    fixture.key(Qt::Key_1); // nothing to label, nothing breaks
    fixture.project.undoStack().undo();
    QVERIFY(fixture.current() != 0);
}

void LabelPageTest::progressIsCounted() {
    Page fixture(4);
    auto* progress = fixture.find<QLabel>("labelProgress");
    QCOMPARE(progress->text(), QStringLiteral("0 of 4 labelled"));
    fixture.key(Qt::Key_2);
    QCOMPARE(progress->text(), QStringLiteral("1 of 4 labelled"));
    fixture.project.undoStack().undo();
    QCOMPARE(progress->text(), QStringLiteral("0 of 4 labelled"));
}

void LabelPageTest::anImageThatHasGoneIsExplainedInTheCanvas() {
    Page fixture(3);
    QVERIFY(QFile::remove(
        QString::fromStdString(fixture.project.absolutePath(*fixture.project.image({2})).string())));
    QVERIFY(QFile::remove(
        QString::fromStdString(fixture.project.absolutePath(*fixture.project.image({3})).string())));
    fixture.page.showImage({3});
    QTRY_VERIFY(!fixture.page.canvas().accessibleDescription().isEmpty());
    test::keepPicture(fixture.page, "label-missing");
    fixture.key(Qt::Key_1); // it can be labelled all the same
    QCOMPARE(fixture.labelOf(3), "ants");
    fixture.page.showImage({1});
    QTRY_VERIFY(fixture.page.canvas().accessibleDescription().isEmpty());
}

void LabelPageTest::zoomKeys() {
    Page fixture(2);
    QTRY_VERIFY(fixture.page.settled());
    fixture.key(Qt::Key_Z);
    QCOMPARE(fixture.page.canvas().zoom(), 1.0);
    QCOMPARE(fixture.find<QLabel>("zoomText")->text(), QStringLiteral("100 %"));
    fixture.key(Qt::Key_Plus);
    QCOMPARE(fixture.page.canvas().zoom(), 1.5);
    fixture.key(Qt::Key_F);
    QVERIFY(fixture.page.canvas().fits());
}

void LabelPageTest::theLastImageIsRemembered() {
    Page fixture(5);
    fixture.page.showImage({4});
    const auto folder = fixture.project.folder();
    fixture.studio.closeProject();
    QCOMPARE(fixture.current(), 0);
    QVERIFY(fixture.studio.openProject(folder).ok());
    QCOMPARE(fixture.current(), 4);
}

void LabelPageTest::realImagesInBothSchemes() {
    GRAFT_NEEDS_SHARED("data/hymenoptera_256");
    Page fixture(0);
    fixture.studio.importSources(
        {QString::fromStdString((test::sharedFolder() / "data/hymenoptera_256").string())}, true);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.project.images().size() >= 397, 60'000);
    fixture.page.showImage({20});
    for (const auto scheme : {ui::theme::Scheme::Dark, ui::theme::Scheme::Light}) {
        m_theme->setScheme(scheme);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.page.settled(), 20'000);
        test::keepPicture(fixture.page, scheme == ui::theme::Scheme::Dark ? "label-dark" : "label-light");
    }
    for (int i = 0; i < 3; ++i) {
        fixture.key(Qt::Key_Plus);
        fixture.key(Qt::Key_Right);
    }
    QTRY_VERIFY_WITH_TIMEOUT(fixture.page.settled(), 20'000);
    test::keepPicture(fixture.page, "label-next");
}

QTEST_MAIN(LabelPageTest)
#include "LabelPageTest.moc"
