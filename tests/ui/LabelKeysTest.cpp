#include "LabelToolsFixture.h"

#include "ui/label/KeyPointer.h"

#include <QAccessible>

using namespace graft;
using test::kMiddle;
using test::overlapWithDisc;
using test::ToolPage;

namespace {

const ui::KeyPointer& cross(ToolPage& page) {
    return page.canvas.keyPointer();
}

void walkTo(ToolPage& page, int x, int y) {
    const auto walk = [&](int by, Qt::Key back, Qt::Key forth) {
        for (int i = 0; i < std::abs(by); ++i)
            page.pressKey(by < 0 ? back : forth, Qt::ControlModifier);
    };
    walk(x - int(cross(page).at().x), Qt::Key_Left, Qt::Key_Right);
    walk(y - int(cross(page).at().y), Qt::Key_Up, Qt::Key_Down);
}

/// A story of keys: "B" a key, "60,40" arrows to that place, "wait" until no tool looks any more.
void type(ToolPage& page, const QString& story) {
    for (const QString& word : story.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (word == QLatin1String("wait")) {
            QVERIFY(QTest::qWaitFor([&] { return page.canvas.idle(); }, 30'000));
            continue;
        }
        if (const QStringList place = word.split(QLatin1Char(',')); place.size() == 2) {
            walkTo(page, place[0].toInt(), place[1].toInt());
            continue;
        }
        const QKeyCombination keys = QKeySequence(word)[0];
        page.pressKey(keys.key(), keys.keyboardModifiers());
    }
}

struct Story {
    const char* name;
    const char* keys;
    const char* shapes;
};

constexpr Story kStories[] = {
    {"a box", "B Return 60,40 Space 140,100 Space", "box 60 40 80 60"},
    {"a box, ended by Enter", "B Return 140,100 Space 60,40 Return", "box 60 40 80 60"},
    {"two boxes", "B Return 10,10 Space 40,30 Space 80,60 Space 120,90 Space",
     "box 10 10 30 20; box 80 60 40 30"},
    {"a rotated box", "T Return 50,50 Space 90,80 Space 72,104 Space", "rotated 50.0 30.0, 36.9°"},
    {"an ellipse", "O Return 60,60 Space 140,100 Space", "ellipse 100,80 40 20"},
    {"a circle", "O Return 60,60 Shift+Space 140,100 Space", "ellipse 80,80 20 20"},
    {"a polygon", "P Return 60,40 Space 140,40 Space 140,100 Space Return", "polygon 60,40 140,40 140,100"},
    {"a polygon, a vertex taken back",
     "P Return 60,40 Space 140,40 Space 200,150 Space Backspace 140,100 Space Return",
     "polygon 60,40 140,40 140,100"},
    {"a polygon, closed at its start", "P Return 60,40 Space 140,40 Space 140,100 Space 60,40 Space",
     "polygon 60,40 140,40 140,100"},
    {"freehand", "N Return 60,40 Space 140,40 140,100 60,100 60,41 Space",
     "polygon 60,40 140,40 140,100 60,100"},
    {"scissors", "S Return 140,80 Space wait 100,120 Space wait 60,80 Space wait 100,40 Space wait Return",
     "disc"},
    {"a line", "L Return 10,10 Space 50,12 Space 90,60 Space Return", "line 10,10 50,12 90,60"},
    {"a point", "X Return 33,102 Space", "point 33,102"},
    {"the brush", "R Return 60,40 Space 140,40 Space", "mask 54 34 92 12, 1072"},
    {"the eraser", "R Return 60,40 Space 140,40 Space E 140,20 Space 140,60 Space", "mask 54 34 80 12, 944"},
    {"the wand", "W Return 100,80 Space wait Space", "disc"},
    {"the wand, taking away", "W Return 100,80 Space wait Space 100,80 Ctrl+Space wait Space", ""},
    {"fill", "R Return 70,50 Space 130,50 130,110 70,110 70,50 Space U 100,80 Space",
     "mask 64 44 72 72, 5152"},
    {"cut out", "G Return 50,30 Space 150,130 Space wait Return", "disc"},
    {"split", "B Return 60,40 Space 140,100 Space K 80,20 Space 80,120 Space",
     "box 80 40 60 60; box 60 40 20 60"},
    {"select and move", "B Return 60,40 Space 140,100 Space V 100,70 Space 110,75 Space", "box 70 45 80 60"},
    {"a handle", "B Return 60,40 Space 140,100 Space V 140,100 Space 150,120 Space", "box 60 40 90 80"},
    {"a vertex more", "P Return 60,40 Space 140,40 Space 140,100 Space Return V 140,70 Return",
     "polygon 60,40 140,40 140,70 140,100"}};

struct InWords {
    QString operator()(const annotation::Box& box) const {
        return QStringLiteral("box %1 %2 %3 %4").arg(box.x).arg(box.y).arg(box.width).arg(box.height);
    }
    QString operator()(const annotation::RotatedBox& box) const {
        return QStringLiteral("rotated %1 %2, %3°")
            .arg(box.width, 0, 'f', 1)
            .arg(box.height, 0, 'f', 1)
            .arg(box.angle * 180 / M_PI, 0, 'f', 1);
    }
    QString operator()(const annotation::Ellipse& ellipse) const {
        return QStringLiteral("ellipse %1,%2 %3 %4")
            .arg(ellipse.centre.x)
            .arg(ellipse.centre.y)
            .arg(ellipse.radiusX)
            .arg(ellipse.radiusY);
    }
    QString operator()(const annotation::Polygon& polygon) const {
        return overlapWithDisc(polygon) > 0.9 ? QStringLiteral("disc") : points("polygon", polygon.points);
    }
    QString operator()(const annotation::Polyline& line) const { return points("line", line.points); }
    QString operator()(const annotation::Point& point) const { return points("point", {point}); }
    QString operator()(const annotation::Mask& mask) const {
        if (overlapWithDisc(mask) > 0.95)
            return QStringLiteral("disc");
        return QStringLiteral("mask %1 %2 %3 %4, %5")
            .arg(mask.x)
            .arg(mask.y)
            .arg(mask.width)
            .arg(mask.height)
            .arg(annotation::area(mask));
    }
    static QString points(const char* kind, const std::vector<annotation::Point>& points) {
        QString text = QLatin1String(kind);
        for (const annotation::Point& point : points)
            text += QStringLiteral(" %1,%2").arg(point.x).arg(point.y);
        return text;
    }
};

QString stored(ToolPage& page) {
    QStringList all;
    for (const annotation::Shape& shape : page.shapes())
        all << std::visit(InWords(), shape.geometry);
    return all.join(QStringLiteral("; "));
}

} // namespace

class LabelKeysTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }

    void everyToolDrawsByKeysAlone_data() {
        QTest::addColumn<QString>("story");
        QTest::addColumn<QString>("shapes");
        for (const Story& story : kStories)
            QTest::newRow(story.name) << QString::fromUtf8(story.keys) << QString::fromUtf8(story.shapes);
    }
    void everyToolDrawsByKeysAlone() {
        QFETCH(QString, story);
        QFETCH(QString, shapes);
        ToolPage page;
        type(page, story);
        QCOMPARE(stored(page), shapes);
    }

    void everyToolHasAStory() {
        QSet<QString> typed;
        for (const Story& story : kStories)
            for (const QString& word : QString::fromUtf8(story.keys).split(QLatin1Char(' ')))
                typed.insert(word);
        for (const ui::ToolEntry& entry : ui::toolEntries())
            QVERIFY2(typed.contains(QKeySequence(entry.key).toString()), entry.name);
    }

    void escapeDropsThenPutsTheCrossAway() {
        ToolPage page;
        type(page, QStringLiteral("B Return 60,40 Space 140,100 Esc"));
        QVERIFY(cross(page).shown() && !cross(page).held());
        type(page, QStringLiteral("Space 60,40 Space"));
        QCOMPARE(stored(page), QStringLiteral("box 60 40 80 60"));
        type(page, QStringLiteral("Esc"));
        QVERIFY(!cross(page).shown());
        QCOMPARE(page.page.shapes().selected().size(), std::size_t(1)); // arrows nudge again
        type(page, QStringLiteral("Right Shift+Down"));
        QCOMPARE(stored(page), QStringLiteral("box 61 50 80 60"));
        QCOMPARE(int(page.canvas.tool()), int(ui::ToolKind::Box));
        type(page, QStringLiteral("Return")); // where it was
        QVERIFY(cross(page).at() == (annotation::Point{60, 40}));
    }

    void stepsAreOfTheViewOrOnePixel() {
        ToolPage page;
        page.canvas.actualSize();
        type(page, QStringLiteral("B Return 100,80 Right"));
        QVERIFY(cross(page).at() == (annotation::Point{108, 80}));
        type(page, QStringLiteral("Shift+Up"));
        QVERIFY(cross(page).at() == (annotation::Point{108, 40}));
        type(page, QStringLiteral("Ctrl+Left"));
        QVERIFY(cross(page).at() == (annotation::Point{107, 40}));
        for (int i = 0; i < 20; ++i)
            type(page, QStringLiteral("Shift+Right Shift+Down"));
        QVERIFY(cross(page).at() == (annotation::Point{220, 160})); // no further than the image
        QCOMPARE(page.page.currentImage(), ImageId{1});
    }

    void theViewFollowsTheCross() {
        ToolPage page;
        type(page, QStringLiteral("B Return 30,30"));
        for (int i = 0; i < 6; ++i)
            type(page, QStringLiteral("+"));
        const auto seen = [&] {
            const annotation::Point at = cross(page).at();
            return QRectF(page.canvas.rect()).contains(page.canvas.viewFromImage({at.x, at.y}));
        };
        QVERIFY(page.canvas.scale() > 20 && seen());
        type(page, QStringLiteral("200,150"));
        QVERIFY(seen());
        type(page, QStringLiteral("Space 203,152 Space"));
        QCOMPARE(stored(page), QStringLiteral("box 200 150 3 2"));
    }

    void whereItIsIsSaidAndSeen() {
        ToolPage page;
        type(page, QStringLiteral("B"));
        const QImage without = page.canvas.grab().toImage();
        type(page, QStringLiteral("Return 60,40"));
        auto* told = QAccessible::queryAccessibleInterface(&page.canvas);
        const auto said = [&] { return told->text(QAccessible::Description); };
        QCOMPARE(said(), QStringLiteral("Cross at 60, 40"));
        QVERIFY(page.canvas.grab().toImage() != without);
        type(page, QStringLiteral("Space 140,100"));
        QCOMPARE(said(), QStringLiteral("Cross held at 140, 100; pressed at 60, 40"));
        type(page, QStringLiteral("Space"));
        QCOMPARE(said(), QStringLiteral("Cross at 140, 100; selected: disc"));
        type(page, QStringLiteral("Esc"));
        QVERIFY(said().isEmpty());
    }

    void theMouseTakesOver() {
        ToolPage page;
        type(page, QStringLiteral("B Return 60,40 Space 140,100"));
        page.moveOnCanvas({10, 10}); // a touch of the mouse changes nothing
        QVERIFY(cross(page).held() && cross(page).at() == (annotation::Point{140, 100}));
        page.dragOnCanvas({{10, 10}, {30, 30}});
        QVERIFY(!cross(page).shown());
        QCOMPARE(stored(page), QStringLiteral("box 10 10 20 20"));
    }

    void withoutTheCrossEnterAndArrowsAreAsBefore() {
        test::ShapePage page;
        page.pressKey(Qt::Key_Right);
        QCOMPARE(page.page.currentImage(), ImageId{2});
        page.pressKey(Qt::Key_Return);
        page.pressKey(Qt::Key_Right);
        QCOMPARE(page.page.currentImage(), ImageId{2});
        page.pressKey(Qt::Key_D); // the cross stays for the next image
        QCOMPARE(page.page.currentImage(), ImageId{3});
        QVERIFY(page.canvas.keyPointer().shown());
        page.pressKey(Qt::Key_Escape);
        page.pressKey(Qt::Key_Left);
        QCOMPARE(page.page.currentImage(), ImageId{2});
    }

    void thisHoldsOnAScreenOfTwoHundredPercent() {
        const std::string failure = test::failureAtTwoHundredPercent({"everyToolDrawsByKeysAlone"});
        QVERIFY2(failure.empty(), failure.c_str());
    }

private:
    std::unique_ptr<ui::theme::Theme> m_theme;
};

QTEST_MAIN(LabelKeysTest)
#include "LabelKeysTest.moc"
