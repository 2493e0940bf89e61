// Colours of the data: classes, and values on a map.
#include "ui/theme/Oklab.h"
#include "ui/theme/Palettes.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace graft::ui::theme {
namespace {

constexpr double kVisible = 3.0; ///< contrast of a mark against the page, WCAG 2.1 (1.4.11)

bool visibleOn(const QColor& color, const Palette& palette) {
    return contrastRatio(color, palette.window) >= kVisible &&
           contrastRatio(color, palette.surface) >= kVisible;
}

/// Nine equal steps of viridis (van der Walt and Smith 2015, CC0).
constexpr std::array<QRgb, 10> kViridis{0x440154, 0x482878, 0x3E4A89, 0x31688E, 0x26828E,
                                        0x1F9E89, 0x35B779, 0x6DCD59, 0xB4DE2C, 0xFDE725};

} // namespace

// Keeps the hue; only as much lighter or darker as the page asks for.
QColor classColor(std::uint32_t rgb) {
    const QColor color = QColor::fromRgb(rgb & 0xFFFFFF);
    const Palette& page = palette();
    if (visibleOn(color, page))
        return color;
    Oklab lab = oklabFrom(color);
    double too = lab.lightness; // too close to the page
    double enough = page.dark ? 1 : 0;
    for (int i = 0; i < 12; ++i) {
        const double middle = (too + enough) / 2;
        (visibleOn(colorFrom({middle, lab.a, lab.b}), page) ? enough : too) = middle;
    }
    return colorFrom({enough, lab.a, lab.b});
}

// Of pure black and white one always has 4.58:1 or more.
QColor textOn(const QColor& background) {
    const QColor black(Qt::black);
    const QColor white(Qt::white);
    return contrastRatio(background, black) >= contrastRatio(background, white) ? black : white;
}

// Between the steps straight through OKLab.
QColor viridis(double t) {
    const double place = std::clamp(std::isnan(t) ? 0.0 : t, 0.0, 1.0) * double(kViridis.size() - 1);
    const auto step = std::min(std::size_t(place), kViridis.size() - 2);
    const double share = place - double(step);
    const Oklab from = oklabFrom(QColor::fromRgb(kViridis[step]));
    const Oklab to = oklabFrom(QColor::fromRgb(kViridis[step + 1]));
    return colorFrom({std::lerp(from.lightness, to.lightness, share), std::lerp(from.a, to.a, share),
                      std::lerp(from.b, to.b, share)});
}

} // namespace graft::ui::theme
