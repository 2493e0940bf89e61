#include "training/CacheChoice.h"

#include "dataset/AugmentKinds.h"
#include "training/Memory.h"

#include <algorithm>
#include <limits>

namespace graft::training {

namespace {

constexpr std::uint64_t kLayout = 2;            ///< of what is kept; another number: other files
constexpr std::uint64_t kDiskReserve = 1 << 28; ///< left free for everything else

Checksum& addPreprocessing(Checksum& sum, const dataset::Preprocessing& preprocessing) {
    sum.add(std::uint64_t(preprocessing.size))
        .add(std::uint64_t(preprocessing.resize))
        .add(std::uint64_t(preprocessing.bgr))
        .add(std::uint64_t(preprocessing.grey));
    if (preprocessing.bands > 0)
        sum.add(std::uint64_t(preprocessing.bands));
    sum.add(std::as_bytes(std::span(&preprocessing.scale, 1)));
    return sum.add(std::as_bytes(std::span(preprocessing.mean)))
        .add(std::as_bytes(std::span(preprocessing.std)));
}

/// The basic kinds alone as ever, so that what they filled on disk is found again.
Checksum& addAugment(Checksum& sum, const dataset::AugmentOptions& augment) {
    sum.add(std::uint64_t(augment.horizontalFlip)).add(std::uint64_t(augment.verticalFlip));
    const double amounts[] = {augment.rotationDegrees, augment.minimumScale, augment.brightness,
                              augment.contrast, augment.saturation};
    sum.add(std::as_bytes(std::span(amounts)));
    if (dataset::basicOnly(augment))
        return sum;
    for (const dataset::AugmentKind& kind : dataset::augmentKinds()) {
        const double value = std::visit([&](auto member) { return double(augment.*member); }, kind.member);
        sum.add(std::string_view(kind.name)).add(std::as_bytes(std::span(&value, 1)));
    }
    return sum;
}

ActivationCache::Kind kindOf(const ModelFile& model, const Checksum& prefix, const CutValues& values) {
    Checksum sum = prefix;
    sum.add(kLayout).add(model.architecture).add(std::uint64_t(model.build.strideOnFirstConv));
    sum.add(std::as_bytes(std::span(&model.build.batchNormEps, 1)));
    sum.add(std::uint64_t(model.build.convolutionBias)).add(std::uint64_t(model.build.samePadding));
    sum.add(std::uint64_t(model.build.inputChannels)).add(std::uint64_t(model.build.head.pooling));
    addPreprocessing(sum, values.viewing().preprocessing);
    if (values.viewing().augment.any())
        addAugment(sum, values.viewing().augment).add(values.viewing().seed);
    return {sum.value(), values.valueBytes()};
}

std::uint64_t freeOnDisk(const std::filesystem::path& folder) {
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    const auto space = std::filesystem::space(folder, failure);
    return failure ? 0 : space.available - std::min<std::uint64_t>(space.available, kDiskReserve);
}

/// A file of kept values, and whose they are.
struct Kept {
    ActivationCache::Kind kind;
    std::vector<const CutValues*> sides;
    std::shared_ptr<ActivationCache> cache;

    std::uint64_t missing() const {
        std::uint64_t bytes = 0;
        for (const CutValues* side : sides)
            bytes += side->bytesMissing(*cache);
        return bytes;
    }
};

/// Of those on the disk, or of those in memory.
std::uint64_t missing(const std::vector<Kept>& all, bool onDisk) {
    std::uint64_t bytes = 0;
    for (const Kept& kept : all)
        if (kept.cache->onDisk() == onDisk)
            bytes += kept.missing();
    return bytes;
}

/// False where one cannot be had at all.
bool openAll(std::vector<Kept>& all, const std::filesystem::path& folder) {
    for (Kept& kept : all)
        kept.cache = ActivationCache::open(folder, kept.kind);
    return std::ranges::all_of(all, [](const Kept& kept) { return kept.cache != nullptr; });
}

/// They hold records of images that are no longer there, and leave no room for those that are.
bool outgrown(const std::vector<Kept>& all, std::uint64_t limit) {
    std::uint64_t bytes = missing(all, true);
    for (const Kept& kept : all)
        bytes += kept.cache->onDisk() ? kept.cache->bytes() : 0;
    return bytes > limit;
}

void removeFiles(std::vector<Kept>& all, const std::filesystem::path& folder) {
    for (Kept& kept : all) {
        const bool ours = kept.cache->onDisk();
        kept.cache.reset();
        std::error_code ignored;
        if (ours)
            std::filesystem::remove(cacheFile(folder, kept.kind), ignored);
    }
}

enum class Place { Disk, Memory, Nowhere };

/// Makes room on the disk for all of them together, or moves them into memory.
Place findRoom(std::vector<Kept>& all, const std::filesystem::path& folder, std::uint64_t limit) {
    if (!openAll(all, folder))
        return Place::Nowhere;
    if (outgrown(all, limit)) {
        removeFiles(all, folder);
        if (!openAll(all, folder))
            return Place::Nowhere;
    }
    const std::uint64_t wanted = missing(all, true);
    if (!makeRoom(folder, cacheFile(folder, all.front().kind), wanted, limit) || wanted > freeOnDisk(folder))
        for (Kept& kept : all)
            if (kept.cache && kept.cache->onDisk())
                kept.cache = ActivationCache::inMemory(kept.kind);
    if (std::ranges::any_of(all, [](const Kept& kept) { return !kept.cache; }) ||
        missing(all, false) > availableMemoryBytes() / 2)
        return Place::Nowhere;
    const bool onDisk = std::ranges::all_of(all, [](const Kept& kept) { return kept.cache->onDisk(); });
    return onDisk ? Place::Disk : Place::Memory;
}

std::string megabytes(std::uint64_t bytes) {
    return std::to_string((bytes + 999'999) / 1'000'000);
}

std::string tooLarge(std::uint64_t needed, const TrainingOptions& options) {
    const std::string what = translate(
        "Training",
        "The answers of the frozen part would take %1 MB, more than the %2 MB allowed for them; they are "
        "computed anew in every epoch, which takes longer.",
        {megabytes(needed), megabytes(options.cacheBytes)});
    const std::string remedy =
        options.augment.any() && options.views > 1
            ? translate("Training",
                        "Allow more, keep fewer views of each image, or freeze more blocks, which makes them "
                        "smaller.")
            : translate("Training", "Allow more, or freeze more blocks, which makes them smaller.");
    return what + ' ' + remedy;
}

} // namespace

CacheChoice chooseCache(const std::filesystem::path& folder, const TrainingOptions& options,
                        const ModelFile& model, const FrozenPrefix& prefix, const CutValues& train,
                        const CutValues& validation) {
    const bool endlessViews = train.viewing().augment.any() && train.viewing().views == 0;
    if (!options.cachePrefix || prefix.empty() || endlessViews)
        return {};
    const std::uint64_t needed = train.bytesToKeep() + validation.bytesToKeep();
    if (needed > options.cacheBytes)
        return {.note = tooLarge(needed, options)};
    const Checksum sum = prefix.checksum();
    const ActivationCache::Kind kindOfTrain = kindOf(model, sum, train),
                                kindOfValidation = kindOf(model, sum, validation);
    std::vector<Kept> all{{kindOfTrain, {&train}, nullptr}};
    if (kindOfTrain.key == kindOfValidation.key)
        all.front().sides.push_back(&validation);
    else
        all.push_back({kindOfValidation, {&validation}, nullptr});
    const Place place = findRoom(all, folder, options.cacheBytes);
    if (place == Place::Nowhere)
        return {.note = translate("Training",
                                  "There is no room on the disk or in memory for the answers of the frozen "
                                  "part (%1 MB); they are "
                                  "computed anew in every epoch, which takes longer.",
                                  {megabytes(needed)})};
    CacheChoice choice{.train = all.front().cache, .validation = all.back().cache};
    if (place == Place::Memory)
        choice.note =
            translate("Training",
                      "The answers of the frozen part (%1 MB) are kept in memory for this run alone: "
                      "the disk has no room for them, or another run writes to them. The next run "
                      "computes them again.",
                      {megabytes(needed)});
    return choice;
}

} // namespace graft::training
