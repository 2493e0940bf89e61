#include "ui/label/ImageLoader.h"

#include "imaging/Decode.h"
#include "imaging/RegionReader.h"

#include <algorithm>

namespace graft::ui {
namespace {

constexpr int kSmallestLevel = 512;
constexpr qint64 kLargestLevelPixels = 64'000'000;

void addLevels(LoadedImage& loaded, QImage full) {
    const bool huge = qint64(full.width()) * full.height() > kLargestLevelPixels;
    loaded.levels.push_back(std::move(full));
    while (std::max(loaded.levels.back().width(), loaded.levels.back().height()) > kSmallestLevel) {
        const QSize half = (loaded.levels.back().size() / 2).expandedTo({1, 1});
        loaded.levels.push_back(
            loaded.levels.back().scaled(half, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    }
    while (huge &&
           qint64(loaded.levels.front().width()) * loaded.levels.front().height() > kLargestLevelPixels)
        loaded.levels.erase(loaded.levels.begin());
}

/// Of an image that is not read whole: the first level that is shown, read from the file at its scale.
Result<imaging::Image> readFirstLevel(imaging::RegionReader& reader) {
    const qint64 pixels = qint64(reader.width()) * reader.height();
    int shrink = 1;
    while (pixels / shrink / shrink > kLargestLevelPixels)
        shrink *= 2;
    return reader.read({0, 0, reader.width(), reader.height()}, shrink);
}

/// The pixels; in `loaded` the size of the image itself, and the file where it was read smaller.
Result<imaging::Image> readPixels(const std::filesystem::path& path, LoadedImage& loaded) {
    auto reader = imaging::RegionReader::open(path);
    const bool huge = reader && qint64(reader->width()) * reader->height() > kLargestLevelPixels;
    auto pixels = huge ? readFirstLevel(*reader) : imaging::decodeFile(path);
    if (pixels)
        loaded.size =
            huge ? QSize(reader->width(), reader->height()) : QSize(pixels->width(), pixels->height());
    if (huge)
        loaded.file = path;
    return pixels;
}

} // namespace

QImage pictureOf(const imaging::Image& image, const imaging::Window& window) {
    const imaging::Image rgb =
        image.depth() == imaging::Depth::U8 ? imaging::toRgb8(image) : imaging::toRgb8(image, window);
    return QImage(rgb.u8(), rgb.width(), rgb.height(), qsizetype(rgb.width()) * 3, QImage::Format_RGB888)
        .convertToFormat(QImage::Format_RGB32);
}

imaging::Window windowOf(const imaging::Window& range, const Tone& tone) {
    const double width = range.high - range.low;
    return {range.low + tone.low * width, range.low + tone.high * width, tone.gamma};
}

std::size_t LoadedImage::bytes() const {
    std::size_t sum = 0;
    for (const QImage& level : levels)
        sum += std::size_t(level.sizeInBytes());
    return sum + samples.bytes();
}

LoadedImage toned(const LoadedImage& image, const Tone& tone) {
    LoadedImage result;
    result.size = image.size;
    if (image.samples.empty())
        return result;
    addLevels(result, pictureOf(image.samples, windowOf(image.range, tone)));
    return result;
}

imaging::Image shownOf(const imaging::Image& pixels, const ShownBands& bands) {
    if (pixels.content() == imaging::Content::Colours)
        return pixels;
    return imaging::selectBands(pixels,
                                pixels.channels() > 3 ? bands : imaging::shownBands(pixels.channels()));
}

LoadedImage loadImage(const std::filesystem::path& path, const ShownBands& bands) {
    LoadedImage loaded;
    const auto decoded = readPixels(path, loaded);
    if (!decoded) {
        loaded.problem = QString::fromStdString(decoded.error().message);
        return loaded;
    }
    loaded.channels = decoded->bands();
    loaded.bands = bands;
    const imaging::Image shown = shownOf(*decoded, bands);
    loaded.range = imaging::fullWindow(shown);
    addLevels(loaded, pictureOf(shown, loaded.range));
    if (shown.depth() != imaging::Depth::U8)
        loaded.samples = shown;
    return loaded;
}

ImageLoader::ImageLoader(Find find, std::size_t limitBytes, QObject* parent)
    : QObject(parent), m_find(std::move(find)), m_limit(limitBytes) {
    m_pool.setMaxThreadCount(2);
}

ImageLoader::~ImageLoader() {
    m_pool.clear();
    m_pool.waitForDone();
}

void ImageLoader::want(std::vector<ImageId> ids) {
    m_wanted = std::move(ids);
    m_next = 0;
    std::erase_if(m_loaded, [this](const auto& entry) {
        return std::find(m_wanted.begin(), m_wanted.end(), entry.first) == m_wanted.end();
    });
    startMore();
}

std::shared_ptr<const LoadedImage> ImageLoader::find(ImageId id) const {
    const auto found = m_loaded.find(id);
    return found == m_loaded.end() ? nullptr : found->second;
}

std::size_t ImageLoader::bytes() const {
    std::size_t sum = 0;
    for (const auto& [id, image] : m_loaded)
        sum += image->bytes();
    return sum;
}

void ImageLoader::clear() {
    ++m_generation;
    m_pool.clear();
    m_wanted.clear();
    m_loaded.clear();
    m_inFlight.clear();
    m_next = 0;
}

void ImageLoader::setBands(const ShownBands& bands) {
    if (bands == m_bands)
        return;
    m_bands = bands;
    std::vector<ImageId> wanted = m_wanted;
    clear();
    want(std::move(wanted));
}

// What is shown starts at once; prefetching waits until it is there.
void ImageLoader::startMore() {
    for (; m_next < m_wanted.size() && int(m_inFlight.size()) < m_pool.maxThreadCount(); ++m_next) {
        const ImageId id = m_wanted[m_next];
        if (m_next > 0 && !has(m_wanted.front()))
            return;
        if (has(id) || m_inFlight.contains(id))
            continue;
        const auto path = m_find(id);
        if (!path)
            continue;
        m_inFlight.insert(id);
        m_pool.start([this, id, path = *path, bands = m_bands, generation = m_generation] {
            auto image = std::make_shared<const LoadedImage>(loadImage(path, bands));
            QMetaObject::invokeMethod(
                this,
                [this, id, image = std::move(image), generation] {
                    if (generation == m_generation)
                        store(id, image);
                },
                Qt::QueuedConnection);
        });
    }
}

// What is wanted sooner takes the room of what is wanted later.
bool ImageLoader::makeRoom(std::size_t wanted, std::size_t place) {
    std::size_t used = bytes();
    std::size_t last = m_wanted.size();
    while (used + wanted > m_limit && last > place + 1)
        if (const auto loaded = m_loaded.find(m_wanted[--last]); loaded != m_loaded.end())
            used -= loaded->second->bytes();
    if (used + wanted > m_limit && place > 0)
        return false;
    for (; last < m_wanted.size(); ++last)
        m_loaded.erase(m_wanted[last]);
    return true;
}

void ImageLoader::store(ImageId id, std::shared_ptr<const LoadedImage> image) {
    m_inFlight.erase(id);
    const auto place = std::find(m_wanted.begin(), m_wanted.end(), id);
    if (place != m_wanted.end()) {
        if (makeRoom(image->bytes(), std::size_t(place - m_wanted.begin()))) {
            m_loaded[id] = std::move(image);
            Q_EMIT ready(id);
        } else {
            m_next = m_wanted.size(); // what comes later would find no room either
        }
    }
    startMore();
}

} // namespace graft::ui
