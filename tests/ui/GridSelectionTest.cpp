#include "ui/data/GridSelection.h"

#include <QTest>

using namespace graft;
using ui::GridSelection;

namespace {

std::vector<ImageId> images(int count) {
    std::vector<ImageId> ids;
    for (int i = 1; i <= count; ++i)
        ids.push_back({i});
    return ids;
}

QString text(const GridSelection& selection) {
    QStringList numbers;
    for (ImageId id : selection.ids())
        numbers << QString::number(id.value);
    return numbers.join(u' ') + QStringLiteral(" @%1").arg(selection.currentId().value);
}

} // namespace

class GridSelectionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void clicksAndKeys_data();
    void clicksAndKeys();
    void whatIsFilteredAwayIsNoLongerSelected();
    void theCurrentImageIsFollowedByItsNeighbour_data();
    void theCurrentImageIsFollowedByItsNeighbour();
    void aRubberBandAddsToWhatItBeganWith();
};

void GridSelectionTest::clicksAndKeys_data() {
    QTest::addColumn<QString>(
        "actions"); // c3: click on the third; C with Ctrl, S with Shift, B both; m: key, M: key with Shift
    QTest::addColumn<QString>("expected");
    QTest::newRow("one") << "c3"
                         << "3 @3";
    QTest::newRow("another instead") << "c3 c5"
                                     << "5 @5";
    QTest::newRow("ctrl adds") << "c3 C5"
                               << "3 5 @5";
    QTest::newRow("ctrl takes away") << "c3 C5 C3"
                                     << "5 @3";
    QTest::newRow("shift to the right") << "c3 S6"
                                        << "3 4 5 6 @6";
    QTest::newRow("shift to the left keeps the anchor") << "c5 S7 S3"
                                                        << "3 4 5 @3";
    QTest::newRow("ctrl+shift adds a range") << "c1 C5 B7"
                                             << "1 5 6 7 @7";
    QTest::newRow("nowhere clears") << "c3 C5 c0"
                                    << " @5";
    QTest::newRow("nowhere with ctrl keeps") << "c3 C0"
                                             << "3 @3";
    QTest::newRow("key moves") << "c3 m4"
                               << "4 @4";
    QTest::newRow("key extends and comes back") << "c3 M4 M5 M4"
                                                << "3 4 @4";
    QTest::newRow("key stops at the end") << "c9 m99"
                                          << "9 @9";
    QTest::newRow("first key with shift") << "M2"
                                          << "2 @2";
    QTest::newRow("all") << "a"
                         << "1 2 3 4 5 6 7 8 9 @1";
    QTest::newRow("space") << "c3 t"
                           << " @3";
}

void GridSelectionTest::clicksAndKeys() {
    QFETCH(QString, actions);
    QFETCH(QString, expected);
    GridSelection selection;
    selection.setOrder(images(9));
    for (const QString& action : actions.split(u' ')) {
        const int index = action.mid(1).toInt() - 1;
        switch (action[0].toLatin1()) {
        case 'c':
            selection.click(index, Qt::NoModifier);
            break;
        case 'C':
            selection.click(index, Qt::ControlModifier);
            break;
        case 'S':
            selection.click(index, Qt::ShiftModifier);
            break;
        case 'B':
            selection.click(index, Qt::ControlModifier | Qt::ShiftModifier);
            break;
        case 'm':
            selection.moveTo(index, false);
            break;
        case 'M':
            selection.moveTo(index, true);
            break;
        case 'a':
            selection.selectAll();
            break;
        case 't':
            selection.toggleCurrent();
            break;
        }
    }
    QCOMPARE(text(selection), expected);
}

void GridSelectionTest::whatIsFilteredAwayIsNoLongerSelected() {
    GridSelection selection;
    selection.setOrder(images(9));
    selection.selectAll();
    selection.setOrder({ImageId{7}, ImageId{2}});
    QCOMPARE(text(selection), QStringLiteral("7 2 @2"));
    selection.setOrder(images(9));
    QCOMPARE(selection.count(), 2); // they do not come back by themselves
}

void GridSelectionTest::theCurrentImageIsFollowedByItsNeighbour_data() {
    QTest::addColumn<int>("current");
    QTest::addColumn<int>("expected");
    QTest::newRow("stays") << 1 << 1;
    QTest::newRow("the next one") << 3 << 6;
    QTest::newRow("the one before, at the end") << 9 << 6;
}

void GridSelectionTest::theCurrentImageIsFollowedByItsNeighbour() {
    QFETCH(int, current);
    QFETCH(int, expected);
    GridSelection selection;
    selection.setOrder(images(9));
    selection.click(current - 1, Qt::NoModifier);
    selection.setOrder({ImageId{1}, ImageId{2}, ImageId{6}});
    QCOMPARE(selection.currentId().value, expected);
}

void GridSelectionTest::aRubberBandAddsToWhatItBeganWith() {
    GridSelection selection;
    selection.setOrder(images(9));
    selection.click(0, Qt::NoModifier);
    selection.beginBand(true);
    selection.band({3, 4, 5});
    selection.band({3, 4}); // the band became smaller
    QCOMPARE(text(selection), QStringLiteral("1 4 5 @5"));
    selection.beginBand(false);
    selection.band({7});
    QCOMPARE(text(selection), QStringLiteral("8 @8"));
}

QTEST_GUILESS_MAIN(GridSelectionTest)
#include "GridSelectionTest.moc"
