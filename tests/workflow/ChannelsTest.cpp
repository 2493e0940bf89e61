// What a project's images have beyond colours, and what a run makes of it.

#include "Fixture.h"

#include "workflow/Channels.h"

#include <algorithm>

using namespace graft;
using annotation::Split;

namespace {

/// Two classes on both sides, images of these channels by turns.
std::unique_ptr<project::Project> projectWith(const test::TemporaryFolder& folder,
                                              const std::vector<int>& channels) {
    auto created = project::Project::create(folder / "p.graft", annotation::TaskKind::Classification);
    std::vector<project::Project::NewImage> images;
    for (int i = 0; i < 12; ++i) {
        project::Project::NewImage image;
        image.record.path = std::to_string(i) + ".tif";
        image.record.contentHash = "hash" + std::to_string(i);
        image.record.split = i < 8 ? Split::Train : Split::Validation;
        image.record.channels = channels[std::size_t(i) % channels.size()];
        image.className = i % 2 ? "a" : "b";
        images.push_back(std::move(image));
    }
    return (*created)->addImages(std::move(images)) ? std::move(*created) : nullptr;
}

} // namespace

class ChannelsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bandsAreWhatMostImagesHave_data();
    void bandsAreWhatMostImagesHave();
    void aRunOnMixedImagesNamesThem();
    void imagesOfARunThatSeesColoursAreTold();
};

void ChannelsTest::bandsAreWhatMostImagesHave_data() {
    QTest::addColumn<std::vector<int>>("channels");
    QTest::addColumn<int>("bands");
    QTest::addColumn<int>("common"); ///< and so what is recommended
    QTest::newRow("colours") << std::vector{3} << 0 << 0;
    QTest::newRow("grey and colours") << std::vector{1, 3} << 0 << 0;
    QTest::newRow("nobody looked") << std::vector{0} << 0 << 0;
    QTest::newRow("five") << std::vector{5} << 5 << 5;
    QTest::newRow("two") << std::vector{2} << 2 << 2;
    QTest::newRow("most have five") << std::vector{5, 5, 4} << 5 << 0;
    QTest::newRow("some have colours") << std::vector{3, 3, 3, 4} << 4 << 0;
}

void ChannelsTest::bandsAreWhatMostImagesHave() {
    QFETCH(std::vector<int>, channels);
    QFETCH(int, bands);
    QFETCH(int, common);
    const test::TemporaryFolder folder;
    const auto project = projectWith(folder, channels);
    QCOMPARE(workflow::bandsOf(*project), bands);
    QCOMPARE(workflow::commonBands(*project), common);
    QCOMPARE(workflow::recommendedOptions(*project, "resnet18", nullptr).channels, common);
}

void ChannelsTest::aRunOnMixedImagesNamesThem() {
    const test::TemporaryFolder folder;
    const auto project = projectWith(folder, {5, 5, 3});
    const zoo::Zoo zoo = test::emptyZoo(folder);
    training::TrainingOptions options = test::fromScratch();
    QVERIFY(workflow::prepareRun(*project, zoo, options).ok()); // in colours any will do
    options.channels = 5;
    const auto refused = workflow::prepareRun(*project, zoo, options);
    QVERIFY(!refused.ok());
    for (const char* part : {"all 5 channels", "2.tif (3), 5.tif (3), 8.tif (3) and 1 more"})
        QVERIFY2(refused.error().message.find(part) != std::string::npos, refused.error().message.c_str());
    // Images that nobody looked into are looked at when they are read.
    QVERIFY(
        project->applySplit({{{3}, Split::None}, {{6}, Split::None}, {{9}, Split::None}, {{12}, Split::None}})
            .ok());
    QVERIFY(workflow::prepareRun(*project, zoo, options).ok());
}

void ChannelsTest::imagesOfARunThatSeesColoursAreTold() {
    const test::TemporaryFolder folder;
    const auto project = projectWith(folder, {5, 3});
    const auto input = workflow::prepareRun(*project, test::emptyZoo(folder), test::fromScratch());
    QVERIFY(input.ok());
    QVERIFY(std::ranges::any_of(input->notes, [](const std::string& note) {
        return note.find("red, green and blue: 6.") != std::string::npos;
    }));
    const test::TemporaryFolder other;
    const auto colours = projectWith(other, {3, 1});
    const auto usual = workflow::prepareRun(*colours, test::emptyZoo(other), test::fromScratch());
    QVERIFY(usual.ok() && usual->notes.empty());
}

QTEST_GUILESS_MAIN(ChannelsTest)
#include "ChannelsTest.moc"
