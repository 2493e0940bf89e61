#include "report/Style.h"

#include <QGuiApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace graft::report::style {

namespace {

/// Eight equal steps of viridis (van der Walt and Smith 2015, CC0), from its light end.
constexpr std::array<QRgb, 9> kViridis{0xFDE725, 0xADDC30, 0x5EC962, 0x28AE80, 0x21918C,
                                       0x2C728E, 0x3B528B, 0x472D7B, 0x440154};

double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

/// Relative luminance (WCAG 2.1).
double luminance(const QColor& color) {
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

QFont font(double size, int weight) {
    QFont font = QGuiApplication::font();
    font.setPixelSize(int(size));
    font.setWeight(QFont::Weight(weight));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QColor heat(double share) {
    const double place = std::clamp(std::isnan(share) ? 0.0 : share, 0.0, 1.0) * double(kViridis.size() - 1);
    const auto step = std::min(std::size_t(place), kViridis.size() - 2);
    const float part = float(place - double(step));
    const QColor from = QColor::fromRgb(kViridis[step]);
    const QColor to = QColor::fromRgb(kViridis[step + 1]);
    return QColor::fromRgbF(std::lerp(from.redF(), to.redF(), part),
                            std::lerp(from.greenF(), to.greenF(), part),
                            std::lerp(from.blueF(), to.blueF(), part));
}

QColor textOn(const QColor& background) {
    // Contrast with white beats contrast with black where the luminance is below √(1.05 · 0.05) − 0.05.
    return luminance(background) < 0.179 ? QColor(Qt::white) : QColor(Qt::black);
}

} // namespace graft::report::style
