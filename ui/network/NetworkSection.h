#pragma once

#include "training/Inspector.h"
#include "training/Options.h"
#include "ui/network/NetworkView.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;

namespace graft::ui {

class NodeLooker;
class NodePanel;
class RunLibrary;
class Studio;

/// The drawing of the chosen network with everything around it: search, folding, export, the current node.
class NetworkSection : public QWidget {
    Q_OBJECT
public:
    explicit NetworkSection(Studio& studio, QWidget* parent = nullptr);

    /// `side`: of the input that the chosen weights take. `ready`: they are on this computer.
    void setOptions(const training::TrainingOptions& options, int classes, int side, bool ready);
    /// With the tools and the panel under the drawing, or the drawing alone.
    void setWhole(bool whole);
    /// Search, folding, zoom, export: for a line of the page.
    QWidget* tools() const { return m_tools; }
    NetworkView& view() const { return *m_view; }
    NodePanel& panel() const { return *m_panel; }
    /// Makes the node current, with all that is around it open.
    void reveal(const std::string& node);
    bool settled() const;

Q_SIGNALS:
    void choiceMade(const QString& freeze);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildTools();
    void search();
    void nextFound();
    void refreshPanel();
    void makeSomethingCurrent();
    void refreshRuns();
    void look();
    void save(bool asSvg);
    void write(const QString& file, bool asSvg);

    Studio& m_studio;
    RunLibrary& m_runs;
    training::TrainingOptions m_options;
    bool m_ready = false;
    NodeLooker* m_looker;
    QWidget* m_tools;
    QLineEdit* m_search;
    QLabel* m_count;
    NetworkView* m_view;
    NodePanel* m_panel;
    std::vector<int> m_found;
    int m_foundAt = -1;
    QTimer m_rest; ///< a moment at a node before it is looked into
};

} // namespace graft::ui
