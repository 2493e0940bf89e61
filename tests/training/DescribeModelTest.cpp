// The network that a person's options ask for.

#include "support/Support.h"
#include "training/Setup.h"

#include <QTest>

using namespace graft;

namespace {

training::RunInput inputWith(const std::string& model, const std::string& freeze, int size = 0) {
    training::RunInput input;
    input.options.model = model;
    input.options.freeze = freeze;
    input.options.size = size;
    input.classes = {"a", "b", "c"};
    return input;
}

} // namespace

class DescribeModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theAuxiliaryHeadIsThereWhereItTeaches_data();
    void theAuxiliaryHeadIsThereWhereItTeaches();
    void theHeadIsAsTheOptionsSay();
    void greyPicturesHaveOneChannel();
    void scratchIsNormalisedAsTheNetworkWasMeant();
    void aModelFileKeepsItAll();
    void memoryIsKnownBeforehand();
};

void DescribeModelTest::theAuxiliaryHeadIsThereWhereItTeaches_data() {
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("freeze");
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("there");
    QTest::newRow("everything learns") << "inception_v3"
                                       << "none" << 0 << true;
    QTest::newRow("the block it reads learns") << "inception_v3"
                                               << "Mixed_6d" << 0 << true;
    QTest::newRow("all it reads is frozen") << "inception_v3"
                                            << "Mixed_6e" << 0 << false;
    QTest::newRow("only the head learns") << "inception_v3"
                                          << "all" << 0 << false;
    QTest::newRow("pictures too small for it") << "inception_v3"
                                               << "none" << 160 << false;
    QTest::newRow("a network without") << "resnet18"
                                       << "none" << 0 << false;
}

void DescribeModelTest::theAuxiliaryHeadIsThereWhereItTeaches() {
    QFETCH(QString, model);
    QFETCH(QString, freeze);
    QFETCH(int, size);
    const auto described =
        training::describeModel(inputWith(model.toStdString(), freeze.toStdString(), size));
    QTEST(described.build.auxiliary, "there");
    QTEST(described.buildGraph().find("AuxLogits.fc").has_value(), "there");
}

void DescribeModelTest::theHeadIsAsTheOptionsSay() {
    training::RunInput input = inputWith("resnet18", "all");
    input.options.headLayers = {64, 16};
    input.options.headBatchNorm = true;
    input.options.pooling = "gem";
    const graph::Graph graph = training::describeModel(input).buildGraph();
    QVERIFY(std::holds_alternative<graph::GemPool2d>(graph.node(*graph.find("head.pool")).op));
    QCOMPARE(std::get<graph::Linear>(graph.node(*graph.find("head.hidden1")).op).out, 64);
    QCOMPARE(std::get<graph::BatchNorm1d>(graph.node(*graph.find("head.hidden2.bn")).op).features, 16);
    QCOMPARE(std::get<graph::Linear>(graph.node(graph.output()).op).in, 16);
    // Everything of it learns while the backbone is frozen.
    const auto plan = training::freezePlanOf(training::describeModel(input), graph);
    for (graph::NodeIndex i = 0; i <= graph.output(); ++i)
        if (graph::hasParameters(graph.node(i)))
            QCOMPARE(!plan.frozen(i),
                     graph::inHead(graph.node(i).name, *graph::findArchitecture("resnet18")));
}

void DescribeModelTest::greyPicturesHaveOneChannel() {
    training::RunInput input = inputWith("mobilenet_v3_small", "all");
    input.options.grey = true;
    const auto model = training::describeModel(input);
    QVERIFY(model.preprocessing.grey);
    QCOMPARE(model.build.inputChannels, 1);
}

void DescribeModelTest::scratchIsNormalisedAsTheNetworkWasMeant() {
    QCOMPARE(training::describeModel(inputWith("inception_v3", "none")).preprocessing.mean[0], 0.5f);
    QCOMPARE(training::describeModel(inputWith("resnet18", "none")).preprocessing.mean[0], 0.485f);
}

void DescribeModelTest::aModelFileKeepsItAll() {
    training::RunInput input = inputWith("inception_v3", "none");
    input.options.headLayers = {32};
    input.options.pooling = "max";
    input.options.grey = true;
    auto model = training::describeModel(input);
    model.precision = training::Precision::Bfloat16;
    const test::TemporaryFolder folder;
    QVERIFY(training::writeModelFile(folder / "model.json", model).ok());
    const auto read = training::readModelFile(folder / "model.json");
    QVERIFY2(read.ok(), read.ok() ? "" : read.error().message.c_str());
    QVERIFY(read->build.auxiliary && read->preprocessing.grey);
    QVERIFY(read->precision == training::Precision::Bfloat16);
    QCOMPARE(read->build.inputChannels, 1);
    QCOMPARE(read->build.head.hidden, std::vector<int>{32});
    QVERIFY(read->build.head.pooling == graph::Pooling::Max);
}

void DescribeModelTest::memoryIsKnownBeforehand() {
    QVERIFY(training::memoryNeeded(inputWith("resnet50", "none")) >
            2 * training::memoryNeeded(inputWith("resnet50", "all")));
    QCOMPARE(training::memoryNeeded(inputWith("resnet51", "all")), std::uint64_t(0));

    training::RunInput input = inputWith("resnet50", "none");
    const std::uint64_t plain = training::memoryNeeded(input);
    input.options.learning.averageDecay = 0.99;
    const std::uint64_t average = training::memoryNeeded(input) - plain;
    QVERIFY(average > 94'000'000 && average < 95'000'000); // 23.5 million parameters without the old head
    input.options.learning.startShare = 0.5;
    QCOMPARE(training::memoryNeeded(input) - plain, 2 * average);
}

QTEST_GUILESS_MAIN(DescribeModelTest)
#include "DescribeModelTest.moc"
