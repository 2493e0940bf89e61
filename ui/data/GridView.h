#pragma once

#include "project/Project.h"
#include "ui/data/ClassMark.h"
#include "ui/data/GridSelection.h"
#include "ui/data/ImageList.h"
#include "ui/data/JustifiedLayout.h"

#include <QAbstractScrollArea>
#include <QPixmap>
#include <QTimer>

#include <unordered_map>

namespace graft::ui {

class HoverCard;
class ThumbnailCache;

/// The images of a list as a dense grid of justified rows. Virtual: only what is on screen is painted or
/// decoded.
class GridView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit GridView(ThumbnailCache& thumbnails, QWidget* parent = nullptr);

    static constexpr int kSmallest = 64;
    static constexpr int kLargest = 320;

    /// Null: none.
    void setProject(project::Project* project);
    /// Another order or other images; keeps what is at the top of the view in place. The list must outlive
    /// the view.
    void setList(const ImageList& list);
    /// Classes, labels or splits changed.
    void refresh();

    GridSelection& selection() { return m_selection; }
    const JustifiedLayout& justifiedLayout() const { return m_layout; }
    static constexpr int kUsualRowHeight = 120;
    int rowHeight() const { return m_rowHeight; }
    void setRowHeight(int height);
    void scrollTo(int index);
    /// Where a cell is now, in the viewport's coordinates.
    QRect cellInView(int index) const;
    void selectOnly(ImageId id);
    void selectAll();
    void clearSelection();
    /// What is on screen has been asked for.
    bool settled() const { return !m_wantTimer.isActive() && !m_goodDrawing.isActive(); }

Q_SIGNALS:
    void selectionChanged();
    /// Enter or a double click.
    void activated(graft::ImageId id);
    void menuWanted(const QPoint& globalPosition);
    void rowHeightChanged(int height);

protected:
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    int scrollY() const;
    QPoint contentFromView(QPoint point) const;
    void relayout();
    void updateScrollBar();
    void wantVisible();
    void updateCell(ImageId id);
    void paintCell(QPainter& painter, int index);
    QPixmap pictureFor(ImageId id, const QImage& source, QSize size);
    void selectionMoved();
    void announceCurrent();
    bool moveByKey(QKeyEvent* event);
    int keyTarget(int key);
    void hoverAt(QPoint viewPoint);
    void showCard();
    void trackBand(QPoint viewPoint);
    void endBand();
    void paintBand(QPainter& painter);
    void keepInPlace(ImageId id, int offset);
    int firstShown() const;
    void autoScroll();

    ThumbnailCache& m_thumbnails;
    project::Project* m_project = nullptr;
    const ImageList* m_list = nullptr;
    JustifiedLayout m_layout;
    GridSelection m_selection;
    ClassMarks m_marks;
    int m_rowHeight = kUsualRowHeight;
    bool m_scaling = false; ///< the size is being dragged: fast drawing now, good drawing soon
    QTimer m_goodDrawing;
    std::unordered_map<ImageId, QPixmap> m_scaled; ///< of what is on screen, at the size it is shown
    QTimer m_wantTimer;

    int m_hovered = -1;
    QTimer m_cardTimer;
    HoverCard* m_card;
    QPoint m_pressedAt; ///< in the content
    bool m_pressed = false;
    QRect m_band; ///< in the content; null: none is drawn
    QTimer m_scrollTimer;
    int m_columnX = -1; ///< where Up and Down stay while the rows differ
};

} // namespace graft::ui
