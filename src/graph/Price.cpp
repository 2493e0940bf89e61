#include "graph/Price.h"

#include <algorithm>

namespace graft::graph {

namespace {

constexpr std::int64_t kFloat = 4;
constexpr std::int64_t kRuntimeBytes = 20'000'000;

std::int64_t bytesOf(const Shape& shape) {
    std::int64_t count = kFloat;
    for (const std::int64_t side : shape)
        count *= side;
    return count;
}

/// The sum of what lives, and the most it ever was.
struct Level {
    std::int64_t now = 0;
    std::int64_t most = 0;
    void add(std::int64_t bytes) {
        now += bytes;
        most = std::max(most, now);
    }
};

bool givesFreshTensor(const Op& op) {
    return std::holds_alternative<Conv2d>(op) || std::holds_alternative<BatchNorm2d>(op) ||
           std::holds_alternative<BatchNorm1d>(op) || std::holds_alternative<Linear>(op) ||
           std::holds_alternative<PixelLinear>(op) || std::holds_alternative<Add>(op) ||
           std::holds_alternative<Concat>(op);
}

/// Plays a pass through a graph and counts the memory. A buffer is what a node's value lies in; nodes that
/// work in place or pass through share one.
class Rehearsal {
public:
    Rehearsal(const Graph& graph, std::vector<Shape> shapes, int batch)
        : m_graph(graph), m_shapes(std::move(shapes)), m_batch(batch), m_buffers(graph.nodes().size()),
          m_users(graph.nodes().size(), 0), m_bytes(graph.nodes().size(), 0),
          m_gradients(graph.nodes().size(), 0) {}

    const Level& level() const { return m_level; }

    /// Values of the nodes that are `run`, from those that are not and are there.
    void forward(const std::vector<bool>& run, const std::vector<bool>& computed, bool training) {
        m_readers.assign(m_graph.nodes().size(), 0);
        for (std::size_t i = 0; i < run.size(); ++i)
            if (run[i])
                for (const NodeIndex input : m_graph.nodes()[i].inputs)
                    ++m_readers[std::size_t(input)];
        for (std::size_t i = 0; i < run.size(); ++i)
            if (!run[i] && computed[i] && m_readers[i] > 0)
                allocate(NodeIndex(i)); // a value at the cut, or the images
        std::vector<int> left = m_readers;
        for (std::size_t i = 0; i < run.size(); ++i)
            if (run[i])
                step(NodeIndex(i), training, left);
    }

    /// Lets the node hold its input's or output's buffer until release().
    void hold(NodeIndex node) { ++m_users[std::size_t(buffer(node))]; }
    void release(NodeIndex node) {
        const auto index = std::size_t(buffer(node));
        if (--m_users[index] == 0)
            m_level.add(-m_bytes[index]);
    }
    std::int64_t bytes(NodeIndex node) const { return bytesOf(m_shapes[std::size_t(node)]) * m_batch; }
    void count(std::int64_t bytes) { m_level.add(bytes); }

    /// A gradient of the node's value arrives: the first is kept, later ones are added to it.
    void gradientArrives(NodeIndex node) {
        count(bytes(node));
        if (m_gradients[std::size_t(node)]++ > 0)
            count(-bytes(node));
    }
    void gradientUsed(NodeIndex node) {
        if (m_gradients[std::size_t(node)] > 0)
            count(-bytes(node));
        m_gradients[std::size_t(node)] = 0;
    }
    NodeIndex buffer(NodeIndex node) const { return m_buffers[std::size_t(node)]; }

    /// What each node's backward pass needs is set before forward().
    std::vector<Saved> saved;

private:
    const Graph& m_graph;
    std::vector<Shape> m_shapes;
    int m_batch;
    std::vector<NodeIndex> m_buffers;
    std::vector<int> m_users; ///< of each buffer
    std::vector<std::int64_t> m_bytes;
    std::vector<int> m_gradients;
    std::vector<int> m_readers;
    Level m_level;

    void allocate(NodeIndex node) {
        m_buffers[std::size_t(node)] = node;
        m_bytes[std::size_t(node)] = bytes(node);
        m_users[std::size_t(node)] = 1;
        count(bytes(node));
    }

    /// Its own, or, behind a folded BatchNorm, its convolution's.
    bool isFresh(NodeIndex node) const {
        const auto* folded = std::get_if<Dropout>(&m_graph.node(node).op);
        if (!folded || folded->probability > 0)
            return givesFreshTensor(m_graph.node(node).op);
        const NodeIndex input = m_graph.node(node).inputs.front();
        return m_readers[std::size_t(input)] == 1 && givesFreshTensor(m_graph.node(input).op);
    }

    void step(NodeIndex index, bool training, std::vector<int>& left) {
        const Node& node = m_graph.node(index);
        const NodeIndex first = node.inputs.front();
        const bool alone = m_readers[std::size_t(first)] == 1 && isFresh(first);
        if (passesThrough(node, m_shapes[std::size_t(first)], training) ||
            (worksInPlace(node.op, training) && alone)) {
            m_buffers[std::size_t(index)] = buffer(first);
            hold(index);
        } else {
            allocate(index);
        }
        if (!saved.empty()) {
            const Saved& kept = saved[std::size_t(index)];
            if (kept.inputs)
                std::ranges::for_each(node.inputs, [&](NodeIndex input) { hold(input); });
            if (kept.output)
                hold(index);
            count(kept.extraBytes * m_batch);
        }
        for (const NodeIndex input : node.inputs)
            if (--left[std::size_t(input)] == 0)
                release(input);
    }
};

void addWeights(NodePrice& price, const Node& node, bool learns) {
    for (const TensorSpec& spec : tensorsOf(node)) {
        const std::int64_t bytes = bytesOf(spec.shape);
        price.weightBytes += bytes;
        if (spec.parameter && learns) {
            price.gradientBytes += bytes;
            price.optimiserBytes += 2 * bytes;
        }
    }
}

void addUp(Price& price) {
    for (const NodePrice& node : price.nodes) {
        price.weightBytes += node.weightBytes;
        price.gradientBytes += node.gradientBytes;
        price.optimiserBytes += node.optimiserBytes;
        price.activationBytes += node.activationBytes;
    }
}

/// Which nodes a BatchNorm became part of: those right behind a convolution that nobody else reads.
std::vector<bool> foldedAway(const Graph& graph) {
    std::vector<int> readers(graph.nodes().size(), 0);
    for (const Node& node : graph.nodes())
        for (const NodeIndex input : node.inputs)
            ++readers[std::size_t(input)];
    std::vector<bool> folded;
    for (const Node& node : graph.nodes())
        folded.push_back(std::holds_alternative<BatchNorm2d>(node.op) &&
                         std::holds_alternative<Conv2d>(graph.node(node.inputs.front()).op) &&
                         readers[std::size_t(node.inputs.front())] == 1);
    return folded;
}

/// The same graph, in which the folded BatchNorms do nothing.
Graph withoutFolded(const Graph& graph) {
    const std::vector<bool> folded = foldedAway(graph);
    Graph result;
    for (std::size_t i = 0; i < folded.size(); ++i) {
        const Node& node = graph.nodes()[i];
        result.add(node.name, folded[i] ? Op(Dropout{0}) : node.op, node.inputs);
    }
    return result;
}

std::vector<bool> everythingBut(std::size_t count, const std::vector<bool>& left) {
    std::vector<bool> rest(count);
    for (std::size_t i = 0; i < count; ++i)
        rest[i] = i > 0 && (left.empty() || !left[i]);
    return rest;
}

/// Which nodes get a gradient: those that learn, and all behind them.
std::vector<bool> reachedByGradients(const Graph& graph, const FreezePlan& plan) {
    std::vector<bool> reached;
    for (std::size_t i = 0; i < graph.nodes().size(); ++i) {
        const Node& node = graph.nodes()[i];
        const bool behind = std::ranges::any_of(
            node.inputs, [&](NodeIndex input) { return bool(reached[std::size_t(input)]); });
        reached.push_back(behind || (hasParameters(node) && !plan.frozen(NodeIndex(i))));
    }
    return reached;
}

std::vector<Saved> savedBy(const Graph& graph, const FreezePlan& plan, const std::vector<Shape>& shapes,
                           const std::vector<bool>& reached) {
    std::vector<Saved> saved;
    for (std::size_t i = 0; i < shapes.size(); ++i)
        saved.push_back(reached[i]
                            ? savedForBackward(graph.nodes()[i].op, shapes[i], !plan.frozen(NodeIndex(i)))
                            : Saved{});
    return saved;
}

/// Backward through the nodes that run, from the last to the first.
void rehearseBackward(Rehearsal& rehearsal, const Graph& graph, const std::vector<bool>& run,
                      const std::vector<bool>& reached, const Price& price, int batch) {
    rehearsal.gradientArrives(graph.output());
    for (NodeIndex i = graph.output(); i > 0; --i) {
        if (!run[std::size_t(i)] || !reached[std::size_t(i)])
            continue;
        const Node& node = graph.node(i);
        rehearsal.count(price.nodes[std::size_t(i)].gradientBytes);
        for (const NodeIndex input : node.inputs)
            if (reached[std::size_t(input)])
                rehearsal.gradientArrives(input);
        const Saved& kept = rehearsal.saved[std::size_t(i)];
        rehearsal.gradientUsed(i);
        if (kept.inputs)
            std::ranges::for_each(node.inputs, [&](NodeIndex input) { rehearsal.release(input); });
        if (kept.output)
            rehearsal.release(i);
        rehearsal.count(-kept.extraBytes * batch);
    }
}

/// Most that lives while the frozen prefix computes what crosses to the rest, for the whole batch.
std::int64_t prefixPeak(const Graph& graph, const FrozenCut& cut, const Shape& input, int batch) {
    if (cut.empty())
        return 0;
    const Graph folded = withoutFolded(graph);
    const std::vector<Shape> shapes = inferShapes(folded, input);
    std::vector<bool> run = cut.inPrefix;
    run[0] = false;
    Rehearsal rehearsal(folded, shapes, kPrefixGroup);
    rehearsal.forward(run, cut.inPrefix, false);
    std::int64_t gathered = bytesOf(input) * batch;
    for (const NodeIndex node : cut.crossing)
        gathered += bytesOf(shapes[std::size_t(node)]) * batch;
    return rehearsal.level().most + gathered;
}

} // namespace

Price inferencePrice(const Graph& graph, const Shape& input, int batch) {
    Price price;
    const std::vector<Cost> each = costs(graph, input);
    if (each.empty())
        return price;
    const Graph folded = withoutFolded(graph);
    for (std::size_t i = 0; i < each.size(); ++i) {
        price.nodes.push_back({.cost = each[i], .activationBytes = each[i].activationBytes * batch});
        addWeights(price.nodes.back(), graph.nodes()[i], false);
    }
    addUp(price);
    Rehearsal rehearsal(folded, inferShapes(folded, input), batch);
    rehearsal.forward(everythingBut(each.size(), {}), std::vector<bool>(each.size(), true), false);
    price.runtimeBytes = kRuntimeBytes;
    price.peakBytes = price.weightBytes + price.runtimeBytes + rehearsal.level().most;
    return price;
}

Price trainingPrice(const Graph& graph, const FreezePlan& plan, const Shape& input, int batch) {
    Price price;
    const std::vector<Cost> each = costs(graph, input);
    if (each.empty())
        return price;
    const std::vector<Shape> shapes = inferShapes(graph, input);
    const FrozenCut cut = frozenCut(graph, plan);
    const std::vector<bool> run = everythingBut(each.size(), cut.inPrefix),
                            reached = reachedByGradients(graph, plan);
    Rehearsal rehearsal(graph, shapes, batch);
    rehearsal.saved = savedBy(graph, plan, shapes, reached);
    for (std::size_t i = 0; i < each.size(); ++i) {
        NodePrice node{.cost = each[i]};
        addWeights(node, graph.nodes()[i], !plan.frozen(NodeIndex(i)));
        if (cut.inPrefix[i])
            node.weightBytes *= 2;
        if (run[i])
            node.activationBytes = (each[i].activationBytes + rehearsal.saved[i].extraBytes) * batch;
        price.nodes.push_back(node);
    }
    addUp(price);
    rehearsal.forward(run, std::vector<bool>(each.size(), true), true);
    rehearseBackward(rehearsal, graph, run, reached, price, batch);
    const std::int64_t prefix = prefixPeak(graph, cut, input, batch);
    // A step of AdamW, when all gradients and no activations are there, needs one tensor more at a time.
    std::int64_t largest = 0;
    for (const NodePrice& node : price.nodes)
        largest = std::max(largest, node.gradientBytes);
    price.runtimeBytes = kRuntimeBytes;
    price.peakBytes = price.weightBytes + price.optimiserBytes + price.runtimeBytes +
                      std::max({rehearsal.level().most, price.gradientBytes + largest, prefix});
    return price;
}

} // namespace graft::graph
