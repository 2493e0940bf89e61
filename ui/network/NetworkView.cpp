#include "ui/network/NetworkView.h"

#include "ui/network/NetworkAccessible.h"
#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace graft::ui {
namespace {

constexpr double kSmallestScale = 0.004, kLargestScale = 3, kLargestFit = 1.3;

} // namespace

NetworkView::NetworkView(QWidget* parent) : QWidget(parent) {
    makeNetworksAccessible();
    setObjectName(QStringLiteral("networkView"));
    setAccessibleName(tr("Drawing of the network"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    m_pool.setMaxThreadCount(1); // Graphviz works for one at a time
    m_glide.setDuration(theme::kMotionMs);
    m_glide.setEasingCurve(QEasingCurve::OutCubic);
    connect(&theme::Theme::current(), &theme::Theme::changed, this, qOverload<>(&QWidget::update));
}

NetworkView::~NetworkView() {
    m_pool.clear();
    m_pool.waitForDone();
}

void NetworkView::setNetwork(const graph::Architecture& architecture, int classes, int side,
                             int inputChannels) {
    const auto& before = m_drawing.network;
    const bool same = before && &before->architecture == &architecture;
    auto network = std::make_shared<const DrawnNetwork>(architecture, classes, side, inputChannels);
    if (same && before->side == network->side &&
        graph::countParameters(before->graph, {}).trainable ==
            graph::countParameters(network->graph, {}).trainable)
        return;
    m_drawing.network = std::move(network);
    if (same)
        return setChoice(m_drawing.choice, m_drawing.nothingToFreeze);
    m_drawing.layout = {};
    m_drawing.opened.assign(m_drawing.network->outline.parts().size(), false);
    m_drawing.freeze({"all", {}}, false);
    m_sight.found.clear();
    m_fitted = true;
    setCurrent(-1);
    layOut();
}

void NetworkView::setLearning(const training::LearningOptions& learning) {
    if (learning == m_drawing.learning)
        return;
    m_drawing.learning = learning;
    if (m_drawing.network)
        describe();
    update();
}

void NetworkView::setChoice(const graph::FreezeChoice& choice, bool nothingToFreeze) {
    if (!m_drawing.network)
        return;
    m_drawing.freeze(choice, nothingToFreeze);
    describe();
    update();
}

void NetworkView::layOut() {
    m_pool.clear();
    m_pool.start([this, asked = ++m_asked, network = m_drawing.network, opened = m_drawing.opened] {
        auto layout = diagram::layOut(network->outline, network->graph, opened);
        QMetaObject::invokeMethod(
            this, [this, asked, layout = std::move(layout)] { deliver(asked, layout); },
            Qt::QueuedConnection);
    });
}

void NetworkView::deliver(int asked, Result<diagram::Layout> layout) {
    if (asked != m_asked)
        return;
    m_drawn = asked;
    m_problem = layout ? QString() : QString::fromStdString(layout.error().message);
    m_drawing.layout = layout ? std::move(*layout) : diagram::Layout();
    if (const int revealed = std::exchange(m_revealing, -1); revealed >= 0) {
        bringIntoView(revealed);
    } else if (m_fitted) {
        fit();
    } else if (m_anchor >= 0) {
        const auto& frames = m_drawing.layout.frames;
        const auto frame = std::ranges::find(frames, m_anchor, &diagram::Frame::part);
        const QRectF now = frame != frames.end() ? m_sight.map(frame->area) : boxArea(m_anchor);
        if (!now.isEmpty())
            look(m_sight.scale, m_sight.origin + m_anchorCorner - now.topLeft());
    }
    m_anchor = -1;
    update();
    QAccessibleEvent reordered(this, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&reordered);
    if (m_sight.current >= 0)
        describe();
    Q_EMIT laidOut();
}

QRectF NetworkView::canvas() const {
    return QRectF(0, 0, width(), std::max(1, height() - NetworkPainter::kLegendHeight));
}

void NetworkView::fit() {
    m_fitted = true;
    const diagram::Layout& layout = m_drawing.layout;
    if (layout.boxes.empty())
        return;
    const QRectF room =
        canvas().adjusted(theme::kBetween, NetworkPainter::kHandleTop + NetworkPainter::kHandleHeight + 6,
                          -theme::kBetween, -theme::kInside);
    const double scale = std::clamp(std::min(room.width() / layout.width, room.height() / layout.height),
                                    kSmallestScale, kLargestFit);
    const QPointF origin(room.center().x() - layout.width * scale / 2,
                         room.center().y() - layout.height * scale / 2);
    look(scale, origin);
    m_fitted = true;
}

void NetworkView::look(double scale, const QPointF& origin) {
    m_sight.scale = scale;
    m_sight.origin = origin;
    update();
}

void NetworkView::zoomBy(double factor, const QPointF& at) {
    m_glide.stop();
    m_fitted = false;
    const double scale = std::clamp(m_sight.scale * factor, kSmallestScale, kLargestScale);
    look(scale, at - (at - m_sight.origin) * (scale / m_sight.scale));
}

void NetworkView::glideTo(double scale, const QPointF& origin) {
    m_glide.stop();
    m_fitted = false;
    if (theme::reducedMotion() || !isVisible())
        return look(scale, origin);
    m_glide.disconnect(this);
    m_glide.setStartValue(0.0);
    m_glide.setEndValue(1.0);
    connect(&m_glide, &QVariantAnimation::valueChanged, this,
            [this, from = m_sight.origin, to = origin, start = m_sight.scale, scale](const QVariant& value) {
                const double t = value.toDouble();
                look(std::lerp(start, scale, t), from + (to - from) * t);
            });
    m_glide.start();
}

void NetworkView::bringIntoView(int part) {
    const int box = m_drawing.boxOf(part);
    if (box < 0)
        return;
    const diagram::Rect& area = m_drawing.layout.boxes[std::size_t(box)].area;
    const QRectF room = canvas().adjusted(theme::kAround, theme::kAround + NetworkPainter::kHandleHeight,
                                          -theme::kAround, -theme::kBetween);
    constexpr double kReadable = 0.7;
    const bool readable = m_sight.scale >= kReadable || (m_fitted && m_sight.scale >= kReadable / 2);
    if (readable && room.contains(boxArea(part)))
        return;
    const double scale = readable ? m_sight.scale : 1;
    const QPointF centre(area.x + area.width / 2, area.y + area.height / 2);
    glideTo(scale, room.center() - centre * scale);
}

QRectF NetworkView::boxArea(int part) const {
    const int box = m_drawing.network ? m_drawing.boxOf(part) : -1;
    return box < 0 ? QRectF() : m_sight.map(m_drawing.layout.boxes[std::size_t(box)].area);
}

double NetworkView::lineX(int frozen) const {
    return m_sight.map(diagram::Point{m_drawing.lineAt(frozen), 0}).x();
}

void NetworkView::setCurrent(int part) {
    if (part == m_sight.current)
        return;
    m_sight.current = part;
    describe();
    update();
    Q_EMIT currentChanged();
}

void NetworkView::describe() {
    const bool some = m_sight.current >= 0 && m_drawing.network;
    setAccessibleDescription(some ? network_words::sentence(m_drawing, m_sight.current) : QString());
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    const int box = some ? m_drawing.boxOf(m_sight.current) : -1;
    if (box < 0)
        return;
    QAccessible::State checked;
    checked.checked = true;
    QAccessibleStateChangeEvent frozen(this, checked);
    frozen.setChild(box);
    QAccessible::updateAccessibility(&frozen);
    if (!hasFocus())
        return;
    QAccessibleEvent focused(this, QAccessible::Focus);
    focused.setChild(box);
    QAccessible::updateAccessibility(&focused);
}

void NetworkView::reveal(int part) {
    bool opens = false;
    for (int at = m_drawing.part(part).parent; at >= 0; at = m_drawing.part(at).parent) {
        opens = opens || !m_drawing.opened[std::size_t(at)];
        m_drawing.opened[std::size_t(at)] = true;
    }
    if (m_drawing.part(part).isBlock() && m_drawing.opened[std::size_t(part)]) {
        opens = true;
        m_drawing.opened[std::size_t(part)] = false;
    }
    setCurrent(part);
    m_fitted = false;
    if (!opens && settled())
        return bringIntoView(part);
    m_revealing = part;
    layOut();
}

void NetworkView::setOpened(int part, bool opened) {
    if (!m_drawing.network || !m_drawing.part(part).isBlock() ||
        m_drawing.opened[std::size_t(part)] == opened)
        return;
    const auto& frames = m_drawing.layout.frames;
    const auto frame = std::ranges::find(frames, part, &diagram::Frame::part);
    m_anchor = part;
    m_anchorCorner = (frame == frames.end() ? boxArea(part) : m_sight.map(frame->area)).topLeft();
    m_drawing.opened[std::size_t(part)] = opened;
    setCurrent(opened ? m_drawing.part(part).children.front() : part);
    constexpr double kStillReadable = 0.45;
    m_fitted = m_fitted && (!opened || m_sight.scale > kStillReadable);
    layOut();
}

void NetworkView::openAll() {
    m_drawing.opened.assign(m_drawing.opened.size(), true);
    if (m_sight.current >= 0)
        setCurrent(m_drawing.network->outline.partOf(m_drawing.part(m_sight.current).nodes.front()));
    m_fitted = true;
    layOut();
}

void NetworkView::foldAll() {
    m_drawing.opened.assign(m_drawing.opened.size(), false);
    if (m_sight.current >= 0)
        setCurrent(m_drawing.network->outline.shownFor(m_drawing.part(m_sight.current).nodes.front(),
                                                       m_drawing.opened));
    m_fitted = true;
    layOut();
}

void NetworkView::setFound(std::vector<int> parts) {
    m_sight.found = std::move(parts);
    update();
}

bool NetworkView::canFreeze(int part) const {
    return m_drawing.network && part >= 0 && !m_drawing.nothingToFreeze &&
           diagram::toggled(m_drawing.network->outline, m_drawing.network->graph,
                            m_drawing.network->architecture, m_drawing.choice, part)
               .has_value();
}

void NetworkView::toggleFrozen(int part) {
    if (!canFreeze(part))
        return;
    const auto choice = diagram::toggled(m_drawing.network->outline, m_drawing.network->graph,
                                         m_drawing.network->architecture, m_drawing.choice, part);
    Q_EMIT choiceMade(QString::fromStdString(choice->text()));
}

void NetworkView::freezeUpTo(int part) {
    if (m_drawing.network && part >= 0 && !m_drawing.nothingToFreeze)
        Q_EMIT choiceMade(QString::fromStdString(m_drawing.upTo(part).text()));
}

void NetworkView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (m_fitted)
        fit();
}

void NetworkView::paintEvent(QPaintEvent* event) {
    const theme::Palette& palette = theme::palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme::kRadius, theme::kRadius);
    painter.fillPath(outline, palette.surface);
    painter.setClipRect(event->rect());
    if (!m_problem.isEmpty()) {
        painter.setPen(palette.secondary);
        painter.drawText(rect().adjusted(theme::kAround, 0, -theme::kAround, 0),
                         Qt::AlignCenter | Qt::TextWordWrap, m_problem);
    } else if (!m_drawing.layout.boxes.empty()) {
        painter.save();
        painter.setClipPath(outline, Qt::IntersectClip);
        NetworkPainter network(painter, m_drawing, m_sight);
        m_painted = network.paint(QRectF(event->rect()).intersected(canvas()));
        network.paintLegend(QRectF(0, canvas().bottom(), width(), NetworkPainter::kLegendHeight));
        painter.restore();
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(hasFocus() ? palette.accent : palette.hairline, hasFocus() ? 2 : 1));
    painter.drawPath(outline);
}

} // namespace graft::ui
