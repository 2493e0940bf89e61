#include "ui/theme/Theme.h"

#include "ui/theme/Palettes.h"
#include "ui/theme/StudioStyle.h"
#include "ui/theme/SystemScheme.h"

#include <QApplication>
#include <QEvent>
#include <QPalette>
#include <QToolTip>

// Q_INIT_RESOURCE must stand outside every namespace.
static void initResources() {
    Q_INIT_RESOURCE(graft);
}

namespace graft::ui::theme {
namespace {

Theme* current = nullptr;

} // namespace

Theme::Theme(QObject* parent) : QObject(parent), m_system(std::make_unique<SystemScheme>()) {
    Q_ASSERT(!theme::current);
    theme::current = this;
    initResources();
    QApplication::setStyle(new StudioStyle);
    QApplication::setFont(font(TextSize::Body));
    connect(m_system.get(), &SystemScheme::changed, this, [this] { apply(); });
    apply();
}

Theme::~Theme() {
    theme::current = nullptr;
}

Theme& Theme::current() {
    Q_ASSERT(theme::current);
    return *theme::current;
}

void Theme::setScheme(Scheme scheme) {
    if (m_scheme == scheme)
        return;
    m_scheme = scheme;
    apply();
}

void Theme::setReducedMotion(bool reduced) {
    if (m_lessMotionWanted == reduced)
        return;
    m_lessMotionWanted = reduced;
    apply();
}

void Theme::apply() {
    const bool dark = m_scheme == Scheme::Dark || (m_scheme == Scheme::System && m_system->dark());
    m_palette = dark ? darkPalette() : lightPalette();
    m_reducedMotion = m_lessMotionWanted || m_system->reducedMotion();
    const QPalette qt = applicationPalette(m_palette);
    QApplication::setPalette(qt);
    QCoreApplication::sendPostedEvents(nullptr,
                                       QEvent::ApplicationPaletteChange); // widgets have it before changed()
    QToolTip::setPalette(qt);
    Q_EMIT changed();
}

const Palette& palette() {
    static const Palette fallback = lightPalette();
    return theme::current ? theme::current->palette() : fallback;
}

bool reducedMotion() {
    return theme::current && theme::current->reducedMotion();
}

} // namespace graft::ui::theme
