#pragma once

#include <QObject>

namespace graft::ui::theme {

/// What the desktop prefers. Asks the desktop portal (GNOME, KDE, …) without waiting; until it answers, and
/// where there is none, the settings files of GTK and KDE and the palette that the platform gave Qt decide.
class SystemScheme : public QObject {
    Q_OBJECT
public:
    /// Make it before the application's palette is changed.
    explicit SystemScheme(QObject* parent = nullptr);

    bool dark() const { return m_dark; }
    bool reducedMotion() const { return m_reducedMotion; }

Q_SIGNALS:
    void changed();

private:
    bool m_dark;
    bool m_reducedMotion;
};

} // namespace graft::ui::theme
