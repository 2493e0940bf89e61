#include "interchange/Masks.h"

#include "base/Files.h"
#include "imaging/Decode.h"
#include "interchange/FolderNames.h"
#include "interchange/MaskNames.h"
#include "interchange/MaskPairs.h"
#include "interchange/MaskRegions.h"
#include "interchange/Problems.h"

#include <algorithm>
#include <cstdio>
#include <set>

namespace graft::interchange {

namespace fs = std::filesystem;

namespace {

/// More values than that are no classes, more than that no things one has counted.
constexpr std::size_t kMostClasses = 255;
constexpr std::size_t kMostThings = 20'000;
constexpr std::uint32_t kVoid = 255; ///< Pascal VOC's and Cityscapes' "not to be judged"
constexpr std::uint32_t kLargestBelowVoid = 64;

/// A mask that could be read, and what its palette was.
struct ReadMask {
    MaskFile file;
    MaskRegions found;
    std::vector<std::uint32_t> palette;
};

std::string sizeText(int width, int height) {
    return std::to_string(width) + " × " + std::to_string(height);
}

Error noMask() {
    return {translate(
        "Interchange",
        "This is no mask: it has too many different values. A mask must be saved without loss (PNG, not "
        "JPEG) and without smooth edges.")};
}

Result<> checkSize(const imaging::Image& mask, const fs::path& image) {
    const auto bytes = readFile(image, imaging::DecodeLimits{}.fileBytes);
    if (!bytes)
        return bytes.error();
    const auto header = imaging::readHeader(*bytes);
    if (!header)
        return {}; // the import says it of the image itself
    if (header->width == mask.width() && header->height == mask.height())
        return {};
    return Error{translate("Interchange", "This mask has %1 pixels, but its image %2 has %3.",
                           {sizeText(mask.width(), mask.height()), image.filename().string(),
                            sizeText(header->width, header->height)})};
}

/// Of a folder per class, and of one mask per thing, everything but the background is one region.
imaging::LabelPixels whole(const imaging::LabelPixels& labels) {
    const imaging::Image& image = labels.pixels;
    const auto channels = std::size_t(image.channels());
    const std::size_t sample = imaging::bytesPerSample(image.depth());
    const std::size_t counted = channels == 4 ? 3 : channels;
    std::vector<std::byte> flat(std::size_t(image.width()) * std::size_t(image.height()));
    for (std::size_t i = 0; i < flat.size(); ++i) {
        const std::byte* pixel = image.data() + i * channels * sample;
        const bool seen = channels < 4 || std::any_of(pixel + 3 * sample, pixel + 4 * sample,
                                                      [](std::byte b) { return b != std::byte(0); });
        const bool set =
            std::any_of(pixel, pixel + counted * sample, [](std::byte b) { return b != std::byte(0); });
        flat[i] = std::byte(seen && set);
    }
    return {imaging::Image(image.width(), image.height(), 1, imaging::Depth::U8, std::move(flat)), {}};
}

/// A picture, smooth edges, or what JPEG makes of a mask: many values in many crumbs.
bool isNoise(const MaskRegions& found) {
    constexpr std::size_t kSuspicious = 24;
    std::size_t pieces = 0;
    for (const MaskRegion& region : found.regions)
        pieces += std::size_t(region.parts);
    return found.regions.size() > kSuspicious && pieces > 3 * found.regions.size();
}

Result<ReadMask> readMask(const MaskFile& file, const fs::path& image) {
    const auto bytes = readFile(file.path, imaging::DecodeLimits{}.fileBytes);
    if (!bytes)
        return bytes.error();
    auto labels = imaging::decodeLabels(*bytes);
    if (!labels)
        return labels.error();
    if (auto fits = checkSize(labels->pixels, image); !fits)
        return fits.error();
    auto regions = regionsOf(*labels, labels->pixels.channels() == 1 ? kMostThings : kMostClasses);
    const bool oneThing = !file.className.empty() || file.instance;
    // Smooth edges of a mask with but one thing do no harm.
    if (oneThing && (!regions || regions->regions.size() > 1))
        regions = regionsOf(whole(*labels), 1);
    if (!regions || isNoise(*regions))
        return noMask();
    return ReadMask{file, std::move(*regions), std::move(labels->palette)};
}

/// Values 1, 2, … of which each is one piece, another number of them on other images: things, not classes.
bool countThings(const std::vector<ReadMask>& masks) {
    std::set<std::size_t> counts;
    std::size_t regions = 0;
    std::size_t pieces = 0;
    for (const ReadMask& mask : masks) {
        const auto& found = mask.found.regions;
        if (mask.found.colours || !mask.palette.empty() || !mask.file.className.empty())
            return false;
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (found[i].value != i + 1)
                return false;
            pieces += found[i].parts == 1;
        }
        regions += found.size();
        if (!found.empty())
            counts.insert(found.size());
    }
    return counts.size() > 1 && double(pieces) >= 0.8 * double(regions);
}

std::string colourName(std::uint32_t colour) {
    char text[8];
    std::snprintf(text, sizeof text, "#%06x", unsigned(colour & 0xFFFFFF));
    return text;
}

/// Gives the regions of all masks their names.
class Namer {
public:
    Namer(const MaskNames& names, const std::vector<ReadMask>& masks, bool things)
        : m_names(names), m_things(things) {
        for (const ReadMask& mask : masks)
            for (const MaskRegion& region : mask.found.regions)
                if (mask.file.className.empty() && !mask.file.instance)
                    m_values.insert(region.value);
        const bool small = std::ranges::all_of(
            m_values, [](std::uint32_t value) { return value == kVoid || value < kLargestBelowVoid; });
        m_voidIsUsed = small && m_values.size() > 1;
    }

    /// Empty: background, or what is not to be judged. Nothing: the file of names does not know it.
    std::optional<std::string> nameOf(const ReadMask& mask, const MaskRegion& region) const {
        if (!mask.file.className.empty())
            return isBackgroundName(mask.file.className) ? std::string() : mask.file.className;
        if (mask.file.instance || m_things)
            return oneClass(translate("Interchange", "object"));
        if (const auto named = fromFile(mask, region))
            return isBackgroundName(*named) ? std::string() : named;
        if (!mask.found.colours && region.value == kVoid && (m_voidIsUsed || m_names.known()))
            return std::string();
        if (m_names.known())
            return std::nullopt;
        if (m_values.size() == 1)
            return translate("Interchange", "foreground");
        return mask.found.colours ? translate("Interchange", "colour %1", {colourName(region.value)})
                                  : translate("Interchange", "value %1", {std::to_string(region.value)});
    }

private:
    std::string oneClass(const std::string& otherwise) const {
        const bool one = m_names.byNumber.size() == 1 && m_names.byColour.empty();
        return one ? m_names.byNumber.begin()->second : otherwise;
    }

    std::optional<std::string> fromFile(const ReadMask& mask, const MaskRegion& region) const {
        const auto find = [](const auto& names, std::uint32_t value) -> std::optional<std::string> {
            const auto found = names.find(value);
            return found != names.end() ? std::optional(found->second) : std::nullopt;
        };
        if (mask.found.colours)
            return find(m_names.byColour, region.value);
        if (const auto named = find(m_names.byNumber, region.value))
            return named;
        if (region.value < mask.palette.size())
            return find(m_names.byColour, mask.palette[region.value]);
        // Of one class alone, a mask of 0 and 255 says the same as one of 0 and 1.
        return m_names.byNumber.size() == 1 && m_values.size() == 1
                   ? std::optional(m_names.byNumber.begin()->second)
                   : std::nullopt;
    }

    const MaskNames& m_names;
    bool m_things;
    std::set<std::uint32_t> m_values;
    bool m_voidIsUsed = false;
};

void takeShapes(const std::vector<ReadMask>& masks, const Namer& namer, std::vector<FoundImage>& images,
                Problems& problems) {
    for (const ReadMask& mask : masks) {
        std::string unknown;
        for (const MaskRegion& region : mask.found.regions) {
            const auto name = namer.nameOf(mask, region);
            if (!name)
                unknown += (unknown.empty() ? "" : ", ") +
                           (mask.found.colours ? colourName(region.value) : std::to_string(region.value));
            else if (!name->empty())
                images[mask.file.image].shapes.emplace_back(*name, region.mask);
        }
        if (!unknown.empty())
            problems.add(
                mask.file.path,
                translate("Interchange", "These values have no name and were passed over: %1.", {unknown}));
    }
}

annotation::Split splitOfPath(const fs::path& relative) {
    for (const fs::path& part : relative.parent_path())
        if (const auto split = splitOfFolder(part.string()))
            return *split;
    return annotation::Split::None;
}

Result<MaskPairs> pairsOf(const Listing& files, const ReadOptions& options, const Monitor& monitor,
                          fs::path& root) {
    root = files.root;
    if (!options.images.empty()) {
        auto images = listFolder(options.images, monitor, Masks::SetAside);
        if (!images)
            return images.error();
        root = images->root;
        return root == files.root ? pairMasks(files) : pairMasks(files, *images);
    }
    MaskPairs pairs = pairMasks(files);
    if (pairs.masks.empty() && !options.known.empty())
        return pairMasks(files, options.known, options.format == "masks");
    return pairs;
}

std::vector<ReadMask> readAll(const MaskPairs& pairs, Problems& problems, const Monitor& monitor) {
    std::vector<ReadMask> masks;
    for (std::int64_t done = 0; const MaskFile& file : pairs.masks) {
        if (monitor.stopRequested())
            break;
        monitor.report(++done, std::int64_t(pairs.masks.size()), translate("Interchange", "Reading masks"));
        auto mask = readMask(file, pairs.images[file.image]);
        if (mask)
            masks.push_back(std::move(*mask));
        else
            problems.add(file.path, mask.error().message);
    }
    return masks;
}

} // namespace

Result<Found> readMasks(const fs::path& source, const ReadOptions& options, const Monitor& monitor) {
    std::error_code failure;
    if (!fs::is_directory(source, failure))
        return Error{translate("Interchange", "Masks come in a folder; %1 is none.", {source.string()})};
    auto files = listFolder(source, monitor, Masks::Keep);
    if (!files)
        return files.error();
    fs::path root;
    const auto pairs = pairsOf(*files, options, monitor, root);
    if (!pairs)
        return pairs.error();
    const auto names = readMaskNames(*files);
    if (!names)
        return names.error();
    if (pairs->masks.empty())
        return Error{translate(
            "Interchange",
            "There are no masks in %1 that belong to an image. A mask has the name of its image, in a "
            "folder named “masks” or with the ending “_mask”; where the images lie elsewhere, give "
            "their folder, too.",
            {source.string()})};
    Problems problems(source);
    for (const fs::path& lonely : pairs->lonely)
        problems.add(lonely, translate("Interchange", "There is no image that this mask belongs to."));
    const std::vector<ReadMask> masks = readAll(*pairs, problems, monitor);
    const bool things = options.maskValues == MaskValues::Things ||
                        (options.maskValues == MaskValues::Auto && !names->known() && countThings(masks));
    Found found{.format = "masks", .problems = std::move(files->problems)};
    for (const fs::path& image : pairs->images)
        found.images.push_back({.path = image, .split = splitOfPath(image.lexically_relative(root))});
    takeShapes(masks, Namer(*names, masks, things), found.images, problems);
    std::ranges::move(problems.take(), std::back_inserter(found.problems));
    return found;
}

bool looksLikeMasks(const fs::path& folder, const ReadOptions& options, const Monitor& monitor) {
    const auto listing = listFolder(folder, monitor, Masks::Keep);
    if (!listing)
        return false;
    fs::path root;
    const auto pairs = pairsOf(*listing, options, monitor, root);
    return pairs && !pairs->masks.empty() && pairs->masks.size() >= pairs->lonely.size();
}

} // namespace graft::interchange
