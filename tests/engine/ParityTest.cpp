// Every family against torchvision's own definition, on the same random weights.

#include "engine/Network.h"
#include "graph/Architectures.h"
#include "support/Support.h"
#include "weights/Files.h"

#include <torch/torch.h>

#include <QTest>

#include <algorithm>
#include <iterator>
#include <set>
#include <sstream>

using namespace graft;

namespace {

const char* const script = GRAFT_SOURCE_DIR "/tests/engine/parity.py";
const char* const python = "/usr/bin/python3";

bool torchvisionAvailable() {
    return test::runProgram(python, {"-c", "import torch, torchvision"}).code == 0;
}

torch::Tensor toTorch(const weights::Tensor& tensor) {
    const std::vector<float> values = weights::toFloats(tensor);
    return torch::tensor(values).view(tensor.shape);
}

/// Greatest difference, as a part of the greatest value.
double relativeError(const torch::Tensor& actual, const torch::Tensor& expected) {
    return ((actual - expected).abs().max() / expected.abs().max()).item<double>();
}

double relativeDistance(const torch::Tensor& actual, const torch::Tensor& expected) {
    return ((actual - expected).norm() / expected.norm()).item<double>();
}

engine::Network build(const std::string& model) {
    const graph::Architecture* architecture = graph::findArchitecture(model);
    // Dropout off, so that the answers in training mode can be compared, too.
    return engine::Network(architecture->build({.dropout = 0}), 0);
}

/// "MODEL NAME SIDE,SIDE" of every tensor of every architecture.
std::set<std::string> ownNames(std::vector<std::string>& models) {
    std::set<std::string> lines;
    for (const graph::Architecture& architecture : graph::architectures()) {
        models.push_back(architecture.name);
        const graph::Graph graph = architecture.build({});
        for (const graph::Node& node : graph.nodes()) {
            for (const graph::TensorSpec& spec : graph::tensorsOf(node)) {
                std::string line = architecture.name + ' ' + spec.name + ' ';
                for (std::size_t i = 0; i < spec.shape.size(); ++i)
                    line += (i > 0 ? "," : "") + std::to_string(spec.shape[i]);
                lines.insert(line);
            }
        }
    }
    return lines;
}

std::set<std::string> linesOf(const std::string& text) {
    std::set<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        lines.insert(line);
    return lines;
}

} // namespace

class ParityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!torchvisionAvailable())
            QSKIP("/usr/bin/python3 cannot import torchvision (Debian: python3-torchvision)");
    }
    void namesAndShapesAreTorchvisions();
    void answersAsTorchvision_data();
    void answersAsTorchvision();

private:
    void compareGradients(engine::Network& network, const weights::TensorMap& cases);
    void compareTraining(engine::Network& network, const weights::TensorMap& cases);
};

void ParityTest::namesAndShapesAreTorchvisions() {
    std::vector<std::string> arguments{script, "--names"};
    const std::set<std::string> own = ownNames(arguments);
    const auto listed = test::runProgram(python, arguments);
    QVERIFY2(listed.code == 0, listed.errors.c_str());
    std::vector<std::string> different;
    std::ranges::set_symmetric_difference(own, linesOf(listed.output), std::back_inserter(different));
    QVERIFY2(different.empty(), different.empty() ? "" : different.front().c_str());
}

void ParityTest::answersAsTorchvision_data() {
    QTest::addColumn<bool>(
        "training"); // vgg draws Dropout between its hidden layers; the others can be compared
    QTest::newRow("resnet18") << true;
    QTest::newRow("resnet50") << true;
    QTest::newRow("vgg11_bn") << false;
    QTest::newRow("inception_v3") << true;
    QTest::newRow("mobilenet_v2") << true;
    QTest::newRow("mobilenet_v3_small") << true;
    QTest::newRow("mobilenet_v3_large") << true;
    QTest::newRow("squeezenet1_1") << true;
}

void ParityTest::answersAsTorchvision() {
    QFETCH(bool, training);
    const std::string model = QTest::currentDataTag();
    const test::TemporaryFolder folder;
    const auto made = test::runProgram(python, {script, model, folder.path().string()});
    QVERIFY2(made.code == 0, made.errors.c_str());

    engine::Network network = build(model);
    const auto state = weights::readSafetensors(folder / "state.safetensors");
    QVERIFY2(state.ok(), state.ok() ? "" : state.error().message.c_str());
    const engine::LoadReport report = network.load(state->tensors);
    QCOMPARE(report.loaded, state->tensors.size());
    QVERIFY(report.missing.empty() && report.unexpected.empty() && report.mismatched.empty());

    const auto cases = weights::readSafetensors(folder / "cases.safetensors");
    QVERIFY(cases.ok());
    const torch::Tensor logits = network.forward(toTorch(cases->tensors.at("input")));
    QVERIFY2(relativeError(logits, toTorch(cases->tensors.at("logits"))) < 1e-4, model.c_str());
    logits.square().mean().backward();
    compareGradients(network, cases->tensors);
    if (training)
        compareTraining(network, cases->tensors);
}

void ParityTest::compareGradients(engine::Network& network, const weights::TensorMap& cases) {
    for (const auto& [name, parameter] : network.trainableParameters()) {
        // A ReLU at zero switches by rounding: torchvision differs from itself by this much in another memory
        // layout.
        const double error = relativeDistance(parameter.grad(), toTorch(cases.at("gradient." + name)));
        QVERIFY2(error < 2e-2, (name + ": " + std::to_string(error)).c_str());
    }
}

void ParityTest::compareTraining(engine::Network& network, const weights::TensorMap& cases) {
    const torch::NoGradGuard noGradient;
    network.setTraining(true);
    const torch::Tensor logits = network.forward(toTorch(cases.at("input")));
    // Statistics of two small images: divisions by small variances make this wider than in eval mode.
    QVERIFY(relativeError(logits, toTorch(cases.at("trained_logits"))) < 1e-3);
    for (const auto& [name, tensor] : cases) {
        if (!name.starts_with("after."))
            continue;
        const double error = relativeError(network.tensor(name.substr(6)), toTorch(tensor));
        QVERIFY2(error < 1e-3, (name + ": " + std::to_string(error)).c_str());
    }
}

QTEST_GUILESS_MAIN(ParityTest)
#include "ParityTest.moc"
