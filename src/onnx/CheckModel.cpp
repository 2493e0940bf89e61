#include "onnx/Fields.h"
#include "onnx/Model.h"

#include <algorithm>
#include <array>
#include <set>

namespace graft::onnx {

namespace {

constexpr std::int64_t kLargestSide = 1 << 30;
constexpr std::int64_t kLargestAttribute = 4096; ///< kernels, strides, paddings, groups, axes
constexpr std::int64_t kLargestGroup = 1 << 20;
constexpr std::uint64_t kMostBytes = 2ull << 30;

/// An operation that OpNodes writes.
struct Known {
    std::string_view opType;
    std::size_t fewestInputs;
    std::size_t mostInputs;
    std::size_t weightRank = 0; ///< dims of the second input, a tensor of the file; 0: not looked at
};
constexpr std::array kKnown = std::to_array<Known>({
    {"Add", 2, 2},
    {"AveragePool", 1, 1},
    {"BatchNormalization", 5, 5, 1},
    {"Concat", 1, 256},
    {"Conv", 2, 3, 4},
    {"Erf", 1, 1},
    {"Flatten", 1, 1},
    {"Gemm", 2, 3, 2},
    {"GlobalAveragePool", 1, 1},
    {"GlobalMaxPool", 1, 1},
    {"HardSigmoid", 1, 1},
    {"Identity", 1, 1},
    {"InstanceNormalization", 3, 3, 1},
    {"MaxPool", 1, 1},
    {"Mul", 2, 2},
    {"Pad", 2, 2, 1},
    {"Pow", 2, 2},
    {"ReduceMax", 1, 1},
    {"Relu", 1, 1},
    {"Reshape", 2, 2, 1},
    {"Sigmoid", 1, 1},
    {"Slice", 4, 4, 1},
    {"Softmax", 1, 1},
    {"Transpose", 1, 1},
});

std::string text(std::string_view view) {
    return std::string(view);
}

/// Bytes of a tensor; nothing where its type or dims are out of bounds.
std::optional<std::uint64_t> byteSize(const Model::Tensor& tensor) {
    if (tensor.dataType != fields::tensor::float32 && tensor.dataType != fields::tensor::int64)
        return std::nullopt;
    std::uint64_t bytes = tensor.dataType == fields::tensor::float32 ? 4 : 8;
    for (const std::int64_t side : tensor.dims) {
        if (side < 1 || side > kLargestSide)
            return std::nullopt;
        bytes *= std::uint64_t(side);
        if (bytes > kMostBytes)
            return std::nullopt;
    }
    return bytes;
}

bool isSound(const Model::Attribute& attribute) {
    const std::int64_t most = attribute.name == "group" ? kLargestGroup : kLargestAttribute;
    const std::int64_t least =
        attribute.name == "strides" || attribute.name == "kernel_shape" || attribute.name == "group" ? 1 : 0;
    return std::ranges::all_of(attribute.integers,
                               [&](std::int64_t value) { return value >= least && value <= most; });
}

class Checker {
public:
    Checker(const Model& model, const std::string& file) : m_model(model), m_file(file) {}

    Result<> check() {
        if (auto fits = checkEnds(); !fits)
            return fits;
        for (const Model::Tensor& tensor : m_model.initializers) {
            if (byteSize(tensor) != tensor.raw.size() || !m_values.insert(tensor.name).second)
                return refused(m_file, translate("Onnx", "its tensor “%1” is damaged", {text(tensor.name)}));
            m_tensors[tensor.name] = &tensor;
        }
        for (const Model::Node& node : m_model.nodes)
            if (auto fits = checkNode(node); !fits)
                return fits;
        if (!m_values.contains(m_model.outputs[0].name))
            return refused(m_file, translate("Onnx", "nothing computes its output"));
        return {};
    }

private:
    const Model& m_model;
    const std::string& m_file;
    std::set<std::string_view> m_values;
    std::map<std::string_view, const Model::Tensor*> m_tensors;

    Result<> checkEnds() {
        if (m_model.inputs.size() != 1 || m_model.outputs.size() != 1 || m_model.nodes.empty() ||
            m_model.inputs[0].dims.size() != 4)
            return refused(m_file, translate("Onnx", "it does not turn one image into one answer"));
        m_values.insert(m_model.inputs[0].name);
        return {};
    }

    Result<> checkNode(const Model::Node& node) {
        const auto known = std::ranges::find(kKnown, node.opType, &Known::opType);
        if (known == kKnown.end())
            return refused(m_file,
                           translate("Onnx", "it holds the operation “%1”, which this program does not run",
                                     {text(node.opType)}));
        const bool fits =
            node.inputs.size() >= known->fewestInputs && node.inputs.size() <= known->mostInputs &&
            node.outputs.size() == 1 && std::ranges::all_of(node.attributes, isSound) &&
            std::ranges::all_of(node.inputs, [&](auto name) { return m_values.contains(name); }) &&
            hasRank(node, known->weightRank) && m_values.insert(node.outputs[0]).second;
        return fits ? Result<>()
                    : refused(m_file, translate("Onnx", "its node “%1” is damaged", {text(node.name)}));
    }

    bool hasRank(const Model::Node& node, std::size_t rank) const {
        if (rank == 0)
            return true;
        const auto tensor = m_tensors.find(node.inputs[1]);
        return tensor != m_tensors.end() && tensor->second->dims.size() == rank;
    }
};

} // namespace

Result<> check(const Model& model, const std::string& file) {
    return Checker(model, file).check();
}

} // namespace graft::onnx
