#include "ui/label/FilmStrip.h"

#include "ui/data/GridCell.h"
#include "ui/data/ThumbnailCache.h"
#include "ui/data/Words.h"
#include "ui/theme/Scrim.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QWheelEvent>

#include <algorithm>
#include <cstdlib>

namespace graft::ui {
namespace {

constexpr int kSide = 72;
constexpr int kStep = kSide + theme::kUnit;
constexpr int kMargin = 6;

} // namespace

FilmStrip::FilmStrip(ThumbnailCache& thumbnails, QWidget* parent)
    : QWidget(parent), m_thumbnails(thumbnails) {
    setObjectName(QStringLiteral("filmStrip"));
    setAccessibleName(tr("Images before and after this one"));
    setMouseTracking(true);
    setFixedHeight(kSide + 2 * kMargin);
    connect(&m_thumbnails, &ThumbnailCache::ready, this, [this](ImageId id) {
        m_pictures.erase(id);
        update();
    });
    connect(&theme::Theme::current(), &theme::Theme::changed, this, &FilmStrip::refresh);
}

QSize FilmStrip::sizeHint() const {
    return {600, kSide + 2 * kMargin};
}

void FilmStrip::setProject(const project::Project* project) {
    m_project = project;
    m_pictures.clear();
    setImages({});
    refresh();
}

void FilmStrip::setImages(std::vector<ImageId> ids) {
    m_ids = std::move(ids);
    m_current = -1;
    m_scrolled = 0;
    m_hovered = -1;
    update();
}

void FilmStrip::setCurrent(int index) {
    m_current = index;
    m_scrolled = 0;
    if (m_project && index >= 0 && index < int(m_ids.size()))
        if (const project::ImageRecord* image = m_project->image(m_ids[std::size_t(index)]))
            setAccessibleDescription(
                tr("%1 of %2: %3").arg(index + 1).arg(m_ids.size()).arg(words::fileName(*image)));
    wantVisible();
    update();
}

void FilmStrip::refresh() {
    m_marks = m_project ? classMarks(m_project->classes()) : ClassMarks();
    update();
}

QRect FilmStrip::cell(int index) const {
    const int left = width() / 2 - kSide / 2 + (index - m_current) * kStep - m_scrolled;
    return {left, kMargin, kSide, kSide};
}

std::pair<int, int> FilmStrip::visible() const {
    if (m_current < 0)
        return {0, 0};
    const int reach = width() / 2 / kStep + 2;
    const int middle = m_current + m_scrolled / kStep;
    const int size = int(m_ids.size());
    return {std::clamp(middle - reach, 0, size), std::clamp(middle + reach + 1, 0, size)};
}

int FilmStrip::indexAt(QPoint point) const {
    const auto [first, last] = visible();
    for (int i = first; i < last; ++i)
        if (cell(i).contains(point))
            return i;
    return -1;
}

// Nearest to the middle first.
void FilmStrip::wantVisible() {
    const auto [first, last] = visible();
    std::vector<ImageId> ids;
    if (isVisible())
        ids.assign(m_ids.begin() + first, m_ids.begin() + last);
    const int middle = m_current + m_scrolled / kStep - first;
    std::vector<std::pair<int, ImageId>> byDistance;
    for (std::size_t i = 0; i < ids.size(); ++i)
        byDistance.emplace_back(std::abs(int(i) - middle), ids[i]);
    std::sort(byDistance.begin(), byDistance.end());
    std::transform(byDistance.begin(), byDistance.end(), ids.begin(),
                   [](const auto& entry) { return entry.second; });
    m_thumbnails.want(this, std::move(ids), int(kSide * 1.5 * devicePixelRatioF()));
}

QPixmap FilmStrip::pictureFor(ImageId id) {
    if (const auto found = m_pictures.find(id); found != m_pictures.end())
        return found->second;
    const Thumbnail* thumbnail = m_thumbnails.find(id);
    if (!thumbnail || thumbnail->picture.isNull())
        return {};
    if (m_pictures.size() > 200)
        m_pictures.clear();
    return m_pictures[id] = filling(thumbnail->picture, {kSide, kSide}, devicePixelRatioF());
}

void FilmStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_project)
        return;
    const auto [first, last] = visible();
    for (int i = first; i < last; ++i)
        paintCell(painter, i);
}

void FilmStrip::paintCell(QPainter& painter, int index) {
    const theme::Palette& colors = theme::palette();
    const project::ImageRecord* image = m_project->image(m_ids[std::size_t(index)]);
    const QRect area = cell(index);
    if (!image || !area.intersects(rect()))
        return;
    painter.save();
    QPainterPath rounded;
    rounded.addRoundedRect(area, theme::kUnit, theme::kUnit);
    painter.setClipPath(rounded);
    painter.fillRect(area, colors.raised);
    const Thumbnail* thumbnail = m_thumbnails.find(image->id);
    if (thumbnail && !thumbnail->problem.isEmpty())
        theme::icon(QStringLiteral("warning"), colors.warning)
            .paint(&painter, QRect(area.center() - QPoint(10, 10), QSize(20, 20)));
    else if (const QPixmap picture = pictureFor(image->id); !picture.isNull())
        painter.drawPixmap(area, picture);
    if (index == m_hovered && index != m_current)
        painter.fillRect(area, theme::kGlint);
    painter.restore();

    if (const auto mark = m_marks.find(image->label); mark != m_marks.end())
        paintClassDot(painter, QRectF(area.left() + 4, area.bottom() - 20, 17, 17), mark->second);
    if (m_project->task() != annotation::TaskKind::Classification)
        paintCount(painter, area, m_project->shapes(image->id).size());
    if (index != m_current)
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colors.accent, 3));
    painter.drawRoundedRect(QRectF(area).adjusted(-2.5, -2.5, 2.5, 2.5), theme::kRadius, theme::kRadius);
}

// How many shapes there are on an image; none: it is still to be done.
void FilmStrip::paintCount(QPainter& painter, const QRect& area, std::size_t shapes) const {
    if (shapes == 0)
        return;
    const QString text = countText(qint64(shapes));
    painter.setFont(theme::font(theme::TextSize::Small, QFont::DemiBold));
    const int width = std::max(17, painter.fontMetrics().horizontalAdvance(text) + 2 * theme::kUnit + 2);
    const QRectF pill(area.left() + theme::kUnit, area.bottom() - 20, width, 17);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::palette().surface);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    painter.setPen(theme::palette().text);
    painter.drawText(pill, Qt::AlignCenter, text);
}

void FilmStrip::resizeEvent(QResizeEvent*) {
    wantVisible();
}

void FilmStrip::showEvent(QShowEvent*) {
    wantVisible();
}

void FilmStrip::wheelEvent(QWheelEvent* event) {
    const QPoint delta = event->pixelDelta().isNull() ? event->angleDelta() / 2 : event->pixelDelta();
    const int by = std::abs(delta.x()) > std::abs(delta.y()) ? delta.x() : delta.y();
    m_scrolled = std::clamp(m_scrolled - by, -m_current * kStep,
                            std::max(0, int(m_ids.size()) - 1 - m_current) * kStep);
    wantVisible();
    update();
    event->accept();
}

void FilmStrip::mouseMoveEvent(QMouseEvent* event) {
    const int index = indexAt(event->position().toPoint());
    if (index == m_hovered)
        return;
    m_hovered = index;
    const project::ImageRecord* image =
        m_project && index >= 0 ? m_project->image(m_ids[std::size_t(index)]) : nullptr;
    setToolTip(image ? words::fileName(*image) : QString());
    update();
}

void FilmStrip::leaveEvent(QEvent*) {
    m_hovered = -1;
    update();
}

void FilmStrip::mouseReleaseEvent(QMouseEvent* event) {
    const int index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index >= 0)
        Q_EMIT picked(index);
}

} // namespace graft::ui
