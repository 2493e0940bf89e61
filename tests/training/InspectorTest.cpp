// What is shown of a node is what the engine computes.

#include "training/Inspector.h"
#include "Fixture.h"
#include "engine/Network.h"

#include <torch/torch.h>

#include <QTest>

#include <cmath>

using namespace graft;
using training::FilterKind;
using training::Inspector;

namespace {

struct Looked {
    test::TemporaryFolder folder;
    training::RunInput input = test::smallRun(folder.path(), "resnet18");
    std::filesystem::path image = input.train.front().path;

    Inspector open() const {
        auto inspector = Inspector::open(input.options, 2, nullptr);
        if (!inspector)
            qFatal("%s", inspector.error().message.c_str());
        return std::move(*inspector);
    }
    /// The node's value by a network of its own.
    torch::Tensor expected(const Inspector& inspector, const char* node) const {
        engine::Network network(inspector.graph(), input.options.seed);
        const auto& look = inspector.preprocessing();
        const auto decoded = imaging::decodeFile(image);
        const auto pixels = dataset::normalised(dataset::evaluationView(*decoded, look), look);
        const torch::NoGradGuard noGradient;
        const torch::Tensor images = torch::tensor(pixels).view({1, 3, look.size, look.size});
        return network.evaluateNodes(images, {*network.graph().find(node)}).front()[0].contiguous();
    }
};

} // namespace

class InspectorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void mapsAreTheEnginesValues_data();
    void mapsAreTheEnginesValues();
    void filtersAreTheWeights();
    void aVectorIsOnePlane();
    void aTrainedRunIsLookedInto();
    void whatCannotBeSeenIsAnError();
};

void InspectorTest::mapsAreTheEnginesValues_data() {
    QTest::addColumn<QString>("node");
    for (const char* node : {"conv1", "bn1", "maxpool", "layer1.0.conv1", "layer2.0.add", "layer4.1.relu"})
        QTest::newRow(node) << QString(node);
}

void InspectorTest::mapsAreTheEnginesValues() {
    const char* node = QTest::currentDataTag();
    const Looked looked;
    const Inspector inspector = looked.open();
    const auto look = inspector.look(looked.image, node, 24);
    GRAFT_OK(look);
    const torch::Tensor value = looked.expected(inspector, node);
    QCOMPARE(look->output, value.sizes().vec());
    QCOMPARE(look->maps.size(), std::size_t(24));
    for (std::size_t c = 0; c < look->maps.size(); ++c) {
        const training::Plane& map = look->maps[c];
        const torch::Tensor channel = value[std::int64_t(c)];
        QCOMPARE(map.minimum, channel.min().item<float>());
        QCOMPARE(map.maximum, channel.max().item<float>());
        QCOMPARE(std::int64_t(map.width), channel.size(1));
        QCOMPARE(std::int64_t(map.height), channel.size(0));
        QCOMPARE(std::int64_t(map.pixels.size()), channel.numel());
        const float* values = channel.data_ptr<float>();
        const float range = map.maximum - map.minimum;
        for (std::size_t i = 0; i < map.pixels.size(); ++i) {
            const float shown = map.minimum + float(map.pixels[i]) / 255 * range;
            QVERIFY(std::abs(shown - values[i]) <= range * (0.5F / 255 + 1e-5F));
        }
    }
}

void InspectorTest::filtersAreTheWeights() {
    const Looked looked;
    const Inspector inspector = looked.open();
    engine::Network network(inspector.graph(), looked.input.options.seed);
    const auto first = inspector.look(looked.image, "conv1", 8);
    GRAFT_OK(first);
    QVERIFY(first->filterKind == FilterKind::Colour);
    QCOMPARE(first->filters.size(), std::size_t(8));
    QCOMPARE(first->filters[3].channels, 3);
    QCOMPARE(first->filters[3].width, 7);
    QCOMPARE(first->filters[3].maximum, network.tensor("conv1.weight")[3].max().item<float>());
    const auto deep = inspector.look(looked.image, "layer2.0.conv1", 8);
    GRAFT_OK(deep);
    QVERIFY(deep->filterKind == FilterKind::Mean);
    QCOMPARE(deep->filters[5].minimum,
             network.tensor("layer2.0.conv1.weight")[5].mean(0).min().item<float>());
    const auto point = inspector.look(looked.image, "layer2.0.downsample.0", 8);
    GRAFT_OK(point);
    QVERIFY(point->filterKind == FilterKind::WeightMatrix);
    QCOMPARE(point->filters.size(), std::size_t(1));
    QCOMPARE(point->filters[0].width, 64);
    QCOMPARE(point->filters[0].height, 128);
    const auto pooling = inspector.look(looked.image, "maxpool", 8);
    GRAFT_OK(pooling);
    QVERIFY(pooling->filterKind == FilterKind::None && pooling->filters.empty());
}

void InspectorTest::aVectorIsOnePlane() {
    const Looked looked;
    const Inspector inspector = looked.open();
    const auto look = inspector.look(looked.image, "flatten", 8);
    GRAFT_OK(look);
    QCOMPARE(look->output, graph::Shape{512});
    QCOMPARE(look->maps.size(), std::size_t(1));
    QCOMPARE(look->maps[0].width * look->maps[0].height, 512);
    QCOMPARE(look->maps[0].maximum, looked.expected(inspector, "flatten").max().item<float>());
}

void InspectorTest::aTrainedRunIsLookedInto() {
    test::TemporaryFolder folder;
    training::RunInput input = test::smallRun(folder.path());
    input.options.epochs = 1;
    const auto outcome = training::train(input, folder / "runs", {});
    GRAFT_OK(outcome);
    const auto inspector = Inspector::openRun(outcome->record.folder);
    GRAFT_OK(inspector);
    const auto trained = inspector->look(input.train.front().path, "features.0", 4);
    GRAFT_OK(trained);
    const auto start = Inspector::open(input.options, 2, nullptr);
    GRAFT_OK(start);
    const auto before = start->look(input.train.front().path, "features.0", 4);
    GRAFT_OK(before);
    QCOMPARE(trained->output, before->output);
    QVERIFY(trained->maps[0].maximum != before->maps[0].maximum);
}

void InspectorTest::whatCannotBeSeenIsAnError() {
    const Looked looked;
    const Inspector inspector = looked.open();
    QVERIFY(!inspector.look(looked.folder / "nothing.png", "conv1", 8).ok());
    QVERIFY(!inspector.look(looked.image, "conv9", 8).ok());
    QVERIFY(!Inspector::openRun(looked.folder / "no run").ok());
}

QTEST_GUILESS_MAIN(InspectorTest)
#include "InspectorTest.moc"
