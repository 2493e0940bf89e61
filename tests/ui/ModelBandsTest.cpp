// What the Model page offers for images of more channels than colours.

#include "LearnFixture.h"
#include "support/BandTiff.h"
#include "ui/model/AugmentPreview.h"
#include "ui/model/ModelPage.h"
#include "ui/model/OptionsForm.h"
#include "ui/train/TrainingSession.h"
#include "ui/widgets/Widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace graft;

namespace {

constexpr int kPatienceMs = 60'000;

/// The Model page of a project with images of these channels, by turns.
struct Page {
    explicit Page(const std::vector<int>& channels)
        : studio(zoo::Zoo(test::catalogue(), {folder / "store", {}, "npm"})), page(studio, session) {
        test::showAndWait(page);
        if (!studio.createProject(folder / "sample.graft", annotation::TaskKind::Classification))
            qFatal("no project");
        add(channels);
        page.entered();
    }
    void add(const std::vector<int>& channels) {
        auto images = test::stripedImages(folder.path(), 24);
        for (std::size_t i = 0; i < images.size(); ++i) {
            auto& record = images[i].record;
            record.channels = channels[i % channels.size()];
            const std::vector<std::uint8_t> samples(std::size_t(64) * 64 * std::size_t(record.channels), 90);
            test::writeBandTiff<std::uint8_t>(folder / record.path, 64, 64, record.channels, samples);
        }
        if (const auto added = studio.project()->addImages(std::move(images)); !added)
            qFatal("%s", added.error().message.c_str());
    }
    template <typename Widget>
    Widget& find(const char* name) {
        auto* widget = page.findChild<Widget*>(QLatin1String(name));
        if (!widget)
            qFatal("no %s", name);
        return *widget;
    }
    QComboBox& input() { return find<QComboBox>("input"); }
    void choose(const char* input) { this->input().setCurrentIndex(this->input().findData(input)); }

    test::TemporaryFolder folder;
    ui::Studio studio;
    ui::TrainingSession session;
    ui::ModelPage page;
};

} // namespace

class ModelBandsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }
    void coloursAreNotAskedFor();
    void allChannelsAreRecommendedAndCanBeLeft();
    void whatAPersonChoseStays();
    void theChoiceComesWithTheImages();
    void whatAugmentationDoesToThemIsSaid();
    void mixedImagesAreNamedBeforeARun();

private:
    std::unique_ptr<ui::theme::Theme> m_theme;
};

void ModelBandsTest::coloursAreNotAskedFor() {
    Page fixture({3});
    QVERIFY(!fixture.input().isVisibleTo(&fixture.page));
    QVERIFY(fixture.find<QCheckBox>("grey").isVisibleTo(fixture.find<QCheckBox>("grey").parentWidget()));
    QCOMPARE(fixture.page.options().channels, 0);
    fixture.find<QCheckBox>("grey").setChecked(true);
    QVERIFY(fixture.page.options().grey);
}

void ModelBandsTest::allChannelsAreRecommendedAndCanBeLeft() {
    Page fixture({5});
    QVERIFY(fixture.input().isVisible());
    QVERIFY(!fixture.find<QCheckBox>("grey").isVisibleTo(fixture.find<QCheckBox>("grey").parentWidget()));
    QCOMPARE(fixture.input().currentText(), QString("All 5"));
    QCOMPARE(fixture.input().count(), 3);
    QCOMPARE(fixture.page.options().channels, 5);
    const QString counted = fixture.find<QLabel>("freezeCounts").text();
    fixture.choose("grey");
    QVERIFY(fixture.page.options().grey);
    QCOMPARE(fixture.page.options().channels, 0);
    QVERIFY(fixture.find<QLabel>("freezeCounts").text() != counted); // memory and parameters follow
    fixture.choose("colour");
    QVERIFY(!fixture.page.options().grey);
    fixture.choose("all");
    QCOMPARE(fixture.page.options().channels, 5);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.page.settled(), kPatienceMs); // the preview among others
}

void ModelBandsTest::whatAPersonChoseStays() {
    Page fixture({4});
    fixture.choose("colour");
    const auto folder = fixture.studio.project()->folder();
    QVERIFY(fixture.studio.openProject(folder).ok());
    QCOMPARE(fixture.page.options().channels, 0);
    QCOMPARE(fixture.input().currentData().toString(), QString("colour"));
    fixture.choose("all");
    QVERIFY(fixture.studio.openProject(folder).ok());
    QCOMPARE(fixture.page.options().channels, 4);
}

void ModelBandsTest::theChoiceComesWithTheImages() {
    Page fixture({3});
    training::TrainingOptions options = fixture.page.options();
    options.channels = 7; // of a run on other images
    fixture.page.takeOptions(options);
    QCOMPARE(fixture.page.options().channels, 0);
    QVERIFY(fixture.studio.project()->removeImages({{1}, {2}}).ok());
    auto more = test::recordsOnly(1);
    more[0].record.path = "photos/more.tif";
    more[0].record.channels = 6;
    QVERIFY(fixture.studio.project()->addImages(std::move(more)).ok());
    QVERIFY(fixture.input().isVisible());
    QVERIFY(fixture.input().findText("All 6") >= 0);
    QCOMPARE(fixture.page.options().channels, 0); // not all of them have six
}

void ModelBandsTest::whatAugmentationDoesToThemIsSaid() {
    Page fixture({5});
    QLabel& said = fixture.find<QLabel>("augmentBands");
    QVERIFY(said.isVisible() && said.text().contains("All 5 channels"));
    fixture.choose("colour");
    QVERIFY(!said.isVisible());
}

void ModelBandsTest::mixedImagesAreNamedBeforeARun() {
    Page fixture({5, 5, 4});
    fixture.page.takeOptions([] {
        training::TrainingOptions options = test::tinyOptions(1);
        options.channels = 5;
        return options;
    }());
    QCOMPARE(fixture.page.options().channels, 5);
    fixture.find<QPushButton>("modelPrimary").click();
    auto& message = fixture.find<ui::InlineMessage>("modelMessage");
    QTRY_VERIFY_WITH_TIMEOUT(message.isVisible(), kPatienceMs);
    QVERIFY(!fixture.session.active());
    bool named = false;
    for (const QLabel* label : message.findChildren<QLabel*>())
        named = named || label->text().contains("photos/image3.png (4)");
    QVERIFY(named);
}

QTEST_MAIN(ModelBandsTest)
#include "ModelBandsTest.moc"
