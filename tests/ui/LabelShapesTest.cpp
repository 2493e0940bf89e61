#include "LabelFixture.h"
#include "ui/label/ShapeListModel.h"

#include <QLabel>
#include <QListView>
#include <QTableView>
#include <QToolButton>

#include <utility>

using namespace graft;
using test::ShapePage;

namespace {

/// Screen pixels per image pixel; 0: fit.
void zoomTo(ShapePage& fixture, double zoom) {
    fixture.canvas.fit();
    if (zoom > 0)
        fixture.canvas.zoomBy(zoom / fixture.canvas.zoom());
}

} // namespace

class LabelShapesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }
    void drawingIsExactAtEveryZoom_data();
    void drawingIsExactAtEveryZoom();
    void drawingIsExactOnAScreenOfTwoHundredPercent();
    void aBoxIsDrawnAndTakenBack();
    void aClickWithTheBoxToolSelects();
    void escapeLeavesNothingOfAGesture();
    void undoInTheMiddleOfADragEndsIt();
    void aDragMovesWhatIsSelected();
    void handlesResizeInOneStep();
    void clicksMakeAPolygon_data();
    void clicksMakeAPolygon();
    void polygonsAreTakenBackVertexByVertex();
    void verticesMoveComeAndGo();
    void arrowsNudgeAndOtherwiseWalk();
    void digitsGiveClasses();
    void withoutClassesDrawingSaysWhatToDo();
    void shapesAreCopiedToAnotherImage();
    void spaceMovesTheImageOrGoesOn();
    void deleteRemovesAndUndoBringsBack();
    void undoGoesToTheImageWhereItHappened();
    void theListFollowsAndLeads();
    void hiddenAndLockedShapesAreLeftAlone();
    void whatWasDrawnIsThereAfterReopening();
    void aProjectOfWholeImagesShowsShapesButHasNoTools();
    void aReadOnlyProjectCannotBeDrawnOn();
    void progressCountsImagesWithShapes();
    void whatIsBeingDrawnIsSeen();

private:
    std::unique_ptr<ui::theme::Theme> m_theme;
};

void LabelShapesTest::drawingIsExactAtEveryZoom_data() {
    QTest::addColumn<double>("zoom");
    for (const double zoom : {0.0, 1.0, 1.7, 2.0, 5.3, 16.0, 64.0})
        QTest::addRow("%g", zoom) << zoom;
}

void LabelShapesTest::drawingIsExactAtEveryZoom() {
    QFETCH(double, zoom);
    ShapePage fixture;
    zoomTo(fixture, zoom);
    fixture.pressKey(Qt::Key_B);
    fixture.dragOnCanvas({{5, 7}, {31, 42}});
    QCOMPARE(fixture.geometry(), QStringLiteral("box 5 7 26 35"));
    fixture.pressKey(Qt::Key_Escape);
    fixture.pressKey(Qt::Key_P);
    for (const QPointF vertex : {QPointF(40, 5), QPointF(55, 7), QPointF(48, 25)})
        fixture.clickOnCanvas(vertex);
    fixture.pressKey(Qt::Key_Return);
    QCOMPARE(fixture.geometry(1), QStringLiteral("polygon 40,5 55,7 48,25"));
    // Another zoom moves nothing, and the shape is taken hold of where it is.
    zoomTo(fixture, zoom == 0 ? 9 : zoom / 2 + 1);
    QCOMPARE(fixture.geometry(), QStringLiteral("box 5 7 26 35"));
    fixture.pressKey(Qt::Key_V);
    fixture.clickOnCanvas({10, 20});
    fixture.dragOnCanvas({{31, 42}, {33, 41}});
    QCOMPARE(fixture.geometry(), QStringLiteral("box 5 7 28 34"));
    QVERIFY(!fixture.canvas.grab().isNull());
}

void LabelShapesTest::drawingIsExactOnAScreenOfTwoHundredPercent() {
    if (qEnvironmentVariableIsSet("QT_SCALE_FACTOR"))
        QSKIP("this is that screen");
    const auto result = test::runProgram(QCoreApplication::applicationFilePath().toStdString(),
                                         {"drawingIsExactAtEveryZoom"}, 300, {{"QT_SCALE_FACTOR", "2"}});
    QVERIFY2(result.code == 0, result.output.c_str());
}

void LabelShapesTest::aBoxIsDrawnAndTakenBack() {
    ShapePage fixture;
    fixture.find<QToolButton>("tool-box")->click();
    fixture.dragOnCanvas({{30.4, 40.4}, {10.4, 20.4}}); // backwards
    QCOMPARE(fixture.geometry(), QStringLiteral("box 10 20 20 20"));
    QCOMPARE(fixture.classOf(), "red cell");
    QCOMPARE(fixture.undoText(), QStringLiteral("Draw a shape on image1.png"));
    QVERIFY(fixture.page.shapes().isSelected(fixture.shapes()[0].id));
    fixture.find<QToolButton>("labelUndo")->click();
    QCOMPARE(fixture.shapes().size(), std::size_t(0));
    QVERIFY(fixture.page.shapes().selected().empty());
    fixture.find<QToolButton>("labelRedo")->click();
    QCOMPARE(fixture.geometry(), QStringLiteral("box 10 20 20 20"));
    fixture.dragOnCanvas({{40, 20}, {900, 900}}); // not beyond the image, which is 60 × 50
    QCOMPARE(fixture.geometry(1), QStringLiteral("box 40 20 20 30"));
}

void LabelShapesTest::aClickWithTheBoxToolSelects() {
    ShapePage fixture;
    fixture.pressKey(Qt::Key_B);
    fixture.dragOnCanvas({{10, 10}, {20, 20}});
    fixture.dragOnCanvas({{30, 30}, {40, 40}});
    fixture.clickOnCanvas({15, 15});
    QCOMPARE(fixture.page.shapes().selected(), (std::vector{fixture.shapes()[0].id}));
    fixture.clickOnCanvas({50, 5});
    QVERIFY(fixture.page.shapes().selected().empty());
    QCOMPARE(fixture.shapes().size(), std::size_t(2));
}

void LabelShapesTest::escapeLeavesNothingOfAGesture() {
    ShapePage fixture;
    fixture.pressKey(Qt::Key_B);
    fixture.dragOnCanvas({{10, 10}, {30, 30}});
    const int entries = fixture.project.undoStack().count();
    fixture.pressOnCanvas({40, 5});
    fixture.moveOnCanvas({55, 20}, Qt::LeftButton);
    fixture.pressKey(Qt::Key_Escape);
    fixture.releaseOnCanvas({55, 20});
    fixture.pressKey(Qt::Key_V);
    fixture.clickOnCanvas({20, 20});
    fixture.pressOnCanvas({20, 20});
    fixture.moveOnCanvas({30, 25}, Qt::LeftButton);
    QVERIFY(fixture.page.shapes().shown()[0] != fixture.shapes()[0]); // it is seen to move
    fixture.pressKey(Qt::Key_Escape);
    QVERIFY(fixture.page.shapes().shown()[0] == fixture.shapes()[0]);
    fixture.releaseOnCanvas({30, 25});
    QCOMPARE(fixture.geometry(), QStringLiteral("box 10 10 20 20"));
    QCOMPARE(fixture.project.undoStack().count(), entries);
    QCOMPARE(int(fixture.canvas.tool()), int(ui::ToolKind::Select));
}

void LabelShapesTest::undoInTheMiddleOfADragEndsIt() {
    ShapePage fixture;
    fixture.pressKey(Qt::Key_B);
    fixture.dragOnCanvas({{10, 10}, {30, 30}});
    fixture.pressKey(Qt::Key_V);
    fixture.pressOnCanvas({20, 20});
    fixture.moveOnCanvas({25, 25}, Qt::LeftButton);
    fixture.project.undoStack().undo();
    fixture.moveOnCanvas({27, 27}, Qt::LeftButton);
    fixture.releaseOnCanvas({27, 27});
    QVERIFY(fixture.shapes().empty());
    QVERIFY(fixture.page.shapes().shown().empty());
    QVERIFY(fixture.project.undoStack().canRedo());
}

void LabelShapesTest::aDragMovesWhatIsSelected() {
    ShapePage fixture;
    fixture.pressKey(Qt::Key_B);
    fixture.dragOnCanvas({{5, 5}, {15, 15}});
    fixture.dragOnCanvas({{30, 25}, {40, 35}});
    fixture.pressKey(Qt::Key_V);
    fixture.clickOnCanvas({10, 10});
    fixture.clickOnCanvas({35, 30}, Qt::ShiftModifier);
    const int entries = fixture.project.undoStack().count();
    fixture.dragOnCanvas({{10, 10}, {12, 11}, {17.3, 13.4}});
    QCOMPARE(fixture.geometry(0), QStringLiteral("box 12 8 10 10"));
    QCOMPARE(fixture.geometry(1), QStringLiteral("box 37 28 10 10"));
    QCOMPARE(fixture.project.undoStack().count(), entries + 1);
    QCOMPARE(fixture.undoText(), QStringLiteral("Move shapes of image1.png"));
    fixture.dragOnCanvas({{15, 15}, {500, 15}}); // together, until the first is at the edge
    QCOMPARE(fixture.geometry(0), QStringLiteral("box 25 8 10 10"));
    QCOMPARE(fixture.geometry(1), QStringLiteral("box 50 28 10 10"));
}

void LabelShapesTest::handlesResizeInOneStep() {
    ShapePage fixture;
    fixture.pressKey(Qt::Key_B);
    fixture.dragOnCanvas({{10, 10}, {30, 30}});
    const int entries = fixture.project.undoStack().count();
    fixture.dragOnCanvas({{30, 20}, {33, 21}, {45, 22}}); // of the right side, still with the box tool
    QCOMPARE(fixture.geometry(), QStringLiteral("box 10 10 35 20"));
    QCOMPARE(fixture.project.undoStack().count(), entries + 1);
    QCOMPARE(fixture.shapes().size(), std::size_t(1));
    fixture.project.undoStack().undo();
    QCOMPARE(fixture.geometry(), QStringLiteral("box 10 10 20 20"));
}

void LabelShapesTest::clicksMakeAPolygon_data() {
    QTest::addColumn<int>("way");
    QTest::newRow("enter") << 0;
    QTest::newRow("a click on the first vertex") << 1;
    QTest::newRow("a double click") << 2;
}

void LabelShapesTest::clicksMakeAPolygon() {
    QFETCH(int, way);
    ShapePage fixture;
    fixture.pressKey(Qt::Key_P);
    fixture.clickOnCanvas({10, 10});
    fixture.clickOnCanvas({40, 12});
    if (way == 2) {
        fixture.doubleClickOnCanvas({30, 40});
    } else {
        fixture.clickOnCanvas({30, 40});
        way == 0 ? fixture.pressKey(Qt::Key_Return) : fixture.clickOnCanvas({10, 10});
    }
    QCOMPARE(fixture.geometry(), QStringLiteral("polygon 10,10 40,12 30,40"));
    QCOMPARE(fixture.shapes().size(), std::size_t(1));
    QCOMPARE(fixture.project.undoStack().count(), 4); // two classes, the images, this
}

void LabelShapesTest::polygonsAreTakenBackVertexByVertex() {
    ShapePage fixture;
    fixture.pressKey(Qt::Key_P);
    for (const QPointF vertex : {QPointF(5, 5), QPointF(20, 5), QPointF(55, 45), QPointF(20, 20)})
        fixture.clickOnCanvas(vertex);
    fixture.pressKey(Qt::Key_Backspace);
    fixture.pressKey(Qt::Key_Backspace);
    fixture.pressKey(Qt::Key_Return); // two vertices enclose nothing
    QCOMPARE(fixture.shapes().size(), std::size_t(0));
    fixture.clickOnCanvas({20, 30});
    fixture.pressKey(Qt::Key_Return);
    QCOMPARE(fixture.geometry(), QStringLiteral("polygon 5,5 20,5 20,30"));
    fixture.clickOnCanvas({30, 30});
    fixture.pressKey(Qt::Key_Escape);
    fixture.pressKey(Qt::Key_Return);
    QCOMPARE(fixture.shapes().size(), std::size_t(1));
}

void LabelShapesTest::verticesMoveComeAndGo() {
    ShapePage fixture;
    QVERIFY(fixture.project
                .editShapes({1}, project::ShapeVerb::Draw,
                            {{{},
                              fixture.project.classes()[0].id,
                              annotation::Polygon{{{10, 10}, {40, 10}, {40, 40}, {10, 40}}}}})
                .ok());
    fixture.clickOnCanvas({25, 25});
    fixture.dragOnCanvas({{40, 40}, {44, 41}, {50, 45}});
    QCOMPARE(fixture.geometry(), QStringLiteral("polygon 10,10 40,10 50,45 10,40"));
    fixture.doubleClickOnCanvas({25, 10});
    QCOMPARE(fixture.geometry(), QStringLiteral("polygon 10,10 25,10 40,10 50,45 10,40"));
    QCOMPARE(fixture.undoText(), QStringLiteral("Change the outline of a shape of image1.png"));
    fixture.clickOnCanvas({40, 10});
    fixture.pressKey(Qt::Key_Delete); // the vertex, not the shape
    QCOMPARE(fixture.geometry(), QStringLiteral("polygon 10,10 25,10 50,45 10,40"));
    fixture.clickOnCanvas({25, 10}, Qt::AltModifier);
    QCOMPARE(fixture.geometry(), QStringLiteral("polygon 10,10 50,45 10,40"));
    fixture.clickOnCanvas({10, 40}, Qt::AltModifier); // three remain
    QCOMPARE(fixture.geometry(), QStringLiteral("polygon 10,10 50,45 10,40"));
}

void LabelShapesTest::arrowsNudgeAndOtherwiseWalk() {
    ShapePage fixture;
    fixture.pressKey(Qt::Key_B);
    fixture.dragOnCanvas({{10, 10}, {20, 20}});
    fixture.pressKey(Qt::Key_Right);
    fixture.pressKey(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(fixture.geometry(), QStringLiteral("box 11 20 10 10"));
    fixture.pressKey(Qt::Key_Left, Qt::ShiftModifier);
    fixture.pressKey(Qt::Key_Left, Qt::ShiftModifier); // not out of the image
    QCOMPARE(fixture.geometry(), QStringLiteral("box 0 20 10 10"));
    const int entries = fixture.project.undoStack().count();
    for (int i = 0; i < 6; ++i) { // held down: one entry
        QKeyEvent key(QEvent::KeyPress, Qt::Key_Right, Qt::NoModifier, {}, i > 0);
        QCoreApplication::sendEvent(&fixture.canvas, &key);
    }
    QCOMPARE(fixture.geometry(), QStringLiteral("box 6 20 10 10"));
    QCOMPARE(fixture.project.undoStack().count(), entries + 1);
    QCOMPARE(int(fixture.page.currentImage().value), 1);
    fixture.pressKey(Qt::Key_Escape);
    fixture.pressKey(Qt::Key_Right);
    QCOMPARE(int(fixture.page.currentImage().value), 2);
}

void LabelShapesTest::digitsGiveClasses() {
    ShapePage fixture;
    fixture.pressKey(Qt::Key_2); // of the next shape
    QCOMPARE(fixture.project.undoStack().count(), 3);
    fixture.pressKey(Qt::Key_B);
    fixture.dragOnCanvas({{10, 10}, {20, 20}});
    QCOMPARE(fixture.classOf(), "white cell");
    fixture.pressKey(Qt::Key_1); // of what is selected
    QCOMPARE(fixture.classOf(), "red cell");
    QCOMPARE(fixture.undoText(), QStringLiteral("Give shapes of image1.png another class"));
    fixture.pressKey(Qt::Key_9); // no such class
    QCOMPARE(fixture.classOf(), "red cell");
    auto* view = fixture.find<QListView>("labelClasses");
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                      view->visualRect(view->model()->index(1, 0)).center());
    QCOMPARE(fixture.classOf(), "white cell");
    QVERIFY(!fixture.project.image({1})->label);
}

void LabelShapesTest::withoutClassesDrawingSaysWhatToDo() {
    ShapePage fixture(1, annotation::TaskKind::Detection, {});
    QSignalSpy told(&fixture.studio, &ui::Studio::notify);
    fixture.pressKey(Qt::Key_B);
    fixture.dragOnCanvas({{10, 10}, {20, 20}});
    QCOMPARE(told.size(), 1);
    QCOMPARE(fixture.shapes().size(), std::size_t(0));
    QVERIFY(fixture.project.addClass("cell").ok());
    fixture.dragOnCanvas({{10, 10}, {20, 20}});
    QCOMPARE(fixture.classOf(), "cell");
}

void LabelShapesTest::shapesAreCopiedToAnotherImage() {
    ShapePage fixture;
    fixture.pressKey(Qt::Key_B);
    fixture.dragOnCanvas({{10, 10}, {20, 20}});
    fixture.dragOnCanvas({{30, 30}, {40, 40}});
    fixture.pressKey(Qt::Key_A, Qt::ControlModifier);
    fixture.pressKey(Qt::Key_C, Qt::ControlModifier);
    fixture.page.showImage({2});
    fixture.pressKey(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(fixture.geometry(0, 2), QStringLiteral("box 10 10 10 10"));
    QCOMPARE(fixture.geometry(1, 2), QStringLiteral("box 30 30 10 10"));
    QCOMPARE(fixture.page.shapes().selected().size(), std::size_t(2));
    QCOMPARE(fixture.undoText(), QStringLiteral("Paste shapes on image2.png"));
    fixture.page.showImage({1});
    fixture.pressKey(Qt::Key_V, Qt::ControlModifier); // beside what it is a copy of
    QCOMPARE(fixture.geometry(2), QStringLiteral("box 20 20 10 10"));
    QCOMPARE(fixture.shapes().size(), std::size_t(4));
}

void LabelShapesTest::spaceMovesTheImageOrGoesOn() {
    ShapePage fixture;
    zoomTo(fixture, 40);
    fixture.pressKey(Qt::Key_B);
    const QPointF before = fixture.canvas.imageInView().topLeft();
    QTest::keyPress(&fixture.canvas, Qt::Key_Space);
    const QPointF middle(30, 25);
    fixture.pressOnCanvas(middle);
    fixture.moveOnCanvas(middle + QPointF(2, 1), Qt::LeftButton);
    fixture.releaseOnCanvas(middle);
    QTest::keyRelease(&fixture.canvas, Qt::Key_Space);
    QVERIFY(fixture.canvas.imageInView().topLeft() != before);
    QCOMPARE(fixture.shapes().size(), std::size_t(0));
    QCOMPARE(int(fixture.page.currentImage().value), 1);
    fixture.pressKey(Qt::Key_Space);
    QCOMPARE(int(fixture.page.currentImage().value), 2);
}

void LabelShapesTest::deleteRemovesAndUndoBringsBack() {
    ShapePage fixture;
    fixture.pressKey(Qt::Key_B);
    fixture.dragOnCanvas({{10, 10}, {20, 20}});
    const ShapeId id = fixture.shapes()[0].id;
    fixture.pressKey(Qt::Key_Delete);
    QCOMPARE(fixture.shapes().size(), std::size_t(0));
    QCOMPARE(fixture.undoText(), QStringLiteral("Remove shapes of image1.png"));
    fixture.project.undoStack().undo();
    QCOMPARE(fixture.shapes()[0].id, id);
    QCOMPARE(fixture.page.shapes().shown().size(), std::size_t(1)); // and is seen
}

void LabelShapesTest::undoGoesToTheImageWhereItHappened() {
    ShapePage fixture;
    fixture.pressKey(Qt::Key_B);
    fixture.dragOnCanvas({{10, 10}, {20, 20}});
    fixture.page.showImage({3});
    fixture.project.undoStack().undo();
    QCOMPARE(int(fixture.page.currentImage().value), 1);
    QVERIFY(fixture.page.shapes().shown().empty());
}

void LabelShapesTest::theListFollowsAndLeads() {
    ShapePage fixture;
    fixture.pressKey(Qt::Key_B);
    fixture.dragOnCanvas({{10, 10}, {20, 22}});
    fixture.pressKey(Qt::Key_2);
    fixture.dragOnCanvas({{30, 30}, {40, 40}});
    auto* view = fixture.find<QTableView>("shapeTable");
    QCOMPARE(view->model()->rowCount(), 2);
    QCOMPARE(fixture.find<QLabel>("shapeCount")->text(), QStringLiteral("2 shapes"));
    QCOMPARE(view->model()->index(0, 0).data().toString(), QStringLiteral("white cell"));
    QCOMPARE(view->model()->index(0, ui::ShapeListModel::SizeColumn).data().toString(),
             QStringLiteral("10 × 12"));
    QVERIFY(view->selectionModel()->isRowSelected(1));
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Up);
    QCOMPARE(fixture.page.shapes().selected(), (std::vector{fixture.shapes()[0].id}));
    QTest::keyClick(view, Qt::Key_1); // the page's keys go on working
    QCOMPARE(fixture.classOf(), "red cell");
    QTest::keyClick(view, Qt::Key_Delete);
    QCOMPARE(fixture.geometry(0), QStringLiteral("box 30 30 10 10"));
    QCOMPARE(view->model()->rowCount(), 1);
}

void LabelShapesTest::hiddenAndLockedShapesAreLeftAlone() {
    ShapePage fixture;
    fixture.pressKey(Qt::Key_B);
    fixture.dragOnCanvas({{10, 10}, {20, 20}});
    fixture.pressKey(Qt::Key_V);
    auto* view = fixture.find<QTableView>("shapeTable");
    const auto press = [&](int column) {
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                          view->visualRect(view->model()->index(0, column)).center());
    };
    press(ui::ShapeListModel::LockColumn);
    fixture.dragOnCanvas({{15, 15}, {30, 30}});
    fixture.pressKey(Qt::Key_Delete);
    QCOMPARE(fixture.geometry(), QStringLiteral("box 10 10 10 10"));
    press(ui::ShapeListModel::LockColumn);
    press(ui::ShapeListModel::ShownColumn);
    QVERIFY(fixture.page.shapes().shown().empty());
    fixture.clickOnCanvas({15, 15});
    QVERIFY(fixture.page.shapes().selected().empty());
    QTest::keyClick(view, Qt::Key_H);
    QCOMPARE(fixture.page.shapes().shown().size(), std::size_t(1));
}

void LabelShapesTest::whatWasDrawnIsThereAfterReopening() {
    ShapePage fixture;
    fixture.pressKey(Qt::Key_B);
    fixture.dragOnCanvas({{10, 10}, {20, 22}});
    fixture.pressKey(Qt::Key_R);
    fixture.pressKey(Qt::Key_Escape);
    fixture.dragOnCanvas({{30, 30}, {45, 30}});
    const auto drawn = fixture.shapes();
    QCOMPARE(drawn.size(), std::size_t(2));
    const auto folder = fixture.project.folder();
    fixture.studio.closeProject();
    QVERIFY(fixture.studio.openProject(folder).ok());
    QVERIFY(fixture.studio.project()->shapes({1}) == drawn);
    QVERIFY(fixture.page.shapes().shown() == drawn);
    fixture.studio.project()->undoStack().undo();
    QCOMPARE(fixture.page.shapes().shown().size(), std::size_t(1));
}

void LabelShapesTest::aProjectOfWholeImagesShowsShapesButHasNoTools() {
    ShapePage fixture(2, annotation::TaskKind::Classification);
    QVERIFY(!fixture.find<QWidget>("toolStrip")->isVisible());
    QVERIFY(!fixture.find<QWidget>("shapeList")->isVisible());
    const QImage before = fixture.canvas.grab().toImage();
    QVERIFY(fixture.project
                .editShapes({1}, project::ShapeVerb::Draw,
                            {{{}, fixture.project.classes()[0].id, annotation::Box{10, 10, 20, 20}}})
                .ok());
    QVERIFY(fixture.canvas.grab().toImage() != before);
    QVERIFY(fixture.find<QWidget>("shapeList")->isVisible());
    fixture.pressKey(Qt::Key_B);
    fixture.dragOnCanvas({{5, 5}, {20, 20}});
    QCOMPARE(fixture.shapes().size(), std::size_t(1));
    fixture.pressKey(Qt::Key_2); // the class of the image
    QCOMPARE(fixture.project.labelClass(fixture.project.image({1})->label)->name, "white cell");
}

void LabelShapesTest::aReadOnlyProjectCannotBeDrawnOn() {
    ShapePage fixture;
    fixture.pressKey(Qt::Key_B);
    fixture.dragOnCanvas({{10, 10}, {20, 20}});
    const auto folder = fixture.project.folder();
    fixture.studio.closeProject();
    QVERIFY(fixture.studio.openProject(folder, project::Access::ReadOnly).ok());
    QVERIFY(!fixture.find<QWidget>("toolStrip")->isVisible());
    QCOMPARE(fixture.page.shapes().shown().size(), std::size_t(1));
    fixture.pressKey(Qt::Key_B);
    fixture.dragOnCanvas({{30, 30}, {40, 40}});
    QCOMPARE(fixture.page.shapes().shown().size(), std::size_t(1));
}

void LabelShapesTest::progressCountsImagesWithShapes() {
    ShapePage fixture;
    QCOMPARE(fixture.find<QLabel>("labelProgress")->text(), QStringLiteral("0 of 3 labelled"));
    fixture.pressKey(Qt::Key_B);
    fixture.dragOnCanvas({{10, 10}, {20, 20}});
    fixture.dragOnCanvas({{30, 30}, {40, 40}});
    QCOMPARE(fixture.find<QLabel>("labelProgress")->text(), QStringLiteral("1 of 3 labelled"));
    fixture.page.showImage({3});
    fixture.pressKey(Qt::Key_Space); // round the end, over the first, which has shapes
    QCOMPARE(int(fixture.page.currentImage().value), 2);
}

void LabelShapesTest::whatIsBeingDrawnIsSeen() {
    ShapePage fixture;
    QTRY_VERIFY(fixture.page.settled());
    fixture.pressKey(Qt::Key_B);
    fixture.dragOnCanvas({{3, 3}, {15, 14}});
    QImage before = fixture.canvas.grab().toImage();
    const auto changes = [&](const char* picture) {
        const QImage now = fixture.canvas.grab().toImage();
        test::keepPicture(fixture.page, QLatin1String(picture));
        return std::exchange(before, now) != now;
    };
    fixture.pressOnCanvas({20, 8});
    fixture.moveOnCanvas({40, 22}, Qt::LeftButton);
    QVERIFY(changes("tool-box"));
    fixture.releaseOnCanvas({40, 22});
    fixture.pressKey(Qt::Key_P);
    fixture.pressKey(Qt::Key_2);
    for (const QPointF vertex : {QPointF(10, 25), QPointF(30, 28), QPointF(26, 45)})
        fixture.clickOnCanvas(vertex);
    fixture.moveOnCanvas({12, 42});
    QVERIFY(changes("tool-polygon"));
    fixture.moveOnCanvas({10.2, 25.2});
    QVERIFY(changes("tool-polygon-closing"));
    fixture.pressKey(Qt::Key_Return);
    fixture.clickOnCanvas({30, 28});
    fixture.pressKey(Qt::Key_V);
    fixture.clickOnCanvas({26, 45});
    QVERIFY(changes("tool-select"));
    fixture.pressKey(Qt::Key_R);
    fixture.pressOnCanvas({45, 30});
    fixture.moveOnCanvas({52, 42}, Qt::LeftButton);
    QVERIFY(changes("tool-brush"));
    fixture.releaseOnCanvas({52, 42});
    fixture.pressKey(Qt::Key_E);
    fixture.pressOnCanvas({50, 40});
    QVERIFY(changes("tool-eraser"));
    fixture.releaseOnCanvas({50, 40});
}

QTEST_MAIN(LabelShapesTest)
#include "LabelShapesTest.moc"
