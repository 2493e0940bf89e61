#pragma once

#include "base/Result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace graft::imaging {

enum class Depth { U8, U16, F32 };
std::size_t bytesPerSample(Depth depth);

/// What the channels of an image are: 1 grey, 3 RGB, 4 RGBA; or bands, of whatever they measure and none of
/// them alpha.
enum class Content { Colours, Bands };
constexpr int kMostBands = 16;

/// Pixels, row by row without padding, channels interleaved. Copies share the pixels, which are never changed
/// after the Image is made; so an Image may cross threads.
class Image {
public:
    Image() = default;
    /// `pixels` holds width × height × channels samples.
    Image(int width, int height, int channels, Depth depth, std::vector<std::byte> pixels,
          Content content = Content::Colours);

    bool empty() const { return m_width == 0; }
    int width() const { return m_width; }
    int height() const { return m_height; }
    int channels() const { return m_channels; }
    Depth depth() const { return m_depth; }
    Content content() const { return m_content; }
    bool hasAlpha() const { return m_content == Content::Colours && m_channels == 4; }
    /// Channels without alpha.
    int bands() const { return hasAlpha() ? 3 : m_channels; }
    std::size_t bytes() const { return m_pixels ? m_pixels->size() : 0; }
    const std::byte* data() const { return m_pixels ? m_pixels->data() : nullptr; }
    const std::uint8_t* u8() const { return reinterpret_cast<const std::uint8_t*>(data()); }

private:
    int m_width = 0;
    int m_height = 0;
    int m_channels = 0;
    Depth m_depth = Depth::U8;
    Content m_content = Content::Colours;
    std::shared_ptr<const std::vector<std::byte>> m_pixels;
};

} // namespace graft::imaging
