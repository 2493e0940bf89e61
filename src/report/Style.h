#pragma once

#include <QColor>
#include <QFont>

/// The light half of the studio's look, for paper. Lengths are CSS pixels (1/96 inch).
namespace graft::report::style {

inline constexpr QRgb kWindow = 0xFFF6F7F8;
inline constexpr QRgb kSurface = 0xFFFFFFFF;
inline constexpr QRgb kHairline = 0xFFDDE1E6;
inline constexpr QRgb kText = 0xFF1E2227;
inline constexpr QRgb kSecondary = 0xFF5B6470;
inline constexpr QRgb kAccent = 0xFF3D8BFD;
inline constexpr QRgb kWarning = 0xFFE0A030;

inline constexpr double kInside = 8;
inline constexpr double kBetween = 16;
inline constexpr double kAround = 24;
inline constexpr double kRadius = 6;

inline constexpr double kSmall = 11;
inline constexpr double kBody = 13;
inline constexpr double kLead = 15;
inline constexpr double kTitle = 20;
inline constexpr double kFigure = 28;

/// Lines of runs beside each other, told apart by colour-blind people, too: the run of the report, then those
/// compared (Okabe–Ito, those with a contrast of 3:1 on white).
inline constexpr QRgb kRunColors[] = {0xFF0072B2, 0xFFD55E00, 0xFF009E73, 0xFF8C5A7C};
inline constexpr int kRunColorCount = 4;

/// The system's font, unhinted: its widths hold at every scale.
QFont font(double size, int weight = QFont::Normal);

/// Perceptually even (viridis), from light to dark: 0 is hardly more than paper, 1 is the darkest.
QColor heat(double share);
/// Black or white, whichever is easier to read on `background`.
QColor textOn(const QColor& background);

} // namespace graft::report::style
