#include "ui/theme/Oklab.h"
#include "ui/theme/Theme.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace graft;

class ThemeColorMapTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void publishedColorsOfViridis_data();
    void publishedColorsOfViridis();
    void everyStepIsLighterThanTheOneBefore();
    void stepsAreEven();
    void valuesOutsideAreItsEnds();
    void oklabThereAndBack();
    void colorsOutOfGamutKeepLightnessAndHue();
};

// matplotlib's viridis, its places 0, 32, … of 255.
void ThemeColorMapTest::publishedColorsOfViridis_data() {
    QTest::addColumn<int>("place");
    QTest::addColumn<QColor>("expected");
    const std::pair<int, const char*> rows[] = {{0, "#440154"},   {32, "#472d7b"},  {64, "#3b528b"},
                                                {96, "#2c728e"},  {128, "#21918c"}, {160, "#28ae80"},
                                                {191, "#5ec962"}, {223, "#addc30"}, {255, "#fde725"}};
    for (const auto& [place, color] : rows)
        QTest::addRow("%d", place) << place << QColor(QLatin1String(color));
}

void ThemeColorMapTest::publishedColorsOfViridis() {
    QFETCH(int, place);
    QFETCH(QColor, expected);
    const QColor found = ui::theme::viridis(place / 255.0);
    const int worst =
        std::max({std::abs(found.red() - expected.red()), std::abs(found.green() - expected.green()),
                  std::abs(found.blue() - expected.blue())});
    QVERIFY2(worst <= 6, qPrintable(found.name() + u' ' + expected.name()));
}

void ThemeColorMapTest::everyStepIsLighterThanTheOneBefore() {
    double before = -1;
    for (int i = 0; i <= 200; ++i) {
        const double lightness = ui::theme::oklabFrom(ui::theme::viridis(i / 200.0)).lightness;
        QVERIFY(lightness > before - 1e-3);
        before = lightness;
    }
}

void ThemeColorMapTest::stepsAreEven() {
    double smallest = 1;
    double largest = 0;
    for (int i = 0; i < 50; ++i) {
        const auto a = ui::theme::oklabFrom(ui::theme::viridis(i / 50.0));
        const auto b = ui::theme::oklabFrom(ui::theme::viridis((i + 1) / 50.0));
        const double step = std::hypot(std::hypot(a.lightness - b.lightness, a.a - b.a), a.b - b.b);
        smallest = std::min(smallest, step);
        largest = std::max(largest, step);
    }
    QVERIFY2(largest < 2.5 * smallest, qPrintable(QStringLiteral("%1 %2").arg(smallest).arg(largest)));
}

void ThemeColorMapTest::valuesOutsideAreItsEnds() {
    QCOMPARE(ui::theme::viridis(-3), ui::theme::viridis(0));
    QCOMPARE(ui::theme::viridis(7), ui::theme::viridis(1));
    QCOMPARE(ui::theme::viridis(std::numeric_limits<double>::quiet_NaN()), ui::theme::viridis(0));
}

void ThemeColorMapTest::oklabThereAndBack() {
    for (int red = 0; red <= 255; red += 17)
        for (int green = 0; green <= 255; green += 17)
            for (int blue = 0; blue <= 255; blue += 17) {
                const QColor color(red, green, blue);
                QCOMPARE(ui::theme::colorFrom(ui::theme::oklabFrom(color)).rgb(), color.rgb());
            }
    const auto red = ui::theme::oklabFrom(Qt::red); // of Ottosson's page
    QVERIFY(std::abs(red.lightness - 0.628) < 0.001 && std::abs(red.a - 0.225) < 0.001 &&
            std::abs(red.b - 0.126) < 0.001);
}

void ThemeColorMapTest::colorsOutOfGamutKeepLightnessAndHue() {
    const ui::theme::Oklab wanted{0.5, 0.0, 0.3};
    const auto found = ui::theme::oklabFrom(ui::theme::colorFrom(wanted));
    QVERIFY(std::abs(found.lightness - wanted.lightness) < 0.01);
    QVERIFY(found.b > 0 && found.b < wanted.b);
    QVERIFY(std::abs(found.a) < 0.01);
}

QTEST_MAIN(ThemeColorMapTest)
#include "ThemeColorMapTest.moc"
