#include "ui/widgets/Widgets.h"

#include <QLocale>
#include <QTest>

#include <cmath>
#include <limits>

using namespace graft;

class WidgetsNumbersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void counts();
    void largeCounts_data();
    void largeCounts();
    void durations_data();
    void durations();
    void bytes_data();
    void bytes();
    void numbersAreWrittenAsTheLanguageDoes();
};

void WidgetsNumbersTest::counts() {
    QCOMPARE(ui::countText(0), "0");
    QCOMPARE(ui::countText(999), "999");
    QCOMPARE(ui::countText(1234567), "1,234,567");
}

void WidgetsNumbersTest::largeCounts_data() {
    QTest::addColumn<double>("count");
    QTest::addColumn<QString>("expected");
    QTest::newRow("none") << 0.0 << "0";
    QTest::newRow("small") << 512.0 << "512";
    QTest::newRow("thousands") << 1234.0 << "1.23 k";
    QTest::newRow("mobilenet") << 2542856.0 << "2.54 M";
    QTest::newRow("resnet50") << 25557032.0 << "25.6 M";
    QTest::newRow("vgg16") << 138357544.0 << "138 M";
    QTest::newRow("multiply-adds") << 1814073344.0 << "1.81 G";
    QTest::newRow("rounds up into the next unit") << 999999.0 << "1.00 M";
    QTest::newRow("tera") << 2.5e12 << "2.50 T";
}

void WidgetsNumbersTest::largeCounts() {
    QFETCH(double, count);
    QFETCH(QString, expected);
    QCOMPARE(ui::largeCountText(count), expected);
}

void WidgetsNumbersTest::durations_data() {
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("expected");
    QTest::newRow("none") << 0.0 << "0.0 s";
    QTest::newRow("tenths") << 0.44 << "0.4 s";
    QTest::newRow("seconds") << 12.4 << "12 s";
    QTest::newRow("nearly a minute") << 59.7 << "1 min";
    QTest::newRow("a few minutes") << 125.0 << "2 min 5 s";
    QTest::newRow("whole minutes") << 120.0 << "2 min";
    QTest::newRow("minutes") << 754.0 << "13 min";
    QTest::newRow("nearly an hour") << 3599.0 << "1 h";
    QTest::newRow("hours") << 4800.0 << "1 h 20 min";
    QTest::newRow("whole hours") << 7200.0 << "2 h";
    QTest::newRow("days") << 100000.0 << "1 d 4 h";
    QTest::newRow("nearly two days") << 172799.0 << "2 d";
    QTest::newRow("unknown") << std::numeric_limits<double>::quiet_NaN() << "–";
    QTest::newRow("never") << std::numeric_limits<double>::infinity() << "–";
    QTest::newRow("less than nothing") << -1.0 << "–";
}

void WidgetsNumbersTest::durations() {
    QFETCH(double, seconds);
    QFETCH(QString, expected);
    QCOMPARE(ui::durationText(seconds), expected);
}

void WidgetsNumbersTest::bytes_data() {
    QTest::addColumn<qint64>("count");
    QTest::addColumn<QString>("expected");
    QTest::newRow("none") << qint64(0) << "0 bytes";
    QTest::newRow("bytes") << qint64(512) << "512 bytes";
    QTest::newRow("kilo") << qint64(43'200) << "43 kB";
    QTest::newRow("mega") << qint64(97'800'000) << "97.8 MB";
    QTest::newRow("giga") << qint64(3'210'000'000) << "3.2 GB";
}

void WidgetsNumbersTest::bytes() {
    QFETCH(qint64, count);
    QFETCH(QString, expected);
    QCOMPARE(ui::bytesText(count), expected);
}

void WidgetsNumbersTest::numbersAreWrittenAsTheLanguageDoes() {
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(ui::countText(1234567), "1.234.567");
    QCOMPARE(ui::largeCountText(25557032), "25,6 M");
    QCOMPARE(ui::bytesText(97'800'000), "97,8 MB");
    QCOMPARE(ui::durationText(0.44), "0,4 s");
}

QTEST_MAIN(WidgetsNumbersTest)
#include "WidgetsNumbersTest.moc"
