#include "LabelFixture.h"

#include <QLabel>

#include <cmath>

using namespace graft;
using test::ShapePage;

namespace {

struct MaskPage : ShapePage {
    explicit MaskPage(int brush = 5) : ShapePage(3, annotation::TaskKind::Segmentation) {
        setBrush(brush);
        pressKey(Qt::Key_R);
    }
    void setBrush(int diameter) { page.shapes().setBrushDiameter(diameter); }
    bool covers(int x, int y, std::size_t n = 0) {
        const auto& mask = std::get<annotation::Mask>(shapes()[n].geometry);
        return annotation::isForeground(mask, x, y);
    }
};

QColor seen(ShapePage& fixture, const QImage& picture, QPoint pixelOfImage) {
    const QPointF at = fixture.inView(QPointF(pixelOfImage) + QPointF(0.5, 0.5)) * picture.devicePixelRatio();
    return picture.pixelColor(int(std::floor(at.x())), int(std::floor(at.y())));
}

} // namespace

class LabelBrushTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }
    void aStrokeIsOneMaskAndOneStep();
    void strokesGrowTheSelectedMask();
    void escapeBeginsAnotherInstance();
    void theEraserTakesAway();
    void whatIsErasedWhollyIsRemoved();
    void withoutASelectionTheEraserTakesFromAll();
    void escapeLeavesNothingOfAStroke();
    void bracketsSizeTheBrush();
    void masksAreSeenExactlyWhereTheyAre_data();
    void masksAreSeenExactlyWhereTheyAre();
    void masksAreSeenExactlyOnAScreenOfTwoHundredPercent();
    void aStrokeIsSeenBeforeItIsStored();
    void aStrokeStaysSeenWhileTheViewMoves();
    void theEraserIsSeenAtOnce();
    void quickClicksAreDabs();
    void aLargeImageIsPaintedOn();

private:
    std::unique_ptr<ui::theme::Theme> m_theme;
};

void LabelBrushTest::aStrokeIsOneMaskAndOneStep() {
    MaskPage fixture;
    const int entries = fixture.project.undoStack().count();
    fixture.dragOnCanvas({{10.5, 20.5}, {30.5, 20.5}, {30.5, 40.5}});
    QCOMPARE(fixture.shapes().size(), std::size_t(1));
    QCOMPARE(fixture.project.undoStack().count(), entries + 1);
    QCOMPARE(fixture.undoText(), QStringLiteral("Paint on image1.png"));
    // A row of five and a column of five, their ends round.
    QVERIFY(fixture.geometry().startsWith(QStringLiteral("mask 8 18 25 25, ")));
    QVERIFY(fixture.covers(20, 18) && fixture.covers(20, 22) && !fixture.covers(20, 23));
    QVERIFY(fixture.covers(28, 30) && fixture.covers(32, 30) && !fixture.covers(27, 30));
    QVERIFY(!fixture.covers(8, 18)); // the corner of a round end
    fixture.project.undoStack().undo();
    QVERIFY(fixture.shapes().empty());
    fixture.project.undoStack().redo();
    QVERIFY(fixture.covers(20, 20));
}

void LabelBrushTest::strokesGrowTheSelectedMask() {
    MaskPage fixture;
    fixture.dragOnCanvas({{10.5, 20.5}, {20.5, 20.5}});
    const double before = annotation::area(fixture.shapes()[0].geometry);
    fixture.dragOnCanvas({{15.5, 30.5}, {20.5, 30.5}});
    QCOMPARE(fixture.shapes().size(), std::size_t(1));
    QVERIFY(annotation::area(fixture.shapes()[0].geometry) > before);
    fixture.project.undoStack().undo();
    QCOMPARE(annotation::area(fixture.shapes()[0].geometry), before);
}

void LabelBrushTest::escapeBeginsAnotherInstance() {
    MaskPage fixture;
    fixture.dragOnCanvas({{10.5, 20.5}, {20.5, 20.5}});
    fixture.pressKey(Qt::Key_Escape);
    fixture.pressKey(Qt::Key_2);
    fixture.dragOnCanvas({{15.5, 30.5}, {20.5, 30.5}});
    QCOMPARE(fixture.shapes().size(), std::size_t(2));
    QCOMPARE(fixture.classOf(1), "white cell");
    QCOMPARE(int(fixture.canvas.tool()), int(ui::ToolKind::Brush));
}

void LabelBrushTest::theEraserTakesAway() {
    MaskPage fixture(9);
    fixture.dragOnCanvas({{10.5, 20.5}, {40.5, 20.5}});
    fixture.pressKey(Qt::Key_E);
    fixture.setBrush(3);
    fixture.clickOnCanvas({25.5, 20.5});
    QVERIFY(!fixture.covers(24, 19) && !fixture.covers(25, 20) && !fixture.covers(26, 21)); // a hole
    QVERIFY(fixture.covers(23, 20) && fixture.covers(27, 20) && fixture.covers(25, 18));
    QCOMPARE(fixture.undoText(), QStringLiteral("Erase on image1.png"));
    const int entries = fixture.project.undoStack().count();
    fixture.clickOnCanvas({50.5, 45.5}); // there is nothing
    QCOMPARE(fixture.project.undoStack().count(), entries);
}

void LabelBrushTest::whatIsErasedWhollyIsRemoved() {
    MaskPage fixture(5);
    fixture.clickOnCanvas({20.5, 20.5});
    fixture.pressKey(Qt::Key_E);
    fixture.setBrush(15);
    fixture.clickOnCanvas({20.5, 20.5});
    QVERIFY(fixture.shapes().empty());
    fixture.project.undoStack().undo();
    QVERIFY(fixture.covers(20, 20));
}

void LabelBrushTest::withoutASelectionTheEraserTakesFromAll() {
    MaskPage fixture(9);
    fixture.dragOnCanvas({{10.5, 20.5}, {25.5, 20.5}});
    fixture.pressKey(Qt::Key_Escape);
    fixture.dragOnCanvas({{30.5, 20.5}, {45.5, 20.5}});
    fixture.pressKey(Qt::Key_E);
    fixture.setBrush(3);
    fixture.dragOnCanvas({{12.5, 20.5}, {44.5, 20.5}}); // only the selected one
    QVERIFY(fixture.covers(20, 20, 0) && !fixture.covers(38, 20, 1));
    fixture.pressKey(Qt::Key_Escape);
    const int entries = fixture.project.undoStack().count();
    fixture.dragOnCanvas({{12.5, 22.5}, {44.5, 22.5}});
    QVERIFY(!fixture.covers(20, 22, 0) && !fixture.covers(38, 22, 1));
    QCOMPARE(fixture.project.undoStack().count(), entries + 1);
}

void LabelBrushTest::escapeLeavesNothingOfAStroke() {
    MaskPage fixture;
    const int entries = fixture.project.undoStack().count();
    fixture.canvas.grab();
    const QImage before = fixture.canvas.grab().toImage();
    fixture.pressOnCanvas({20, 20});
    fixture.moveOnCanvas({40, 30}, Qt::LeftButton);
    QVERIFY(seen(fixture, fixture.canvas.grab().toImage(), {30, 25}) != seen(fixture, before, {30, 25}));
    fixture.pressKey(Qt::Key_Escape);
    fixture.releaseOnCanvas({40, 30});
    QCOMPARE(fixture.project.undoStack().count(), entries);
    QCOMPARE(seen(fixture, fixture.canvas.grab().toImage(), {30, 25}), seen(fixture, before, {30, 25}));
}

void LabelBrushTest::bracketsSizeTheBrush() {
    MaskPage fixture(12);
    auto* size = fixture.find<QLabel>("brushSize");
    QVERIFY(size->isVisible());
    fixture.pressKey(Qt::Key_BracketRight);
    QCOMPARE(size->text(), QStringLiteral("15 px"));
    for (int i = 0; i < 30; ++i)
        fixture.pressKey(Qt::Key_BracketLeft);
    QCOMPARE(size->text(), QStringLiteral("1 px"));
    fixture.clickOnCanvas({7.2, 9.9});
    QCOMPARE(fixture.geometry(), QStringLiteral("mask 7 9 1 1, 1"));
    for (int i = 0; i < 100; ++i)
        fixture.pressKey(Qt::Key_BracketRight);
    QCOMPARE(fixture.page.shapes().brushDiameter(), ui::ShapeEditor::kLargestBrush);
    fixture.pressKey(Qt::Key_V);
    QVERIFY(!size->isVisible());
}

void LabelBrushTest::masksAreSeenExactlyWhereTheyAre_data() {
    QTest::addColumn<double>("zoom");
    for (const double zoom : {1.0, 2.0, 3.3, 8.0, 17.0, 64.0})
        QTest::addRow("%g", zoom) << zoom;
}

// The pixels of the image that the mask has look different from those that it has not, at its very rim.
void LabelBrushTest::masksAreSeenExactlyWhereTheyAre() {
    QFETCH(double, zoom);
    MaskPage fixture(5);
    QTRY_VERIFY(fixture.page.settled());
    fixture.dragOnCanvas({{24.5, 22.5}, {34.5, 22.5}});
    fixture.pressKey(Qt::Key_Escape);
    fixture.pressKey(Qt::Key_V);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&fixture.canvas, &leave);
    fixture.canvas.zoomBy(zoom / fixture.canvas.zoom());
    const QImage picture = fixture.canvas.grab().toImage();
    const QRect view(QPoint(), picture.size() / picture.devicePixelRatio());
    const QRect map(view.bottomRight() - QPoint(180, 150), view.bottomRight()); // small, of the whole image
    const QRgb bare = QColor::fromHsv(0, 200, 200).rgb();                       // of the image
    int compared = 0;
    for (int y = 18; y < 28; ++y)
        for (int x = 18; x < 42; ++x) {
            const QPoint at = fixture.inView({x + 0.5, y + 0.5}).toPoint();
            if (!view.contains(at) || map.contains(at))
                continue;
            ++compared;
            QVERIFY2((seen(fixture, picture, {x, y}).rgb() != bare) == fixture.covers(x, y),
                     qPrintable(QStringLiteral("%1, %2").arg(x).arg(y)));
        }
    QVERIFY(compared > 60);
}

void LabelBrushTest::masksAreSeenExactlyOnAScreenOfTwoHundredPercent() {
    if (qEnvironmentVariableIsSet("QT_SCALE_FACTOR"))
        QSKIP("this is that screen");
    const auto result = test::runProgram(QCoreApplication::applicationFilePath().toStdString(),
                                         {"masksAreSeenExactlyWhereTheyAre", "aStrokeIsOneMaskAndOneStep"},
                                         300, {{"QT_SCALE_FACTOR", "2"}});
    QVERIFY2(result.code == 0, result.output.c_str());
}

void LabelBrushTest::aStrokeIsSeenBeforeItIsStored() {
    MaskPage fixture;
    const QImage before = fixture.canvas.grab().toImage();
    fixture.pressOnCanvas({20, 20});
    fixture.moveOnCanvas({40, 20}, Qt::LeftButton);
    QVERIFY(fixture.shapes().empty());
    QVERIFY(seen(fixture, fixture.canvas.grab().toImage(), {30, 20}) != seen(fixture, before, {30, 20}));
    fixture.releaseOnCanvas({40, 20});
    QCOMPARE(fixture.shapes().size(), std::size_t(1));
}

void LabelBrushTest::aStrokeStaysSeenWhileTheViewMoves() {
    MaskPage fixture;
    const QRgb bare = seen(fixture, fixture.canvas.grab().toImage(), {30, 20}).rgb();
    fixture.pressOnCanvas({20, 20});
    fixture.moveOnCanvas({40, 20}, Qt::LeftButton);
    fixture.canvas.zoomBy(1.3);
    QVERIFY(seen(fixture, fixture.canvas.grab().toImage(), {30, 20}).rgb() != bare);
    fixture.releaseOnCanvas({40, 20});
    fixture.project.undoStack().undo();
    QCOMPARE(seen(fixture, fixture.canvas.grab().toImage(), {30, 20}).rgb(), bare);
}

void LabelBrushTest::theEraserIsSeenAtOnce() {
    MaskPage fixture(9);
    const QRgb bare = seen(fixture, fixture.canvas.grab().toImage(), {30, 20}).rgb();
    fixture.dragOnCanvas({{20, 20}, {40, 20}}); // and no time to paint before the next press
    fixture.pressKey(Qt::Key_E);
    fixture.pressOnCanvas({30, 20});
    const QImage picture = fixture.canvas.grab().toImage();
    QCOMPARE(seen(fixture, picture, {30, 20}).rgb(), bare);
    QVERIFY(seen(fixture, picture, {22, 20}).rgb() != bare);
    fixture.pressKey(Qt::Key_Escape);
    QVERIFY(seen(fixture, fixture.canvas.grab().toImage(), {30, 20}).rgb() != bare);
    fixture.releaseOnCanvas({30, 20});
}

void LabelBrushTest::quickClicksAreDabs() {
    MaskPage fixture;
    fixture.doubleClickOnCanvas({20.5, 20.5});
    QCOMPARE(fixture.shapes().size(), std::size_t(1));
    QVERIFY(fixture.covers(20, 20));
    QCOMPARE(fixture.canvas.fits(), true); // no zoom
}

// The work is that of the stroke: the mask stays as small as what was painted.
void LabelBrushTest::aLargeImageIsPaintedOn() {
    MaskPage fixture(20);
    auto images = test::recordsOnly(1);
    images[0].record.path = "photos/large.png";
    images[0].record.width = images[0].record.height = 8000;
    const auto added = fixture.project.addImages(images);
    QVERIFY(added.ok());
    fixture.page.showImage(added->front());
    fixture.canvas.setPlaceholder({}, {8000, 8000});
    fixture.dragOnCanvas({{4000, 4000}, {4100, 4000}});
    const auto& shapes = fixture.project.shapes(added->front());
    QCOMPARE(shapes.size(), std::size_t(1));
    const auto& mask = std::get<annotation::Mask>(shapes[0].geometry);
    QVERIFY(std::abs(mask.width - 120) <= 1 && mask.height == 20);
    QVERIFY(mask.runs.size() <= 41);
}

QTEST_MAIN(LabelBrushTest)
#include "LabelBrushTest.moc"
