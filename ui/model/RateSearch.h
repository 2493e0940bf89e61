#pragma once

#include "jobs/Job.h"
#include "training/RateFinder.h"
#include "training/Training.h"

#include <QPointer>
#include <QWidget>

#include <memory>

class QLabel;
class QPushButton;

namespace graft::ui {

class RateCurve;
class Studio;

/// Tries learning rates on a copy of the network, off the UI thread, and shows at which the loss falls
/// fastest.
class RateSearch : public QWidget {
    Q_OBJECT
public:
    explicit RateSearch(Studio& studio, QWidget* parent = nullptr);
    /// What a search would be about. A result that was about something else goes away.
    void setOptions(const training::TrainingOptions& options);
    /// A run has the machine for itself.
    void setAllowed(bool allowed);
    bool searching() const { return m_searching; }

Q_SIGNALS:
    /// The person takes these rates.
    void taken(double headRate, double blockRate);

private:
    void act();
    void search(training::RunInput input);
    void finish(const Result<training::RateSweep>& sweep);
    void refresh();

    Studio& m_studio;
    training::TrainingOptions m_options;
    training::RateSweep m_sweep;
    QPushButton* m_button;
    QPushButton* m_take;
    QLabel* m_words;
    RateCurve* m_curve;
    QPointer<jobs::Job> m_job;
    int m_generation = 0; ///< answers of a search that was given up are dropped
    bool m_searching = false;
    bool m_allowed = true;
};

} // namespace graft::ui
