#include "onnx/Fields.h"
#include "onnx/Model.h"
#include "onnx/Protobuf.h"

#include <functional>

namespace graft::onnx {

namespace {

constexpr std::size_t kMostNodes = 20'000; ///< and initializers
constexpr std::size_t kMostNames = 256;    ///< read by one node
constexpr std::size_t kMostAttributes = 16;
constexpr std::size_t kMostIntegers = 16; ///< of one attribute
constexpr std::size_t kMostDims = 8;
constexpr std::size_t kMostEntries = 256;
constexpr std::size_t kLongestName = 1024;
constexpr std::size_t kLongestText = 16 << 20;

/// Walks over a message's fields. `take` says false where one does not suit.
bool walk(std::span<const std::byte> bytes, const std::function<bool(const ProtoField&)>& take) {
    ProtoReader reader(bytes);
    while (const auto field = reader.next())
        if (!take(*field))
            return false;
    return !reader.failed();
}

bool isBytes(const ProtoField& field) {
    return field.type == ProtoField::Type::Bytes;
}

bool takeName(const ProtoField& field, std::string_view& name) {
    name = field.text();
    return isBytes(field) && field.bytes.size() <= kLongestName;
}

bool takeNameInto(const ProtoField& field, std::vector<std::string_view>& names) {
    return names.size() < kMostNames && takeName(field, names.emplace_back());
}

template <typename T, typename Read>
bool takeInto(const ProtoField& field, std::vector<T>& list, std::size_t most, Read read) {
    return isBytes(field) && list.size() < most && read(field.bytes, list.emplace_back());
}

bool readAttribute(std::span<const std::byte> bytes, Model::Attribute& attribute) {
    namespace number = fields::attribute;
    return walk(bytes, [&](const ProtoField& field) {
        switch (field.number) {
        case number::name:
            return takeName(field, attribute.name);
        case number::f:
            attribute.real = field.real();
            return field.type == ProtoField::Type::Fixed32;
        case number::i:
        case number::ints:
            return appendIntegers(field, attribute.integers, kMostIntegers);
        case number::type:
            return field.value == number::typeInt || field.value == number::typeFloat ||
                   field.value == number::typeInts;
        default:
            return false; // no tensors, no graphs
        }
    });
}

bool readNode(std::span<const std::byte> bytes, Model::Node& node) {
    namespace number = fields::node;
    return walk(bytes, [&](const ProtoField& field) {
        switch (field.number) {
        case number::input:
            return takeNameInto(field, node.inputs);
        case number::output:
            return takeNameInto(field, node.outputs);
        case number::name:
            return takeName(field, node.name);
        case number::opType:
            return takeName(field, node.opType);
        case number::attribute:
            return takeInto(field, node.attributes, kMostAttributes, readAttribute);
        default:
            return false; // no operations of other domains
        }
    });
}

bool readTensor(std::span<const std::byte> bytes, Model::Tensor& tensor) {
    namespace number = fields::tensor;
    return walk(bytes, [&](const ProtoField& field) {
        switch (field.number) {
        case number::dims:
            return appendIntegers(field, tensor.dims, kMostDims);
        case number::dataType:
            tensor.dataType = field.integer();
            return field.type == ProtoField::Type::Number;
        case number::name:
            return takeName(field, tensor.name);
        case number::rawData:
            tensor.raw = field.bytes;
            return isBytes(field);
        default:
            return false; // above all no data in other files
        }
    });
}

bool readDimension(std::span<const std::byte> bytes, std::int64_t& side) {
    side = -1;
    return walk(bytes, [&](const ProtoField& field) {
        if (field.number == fields::dimension::value)
            side = field.integer();
        return field.number == fields::dimension::value || field.number == fields::dimension::parameter;
    });
}

bool readShape(std::span<const std::byte> bytes, std::vector<std::int64_t>& dims) {
    return walk(bytes, [&](const ProtoField& field) {
        return field.number == fields::shape::dim && takeInto(field, dims, kMostDims, readDimension);
    });
}

/// Calls `read` with the one field `number` among others that do not matter.
bool descend(std::span<const std::byte> bytes, std::uint32_t number,
             const std::function<bool(std::span<const std::byte>)>& read) {
    return walk(bytes, [&](const ProtoField& field) {
        return field.number != number || (isBytes(field) && read(field.bytes));
    });
}

bool readValue(std::span<const std::byte> bytes, Model::Value& value) {
    return walk(bytes, [&](const ProtoField& field) {
        if (field.number == fields::valueInfo::name)
            return takeName(field, value.name);
        if (field.number != fields::valueInfo::type)
            return true;
        return isBytes(field) && descend(field.bytes, fields::type::tensor, [&](auto tensor) {
                   return descend(tensor, fields::tensorType::shape,
                                  [&](auto shape) { return readShape(shape, value.dims); });
               });
    });
}

bool readGraph(std::span<const std::byte> bytes, Model& model) {
    namespace number = fields::graph;
    return walk(bytes, [&](const ProtoField& field) {
        switch (field.number) {
        case number::node:
            return takeInto(field, model.nodes, kMostNodes, readNode);
        case number::initializer:
            return takeInto(field, model.initializers, kMostNodes, readTensor);
        case number::input:
            return takeInto(field, model.inputs, 1, readValue);
        case number::output:
            return takeInto(field, model.outputs, 1, readValue);
        default:
            return field.number == number::name;
        }
    });
}

bool readEntry(std::span<const std::byte> bytes, Metadata& metadata) {
    std::string key, value;
    const bool whole = walk(bytes, [&](const ProtoField& field) {
        if (!isBytes(field) || field.bytes.size() > kLongestText)
            return false;
        (field.number == fields::entry::key ? key : value) = field.text();
        return true;
    });
    metadata[key] = value;
    return whole && metadata.size() <= kMostEntries;
}

/// True where the message has a graph at all; anything else may be anything.
bool hasGraph(std::span<const std::byte> bytes) {
    ProtoReader reader(bytes);
    while (const auto field = reader.next())
        if (field->number == fields::model::graph && isBytes(*field))
            return true;
    return false;
}

} // namespace

Error refused(const std::string& file, const std::string& reason) {
    return {translate("Onnx", "%1 cannot be used as a model: %2.", {file, reason})};
}

Result<Model> readModel(std::span<const std::byte> bytes, const std::string& file) {
    if (!hasGraph(bytes))
        return refused(file, translate("Onnx", "it is no ONNX file, or only the beginning of one"));
    Model model;
    bool graphSeen = false;
    const bool whole = walk(bytes, [&](const ProtoField& field) {
        if (field.number == fields::model::metadataProps)
            return isBytes(field) && readEntry(field.bytes, model.metadata);
        if (field.number != fields::model::graph)
            return field.number < fields::model::metadataProps;
        const bool first = !graphSeen;
        graphSeen = true;
        return first && isBytes(field) && readGraph(field.bytes, model);
    });
    if (!whole)
        return refused(file, translate("Onnx", "it is damaged, or not written by this program"));
    return model;
}

} // namespace graft::onnx
