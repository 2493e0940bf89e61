#include "ui/model/RateSpinBox.h"

#include <QLocale>

#include <array>
#include <cmath>

namespace graft::ui {
namespace {

constexpr double kSmallest = 1e-6;

/// The next of …, 1, 2, 5, 10, … above or below.
double neighbour(double value, bool up) {
    constexpr std::array<double, 3> steps{1, 2, 5};
    if (value < kSmallest)
        return up ? kSmallest : 0;
    double best = up ? 1e9 : 0;
    const int magnitude = int(std::floor(std::log10(value)));
    for (int exponent = magnitude - 1; exponent <= magnitude + 1; ++exponent)
        for (const double step : steps) {
            const double candidate = step * std::pow(10.0, exponent);
            if (up && candidate > value * 1.001 && candidate < best)
                best = candidate;
            if (!up && candidate < value * 0.999 && candidate > best)
                best = candidate;
        }
    return best < kSmallest * 0.999 ? 0 : best;
}

} // namespace

RateSpinBox::RateSpinBox(QWidget* parent) : QDoubleSpinBox(parent) {
    setDecimals(9);
    setRange(0, 10);
    setKeyboardTracking(false);
}

QString RateSpinBox::textFromValue(double value) const {
    return locale().toString(value, 'g', 3);
}

double RateSpinBox::valueFromText(const QString& text) const {
    bool ok = false;
    const double value = locale().toDouble(text.trimmed(), &ok);
    return ok ? value : QLocale::c().toDouble(text.trimmed());
}

QValidator::State RateSpinBox::validate(QString& text, int&) const {
    bool ok = false;
    double value = locale().toDouble(text.trimmed(), &ok);
    if (!ok)
        value = QLocale::c().toDouble(text.trimmed(), &ok);
    if (ok)
        return value >= minimum() && value <= maximum() ? QValidator::Acceptable : QValidator::Intermediate;
    for (const QChar character : text)
        if (!character.isDigit() && !QStringLiteral("eE+-., ").contains(character))
            return QValidator::Invalid;
    return QValidator::Intermediate;
}

void RateSpinBox::stepBy(int steps) {
    double next = value();
    for (int i = 0; i < std::abs(steps); ++i)
        next = neighbour(next, steps > 0);
    setValue(next);
}

} // namespace graft::ui
