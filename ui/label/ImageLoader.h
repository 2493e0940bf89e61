#pragma once

#include "base/Ids.h"
#include "imaging/Transform.h"

#include <QImage>
#include <QObject>
#include <QThreadPool>

#include <array>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace graft::ui {

/// Which of the channels of an image with more than three are shown as red, green and blue.
using ShownBands = std::array<int, 3>;
inline constexpr ShownBands kFirstBands{0, 1, 2};

/// An image ready for the screen, in levels that halve in size, so that every zoom draws fast and without
/// moiré. The first level of a very large image is smaller than the image.
struct LoadedImage {
    std::vector<QImage> levels; ///< empty: it could not be read
    QSize size;                 ///< of the image itself
    QString problem;
    imaging::Image samples; ///< of 16 bits or floats, from which another window is made; else empty
    imaging::Window range;  ///< of its values, as it is shown at first
    /// Where the rest of its pixels can be read in parts, of a very large image; else empty.
    std::filesystem::path file;
    int channels = 0;               ///< of the file, without alpha
    ShownBands bands = kFirstBands; ///< of more than three, those that are shown
    std::size_t bytes() const;
};

/// What of the range of values is shown, from black to white, in fractions of the image's own; and its gamma.
struct Tone {
    double low = 0;
    double high = 1;
    double gamma = 1;
    friend bool operator==(const Tone&, const Tone&) = default;
};

imaging::Window windowOf(const imaging::Window& range, const Tone& tone);
/// For the screen: 8 bits as they are, others through the window.
QImage pictureOf(const imaging::Image& image, const imaging::Window& window);

/// The levels anew, from the samples. Any thread.
LoadedImage toned(const LoadedImage& image, const Tone& tone);

/// What is shown of the pixels of a file: of more than three channels the given ones.
imaging::Image shownOf(const imaging::Image& pixels, const ShownBands& bands);

/// Any thread.
LoadedImage loadImage(const std::filesystem::path& path, const ShownBands& bands = kFirstBands);

/// Decodes the image that is shown, then the ones that are likely next, on own threads. UI thread.
class ImageLoader : public QObject {
    Q_OBJECT
public:
    using Find = std::function<std::optional<std::filesystem::path>(ImageId)>;
    /// Four photographs of 12 megapixels: the one that is shown, its neighbours, and the one after the next.
    static constexpr std::size_t kLimitBytes = 256u << 20;

    explicit ImageLoader(Find find, std::size_t limitBytes = kLimitBytes, QObject* parent = nullptr);
    ~ImageLoader() override;

    /// The first of `ids` is shown and always kept; the rest, those named sooner first, as far as memory
    /// allows. What is not named is let go.
    void want(std::vector<ImageId> ids);
    /// Null: not here yet.
    std::shared_ptr<const LoadedImage> find(ImageId id) const;
    bool has(ImageId id) const { return m_loaded.contains(id); }
    std::size_t bytes() const;
    void clear();
    /// What is wanted is read anew where that shows anything else.
    void setBands(const ShownBands& bands);

Q_SIGNALS:
    void ready(graft::ImageId id);

private:
    void startMore();
    bool makeRoom(std::size_t wanted, std::size_t place);
    void store(ImageId id, std::shared_ptr<const LoadedImage> image);

    Find m_find;
    std::size_t m_limit;
    ShownBands m_bands = kFirstBands;
    std::vector<ImageId> m_wanted;
    std::size_t m_next = 0;
    int m_generation = 0;
    std::unordered_map<ImageId, std::shared_ptr<const LoadedImage>> m_loaded;
    std::unordered_set<ImageId> m_inFlight;
    QThreadPool m_pool;
};

} // namespace graft::ui
