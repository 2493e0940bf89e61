#include "samples/Optics.h"

#include "samples/Noise.h"
#include "samples/Planes.h"
#include "samples/PortableMath.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace graft::samples {

namespace {

using Picture = std::array<Plane, 3>; ///< red, green, blue, 0…255

/// The microscope and the camera on this day.
struct Setup {
    std::array<double, 3> light; ///< the empty field, 0…255
    double vignette;
    Place brightest; ///< −1…1 from the middle
    double focus;    ///< blur in the middle, pixels
    double corners;  ///< more of it in the corners
    double fringe;   ///< difference in magnification between red and blue
    double sharpening;
    double noise;
    double chroma;
};

Setup drawSetup(double pixelsPerMicrometre, Random& random) {
    Setup setup{};
    const double brightness = random.uniform(214, 240);
    const double warmth = random.uniform(-0.035, 0.035);
    const double tint = random.uniform(-0.015, 0.020);
    setup.light = {brightness * (1 + warmth), brightness * (1 + tint), brightness * (1 - warmth) * 0.99};
    setup.vignette = random.uniform(0.03, 0.13);
    setup.brightest = {random.uniform(-0.4, 0.4), random.uniform(-0.4, 0.4)};
    // A 100× objective of aperture 1.25 blurs by about 0.09 µm; the rest is focus.
    setup.focus = pixelsPerMicrometre * random.uniform(0.075, 0.135);
    setup.corners = pixelsPerMicrometre * random.uniform(0.03, 0.12);
    setup.fringe = random.uniform(-0.0022, 0.0022);
    setup.sharpening = random.uniform(0.15, 0.55);
    setup.noise = random.uniform(0.8, 1.9);
    setup.chroma = random.uniform(0.7, 1.2);
    return setup;
}

/// The share of light a density lets through. 10^−d.
double transmitted(double density) {
    return portableExp(-2.302585092994046 * density);
}

Picture transmit(const Slide& slide, const Setup& setup, Random& random) {
    const int width = slide.width();
    const int height = slide.height();
    Picture picture{Plane(width, height), Plane(width, height), Plane(width, height)};
    const Noise uneven(random.next());
    const std::vector<float>& densities = slide.densities();
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const double u = (x + 0.5) / width * 2 - 1 - setup.brightest.x;
            const double v = (y + 0.5) / height * 2 - 1 - setup.brightest.y;
            const double light =
                1 - setup.vignette * (u * u + v * v) / 2 + 0.02 * (uneven.at(u * 1.3 + 9, v * 1.3 + 9) - 0.5);
            const std::size_t at = (std::size_t(y) * std::size_t(width) + std::size_t(x)) * 3;
            for (std::size_t c = 0; c < 3; ++c)
                picture[c].at(x, y) = float(setup.light[c] * light * transmitted(double(densities[at + c])));
        }
    return picture;
}

/// Sharp in the middle, less so in the corners.
Plane focused(const Plane& plane, const Setup& setup, double extra) {
    const Plane near = blurred(plane, setup.focus + extra);
    const Plane far = blurred(plane, setup.focus + extra + setup.corners);
    Plane result(plane.width, plane.height);
    for (int y = 0; y < plane.height; ++y)
        for (int x = 0; x < plane.width; ++x) {
            const double u = (x + 0.5) / plane.width * 2 - 1;
            const double v = (y + 0.5) / plane.height * 2 - 1;
            result.at(x, y) = float(mix(near.at(x, y), far.at(x, y), clamp01((u * u + v * v) / 2)));
        }
    return result;
}

void addNoise(Plane& plane, double strength, Random& random) {
    for (float& value : plane.values) {
        const double shot = std::sqrt(std::max(double(value), 0.0) / 200 + 0.15);
        value += float(strength * shot * portableNormal(random));
    }
}

void sharpen(Plane& plane, double amount) {
    const Plane soft = blurred(plane, 1.4);
    for (std::size_t i = 0; i < plane.values.size(); ++i)
        plane.values[i] += float(amount * (double(plane.values[i]) - double(soft.values[i])));
}

/// Colour is kept coarser than brightness, as in a JPEG (BT.601).
void softenColour(Picture& picture, double sigma) {
    auto& [red, green, blue] = picture;
    Plane difference1(red.width, red.height);
    Plane difference2(red.width, red.height);
    Plane bright(red.width, red.height);
    for (std::size_t i = 0; i < red.values.size(); ++i) {
        bright.values[i] = 0.299F * red.values[i] + 0.587F * green.values[i] + 0.114F * blue.values[i];
        difference1.values[i] = red.values[i] - bright.values[i];
        difference2.values[i] = blue.values[i] - bright.values[i];
    }
    difference1 = blurred(difference1, sigma);
    difference2 = blurred(difference2, sigma);
    for (std::size_t i = 0; i < red.values.size(); ++i) {
        red.values[i] = bright.values[i] + difference1.values[i];
        blue.values[i] = bright.values[i] + difference2.values[i];
        green.values[i] = (bright.values[i] - 0.299F * red.values[i] - 0.114F * blue.values[i]) / 0.587F;
    }
}

imaging::Image quantised(const Picture& picture) {
    std::vector<std::byte> pixels;
    pixels.reserve(picture[0].values.size() * 3);
    for (std::size_t i = 0; i < picture[0].values.size(); ++i)
        for (const Plane& plane : picture)
            pixels.push_back(std::byte(std::clamp(int(std::floor(double(plane.values[i]) + 0.5)), 0, 255)));
    return {picture[0].width, picture[0].height, 3, imaging::Depth::U8, std::move(pixels)};
}

} // namespace

imaging::Image photograph(const Slide& slide, Random& random) {
    const Setup setup = drawSetup(slide.pixelsPerMicrometre(), random);
    Picture picture = transmit(slide, setup, random);
    constexpr std::array kSide{1.0, 0.0, -1.0};
    constexpr std::array kExtraBlur{0.02, 0.0, 0.05}; ///< the lens is corrected for green, micrometres
    for (std::size_t c = 0; c < 3; ++c) {
        picture[c] = focused(picture[c], setup, kExtraBlur[c] * slide.pixelsPerMicrometre());
        if (kSide[c] != 0)
            picture[c] = magnified(picture[c], 1 + kSide[c] * setup.fringe);
        addNoise(picture[c], setup.noise, random);
        sharpen(picture[c], setup.sharpening);
    }
    softenColour(picture, setup.chroma);
    return quantised(picture);
}

} // namespace graft::samples
