#pragma once

#include "runs/Run.h"
#include "training/Paired.h"

#include <QThreadPool>
#include <QWidget>

#include <filesystem>
#include <optional>
#include <string>

class QGridLayout;
class QLabel;

namespace graft::training {
struct TrainingOptions;
}

namespace graft::ui {

/// Two runs beside each other: the options in which they differ, and whether the one that is better on the
/// same images may be so by chance. Evaluations are read off the UI thread. UI thread.
class RunComparison : public QWidget {
    Q_OBJECT
public:
    explicit RunComparison(QWidget* parent = nullptr);
    ~RunComparison() override;

    /// `folder`: of the run shown; empty while it goes on. No `other`: nothing is compared.
    void compare(const training::TrainingOptions& options, const std::filesystem::path& folder,
                 const runs::RunRecord* other);
    /// What was read is on the screen.
    bool settled() const { return m_read == m_asked; }

private:
    void fillOptions(const training::TrainingOptions& shown, const training::TrainingOptions& other);
    void readEvaluations(const std::filesystem::path& shown, const std::filesystem::path& other);
    void sayPaired(const std::optional<training::Paired>& paired);

    QWidget* m_table = nullptr;
    QGridLayout* m_grid = nullptr;
    QLabel* m_same;
    QLabel* m_paired;
    int m_asked = 0;
    int m_read = 0;
    QThreadPool m_pool;
};

} // namespace graft::ui
