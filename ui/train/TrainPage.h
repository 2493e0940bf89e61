#pragma once

#include "training/Training.h"
#include "ui/frame/Page.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableView;
class QTimer;

namespace graft::ui {

class CurvePlot;
class EmptyState;
class EpochTableModel;
class InlineMessage;
class RunLibrary;
class RunQueue;
class TreatmentBar;
class RunsPanel;
class SeriesBox;
class Studio;
class TrainingSession;

/// The run in progress, or any earlier one: its curves, how it is going, its epochs.
class TrainPage : public Page {
    Q_OBJECT
public:
    TrainPage(Studio& studio, TrainingSession& session, QWidget* parent = nullptr);

    QString notReadyReason() const override;
    void entered() override;
    bool settled() const override;
    void showPart(const QString& part) override;

Q_SIGNALS:
    /// The person wants to change them and train again.
    void optionsTaken(const graft::training::TrainingOptions& options);

private:
    /// What is on the page: the live run or a record, in one shape.
    struct Shown {
        std::string id;
        training::TrainingOptions options;
        std::vector<runs::EpochRecord> epochs;
        std::optional<int> best;
        std::vector<std::string> notes;
        std::map<std::string, std::string> facts;
        runs::State state = runs::State::Running;
        std::string message;
        bool live = false;
        std::optional<runs::Series> series{}; ///< its place in one
    };
    std::optional<Shown> shown() const;
    bool showsLive() const;
    bool endedUnread() const;
    Shown liveShown() const;
    std::vector<runs::RunRecord> knownRuns() const;

    void buildActions();
    QWidget* buildWork();
    QWidget* buildHeadline();
    void buildTable();
    void connectAll();

    void sessionMoved();
    void runEnded(const QString& runId, const QString& message);
    void libraryChanged();
    void refresh();
    void refreshLive(const std::vector<training::TrainingEvent>& events);
    void refreshCurves(const Shown& run);
    void refreshActions(const std::optional<Shown>& run);
    void refreshHeadline(const Shown& run);
    void refreshProgress();
    void showComparison();
    void act();
    void resumeShown();
    void tryNext(const training::TrainingOptions& options);
    std::vector<runs::Series> missingOf(const runs::Series& series) const;
    void refreshSeries(const Shown& run);
    void trainMissing();
    void queueChanged();
    QString headline(const Shown& run) const;
    QString timeLeft() const;
    std::vector<std::string> notes(const Shown& run) const;
    std::vector<std::pair<QString, QString>> facts(const Shown& run) const;

    Studio& m_studio;
    TrainingSession& m_session;
    RunLibrary& m_library;
    RunQueue& m_queue;
    EpochTableModel* m_epochs;
    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    QLabel* m_headline = nullptr;
    QLabel* m_timeLeft = nullptr;
    QLabel* m_verdict = nullptr;
    TreatmentBar* m_treatments = nullptr;
    SeriesBox* m_series = nullptr;
    QProgressBar* m_progress = nullptr;
    InlineMessage* m_message = nullptr;
    CurvePlot* m_loss = nullptr;
    CurvePlot* m_accuracy = nullptr;
    QTableView* m_table = nullptr;
    RunsPanel* m_panel = nullptr;
    QPushButton* m_pause = nullptr;
    QPushButton* m_resume = nullptr;
    QPushButton* m_reuse = nullptr;
    QPushButton* m_primary = nullptr;
    QTimer* m_clock = nullptr;
    std::string m_compared;
    bool m_watchLive = true;    ///< false: the user looks at an earlier run while another one trains
    bool m_knownOnDisk = false; ///< the live run is in the library already
    bool m_replacing = false;   ///< the live run was stopped for another, to be compared with it
    bool m_preparing = false;   ///< a run is about to be resumed
};

} // namespace graft::ui
