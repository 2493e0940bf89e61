#include "imaging/Image.h"

#include <cassert>

namespace graft::imaging {

std::size_t bytesPerSample(Depth depth) {
    switch (depth) {
    case Depth::U8:
        return 1;
    case Depth::U16:
        return 2;
    case Depth::F32:
        return 4;
    }
    return 1;
}

Image::Image(int width, int height, int channels, Depth depth, std::vector<std::byte> pixels, Content content)
    : m_width(width), m_height(height), m_channels(channels), m_depth(depth), m_content(content),
      m_pixels(std::make_shared<const std::vector<std::byte>>(std::move(pixels))) {
    assert(width > 0 && height > 0);
    assert(content == Content::Bands ? channels >= 1 && channels <= kMostBands
                                     : channels == 1 || channels == 3 || channels == 4);
    assert(m_pixels->size() ==
           std::size_t(width) * std::size_t(height) * std::size_t(channels) * bytesPerSample(depth));
}

} // namespace graft::imaging
