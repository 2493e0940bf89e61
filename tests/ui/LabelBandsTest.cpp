// Images of more channels than colours on the Label page: any three of them can be seen.

#include "LabelFixture.h"
#include "support/BandTiff.h"
#include "ui/label/DetailTiles.h"
#include "ui/label/ImageLoader.h"
#include "ui/label/ViewMenu.h"

#include <QComboBox>
#include <QTest>

using namespace graft;
using ui::ShownBands;

namespace {

constexpr int kWidth = 60, kHeight = 40;

/// Every band of one value: 10, 60, 110, …
void writeBands(const std::filesystem::path& file, int bands, int width = kWidth, int height = kHeight) {
    std::vector<std::uint8_t> samples;
    for (int i = 0; i < width * height; ++i)
        for (int band = 0; band < bands; ++band)
            samples.push_back(std::uint8_t(10 + 50 * band));
    test::writeBandTiff<std::uint8_t>(file, width, height, bands, samples);
}

QColor middleOf(const QImage& picture) {
    return picture.pixelColor(picture.rect().center());
}

std::vector<project::Project::NewImage> bandImages(const std::filesystem::path& beside, int bands) {
    auto images = test::pictures(beside, 2);
    for (auto& image : images) {
        image.record.width = kWidth;
        image.record.height = kHeight;
        image.record.channels = bands;
        if (bands != 3)
            writeBands(beside / image.record.path, bands);
    }
    return images;
}

struct Page : test::StudioFixture {
    explicit Page(int bands) : project(open(bandImages(folder.path(), bands), {"a"})), page(studio) {
        test::showAndWait(page);
        page.entered();
        if (!QTest::qWaitFor([this] { return page.settled(); }, 30'000))
            qFatal("the image did not come");
    }
    ui::ViewMenu& menu() { return *page.findChild<ui::ViewMenu*>("viewMenu"); }
    bool asks() {
        Q_EMIT menu().aboutToShow();
        for (const QAction* action : menu().actions())
            if (action->objectName() == QLatin1String("bands"))
                return action->isVisible();
        return false;
    }
    QComboBox& box(const char* name) { return *menu().findChild<QComboBox*>(QLatin1String(name)); }
    void choose(const char* name, int index) {
        box(name).setCurrentIndex(index);
        Q_EMIT box(name).activated(index);
    }
    QColor shown() { return middleOf(page.canvas().loaded()->levels.front()); }

    project::Project& project;
    ui::LabelPage page;
};

} // namespace

class LabelBandsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }
    void loadedIsWhatWasChosen_data();
    void loadedIsWhatWasChosen();
    void sixteenBitsKeepTheSamplesThatAreShown();
    void partsOfALargeImageShowTheSame();
    void onlyMoreThanThreeAreAskedFor_data();
    void onlyMoreThanThreeAreAskedFor();
    void anyThreeAreShownAndRemembered();
    void aChoiceOfOtherImagesDoesNoHarm();

private:
    std::unique_ptr<ui::theme::Theme> m_theme;
};

void LabelBandsTest::loadedIsWhatWasChosen_data() {
    QTest::addColumn<int>("bands");
    QTest::addColumn<std::vector<int>>("chosen");
    QTest::addColumn<QColor>("shown");
    QTest::newRow("the first of five") << 5 << std::vector{0, 1, 2} << QColor(10, 60, 110);
    QTest::newRow("the last of five") << 5 << std::vector{4, 3, 2} << QColor(210, 160, 110);
    QTest::newRow("one of five as grey") << 5 << std::vector{4, 4, 4} << QColor(210, 210, 210);
    QTest::newRow("beyond the last") << 4 << std::vector{7, 0, 3} << QColor(160, 10, 160);
    QTest::newRow("of two always both") << 2 << std::vector{4, 3, 2} << QColor(10, 60, 10);
}

void LabelBandsTest::loadedIsWhatWasChosen() {
    QFETCH(int, bands);
    QFETCH(std::vector<int>, chosen);
    QFETCH(QColor, shown);
    const test::TemporaryFolder folder;
    writeBands(folder / "a.tif", bands);
    const auto loaded = ui::loadImage(folder / "a.tif", {chosen[0], chosen[1], chosen[2]});
    QCOMPARE(loaded.channels, bands);
    QCOMPARE(middleOf(loaded.levels.front()), shown);
    QVERIFY(loaded.samples.empty());
}

void LabelBandsTest::sixteenBitsKeepTheSamplesThatAreShown() {
    const test::TemporaryFolder folder;
    const std::vector<std::uint16_t> pixel{50, 100, 200, 40'000, 60'000};
    std::vector<std::uint16_t> samples;
    for (int i = 0; i < kWidth * kHeight; ++i)
        samples.insert(samples.end(), pixel.begin(), pixel.end());
    test::writeBandTiff<std::uint16_t>(folder / "a.tif", kWidth, kHeight, 5, samples);
    const auto loaded = ui::loadImage(folder / "a.tif", {0, 1, 2});
    QCOMPARE(loaded.range.high, 200.0); // the bright ones are not seen
    QCOMPARE(middleOf(loaded.levels.front()), QColor(0, 85, 255));
    QCOMPARE(loaded.samples.channels(), 3);
    const auto darker = ui::toned(loaded, {0, 2, 1});
    QCOMPARE(middleOf(darker.levels.front()).blue(), 128);
}

void LabelBandsTest::partsOfALargeImageShowTheSame() {
    const test::TemporaryFolder folder;
    writeBands(folder / "a.tif", 5, 1200, 600);
    auto image = std::make_shared<ui::LoadedImage>(); // as if it were too large
    image->size = {1200, 600};
    image->file = folder / "a.tif";
    image->range = {0, 255};
    image->bands = {3, 4, 0};
    QImage coarse(150, 75, QImage::Format_RGB32);
    coarse.fill(Qt::blue);
    image->levels.push_back(coarse);
    ui::DetailTiles tiles;
    tiles.setImage(image);
    const QRect wanted(700, 300, 200, 100);
    (void)tiles.detailOf(wanted, 1, coarse);
    QTRY_VERIFY_WITH_TIMEOUT(tiles.idle(), 30'000);
    const auto detail = tiles.detailOf(wanted, 1, coarse);
    QCOMPARE(detail.picture.pixelColor(wanted.center() - detail.area.topLeft()), QColor(160, 210, 10));
}

void LabelBandsTest::onlyMoreThanThreeAreAskedFor_data() {
    QTest::addColumn<int>("bands");
    QTest::addColumn<bool>("asks");
    QTest::newRow("two") << 2 << false;
    QTest::newRow("colours") << 3 << false;
    QTest::newRow("four") << 4 << true;
    QTest::newRow("five") << 5 << true;
}

void LabelBandsTest::onlyMoreThanThreeAreAskedFor() {
    QFETCH(int, bands);
    QFETCH(bool, asks);
    Page fixture(bands);
    QCOMPARE(fixture.asks(), asks);
    if (asks)
        QCOMPARE(fixture.box("redBand").count(), bands);
}

void LabelBandsTest::anyThreeAreShownAndRemembered() {
    Page fixture(5);
    QCOMPARE(fixture.shown(), QColor(10, 60, 110));
    QVERIFY(fixture.asks());
    fixture.choose("redBand", 4);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.shown(), QColor(210, 60, 110), 30'000);
    fixture.choose("blueBand", 0);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.shown(), QColor(210, 60, 10), 30'000);
    const auto folder = fixture.project.folder();
    QVERIFY(fixture.studio.openProject(folder).ok());
    fixture.page.entered();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.page.settled() && fixture.page.canvas().loaded(), 30'000);
    QCOMPARE(fixture.shown(), QColor(210, 60, 10));
    QVERIFY(fixture.asks());
    QCOMPARE(fixture.box("redBand").currentIndex(), 4);
}

void LabelBandsTest::aChoiceOfOtherImagesDoesNoHarm() {
    Page fixture(4);
    for (const char* settings : {"bands=15,0,3", "bands=99,0,1", "bands=,,", "bands=1,2", "bands=-1,0,0"}) {
        fixture.menu().setSettings(settings);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.page.settled(), 30'000);
        QVERIFY(fixture.asks());
    }
    fixture.menu().setSettings("bands=15,0,3");
    QTRY_COMPARE_WITH_TIMEOUT(fixture.shown(), QColor(160, 10, 160), 30'000);
    QCOMPARE(fixture.box("redBand").currentIndex(), 3);
}

QTEST_MAIN(LabelBandsTest)
#include "LabelBandsTest.moc"
