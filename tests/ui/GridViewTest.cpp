#include "ui/data/GridView.h"
#include "DataFixture.h"
#include "ui/data/ThumbnailCache.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace graft;
using test::StudioFixture;

namespace {

ui::Thumbnail plain(const ui::ThumbnailCache::Source&) {
    ui::Thumbnail thumbnail;
    thumbnail.picture = QImage(256, 192, QImage::Format_RGB32);
    thumbnail.picture.fill(Qt::darkCyan);
    return thumbnail;
}

/// A grid of records with pictures that cost nothing.
struct Grid {
    explicit Grid(int count)
        : cache([](ImageId) { return ui::ThumbnailCache::Source{}; }, plain),
          project(fixture.open(test::recordsOnly(count), {"ants", "bees"})), view(cache) {
        list.setClasses(project.classes());
        list.setImages(project.images());
        view.setProject(&project);
        view.setList(list);
        test::showAndWait(view, {900, 600});
        view.setFocus();
    }
    void click(int index, Qt::KeyboardModifiers modifiers = {}) {
        view.scrollTo(index);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, modifiers, view.cellInView(index).center());
    }
    QString selected() {
        QStringList numbers;
        for (ImageId id : view.selection().ids())
            numbers << QString::number(id.value);
        return numbers.join(u' ');
    }

    StudioFixture fixture;
    ui::ThumbnailCache cache;
    project::Project& project;
    ui::ImageList list;
    ui::GridView view;
};

} // namespace

class GridViewTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }
    void mouseSelects();
    void keysMoveAndExtend();
    void endShowsTheLastImage();
    void aRubberBandSelectsWhatItTouches();
    void enterAndDoubleClickOpen();
    void ctrlWheelZoomsAndKeepsThePlace();
    void onlyWhatIsNearTheScreenIsDecoded();
    void aFilterKeepsNoHiddenSelection();
    void theCurrentImageIsSpoken();
    void keysOfThePageAreLeftToIt();

private:
    std::unique_ptr<ui::theme::Theme> m_theme;
};

void GridViewTest::mouseSelects() {
    Grid grid(40);
    grid.click(2);
    QCOMPARE(grid.selected(), QStringLiteral("3"));
    grid.click(4, Qt::ControlModifier);
    QCOMPARE(grid.selected(), QStringLiteral("3 5"));
    grid.click(7, Qt::ShiftModifier);
    QCOMPARE(grid.selected(), QStringLiteral("5 6 7 8"));
    QTest::keyClick(&grid.view, Qt::Key_Escape);
    QCOMPARE(grid.selected(), QString());
}

void GridViewTest::keysMoveAndExtend() {
    Grid grid(200);
    grid.click(0);
    QTest::keyClick(&grid.view, Qt::Key_Right);
    QTest::keyClick(&grid.view, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(grid.selected(), QStringLiteral("2 3"));
    QTest::keyClick(&grid.view, Qt::Key_Down);
    const int below = grid.view.selection().current();
    QVERIFY(grid.view.cellInView(below).top() > grid.view.cellInView(2).top());
    QTest::keyClick(&grid.view, Qt::Key_Up);
    QCOMPARE(grid.view.selection().current(), 2);
    QTest::keyClick(&grid.view, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(grid.view.selection().count(), 200);
    QTest::keyClick(&grid.view, Qt::Key_PageDown);
    QVERIFY(grid.view.selection().current() > below);
    QTest::keyClick(&grid.view, Qt::Key_Home);
    QCOMPARE(grid.selected(), QStringLiteral("1"));
    QCOMPARE(grid.view.verticalScrollBar()->value(), 0);
}

void GridViewTest::endShowsTheLastImage() {
    Grid grid(500);
    grid.click(0);
    QTest::keyClick(&grid.view, Qt::Key_End);
    QCOMPARE(grid.selected(), QStringLiteral("500"));
    QVERIFY(grid.view.viewport()->rect().contains(grid.view.cellInView(499)));
}

void GridViewTest::aRubberBandSelectsWhatItTouches() {
    Grid grid(60);
    const QPoint from = grid.view.cellInView(1).center();
    const QPoint to = grid.view.cellInView(2).center();
    QTest::mousePress(grid.view.viewport(), Qt::LeftButton, {}, from);
    QTest::mouseMove(grid.view.viewport(), from + QPoint(30, 3));
    QTest::mouseMove(grid.view.viewport(), to);
    QTest::mouseRelease(grid.view.viewport(), Qt::LeftButton, {}, to);
    QCOMPARE(grid.selected(), QStringLiteral("2 3"));
    // with Ctrl it adds
    const QPoint third = grid.view.cellInView(0).center();
    QTest::mousePress(grid.view.viewport(), Qt::LeftButton, Qt::ControlModifier, third);
    QMouseEvent move(QEvent::MouseMove, third - QPoint(20, 20),
                     grid.view.viewport()->mapToGlobal(third - QPoint(20, 20)), Qt::LeftButton,
                     Qt::LeftButton, Qt::ControlModifier);
    QCoreApplication::sendEvent(grid.view.viewport(), &move);
    QTest::mouseRelease(grid.view.viewport(), Qt::LeftButton, Qt::ControlModifier, third - QPoint(20, 20));
    QCOMPARE(grid.selected(), QStringLiteral("1 2 3"));
}

void GridViewTest::enterAndDoubleClickOpen() {
    Grid grid(30);
    QSignalSpy activated(&grid.view, &ui::GridView::activated);
    grid.click(4);
    QTest::keyClick(&grid.view, Qt::Key_Return);
    QTest::mouseDClick(grid.view.viewport(), Qt::LeftButton, {}, grid.view.cellInView(6).center());
    QCOMPARE(activated.size(), 2);
    QCOMPARE(activated[0][0].value<ImageId>().value, 5);
    QCOMPARE(activated[1][0].value<ImageId>().value, 7);
}

void GridViewTest::ctrlWheelZoomsAndKeepsThePlace() {
    Grid grid(2000);
    grid.view.verticalScrollBar()->setValue(grid.view.verticalScrollBar()->maximum() / 2);
    const auto [before, ignored] = grid.view.justifiedLayout().indicesBetween(
        grid.view.verticalScrollBar()->value(), grid.view.verticalScrollBar()->value() + 10);
    const int height = grid.view.rowHeight();
    QWheelEvent wheel(QPointF(100, 100), grid.view.mapToGlobal(QPointF(100, 100)), {}, {0, 120}, Qt::NoButton,
                      Qt::ControlModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(grid.view.viewport(), &wheel);
    QVERIFY(grid.view.rowHeight() > height);
    QVERIFY(grid.view.viewport()->rect().intersects(grid.view.cellInView(before)));
    grid.view.setRowHeight(10'000);
    QCOMPARE(grid.view.rowHeight(), int(ui::GridView::kLargest));
    QVERIFY(grid.view.viewport()->rect().intersects(grid.view.cellInView(before)));
}

void GridViewTest::onlyWhatIsNearTheScreenIsDecoded() {
    Grid grid(20'000);
    QTRY_VERIFY(grid.view.settled() && grid.cache.idle());
    const int perScreen = grid.cache.decoded();
    QVERIFY2(perScreen > 10 && perScreen < 200, qPrintable(QString::number(perScreen)));
    for (int step = 0; step < 400; ++step) { // drag the scroll bar through everything
        grid.view.verticalScrollBar()->setValue(grid.view.verticalScrollBar()->maximum() * step / 400);
        grid.view.viewport()->repaint();
    }
    QTest::keyClick(&grid.view, Qt::Key_End);
    QTRY_VERIFY(grid.view.settled() && grid.cache.idle());
    QVERIFY(grid.cache.find({20'000}));
    QVERIFY(grid.cache.bytes() <= ui::ThumbnailCache::kLimitBytes);
}

void GridViewTest::aFilterKeepsNoHiddenSelection() {
    Grid grid(50);
    QTest::keyClick(&grid.view, Qt::Key_A, Qt::ControlModifier);
    QSignalSpy changed(&grid.view, &ui::GridView::selectionChanged);
    grid.list.setFilter({.text = "image12"});
    grid.view.setList(grid.list);
    QCOMPARE(grid.selected(), QStringLiteral("12"));
    QCOMPARE(changed.size(), 1);
}

void GridViewTest::theCurrentImageIsSpoken() {
    Grid grid(5);
    QVERIFY(!grid.view.accessibleName().isEmpty());
    QVERIFY(grid.project.assignClass({{2}}, grid.project.classes()[0].id).ok());
    grid.view.refresh();
    grid.click(1);
    QCOMPARE(grid.view.accessibleDescription(), QStringLiteral("image2.png, ants, No split, selected"));
}

void GridViewTest::keysOfThePageAreLeftToIt() {
    Grid grid(5);
    for (const auto key : {Qt::Key_1, Qt::Key_C, Qt::Key_Delete, Qt::Key_Slash}) {
        QKeyEvent event(QEvent::KeyPress, key, {});
        QCoreApplication::sendEvent(&grid.view, &event);
        QVERIFY(!event.isAccepted());
    }
}

QTEST_MAIN(GridViewTest)
#include "GridViewTest.moc"
