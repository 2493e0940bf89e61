#include "LearnFixture.h"
#include "ui/model/FreezeSlider.h"
#include "ui/model/RateSpinBox.h"

#include <QLineEdit>
#include <QTest>

using namespace graft;
using ui::FreezeSlider;
using ui::FreezeStops;

namespace {

FreezeStops stopsOf(const char* model, int classes = 2) {
    const graph::Architecture* architecture = graph::findArchitecture(model);
    if (!architecture)
        qFatal("no %s", model);
    return FreezeStops(*architecture, classes);
}

} // namespace

class ModelFreezeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }
    void countsAddUpForEveryStop_data();
    void countsAddUpForEveryStop();
    void resNetCountsAreThePublishedOnes();
    void stopsAreNamedAsInTheOptions();
    void keysMoveTheLine();
    void theMouseMovesTheLine();
    void fromScratchNothingCanBeFrozen();
    void adviceDependsOnTheNumberOfImages_data();
    void adviceDependsOnTheNumberOfImages();
    void ratesGoInSensibleSteps();

private:
    std::unique_ptr<ui::theme::Theme> m_theme;
};

void ModelFreezeTest::countsAddUpForEveryStop_data() {
    QTest::addColumn<QString>("model");
    for (const graph::Architecture& architecture : graph::architectures())
        QTest::newRow(architecture.name.c_str()) << QString::fromStdString(architecture.name);
}

void ModelFreezeTest::countsAddUpForEveryStop() {
    QFETCH(QString, model);
    const FreezeStops stops = stopsOf(qPrintable(model), 3);
    const graph::Architecture& architecture = *graph::findArchitecture(model.toStdString());
    const graph::Graph network = architecture.build({.classes = 3, .newHead = true});
    QVERIFY(stops.count() > 0);
    for (int frozen = 0; frozen <= stops.count(); ++frozen) {
        const auto plan = graph::freezeUpTo(network, architecture, stops.freezeOf(frozen));
        QVERIFY2(plan, stops.freezeOf(frozen).c_str());
        const auto expected = graph::countParameters(network, *plan);
        QCOMPARE(stops.parameters(frozen).frozen, expected.frozen);
        QCOMPARE(stops.parameters(frozen).trainable, expected.trainable);
    }
}

void ModelFreezeTest::resNetCountsAreThePublishedOnes() {
    const FreezeStops stops = stopsOf("resnet50");
    const auto all = stops.parameters(stops.count());
    QCOMPARE(all.frozen, std::int64_t(23'508'032));
    QCOMPARE(all.trainable, std::int64_t(2048 * 2 + 2));
    QVERIFY(ui::parameterSentence(all).contains("4,098"));
    QCOMPARE(stops.parameters(0).frozen, std::int64_t(0));
}

void ModelFreezeTest::stopsAreNamedAsInTheOptions() {
    const FreezeStops stops = stopsOf("resnet50");
    QCOMPARE(stops.freezeOf(0), std::string("none"));
    QCOMPARE(stops.freezeOf(stops.count()), std::string("all"));
    for (int frozen = 0; frozen <= stops.count(); ++frozen)
        QCOMPARE(stops.frozenOf(stops.freezeOf(frozen)), frozen);
    QCOMPARE(stops.frozenOf("what is this"), stops.count());
}

void ModelFreezeTest::keysMoveTheLine() {
    FreezeSlider slider;
    slider.setStops(stopsOf("resnet50"));
    slider.setValue(slider.maximum());
    QVERIFY(test::showAndWait(slider, {600, 90}));
    QTest::keyClick(&slider, Qt::Key_Left);
    QCOMPARE(slider.value(), slider.maximum() - 1);
    QTest::keyClick(&slider, Qt::Key_Home);
    QCOMPARE(slider.value(), 0);
    QTest::keyClick(&slider, Qt::Key_Left);
    QCOMPARE(slider.value(), 0);
    QTest::keyClick(&slider, Qt::Key_Up);
    QCOMPARE(slider.value(), 1);
    QTest::keyClick(&slider, Qt::Key_End);
    QCOMPARE(slider.value(), slider.maximum());
    QVERIFY(slider.accessibleDescription().contains("4,098"));
}

void ModelFreezeTest::theMouseMovesTheLine() {
    FreezeSlider slider;
    slider.setStops(stopsOf("resnet50"));
    QVERIFY(test::showAndWait(slider, {600, 90}));
    for (int frozen = 0; frozen <= slider.maximum(); ++frozen) {
        QCOMPARE(slider.frozenAt(slider.lineAt(frozen)), frozen);
        QTest::mouseClick(&slider, Qt::LeftButton, {}, {slider.lineAt(frozen), 30});
        QCOMPARE(slider.value(), frozen);
    }
}

void ModelFreezeTest::fromScratchNothingCanBeFrozen() {
    FreezeSlider slider;
    slider.setStops(stopsOf("resnet50"));
    slider.setNothingToFreeze(true);
    QVERIFY(test::showAndWait(slider, {600, 90}));
    QTest::keyClick(&slider, Qt::Key_End);
    QCOMPARE(slider.value(), 0);
    QVERIFY(ui::freezeAdvice(50, 0, 5, true).contains("pretrained"));
}

void ModelFreezeTest::adviceDependsOnTheNumberOfImages_data() {
    QTest::addColumn<double>("images");
    QTest::addColumn<int>("frozen");
    QTest::addColumn<QString>("says");
    QTest::newRow("few, all frozen") << 60.0 << 5 << "only the head";
    QTest::newRow("few, little frozen") << 60.0 << 1 << "safer";
    QTest::newRow("some") << 400.0 << 5 << "last block";
    QTest::newRow("many") << 5000.0 << 5 << "most blocks";
}

void ModelFreezeTest::adviceDependsOnTheNumberOfImages() {
    QFETCH(double, images);
    QFETCH(int, frozen);
    QFETCH(QString, says);
    const QString advice = ui::freezeAdvice(images, frozen, 5, false);
    QVERIFY2(advice.contains(says), qPrintable(advice));
}

void ModelFreezeTest::ratesGoInSensibleSteps() {
    ui::RateSpinBox box;
    box.setValue(1e-3);
    const std::vector<double> up{2e-3, 5e-3, 1e-2};
    for (const double expected : up) {
        box.stepUp();
        QVERIFY2(qAbs(box.value() - expected) < 1e-9, qPrintable(box.text()));
    }
    box.setValue(1e-3);
    box.stepDown();
    QVERIFY2(qAbs(box.value() - 5e-4) < 1e-9, qPrintable(box.text()));
    box.findChild<QLineEdit*>()->setText("3e-5");
    box.interpretText();
    QVERIFY(qAbs(box.value() - 3e-5) < 1e-9);
}

QTEST_MAIN(ModelFreezeTest)
#include "ModelFreezeTest.moc"
