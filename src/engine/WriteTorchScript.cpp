#include "engine/NodeRun.h"
#include "engine/TorchScript.h"
#include "weights/AtomicFile.h"

#include <torch/torch.h>

#include <torch/csrc/jit/api/module.h>
#include <torch/csrc/jit/frontend/tracer.h>
#include <torch/csrc/jit/serialization/export.h>

namespace graft::engine {

namespace {

using torch::Tensor;
using torch::jit::Module;
using torch::jit::Stack;

constexpr const char* kClassName = "__torch__.graft.Network";

/// Modules within modules, as the dots in the tensors' names say.
class ModuleTree {
public:
    ModuleTree() : m_unit(std::make_shared<torch::jit::CompilationUnit>()), m_root(makeModule()) {}

    Module& root() { return m_root; }
    void add(const std::string& name, const Tensor& tensor, bool parameter) {
        const auto dot = name.rfind('.');
        at(name.substr(0, dot)).register_parameter(name.substr(dot + 1), tensor, /*is_buffer=*/!parameter);
    }

private:
    std::shared_ptr<torch::jit::CompilationUnit> m_unit;
    Module m_root;
    std::map<std::string, Module> m_modules;

    Module makeModule() {
        Module module(kClassName, m_unit, /*shouldMangle=*/true);
        module.register_attribute("training", c10::BoolType::get(), false);
        return module;
    }

    Module& at(const std::string& path) {
        const auto found = m_modules.find(path);
        if (found != m_modules.end())
            return found->second;
        const auto dot = path.rfind('.');
        Module& parent = dot == std::string::npos ? m_root : at(path.substr(0, dot));
        const Module module = makeModule();
        parent.register_module(dot == std::string::npos ? path : path.substr(dot + 1), module);
        return m_modules.emplace(path, module).first->second;
    }
};

Tensor runAll(const graph::Graph& graph, NodeRun::Tensors& tensors, const Tensor& images) {
    torch::Generator noDropout;
    std::vector<Tensor> values{images};
    for (std::size_t i = 1; i < graph.nodes().size(); ++i) {
        const graph::Node& node = graph.nodes()[i];
        std::vector<Tensor> inputs;
        for (const graph::NodeIndex input : node.inputs)
            inputs.push_back(values[std::size_t(input)]);
        values.push_back(std::visit(NodeRun(node, tensors, std::move(inputs), {}, noDropout), node.op));
    }
    return values.back();
}

Module traced(Network& network, const ScriptOptions& options) {
    const graph::Graph& graph = network.graph();
    ModuleTree tree;
    NodeRun::Tensors tensors;
    for (const graph::Node& node : graph.nodes())
        for (const graph::TensorSpec& spec : graph::tensorsOf(node)) {
            const Tensor tensor = network.tensor(spec.name).detach();
            tensors[spec.name] = tensor;
            tree.add(spec.name, tensor, spec.parameter);
        }
    const int channels = std::get<graph::Input>(graph.node(0).op).channels;
    const Tensor example = torch::zeros({1, channels, options.size, options.size});
    const auto run = [&](const Stack& inputs) -> Stack {
        const Tensor output = runAll(graph, tensors, inputs[0].toTensor());
        return {options.softmax ? torch::softmax(output, 1) : output};
    };
    Module& module = tree.root();
    const auto trace =
        torch::jit::tracer::trace({example}, run, [](const Tensor&) { return std::string(); },
                                  /*strict=*/true, /*force_outplace=*/false, &module, {"image"});
    const c10::QualifiedName forward(*module.type()->name(), "forward");
    module.type()->addMethod(
        module._ivalue()->compilation_unit()->create_function(forward, trace.first->graph));
    return module;
}

} // namespace

Result<> writeTorchScript(const std::filesystem::path& path, Network& network, const ScriptOptions& options) {
    const torch::NoGradGuard noGradient;
    weights::AtomicFile file(path);
    Result<> written;
    try {
        torch::jit::ExtraFilesMap extra(options.files.begin(), options.files.end());
        // A writer that says it failed would throw in LibTorch's destructors: the first error is kept
        // instead.
        const auto take = [&](const void* bytes, std::size_t count) {
            if (written)
                written = file.write({static_cast<const std::byte*>(bytes), count});
            return count;
        };
        torch::jit::ExportModule(traced(network, options), take, extra);
    } catch (const std::exception& exception) {
        return Error{translate("TorchScript",
                               "The network could not be written as TorchScript; details are in "
                               "the log."),
                     exception.what()};
    }
    return written ? file.commit() : written;
}

} // namespace graft::engine
