#pragma once

#include "training/Options.h"

#include <QWidget>

#include <string>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;
class QToolButton;
class QVBoxLayout;

namespace graft::ui {

class AugmentForm;
class AugmentPreview;
class RateSpinBox;

/// What a person chooses for a run besides the model: each with one sentence in its tooltip, the rest under
/// "Advanced".
class OptionsForm : public QWidget {
    Q_OBJECT
public:
    explicit OptionsForm(AugmentPreview* preview, QWidget* parent = nullptr);
    /// Without a signal. Keeps model, weights and freeze, which are chosen elsewhere.
    void setOptions(const training::TrainingOptions& options);
    const training::TrainingOptions& options() const { return m_options; }
    /// Brings the augmentation into sight, with a preset chosen where there is one of that name.
    void showAugmentation(const QString& preset);
    /// Learning rate of the pretrained blocks only matters where some learn.
    void setPretrainedLearns(bool learns);
    /// The pooling cannot be chosen where the network has hidden layers of its own in front of the head.
    void setHeadPools(bool pools);

Q_SIGNALS:
    void changed();

private:
    void buildBasics(QVBoxLayout& layout);
    void buildAdvanced(QVBoxLayout& layout);
    void buildHead(QVBoxLayout& layout);
    void buildMachine(QVBoxLayout& layout);
    QComboBox* choice(QFormLayout& form, const char* name, const QString& label, const QString& tip,
                      const QList<std::pair<QString, QString>>& items);
    QSpinBox* spin(QFormLayout& form, const char* name, const QString& label, const QString& tip, int low,
                   int high);
    RateSpinBox* rate(QFormLayout& form, const char* name, const QString& label, const QString& tip);
    QCheckBox* check(QVBoxLayout& layout, const char* name, const QString& label, const QString& tip);
    void read();

    training::TrainingOptions m_options;
    QSpinBox* m_epochs;
    QSpinBox* m_batch;
    QCheckBox* m_balanced;
    AugmentForm* m_augment;
    QToolButton* m_more;
    RateSpinBox* m_headRate;
    RateSpinBox* m_rate;
    RateSpinBox* m_decay;
    RateSpinBox* m_dropout;
    QLineEdit* m_headLayers;
    QCheckBox* m_headNorm;
    QComboBox* m_pooling;
    QCheckBox* m_grey;
    QSpinBox* m_size;
    QSpinBox* m_seed;
    QComboBox* m_device;
    QComboBox* m_precision;
    QCheckBox* m_cache;
    bool m_filling = false;
};

} // namespace graft::ui
