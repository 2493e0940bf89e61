#include "ui/theme/Theme.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QGuiApplication>

#include <cmath>

namespace graft::ui::theme {
namespace {

bool digitsAreEven(const QFont& font) {
    const QFontMetricsF metrics(font);
    const double width = metrics.horizontalAdvance(QLatin1Char('0'));
    for (char digit = '1'; digit <= '9'; ++digit)
        if (std::abs(metrics.horizontalAdvance(QLatin1Char(digit)) - width) > 0.01)
            return false;
    return true;
}

// Fonts with proportional digits are few; Qt 6.4 cannot ask them for their tabular ones.
QString tabularFamily() {
    QFont font = theme::font(TextSize::Figure);
    if (digitsAreEven(font))
        return font.family();
    for (const char* family : {"Noto Sans", "DejaVu Sans", "Liberation Sans"}) {
        font.setFamily(QLatin1String(family));
        if (QFontDatabase::hasFamily(font.family()) && digitsAreEven(font))
            return font.family();
    }
    return QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
}

} // namespace

QFont font(TextSize size, QFont::Weight weight) {
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    font.setPixelSize(int(size));
    font.setWeight(weight);
    return font;
}

QFont tabularFont(TextSize size) {
    static const QString family = tabularFamily();
    QFont tabular = font(size);
    tabular.setFamily(family);
    return tabular;
}

} // namespace graft::ui::theme
