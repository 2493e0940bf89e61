// Real pretrained weights classify real photographs: builder, weights, preprocessing and engine together.

#include "dataset/Dataset.h"
#include "engine/Network.h"
#include "graph/Architectures.h"
#include "imaging/Decode.h"
#include "imaging/Transform.h"
#include "support/Support.h"
#include "weights/Files.h"

#include <torch/torch.h>

#include <QTest>

#include <fstream>
#include <sstream>

using namespace graft;

namespace {

/// What ../shared/weights/README.md says of a file.
struct Pretrained {
    const char* file;
    const char* model;
    graph::BuildOptions build{};
    dataset::Preprocessing preprocessing{};
    int correct = 0; ///< of 100
};

struct Photo {
    std::filesystem::path path;
    int target;
};

const char* const photoFolder = "data/imagenet_photos";

const Pretrained classifiers[] = {
    {"resnet50.keras_v1",
     "resnet50",
     {.strideOnFirstConv = true, .batchNormEps = 1e-3},
     {.bgr = true, .scale = 1, .mean = {103.939f, 116.779f, 123.68f}, .std = {1, 1, 1}},
     92},
    {"inception_v3.tflite_uint8",
     "inception_v3",
     {},
     {.size = 299, .resize = 299, .scale = 1 / 127.5, .mean = {1, 1, 1}, .std = {1, 1, 1}},
     95},
    {"squeezenet1_1.onnxzoo", "squeezenet1_1", {}, {}, 63},
};

std::vector<Photo> readPhotos() {
    const std::filesystem::path folder = test::sharedFolder() / photoFolder;
    std::ifstream file(folder / "labels.csv");
    std::vector<Photo> photos;
    std::string line;
    std::getline(file, line); // the header
    while (std::getline(file, line)) {
        std::istringstream fields(line);
        std::string name, target;
        std::getline(fields, name, ',');
        std::getline(fields, target, ',');
        photos.push_back({folder / name, std::stoi(target)});
    }
    return photos;
}

torch::Tensor prepared(const Photo& photo, const dataset::Preprocessing& preprocessing) {
    const Result<imaging::Image> image = imaging::decodeFile(photo.path);
    if (!image)
        return {};
    const imaging::Image view = dataset::evaluationView(imaging::toRgb8(*image), preprocessing);
    return torch::tensor(dataset::normalised(view, preprocessing))
        .view({1, 3, preprocessing.size, preprocessing.size});
}

std::filesystem::path weightsFile(const std::string& name) {
    return test::sharedFolder() / "weights" / (name + ".safetensors");
}

int countCorrect(engine::Network& network, const dataset::Preprocessing& preprocessing) {
    const torch::NoGradGuard noGradient;
    int correct = 0;
    for (const Photo& photo : readPhotos()) {
        const torch::Tensor image = prepared(photo, preprocessing);
        correct += image.defined() && network.forward(image).argmax(1).item<std::int64_t>() == photo.target;
    }
    return correct;
}

} // namespace

class PretrainedWeightsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void classifyPhotographs_data();
    void classifyPhotographs();
    void originOfTheWeightsMatters();
    void featuresAloneFillTheBackbone_data();
    void featuresAloneFillTheBackbone();
};

void PretrainedWeightsTest::classifyPhotographs_data() {
    QTest::addColumn<int>("index");
    for (int i = 0; i < int(std::size(classifiers)); ++i)
        QTest::newRow(classifiers[i].file) << i;
}

void PretrainedWeightsTest::classifyPhotographs() {
    QFETCH(int, index);
    const Pretrained& row = classifiers[index];
    GRAFT_NEEDS_SHARED(photoFolder);
    GRAFT_NEEDS_SHARED(std::string("weights/") + row.file + ".safetensors");
    QCOMPARE(readPhotos().size(), std::size_t(100));
    const auto weights = weights::readSafetensors(weightsFile(row.file));
    QVERIFY2(weights.ok(), weights.ok() ? "" : weights.error().message.c_str());
    engine::Network network(graph::findArchitecture(row.model)->build(row.build), 0);
    const engine::LoadReport report = network.load(weights->tensors);
    QVERIFY(report.missing.empty() && report.unexpected.empty() && report.mismatched.empty());
    const int correct = countCorrect(network, row.preprocessing);
    QVERIFY2(std::abs(correct - row.correct) <= 1, std::to_string(correct).c_str());
}

/// With torchvision's place of the stride, the same weights are worse: the option is not decoration.
void PretrainedWeightsTest::originOfTheWeightsMatters() {
    const Pretrained& row = classifiers[0];
    GRAFT_NEEDS_SHARED(photoFolder);
    GRAFT_NEEDS_SHARED(std::string("weights/") + row.file + ".safetensors");
    const auto weights = weights::readSafetensors(weightsFile(row.file));
    QVERIFY(weights.ok());
    graph::BuildOptions options = row.build;
    options.strideOnFirstConv = false;
    engine::Network network(graph::findArchitecture(row.model)->build(options), 0);
    network.load(weights->tensors);
    const int correct = countCorrect(network, row.preprocessing);
    QVERIFY2(correct < 86, std::to_string(correct).c_str());
}

void PretrainedWeightsTest::featuresAloneFillTheBackbone_data() {
    QTest::addColumn<QString>("model");
    QTest::newRow("mobilenet_v2.onnxzoo_features") << "mobilenet_v2";
    QTest::newRow("mobilenet_v3_small.qvac_features") << "mobilenet_v3_small";
}

void PretrainedWeightsTest::featuresAloneFillTheBackbone() {
    QFETCH(QString, model);
    const std::string file = QTest::currentDataTag();
    GRAFT_NEEDS_SHARED("weights/" + file + ".safetensors");
    const auto weights = weights::readSafetensors(weightsFile(file));
    QVERIFY2(weights.ok(), weights.ok() ? "" : weights.error().message.c_str());
    const graph::Architecture& architecture = *graph::findArchitecture(model.toStdString());
    engine::Network network(architecture.build({.classes = 2, .newHead = true}), 0);
    const engine::LoadReport report = network.load(weights->tensors);
    QVERIFY(report.unexpected.empty() && report.mismatched.empty());
    for (const std::string& name : report.missing)
        QVERIFY2(graph::inBlock(name, architecture.head) || graph::inBlock(name, "head"), name.c_str());
}

QTEST_GUILESS_MAIN(PretrainedWeightsTest)
#include "PretrainedWeightsTest.moc"
