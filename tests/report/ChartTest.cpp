#include "report/CurveChart.h"
#include "report/MatrixChart.h"
#include "report/Style.h"
#include "report/Words.h"

#include <QLocale>
#include <QTest>

#include <cmath>
#include <limits>

using namespace graft;
using namespace graft::report;

namespace {

QRectF bounds(const Mark& mark) {
    struct Measuring {
        QRectF operator()(const Line& line) const { return QRectF(line.from, line.to).normalized(); }
        QRectF operator()(const Polyline& line) const {
            QRectF area(line.points.front(), line.points.front());
            for (const QPointF& point : line.points)
                area = QRectF(QPointF(std::min(area.left(), point.x()), std::min(area.top(), point.y())),
                              QPointF(std::max(area.right(), point.x()), std::max(area.bottom(), point.y())));
            return area;
        }
        QRectF operator()(const Box& box) const { return box.area; }
        QRectF operator()(const Circle& circle) const {
            return {circle.center.x() - circle.radius, circle.center.y() - circle.radius, 2 * circle.radius,
                    2 * circle.radius};
        }
        QRectF operator()(const Label& label) const {
            const double width = textWidth(label.text, label.size, label.weight);
            const double start = label.anchor == Label::Anchor::Start    ? 0
                                 : label.anchor == Label::Anchor::Middle ? width / 2
                                                                         : width;
            if (label.upwards)
                return {label.baseline.x() - label.size, label.baseline.y() - width + start, label.size,
                        width};
            return {label.baseline.x() - start, label.baseline.y() - label.size * 0.8, width, label.size};
        }
    };
    return std::visit(Measuring{}, mark);
}

/// The first mark that leaves the drawing by more than a pixel.
QString outside(const Drawing& drawing) {
    const QRectF paper(-1.5, -1.5, drawing.width + 3, drawing.height + 3);
    for (const Mark& mark : drawing.marks) {
        const QRectF area = bounds(mark);
        if (!std::isfinite(area.x()) || !std::isfinite(area.y()) || !std::isfinite(area.width()) ||
            !std::isfinite(area.height()))
            return QStringLiteral("a mark that is not finite");
        if (paper.united(area) != paper) {
            const auto* label = std::get_if<Label>(&mark);
            return QStringLiteral("(%1, %2) %3 × %4 %5 in %6 × %7")
                .arg(area.x())
                .arg(area.y())
                .arg(area.width())
                .arg(area.height())
                .arg(label ? label->text : QStringLiteral("mark %1").arg(mark.index()))
                .arg(drawing.width)
                .arg(drawing.height);
        }
    }
    return {};
}

double luminance(const QColor& color) {
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor& one, const QColor& other) {
    const double first = luminance(one) + 0.05;
    const double second = luminance(other) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

CurveSet curveSet(int epochs, bool share, double from, double to) {
    CurveSet set{QStringLiteral("Quantity"), share, {}};
    for (int line = 0; line < 3; ++line) {
        Curve curve{
            QStringLiteral("line %1").arg(line), QColor::fromRgb(style::kRunColors[line]), line == 1, {}, {}};
        for (int e = 1; e <= epochs; ++e)
            curve.points.emplace_back(e, from + (to - from) * e / epochs * (1 - 0.1 * line));
        curve.bestEpoch = epochs;
        set.curves.push_back(curve);
    }
    return set;
}

} // namespace

class ChartTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void stepsAreRound_data() {
        QTest::addColumn<double>("span");
        QTest::addColumn<int>("parts");
        QTest::addColumn<double>("step");
        QTest::newRow("1/5") << 1.0 << 5 << 0.2;
        QTest::newRow("0.3/5") << 0.3 << 5 << 0.1;
        QTest::newRow("29/6") << 29.0 << 6 << 5.0;
        QTest::newRow("499/6") << 499.0 << 6 << 100.0;
        QTest::newRow("7/5") << 7.0 << 5 << 2.0;
        QTest::newRow("tiny") << 1e-6 << 5 << 2e-7;
    }
    void stepsAreRound() {
        QFETCH(double, span);
        QFETCH(int, parts);
        QFETCH(double, step);
        QVERIFY(std::abs(roundStep(span, parts) - step) < 1e-9 * step);
    }

    void curvesStayInsideTheirPaper_data() {
        QTest::addColumn<int>("epochs");
        QTest::addColumn<bool>("share");
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        for (const int epochs : {1, 2, 3, 7, 30, 500, 12345}) {
            QTest::addRow("accuracy, %d epochs", epochs) << epochs << true << 0.3 << 1.0;
            QTest::addRow("loss, %d epochs", epochs) << epochs << false << 2.3 << 0.01;
        }
        QTest::newRow("perfect from the start") << 5 << true << 1.0 << 1.0;
        QTest::newRow("no loss at all") << 5 << false << 0.0 << 0.0;
        QTest::newRow("exploding loss") << 5 << false << 1.0 << 1e12;
        QTest::newRow("never right") << 5 << true << 0.0 << 0.0;
    }
    void curvesStayInsideTheirPaper() {
        QFETCH(int, epochs);
        QFETCH(bool, share);
        QFETCH(double, from);
        QFETCH(double, to);
        for (const double width : {300.0, 388.0, 800.0}) {
            const Drawing drawing = drawCurves(curveSet(epochs, share, from, to), width);
            QCOMPARE(drawing.width, width);
            QVERIFY2(outside(drawing).isEmpty(), qPrintable(outside(drawing)));
        }
    }

    void valuesThatAreNoNumbersLeaveAGap() {
        auto set = curveSet(9, false, 1, 0);
        set.curves.resize(1);
        set.curves[0].points[4].setY(std::numeric_limits<double>::quiet_NaN());
        set.curves[0].points[5].setY(std::numeric_limits<double>::infinity());
        int lines = 0;
        for (const Mark& mark : drawCurves(set, 400).marks)
            lines += std::holds_alternative<Polyline>(mark);
        QCOMPARE(lines, 2);
        for (auto& point : set.curves[0].points)
            point.setY(std::numeric_limits<double>::quiet_NaN());
        QVERIFY(outside(drawCurves(set, 400)).isEmpty());
    }

    void theBestEpochIsNamedWithItsValue() {
        auto set = curveSet(10, true, 0.5, 0.9);
        set.curves[0].bestEpoch = 8;
        QStringList texts;
        for (const Mark& mark : drawCurves(set, 400).marks)
            if (const auto* label = std::get_if<Label>(&mark))
                texts << label->text;
        QVERIFY2(texts.contains(QStringLiteral("best epoch 8: 82.0\u202f%")),
                 qPrintable(texts.join(QChar('|'))));
    }

    void legendsWrap() {
        const auto curves = curveSet(3, true, 0, 1).curves;
        QVERIFY(drawLegend(curves, 120).height > drawLegend(curves, 800).height);
        QVERIFY(outside(drawLegend(curves, 120)).isEmpty());
    }

    void matricesStayInsideTheirPaper_data() {
        QTest::addColumn<int>("classes");
        QTest::addColumn<int>("nameLength");
        for (const int classes : {1, 2, 3, 6, 12, 40, 100}) {
            QTest::addRow("%d classes", classes) << classes << 5;
            QTest::addRow("%d classes, long names", classes) << classes << 60;
        }
    }
    void matricesStayInsideTheirPaper() {
        QFETCH(int, classes);
        QFETCH(int, nameLength);
        MatrixPicture picture;
        for (int i = 0; i < classes; ++i) {
            picture.classes << QString(nameLength, QChar('m'));
            picture.matrix.emplace_back(std::size_t(classes), 0);
            picture.matrix.back()[std::size_t(i)] = i * 977; // the first row is empty
        }
        for (const auto values : {MatrixPicture::Values::Counts, MatrixPicture::Values::RowShares})
            for (const double width : {320.0, 800.0}) {
                picture.values = values;
                const Drawing drawing = drawMatrix(picture, width);
                QVERIFY2(outside(drawing).isEmpty(), qPrintable(outside(drawing)));
            }
    }

    void theHeatMapGrowsEvenlyDarkerAndItsFiguresAreReadable() {
        double before = 2;
        for (int i = 0; i <= 100; ++i) {
            const QColor color = style::heat(i / 100.0);
            QVERIFY(luminance(color) < before);
            before = luminance(color);
            QVERIFY(contrast(color, style::textOn(color)) >= 4.5);
        }
    }

    void linesOfRunsStandOutFromThePaper() {
        for (const QRgb color : style::kRunColors)
            QVERIFY(contrast(QColor::fromRgb(color), QColor::fromRgb(style::kSurface)) >= 3);
    }

    void figuresReadAsPeopleWriteThem() {
        QCOMPARE(words::percent(0.94771), QStringLiteral("94.8\u202f%"));
        QCOMPARE(words::percent(std::nan("")), QStringLiteral("–"));
        QCOMPARE(words::interval({0.5, 0.4, 0.612}), QStringLiteral("40.0–61.2\u202f%"));
        QCOMPARE(words::estimate({0.5, std::nan(""), std::nan("")}), QStringLiteral("50.0\u202f%"));
        QCOMPARE(words::duration(0.0123), QStringLiteral("12 ms"));
        QCOMPARE(words::duration(1.26), QStringLiteral("1.3 s"));
        QCOMPARE(words::duration(59.6), QStringLiteral("60 s"));
        QCOMPARE(words::duration(245.4), QStringLiteral("4 min 05 s"));
        QCOMPARE(words::duration(7800), QStringLiteral("2 h 10 min"));
        QCOMPARE(words::duration(std::nan("")), QStringLiteral("–"));
        QCOMPARE(words::shortNumber(1e-4), QStringLiteral("0.0001"));
    }

    void theDeviceIsNamedInTheLanguageOfTheProgram() {
        QCOMPARE(words::device({{"device", "cpu"}, {"threads", "2"}}),
                 QStringLiteral("processor, 2 threads"));
        QCOMPARE(words::device({{"device", "cpu"}, {"threads", "1"}}), QStringLiteral("processor, 1 thread"));
        QCOMPARE(words::device({{"device", "cpu"}, {"threads", "many"}}), QStringLiteral("processor"));
        QCOMPARE(words::device({{"device", "CUDA: NVIDIA H100"}}), QStringLiteral("CUDA: NVIDIA H100"));
        const std::string german = "Prozessor, 2 Threads"; // as earlier versions wrote it
        QCOMPARE(words::device({{"device", german}}), QString::fromStdString(german));
        QCOMPARE(words::device(std::map<std::string, std::string>()), QString());
    }
};

QTEST_MAIN(ChartTest)
#include "ChartTest.moc"
