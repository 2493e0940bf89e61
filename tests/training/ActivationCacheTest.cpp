// What a frozen prefix gave is kept in files that are never trusted further than their checksums.

#include "training/ActivationCache.h"

#include "support/Support.h"

#include <QTest>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <vector>

using namespace graft;
using training::ActivationCache;

namespace {

const ActivationCache::Kind kKind{{11, 22}, 20};
constexpr std::size_t kHeader = 48, kRecordHead = 24;

std::vector<std::byte> record(int first) {
    std::vector<std::byte> values(kKind.bytes);
    for (std::byte& value : values)
        value = std::byte(first++);
    return values;
}

bool holds(ActivationCache& cache, const ActivationCache::Key& key, int first) {
    std::vector<std::byte> values(kKind.bytes);
    return cache.read(key, values) && values == record(first);
}

void writeByte(const std::filesystem::path& file, std::size_t at, char value) {
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekp(std::streamoff(at));
    stream.put(value);
}

} // namespace

class ActivationCacheTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void recordsOutliveTheProcess();
    void aDamagedRecordIsAsIfNotThere();
    void aTornTailIsAsIfNotThere();
    void anotherHeaderStartsAnew();
    void aSecondWriterKeepsItsOwn();
    void withoutPermissionItIsInMemory();
    void recordsOfAnotherLengthAreRefused();
    void roomIsMadeByWhatWasUsedLongestAgo();
    void aFileInUseStays();

private:
    test::TemporaryFolder m_folder;
    std::filesystem::path fresh() {
        static int number = 0;
        return m_folder / ("cache" + std::to_string(number++));
    }
};

void ActivationCacheTest::recordsOutliveTheProcess() {
    const auto folder = fresh();
    {
        const auto cache = ActivationCache::open(folder, kKind);
        QVERIFY(cache && cache->onDisk());
        QVERIFY(!cache->contains({1, 1}));
        QVERIFY(cache->write({1, 1}, record(10)));
        QVERIFY(cache->write({2, 1}, record(20)));
        QVERIFY(holds(*cache, {1, 1}, 10));
    }
    const auto cache = ActivationCache::open(folder, kKind);
    QVERIFY(holds(*cache, {1, 1}, 10) && holds(*cache, {2, 1}, 20));
    QVERIFY(!cache->contains({3, 1}));
    QCOMPARE(cache->bytes(), kHeader + 2 * ActivationCache::recordBytes(kKind.bytes));
}

void ActivationCacheTest::aDamagedRecordIsAsIfNotThere() {
    const auto folder = fresh();
    {
        const auto cache = ActivationCache::open(folder, kKind);
        QVERIFY(cache->write({1, 1}, record(10)) && cache->write({2, 1}, record(20)));
    }
    writeByte(training::cacheFile(folder, kKind), kHeader + kRecordHead + 7, 'x');
    const auto cache = ActivationCache::open(folder, kKind);
    QVERIFY(!holds(*cache, {1, 1}, 10));
    QVERIFY(!cache->contains({1, 1}));
    QVERIFY(holds(*cache, {2, 1}, 20));
    QVERIFY(cache->write({1, 1}, record(10)));
    QVERIFY(holds(*cache, {1, 1}, 10));
}

void ActivationCacheTest::aTornTailIsAsIfNotThere() {
    const auto folder = fresh();
    const auto file = training::cacheFile(folder, kKind);
    {
        const auto cache = ActivationCache::open(folder, kKind);
        QVERIFY(cache->write({1, 1}, record(10)) && cache->write({2, 1}, record(20)));
    }
    std::filesystem::resize_file(file, std::filesystem::file_size(file) - 3);
    {
        const auto cache = ActivationCache::open(folder, kKind);
        QVERIFY(holds(*cache, {1, 1}, 10) && !cache->contains({2, 1}));
        QVERIFY(cache->write({2, 1}, record(20)));
    }
    const auto cache = ActivationCache::open(folder, kKind);
    QVERIFY(holds(*cache, {1, 1}, 10) && holds(*cache, {2, 1}, 20));
}

void ActivationCacheTest::anotherHeaderStartsAnew() {
    const auto folder = fresh();
    const auto file = training::cacheFile(folder, kKind);
    std::filesystem::create_directories(folder);
    std::ofstream(file) << std::string(1000, 'z');
    const auto cache = ActivationCache::open(folder, kKind);
    QVERIFY(cache->onDisk());
    QCOMPARE(cache->bytes(), kHeader);
    QVERIFY(cache->write({1, 1}, record(10)) && holds(*cache, {1, 1}, 10));
}

void ActivationCacheTest::aSecondWriterKeepsItsOwn() {
    const auto folder = fresh();
    const auto first = ActivationCache::open(folder, kKind);
    const auto second = ActivationCache::open(folder, kKind);
    QVERIFY(first->onDisk() && second && !second->onDisk());
    QVERIFY(first->write({1, 1}, record(10)) && second->write({1, 1}, record(30)));
    QVERIFY(holds(*first, {1, 1}, 10) && holds(*second, {1, 1}, 30));
}

void ActivationCacheTest::withoutPermissionItIsInMemory() {
    const auto folder = fresh();
    std::ofstream(folder) << "a file where the folder should be";
    const auto cache = ActivationCache::open(folder, kKind);
    QVERIFY(cache && !cache->onDisk());
    QVERIFY(cache->write({1, 1}, record(10)) && holds(*cache, {1, 1}, 10));
}

void ActivationCacheTest::recordsOfAnotherLengthAreRefused() {
    const auto cache = ActivationCache::open(fresh(), kKind);
    QVERIFY(!cache->write({1, 1}, std::vector<std::byte>(kKind.bytes + 1)));
    QVERIFY(cache->write({1, 1}, record(10)));
    std::vector<std::byte> shorter(kKind.bytes - 1);
    QVERIFY(!cache->read({1, 1}, shorter));
    QVERIFY(!ActivationCache::open(fresh(), {{1, 1}, 0}));
}

void ActivationCacheTest::roomIsMadeByWhatWasUsedLongestAgo() {
    const auto folder = fresh();
    std::filesystem::create_directories(folder);
    const auto now = std::filesystem::file_time_type::clock::now();
    for (int age = 0; age < 4; ++age) {
        const auto file = folder / ("old" + std::to_string(age) + ".act");
        std::ofstream(file) << std::string(100, 'x');
        std::filesystem::last_write_time(file, now - std::chrono::hours(age + 1));
    }
    std::ofstream(folder / "else.txt") << std::string(1000, 'x');
    QVERIFY(training::makeRoom(folder, folder / "new.act", 50, 300));
    QVERIFY(std::filesystem::exists(folder / "old0.act") && std::filesystem::exists(folder / "old1.act"));
    QVERIFY(!std::filesystem::exists(folder / "old2.act") && !std::filesystem::exists(folder / "old3.act"));
    QVERIFY(std::filesystem::exists(folder / "else.txt"));
    QVERIFY(!training::makeRoom(folder, folder / "new.act", 301, 300));
}

void ActivationCacheTest::aFileInUseStays() {
    const auto folder = fresh();
    const auto cache = ActivationCache::open(folder, kKind);
    QVERIFY(cache->write({1, 1}, record(10)));
    QVERIFY(!training::makeRoom(folder, folder / "other.act", 10, 20));
    QVERIFY(std::filesystem::exists(training::cacheFile(folder, kKind)));
}

QTEST_GUILESS_MAIN(ActivationCacheTest)
#include "ActivationCacheTest.moc"
