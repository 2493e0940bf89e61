#pragma once

#include "runs/Run.h"

#include <QObject>
#include <QThreadPool>

#include <filesystem>
#include <string>
#include <vector>

namespace graft::ui {

class Studio;

/// The runs of the open project, newest first, read off the UI thread, and which of them the pages look at.
/// UI thread.
class RunLibrary : public QObject {
    Q_OBJECT
public:
    explicit RunLibrary(Studio& studio, QObject* parent = nullptr);
    ~RunLibrary() override;
    /// The one of a studio, shared by its pages; made at the first call.
    static RunLibrary& of(Studio& studio);

    const std::vector<runs::RunRecord>& runs() const { return m_runs; }
    const runs::RunRecord* run(const std::string& id) const;
    /// The run that pages look at; null where there is none.
    const runs::RunRecord* selected() const { return run(m_selected); }
    /// May name a run that will only be known after the refresh under way.
    void select(const std::string& id);
    /// False while the folder is being read.
    bool settled() const { return m_reading == 0; }

    void refresh();
    /// Off the UI thread; what came of it is notified. A run under way stays.
    void moveToTrash(const std::string& id);

Q_SIGNALS:
    /// Runs or selection.
    void changed();

private:
    Studio& m_studio;
    std::vector<runs::RunRecord> m_runs;
    std::string m_selected;
    int m_generation = 0;
    int m_reading = 0;
    QThreadPool m_pool;

    void deliver(int generation, std::vector<runs::RunRecord> found);
};

} // namespace graft::ui
