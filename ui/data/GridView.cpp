#include "ui/data/GridView.h"

#include "ui/data/GridCell.h"
#include "ui/data/HoverCard.h"
#include "ui/data/ThumbnailCache.h"
#include "ui/data/Words.h"
#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace graft::ui {
namespace {

constexpr int kGap = 4;
constexpr int kGoodDrawingAfterMs = 120;

} // namespace

GridView::GridView(ThumbnailCache& thumbnails, QWidget* parent)
    : QAbstractScrollArea(parent), m_thumbnails(thumbnails), m_card(new HoverCard(this)) {
    setObjectName(QStringLiteral("imageGrid"));
    setAccessibleName(tr("Images"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);

    m_goodDrawing.setSingleShot(true);
    connect(&m_goodDrawing, &QTimer::timeout, this, [this] {
        m_scaling = false;
        viewport()->update();
    });
    m_wantTimer.setSingleShot(true);
    connect(&m_wantTimer, &QTimer::timeout, this, &GridView::wantVisible);
    m_cardTimer.setSingleShot(true);
    connect(&m_cardTimer, &QTimer::timeout, this, &GridView::showCard);
    connect(&m_scrollTimer, &QTimer::timeout, this, &GridView::autoScroll);
    connect(&m_thumbnails, &ThumbnailCache::ready, this, &GridView::updateCell);
    connect(&theme::Theme::current(), &theme::Theme::changed, this, &GridView::refresh);
}

void GridView::setProject(project::Project* project) {
    m_project = project;
    m_list = nullptr;
    m_scaled.clear();
    m_card->hide();
    m_hovered = -1;
    m_selection.setOrder({});
    m_selection.clear();
    relayout();
    Q_EMIT selectionChanged();
}

void GridView::setList(const ImageList& list) {
    const int top = firstShown();
    const ImageId topId = top < 0 ? ImageId{} : m_selection.order()[std::size_t(top)];
    const int offset = top < 0 ? 0 : m_layout.cell(top).top() - scrollY();
    const std::vector<ImageId> selected = m_selection.ids();
    m_list = &list;
    m_selection.setOrder(list.ids());
    m_card->hide();
    m_hovered = -1;
    relayout();
    keepInPlace(topId, offset);
    refresh();
    if (m_selection.ids() != selected)
        Q_EMIT selectionChanged();
}

void GridView::refresh() {
    m_marks = m_project ? classMarks(m_project->classes()) : ClassMarks();
    viewport()->update();
    announceCurrent();
}

void GridView::setRowHeight(int height) {
    height = std::clamp(height, kSmallest, kLargest);
    if (height == m_rowHeight)
        return;
    const int top = firstShown();
    const ImageId topId = top < 0 ? ImageId{} : m_selection.order()[std::size_t(top)];
    const int offset = top < 0 ? 0 : m_layout.cell(top).top() - scrollY();
    m_rowHeight = height;
    m_scaling = true;
    m_goodDrawing.start(kGoodDrawingAfterMs);
    m_card->hide();
    relayout();
    keepInPlace(topId, offset);
    Q_EMIT rowHeightChanged(height);
}

int GridView::scrollY() const {
    return verticalScrollBar()->value();
}

QPoint GridView::contentFromView(QPoint point) const {
    return point + QPoint(0, scrollY());
}

QRect GridView::cellInView(int index) const {
    return m_layout.cell(index).translated(0, -scrollY());
}

int GridView::firstShown() const {
    const auto [first, last] = m_layout.indicesBetween(scrollY(), scrollY() + viewport()->height());
    return first < last && last <= int(m_selection.order().size()) ? first : -1;
}

void GridView::keepInPlace(ImageId id, int offset) {
    if (scrollY() == 0 && offset >= 0)
        return;
    const auto found = std::find(m_selection.order().begin(), m_selection.order().end(), id);
    if (id && found != m_selection.order().end())
        verticalScrollBar()->setValue(m_layout.cell(int(found - m_selection.order().begin())).top() - offset);
}

void GridView::relayout() {
    static const std::vector<float> none;
    m_layout.compute(m_list ? m_list->aspects() : none, {viewport()->width(), m_rowHeight, kGap});
    m_scaled.clear();
    updateScrollBar();
    viewport()->update();
    m_wantTimer.start(0);
}

void GridView::updateScrollBar() {
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(std::max(20, m_rowHeight / 3));
    verticalScrollBar()->setRange(0, std::max(0, m_layout.height() - viewport()->height()));
}

void GridView::scrollTo(int index) {
    const QRect cell = m_layout.cell(index);
    if (cell.isNull())
        return;
    if (cell.top() < scrollY())
        verticalScrollBar()->setValue(cell.top());
    else if (cell.bottom() >= scrollY() + viewport()->height())
        verticalScrollBar()->setValue(cell.bottom() + 1 - viewport()->height());
}

// What is on screen, then one screen on either side.
void GridView::wantVisible() {
    std::vector<ImageId> ids;
    const auto append = [&](int top, int bottom) {
        const auto [first, last] = m_layout.indicesBetween(top, bottom);
        for (int i = first; i < std::min(last, int(m_selection.order().size())); ++i)
            ids.push_back(m_selection.order()[std::size_t(i)]);
    };
    const int page = viewport()->height();
    if (isVisible()) {
        append(scrollY(), scrollY() + page);
        append(scrollY() + page, scrollY() + 2 * page);
        append(std::max(0, scrollY() - page), scrollY());
    }
    m_thumbnails.want(this, std::move(ids), int(m_rowHeight * 1.15 * devicePixelRatioF()));
}

void GridView::updateCell(ImageId id) {
    m_scaled.erase(id);
    const auto [first, last] = m_layout.indicesBetween(scrollY(), scrollY() + viewport()->height());
    for (int i = first; i < std::min(last, int(m_selection.order().size())); ++i)
        if (m_selection.order()[std::size_t(i)] == id)
            viewport()->update(cellInView(i));
}

void GridView::paintEvent(QPaintEvent* event) {
    QPainter painter(viewport());
    if (!m_project || !m_list)
        return;
    const QRect exposed = event->rect().translated(0, scrollY());
    for (int index : m_layout.indicesIn(exposed))
        paintCell(painter, index);
    paintBand(painter);
}

void GridView::paintCell(QPainter& painter, int index) {
    const ImageId id = m_selection.order()[std::size_t(index)];
    const project::ImageRecord* image = m_project->image(id);
    if (!image)
        return;
    GridCell cell;
    cell.area = cellInView(index);
    if (const Thumbnail* thumbnail = m_thumbnails.find(id)) {
        cell.missing = thumbnail->missing;
        cell.problem = thumbnail->problem;
        if (!thumbnail->picture.isNull())
            cell.picture = pictureFor(id, thumbnail->picture, cell.area.size());
    }
    if (const auto mark = m_marks.find(image->label); mark != m_marks.end())
        cell.mark = mark->second;
    cell.badge = words::splitBadge(image->split);
    cell.duplicate = m_list->isDuplicate(id);
    cell.selected = m_selection.contains(index);
    cell.current = hasFocus() && index == m_selection.current();
    cell.hovered = index == m_hovered;
    paintGridCell(painter, cell);
}

QPixmap GridView::pictureFor(ImageId id, const QImage& source, QSize size) {
    if (m_scaling)
        return QPixmap::fromImage(source);
    const auto found = m_scaled.find(id);
    if (found != m_scaled.end())
        return found->second;
    if (m_scaled.size() > 1500) // some screens full of the smallest size
        m_scaled.clear();
    return m_scaled[id] = filling(source, size, devicePixelRatioF());
}

void GridView::paintBand(QPainter& painter) {
    if (m_band.isNull())
        return;
    const QColor accent = theme::palette().accent;
    QColor wash = accent;
    wash.setAlpha(40);
    painter.setPen(accent);
    painter.setBrush(wash);
    painter.drawRect(m_band.translated(0, -scrollY()));
}

void GridView::resizeEvent(QResizeEvent*) {
    const int top = firstShown();
    const ImageId topId = top < 0 ? ImageId{} : m_selection.order()[std::size_t(top)];
    const int offset = top < 0 ? 0 : m_layout.cell(top).top() - scrollY();
    relayout();
    keepInPlace(topId, offset);
}

void GridView::scrollContentsBy(int, int dy) {
    m_card->hide();
    m_cardTimer.stop();
    if (m_band.isNull())
        viewport()->scroll(0, dy);
    else
        viewport()->update();
    if (m_scaled.size() > 600)
        m_scaled.clear();
    m_wantTimer.start(0);
}

void GridView::selectOnly(ImageId id) {
    m_selection.selectOnly(id);
    selectionMoved();
}

void GridView::selectAll() {
    m_selection.selectAll();
    selectionMoved();
}

void GridView::clearSelection() {
    m_selection.clear();
    selectionMoved();
}

void GridView::selectionMoved() {
    viewport()->update();
    announceCurrent();
    Q_EMIT selectionChanged();
}

void GridView::announceCurrent() {
    const project::ImageRecord* image = m_project ? m_project->image(m_selection.currentId()) : nullptr;
    QString text;
    if (image) {
        const auto mark = m_marks.find(image->label);
        text = words::spoken(*image, mark == m_marks.end() ? QString() : mark->second.name,
                             m_list && m_list->isDuplicate(image->id));
        if (m_selection.contains(m_selection.current()))
            text = tr("%1, selected").arg(text);
    }
    if (text == accessibleDescription())
        return;
    setAccessibleDescription(text);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

} // namespace graft::ui
