#pragma once

#include <QWidget>

class QToolButton;

namespace graft::ui {

/// The colours of a plot's two curves. What each shows is in its tooltip; a click hides it.
class CurveLegend : public QWidget {
    Q_OBJECT
public:
    explicit CurveLegend(QWidget* parent = nullptr);
    bool shown(bool training) const;
    void setShown(bool training, bool shown);
    /// The two are of different weights: those of the newest step, and the average or the way back to the
    /// start that is validated and kept.
    void setKeptApart(bool apart);
    /// "Training", "Training (newest weights)".
    QString name(bool training) const;
    static QColor color(bool training);

Q_SIGNALS:
    void toggled(bool training, bool shown);

private:
    QToolButton* button(bool training) const { return training ? m_training : m_validation; }
    QToolButton* build(bool training);
    void describe();
    void paintSwatches();

    bool m_apart = false;
    QToolButton* m_training;
    QToolButton* m_validation;
};

} // namespace graft::ui
