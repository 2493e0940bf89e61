// A run that sees all channels of its images: what it learns, keeps, goes on from, predicts and exports.

#include "Pretrained.h"

#include "support/BandTiff.h"
#include "training/Export.h"
#include "training/Inspector.h"
#include "training/ModelFile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace graft;
using training::ExportFormat;

namespace {

constexpr int kBands = 5;

/// 64 × 64 pixels of 16 bits: stripes that lie or stand in the last band, noise in the others.
void paintBands(const std::filesystem::path& file, int target, int id) {
    const imaging::Image stripes = test::stripes(target, id);
    Random random{std::uint64_t(id)};
    std::vector<std::uint16_t> samples;
    for (std::size_t i = 0; i < stripes.bytes(); i += 3) {
        for (int band = 0; band + 1 < kBands; ++band)
            samples.push_back(std::uint16_t(random.below(60'000)));
        samples.push_back(std::uint16_t(stripes.u8()[i] * 250));
    }
    test::writeBandTiff<std::uint16_t>(file, 64, 64, kBands, samples);
}

/// The same run on images of five bands.
training::RunInput onBands(training::RunInput input, const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    for (auto* items : {&input.train, &input.validation})
        for (dataset::Item& item : *items) {
            item.path = folder / (std::to_string(item.id) + ".tif");
            item.contentHash = "bands" + std::to_string(item.id);
            if (!std::filesystem::exists(item.path))
                paintBands(item.path, item.target, int(item.id));
        }
    input.options.channels = kBands;
    return input;
}

QJsonObject objectIn(const std::filesystem::path& file) {
    const auto text = readTextFile(file, 1 << 20);
    return text ? QJsonDocument::fromJson(QByteArray::fromStdString(*text)).object() : QJsonObject();
}

} // namespace

class BandsRunTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theFirstConvolutionIsAdaptedAndSaidSo();
    void theRunKeepsItsChannels();
    void everyOptionIsChecked_data();
    void everyOptionIsChecked();
    void itGoesOnAsIfNothingHadHappened();
    void imagesOfOtherChannelsAreAProblemEach();
    void everyFormatSaysWhatTheRunSays_data();
    void everyFormatSaysWhatTheRunSays();
    void withoutImagesNoiseIsCompared();
    void whatWasKeptOfColoursIsNotTakenForBands();
    void moreChannelsCostMore();
    void itIsLookedInto();

private:
    test::TemporaryFolder m_folder;
    training::RunInput m_input;
    test::Told m_told;
    std::filesystem::path m_run;
};

void BandsRunTest::initTestCase() {
    m_input = onBands(test::pretrainedRun(m_folder.path(), "mobilenet_v3_small", "features.2+features.3"),
                      m_folder / "bands");
    m_input.options.epochs = 2;
    m_input.options.views = 2;
    m_input.options.augment = {.horizontalFlip = true, .brightness = 0.1, .hue = 0.1, .jpegQuality = 60};
    m_input.options.learning.mixup = 0.2;
    m_input.options.learning.cutMix = 1;
    const auto outcome = training::train(m_input, m_folder / "runs", m_told.listener());
    GRAFT_OK(outcome);
    QCOMPARE(outcome->record.epochs.size(), std::size_t(2));
    m_run = outcome->record.folder;
}

void BandsRunTest::theFirstConvolutionIsAdaptedAndSaidSo() {
    QVERIFY(m_told.noted("adapted to 5 channels"));
}

void BandsRunTest::theRunKeepsItsChannels() {
    const auto model = training::readModelFile(m_run / "checkpoints" / "model.json");
    GRAFT_OK(model);
    QCOMPARE(model->build.inputChannels, kBands);
    QCOMPARE(model->preprocessing.bands, kBands);
    const auto options = training::optionsFromJson(*readTextFile(m_run / "options.json", 1 << 20));
    GRAFT_OK(options);
    QCOMPARE(options->channels, kBands);
    // An older program must not take it for one of colours.
    QVERIFY(objectIn(m_run / "options.json")["version"].toInt() >= 6);
    QVERIFY(objectIn(m_run / "checkpoints" / "model.json")["version"].toInt() >= 5);
    training::ModelFile wrong = *model;
    wrong.preprocessing.bands = 4;
    QVERIFY(!training::modelFromJson(training::toJson(wrong), "model.json").ok());
}

void BandsRunTest::everyOptionIsChecked_data() {
    QTest::addColumn<int>("channels");
    QTest::addColumn<bool>("grey");
    QTest::addColumn<bool>("good");
    QTest::newRow("colours") << 0 << false << true;
    QTest::newRow("two") << 2 << false << true;
    QTest::newRow("sixteen") << 16 << false << true;
    QTest::newRow("three are the colours") << 3 << false << false;
    QTest::newRow("one") << 1 << false << false;
    QTest::newRow("too many") << 17 << false << false;
    QTest::newRow("negative") << -5 << false << false;
    QTest::newRow("and grey") << 5 << true << false;
}

void BandsRunTest::everyOptionIsChecked() {
    QFETCH(int, channels);
    QFETCH(bool, grey);
    QFETCH(bool, good);
    training::TrainingOptions options = m_input.options;
    options.channels = channels;
    options.grey = grey;
    QCOMPARE(options.check().ok(), good);
    QCOMPARE(training::optionsFromJson(training::toJson(options)).ok(), good);
}

void BandsRunTest::itGoesOnAsIfNothingHadHappened() {
    std::stop_source stop;
    const auto stopAfterFirst = [&](const training::TrainingEvent& event) {
        if (std::holds_alternative<training::EpochFinished>(event))
            stop.request_stop();
    };
    const auto stopped = training::train(m_input, m_folder / "stopped", stopAfterFirst, stop.get_token());
    GRAFT_OK(stopped);
    QCOMPARE(stopped->record.state, runs::State::Stopped);
    const auto resumed = training::resume(m_input, stopped->record.folder, {});
    GRAFT_OK(resumed);
    const auto whole = runs::readRun(m_run);
    GRAFT_OK(whole);
    QCOMPARE(test::valuesOf(resumed->record), test::valuesOf(*whole));
}

void BandsRunTest::imagesOfOtherChannelsAreAProblemEach() {
    auto predictor = training::Predictor::open(m_run);
    GRAFT_OK(predictor);
    std::vector<dataset::Item> items{m_input.validation.front()};
    items.push_back(test::paintItems(m_folder / "colours", 1, 2, 901).front()); // not learnt from
    const auto found = predictor->predict(items);
    GRAFT_OK(found);
    QCOMPARE(found->front().problem, std::string());
    QCOMPARE(found->front().probabilities.size(), std::size_t(2));
    QVERIFY2(found->back().problem.find("3 channels, and the network sees 5") != std::string::npos,
             found->back().problem.c_str());
    QVERIFY(found->back().probabilities.empty());
    const auto evaluation = training::evaluate(m_run, "val", items);
    GRAFT_OK(evaluation);
    QCOMPARE(evaluation->problems.size(), std::size_t(1));
}

void BandsRunTest::everyFormatSaysWhatTheRunSays_data() {
    QTest::addColumn<QString>("name");
    for (const ExportFormat format : training::exportFormats())
        QTest::newRow(std::string(training::name(format)).c_str())
            << QString::fromStdString(std::string(training::name(format)));
}

void BandsRunTest::everyFormatSaysWhatTheRunSays() {
    QFETCH(QString, name);
    const ExportFormat format = *training::exportFormatNamed(name.toStdString());
    const auto file = m_folder / ("model" + std::string(training::fileEnding(format)));
    const auto exported = training::exportRun(m_run, format, file, m_input.validation);
    GRAFT_OK(exported);
    QVERIFY2(exported->maxDifference < 1e-5, std::to_string(exported->maxDifference).c_str());
    const QJsonObject input = objectIn(exported->sidecar)["input"].toObject();
    QCOMPARE(input["channels"].toString(), "bands");
    QCOMPARE(input["shape"].toArray()[1].toInt(), kBands);
    auto predictor = training::Predictor::openExported(file);
    GRAFT_OK(predictor);
    auto run = training::Predictor::open(m_run, "cpu", training::Predictor::Computes::InFloat32);
    GRAFT_OK(run);
    const auto found = predictor->predict(m_input.train), expected = run->predict(m_input.train);
    GRAFT_OK(found);
    GRAFT_OK(expected);
    for (std::size_t i = 0; i < found->size(); ++i)
        for (std::size_t c = 0; c < 2; ++c)
            QVERIFY(std::abs((*found)[i].probabilities[c] - (*expected)[i].probabilities[c]) < 1e-5F);
}

void BandsRunTest::withoutImagesNoiseIsCompared() {
    const auto exported = training::exportRun(m_run, ExportFormat::Onnx, m_folder / "noise.onnx", {});
    GRAFT_OK(exported);
    QVERIFY(exported->noise && exported->images > 0 && exported->maxDifference < 1e-5);
}

void BandsRunTest::whatWasKeptOfColoursIsNotTakenForBands() {
    training::RunInput again = m_input;
    again.options.epochs = 1;
    const auto kept = training::train(again, m_folder / "runs", {});
    GRAFT_OK(kept);
    QCOMPARE(test::fact(kept->record, "frozen_part_images"), std::string("0")); // as the first run left it
    again.options.channels = 0;
    const auto colours = training::train(again, m_folder / "runs", {});
    GRAFT_OK(colours);
    QVERIFY(std::stoi("0" + test::fact(colours->record, "frozen_part_images")) > 0);
}

void BandsRunTest::moreChannelsCostMore() {
    training::RunInput input = m_input;
    input.options.freeze = "none";
    const auto five = training::memoryNeeded(input);
    input.options.channels = 0;
    const auto three = training::memoryNeeded(input);
    QVERIFY(three > 0 && five > three);
    GRAFT_OK(training::measureSpeed(m_input));
}

void BandsRunTest::itIsLookedInto() {
    const auto inspector = training::Inspector::openRun(m_run);
    GRAFT_OK(inspector);
    const auto look = inspector->look(m_input.train.front().path, "features.0.0", 4);
    GRAFT_OK(look);
    QCOMPARE(look->filterKind, training::FilterKind::Colour);
    QCOMPARE(look->filters.front().channels, 3);
    const auto colours =
        inspector->look(test::paintItems(m_folder / "colours", 1).front().path, "features.0.0", 4);
    QVERIFY(!colours.ok());
    training::TrainingOptions grey = m_input.options;
    grey.channels = 0;
    grey.grey = true;
    const auto ofGrey = training::Inspector::open(grey, 2, nullptr);
    GRAFT_OK(ofGrey);
    GRAFT_OK(ofGrey->look(m_input.train.front().path, "features.0.0", 4));
}

QTEST_GUILESS_MAIN(BandsRunTest)
#include "BandsRunTest.moc"
