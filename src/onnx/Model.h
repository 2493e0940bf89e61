#pragma once

#include "base/Result.h"
#include "onnx/Onnx.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace graft::onnx {

/// What an ONNX file says, with views into its bytes.
struct Model {
    struct Attribute {
        std::string_view name;
        std::vector<std::int64_t> integers; ///< of INT or INTS
        float real = 0;
    };
    struct Node {
        std::string_view opType;
        std::string_view name;
        std::vector<std::string_view> inputs;
        std::vector<std::string_view> outputs;
        std::vector<Attribute> attributes;
    };
    struct Tensor {
        std::string_view name;
        std::vector<std::int64_t> dims;
        std::int64_t dataType = 0;
        std::span<const std::byte> raw;
    };
    struct Value {
        std::string_view name;
        std::vector<std::int64_t> dims; ///< -1: any
    };

    std::vector<Node> nodes;
    std::vector<Tensor> initializers;
    std::vector<Value> inputs;
    std::vector<Value> outputs;
    Metadata metadata;
};

/// Reads the structure, bounded in every count, computing nothing. What write() does not write is refused.
Result<Model> readModel(std::span<const std::byte> bytes, const std::string& file);

/// Whether the model is one that may be handed to a runtime: known operations, values that are there before
/// they are read, tensors with as many bytes as their dims say, sizes within reason.
Result<> check(const Model& model, const std::string& file);

/// "FILE cannot be used: REASON."
Error refused(const std::string& file, const std::string& reason);

} // namespace graft::onnx
