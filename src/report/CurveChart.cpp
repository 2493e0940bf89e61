#include "report/CurveChart.h"

#include "report/Style.h"
#include "report/Words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace graft::report {

namespace {

constexpr double kTop = 42;    ///< title, and the best epoch below it
constexpr double kBottom = 38; ///< ticks and the axis' title
constexpr double kRight = 10;

struct Range {
    double low = 0;
    double high = 1;
    double step = 0.2;
    double part(double value) const { return (value - low) / (high - low); }
};

Range valueRange(const CurveSet& set) {
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const Curve& curve : set.curves)
        for (const QPointF& point : curve.points)
            if (std::isfinite(point.y())) {
                low = std::min(low, point.y());
                high = std::max(high, point.y());
            }
    if (!std::isfinite(low))
        return {};
    if (set.share) {
        const double span = std::max(1 - low, 0.05);
        const double step = roundStep(span, 5);
        return {std::max(0.0, std::floor((1 - span) / step + 1e-9) * step), 1, step};
    }
    const double step = roundStep(std::max(high, 1e-6), 5);
    return {0, std::max(step, std::ceil(high / step - 1e-9) * step), step};
}

Range epochRange(const CurveSet& set) {
    double last = 1;
    for (const Curve& curve : set.curves)
        for (const QPointF& point : curve.points)
            last = std::max(last, point.x());
    return last > 1 ? Range{1, last, std::max(1.0, roundStep(last - 1, 6))} : Range{0, 2, 1};
}

/// A plot being drawn: maps (epoch, value) into the drawing.
class Plot {
public:
    Plot(const CurveSet& set, double width)
        : m_set(set), m_epochs(epochRange(set)), m_values(valueRange(set)) {
        m_drawing = {width, std::clamp(width * 0.6, 200.0, 340.0), {}};
        double widest = 0;
        for (double value = m_values.low; value <= m_values.high + m_values.step / 2; value += m_values.step)
            widest = std::max(widest, textWidth(tick(value), style::kSmall));
        const double left = std::ceil(widest) + 10;
        m_area = {left, kTop, width - left - kRight, m_drawing.height - kTop - kBottom};
    }

    Drawing draw() {
        drawTitle();
        drawValueAxis();
        drawEpochAxis();
        for (auto curve = m_set.curves.rbegin(); curve != m_set.curves.rend(); ++curve)
            drawCurve(*curve); // the run of the report on top
        drawBest();
        return std::move(m_drawing);
    }

private:
    template <typename T>
    void add(T mark) {
        m_drawing.marks.emplace_back(std::move(mark));
    }

    QPointF place(const QPointF& point) const {
        return {m_area.left() + m_epochs.part(point.x()) * m_area.width(),
                m_area.bottom() - m_values.part(point.y()) * m_area.height()};
    }

    QString tick(double value) const {
        if (m_set.share)
            return words::percent(value, m_values.step < 0.01 ? 1 : 0);
        return words::decimal(value, std::max(0, int(-std::floor(std::log10(m_values.step) + 1e-9))));
    }

    void drawTitle() {
        add(Label{{0, 12}, m_set.quantity, QColor::fromRgb(style::kText), style::kBody, 600});
    }

    void drawValueAxis() {
        for (double value = m_values.low; value <= m_values.high + m_values.step / 2;
             value += m_values.step) {
            const double y = m_area.bottom() - m_values.part(value) * m_area.height();
            add(Line{{m_area.left(), y}, {m_area.right(), y}, QColor::fromRgb(style::kHairline)});
            add(Label{{m_area.left() - 6, y + 4},
                      tick(value),
                      QColor::fromRgb(style::kSecondary),
                      style::kSmall,
                      400,
                      Label::Anchor::End});
        }
    }

    void drawEpochAxis() {
        const double y = m_area.bottom();
        const auto mark = [&](double epoch) {
            const double x = place({epoch, m_values.low}).x();
            add(Line{{x, y}, {x, y + 4}, QColor::fromRgb(style::kSecondary)});
            add(Label{{x, y + 16},
                      words::count(qint64(epoch)),
                      QColor::fromRgb(style::kSecondary),
                      style::kSmall,
                      400,
                      Label::Anchor::Middle});
        };
        if (m_epochs.high == 2) // a single epoch, in the middle
            mark(1);
        for (double epoch = m_epochs.step; m_epochs.high > 2 && epoch <= m_epochs.high;
             epoch += m_epochs.step)
            mark(epoch);
        if (m_epochs.low == 1 && m_epochs.step > 1)
            mark(1);
        if (m_epochs.low == 1 && m_epochs.high == 2) {
            mark(1);
            mark(2);
        }
        add(Label{{m_area.right(), y + 32},
                  QCoreApplication::translate("Report", "Epoch"),
                  QColor::fromRgb(style::kSecondary),
                  style::kSmall,
                  400,
                  Label::Anchor::End});
    }

    void drawCurve(const Curve& curve) {
        Polyline line{{}, curve.color, curve.thin ? 1.25 : 2.25, curve.thin};
        const auto flush = [&] {
            if (line.points.size() == 1)
                add(Circle{line.points.front(), curve.thin ? 2.0 : 3.0, curve.color, {}, 0});
            else if (line.points.size() > 1)
                add(line);
            line.points.clear();
        };
        for (const QPointF& point : curve.points) {
            if (std::isfinite(point.y()))
                line.points.push_back(place(point));
            else
                flush();
        }
        flush();
        if (const QPointF* best = bestOf(curve))
            add(Circle{place(*best), 4.5, QColor::fromRgb(style::kSurface), curve.color, 2});
    }

    static const QPointF* bestOf(const Curve& curve) {
        const auto found = std::ranges::find_if(curve.points, [&](const QPointF& point) {
            return curve.bestEpoch && point.x() == *curve.bestEpoch && std::isfinite(point.y());
        });
        return found == curve.points.end() ? nullptr : &*found;
    }

    void drawBest() {
        for (const Curve& curve : m_set.curves) {
            const QPointF* best = bestOf(curve);
            if (!best)
                continue;
            const QPointF at = place(*best);
            add(Line{{at.x(), kTop - 8}, {at.x(), at.y() - 6}, QColor::fromRgb(style::kSecondary), 1, true});
            const QString value = m_set.share ? words::percent(best->y()) : words::decimal(best->y(), 3);
            const QString text = QCoreApplication::translate("Report", "best epoch %1: %2")
                                     .arg(words::count(qint64(best->x())), value);
            const double half = textWidth(text, style::kSmall) / 2 + 2;
            const double x = std::clamp(at.x(), half, std::max(half, m_drawing.width - half));
            add(Label{{x, kTop - 12},
                      text,
                      QColor::fromRgb(style::kText),
                      style::kSmall,
                      400,
                      Label::Anchor::Middle});
            return;
        }
    }

    const CurveSet& m_set;
    Range m_epochs;
    Range m_values;
    Drawing m_drawing;
    QRectF m_area;
};

} // namespace

double roundStep(double span, int parts) {
    const double raw = span / parts;
    const double power = std::pow(10, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (raw <= factor * power * (1 + 1e-9))
            return factor * power;
    return 10 * power;
}

Drawing drawCurves(const CurveSet& set, double width) {
    return Plot(set, width).draw();
}

Drawing drawLegend(const std::vector<Curve>& curves, double width) {
    constexpr double kSample = 22, kLineHeight = 20;
    Drawing drawing{width, kLineHeight, {}};
    double x = 0;
    for (const Curve& curve : curves) {
        if (curve.name.isEmpty())
            continue;
        const QString name = elided(curve.name, style::kSmall, width - kSample - 6);
        const double needed = kSample + 6 + textWidth(name, style::kSmall);
        if (x > 0 && x + needed > width) {
            x = 0;
            drawing.height += kLineHeight;
        }
        const double y = drawing.height - kLineHeight / 2;
        drawing.marks.emplace_back(
            Line{{x + 1, y}, {x + kSample - 1, y}, curve.color, curve.thin ? 1.25 : 2.25, curve.thin});
        drawing.marks.emplace_back(
            Label{{x + kSample + 6, y + 4}, name, QColor::fromRgb(style::kText), style::kSmall});
        x += needed + style::kBetween;
    }
    return drawing;
}

} // namespace graft::report
