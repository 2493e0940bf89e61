#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QTimer;

namespace graft::ui {

class IconLabel;
class MachineFacts;
class RunStatus;
class Studio;
class TrainingSession;

/// The line at the foot of the window, true at any moment: what is saved, what was just done, the run in
/// progress, the device, the memory.
class StatusLine : public QWidget {
    Q_OBJECT
public:
    StatusLine(Studio& studio, TrainingSession& session, MachineFacts& machine, QWidget* parent = nullptr);

    /// A sentence that goes by itself.
    void tell(const QString& sentence);

Q_SIGNALS:
    /// The run was clicked.
    void runWanted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* addLabel(const QString& name);
    void refreshSaved();
    void refreshDevice();
    void refreshMemory();

    Studio& m_studio;
    TrainingSession& m_session;
    MachineFacts& m_machine;
    IconLabel* m_savedMark;
    QLabel* m_saved;
    QLabel* m_told;
    RunStatus* m_run;
    QLabel* m_device;
    QLabel* m_memory;
    QTimer* m_forget;
    QTimer* m_look;
};

} // namespace graft::ui
