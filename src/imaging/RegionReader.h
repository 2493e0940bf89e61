#pragma once

#include "imaging/Image.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>

namespace graft::imaging {

/// Pixels of an image.
struct Region {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
};

/// Reads parts of a TIFF file, and all of it at a smaller scale, without ever holding it whole: tile by tile
/// or row by row, from the overview (a smaller copy inside the file) that fits best. Images that stand on
/// their side, signed numbers and other rare kinds are left to decode(). One object belongs to one thread;
/// several may read one file.
class RegionReader {
public:
    /// What it takes beyond the pixels of the answer: one row of blocks of the answer's width, and one block.
    static constexpr std::uint64_t kMostBlockBytes = 128ull << 20;

    /// An Error for every file that decode() must read; the message is for the log.
    static Result<RegionReader> open(const std::filesystem::path& path);
    RegionReader(RegionReader&& other) noexcept;
    RegionReader& operator=(RegionReader&& other) noexcept;
    ~RegionReader();

    int width() const;
    int height() const;
    /// Without alpha; of what read() gives: 1 grey, 3 RGB, others bands.
    int channels() const;
    Depth depth() const;
    /// So many pixels that they should not be read at once.
    bool isLarge() const;

    /// The part of the image inside `region`, which may reach beyond it and is cut to it, `shrink` times
    /// smaller in both directions: ⌈width / shrink⌉ × ⌈height / shrink⌉ pixels, each the mean of those it
    /// covers.
    Result<Image> read(const Region& region, int shrink);
    /// All of it, with the longer side at most `side` pixels; never enlarged.
    Result<Image> readWhole(int side);

private:
    friend std::optional<Result<Image>> readLargeShrunk(const std::filesystem::path&, int);
    struct Impl;
    explicit RegionReader(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// A large file as much smaller as leaves its shorter side at least `side` pixels: the same picture as all of
/// it, to whom resizes it to much less. Nothing where it would not be, or is not needed: decode() reads the
/// file. (Other values than 8 bits are shown by their own extremes, which the means of pixels do not keep;
/// alpha is not read in parts.)
std::optional<Result<Image>> readLargeShrunk(const std::filesystem::path& path, int side);

} // namespace graft::imaging
