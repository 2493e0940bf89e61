#include "LearnFixture.h"
#include "ui/evaluate/ConfusionView.h"

#include <QSignalSpy>
#include <QTest>

using namespace graft;
using ui::ConfusionView;
using Cell = ConfusionView::Cell;

namespace {

metrics::ConfusionMatrix matrixOf(int classes) {
    metrics::ConfusionMatrix matrix(std::size_t(classes), std::vector<std::int64_t>(std::size_t(classes), 0));
    for (int i = 0; i < classes; ++i) {
        matrix[std::size_t(i)][std::size_t(i)] = 30 + i;
        matrix[std::size_t(i)][std::size_t((i + 1) % classes)] = 10;
    }
    return matrix;
}

QStringList names(int classes) {
    QStringList list;
    for (int i = 0; i < classes; ++i)
        list << QStringLiteral("class %1 with a name that is rather long").arg(i);
    return list;
}

} // namespace

class EvaluateMatrixTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }
    void everyCellIsFoundWhereItIsDrawn_data();
    void everyCellIsFoundWhereItIsDrawn();
    void keysMoveTheCurrentCell();
    void aClickChoosesAndAnotherLetsGo();
    void aCellIsSpokenWithItsCountAndShare();
    void anEmptyRowIsNoDivisionByZero();
    void thePictureIsSharp();

private:
    std::unique_ptr<ui::theme::Theme> m_theme;
};

void EvaluateMatrixTest::everyCellIsFoundWhereItIsDrawn_data() {
    QTest::addColumn<int>("classes");
    QTest::addColumn<QSize>("size");
    QTest::newRow("two") << 2 << QSize(460, 400);
    QTest::newRow("ten, narrow") << 10 << QSize(420, 380);
    QTest::newRow("forty, larger than the window") << 40 << QSize(420, 380);
}

void EvaluateMatrixTest::everyCellIsFoundWhereItIsDrawn() {
    QFETCH(int, classes);
    QFETCH(QSize, size);
    ConfusionView view;
    view.setMatrix(names(classes), matrixOf(classes));
    view.resize(size.expandedTo(view.minimumSize()));
    QCOMPARE(view.cellAt({1, 1}), std::nullopt);
    for (int truth = 0; truth < classes; ++truth)
        for (int predicted = 0; predicted < classes; ++predicted) {
            const Cell cell{truth, predicted};
            const QRect area = view.cellRect(cell);
            QVERIFY(view.rect().contains(area));
            QCOMPARE(view.cellAt(area.center()), std::optional(cell));
            QCOMPARE(view.cellAt(area.topLeft()), std::optional(cell));
        }
}

void EvaluateMatrixTest::keysMoveTheCurrentCell() {
    ConfusionView view;
    view.setMatrix(names(3), matrixOf(3));
    QSignalSpy changed(&view, &ConfusionView::currentChanged);
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(view.current(), std::optional(Cell{0, 0}));
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(view.current(), std::optional(Cell{1, 1}));
    QTest::keyClick(&view, Qt::Key_End);
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(view.current(), std::optional(Cell{1, 2}));
    QTest::keyClick(&view, Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(view.current(), std::optional(Cell{0, 0}));
    QCOMPARE(view.accessibleDescription(), view.spoken({0, 0}));
    QTest::keyClick(&view, Qt::Key_Escape);
    QCOMPARE(view.current(), std::nullopt);
    QCOMPARE(changed.count(), 6);
}

void EvaluateMatrixTest::aClickChoosesAndAnotherLetsGo() {
    ConfusionView view;
    view.setMatrix(names(2), matrixOf(2));
    QVERIFY(test::showAndWait(view, {400, 360}));
    QTest::mouseClick(&view, Qt::LeftButton, {}, view.cellRect({1, 0}).center());
    QCOMPARE(view.current(), std::optional(Cell{1, 0}));
    QTest::mouseClick(&view, Qt::LeftButton, {}, view.cellRect({1, 0}).center());
    QCOMPARE(view.current(), std::nullopt);
    view.setCurrent(Cell{1, 1});
    view.setMatrix(names(1), {{5}});
    QCOMPARE(view.current(), std::nullopt); // the cell has gone
}

void EvaluateMatrixTest::aCellIsSpokenWithItsCountAndShare() {
    ConfusionView view;
    view.setMatrix({"ants", "bees"}, {{58, 12}, {0, 83}});
    const QString text = view.spoken({0, 1});
    for (const char* part : {"12 images", "ants", "bees", "17.1"})
        QVERIFY2(text.contains(QLatin1String(part)), qPrintable(text));
}

void EvaluateMatrixTest::anEmptyRowIsNoDivisionByZero() {
    ConfusionView view;
    view.setMatrix({"ants", "bees"}, {{0, 0}, {0, 0}});
    view.setNormalised(true);
    QVERIFY(test::showAndWait(view, {400, 360}));
    QVERIFY(!view.grab().isNull());
    QVERIFY(view.spoken({0, 0}).contains("0.0"));
}

void EvaluateMatrixTest::thePictureIsSharp() {
    ConfusionView view;
    view.setMatrix(names(3), matrixOf(3));
    const QImage once = view.asImage(1);
    const QImage twice = view.asImage(2);
    QCOMPARE(twice.size(), once.size() * 2);
    QVERIFY(once != QImage(once.size(), once.format()));
}

QTEST_MAIN(EvaluateMatrixTest)
#include "EvaluateMatrixTest.moc"
