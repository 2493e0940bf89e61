#include "project/Project.h"
#include "ui/data/ThumbnailCache.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <mutex>
#include <semaphore>

using namespace graft;
using ui::Thumbnail;
using ui::ThumbnailCache;

namespace {

std::vector<ImageId> range(int first, int last) {
    std::vector<ImageId> ids;
    for (int i = first; i <= last; ++i)
        ids.push_back({i});
    return ids;
}

ThumbnailCache::Find anyImage() {
    return [](ImageId id) { return ThumbnailCache::Source{{}, std::to_string(id.value), {}}; };
}

Thumbnail picture(int side) {
    Thumbnail thumbnail;
    thumbnail.picture = QImage(side, side, QImage::Format_RGB32);
    thumbnail.picture.fill(Qt::gray);
    return thumbnail;
}

bool settles(ThumbnailCache& cache) {
    return QTest::qWaitFor([&] { return cache.idle(); }, 20'000);
}

} // namespace

class DataThumbnailCacheTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsWantedArrives();
    void memoryStaysInsideItsBound();
    void whatIsOnScreenIsNeverPushedOut();
    void whatNobodyWantsAnyMoreIsNotDecoded();
    void aLargerOneIsDecodedWhenItIsNeeded();
    void aFileThatIsGoneIsMarkedAndTriedAgain();
    void removedImagesAreForgotten();
    void lateAnswersOfAClosedProjectAreDropped();
};

void DataThumbnailCacheTest::whatIsWantedArrives() {
    ThumbnailCache cache(anyImage(), [](const auto&) { return picture(256); });
    QSignalSpy ready(&cache, &ThumbnailCache::ready);
    QVERIFY(!cache.find({1}));
    cache.want(this, range(1, 30), 256);
    QVERIFY(!cache.idle());
    QVERIFY(settles(cache));
    QCOMPARE(ready.size(), 30);
    QVERIFY(cache.find({30}));
    QCOMPARE(cache.find({30})->picture.width(), 256);
}

void DataThumbnailCacheTest::memoryStaysInsideItsBound() {
    constexpr std::size_t kLimit = 4u << 20;
    ThumbnailCache cache(
        anyImage(), [](const auto&) { return picture(256); }, kLimit);
    for (int first = 1; first < 600; first += 10) {
        cache.want(this, range(first, first + 9), 256);
        QVERIFY(settles(cache));
        QVERIFY2(cache.bytes() <= kLimit, qPrintable(QString::number(cache.bytes())));
        for (ImageId id : range(first, first + 9))
            QVERIFY(cache.find(id));
    }
    QVERIFY(!cache.find({1}));
}

void DataThumbnailCacheTest::whatIsOnScreenIsNeverPushedOut() {
    ThumbnailCache cache(
        anyImage(), [](const auto&) { return picture(256); }, 2u << 20); // room for seven
    cache.want(this, range(1, 40), 256);
    QVERIFY(settles(cache)); // it does not go round and round
    QVERIFY(cache.find({1}));
    QVERIFY(cache.bytes() <= 2u << 20);
    QVERIFY2(cache.decoded() < 25, "what cannot be kept is not decoded over and over");
}

void DataThumbnailCacheTest::whatNobodyWantsAnyMoreIsNotDecoded() {
    std::counting_semaphore<1000> gate(0);
    std::mutex mutex;
    std::vector<std::string> decoded;
    {
        ThumbnailCache cache(anyImage(), [&](const ThumbnailCache::Source& source) {
            gate.acquire();
            const std::lock_guard lock(mutex);
            decoded.push_back(source.path.string());
            return picture(64);
        });
        cache.want(this, range(1, 500), 128);   // a fast scroll through …
        cache.want(this, range(900, 905), 128); // … to here
        gate.release(900);
        QVERIFY(settles(cache));
        QVERIFY(cache.find({905}));
    }
    QVERIFY2(decoded.size() < 30, qPrintable(QString::number(decoded.size())));
}

void DataThumbnailCacheTest::aLargerOneIsDecodedWhenItIsNeeded() {
    ThumbnailCache cache(anyImage(), [](const auto&) { return picture(256); });
    cache.want(this, range(1, 3), 100);
    QVERIFY(settles(cache));
    QCOMPARE(cache.find({1})->picture.width(), int(ThumbnailCache::kSmallSide));
    cache.want(this, range(1, 3), 200);
    QVERIFY(cache.find({1})); // the small one stands in
    QVERIFY(settles(cache));
    QCOMPARE(cache.find({1})->picture.width(), 256);
    const int decoded = cache.decoded();
    cache.want(this, range(1, 3), 100);
    QVERIFY(cache.idle());
    QCOMPARE(cache.decoded(), decoded);
}

void DataThumbnailCacheTest::aFileThatIsGoneIsMarkedAndTriedAgain() {
    std::atomic<bool> there = false;
    ThumbnailCache cache(anyImage(), [&](const auto&) {
        if (there)
            return picture(64);
        Thumbnail thumbnail;
        thumbnail.missing = true;
        thumbnail.problem = QStringLiteral("gone");
        return thumbnail;
    });
    cache.want(this, range(1, 2), 64);
    QVERIFY(settles(cache));
    QVERIFY(cache.find({1})->missing);
    QCOMPARE(cache.find({1})->problem, QStringLiteral("gone"));
    there = true;
    cache.retryFailed();
    QVERIFY(settles(cache));
    QVERIFY(!cache.find({1})->missing);
}

void DataThumbnailCacheTest::removedImagesAreForgotten() {
    ThumbnailCache cache(anyImage(), [](const auto&) { return picture(64); });
    cache.want(this, range(1, 3), 64);
    QVERIFY(settles(cache));
    const std::size_t before = cache.bytes();
    cache.want(this, range(1, 2), 64);
    project::Change change;
    change.imagesRemoved = {{3}};
    cache.apply(change);
    QVERIFY(!cache.find({3}));
    QVERIFY(cache.bytes() < before);
    QVERIFY(cache.idle());
}

void DataThumbnailCacheTest::lateAnswersOfAClosedProjectAreDropped() {
    std::counting_semaphore<1000> gate(0);
    ThumbnailCache cache(anyImage(), [&](const auto&) {
        gate.acquire();
        return picture(64);
    });
    QSignalSpy ready(&cache, &ThumbnailCache::ready);
    cache.want(this, range(1, 3), 64);
    cache.clear();
    gate.release(100);
    QTest::qWait(50);
    QCOMPARE(ready.size(), 0);
    QVERIFY(!cache.find({1}));
    QVERIFY(cache.idle());
}

QTEST_MAIN(DataThumbnailCacheTest)
#include "DataThumbnailCacheTest.moc"
