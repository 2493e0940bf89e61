#pragma once

#include "engine/Fold.h"
#include "graph/Graph.h"
#include "training/Checksum.h"
#include "training/Precision.h"

#include <torch/types.h>

#include <cstdint>
#include <vector>

namespace graft::training {

/// Images that go through a network at a time where the value of each is not to depend on the others.
std::int64_t groupSizeOn(torch::Device device);
/// With zeros, to `count` rows.
torch::Tensor filledUp(const torch::Tensor& rows, std::int64_t count);

/// The values of a folded network's nodes for images [n, C, size, size]: one tensor [n, …] for each, on the
/// network's device. Images go through in groups of a fixed size (the last one filled up with zeros), so that
/// the value of an image does not depend on which others are with it; where memory does not suffice, in
/// smaller groups, which may change its last bits. What a bfloat16 network gives is rounded to float16, in
/// which it can be kept.
std::vector<torch::Tensor> computeInGroups(engine::FoldedNetwork& folded, const torch::Tensor& pixels,
                                           Precision precision = Precision::Float32);

/// The part of a network that gives the same value for the same image in every epoch, computed in groups as
/// above: once and kept, or anew in every epoch, it is the same to the last bit.
class FrozenPrefix {
public:
    /// Copies the frozen tensors. The network must outlive the prefix.
    FrozenPrefix(engine::Network& network, const graph::FreezePlan& plan,
                 Precision precision = Precision::Float32);

    /// True where nothing is frozen: the values are the pixels themselves.
    bool empty() const { return m_cut.empty(); }
    torch::Device device() const { return m_network.device(); }
    const graph::FrozenCut& cut() const { return m_cut; }
    const std::vector<graph::NodeIndex>& crossing() const { return m_cut.crossing; }
    /// Of the values of one image of `size` × `size`, as crossing().
    std::vector<graph::Shape> shapes(int size) const;
    /// Of the prefix's tensors and of what computes them: the device, LibTorch, the number of threads (sums
    /// come in another order). Together with the architecture and the preprocessing it says which values an
    /// image has.
    Checksum checksum() const;

    /// The type in which the values of compute() can be kept without losing anything: float32, or float16 for
    /// what was computed in bfloat16.
    torch::Dtype keptAs() const;

    /// [n, C, size, size] to one float32 tensor [n, …] for each crossing node, on the network's device.
    std::vector<torch::Tensor> compute(const torch::Tensor& pixels);
    std::int64_t imagesComputed() const { return m_imagesComputed; }

private:
    engine::Network& m_network;
    Precision m_precision;
    graph::FrozenCut m_cut;
    engine::FoldedNetwork m_folded; ///< computes the crossing nodes
    std::int64_t m_imagesComputed = 0;
};

} // namespace graft::training
