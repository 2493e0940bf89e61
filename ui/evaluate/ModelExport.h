#pragma once

#include "runs/Run.h"
#include "training/Export.h"

#include <QObject>
#include <QPointer>
#include <QString>

class QPushButton;

namespace graft::jobs {
class Job;
}

namespace graft::ui {

class InlineMessage;
class Studio;

/// Writes a run's model as a file for other programs, and says on the page how that goes and how well the
/// file agrees with the run.
class ModelExport : public QObject {
    Q_OBJECT
public:
    ModelExport(Studio& studio, QWidget* page);

    /// Goes into the page's layout; hidden while there is nothing to say.
    InlineMessage* message() const { return m_message; }
    bool running() const;
    /// Asks where to and as what.
    void ask(const runs::RunRecord& run);
    void write(const runs::RunRecord& run, training::ExportFormat format, const QString& file);

private:
    void act();
    void showProgress();
    void finished(const jobs::Job& job, const training::Exported& exported);

    Studio& m_studio;
    QWidget* m_page;
    InlineMessage* m_message;
    QPushButton* m_action;
    QPointer<jobs::Job> m_job;
    QString m_file; ///< the last that was written
};

} // namespace graft::ui
