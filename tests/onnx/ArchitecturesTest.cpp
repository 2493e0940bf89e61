// Every known network as an ONNX file and as a TorchScript program: the same answers as the engine.

#include "graph/Architectures.h"
#include "engine/Fold.h"
#include "engine/Network.h"
#include "engine/TorchScript.h"
#include "onnx/Onnx.h"
#include "support/Support.h"

#include <torch/torch.h>

#include <QTest>

using namespace graft;
using torch::Tensor;

namespace {

constexpr const char* kPython = "/usr/bin/python3";
constexpr int kClasses = 7;

/// A network with a new head and with statistics, scales and biases as trained ones have them.
engine::Network networkOf(const graph::Architecture& architecture) {
    graph::BuildOptions options{.classes = kClasses};
    options.newHead = true;
    engine::Network network(architecture.build(options), 3);
    const torch::NoGradGuard noGradient;
    torch::manual_seed(9);
    for (const graph::Node& node : network.graph().nodes())
        for (const graph::TensorSpec& spec : graph::tensorsOf(node))
            if (spec.name.ends_with("running_mean") || spec.name.ends_with("bias"))
                network.tensor(spec.name).normal_(0, 0.1);
            else if (spec.name.ends_with("running_var"))
                network.tensor(spec.name).uniform_(0.7, 1.3);
    return network;
}

/// As small as it can be, and a size at which VGG's pooling has windows of different sizes.
int sizeFor(const graph::Architecture& architecture) {
    return std::max(architecture.minimumSize, 64);
}

double relative(const Tensor& found, const Tensor& expected) {
    return ((found - expected).abs().max() / expected.abs().max()).item<double>();
}

QByteArray said(const test::ProcessResult& result) {
    return QByteArray::fromStdString(result.output + result.errors);
}

} // namespace

class ArchitecturesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_python = test::runProgram(kPython, {"-c", "import torch, onnx"}).code == 0; }
    void everyArchitecture_data();
    void everyArchitecture();

private:
    bool m_python = false;
};

void ArchitecturesTest::everyArchitecture_data() {
    QTest::addColumn<QString>("name");
    for (const graph::Architecture& architecture : graph::architectures())
        QTest::newRow(architecture.name.c_str()) << QString::fromStdString(architecture.name);
}

void ArchitecturesTest::everyArchitecture() {
    QFETCH(QString, name);
    const graph::Architecture& architecture = *graph::findArchitecture(name.toStdString());
    const int size = sizeFor(architecture);
    const torch::NoGradGuard noGradient;
    engine::Network trained = networkOf(architecture);
    torch::manual_seed(4);
    const Tensor images = torch::randn({2, 3, size, size});
    const Tensor expected = trained.forward(images);
    engine::FoldedNetwork folded = engine::fold(trained, {trained.graph().output()});
    const test::TemporaryFolder folder;

    const auto written =
        onnx::write(folder / "network.onnx", folded.network.graph(), folded.network.save(),
                    {.input = {3, size, size}, .softmax = false, .name = architecture.name, .version = "1"});
    QVERIFY2(written.ok(), written.ok() ? "" : written.error().message.c_str());
    auto session = onnx::Session::open(folder / "network.onnx");
    QVERIFY2(session.ok(), session.ok() ? "" : (session.error().message + session.error().detail).c_str());
    const auto rows = session->run({images.data_ptr<float>(), std::size_t(images.numel())}, {3, size, size});
    QVERIFY2(rows.ok(), rows.ok() ? "" : (rows.error().message + rows.error().detail).c_str());
    const double byOpenCv = relative(torch::tensor(*rows).view({2, kClasses}), expected);

    const auto scripted =
        engine::writeTorchScript(folder / "network.pt", folded.network,
                                 {.size = size, .softmax = false, .files = {{"about.json", "{}"}}});
    QVERIFY2(scripted.ok(),
             scripted.ok() ? "" : (scripted.error().message + scripted.error().detail).c_str());
    auto script = engine::Script::open(folder / "network.pt", "about.json");
    QVERIFY2(script.ok(), script.ok() ? "" : (script.error().message + script.error().detail).c_str());
    QCOMPARE(script->text(), std::string("{}"));
    const double byScript = relative(script->run(images), expected);
    const Tensor larger = torch::randn({3, 3, size + 32, size + 32});
    const double byScriptLarger = relative(script->run(larger), trained.forward(larger));
    qInfo("%s at %d: largest relative difference by OpenCV %.2g, by TorchScript %.2g, larger images %.2g",
          architecture.name.c_str(), size, byOpenCv, byScript, byScriptLarger);
    QVERIFY(byOpenCv < 1e-4);
    QVERIFY(byScript < 1e-4);
    QVERIFY(byScriptLarger < 1e-4);

    if (!m_python)
        QSKIP("python3-torch or python3-onnx is not on this machine");
    const auto checked = test::runProgram(
        kPython, {GRAFT_SOURCE_DIR "/tests/onnx/check.py", folder.path().string(), std::to_string(size)});
    QCOMPARE(checked.code == 0 ? QByteArray() : said(checked), QByteArray());
}

QTEST_GUILESS_MAIN(ArchitecturesTest)
#include "ArchitecturesTest.moc"
