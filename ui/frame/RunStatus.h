#pragma once

#include <QAbstractButton>

class QTimer;

namespace graft::ui {

class TrainingSession;

/// The fraction of the run that is done, 0…1; negative: none is active. Of its preparation while it prepares.
double runProgress(const TrainingSession& session);
/// "ResNet-50 · epoch 3 of 30 · about 2 min left".
QString runSentence(const TrainingSession& session);

/// The run in progress in one line with a bar; invisible while there is none. A click leads to it.
class RunStatus : public QAbstractButton {
    Q_OBJECT
public:
    explicit RunStatus(TrainingSession& session, QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();

    TrainingSession& m_session;
    QTimer* m_clock;
    double m_progress = -1;
};

} // namespace graft::ui
