#include "LabelFixture.h"

#include "annotation/Fill.h"
#include "annotation/HitTest.h"
#include "ui/label/MiniMap.h"
#include "ui/label/ViewMenu.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QSlider>
#include <QToolButton>

#include <cmath>

using namespace graft;
using test::ShapePage;

namespace {

constexpr QPointF kMiddle(100, 80);
constexpr double kRadius = 40;

/// A dark disc on a light ground, with a little noise, in place of the first image.
QImage disc() {
    QImage picture(220, 160, QImage::Format_RGB32);
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x) {
            const double away = std::hypot(x + 0.5 - kMiddle.x(), y + 0.5 - kMiddle.y());
            const int grey = (away < kRadius ? 70 : 190) + (x * 7 + y * 13) % 9;
            picture.setPixel(x, y, qRgb(grey, grey, grey));
        }
    return picture;
}

std::vector<project::Project::NewImage> discBeside(const std::filesystem::path& folder) {
    auto images = test::pictures(folder, 1);
    images[0].record.width = 220;
    images[0].record.height = 160;
    disc().save(QString::fromStdString((folder / images[0].record.path).string()));
    return images;
}

/// A project of that one image, which is there.
struct ToolPage : ShapePage {
    ToolPage() : ShapePage(discBeside, annotation::TaskKind::Segmentation, {"disc", "other"}) {
        if (!QTest::qWaitFor([this] { return page.settled(); }))
            qFatal("the image did not come");
    }

    void draw(annotation::Geometry geometry) {
        if (!project.editShapes({1}, project::ShapeVerb::Draw,
                                {{{}, project.classes()[0].id, std::move(geometry)}}))
            qFatal("not drawn");
    }
    /// The only shape, of this kind.
    template <typename Kind>
    Kind only() {
        if (shapes().size() != 1 || !std::holds_alternative<Kind>(shapes()[0].geometry))
            qFatal("%zu shapes, or another kind", shapes().size());
        return std::get<Kind>(shapes()[0].geometry);
    }
    bool waitForShapes(std::size_t count) {
        return QTest::qWaitFor([&] { return shapes().size() == count; }, 20'000);
    }
    int entries() { return project.undoStack().index(); }
    void undo() { project.undoStack().undo(); }
};

/// Of the disc and what was found, the common part.
double overlapWithDisc(const annotation::Geometry& geometry) {
    int both = 0, either = 0;
    const auto mask = annotation::maskFromSpans(annotation::coveredBy(geometry, {220, 160}));
    for (int y = 0; y < 160; ++y)
        for (int x = 0; x < 220; ++x) {
            const bool inside = std::hypot(x + 0.5 - kMiddle.x(), y + 0.5 - kMiddle.y()) < kRadius;
            const bool found = annotation::isForeground(mask, x, y);
            both += inside && found;
            either += inside || found;
        }
    return double(both) / either;
}

QList<QPointF> circle(double radius, int points) {
    QList<QPointF> way;
    for (int i = 0; i <= points; ++i)
        way << kMiddle + radius * QPointF(std::cos(i * 6.2832 / points), std::sin(i * 6.2832 / points));
    return way;
}

} // namespace

class LabelToolsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }

    void everyToolHasAKeyAndAName() {
        ToolPage fixture;
        QSet<int> keys;
        for (const ui::ToolEntry& entry : ui::toolEntries()) {
            fixture.pressKey(Qt::Key_V);
            fixture.pressKey(entry.key);
            QCOMPARE(int(fixture.canvas.tool()), int(entry.kind));
            keys.insert(entry.key);
            auto* button = fixture.page.findChild<QToolButton*>(QLatin1String(entry.name));
            QVERIFY(button && button->isChecked());
            QVERIFY(!button->accessibleName().isEmpty() && !button->accessibleDescription().isEmpty());
            // Painting without anything under way must do no harm.
            fixture.moveOnCanvas({50, 50});
            QVERIFY(!fixture.canvas.grab().isNull());
        }
        QCOMPARE(keys.size(), qsizetype(ui::toolEntries().size()));
    }

    void freehandDrawsAPolygonOfFewVertices() {
        ToolPage fixture;
        fixture.pressKey(Qt::Key_N);
        fixture.dragOnCanvas(circle(40, 60));
        const auto polygon = fixture.only<annotation::Polygon>();
        QVERIFY(overlapWithDisc(polygon) > 0.96);
        QVERIFY2(polygon.points.size() < 60, qPrintable(QString::number(polygon.points.size())));
        QCOMPARE(fixture.undoText(), QStringLiteral("Draw a shape on image1.png"));
        fixture.undo();
        QVERIFY(fixture.shapes().empty());
        fixture.dragOnCanvas({{10, 10}, {40, 10}}); // encloses nothing
        QVERIFY(fixture.shapes().empty());
    }

    void aRotatedBoxIsPulledOutOfItsSide() {
        ToolPage fixture;
        fixture.pressKey(Qt::Key_T);
        fixture.dragOnCanvas({{50, 50}, {90, 80}}); // 50 long
        fixture.moveOnCanvas({58, 90});             // 10 along, so 26 or so off the side
        const double depth = (90.0 - 50) * 0.8 - (58.0 - 50) * 0.6;
        fixture.clickOnCanvas({58, 90});
        const auto box = fixture.only<annotation::RotatedBox>();
        QVERIFY(std::abs(box.width - 50) < 0.5 && std::abs(box.height - depth) < 0.5);
        QVERIFY(std::abs(box.angle - std::atan2(30, 40)) < 0.02);
        QCOMPARE(fixture.entries(), 4); // two classes, the image, the box
        fixture.dragOnCanvas({{50, 50}, {90, 80}});
        fixture.pressKey(Qt::Key_Escape);
        fixture.moveOnCanvas({60, 120});
        fixture.clickOnCanvas({200, 150});
        QCOMPARE(fixture.shapes().size(), std::size_t(1));
    }

    void anEllipseFillsItsBoxAndTurns() {
        ToolPage fixture;
        fixture.pressKey(Qt::Key_O);
        fixture.dragOnCanvas({{60, 60}, {140, 100}});
        QVERIFY(fixture.only<annotation::Ellipse>() == (annotation::Ellipse{{100, 80}, 40, 20, 0}));
        // The knob stands 24 view units above; a quarter of a turn with Shift.
        const double away = 24 / fixture.canvas.scale();
        fixture.dragOnCanvas({{100, 60 - away}, {150, 60}, {140 + away, 80}}, Qt::ShiftModifier);
        const auto turned = fixture.only<annotation::Ellipse>();
        QVERIFY(std::abs(turned.angle - M_PI / 2) < 1e-9 && turned.centre == (annotation::Point{100, 80}));
        QCOMPARE(fixture.undoText(), QStringLiteral("Turn a shape of image1.png"));
        // Its handle now pulls the short side outwards: the right one as it is seen.
        fixture.dragOnCanvas({{120, 80}, {130, 80}});
        const auto wider = fixture.only<annotation::Ellipse>();
        QVERIFY(std::abs(wider.radiusY - 25) < 0.3 && std::abs(wider.radiusX - 40) < 1e-9);
        QVERIFY(std::abs(wider.centre.x - 105) < 0.3 && std::abs(wider.centre.y - 80) < 1e-9);
        fixture.undo();
        fixture.undo();
        QVERIFY(fixture.only<annotation::Ellipse>() == (annotation::Ellipse{{100, 80}, 40, 20, 0}));
        fixture.undo();
        fixture.dragOnCanvas({{60, 60}, {140, 100}}, Qt::ShiftModifier);
        QVERIFY(fixture.only<annotation::Ellipse>() == (annotation::Ellipse{{80, 80}, 20, 20, 0}));
    }

    void linesAndPoints() {
        ToolPage fixture;
        fixture.pressKey(Qt::Key_L);
        for (const QPointF at : {QPointF(10, 10), QPointF(50, 12), QPointF(90, 60)})
            fixture.clickOnCanvas(at);
        fixture.pressKey(Qt::Key_Return);
        QVERIFY(fixture.only<annotation::Polyline>() ==
                (annotation::Polyline{{{10, 10}, {50, 12}, {90, 60}}}));
        fixture.pressKey(Qt::Key_Escape);
        fixture.pressKey(Qt::Key_X);
        fixture.dragOnCanvas({{30, 100}, {33.1, 101.9}});
        QCOMPARE(fixture.shapes().size(), std::size_t(2));
        QVERIFY(std::get<annotation::Point>(fixture.shapes()[1].geometry) == (annotation::Point{33, 102}));
        // Both are taken hold of and moved.
        fixture.pressKey(Qt::Key_V);
        fixture.dragOnCanvas({{33, 102}, {43, 102}});
        QVERIFY(std::get<annotation::Point>(fixture.shapes()[1].geometry) == (annotation::Point{43, 102}));
        fixture.clickOnCanvas({30, 11});
        fixture.dragOnCanvas({{50, 12}, {50, 20}});
        QVERIFY(std::get<annotation::Polyline>(fixture.shapes()[0].geometry).points[1] ==
                (annotation::Point{50, 20}));
    }

    void theWandTakesTheDisc() {
        ToolPage fixture;
        fixture.pressKey(Qt::Key_W);
        fixture.clickOnCanvas(kMiddle);
        QVERIFY(fixture.waitForShapes(1));
        QVERIFY(overlapWithDisc(fixture.only<annotation::Mask>()) > 0.999);
        const int entries = fixture.entries();
        // Dragged far to the left, the tolerance is nothing; what was found is added to the selected mask.
        fixture.clickOnCanvas({10, 10});
        QVERIFY(QTest::qWaitFor([&] { return fixture.entries() == entries + 1; }));
        QCOMPARE(annotation::area(fixture.only<annotation::Mask>()), 220.0 * 160);
        fixture.clickOnCanvas(kMiddle, Qt::AltModifier);
        QVERIFY(QTest::qWaitFor([&] { return fixture.entries() == entries + 2; }));
        QVERIFY(annotation::area(fixture.only<annotation::Mask>()) < 220.0 * 160 - 4900);
        fixture.undo();
        fixture.undo();
        QVERIFY(overlapWithDisc(fixture.only<annotation::Mask>()) > 0.999);
    }

    void theWandsToleranceFollowsTheHand() {
        ToolPage fixture;
        fixture.pressKey(Qt::Key_W);
        fixture.pressOnCanvas(kMiddle);
        const double perPixel = 1 / fixture.canvas.scale();
        fixture.moveOnCanvas(kMiddle + QPointF(2 * 231 * perPixel, 0),
                             Qt::LeftButton); // 24 + 231: everything
        fixture.releaseOnCanvas(kMiddle);
        QVERIFY(fixture.waitForShapes(1));
        QCOMPARE(annotation::area(fixture.only<annotation::Mask>()), 220.0 * 160);
        QCOMPARE(fixture.page.shapes().wand().tolerance, 255);
        fixture.undo();
        fixture.pressOnCanvas(kMiddle);
        fixture.pressKey(Qt::Key_Escape);
        fixture.releaseOnCanvas(kMiddle);
        QTest::qWait(100);
        QVERIFY(fixture.shapes().empty());
        auto* joined = fixture.page.findChild<QCheckBox*>(QStringLiteral("wandContiguous"));
        QVERIFY(joined && joined->isVisible() && joined->isChecked());
        joined->click();
        QVERIFY(!fixture.page.shapes().wand().contiguous);
    }

    void fillingClosesARing() {
        ToolPage fixture;
        fixture.pressKey(Qt::Key_U);
        fixture.clickOnCanvas(kMiddle); // nothing is there yet
        QVERIFY(fixture.shapes().empty());
        fixture.pressKey(Qt::Key_R);
        fixture.dragOnCanvas(circle(40, 40));
        const double ring = annotation::area(fixture.only<annotation::Mask>());
        fixture.pressKey(Qt::Key_U);
        fixture.clickOnCanvas(kMiddle);
        const auto filled = fixture.only<annotation::Mask>();
        QVERIFY(annotation::area(filled) > ring * 1.5);
        QVERIFY(std::abs(annotation::area(filled) - M_PI * 46 * 46) < 150);
        for (double x = 60; x < 140; ++x)
            QVERIFY(annotation::contains(filled, {x, 80}));
        fixture.undo();
        QCOMPARE(annotation::area(fixture.only<annotation::Mask>()), ring);
    }

    void cuttingOutFindsTheDiscAndCanBeRefined() {
        ToolPage fixture;
        fixture.pressKey(Qt::Key_G);
        fixture.dragOnCanvas({{50, 30}, {150, 130}});
        const auto cursorIsReady = [&] { return fixture.canvas.cursor().shape() != Qt::BusyCursor; };
        const auto waits = [&] {
            return QTest::qWaitFor(
                [&] {
                    fixture.moveOnCanvas({5, 5});
                    return cursorIsReady();
                },
                30'000);
        };
        QVERIFY(waits());
        QVERIFY(fixture.shapes().empty());                            // not before it is accepted
        fixture.dragOnCanvas({{85, 78}, {115, 82}}, Qt::AltModifier); // this is not of the disc
        QVERIFY(waits());
        fixture.pressKey(Qt::Key_Space);
        const auto mask = fixture.only<annotation::Mask>();
        QVERIFY(!annotation::contains(mask, {100, 80}));
        fixture.undo();
        fixture.dragOnCanvas({{50, 30}, {150, 130}});
        QVERIFY(waits());
        fixture.pressKey(Qt::Key_Return);
        QVERIFY(overlapWithDisc(fixture.only<annotation::Mask>()) > 0.97);
        fixture.dragOnCanvas({{50, 30}, {150, 130}});
        fixture.pressKey(Qt::Key_Escape);
        QTest::qWait(300);
        QCOMPARE(fixture.shapes().size(), std::size_t(1));
    }

    void scissorsFollowTheEdge() {
        ToolPage fixture;
        fixture.pressKey(Qt::Key_S);
        for (const QPointF& at : circle(40, 4).mid(0, 4)) {
            fixture.clickOnCanvas(at);
            QTest::qWait(600); // the edges around the click are looked for
        }
        fixture.pressKey(Qt::Key_Return);
        const auto polygon = fixture.only<annotation::Polygon>();
        const double overlap = overlapWithDisc(polygon);
        QVERIFY2(overlap > 0.93, qPrintable(QString::number(overlap))); // four straight lines make 0.64
        fixture.clickOnCanvas({10, 10});
        fixture.pressKey(Qt::Key_Backspace);
        fixture.pressKey(Qt::Key_Return);
        QCOMPARE(fixture.shapes().size(), std::size_t(1));
    }

    void aCutMakesTwo_data() {
        QTest::addColumn<int>("kind");
        for (int kind = 0; kind < 4; ++kind)
            QTest::addRow("%d", kind) << kind;
    }
    void aCutMakesTwo() {
        QFETCH(int, kind);
        ToolPage fixture;
        const annotation::Geometry shapes[] = {
            annotation::Box{60, 40, 80, 60},
            annotation::Polygon{{{60, 40}, {140, 40}, {140, 100}, {60, 100}}},
            annotation::Ellipse{{100, 70}, 40, 30, 0},
            annotation::maskFromSpans(annotation::coveredBy(annotation::Box{60, 40, 80, 60}, {220, 160}))};
        fixture.draw(shapes[kind]);
        const double whole = annotation::area(shapes[kind]);
        fixture.pressKey(Qt::Key_K);
        fixture.dragOnCanvas({{80, 20}, {80, 120}});
        QCOMPARE(fixture.shapes().size(), std::size_t(2));
        const double sum =
            annotation::area(fixture.shapes()[0].geometry) + annotation::area(fixture.shapes()[1].geometry);
        QVERIFY2(std::abs(sum - whole) < 0.02 * whole, qPrintable(QString::number(sum)));
        QVERIFY(annotation::area(fixture.shapes()[0].geometry) >
                annotation::area(fixture.shapes()[1].geometry));
        QCOMPARE(annotation::boundingBox(fixture.shapes()[0].geometry).x, 80.0);
        if (kind < 2)
            QVERIFY(std::get<annotation::Box>(fixture.shapes()[0].geometry) ==
                    (annotation::Box{80, 40, 60, 60}));
        fixture.undo();
        QCOMPARE(fixture.shapes().size(), std::size_t(1));
        fixture.dragOnCanvas({{80, 20}, {80, 70}}); // ends inside
        QCOMPARE(fixture.shapes().size(), std::size_t(1));
    }

    void shapesAreMergedAndSubtracted() {
        ToolPage fixture;
        fixture.draw(annotation::Box{20, 20, 40, 40});
        fixture.draw(annotation::Box{40, 20, 40, 40});
        fixture.pressKey(Qt::Key_V);
        fixture.clickOnCanvas({25, 40});
        fixture.clickOnCanvas({75, 40}, Qt::ShiftModifier);
        fixture.pressKey(Qt::Key_M, Qt::ShiftModifier);
        QVERIFY(std::get<annotation::Box>(fixture.shapes()[0].geometry) == (annotation::Box{20, 20, 20, 40}));
        fixture.undo();
        fixture.pressKey(Qt::Key_M);
        QVERIFY(fixture.only<annotation::Box>() == (annotation::Box{20, 20, 60, 40}));
        QCOMPARE(fixture.undoText(), QStringLiteral("Merge shapes of image1.png"));
        fixture.undo();
        QCOMPARE(fixture.shapes().size(), std::size_t(2));
        // What is in two parts is a mask; its parts can be made shapes again.
        fixture.undo();
        fixture.draw(annotation::Box{100, 20, 20, 20});
        fixture.pressKey(Qt::Key_A, Qt::ControlModifier);
        fixture.pressKey(Qt::Key_M);
        QCOMPARE(annotation::area(fixture.only<annotation::Mask>()), 1600.0 + 400);
        fixture.pressKey(Qt::Key_K, Qt::ShiftModifier);
        QCOMPARE(fixture.shapes().size(), std::size_t(2));
        QCOMPARE(annotation::area(fixture.shapes()[1].geometry), 400.0);
    }

    void outlinesAreSimplified() {
        ToolPage fixture;
        annotation::Polygon polygon;
        for (const QPointF& at : circle(40, 200).mid(0, 200))
            polygon.points.push_back({at.x(), at.y()});
        fixture.draw(polygon);
        fixture.pressKey(Qt::Key_V);
        fixture.clickOnCanvas(kMiddle);
        fixture.pressKey(Qt::Key_Y);
        const auto fewer = fixture.only<annotation::Polygon>();
        QVERIFY(fewer.points.size() < 40 && overlapWithDisc(fewer) > 0.95);
        fixture.undo();
        QVERIFY(fixture.only<annotation::Polygon>() == polygon);
    }

    void shapesAreSeenWhereTheyAre_data() {
        QTest::addColumn<double>("zoom"); // screen pixels per image pixel; 0: fit
        for (const double zoom : {0.0, 1.0, 1.7, 2.0, 5.3, 16.0, 64.0})
            QTest::addRow("%g", zoom) << zoom;
    }
    void shapesAreSeenWhereTheyAre() {
        QFETCH(double, zoom);
        ToolPage fixture;
        const annotation::Extent image{220, 160};
        const annotation::Geometry shapes[] = {annotation::RotatedBox{{100, 80}, 30, 16, 0.6},
                                               annotation::Ellipse{{100, 80}, 18, 10, -0.4},
                                               annotation::maskFromSpans(annotation::coveredBy(
                                                   annotation::Ellipse{{100, 80}, 18, 10, -0.4}, image))};
        fixture.canvas.fit();
        if (zoom > 0)
            fixture.canvas.zoomBy(zoom / fixture.canvas.zoom());
        fixture.canvas.setPixelGrid(false);
        fixture.find<ui::MiniMap>("miniMap")->setWanted(false);
        fixture.canvas.centreOn({100, 80});
        const QImage before = fixture.canvas.grab().toImage();
        for (const annotation::Geometry& shape : shapes) {
            fixture.draw(shape);
            fixture.page.shapes().select({});
            const QImage after = fixture.canvas.grab().toImage();
            int looked = 0;
            for (int y = 60; y < 100; ++y)
                for (int x = 70; x < 130; ++x) {
                    const annotation::Point middle{x + 0.5, y + 0.5};
                    const QPointF at = fixture.inView({middle.x, middle.y}) * after.devicePixelRatio();
                    const QPoint pixel(int(std::floor(at.x())), int(std::floor(at.y())));
                    const bool mask = std::holds_alternative<annotation::Mask>(shape);
                    // Outlines have a width on the screen; masks are exact from one screen pixel per pixel
                    // on.
                    const double rim = mask ? 0 : 2.5 / fixture.canvas.zoom() * after.devicePixelRatio();
                    const bool near = !mask && annotation::distanceToOutline(shape, middle) <= rim;
                    if (!after.rect().contains(pixel) || near)
                        continue;
                    ++looked;
                    QCOMPARE(after.pixel(pixel) != before.pixel(pixel), annotation::contains(shape, middle));
                }
            QVERIFY(looked > 50);
            fixture.undo();
        }
    }

    void thisHoldsOnAScreenOfTwoHundredPercent() {
        if (qEnvironmentVariableIsSet("QT_SCALE_FACTOR"))
            QSKIP("this is that screen");
        const auto result = test::runProgram(QCoreApplication::applicationFilePath().toStdString(),
                                             {"shapesAreSeenWhereTheyAre", "anEllipseFillsItsBoxAndTurns",
                                              "aRotatedBoxIsPulledOutOfItsSide", "theWandTakesTheDisc",
                                              "fillingClosesARing", "aCutMakesTwo", "theViewIsRemembered"},
                                             300, {{"QT_SCALE_FACTOR", "2"}});
        QVERIFY2(result.code == 0, result.output.c_str());
    }

    void theViewIsRemembered() {
        ToolPage fixture;
        auto* menu = fixture.page.findChild<ui::ViewMenu*>();
        QVERIFY(menu);
        for (const char* name :
             {"byInstance", "outlinesOnly", "patterns", "pixelGrid", "crossHair", "miniMap"}) {
            auto* action = menu->findChild<QAction*>(QLatin1String(name));
            QVERIFY2(action, name);
            action->trigger();
        }
        menu->findChild<QSlider*>(QStringLiteral("opacity"))->setValue(150);
        const ui::ShapeLook look = fixture.canvas.look();
        QVERIFY(look.byInstance && look.outlinesOnly && !look.patterns && look.opacity == 150);
        QVERIFY(!fixture.canvas.pixelGrid() && fixture.canvas.crossHair());
        test::keepPicture(*menu, QStringLiteral("view-menu"));
        const std::string text = fixture.project.setting("label.view");
        QCOMPARE(text, menu->settings());
        menu->setSettings({});
        QVERIFY(fixture.canvas.look() == ui::ShapeLook() && fixture.canvas.pixelGrid());
        menu->setSettings(text);
        QVERIFY(fixture.canvas.look() == look && fixture.canvas.crossHair());
        for (const char* broken : {"", "x", "99999 by-instance", "-4"})
            menu->setSettings(broken);
        QCOMPARE(fixture.canvas.look().opacity, 0);
    }

    void lookingOtherwiseChangesThePicture() {
        ToolPage fixture;
        const annotation::Extent image{220, 160};
        fixture.draw(
            annotation::maskFromSpans(annotation::coveredBy(annotation::Box{20, 20, 60, 60}, image)));
        fixture.draw(annotation::Box{100, 20, 60, 60});
        const auto picture = [&](ui::ShapeLook look) {
            fixture.canvas.setLook(look);
            return fixture.canvas.grab().toImage();
        };
        const auto at = [&](const QImage& seen, QPointF point) {
            return seen.pixel((fixture.inView(point) * seen.devicePixelRatio()).toPoint());
        };
        const QImage usual = picture({}), outlines = picture({.outlinesOnly = true});
        const QImage more = picture({.opacity = 200}), instances = picture({.byInstance = true});
        for (const QPointF inside : {QPointF(50, 50), QPointF(130, 50)}) {
            QVERIFY(at(usual, inside) != at(outlines, inside));
            QVERIFY(at(usual, inside) != at(more, inside));
        }
        QVERIFY(at(outlines, {20.2, 50}) != at(outlines, {50, 50})); // the rim stays
        QVERIFY(at(instances, {50, 50}) != at(usual, {50, 50}) ||
                at(instances, {130, 50}) != at(usual, {130, 50}));
    }

    void patternsTellClassesApart() {
        ToolPage fixture;
        const annotation::Extent image{220, 160};
        const auto mask =
            annotation::maskFromSpans(annotation::coveredBy(annotation::Box{20, 20, 60, 60}, image));
        QVERIFY(fixture.project
                    .editShapes({1}, project::ShapeVerb::Draw, {{{}, fixture.project.classes()[1].id, mask}})
                    .ok());
        fixture.page.shapes().select({});
        const auto colours = [&] {
            const QImage seen = fixture.canvas.grab().toImage();
            QSet<QRgb> found;
            for (int x = 30; x < 60; ++x)
                found.insert(
                    seen.pixel((fixture.inView({x + 0.5, 40.5}) * seen.devicePixelRatio()).toPoint()));
            return found.size();
        };
        const auto with = colours();
        fixture.canvas.setLook({.patterns = false});
        QVERIFY(with > colours());
    }

    void theOverviewGoesWhereItIsClicked() {
        ToolPage fixture;
        auto* map = fixture.page.findChild<ui::MiniMap*>();
        QVERIFY(map && !map->isVisible());
        fixture.canvas.zoomBy(8);
        QVERIFY(map->isVisible());
        fixture.canvas.zoomBy(3);
        test::keepPicture(fixture.page, QStringLiteral("overview"));
        QTest::mouseClick(map, Qt::LeftButton, {}, {5, 5});
        const QPointF corner = fixture.canvas.imageFromView(QPointF());
        QVERIFY(corner.x() < 1 && corner.y() < 1);
        QTest::mouseClick(map, Qt::LeftButton, {}, {map->width() - 5, map->height() - 5});
        const QPointF end =
            fixture.canvas.imageFromView(QPointF(fixture.canvas.width(), fixture.canvas.height()));
        QVERIFY(end.x() > 219 && end.y() > 159);
        map->setWanted(false);
        QVERIFY(!map->isVisible());
    }

    void orderLockHideAndUndo() {
        ToolPage fixture;
        fixture.draw(annotation::Box{20, 20, 40, 40});
        fixture.draw(annotation::Box{30, 30, 40, 40});
        const auto ids = [&] { return std::pair(fixture.shapes()[0].id, fixture.shapes()[1].id); }();
        fixture.page.shapes().select({ids.first});
        fixture.pressKey(Qt::Key_Up, Qt::ControlModifier);
        QVERIFY(annotation::liesBelow(fixture.shapes()[1], fixture.shapes()[0]));
        QVERIFY(fixture.page.shapes().shownAt({45, 45}, 0) == ids.first); // equally large: the one in front
        fixture.pressKey(Qt::Key_Down, Qt::ControlModifier);
        QVERIFY(annotation::liesBelow(fixture.shapes()[0], fixture.shapes()[1]));
        fixture.pressKey(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(fixture.shapes()[0].locked);
        fixture.dragOnCanvas({{25, 25}, {80, 80}}); // clicks pass through
        QVERIFY(fixture.shapes()[0].geometry == annotation::Geometry(annotation::Box{20, 20, 40, 40}));
        fixture.page.shapes().select({ids.second});
        fixture.pressKey(Qt::Key_H);
        QVERIFY(fixture.shapes()[1].hidden && fixture.page.shapes().shown().size() == 1);
        fixture.pressKey(Qt::Key_H, Qt::ShiftModifier);
        QVERIFY(!fixture.shapes()[1].hidden);
        for (int i = 0; i < 5; ++i)
            fixture.undo();
        QVERIFY(fixture.shapes()[0].z == 0 && !fixture.shapes()[0].locked);
    }

    /// A story of every tool, taken back to the start and brought back again.
    void everyGestureIsTakenBackAndBroughtBack() {
        ToolPage fixture;
        const auto seen = [&] { // without what the tool in hand shows
            fixture.page.shapes().select({});
            QEvent leave(QEvent::Leave);
            QCoreApplication::sendEvent(&fixture.canvas, &leave);
            return fixture.canvas.grab().toImage();
        };
        const auto drag = [&](Qt::Key tool, const QList<QPointF>& way) {
            fixture.pressKey(Qt::Key_Escape);
            fixture.pressKey(tool);
            fixture.dragOnCanvas(way);
        };
        std::vector<QImage> pictures{seen()};
        const int before = fixture.entries();
        const std::function<void()> gestures[] = {[&] {
                                                      drag(Qt::Key_B, {{10, 10}, {40, 40}});
                                                  },
                                                  [&] {
                                                      drag(Qt::Key_O, {{60, 20}, {120, 60}});
                                                  },
                                                  [&] { drag(Qt::Key_N, circle(30, 20)); },
                                                  [&] {
                                                      drag(Qt::Key_R, {{150, 20}, {200, 30}, {190, 60}});
                                                  },
                                                  [&] {
                                                      drag(Qt::Key_E, {{170, 10}, {170, 70}});
                                                  },
                                                  [&] {
                                                      drag(Qt::Key_X, {{20, 140}, {21, 141}});
                                                  },
                                                  [&] {
                                                      drag(Qt::Key_V, {{25, 25}, {35, 95}});
                                                  },
                                                  [&] {
                                                      drag(Qt::Key_K, {{100, 20}, {100, 140}});
                                                  },
                                                  [&] {
                                                      fixture.pressKey(Qt::Key_A, Qt::ControlModifier);
                                                      fixture.pressKey(Qt::Key_Right);
                                                  },
                                                  [&] {
                                                      fixture.pressKey(Qt::Key_A, Qt::ControlModifier);
                                                      fixture.pressKey(Qt::Key_2);
                                                  }};
        for (const auto& gesture : gestures) {
            gesture();
            pictures.push_back(seen());
            QCOMPARE(fixture.entries(), before + int(pictures.size()) - 1); // one entry each
            QVERIFY2(pictures.back() != pictures[pictures.size() - 2], qPrintable(fixture.undoText()));
        }
        for (std::size_t i = pictures.size() - 1; i-- > 0;) {
            fixture.undo();
            QVERIFY2(seen() == pictures[i], qPrintable(QString::number(i)));
        }
        for (std::size_t i = 1; i < pictures.size(); ++i) {
            fixture.project.undoStack().redo();
            QVERIFY2(seen() == pictures[i], qPrintable(QString::number(i)));
        }
    }

    void whatIsCopiedKeepsWhatItIs() {
        ToolPage fixture;
        annotation::Shape shape{
            {}, fixture.project.classes()[1].id, annotation::Ellipse{{60, 60}, 20, 10, 0.5}};
        shape.attributes.truncated = true;
        shape.note = "a note";
        QVERIFY(fixture.project.editShapes({1}, project::ShapeVerb::Draw, {shape}).ok());
        fixture.pressKey(Qt::Key_A, Qt::ControlModifier);
        fixture.pressKey(Qt::Key_C, Qt::ControlModifier);
        fixture.pressKey(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(fixture.shapes().size(), std::size_t(2));
        shape.id = fixture.shapes()[1].id;
        shape.geometry = annotation::Ellipse{{70, 70}, 20, 10, 0.5}; // a little beside it
        QVERIFY(fixture.shapes()[1] == shape);
        // In another project the class is found by its name; one that is not there is the next shape's.
        ShapePage other(3, annotation::TaskKind::Segmentation, {"mine", "other"});
        other.pressKey(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(other.classOf(), std::string("other"));
        QCOMPARE(other.shapes()[0].note, std::string("a note"));
        const annotation::Box box = annotation::boundingBox(other.shapes()[0].geometry);
        QVERIFY(box.x >= 0 && box.x + box.width <= 60.01 && box.y + box.height <= 50.01); // a smaller image
        ShapePage third(3, annotation::TaskKind::Segmentation, {"mine"});
        third.pressKey(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(third.classOf(), std::string("mine"));
        auto* data = new QMimeData;
        data->setData(QStringLiteral("application/x-graft-shapes"), QByteArray(40, '\x01'));
        QGuiApplication::clipboard()->setMimeData(data);
        third.pressKey(Qt::Key_V, Qt::ControlModifier); // not for us
        QCOMPARE(third.shapes().size(), std::size_t(1));
    }

    void attributesAndNotesAreStored() {
        ToolPage fixture;
        auto* details = fixture.page.findChild<QWidget*>(QStringLiteral("shapeDetails"));
        QVERIFY(details && !details->isVisible());
        fixture.draw(annotation::Box{20, 20, 40, 40});
        fixture.draw(annotation::Box{100, 20, 40, 40});
        fixture.pressKey(Qt::Key_V);
        fixture.clickOnCanvas({30, 30});
        QVERIFY(details->isVisible());
        auto* occluded = details->findChild<QCheckBox*>(QStringLiteral("occluded"));
        occluded->click();
        QVERIFY(fixture.shapes()[0].attributes == annotation::Attributes{.occluded = true});
        auto* note = details->findChild<QLineEdit*>(QStringLiteral("shapeNote"));
        note->setFocus();
        QTest::keyClicks(note, QStringLiteral("which one?"));
        fixture.canvas.setFocus();
        fixture.clickOnCanvas({110, 30});
        QCOMPARE(fixture.shapes()[0].note, std::string("which one?"));
        QVERIFY(fixture.shapes()[1].note.empty() && note->text().isEmpty());
        QCOMPARE(fixture.undoText(), QStringLiteral("Describe shapes of image1.png"));
        fixture.clickOnCanvas({30, 30}, Qt::ShiftModifier);
        QCOMPARE(occluded->checkState(), Qt::PartiallyChecked);
        occluded->click();
        QVERIFY(fixture.shapes()[0].attributes.occluded && fixture.shapes()[1].attributes.occluded);
        fixture.undo();
        fixture.undo();
        QVERIFY(fixture.shapes()[0].note.empty() && fixture.shapes()[0].attributes.occluded);
    }

    void theMenuOfTheRightButtonOffersWhatCanBeDone() {
        ToolPage fixture;
        fixture.draw(annotation::Box{20, 20, 40, 40});
        fixture.send(QEvent::MouseButtonPress, {30, 30}, Qt::RightButton, Qt::RightButton);
        fixture.send(QEvent::MouseButtonRelease, {30, 30}, Qt::RightButton, Qt::NoButton);
        auto* menu = fixture.find<QMenu>("shapeMenu");
        QCOMPARE(fixture.page.shapes().selected().size(), std::size_t(1));
        QVERIFY(!menu->findChild<QAction*>(QStringLiteral("merge"))->isEnabled());
        menu->findChild<QAction*>(QStringLiteral("remove"))->trigger();
        QVERIFY(fixture.shapes().empty());
        menu->close();
    }

    void theRightButtonHeldChangesTheTone() {
        ToolPage fixture;
        const QImage before = fixture.canvas.grab().toImage();
        const auto drag = [&](QPointF by, Qt::KeyboardModifiers modifiers) {
            const QPointF from(30, 30), to = from + by / fixture.canvas.scale();
            fixture.send(QEvent::MouseButtonPress, from, Qt::RightButton, Qt::RightButton, modifiers);
            fixture.send(QEvent::MouseMove, to, Qt::NoButton, Qt::RightButton, modifiers);
            fixture.send(QEvent::MouseButtonRelease, to, Qt::RightButton, Qt::NoButton, modifiers);
        };
        drag({-100, 0}, {});
        const ui::Tone narrow = fixture.canvas.tone();
        QVERIFY(std::abs(narrow.high - narrow.low - std::exp(-0.5)) < 1e-9);
        QVERIFY(std::abs(narrow.low + narrow.high - 1) < 1e-9);
        QVERIFY(fixture.canvas.grab().toImage() != before);
        QVERIFY(!fixture.canvas.findChild<QMenu*>(QStringLiteral("shapeMenu")));
        drag({0, -40}, Qt::ShiftModifier);
        QVERIFY(std::abs(fixture.canvas.tone().gamma - std::exp(0.2)) < 1e-9);
        QVERIFY(fixture.project.setting("label.view").find("tone=") != std::string::npos);
        fixture.page.findChild<QAction*>(QStringLiteral("resetTone"))->trigger();
        QVERIFY(fixture.canvas.tone() == ui::Tone());
        fixture.canvas.setFocus();
        QCOMPARE(fixture.canvas.grab().toImage(), before);
    }

    void sixteenBitsAreToldApart() {
        const auto deep = [](const std::filesystem::path& folder) {
            auto images = test::pictures(folder, 1);
            QImage picture(40, 30, QImage::Format_Grayscale16);
            for (int y = 0; y < 30; ++y)
                for (int x = 0; x < 40; ++x)
                    reinterpret_cast<quint16*>(picture.scanLine(y))[x] = quint16(y < 5    ? 60000
                                                                                 : y < 8  ? 0
                                                                                 : x < 20 ? 1000
                                                                                          : 1010);
            images[0].record.width = 40;
            images[0].record.height = 30;
            picture.save(QString::fromStdString((folder / images[0].record.path).string()));
            return images;
        };
        ShapePage fixture(deep, annotation::TaskKind::Segmentation, {"any"});
        QVERIFY(QTest::qWaitFor([&] { return fixture.page.settled(); }));
        const auto differ = [&] {
            const QImage seen = fixture.canvas.grab().toImage();
            const auto at = [&](QPointF point) {
                return seen.pixel((fixture.inView(point) * seen.devicePixelRatio()).toPoint());
            };
            return at({10.5, 20.5}) != at({30.5, 20.5});
        };
        QVERIFY(!differ());
        fixture.canvas.setTone({950.0 / 60000, 1050.0 / 60000, 1});
        QVERIFY(QTest::qWaitFor(differ));
        fixture.canvas.setTone({});
        QVERIFY(!differ());
    }

private:
    std::unique_ptr<ui::theme::Theme> m_theme;
};

QTEST_MAIN(LabelToolsTest)
#include "LabelToolsTest.moc"
