#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>

#include <cstdint>
#include <memory>

/// The only place where a colour or a size is written down.
namespace graft::ui::theme {

class SystemScheme;

enum class Scheme { System, Light, Dark };

struct Palette {
    QColor window, surface, raised, hairline, text, secondary;
    QColor outline;  ///< of what can be typed into or ticked: 3:1, where a hairline would be too quiet
    QColor disabled; ///< text and icons that do nothing now
    QColor accent, onAccent, success, warning,
        danger;                       ///< marks and icons, 3:1 on every surface; for words use text
    QColor accentFill;                ///< the accent as a filled area with words in onAccent
    QColor link;                      ///< the accent as words
    QColor hover, pressed, selection; ///< translucent washes over any surface
    QColor shadow;                    ///< translucent, under what floats
    QColor frozen, trainable;         ///< cold and warm of the graph and the freeze slider
    bool dark = true;
};

// Grid of 4 px.
inline constexpr int kUnit = 4;
inline constexpr int kInside = 8;
inline constexpr int kBetween = 16;
inline constexpr int kAround = 24;
inline constexpr int kRadius = 6;
inline constexpr int kRailWidth = 72;
inline constexpr int kSidePanelWidth = 320;
inline constexpr int kMotionMs = 150;

enum class TextSize { Small = 11, Body = 13, Lead = 15, Title = 20, Figure = 28 };
QFont font(TextSize size, QFont::Weight weight = QFont::Normal);
/// Digits of equal width, for tables and read-outs.
QFont tabularFont(TextSize size);

/// The current scheme, applied to the whole application (style, palette, font). One per application; made by
/// app/ and found through current().
class Theme : public QObject {
    Q_OBJECT
public:
    explicit Theme(QObject* parent = nullptr);
    ~Theme() override;
    static Theme& current();

    Scheme scheme() const { return m_scheme; }
    void setScheme(Scheme scheme);
    const Palette& palette() const { return m_palette; }
    /// Where the system or the person asks for less.
    bool reducedMotion() const { return m_reducedMotion; }
    void setReducedMotion(bool reduced);

Q_SIGNALS:
    void changed();

private:
    void apply();
    std::unique_ptr<SystemScheme> m_system;
    Scheme m_scheme = Scheme::System;
    Palette m_palette;
    bool m_lessMotionWanted = false; ///< by the person, whatever the system says
    bool m_reducedMotion = false;
};

const Palette& palette();
bool reducedMotion();

/// An own icon (resources/icons/<name>.svg), recoloured to the scheme; sharp at every scale and follows theme
/// changes.
QIcon icon(const QString& name);
QIcon icon(const QString& name, const QColor& color);

/// A class colour as it may be drawn on the current scheme; text on it has contrast ≥ 4.5:1.
QColor classColor(std::uint32_t rgb);
QColor textOn(const QColor& background);

/// Perceptually even map (viridis), t in [0, 1].
QColor viridis(double t);

} // namespace graft::ui::theme
