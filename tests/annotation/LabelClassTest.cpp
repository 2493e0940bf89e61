#include "annotation/LabelClass.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace graft::annotation;

namespace {

/// Distance in OKLab, by the definition's inverse; independent of how the palette was made.
std::array<double, 3> oklab(std::uint32_t rgb) {
    const auto linear = [](std::uint32_t channel) {
        const double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    const double r = linear(rgb >> 16 & 255), g = linear(rgb >> 8 & 255), b = linear(rgb & 255);
    const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const double m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const double s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

double distance(std::uint32_t a, std::uint32_t b) {
    const auto x = oklab(a), y = oklab(b);
    return std::hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

} // namespace

class LabelClassTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void taskNamesGoBothWays();
    void splitNamesGoBothWays();
    void unknownNamesAreNothing();
    void paletteBeginsWithOkabeIto();
    void paletteColorsCanBeToldApart();
    void paletteTakesAnyIndex();
};

void LabelClassTest::taskNamesGoBothWays() {
    for (const TaskKind task : {TaskKind::Classification, TaskKind::Detection, TaskKind::Segmentation})
        QVERIFY(taskNamed(name(task)) == task);
    QVERIFY(name(TaskKind::Detection) == "detection");
}

void LabelClassTest::splitNamesGoBothWays() {
    for (const Split split : {Split::None, Split::Train, Split::Validation, Split::Test})
        QVERIFY(splitNamed(name(split)) == split);
    QVERIFY(name(Split::Validation) == "val");
}

void LabelClassTest::unknownNamesAreNothing() {
    for (const char* wrong : {"", "Train", "validation", "classify"}) {
        QVERIFY(!taskNamed(wrong));
        QVERIFY(!splitNamed(wrong));
    }
}

void LabelClassTest::paletteBeginsWithOkabeIto() {
    QCOMPARE(paletteColor(0), 0xE69F00u);
    QCOMPARE(paletteColor(1), 0x56B4E9u);
    QCOMPARE(paletteColor(6), 0xCC79A7u);
}

void LabelClassTest::paletteColorsCanBeToldApart() {
    for (int i = 0; i < 31; ++i)
        for (int j = 0; j < i; ++j) {
            const double apart = distance(paletteColor(i), paletteColor(j));
            QVERIFY2(apart > 0.035, qPrintable(QString("%1 and %2: %3").arg(i).arg(j).arg(apart)));
        }
}

void LabelClassTest::paletteTakesAnyIndex() {
    QCOMPARE(paletteColor(-5), paletteColor(0));
    for (const int index : {100, 1000, 2147483647})
        QVERIFY(paletteColor(index) <= 0xFFFFFF);
}

QTEST_GUILESS_MAIN(LabelClassTest)
#include "LabelClassTest.moc"
