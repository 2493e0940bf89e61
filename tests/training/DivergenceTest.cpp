// A loss that grows beyond all bounds, or is no number: what is done about it, and what is named as its
// cause.

#include "Pretrained.h"

#include "training/Divergence.h"
#include "training/Recipes.h"

#include <QRegularExpression>
#include <QTest>

#include <cmath>
#include <limits>

using namespace graft;

namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();

/// SGD on the head alone, at a rate at which its loss jumps without ever being no number.
training::RunInput jumping(const std::filesystem::path& folder, double rate) {
    training::RunInput input = test::pretrainedRun(folder, "squeezenet1_1", "all");
    input.options.headLearningRate = rate;
    input.options.learning.optimiser = "sgd";
    return input;
}

/// Nothing frozen, and rates that rise until the weights are thrown far away; the first epoch is sane.
training::RunInput rising(const std::filesystem::path& folder, double rate) {
    training::RunInput input = test::smallRun(folder);
    input.options.headLearningRate = rate;
    input.options.epochs = 8;
    input.options.learning = {.optimiser = "sgd", .schedule = "constant", .warmUpEpochs = 6};
    return input;
}

double largestLoss(const runs::RunRecord& record) {
    double largest = 0;
    for (const runs::EpochRecord& epoch : record.epochs)
        largest = std::max(largest, epoch.values.at("train_loss"));
    return largest;
}

int notesWith(const runs::RunRecord& record, const std::string& part) {
    return int(std::ranges::count_if(
        record.notes, [&](const std::string& note) { return note.find(part) != std::string::npos; }));
}

std::string everything(const runs::RunRecord& record) {
    std::string text = record.message;
    for (const std::string& note : record.notes)
        text += " | " + note;
    for (const runs::EpochRecord& epoch : record.epochs)
        text += ' ' + std::to_string(epoch.values.at("train_loss"));
    return text;
}

/// The only run of a folder, however it ended.
runs::RunRecord onlyRun(const std::filesystem::path& folder) {
    const auto runs = runs::listRuns(folder);
    return runs.size() == 1 ? runs.front() : runs::RunRecord();
}

} // namespace

class DivergenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theBound_data();
    void theBound();
    void aFiniteDivergenceGoesOnMoreSlowly();
    void aDivergenceAfterSomeEpochsGoesBackToTheLast();
    void theRecipeBestGoesBackToItsSolvedHead();
    void afterTheLastTryItIsGivenUp();
    void whatWasLearntIsKept();
    void aSaneRunIsLeftAlone_data();
    void aSaneRunIsLeftAlone();
    void aBrokenTensorIsFound();
    void damagedWeightsAreNamed_data();
    void damagedWeightsAreNamed();
    void imagesWithoutNumbersAreNamed_data();
    void imagesWithoutNumbersAreNamed();
    void whereBfloat16IsToBlameFloat32GoesOn();
    void olderCheckpointsAreRead();
};

void DivergenceTest::theBound_data() {
    QTest::addColumn<double>("loss");
    QTest::addColumn<int>("classes");
    QTest::addColumn<double>("lowest");
    QTest::addColumn<bool>("beyond");
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("as if nothing were known") << std::log(2) << 2 << 0.01 << false;
    QTest::newRow("quite wrong and sure of it") << 6.0 << 2 << 0.01 << false;
    QTest::newRow("the same of many classes") << 60.0 << 1000 << 0.01 << false;
    QTest::newRow("far away") << 7.0 << 2 << 0.01 << true;
    QTest::newRow("far away, many classes") << 70.0 << 1000 << 0.01 << true;
    QTest::newRow("it began far away") << 70.0 << 2 << 30.0 << false;
    QTest::newRow("and went further") << 91.0 << 2 << 30.0 << true;
    QTest::newRow("no number") << nan << 2 << 0.5 << true;
    QTest::newRow("infinite") << kNever << 2 << 0.5 << true;
    QTest::newRow("nothing before") << 91.0 << 2 << kNever << false;
}

void DivergenceTest::theBound() {
    QFETCH(double, loss);
    QFETCH(int, classes);
    QFETCH(double, lowest);
    QFETCH(bool, beyond);
    QCOMPARE(training::isBeyondBounds(loss, std::size_t(classes), lowest), beyond);
}

void DivergenceTest::aFiniteDivergenceGoesOnMoreSlowly() {
    test::TemporaryFolder folder;
    test::Told told;
    const training::RunInput input = jumping(folder.path(), 10);
    const auto outcome = training::train(input, folder / "runs", told.listener());
    GRAFT_OK(outcome);
    const runs::RunRecord& record = outcome->record;
    QVERIFY2(record.state == runs::State::Finished, everything(record).c_str());
    QCOMPARE(record.epochs.size(), 3u);
    QVERIFY(largestLoss(record) < 10 * std::log(2));
    QVERIFY(notesWith(record, "the learning rate (10) is too high") == 1);
    QVERIFY(told.noted("a tenth of it (1)"));
    for (const auto& step : told.all<training::StepFinished>())
        QVERIFY2(std::isfinite(step.loss), "it was to be a finite one");
}

void DivergenceTest::aDivergenceAfterSomeEpochsGoesBackToTheLast() {
    test::TemporaryFolder folder;
    test::Told told;
    const auto outcome = training::train(rising(folder.path(), 3), folder / "runs", told.listener());
    GRAFT_OK(outcome);
    const runs::RunRecord& record = outcome->record;
    QVERIFY2(record.state == runs::State::Finished, everything(record).c_str());
    QCOMPARE(record.epochs.size(), 8u);
    QVERIFY(record.epochs.back().values.at("train_loss") < 1);
    QVERIFY(notesWith(record, "It went back to the end of epoch") >= 1);
}

void DivergenceTest::theRecipeBestGoesBackToItsSolvedHead() {
    test::TemporaryFolder folder;
    training::RunInput input = test::pretrainedRun(folder.path(), "squeezenet1_1", "none");
    input.options = training::withRecipe(input.options, "best");
    input.options.epochs = 4;
    input.options.headLearningRate = 3;
    input.options.learningRate = 0.3;
    input.options.learning.clipNorm = 0;
    const auto outcome = training::train(input, folder / "runs", {});
    GRAFT_OK(outcome);
    const runs::RunRecord& record = outcome->record;
    QVERIFY(notesWith(record, "It went back to the end of epoch 1") >= 1);
    QVERIFY(!record.epochs.empty() && largestLoss(record) < 10 * std::log(2));
}

void DivergenceTest::afterTheLastTryItIsGivenUp() {
    test::TemporaryFolder folder;
    training::RunInput input = test::smallRun(folder.path());
    input.options.headLearningRate = 90;
    input.options.epochs = 20;
    const auto outcome = training::train(input, folder / "runs", {});
    const runs::RunRecord record = onlyRun(folder / "runs");
    QCOMPARE(record.state, runs::State::Failed);
    QVERIFY(outcome.ok() == !record.epochs.empty());
    QCOMPARE(notesWith(record, "is too high"), 3);
    QVERIFY2(record.message.find("the learning rate at 0.09 instead of 90") != std::string::npos,
             record.message.c_str());
}

/// A checkpoint that is the last good one stays and can be used.
void DivergenceTest::whatWasLearntIsKept() {
    test::TemporaryFolder folder;
    const training::RunInput input = rising(folder.path(), 100);
    const auto outcome = training::train(input, folder / "runs", {});
    GRAFT_OK(outcome);
    const runs::RunRecord& record = outcome->record;
    QCOMPARE(record.state, runs::State::Failed);
    QVERIFY(!record.epochs.empty());
    QVERIFY2(record.message.find("is kept") != std::string::npos, record.message.c_str());
    auto predictor = training::Predictor::open(record.folder, "cpu");
    GRAFT_OK(predictor);
    QVERIFY(predictor->predict(input.validation).ok());
}

void DivergenceTest::aSaneRunIsLeftAlone_data() {
    QTest::addColumn<QString>("optimiser");
    QTest::addColumn<double>("rate");
    QTest::addColumn<QString>("loss");
    for (const char* loss : {"plain", "smoothed", "mixed", "focal", "weighted"})
        for (const auto& [optimiser, rate] : {std::pair("adamw", 1e-2), std::pair("sgd", 0.1)})
            QTest::addRow("%s, %s", loss, optimiser) << optimiser << rate << loss;
}

/// Rates ten times the usual ones, two images in a batch, a class with one image.
void DivergenceTest::aSaneRunIsLeftAlone() {
    QFETCH(QString, optimiser);
    QFETCH(double, rate);
    QFETCH(QString, loss);
    test::TemporaryFolder folder;
    training::RunInput input = test::smallRun(folder.path(), "mobilenet_v3_small");
    input.classes.push_back("rare");
    input.train.back().target = 2;
    input.options.headLearningRate = rate;
    input.options.batch = 2;
    training::LearningOptions& learning = input.options.learning;
    learning.optimiser = optimiser.toStdString();
    learning.warmUpEpochs = 0;
    learning.labelSmoothing = loss == "smoothed" ? 0.3 : 0;
    learning.mixup = learning.cutMix = loss == "mixed" ? 1 : 0;
    learning.focalGamma = loss == "focal" ? 5 : 0;
    learning.classWeights = loss == "weighted";
    const auto outcome = training::train(input, folder / "runs", {});
    GRAFT_OK(outcome);
    QCOMPARE(outcome->record.state, runs::State::Finished);
    QVERIFY(outcome->record.notes.empty());
}

/// What was measured on the images does not count.
void DivergenceTest::aBrokenTensorIsFound() {
    engine::Network network(graph::findArchitecture("squeezenet1_1")->build({.classes = 2, .newHead = true}),
                            0);
    QVERIFY(!training::brokenTensor(network));
    const float infinite = std::numeric_limits<float>::infinity();
    for (const char* name : {"head.norm.running_mean", "features.3.squeeze.weight"}) {
        weights::TensorMap tensors = network.save();
        auto values = weights::toFloats(tensors.at(name));
        values.back() = infinite;
        network.load({{name, weights::fromFloats(tensors.at(name).shape, values)}});
        const auto found = training::brokenTensor(network);
        QCOMPARE(found.value_or(""), std::string(name).starts_with("head") ? std::string() : name);
    }
}

void DivergenceTest::damagedWeightsAreNamed_data() {
    QTest::addColumn<QString>("freeze");
    QTest::addColumn<QString>("recipe");
    QTest::newRow("nothing frozen") << "none"
                                    << "custom";
    QTest::newRow("frozen") << "all"
                            << "custom";
    QTest::newRow("quick") << "all"
                           << "quick";
    QTest::newRow("best") << "all"
                          << "best";
}

void DivergenceTest::damagedWeightsAreNamed() {
    QFETCH(QString, freeze);
    QFETCH(QString, recipe);
    test::TemporaryFolder folder;
    training::RunInput input = test::pretrainedRun(folder.path(), "squeezenet1_1", freeze.toStdString());
    if (recipe != "custom")
        input.options = training::withRecipe(input.options, recipe.toStdString());
    const auto file = weights::readSafetensors(input.weights->file);
    GRAFT_OK(file);
    weights::TensorMap tensors = file->tensors;
    auto& tensor = tensors.at("features.3.squeeze.weight");
    auto values = weights::toFloats(tensor);
    values[1] = std::numeric_limits<float>::quiet_NaN();
    tensor = weights::fromFloats(tensor.shape, values);
    GRAFT_OK(weights::writeSafetensors(input.weights->file, tensors));
    const auto outcome = training::train(input, folder / "runs", {});
    QVERIFY(!outcome.ok());
    QVERIFY2(outcome.error().message.find("“features.3.squeeze.weight” holds") != std::string::npos,
             outcome.error().message.c_str());
    QCOMPARE(notesWith(onlyRun(folder / "runs"), "too high"), 0);
}

void DivergenceTest::imagesWithoutNumbersAreNamed_data() {
    QTest::addColumn<QString>("freeze");
    QTest::addColumn<QString>("recipe");
    QTest::addColumn<bool>("training");
    QTest::newRow("a training image") << "none"
                                      << "custom" << true;
    QTest::newRow("a training image, frozen") << "all"
                                              << "custom" << true;
    QTest::newRow("a validation image") << "none"
                                        << "custom" << false;
}

/// All are black but one, whose values a standard deviation that is nearly nothing makes infinite.
void DivergenceTest::imagesWithoutNumbersAreNamed() {
    QFETCH(QString, freeze);
    QFETCH(QString, recipe);
    QFETCH(bool, training);
    test::TemporaryFolder folder;
    training::RunInput input = test::pretrainedRun(folder.path(), "squeezenet1_1", freeze.toStdString());
    input.weights->preprocessing.mean = {0, 0, 0};
    input.weights->preprocessing.std = {1e-39f, 1e-39f, 1e-39f};
    const auto paint = [](const dataset::Item& item, int value) {
        std::vector<std::byte> pixels(64 * 64 * 3, std::byte(value));
        const auto png = imaging::encodePng(imaging::Image(64, 64, 3, imaging::Depth::U8, std::move(pixels)));
        return png.ok() && writeFileAtomically(item.path, *png).ok();
    };
    for (const auto& item : input.train)
        QVERIFY(paint(item, 0));
    for (const auto& item : input.validation)
        QVERIFY(paint(item, 0));
    const dataset::Item& broken = training ? input.train[5] : input.validation[5];
    QVERIFY(paint(broken, 200));
    const auto outcome = training::train(input, folder / "runs", {});
    QVERIFY(!outcome.ok());
    const std::string name = broken.path.filename().string();
    QVERIFY2(outcome.error().message.find("these images are no numbers: " + name + ".") != std::string::npos,
             outcome.error().message.c_str());
}

/// White is the largest value in float32 and infinite in bfloat16.
void DivergenceTest::whereBfloat16IsToBlameFloat32GoesOn() {
    test::TemporaryFolder folder;
    training::RunInput input = test::pretrainedRun(folder.path(), "squeezenet1_1", "none");
    const auto file = weights::readSafetensors(input.weights->file);
    GRAFT_OK(file);
    weights::TensorMap tensors = file->tensors;
    auto& tensor = tensors.at("features.0.weight");
    auto values = weights::toFloats(tensor);
    for (float& value : values)
        value *= 1e-37f;
    tensor = weights::fromFloats(tensor.shape, values);
    GRAFT_OK(weights::writeSafetensors(input.weights->file, tensors));
    input.weights->preprocessing.mean = {0, 0, 0};
    input.weights->preprocessing.std = {2.94e-39f, 2.94e-39f, 2.94e-39f}; // 1 / 3.4e38
    std::vector<std::byte> white(64 * 64 * 3, std::byte(0));
    std::fill_n(white.begin(), 3, std::byte(255));
    const auto png = imaging::encodePng(imaging::Image(64, 64, 3, imaging::Depth::U8, std::move(white)));
    GRAFT_OK(png);
    GRAFT_OK(writeFileAtomically(input.train[5].path, *png));
    input.options.precision = "bfloat16";
    input.options.learningRate = 0;
    input.options.learning.optimiser = "sgd";
    input.options.epochs = 2;
    const auto outcome = training::train(input, folder / "runs", {});
    GRAFT_OK(outcome);
    QCOMPARE(notesWith(outcome->record, "is one in float32"), 1);
    QCOMPARE(notesWith(outcome->record, "too high"), 0);
    QCOMPARE(outcome->record.state, runs::State::Finished);
}

/// Those of a version that did not know of it.
void DivergenceTest::olderCheckpointsAreRead() {
    test::TemporaryFolder folder;
    const training::RunInput input = test::smallRun(folder.path());
    std::stop_source stop;
    const auto stopped = training::train(
        input, folder / "runs",
        [&](const training::TrainingEvent& event) {
            if (std::holds_alternative<training::EpochFinished>(event))
                stop.request_stop();
        },
        stop.get_token());
    GRAFT_OK(stopped);
    const auto file = stopped->record.folder / "checkpoints/last.safetensors";
    auto last = weights::readSafetensors(file);
    GRAFT_OK(last);
    QString standing = QString::fromStdString(last->metadata.at("standing"));
    const qsizetype before = standing.size();
    standing.remove(QRegularExpression(R"re(,"(slowed|in_float32|nothing_to_gain|lowest_loss)":[^,}]+)re"));
    QVERIFY(standing.size() < before - 40);
    last->metadata["standing"] = standing.toStdString();
    GRAFT_OK(weights::writeSafetensors(file, last->tensors, last->metadata));
    const auto outcome = training::resume(input, stopped->record.folder, {});
    GRAFT_OK(outcome);
    QCOMPARE(outcome->record.epochs.size(), 3u);
}

QTEST_GUILESS_MAIN(DivergenceTest)
#include "DivergenceTest.moc"
