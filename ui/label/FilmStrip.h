#pragma once

#include "project/Project.h"
#include "ui/data/ClassMark.h"

#include <QPixmap>
#include <QWidget>

#include <unordered_map>
#include <vector>

namespace graft::ui {

class ThumbnailCache;

/// The images before and after the current one, which stays in the middle. Virtual like the grid.
class FilmStrip : public QWidget {
    Q_OBJECT
public:
    explicit FilmStrip(ThumbnailCache& thumbnails, QWidget* parent = nullptr);

    void setProject(const project::Project* project);
    void setImages(std::vector<ImageId> ids);
    void setCurrent(int index);
    /// Classes or labels changed.
    void refresh();
    QRect cell(int index) const;
    QSize sizeHint() const override;

Q_SIGNALS:
    void picked(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    int indexAt(QPoint point) const;
    std::pair<int, int> visible() const; ///< half-open
    void wantVisible();
    void paintCell(QPainter& painter, int index);
    void paintCount(QPainter& painter, const QRect& area, std::size_t shapes) const;
    QPixmap pictureFor(ImageId id);

    ThumbnailCache& m_thumbnails;
    const project::Project* m_project = nullptr;
    ClassMarks m_marks;
    std::vector<ImageId> m_ids;
    std::unordered_map<ImageId, QPixmap> m_pictures;
    int m_current = -1;
    int m_scrolled = 0; ///< by the wheel; forgotten when another image becomes current
    int m_hovered = -1;
};

} // namespace graft::ui
