// An exported model says what the run says, tells what it is, and is there in full or not at all.

#include "training/Export.h"
#include "Fixture.h"
#include "support/SmallDisk.h"

#include "weights/Files.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <fstream>

using namespace graft;
using training::ExportFormat;

namespace {

QJsonObject objectIn(const std::filesystem::path& file) {
    const auto text = readTextFile(file, 1 << 20);
    return text ? QJsonDocument::fromJson(QByteArray::fromStdString(*text)).object() : QJsonObject();
}

std::vector<std::string> namesIn(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    return names;
}

} // namespace

class ExportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup() { std::filesystem::remove_all(*m_folder / "out"); }
    void everyFormatSaysWhatTheRunSays_data() { formats(); }
    void everyFormatSaysWhatTheRunSays();
    void greyPicturesAndAHeadOfLayersGoAlong_data() { formats(); }
    void greyPicturesAndAHeadOfLayersGoAlong();
    void withoutImagesNoiseIsCompared();
    void failuresLeaveNothing_data() { formats(); }
    void failuresLeaveNothing();
    void aFileThatWasThereSurvivesAFailure();
    void strangePrograms_data();
    void strangePrograms();
    void strangeTensorsAreRefused();

private:
    std::unique_ptr<test::TemporaryFolder> m_folder;
    training::RunInput m_input;
    std::filesystem::path m_run;
    std::filesystem::path m_greyRun;

    static void formats();
    std::filesystem::path out(const std::string& name) const {
        std::filesystem::create_directories(*m_folder / "out");
        return *m_folder / "out" / name;
    }
};

void ExportTest::initTestCase() {
    m_folder = std::make_unique<test::TemporaryFolder>();
    m_input = test::smallRun(m_folder->path(), "mobilenet_v3_small");
    m_input.options.epochs = 2;
    m_input.options.freeze = "features.2+features.3";
    m_input.options.precision = "bfloat16"; // files are float32 whatever the run computed in
    const auto outcome = training::train(m_input, *m_folder / "runs", {});
    GRAFT_OK(outcome);
    m_run = outcome->record.folder;

    training::RunInput grey = m_input;
    grey.options.freeze = "none";
    grey.options.epochs = 1;
    grey.options.grey = true;
    grey.options.headLayers = {8};
    grey.options.headBatchNorm = true;
    grey.options.pooling = "gem";
    const auto greyOutcome = training::train(grey, *m_folder / "runs", {});
    GRAFT_OK(greyOutcome);
    m_greyRun = greyOutcome->record.folder;
}

void ExportTest::formats() {
    QTest::addColumn<QString>("name");
    for (const ExportFormat format : training::exportFormats())
        QTest::newRow(std::string(training::name(format)).c_str())
            << QString::fromStdString(std::string(training::name(format)));
}

void ExportTest::everyFormatSaysWhatTheRunSays() {
    QFETCH(QString, name);
    const ExportFormat format = *training::exportFormatNamed(name.toStdString());
    const auto file = out("model" + std::string(training::fileEnding(format)));
    const auto exported = training::exportRun(m_run, format, file, m_input.validation);
    GRAFT_OK(exported);
    QCOMPARE(exported->images, std::int64_t(10));
    QVERIFY2(exported->maxDifference < 1e-5, std::to_string(exported->maxDifference).c_str());
    QCOMPARE(namesIn(*m_folder / "out"),
             (std::vector<std::string>{file.filename().string(), file.filename().string() + ".json"}));

    auto predictor = training::Predictor::openExported(file);
    GRAFT_OK(predictor);
    QCOMPARE(predictor->classes(), m_input.classes);
    QCOMPARE(predictor->preprocessing().size, 64);
    auto run = training::Predictor::open(m_run, "cpu", training::Predictor::Computes::InFloat32);
    GRAFT_OK(run);
    const auto found = predictor->predict(m_input.train), expected = run->predict(m_input.train);
    GRAFT_OK(found);
    GRAFT_OK(expected);
    for (std::size_t i = 0; i < found->size(); ++i)
        for (std::size_t c = 0; c < 2; ++c)
            QVERIFY(std::abs((*found)[i].probabilities[c] - (*expected)[i].probabilities[c]) < 1e-5F);

    const QJsonObject sidecar = objectIn(exported->sidecar);
    QCOMPARE(sidecar["format"].toString(), name);
    QCOMPARE(sidecar["architecture"].toString(), "mobilenet_v3_small");
    QCOMPARE(sidecar["classes"].toArray(), (QJsonArray{"lying", "standing"}));
    QCOMPARE(sidecar["preprocessing"]["size"].toInt(), 64);
    QCOMPARE(sidecar["input"]["channels"].toString(), "RGB");
    QCOMPARE(sidecar["max_difference"].toDouble(-1), exported->maxDifference);
    QCOMPARE(sidecar["compared_on"]["images"].toInt(), 10);
    const QJsonArray records =
        QJsonDocument::fromJson(QByteArray::fromStdString(*readTextFile(m_run / "exports.json", 1 << 20)))
            .array();
    QCOMPARE(records.last()["file"].toString().toStdString(), file.string());
    QCOMPARE(records.last()["max_difference"].toDouble(-1), exported->maxDifference);
}

void ExportTest::greyPicturesAndAHeadOfLayersGoAlong() {
    QFETCH(QString, name);
    const ExportFormat format = *training::exportFormatNamed(name.toStdString());
    const auto file = out("grey" + std::string(training::fileEnding(format)));
    const auto exported = training::exportRun(m_greyRun, format, file, m_input.validation);
    GRAFT_OK(exported);
    QVERIFY2(exported->maxDifference < 1e-5, std::to_string(exported->maxDifference).c_str());
    const bool within = format != ExportFormat::Safetensors;
    const QJsonObject input = objectIn(exported->sidecar)["input"].toObject();
    QCOMPARE(input["channels"].toString(), within ? "RGB" : "grey");
    QCOMPARE(input["shape"].toArray()[1].toInt(), within ? 3 : 1);
}

void ExportTest::withoutImagesNoiseIsCompared() {
    const auto exported = training::exportRun(m_run, ExportFormat::Onnx, out("model.onnx"), {});
    GRAFT_OK(exported);
    QVERIFY(exported->noise);
    QVERIFY(exported->images > 0 && exported->maxDifference < 1e-5);
    const QJsonObject sidecar = objectIn(exported->sidecar);
    QCOMPARE(sidecar["compared_on"]["kind"].toString(), "noise");
}

void ExportTest::failuresLeaveNothing() {
    QFETCH(QString, name);
    const ExportFormat format = *training::exportFormatNamed(name.toStdString());
    const auto fails = [&](const std::filesystem::path& run, const std::filesystem::path& file,
                           const char* says, const Monitor& monitor = {}) {
        const auto exported = training::exportRun(run, format, file, m_input.validation, monitor);
        QVERIFY(!exported.ok());
        QVERIFY2(exported.error().message.find(says) != std::string::npos, exported.error().message.c_str());
        QCOMPARE(namesIn(*m_folder / "out"), std::vector<std::string>());
    };
    const auto file = out("model");
    fails(*m_folder / "no-run", file, "no model yet");
    fails(m_run, *m_folder / "nowhere" / "model", "does not exist");
    fails(m_run, *m_folder / "out", "is a folder");
    std::stop_source stop;
    stop.request_stop();
    fails(m_run, file, "Stopped", {.stop = stop.get_token()});
    const test::SmallDisk disk(64 << 10);
    fails(m_run, file, "cannot be written");
}

void ExportTest::aFileThatWasThereSurvivesAFailure() {
    const auto file = out("model.onnx");
    std::ofstream(file) << "older";
    {
        const test::SmallDisk disk(64 << 10);
        QVERIFY(!training::exportRun(m_run, ExportFormat::Onnx, file, m_input.validation).ok());
    }
    QCOMPARE(*readTextFile(file, 100), std::string("older"));
    GRAFT_OK(training::exportRun(m_run, ExportFormat::Onnx, file, m_input.validation));
    GRAFT_OK(training::Predictor::openExported(file));
}

void ExportTest::strangePrograms_data() {
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("says");
    QTest::newRow("a loop") << "class M(torch.nn.Module):\n"
                               "    def forward(self, image):\n"
                               "        for i in range(int(image.sum())):\n"
                               "            image = image + 1\n"
                               "        return image\n"
                            << "which no network";
    QTest::newRow("an operation no network has")
        << "class M(torch.nn.Module):\n"
           "    def forward(self, image):\n"
           "        return torch.from_file('/etc/passwd', size=8) + image\n"
        << "aten::from_file";
    QTest::newRow("code that runs while loading")
        << "class M(torch.nn.Module):\n"
           "    def forward(self, image):\n"
           "        return image\n"
           "    @torch.jit.export\n"
           "    def __getstate__(self):\n"
           "        return (torch.zeros(1), self.training)\n"
           "    @torch.jit.export\n"
           "    def __setstate__(self, state: Tuple[torch.Tensor, bool]):\n"
           "        self.training = state[1]\n"
        << "code that is not a network";
}

void ExportTest::strangePrograms() {
    QFETCH(QString, program);
    QFETCH(QString, says);
    const auto file = out("strange.pt");
    const auto source = out("strange.py");
    std::ofstream(source)
        << "import sys, torch\nfrom typing import Tuple\n"
        << program.toStdString()
        << "torch.jit.save(torch.jit.script(M()), sys.argv[1], _extra_files={'graft.json': '{}'})\n";
    const auto made = test::runProgram("/usr/bin/python3", {source.string(), file.string()});
    if (made.code != 0)
        QSKIP(("python3-torch cannot make it here: " + made.errors).c_str());
    const auto predictor = training::Predictor::openExported(file);
    QVERIFY(!predictor.ok());
    const std::string& message = predictor.error().message;
    QVERIFY2(QString::fromStdString(message).contains(says), message.c_str());
}

void ExportTest::strangeTensorsAreRefused() {
    const auto file = out("model.safetensors");
    GRAFT_OK(training::exportRun(m_run, ExportFormat::Safetensors, file, {}));
    auto content = weights::readSafetensors(file);
    GRAFT_OK(content);
    const auto refuses = [&](const weights::TensorMap& tensors, const weights::Metadata& metadata,
                             const char* says) {
        GRAFT_OK(weights::writeSafetensors(file, tensors, metadata));
        const auto predictor = training::Predictor::openExported(file);
        QVERIFY(!predictor.ok());
        QVERIFY2(predictor.error().message.find(says) != std::string::npos,
                 predictor.error().message.c_str());
    };
    weights::TensorMap fewer = content->tensors;
    fewer.erase(fewer.begin());
    refuses(fewer, content->metadata, "do not belong");
    refuses(content->tensors, {}, "not a model that this program exported");
    weights::Metadata metadata = content->metadata;
    metadata["graft"] = "{\"version\": 1}";
    refuses(content->tensors, metadata, "damaged");
    metadata["graft"] = content->metadata["graft"];
    metadata["graft"].replace(metadata["graft"].find("\"size\": 64"), 10, "\"size\": 1000000");
    refuses(content->tensors, metadata, "damaged");
}

QTEST_GUILESS_MAIN(ExportTest)
#include "ExportTest.moc"
