#include "ui/theme/Palettes.h"

#include <QPalette>

#include <algorithm>
#include <cmath>

namespace graft::ui::theme {
namespace {

constexpr QRgb kAccent = 0xFF3D8BFD;
constexpr QRgb kAccentFill = 0xFF1F6FEB; // the accent's hue, dark enough for white letters on it

QColor wash(QRgb rgb, double alpha) {
    QColor color(rgb);
    color.setAlphaF(float(alpha));
    return color;
}

} // namespace

Palette darkPalette() {
    Palette palette;
    palette.dark = true;
    palette.window = QColor(0x1B1D21);
    palette.surface = QColor(0x23262B);
    palette.raised = QColor(0x2C3036);
    palette.hairline = QColor(0x3A3F47);
    palette.outline = QColor(0x7A828E);
    palette.text = QColor(0xE8EAED);
    palette.secondary = QColor(0xA3A9B3);
    palette.disabled = QColor(0x6C737E);
    palette.accent = QColor(kAccent);
    palette.accentFill = QColor(kAccentFill);
    palette.onAccent = QColor(0xFFFFFF);
    palette.link = QColor(0x74AEFF);
    palette.success = QColor(0x2FA36B);
    palette.warning = QColor(0xE0A030);
    palette.danger = QColor(0xE5484D);
    palette.hover = wash(0xFFFFFF, 0.06);
    palette.pressed = wash(0x000000, 0.28);
    palette.selection = wash(0x1556C8, 0.35);
    palette.shadow = wash(0x000000, 0.40);
    palette.frozen = QColor(0x5A98C0);
    palette.trainable = QColor(0xDF8450);
    return palette;
}

// Warning and its kin are darker here than on dark: 3:1 against white.
Palette lightPalette() {
    Palette palette;
    palette.dark = false;
    palette.window = QColor(0xF6F7F8);
    palette.surface = QColor(0xFFFFFF);
    palette.raised = QColor(0xFFFFFF);
    palette.hairline = QColor(0xDDE1E6);
    palette.outline = QColor(0x828B97);
    palette.text = QColor(0x1E2227);
    palette.secondary = QColor(0x5B6470);
    palette.disabled = QColor(0x9AA2AD);
    palette.accent = QColor(kAccent);
    palette.accentFill = QColor(kAccentFill);
    palette.onAccent = QColor(0xFFFFFF);
    palette.link = QColor(0x195AC8);
    palette.success = QColor(0x23875A);
    palette.warning = QColor(0xA86F0A);
    palette.danger = QColor(0xD5353B);
    palette.hover = wash(0x1E2227, 0.05);
    palette.pressed = wash(0x1E2227, 0.10);
    palette.selection = wash(kAccent, 0.16);
    palette.shadow = wash(0x1E2227, 0.16);
    palette.frozen = QColor(0x2F86B8);
    palette.trainable = QColor(0xC85A1E);
    return palette;
}

QPalette applicationPalette(const Palette& p) {
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, const QColor& color, const QColor& disabled) {
        palette.setColor(QPalette::Active, role, color);
        palette.setColor(QPalette::Inactive, role, color);
        palette.setColor(QPalette::Disabled, role, disabled);
    };
    set(QPalette::Window, p.window, p.window);
    set(QPalette::WindowText, p.text, p.disabled);
    set(QPalette::Base, p.surface, p.window);
    set(QPalette::AlternateBase, blended(p.hover, p.surface), p.window);
    set(QPalette::Text, p.text, p.disabled);
    set(QPalette::PlaceholderText, p.secondary, p.disabled);
    set(QPalette::Button, p.raised, p.surface);
    set(QPalette::ButtonText, p.text, p.disabled);
    set(QPalette::BrightText, p.danger, p.disabled);
    set(QPalette::ToolTipBase, p.raised, p.raised);
    set(QPalette::ToolTipText, p.text, p.text);
    set(QPalette::Highlight, blended(p.selection, p.surface), blended(p.hover, p.surface));
    set(QPalette::HighlightedText, p.text, p.disabled);
    set(QPalette::Link, p.link, p.disabled);
    set(QPalette::LinkVisited, p.link, p.disabled);
    set(QPalette::Light, p.raised, p.raised);
    set(QPalette::Midlight, p.hairline, p.hairline);
    set(QPalette::Mid, p.hairline, p.hairline);
    set(QPalette::Dark, p.outline, p.hairline);
    set(QPalette::Shadow, p.window.darker(150), p.window.darker(150));
    return palette;
}

double relativeLuminance(const QColor& color) {
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrastRatio(const QColor& a, const QColor& b) {
    const auto [darker, lighter] = std::minmax({relativeLuminance(a), relativeLuminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

QColor blended(const QColor& over, const QColor& under) {
    const double alpha = over.alphaF();
    const auto mix = [alpha](int above, int below) {
        return int(std::lround(alpha * above + (1 - alpha) * below));
    };
    return QColor(mix(over.red(), under.red()), mix(over.green(), under.green()),
                  mix(over.blue(), under.blue()));
}

} // namespace graft::ui::theme
