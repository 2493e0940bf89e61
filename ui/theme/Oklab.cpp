#include "ui/theme/Oklab.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace graft::ui::theme {
namespace {

using Linear = std::array<double, 3>;

double linearFrom(double encoded) {
    return encoded <= 0.04045 ? encoded / 12.92 : std::pow((encoded + 0.055) / 1.055, 2.4);
}

double encodedFrom(double linear) {
    return linear <= 0.0031308 ? 12.92 * linear : 1.055 * std::pow(linear, 1 / 2.4) - 0.055;
}

Linear linearFrom(const Oklab& lab) {
    const auto cube = [](double x) { return x * x * x; };
    const double l = cube(lab.lightness + 0.3963377774 * lab.a + 0.2158037573 * lab.b);
    const double m = cube(lab.lightness - 0.1055613458 * lab.a - 0.0638541728 * lab.b);
    const double s = cube(lab.lightness - 0.0894841775 * lab.a - 1.2914855480 * lab.b);
    return {4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s};
}

bool inGamut(const Linear& linear) {
    return std::all_of(linear.begin(), linear.end(), [](double x) { return x > -1e-4 && x < 1 + 1e-4; });
}

} // namespace

Oklab oklabFrom(const QColor& color) {
    const double r = linearFrom(color.redF());
    const double g = linearFrom(color.greenF());
    const double b = linearFrom(color.blueF());
    const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const double m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const double s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

QColor colorFrom(Oklab lab) {
    lab.lightness = std::clamp(lab.lightness, 0.0, 1.0);
    Linear linear = linearFrom(lab);
    if (!inGamut(linear)) {
        double inside = 0;
        double outside = 1;
        for (int i = 0; i < 20; ++i) {
            const double share = (inside + outside) / 2;
            (inGamut(linearFrom({lab.lightness, lab.a * share, lab.b * share})) ? inside : outside) = share;
        }
        linear = linearFrom({lab.lightness, lab.a * inside, lab.b * inside});
    }
    const auto channel = [](double x) { return float(std::clamp(encodedFrom(std::max(0.0, x)), 0.0, 1.0)); };
    return QColor::fromRgbF(channel(linear[0]), channel(linear[1]), channel(linear[2])).toRgb();
}

} // namespace graft::ui::theme
