#include "ui/theme/StudioStyle.h"

namespace graft::ui::theme {

StudioStyle::StudioStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

} // namespace graft::ui::theme
