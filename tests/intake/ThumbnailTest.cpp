#include "Fixture.h"

#include "imaging/Transform.h"
#include "intake/Thumbnails.h"

#include <atomic>
#include <thread>

using namespace graft;

class ThumbnailTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itIsMadeOnceAndKept();
    void aDamagedOneIsMadeAgain();
    void aChangedFileIsNotKeptUnderTheOldHash();
    void aMissingImageIsAnError();
    void hostileHashesNameNoFile_data();
    void hostileHashesNameNoFile();
    void manyThreadsMayAsk();
    void aFolderThatCannotBeWrittenIsNoFailure();
};

namespace {

std::string hashOf(const std::filesystem::path& file) {
    return intake::contentHash(*readFile(file, 1 << 24));
}

bool isColour(const imaging::Image& image, std::uint32_t rgb) {
    for (int c = 0; c < 3; ++c)
        if (std::abs(int(image.u8()[c]) - int(rgb >> (16 - 8 * c) & 0xFF)) > 6)
            return false;
    return true;
}

} // namespace

void ThumbnailTest::itIsMadeOnceAndKept() {
    const test::TemporaryFolder folder;
    test::writeImage(folder / "a.png", 0x4080C0, 1000, 500);
    const std::string hash = hashOf(folder / "a.png");
    const auto made = intake::thumbnail(folder / "t", folder / "a.png", hash);
    QVERIFY(made.ok());
    QCOMPARE(made->width(), 256);
    QCOMPARE(made->height(), 128);
    QCOMPARE(made->channels(), 3);
    QVERIFY(isColour(*made, 0x4080C0));
    std::filesystem::remove(folder / "a.png");
    const auto kept = intake::thumbnail(folder / "t", folder / "a.png", hash);
    QVERIFY(kept.ok());
    QCOMPARE(kept->width(), 256);
    QVERIFY(isColour(*kept, 0x4080C0));
}

void ThumbnailTest::aDamagedOneIsMadeAgain() {
    const test::TemporaryFolder folder;
    test::writeImage(folder / "a.png", 0x4080C0);
    const std::string hash = hashOf(folder / "a.png");
    (void)intake::thumbnail(folder / "t", folder / "a.png", hash);
    const auto file = intake::thumbnailFile(folder / "t", hash);
    for (const char* damage : {"", "not a JPEG"}) {
        std::ofstream(file, std::ios::trunc) << damage;
        const auto again = intake::thumbnail(folder / "t", folder / "a.png", hash);
        QVERIFY(again.ok());
        QVERIFY(isColour(*again, 0x4080C0));
        QVERIFY(intake::storedThumbnail(file).has_value());
    }
}

void ThumbnailTest::aChangedFileIsNotKeptUnderTheOldHash() {
    const test::TemporaryFolder folder;
    test::writeImage(folder / "a.png", 0x4080C0);
    const std::string hash = hashOf(folder / "a.png");
    test::writeImage(folder / "a.png", 0xF01020);
    const auto shown = intake::thumbnail(folder / "t", folder / "a.png", hash);
    QVERIFY(isColour(*shown, 0xF01020));
    QVERIFY(!std::filesystem::exists(intake::thumbnailFile(folder / "t", hash)));
}

void ThumbnailTest::aMissingImageIsAnError() {
    const test::TemporaryFolder folder;
    const auto missing = intake::thumbnail(folder / "t", folder / "gone.png", std::string(64, 'a'));
    QVERIFY(!missing);
    QVERIFY(missing.error().message.find("does not exist") != std::string::npos);
}

void ThumbnailTest::hostileHashesNameNoFile_data() {
    QTest::addColumn<QString>("hash");
    for (const char* hash : {"", "../../../etc/passwd", "ab/../../x", "ABCDEF0123456789", "abc"})
        QTest::newRow(*hash ? hash : "empty") << QString::fromLatin1(hash);
}

void ThumbnailTest::hostileHashesNameNoFile() {
    QFETCH(QString, hash);
    QVERIFY(intake::thumbnailFile("/t", hash.toStdString()).empty());
    const test::TemporaryFolder folder;
    test::writeImage(folder / "a.png", 0x4080C0);
    QVERIFY(intake::thumbnail(folder / "t", folder / "a.png", hash.toStdString()).ok());
    QVERIFY(!std::filesystem::exists(folder / "t"));
}

void ThumbnailTest::manyThreadsMayAsk() {
    const test::TemporaryFolder folder;
    std::vector<std::string> hashes;
    for (unsigned i = 0; i < 6; ++i) {
        test::writeImage(folder / (std::to_string(i) + ".jpg"), i * 0x202020, 600, 400);
        hashes.push_back(hashOf(folder / (std::to_string(i) + ".jpg")));
    }
    std::atomic<int> good{0};
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&] {
                for (unsigned i = 0; i < 6; ++i) {
                    const auto shown =
                        intake::thumbnail(folder / "t", folder / (std::to_string(i) + ".jpg"), hashes[i]);
                    good += shown.ok() && shown->width() == 256 && isColour(*shown, i * 0x202020);
                }
            });
    }
    QCOMPARE(good.load(), 24);
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder / "t"))
        QVERIFY2(entry.is_directory() || entry.path().extension() == ".jpg", entry.path().c_str());
}

void ThumbnailTest::aFolderThatCannotBeWrittenIsNoFailure() {
    const test::TemporaryFolder folder;
    test::writeImage(folder / "a.png", 0x4080C0);
    std::ofstream(folder / "t") << "a file is in the way";
    QVERIFY(intake::thumbnail(folder / "t", folder / "a.png", hashOf(folder / "a.png")).ok());
}

QTEST_GUILESS_MAIN(ThumbnailTest)
#include "ThumbnailTest.moc"
