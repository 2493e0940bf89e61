#pragma once

#include "dataset/Dataset.h"

#include <torch/types.h>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace graft::training {

/// Images of one side of the split. What turns out to be unreadable is remembered, so that it is told once
/// and passed over afterwards.
struct ImageSet {
    std::vector<dataset::Item> items;
    std::set<std::size_t> unreadable; ///< into `items`
    std::function<void(std::size_t index, const std::string& why)> tellUnreadable;
};

/// Walks over images in a given order, decoding ahead of the consumer. Images that cannot be read are left
/// out.
class ImageStream {
public:
    struct Images {
        std::vector<std::size_t> indices;
        torch::Tensor pixels; ///< [n, channels, size, size]; undefined where n is 0
    };

    /// `order` indexes the set's items; the set must outlive the stream. `options.batch` is only how many are
    /// read at once. `device`: where the pixels will go; they are taken into memory from which it copies
    /// fast.
    ImageStream(ImageSet& set, std::vector<std::size_t> order, dataset::Loader::Options options,
                torch::Device device = torch::kCPU);

    /// `wanted` is the next part of the order. Fewer come where some cannot be read, or when `stop` is
    /// requested.
    Result<Images> take(std::span<const std::size_t> wanted, std::stop_token stop);

private:
    struct Held { ///< images read and not yet taken
        std::vector<std::size_t> indices;
        torch::Tensor pixels;
        std::size_t taken = 0;
    };

    ImageSet& m_set;
    std::vector<std::size_t> m_order; ///< without what was known to be unreadable
    dataset::Loader::Options m_options;
    torch::Device m_device;
    std::size_t m_loaded = 0; ///< of the order
    std::unique_ptr<dataset::Loader> m_loader;
    Held m_held;

    Result<> loadMore(std::stop_token stop);
    Result<> loadSingly(std::stop_token stop);
    void hold(std::vector<std::size_t> indices, std::vector<float> pixels);
};

} // namespace graft::training
