#pragma once

#include "training/ActivationCache.h"
#include "training/FrozenPrefix.h"
#include "training/Gate.h"
#include "training/ImageStream.h"

#include <torch/types.h>

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace graft::training {

/// How a side of the split is looked at.
struct Viewing {
    dataset::Preprocessing preprocessing;
    dataset::AugmentOptions augment; ///< not any(): one view, nothing random
    std::uint64_t seed = 0;
    /// Augmented views of an image that are told apart: the epochs draw from these. 0: a new one in every
    /// epoch.
    int views = 0;
    int loaderThreads = 1;

    /// The view of an image in an epoch (from 1).
    std::uint64_t viewOf(const dataset::Item& item, int epoch) const;
    /// How many views an image has had until the end of the epoch; kept views only.
    int viewsUntil(int epoch) const;
};

/// What the learning part of the network reads of a batch: for each crossing node of the cut a tensor [n, …].
struct CutBatch {
    std::vector<std::size_t> indices; ///< into the set's items; without those that cannot be read
    std::vector<torch::Tensor> values;
};

/// The values at the cut for the images of one side: read from the cache where there is one, computed where
/// they are not there yet. The set and the prefix must outlive it.
class CutValues {
public:
    CutValues(ImageSet& set, FrozenPrefix& prefix, Viewing viewing);

    const std::vector<dataset::Item>& items() const { return m_set.items; }
    const ImageSet& set() const { return m_set; }
    const Viewing& viewing() const { return m_viewing; }

    /// The key of an image's view among all records of its kind.
    ActivationCache::Key keyOf(std::size_t index, std::uint64_t view) const;
    /// Bytes for everything that would be kept, and what of it `cache` has not.
    std::uint64_t bytesToKeep() const;
    std::uint64_t bytesMissing(const ActivationCache& cache) const;
    /// Of the values kept for one view of one image.
    std::uint64_t valueBytes() const { return m_valueBytes; }
    void keepIn(std::shared_ptr<ActivationCache> cache) { m_cache = std::move(cache); }
    /// Nothing is kept: then the views need not be few.
    void drawAnew() { m_viewing.views = 0; }
    bool kept() const { return m_cache != nullptr; }

    /// Computes what the cache has not yet of a view. Ends early when stopped. False where the cache cannot
    /// take more (a full disk): it is then given up.
    Result<bool> prepare(std::uint64_t view, Gate& gate,
                         const std::function<void(std::int64_t done, std::int64_t total)>& progress);

    /// One way through images in batches; decodes ahead where nothing is kept.
    class Walk {
    public:
        Walk(CutValues& values, std::vector<std::vector<std::size_t>> batches, int epoch);
        /// Nothing at the end. A batch may be smaller than planned, or empty, where images cannot be read.
        Result<std::optional<CutBatch>> next(std::stop_token stop);

    private:
        CutValues& m_values;
        std::vector<std::vector<std::size_t>> m_batches;
        int m_epoch;
        std::size_t m_next = 0;
        std::optional<ImageStream> m_stream;
    };

private:
    ImageSet& m_set;
    FrozenPrefix& m_prefix;
    Viewing m_viewing;
    std::vector<graph::Shape> m_shapes;
    std::uint64_t m_valueBytes = 0;
    std::vector<ActivationCache::Key> m_identities; ///< of the items' files
    std::shared_ptr<ActivationCache> m_cache;

    using Records =
        std::vector<std::vector<std::byte>>; ///< of FrozenPrefix::keptAs(), one tensor behind the other

    dataset::Loader::Options loaderOptions(std::uint64_t view) const;
    bool computeAndKeep(const ImageStream::Images& images, std::uint64_t view, Gate& gate);
    bool viewsDiffer() const { return m_viewing.augment.any() && m_viewing.views > 0; }
    Result<CutBatch> gather(const std::vector<std::size_t>& indices, int epoch, std::stop_token stop);
    Result<> computeMissing(const std::vector<std::size_t>& indices, int epoch, Records& records,
                            std::stop_token stop);
    void splitIntoRecords(const std::vector<torch::Tensor>& values, std::span<const std::size_t> places,
                          Records& records) const;
    CutBatch assemble(const std::vector<std::size_t>& indices, const Records& records) const;
};

} // namespace graft::training
