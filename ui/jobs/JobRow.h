#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace graft::ui {

class IconLabel;
struct JobEntry;

/// One job: what it is, how far it has come, what can be done about it.
class JobRow : public QWidget {
    Q_OBJECT
public:
    explicit JobRow(QWidget* parent = nullptr);
    void show(const JobEntry& entry);

Q_SIGNALS:
    void cancelled();
    void pauseToggled();
    /// The training run is to be shown.
    void opened();

private:
    IconLabel* m_icon;
    QLabel* m_title;
    QLabel* m_when;
    QLabel* m_sentence;
    QProgressBar* m_bar;
    QPushButton* m_open;
    QPushButton* m_pause;
    QPushButton* m_cancel;
};

} // namespace graft::ui
