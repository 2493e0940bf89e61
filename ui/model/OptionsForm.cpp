#include "ui/model/OptionsForm.h"

#include "ui/frame/DeviceChoice.h"
#include "ui/model/AugmentForm.h"
#include "ui/model/AugmentPreview.h"
#include "ui/model/CacheFields.h"
#include "ui/model/FormFields.h"
#include "ui/model/LearningForm.h"
#include "ui/model/RateSearch.h"
#include "ui/model/RateSpinBox.h"
#include "ui/model/RecipeChooser.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QRegularExpressionValidator>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace graft::ui {
namespace {

QString layersText(const std::vector<int>& layers) {
    QStringList parts;
    for (const int neurons : layers)
        parts << QString::number(neurons);
    return parts.join(QStringLiteral(", "));
}

std::vector<int> layersFrom(const QString& text) {
    std::vector<int> layers;
    for (const QString& part : text.split(QLatin1Char(','), Qt::SkipEmptyParts))
        if (const int neurons = part.trimmed().toInt(); neurons > 0)
            layers.push_back(neurons);
    return layers;
}

} // namespace

OptionsForm::OptionsForm(AugmentPreview* preview, RateSearch* search, QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("optionsForm"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kInside);
    m_recipe = new RecipeChooser(this);
    layout->addWidget(m_recipe);
    connect(m_recipe, &RecipeChooser::chosen, this, [this](const QString& recipe) {
        Q_EMIT recipeChosen(recipe);
        if (recipe == QLatin1String("custom"))
            m_more->setChecked(true); // there is what one wants it for
    });
    buildBasics(*layout);
    layout->addSpacing(theme::kInside);
    m_augment = new AugmentForm(preview, this);
    layout->addWidget(m_augment);
    connect(m_augment, &AugmentForm::changed, this, &OptionsForm::read);
    buildAdvanced(*layout, search);
    setOptions({});
}

QSpinBox* OptionsForm::spin(QFormLayout& form, const char* name, const QString& label, const QString& tip,
                            int low, int high) {
    auto* box = new QSpinBox(this);
    box->setRange(low, high);
    box->setKeyboardTracking(false);
    addField(form, label, tip, box, name);
    connect(box, &QSpinBox::valueChanged, this, &OptionsForm::read);
    return box;
}

RateSpinBox* OptionsForm::rate(QFormLayout& form, const char* name, const QString& label,
                               const QString& tip) {
    auto* box = new RateSpinBox(this);
    addField(form, label, tip, box, name);
    connect(box, &QDoubleSpinBox::valueChanged, this, &OptionsForm::read);
    return box;
}

QComboBox* OptionsForm::choice(QFormLayout& form, const char* name, const QString& label, const QString& tip,
                               const QList<std::pair<QString, QString>>& items) {
    auto* box = addChoice(form, label, tip, name, items);
    connect(box, &QComboBox::currentIndexChanged, this, &OptionsForm::read);
    return box;
}

QCheckBox* OptionsForm::check(QVBoxLayout& layout, const char* name, const QString& label,
                              const QString& tip) {
    auto* box = addCheck(layout, label, tip, name);
    connect(box, &QCheckBox::toggled, this, &OptionsForm::read);
    return box;
}

void OptionsForm::buildBasics(QVBoxLayout& layout) {
    QFormLayout* form = m_basics = addFields(layout);
    m_epochs =
        spin(*form, "epochs", tr("Epochs"),
             tr("How many times the network sees every training image; the best epoch is kept."), 1, 10000);
    m_batch =
        spin(*form, "batch", tr("Images in a batch"),
             tr("How many images each step looks at; larger is steadier and needs more memory."), 1, 1024);
    m_input = choice(*form, "input", tr("Channels"),
                     tr("What the network sees: all channels of an image, the first three as colours, or "
                        "their mean. The pretrained weights know three: "
                        "for more, the first convolution takes its weights for red, green and blue by turns, "
                        "scaled, so that their sum stays."),
                     {{tr("Colour"), QStringLiteral("colour")}, {tr("Grey"), QStringLiteral("grey")}});
    form->setRowVisible(m_input, false);
    m_balanced = check(layout, "balanced", tr("Draw every class equally often"),
                       tr("Helps small classes: their images come more often, so that they are not drowned "
                          "by the large ones, and the best epoch is the one that gets most of each class "
                          "right on average."));
}

void OptionsForm::buildAdvanced(QVBoxLayout& layout, RateSearch* search) {
    layout.addSpacing(theme::kInside);
    m_more = new QToolButton(this);
    m_more->setObjectName(QStringLiteral("advancedToggle"));
    m_more->setText(tr("Advanced"));
    m_more->setCheckable(true);
    m_more->setAutoRaise(true);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setArrowType(Qt::RightArrow);
    layout.addWidget(m_more);
    auto* box = new QWidget(this);
    auto* inside = new QVBoxLayout(box);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(theme::kInside);
    buildLearning(*inside, search);
    buildHead(*inside);
    buildMachine(*inside);
    box->setVisible(false);
    layout.addWidget(box);
    connect(m_more, &QToolButton::toggled, box, [this, box](bool open) {
        box->setVisible(open);
        m_more->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    });
}

void OptionsForm::buildLearning(QVBoxLayout& layout, RateSearch* search) {
    m_learningBox = new QWidget(this);
    auto* inside = new QVBoxLayout(m_learningBox);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(theme::kInside);
    addHeading(*inside, tr("Learning rates"));
    QFormLayout* form = addFields(*inside);
    m_headRate = rate(*form, "headRate", tr("Learning rate, head"),
                      tr("How large the steps of the new head are; lower it when the loss jumps."));
    m_rate = rate(
        *form, "rate", tr("Learning rate, blocks"),
        tr("How large the steps of the pretrained blocks are that are not frozen; smaller than the head's."));
    m_decay = rate(*form, "decay", tr("Weight decay (L2)"),
                   tr("Pulls the weights towards zero, against overfitting."));
    m_learning = new LearningForm(search, this);
    inside->addWidget(m_learning);
    connect(m_learning, &LearningForm::changed, this, &OptionsForm::read);
    connect(m_learning, &LearningForm::problemChanged, this, &OptionsForm::problemChanged);
    layout.addWidget(m_learningBox);
}

void OptionsForm::buildHead(QVBoxLayout& layout) {
    addHeading(layout, tr("Head and picture"));
    QFormLayout* form = m_headForm = addFields(layout);
    m_dropout =
        rate(*form, "dropout", tr("Dropout"),
             tr("Share of the features that is hidden from the head at each step, against overfitting."));
    m_dropout->setMaximum(0.95);
    m_headLayers = new QLineEdit(this);
    m_headLayers->setPlaceholderText(tr("none"));
    m_headLayers->setValidator(new QRegularExpressionValidator(
        QRegularExpression(QStringLiteral("([1-9][0-9]{0,3}( *, *|$)){0,4}")), m_headLayers));
    addField(
        *form, tr("Hidden layers, head"),
        tr("Neurons of the layers between the features and the classes, as in 256, 128; without any the head "
           "is linear, which suits small datasets."),
        m_headLayers, "headLayers");
    connect(m_headLayers, &QLineEdit::editingFinished, this, [this] {
        if (layersFrom(m_headLayers->text()) != m_options.headLayers) // leaving the field is no edit
            read();
    });
    m_pooling =
        choice(*form, "pooling", tr("Pooling"),
               tr("How the last feature maps become one vector: the mean, the strongest answer, or a mean "
                  "in between whose exponent learns (GeM); the latter two suit small things."),
               {{tr("Average"), QStringLiteral("average")},
                {tr("Maximum"), QStringLiteral("max")},
                {tr("GeM"), QStringLiteral("gem")}});
    m_headNorm =
        check(layout, "headNorm", tr("BatchNorm in the head"),
              tr("Steadies the hidden layers of the head; needs batches of a dozen images or more."));
    m_grey = check(layout, "grey", tr("Grey pictures"),
                   tr("Shows the network one grey channel: for X-rays and the like, or where colour must not "
                      "matter."));
}

void OptionsForm::buildMachine(QVBoxLayout& layout) {
    layout.addSpacing(theme::kInside);
    QFormLayout* form = addFields(layout);
    m_size = spin(
        *form, "size", tr("Input size, px"),
        tr("Side of the square the network sees; the size the weights were trained with is the safe choice."),
        0, 2048);
    m_size->setSpecialValueText(tr("as trained"));
    m_size->setSingleStep(32);
    m_seed = spin(*form, "seed", tr("Seed"), tr("The same seed and options give the same run again."), 0,
                  999'999'999);
    m_device = new DeviceChoice(this);
    addField(*form, tr("Device"),
             tr("Where the run computes; automatic takes a graphics card where there is one."), m_device,
             "device");
    connect(m_device, &QComboBox::currentIndexChanged, this, &OptionsForm::read);
    m_precision = choice(
        *form, "precision", tr("Precision"),
        tr("Automatic takes bfloat16, about twice as fast, where the hardware has it and trials with some of "
           "your images show no loss: once for the frozen part, once for the steps that teach the rest."),
        {{tr("Automatic"), QStringLiteral("auto")},
         {QStringLiteral("float32"), QStringLiteral("float32")},
         {QStringLiteral("bfloat16"), QStringLiteral("bfloat16")}});
    m_deterministic = check(
        layout, "deterministic", tr("The same numbers again on a graphics card"),
        tr("The processor gives them anyway. A graphics card adds in any order where that is faster, so that "
           "two runs with the same seed differ a little; with this they do not, and take longer."));
    m_cache = new CacheFields(this);
    layout.addWidget(m_cache);
    connect(m_cache, &CacheFields::changed, this, &OptionsForm::read);
}

void OptionsForm::setOptions(const training::TrainingOptions& options) {
    m_filling = true;
    m_options = options;
    m_epochs->setValue(options.epochs);
    m_batch->setValue(options.batch);
    m_balanced->setChecked(options.balanced);
    m_augment->setOptions(options.augment);
    m_augment->setMixing(options.learning.mixup > 0, options.learning.cutMix > 0);
    m_recipe->setRecipe(options.recipe);
    m_learning->setOptions(options);
    m_headRate->setValue(options.headLearningRate);
    m_rate->setValue(options.learningRate);
    m_decay->setValue(options.weightDecay);
    m_dropout->setValue(options.dropout);
    m_headLayers->setText(layersText(options.headLayers));
    m_headNorm->setChecked(options.headBatchNorm);
    m_headNorm->setEnabled(!options.headLayers.empty());
    m_pooling->setCurrentIndex(std::max(0, m_pooling->findData(QString::fromStdString(options.pooling))));
    m_grey->setChecked(options.grey);
    showInput();
    m_size->setValue(options.size);
    m_seed->setValue(int(std::min<std::uint64_t>(options.seed, 999'999'999)));
    m_device->setDevice(QString::fromStdString(options.device));
    m_precision->setCurrentIndex(
        std::max(0, m_precision->findData(QString::fromStdString(options.precision))));
    m_deterministic->setChecked(options.deterministic);
    m_cache->setOptions(options);
    showRecipe();
    m_filling = false;
}

/// What a recipe decides itself is not asked for.
void OptionsForm::showRecipe() {
    const bool quick = m_options.recipe == "quick", custom = m_options.recipe == "custom";
    m_basics->setRowVisible(m_epochs, !quick);
    m_basics->setRowVisible(m_batch, !quick);
    m_learningBox->setVisible(custom);
    for (QWidget* field : std::initializer_list<QWidget*>{m_dropout, m_headLayers, m_pooling})
        m_headForm->setRowVisible(field, custom);
    m_headNorm->setVisible(custom);
}

/// Where there are more channels than colours, one choice of three instead of the box for grey.
void OptionsForm::showInput() {
    const QString now = m_options.channels > 0 ? QStringLiteral("all")
                        : m_options.grey       ? QStringLiteral("grey")
                                               : QStringLiteral("colour");
    m_input->setCurrentIndex(std::max(0, m_input->findData(now)));
    m_basics->setRowVisible(m_input, m_bands > 0);
    m_grey->setVisible(m_bands == 0);
    m_augment->setBands(m_options.channels);
}

void OptionsForm::setBands(int bands) {
    if (bands == m_bands)
        return;
    const bool before = std::exchange(m_filling, true);
    m_bands = bands;
    if (const int all = m_input->findData(QStringLiteral("all")); all >= 0)
        m_input->removeItem(all);
    if (bands > 0)
        m_input->addItem(tr("All %1").arg(bands), QStringLiteral("all"));
    showInput();
    m_filling = before;
}

void OptionsForm::showAugmentation(const QString& preset) {
    m_augment->showPreset(preset);
}

void OptionsForm::showLearning() {
    if (m_options.recipe != "custom")
        return;
    m_more->setChecked(true);
    QWidget* above = parentWidget();
    while (above && !qobject_cast<QScrollArea*>(above))
        above = above->parentWidget();
    if (auto* area = qobject_cast<QScrollArea*>(above)) {
        QApplication::sendPostedEvents(); // the layout of what was unfolded
        area->verticalScrollBar()->setValue(m_more->mapTo(area->widget(), QPoint()).y());
    }
}

void OptionsForm::setPretrainedLearns(bool learns) {
    m_rate->setEnabled(learns);
    m_learning->setBlocksLearn(learns);
}

void OptionsForm::setPretrained(bool pretrained) {
    m_recipe->setPretrained(pretrained);
}

void OptionsForm::take() {
    if (m_options.recipe == "custom")
        m_learning->take();
}

QString OptionsForm::problem() const {
    return m_options.recipe == "custom" ? m_learning->problem() : QString();
}

void OptionsForm::showCacheNeed(std::uint64_t bytes) {
    m_cache->showNeed(bytes, m_options);
}

void OptionsForm::setMachine(const std::optional<training::Machine>& machine) {
    m_device->setMachine(machine);
}

void OptionsForm::setHeadPools(bool pools) {
    m_pooling->setEnabled(pools);
}

void OptionsForm::read() {
    if (m_filling)
        return;
    m_options.epochs = m_epochs->value();
    m_options.batch = m_batch->value();
    m_options.balanced = m_balanced->isChecked();
    m_options.augment = m_augment->options();
    m_options.learning = m_learning->options();
    m_augment->setMixing(m_options.learning.mixup > 0, m_options.learning.cutMix > 0);
    m_options.headLearningRate = m_headRate->value();
    m_options.learningRate = m_rate->value();
    m_options.weightDecay = m_decay->value();
    m_options.dropout = m_dropout->value();
    m_options.headLayers = layersFrom(m_headLayers->text());
    m_options.headBatchNorm = m_headNorm->isChecked();
    m_options.pooling = m_pooling->currentData().toString().toStdString();
    const QString input = m_input->currentData().toString();
    m_options.grey = m_bands > 0 ? input == QLatin1String("grey") : m_grey->isChecked();
    m_options.channels = m_bands > 0 && input == QLatin1String("all") ? m_bands : 0;
    m_augment->setBands(m_options.channels);
    m_headNorm->setEnabled(!m_options.headLayers.empty());
    m_options.size = m_size->value();
    m_options.seed = std::uint64_t(m_seed->value());
    m_options.device = m_device->device().toStdString();
    m_options.precision = m_precision->currentData().toString().toStdString();
    m_options.deterministic = m_deterministic->isChecked();
    m_cache->writeTo(m_options);
    m_cache->enable(m_options);
    Q_EMIT changed();
}

} // namespace graft::ui
