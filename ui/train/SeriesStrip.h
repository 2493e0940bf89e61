#pragma once

#include "metrics/Classification.h"

#include <QWidget>

#include <vector>

namespace graft::ui {

/// The results of a series on one scale: a dot for each run, their mean and its interval.
class SeriesStrip : public QWidget {
    Q_OBJECT
public:
    explicit SeriesStrip(QWidget* parent = nullptr);
    struct Dot {
        double value = 0; ///< from 0 to 1
        bool shown = false;
    };
    void setRuns(std::vector<Dot> dots, const metrics::Estimate& mean);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double low() const;
    double high() const;
    double place(double value) const;

    std::vector<Dot> m_dots;
    metrics::Estimate m_mean;
};

} // namespace graft::ui
