// A pretrained first convolution serves images of another number of channels.

#include "engine/Network.h"
#include "graph/Architectures.h"

#include <torch/torch.h>

#include <QTest>

using namespace graft;

namespace {

engine::Network networkFor(int channels, const std::string& model) {
    return engine::Network(
        graph::findArchitecture(model)->build({.classes = 5, .inputChannels = channels, .dropout = 0}),
        std::uint64_t(channels));
}

} // namespace

class AdaptTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalChannelsAnswerAsBefore_data();
    void equalChannelsAnswerAsBefore();
    void otherShapesAreNotAdapted();
};

void AdaptTest::equalChannelsAnswerAsBefore_data() {
    QTest::addColumn<QString>("model");
    QTest::addColumn<int>("channels");
    for (const char* model : {"resnet18", "mobilenet_v3_small", "convnext_tiny", "squeezenet1_1"})
        for (const int channels : {1, 2, 4, 6})
            QTest::addRow("%s, %d channels", model, channels) << model << channels;
}

void AdaptTest::equalChannelsAnswerAsBefore() {
    QFETCH(QString, model);
    QFETCH(int, channels);
    const torch::NoGradGuard noGradient;
    torch::manual_seed(11);
    engine::Network given = networkFor(3, model.toStdString());
    // Two channels of three cannot stand for all three unless those are equal.
    const std::string first = given.graph().node(1).name + ".weight";
    if (channels % 3 != 0 && channels != 1)
        given.tensor(first).copy_(given.tensor(first).mean(1, true).expand_as(given.tensor(first)));
    engine::Network adapted = networkFor(channels, model.toStdString());
    const engine::LoadReport report = adapted.load(given.save());
    QCOMPARE(report.adapted, std::vector<std::string>{first});
    QVERIFY(report.missing.empty() && report.mismatched.empty() && report.unexpected.empty());
    const torch::Tensor grey = torch::randn({2, 1, 64, 64});
    const torch::Tensor expected = given.forward(grey.expand({2, 3, 64, 64}).contiguous());
    const torch::Tensor answer = adapted.forward(grey.expand({2, channels, 64, 64}).contiguous());
    QVERIFY(torch::allclose(answer, expected, 1e-3, 1e-4));
}

void AdaptTest::otherShapesAreNotAdapted() {
    engine::Network network = networkFor(1, "resnet18");
    weights::TensorMap tensors = networkFor(3, "resnet18").save();
    weights::Tensor& kernels = tensors.at("conv1.weight");
    kernels.shape = {64, 3, 49, 1};
    const engine::LoadReport report = network.load(tensors);
    QCOMPARE(report.mismatched, std::vector<std::string>{"conv1.weight"});
    QVERIFY(report.adapted.empty());
}

QTEST_GUILESS_MAIN(AdaptTest)
#include "AdaptTest.moc"
