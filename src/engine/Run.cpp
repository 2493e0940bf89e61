#include "engine/Network.h"

#include "engine/Device.h"
#include "engine/NodeRun.h"

#include <cassert>

namespace graft::engine {

namespace {

using graph::NodeIndex;

/// What one pass must compute, and how often each value is read in it.
struct Pass {
    std::vector<bool> computed;
    std::vector<int> readers;
};

Pass plan(const graph::Graph& graph, const std::vector<torch::Tensor>& given,
          const std::vector<NodeIndex>& wanted) {
    const std::size_t count = graph.nodes().size();
    Pass pass{std::vector<bool>(count, false), std::vector<int>(count, 0)};
    for (NodeIndex node : wanted)
        ++pass.readers[std::size_t(node)];
    for (std::size_t i = count; i-- > 0;) {
        pass.computed[i] = pass.readers[i] > 0 && !given[i].defined();
        if (pass.computed[i])
            for (NodeIndex input : graph.nodes()[i].inputs)
                ++pass.readers[std::size_t(input)];
    }
    return pass;
}

/// Takes the values that a node reads; a value leaves the table with its last reader.
std::vector<torch::Tensor> takeInputs(const graph::Node& node, std::vector<torch::Tensor>& values,
                                      std::vector<int>& readersLeft) {
    std::vector<torch::Tensor> inputs;
    for (NodeIndex input : node.inputs) {
        torch::Tensor& value = values[std::size_t(input)];
        assert(value.defined());
        if (--readersLeft[std::size_t(input)] == 0)
            inputs.push_back(std::move(value));
        else
            inputs.push_back(value);
    }
    return inputs;
}

torch::Tensor laidOut(const torch::Tensor& value, torch::Device device, torch::Dtype type) {
    const torch::Tensor here = onto(device, value).to(type);
    return here.dim() == 4 ? here.contiguous(at::MemoryFormat::ChannelsLast) : here;
}

} // namespace

std::vector<torch::Tensor> Network::run(std::vector<torch::Tensor> values,
                                        const std::vector<NodeIndex>& wanted) {
    const Pass pass = plan(m_graph, values, wanted);
    std::vector<int> readersLeft = pass.readers;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!pass.computed[i])
            continue;
        const graph::Node& node = m_graph.nodes()[i];
        const auto mayOverwrite = [&](NodeIndex input) {
            return pass.computed[std::size_t(input)] && pass.readers[std::size_t(input)] == 1 &&
                   givesFreshTensor(m_graph.node(input).op);
        };
        const NodeRun::Mode mode{.training = m_training && !m_frozen[i] && !m_resting[i],
                                 .keepsStatistics = m_keepsStatistics[i],
                                 .overwrite = !node.inputs.empty() && mayOverwrite(node.inputs[0])};
        values[i] = std::visit(
            NodeRun(node, m_tensors, takeInputs(node, values, readersLeft), mode, m_dropout), node.op);
    }
    std::vector<torch::Tensor> results;
    for (NodeIndex node : wanted)
        results.push_back(values[std::size_t(node)].to(at::promoteTypes(m_type, torch::kFloat32)));
    return results;
}

torch::Tensor Network::forward(const torch::Tensor& images) {
    return evaluateNodes(images, {m_graph.output()}).front();
}

std::vector<torch::Tensor> Network::evaluateNodes(const torch::Tensor& images,
                                                  const std::vector<NodeIndex>& wanted) {
    std::vector<torch::Tensor> values(m_graph.nodes().size());
    values[0] = laidOut(images, m_device, m_type);
    return run(std::move(values), wanted);
}

torch::Tensor Network::forwardFrom(const std::vector<std::pair<NodeIndex, torch::Tensor>>& known) {
    return evaluateFrom(known, {m_graph.output()}).front();
}

std::vector<torch::Tensor>
Network::evaluateFrom(const std::vector<std::pair<NodeIndex, torch::Tensor>>& known,
                      const std::vector<NodeIndex>& wanted) {
    std::vector<torch::Tensor> values(m_graph.nodes().size());
    for (const auto& [node, value] : known)
        values[std::size_t(node)] = laidOut(value, m_device, m_type);
    return run(std::move(values), wanted);
}

} // namespace graft::engine
