#pragma once

#include "training/Options.h"

#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;
class QLabel;
class QSpinBox;

namespace graft::ui {

/// What is kept of the frozen part, how much of it, and the room that takes.
class CacheFields : public QWidget {
    Q_OBJECT
public:
    explicit CacheFields(QWidget* parent = nullptr);
    /// Without a signal.
    void setOptions(const training::TrainingOptions& options);
    void writeTo(training::TrainingOptions& options) const;
    /// What is only of use with other options, these being the chosen ones.
    void enable(const training::TrainingOptions& options);
    /// How many bytes a run with these options would keep.
    void showNeed(std::uint64_t bytes, const training::TrainingOptions& options);

Q_SIGNALS:
    void changed();

private:
    QCheckBox* m_keep;
    QSpinBox* m_views;
    QDoubleSpinBox* m_gigabytes;
    QLabel* m_need;
    std::uint64_t m_bytes = 0; ///< allowed; finer than what the field shows
};

} // namespace graft::ui
