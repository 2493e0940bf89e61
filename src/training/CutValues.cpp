#include "training/CutValues.h"

#include "base/Random.h"
#include "engine/Device.h"
#include "training/Device.h"

#include <torch/torch.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <numeric>
#include <sys/stat.h>

namespace graft::training {

namespace {

constexpr std::uint64_t kDraw = 0x76696577; ///< keeps the draw of a view apart from other seeded streams
constexpr int kReadAtOnce = 8;
constexpr std::size_t kReadInTurn = 32; ///< images, before they are computed

/// Content hash, size and time of the last change: another picture never has the same identity.
ActivationCache::Key identityOf(const dataset::Item& item) {
    struct stat status {};
    const bool there = ::stat(item.path.c_str(), &status) == 0;
    Checksum sum;
    sum.add(item.contentHash).add(item.contentHash.empty() ? item.path.string() : std::string());
    if (there)
        sum.add(std::uint64_t(status.st_size))
            .add(std::uint64_t(status.st_mtim.tv_sec))
            .add(std::uint64_t(status.st_mtim.tv_nsec));
    return sum.value();
}

std::uint64_t elements(const graph::Shape& shape) {
    std::uint64_t count = 1;
    for (const std::int64_t side : shape)
        count *= std::uint64_t(side);
    return count;
}

} // namespace

std::uint64_t Viewing::viewOf(const dataset::Item& item, int epoch) const {
    if (!augment.any())
        return 0;
    if (views == 0 || epoch <= views)
        return std::uint64_t(epoch - 1);
    return mixSeed({seed, std::uint64_t(epoch), std::uint64_t(item.id), kDraw}) % std::uint64_t(views);
}

int Viewing::viewsUntil(int epoch) const {
    return augment.any() ? std::min(epoch, views) : 1;
}

CutValues::CutValues(ImageSet& set, FrozenPrefix& prefix, Viewing viewing)
    : m_set(set), m_prefix(prefix), m_viewing(std::move(viewing)),
      m_shapes(prefix.shapes(m_viewing.preprocessing.size)) {
    for (const graph::Shape& shape : m_shapes)
        m_valueBytes += elements(shape) * torch::elementSize(prefix.keptAs());
    for (const dataset::Item& item : set.items)
        m_identities.push_back(identityOf(item));
}

ActivationCache::Key CutValues::keyOf(std::size_t index, std::uint64_t view) const {
    Checksum sum;
    sum.add(m_identities[index][0]).add(m_identities[index][1]);
    if (m_viewing.augment.any()) // the picture is drawn from (seed, view, id)
        sum.add(std::uint64_t(m_set.items[index].id)).add(view);
    return sum.value();
}

std::uint64_t CutValues::bytesToKeep() const {
    const std::uint64_t views = m_viewing.augment.any() ? std::uint64_t(std::max(1, m_viewing.views)) : 1;
    return ActivationCache::recordBytes(m_valueBytes) * m_set.items.size() * views;
}

std::uint64_t CutValues::bytesMissing(const ActivationCache& cache) const {
    const std::uint64_t views = m_viewing.augment.any() ? std::uint64_t(std::max(1, m_viewing.views)) : 1;
    std::uint64_t missing = 0;
    for (std::size_t i = 0; i < m_set.items.size(); ++i)
        for (std::uint64_t view = 0; view < views; ++view)
            missing += !cache.contains(keyOf(i, view));
    return missing * ActivationCache::recordBytes(m_valueBytes);
}

dataset::Loader::Options CutValues::loaderOptions(std::uint64_t view) const {
    return {.preprocessing = m_viewing.preprocessing,
            .augment = m_viewing.augment,
            .seed = m_viewing.seed,
            .view = view,
            .batch = kReadAtOnce,
            .threads = m_viewing.loaderThreads};
}

Result<bool> CutValues::prepare(std::uint64_t view, Gate& gate,
                                const std::function<void(std::int64_t, std::int64_t)>& progress) {
    if (!m_cache)
        return true;
    std::vector<std::size_t> missing;
    for (std::size_t i = 0; i < m_set.items.size(); ++i)
        if (!m_set.unreadable.contains(i) && !m_cache->contains(keyOf(i, view)))
            missing.push_back(i);
    // On few cores reading and computing take turns, each with all of them: side by side, the threads that
    // compute would wait for the one whose core reads.
    const bool turns = m_prefix.device().is_cpu() && shareThreads().loadersShareCores;
    dataset::Loader::Options options = loaderOptions(view);
    if (turns)
        options.threads = shareThreads().compute;
    const auto atOnce = turns ? kReadInTurn : std::size_t(groupSizeOn(m_prefix.device()));
    std::optional<ImageStream> stream;
    for (std::size_t at = 0; at < missing.size() && gate.pass(); at += atOnce) {
        progress(std::int64_t(at), std::int64_t(missing.size()));
        const auto wanted = std::span(missing).subspan(at, std::min(missing.size() - at, atOnce));
        if (turns)
            stream.emplace(m_set, std::vector(wanted.begin(), wanted.end()), options);
        else if (!stream)
            stream.emplace(m_set, missing, options, m_prefix.device());
        const auto images = stream->take(wanted, gate.stop());
        if (!images)
            return images.error();
        if (!computeAndKeep(*images, view, gate))
            return false;
    }
    return true;
}

/// Group by group. False where the cache can take no more; it is then given up.
bool CutValues::computeAndKeep(const ImageStream::Images& images, std::uint64_t view, Gate& gate) {
    const std::int64_t group = groupSizeOn(m_prefix.device()), count = std::int64_t(images.indices.size());
    for (std::int64_t from = 0; from < count && gate.pass(); from += group) {
        const std::int64_t some = std::min(group, count - from);
        Records records(static_cast<std::size_t>(some));
        std::vector<std::size_t> places(records.size());
        std::iota(places.begin(), places.end(), std::size_t(0));
        splitIntoRecords(m_prefix.compute(images.pixels.narrow(0, from, some)), places, records);
        for (std::size_t i = 0; i < records.size(); ++i) {
            if (!m_cache->write(keyOf(images.indices[std::size_t(from) + i], view), records[i])) {
                m_cache.reset();
                return false;
            }
        }
    }
    return true;
}

/// records[places[i]] becomes row i of every tensor, one after the other.
void CutValues::splitIntoRecords(const std::vector<torch::Tensor>& values,
                                 std::span<const std::size_t> places, Records& records) const {
    for (std::size_t place : places)
        records[place].reserve(m_valueBytes);
    for (const torch::Tensor& value : values) {
        const torch::Tensor rows = value.to(torch::kCPU, m_prefix.keptAs()).contiguous();
        const std::size_t width = rows.nbytes() / std::size_t(rows.size(0));
        const auto* bytes = static_cast<const std::byte*>(rows.data_ptr());
        for (std::size_t i = 0; i < places.size(); ++i) {
            const std::byte* row = bytes + i * width;
            records[places[i]].insert(records[places[i]].end(), row, row + width);
        }
    }
}

CutBatch CutValues::assemble(const std::vector<std::size_t>& indices, const Records& records) const {
    CutBatch batch;
    for (std::size_t i = 0; i < indices.size(); ++i)
        if (!records[i].empty())
            batch.indices.push_back(indices[i]);
    std::size_t offset = 0;
    for (const graph::Shape& shape : m_shapes) {
        const std::size_t width = elements(shape) * torch::elementSize(m_prefix.keptAs());
        graph::Shape whole{std::int64_t(batch.indices.size())};
        whole.insert(whole.end(), shape.begin(), shape.end());
        const torch::Tensor value = torch::empty(
            whole, torch::TensorOptions(m_prefix.keptAs()).pinned_memory(m_prefix.device().is_cuda()));
        auto* at = static_cast<std::byte*>(value.data_ptr());
        for (const std::vector<std::byte>& record : records) {
            if (record.empty())
                continue;
            std::memcpy(at, record.data() + offset, width);
            at += width;
        }
        batch.values.push_back(engine::onto(m_prefix.device(), value).to(torch::kFloat32));
        offset += width;
    }
    return batch;
}

Result<CutBatch> CutValues::gather(const std::vector<std::size_t>& indices, int epoch, std::stop_token stop) {
    Records records(indices.size());
    for (std::size_t i = 0; m_cache && i < indices.size(); ++i) {
        records[i].resize(m_valueBytes);
        if (!m_cache->read(keyOf(indices[i], m_viewing.viewOf(m_set.items[indices[i]], epoch)), records[i]))
            records[i].clear();
    }
    if (auto computed = computeMissing(indices, epoch, records, stop); !computed)
        return computed.error();
    return assemble(indices, records);
}

/// Fills the empty records, view by view, for a stream reads one view.
Result<> CutValues::computeMissing(const std::vector<std::size_t>& indices, int epoch, Records& records,
                                   std::stop_token stop) {
    std::map<std::uint64_t, std::vector<std::size_t>> placesOfView;
    for (std::size_t i = 0; i < indices.size(); ++i)
        if (records[i].empty() && !m_set.unreadable.contains(indices[i]))
            placesOfView[m_viewing.viewOf(m_set.items[indices[i]], epoch)].push_back(i);
    for (const auto& [view, places] : placesOfView) {
        std::vector<std::size_t> wanted;
        for (const std::size_t place : places)
            wanted.push_back(indices[place]);
        const auto images =
            ImageStream(m_set, wanted, loaderOptions(view), m_prefix.device()).take(wanted, stop);
        if (!images)
            return images.error();
        if (images->indices.empty())
            continue;
        std::vector<std::size_t> readable;
        for (const std::size_t place : places)
            if (!m_set.unreadable.contains(indices[place]) && readable.size() < images->indices.size())
                readable.push_back(place);
        splitIntoRecords(m_prefix.compute(images->pixels), readable, records);
        for (std::size_t i = 0; m_cache && i < readable.size(); ++i)
            if (!m_cache->write(keyOf(indices[readable[i]], view), records[readable[i]]))
                m_cache.reset();
    }
    return {};
}

CutValues::Walk::Walk(CutValues& values, std::vector<std::vector<std::size_t>> batches, int epoch)
    : m_values(values), m_batches(std::move(batches)), m_epoch(epoch) {
    if (values.m_cache || values.viewsDiffer() || values.m_set.items.empty())
        return;
    std::vector<std::size_t> order;
    for (const auto& batch : m_batches)
        order.insert(order.end(), batch.begin(), batch.end());
    m_stream.emplace(values.m_set, std::move(order),
                     values.loaderOptions(values.m_viewing.viewOf(values.m_set.items.front(), epoch)),
                     values.m_prefix.device());
}

Result<std::optional<CutBatch>> CutValues::Walk::next(std::stop_token stop) {
    if (m_next == m_batches.size())
        return std::optional<CutBatch>();
    const std::vector<std::size_t>& wanted = m_batches[m_next++];
    if (!m_stream) {
        auto batch = m_values.gather(wanted, m_epoch, stop);
        if (!batch)
            return batch.error();
        return std::optional(std::move(*batch));
    }
    auto images = m_stream->take(wanted, stop);
    if (!images)
        return images.error();
    CutBatch batch{std::move(images->indices), {}};
    if (!batch.indices.empty())
        batch.values = m_values.m_prefix.compute(images->pixels);
    return std::optional(std::move(batch));
}

} // namespace graft::training
