#include "onnx/Fields.h"
#include "onnx/GraphWriter.h"
#include "onnx/Onnx.h"
#include "onnx/OpNodes.h"
#include "weights/AtomicFile.h"

#include <cassert>

namespace graft::onnx {

namespace {

constexpr int kIrVersion = 7; ///< the oldest that knows opset 13
constexpr int kOpset = 13;
constexpr std::uint64_t kMostBytes = (2ull << 30) - 1; ///< of a protobuf message

/// Writes all nodes; the name of the last value.
std::string writeNodes(const graph::Graph& graph, const std::vector<graph::Shape>& shapes,
                       const weights::TensorMap& tensors, GraphWriter& writer) {
    std::vector<std::string> values{kInput};
    for (std::size_t i = 1; i < graph.nodes().size(); ++i) {
        const graph::Node& node = graph.nodes()[i];
        OpNodes::Context context{node, tensors, {}, {}, shapes[i], writer};
        for (const graph::NodeIndex input : node.inputs) {
            context.inputs.push_back(values[std::size_t(input)]);
            context.shapes.push_back(shapes[std::size_t(input)]);
        }
        values.push_back(std::visit(OpNodes(std::move(context)), node.op));
    }
    return values.back();
}

ProtoWriter modelMessage(ProtoWriter graph, const WriteOptions& options) {
    ProtoWriter model, opset;
    model.number(fields::model::irVersion, kIrVersion);
    model.text(fields::model::producerName, "graft-studio");
    model.text(fields::model::producerVersion, options.version);
    model.message(fields::model::graph, std::move(graph));
    opset.text(fields::opset::domain, "");
    opset.number(fields::opset::version, kOpset);
    model.message(fields::model::opsetImport, std::move(opset));
    for (const auto& [key, value] : options.metadata) {
        ProtoWriter entry;
        entry.text(fields::entry::key, key);
        entry.text(fields::entry::value, value);
        model.message(fields::model::metadataProps, std::move(entry));
    }
    return model;
}

Result<> writePieces(const std::filesystem::path& path, const ProtoWriter& message) {
    weights::AtomicFile file(path);
    for (const ProtoWriter::Piece& piece : message.pieces()) {
        if (auto written = file.write(std::as_bytes(std::span(piece.own))); !written)
            return written;
        if (auto written = file.write(piece.borrowed); !written)
            return written;
    }
    return file.commit();
}

} // namespace

Result<> write(const std::filesystem::path& file, const graph::Graph& graph,
               const weights::TensorMap& tensors, const WriteOptions& options) {
    const std::vector<graph::Shape> shapes = graph::inferShapes(graph, options.input);
    if (shapes.empty())
        return Error{translate("Onnx", "The network cannot take images of %1 pixels.",
                               {weights::shapeText(options.input)})};
    GraphWriter writer;
    writer.input(kInput, options.input);
    const std::string logits = writeNodes(graph, shapes, tensors, writer);
    const char* output = options.softmax ? kProbabilities : kLogits;
    if (options.softmax)
        writer.node("Softmax", output, {logits}, {{"axis", std::int64_t(1)}});
    else
        writer.node("Identity", output, {logits});
    writer.output(output, shapes.back());
    const ProtoWriter model = modelMessage(writer.finish(options.name), options);
    if (model.size() > kMostBytes)
        return Error{translate("Onnx",
                               "An ONNX file holds at most 2 GB, and this model has more. Export it as "
                               "safetensors or TorchScript.")};
    return writePieces(file, model);
}

} // namespace graft::onnx
