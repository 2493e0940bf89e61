#include "ui/frame/Appearance.h"

#include "ui/frame/Preferences.h"
#include "ui/theme/Theme.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>

namespace graft::ui {

// "graft_de.qm" is German.
std::vector<Language> languages() {
    std::vector<Language> all{{QStringLiteral("en"), QStringLiteral("English")}};
    const QDir bundled(QStringLiteral(":/translations"));
    for (const QString& file : bundled.entryList({QStringLiteral("graft_*.qm")})) {
        const QString code = QFileInfo(file).baseName().mid(6);
        all.push_back({code, QLocale(code).nativeLanguageName()});
    }
    return all;
}

theme::Scheme schemeNamed(const QString& name) {
    if (name == QLatin1String("dark"))
        return theme::Scheme::Dark;
    return name == QLatin1String("light") ? theme::Scheme::Light : theme::Scheme::System;
}

void applyAppearance(const Preferences& preferences) {
    theme::Theme& theme = theme::Theme::current();
    theme.setScheme(schemeNamed(preferences.scheme()));
    theme.setReducedMotion(preferences.reducedMotion());
}

} // namespace graft::ui
