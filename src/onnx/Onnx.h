#pragma once

#include "base/Result.h"
#include "graph/Graph.h"
#include "weights/Tensor.h"

#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

// A network as an ONNX file, and such a file run again.
namespace graft::onnx {

using Metadata = std::map<std::string, std::string>;

struct WriteOptions {
    graph::Shape input;  ///< [C, H, W] of one image
    bool softmax = true; ///< the output is probabilities, not logits
    std::string name;    ///< of the graph
    std::string version; ///< of this program
    Metadata metadata{}; ///< metadata_props
};

/// Names of the graph's input [batch, C, H, W] and output [batch, classes].
constexpr const char* kInput = "image";
constexpr const char* kLogits = "logits";
constexpr const char* kProbabilities = "probabilities";

/// Opset 13; the network as it stands, in eval mode, for batches of any size. The last node gives features
/// [C]. `tensors` are those of the graph's nodes (float32). Written whole or not at all.
Result<> write(const std::filesystem::path& file, const graph::Graph& graph,
               const weights::TensorMap& tensors, const WriteOptions& options);

/// A file written by write(), run by OpenCV's DNN. What the file says is checked first: operations, sizes and
/// order of its nodes. Used from one thread at a time.
class Session {
public:
    static Result<Session> open(const std::filesystem::path& file);
    Session(Session&&) noexcept;
    Session& operator=(Session&&) noexcept;
    ~Session();

    const Metadata& metadata() const;
    /// Images [count, C, H, W] to [count, outputs], one after the other.
    Result<std::vector<float>> run(std::span<const float> images, const graph::Shape& image);

private:
    struct Impl;
    explicit Session(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace graft::onnx
