#pragma once

#include "training/RateFinder.h"

#include <QWidget>

namespace graft::ui {

/// Loss over learning rate, the rate on a logarithmic axis, with the suggestion marked.
class RateCurve : public QWidget {
    Q_OBJECT
public:
    explicit RateCurve(QWidget* parent = nullptr);
    void setSweep(const training::RateSweep& sweep);
    QSize sizeHint() const override { return {240, 140}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QRectF plotArea() const;
    QPointF place(double rate, double loss) const;
    void paintAxes(QPainter& painter) const;

    training::RateSweep m_sweep;
    double m_lowest = 0, m_highest = 1; ///< losses in view
};

} // namespace graft::ui
