#pragma once

#include "dataset/AugmentKinds.h"

#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;

namespace graft::ui {

/// One kind of change: whether, and how strong. Only what a person edits here is written to the options, so
/// that strengths finer than those shown survive.
class AugmentRow : public QWidget {
    Q_OBJECT
public:
    explicit AugmentRow(dataset::AugmentKind kind, QWidget* parent = nullptr);
    /// Without a signal.
    void showOptions(const dataset::AugmentOptions& options);
    void writeTo(dataset::AugmentOptions& options) const;
    bool on() const;

Q_SIGNALS:
    void edited();

private:
    void buildStrength();

    dataset::AugmentKind m_kind;
    QCheckBox* m_on;
    QDoubleSpinBox* m_strength = nullptr; ///< none where a change has no strength
};

} // namespace graft::ui
