#pragma once

#include <QDBusVariant>
#include <QObject>

namespace graft::ui::theme {

/// What the desktop prefers. The desktop portal (GNOME, KDE, …) is asked without waiting and says every
/// change; until it answers, and where there is none, the settings files of GTK and KDE and the palette that
/// Qt began with decide.
class SystemScheme : public QObject {
    Q_OBJECT
public:
    /// Make it before the application's palette is changed.
    explicit SystemScheme(QObject* parent = nullptr);

    bool dark() const { return m_dark; }
    bool reducedMotion() const { return m_reducedMotion; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void settingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void askPortal();
    void read(const QString& group, const QString& key);
    void take(const QString& group, const QString& key, const QVariant& value);

    bool m_startedDark; ///< without the portal's word
    bool m_dark;
    bool m_reducedMotion;
};

} // namespace graft::ui::theme
