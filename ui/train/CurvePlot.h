#pragma once

#include "runs/Run.h"

#include <QWidget>

#include <optional>
#include <vector>

class QBoxLayout;
class QCPGraph;
class QCPItemStraightLine;
class QCPItemText;
class QCustomPlot;
class QToolButton;

namespace graft::ui {

class CurveLegend;

/// Training and validation curve of one quantity over the epochs, with the best epoch marked and another run
/// laid under it. Wheel zooms, drag pans, double click resets; arrow keys move the read-out.
class CurvePlot : public QWidget {
    Q_OBJECT
public:
    enum class Quantity { Loss, Accuracy };
    explicit CurvePlot(Quantity quantity, QWidget* parent = nullptr);

    /// `planned`: epochs the axis makes room for while the run goes on; 0: only those that are there.
    void setEpochs(const std::vector<runs::EpochRecord>& epochs, std::optional<int> best, int planned);
    /// As CurveLegend::setKeptApart().
    void setKeptApart(bool apart);
    /// Empty: none.
    void setCompared(const QString& name, const std::vector<runs::EpochRecord>& epochs);
    void showReadout(std::optional<int> epoch);
    void resetView();
    void setLogScale(bool log);
    bool logScale() const;
    void setCurveVisible(bool training, bool visible);

    QPixmap asPicture();
    QString asTsv() const;
    QString readout() const { return m_readoutText; }

Q_SIGNALS:
    /// Under the mouse or chosen by key; nothing: the mouse left.
    void epochPointedAt(std::optional<int> epoch);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildPlot();
    void buildHeader(QBoxLayout& layout);
    void applyTheme();
    int lastEpoch() const; ///< of those that have room in the plot
    void fit();
    void refill();
    void markBest();
    void pointAt(const QPoint& position);
    bool handleKey(int key);
    std::optional<double> valueAt(const std::vector<runs::EpochRecord>& epochs, int epoch,
                                  bool training) const;
    QString describe(int epoch) const;
    QString number(double value) const;
    const char* keyOf(bool training) const;

    Quantity m_quantity;
    std::vector<runs::EpochRecord> m_epochs;
    std::vector<runs::EpochRecord> m_compared;
    QString m_comparedName;
    std::optional<int> m_best;
    std::optional<int> m_pointed;
    int m_planned = 0;
    bool m_following = true; ///< the view is ours until the user zooms or pans
    bool m_fitting = false;
    QString m_readoutText;

    QCustomPlot* m_plot;
    CurveLegend* m_legend;
    QToolButton* m_logButton = nullptr;
    QCPGraph* m_training;
    QCPGraph* m_validation;
    QCPGraph* m_comparedTraining;
    QCPGraph* m_comparedValidation;
    QCPGraph* m_bestPoint;
    QCPItemStraightLine* m_bestLine;
    QCPItemText* m_bestText;
    QCPItemStraightLine* m_cursor;
    QCPItemText* m_cursorText;
};

} // namespace graft::ui
