#pragma once

#include "workflow/Series.h"

#include <QWidget>

#include <string>

class QLabel;
class QPushButton;

namespace graft::ui {

class SeriesStrip;

/// What the runs of a series say together, as far as they are finished: their mean and its interval.
class SeriesBox : public QWidget {
    Q_OBJECT
public:
    explicit SeriesBox(QWidget* parent = nullptr);
    /// `shown`: id of the run on the page. `missing`: runs that are neither there nor waiting.
    void show(const workflow::SeriesState& state, const std::string& shown, int missing);

Q_SIGNALS:
    void missingWanted();

private:
    QLabel* m_title;
    QLabel* m_sentence;
    SeriesStrip* m_strip;
    QPushButton* m_missing;
};

} // namespace graft::ui
