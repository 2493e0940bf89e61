#include "base/Files.h"
#include "dataset/Dataset.h"
#include "dataset/Geometry.h"
#include "dataset/Normalise.h"
#include "imaging/Decode.h"
#include "imaging/RegionReader.h"

#include <algorithm>
#include <cassert>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

namespace graft::dataset {
namespace {

/// A JPEG is decoded smaller only while it keeps this many times the pixels a view needs, so that what the
/// decoder's coarser filter does stays out of the picture.
constexpr int kDecodeMargin = 2;
/// The same of a TIFF that is too large to be held whole, so that a view differs by rounding only.
constexpr int kShrunkMargin = 8;

Error unreadable(const std::filesystem::path& path, const Error& why) {
    return {translate("Dataset", "%1 cannot be read. %2", {path.string(), why.message}), why.detail};
}

Result<> prepareItem(const Item& item, const Loader::Options& options, std::span<float> planes) {
    try {
        const auto image = readForViews(item.path, options.preprocessing, options.augment);
        if (!image)
            return image.error();
        if (auto fits = fitsInput(*image, options.preprocessing); !fits)
            return unreadable(item.path, fits.error());
        const imaging::Image view = options.augment.any()
                                        ? augmentedView(*image, options.preprocessing, options.augment,
                                                        options.seed, options.view, item.id)
                                        : evaluationView(*image, options.preprocessing);
        normaliseInto(view, options.preprocessing, planes);
        return {};
    } catch (const std::exception& exception) {
        return unreadable(item.path, {translate("Dataset", "There is not enough memory."), exception.what()});
    }
}

/// A batch that is being filled.
struct Slot {
    Loader::Batch batch;
    std::size_t left = 0; ///< items not finished
    std::size_t failedAt = 0;
    std::optional<Error> error; ///< of the first item, in the batch's order, that failed
};

} // namespace

Result<imaging::Image> readForViews(const std::filesystem::path& path, const Preprocessing& preprocessing,
                                    const AugmentOptions& augment) {
    const int side = sideNeeded(preprocessing, augment);
    if (auto shrunk = imaging::readLargeShrunk(path, kShrunkMargin * side)) {
        if (!*shrunk)
            return unreadable(path, shrunk->error());
        return std::move(*shrunk);
    }
    const imaging::DecodeLimits limits;
    const auto file = readFile(path, limits.fileBytes); // its Error names the path itself
    if (!file)
        return file.error();
    auto image = imaging::decode(*file, limits, kDecodeMargin * side);
    if (!image)
        return unreadable(path, image.error());
    return image;
}

struct Loader::Impl {
    const std::vector<Item>& items;
    const std::vector<std::size_t> order;
    const Options options;
    const std::size_t batchSize = std::size_t(options.batch);
    const std::size_t batches = (order.size() + batchSize - 1) / batchSize;
    /// Batches begun and not yet taken; two items for every thread, so that none waits for another.
    const std::size_t ahead =
        std::max<std::size_t>(2, 1 + (2 * std::size_t(options.threads) + batchSize - 1) / batchSize);

    std::mutex mutex;
    std::condition_variable_any room; ///< a worker may begin another item
    std::condition_variable_any done; ///< a batch is full
    std::map<std::size_t, Slot> slots;
    std::size_t nextPosition = 0; ///< in the order, of the item to begin next
    std::size_t taken = 0;        ///< batches
    std::optional<Error> failure;
    std::vector<std::jthread> workers; // last: they use everything above

    Impl(const std::vector<Item>& given, std::vector<std::size_t> givenOrder, const Options& givenOptions)
        : items(given), order(std::move(givenOrder)), options(givenOptions) {
        assert(options.batch > 0 && options.threads > 0 && options.preprocessing.size > 0);
    }

    std::size_t planesOf() const {
        return std::size_t(options.preprocessing.channels()) * std::size_t(options.preprocessing.size) *
               std::size_t(options.preprocessing.size);
    }

    void start() {
        try {
            for (int i = 0; i < options.threads; ++i)
                workers.emplace_back([this](const std::stop_token& stop) { work(stop); });
        } catch (const std::system_error& error) {
            if (workers.empty())
                failure = Error{translate("Dataset", "The system gives the program no more threads."),
                                error.what()};
        }
    }

    void work(const std::stop_token& stop) {
        while (const std::optional<std::size_t> position = claim(stop)) {
            const Result<> result = prepareItem(items[order[*position]], options, planesAt(*position));
            finish(*position, result);
        }
    }

    std::optional<std::size_t> claim(const std::stop_token& stop) {
        std::unique_lock lock(mutex);
        const bool mayBegin = room.wait(lock, stop, [&] {
            return nextPosition >= order.size() || failure || nextPosition / batchSize < taken + ahead;
        });
        if (!mayBegin || stop.stop_requested() || nextPosition >= order.size() || failure)
            return std::nullopt;
        const std::size_t position = nextPosition++;
        if (position % batchSize == 0)
            open(position);
        return position;
    }

    void open(std::size_t first) {
        const std::size_t count = std::min(batchSize, order.size() - first);
        Slot& slot = slots[first / batchSize];
        slot.left = count;
        slot.batch.indices.assign(order.begin() + std::ptrdiff_t(first),
                                  order.begin() + std::ptrdiff_t(first + count));
        slot.batch.pixels.resize(count * planesOf());
    }

    std::span<float> planesAt(std::size_t position) {
        const std::lock_guard lock(mutex);
        Slot& slot = slots.at(position / batchSize);
        return std::span(slot.batch.pixels).subspan(position % batchSize * planesOf(), planesOf());
    }

    void finish(std::size_t position, const Result<>& result) {
        const std::lock_guard lock(mutex);
        Slot& slot = slots.at(position / batchSize);
        if (!result && (!slot.error || position < slot.failedAt)) {
            slot.error = result.error();
            slot.failedAt = position;
        }
        if (--slot.left == 0)
            done.notify_all();
    }

    Result<Batch> next(const std::stop_token& stop) {
        std::unique_lock lock(mutex);
        if (failure)
            return *failure;
        if (taken == batches)
            return Batch{};
        const auto full = [&] {
            const auto slot = slots.find(taken);
            return slot != slots.end() && slot->second.left == 0;
        };
        if (!done.wait(lock, stop, full) || stop.stop_requested())
            return Batch{};
        Slot slot = std::move(slots.extract(taken).mapped());
        ++taken;
        failure = slot.error;
        room.notify_all();
        if (failure)
            return *failure;
        return std::move(slot.batch);
    }
};

Loader::Loader(const std::vector<Item>& items, std::vector<std::size_t> order, Options options)
    : m_impl(std::make_unique<Impl>(items, std::move(order), options)) {
    m_impl->start();
}

Loader::~Loader() {
    for (std::jthread& worker : m_impl->workers)
        worker.request_stop();
}

Result<Loader::Batch> Loader::next(std::stop_token stop) {
    return m_impl->next(stop);
}

} // namespace graft::dataset
