#pragma once

#include "annotation/LabelClass.h"
#include "base/Ids.h"
#include "training/Training.h"
#include "ui/frame/Page.h"

#include <QPointer>

#include <functional>
#include <optional>
#include <string>
#include <vector>

class QComboBox;
class QLabel;
class QMenu;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace graft::jobs {
class Job;
}

namespace graft::ui {

class ClassTableModel;
class ConfusionView;
class EmptyState;
class EvaluatedImages;
class EvaluatedImagesView;
class InlineMessage;
class ModelExport;
class RunLibrary;
class RunListModel;
class Studio;
class TrainingSession;

/// What a run gets right and wrong: the headline figure, the confusion matrix beside the images it counts,
/// every class, the worst mistakes first.
class EvaluatePage : public Page {
    Q_OBJECT
public:
    EvaluatePage(Studio& studio, TrainingSession& session, QWidget* parent = nullptr);

    QString notReadyReason() const override;
    void entered() override;
    bool settled() const override;
    const std::optional<training::Evaluation>& evaluation() const { return m_evaluation; }
    /// Asks where to, and writes what is shown; nothing where nothing is.
    void report();
    ModelExport& modelExport() { return *m_modelExport; }

Q_SIGNALS:
    /// Show this image for labelling, with the others of the list as neighbours.
    void openInLabel(graft::ImageId id, const std::vector<graft::ImageId>& list);

private:
    enum Sheet { Empty, Ask, Busy, Results };
    struct Shown {
        std::string runId;
        annotation::Split split = annotation::Split::Validation;
        friend bool operator==(const Shown&, const Shown&) = default;
    };

    void buildActions();
    QWidget* buildChoice();
    QWidget* buildBusy();
    QWidget* buildResults();
    QWidget* buildHeadline();
    QWidget* buildMatrix();
    QWidget* buildTable();
    QWidget* buildImages();
    void connectAll();

    void libraryChanged();
    /// Reads or computes what is chosen, where that is not on the page yet.
    void ensure();
    void start(bool keptIsEnough);
    void arrived(const Shown& what, std::optional<training::Evaluation> evaluation, const QString& message);
    void showSheet(Sheet sheet);
    void showResults();
    void showNamesOfToday();
    void checkStillTrue();
    void cellChanged();
    void openImage(ImageId id);

    void save(const QString& title, const QString& name, const QString& filter,
              std::function<Result<>(const QString&)> write);
    void buildSaveMenu(QMenu& menu);
    void writeReport(const QString& file);
    void copyMatrix();

    Studio& m_studio;
    TrainingSession& m_session;
    RunLibrary& m_library;
    RunListModel* m_runs;
    ClassTableModel* m_classes;
    EvaluatedImages* m_images;
    ModelExport* m_modelExport;

    QStackedWidget* m_stack = nullptr;
    QWidget* m_choice = nullptr;
    EmptyState* m_empty = nullptr;
    EmptyState* m_ask = nullptr;
    QPushButton* m_askButton = nullptr;
    QComboBox* m_run = nullptr;
    QPushButton* m_validation = nullptr;
    QPushButton* m_test = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_export = nullptr;
    QPushButton* m_report = nullptr;
    QLabel* m_busyText = nullptr;
    QProgressBar* m_busy = nullptr;
    QLabel* m_headline = nullptr;
    QLabel* m_interval = nullptr;
    QLabel* m_further = nullptr;
    InlineMessage* m_message = nullptr;
    InlineMessage* m_stale = nullptr;
    ConfusionView* m_matrix = nullptr;
    QTableView* m_table = nullptr;
    QLabel* m_imagesTitle = nullptr;
    QLabel* m_imagesNote = nullptr;
    QToolButton* m_allMistakes = nullptr;
    EvaluatedImagesView* m_imagesView = nullptr;

    Shown m_chosen;
    std::optional<Shown> m_shown; ///< what m_evaluation belongs to
    std::optional<Shown> m_failed;
    std::optional<training::Evaluation> m_evaluation;
    QPointer<jobs::Job> m_job;
    std::optional<Shown> m_running;
    int m_generation = 0;
    bool m_writing = false;
    bool m_filling = false;
};

} // namespace graft::ui
