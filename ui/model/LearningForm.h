#pragma once

#include "training/Options.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QSpinBox;
class QVBoxLayout;

namespace graft::ui {

class BlockRatesField;
class RateSpinBox;

/// How the weights are moved, for the recipe Custom: groups of fields, each with a sentence. The first group
/// goes on under a heading of the form around it.
class LearningForm : public QWidget {
    Q_OBJECT
public:
    /// `search` finds a learning rate; it becomes a part of the form.
    explicit LearningForm(QWidget* search, QWidget* parent = nullptr);
    /// Without a signal.
    void setOptions(const training::TrainingOptions& options);
    const training::LearningOptions& options() const { return m_options; }
    /// Some things only make sense where blocks learn, and CutMix where the learning part sees pictures.
    void setBlocksLearn(bool learn);
    /// Takes what is still being written.
    void take();
    /// Why these options cannot be those of a run; empty: they can.
    QString problem() const;

Q_SIGNALS:
    void changed();
    void problemChanged();

private:
    void buildRates(QVBoxLayout& layout, QWidget* search);
    void buildBlocks(QVBoxLayout& layout);
    void buildSteps(QVBoxLayout& layout);
    void buildLoss(QVBoxLayout& layout);
    QComboBox* choice(QFormLayout& form, const char* name, const QString& label, const QString& tip,
                      const QList<std::pair<QString, QString>>& items);
    QSpinBox* whole(QFormLayout& form, const char* name, const QString& label, const QString& tip, int low,
                    int high, const QString& lowest = {});
    QDoubleSpinBox* share(QFormLayout& form, const char* name, const QString& label, const QString& tip,
                          double high, int decimals, const QString& zero = {});
    void read();
    void enable();

    training::LearningOptions m_options;
    QComboBox* m_optimiser;
    QDoubleSpinBox* m_momentum;
    QComboBox* m_schedule;
    QDoubleSpinBox* m_warmUp;
    QSpinBox* m_stepEpochs;
    QDoubleSpinBox* m_stepFactor;
    QDoubleSpinBox* m_layerDecay;
    BlockRatesField* m_blockRates;
    QSpinBox* m_unfreeze;
    QCheckBox* m_keepStatistics;
    RateSpinBox* m_clip;
    QSpinBox* m_accumulate;
    QDoubleSpinBox* m_average;
    QDoubleSpinBox* m_startShare;
    QCheckBox* m_keepLatest;
    QSpinBox* m_patience;
    QDoubleSpinBox* m_smoothing;
    QDoubleSpinBox* m_mixup;
    QDoubleSpinBox* m_cutMix;
    QCheckBox* m_classWeights;
    QDoubleSpinBox* m_focal;
    bool m_blocksLearn = false;
    bool m_filling = true; ///< until the fields are all there
};

} // namespace graft::ui
