#pragma once

#include "base/Monitor.h"
#include "base/Result.h"
#include "dataset/AugmentOptions.h"
#include "imaging/Image.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace graft::dataset {

/// One image and its class index as a run sees it: a value taken from the project when the run starts.
struct Item {
    std::int64_t id = 0;        ///< the project's ImageId, for reports
    std::filesystem::path path; ///< absolute
    std::string contentHash;
    int target = -1; ///< index into the run's class list; -1 unlabelled
    /// What must not be parted (copies, one patient's images) has the same number; 0: it stands alone.
    std::int64_t unit = 0;
};

/// How pixels become a network's input. A property of the pretrained weights' origin.
struct Preprocessing {
    int size = 224;           ///< side of the square input
    int resize = 256;         ///< shorter side before the centre crop; 0: squash to size × size
    bool bgr = false;         ///< channel order of the input
    double scale = 1.0 / 255; ///< applied first: x * scale
    std::array<float, 3> mean{0.485f, 0.456f, 0.406f}; ///< in the input's channel order, after scaling
    std::array<float, 3> std{0.229f, 0.224f, 0.225f};
    bool grey = false; ///< one channel, the mean of the three after normalising
    int bands = 0;     ///< all channels of images that have so many; 0: their colours

    /// Of the picture that is normalised.
    int pictureChannels() const { return bands > 0 ? bands : 3; }
    /// Of the network's input.
    int channels() const { return grey ? 1 : pictureChannels(); }
    /// Which channel of the picture the input's channel shows: in another order the first three alone.
    int shownBy(int channel) const {
        return bgr && channel < 3 && pictureChannels() >= 3 ? 2 - channel : channel;
    }
    /// As engine::Network adapts the first convolution: the kernels of the three colours by turns, and so
    /// their mean and std.
    float meanOf(int channel) const { return mean[std::size_t(channel) % 3]; }
    float stdOf(int channel) const { return std[std::size_t(channel) % 3]; }
    friend bool operator==(const Preprocessing&, const Preprocessing&) = default;
};

/// The image of a file as the views of a run are made from: a large JPEG comes smaller where its views lose
/// nothing by it. The Error names the file; it may have another number of channels than the network sees.
Result<imaging::Image> readForViews(const std::filesystem::path& path, const Preprocessing& preprocessing,
                                    const AugmentOptions& augment);

/// Nothing to say where the network can see the image; else how many channels it lacks or has too many.
Result<> fitsInput(const imaging::Image& image, const Preprocessing& preprocessing);

/// The augmented picture before normalisation, 8-bit RGB or bands, `size` × `size`: what the preview shows
/// and the trainer sees. Of more than three bands the first three are changed as colours are, all others in
/// what can be said of any band: brightness, contrast, gamma, quality (but JPEG, which knows colours only). A
/// pure function of its arguments, whatever the thread. `view` is the epoch, or the index of a cached view.
imaging::Image augmentedView(const imaging::Image& image, const Preprocessing& preprocessing,
                             const AugmentOptions& augment, std::uint64_t seed, std::uint64_t view,
                             std::int64_t id);
/// The picture for evaluation: resized and centre-cropped, nothing random.
imaging::Image evaluationView(const imaging::Image& image, const Preprocessing& preprocessing);

/// Normalised planes [channels, size, size], float, from a view of size × size.
std::vector<float> normalised(const imaging::Image& view, const Preprocessing& preprocessing);

/// Order of the items in an epoch: a seeded shuffle; with `balanced`, every class is drawn equally often (the
/// epoch keeps its length).
std::vector<std::size_t> epochOrder(const std::vector<Item>& items, std::uint64_t seed, std::uint64_t epoch,
                                    bool shuffle, bool balanced);

/// Decodes and prepares items on `threads` threads, ahead of the consumer by a bounded number of batches.
/// The batches come in order and do not depend on the number of threads.
class Loader {
public:
    struct Options {
        Preprocessing preprocessing;
        AugmentOptions augment; ///< not any(): evaluation views
        std::uint64_t seed = 0;
        std::uint64_t view = 0;
        int batch = 16;
        int threads = 1;
    };
    struct Batch {
        std::vector<std::size_t> indices; ///< into the items given
        std::vector<float> pixels;        ///< [n, channels, size, size]
    };

    /// Starts at once. `order` indexes `items`; both must outlive the loader.
    Loader(const std::vector<Item>& items, std::vector<std::size_t> order, Options options);
    ~Loader();
    Loader(const Loader&) = delete;
    Loader& operator=(const Loader&) = delete;

    /// The next batch, an Error that names the file that cannot be read, or an empty batch at the end. Waits
    /// for the workers; returns an empty batch soon after `stop`.
    Result<Batch> next(std::stop_token stop = {});

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace graft::dataset
