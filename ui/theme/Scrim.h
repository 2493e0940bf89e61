#pragma once

#include <QColor>

namespace graft::ui::theme {

// Over photographs, where the scheme does not reach: the same on both.
inline constexpr QColor kScrim(16, 18, 21, 170);
inline constexpr QColor kOnScrim(0xE8, 0xEA, 0xED);
inline constexpr QColor kVeil(16, 18, 21, 120);    ///< over a picture whose file is missing
inline constexpr QColor kGlint(255, 255, 255, 26); ///< under the mouse

} // namespace graft::ui::theme
