#pragma once

#include "ui/theme/Theme.h"

#include <QString>

#include <vector>

namespace graft::ui {

class Preferences;

/// "light", "dark", anything else: as the system.
theme::Scheme schemeNamed(const QString& name);

/// A language that the program speaks.
struct Language {
    QString code;    ///< "de"
    QString ownName; ///< "Deutsch"
};
std::vector<Language> languages();

/// The theme as the person wants it.
void applyAppearance(const Preferences& preferences);

} // namespace graft::ui
