#pragma once

#include "dataset/AugmentKinds.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace graft::ui {

class AugmentPreview;
class AugmentRow;

/// How the training images vary: a preset with its reason, the preview, and under a fold every change with
/// its strength.
class AugmentForm : public QWidget {
    Q_OBJECT
public:
    explicit AugmentForm(AugmentPreview* preview, QWidget* parent = nullptr);
    /// Without a signal.
    void setOptions(const dataset::AugmentOptions& options);
    const dataset::AugmentOptions& options() const { return m_options; }
    /// All so many channels of the images change; 0: their colours.
    void setBands(int bands);
    /// The run mixes images with each other, which the preview does not show.
    void setMixing(bool mixup, bool cutMix);
    /// Brings the form into sight with its single changes open; chooses the preset where there is one.
    void showPreset(const QString& name);

Q_SIGNALS:
    void changed();

private:
    void buildPresets(QVBoxLayout& layout);
    void buildPreview(QVBoxLayout& layout, AugmentPreview* preview);
    void buildChanges(QVBoxLayout& layout);
    void choosePreset();
    void showOptions();

    dataset::AugmentOptions m_options;
    std::vector<dataset::AugmentPreset> m_presetList;
    QComboBox* m_presets;
    QLabel* m_reason;
    QLabel* m_mixing;
    QLabel* m_bands;
    QToolButton* m_fold;
    std::vector<AugmentRow*> m_rows;
};

} // namespace graft::ui
