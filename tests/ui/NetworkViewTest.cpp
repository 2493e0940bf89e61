// The drawing of a network: folding, freezing by mouse and keys, finding, and what is painted.

#include "ui/network/NetworkView.h"
#include "LearnFixture.h"
#include "ui/network/FeatureMaps.h"
#include "ui/network/NetworkExport.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>
#include <QXmlStreamReader>

#include <algorithm>

using namespace graft;
using ui::NetworkView;

namespace {

constexpr int kPatienceMs = 60'000;

/// A view that takes the choices it makes, as the page does.
struct Shown {
    NetworkView view;
    QString choice = "all";

    explicit Shown(const char* model, QSize size = {900, 300}) {
        ui::theme::Theme::current().setReducedMotion(true);
        QObject::connect(&view, &NetworkView::choiceMade, &view, [this](const QString& freeze) {
            choice = freeze;
            view.setChoice(graph::FreezeChoice::read(freeze.toStdString()), false);
        });
        view.setNetwork(*graph::findArchitecture(model), 2, 224);
        if (!test::showAndWait(view, size))
            qFatal("not shown");
        wait();
    }
    void wait() {
        if (!QTest::qWaitFor([this] { return view.settled(); }, kPatienceMs))
            qFatal("no layout");
        view.repaint();
    }
    int part(const std::string& name) const {
        const auto& parts = view.drawing().network->outline.parts();
        const auto found = std::ranges::find(parts, name, &diagram::Part::name);
        if (found == parts.end())
            qFatal("no part %s", name.c_str());
        return int(found - parts.begin());
    }
    QPoint middle(const std::string& name) const { return view.boxArea(part(name)).center().toPoint(); }
    QString current() const {
        return view.current() < 0 ? QString()
                                  : QString::fromStdString(view.drawing().part(view.current()).name);
    }
    void click(const std::string& name, Qt::KeyboardModifiers modifiers = {}) {
        QTest::mouseClick(&view, Qt::LeftButton, modifiers, middle(name) + QPoint(0, 12));
    }
    void key(Qt::Key key) { QTest::keyClick(&view, key); }
    graph::ParameterCount counts() const {
        const auto& network = *view.drawing().network;
        return graph::countParameters(
            network.graph, *graph::freezePlan(network.graph, network.architecture, view.drawing().choice));
    }
};

} // namespace

class NetworkViewTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }
    void theWholeNetworkIsSeenAtFirst_data();
    void theWholeNetworkIsSeenAtFirst();
    void doubleClickOpensAndFolds();
    void keysOpenAndFold();
    void arrowsMoveAlongTheEdges();
    void draggingTheLineFreezes();
    void clicksAndKeysFreeze();
    void theHeadStaysWarm();
    void fromScratchNothingIsFrozen();
    void whatIsFoundIsOpenedAndInView();
    void zoomKeepsThePlaceUnderTheMouse();
    void onlyWhatIsInViewIsPainted_data();
    void onlyWhatIsInViewIsPainted();
    void itIsSpoken();
    void eachNodeIsAnObjectForScreenReaders();
    void aPictureCanBeSaved_data();
    void aPictureCanBeSaved();
    void planesBecomePictures();

private:
    std::unique_ptr<ui::theme::Theme> m_theme;
};

void NetworkViewTest::theWholeNetworkIsSeenAtFirst_data() {
    QTest::addColumn<QString>("model");
    for (const graph::Architecture& architecture : graph::architectures())
        QTest::newRow(architecture.name.c_str()) << QString::fromStdString(architecture.name);
}

void NetworkViewTest::theWholeNetworkIsSeenAtFirst() {
    const Shown shown(QTest::currentDataTag());
    QVERIFY2(shown.view.problem().isEmpty(), qPrintable(shown.view.problem()));
    const auto& boxes = shown.view.drawing().layout.boxes;
    QCOMPARE(boxes.size(), std::size_t(shown.view.drawing().network->outline.stops()) + 2);
    for (const diagram::Box& box : boxes)
        QVERIFY(QRectF(shown.view.rect()).contains(shown.view.boxArea(box.part)));
    QCOMPARE(shown.view.painted(), int(boxes.size()));
}

void NetworkViewTest::doubleClickOpensAndFolds() {
    Shown shown("resnet18");
    const std::size_t folded = shown.view.drawing().layout.boxes.size();
    QTest::mouseDClick(&shown.view, Qt::LeftButton, {}, shown.middle("layer2"));
    shown.wait();
    QCOMPARE(shown.view.drawing().layout.boxes.size(), folded + 1); // two in the place of one
    QVERIFY(shown.view.boxArea(shown.part("layer2")).isEmpty());
    QVERIFY(!shown.view.boxArea(shown.part("layer2.1")).isEmpty());
    const auto& frames = shown.view.drawing().layout.frames;
    QCOMPARE(frames.size(), std::size_t(1));
    const QRectF inside = shown.view.boxArea(shown.part("layer2.0"));
    QTest::mouseDClick(&shown.view, Qt::LeftButton, {},
                       QPoint(int(inside.left()) + 4, int(inside.top()) - 8));
    shown.wait();
    QCOMPARE(shown.view.drawing().layout.boxes.size(), folded);
}

void NetworkViewTest::keysOpenAndFold() {
    Shown shown("resnet18");
    shown.click("layer3");
    QCOMPARE(shown.current(), QString("layer3"));
    shown.key(Qt::Key_Return);
    shown.wait();
    QCOMPARE(shown.current(), QString("layer3.0"));
    shown.key(Qt::Key_Return);
    shown.wait();
    QCOMPARE(shown.current(), QString("layer3.0.conv1"));
    shown.key(Qt::Key_Backspace);
    shown.wait();
    QCOMPARE(shown.current(), QString("layer3.0"));
    shown.key(Qt::Key_Backspace);
    shown.wait();
    QCOMPARE(shown.current(), QString("layer3"));
    QVERIFY(shown.view.drawing().layout.frames.empty());
    shown.view.openAll();
    shown.wait();
    QCOMPARE(shown.view.drawing().layout.boxes.size(), shown.view.drawing().network->graph.nodes().size());
    shown.view.foldAll();
    shown.wait();
    QCOMPARE(shown.view.drawing().layout.boxes.size(), std::size_t(7));
}

void NetworkViewTest::arrowsMoveAlongTheEdges() {
    Shown shown("resnet18");
    shown.key(Qt::Key_Home);
    QStringList passed{shown.current()};
    for (int i = 0; i < 6; ++i) {
        shown.key(Qt::Key_Right);
        passed += shown.current();
    }
    QCOMPARE(passed, (QStringList{"input", "conv1+bn1", "layer1", "layer2", "layer3", "layer4", "head"}));
    shown.key(Qt::Key_Right); // nothing further
    QCOMPARE(shown.current(), QString("head"));
    shown.key(Qt::Key_Left);
    QCOMPARE(shown.current(), QString("layer4"));
    // Where a block forks, up and down reach the other branch.
    shown.view.reveal(shown.part("layer2.0.conv2"));
    shown.wait();
    shown.view.fit();
    QSet<QString> reached;
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Up}) {
        shown.view.setCurrent(shown.part("layer2.0.conv2"));
        shown.key(key);
        reached += shown.current();
    }
    QVERIFY(reached.contains("layer2.0.downsample"));
}

void NetworkViewTest::draggingTheLineFreezes() {
    Shown shown("resnet18");
    const QStringList stops{"none", "conv1+bn1", "layer1", "layer2", "layer3", "all"};
    int at = 5;
    for (const int stop : {3, 0, 4, 5, 1}) {
        const auto x = [&](int frozen) { return int(shown.view.lineX(frozen)); };
        QTest::mousePress(&shown.view, Qt::LeftButton, {}, {x(at), 16});
        QTest::mouseMove(&shown.view, {(x(at) + x(stop)) / 2, 40});
        QTest::mouseMove(&shown.view, {x(stop), 40});
        QTest::mouseRelease(&shown.view, Qt::LeftButton, {}, {x(stop), 40});
        QCOMPARE(shown.choice, stops[stop]);
        QCOMPARE(shown.view.drawing().frozenStops(), stop);
        at = stop;
    }
    QCOMPARE(shown.counts().frozen, std::int64_t(9'536)); // 3·64·7·7 and two for each of 64 channels
}

void NetworkViewTest::clicksAndKeysFreeze() {
    Shown shown("resnet18");
    shown.click("layer2", Qt::ShiftModifier);
    QCOMPARE(shown.choice, QString("layer2"));
    const auto before = shown.counts();
    QTest::mouseClick(
        &shown.view, Qt::LeftButton, {},
        ui::NetworkPainter::glyphArea(shown.view.boxArea(shown.part("layer4"))).center().toPoint());
    QCOMPARE(shown.choice, QString("layer2,layer4"));
    QVERIFY(shown.counts().frozen > before.frozen);
    QCOMPARE(shown.counts().frozen + shown.counts().trainable, before.frozen + before.trainable);
    shown.key(Qt::Key_Space);
    QCOMPARE(shown.choice, QString("layer2"));
    shown.click("layer1");
    shown.key(Qt::Key_Space); // out of the middle of what is frozen
    QCOMPARE(shown.choice, QString("conv1+bn1,layer2"));
    shown.view.reveal(shown.part("layer3.0.bn2"));
    shown.wait();
    shown.key(Qt::Key_F);
    QCOMPARE(shown.choice, QString("layer2,layer3.0.conv1,layer3.0.bn1,layer3.0.conv2,layer3.0.bn2"));
    QVERIFY(shown.view.drawing().factsOf(shown.part("layer3.0.bn2")).learning == diagram::Learning::Frozen);
    QVERIFY(shown.view.drawing().factsOf(shown.part("layer3")).learning == diagram::Learning::Partly);
}

void NetworkViewTest::theHeadStaysWarm() {
    Shown shown("resnet18");
    shown.click("head");
    QVERIFY(!shown.view.canFreeze(shown.view.current()));
    QSignalSpy made(&shown.view, &NetworkView::choiceMade);
    shown.key(Qt::Key_Space);
    QCOMPARE(made.size(), 0);
    shown.key(Qt::Key_F); // up to the head: everything before it
    QCOMPARE(shown.choice, QString("all"));
}

void NetworkViewTest::fromScratchNothingIsFrozen() {
    Shown shown("resnet18");
    shown.view.setChoice({"layer2", {}}, true);
    QSignalSpy made(&shown.view, &NetworkView::choiceMade);
    QCOMPARE(shown.counts().frozen, std::int64_t(0));
    shown.click("layer1");
    shown.key(Qt::Key_Space);
    shown.key(Qt::Key_F);
    QTest::mousePress(&shown.view, Qt::LeftButton, {}, {int(shown.view.lineX(0)), 16});
    QTest::mouseMove(&shown.view, {int(shown.view.lineX(3)), 40});
    QTest::mouseRelease(&shown.view, Qt::LeftButton, {}, {int(shown.view.lineX(3)), 40});
    QCOMPARE(made.size(), 0);
}

void NetworkViewTest::whatIsFoundIsOpenedAndInView() {
    Shown shown("resnet152");
    shown.view.reveal(shown.part("layer3.30.conv2"));
    shown.wait();
    QCOMPARE(shown.current(), QString("layer3.30.conv2"));
    QVERIFY(QRectF(shown.view.rect()).contains(shown.view.boxArea(shown.view.current())));
    QVERIFY(shown.view.scale() > 0.5); // near enough to be read
    shown.view.reveal(shown.part("conv1"));
    shown.wait();
    QVERIFY(QRectF(shown.view.rect()).contains(shown.view.boxArea(shown.view.current())));
}

void NetworkViewTest::zoomKeepsThePlaceUnderTheMouse() {
    Shown shown("resnet18");
    const QPointF at = shown.middle("layer3");
    for (const int turn : {120, 120, -240, 360}) {
        QWheelEvent wheel(at, shown.view.mapToGlobal(at), {}, {0, turn}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&shown.view, &wheel);
        const QPointF now = shown.view.boxArea(shown.part("layer3")).center();
        QVERIFY((now - at).manhattanLength() < 3);
    }
    QVERIFY(shown.view.scale() > 1);
    shown.key(Qt::Key_0);
    QVERIFY(QRectF(shown.view.rect()).contains(shown.view.boxArea(shown.part("head"))));
}

void NetworkViewTest::onlyWhatIsInViewIsPainted_data() {
    QTest::addColumn<QString>("model");
    QTest::newRow("resnet152") << "resnet152";
    QTest::newRow("inception_v3") << "inception_v3";
    QTest::newRow("densenet121") << "densenet121";
}

void NetworkViewTest::onlyWhatIsInViewIsPainted() {
    QFETCH(QString, model);
    Shown shown(qPrintable(model), {1280, 600});
    shown.view.openAll();
    shown.wait();
    const int all = int(shown.view.drawing().layout.boxes.size());
    QVERIFY2(all > 300, qPrintable(QString::number(all)));
    QCOMPARE(shown.view.painted(), all); // far away everything is there
    shown.view.zoomBy(1 / shown.view.scale(), QPointF(640, 300));
    shown.view.repaint();
    QVERIFY2(shown.view.painted() < 60, qPrintable(QString::number(shown.view.painted())));
    shown.view.repaint(QRect(0, 0, 1, 1));
    QVERIFY(shown.view.painted() <= 1);
}

void NetworkViewTest::itIsSpoken() {
    Shown shown("resnet18");
    QVERIFY(!shown.view.accessibleName().isEmpty());
    shown.click("layer2");
    const QString words = shown.view.accessibleDescription();
    for (const char* part :
         {"layer2", "16 nodes", "128 × 28 × 28", "525,568 parameters", "multiply-adds", "frozen"})
        QVERIFY2(words.contains(part), qPrintable(words));
    shown.key(Qt::Key_Space);
    QVERIFY(shown.view.accessibleDescription().endsWith("learns"));
}

void NetworkViewTest::eachNodeIsAnObjectForScreenReaders() {
    Shown shown("resnet18");
    QAccessibleInterface* drawing = QAccessible::queryAccessibleInterface(&shown.view);
    QVERIFY(drawing);
    const auto& boxes = shown.view.drawing().layout.boxes;
    QCOMPARE(drawing->childCount(), int(boxes.size()));
    const auto named = [&](const QString& name) -> QAccessibleInterface* {
        for (int i = 0; i < drawing->childCount(); ++i)
            if (drawing->child(i)->text(QAccessible::Name) == name)
                return drawing->child(i);
        return nullptr;
    };
    QAccessibleInterface* layer = named("layer2");
    QVERIFY(layer);
    QCOMPARE(layer->parent(), drawing);
    QCOMPARE(drawing->child(drawing->indexOfChild(layer)), layer);
    QVERIFY(layer->text(QAccessible::Description).contains("525,568 parameters"));
    QVERIFY(layer->state().expandable && layer->state().checkable && layer->state().checked);
    const QPoint middle = layer->rect().center();
    QCOMPARE(drawing->childAt(middle.x(), middle.y()), layer);

    layer->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    QVERIFY(!layer->state().checked);
    layer->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
    QCOMPARE(shown.current(), QString("layer2"));
    QCOMPARE(drawing->focusChild(), layer);
    QVERIFY(layer->state().selected);

    layer->actionInterface()->doAction(QAccessibleActionInterface::showMenuAction());
    shown.wait();
    QVERIFY2(!layer->isValid() && !named("layer2"), "what is opened is shown by its parts");
    QVERIFY(named("layer2.0"));
    QVERIFY(!named("head")->state().checkable);
}

void NetworkViewTest::aPictureCanBeSaved_data() {
    QTest::addColumn<QString>("model");
    QTest::addColumn<bool>("open");
    QTest::newRow("folded") << "resnet18" << false;
    QTest::newRow("open") << "mobilenet_v3_small" << true;
    QTest::newRow("very wide") << "resnet152" << true;
}

void NetworkViewTest::aPictureCanBeSaved() {
    QFETCH(QString, model);
    QFETCH(bool, open);
    Shown shown(qPrintable(model));
    if (open)
        shown.view.openAll();
    shown.wait();
    const QByteArray svg = ui::networkSvg(shown.view.drawing());
    QXmlStreamReader reader(svg);
    int shapes = 0, images = 0;
    while (!reader.atEnd()) {
        reader.readNext();
        if (!reader.isStartElement())
            continue;
        shapes += reader.name() == QLatin1String("path") || reader.name() == QLatin1String("rect");
        images += reader.name() == QLatin1String("image");
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QVERIFY(shapes > int(shown.view.drawing().layout.boxes.size()));
    QCOMPARE(images, 0); // lines and letters all through
    for (const diagram::Box& box : shown.view.drawing().layout.boxes)
        if (!shown.view.drawing().part(box.part).isBlock())
            QVERIFY(svg.contains("Conv2d") || !open);
    const QImage picture = ui::networkImage(shown.view.drawing(), 2);
    QVERIFY(picture.width() > 500 && picture.height() > 40 && picture.width() <= 16'384);
    QVERIFY(picture.pixel(picture.width() / 2, picture.height() / 2) != picture.pixel(2, 2) ||
            picture.width() > 10'000);
}

void NetworkViewTest::planesBecomePictures() {
    training::Plane grey{.width = 2, .height = 1, .pixels = {0, 255}, .minimum = -1, .maximum = 3};
    const QImage picture = ui::pictureOf(grey);
    QCOMPARE(picture.size(), QSize(2, 1));
    QCOMPARE(picture.pixelColor(0, 0), ui::theme::viridis(0));
    QCOMPARE(picture.pixelColor(1, 0), ui::theme::viridis(1));
    training::Plane colour{.width = 1, .height = 1, .channels = 3, .pixels = {10, 20, 30}};
    QCOMPARE(ui::pictureOf(colour).pixelColor(0, 0), QColor(10, 20, 30));
    ui::FeatureMaps maps;
    maps.setPlanes("maps", {grey, grey, grey});
    QCOMPARE(maps.count(), 3);
    QVERIFY(maps.accessibleDescription().contains("-1"));
    QVERIFY(maps.heightForWidth(400) < maps.heightForWidth(60));
}

QTEST_MAIN(NetworkViewTest)
#include "NetworkViewTest.moc"
