#include "LabelToolsFixture.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>

using namespace graft;
using test::circle;
using test::kMiddle;
using test::overlapWithDisc;
using test::ShapePage;
using test::ToolPage;

class LabelCommandsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }

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

private:
    std::unique_ptr<ui::theme::Theme> m_theme;
};

QTEST_MAIN(LabelCommandsTest)
#include "LabelCommandsTest.moc"
