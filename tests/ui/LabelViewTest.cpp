#include "LabelToolsFixture.h"

#include "ui/label/MiniMap.h"
#include "ui/label/ViewMenu.h"

#include <QAction>
#include <QMenu>
#include <QSlider>

using namespace graft;
using test::ShapePage;
using test::ToolPage;

class LabelViewTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }

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
        const std::string failure =
            test::failureAtTwoHundredPercent({"shapesAreSeenWhereTheyAre", "theViewIsRemembered"});
        QVERIFY2(failure.empty(), failure.c_str());
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

QTEST_MAIN(LabelViewTest)
#include "LabelViewTest.moc"
