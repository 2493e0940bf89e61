#include "onnx/GraphWriter.h"

#include "onnx/Fields.h"

namespace graft::onnx {

namespace {

ProtoWriter attributeMessage(const Attribute& attribute) {
    namespace field = fields::attribute;
    ProtoWriter message;
    message.text(field::name, attribute.name);
    if (const auto* whole = std::get_if<std::int64_t>(&attribute.value)) {
        message.number(field::i, *whole);
        message.number(field::type, field::typeInt);
    } else if (const auto* real = std::get_if<float>(&attribute.value)) {
        message.real(field::f, *real);
        message.number(field::type, field::typeFloat);
    } else {
        for (const std::int64_t one : std::get<std::vector<std::int64_t>>(attribute.value))
            message.number(field::ints, one);
        message.number(field::type, field::typeInts);
    }
    return message;
}

ProtoWriter tensorHead(const std::string& name, int dataType, const std::vector<std::int64_t>& dims) {
    ProtoWriter tensor;
    for (const std::int64_t side : dims)
        tensor.number(fields::tensor::dims, side);
    tensor.number(fields::tensor::dataType, dataType);
    tensor.text(fields::tensor::name, name);
    return tensor;
}

ProtoWriter valueInfo(const std::string& name, const std::vector<std::int64_t>& dimsWithoutBatch) {
    ProtoWriter shape, batch;
    batch.text(fields::dimension::parameter, "batch");
    shape.message(fields::shape::dim, std::move(batch));
    for (const std::int64_t side : dimsWithoutBatch) {
        ProtoWriter dimension;
        dimension.number(fields::dimension::value, side);
        shape.message(fields::shape::dim, std::move(dimension));
    }
    ProtoWriter tensor, type, info;
    tensor.number(fields::tensorType::elementType, fields::tensor::float32);
    tensor.message(fields::tensorType::shape, std::move(shape));
    type.message(fields::type::tensor, std::move(tensor));
    info.text(fields::valueInfo::name, name);
    info.message(fields::valueInfo::type, std::move(type));
    return info;
}

} // namespace

void GraphWriter::node(const std::string& opType, const std::string& output,
                       const std::vector<std::string>& inputs, const std::vector<Attribute>& attributes) {
    ProtoWriter node;
    for (const std::string& input : inputs)
        node.text(fields::node::input, input);
    node.text(fields::node::output, output);
    node.text(fields::node::name, output);
    node.text(fields::node::opType, opType);
    for (const Attribute& attribute : attributes)
        node.message(fields::node::attribute, attributeMessage(attribute));
    m_graph.message(fields::graph::node, std::move(node));
}

void GraphWriter::constant(const std::string& name, const std::vector<std::int64_t>& dims,
                           const std::vector<float>& values) {
    m_floats.push_back(values);
    initializer(name, dims, std::as_bytes(std::span(m_floats.back())));
}

void GraphWriter::constant(const std::string& name, const std::vector<std::int64_t>& values) {
    ProtoWriter tensor = tensorHead(name, fields::tensor::int64, {std::int64_t(values.size())});
    const auto bytes = std::as_bytes(std::span(values));
    tensor.text(fields::tensor::rawData, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    m_graph.message(fields::graph::initializer, std::move(tensor));
}

void GraphWriter::initializer(const std::string& name, const std::vector<std::int64_t>& dims,
                              std::span<const std::byte> bytes) {
    ProtoWriter tensor = tensorHead(name, fields::tensor::float32, dims);
    tensor.borrow(fields::tensor::rawData, bytes);
    m_graph.message(fields::graph::initializer, std::move(tensor));
}

ProtoWriter GraphWriter::finish(const std::string& name) {
    m_graph.text(fields::graph::name, name);
    return m_graph;
}

void GraphWriter::input(const std::string& name, const std::vector<std::int64_t>& dimsWithoutBatch) {
    m_graph.message(fields::graph::input, valueInfo(name, dimsWithoutBatch));
}

void GraphWriter::output(const std::string& name, const std::vector<std::int64_t>& dimsWithoutBatch) {
    m_graph.message(fields::graph::output, valueInfo(name, dimsWithoutBatch));
}

} // namespace graft::onnx
