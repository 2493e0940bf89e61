#include "ui/theme/SystemScheme.h"

#include "ui/theme/Palettes.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QFile>
#include <QGuiApplication>
#include <QPalette>
#include <QSettings>
#include <QStandardPaths>

namespace graft::ui::theme {
namespace {

// https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html
const QString kService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kSettings = QStringLiteral("org.freedesktop.portal.Settings");
const QString kAppearance = QStringLiteral("org.freedesktop.appearance");
const QString kColorScheme = QStringLiteral("color-scheme");
const QString kGnome = QStringLiteral("org.gnome.desktop.interface");
const QString kGnomeAnimations = QStringLiteral("enable-animations");
const QString kKde = QStringLiteral("org.kde.kdeglobals.KDE");
const QString kKdeAnimations = QStringLiteral("AnimationDurationFactor");

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

// libdbus would start a bus of its own where there is none.
bool sessionHasBus() {
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS") ||
           (!runtime.isEmpty() && QFile::exists(runtime + QStringLiteral("/bus")));
}

/// The portal wraps a value once or twice.
QVariant unwrapped(QVariant value) {
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

SystemScheme::SystemScheme(QObject* parent)
    : QObject(parent), m_startedDark(paletteIsDark() || gtkPrefersDark()), m_dark(m_startedDark),
      m_reducedMotion(motionIsUnwanted()) {
    const QString platform = QGuiApplication::platformName();
    if (platform != QLatin1String("offscreen") && platform != QLatin1String("minimal") && sessionHasBus())
        askPortal();
}

void SystemScheme::askPortal() {
    QDBusConnection::sessionBus().connect(kService, kPath, kSettings, QStringLiteral("SettingChanged"), this,
                                          SLOT(settingChanged(QString, QString, QDBusVariant)));
    read(kAppearance, kColorScheme);
    read(kGnome, kGnomeAnimations);
    read(kKde, kKdeAnimations);
}

void SystemScheme::read(const QString& group, const QString& key) {
    QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kSettings, QStringLiteral("Read"));
    call << group << key;
    auto* answer = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, group, key] {
        answer->deleteLater();
        const QDBusMessage reply = answer->reply();
        if (reply.type() == QDBusMessage::ReplyMessage && !reply.arguments().isEmpty())
            take(group, key, reply.arguments().constFirst());
    });
}

void SystemScheme::settingChanged(const QString& group, const QString& key, const QDBusVariant& value) {
    take(group, key, value.variant());
}

void SystemScheme::take(const QString& group, const QString& key, const QVariant& value) {
    const QVariant plain = unwrapped(value);
    bool dark = m_dark;
    bool reduced = m_reducedMotion;
    if (group == kAppearance && key == kColorScheme) // 1: dark, 2: light, 0: no wish
        dark = plain.toUInt() == 1 || (plain.toUInt() != 2 && m_startedDark);
    else if (group == kGnome && key == kGnomeAnimations)
        reduced = !plain.toBool();
    else if (group == kKde && key == kKdeAnimations)
        reduced = plain.toDouble() == 0;
    if (dark == m_dark && reduced == m_reducedMotion)
        return;
    m_dark = dark;
    m_reducedMotion = reduced;
    Q_EMIT changed();
}

} // namespace graft::ui::theme
