#include "ui/theme/SystemScheme.h"

#include "ui/theme/Palettes.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QPalette>
#include <QSettings>
#include <QStandardPaths>

namespace graft::ui::theme {
namespace {

constexpr qint64 kLargestSettingsFile = 1 << 20;

QVariant setting(const QString& file, const QString& key) {
    const QString path =
        QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QLatin1Char('/') + file;
    if (const qint64 size = QFile(path).size(); size <= 0 || size > kLargestSettingsFile)
        return {};
    return QSettings(path, QSettings::IniFormat).value(key);
}

bool paletteIsDark() {
    const QPalette palette = QGuiApplication::palette();
    return relativeLuminance(palette.color(QPalette::Window)) <
           relativeLuminance(palette.color(QPalette::WindowText));
}

bool gtkPrefersDark() {
    return setting(QStringLiteral("gtk-3.0/settings.ini"),
                   QStringLiteral("Settings/gtk-application-prefer-dark-theme"))
        .toBool();
}

bool motionIsUnwanted() {
    const QVariant gtk =
        setting(QStringLiteral("gtk-3.0/settings.ini"), QStringLiteral("Settings/gtk-enable-animations"));
    const QVariant kde = setting(QStringLiteral("kdeglobals"), QStringLiteral("KDE/AnimationDurationFactor"));
    return (gtk.isValid() && !gtk.toBool()) || (kde.isValid() && kde.toDouble() == 0);
}

} // namespace

SystemScheme::SystemScheme(QObject* parent)
    : QObject(parent), m_dark(paletteIsDark() || gtkPrefersDark()), m_reducedMotion(motionIsUnwanted()) {}

} // namespace graft::ui::theme
