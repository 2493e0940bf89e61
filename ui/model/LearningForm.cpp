#include "ui/model/LearningForm.h"

#include "ui/model/BlockRatesField.h"
#include "ui/model/FormFields.h"
#include "ui/model/RateSpinBox.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace graft::ui {
namespace {

void setChoice(QComboBox& box, const std::string& value) {
    box.setCurrentIndex(std::max(0, box.findData(QString::fromStdString(value))));
}

} // namespace

LearningForm::LearningForm(QWidget* search, QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("learningForm"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kInside);
    buildRates(*layout, search);
    buildBlocks(*layout);
    buildSteps(*layout);
    buildLoss(*layout);
    setOptions({});
}

QComboBox* LearningForm::choice(QFormLayout& form, const char* name, const QString& label, const QString& tip,
                                const QList<std::pair<QString, QString>>& items) {
    auto* box = addChoice(form, label, tip, name, items);
    connect(box, &QComboBox::currentIndexChanged, this, &LearningForm::read);
    return box;
}

QSpinBox* LearningForm::whole(QFormLayout& form, const char* name, const QString& label, const QString& tip,
                              int low, int high, const QString& lowest) {
    auto* box = new QSpinBox(this);
    box->setRange(low, high);
    box->setSpecialValueText(lowest);
    box->setKeyboardTracking(false);
    addField(form, label, tip, box, name);
    connect(box, &QSpinBox::valueChanged, this, &LearningForm::read);
    return box;
}

QDoubleSpinBox* LearningForm::share(QFormLayout& form, const char* name, const QString& label,
                                    const QString& tip, double high, int decimals, const QString& zero) {
    auto* box = new QDoubleSpinBox(this);
    box->setDecimals(decimals);
    box->setRange(0, high);
    box->setSingleStep(decimals > 2 ? 0.01 : 0.1);
    box->setSpecialValueText(zero);
    box->setKeyboardTracking(false);
    addField(form, label, tip, box, name);
    connect(box, &QDoubleSpinBox::valueChanged, this, &LearningForm::read);
    return box;
}

void LearningForm::buildRates(QVBoxLayout& layout, QWidget* search) {
    layout.addWidget(search);
    QFormLayout* form = addFields(layout);
    m_optimiser =
        choice(*form, "optimiser", tr("Optimiser"),
               tr("AdamW finds the size of each weight's steps itself; SGD leaves it to the learning "
                  "rate, which is then about a hundred times larger."),
               {{tr("AdamW"), QStringLiteral("adamw")}, {tr("SGD"), QStringLiteral("sgd")}});
    m_momentum = share(*form, "momentum", tr("Momentum"),
                       tr("How much of the last steps SGD keeps in the next one."), 0.9999, 4);
    m_schedule =
        choice(*form, "schedule", tr("Schedule"),
               tr("How the learning rates go on during the run: smaller and smaller, in falls, up and "
                  "down once, or whenever the validation loss stands still."),
               {{tr("Cosine"), QStringLiteral("cosine")},
                {tr("Constant"), QStringLiteral("constant")},
                {tr("Steps"), QStringLiteral("step")},
                {tr("One cycle"), QStringLiteral("one-cycle")},
                {tr("Plateau"), QStringLiteral("plateau")}});
    m_warmUp =
        share(*form, "warmUp", tr("Warm-up, epochs"),
              tr("Epochs over which the learning rates rise from zero; automatic is one, but at most a "
                 "tenth of the run."),
              1000, 1, tr("automatic"));
    m_warmUp->setMinimum(-0.5);
    m_warmUp->setSingleStep(0.5);
    m_stepEpochs = whole(*form, "stepEpochs", tr("Fall after, epochs"),
                         tr("Steps: epochs from one fall to the next. Plateau: how long to wait for a lower "
                            "validation loss."),
                         1, 10000);
    m_stepFactor = share(*form, "stepFactor", tr("Factor of a fall"),
                         tr("What the learning rates are multiplied with at each fall."), 1, 3);
}

void LearningForm::buildBlocks(QVBoxLayout& layout) {
    addHeading(layout, tr("Blocks"));
    QFormLayout* form = addFields(layout);
    m_layerDecay = share(*form, "layerDecay", tr("Decay by depth"),
                         tr("Factor of the learning rate from each block to the one in front of it: below 1, "
                            "early blocks, which know what all pictures have, change less."),
                         1, 3);
    m_layerDecay->setMinimum(0.01);
    m_unfreeze = whole(*form, "unfreezeEpochs", tr("Wake a block every"),
                       tr("The blocks that learn begin one after the other, from the last, so many epochs "
                          "apart; until then they rest as if frozen."),
                       0, 10000, tr("all at once"));
    m_blockRates =
        new BlockRatesField(tr("Factors of blocks"),
                            tr("Learning rates of single blocks, as factors: layer1=0.1, layer4.0=2. The "
                               "drawing of the network shows them."),
                            this);
    layout.addWidget(m_blockRates);
    connect(m_blockRates, &BlockRatesField::changed, this, &LearningForm::read);
    connect(m_blockRates, &BlockRatesField::problemChanged, this, &LearningForm::problemChanged);
    m_keepStatistics = addCheck(
        layout, tr("BatchNorm keeps its statistics"),
        tr("The means and variances that BatchNorm measured in pretraining stay; its scale and shift "
           "learn. Those of a few images would be a poor measure: leave this on for small datasets."),
        "keepStatistics");
    connect(m_keepStatistics, &QCheckBox::toggled, this, &LearningForm::read);
}

void LearningForm::buildSteps(QVBoxLayout& layout) {
    addHeading(layout, tr("Steps"));
    QFormLayout* form = addFields(layout);
    m_clip = new RateSpinBox(this);
    m_clip->setMaximum(1e6);
    m_clip->setSpecialValueText(tr("off"));
    addField(
        *form, tr("Longest gradient"),
        tr("A gradient that is longer is shortened to this, so that one odd batch does no harm; 1 to 5 is "
           "usual."),
        m_clip, "clipNorm");
    connect(m_clip, &QDoubleSpinBox::valueChanged, this, &LearningForm::read);
    m_accumulate = whole(*form, "accumulate", tr("Batches per step"),
                         tr("Adds up the gradients of several batches before a step: as a larger batch, "
                            "without its memory."),
                         1, 256);
    m_average =
        share(*form, "averageDecay", tr("Average the weights"),
              tr("Keeps a moving average of the weights, steadier than the newest ones, and validates "
                 "and keeps that; 0.98 to 0.999 is usual."),
              0.9999, 4, tr("off"));
    m_startShare = share(
        *form, "startShare", tr("Share of the start"),
        tr("What is validated and kept lies so far back towards the weights at the start. Halfway (0.5) "
           "still knows what pretraining knew, and is often better than either end."),
        0.95, 2, tr("off"));
    m_patience =
        whole(*form, "patience", tr("Patience, epochs"),
              tr("Ends the run when the best epoch has been the same for so long; it is kept anyway."), 0,
              10000, tr("to the end"));
    m_keepLatest =
        addCheck(layout, tr("Of equals keep the latest epoch"),
                 tr("A few validation images more or less are chance. Of the epochs that are less "
                    "than one standard error below the highest accuracy the latest is kept, for it "
                    "has learnt most."),
                 "keepLatest");
    connect(m_keepLatest, &QCheckBox::toggled, this, &LearningForm::read);
}

void LearningForm::buildLoss(QVBoxLayout& layout) {
    addHeading(layout, tr("Loss"));
    QFormLayout* form = addFields(layout);
    m_smoothing =
        share(*form, "labelSmoothing", tr("Label smoothing"),
              tr("Share of each answer that goes to all classes alike, so that the network does not "
                 "become too sure; 0.05 to 0.1 is usual."),
              0.9, 3, tr("off"));
    m_mixup = share(*form, "mixup", tr("Mixup"),
                    tr("Blends images with each other, and their classes alike; where blocks are frozen, "
                       "what those make of the images is blended. 0.1 to 0.4 is usual."),
                    10, 2, tr("off"));
    m_cutMix = share(*form, "cutMix", tr("CutMix"),
                     tr("Pastes a part of one image into another, with its share of the class; needs a block "
                        "that learns. 1 is usual."),
                     10, 2, tr("off"));
    m_focal = share(*form, "focalGamma", tr("Focal loss, gamma"),
                    tr("Looks away from images that are known already, towards hard and rare ones; 2 is "
                       "usual."),
                    10, 2, tr("off"));
    m_classWeights = addCheck(layout, tr("Rare classes weigh more"),
                              tr("Every class counts the same in the loss, however few images it has, and "
                                 "when the best epoch is chosen; the other way is to draw every class "
                                 "equally often."),
                              "classWeights");
    connect(m_classWeights, &QCheckBox::toggled, this, &LearningForm::read);
}

void LearningForm::setOptions(const training::TrainingOptions& all) {
    const training::LearningOptions& options = all.learning;
    m_filling = true;
    m_options = options;
    setChoice(*m_optimiser, options.optimiser);
    m_momentum->setValue(options.momentum);
    setChoice(*m_schedule, options.schedule);
    m_warmUp->setValue(options.warmUpEpochs);
    m_stepEpochs->setValue(options.stepEpochs);
    m_stepFactor->setValue(options.stepFactor);
    m_layerDecay->setValue(options.layerDecay);
    m_blockRates->setRates(all.model, options.blockRates);
    m_unfreeze->setValue(options.unfreezeEpochs);
    m_keepStatistics->setChecked(options.keepStatistics);
    m_clip->setValue(options.clipNorm);
    m_accumulate->setValue(options.accumulate);
    m_average->setValue(options.averageDecay);
    m_startShare->setValue(options.startShare);
    m_patience->setValue(options.patience);
    m_keepLatest->setChecked(options.keepLatest);
    m_smoothing->setValue(options.labelSmoothing);
    m_mixup->setValue(options.mixup);
    m_cutMix->setValue(options.cutMix);
    m_classWeights->setChecked(options.classWeights);
    m_focal->setValue(options.focalGamma);
    enable();
    m_filling = false;
}

void LearningForm::setBlocksLearn(bool learn) {
    m_blocksLearn = learn;
    enable();
    Q_EMIT problemChanged();
}

void LearningForm::take() {
    if (m_blocksLearn)
        m_blockRates->take();
}

QString LearningForm::problem() const {
    return m_blocksLearn ? m_blockRates->problem() : QString();
}

void LearningForm::enable() {
    const bool falls = m_options.schedule == "step" || m_options.schedule == "plateau";
    m_momentum->setEnabled(m_options.optimiser == "sgd");
    m_warmUp->setEnabled(m_options.schedule != "one-cycle"); // which has a rise of its own
    m_stepEpochs->setEnabled(falls);
    m_stepFactor->setEnabled(falls);
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_layerDecay, m_blockRates, m_unfreeze, m_keepStatistics})
        widget->setEnabled(m_blocksLearn);
    m_cutMix->setEnabled(m_blocksLearn || m_options.cutMix > 0); // to switch it off
}

void LearningForm::read() {
    if (m_filling)
        return;
    m_options.optimiser = m_optimiser->currentData().toString().toStdString();
    m_options.momentum = m_momentum->value();
    m_options.schedule = m_schedule->currentData().toString().toStdString();
    m_options.warmUpEpochs = m_warmUp->value() < 0 ? -1 : m_warmUp->value();
    m_options.stepEpochs = m_stepEpochs->value();
    m_options.stepFactor = m_stepFactor->value();
    m_options.layerDecay = m_layerDecay->value();
    m_options.blockRates = m_blockRates->rates();
    m_options.unfreezeEpochs = m_unfreeze->value();
    m_options.keepStatistics = m_keepStatistics->isChecked();
    m_options.clipNorm = m_clip->value();
    m_options.accumulate = m_accumulate->value();
    m_options.averageDecay = m_average->value();
    m_options.startShare = m_startShare->value();
    m_options.patience = m_patience->value();
    m_options.keepLatest = m_keepLatest->isChecked();
    m_options.labelSmoothing = m_smoothing->value();
    m_options.mixup = m_mixup->value();
    m_options.cutMix = m_cutMix->value();
    m_options.classWeights = m_classWeights->isChecked();
    m_options.focalGamma = m_focal->value();
    enable();
    Q_EMIT changed();
}

} // namespace graft::ui
