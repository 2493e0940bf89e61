// The recipes on the Model page: what is asked for, what follows from what, and the search for a learning
// rate.

#include "LearnFixture.h"
#include "training/Recipes.h"
#include "ui/model/BlockRatesField.h"
#include "ui/model/CardGrid.h"
#include "ui/model/FreezeSlider.h"
#include "ui/model/ModelPage.h"
#include "ui/model/RateSearch.h"
#include "ui/network/NetworkView.h"
#include "ui/train/TrainingSession.h"
#include "ui/widgets/Widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

#include <map>

using namespace graft;

namespace {

constexpr int kPatienceMs = 300'000;

struct Page {
    Page() : studio(zoo::Zoo(test::catalogue(), {folder / "store", {}, "npm"})), page(studio, session) {
        test::showAndWait(page);
        if (!studio.createProject(folder / "sample.graft", annotation::TaskKind::Classification) ||
            !studio.project()->addImages(test::stripedImages(folder.path(), 32)))
            qFatal("no project");
        page.entered();
    }
    template <typename Widget>
    Widget* find(const char* name) {
        auto* widget = page.findChild<Widget*>(QLatin1String(name));
        if (!widget)
            qFatal("no %s", name);
        return widget;
    }
    const training::TrainingOptions& options() const { return page.options(); }
    void choose(const char* recipe) { find<QPushButton>(recipe)->click(); }

    test::TemporaryFolder folder;
    ui::Studio studio;
    ui::TrainingSession session;
    ui::ModelPage page;
};

} // namespace

class ModelRecipeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }
    void quickIsTheFirstRun();
    void onlyWhatARecipeLeavesOpenIsAskedFor_data();
    void onlyWhatARecipeLeavesOpenIsAskedFor();
    void recipeAndSliderAreInStep();
    void customComesBackAsItWas();
    void fromScratchThereIsOnlyCustom();
    void everyLearningOptionReachesTheRun();
    void blockRatesAreReadAndWritten_data();
    void blockRatesAreReadAndWritten();
    void whatIsNoBlockRateIsNamed_data();
    void whatIsNoBlockRateIsNamed();
    void noRunStartsWithRatesThatAreNotUnderstood();
    void viewsAndRoomOfTheCacheReachTheRun();
    void thePreviewSaysThatItDoesNotMix();
    void noFieldIsClipped_data();
    void noFieldIsClipped();
    void theDrawingSaysWhoseRateIsAnother();
    void aRateIsFoundAndTaken();
    void anotherModelMakesTheCurveGoAway();

private:
    std::unique_ptr<ui::theme::Theme> m_theme;
};

void ModelRecipeTest::quickIsTheFirstRun() {
    Page fixture;
    QCOMPARE(fixture.options().recipe, std::string("quick"));
    QVERIFY(fixture.options().check().ok());
    QVERIFY(fixture.find<QPushButton>("recipeQuick")->isChecked());
    QVERIFY(fixture.find<QLabel>("recipeSentence")->text().contains("seconds"));
    for (const auto* card : fixture.find<ui::CardGrid>("cardGrid")->cards()) {
        fixture.find<ui::CardGrid>("cardGrid")->card(card->model())->click();
        QCOMPARE(fixture.options().recipe, std::string("quick"));
        QVERIFY(fixture.options().check().ok());
    }
}

void ModelRecipeTest::onlyWhatARecipeLeavesOpenIsAskedFor_data() {
    QTest::addColumn<QString>("recipe");
    QTest::addColumn<bool>("epochs");
    QTest::addColumn<bool>("learning");
    QTest::newRow("quick") << "recipeQuick" << false << false;
    QTest::newRow("best") << "recipeBest" << true << false;
    QTest::newRow("custom") << "recipeCustom" << true << true;
}

void ModelRecipeTest::onlyWhatARecipeLeavesOpenIsAskedFor() {
    QFETCH(QString, recipe);
    QFETCH(bool, epochs);
    QFETCH(bool, learning);
    Page fixture;
    fixture.choose(recipe.toLatin1().constData());
    fixture.find<QToolButton>("advancedToggle")->setChecked(true);
    QCOMPARE(fixture.find<QSpinBox>("epochs")->isVisible(), epochs);
    QCOMPARE(fixture.find<QSpinBox>("batch")->isVisible(), epochs);
    for (const char* name :
         {"headRate", "optimiser", "mixup", "dropout", "headLayers", "headNorm", "pooling"})
        QCOMPARE(fixture.find<QWidget>(name)->isVisible(), learning);
    for (const char* name : {"balanced", "size", "seed", "device"})
        QVERIFY(fixture.find<QWidget>(name)->isVisible());
    QVERIFY(fixture.options().check().ok());
}

void ModelRecipeTest::recipeAndSliderAreInStep() {
    Page fixture;
    auto* slider = fixture.find<ui::FreezeSlider>("freezeSlider");
    fixture.choose("recipeBest");
    QCOMPARE(fixture.options().recipe, std::string("best"));
    QCOMPARE(fixture.options().freeze, std::string("layer2"));
    QVERIFY(slider->value() < slider->maximum());
    slider->setValue(slider->maximum());
    QCOMPARE(fixture.options().recipe, std::string("quick"));
    QVERIFY(fixture.find<QPushButton>("recipeQuick")->isChecked());
    slider->setValue(1);
    QCOMPARE(fixture.options().recipe, std::string("best"));
    QCOMPARE(fixture.options().freeze, slider->stops().freezeOf(1));
    fixture.choose("recipeQuick");
    QCOMPARE(slider->value(), slider->maximum());
    fixture.choose("recipeCustom");
    slider->setValue(0);
    QCOMPARE(fixture.options().recipe, std::string("custom"));
    QVERIFY(fixture.options().check().ok());
}

void ModelRecipeTest::customComesBackAsItWas() {
    Page fixture;
    fixture.choose("recipeCustom");
    fixture.find<QSpinBox>("epochs")->setValue(17);
    fixture.find<QDoubleSpinBox>("mixup")->setValue(0.3);
    fixture.choose("recipeBest");
    QCOMPARE(fixture.options().learning.mixup, 0.0);
    QVERIFY(fixture.options().epochs != 17);
    fixture.choose("recipeCustom");
    QCOMPARE(fixture.options().epochs, 17);
    QCOMPARE(fixture.options().learning.mixup, 0.3);
    QCOMPARE(fixture.options().learning.averageDecay, 0.0);
}

void ModelRecipeTest::fromScratchThereIsOnlyCustom() {
    Page fixture;
    auto* weights = fixture.find<QComboBox>("weightsChoice");
    weights->setCurrentIndex(weights->count() - 1);
    QCOMPARE(fixture.options().recipe, std::string("custom"));
    QVERIFY(!fixture.find<QPushButton>("recipeQuick")->isEnabled());
    QVERIFY(!fixture.find<QPushButton>("recipeBest")->isEnabled());
    QVERIFY(fixture.options().check().ok());
    weights->setCurrentIndex(0);
    QCOMPARE(fixture.options().recipe, std::string("quick"));
    QVERIFY(fixture.options().check().ok());
}

void ModelRecipeTest::everyLearningOptionReachesTheRun() {
    Page fixture;
    fixture.choose("recipeCustom");
    fixture.find<ui::FreezeSlider>("freezeSlider")->setValue(0);
    const auto choose = [&](const char* name, const char* value) {
        auto* box = fixture.find<QComboBox>(name);
        box->setCurrentIndex(box->findData(QLatin1String(value)));
    };
    choose("optimiser", "sgd");
    choose("schedule", "plateau");
    const std::map<const char*, double> shares{
        {"momentum", 0.8}, {"warmUp", 2},           {"stepFactor", 0.25},    {"layerDecay", 0.75},
        {"clipNorm", 2},   {"averageDecay", 0.995}, {"labelSmoothing", 0.1}, {"mixup", 0.2},
        {"cutMix", 1},     {"focalGamma", 1.5},     {"startShare", 0.5}};
    for (const auto& [name, value] : shares)
        fixture.find<QDoubleSpinBox>(name)->setValue(value);
    const std::map<const char*, int> wholes{
        {"stepEpochs", 4}, {"unfreezeEpochs", 2}, {"accumulate", 3}, {"patience", 5}};
    for (const auto& [name, value] : wholes)
        fixture.find<QSpinBox>(name)->setValue(value);
    fixture.find<QCheckBox>("classWeights")->setChecked(true);
    fixture.find<QCheckBox>("keepStatistics")->setChecked(true);
    fixture.find<QCheckBox>("keepLatest")->setChecked(true);
    auto* rates = fixture.find<QLineEdit>("blockRates");
    rates->setText("layer1=0.1, layer4.0=2");
    Q_EMIT rates->editingFinished();
    const training::LearningOptions expected{
        "sgd", 0.8, "plateau", 2,   4,   0.25, 0.75, {{"layer1", 0.1}, {"layer4.0", 2}},
        2,     3,   0.995,     5,   0.1, 0.2,  1,    true,
        1.5,   2,   true,      0.5, true};
    const auto read = training::optionsFromJson(training::toJson(fixture.options()));
    QVERIFY2(read.ok(), read.ok() ? "" : read.error().message.c_str());
    QVERIFY(read->learning == expected);
}

void ModelRecipeTest::blockRatesAreReadAndWritten_data() {
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("again");
    const QLocale english(QLocale::English), german(QLocale::German);
    QTest::newRow("nothing") << english << ""
                             << "";
    QTest::newRow("one") << english << "layer1=0.1"
                         << "layer1=0.1";
    QTest::newRow("two, untidy") << english << " layer2 = 2,layer1=0.5 ,"
                                 << "layer1=0.5, layer2=2";
    QTest::newRow("joined blocks") << english << "conv1+bn1=0.25"
                                   << "conv1+bn1=0.25";
    QTest::newRow("decimal comma in English") << english << "layer1=0,1; layer2=0,5"
                                              << "layer1=0.1, layer2=0.5";
    QTest::newRow("semicolons and points") << english << "layer1=0.1;layer2=.5;"
                                           << "layer1=0.1, layer2=0.5";
    QTest::newRow("German") << german << "layer1=0,1; layer2=0,5"
                            << "layer1=0,1; layer2=0,5";
    QTest::newRow("German, commas everywhere") << german << "layer1=0,1, layer2=0,5,layer3=2"
                                               << "layer1=0,1; layer2=0,5; layer3=2";
    QTest::newRow("points in German") << german << "layer1=0.1, layer4.0=1.5"
                                      << "layer1=0,1; layer4.0=1,5";
    QTest::newRow("small") << english << "layer1=1e-5"
                           << "layer1=1e-05";
}

void ModelRecipeTest::blockRatesAreReadAndWritten() {
    QFETCH(QLocale, locale);
    QFETCH(QString, text);
    QFETCH(QString, again);
    const QLocale before;
    QLocale::setDefault(locale);
    const auto rates = ui::blockRatesFrom(text);
    const QString written =
        rates ? ui::blockRatesText(*rates) : QString::fromStdString(rates.error().message);
    const auto reread = ui::blockRatesFrom(written);
    QLocale::setDefault(before);
    QCOMPARE(written, again);
    QVERIFY(reread.ok() && *reread == *rates);
}

void ModelRecipeTest::whatIsNoBlockRateIsNamed_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("named");
    QTest::newRow("no number") << "layer1=x, layer2=1"
                               << "“layer1=x”";
    QTest::newRow("no equals sign") << "layer2=1, layer1 0.1"
                                    << "“layer1 0.1”";
    QTest::newRow("no name") << "=3"
                             << "“=3”";
    QTest::newRow("a number of its own") << "layer1=0, 1"
                                         << "“1”";
    QTest::newRow("grouped") << "layer1=1.000,5"
                             << "“layer1=1.000,5”";
    QTest::newRow("negative") << "layer1=-1"
                              << "“layer1=-1”";
    QTest::newRow("too large") << "layer1=1001"
                               << "“layer1=1001”";
    QTest::newRow("no number at all") << "layer1=nan"
                                      << "“layer1=nan”";
    QTest::newRow("two equals signs") << "layer1=2=3"
                                      << "“layer1=2=3”";
    QTest::newRow("twice") << "layer1=1, layer1=2"
                           << "“layer1” has two factors";
}

void ModelRecipeTest::whatIsNoBlockRateIsNamed() {
    QFETCH(QString, text);
    QFETCH(QString, named);
    const auto rates = ui::blockRatesFrom(text);
    QVERIFY(!rates);
    QVERIFY2(rates.error().message.find(named.toStdString()) != std::string::npos,
             rates.error().message.c_str());
}

void ModelRecipeTest::noRunStartsWithRatesThatAreNotUnderstood() {
    Page fixture;
    fixture.find<ui::CardGrid>("cardGrid")->card("squeezenet1_1")->click();
    auto* weights = fixture.find<QComboBox>("weightsChoice");
    weights->setCurrentIndex(weights->count() - 1); // none, so that only the rates are in the way
    auto* train = fixture.find<QPushButton>("modelPrimary");
    auto* rates = fixture.find<QLineEdit>("blockRates");
    auto* message = fixture.find<ui::InlineMessage>("blockRatesMessage");
    fixture.find<QToolButton>("advancedToggle")->setChecked(true);
    rates->setText("features.3=0.5");
    Q_EMIT rates->editingFinished();
    QVERIFY(!message->isVisible() && train->isEnabled());
    const auto kept = fixture.options().learning.blockRates;
    QCOMPARE(kept.size(), 1u);

    rates->setText("layer1=0.1");
    Q_EMIT rates->editingFinished();
    QVERIFY2(message->isVisible() && message->text().contains("layer1"), qPrintable(message->text()));
    QVERIFY(!train->isEnabled());
    QCOMPARE(train->toolTip(), message->text());
    QVERIFY(fixture.options().learning.blockRates == kept);
    fixture.find<QSpinBox>("epochs")->setValue(7); // another field does not make it forgotten
    QVERIFY(message->isVisible() && !train->isEnabled());

    rates->setFocus();
    rates->selectAll();
    QTest::keyClicks(rates, "features.4=2"); // is right before the field is left
    QVERIFY(!message->isVisible() && train->isEnabled());

    rates->setText("features.4=two"); // and is not left before the button is pressed
    train->click();
    QVERIFY(message->isVisible() && !train->isEnabled() && !fixture.session.active());
    fixture.choose("recipeCustom");
    QVERIFY(fixture.options().learning.blockRates == kept);

    rates->clear();
    Q_EMIT rates->editingFinished();
    QVERIFY(!message->isVisible() && train->isEnabled());
    QVERIFY(fixture.options().learning.blockRates.empty());
}

void ModelRecipeTest::viewsAndRoomOfTheCacheReachTheRun() {
    Page fixture;
    fixture.find<QToolButton>("advancedToggle")->setChecked(true);
    auto* views = fixture.find<QSpinBox>("views");
    auto* room = fixture.find<QDoubleSpinBox>("cacheGb");
    auto* keep = fixture.find<QCheckBox>("cachePrefix");
    auto* need = fixture.find<QLabel>("cacheNeed");
    auto* precision = fixture.find<QComboBox>("precision");
    precision->setCurrentIndex(precision->findData("float32"));
    QCOMPARE(views->value(), 4);
    QCOMPARE(room->value(), 4.0);
    QVERIFY(room->isEnabled() && need->isVisible());
    QVERIFY2(need->text().startsWith("About ") && need->text().endsWith("on the disk."),
             qPrintable(need->text()));

    auto* presets = fixture.find<QComboBox>("augmentPreset");
    presets->setCurrentIndex(presets->findData("none"));
    Q_EMIT presets->activated(presets->currentIndex());
    QVERIFY(!fixture.options().augment.any() && !views->isEnabled());
    const QString plain = need->text();
    presets->setCurrentIndex(presets->findData("photo"));
    Q_EMIT presets->activated(presets->currentIndex());
    QVERIFY(fixture.options().augment.any() && views->isEnabled());
    const QString varied = need->text();
    views->setValue(9);
    QCOMPARE(fixture.options().views, 9);
    QVERIFY(need->text() != varied && varied != plain);

    room->setValue(0.5);
    QCOMPARE(fixture.options().cacheBytes, 1ull << 29);
    fixture.find<QSpinBox>("seed")->setValue(3); // which makes nothing of the room coarser
    QCOMPARE(fixture.options().cacheBytes, 1ull << 29);
    room->setValue(0);
    QVERIFY2(need->text().contains("more than the room allowed"), qPrintable(need->text()));
    room->setValue(4);
    keep->setChecked(false);
    QVERIFY(!room->isEnabled() && !need->isVisible());
    QVERIFY(views->isEnabled()); // Quick looks at them all the same
    fixture.choose("recipeCustom");
    QVERIFY(!views->isEnabled()); // a new one in every epoch
    keep->setChecked(true);
    fixture.find<ui::FreezeSlider>("freezeSlider")->setValue(0);
    QVERIFY2(need->text().contains("Nothing is frozen"), qPrintable(need->text()));
}

void ModelRecipeTest::thePreviewSaysThatItDoesNotMix() {
    Page fixture;
    fixture.choose("recipeCustom");
    fixture.find<ui::FreezeSlider>("freezeSlider")->setValue(0);
    auto* words = fixture.find<QLabel>("augmentMixing");
    QVERIFY(!words->isVisible());
    fixture.find<QDoubleSpinBox>("mixup")->setValue(0.2);
    QVERIFY2(words->isVisible() && words->text().contains("Mixup"), qPrintable(words->text()));
    fixture.find<QDoubleSpinBox>("cutMix")->setValue(1);
    QVERIFY2(words->text().contains("Mixup and CutMix"), qPrintable(words->text()));
    fixture.find<QDoubleSpinBox>("mixup")->setValue(0);
    QVERIFY2(words->text().startsWith("CutMix"), qPrintable(words->text()));
    fixture.choose("recipeBest"); // mixes nothing
    QVERIFY(!words->isVisible());
}

void ModelRecipeTest::noFieldIsClipped_data() {
    QTest::addColumn<int>("width");
    QTest::newRow("narrowest") << int(ui::SidePanel::kSmallestWidth);
    QTest::newRow("as it is") << int(ui::theme::kSidePanelWidth);
    QTest::newRow("widest") << int(ui::SidePanel::kLargestWidth);
}

/// Whatever the labels' language.
void ModelRecipeTest::noFieldIsClipped() {
    QFETCH(int, width);
    Page fixture;
    fixture.choose("recipeCustom");
    fixture.find<ui::FreezeSlider>("freezeSlider")->setValue(0);
    fixture.find<QToolButton>("advancedToggle")->setChecked(true);
    auto* panel = fixture.find<ui::SidePanel>("optionsPanel");
    panel->setPanelWidth(width);
    auto* scroll = panel->findChild<QScrollArea*>();
    auto* form = fixture.find<QWidget>("optionsForm");
    for (auto* label : form->findChildren<QLabel*>())
        if (label->buddy())
            label->setText("Einen Block wecken alle, Epochen");
    QTRY_VERIFY(scroll->verticalScrollBar()->isVisible());
    QCoreApplication::processEvents();
    int fields = 0;
    for (auto* widget : form->findChildren<QWidget*>()) {
        if (!widget->isVisible() ||
            !(qobject_cast<QLineEdit*>(widget) || qobject_cast<QAbstractSpinBox*>(widget) ||
              qobject_cast<QComboBox*>(widget) || qobject_cast<QLabel*>(widget)))
            continue;
        ++fields;
        const int right = widget->mapTo(scroll->viewport(), QPoint(widget->width(), 0)).x();
        QVERIFY2(right <= scroll->viewport()->width(), qPrintable(QString("%1 ends at %2 of %3")
                                                                      .arg(widget->objectName())
                                                                      .arg(right)
                                                                      .arg(scroll->viewport()->width())));
    }
    QVERIFY(fields > 40);
}

void ModelRecipeTest::theDrawingSaysWhoseRateIsAnother() {
    Page fixture;
    fixture.find<QPushButton>("showNetwork")->click();
    auto* view = fixture.find<ui::NetworkView>("networkView");
    QTRY_VERIFY_WITH_TIMEOUT(view->isVisible() && view->settled(), kPatienceMs);
    const auto rateOf = [&](const std::string& name) {
        const auto& drawing = view->drawing();
        for (int part = 0; part < int(drawing.network->outline.parts().size()); ++part)
            if (drawing.part(part).name == name)
                return ui::network_words::rate(drawing, part);
        return QString("no such part");
    };
    QCOMPARE(rateOf("layer4"), QString());
    fixture.choose("recipeBest"); // each block at 0.7 of the one behind it; layer2 and before are frozen
    QCOMPARE(rateOf("layer4"), QString());
    QCOMPARE(rateOf("layer3"), QString("rate × 0.7"));
    QCOMPARE(rateOf("layer2"), QString());
    fixture.choose("recipeCustom");
    fixture.find<ui::FreezeSlider>("freezeSlider")->setValue(0);
    auto* rates = fixture.find<QLineEdit>("blockRates");
    rates->setText("layer3=0.5, layer3.1=2");
    Q_EMIT rates->editingFinished();
    QCOMPARE(rateOf("layer3"), QString("rate × 0.5 to 2"));
    QCOMPARE(rateOf("layer3.1"), QString("rate × 2"));
    QCOMPARE(rateOf("layer1"), QString());
}

void ModelRecipeTest::aRateIsFoundAndTaken() {
    Page fixture;
    fixture.find<ui::CardGrid>("cardGrid")->card("squeezenet1_1")->click();
    auto* weights = fixture.find<QComboBox>("weightsChoice");
    weights->setCurrentIndex(weights->count() - 1); // none, for there are none here
    fixture.find<QSpinBox>("size")->setValue(64);
    fixture.find<QToolButton>("advancedToggle")->setChecked(true);
    auto* search = fixture.find<ui::RateSearch>("rateSearch");
    fixture.find<QPushButton>("findRate")->click();
    QVERIFY(search->searching());
    QTRY_VERIFY_WITH_TIMEOUT(!search->searching(), kPatienceMs);
    QVERIFY2(fixture.find<QWidget>("rateCurve")->isVisible(),
             qPrintable(fixture.find<QLabel>("rateWords")->text()));
    auto* take = fixture.find<QPushButton>("takeRate");
    QVERIFY2(take->isVisible(), qPrintable(fixture.find<QLabel>("rateWords")->text()));
    const double before = fixture.options().headLearningRate;
    take->click();
    QVERIFY(fixture.options().headLearningRate != before);
    QVERIFY(fixture.find<QWidget>("rateCurve")->isVisible()); // it is still about the same thing
}

void ModelRecipeTest::anotherModelMakesTheCurveGoAway() {
    Page fixture;
    fixture.choose("recipeCustom");
    auto* search = fixture.find<ui::RateSearch>("rateSearch");
    fixture.find<QPushButton>("findRate")->click(); // the weights are not here
    QTRY_VERIFY_WITH_TIMEOUT(!search->searching(), kPatienceMs);
    QVERIFY(!fixture.find<QLabel>("rateWords")->text().isEmpty());
    fixture.find<ui::CardGrid>("cardGrid")->card("squeezenet1_1")->click();
    QVERIFY(fixture.find<QLabel>("rateWords")->text().isEmpty());
}

QTEST_MAIN(ModelRecipeTest)
#include "ModelRecipeTest.moc"
