// A network as a tree of blocks: whole, in order, named as a person would.

#include "diagram/Outline.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace graft;
using namespace graft::diagram;

namespace {

struct Network {
    const graph::Architecture& architecture;
    graph::Graph graph;
    Outline outline;

    explicit Network(const std::string& name)
        : architecture(*graph::findArchitecture(name)),
          graph(architecture.build({.classes = 2, .newHead = true})), outline(graph, architecture) {}

    int part(const std::string& name) const {
        for (int i = 0; i < int(outline.parts().size()); ++i)
            if (outline.part(i).name == name)
                return i;
        qFatal("no part %s", name.c_str());
    }
    graph::FreezePlan plan(const std::string& text) const {
        return *graph::freezeUpTo(graph, architecture, text);
    }
    std::vector<Facts> facts(const std::string& freeze) const {
        const int side = std::max(224, architecture.minimumSize);
        return diagram::facts(outline, graph, plan(freeze), {3, side, side});
    }
    QStringList labels(int parent) const {
        QStringList names;
        for (const Part& part : outline.parts())
            if (part.parent == parent)
                names += QString::fromStdString(part.label);
        return names;
    }
};

void everyArchitecture() {
    QTest::addColumn<QString>("name");
    for (const graph::Architecture& architecture : graph::architectures())
        QTest::newRow(architecture.name.c_str()) << QString::fromStdString(architecture.name);
}

} // namespace

class OutlineTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyNodeIsInOnePartOfEachLevel_data() { everyArchitecture(); }
    void everyNodeIsInOnePartOfEachLevel();
    void theFirstLevelIsTheFreezeStops_data() { everyArchitecture(); }
    void theFirstLevelIsTheFreezeStops();
    void aResNetReadsAsItIsBuilt();
    void whatIsShownFollowsWhatIsOpen();
    void searchFindsNamesAndOps();
    void sharesAddUp_data() { everyArchitecture(); }
    void sharesAddUp();
    void frozenBatchNormIsFrozen();
    void toggling_data();
    void toggling();
    void headAndInputCannotBeToggled();
};

void OutlineTest::everyNodeIsInOnePartOfEachLevel() {
    const Network network(QTest::currentDataTag());
    for (int i = 0; i < int(network.graph.nodes().size()); ++i) {
        const Part& own = network.outline.part(network.outline.partOf(i));
        QCOMPARE(own.name, network.graph.node(i).name);
        QVERIFY(!own.isBlock() && own.nodes == std::vector<graph::NodeIndex>{i});
    }
    std::vector<graph::NodeIndex> all;
    for (const Part& part : network.outline.parts()) {
        if (part.parent < 0)
            all.insert(all.end(), part.nodes.begin(), part.nodes.end());
        QVERIFY2(!part.label.empty(), part.name.c_str());
        if (!part.isBlock())
            continue;
        QVERIFY2(part.children.size() >= 2, part.name.c_str());
        std::vector<graph::NodeIndex> inside;
        for (const int child : part.children) {
            const auto& nodes = network.outline.part(child).nodes;
            inside.insert(inside.end(), nodes.begin(), nodes.end());
            QCOMPARE(network.outline.part(child).stop, part.stop);
        }
        std::ranges::sort(inside);
        QCOMPARE(inside, part.nodes);
    }
    std::ranges::sort(all);
    std::vector<graph::NodeIndex> expected(network.graph.nodes().size());
    std::iota(expected.begin(), expected.end(), 0);
    QCOMPARE(all, expected);
}

void OutlineTest::theFirstLevelIsTheFreezeStops() {
    const Network network(QTest::currentDataTag());
    std::vector<int> stops;
    for (const Part& part : network.outline.parts())
        if (part.parent < 0)
            stops.push_back(part.stop);
    std::vector<int> expected(network.architecture.blocks.size() + 2);
    std::iota(expected.begin(), expected.end(), -1);
    QCOMPARE(stops, expected);
    // A value never goes back to an earlier stop, so that a line between two of them can be drawn.
    for (std::size_t i = 0; i < network.graph.nodes().size(); ++i)
        for (const graph::NodeIndex input : network.graph.nodes()[i].inputs)
            QVERIFY2(network.outline.part(network.outline.partOf(input)).stop <=
                         network.outline.part(network.outline.partOf(graph::NodeIndex(i))).stop,
                     network.graph.nodes()[i].name.c_str());
}

void OutlineTest::aResNetReadsAsItIsBuilt() {
    const Network network("resnet18");
    QCOMPARE(network.labels(-1),
             (QStringList{"input", "conv1, bn1", "layer1", "layer2", "layer3", "layer4", "head"}));
    QCOMPARE(network.labels(network.part("conv1+bn1")), (QStringList{"conv1", "bn1", "relu", "maxpool"}));
    QCOMPARE(network.labels(network.part("layer2")), (QStringList{"0", "1"}));
    QCOMPARE(network.labels(network.part("layer2.0")),
             (QStringList{"conv1", "bn1", "relu1", "conv2", "bn2", "downsample", "add", "relu"}));
    QCOMPARE(network.labels(network.part("layer2.0.downsample")), (QStringList{"0", "1"}));
    QCOMPARE(network.labels(network.part("head")), (QStringList{"avgpool", "flatten", "head", "fc"}));
}

void OutlineTest::whatIsShownFollowsWhatIsOpen() {
    const Network network("resnet18");
    const graph::NodeIndex node = *network.graph.find("layer2.0.conv2");
    std::vector<bool> opened(network.outline.parts().size(), false);
    QCOMPARE(network.outline.shownFor(node, opened), network.part("layer2"));
    opened[std::size_t(network.part("layer2.0"))] = true; // inside a folded one: not seen
    QCOMPARE(network.outline.shownFor(node, opened), network.part("layer2"));
    opened[std::size_t(network.part("layer2"))] = true;
    QCOMPARE(network.outline.shownFor(node, opened), network.part("layer2.0.conv2"));
    opened[std::size_t(network.part("layer2.0"))] = false;
    QCOMPARE(network.outline.shownFor(node, opened), network.part("layer2.0"));
}

void OutlineTest::searchFindsNamesAndOps() {
    const Network network("resnet18");
    const auto names = [&](const char* text) {
        QStringList found;
        for (const int part : network.outline.search(network.graph, text))
            found += QString::fromStdString(network.outline.part(part).name);
        return found;
    };
    QCOMPARE(names("LAYER3.1.bn"), (QStringList{"layer3.1.bn1", "layer3.1.bn2"}));
    QCOMPARE(names("maxpool2d"), QStringList{"maxpool"});
    QVERIFY(names("downsample").contains("layer2.0.downsample"));
    QVERIFY(names("").isEmpty());
    QVERIFY(names("transformer").isEmpty());
}

void OutlineTest::sharesAddUp() {
    const Network network(QTest::currentDataTag());
    const auto facts = network.facts("all");
    const graph::Cost total = graph::totalCost(network.graph, {3, 224, 224});
    double share = 0;
    std::int64_t parameters = 0;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const Part& part = network.outline.parts()[i];
        if (part.parent >= 0)
            continue;
        share += facts[i].share;
        parameters += facts[i].parameters;
        QVERIFY(facts[i].learning == (part.stop < 0                          ? Learning::Nothing
                                      : part.stop == network.outline.stops() ? Learning::Learns
                                                                             : Learning::Frozen));
    }
    QVERIFY2(std::abs(share - 1) < 1e-9, qPrintable(QString::number(share)));
    QCOMPARE(parameters, total.parameters);
}

void OutlineTest::frozenBatchNormIsFrozen() {
    const Network network("resnet18");
    const auto facts = network.facts("layer1,layer3.0");
    const auto learning = [&](const char* name) { return facts[std::size_t(network.part(name))].learning; };
    QVERIFY(learning("layer1.0.bn1") == Learning::Frozen);
    QVERIFY(learning("layer1.0.relu") == Learning::Frozen);
    QVERIFY(learning("layer2.0.bn1") == Learning::Learns);
    QVERIFY(learning("layer2.0.relu") == Learning::Nothing);
    QVERIFY(learning("layer3") == Learning::Partly);
    QVERIFY(learning("layer3.0.downsample.1") == Learning::Frozen);
    QVERIFY(learning("head") == Learning::Learns);
}

void OutlineTest::toggling_data() {
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("after");
    const auto row = [](const char* before, const char* part, const char* after) {
        QTest::addRow("%s, %s", before, part) << QString(before) << QString(part) << QString(after);
    };
    row("all", "layer4", "layer3");
    row("layer3", "layer4", "all");
    row("layer3", "layer2", "layer1,layer3");
    row("layer1,layer3", "layer2", "layer3");
    row("none", "layer2.0", "none,layer2.0");
    row("none,layer2.0", "layer2", "none,layer2"); // partly frozen: the rest freezes with it
    row("none,layer2", "layer2.1.bn2", "none,layer2.0,layer2.1.conv1,layer2.1.bn1,layer2.1.conv2");
}

void OutlineTest::toggling() {
    QFETCH(QString, before);
    QFETCH(QString, part);
    QFETCH(QString, after);
    const Network network("resnet18");
    const auto choice =
        toggled(network.outline, network.graph, network.architecture,
                graph::FreezeChoice::read(before.toStdString()), network.part(part.toStdString()));
    QVERIFY(choice);
    QCOMPARE(QString::fromStdString(choice->text()), after);
}

void OutlineTest::headAndInputCannotBeToggled() {
    const Network network("resnet18");
    for (const char* name : {"input", "head", "fc", "maxpool", "layer1.0.relu"})
        QVERIFY2(!toggled(network.outline, network.graph, network.architecture, {"layer1", {}},
                          network.part(name)),
                 name);
}

QTEST_GUILESS_MAIN(OutlineTest)
#include "OutlineTest.moc"
