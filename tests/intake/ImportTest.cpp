#include "Fixture.h"

#include "base/Log.h"
#include "intake/Thumbnails.h"

#include <QCryptographicHash>

#include <map>
#include <mutex>
#include <set>
#include <thread>

using namespace graft;
using annotation::Split;
using test::from;
using test::told;
using test::writeImage;

class ImportTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void masksAreTakenWithTheirImagesAndAfterwards();
    void shapesOfAPersonStayWhenMasksAreImported();
    void aPreviewSaysWhatAnImportDoes();
    void everyImageIsRecorded();
    void importingAgainAddsNothing();
    void badFilesAreToldAndPassedOver_data();
    void badFilesAreToldAndPassedOver();
    void splitsOfTheSource_data();
    void splitsOfTheSource();
    void groups_data();
    void groups();
    void onlyTheImages();
    void aTableLabelsKnownImagesButNeverOverwrites();
    void sourcesThatOverlapAreReadOnce();
    void oneBadSourceDoesNotSpoilTheRest();
    void nothingToImportIsAnError();
    void stoppingKeepsWhatWasHandedOut();
    void anImportIsOneUndo();
    void portionsAreSmallAndInOrder();
    void turnedPhotosHaveTheirUprightSize();
    void duplicatesAreAddedAndMarked();
    void thousandsOfBadFilesAreToldTogether();
};

void ImportTest::everyImageIsRecorded() {
    const test::TemporaryFolder folder;
    writeImage(folder / "data/ants/1.png", 0xFF0000, 40, 30);
    writeImage(folder / "data/bees/2.jpg", 0x00FF00, 700, 500);
    auto project = test::newProject(folder);
    const auto result = intake::importInto(*project, from({folder / "data"}), {});
    QVERIFY2(result.ok(), result ? "" : result.error().message.c_str());
    QCOMPARE(result->added, 2);
    QCOMPARE(result->known, 0);
    QCOMPARE(result->labelled, 2);
    QCOMPARE(result->issues.size(), std::size_t(0));
    QCOMPARE(told(*project), (QStringList{"1.png=ants", "2.jpg=bees"}));
    const project::ImageRecord& png = project->images()[0];
    const project::ImageRecord& jpeg = project->images()[1];
    QCOMPARE(png.path, std::string("data/ants/1.png"));
    QCOMPARE(png.width, 40);
    QCOMPARE(png.height, 30);
    QCOMPARE(png.format, std::string("PNG"));
    QCOMPARE(jpeg.width, 700);
    QCOMPARE(jpeg.height, 500);
    QCOMPARE(jpeg.format, std::string("JPEG"));
    const auto bytes = readTextFile(folder / "data/bees/2.jpg", 1 << 20);
    QCOMPARE(jpeg.fileBytes, std::int64_t(bytes->size()));
    QCOMPARE(QByteArray::fromStdString(jpeg.contentHash),
             QCryptographicHash::hash(QByteArray::fromStdString(*bytes), QCryptographicHash::Sha256).toHex());
    QVERIFY(std::abs(jpeg.modified - QDateTime::currentSecsSinceEpoch()) < 600);
    for (const auto& image : project->images())
        QVERIFY(intake::storedThumbnail(intake::thumbnailFile(project->thumbnailsFolder(), image.contentHash))
                    .has_value());
    QVERIFY(project::check(project->folder(), false)->ok);
}

void ImportTest::importingAgainAddsNothing() {
    const test::TemporaryFolder folder;
    for (int i = 0; i < 5; ++i)
        writeImage(folder / ("data/" + std::to_string(i) + ".png"), unsigned(i) * 40);
    auto project = test::newProject(folder);
    QCOMPARE(intake::importInto(*project, from({folder / "data"}), {})->added, 5);
    writeImage(folder / "data/new.png", 0x123456);
    const auto again = intake::importInto(*project, from({folder / "data", folder / "data/0.png"}), {});
    QCOMPARE(again->added, 1);
    QCOMPARE(again->known, 5);
    QCOMPARE(project->images().size(), std::size_t(6));
    project = std::move(*project::Project::open([&] {
        auto path = project->folder();
        project.reset();
        return path;
    }()));
    QCOMPARE(intake::importInto(*project, from({folder / "data"}), {})->known, 6);
}

void ImportTest::badFilesAreToldAndPassedOver_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("this is no image");
    QTest::newRow("a web page") << QByteArray("<html><body>404</body></html>");
    QTest::newRow("half a PNG header") << QByteArray("\x89PNG\r\n\x1a\n\0\0", 10);
    QTest::newRow("a GIF") << QByteArray("GIF89a\1\0\1\0\0\0\0;", 14);
    QTest::newRow("zeros") << QByteArray(5000, '\0');
}

void ImportTest::badFilesAreToldAndPassedOver() {
    QFETCH(QByteArray, content);
    const test::TemporaryFolder folder;
    writeImage(folder / "data/good.png", 0xFF0000);
    QFile bad(QString::fromStdString((folder / "data/bad.jpg").string()));
    QVERIFY(bad.open(QIODevice::WriteOnly));
    bad.write(content);
    bad.close();
    auto project = test::newProject(folder);
    const auto result = intake::importInto(*project, from({folder / "data"}), {});
    QCOMPARE(result->added, 1);
    QCOMPARE(result->issues.size(), std::size_t(1));
    QVERIFY(result->issues.front().path.ends_with("/data/bad.jpg"));
    QVERIFY(result->issues.front().problem.size() > 10);
    QCOMPARE(project->issues().size(), std::size_t(1));
    // Told again, not twice; and settled by a good file at its place.
    (void)intake::importInto(*project, from({folder / "data"}), {});
    QCOMPARE(project->issues().size(), std::size_t(1));
    writeImage(folder / "data/bad.jpg", 0x00FF00);
    QCOMPARE(intake::importInto(*project, from({folder / "data"}), {})->added, 1);
    QCOMPARE(project->issues().size(), std::size_t(0));
}

void ImportTest::splitsOfTheSource_data() {
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<QStringList>("sources");
    QTest::addColumn<int>("forAll");
    QTest::addColumn<QStringList>("expected");
    const int none = int(Split::None);
    QTest::newRow("train and val are kept")
        << QStringList{"train/a/1.png", "train/b/2.png", "val/a/3.png"} << QStringList{""} << none
        << QStringList{"1.png=a@train!", "2.png=b@train!", "3.png=a@val!"};
    QTest::newRow("without val, training images stay free")
        << QStringList{"train/a/1.png", "train/b/2.png", "test/a/3.png"} << QStringList{""} << none
        << QStringList{"1.png=a@train", "2.png=b@train", "3.png=a@test!"};
    QTest::newRow("one side for all") << QStringList{"train/a/1.png", "val/b/2.png"} << QStringList{""}
                                      << int(Split::Test) << QStringList{"1.png=a@test!", "2.png=b@test!"};
    QTest::newRow("sides given one by one")
        << QStringList{"train/a/1.png", "train/b/2.png", "val/a/3.png", "val/b/4.png"}
        << QStringList{"train", "val"} << none
        << QStringList{"1.png=a@train!", "2.png=b@train!", "3.png=a@val!", "4.png=b@val!"};
    QTest::newRow("a lone folder named test")
        << QStringList{"test/a/1.png", "test/b/2.png"} << QStringList{"test"} << none
        << QStringList{"1.png=a", "2.png=b"};
}

void ImportTest::splitsOfTheSource() {
    QFETCH(QStringList, files);
    QFETCH(QStringList, sources);
    QFETCH(int, forAll);
    QFETCH(QStringList, expected);
    const test::TemporaryFolder folder;
    for (const QString& file : files)
        writeImage(folder / ("data/" + file.toStdString()), 0xFF0000);
    auto project = test::newProject(folder);
    intake::IntakeOptions options;
    for (const QString& source : sources)
        options.sources.push_back(folder / "data" / source.toStdString());
    options.split = Split(forAll);
    QVERIFY(intake::importInto(*project, options, {}).ok());
    QCOMPARE(told(*project), expected);
}

void ImportTest::groups_data() {
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("none") << "" << QStringList{"p1_a.png", "p1_b.png", "x.png"};
    QTest::newRow("a capture") << "p(\\d+)_" << QStringList{"p1_a.png#1", "p1_b.png#1", "x.png"};
    QTest::newRow("the whole match") << "p\\d+" << QStringList{"p1_a.png#p1", "p1_b.png#p1", "x.png"};
    QTest::newRow("from the start of the path")
        << "^(\\w+)/" << QStringList{"p1_a.png#one", "p1_b.png#two", "x.png#two"};
    QTest::newRow("from the start of the name")
        << "^(p\\d)_" << QStringList{"p1_a.png#p1", "p1_b.png#p1", "x.png"};
    QTest::newRow("of the whole path")
        << "/(data)/" << QStringList{"p1_a.png#data", "p1_b.png#data", "x.png#data"};
}

void ImportTest::groups() {
    QFETCH(QString, pattern);
    QFETCH(QStringList, expected);
    const test::TemporaryFolder folder;
    writeImage(folder / "data/one/p1_a.png", 1);
    writeImage(folder / "data/two/p1_b.png", 2);
    writeImage(folder / "data/two/x.png", 3);
    auto project = test::newProject(folder);
    auto options = from({folder / "data"});
    options.foldersAreClasses = false;
    options.groupPattern = pattern.toStdString();
    QVERIFY(intake::importInto(*project, options, {}).ok());
    QCOMPARE(told(*project), expected);
    options.groupPattern = "(unfinished";
    const auto wrong = intake::importInto(*project, options, {});
    QVERIFY(!wrong);
    QVERIFY(wrong.error().message.find("(unfinished") != std::string::npos);
}

void ImportTest::onlyTheImages() {
    const test::TemporaryFolder folder;
    writeImage(folder / "data/a/1.png", 1);
    writeImage(folder / "data/b/2.png", 2);
    auto project = test::newProject(folder);
    auto options = from({folder / "data"});
    options.foldersAreClasses = false;
    QCOMPARE(intake::importInto(*project, options, {})->labelled, 0);
    QCOMPARE(told(*project), (QStringList{"1.png", "2.png"}));
    QCOMPARE(project->classes().size(), std::size_t(0));
}

void ImportTest::aTableLabelsKnownImagesButNeverOverwrites() {
    const test::TemporaryFolder folder;
    for (const char* name : {"1.png", "2.png", "3.png"})
        writeImage(folder / "data" / name, 1);
    auto project = test::newProject(folder);
    QVERIFY(intake::importInto(*project, from({folder / "data"}), {}).ok());
    const auto mine = project->addClass("mine");
    QVERIFY(project->assignClass({project->images()[0].id}, *mine).ok());
    std::ofstream(folder / "data/t.csv") << "file,class\n1.png,theirs\n2.png,theirs\n3.png,mine\n";
    const auto labelled = intake::importInto(*project, from({folder / "data/t.csv"}), {});
    QCOMPARE(labelled->added, 0);
    QCOMPARE(labelled->known, 3);
    QCOMPARE(labelled->labelled, 2);
    QCOMPARE(told(*project), (QStringList{"1.png=mine", "2.png=theirs", "3.png=mine"}));
}

void ImportTest::sourcesThatOverlapAreReadOnce() {
    const test::TemporaryFolder folder;
    writeImage(folder / "data/a.png", 1);
    auto project = test::newProject(folder);
    const auto result = intake::importInto(
        *project, from({folder / "data", folder / "data/a.png", folder / "data/../data"}), {});
    QCOMPARE(result->added, 1);
    QCOMPARE(result->known, 0);
}

void ImportTest::oneBadSourceDoesNotSpoilTheRest() {
    const test::TemporaryFolder folder;
    writeImage(folder / "data/a.png", 1);
    std::filesystem::create_directories(folder / "empty");
    auto project = test::newProject(folder);
    const auto result =
        intake::importInto(*project, from({folder / "nowhere", folder / "data", folder / "empty"}), {});
    QCOMPARE(result->added, 1);
    QCOMPARE(result->issues.size(), std::size_t(2));
}

void ImportTest::nothingToImportIsAnError() {
    const test::TemporaryFolder folder;
    std::filesystem::create_directories(folder / "empty");
    auto project = test::newProject(folder);
    const auto empty = intake::importInto(*project, from({folder / "empty"}), {});
    QVERIFY(!empty);
    QVERIFY2(empty.error().message.find("no image") != std::string::npos, empty.error().message.c_str());
    QVERIFY(!intake::importInto(*project, from({}), {}));
    QCOMPARE(project->images().size(), std::size_t(0));
}

void ImportTest::stoppingKeepsWhatWasHandedOut() {
    const test::TemporaryFolder folder;
    for (int i = 0; i < 900; ++i)
        writeImage(folder / ("data/" + std::to_string(i) + ".png"), unsigned(i), 8, 8);
    auto project = test::newProject(folder);
    std::stop_source stop;
    Monitor monitor{.stop = stop.get_token(), .progress = [&](const Progress& progress) {
                        if (progress.total > 0 && progress.done >= 250)
                            stop.request_stop();
                    }};
    const auto stopped = intake::importInto(*project, from({folder / "data"}), monitor);
    QVERIFY(stopped.ok());
    QCOMPARE(std::size_t(stopped->added), project->images().size());
    QVERIFY(stopped->added < 900);
    const auto rest = intake::importInto(*project, from({folder / "data"}), {});
    QCOMPARE(rest->added + stopped->added, 900);
    QCOMPARE(rest->known, stopped->added);
}

void ImportTest::anImportIsOneUndo() {
    const test::TemporaryFolder folder;
    for (int i = 0; i < 450; ++i)
        writeImage(folder / ("data/" + std::to_string(i) + ".png"), unsigned(i), 8, 8);
    auto project = test::newProject(folder);
    QVERIFY(intake::importInto(*project, from({folder / "data"}), {}).ok());
    QCOMPARE(project->undoStack().count(), 1);
    project->undoStack().undo();
    QCOMPARE(project->images().size(), std::size_t(0));
    project->undoStack().redo();
    QCOMPARE(project->images().size(), std::size_t(450));
}

void ImportTest::portionsAreSmallAndInOrder() {
    const test::TemporaryFolder folder;
    for (int i = 0; i < 500; ++i) {
        const std::string number = QString::number(i).rightJustified(4, QLatin1Char('0')).toStdString();
        writeImage(folder / ("data/" + number + ".png"), unsigned(i), 8, 8);
    }
    auto project = test::newProject(folder);
    std::vector<std::string> paths;
    std::set<std::thread::id> threads;
    const auto take = [&](intake::IntakePortion portion) {
        QVERIFY(portion.images.size() <= 200);
        threads.insert(std::this_thread::get_id());
        for (const auto& image : portion.images)
            paths.push_back(image.record.path);
    };
    QVERIFY(intake::readSources(from({folder / "data"}), intake::knownImages(*project), take, {}).ok());
    QCOMPARE(paths.size(), std::size_t(500));
    QVERIFY(std::ranges::is_sorted(paths));
    QCOMPARE(threads.size(), std::size_t(1));
}

void ImportTest::turnedPhotosHaveTheirUprightSize() {
    GRAFT_NEEDS_SHARED("data/robustness_pillow");
    const auto data = test::sharedFolder() / "data/robustness_pillow";
    const test::TemporaryFolder folder;
    auto project = test::newProject(folder);
    QVERIFY(intake::importInto(
                *project, from({data / "hopper_orientation_6.jpg", data / "hopper_orientation_3.jpg"}), {})
                .ok());
    for (const auto& image : project->images()) {
        const auto decoded = imaging::decodeFile(project->absolutePath(image));
        QCOMPARE(image.width, decoded->width());
        QCOMPARE(image.height, decoded->height());
    }
}

void ImportTest::duplicatesAreAddedAndMarked() {
    const test::TemporaryFolder folder;
    writeImage(folder / "data/a.png", 0xABCDEF);
    std::filesystem::copy_file(folder / "data/a.png", folder / "data/b.png");
    writeImage(folder / "data/c.png", 0x123456);
    auto project = test::newProject(folder);
    QCOMPARE(intake::importInto(*project, from({folder / "data"}), {})->added, 3);
    QCOMPARE(project->duplicates().size(), std::size_t(1));
    QCOMPARE(project->duplicates().front().size(), std::size_t(2));
}

void ImportTest::thousandsOfBadFilesAreToldTogether() {
    const test::TemporaryFolder folder;
    std::filesystem::create_directories(folder / "data");
    for (int i = 0; i < 5100; ++i)
        std::ofstream(folder / ("data/" + std::to_string(i) + ".jpg")) << "no image";
    auto project = test::newProject(folder);
    installLogSink([](LogLevel, const std::string&) {});
    const auto result = intake::importInto(*project, from({folder / "data"}), {});

    QCOMPARE(result->added, 0);
    QCOMPARE(result->issues.size(), std::size_t(5001));
    QVERIFY(result->issues.back().problem.starts_with("100 more files"));
}

namespace {

/// Two images of a colour, and of the first a mask with a block of 10 × 10.
void writeMasked(const test::TemporaryFolder& folder) {
    for (const char* name : {"a", "b"})
        test::writeImage(folder / "data/train/images" / (std::string(name) + ".jpg"),
                         name[0] == 'a' ? 0xFF0000 : 0xFF);
    std::vector<std::byte> pixels(40 * 30);
    for (std::size_t y = 5; y < 15; ++y)
        std::fill_n(pixels.begin() + std::ptrdiff_t(y * 40 + 3), 10, std::byte(255));
    const auto mask = imaging::encodePng(imaging::Image(40, 30, 1, imaging::Depth::U8, std::move(pixels)));
    std::filesystem::create_directories(folder / "data/train/masks");
    QVERIFY(writeFileAtomically(folder / "data/train/masks/a.png", *mask).ok());
}

std::size_t shapesIn(const project::Project& project) {
    std::size_t count = 0;
    for (const auto& image : project.images())
        count += project.shapes(image.id).size();
    return count;
}

} // namespace

void ImportTest::masksAreTakenWithTheirImagesAndAfterwards() {
    const test::TemporaryFolder folder;
    writeMasked(folder);
    auto project = test::newProject(folder, annotation::TaskKind::Segmentation);
    const auto first = intake::importInto(*project, test::from({folder / "data"}), {});
    QVERIFY(first.ok());
    QCOMPARE(first->added, 2);
    QCOMPARE(first->labelled, 1);
    QCOMPARE(shapesIn(*project), std::size_t(1));
    const auto box = annotation::boundingBox(project->shapes(project->images()[0].id)[0].geometry);
    QCOMPARE(box, (annotation::Box{3, 5, 10, 10}));

    // The images first, the masks when they are ready.
    project->undoStack().setIndex(0);
    QVERIFY(intake::importInto(*project, test::from({folder / "data/train/images"}), {}).ok());
    QCOMPARE(shapesIn(*project), std::size_t(0));
    const auto second = intake::importInto(*project, test::from({folder / "data/train/masks"}), {});
    QVERIFY(second.ok());
    QCOMPARE(second->added, 0);
    QCOMPARE(second->known, 1);
    QCOMPARE(second->labelled, 1);
    QCOMPARE(project->classes()[0].name, std::string("foreground"));
    project->undoStack().undo();
    QCOMPARE(shapesIn(*project), std::size_t(0));
    QVERIFY(project->classes().empty());
    project->undoStack().redo();
    QCOMPARE(shapesIn(*project), std::size_t(1));
}

void ImportTest::shapesOfAPersonStayWhenMasksAreImported() {
    const test::TemporaryFolder folder;
    writeMasked(folder);
    auto project = test::newProject(folder, annotation::TaskKind::Segmentation);
    QVERIFY(intake::importInto(*project, test::from({folder / "data/train/images"}), {}).ok());
    annotation::Shape drawn;
    drawn.classId = *project->addClass("mine");
    drawn.geometry = annotation::Box{1, 1, 5, 5};
    const ImageId image = project->images()[0].id;
    QVERIFY(project->editShapes(image, project::ShapeVerb::Draw, {drawn}).ok());
    const auto imported = intake::importInto(*project, test::from({folder / "data"}), {});
    QVERIFY(imported.ok());
    QCOMPARE(imported->labelled, 0);
    QCOMPARE(project->shapes(image).size(), std::size_t(1));
    QCOMPARE(project->classes().size(), std::size_t(1));
}

void ImportTest::aPreviewSaysWhatAnImportDoes() {
    const test::TemporaryFolder folder;
    writeMasked(folder);
    auto project = test::newProject(folder, annotation::TaskKind::Segmentation);
    const auto preview = intake::previewImport(*project, test::from({folder / "data"}), {});
    QVERIFY(preview.ok());
    QCOMPARE(preview->added, 2);
    QCOMPARE(preview->known, 0);
    QCOMPARE(preview->shapes, (std::map<std::string, int>{{"foreground", 1}}));
    QVERIFY(project->images().empty());
    QCOMPARE(project->undoStack().count(), 0);
    QVERIFY(intake::importInto(*project, test::from({folder / "data"}), {}).ok());
    const auto again = intake::previewImport(*project, test::from({folder / "data"}), {});
    QCOMPARE(again->added, 0);
    QCOMPARE(again->known, 2);
    QVERIFY(again->shapes.empty()); // what is drawn stays
}

QTEST_GUILESS_MAIN(ImportTest)
#include "ImportTest.moc"
