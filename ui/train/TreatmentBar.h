#pragma once

#include "ui/train/Treatments.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;

namespace graft::ui {

/// "Try next:" and a button for each treatment; hidden where there is none.
class TreatmentBar : public QWidget {
    Q_OBJECT
public:
    explicit TreatmentBar(QWidget* parent = nullptr);

    /// Leaves the buttons alone, and the focus with them, while they stay the same.
    void show(const std::vector<Treatment>& treatments);

Q_SIGNALS:
    void chosen(const graft::training::TrainingOptions& options);

private:
    QHBoxLayout* m_layout;
    std::vector<Treatment> m_treatments;
    QWidget* m_buttons = nullptr;
};

} // namespace graft::ui
