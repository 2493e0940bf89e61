#include "ui/widgets/Widgets.h"

namespace graft::ui {

namespace {

constexpr QSize kIconSize(theme::kUnit * 4, theme::kUnit * 4);
constexpr QSize kToolIconSize(theme::kUnit * 5, theme::kUnit * 5);

} // namespace

// StudioStyle asks for this property.
PrimaryButton::PrimaryButton(const QString& text, QWidget* parent) : QPushButton(text, parent) {
    setProperty("primary", true);
    setIconSize(kIconSize);
    setAutoDefault(false);
}

QuietButton::QuietButton(const QString& text, const QString& iconName, QWidget* parent)
    : QPushButton(text, parent) {
    setFlat(true);
    setIconSize(kIconSize);
    setAutoDefault(false);
    if (!iconName.isEmpty())
        setIcon(theme::icon(iconName));
}

IconButton::IconButton(const QString& iconName, const QString& tip, QWidget* parent) : QToolButton(parent) {
    setIcon(theme::icon(iconName));
    setIconSize(kToolIconSize);
    setToolButtonStyle(Qt::ToolButtonIconOnly);
    setAutoRaise(true);
    setToolTip(tip);
    setAccessibleName(tip);
    setFocusPolicy(Qt::StrongFocus);
}

} // namespace graft::ui
