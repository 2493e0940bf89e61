#include "../imaging/Pictures.h"
#include "dataset/Dataset.h"
#include "imaging/Transform.h"
#include "support/Support.h"

#include <QTest>

#include <future>
#include <numeric>
#include <thread>

using namespace graft;
using namespace graft::dataset;

namespace {

constexpr Preprocessing kLook{.size = 32, .resize = 36};
constexpr AugmentOptions kAugment{
    .horizontalFlip = true, .rotationDegrees = 10, .minimumScale = 0.5, .brightness = 0.2};

/// Images of different sizes and formats in a folder that goes with it.
struct Files {
    explicit Files(int count) {
        for (int i = 0; i < count; ++i) {
            const imaging::Image image =
                test::picture(40 + 7 * (i % 13), 150 - 5 * (i % 17), i % 5 ? 3 : 1, std::uint64_t(i));
            const auto bytes = i % 2 ? imaging::encodeJpeg(image, 90) : imaging::encodePng(image);
            const auto path = folder / ("image " + std::to_string(i));
            items.push_back({.id = 1000 + i, .path = path, .target = i % 3});
            order.push_back(std::size_t(count - 1 - i));
            if (!bytes || !writeFileAtomically(path, std::span<const std::byte>(*bytes)))
                qFatal("no test image");
        }
    }
    test::TemporaryFolder folder;
    std::vector<Item> items;
    std::vector<std::size_t> order;
};

/// All batches; the last message where one failed.
struct Read {
    std::vector<std::vector<std::size_t>> indices;
    std::vector<std::vector<float>> pixels;
    std::string problem;

    friend bool operator==(const Read&, const Read&) = default;
};

Read readAll(const Files& files, const Loader::Options& options) {
    Loader loader(files.items, files.order, options);
    Read read;
    while (true) {
        auto batch = loader.next();
        if (!batch) {
            read.problem = batch.error().message;
            return read;
        }
        if (batch->indices.empty())
            return read;
        read.indices.push_back(std::move(batch->indices));
        read.pixels.push_back(std::move(batch->pixels));
    }
}

Loader::Options optionsOf(int batch, int threads) {
    return {.preprocessing = kLook,
            .augment = kAugment,
            .seed = 5,
            .view = 2,
            .batch = batch,
            .threads = threads};
}

} // namespace

class LoaderTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void batchesComeInOrderWhateverTheThreads();
    void pixelsAreTheViewsNormalised();
    void evaluationViewsWhereNothingIsRandom();
    void aLargeJpegIsReadSmallerButLooksTheSame();
    void anErrorNamesTheFirstFileWhateverTheThreads();
    void theBatchesBeforeAnErrorCome();
    void anEmptyOrderEndsAtOnce();
    void theEndStays();
    void doesNotRunFarAhead();
    void destroyedEarlyAtAnyMoment();
    void stopEndsAWait();
    void twoLoadersAtOnce();
};

void LoaderTest::batchesComeInOrderWhateverTheThreads() {
    const Files files(45);
    for (const int batch : {1, 7, 16, 45, 100}) {
        const Read one = readAll(files, optionsOf(batch, 1));
        QVERIFY(one.problem.empty());
        std::vector<std::size_t> all;
        for (const auto& indices : one.indices)
            all.insert(all.end(), indices.begin(), indices.end());
        QCOMPARE(all, files.order);
        for (std::size_t i = 0; i + 1 < one.indices.size(); ++i)
            QCOMPARE(one.indices[i].size(), std::size_t(batch));
        for (const int threads : {2, 4, 9})
            QVERIFY(readAll(files, optionsOf(batch, threads)) == one);
    }
}

void LoaderTest::pixelsAreTheViewsNormalised() {
    const Files files(6);
    const Read read = readAll(files, optionsOf(4, 2));
    QCOMPARE(read.pixels.size(), std::size_t(2));
    for (std::size_t position = 0; position < 6; ++position) {
        const Item& item = files.items[files.order[position]];
        const auto image = imaging::decodeFile(item.path);
        QVERIFY(image.ok());
        const auto expected = normalised(augmentedView(*image, kLook, kAugment, 5, 2, item.id), kLook);
        const auto& batch = read.pixels[position / 4];
        const auto begin = batch.begin() + std::ptrdiff_t(position % 4 * expected.size());
        QVERIFY(std::equal(expected.begin(), expected.end(), begin));
    }
}

void LoaderTest::evaluationViewsWhereNothingIsRandom() {
    const Files files(3);
    Loader loader(files.items, files.order, {.preprocessing = kLook, .batch = 3, .threads = 2});
    const auto batch = loader.next();
    QVERIFY(batch.ok());
    const auto image = imaging::decodeFile(files.items[files.order[0]].path);
    const auto expected = normalised(evaluationView(*image, kLook), kLook);
    QCOMPARE(
        std::vector<float>(batch->pixels.begin(), batch->pixels.begin() + std::ptrdiff_t(expected.size())),
        expected);
}

void LoaderTest::aLargeJpegIsReadSmallerButLooksTheSame() {
    const test::TemporaryFolder folder;
    // As soft as a photograph of that size; noise would show how the decoder's filter differs from the
    // resize.
    const imaging::Image image = imaging::resize(test::picture(45, 35, 3, 4), 900, 700);
    QVERIFY(writeFileAtomically(folder / "a.jpg", std::span<const std::byte>(*imaging::encodeJpeg(image, 95)))
                .ok());
    const std::vector<Item> items{{.id = 1, .path = folder / "a.jpg"}};
    Loader loader(items, {0}, {.preprocessing = kLook, .batch = 1});
    const auto batch = loader.next();
    QVERIFY(batch.ok());
    const auto expected = normalised(evaluationView(*imaging::decodeFile(folder / "a.jpg"), kLook), kLook);
    double sum = 0;
    for (std::size_t i = 0; i < expected.size(); ++i)
        sum += std::abs(double(batch->pixels[i]) - double(expected[i]));
    QVERIFY2(sum / double(expected.size()) < 0.05,
             qPrintable(QString::number(sum / double(expected.size()))));
}

void LoaderTest::anErrorNamesTheFirstFileWhateverTheThreads() {
    Files files(40);
    const auto broken = [&](std::size_t position) { return files.items[files.order[position]].path; };
    std::filesystem::remove(broken(25));
    std::filesystem::resize_file(broken(18), 100);
    std::filesystem::resize_file(broken(22), 0);
    for (const int threads : {1, 4, 8}) {
        const Read read = readAll(files, optionsOf(8, threads));
        QVERIFY2(read.problem.find(broken(18).string()) != std::string::npos, read.problem.c_str());
        QCOMPARE(read.indices.size(), std::size_t(2));
    }
    std::filesystem::remove(broken(3));
    const Read read = readAll(files, optionsOf(8, 4));
    QVERIFY2(read.problem.find(broken(3).string()) != std::string::npos, read.problem.c_str());
    QVERIFY2(read.problem.find(broken(3).string()) == read.problem.rfind(broken(3).string()),
             "the path is named twice");
}

void LoaderTest::theBatchesBeforeAnErrorCome() {
    const Files files(20);
    std::filesystem::remove(files.items[files.order[19]].path);
    Loader loader(files.items, files.order, optionsOf(5, 4));
    for (int i = 0; i < 3; ++i)
        QVERIFY(loader.next().ok());
    QVERIFY(!loader.next().ok());
    QVERIFY(!loader.next().ok()); // and it stays
}

void LoaderTest::anEmptyOrderEndsAtOnce() {
    const Files files(2);
    Loader loader(files.items, {}, optionsOf(5, 4));
    const auto batch = loader.next();
    QVERIFY(batch.ok() && batch->indices.empty() && batch->pixels.empty());
}

void LoaderTest::theEndStays() {
    const Files files(2);
    Loader loader(files.items, files.order, optionsOf(5, 2));
    QCOMPARE(loader.next()->indices.size(), std::size_t(2));
    for (int i = 0; i < 3; ++i)
        QVERIFY(loader.next()->indices.empty());
}

// The images it has not come to can still be taken away.
void LoaderTest::doesNotRunFarAhead() {
    const Files files(60);
    Loader loader(files.items, files.order, optionsOf(4, 2));
    QVERIFY(loader.next().ok());
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    for (std::size_t position = 24; position < 60; ++position)
        std::filesystem::remove(files.items[files.order[position]].path);
    int batches = 1;
    while (true) {
        const auto batch = loader.next();
        if (!batch)
            break;
        QVERIFY(!batch->indices.empty());
        ++batches;
    }
    QVERIFY2(batches >= 3 && batches <= 6, qPrintable(QString::number(batches)));
}

void LoaderTest::destroyedEarlyAtAnyMoment() {
    const Files files(30);
    Random random(1);
    for (int i = 0; i < 60; ++i) {
        Loader loader(files.items, files.order,
                      optionsOf(int(1 + random.below(8)), int(1 + random.below(6))));
        for (std::uint64_t n = random.below(4); n > 0; --n)
            QVERIFY(loader.next().ok());
        std::this_thread::sleep_for(std::chrono::microseconds(random.below(3000)));
    }
}

void LoaderTest::stopEndsAWait() {
    const Files files(30);
    std::stop_source stopped;
    stopped.request_stop();
    Loader idle(files.items, files.order, optionsOf(4, 2));
    QVERIFY(idle.next(stopped.get_token())->indices.empty());
    QCOMPARE(idle.next()->indices.size(), std::size_t(4)); // a stop of one call loses nothing

    Random random(2);
    for (int i = 0; i < 40; ++i) {
        Loader loader(files.items, files.order,
                      optionsOf(30, 1)); // one batch of all images: next() has to wait
        std::stop_source stop;
        std::jthread other([&, pause = random.below(2000)] {
            std::this_thread::sleep_for(std::chrono::microseconds(pause));
            stop.request_stop();
        });
        const auto batch = loader.next(stop.get_token());
        QVERIFY(batch.ok());
        QVERIFY(batch->indices.empty() || batch->indices.size() == 30);
    }
}

void LoaderTest::twoLoadersAtOnce() {
    const Files files(30);
    const Read expected = readAll(files, optionsOf(4, 1));
    std::vector<std::future<Read>> reads;
    for (int i = 0; i < 3; ++i)
        reads.push_back(std::async(std::launch::async, [&] { return readAll(files, optionsOf(4, 3)); }));
    for (auto& read : reads)
        QVERIFY(read.get() == expected);
}

QTEST_GUILESS_MAIN(LoaderTest)
#include "LoaderTest.moc"
