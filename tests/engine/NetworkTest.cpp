#include "engine/Network.h"
#include "graph/Architectures.h"

#include <torch/torch.h>

#include <QTest>

#include <cmath>

using namespace graft;
using torch::Tensor;

namespace {

struct Model {
    const graph::Architecture& architecture;
    engine::Network network;

    explicit Model(const char* name, const graph::BuildOptions& options = {.classes = 3, .newHead = true},
                   std::uint64_t seed = 1)
        : architecture(*graph::findArchitecture(name)), network(architecture.build(options), seed) {}

    graph::FreezePlan freeze(const std::string& upTo) {
        graph::FreezePlan plan = *graph::freezeUpTo(network.graph(), architecture, upTo);
        network.freeze(plan);
        return plan;
    }
    Tensor images(int count = 4) {
        torch::manual_seed(7);
        const int side = architecture.minimumSize;
        return torch::randn({count, 3, side, side});
    }
};

void step(engine::Network& network, const Tensor& images) {
    std::vector<Tensor> parameters;
    for (auto& [name, parameter] : network.trainableParameters())
        parameters.push_back(parameter);
    torch::optim::SGD optimiser(parameters, torch::optim::SGDOptions(0.05).momentum(0.9).weight_decay(0.1));
    const Tensor targets = torch::arange(images.size(0)) % 3;
    for (int i = 0; i < 3; ++i) {
        optimiser.zero_grad();
        torch::nn::functional::cross_entropy(network.forward(images), targets).backward();
        optimiser.step();
    }
}

bool identical(const weights::Tensor& a, const weights::Tensor& b) {
    return a.data == b.data;
}

double deviation(engine::Network& network, const std::string& name) {
    return network.tensor(name).detach().std().item<double>();
}

} // namespace

class NetworkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void frozenTensorsNeverChange_data();
    void frozenTensorsNeverChange();
    void fromTheCutItIsTheSame_data();
    void fromTheCutItIsTheSame();
    void wantedValuesAreNotOverwritten();
    void dropoutFollowsItsSeed();
    void frozenDropoutDropsNothing();
    void singleValuesPerChannelLeaveStatisticsFinite();
    void saveAndLoadAreExact();
    void loadReportsWhatDidNotFit();
    void loadConvertsHalfPrecision();
    void initialisationIsSeeded();
    void initialisationIsTorchvisions_data();
    void initialisationIsTorchvisions();
    void standardisedFeaturesHaveUnitVariance();
    void featuresThatHardlyVaryStaySmall();
};

void NetworkTest::frozenTensorsNeverChange_data() {
    QTest::addColumn<QString>("upTo");
    QTest::newRow("resnet18") << "layer2";
    QTest::newRow("resnet50") << "all";
    QTest::newRow("vgg11_bn") << "classifier.2+classifier.3";
    QTest::newRow("inception_v3") << "Mixed_6a";
    QTest::newRow("mobilenet_v2") << "features.7+features.8+features.9+features.10";
    QTest::newRow("mobilenet_v3_small") << "features.4+features.5+features.6";
    QTest::newRow("squeezenet1_1") << "features.6+features.7";
}

void NetworkTest::frozenTensorsNeverChange() {
    QFETCH(QString, upTo);
    Model model(QTest::currentDataTag());
    const graph::FreezePlan plan = model.freeze(upTo.toStdString());
    const weights::TensorMap before = model.network.save();
    model.network.setTraining(true);
    step(model.network, model.images());
    const weights::TensorMap after = model.network.save();
    const graph::Graph& graph = model.network.graph();
    for (graph::NodeIndex i = 0; i <= graph.output(); ++i) {
        const bool learns = !plan.frozen(i) && !std::holds_alternative<graph::Standardize>(graph.node(i).op);
        for (const graph::TensorSpec& spec : graph::tensorsOf(graph.node(i)))
            QVERIFY2(identical(before.at(spec.name), after.at(spec.name)) != learns, spec.name.c_str());
    }
}

void NetworkTest::fromTheCutItIsTheSame_data() {
    QTest::addColumn<QString>("upTo");
    QTest::newRow("resnet18") << "all";
    QTest::newRow("mobilenet_v3_small") << "features.7+features.8";
    QTest::newRow("inception_v3") << "Mixed_5d";
    QTest::newRow("squeezenet1_1") << "features.6+features.7";
}

void NetworkTest::fromTheCutItIsTheSame() {
    QFETCH(QString, upTo);
    Model model(QTest::currentDataTag());
    const graph::FrozenCut cut = graph::frozenCut(model.network.graph(), model.freeze(upTo.toStdString()));
    model.network.setTraining(true);
    const Tensor images = model.images();
    model.network.seedDropout(3);
    const Tensor whole = model.network.forward(images);

    std::vector<std::pair<graph::NodeIndex, Tensor>> known;
    {
        const torch::NoGradGuard noGradient;
        const std::vector<Tensor> values = model.network.evaluateNodes(images, cut.crossing);
        for (std::size_t i = 0; i < values.size(); ++i)
            known.emplace_back(cut.crossing[i], values[i].contiguous());
    }
    model.network.seedDropout(3);
    QVERIFY(torch::allclose(model.network.forwardFrom(known), whole, 1e-5, 1e-6));
}

void NetworkTest::wantedValuesAreNotOverwritten() {
    Model model("resnet18");
    const torch::NoGradGuard noGradient;
    const Tensor images = model.images();
    const Tensor kept = images.clone();
    std::vector<graph::NodeIndex> every;
    for (graph::NodeIndex i = 0; i <= model.network.graph().output(); ++i)
        every.push_back(i);
    const std::vector<Tensor> together = model.network.evaluateNodes(images, every);
    for (graph::NodeIndex i : every)
        QVERIFY(torch::equal(together[std::size_t(i)], model.network.evaluateNodes(images, {i})[0]));
    QVERIFY(torch::equal(images, kept));
    // What a caller gives as known is the caller's, too.
    const graph::NodeIndex sum = *model.network.graph().find("layer1.0.add");
    const Tensor given = together[std::size_t(sum)].clone();
    model.network.forwardFrom({{sum, given}, {*model.network.graph().find("layer1.0.bn2"), given}});
    QVERIFY(torch::equal(given, together[std::size_t(sum)]));
}

void NetworkTest::dropoutFollowsItsSeed() {
    Model model("resnet18", {.classes = 3, .dropout = 0.5, .newHead = true});
    model.freeze("all");
    const torch::NoGradGuard noGradient;
    const auto answer = [&](std::uint64_t seed) {
        model.network.seedDropout(seed);
        return model.network.forward(model.images());
    };
    const Tensor resting = answer(1);
    QVERIFY(torch::equal(resting, answer(2)));
    model.network.setTraining(true);
    torch::manual_seed(99); // the global generator must not matter
    const Tensor first = answer(1);
    torch::manual_seed(100);
    QVERIFY(torch::equal(first, answer(1)));
    QVERIFY(!torch::equal(first, answer(2)));
    QVERIFY(!torch::equal(first, resting));
}

void NetworkTest::frozenDropoutDropsNothing() {
    graph::Graph graph;
    const graph::NodeIndex input = graph.add("input", graph::Input{3}, {});
    graph.add("dropout", graph::Dropout{0.25}, {input});
    engine::Network network(graph, 1);
    network.setTraining(true);
    const Tensor ones = torch::ones({8, 3, 64, 64});
    const Tensor dropped = network.forward(ones);
    const double kept = (dropped > 0).to(torch::kFloat32).mean().item<double>();
    QVERIFY(std::abs(kept - 0.75) < 0.01);
    QVERIFY(std::abs(dropped.max().item<double>() - 1 / 0.75) < 1e-6);
    network.freeze(graph::FreezePlan({true, true}));
    QVERIFY(torch::equal(network.forward(ones), ones));
}

void NetworkTest::singleValuesPerChannelLeaveStatisticsFinite() {
    Model model("resnet18"); // 32×32 leaves one pixel in layer4
    model.network.setTraining(true);
    const Tensor logits = model.network.forward(model.images(1));
    QVERIFY(logits.isfinite().all().item<bool>());
    for (const auto& [name, tensor] : model.network.save())
        for (float value : weights::toFloats(tensor))
            QVERIFY2(std::isfinite(value), name.c_str());
}

void NetworkTest::saveAndLoadAreExact() {
    Model first("mobilenet_v3_small");
    Model second("mobilenet_v3_small", {.classes = 3, .newHead = true}, 2);
    const weights::TensorMap saved = first.network.save();
    const engine::LoadReport report = second.network.load(saved);
    QCOMPARE(report.loaded, saved.size());
    for (const auto& [name, tensor] : second.network.save())
        QVERIFY2(identical(tensor, saved.at(name)), name.c_str());
    QVERIFY(torch::equal(first.network.forward(first.images()), second.network.forward(first.images())));
}

void NetworkTest::loadReportsWhatDidNotFit() {
    Model imagenet("resnet18", {});
    weights::TensorMap tensors = imagenet.network.save();
    tensors.erase("layer1.0.bn1.bias");
    tensors["bn1.num_batches_tracked"] = weights::fromFloats({1}, {1});
    tensors["stranger"] = weights::fromFloats({1}, {1});
    Model mine("resnet18");
    const engine::LoadReport report = mine.network.load(tensors);
    const std::vector<std::string> missing{"layer1.0.bn1.bias", "head.norm.running_mean",
                                           "head.norm.running_var"};
    QCOMPARE(report.missing, missing);
    QCOMPARE(report.unexpected, std::vector<std::string>{"stranger"});
    QCOMPARE(report.mismatched, (std::vector<std::string>{"fc.weight", "fc.bias"}));
    QCOMPARE(report.loaded, std::size_t(102 - 3));
}

void NetworkTest::loadConvertsHalfPrecision() {
    Model model("squeezenet1_1");
    model.network.load(
        {{"features.0.bias", weights::fromFloats({64}, std::vector<float>(64, 0.5f), weights::DType::F16)}});
    QVERIFY(torch::equal(model.network.tensor("features.0.bias"), torch::full({64}, 0.5f)));
    QVERIFY(model.network.tensor("features.0.bias").scalar_type() == torch::kFloat32);
}

void NetworkTest::initialisationIsSeeded() {
    torch::manual_seed(1);
    const weights::TensorMap a = Model("mobilenet_v3_small").network.save();
    torch::manual_seed(2);
    const weights::TensorMap b = Model("mobilenet_v3_small").network.save();
    for (const auto& [name, tensor] : a)
        QVERIFY2(identical(tensor, b.at(name)), name.c_str());
    const weights::TensorMap c =
        Model("mobilenet_v3_small", {.classes = 3, .newHead = true}, 2).network.save();
    QVERIFY(!identical(a.at("features.0.0.weight"), c.at("features.0.0.weight")));
}

void NetworkTest::initialisationIsTorchvisions_data() {
    QTest::addColumn<QString>("tensor");
    QTest::addColumn<double>("expected"); // standard deviation
    const auto row = [](const char* model, const char* tensor, double expected) {
        QTest::addRow("%s %s", model, tensor) << QString(tensor) << expected;
    };
    const double uniform = 1 / std::sqrt(3.0); // deviation of a uniform ±1
    row("resnet18", "layer1.0.conv1.weight", std::sqrt(2.0 / (64 * 9)));
    row("resnet18", "layer4.0.downsample.0.weight", std::sqrt(2.0 / 512));
    row("resnet18", "fc.weight", uniform / std::sqrt(512.0));
    row("resnet18", "fc.bias", uniform / std::sqrt(512.0));
    row("resnet18", "bn1.weight", 0);
    row("mobilenet_v2", "features.2.conv.1.0.weight", std::sqrt(2.0 / (96 * 9)));
    row("mobilenet_v2", "classifier.1.weight", 0.01);
    row("mobilenet_v2", "classifier.1.bias", 0);
    row("inception_v3", "Mixed_5b.branch5x5_2.conv.weight", 0.1);
    row("inception_v3", "fc.weight", 0.1);
    row("squeezenet1_1", "features.3.expand3x3.weight", uniform * std::sqrt(6.0 / (16 * 9)));
    row("squeezenet1_1", "classifier.1.weight", 0.01);
}

void NetworkTest::initialisationIsTorchvisions() {
    QFETCH(QString, tensor);
    QFETCH(double, expected);
    Model model(QString(QTest::currentDataTag()).section(' ', 0, 0).toLatin1(), {});
    const double found = deviation(model.network, tensor.toStdString());
    QVERIFY2(std::abs(found - expected) <= 0.1 * expected, std::to_string(found).c_str());
}

void NetworkTest::standardisedFeaturesHaveUnitVariance() {
    graph::Graph graph;
    const graph::NodeIndex input = graph.add("input", graph::Input{4}, {});
    const graph::NodeIndex flat = graph.add("flat", graph::Flatten{}, {input});
    graph.add("norm", graph::Standardize{4}, {flat});
    engine::Network network(graph, 1);
    torch::manual_seed(3);
    const Tensor features = torch::randn({200, 4, 1, 1}) * 3 + 5;
    engine::standardise(network, "norm", features.flatten(1));
    network.setTraining(true);
    const Tensor out = network.forward(features);
    QVERIFY(out.mean(0).abs().max().item<double>() < 1e-5);
    QVERIFY((out.var(0, false) - 1).abs().max().item<double>() < 1e-4);
}

void NetworkTest::featuresThatHardlyVaryStaySmall() {
    Model model("mobilenet_v3_small");
    torch::manual_seed(3);
    Tensor features = torch::randn({50, 576});
    features.select(1, 0).zero_(); // dead on the training images
    engine::standardise(model.network, "head.norm", features);
    const double deadVariance = model.network.tensor("head.norm.running_var")[0].item<double>();
    QVERIFY(deadVariance > 5e-4 && deadVariance < 2e-3);
}

QTEST_GUILESS_MAIN(NetworkTest)
#include "NetworkTest.moc"
