#include "ui/label/ShapeLook.h"

#include "annotation/LabelClass.h"
#include "annotation/Shape.h"
#include "ui/label/ShapePainter.h"
#include "ui/theme/Theme.h"

#include <QStringList>

#include <algorithm>

namespace graft::ui {
namespace {

constexpr int kPatterns = 6;
constexpr int kInstanceColors = 19; ///< of the palette, before they repeat
constexpr int kStep = 8;            ///< pixels of the screen from mark to mark

constexpr const char* kByInstance = "by-instance";
constexpr const char* kOutlines = "outlines";
constexpr const char* kPlain = "plain";

} // namespace

std::string textOf(const ShapeLook& look) {
    QStringList words{QString::number(look.opacity)};
    if (look.byInstance)
        words << QLatin1String(kByInstance);
    if (look.outlinesOnly)
        words << QLatin1String(kOutlines);
    if (!look.patterns)
        words << QLatin1String(kPlain);
    return words.join(QLatin1Char(' ')).toStdString();
}

ShapeLook lookFrom(const std::string& text) {
    const QStringList words = QString::fromStdString(text).split(QLatin1Char(' '));
    ShapeLook look;
    bool isNumber = false;
    if (const int opacity = words[0].toInt(&isNumber); isNumber)
        look.opacity = std::clamp(opacity, 0, 250);
    look.byInstance = words.contains(QLatin1String(kByInstance));
    look.outlinesOnly = words.contains(QLatin1String(kOutlines));
    look.patterns = !words.contains(QLatin1String(kPlain));
    return look;
}

QColor ShapeColors::of(const annotation::Shape& shape) const {
    if (look.byInstance)
        return theme::classColor(annotation::paletteColor(int(shape.id.value % kInstanceColors)));
    return markOf(marks, shape.classId).color;
}

bool patternAt(int pattern, int x, int y) {
    const auto cell = [](int value) { return ((value % kStep) + kStep) % kStep; };
    switch (pattern) {
    case 1:
        return cell(x + y) == 0;
    case 2:
        return cell(x - y) == 0;
    case 3:
        return cell(y) == 0;
    case 4:
        return cell(x) == 0;
    case 5:
        return cell(x) < 2 && cell(y) < 2;
    default:
        return false;
    }
}

int patternOf(ClassId id) {
    return int(((id.value - 1) % kPatterns + kPatterns) % kPatterns);
}

} // namespace graft::ui
