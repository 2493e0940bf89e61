#include "base/Random.h"
#include "graph/Architectures.h"

#include <QTest>

#include <algorithm>

using namespace graft::graph;

namespace {

struct Frozen {
    Graph graph;
    FreezePlan plan;
    FrozenCut cut;

    QStringList crossing() const {
        QStringList names;
        for (NodeIndex node : cut.crossing)
            names += QString::fromStdString(graph.node(node).name);
        return names;
    }
};

Frozen freeze(const char* model, std::string_view upTo) {
    const Architecture& architecture = *findArchitecture(model);
    Graph graph = architecture.build({.classes = 2, .newHead = true});
    FreezePlan plan = *freezeUpTo(graph, architecture, upTo);
    FrozenCut cut = frozenCut(graph, plan);
    return {std::move(graph), std::move(plan), std::move(cut)};
}

FreezePlan only(const Graph& graph, const std::vector<std::string>& names) {
    std::vector<bool> frozen;
    for (const Node& node : graph.nodes())
        frozen.push_back(std::ranges::find(names, node.name) != names.end());
    return FreezePlan(frozen);
}

} // namespace

class FreezeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cutStandsWhereItShould_data();
    void cutStandsWhereItShould();
    void allFreezesEverythingButTheHead_data();
    void allFreezesEverythingButTheHead();
    void everyStopFreezesMoreThanTheOneBefore_data() { allFreezesEverythingButTheHead_data(); }
    void everyStopFreezesMoreThanTheOneBefore();
    void unknownBlockIsRefused();
    void activeDropoutEndsThePrefix();
    void lateFrozenNodeIsNotInThePrefix();
    void singleBlocks_data();
    void singleBlocks();
    void whatCannotBeFrozenIsRefused_data();
    void whatCannotBeFrozenIsRefused();
    void aChoiceIsTheShortestText_data();
    void aChoiceIsTheShortestText();
    void anyFlagsComeBackThroughTheText_data() { allFreezesEverythingButTheHead_data(); }
    void anyFlagsComeBackThroughTheText();
};

void FreezeTest::cutStandsWhereItShould_data() {
    QTest::addColumn<QString>("upTo");
    QTest::addColumn<QStringList>("crossing");
    const auto row = [](const char* model, const char* upTo, QStringList crossing) {
        QTest::addRow("%s %s", model, upTo) << QString(upTo) << crossing;
    };
    row("resnet50", "none", {"input"});
    row("resnet50", "conv1+bn1", {"maxpool"});
    row("resnet50", "layer2", {"layer2.3.relu"});
    row("resnet50", "all", {"flatten"});
    row("resnet18", "all", {"flatten"});
    row("mobilenet_v3_small", "all", {"flatten"});
    row("mobilenet_v3_small", "features.7+features.8", {"features.8.add"});
    row("mobilenet_v2", "all", {"flatten"});
    row("squeezenet1_1", "features.0", {"features.2"});
    row("squeezenet1_1", "all", {"flatten"});
    // The pooling branch of the next block reads what is kept anyway: it is not kept a second time.
    row("inception_v3", "Mixed_5d", {"Mixed_5d.concat"});
    row("inception_v3", "Mixed_5b", {"Mixed_5b.concat"});
    row("inception_v3", "all", {"flatten"});
    row("vgg16", "all", {"classifier.4"});
    row("vgg16", "classifier.0", {"classifier.1"});
    row("vgg11_bn", "features.0+features.1", {"features.3"});
}

void FreezeTest::cutStandsWhereItShould() {
    QFETCH(QString, upTo);
    QFETCH(QStringList, crossing);
    const Frozen frozen =
        freeze(QString(QTest::currentDataTag()).section(' ', 0, 0).toLatin1(), upTo.toStdString());
    QCOMPARE(frozen.crossing(), crossing);
    QCOMPARE(frozen.cut.empty(), upTo == "none");
}

void FreezeTest::allFreezesEverythingButTheHead_data() {
    QTest::addColumn<QString>("name");
    for (const Architecture& architecture : architectures())
        QTest::newRow(architecture.name.c_str()) << QString::fromStdString(architecture.name);
}

void FreezeTest::allFreezesEverythingButTheHead() {
    const Frozen frozen = freeze(QTest::currentDataTag(), "all");
    const Linear head = std::get<Linear>(frozen.graph.node(frozen.graph.output()).op);
    const ParameterCount count = countParameters(frozen.graph, frozen.plan);
    QCOMPARE(count.trainable, std::int64_t(head.in) * head.out + head.out);
    // What crosses is one vector: the features of the head.
    QCOMPARE(frozen.cut.crossing.size(), std::size_t(1));
    const std::vector<Shape> shapes = inferShapes(frozen.graph, {3, 299, 299});
    QCOMPARE(shapes[std::size_t(frozen.cut.crossing[0])], Shape{head.in});
}

void FreezeTest::everyStopFreezesMoreThanTheOneBefore() {
    const Architecture& architecture = *findArchitecture(QTest::currentDataTag());
    const Graph graph = architecture.build({.newHead = true});
    std::int64_t before = 0;
    QCOMPARE(countParameters(graph, *freezeUpTo(graph, architecture, "none")).frozen, before);
    for (const std::string& block : architecture.blocks) {
        const ParameterCount count = countParameters(graph, *freezeUpTo(graph, architecture, block));
        QVERIFY2(count.frozen > before, block.c_str());
        QCOMPARE(count.frozen + count.trainable, totalCost(graph, {3, 299, 299}).parameters);
        before = count.frozen;
    }
    QCOMPARE(before, countParameters(graph, *freezeUpTo(graph, architecture, "all")).frozen);
}

void FreezeTest::unknownBlockIsRefused() {
    const Architecture& architecture = *findArchitecture("resnet18");
    QVERIFY(!freezeUpTo(architecture.build({}), architecture, "layer9"));
    QVERIFY(!freezeUpTo(architecture.build({}), architecture, ""));
}

void FreezeTest::activeDropoutEndsThePrefix() {
    // Between two frozen layers it is frozen with them; after the last one it still draws.
    const Frozen both = freeze("vgg16", "classifier.2+classifier.3");
    QVERIFY(both.plan.frozen(*both.graph.find("classifier.2")));
    const Frozen first = freeze("vgg16", "classifier.0");
    QVERIFY(!first.plan.frozen(*first.graph.find("classifier.2")));
    QVERIFY(!first.cut.inPrefix[std::size_t(*first.graph.find("classifier.2"))]);
}

void FreezeTest::lateFrozenNodeIsNotInThePrefix() {
    Graph graph;
    NodeIndex x = graph.add("input", Input{3}, {});
    x = graph.add("a", Conv2d{.in = 3, .out = 4}, {x});
    x = graph.add("b", Conv2d{.in = 4, .out = 4}, {x});
    x = graph.add("c", Conv2d{.in = 4, .out = 4}, {x});
    const FrozenCut cut = frozenCut(graph, only(graph, {"a", "c"}));
    QCOMPARE(cut.inPrefix, (std::vector{true, true, false, false}));
    QCOMPARE(cut.crossing, std::vector<NodeIndex>{1});
    // Everything frozen: the output itself is what is kept.
    QCOMPARE(frozenCut(graph, only(graph, {"a", "b", "c"})).crossing, std::vector<NodeIndex>{3});
}

void FreezeTest::singleBlocks_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("frozen");
    QTest::addColumn<QStringList>("learning");
    QTest::addColumn<QString>("crossing");
    QTest::newRow("up to a block and one alone")
        << "layer1,layer3"
        << QStringList{"conv1", "layer1.1.bn2", "layer3.0.conv1", "layer3.1.bn2", "layer3.1.relu"}
        << QStringList{"layer2.0.conv1", "layer2.1.relu", "layer4.0.bn1", "fc"} << "layer1.1.relu";
    QTest::newRow("one alone") << "none,layer3" << QStringList{"layer3.0.conv1", "layer3.0.downsample.1"}
                               << QStringList{"conv1", "relu", "maxpool", "layer2.0.conv1", "layer4.0.conv1"}
                               << "input";
    QTest::newRow("part of a block") << "layer2,layer3.0"
                                     << QStringList{"layer2.1.relu", "layer3.0.conv2", "layer3.0.relu"}
                                     << QStringList{"layer3.1.conv1"} << "layer3.0.relu";
    QTest::newRow("one node") << "none,layer4.1.bn2" << QStringList{"layer4.1.bn2"}
                              << QStringList{"layer4.1.conv2", "layer4.1.add"} << "input";
}

void FreezeTest::singleBlocks() {
    QFETCH(QString, text);
    QFETCH(QStringList, frozen);
    QFETCH(QStringList, learning);
    QFETCH(QString, crossing);
    const Frozen found = freeze("resnet18", text.toStdString());
    for (const QString& name : frozen)
        QVERIFY2(found.plan.frozen(*found.graph.find(name.toStdString())), qPrintable(name));
    for (const QString& name : learning)
        QVERIFY2(!found.plan.frozen(*found.graph.find(name.toStdString())), qPrintable(name));
    QCOMPARE(found.crossing(), QStringList{crossing});
}

void FreezeTest::whatCannotBeFrozenIsRefused_data() {
    QTest::addColumn<QString>("text");
    for (const char* text :
         {"layer1,", "layer1,layer9", "layer1,fc", "layer1,head", "layer1,relu", "none,lay", "none,layer3+fc",
          "none,layer3+", ",layer3", "all,all", "layer1,layer3,none"})
        QTest::newRow(text) << QString(text);
}

void FreezeTest::whatCannotBeFrozenIsRefused() {
    QFETCH(QString, text);
    const Architecture& architecture = *findArchitecture("resnet18");
    QVERIFY(!freezeUpTo(architecture.build({.newHead = true}), architecture, text.toStdString()));
}

void FreezeTest::aChoiceIsTheShortestText_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shortest");
    const auto row = [](const char* text, const char* shortest) {
        QTest::newRow(text) << QString(text) << QString(shortest);
    };
    row("none", "none");
    row("all", "all");
    row("layer4", "all");
    row("layer2", "layer2");
    row("none,conv1+bn1,layer1", "layer1");
    row("layer1,layer3", "layer1,layer3");
    row("layer1,layer3.0,layer3.1", "layer1,layer3");
    row("layer1,layer3.0,layer2.0,layer2.1", "layer2,layer3.0");
    row("none,bn1", "none,bn1");
    row("none,layer2.0.conv1,layer2.0.bn1", "none,layer2.0.conv1,layer2.0.bn1");
    row("layer3,layer3.0,layer1", "layer3");
}

void FreezeTest::aChoiceIsTheShortestText() {
    QFETCH(QString, text);
    QFETCH(QString, shortest);
    const Frozen found = freeze("resnet18", text.toStdString());
    const FreezeChoice choice = freezeChoice(found.graph, *findArchitecture("resnet18"), found.plan.flags());
    QCOMPARE(QString::fromStdString(choice.text()), shortest);
}

void FreezeTest::anyFlagsComeBackThroughTheText() {
    const Architecture& architecture = *findArchitecture(QTest::currentDataTag());
    const Graph graph = architecture.build({.newHead = true});
    graft::Random random(7);
    for (int round = 0; round < 20; ++round) {
        std::vector<bool> wanted;
        for (const Node& node : graph.nodes()) {
            const bool ofABlock = std::ranges::any_of(
                architecture.blocks, [&](const std::string& block) { return inBlock(node.name, block); });
            wanted.push_back(hasParameters(node) && ofABlock && random.below(std::uint64_t(round) + 2) > 0);
        }
        const std::string text = freezeChoice(graph, architecture, wanted).text();
        const auto plan = freezeUpTo(graph, architecture, text);
        QVERIFY2(plan, text.c_str());
        for (std::size_t i = 0; i < wanted.size(); ++i)
            if (hasParameters(graph.nodes()[i]))
                QVERIFY2(plan->frozen(NodeIndex(i)) == wanted[i],
                         (graph.nodes()[i].name + " in " + text).c_str());
    }
}

QTEST_GUILESS_MAIN(FreezeTest)
#include "FreezeTest.moc"
