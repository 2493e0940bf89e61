// Graphviz finds a place for everything, whatever is open.

#include "diagram/Layout.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>
#include <thread>

using namespace graft;
using namespace graft::diagram;

namespace {

constexpr double kRounding = 1; ///< Graphviz places to whole points

struct Network {
    const graph::Architecture& architecture;
    graph::Graph graph;
    Outline outline;

    explicit Network(const std::string& name)
        : architecture(*graph::findArchitecture(name)),
          graph(architecture.build({.classes = 2, .newHead = true})), outline(graph, architecture) {}

    std::vector<bool> opened(const QString& what) const {
        std::vector<bool> flags;
        for (const Part& part : outline.parts())
            flags.push_back(what == "all" || (what == "first level" && part.parent < 0) ||
                            QString::fromStdString(part.name) == what);
        return flags;
    }
    Layout layout(const QString& what) const {
        auto found = layOut(outline, graph, opened(what));
        if (!found)
            qFatal("%s %s", found.error().message.c_str(), found.error().detail.c_str());
        return std::move(*found);
    }
};

bool overlap(const Rect& a, const Rect& b) {
    return a.x + kRounding < b.right() && b.x + kRounding < a.right() && a.y + kRounding < b.bottom() &&
           b.y + kRounding < a.bottom();
}

bool inside(const Rect& inner, const Rect& outer) {
    return inner.x >= outer.x - kRounding && inner.y >= outer.y - kRounding &&
           inner.right() <= outer.right() + kRounding && inner.bottom() <= outer.bottom() + kRounding;
}

std::set<std::pair<int, int>> expectedEdges(const Network& network, const std::vector<bool>& opened) {
    std::set<std::pair<int, int>> edges;
    for (std::size_t i = 0; i < network.graph.nodes().size(); ++i)
        for (const graph::NodeIndex input : network.graph.nodes()[i].inputs) {
            const std::pair edge(network.outline.shownFor(input, opened),
                                 network.outline.shownFor(graph::NodeIndex(i), opened));
            if (edge.first != edge.second)
                edges.insert(edge);
        }
    return edges;
}

} // namespace

class LayoutTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void completeAndWithoutOverlap_data();
    void completeAndWithoutOverlap();
    void theStopsFollowEachOther_data() { completeAndWithoutOverlap_data(); }
    void theStopsFollowEachOther();
    void foldedUpAgainItIsAsBefore();
    void manyThreadsMayAsk();
};

void LayoutTest::completeAndWithoutOverlap_data() {
    QTest::addColumn<QString>("what");
    for (const graph::Architecture& architecture : graph::architectures())
        for (const char* what : {"nothing", "first level", "all"})
            QTest::addRow("%s %s", architecture.name.c_str(), what) << QString(what);
}

void LayoutTest::completeAndWithoutOverlap() {
    QFETCH(QString, what);
    const Network network(QString(QTest::currentDataTag()).section(' ', 0, 0).toStdString());
    const Layout layout = network.layout(what);
    const std::vector<bool> opened = network.opened(what);
    std::set<int> shown, drawn;
    for (int i = 0; i < int(network.graph.nodes().size()); ++i)
        shown.insert(network.outline.shownFor(i, opened));
    const Rect sheet{0, 0, layout.width, layout.height};
    for (const Box& box : layout.boxes) {
        drawn.insert(box.part);
        QVERIFY(inside(box.area, sheet));
    }
    QCOMPARE(drawn, shown);
    QCOMPARE(layout.boxes.size(), shown.size());
    for (std::size_t a = 0; a < layout.boxes.size(); ++a)
        for (std::size_t b = a + 1; b < layout.boxes.size(); ++b)
            QVERIFY2(!overlap(layout.boxes[a].area, layout.boxes[b].area),
                     network.outline.part(layout.boxes[a].part).name.c_str());
    std::set<std::pair<int, int>> edges;
    for (const Edge& edge : layout.edges) {
        edges.insert({layout.boxes[std::size_t(edge.from)].part, layout.boxes[std::size_t(edge.to)].part});
        QVERIFY(edge.curve.size() >= 4 && edge.curve.size() % 3 == 1);
    }
    QCOMPARE(edges, expectedEdges(network, opened));
    QCOMPARE(edges.size(), layout.edges.size());
    std::map<int, Rect> frames;
    for (const Frame& frame : layout.frames)
        frames[frame.part] = frame.area;
    for (int i = 0; i < int(network.outline.parts().size()); ++i) {
        const Part& part = network.outline.part(i);
        bool seen = part.isBlock() && opened[std::size_t(i)];
        for (int at = part.parent; at >= 0; at = network.outline.part(at).parent)
            seen = seen && opened[std::size_t(at)];
        QCOMPARE(frames.contains(i), seen);
    }
    for (const Box& box : layout.boxes)
        for (int at = network.outline.part(box.part).parent; at >= 0; at = network.outline.part(at).parent)
            QVERIFY(inside(box.area, frames.at(at)));
}

/// Else no freeze line could be drawn between two of them.
void LayoutTest::theStopsFollowEachOther() {
    QFETCH(QString, what);
    const Network network(QString(QTest::currentDataTag()).section(' ', 0, 0).toStdString());
    const Layout layout = network.layout(what);
    for (int stop = 0; stop <= network.outline.stops(); ++stop) {
        double before = 0, behind = layout.width;
        for (const Box& box : layout.boxes) {
            if (network.outline.part(box.part).stop < stop)
                before = std::max(before, box.area.right());
            else
                behind = std::min(behind, box.area.x);
        }
        QVERIFY2(before < behind, qPrintable(QString("stop %1: %2, %3").arg(stop).arg(before).arg(behind)));
    }
}

void LayoutTest::foldedUpAgainItIsAsBefore() {
    const Network network("resnet18");
    const Layout first = network.layout("nothing");
    QVERIFY(network.layout("layer2").boxes.size() > first.boxes.size());
    const Layout again = network.layout("nothing");
    QCOMPARE(again.boxes.size(), first.boxes.size());
    for (std::size_t i = 0; i < first.boxes.size(); ++i) {
        QCOMPARE(again.boxes[i].part, first.boxes[i].part);
        QCOMPARE(again.boxes[i].area.x, first.boxes[i].area.x);
        QCOMPARE(again.boxes[i].area.y, first.boxes[i].area.y);
    }
}

void LayoutTest::manyThreadsMayAsk() {
    const Network network("mobilenet_v3_small");
    const std::size_t expected = network.layout("first level").boxes.size();
    std::vector<std::size_t> found(4);
    {
        std::vector<std::jthread> threads;
        for (std::size_t& one : found)
            threads.emplace_back([&] { one = network.layout("first level").boxes.size(); });
    }
    QCOMPARE(found, std::vector(4, expected));
}

QTEST_GUILESS_MAIN(LayoutTest)
#include "LayoutTest.moc"
