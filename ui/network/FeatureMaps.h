#pragma once

#include "training/Inspector.h"

#include <QImage>
#include <QWidget>

#include <vector>

namespace graft::ui {

/// A plane as it is shown: RGB as it is, one channel in viridis.
QImage pictureOf(const training::Plane& plane);

/// Planes as a grid of pictures, each with its smallest and largest value under it.
class FeatureMaps : public QWidget {
    Q_OBJECT
public:
    explicit FeatureMaps(QWidget* parent = nullptr);
    void setPlanes(const QString& what, const std::vector<training::Plane>& planes);
    int count() const { return int(m_cells.size()); }
    const QImage& picture(int index) const { return m_cells[std::size_t(index)].picture; }

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Cell {
        QImage picture;
        float minimum = 0;
        float maximum = 0;
    };
    QRect cellArea(int index) const;
    QString range(const Cell& cell) const;

    QString m_what;
    std::vector<Cell> m_cells;
    int m_side = 0; ///< of a picture
};

} // namespace graft::ui
