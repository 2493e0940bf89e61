#include "imaging/RegionReader.h"

#include "imaging/ShrinkingSum.h"
#include "imaging/TiffBlocks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdarg>
#include <cstdio>
#include <fcntl.h>
#include <string_view>
#include <unistd.h>
#include <vector>

namespace graft::imaging {

namespace {

constexpr std::int64_t kLargePixels = 32'000'000;
constexpr std::int64_t kMostPixels = 1ll << 36;
constexpr int kMostDirectories = 32;
constexpr std::uint64_t kMostAnswerBytes = 2ull << 30;

Error notForUs(const char* why) {
    return {std::string("not read by regions: ") + why};
}

bool isTiff(const std::filesystem::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    std::array<char, 4> start{};
    const bool read = ::pread(file, start.data(), start.size(), 0) == ssize_t(start.size());
    ::close(file);
    const std::string_view magic(start.data(), start.size());
    return read && (magic.starts_with(std::string_view("II*\0", 4)) ||
                    magic.starts_with(std::string_view("II+\0", 4)) ||
                    magic.starts_with(std::string_view("MM\0*", 4)) ||
                    magic.starts_with(std::string_view("MM\0+", 4)));
}

/// The image itself, or a smaller copy of it in the same file.
struct Level {
    toff_t directory = 0;
    TiffLayout layout;
    double factor = 1; ///< how much smaller than the image
};

std::int64_t pixelsOf(const TiffLayout& layout) {
    return std::int64_t(layout.width) * layout.height;
}

} // namespace

std::vector<int> shrinkingEdges(int begin, int length, int count, double scale, int limit) {
    std::vector<int> edges;
    for (int i = 0; i <= count; ++i)
        edges.push_back(std::clamp(begin + int(std::lround(std::min(i * scale, double(length)))), 0, limit));
    for (std::size_t i = 1; i < edges.size(); ++i) // where there is hardly more than a pixel for each
        edges[i] = std::max(edges[i], std::min(edges[i - 1] + 1, limit));
    return edges;
}

struct RegionReader::Impl {
    std::filesystem::path path;
    struct Close {
        void operator()(TIFF* tiff) const { TIFFClose(tiff); }
    };
    std::unique_ptr<TIFF, Close> tiff;
    std::string problem;
    std::vector<Level> levels; ///< the image first, then ever smaller
    TiffBlocks::Kind kind = TiffBlocks::Kind::U8;
    int channels = 1;

    static int onError(TIFF*, void* self, const char* module, const char* format, va_list arguments);
    bool openFile();
    Result<> readLevels();
    void takeLevel();
    const Level& levelFor(int shrink) const;
    template <typename Sample>
    Result<Image> read(const Region& region, int shrink, Depth depth);
};

int RegionReader::Impl::onError(TIFF*, void* self, const char* module, const char* format,
                                va_list arguments) {
    char text[256];
    std::vsnprintf(text, sizeof text, format, arguments);
    static_cast<Impl*>(self)->problem = std::string(module ? module : "") + ": " + text;
    return 1;
}

bool RegionReader::Impl::openFile() {
    const auto free = [](TIFFOpenOptions* options) { TIFFOpenOptionsFree(options); };
    const std::unique_ptr<TIFFOpenOptions, decltype(free)> options(TIFFOpenOptionsAlloc(), free);
    if (!options)
        return false;
    TIFFOpenOptionsSetErrorHandlerExtR(options.get(), onError, this);
    TIFFOpenOptionsSetWarningHandlerExtR(
        options.get(), [](TIFF*, void*, const char*, const char*, va_list) { return 1; }, nullptr);
    TIFFOpenOptionsSetMaxSingleMemAlloc(options.get(), tmsize_t(2 * kMostBlockBytes));
    tiff.reset(TIFFOpenExt(path.c_str(), "rm", options.get())); // m: not mapped into memory
    return tiff != nullptr;
}

/// The first directory is the image; of the others those that are the same picture, smaller, and stored
/// alike.
Result<> RegionReader::Impl::readLevels() {
    std::uint16_t orientation = 1;
    TIFFGetFieldDefaulted(tiff.get(), TIFFTAG_ORIENTATION, &orientation);
    if (orientation != ORIENTATION_TOPLEFT)
        return notForUs("it does not stand upright");
    const TiffLayout full = layoutOf(tiff.get());
    const auto blocks = TiffBlocks::of(tiff.get(), full, kMostBlockBytes);
    if (!blocks || pixelsOf(full) <= 0 || pixelsOf(full) > kMostPixels)
        return notForUs("its kind of pixels or blocks");
    kind = blocks->kind();
    channels = blocks->channels();
    levels.push_back({TIFFCurrentDirOffset(tiff.get()), full});
    std::uint16_t count = 0;
    toff_t* offsets = nullptr;
    std::vector<toff_t> below;
    if (TIFFGetField(tiff.get(), TIFFTAG_SUBIFD, &count, &offsets))
        below.assign(offsets, offsets + std::min<int>(count, kMostDirectories));
    for (int i = 1; i < kMostDirectories && TIFFReadDirectory(tiff.get()); ++i) {
        std::uint32_t type = 0;
        TIFFGetFieldDefaulted(tiff.get(), TIFFTAG_SUBFILETYPE, &type);
        if ((type & FILETYPE_REDUCEDIMAGE) != 0)
            takeLevel();
    }
    for (const toff_t offset : below)
        if (TIFFSetSubDirectory(tiff.get(), offset))
            takeLevel();
    std::ranges::sort(levels, {}, &Level::factor);
    return {};
}

void RegionReader::Impl::takeLevel() {
    const TiffLayout small = layoutOf(tiff.get());
    const TiffLayout& full = levels.front().layout;
    if (small.width < 1 || small.height < 1 || small.width >= full.width || small.height > full.height)
        return;
    const auto blocks = TiffBlocks::of(tiff.get(), small, kMostBlockBytes);
    if (!blocks || blocks->kind() != kind || blocks->channels() != channels)
        return;
    // The same picture: by this factor its height differs by less than a pixel of the small one and a half.
    const double factor = double(full.width) / small.width;
    if (std::abs(full.height / factor - small.height) < 1.5)
        levels.push_back({TIFFCurrentDirOffset(tiff.get()), small, factor});
}

/// The smallest that is not smaller than what is asked for, but for the pixel that halving an odd number
/// leaves out.
const Level& RegionReader::Impl::levelFor(int shrink) const {
    const Level* best = &levels.front();
    for (const Level& level : levels)
        if (std::int64_t(level.layout.width) * shrink + shrink > levels.front().layout.width &&
            std::int64_t(level.layout.height) * shrink + shrink > levels.front().layout.height)
            best = &level;
    return *best;
}

template <typename Sample>
Result<Image> RegionReader::Impl::read(const Region& region, int shrink, Depth depth) {
    const Level& level = levelFor(shrink);
    // Also where it is the current one: strips are read from the top again.
    if (!TIFFSetSubDirectory(tiff.get(), level.directory))
        return damaged("TIFF", problem);
    auto blocks = TiffBlocks::of(tiff.get(), level.layout, kMostBlockBytes);
    if (!blocks)
        return damaged("TIFF", problem);
    const int width = (region.width + shrink - 1) / shrink;
    const int height = (region.height + shrink - 1) / shrink;
    if (std::uint64_t(width) * std::uint64_t(height) >
        kMostAnswerBytes / (std::uint64_t(channels) * sizeof(Sample)))
        return outOfMemory("a region of more than 2 GB");
    const auto inLevel = [&](int length) { return int(std::lround(length / level.factor)); };
    const double scale = shrink / level.factor;
    const auto columns =
        shrinkingEdges(inLevel(region.x), inLevel(region.width), width, scale, level.layout.width);
    const auto rows =
        shrinkingEdges(inLevel(region.y), inLevel(region.height), height, scale, level.layout.height);
    ShrinkingSum<Sample> sum(columns, rows, channels);
    const auto add = [&sum](const TiffBlocks::Piece& piece) { sum.add(piece); };
    const int step = blocks->rows();
    for (int y = rows.front() / step * step; y < rows.back(); y += step) {
        sum.expect(y + step);
        if (!blocks->readRows(y, columns.front(), columns.back(), add))
            return damaged("TIFF", problem);
        sum.finish(y + step);
    }
    return sum.image(depth);
}

Result<RegionReader> RegionReader::open(const std::filesystem::path& path) {
    if (!isTiff(path))
        return notForUs("no TIFF file");
    auto impl = std::make_unique<Impl>();
    impl->path = path;
    if (!impl->openFile())
        return damaged("TIFF", impl->problem);
    if (auto read = impl->readLevels(); !read)
        return read.error();
    return RegionReader(std::move(impl));
}

RegionReader::RegionReader(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
RegionReader::RegionReader(RegionReader&& other) noexcept = default;
RegionReader& RegionReader::operator=(RegionReader&& other) noexcept = default;
RegionReader::~RegionReader() = default;

int RegionReader::width() const {
    return m_impl->levels.front().layout.width;
}
int RegionReader::height() const {
    return m_impl->levels.front().layout.height;
}
int RegionReader::channels() const {
    return m_impl->channels;
}
bool RegionReader::isLarge() const {
    return pixelsOf(m_impl->levels.front().layout) > kLargePixels;
}

Depth RegionReader::depth() const {
    switch (m_impl->kind) {
    case TiffBlocks::Kind::U16:
        return Depth::U16;
    case TiffBlocks::Kind::F32:
        return Depth::F32;
    case TiffBlocks::Kind::U8:
        break;
    }
    return Depth::U8;
}

Result<Image> RegionReader::read(const Region& wanted, int shrink) {
    const std::int64_t left = std::max(wanted.x, 0);
    const std::int64_t top = std::max(wanted.y, 0);
    const std::int64_t right = std::min<std::int64_t>(std::int64_t(wanted.x) + wanted.width, width());
    const std::int64_t bottom = std::min<std::int64_t>(std::int64_t(wanted.y) + wanted.height, height());
    if (right <= left || bottom <= top || shrink < 1)
        return notForUs("an empty region");
    const Region region{int(left), int(top), int(right - left), int(bottom - top)};
    try {
        switch (m_impl->kind) {
        case TiffBlocks::Kind::U16:
            return m_impl->read<std::uint16_t>(region, shrink, Depth::U16);
        case TiffBlocks::Kind::F32:
            return m_impl->read<float>(region, shrink, Depth::F32);
        case TiffBlocks::Kind::U8:
            break;
        }
        return m_impl->read<std::uint8_t>(region, shrink, Depth::U8);
    } catch (const std::exception& exception) { // std::bad_alloc
        return outOfMemory(exception.what());
    }
}

std::optional<Result<Image>> readLargeShrunk(const std::filesystem::path& path, int side) {
    auto reader = RegionReader::open(path);
    if (!reader || !reader->isLarge() || reader->depth() != Depth::U8 ||
        reader->m_impl->levels.front().layout.alphaSample >= 0)
        return std::nullopt;
    const int shrink = std::min(reader->width(), reader->height()) / std::max(side, 1);
    if (shrink < 2)
        return std::nullopt;
    return reader->read({0, 0, reader->width(), reader->height()}, shrink);
}

Result<Image> RegionReader::readWhole(int side) {
    const int longer = std::max(width(), height());
    return read({0, 0, width(), height()}, std::max(1, (longer + side - 1) / std::max(side, 1)));
}

} // namespace graft::imaging
