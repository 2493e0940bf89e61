#pragma once

#include "onnx/Protobuf.h"

#include <cstdint>
#include <deque>
#include <string>
#include <variant>
#include <vector>

namespace graft::onnx {

struct Attribute {
    std::string name;
    std::variant<std::int64_t, float, std::vector<std::int64_t>> value;
};

/// An ONNX GraphProto being written, node by node.
class GraphWriter {
public:
    /// `output` is the name of the one value it gives, and the node's own.
    void node(const std::string& opType, const std::string& output, const std::vector<std::string>& inputs,
              const std::vector<Attribute>& attributes = {});
    /// float32; the bytes are copied.
    void constant(const std::string& name, const std::vector<std::int64_t>& dims,
                  const std::vector<float>& values);
    void constant(const std::string& name, const std::vector<std::int64_t>& values);
    /// float32; `bytes` must outlive the writer.
    void initializer(const std::string& name, const std::vector<std::int64_t>& dims,
                     std::span<const std::byte> bytes);
    /// float32, with a first dimension named "batch".
    void input(const std::string& name, const std::vector<std::int64_t>& dimsWithoutBatch);
    void output(const std::string& name, const std::vector<std::int64_t>& dimsWithoutBatch);

    /// The whole message, borrowing from this writer and from what was given to it.
    ProtoWriter finish(const std::string& name);

private:
    ProtoWriter m_graph;
    std::deque<std::vector<float>> m_floats; ///< what constants borrow from
};

} // namespace graft::onnx
