#pragma once

#include <QProxyStyle>

namespace graft::ui::theme {

/// Draws Qt's own widgets in the tokens of the theme, over Fusion.
class StudioStyle : public QProxyStyle {
    Q_OBJECT
public:
    StudioStyle();
};

} // namespace graft::ui::theme
