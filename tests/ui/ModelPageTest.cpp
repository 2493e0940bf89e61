#include "ui/model/ModelPage.h"
#include "LearnFixture.h"
#include "ui/model/AugmentPreview.h"
#include "ui/model/CardGrid.h"
#include "ui/model/FreezeSlider.h"
#include "ui/network/FeatureMaps.h"
#include "ui/network/NetworkView.h"
#include "ui/train/RunQueue.h"
#include "ui/train/TrainingSession.h"
#include "ui/widgets/Widgets.h"

#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace graft;

namespace {

constexpr int kPatienceMs = 300'000;

struct Page {
    Page() : studio(zoo::Zoo(test::catalogue(), {folder / "store", {}, "npm"})), page(studio, session) {
        test::showAndWait(page);
    }

    project::Project& open(int images) {
        const auto created =
            studio.createProject(folder / "sample.graft", annotation::TaskKind::Classification);
        if (!created)
            qFatal("%s", created.error().message.c_str());
        if (images > 0)
            if (const auto added = studio.project()->addImages(test::stripedImages(folder.path(), images));
                !added)
                qFatal("%s", added.error().message.c_str());
        page.entered();
        return *studio.project();
    }
    template <typename Widget>
    Widget* find(const char* name) {
        auto* widget = page.findChild<Widget*>(QLatin1String(name));
        if (!widget)
            qFatal("no %s", name);
        return widget;
    }
    ui::CardGrid& cards() { return *find<ui::CardGrid>("cardGrid"); }

    test::TemporaryFolder folder;
    ui::Studio studio;
    ui::TrainingSession session;
    ui::ModelPage page;
};

} // namespace

class ModelPageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }
    void itSaysWhatIsMissing();
    void thereIsACardForEachBackboneOfTheCatalogue();
    void choosingACardChangesTheOptions();
    void arrowKeysMoveBetweenCards();
    void theChoiceIsRememberedWithTheProject();
    void missingWeightsAreTheNextStep();
    void optionsOfAnEarlierRunAreTaken();
    void whileARunGoesOnTheNextOneWaits();
    void fromScratchWarnsAndTrains();
    void theFreezeLineIsPartOfTheOptions();
    void theDrawingAndTheSliderAreInStep();
    void theDrawingTakesTheRoomItGets();
    void theDrawingIsRememberedWithTheProject();
    void aNodeShowsWhatItMakesOfAnImage();
    void nodesAreFound();
    void thePreviewShowsTrainingImages();
    void everyOptionSaysWhatItDoes();

private:
    std::unique_ptr<ui::theme::Theme> m_theme;
};

void ModelPageTest::itSaysWhatIsMissing() {
    Page fixture;
    auto* button = fixture.find<QPushButton>("modelEmptyButton");
    QSignalSpy leads(&fixture.page, &ui::Page::goTo);
    QVERIFY(fixture.page.notReadyReason().contains("project"));
    QVERIFY(button->isVisible());
    button->click();
    QCOMPARE(leads.back()[0].value<ui::PageId>(), ui::PageId::Start);

    project::Project& project = fixture.open(0);
    QVERIFY(fixture.page.notReadyReason().contains("Add images"));
    button->click();
    QCOMPARE(leads.back()[0].value<ui::PageId>(), ui::PageId::Data);

    auto images = test::recordsOnly(8);
    const auto added = project.addImages(images);
    QVERIFY(added.ok());
    QVERIFY(fixture.page.notReadyReason().contains("labelled"));
    const auto ants = project.addClass("ants");
    const auto bees = project.addClass("bees");
    QVERIFY(project.assignClass(*added, *ants).ok());
    QVERIFY(fixture.page.notReadyReason().contains("two classes"));
    QVERIFY(project.assignClass({added->begin(), added->begin() + 4}, *bees).ok());
    QVERIFY(fixture.page.notReadyReason().contains("split"));
    QVERIFY(project.assignSplit({added->begin(), added->begin() + 4}, annotation::Split::Train).ok());
    QVERIFY(project.assignSplit({added->begin() + 4, added->end()}, annotation::Split::Validation).ok());
    QVERIFY(fixture.page.notReadyReason().contains("Training images of at least two classes"));
    QVERIFY(project.assignSplit({added->back()}, annotation::Split::Train).ok());
    QCOMPARE(fixture.page.notReadyReason(), QString());
    QVERIFY(!button->isVisible());
    QVERIFY(fixture.find<QPushButton>("modelPrimary")->isVisible());
}

void ModelPageTest::thereIsACardForEachBackboneOfTheCatalogue() {
    Page fixture;
    fixture.open(32);
    QCOMPARE(fixture.cards().cards().size(), 3u);
    const ui::BackboneCard* first = fixture.cards().cards().front();
    QCOMPARE(first->model(), std::string("resnet50")); // the recommended one
    QVERIFY(first->accessibleDescription().contains("Recommended"));
    QVERIFY(first->accessibleDescription().contains("MIT"));
    QVERIFY(first->accessibleDescription().contains("multiply-adds"));
    QCOMPARE(fixture.cards().selected(), std::string("resnet50"));
}

void ModelPageTest::choosingACardChangesTheOptions() {
    Page fixture;
    fixture.open(32);
    fixture.cards().card("squeezenet1_1")->click();
    QCOMPARE(fixture.page.options().model, std::string("squeezenet1_1"));
    QCOMPARE(fixture.page.options().weights, std::string("squeezenet1_1.test"));
    QCOMPARE(fixture.page.options().freeze, std::string("all"));
}

void ModelPageTest::arrowKeysMoveBetweenCards() {
    Page fixture;
    fixture.open(32);
    QTRY_VERIFY(fixture.cards().card("mobilenet_v3_small")->isVisible());
    fixture.cards().card("resnet50")->setFocus();
    QTest::keyClick(fixture.cards().card("resnet50"), Qt::Key_Right);
    QCOMPARE(fixture.page.options().model, std::string("mobilenet_v3_small"));
}

void ModelPageTest::theChoiceIsRememberedWithTheProject() {
    Page fixture;
    fixture.open(32);
    fixture.cards().card("mobilenet_v3_small")->click();
    fixture.find<QPushButton>("recipeCustom")->click();
    fixture.find<QSpinBox>("epochs")->setValue(17);
    const auto folder = fixture.studio.project()->folder();
    fixture.studio.closeProject();
    QVERIFY(fixture.studio.openProject(folder).ok());
    QCOMPARE(fixture.page.options().model, std::string("mobilenet_v3_small"));
    QCOMPARE(fixture.page.options().epochs, 17);
    QCOMPARE(fixture.find<QSpinBox>("epochs")->value(), 17);
    QCOMPARE(fixture.cards().selected(), std::string("mobilenet_v3_small"));
}

void ModelPageTest::missingWeightsAreTheNextStep() {
    Page fixture;
    fixture.open(32);
    auto* primary = fixture.find<QPushButton>("modelPrimary");
    QVERIFY2(primary->text().startsWith("Download"), qPrintable(primary->text()));
    primary->click();
    auto* message = fixture.find<ui::InlineMessage>("weightsMessage");
    QTRY_VERIFY_WITH_TIMEOUT(message->isVisible(), kPatienceMs);
    QVERIFY(primary->isEnabled());
    QVERIFY(fixture.find<QPushButton>("importWeights")->isVisible());
    QVERIFY(!fixture.session.active());
}

void ModelPageTest::optionsOfAnEarlierRunAreTaken() {
    Page fixture;
    fixture.open(16);
    training::TrainingOptions options = test::tinyOptions(7);
    options.learning.labelSmoothing = 0.1;
    fixture.page.takeOptions(options);
    QCOMPARE(fixture.cards().selected(), options.model);
    QCOMPARE(fixture.find<QSpinBox>("epochs")->value(), 7);
    QCOMPARE(fixture.page.options().learning.labelSmoothing, 0.1);
    QCOMPARE(fixture.page.options().weights, std::string("none"));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.page.settled(), kPatienceMs);
}

void ModelPageTest::whileARunGoesOnTheNextOneWaits() {
    Page fixture;
    fixture.open(32);
    fixture.page.takeOptions(test::tinyOptions(200));
    auto* enqueue = fixture.find<QPushButton>("enqueueButton");
    QVERIFY(!enqueue->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(fixture.page.settled(), kPatienceMs);
    fixture.find<QPushButton>("modelPrimary")->click();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.session.active(), kPatienceMs);
    QVERIFY(enqueue->isVisible());
    enqueue->click();
    QCOMPARE(ui::RunQueue::of(fixture.studio, fixture.session).waiting().size(), std::size_t(1));
    QVERIFY(fixture.find<ui::InlineMessage>("modelMessage")->isVisible());
    fixture.session.stop();
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.session.active(), kPatienceMs);
    QTRY_VERIFY(!enqueue->isVisible());
}

void ModelPageTest::fromScratchWarnsAndTrains() {
    Page fixture;
    fixture.open(32);
    fixture.cards().card("squeezenet1_1")->click();
    auto* weights = fixture.find<QComboBox>("weightsChoice");
    weights->setCurrentIndex(weights->count() - 1);
    QCOMPARE(fixture.page.options().weights, std::string("none"));
    QCOMPARE(fixture.page.options().freeze, std::string("none"));
    QVERIFY(!fixture.find<ui::FreezeSlider>("freezeSlider")->isEnabled());
    fixture.find<QSpinBox>("epochs")->setValue(1);
    fixture.find<QSpinBox>("size")->setValue(64);
    QSignalSpy leads(&fixture.page, &ui::Page::goTo);
    auto* primary = fixture.find<QPushButton>("modelPrimary");
    QCOMPARE(primary->text(), QString("Train"));
    primary->click();
    QTRY_VERIFY(fixture.session.active());
    QCOMPARE(leads.back()[0].value<ui::PageId>(), ui::PageId::Train);
    QCOMPARE(fixture.session.live().trainingImages, 24u);
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.session.active(), kPatienceMs);
}

void ModelPageTest::theFreezeLineIsPartOfTheOptions() {
    Page fixture;
    fixture.open(32);
    auto* slider = fixture.find<ui::FreezeSlider>("freezeSlider");
    QCOMPARE(slider->value(), slider->maximum());
    const QString before = fixture.find<QLabel>("freezeCounts")->text();
    QTest::keyClick(slider, Qt::Key_Left);
    QCOMPARE(fixture.page.options().freeze, slider->stops().freezeOf(slider->maximum() - 1));
    QVERIFY(fixture.find<QLabel>("freezeCounts")->text() != before);
}

void ModelPageTest::theDrawingAndTheSliderAreInStep() {
    Page fixture;
    fixture.open(32);
    auto* slider = fixture.find<ui::FreezeSlider>("freezeSlider");
    auto* view = fixture.find<ui::NetworkView>("networkView");
    fixture.find<QPushButton>("showNetwork")->click();
    QTRY_VERIFY(view->isVisible() && view->settled());
    QCOMPARE(view->drawing().frozenStops(), slider->maximum());
    QTest::keyClick(slider, Qt::Key_Left);
    QCOMPARE(view->drawing().frozenStops(), slider->maximum() - 1);
    QVERIFY(view->drawing().choice.text() == fixture.page.options().freeze);
    const int to = int(view->lineX(1));
    QTest::mousePress(view, Qt::LeftButton, {}, {int(view->lineX(slider->maximum() - 1)), 16});
    QTest::mouseMove(view, {to, 30});
    QTest::mouseRelease(view, Qt::LeftButton, {}, {to, 30});
    QCOMPARE(slider->value(), 1);
    QCOMPARE(fixture.page.options().freeze, slider->stops().freezeOf(1));
    const QString before = fixture.find<QLabel>("freezeCounts")->text();
    view->toggleFrozen(view->drawing().layout.boxes[4].part); // layer3, on its own
    QCOMPARE(fixture.page.options().freeze, std::string("conv1+bn1,layer3"));
    QCOMPARE(slider->value(), 1);
    const QString counts = fixture.find<QLabel>("freezeCounts")->text();
    QVERIFY2(counts != before && counts.contains("layer3"), qPrintable(counts));
    QVERIFY(slider->accessibleDescription() != ui::parameterSentence(slider->stops().parameters(1)));
    QTest::keyClick(slider, Qt::Key_Right); // the line alone decides again
    QCOMPARE(fixture.page.options().freeze, std::string("layer1"));
    QVERIFY(!fixture.find<QLabel>("freezeCounts")->text().contains("layer3"));
}

void ModelPageTest::theDrawingTakesTheRoomItGets() {
    Page fixture;
    fixture.open(32);
    auto* view = fixture.find<ui::NetworkView>("networkView");
    auto* panel = fixture.find<QWidget>("nodePanel");
    fixture.page.resize(1286, 720);
    QTRY_VERIFY(view->isVisible()); // under one row of cards
    QVERIFY(!panel->isVisible());
    fixture.page.resize(1286, 520);
    QTRY_VERIFY(!view->isVisible());
    fixture.find<QPushButton>("showNetwork")->click();
    QVERIFY(view->isVisible() && panel->isVisible());
    QVERIFY(!fixture.cards().isVisible());
    fixture.find<QPushButton>("showCards")->click();
    QVERIFY(fixture.cards().isVisible() && !panel->isVisible());
}

void ModelPageTest::theDrawingIsRememberedWithTheProject() {
    Page fixture;
    fixture.open(32);
    fixture.find<QPushButton>("showNetwork")->click();
    const auto folder = fixture.studio.project()->folder();
    fixture.studio.closeProject();
    QVERIFY(fixture.studio.openProject(folder).ok());
    QVERIFY(fixture.find<QPushButton>("showNetwork")->isChecked());
}

void ModelPageTest::aNodeShowsWhatItMakesOfAnImage() {
    Page fixture;
    fixture.open(32);
    fixture.cards().card("squeezenet1_1")->click();
    auto* title = fixture.find<QLabel>("mapsTitle");
    auto* maps = fixture.find<ui::FeatureMaps>("featureMaps");
    fixture.page.showPart("network/features.0");
    QTRY_VERIFY_WITH_TIMEOUT(title->text().contains("Download"), kPatienceMs); // its weights are not here
    QCOMPARE(maps->count(), 0);
    auto* weights = fixture.find<QComboBox>("weightsChoice");
    weights->setCurrentIndex(weights->count() - 1);
    QTRY_VERIFY_WITH_TIMEOUT(maps->count() == 48, kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find<ui::FeatureMaps>("filters")->count() == 48, kPatienceMs);
    QVERIFY(fixture.find<QLabel>("nodeFacts")->text().contains("64 × 111 × 111"));
    const QImage first = maps->picture(0);
    fixture.find<QToolButton>("nextImage")->click();
    QTRY_VERIFY_WITH_TIMEOUT(maps->picture(0) != first, kPatienceMs);
}

void ModelPageTest::nodesAreFound() {
    Page fixture;
    fixture.open(32);
    fixture.find<QPushButton>("showNetwork")->click();
    auto* view = fixture.find<ui::NetworkView>("networkView");
    auto* search = fixture.find<QLineEdit>("networkSearch");
    QTRY_VERIFY(view->settled());
    search->setText("layer4.2.bn");
    QVERIFY(fixture.find<QLabel>("networkFound")->text().startsWith("3 "));
    for (const char* name : {"layer4.2.bn1", "layer4.2.bn2", "layer4.2.bn3", "layer4.2.bn1"}) {
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(view->settled(), kPatienceMs);
        QCOMPARE(view->drawing().part(view->current()).name, std::string(name));
        QVERIFY(QRectF(view->rect()).contains(view->boxArea(view->current())));
    }
    search->setText("no such node");
    QVERIFY(fixture.find<QLabel>("networkFound")->text().contains("not"));
}

void ModelPageTest::thePreviewShowsTrainingImages() {
    Page fixture;
    fixture.open(32);
    auto* preview = fixture.find<ui::AugmentPreview>("augmentPreview");
    QTRY_VERIFY_WITH_TIMEOUT(preview->settled() && preview->pictures().size() == 6, kPatienceMs);
    const QImage plain = preview->pictures().front();
    fixture.find<QCheckBox>("vertical_flip")->setChecked(true);
    fixture.find<QCheckBox>("brightness")->setChecked(true);
    QTRY_VERIFY_WITH_TIMEOUT(preview->settled() && preview->pictures().front() != plain, kPatienceMs);
    const QImage first = preview->pictures().front();
    QTest::keyClick(preview, Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(preview->pictures().front() != first, kPatienceMs);
}

void ModelPageTest::everyOptionSaysWhatItDoes() {
    Page fixture;
    auto* form = fixture.find<QWidget>("optionsForm");
    int fields = 0;
    for (auto* widget : form->findChildren<QWidget*>()) {
        const bool field = qobject_cast<QAbstractSpinBox*>(widget) || qobject_cast<QCheckBox*>(widget) ||
                           qobject_cast<QComboBox*>(widget);
        if (!field)
            continue;
        ++fields;
        const auto* button = qobject_cast<QAbstractButton*>(widget);
        QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                 qPrintable(widget->objectName()));
        QVERIFY2(!widget->toolTip().isEmpty(), qPrintable(widget->objectName()));
    }
    QVERIFY(fields >= 15);
}

QTEST_MAIN(ModelPageTest)
#include "ModelPageTest.moc"
