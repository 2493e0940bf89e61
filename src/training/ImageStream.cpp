#include "training/ImageStream.h"

#include <torch/torch.h>

#include <algorithm>

namespace graft::training {

ImageStream::ImageStream(ImageSet& set, std::vector<std::size_t> order, dataset::Loader::Options options,
                         torch::Device device)
    : m_set(set), m_order(std::move(order)), m_options(std::move(options)), m_device(device) {
    std::erase_if(m_order, [&](std::size_t index) { return set.unreadable.contains(index); });
}

Result<ImageStream::Images> ImageStream::take(std::span<const std::size_t> wanted, std::stop_token stop) {
    Images images;
    std::vector<torch::Tensor> planes;
    for (const std::size_t index : wanted) {
        while (m_held.taken == m_held.indices.size() && m_loaded < m_order.size() && !stop.stop_requested())
            if (auto loaded = loadMore(stop); !loaded)
                return loaded.error();
        if (stop.stop_requested())
            break;
        if (m_held.taken == m_held.indices.size() || m_held.indices[m_held.taken] != index)
            continue; // this one could not be read
        images.indices.push_back(index);
        planes.push_back(m_held.pixels[std::int64_t(m_held.taken++)]);
    }
    if (!planes.empty()) {
        std::vector<std::int64_t> sizes = planes.front().sizes().vec();
        sizes.insert(sizes.begin(), std::int64_t(planes.size()));
        images.pixels =
            torch::empty(sizes, torch::TensorOptions(torch::kFloat32).pinned_memory(m_device.is_cuda()));
        at::stack_out(images.pixels, planes);
    }
    return images;
}

/// Reads the next batch of the order into the empty `m_held`.
Result<> ImageStream::loadMore(std::stop_token stop) {
    if (!m_loader) {
        const std::vector<std::size_t> rest(m_order.begin() + std::ptrdiff_t(m_loaded), m_order.end());
        m_loader = std::make_unique<dataset::Loader>(m_set.items, rest, m_options);
    }
    auto batch = m_loader->next(stop);
    if (!batch)
        return loadSingly(stop);
    m_loaded += batch->indices.size();
    hold(std::move(batch->indices), std::move(batch->pixels));
    return {};
}

/// After a failed batch: image by image, to find which ones cannot be read.
Result<> ImageStream::loadSingly(std::stop_token stop) {
    m_loader.reset();
    dataset::Loader::Options single = m_options;
    single.batch = single.threads = 1;
    const std::size_t end = std::min(m_order.size(), m_loaded + std::size_t(m_options.batch));
    std::vector<std::size_t> indices;
    std::vector<float> pixels;
    for (; m_loaded < end && !stop.stop_requested(); ++m_loaded) {
        const std::size_t index = m_order[m_loaded];
        auto batch = dataset::Loader(m_set.items, {index}, single).next(stop);
        if (!batch) {
            if (m_set.unreadable.insert(index).second && m_set.tellUnreadable)
                m_set.tellUnreadable(index, batch.error().message);
        } else if (!batch->indices.empty()) {
            indices.push_back(index);
            pixels.insert(pixels.end(), batch->pixels.begin(), batch->pixels.end());
        }
    }
    hold(std::move(indices), std::move(pixels));
    return {};
}

void ImageStream::hold(std::vector<std::size_t> indices, std::vector<float> pixels) {
    const std::int64_t side = m_options.preprocessing.size;
    m_held = {std::move(indices), {}, 0};
    if (m_held.indices.empty())
        return;
    const auto kept = std::make_shared<std::vector<float>>(std::move(pixels));
    m_held.pixels = torch::from_blob(
        kept->data(), {std::int64_t(m_held.indices.size()), m_options.preprocessing.channels(), side, side},
        [kept](void*) {}, torch::kFloat32);
}

} // namespace graft::training
