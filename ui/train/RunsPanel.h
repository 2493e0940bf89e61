#pragma once

#include "ui/train/RunListModel.h"
#include "ui/widgets/Widgets.h"

#include <QFrame>

#include <optional>
#include <string>
#include <vector>

class QComboBox;
class QGridLayout;
class QListView;

namespace graft::ui {

class RunComparison;

/// Beside the curves: what the run shown is made of, what it noted, another run to compare it with, what
/// waits to be trained, all runs.
class RunsPanel : public SidePanel {
    Q_OBJECT
public:
    explicit RunsPanel(QWidget* queue, QWidget* parent = nullptr);

    void setFacts(const std::vector<std::pair<QString, QString>>& facts);
    void setNotes(const std::vector<std::string>& notes);
    void setRuns(const std::vector<runs::RunRecord>& runs, const std::string& shown);
    /// As soon as it can be: a run is not compared with itself.
    void compareWith(const std::string& id);
    RunComparison& comparison() { return *m_differences; }
    void showQueue(bool shown) { m_queue->setVisible(shown); }
    const RunListModel& model() const { return *m_model; }

Q_SIGNALS:
    void runChosen(const std::string& id);
    void removalAsked(const std::string& id);
    /// Empty: none.
    void comparisonChosen(const std::string& id);

private:
    QString m_wanted; ///< to compare with whenever it is in the list, until the person chooses
    void refillComparison(const std::string& shown);
    void offerRemoval();

    RunListModel* m_model;
    QListView* m_list;
    QComboBox* m_comparison;
    RunComparison* m_differences;
    QWidget* m_queue = nullptr; ///< with its title
    QWidget* m_facts;
    QGridLayout* m_factsGrid;
    QLabel* m_notes;
    bool m_filling = false;
};

} // namespace graft::ui
