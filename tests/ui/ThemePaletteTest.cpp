#include "annotation/LabelClass.h"
#include "ui/theme/Oklab.h"
#include "ui/theme/Palettes.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QPalette>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <memory>

using namespace graft;
using ui::theme::Palette;

namespace {

constexpr double kText = 4.5; // WCAG 2.1, 1.4.3
constexpr double kMark = 3.0; // WCAG 2.1, 1.4.11

/// Independent of the program's own.
double contrast(const QColor& a, const QColor& b) {
    const auto luminance = [](const QColor& color) {
        const auto linear = [](int byte) {
            const double x = byte / 255.0;
            return x <= 0.03928 ? x / 12.92 : std::pow((x + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(color.red()) + 0.7152 * linear(color.green()) + 0.0722 * linear(color.blue());
    };
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return first > second ? first / second : second / first;
}

QColor over(const QColor& wash, const QColor& under) {
    const double a = wash.alphaF();
    return QColor::fromRgbF(float(a * wash.redF() + (1 - a) * under.redF()),
                            float(a * wash.greenF() + (1 - a) * under.greenF()),
                            float(a * wash.blueF() + (1 - a) * under.blueF()));
}

struct NamedColor {
    const char* name;
    QColor Palette::*color;
};

const NamedColor kSurfaces[] = {
    {"window", &Palette::window}, {"surface", &Palette::surface}, {"raised", &Palette::raised}};
const NamedColor kWashes[] = {
    {"hover", &Palette::hover}, {"pressed", &Palette::pressed}, {"selection", &Palette::selection}};
const NamedColor kWords[] = {
    {"text", &Palette::text}, {"secondary", &Palette::secondary}, {"link", &Palette::link}};
const NamedColor kMarks[] = {{"accent", &Palette::accent},      {"success", &Palette::success},
                             {"warning", &Palette::warning},    {"danger", &Palette::danger},
                             {"outline", &Palette::outline},    {"frozen", &Palette::frozen},
                             {"trainable", &Palette::trainable}};

} // namespace

class ThemePaletteTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(); }
    void contrasts_data();
    void contrasts();
    void tokensAreThoseOfTheLook();
    void theWholeApplicationFollowsTheScheme();
    void sameSchemeAgainSaysNothing();
    void wordsOnAnyColorCanBeRead();
    void classColorsAreSeenOnBothSchemes();
    void classColorsThatAreSeenStayAsTheyAre();
    void classColorsStayApart();

private:
    std::unique_ptr<ui::theme::Theme> m_theme;
};

void ThemePaletteTest::contrasts_data() {
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<QColor>("ground");
    QTest::addColumn<double>("least");
    for (const Palette& palette : {ui::theme::darkPalette(), ui::theme::lightPalette()}) {
        const char* scheme = palette.dark ? "dark" : "light";
        for (const NamedColor& surface : kSurfaces) {
            const QColor ground = palette.*surface.color;
            for (const NamedColor& word : kWords) {
                QTest::addRow("%s: %s on %s", scheme, word.name, surface.name)
                    << palette.*word.color << ground << kText;
                for (const NamedColor& wash : kWashes)
                    QTest::addRow("%s: %s on %s under %s", scheme, word.name, surface.name, wash.name)
                        << palette.*word.color << over(palette.*wash.color, ground) << kText;
            }
            for (const NamedColor& mark : kMarks)
                QTest::addRow("%s: %s on %s", scheme, mark.name, surface.name)
                    << palette.*mark.color << ground << kMark;
        }
        QTest::addRow("%s: words on the filled accent", scheme)
            << palette.onAccent << palette.accentFill << kText;
        QTest::addRow("%s: words on the pressed accent", scheme)
            << palette.onAccent << over(palette.pressed, palette.accentFill) << kText;
        QTest::addRow("%s: icons on the accent", scheme) << palette.onAccent << palette.accent << kMark;
        QTest::addRow("%s: the filled accent on the window", scheme)
            << palette.accentFill << palette.window << kMark;
    }
}

void ThemePaletteTest::contrasts() {
    QFETCH(QColor, ink);
    QFETCH(QColor, ground);
    QFETCH(double, least);
    const double found = contrast(ink, ground);
    QVERIFY2(found >= least,
             qPrintable(QStringLiteral("%1 on %2: %3").arg(ink.name(), ground.name()).arg(found)));
    QVERIFY(std::abs(ui::theme::contrastRatio(ink, ground) - found) < 0.02 * found);
}

void ThemePaletteTest::tokensAreThoseOfTheLook() {
    const Palette dark = ui::theme::darkPalette();
    const Palette light = ui::theme::lightPalette();
    QCOMPARE(dark.window, QColor("#1B1D21"));
    QCOMPARE(dark.surface, QColor("#23262B"));
    QCOMPARE(dark.raised, QColor("#2C3036"));
    QCOMPARE(dark.hairline, QColor("#3A3F47"));
    QCOMPARE(dark.text, QColor("#E8EAED"));
    QCOMPARE(dark.secondary, QColor("#A3A9B3"));
    QCOMPARE(light.window, QColor("#F6F7F8"));
    QCOMPARE(light.surface, QColor("#FFFFFF"));
    QCOMPARE(light.hairline, QColor("#DDE1E6"));
    QCOMPARE(light.text, QColor("#1E2227"));
    QCOMPARE(light.secondary, QColor("#5B6470"));
    QCOMPARE(dark.accent, QColor("#3D8BFD"));
    QCOMPARE(light.accent, dark.accent);
}

void ThemePaletteTest::theWholeApplicationFollowsTheScheme() {
    QSignalSpy changed(m_theme.get(), &ui::theme::Theme::changed);
    for (const auto scheme : {ui::theme::Scheme::Dark, ui::theme::Scheme::Light, ui::theme::Scheme::Dark}) {
        m_theme->setScheme(scheme);
        const Palette& palette = ui::theme::palette();
        QCOMPARE(palette.dark, scheme == ui::theme::Scheme::Dark);
        const QPalette qt = QApplication::palette();
        QCOMPARE(qt.color(QPalette::Window), palette.window);
        QCOMPARE(qt.color(QPalette::WindowText), palette.text);
        QCOMPARE(qt.color(QPalette::PlaceholderText), palette.secondary);
        QCOMPARE(qt.color(QPalette::Disabled, QPalette::ButtonText), palette.disabled);
    }
    QCOMPARE(changed.size(), 3);
}

void ThemePaletteTest::sameSchemeAgainSaysNothing() {
    m_theme->setScheme(ui::theme::Scheme::Light);
    QSignalSpy changed(m_theme.get(), &ui::theme::Theme::changed);
    m_theme->setScheme(ui::theme::Scheme::Light);
    QCOMPARE(changed.size(), 0);
}

void ThemePaletteTest::wordsOnAnyColorCanBeRead() {
    for (int red = 0; red <= 255; red += 15)
        for (int green = 0; green <= 255; green += 15)
            for (int blue = 0; blue <= 255; blue += 15) {
                const QColor ground(red, green, blue);
                QVERIFY2(contrast(ui::theme::textOn(ground), ground) >= kText, qPrintable(ground.name()));
            }
}

void ThemePaletteTest::classColorsAreSeenOnBothSchemes() {
    for (const auto scheme : {ui::theme::Scheme::Dark, ui::theme::Scheme::Light}) {
        m_theme->setScheme(scheme);
        const Palette& palette = ui::theme::palette();
        std::vector<std::uint32_t> colors{0x000000, 0xFFFFFF, 0x1B1D21, 0xF6F7F8, 0x0000FF, 0xFFFF00};
        for (int i = 0; i < 60; ++i)
            colors.push_back(annotation::paletteColor(i));
        for (const std::uint32_t color : colors) {
            const QColor shown = ui::theme::classColor(color);
            QVERIFY2(contrast(shown, palette.window) >= kMark - 0.02, qPrintable(QColor(color).name()));
            QVERIFY2(contrast(shown, palette.surface) >= kMark - 0.02, qPrintable(QColor(color).name()));
            QVERIFY(contrast(ui::theme::textOn(shown), shown) >= kText);
        }
    }
}

void ThemePaletteTest::classColorsThatAreSeenStayAsTheyAre() {
    m_theme->setScheme(ui::theme::Scheme::Dark);
    QCOMPARE(ui::theme::classColor(0xE69F00), QColor(0xE69F00));
    m_theme->setScheme(ui::theme::Scheme::Light);
    QCOMPARE(ui::theme::classColor(0x0072B2), QColor(0x0072B2));
}

// Among the first seven, which are told apart by colour-blind people, none may run into another: three times
// what is just noticed. (On light, yellow and orange come nearest: both must be darkened.)
void ThemePaletteTest::classColorsStayApart() {
    for (const auto scheme : {ui::theme::Scheme::Dark, ui::theme::Scheme::Light}) {
        m_theme->setScheme(scheme);
        for (int i = 0; i < 7; ++i)
            for (int j = 0; j < i; ++j) {
                const auto a = ui::theme::oklabFrom(ui::theme::classColor(annotation::paletteColor(i)));
                const auto b = ui::theme::oklabFrom(ui::theme::classColor(annotation::paletteColor(j)));
                const double apart = std::hypot(std::hypot(a.lightness - b.lightness, a.a - b.a), a.b - b.b);
                QVERIFY2(apart > 0.06, qPrintable(QStringLiteral("%1 and %2: %3").arg(i).arg(j).arg(apart)));
            }
    }
}

QTEST_MAIN(ThemePaletteTest)
#include "ThemePaletteTest.moc"
