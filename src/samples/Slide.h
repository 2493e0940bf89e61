#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace graft::samples {

/// Optical density per channel (red, green, blue): what light loses, in powers of ten. Densities of layers
/// add.
using Density = std::array<double, 3>;

inline Density operator*(const Density& density, double factor) {
    return {density[0] * factor, density[1] * factor, density[2] * factor};
}
inline Density operator+(const Density& a, const Density& b) {
    return {a[0] + b[0], a[1] + b[1], a[2] + b[2]};
}

/// A place on the slide, in micrometres from the top left corner of the picture.
struct Place {
    double x = 0;
    double y = 0;
};

/// The stained slide before any light goes through it: densities, and which cell each pixel belongs to.
class Slide {
public:
    Slide(int width, int height, double pixelsPerMicrometre);

    int width() const { return m_width; }
    int height() const { return m_height; }
    double pixelsPerMicrometre() const { return m_scale; }

    /// Lays `density` over the pixel where `coverage` (0…1) of it is covered; of what lay there `through`
    /// (0…1) still shows. Where most of the pixel is covered it belongs to `owner` from now on; a negative
    /// owner is nobody.
    void cover(int x, int y, double coverage, const Density& density, double through, int owner);
    void add(int x, int y, const Density& density);

    const std::vector<float>& densities() const { return m_densities; }  ///< [height, width, 3]
    const std::vector<std::int32_t>& owners() const { return m_owners; } ///< [height, width], −1 nobody

    /// Calls `paint(x, y, dx, dy)` for every pixel within `radius` of `centre`; dx, dy: the pixel's middle
    /// from there, in micrometres.
    template <typename Paint>
    void around(Place centre, double radius, Paint paint) const {
        const int left = pixel(centre.x - radius, m_width);
        const int right = pixel(centre.x + radius, m_width - 1);
        const int top = pixel(centre.y - radius, m_height);
        const int bottom = pixel(centre.y + radius, m_height - 1);
        for (int y = top; y <= bottom; ++y)
            for (int x = left; x <= right; ++x)
                paint(x, y, (x + 0.5) / m_scale - centre.x, (y + 0.5) / m_scale - centre.y);
    }

private:
    int pixel(double micrometres, int largest) const;

    int m_width;
    int m_height;
    double m_scale;
    std::vector<float> m_densities;
    std::vector<std::int32_t> m_owners;
};

} // namespace graft::samples
