// The options of a run as a file: what is written is read again, and nothing odd gets through.

#include "training/Options.h"
#include "dataset/AugmentKinds.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace graft;
using training::TrainingOptions;

namespace {

TrainingOptions unusual() {
    TrainingOptions options;
    options.model = "mobilenet_v2";
    options.weights = "mobilenet_v2.torchvision_v1";
    options.freeze = "features.2+features.3";
    options.epochs = 7;
    options.batch = 5;
    options.size = 96;
    options.learningRate = 3e-5;
    options.headLearningRate = 0.1 + 0.2;
    options.weightDecay = 0;
    options.dropout = 0.5;
    options.balanced = true;
    options.seed = 0xFFFFFFFFFFFFFFFFull;
    options.device = "cpu";
    options.augment = {true, true, 12.5, 0.6, 0.1, 0.2, 0.3};
    options.views = 3;
    options.cachePrefix = false;
    options.cacheBytes = 5ull << 32;
    return options;
}

} // namespace

class OptionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadAgain();
    void defaultsAreValid();
    void unknownKeysArePassedOver();
    void missingKeysKeepTheirDefaults();
    void refused_data();
    void refused();
    void wildValuesAreRefused_data();
    void wildValuesAreRefused();
    void anUnknownBlockNamesTheBlocks();
    void singleFrozenBlocksRaiseTheVersion();
    void everyKindOfAugmentationIsKeptWithinItsRange();
    void furtherKindsOfAugmentationRaiseTheVersion();
};

void OptionsTest::whatIsWrittenIsReadAgain() {
    const TrainingOptions options = unusual();
    const auto read = training::optionsFromJson(training::toJson(options));
    QVERIFY2(read.ok(), read.ok() ? "" : read.error().message.c_str());
    QCOMPARE(training::toJson(*read), training::toJson(options));
    QCOMPARE(read->seed, options.seed);
    QCOMPARE(read->headLearningRate, options.headLearningRate);
    QVERIFY(read->augment == options.augment);
}

void OptionsTest::defaultsAreValid() {
    QVERIFY(TrainingOptions().check().ok());
    QVERIFY(training::optionsFromJson(training::toJson({})).ok());
}

void OptionsTest::unknownKeysArePassedOver() {
    const auto read = training::optionsFromJson(
        R"({"version": 1, "epochs": 4, "of_tomorrow": {"a": [1, 2]}, "augment": {"new": 1}})");
    QVERIFY(read.ok());
    QCOMPARE(read->epochs, 4);
}

void OptionsTest::missingKeysKeepTheirDefaults() {
    const auto read = training::optionsFromJson(R"({"version": 1})");
    QVERIFY(read.ok());
    QCOMPARE(training::toJson(*read), training::toJson({}));
}

void OptionsTest::refused_data() {
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing") << ""
                             << "damaged";
    QTest::newRow("half a file") << R"({"version": 1, "epo)"
                                 << "damaged";
    QTest::newRow("a list") << "[1]"
                            << "damaged";
    QTest::newRow("no version") << R"({"epochs": 4})"
                                << "version";
    QTest::newRow("a newer version") << R"({"version": 1000, "epochs": {"minimum": 4}})"
                                     << "newer version";
    QTest::newRow("text for a number") << R"({"version": 1, "epochs": "many"})"
                                       << "epochs";
    QTest::newRow("a fraction for a count") << R"({"version": 1, "epochs": 2.5})"
                                            << "epochs";
    QTest::newRow("a negative seed") << R"({"version": 1, "seed": -1})"
                                     << "seed";
    QTest::newRow("more than an int holds") << R"({"version": 1, "batch": 4294967304})"
                                            << "batch";
    QTest::newRow("augment is a number") << R"({"version": 1, "augment": 3})"
                                         << "augment";
    QTest::newRow("a wild value") << R"({"version": 1, "epochs": -3})"
                                  << "epochs";
    QTest::newRow("very long") << QString(2 << 20, QLatin1Char(' ')) << "too long";
    QTest::newRow("very deep") << QString(100'000, QLatin1Char('[')) << "damaged";
}

void OptionsTest::refused() {
    QFETCH(QString, json);
    QFETCH(QString, says);
    const auto read = training::optionsFromJson(json.toStdString());
    QVERIFY(!read.ok());
    QVERIFY2(QString::fromStdString(read.error().message).contains(says), read.error().message.c_str());
}

void OptionsTest::wildValuesAreRefused_data() {
    QTest::addColumn<int>("row");
    for (int row = 0; row < 16; ++row)
        QTest::addRow("row %d", row) << row;
}

void OptionsTest::wildValuesAreRefused() {
    QFETCH(int, row);
    const double nan = std::numeric_limits<double>::quiet_NaN();
    TrainingOptions options;
    const std::function<void()> changes[] = {
        [&] { options.model = "resnet51"; },
        [&] { options.epochs = 0; },
        [&] { options.batch = 0; },
        [&] { options.size = 8; },
        [&] { options.size = 100'000; },
        [&] { options.learningRate = nan; },
        [&] { options.headLearningRate = -1; },
        [&] { options.weightDecay = 1e9; },
        [&] { options.dropout = 1; },
        [&] { options.views = 0; },
        [&] { options.augment.minimumScale = 0; },
        [&] { options.augment.rotationDegrees = 361; },
        [&] { options.augment.brightness = nan; },
        [&] { options.device = "tpu"; },
        [&] { options.freeze = "layer9"; },
        [&] { options.version = 0; },
    };
    static_assert(std::size(changes) == 16);
    changes[row]();
    QVERIFY(!options.check().ok());
}

void OptionsTest::anUnknownBlockNamesTheBlocks() {
    TrainingOptions options;
    options.freeze = "layer9";
    const std::string message = options.check().error().message;
    for (const char* part : {"layer9", "ResNet-50", "none", "all", "layer1", "layer4"})
        QVERIFY2(message.find(part) != std::string::npos, message.c_str());
}

void OptionsTest::singleFrozenBlocksRaiseTheVersion() {
    TrainingOptions options;
    const std::string before = training::toJson(options);
    QVERIFY(before.find("\"version\": 1,") != std::string::npos); // as programs before this one read it
    options.freeze = "layer1,layer3,layer4.0";
    const std::string json = training::toJson(options);
    QVERIFY2(json.find("\"version\": 2,") != std::string::npos, json.c_str());
    const auto read = training::optionsFromJson(json);
    QVERIFY2(read.ok(), read.ok() ? "" : read.error().message.c_str());
    QCOMPARE(read->freeze, options.freeze);
    options.freeze = "layer1," + std::string(1 << 17, 'x');
    QVERIFY(!options.check().ok());
    QVERIFY(options.check().error().message.size() < 1000);
}

void OptionsTest::everyKindOfAugmentationIsKeptWithinItsRange() {
    for (const dataset::AugmentKind& kind : dataset::augmentKinds()) {
        TrainingOptions options;
        const auto* strength = std::get_if<dataset::AugmentKind::Strength>(&kind.member);
        if (strength)
            options.augment.*(*strength) = kind.usual;
        else
            options.augment.*std::get<dataset::AugmentKind::Switch>(kind.member) = true;
        const auto read = training::optionsFromJson(training::toJson(options));
        QVERIFY2(read.ok() && read->augment == options.augment, kind.name);
        if (!strength)
            continue;
        for (const double wild : {kind.low - 0.01, kind.high + 0.01, std::nan("")}) {
            options.augment.*(*strength) = wild;
            QVERIFY2(!options.check().ok(), kind.name);
            QVERIFY(options.check().error().message.find(kind.name) != std::string::npos);
        }
    }
}

void OptionsTest::furtherKindsOfAugmentationRaiseTheVersion() {
    TrainingOptions options;
    options.augment = {true, true, 12.5, 0.6, 0.1, 0.2, 0.3};
    QVERIFY(training::toJson(options).find("\"version\": 1,") != std::string::npos);
    options.augment.blur = 1;
    QVERIFY(training::toJson(options).find("\"version\": 4,") != std::string::npos);
    // As it was written before there were more kinds.
    const auto old = training::optionsFromJson(
        R"({"version": 1, "augment": {"horizontal_flip": true, "vertical_flip": false, "rotation_degrees": 10,
            "minimum_scale": 0.6, "brightness": 0.1, "contrast": 0.2, "saturation": 0.3}})");
    QVERIFY(old.ok());
    QVERIFY((old->augment == dataset::AugmentOptions{true, false, 10, 0.6, 0.1, 0.2, 0.3}));
}

QTEST_GUILESS_MAIN(OptionsTest)
#include "OptionsTest.moc"
