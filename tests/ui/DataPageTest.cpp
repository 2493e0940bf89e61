#include "ui/data/DataPage.h"
#include "DataFixture.h"
#include "ui/data/GridView.h"
#include "ui/widgets/Widgets.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QDragEnterEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMimeData>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTest>
#include <QUrl>

using namespace graft;
using test::StudioFixture;

namespace {

struct Page : StudioFixture {
    explicit Page(std::vector<project::Project::NewImage> images,
                  const std::vector<std::string>& classes = {"ants", "bees"})
        : project(open(std::move(images), classes)), page(studio) {
        test::showAndWait(page);
        page.entered();
    }
    template <typename Widget>
    Widget* find(const char* name) {
        auto* widget = page.findChild<Widget*>(QLatin1String(name));
        if (!widget)
            qFatal("no %s", name);
        return widget;
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(&page.grid(), key, modifiers);
    }
    ClassId labelOf(int id) { return project.image({id})->label; }

    project::Project& project;
    ui::DataPage page;
};

QString message(const QSignalSpy& spy) {
    return spy.isEmpty() ? QString() : spy.back()[0].toString();
}

} // namespace

class DataPageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }
    void withoutAProjectItLeadsToStart();
    void anEmptyProjectAsksForImages();
    void keysLabelTheSelectionAndUndoTakesItBack();
    void aKeyWithoutAClassSaysSo();
    void theSearchFindsAClassOrMakesOne();
    void deleteRemovesFromTheProjectAndCanBeUndone();
    void searchShowsAChipAndClearsIt();
    void aFilterThatLeavesNothingHasAWayOut();
    void classesAreAddedRenamedAndMerged();
    void theSplitButtonSplits();
    void sharesMustMakeAHundred();
    void enterOpensLabelWithTheOrderShown();
    void folderNamesAreOfferedAsClasses_data();
    void folderNamesAreOfferedAsClasses();
    void aDroppedFolderIsLookedInto();
    void closingTheProjectLeavesNothingBehind();
    void twentyThousandImagesOpenAndFilter();
    void everythingForAPersonHasAnAccessibleName();
    void realImagesInBothSchemes();

private:
    std::unique_ptr<ui::theme::Theme> m_theme;
};

void DataPageTest::withoutAProjectItLeadsToStart() {
    StudioFixture fixture;
    ui::DataPage page(fixture.studio);
    QVERIFY(!page.notReadyReason().isEmpty());
    QSignalSpy goTo(&page, &ui::Page::goTo);
    page.findChild<QPushButton*>("addImagesEmpty")->click();
    QCOMPARE(goTo.size(), 1);
    QCOMPARE(goTo[0][0].value<ui::PageId>(), ui::PageId::Start);
    QVERIFY(page.settled());
}

void DataPageTest::anEmptyProjectAsksForImages() {
    Page fixture({}, {});
    QVERIFY(fixture.find<ui::EmptyState>("dataEmpty")->isVisible());
    QVERIFY(!fixture.find<QPushButton>("addImages")->isVisible()); // one primary action, not two
    test::keepPicture(fixture.page, "data-empty");
    QVERIFY(fixture.project.addImages(test::recordsOnly(3)).ok());
    QVERIFY(fixture.page.grid().isVisible());
    QVERIFY(fixture.find<QPushButton>("addImages")->isVisible());
}

void DataPageTest::keysLabelTheSelectionAndUndoTakesItBack() {
    Page fixture(test::recordsOnly(6));
    const ClassId ants = fixture.project.classNamed("ants")->id;
    const ClassId bees = fixture.project.classNamed("bees")->id;
    fixture.page.grid().selectAll();
    fixture.key(Qt::Key_2);
    for (const auto& image : fixture.project.images())
        QCOMPARE(image.label.value, bees.value);
    fixture.page.grid().selectOnly({3});
    fixture.key(Qt::Key_1);
    QCOMPARE(fixture.labelOf(3).value, ants.value);
    fixture.key(Qt::Key_0);
    QVERIFY(!fixture.labelOf(3));
    fixture.project.undoStack().undo();
    fixture.project.undoStack().undo();
    QCOMPARE(fixture.labelOf(3).value, bees.value);
    fixture.project.undoStack().undo();
    for (const auto& image : fixture.project.images())
        QVERIFY(!image.label);
}

void DataPageTest::aKeyWithoutAClassSaysSo() {
    Page fixture(test::recordsOnly(2));
    QSignalSpy notify(&fixture.studio, &ui::Studio::notify);
    fixture.page.grid().selectAll();
    const int before = fixture.project.undoStack().index();
    fixture.key(Qt::Key_7);
    QVERIFY(message(notify).contains(u'7'));
    QCOMPARE(fixture.project.undoStack().index(), before);
}

void DataPageTest::theSearchFindsAClassOrMakesOne() {
    Page fixture(test::recordsOnly(2));
    fixture.page.grid().selectOnly({1});
    fixture.key(Qt::Key_C);
    auto* search = fixture.find<QLineEdit>("classPickerSearch");
    QTest::keyClicks(search, "ee");
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(fixture.labelOf(1).value, fixture.project.classNamed("bees")->id.value);

    QTest::qWait(1); // the popup deletes itself
    fixture.page.grid().selectOnly({2});
    fixture.key(Qt::Key_C);
    search = fixture.find<QLineEdit>("classPickerSearch");
    QTest::keyClicks(search, "wasps");
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(fixture.project.classNamed("wasps"));
    QCOMPARE(fixture.labelOf(2).value, fixture.project.classNamed("wasps")->id.value);
}

void DataPageTest::deleteRemovesFromTheProjectAndCanBeUndone() {
    Page fixture(test::recordsOnly(5));
    fixture.page.grid().selectOnly({2});
    fixture.key(Qt::Key_Delete);
    QCOMPARE(fixture.project.images().size(), 4u);
    QCOMPARE(fixture.page.grid().selection().currentId().value, 3);
    fixture.project.undoStack().undo();
    QCOMPARE(fixture.project.images().size(), 5u);
    QCOMPARE(fixture.page.grid().selection().order().size(), 5u);
}

void DataPageTest::searchShowsAChipAndClearsIt() {
    Page fixture(test::recordsOnly(30));
    fixture.key(Qt::Key_Slash);
    auto* search = fixture.find<QLineEdit>("dataSearch");
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, "image1");
    QCOMPARE(fixture.page.grid().selection().order().size(), 11u); // 1, 10–19
    QVERIFY(fixture.find<QWidget>("filterChips")->isVisible());
    QVERIFY(fixture.find<ui::Chip>("filterChip")->isVisible());
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(fixture.page.grid().hasFocus());
    fixture.find<QPushButton>("clearFilters")->click();
    QTRY_COMPARE(fixture.page.grid().selection().order().size(), 30u);
    QVERIFY(!fixture.find<QWidget>("filterChips")->isVisible());
    QVERIFY(search->text().isEmpty());
}

void DataPageTest::aFilterThatLeavesNothingHasAWayOut() {
    Page fixture(test::recordsOnly(5));
    fixture.find<QLineEdit>("dataSearch")->setText("no such image");
    QVERIFY(fixture.find<ui::EmptyState>("noMatch")->isVisible());
    fixture.find<QPushButton>("noMatchClear")->click();
    QVERIFY(fixture.page.grid().isVisible());
}

void DataPageTest::classesAreAddedRenamedAndMerged() {
    Page fixture(test::recordsOnly(4));
    QVERIFY(fixture.project.assignClass({{1}, {2}}, fixture.project.classNamed("bees")->id).ok());
    auto* add = fixture.find<QLineEdit>("addClass");
    QTest::keyClicks(add, "wasps");
    QTest::keyClick(add, Qt::Key_Return);
    QVERIFY(fixture.project.classNamed("wasps"));
    QVERIFY(add->text().isEmpty());

    auto* view = fixture.find<QListView>("classList");
    QVERIFY(!view->model()->setData(view->model()->index(1, 0), "ants", Qt::EditRole));
    auto* merge = fixture.find<QPushButton>("mergeClasses"); // offered in the panel, not in a dialog
    QVERIFY(merge->isVisible());
    merge->click();
    QVERIFY(!fixture.project.classNamed("bees"));
    QCOMPARE(fixture.labelOf(1).value, fixture.project.classNamed("ants")->id.value);
    fixture.project.undoStack().undo();
    QVERIFY(fixture.project.classNamed("bees"));
}

void DataPageTest::theSplitButtonSplits() {
    Page fixture(test::recordsOnly(60, {"ants", "bees"}), {});
    fixture.find<QPushButton>("splitButton")->click();
    int train = 0;
    for (const auto& image : fixture.project.images()) {
        QVERIFY(image.split != annotation::Split::None);
        train += image.split == annotation::Split::Train;
    }
    QVERIFY2(train >= 38 && train <= 46, qPrintable(QString::number(train)));
    QCOMPARE(fixture.project.setting("split.train"), std::string("70"));
    fixture.project.undoStack().undo();
    QVERIFY(fixture.project.images().front().split == annotation::Split::None);
}

void DataPageTest::sharesMustMakeAHundred() {
    Page fixture(test::recordsOnly(10, {"ants", "bees"}), {});
    auto* button = fixture.find<QPushButton>("splitButton");
    QVERIFY(button->isEnabled());
    fixture.find<QSpinBox>("splitShare0")->setValue(90);
    QVERIFY(!button->isEnabled());
    QVERIFY(fixture.find<QLabel>("splitSum")->text().contains("120"));
    fixture.find<QSpinBox>("splitShare1")->setValue(10);
    fixture.find<QSpinBox>("splitShare2")->setValue(0);
    QVERIFY(button->isEnabled());
}

void DataPageTest::enterOpensLabelWithTheOrderShown() {
    Page fixture(test::recordsOnly(30));
    QSignalSpy open(&fixture.page, &ui::DataPage::openInLabel);
    fixture.find<QLineEdit>("dataSearch")->setText("image2");
    fixture.page.grid().selectOnly({21});
    fixture.key(Qt::Key_Return);
    QCOMPARE(open.size(), 1);
    QCOMPARE(open[0][0].value<ImageId>().value, 21);
    QCOMPARE(open[0][1].value<std::vector<ImageId>>().size(), 11u); // 2, 20–29
}

void DataPageTest::folderNamesAreOfferedAsClasses_data() {
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("labelled");
    QTest::newRow("yes") << QByteArray("useFolderClasses") << 6;
    QTest::newRow("no") << QByteArray("onlyImages") << 0;
}

void DataPageTest::folderNamesAreOfferedAsClasses() {
    QFETCH(QByteArray, answer);
    QFETCH(int, labelled);
    Page fixture({}, {});
    for (const std::string name : {"ants", "bees"})
        (void)test::pictures(fixture.folder / "insects" / name, 3);
    fixture.page.addSources({QString::fromStdString((fixture.folder / "insects").string())});
    QTRY_VERIFY(fixture.find<QPushButton>("useFolderClasses")->isVisible());
    QVERIFY(fixture.find<QLabel>("importQuestion")->text().contains("ants, bees"));
    QVERIFY(fixture.project.images().empty()); // it waits for the answer
    test::keepPicture(fixture.page, "data-import-question");
    fixture.find<QPushButton>(answer.constData())->click();
    QTRY_COMPARE(fixture.project.images().size(), 6u);
    int count = 0;
    for (const auto& image : fixture.project.images())
        count += bool(image.label);
    QCOMPARE(count, labelled);
    QTRY_VERIFY(!fixture.find<QWidget>("importBar")->isVisible());
}

void DataPageTest::aDroppedFolderIsLookedInto() {
    Page fixture({}, {});
    (void)test::pictures(fixture.folder / "plain", 4);
    QMimeData data;
    data.setUrls(
        {QUrl::fromLocalFile(QString::fromStdString((fixture.folder / "plain" / "photos").string()))});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&fixture.page, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&fixture.page, &drop);
    QTRY_COMPARE(fixture.project.images().size(), 4u); // nothing to ask: no classes in the folders
    QTRY_VERIFY(fixture.page.settled());
}

void DataPageTest::closingTheProjectLeavesNothingBehind() {
    Page fixture(test::recordsOnly(50));
    fixture.page.grid().selectAll();
    fixture.studio.closeProject();
    QCOMPARE(fixture.page.grid().selection().count(), 0);
    QVERIFY(!fixture.page.notReadyReason().isEmpty());
    fixture.page.grab();
    fixture.key(Qt::Key_1); // does nothing, does not crash
}

void DataPageTest::twentyThousandImagesOpenAndFilter() {
    Page fixture(test::recordsOnly(20'000, {"ants", "bees", ""}), {});
    QCOMPARE(fixture.page.grid().justifiedLayout().count(), 20'000);
    fixture.find<QLineEdit>("dataSearch")->setText("image19");
    QCOMPARE(fixture.page.grid().selection().order().size(), 1111u); // 19, 190–199, 1900–1999, 19000–19999
    fixture.page.grid().selectAll();
    fixture.key(Qt::Key_1);
    QCOMPARE(fixture.project.image({19})->label.value, fixture.project.classNamed("ants")->id.value);
}

void DataPageTest::everythingForAPersonHasAnAccessibleName() {
    Page fixture(test::recordsOnly(3, {"ants", "bees"}), {});
    for (QWidget* widget : fixture.page.findChildren<QWidget*>()) {
        const bool button = qobject_cast<QAbstractButton*>(widget);
        const bool input = qobject_cast<QLineEdit*>(widget) || qobject_cast<QAbstractSpinBox*>(widget) ||
                           qobject_cast<QSlider*>(widget) || qobject_cast<QListView*>(widget);
        if ((!button && !input) || qobject_cast<QAbstractSpinBox*>(widget->parentWidget()) ||
            qobject_cast<QLineEdit*>(widget->parentWidget()))
            continue;
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible())
            continue;
        const auto* asButton = qobject_cast<QAbstractButton*>(widget);
        QVERIFY2(!widget->accessibleName().isEmpty() || (asButton && !asButton->text().isEmpty()),
                 qPrintable(QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName()));
    }
}

void DataPageTest::realImagesInBothSchemes() {
    GRAFT_NEEDS_SHARED("data/hymenoptera_256");
    Page fixture({}, {});
    fixture.page.addSources(
        {QString::fromStdString((test::sharedFolder() / "data/hymenoptera_256").string())});
    QTRY_VERIFY(fixture.find<QPushButton>("useFolderClasses")->isVisible());
    fixture.find<QPushButton>("useFolderClasses")->click();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.project.images().size() >= 397, 60'000);
    QCOMPARE(fixture.project.classes().size(), 2u);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.page.settled(), 20'000);
    for (const auto scheme : {ui::theme::Scheme::Dark, ui::theme::Scheme::Light}) {
        const QString name = scheme == ui::theme::Scheme::Dark ? "dark" : "light";
        m_theme->setScheme(scheme);
        fixture.page.grid().clearSelection();
        fixture.page.grid().selectOnly({5});
        fixture.page.grid().selection().click(6, Qt::ControlModifier);
        fixture.page.grid().selection().click(7, Qt::ControlModifier);
        fixture.page.grid().setRowHeight(144);
        QTRY_VERIFY(fixture.page.settled());
        test::keepPicture(fixture.page, "data-" + name);
        fixture.find<QLineEdit>("dataSearch")->setText("train");
        fixture.page.grid().setRowHeight(88);
        QTRY_VERIFY(fixture.page.settled());
        test::keepPicture(fixture.page, "data-filter-" + name);
        fixture.find<QLineEdit>("dataSearch")->clear();
    }
}

QTEST_MAIN(DataPageTest)
#include "DataPageTest.moc"
