#pragma once

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace graft::ui {

class RunQueue;
class TrainingSession;

/// The runs that wait, in their order: each can go up or away, and the first be started where nothing runs.
/// Those of a series are one row.
class QueueList : public QWidget {
    Q_OBJECT
public:
    QueueList(RunQueue& queue, TrainingSession& session, QWidget* parent = nullptr);
    void refresh();

private:
    QWidget* row(std::size_t index);

    RunQueue& m_queue;
    TrainingSession& m_session;
    QVBoxLayout* m_layout;
    QWidget* m_rows = nullptr;
    QPushButton* m_start;
};

} // namespace graft::ui
