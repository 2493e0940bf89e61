#include "base/Files.h"
#include "support/Support.h"

#include <QTest>

#include <atomic>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace graft;

namespace {

std::size_t filesIn(const std::filesystem::path& folder) {
    return std::size_t(
        std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator()));
}

} // namespace

class FilesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void writesAndReadsBack_data();
    void writesAndReadsBack();
    void replacesWholly();
    void aReaderSeesTheOldOrTheNewNeverAPart();
    void leavesNothingBehindWhereItFails();
    void refusesMoreThanTheLimit();
    void refusesWhatIsNoFile();
    void namesTheReason();
    void saysThatPermissionIsMissing();
};

void FilesTest::writesAndReadsBack_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("two\nlines\n");
    QTest::newRow("zeros") << QByteArray(100'000, '\0');
}

void FilesTest::writesAndReadsBack() {
    QFETCH(QByteArray, content);
    const test::TemporaryFolder folder;
    const std::string text = content.toStdString();
    QVERIFY(writeFileAtomically(folder / "a file", text).ok());
    QCOMPARE(*readTextFile(folder / "a file", 1 << 20), text);
    QCOMPARE(readFile(folder / "a file", 1 << 20)->size(), text.size());
    QCOMPARE(filesIn(folder.path()), std::size_t(1));
}

void FilesTest::replacesWholly() {
    const test::TemporaryFolder folder;
    QVERIFY(writeFileAtomically(folder / "a", std::string(5000, 'x')).ok());
    QVERIFY(writeFileAtomically(folder / "a", "short").ok());
    QCOMPARE(*readTextFile(folder / "a", 100), std::string("short"));
    struct stat status {};
    QCOMPARE(::stat((folder / "a").c_str(), &status), 0);
    QCOMPARE(int(status.st_mode & 0777), 0644);
}

void FilesTest::aReaderSeesTheOldOrTheNewNeverAPart() {
    const test::TemporaryFolder folder;
    const std::string a(200'000, 'a'), b(100'000, 'b');
    QVERIFY(writeFileAtomically(folder / "f", a).ok());
    std::atomic<bool> done = false;
    std::atomic<int> parts = 0;
    std::jthread reader([&] {
        while (!done) {
            const auto text = readTextFile(folder / "f", 1 << 20);
            if (!text || (*text != a && *text != b))
                ++parts;
        }
    });
    for (int i = 0; i < 50; ++i)
        QVERIFY(writeFileAtomically(folder / "f", i % 2 ? a : b).ok());
    done = true;
    reader.join();
    QCOMPARE(parts.load(), 0);
}

void FilesTest::leavesNothingBehindWhereItFails() {
    const test::TemporaryFolder folder;
    std::filesystem::create_directory(folder / "taken"); // a folder cannot be replaced by a file
    const auto written = writeFileAtomically(folder / "taken", "text");
    QVERIFY(!written.ok());
    QVERIFY(written.error().message.find("taken") != std::string::npos);
    QCOMPARE(filesIn(folder.path()), std::size_t(1));
    QVERIFY(!writeFileAtomically(folder / "missing" / "f", "text").ok());
}

void FilesTest::refusesMoreThanTheLimit() {
    const test::TemporaryFolder folder;
    QVERIFY(writeFileAtomically(folder / "f", std::string(1000, 'x')).ok());
    QVERIFY(readFile(folder / "f", 1000).ok());
    QVERIFY(!readFile(folder / "f", 999).ok());
}

void FilesTest::refusesWhatIsNoFile() {
    const test::TemporaryFolder folder;
    QVERIFY(!readFile(folder.path(), 100).ok());
    QCOMPARE(::mkfifo((folder / "pipe").c_str(), 0600), 0);
    QVERIFY(!readFile(folder / "pipe", 100).ok()); // and does not wait for a writer
    QVERIFY(!readFile("/dev/zero", 100).ok());
}

void FilesTest::namesTheReason() {
    const test::TemporaryFolder folder;
    const auto missing = readFile(folder / "none", 100);
    QVERIFY(!missing.ok());
    QVERIFY2(missing.error().message.find("does not exist") != std::string::npos,
             missing.error().message.c_str());
    QVERIFY(missing.error().message.find("none") != std::string::npos);
    QCOMPARE(systemErrorText(ENOSPC), std::string("the disk is full"));
    QCOMPARE(systemErrorText(EACCES), std::string("you have no permission"));
}

void FilesTest::saysThatPermissionIsMissing() {
    const test::TemporaryFolder folder;
    if (::geteuid() == 0)
        QSKIP("root may read everything");
    QVERIFY(writeFileAtomically(folder / "secret", "x").ok());
    QCOMPARE(::chmod((folder / "secret").c_str(), 0), 0);
    const auto secret = readFile(folder / "secret", 100);
    QVERIFY(!secret.ok());
    QVERIFY(secret.error().message.find("no permission") != std::string::npos);
}

QTEST_GUILESS_MAIN(FilesTest)
#include "FilesTest.moc"
