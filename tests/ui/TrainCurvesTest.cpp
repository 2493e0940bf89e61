#include "LearnFixture.h"
#include "ui/train/CurvePlot.h"
#include "ui/train/EpochTableModel.h"
#include "ui/train/QCustomPlotHeader.h"
#include "ui/train/RunListModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace graft;
using ui::CurvePlot;
using ui::EpochTableModel;

namespace {

std::vector<runs::EpochRecord> epochs(int count) {
    std::vector<runs::EpochRecord> list;
    for (int i = 1; i <= count; ++i)
        list.push_back(test::epoch(i, 1.0 / i, 1.1 / i, 1 - 0.3 / i, 1 - 0.4 / i));
    return list;
}

QWidget* canvas(CurvePlot& plot) {
    for (QWidget* child : plot.findChildren<QWidget*>())
        if (child->inherits("QCustomPlot"))
            return child;
    return nullptr;
}

} // namespace

class TrainCurvesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }
    void theTableGrowsAndMarksTheBest();
    void theRunListKeepsTheModelsRules();
    void arrowKeysMoveTheReadout();
    void theLegendHidesACurve();
    void aSingleEpochHasRoom();
    void curvesOfOtherWeightsSaySo();
    void theLogScaleIsLeftAsItCame();
    void dataAreCopiedWithTheComparedRun();

private:
    std::unique_ptr<ui::theme::Theme> m_theme;
};

void TrainCurvesTest::theTableGrowsAndMarksTheBest() {
    EpochTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setEpochs(epochs(1), 1);
    model.setEpochs(epochs(3), 2);
    QCOMPARE(resets.count(), 0); // rows were added, so that a selection stays
    QCOMPARE(model.rowCount(), 3);
    QVERIFY(model.index(1, EpochTableModel::Epoch).data(Qt::AccessibleTextRole).toString().contains("best"));
    QVERIFY(!model.index(0, EpochTableModel::Epoch).data(Qt::AccessibleTextRole).toString().contains("best"));
    QCOMPARE(model.index(1, EpochTableModel::ValidationAccuracy).data().toString(), QString("80.0"));
    const QStringList lines = model.asTsv().split('\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 4);
    QCOMPARE(
        lines[0],
        QString("epoch\ttrain_loss\tval_loss\ttrain_accuracy\tval_accuracy\tval_balanced_accuracy\tseconds"));
    QCOMPARE(lines[2], QString("2\t0.5\t0.55\t0.85\t0.8\t\t1.250"));
    model.setEpochs(epochs(2), 2);
    QCOMPARE(model.rowCount(), 2);
}

void TrainCurvesTest::theRunListKeepsTheModelsRules() {
    ui::RunListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    runs::RunRecord run;
    run.id = "20261124-093011-resnet50";
    run.state = runs::State::Failed;
    run.message = "The disk is full.";
    model.setRuns({run});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.rowOf(run.id), 0);
    QCOMPARE(model.rowOf("another"), -1);
    QVERIFY(model.index(0).data(Qt::ToolTipRole).toString().contains("The disk is full."));
}

void TrainCurvesTest::arrowKeysMoveTheReadout() {
    CurvePlot plot(CurvePlot::Quantity::Loss);
    connect(&plot, &CurvePlot::epochPointedAt, &plot, &CurvePlot::showReadout);
    plot.setEpochs(epochs(4), 3, 10);
    QVERIFY(test::showAndWait(plot, {500, 320}));
    QWidget* area = canvas(plot);
    QVERIFY(area);
    QTest::keyClick(area, Qt::Key_Right);
    QVERIFY2(plot.readout().startsWith("Epoch 3"), qPrintable(plot.readout()));
    QTest::keyClick(area, Qt::Key_Right);
    QTest::keyClick(area, Qt::Key_Right);
    QVERIFY(plot.readout().startsWith("Epoch 4")); // the last that is there
    QTest::keyClick(area, Qt::Key_Left);
    QVERIFY(plot.readout().contains("0.333"));
    QCOMPARE(area->accessibleDescription(), plot.readout());
}

void TrainCurvesTest::theLegendHidesACurve() {
    CurvePlot plot(CurvePlot::Quantity::Accuracy);
    plot.setEpochs(epochs(4), 4, 4);
    plot.showReadout(2);
    QVERIFY(plot.readout().contains("Training"));
    plot.findChild<QToolButton*>("trainingLegend")->click();
    plot.showReadout(2);
    QVERIFY(!plot.readout().contains("Training"));
    QVERIFY(plot.readout().contains("Validation"));
}

void TrainCurvesTest::aSingleEpochHasRoom() {
    CurvePlot plot(CurvePlot::Quantity::Accuracy);
    plot.setEpochs({test::epoch(1, 0.1, 0.1, 1, 1)}, 1, 1);
    QVERIFY(test::showAndWait(plot, {500, 320}));
    auto* area = static_cast<QCustomPlot*>(canvas(plot));
    const QCPRange values = area->yAxis->range();
    QVERIFY2(values.upper > 100 && values.upper < 101 && values.lower < 97,
             qPrintable(QString::number(values.upper)));
    area->replot();
    int texts = 0;
    for (int i = 0; i < area->itemCount(); ++i)
        if (auto* text = qobject_cast<QCPItemText*>(area->item(i)); text && text->visible()) {
            QVERIFY2(text->left->pixelPosition().x() >= area->axisRect()->left(), qPrintable(text->text()));
            ++texts;
        }
    QCOMPARE(texts, 1);
}

void TrainCurvesTest::curvesOfOtherWeightsSaySo() {
    CurvePlot plot(CurvePlot::Quantity::Accuracy);
    plot.setEpochs(epochs(3), 3, 0);
    const auto tip = [&](const char* name) {
        return plot.findChild<QToolButton*>(QLatin1String(name))->toolTip();
    };
    plot.showReadout(2);
    QVERIFY(!tip("trainingLegend").contains("weights") && !plot.readout().contains("weights"));
    plot.setKeptApart(true);
    plot.showReadout(2);
    QVERIFY2(tip("trainingLegend").contains("newest weights"), qPrintable(tip("trainingLegend")));
    QVERIFY2(tip("validationLegend").contains("kept"), qPrintable(tip("validationLegend")));
    QVERIFY2(plot.readout().contains("Training (newest weights)") &&
                 plot.readout().contains("Validation (kept weights)"),
             qPrintable(plot.readout()));
    plot.setKeptApart(false);
    plot.showReadout(2);
    QVERIFY(!tip("validationLegend").contains("kept") && !plot.readout().contains("weights"));
}

void TrainCurvesTest::theLogScaleIsLeftAsItCame() {
    CurvePlot plot(CurvePlot::Quantity::Loss);
    plot.setEpochs(epochs(4), 4, 4);
    auto* button = plot.findChild<QToolButton*>("logScale");
    button->click();
    QVERIFY(plot.logScale());
    button->click();
    QVERIFY(!plot.logScale());
}

void TrainCurvesTest::dataAreCopiedWithTheComparedRun() {
    CurvePlot plot(CurvePlot::Quantity::Loss);
    plot.setEpochs(epochs(2), 2, 2);
    plot.setCompared("another", epochs(3));
    const QStringList lines = plot.asTsv().split('\n', Qt::SkipEmptyParts);
    QCOMPARE(lines[0], QString("epoch\ttrain_loss\tval_loss\tcompared_train_loss\tcompared_val_loss"));
    QCOMPARE(lines[2], QString("2\t0.5\t0.55\t0.5\t0.55"));
    QVERIFY(lines[3].startsWith("3\t\t\t0.333"));
    QVERIFY(!plot.asPicture().isNull());
}

QTEST_MAIN(TrainCurvesTest)
#include "TrainCurvesTest.moc"
