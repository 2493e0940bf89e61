#pragma once

#include "jobs/Job.h"
#include "runs/Series.h"
#include "training/Training.h"
#include "ui/frame/Page.h"
#include "ui/model/Backbones.h"

#include <QPointer>

#include <optional>
#include <string>
#include <vector>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTimer;

namespace graft::training {
struct RunInput;
}

namespace graft::ui {

class AugmentPreview;
class BackboneSpace;
class CardGrid;
class EmptyState;
class FreezeSlider;
class InlineMessage;
class MachineFacts;
class NetworkSection;
class OptionsForm;
class RateSearch;
class SeriesChooser;
class SpeedMeter;
class Studio;
class TrainingSession;
class WeightsSection;

/// Choose a backbone, what of it is frozen, and how to train it.
class ModelPage : public Page {
    Q_OBJECT
public:
    ModelPage(Studio& studio, TrainingSession& session, QWidget* parent = nullptr);

    /// Whose graphics card the options name.
    void setMachine(MachineFacts& machine);
    QString notReadyReason() const override;
    void entered() override;
    bool settled() const override;
    void showPart(const QString& part) override;
    /// Those of an earlier run, to change some of them.
    void takeOptions(const training::TrainingOptions& options);
    bool zoomable() const override;
    void zoom(int step) override;
    const training::TrainingOptions& options() const { return m_options; }

private:
    QWidget* buildWork();
    QWidget* buildCards();
    QWidget* buildFreeze();
    QWidget* buildPanel();
    void connectAll();

    void showOptions();
    void openProject();
    void closeProject();
    void refreshReadiness();
    void refreshBands();
    void refreshPrimary();
    void refreshSeries();
    void refreshFreeze();
    void refreshNetwork();
    void refreshTimes();
    void refreshPreview();
    void refreshFilter();

    const Backbone* backbone() const;
    void chooseModel(const std::string& model);
    void chooseWeights(const std::string& weights);
    void chooseFreeze(const std::string& freeze);
    void chooseRecipe(const std::string& recipe);
    void takeRecipe(const std::string& recipe);
    void takeRates(double headRate, double blockRate);
    void showNetwork(bool alone);
    void rememberView();
    void optionsEdited();
    void optionsChanged(); ///< whatever changed them: remember, measure
    void writeOptions();

    bool finishOptions();
    void act();
    void train();
    void startSeries(training::RunInput input);
    void enqueue();
    /// Says beside the buttons why not; empty where it cannot be.
    std::vector<runs::Series> planned(const training::RunInput& input);
    void download();
    void importFile();
    void fetchWith(const QString& title,
                   std::function<Result<zoo::StoredWeights>(const zoo::WeightsEntry&, const Monitor&)> fetch);
    void fetched(const std::string& model, const jobs::Job& job);
    QString timeText(const std::string& model) const;
    QString timeDetails(const std::string& model) const;
    int classes() const;
    /// What a run with the options is expected to need.
    training::RunInput inputForEstimates() const;
    QString memoryText() const;
    void refreshCacheNeed();

    Studio& m_studio;
    TrainingSession& m_session;
    std::vector<Backbone> m_backbones;
    training::TrainingOptions m_options;
    std::optional<training::TrainingOptions> m_custom; ///< Custom's, while another recipe is chosen
    SpeedMeter* m_speed;
    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    QPushButton* m_emptyButton = nullptr;
    QPushButton* m_primary = nullptr;
    QPushButton* m_enqueue = nullptr;
    SeriesChooser* m_series = nullptr;
    QPushButton* m_onlyReady = nullptr;
    QPushButton* m_all = nullptr;
    InlineMessage* m_message = nullptr;
    CardGrid* m_cards = nullptr;
    NetworkSection* m_network = nullptr;
    BackboneSpace* m_space = nullptr;
    QPushButton* m_showCards = nullptr;
    QPushButton* m_showNetwork = nullptr;
    FreezeSlider* m_freeze = nullptr;
    QLabel* m_counts = nullptr;
    QLabel* m_advice = nullptr;
    QLabel* m_timeNote = nullptr;
    QLabel* m_seriesNote = nullptr;
    WeightsSection* m_weights = nullptr;
    OptionsForm* m_form = nullptr;
    RateSearch* m_search = nullptr;
    AugmentPreview* m_preview = nullptr;
    QTimer* m_write = nullptr;
    QPointer<jobs::Job> m_fetch;
    bool m_starting = false;
    int m_bands = 0; ///< of the project's images, beyond grey and colours
};

} // namespace graft::ui
