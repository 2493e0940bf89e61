#pragma once

#include "graph/Graph.h"
#include "training/Training.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

// What happens inside a network for one image, in plain values.
namespace graft::training {

/// Numbers as a picture: 8 bits, interleaved, stretched so that `minimum` is 0 and `maximum` 255. Where all
/// are equal, every pixel is 0.
struct Plane {
    int width = 0;
    int height = 0;
    int channels = 1; ///< 3: RGB
    std::vector<std::uint8_t> pixels;
    float minimum = 0;
    float maximum = 0;
};

enum class FilterKind {
    None,         ///< not a convolution
    Colour,       ///< of the image's (first) three channels, as RGB
    Mean,         ///< the mean over the channels that each filter reads
    WeightMatrix, ///< 1×1 filters: one plane with a row per filter and a column per channel read
};

/// One node for one image.
struct NodeLook {
    std::string node;
    graph::Shape output; ///< [C, H, W] or [C]
    std::vector<Plane>
        maps; ///< the first channels, each stretched on its own; of a vector one plane, row by row
    FilterKind filterKind = FilterKind::None;
    std::vector<Plane> filters; ///< of the channels in `maps`
};

/// A network that is looked into. Calls may come from any thread, one at a time does its work. Nothing is
/// random: everything runs as for evaluation.
class Inspector {
public:
    /// The network as a run with these options starts: pretrained where `weights` are given, with a new head.
    static Result<Inspector> open(const TrainingOptions& options, std::size_t classes,
                                  const PretrainedWeights* weights);
    /// As a run's best epoch left it.
    static Result<Inspector> openRun(const std::filesystem::path& runFolder);
    Inspector(Inspector&&) noexcept;
    Inspector& operator=(Inspector&&) noexcept;
    ~Inspector();

    const graph::Graph& graph() const;
    const dataset::Preprocessing& preprocessing() const;
    /// `channels`: how many at most.
    Result<NodeLook> look(const std::filesystem::path& image, const std::string& node, int channels) const;

private:
    struct Impl;
    explicit Inspector(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace graft::training
