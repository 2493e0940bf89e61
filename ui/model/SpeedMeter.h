#pragma once

#include "jobs/Job.h"
#include "training/Training.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>

#include <map>
#include <optional>
#include <string>

namespace graft::ui {

class Studio;

/// What an epoch costs on this computer with the images of the open project: a few real steps, measured in a
/// Job after a moment of rest, remembered with the project (for this computer only) and measured anew each
/// time the program is used, for a computer that was busy has said too much. UI thread.
class SpeedMeter : public QObject {
    Q_OBJECT
public:
    explicit SpeedMeter(Studio& studio, QObject* parent = nullptr);

    /// Measures unless exactly this was measured since the project was opened; a later request replaces an
    /// earlier one.
    void request(const training::TrainingOptions& options);
    void cancel();
    /// For exactly these options.
    std::optional<training::SpeedEstimate> known(const training::TrainingOptions& options) const;
    /// The last one of this model, whatever the options.
    std::optional<training::SpeedEstimate> lastOf(const std::string& model) const;
    bool measuring() const { return m_timer.isActive() || m_busy; }

Q_SIGNALS:
    void measured(const std::string& model);
    void failed(const QString& message);

private:
    struct Known {
        std::string key;
        training::SpeedEstimate estimate;
        bool measuredNow = false; ///< since the project was opened
    };
    std::string keyOf(const training::TrainingOptions& options) const;
    void begin();
    void measure(training::RunInput input);
    void finish(const training::RunInput& input, const Result<training::SpeedEstimate>& estimate);
    void read();
    void write() const;

    Studio& m_studio;
    QTimer m_timer;
    training::TrainingOptions m_wanted;
    std::map<std::string, Known> m_known; ///< by model
    QPointer<jobs::Job> m_job;
    int m_generation = 0;
    bool m_busy = false;
};

} // namespace graft::ui
