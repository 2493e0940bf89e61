#include "ui/network/NetworkPainter.h"

#include "ui/network/NetworkGlyphs.h"
#include "ui/theme/Theme.h"
#include "ui/train/RunWords.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace graft::ui {
namespace {

using diagram::Learning;
using theme::kInside;
using theme::kRadius;
using theme::kUnit;

constexpr double kGlyph = 14;
constexpr double kHeatHeight = 4;
constexpr double kLeastForWords = 26; ///< width of a box
constexpr double kLeastForGlyph = 44;
constexpr double kLeastForArrows = 0.3; ///< scale
constexpr double kHatchDistance = 7;
constexpr double kGroundTone = 0.13;

QColor mixed(const QColor& ground, const QColor& tone, double share) {
    return QColor::fromRgbF(float(ground.redF() + (tone.redF() - ground.redF()) * share),
                            float(ground.greenF() + (tone.greenF() - ground.greenF()) * share),
                            float(ground.blueF() + (tone.blueF() - ground.blueF()) * share));
}

QColor withAlpha(QColor color, double alpha) {
    color.setAlphaF(float(alpha));
    return color;
}

QColor toneOf(Learning learning) {
    const theme::Palette& palette = theme::palette();
    switch (learning) {
    case Learning::Frozen:
        return palette.frozen;
    case Learning::Partly:
    case Learning::Learns:
        return palette.trainable;
    case Learning::Nothing:
        break;
    }
    return palette.outline;
}

QString elided(const QFont& font, const QString& text, double width) {
    // Of "features.4–6" the end tells it from its neighbours.
    const Qt::TextElideMode mode = text.contains(QLatin1Char('.')) ? Qt::ElideLeft : Qt::ElideRight;
    return QFontMetricsF(font).elidedText(text, mode, width);
}

} // namespace

QRectF NetworkSight::map(const diagram::Rect& area) const {
    return {origin.x() + area.x * scale, origin.y() + area.y * scale, area.width * scale,
            area.height * scale};
}

QPointF NetworkSight::map(const diagram::Point& point) const {
    return {origin.x() + point.x * scale, origin.y() + point.y * scale};
}

QRectF NetworkPainter::glyphArea(const QRectF& box) {
    if (box.width() < kLeastForGlyph || box.height() < kGlyph + kInside + kHeatHeight)
        return {};
    return {box.right() - kGlyph - kInside + 1, box.top() + kUnit + 2, kGlyph, kGlyph};
}

int NetworkPainter::paint(const QRectF& view) {
    m_painter.setRenderHint(QPainter::Antialiasing);
    if (m_sight.line && !m_drawing.nothingToFreeze) {
        const double x = m_sight.map(diagram::Point{m_drawing.lineAt(m_drawing.frozenStops()), 0}).x();
        m_painter.fillRect(
            QRectF(view.topLeft(), QPointF(std::clamp(x, view.left(), view.right()), view.bottom())),
            withAlpha(theme::palette().frozen, 0.06));
    }
    paintFrames(view);
    paintEdges(view);
    const double largest = m_drawing.largestShare();
    int painted = 0;
    for (const diagram::Box& box : m_drawing.layout.boxes) {
        const QRectF area = m_sight.map(box.area);
        if (!area.intersects(view))
            continue;
        paintBox(box, area, largest);
        ++painted;
    }
    if (m_sight.line && !m_drawing.nothingToFreeze)
        paintLine(view);
    return painted;
}

void NetworkPainter::paintFrames(const QRectF& view) {
    const theme::Palette& palette = theme::palette();
    const QFont font = theme::font(theme::TextSize::Small, QFont::DemiBold);
    for (const diagram::Frame& frame : m_drawing.layout.frames) {
        const QRectF area = m_sight.map(frame.area);
        if (!area.intersects(view))
            continue;
        m_painter.setPen(QPen(frame.part == m_sight.current ? palette.accent : palette.hairline,
                              frame.part == m_sight.current ? 2 : 1));
        m_painter.setBrush(withAlpha(palette.raised, frame.depth % 2 == 0 ? 0.55 : 0.9));
        m_painter.drawRoundedRect(area, kRadius, kRadius);
        const QRectF title(area.left() + kInside, area.top() + 2, area.width() - 2 * kInside, 16);
        if (m_drawing.layout.boxes.empty() || title.width() < kLeastForGlyph ||
            area.height() < 3 * title.height())
            continue;
        m_painter.setFont(font);
        m_painter.setPen(palette.secondary);
        const QString words =
            QStringLiteral("−  ") + QString::fromStdString(m_drawing.part(frame.part).label);
        m_painter.drawText(title, Qt::AlignVCenter | Qt::AlignLeft, elided(font, words, title.width()));
    }
}

void NetworkPainter::paintEdges(const QRectF& view) {
    const theme::Palette& palette = theme::palette();
    for (const diagram::Edge& edge : m_drawing.layout.edges) {
        if (edge.curve.size() < 4)
            continue;
        QPainterPath path(m_sight.map(edge.curve.front()));
        for (std::size_t i = 1; i + 2 < edge.curve.size(); i += 3)
            path.cubicTo(m_sight.map(edge.curve[i]), m_sight.map(edge.curve[i + 1]),
                         m_sight.map(edge.curve[i + 2]));
        if (!path.controlPointRect().adjusted(-2, -2, 2, 2).intersects(view))
            continue;
        const int from = m_drawing.layout.boxes[std::size_t(edge.from)].part;
        const int to = m_drawing.layout.boxes[std::size_t(edge.to)].part;
        const bool ofCurrent = m_sight.current >= 0 && (from == m_sight.current || to == m_sight.current);
        const QColor color = ofCurrent ? palette.accent : palette.outline;
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(QPen(color, ofCurrent ? 2 : m_sight.scale < kLeastForArrows ? 1 : 1.4));
        const QPointF end = m_sight.map(m_drawing.layout.boxes[std::size_t(edge.to)].area).topLeft();
        const QPointF tip(end.x(), m_sight.map(edge.curve.back()).y());
        path.lineTo(tip);
        m_painter.drawPath(path);
        if (m_sight.scale < kLeastForArrows)
            continue;
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(color);
        m_painter.drawPolygon(QPolygonF{{tip, tip + QPointF(-7, -4), tip + QPointF(-7, 4)}});
    }
}

void NetworkPainter::paintGround(int part, const QRectF& area) {
    const theme::Palette& palette = theme::palette();
    const Learning learning = m_drawing.factsOf(part).learning;
    const QColor tone = toneOf(learning);
    const bool toned = learning != Learning::Nothing;
    const QColor ground = toned ? mixed(palette.surface, tone, kGroundTone) : palette.surface;
    const QPen edge(toned ? tone : palette.hairline, toned ? 1.4 : 1);
    m_painter.setPen(edge);
    m_painter.setBrush(mixed(ground, palette.window, 0.3));
    if (m_drawing.part(part).isBlock() && area.width() >= kLeastForWords) // as a pile: there is more inside
        m_painter.drawRoundedRect(area.translated(3, -3), kRadius, kRadius);
    m_painter.setBrush(ground);
    m_painter.drawRoundedRect(area, kRadius, kRadius);
    const bool hatched = learning == Learning::Frozen || learning == Learning::Partly;
    if (!hatched || area.height() < kHatchDistance)
        return;
    QRectF cold = area.adjusted(1, 1, -1, -1);
    if (learning == Learning::Partly)
        cold.setWidth(cold.width() / 3);
    paintHatch(m_painter, cold, withAlpha(palette.frozen, 0.28), kHatchDistance);
}

void NetworkPainter::paintRing(int part, const QRectF& area) {
    const theme::Palette& palette = theme::palette();
    m_painter.setBrush(Qt::NoBrush);
    if (std::ranges::find(m_sight.found, part) != m_sight.found.end()) {
        m_painter.setPen(QPen(palette.warning, 2, Qt::DashLine));
        m_painter.drawRoundedRect(area.adjusted(-5, -5, 5, 5), kRadius + 4, kRadius + 4);
    }
    if (part == m_sight.current) {
        m_painter.setPen(QPen(palette.accent, 2));
        m_painter.drawRoundedRect(area.adjusted(-2, -2, 2, 2), kRadius + 2, kRadius + 2);
    } else if (part == m_sight.hovered) {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(palette.hover);
        m_painter.drawRoundedRect(area, kRadius, kRadius);
    }
}

void NetworkPainter::paintBox(const diagram::Box& box, const QRectF& area, double largestShare) {
    paintGround(box.part, area);
    const diagram::Facts& facts = m_drawing.factsOf(box.part);
    const theme::Palette& palette = theme::palette();
    const QRectF glyph = glyphArea(area);
    if (!glyph.isEmpty() && facts.parameters > 0) {
        if (facts.learning != Learning::Learns)
            paintSnowflake(m_painter, glyph, mixed(palette.frozen, palette.text, 0.35));
        else
            paintFlame(m_painter, glyph, mixed(palette.trainable, palette.text, 0.25));
    }
    if (area.width() >= kLeastForWords)
        paintWords(box.part, area);
    if (facts.multiplyAdds > 0 && area.height() > 3 * kHeatHeight && area.width() > 2 * kInside)
        paintHeat(facts.share, largestShare, area);
    paintRing(box.part, area);
}

void NetworkPainter::paintWords(int part, const QRectF& area) {
    const theme::Palette& palette = theme::palette();
    const diagram::Facts& facts = m_drawing.factsOf(part);
    const double side = area.width() >= kLeastForGlyph ? kInside : 2;
    const double bottom = area.bottom() - kInside - kHeatHeight;
    const QFont bold = theme::font(theme::TextSize::Body, QFont::DemiBold);
    const QFont small = theme::font(theme::TextSize::Small);
    QStringList lines{QString::fromStdString(m_drawing.part(part).label),
                      network_words::kind(m_drawing, part), network_words::shape(facts.output),
                      network_words::figures(facts)};
    if (const QString rate = network_words::rate(m_drawing, part); !rate.isEmpty())
        lines.insert(1, rate); // what a person chose comes before what is so anyway
    double y = area.top() + kUnit;
    for (int i = 0; i < lines.size(); ++i) {
        const bool first = i == 0;
        const QFont& font = first && area.height() > 30 ? bold : small;
        const double height = QFontMetricsF(font).height();
        if (y + height > bottom + 3 && !(first && area.height() >= height))
            return;
        const bool besideGlyph = first && facts.parameters > 0 && !glyphArea(area).isEmpty();
        const double width = area.width() - 2 * side - (besideGlyph ? kGlyph + 2 : 0);
        m_painter.setFont(font);
        m_painter.setPen(first ? palette.text : palette.secondary);
        m_painter.drawText(QRectF(area.left() + side, y, width, height), Qt::AlignLeft | Qt::AlignVCenter,
                           first ? elided(font, lines[i], width)
                                 : QFontMetricsF(font).elidedText(lines[i], Qt::ElideRight, width));
        y += height;
    }
}

void NetworkPainter::paintHeat(double share, double largest, const QRectF& area) {
    const double side = area.width() >= kLeastForGlyph ? kInside : 2;
    const QRectF track(area.left() + side, area.bottom() - kHeatHeight - kUnit, area.width() - 2 * side,
                       kHeatHeight);
    const double part = largest > 0 ? share / largest : 0;
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(withAlpha(theme::palette().outline, 0.35));
    m_painter.drawRoundedRect(track, kHeatHeight / 2, kHeatHeight / 2);
    m_painter.setBrush(theme::viridis(part));
    QRectF filled = track;
    filled.setWidth(std::max(kHeatHeight, track.width() * part));
    m_painter.drawRoundedRect(filled, kHeatHeight / 2, kHeatHeight / 2);
}

void NetworkPainter::paintLine(const QRectF& view) {
    const theme::Palette& palette = theme::palette();
    const double x = m_sight.map(diagram::Point{m_drawing.lineAt(m_drawing.frozenStops()), 0}).x();
    const QRectF handle(x - kHandleWidth / 2.0, view.top() + kHandleTop, kHandleWidth, kHandleHeight);
    if (!handle.adjusted(-4, -4, 4, view.height()).intersects(view))
        return;
    m_painter.setPen(QPen(withAlpha(palette.window, 0.8), 5));
    m_painter.drawLine(QPointF(x, handle.bottom()), QPointF(x, view.bottom()));
    m_painter.setPen(QPen(palette.accent, 2));
    m_painter.drawLine(QPointF(x, handle.bottom()), QPointF(x, view.bottom()));
    m_painter.setPen(QPen(palette.window, 2));
    m_painter.setBrush(palette.accentFill);
    m_painter.drawRoundedRect(handle, kHandleHeight / 2.0, kHandleHeight / 2.0);
    const double top = handle.top() + (kHandleHeight - kGlyph) / 2;
    paintSnowflake(m_painter, {handle.left() + kInside, top, kGlyph, kGlyph}, palette.onAccent);
    paintFlame(m_painter, {handle.right() - kInside - kGlyph, top, kGlyph, kGlyph}, palette.onAccent);
}

double NetworkPainter::legendEntry(double x, const QRectF& area, Learning learning, const QString& words) {
    const theme::Palette& palette = theme::palette();
    const QRectF sample(x, area.center().y() - 8, 24, 16);
    const QColor tone = toneOf(learning);
    m_painter.setPen(QPen(tone, 1.2));
    m_painter.setBrush(mixed(palette.surface, tone, kGroundTone));
    m_painter.drawRoundedRect(sample, 3, 3);
    if (learning == Learning::Frozen) {
        paintHatch(m_painter, sample.adjusted(1, 1, -1, -1), withAlpha(palette.frozen, 0.4), 5);
        paintSnowflake(m_painter, QRectF(sample.center().x() - 6, sample.center().y() - 6, 12, 12),
                       palette.text);
    } else {
        paintFlame(m_painter, QRectF(sample.center().x() - 6, sample.center().y() - 6, 12, 12), palette.text);
    }
    const QFont font = theme::font(theme::TextSize::Small);
    const double width = QFontMetricsF(font).horizontalAdvance(words);
    m_painter.setFont(font);
    m_painter.setPen(palette.secondary);
    m_painter.drawText(QRectF(sample.right() + 6, area.top(), width + 2, area.height()), Qt::AlignVCenter,
                       words);
    return sample.right() + 6 + width + theme::kBetween;
}

void NetworkPainter::paintLegend(const QRectF& area) {
    const theme::Palette& palette = theme::palette();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.fillRect(area, withAlpha(palette.window, 0.9));
    double x = area.left() + kInside;
    x = legendEntry(x, area, Learning::Frozen, QCoreApplication::translate("Network", "frozen"));
    x = legendEntry(x, area, Learning::Learns, QCoreApplication::translate("Network", "learns"));
    const QFont font = theme::font(theme::TextSize::Small);
    m_painter.setFont(font);
    m_painter.setPen(palette.secondary);
    const auto words = [&](const QString& text) {
        const double width = QFontMetricsF(font).horizontalAdvance(text);
        m_painter.setPen(palette.secondary);
        m_painter.drawText(QRectF(x, area.top(), width + 2, area.height()), Qt::AlignVCenter, text);
        x += width + kInside;
    };
    words(QCoreApplication::translate("Network", "share of the multiply-adds:  0"));
    constexpr int kSteps = 24;
    constexpr double kStep = 4;
    m_painter.setPen(Qt::NoPen);
    for (int i = 0; i < kSteps; ++i)
        m_painter.fillRect(QRectF(x + i * kStep, area.center().y() - 3, kStep + 0.5, 6),
                           theme::viridis(double(i) / (kSteps - 1)));
    x += kSteps * kStep + kInside;
    words(run_words::percent(m_drawing.largestShare()));
}

} // namespace graft::ui
