#pragma once

#include "metrics/Classification.h"

#include <QImage>
#include <QStringList>
#include <QWidget>

#include <optional>

namespace graft::ui {

/// The confusion matrix, painted: truth in rows, prediction in columns, one cell current. Arrow keys move,
/// Escape clears.
class ConfusionView : public QWidget {
    Q_OBJECT
public:
    struct Cell {
        int truth = 0;
        int predicted = 0;
        friend bool operator==(const Cell&, const Cell&) = default;
    };

    explicit ConfusionView(QWidget* parent = nullptr);
    void setMatrix(const QStringList& classes, const metrics::ConfusionMatrix& matrix);
    /// Shares of each row instead of counts.
    void setNormalised(bool normalised);
    bool normalised() const { return m_normalised; }

    std::optional<Cell> current() const { return m_current; }
    void setCurrent(std::optional<Cell> cell);
    std::optional<Cell> cellAt(const QPoint& position) const;
    QRect cellRect(Cell cell) const;
    /// "12 images of ants predicted as bees (17.1 % of ants)".
    QString spoken(Cell cell) const;
    QImage asImage(double scale) const;

    QSize sizeHint() const override;

Q_SIGNALS:
    void currentChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    /// Where things lie for a given size.
    struct Geometry {
        int left = 0; ///< of the first cell
        int top = 0;
        int cellWidth = 0;
        int cellHeight = 0;
        bool uprightNames = false; ///< column names turned by 90°
    };
    Geometry geometry(const QSize& size) const;
    QRect cellRect(const Geometry& geometry, Cell cell) const;
    int nameWidth() const;
    int side() const { return int(m_matrix.size()); }
    std::int64_t count(Cell cell) const {
        return m_matrix[std::size_t(cell.truth)][std::size_t(cell.predicted)];
    }
    double share(Cell cell) const; ///< of its row; 0 where the row is empty

    void paint(QPainter& painter, const Geometry& geometry, bool interactive) const;
    void paintCaptions(QPainter& painter, const Geometry& geometry) const;
    void paintNames(QPainter& painter, const Geometry& geometry) const;
    void paintCell(QPainter& painter, const Geometry& geometry, Cell cell) const;
    QString nameTip(const QPoint& position) const;

    QStringList m_classes;
    metrics::ConfusionMatrix m_matrix;
    std::vector<std::int64_t> m_rowTotals;
    std::int64_t m_largest = 0;
    bool m_normalised = false;
    std::optional<Cell> m_current;
    std::optional<Cell> m_hovered;
};

} // namespace graft::ui
