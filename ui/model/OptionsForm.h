#pragma once

#include "training/Training.h"

#include <QWidget>

#include <optional>
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
class CacheFields;
class DeviceChoice;
class LearningForm;
class RateSearch;
class RateSpinBox;
class RecipeChooser;

/// What a person chooses for a run besides the model: each with one sentence in its tooltip, the rest under
/// "Advanced".
class OptionsForm : public QWidget {
    Q_OBJECT
public:
    OptionsForm(AugmentPreview* preview, RateSearch* search, QWidget* parent = nullptr);
    /// Without a signal. Keeps model, weights and freeze, which are chosen elsewhere.
    void setOptions(const training::TrainingOptions& options);
    const training::TrainingOptions& options() const { return m_options; }
    /// Brings the augmentation into sight, with a preset chosen where there is one of that name.
    void showAugmentation(const QString& preset);
    /// Brings the options of Custom into sight, where that is the recipe.
    void showLearning();
    /// Learning rate of the pretrained blocks only matters where some learn.
    void setPretrainedLearns(bool learns);
    /// Quick and Best need pretrained weights.
    void setPretrained(bool pretrained);
    /// The images have so many channels beyond grey and colours, and the network may see them all; 0: they
    /// have not. Without a signal.
    void setBands(int bands);
    /// Takes what is still being written.
    void take();
    /// Why no run can have these options, in a sentence; empty: one can.
    QString problem() const;
    /// How many bytes a run with the options would keep of its frozen part.
    void showCacheNeed(std::uint64_t bytes);
    /// Nothing: not known yet.
    void setMachine(const std::optional<training::Machine>& machine);
    /// The pooling cannot be chosen where the network has hidden layers of its own in front of the head.
    void setHeadPools(bool pools);

Q_SIGNALS:
    void changed();
    /// The person wants another recipe; the options are still the old one's.
    void recipeChosen(const QString& recipe);
    void problemChanged();

private:
    void buildBasics(QVBoxLayout& layout);
    void buildAdvanced(QVBoxLayout& layout, RateSearch* search);
    void buildLearning(QVBoxLayout& layout, RateSearch* search);
    void buildHead(QVBoxLayout& layout);
    void buildMachine(QVBoxLayout& layout);
    QComboBox* choice(QFormLayout& form, const char* name, const QString& label, const QString& tip,
                      const QList<std::pair<QString, QString>>& items);
    QSpinBox* spin(QFormLayout& form, const char* name, const QString& label, const QString& tip, int low,
                   int high);
    RateSpinBox* rate(QFormLayout& form, const char* name, const QString& label, const QString& tip);
    QCheckBox* check(QVBoxLayout& layout, const char* name, const QString& label, const QString& tip);
    void read();
    void showRecipe();
    void showInput();

    training::TrainingOptions m_options;
    RecipeChooser* m_recipe;
    QFormLayout* m_basics;
    QSpinBox* m_epochs;
    QSpinBox* m_batch;
    QCheckBox* m_balanced;
    QComboBox* m_input;
    int m_bands = 0;
    AugmentForm* m_augment;
    QToolButton* m_more;
    QWidget* m_learningBox;
    LearningForm* m_learning;
    QFormLayout* m_headForm;
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
    DeviceChoice* m_device;
    QComboBox* m_precision;
    QCheckBox* m_deterministic;
    CacheFields* m_cache;
    bool m_filling = false;
};

} // namespace graft::ui
