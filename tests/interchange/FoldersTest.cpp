#include "Tree.h"
#include "interchange/FolderNames.h"

#include <set>
#include <unistd.h>

using namespace graft;
using annotation::Split;
using test::told;

class FoldersTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namesOfFoldersTellTheSplit_data();
    void namesOfFoldersTellTheSplit();
    void layoutsAreUnderstood_data();
    void layoutsAreUnderstood();
    void explicitFormatsOverruleTheGuess();
    void linksOutOfTheFolderAreNotFollowed();
    void loopsAndBrokenLinksAreHarmless();
    void anEmptyFolderSaysSo();
    void aClassWithoutImagesIsTold();
    void whatCannotBeReadIsAnError_data();
    void whatCannotBeReadIsAnError();
    void aFolderWithoutPermissionIsTold();
    void masksBesideTheirImagesAreNoImages();
    void manyFilesAreListedInOrder();
    void stopping();
    void realFolders();
};

void FoldersTest::namesOfFoldersTellTheSplit_data() {
    QTest::addColumn<QString>("split");
    for (const char* name : {"train", "Training", "TRAIN", "train_set", "training-data", "seg_train",
                             "train2017", "trainset", "TrainImages", "trn"})
        QTest::newRow(name) << "train";
    for (const char* name : {"val", "valid", "Validation", "val2017", "validation_set", "dev", "eval"})
        QTest::newRow(name) << "val";
    for (const char* name : {"test", "Testing", "seg_test", "testset", "test_images", "tst"})
        QTest::newRow(name) << "test";
    for (const char* name : {"trainer", "latest", "testimony", "value", "contest", "ants", "", "2017",
                             "train_test", "steam train", "validity", "bus"})
        QTest::newRow(*name ? name : "nothing") << "none";
}

void FoldersTest::namesOfFoldersTellTheSplit() {
    QFETCH(QString, split);
    const std::string name = QTest::currentDataTag() == QByteArray("nothing") ? "" : QTest::currentDataTag();
    const auto found = interchange::splitOfFolder(name);
    QCOMPARE(QString::fromStdString(std::string(annotation::name(found.value_or(Split::None)))), split);
}

void FoldersTest::layoutsAreUnderstood_data() {
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QStringList>("expected");

    QTest::newRow("plain images") << QStringList{"a.jpg", "b.PNG"} << "images"
                                  << QStringList{"a.jpg", "b.PNG"};
    QTest::newRow("a folder per class") << QStringList{"ants/1.jpg", "bees/1.jpg"} << "folders"
                                        << QStringList{"ants/1.jpg=ants", "bees/1.jpg=bees"};
    QTest::newRow("split above classes")
        << QStringList{"train/ants/1.jpg", "train/bees/2.jpg", "Validation/ants/3.jpg"} << "folders"
        << QStringList{"Validation/ants/3.jpg=ants@val", "train/ants/1.jpg=ants@train",
                       "train/bees/2.jpg=bees@train"};
    QTest::newRow("split below classes")
        << QStringList{"ants/train/1.jpg", "ants/test/2.jpg", "bees/train/3.jpg"} << "folders"
        << QStringList{"ants/test/2.jpg=ants@test", "ants/train/1.jpg=ants@train",
                       "bees/train/3.jpg=bees@train"};
    QTest::newRow("a folder that holds all")
        << QStringList{"archive/data/ants/1.jpg", "archive/data/bees/1.jpg"} << "folders"
        << QStringList{"archive/data/ants/1.jpg=ants", "archive/data/bees/1.jpg=bees"};
    QTest::newRow("the same name twice")
        << QStringList{"seg_train/seg_train/sea/1.jpg", "seg_train/seg_train/ice/1.jpg",
                       "seg_test/seg_test/sea/1.jpg", "seg_pred/seg_pred/1.jpg"}
        << "folders"
        << QStringList{"seg_pred/seg_pred/1.jpg", "seg_test/seg_test/sea/1.jpg=sea@test",
                       "seg_train/seg_train/ice/1.jpg=ice@train", "seg_train/seg_train/sea/1.jpg=sea@train"};
    QTest::newRow("a train among vehicles")
        << QStringList{"bus/1.jpg", "car/1.jpg", "train/1.jpg"} << "folders"
        << QStringList{"bus/1.jpg=bus", "car/1.jpg=car", "train/1.jpg=train"};
    QTest::newRow("only sides of the split") << QStringList{"train/1.jpg", "val/2.jpg"} << "images"
                                             << QStringList{"train/1.jpg@train", "val/2.jpg@val"};
    QTest::newRow("sides with a folder of images")
        << QStringList{"train/images/1.jpg", "val/images/2.jpg"} << "images"
        << QStringList{"train/images/1.jpg@train", "val/images/2.jpg@val"};
    QTest::newRow("one folder is no class") << QStringList{"holiday/1.jpg", "holiday/2.jpg"} << "images"
                                            << QStringList{"holiday/1.jpg", "holiday/2.jpg"};
    QTest::newRow("one class in a split")
        << QStringList{"train/ants/1.jpg", "val/ants/2.jpg"} << "folders"
        << QStringList{"train/ants/1.jpg=ants@train", "val/ants/2.jpg=ants@val"};
    QTest::newRow("deeper folders belong to the class")
        << QStringList{"cats/tabby/1.jpg", "dogs/a/b/2.jpg"} << "folders"
        << QStringList{"cats/tabby/1.jpg=cats", "dogs/a/b/2.jpg=dogs"};
    QTest::newRow("one class in two spellings")
        << QStringList{"train/Ants/1.jpg", "train/bees/1.jpg", "val/ants/2.jpg"} << "folders"
        << QStringList{"train/Ants/1.jpg=Ants@train", "train/bees/1.jpg=bees@train",
                       "val/ants/2.jpg=Ants@val"};
    QTest::newRow("unlabelled images")
        << QStringList{"ants/1.jpg", "bees/2.jpg", "unlabeled/3.jpg", "4.jpg"} << "folders"
        << QStringList{"4.jpg", "ants/1.jpg=ants", "bees/2.jpg=bees", "unlabeled/3.jpg"};
    QTest::newRow("images and masks are no classes") << QStringList{"images/1.jpg", "masks/1.png"} << "images"
                                                     << QStringList{"images/1.jpg", "masks/1.png"};
    QTest::newRow("one folder among loose images")
        << QStringList{"1.jpg", "more/b/2.jpg", "more/g/3.jpg"} << "images"
        << QStringList{"1.jpg", "more/b/2.jpg", "more/g/3.jpg"};
    QTest::newRow("junk is not seen") << QStringList{"ants/1.jpg",
                                                     "ants/Thumbs.db",
                                                     "ants/.DS_Store",
                                                     "ants/._1.jpg",
                                                     "__MACOSX/ants/._1.jpg",
                                                     ".hidden/2.jpg",
                                                     "bees/1.jpg",
                                                     "bees/notes.txt",
                                                     "bees/desktop.ini",
                                                     "p.graft/thumbnails/aa/1.jpg",
                                                     "@eaDir/bees/1.jpg"}
                                      << "folders" << QStringList{"ants/1.jpg=ants", "bees/1.jpg=bees"};
    QTest::newRow("names in other scripts")
        << QStringList{QStringLiteral("pingüino/1.jpg"), QStringLiteral("ねこ/2.jpg")} << "folders"
        << QStringList{QStringLiteral("pingüino/1.jpg=pingüino"), QStringLiteral("ねこ/2.jpg=ねこ")};
}

void FoldersTest::layoutsAreUnderstood() {
    QFETCH(QStringList, files);
    QFETCH(QString, format);
    QFETCH(QStringList, expected);
    const test::TemporaryFolder folder;
    test::makeTree(folder.path(), files);
    const auto found = interchange::readSource(folder.path(), {});
    QVERIFY2(found.ok(), found ? "" : found.error().message.c_str());
    QCOMPARE(QString::fromStdString(found->format), format);
    QCOMPARE(told(*found, folder.path()), expected);
    QCOMPARE(test::problemsOf(*found), QStringList{});
}

void FoldersTest::explicitFormatsOverruleTheGuess() {
    const test::TemporaryFolder folder;
    test::makeTree(folder.path(), {"holiday/1.jpg"});
    const auto folders = interchange::readSource(folder.path(), {.format = "folders"});
    QCOMPARE(told(*folders, folder.path()), QStringList{"holiday/1.jpg=holiday"});
    test::makeTree(folder.path(), {"work/1.jpg"});
    const auto images = interchange::readSource(folder.path(), {.format = "images"});
    QCOMPARE(told(*images, folder.path()), (QStringList{"holiday/1.jpg", "work/1.jpg"}));
}

void FoldersTest::linksOutOfTheFolderAreNotFollowed() {
    namespace fs = std::filesystem;
    const test::TemporaryFolder outside;
    test::makeTree(outside.path(), {"secret/1.jpg", "2.jpg"});
    const test::TemporaryFolder folder;
    test::makeTree(folder.path(), {"pool/own.jpg", "set/"});
    fs::create_directory_symlink(outside / "secret", folder / "secret");
    fs::create_symlink(outside / "2.jpg", folder / "set/2.jpg");
    fs::create_symlink(folder / "pool/own.jpg", folder / "set/inner.jpg");
    const auto found = interchange::readSource(folder.path(), {.format = "images"});
    QCOMPARE(told(*found, folder.path()), (QStringList{"pool/own.jpg", "set/inner.jpg"}));
    QCOMPARE(found->problems.size(), std::size_t(2));
    for (const auto& problem : found->problems)
        QVERIFY2(problem.problem.find("lead out") != std::string::npos, problem.problem.c_str());
}

void FoldersTest::loopsAndBrokenLinksAreHarmless() {
    namespace fs = std::filesystem;
    const test::TemporaryFolder folder;
    test::makeTree(folder.path(), {"a/1.jpg"});
    fs::create_directory_symlink(folder.path(), folder / "a/loop");
    fs::create_symlink(folder / "gone.jpg", folder / "a/broken.jpg");
    fs::create_symlink(folder / "a/self.jpg", folder / "a/self.jpg");
    const auto found = interchange::readSource(folder.path(), {});
    QVERIFY(found.ok());
    QCOMPARE(told(*found, folder.path()), QStringList{"a/1.jpg"});
}

void FoldersTest::anEmptyFolderSaysSo() {
    const test::TemporaryFolder folder;
    test::makeTree(folder.path(), {"deep/", "notes.txt"});
    const auto found = interchange::readSource(folder.path(), {});
    QVERIFY(!found);
    QVERIFY2(found.error().message.find("no image") != std::string::npos, found.error().message.c_str());
}

void FoldersTest::aClassWithoutImagesIsTold() {
    const test::TemporaryFolder folder;
    test::makeTree(folder.path(), {"ants/1.jpg", "bees/"});
    const auto found = interchange::readSource(folder.path(), {});
    QCOMPARE(told(*found, folder.path()), QStringList{"ants/1.jpg=ants"});
    QCOMPARE(found->problems.size(), std::size_t(1));
    QVERIFY(found->problems.front().problem.find("bees") != std::string::npos);
}

void FoldersTest::whatCannotBeReadIsAnError_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("says");
    QTest::newRow("nowhere") << "nowhere"
                             << "auto"
                             << "does not exist";
    QTest::newRow("a text file") << "notes.txt"
                                 << "auto"
                                 << "neither an image";
    QTest::newRow("a format of later") << "."
                                       << "cvat"
                                       << "It reads: folders";
    QTest::newRow("no format at all") << "."
                                      << "mp3"
                                      << "mp3";
    QTest::newRow("no table there") << "."
                                    << "csv"
                                    << "no class table";
}

void FoldersTest::whatCannotBeReadIsAnError() {
    QFETCH(QString, path);
    QFETCH(QString, format);
    QFETCH(QString, says);
    const test::TemporaryFolder folder;
    test::makeTree(folder.path(), {"notes.txt", "1.jpg"});
    const auto found = interchange::readSource(folder / path.toStdString(), {.format = format.toStdString()});
    QVERIFY(!found);
    QVERIFY2(QString::fromStdString(found.error().message).contains(says), found.error().message.c_str());
}

void FoldersTest::aFolderWithoutPermissionIsTold() {
    namespace fs = std::filesystem;
    const test::TemporaryFolder folder;
    test::makeTree(folder.path(), {"open/1.jpg", "closed/2.jpg"});
    fs::permissions(folder / "closed", fs::perms::none);
    if (::access((folder / "closed").c_str(), R_OK) == 0)
        QSKIP("this user may read everything");
    const auto found = interchange::readSource(folder.path(), {});
    const auto closed = interchange::readSource(folder / "closed", {});
    fs::permissions(folder / "closed", fs::perms::owner_all);
    QCOMPARE(told(*found, folder.path()), QStringList{"open/1.jpg"});
    QVERIFY(found->problems.front().problem.find("permission") != std::string::npos);
    QVERIFY(!closed && closed.error().message.find("permission") != std::string::npos);
}

// Only the colour type in the header counts: 0 grey, 2 RGB.
void FoldersTest::masksBesideTheirImagesAreNoImages() {
    const auto png = [](char colourType) {
        return std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08", 25) + colourType;
    };
    const test::TemporaryFolder folder;
    test::makeTree(folder.path(), {"001.bmp", "002.bmp", "003.bmp"});
    test::write(folder / "001.png", png(0));
    test::write(folder / "002.png", png(3));
    test::write(folder / "003.png", png(2));
    test::write(folder / "004.png", png(0));
    const auto found = interchange::readSource(folder.path(), {});
    QCOMPARE(told(*found, folder.path()),
             (QStringList{"001.bmp", "002.bmp", "003.bmp", "003.png", "004.png"}));
    QCOMPARE(found->problems.size(), std::size_t(1));
    QVERIFY(found->problems.front().problem.starts_with("2 PNG files"));
}

void FoldersTest::manyFilesAreListedInOrder() {
    const test::TemporaryFolder folder;
    QStringList files;
    for (int i = 0; i < 3000; ++i)
        files << QStringLiteral("c%1/%2.jpg").arg(i % 7).arg(i, 5, 10, QLatin1Char('0'));
    test::makeTree(folder.path(), files);
    const auto found = interchange::readSource(folder.path(), {});
    QCOMPARE(found->images.size(), std::size_t(3000));
    QVERIFY(std::ranges::is_sorted(found->images, {}, &interchange::FoundImage::path));
}

void FoldersTest::stopping() {
    const test::TemporaryFolder folder;
    test::makeTree(folder.path(), {"1.jpg"});
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!interchange::readSource(folder.path(), {}, {.stop = stop.get_token()}));
}

void FoldersTest::realFolders() {
    GRAFT_NEEDS_SHARED("data/hymenoptera_256");
    const auto data = test::sharedFolder() / "data";
    const auto insects = interchange::readSource(data / "hymenoptera_256", {});
    QCOMPARE(insects->format, std::string("folders"));
    QCOMPARE(insects->images.size(), std::size_t(398)); // with a GIF that only says "image not found"
    QCOMPARE(std::ranges::count(insects->images, Split::Train, &interchange::FoundImage::split), 245);
    QCOMPARE(std::ranges::count(insects->images, std::string("ants"), &interchange::FoundImage::className),
             124 + 70);
    const auto radiographs = interchange::readSource(data / "mednist_1200", {});
    std::set<std::string> classes;
    for (const auto& image : radiographs->images)
        classes.insert(image.className);
    QCOMPARE(classes.size(), std::size_t(6));
    const auto odd = interchange::readSource(data / "robustness_pillow", {});
    QCOMPARE(odd->format, std::string("images"));
    QVERIFY(odd->images.size() > 150);
}

QTEST_GUILESS_MAIN(FoldersTest)
#include "FoldersTest.moc"
