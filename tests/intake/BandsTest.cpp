// Images of more channels than colours, as an import takes them in.

#include "Fixture.h"

#include "imaging/Transform.h"
#include "intake/ChangedImages.h"
#include "intake/Thumbnails.h"
#include "support/BandTiff.h"

using namespace graft;
namespace fs = std::filesystem;

namespace {

/// One sample for each band, everywhere.
void writeBands(const fs::path& file, const std::vector<std::uint16_t>& pixel, int width = 30,
                int height = 20) {
    std::vector<std::uint16_t> samples;
    for (int i = 0; i < width * height; ++i)
        samples.insert(samples.end(), pixel.begin(), pixel.end());
    fs::create_directories(file.parent_path());
    test::writeBandTiff<std::uint16_t>(file, width, height, int(pixel.size()), samples);
}

} // namespace

class BandsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyImageSaysItsChannels();
    void thumbnailsShowTheFirstThree();
    void aChangedFileSaysItsNewChannels();
    void tooManyChannelsAreToldByName();
};

void BandsTest::everyImageSaysItsChannels() {
    const test::TemporaryFolder folder;
    writeBands(folder / "data/five.tif", {1, 2, 3, 4, 5});
    writeBands(folder / "data/two.tif", {1, 2});
    writeBands(folder / "data/one.tif", {1});
    test::writeImage(folder / "data/colours.png", 0x102030);
    auto project = test::newProject(folder);
    const auto result = intake::importInto(*project, test::from({folder / "data"}), {});
    QVERIFY2(result.ok(), result ? "" : result.error().message.c_str());
    std::map<std::string, int> channels;
    for (const project::ImageRecord& image : project->images())
        channels[fs::path(image.path).filename()] = image.channels;
    QCOMPARE(channels, (std::map<std::string, int>{
                           {"five.tif", 5}, {"two.tif", 2}, {"one.tif", 1}, {"colours.png", 3}}));
    const auto kept = project->folder();
    project.reset();
    project = *project::Project::open(kept);
    QCOMPARE(project->images().size(), std::size_t(4));
    for (const project::ImageRecord& image : project->images())
        QCOMPARE(image.channels, channels[fs::path(image.path).filename()]);
    project->undoStack().undo();
    project->undoStack().redo();
    for (const project::ImageRecord& image : project->images())
        QCOMPARE(image.channels, channels[fs::path(image.path).filename()]);
}

void BandsTest::thumbnailsShowTheFirstThree() {
    const test::TemporaryFolder folder;
    writeBands(folder / "data/five.tif", {0, 500, 1000, 60000, 9}, 600, 400);
    auto project = test::newProject(folder);
    QVERIFY(intake::importInto(*project, test::from({folder / "data"}), {}).ok());
    const project::ImageRecord& image = project->images().front();
    const auto thumbnail =
        intake::thumbnail(project->thumbnailsFolder(), project->absolutePath(image), image.contentHash);
    QVERIFY(thumbnail.ok());
    QCOMPARE(thumbnail->channels(), 3);
    const auto* middle = thumbnail->u8() + thumbnail->bytes() / 2 / 3 * 3;
    QVERIFY(middle[0] < 20 && std::abs(middle[1] - 128) < 20 && middle[2] > 235);
}

void BandsTest::aChangedFileSaysItsNewChannels() {
    const test::TemporaryFolder folder;
    const fs::path file = fs::canonical(folder.path()) / "data/a.tif";
    writeBands(file, {1, 2, 3, 4});
    auto project = test::newProject(folder);
    QVERIFY(intake::importInto(*project, test::from({folder / "data"}), {}).ok());
    writeBands(file, {1, 2, 3, 4, 5, 6});
    const project::ImageRecord& image = project->images().front();
    const auto now = intake::readAnew({{image.id, file}}, project->thumbnailsFolder(), {});
    QVERIFY(project->refreshImages(now).ok());
    QCOMPARE(project->images().front().channels, 6);
    project->undoStack().undo();
    QCOMPARE(project->images().front().channels, 4);
}

void BandsTest::tooManyChannelsAreToldByName() {
    const test::TemporaryFolder folder;
    writeBands(folder / "data/many.tif", std::vector<std::uint16_t>(40, 7));
    test::writeImage(folder / "data/good.png", 0x102030);
    auto project = test::newProject(folder);
    QVERIFY(intake::importInto(*project, test::from({folder / "data"}), {}).ok());
    QCOMPARE(project->images().size(), std::size_t(1));
    QCOMPARE(project->issues().size(), std::size_t(1));
    QVERIFY(project->issues().front().problem.find("40 channels") != std::string::npos);
}

QTEST_GUILESS_MAIN(BandsTest)
#include "BandsTest.moc"
