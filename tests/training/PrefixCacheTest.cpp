// What the frozen blocks give for an image is computed once, and a run that keeps it is the run that does
// not.

#include "Fixture.h"

#include "engine/Network.h"
#include "support/SmallDisk.h"
#include "training/CacheChoice.h"
#include "training/FrozenPrefix.h"

#include <torch/torch.h>

#include <QTest>

#include <cmath>
#include <fstream>

using namespace graft;

namespace {

training::RunInput frozenRun(const std::filesystem::path& folder, const std::string& model = "squeezenet1_1",
                             const std::string& freeze = "all") {
    training::RunInput input = test::smallRun(folder, model);
    input.options.freeze = freeze;
    return input;
}

/// Images that went through the frozen part in a run.
int imagesComputed(const runs::RunRecord& record) {
    return std::stoi("0" + test::fact(record, "frozen_part_images"));
}

std::vector<std::filesystem::path> cacheFiles(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code failure;
    for (const auto& entry :
         std::filesystem::directory_iterator(training::cacheFolderOf(folder / "runs"), failure))
        files.push_back(entry.path());
    return files;
}

std::uint64_t bytesOf(const std::vector<std::filesystem::path>& files) {
    std::uint64_t bytes = 0;
    for (const auto& file : files)
        bytes += std::filesystem::file_size(file);
    return bytes;
}

} // namespace

class PrefixCacheTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void valuesDoNotDependOnTheBatch_data();
    void valuesDoNotDependOnTheBatch();
    void keptIsTheSameAsComputedAnew_data();
    void keptIsTheSameAsComputedAnew();
    void inBfloat16ItTakesHalfTheRoom();
    void theFrozenPartIsComputedOnce();
    void anotherRunStartsAtOnce();
    void anotherSplitComputesOnlyWhatIsNew();
    void everyViewIsComputedOnce();
    void changedFilesAndOtherOptionsAreComputedAnew();
    void damageIsMended_data();
    void damageIsMended();
    void theNeedIsWhatARunWrites_data();
    void theNeedIsWhatARunWrites();
    void whatDoesNotFitIsNotKept();
    void trainingAndValidationKeepToOneAllowance();
    void whatAFullDiskCannotTakeIsComputedAnew();
    void withoutPermissionItIsKeptInMemory();
    void nothingFrozenNothingKept();
};

void PrefixCacheTest::valuesDoNotDependOnTheBatch_data() {
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("freeze");
    QTest::newRow("squeezenet1_1") << "squeezenet1_1"
                                   << "all";
    QTest::newRow("mobilenet_v2") << "mobilenet_v2"
                                  << "all";
    QTest::newRow("mobilenet_v3_small") << "mobilenet_v3_small"
                                        << "features.4+features.5+features.6";
    QTest::newRow("resnet18") << "resnet18"
                              << "layer2";
    QTest::newRow("inception_v3") << "inception_v3"
                                  << "Mixed_5d";
}

void PrefixCacheTest::valuesDoNotDependOnTheBatch() {
    QFETCH(QString, model);
    QFETCH(QString, freeze);
    const auto& architecture = *graph::findArchitecture(model.toStdString());
    engine::Network network(architecture.build({.classes = 2, .newHead = true}), 3);
    const auto plan = *graph::freezeUpTo(network.graph(), architecture, freeze.toStdString());
    network.freeze(plan);
    network.setTraining(true);
    training::FrozenPrefix prefix(network, plan);
    QVERIFY(!prefix.empty());
    torch::manual_seed(1);
    const int side = std::max(64, architecture.minimumSize);
    const torch::Tensor images = torch::randn({13, 3, side, side});
    const auto together = prefix.compute(images);
    const auto shapes = prefix.shapes(side);
    for (std::size_t c = 0; c < together.size(); ++c) {
        QCOMPARE(together[c].sizes().slice(1).vec(), shapes[c]);
        for (const std::int64_t i : {0, 5, 7, 8, 12})
            QVERIFY(torch::equal(prefix.compute(images.narrow(0, i, 1))[c][0], together[c][i]));
        QVERIFY(torch::equal(prefix.compute(images.flip(0))[c].flip(0), together[c]));
    }
    QCOMPARE(prefix.imagesComputed(), 13 + std::int64_t(together.size()) * (5 + 13));
}

void PrefixCacheTest::keptIsTheSameAsComputedAnew_data() {
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("freeze");
    QTest::addColumn<QString>("precision");
    QTest::newRow("head alone") << "mobilenet_v3_small"
                                << "all"
                                << "float32";
    QTest::newRow("head alone, bfloat16") << "mobilenet_v3_small"
                                          << "all"
                                          << "bfloat16";
    QTest::newRow("half a ResNet, bfloat16") << "resnet18"
                                             << "layer2"
                                             << "bfloat16";
    QTest::newRow("two tensors cross") << "squeezenet1_1"
                                       << "features.3+features.4"
                                       << "bfloat16";
    QTest::newRow("half a ResNet") << "resnet18"
                                   << "layer2"
                                   << "float32";
    QTest::newRow("single blocks behind the cut") << "resnet18"
                                                  << "layer1,layer3.1,layer4.0"
                                                  << "float32";
    QTest::newRow("stem") << "mobilenet_v2"
                          << "features.0+features.1"
                          << "float32";
}

/// To the last bit: losses, accuracies and the trained tensors.
void PrefixCacheTest::keptIsTheSameAsComputedAnew() {
    QFETCH(QString, model);
    QFETCH(QString, freeze);
    QFETCH(QString, precision);
    test::TemporaryFolder folder;
    training::RunInput input = frozenRun(folder.path(), model.toStdString(), freeze.toStdString());
    input.options.precision = precision.toStdString();
    const auto kept = training::train(input, folder / "runs", {});
    input.options.cachePrefix = false;
    const auto anew = training::train(input, folder / "runs", {});
    GRAFT_OK(kept);
    GRAFT_OK(anew);
    QVERIFY(kept->cachedPrefix && !anew->cachedPrefix);
    QCOMPARE(imagesComputed(kept->record), 30);
    QCOMPARE(imagesComputed(anew->record), 3 * 30);
    QCOMPARE(test::valuesOf(kept->record), test::valuesOf(anew->record));
    const auto last = [](const training::RunOutcome& outcome) {
        return readFile(outcome.record.folder / "checkpoints" / "best.safetensors", 1 << 30);
    };
    QVERIFY(*last(*kept) == *last(*anew));
    QCOMPARE(test::fact(kept->record, "frozen_precision"), precision.toStdString());
}

/// And its files are not mixed up with those of float32; the learning part hardly notices.
void PrefixCacheTest::inBfloat16ItTakesHalfTheRoom() {
    test::TemporaryFolder folder;
    training::RunInput input = frozenRun(folder.path(), "resnet18", "layer3");
    input.options.precision = "float32";
    const auto whole = training::train(input, folder / "runs", {});
    GRAFT_OK(whole);
    const auto wholeBytes = std::filesystem::file_size(cacheFiles(folder.path()).front());
    std::filesystem::remove_all(training::cacheFolderOf(folder / "runs"));
    input.options.precision = "bfloat16";
    const auto half = training::train(input, folder / "runs", {});
    GRAFT_OK(half);
    QCOMPARE(imagesComputed(half->record), 30);
    const auto halfBytes = std::filesystem::file_size(cacheFiles(folder.path()).front());
    QVERIFY2(halfBytes * 2 <= wholeBytes + 2000 && halfBytes * 2 > wholeBytes - 2000,
             qPrintable(QString("%1, %2").arg(halfBytes).arg(wholeBytes)));
    const double left = whole->record.epochs.front().values.at("train_loss"),
                 right = half->record.epochs.front().values.at("train_loss");
    QVERIFY2(left != right && std::abs(left - right) < 0.02,
             qPrintable(QString("%1, %2").arg(left).arg(right)));
}

void PrefixCacheTest::theFrozenPartIsComputedOnce() {
    test::TemporaryFolder folder;
    training::RunInput input = frozenRun(folder.path());
    input.options.epochs = 10;
    test::Told told;
    const auto outcome = training::train(input, folder / "runs", told.listener());
    GRAFT_OK(outcome);
    QCOMPARE(imagesComputed(outcome->record), 30);
    // Progress of the frozen part is told before the first epoch only.
    bool firstEpochOver = false;
    for (const auto& event : told.events) {
        firstEpochOver |= std::holds_alternative<training::EpochFinished>(event);
        QVERIFY(!(firstEpochOver && std::holds_alternative<training::Preparing>(event)));
    }
    QVERIFY(!told.all<training::Preparing>().empty());
}

void PrefixCacheTest::anotherRunStartsAtOnce() {
    test::TemporaryFolder folder;
    training::RunInput input = frozenRun(folder.path());
    GRAFT_OK(training::train(input, folder / "runs", {}));
    input.options.headLearningRate = 5e-3;
    input.options.batch = 5;
    const auto second = training::train(input, folder / "runs", {});
    GRAFT_OK(second);
    QVERIFY(second->cachedPrefix);
    QCOMPARE(imagesComputed(second->record), 0);
    QCOMPARE(cacheFiles(folder.path()).size(), 1u);
}

void PrefixCacheTest::anotherSplitComputesOnlyWhatIsNew() {
    test::TemporaryFolder folder;
    training::RunInput input = frozenRun(folder.path());
    GRAFT_OK(training::train(input, folder / "runs", {}));
    std::swap(input.train[0], input.validation[0]);
    input.train[1].target = 0;
    input.train.push_back(test::paintItems(folder / "photos", 1, 2, 300).front());
    input.classes.push_back("leaning");
    const auto second = training::train(input, folder / "runs", {});
    GRAFT_OK(second);
    QCOMPARE(imagesComputed(second->record), 1);
}

void PrefixCacheTest::everyViewIsComputedOnce() {
    test::TemporaryFolder folder;
    training::RunInput input = frozenRun(folder.path());
    input.options.augment.horizontalFlip = true;
    input.options.augment.brightness = 0.2;
    input.options.views = 3;
    input.options.epochs = 8;
    const auto first = training::train(input, folder / "runs", {});
    GRAFT_OK(first);
    QCOMPARE(imagesComputed(first->record), 3 * 20 + 10);
    const auto second = training::train(input, folder / "runs", {});
    GRAFT_OK(second);
    QCOMPARE(imagesComputed(second->record), 0);
    QCOMPARE(test::valuesOf(first->record), test::valuesOf(second->record));
    // Without variation the training images need one view of their own; the validation images are there.
    input.options.augment = {};
    const auto plain = training::train(input, folder / "runs", {});
    GRAFT_OK(plain);
    QCOMPARE(imagesComputed(plain->record), 20);
}

void PrefixCacheTest::changedFilesAndOtherOptionsAreComputedAnew() {
    test::TemporaryFolder folder;
    training::RunInput input = frozenRun(folder.path());
    GRAFT_OK(training::train(input, folder / "runs", {}));
    const auto computed = [&] {
        const auto outcome = training::train(input, folder / "runs", {});
        return outcome ? imagesComputed(outcome->record) : -1;
    };
    QCOMPARE(computed(), 0);
    const auto png = imaging::encodePng(test::stripes(0, 999));
    GRAFT_OK(writeFileAtomically(input.train[0].path, *png)); // the project still has its old hash
    QCOMPARE(computed(), 1);
    input.options.size = 96;
    QCOMPARE(computed(), 30);
    input.options.seed = 5; // another backbone: it is random here
    QCOMPARE(computed(), 30);
    input.options.freeze = "features.6+features.7";
    QCOMPARE(computed(), 30);
    QCOMPARE(computed(), 0);
}

void PrefixCacheTest::damageIsMended_data() {
    QTest::addColumn<QString>("how");
    for (const char* how : {"a flipped byte", "truncated", "emptied", "rubbish"})
        QTest::newRow(how) << how;
}

void PrefixCacheTest::damageIsMended() {
    QFETCH(QString, how);
    test::TemporaryFolder folder;
    training::RunInput input = frozenRun(folder.path());
    const auto whole = training::train(input, folder / "runs", {});
    GRAFT_OK(whole);
    const auto file = cacheFiles(folder.path()).front();
    const auto size = std::filesystem::file_size(file);
    if (how == "truncated")
        std::filesystem::resize_file(file, size / 2);
    else if (how == "emptied")
        std::filesystem::resize_file(file, 0);
    else if (how == "rubbish")
        std::ofstream(file) << std::string(size, '?');
    else {
        std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
        stream.seekp(std::streamoff(size - 100));
        stream.write("\x55\xAA\x55", 3);
    }
    const auto mended = training::train(input, folder / "runs", {});
    GRAFT_OK(mended);
    QVERIFY(imagesComputed(mended->record) > 0);
    QCOMPARE(test::valuesOf(mended->record), test::valuesOf(whole->record));
    const auto again = training::train(input, folder / "runs", {});
    GRAFT_OK(again);
    QCOMPARE(imagesComputed(again->record), 0);
}

void PrefixCacheTest::theNeedIsWhatARunWrites_data() {
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("freeze");
    QTest::addColumn<QString>("precision");
    QTest::addColumn<int>("views"); ///< 0: nothing varied
    QTest::newRow("head alone") << "mobilenet_v3_small"
                                << "all"
                                << "float32" << 0;
    QTest::newRow("varied") << "mobilenet_v3_small"
                            << "all"
                            << "float32" << 3;
    QTest::newRow("half a ResNet, bfloat16") << "resnet18"
                                             << "layer2"
                                             << "bfloat16" << 2;
    QTest::newRow("two tensors cross") << "squeezenet1_1"
                                       << "features.3+features.4"
                                       << "float32" << 0;
    QTest::newRow("nothing frozen") << "squeezenet1_1"
                                    << "none"
                                    << "float32" << 2;
}

void PrefixCacheTest::theNeedIsWhatARunWrites() {
    QFETCH(QString, model);
    QFETCH(QString, freeze);
    QFETCH(QString, precision);
    QFETCH(int, views);
    test::TemporaryFolder folder;
    training::RunInput input = frozenRun(folder.path(), model.toStdString(), freeze.toStdString());
    input.options.precision = precision.toStdString();
    input.options.augment.horizontalFlip = views > 0;
    input.options.views = std::max(1, views);
    GRAFT_OK(training::train(input, folder / "runs", {}));
    training::RunInput withoutImages = input;
    withoutImages.train.clear();
    withoutImages.validation.clear();
    const auto needed = std::int64_t(training::cacheBytesNeeded(withoutImages, 20, 10));
    const auto written = std::int64_t(bytesOf(cacheFiles(folder.path())));
    QVERIFY2(needed <= written && written - needed < 200, // the files' headers
             qPrintable(QString("%1 needed, %2 written").arg(needed).arg(written)));
    QCOMPARE(written == 0, freeze == "none");
    input.options.cachePrefix = false;
    QCOMPARE(training::cacheBytesNeeded(input, 20, 10), 0u);
}

void PrefixCacheTest::whatDoesNotFitIsNotKept() {
    test::TemporaryFolder folder;
    training::RunInput input = frozenRun(folder.path());
    input.options.cacheBytes = 10'000;
    test::Told told;
    const auto outcome = training::train(input, folder / "runs", told.listener());
    GRAFT_OK(outcome);
    QVERIFY(!outcome->cachedPrefix);
    QVERIFY(told.noted("more than the"));
    QVERIFY(told.noted("Allow more"));
    QVERIFY(cacheFiles(folder.path()).empty());
    QCOMPARE(test::fact(outcome->record, "cached_prefix"), std::string("false"));
}

/// With variation they have a file each.
void PrefixCacheTest::trainingAndValidationKeepToOneAllowance() {
    test::TemporaryFolder folder;
    training::RunInput input = frozenRun(folder.path());
    input.options.augment.horizontalFlip = true;
    input.options.views = 2;
    GRAFT_OK(training::train(input, folder / "runs", {}));
    input.options.cacheBytes = bytesOf(cacheFiles(folder.path()));
    QCOMPARE(cacheFiles(folder.path()).size(), 2u);
    input.options.seed = 1; // other views, and other frozen weights
    const auto second = training::train(input, folder / "runs", {});
    GRAFT_OK(second);
    QCOMPARE(imagesComputed(second->record), 2 * 20 + 10);
    QCOMPARE(cacheFiles(folder.path()).size(), 2u);
    QVERIFY(bytesOf(cacheFiles(folder.path())) <= input.options.cacheBytes);
    const auto third = training::train(input, folder / "runs", {});
    GRAFT_OK(third);
    QCOMPARE(imagesComputed(third->record), 0);
}

void PrefixCacheTest::whatAFullDiskCannotTakeIsComputedAnew() {
    test::TemporaryFolder folder;
    training::RunInput input = frozenRun(folder.path(), "squeezenet1_1", "features.0");
    input.options.size = 224; // what is kept takes more than twice the room of a checkpoint
    input.options.epochs = 2;
    const auto whole = training::train(input, folder / "runs", {});
    GRAFT_OK(whole);
    const std::uint64_t bytes = bytesOf(cacheFiles(folder.path()));
    std::filesystem::remove_all(folder / "cache");
    test::Told told;
    const test::SmallDisk disk(bytes / 2);
    const auto outcome = training::train(input, folder / "runs", told.listener());
    GRAFT_OK(outcome);
    QVERIFY(outcome->record.state == runs::State::Finished);
    QVERIFY(told.noted("The disk is full"));
    QVERIFY(imagesComputed(outcome->record) > 30);
    QCOMPARE(test::valuesOf(outcome->record), test::valuesOf(whole->record));
}

void PrefixCacheTest::withoutPermissionItIsKeptInMemory() {
    test::TemporaryFolder folder;
    const training::RunInput input = frozenRun(folder.path());
    std::ofstream(folder / "cache") << "a file where the folder should be";
    test::Told told;
    const auto outcome = training::train(input, folder / "runs", told.listener());
    QVERIFY(told.noted("kept in memory for this run alone"));
    GRAFT_OK(outcome);
    QVERIFY(outcome->cachedPrefix);
    QCOMPARE(imagesComputed(outcome->record), 30);
}

void PrefixCacheTest::nothingFrozenNothingKept() {
    test::TemporaryFolder folder;
    test::Told told;
    const auto outcome =
        training::train(frozenRun(folder.path(), "squeezenet1_1", "none"), folder / "runs", told.listener());
    GRAFT_OK(outcome);
    QVERIFY(!outcome->cachedPrefix && told.all<training::Noted>().empty());
    QVERIFY(cacheFiles(folder.path()).empty());
}

QTEST_GUILESS_MAIN(PrefixCacheTest)
#include "PrefixCacheTest.moc"
