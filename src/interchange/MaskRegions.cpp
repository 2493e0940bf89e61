#include "interchange/MaskRegions.h"

#include <algorithm>
#include <cstring>
#include <functional>
#include <map>
#include <numeric>

namespace graft::interchange {

using annotation::Mask;

namespace {

/// Pixels [begin, end) of row y.
struct Segment {
    int y;
    int begin;
    int end;
};
using Segments = std::vector<Segment>;

/// One row of the image as values.
class Values {
public:
    explicit Values(const imaging::Image& image)
        : m_image(image), m_colours(image.channels() >= 3 && !isGrey()), m_row(std::size_t(image.width())) {}

    bool colours() const { return m_colours; }

    const std::vector<std::uint32_t>& row(int y) {
        for (std::size_t x = 0; x < m_row.size(); ++x)
            m_row[x] = at(std::size_t(y) * m_row.size() + x);
        return m_row;
    }

private:
    /// Of 16 bits a colour keeps the upper eight, a number all.
    std::uint32_t sample(std::size_t i) const {
        if (m_image.depth() == imaging::Depth::U8)
            return m_image.u8()[i];
        std::uint16_t value = 0;
        std::memcpy(&value, m_image.data() + 2 * i, sizeof value);
        return m_image.channels() == 1 ? value : value >> 8;
    }
    std::uint32_t at(std::size_t pixel) const {
        const auto channels = std::size_t(m_image.channels());
        const std::size_t i = pixel * channels;
        if (channels == 4 && sample(i + 3) == 0)
            return 0;
        return m_colours ? sample(i) << 16 | sample(i + 1) << 8 | sample(i + 2) : sample(i);
    }
    bool isGrey() const {
        const auto channels = std::size_t(m_image.channels());
        const std::size_t samples = std::size_t(m_image.width()) * std::size_t(m_image.height()) * channels;
        for (std::size_t i = 0; i < samples; i += channels)
            if (sample(i) != sample(i + 1) || sample(i) != sample(i + 2))
                return false;
        return true;
    }

    const imaging::Image& m_image;
    bool m_colours;
    std::vector<std::uint32_t> m_row;
};

Mask maskOf(const Segments& segments) {
    int left = segments.front().begin;
    int right = segments.front().end;
    for (const Segment& segment : segments) {
        left = std::min(left, segment.begin);
        right = std::max(right, segment.end);
    }
    Mask mask{left, segments.front().y, right - left, segments.back().y - segments.front().y + 1, {}};
    const auto width = std::uint64_t(mask.width);
    std::uint64_t done = 0;
    for (const Segment& segment : segments) {
        const std::uint64_t begin =
            std::uint64_t(segment.y - mask.y) * width + std::uint64_t(segment.begin - left);
        const auto length = std::uint32_t(segment.end - segment.begin);
        if (begin == done && !mask.runs.empty()) {
            mask.runs.back() += length; // goes on at the left end of the next row
        } else {
            mask.runs.push_back(std::uint32_t(begin - done));
            mask.runs.push_back(length);
        }
        done = begin + length;
    }
    if (const std::uint64_t all = width * std::uint64_t(mask.height); done < all)
        mask.runs.push_back(std::uint32_t(all - done));
    return mask;
}

/// Pieces of segments in order of row and column; they touch where rows are neighbours and columns too.
int partsOf(const Segments& segments) {
    std::vector<std::size_t> parent(segments.size());
    std::iota(parent.begin(), parent.end(), std::size_t(0));
    const std::function<std::size_t(std::size_t)> root = [&](std::size_t i) {
        while (parent[i] != i)
            i = parent[i] = parent[parent[i]];
        return i;
    };
    auto parts = int(segments.size());
    std::size_t above = 0;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const Segment& here = segments[i];
        while (segments[above].y < here.y - 1 ||
               (segments[above].y == here.y - 1 && segments[above].end < here.begin))
            ++above;
        for (std::size_t j = above; j < i && segments[j].y == here.y - 1 && segments[j].begin <= here.end;
             ++j)
            if (const std::size_t a = root(i), b = root(j); a != b) {
                parent[a] = b;
                --parts;
            }
    }
    return parts;
}

} // namespace

std::optional<MaskRegions> regionsOf(const imaging::LabelPixels& labels, std::size_t most) {
    const imaging::Image& image = labels.pixels;
    if (image.empty() || image.depth() == imaging::Depth::F32)
        return std::nullopt;
    Values values(image);
    std::map<std::uint32_t, Segments> byValue;
    for (int y = 0; y < image.height(); ++y) {
        const auto& row = values.row(y);
        for (int x = 0; x < image.width();) {
            const int begin = x;
            const std::uint32_t value = row[std::size_t(x)];
            while (x < image.width() && row[std::size_t(x)] == value)
                ++x;
            if (value != 0)
                byValue[value].push_back({y, begin, x});
        }
        if (byValue.size() > most)
            return std::nullopt;
    }
    MaskRegions found{.colours = values.colours()};
    for (const auto& [value, segments] : byValue)
        found.regions.push_back({value, maskOf(segments), partsOf(segments)});
    return found;
}

} // namespace graft::interchange
