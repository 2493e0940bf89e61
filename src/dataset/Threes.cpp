#include "dataset/Threes.h"

#include "imaging/Transform.h"

#include <algorithm>
#include <cassert>

namespace graft::dataset {

using imaging::Content;
using imaging::Depth;
using imaging::Image;

namespace {

/// 8-bit bands: the first `bands` of them, the last repeated where there are not so many.
Image withBands(const Image& image, int bands) {
    if (image.channels() == bands)
        return image;
    const auto has = std::size_t(image.channels()), wanted = std::size_t(bands);
    const std::size_t count = std::size_t(image.width()) * std::size_t(image.height());
    std::vector<std::byte> pixels(count * wanted);
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t band = 0; band < wanted; ++band)
            pixels[i * wanted + band] = image.data()[i * has + std::min(band, has - 1)];
    return Image(image.width(), image.height(), bands, Depth::U8, std::move(pixels), Content::Bands);
}

/// The three channels from 3 × `three` on into their place.
void put(const Image& rgb, int three, int bands, std::vector<std::byte>& pixels) {
    const std::size_t count = std::size_t(rgb.width()) * std::size_t(rgb.height());
    const auto first = std::size_t(three) * 3, all = std::size_t(bands);
    for (std::size_t band = first; band < std::min(first + 3, all); ++band)
        for (std::size_t i = 0; i < count; ++i)
            pixels[i * all + band] = rgb.data()[i * 3 + band - first];
}

} // namespace

Image pictureOf(const Image& image, const Preprocessing& preprocessing) {
    if (preprocessing.bands == 0)
        return imaging::toRgb8(image);
    return withBands(imaging::toBands8(image.hasAlpha() ? imaging::toRgb8(image) : image),
                     preprocessing.bands);
}

Image inThrees(const Image& picture, const std::function<Image(const Image& rgb, int three)>& change) {
    if (picture.content() == Content::Colours)
        return change(picture, 0);
    const int bands = picture.channels();
    std::vector<std::byte> pixels;
    Image changed;
    for (int three = 0; 3 * three < bands; ++three) {
        const int first = 3 * three; // beyond the last: the last
        changed = change(imaging::selectBands(picture, {first, first + 1, first + 2}), three);
        assert(changed.channels() == 3);
        pixels.resize(changed.bytes() / 3 * std::size_t(bands));
        put(changed, three, bands, pixels);
    }
    return Image(changed.width(), changed.height(), bands, Depth::U8, std::move(pixels), Content::Bands);
}

} // namespace graft::dataset
