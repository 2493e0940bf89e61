#include "ui/train/OptionWords.h"

#include "dataset/AugmentKinds.h"
#include "graph/Architectures.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <string_view>

namespace graft::ui::option_words {
namespace {

constexpr std::string_view kAugment = "augment.";

struct Word {
    std::string_view name; ///< in options.json
    const char* context;   ///< the form whose label it is
    const char* title;
};

constexpr const char* kForm = "graft::ui::OptionsForm";
constexpr const char* kLearning = "graft::ui::LearningForm";
constexpr const char* kHere = "OptionWords";

constexpr std::array kWords{
    Word{"model", kHere, QT_TRANSLATE_NOOP("OptionWords", "Model")},
    Word{"weights", kHere, QT_TRANSLATE_NOOP("OptionWords", "Weights")},
    Word{"freeze", kHere, QT_TRANSLATE_NOOP("OptionWords", "Frozen")},
    Word{"recipe", kHere, QT_TRANSLATE_NOOP("OptionWords", "Recipe")},
    Word{"views", kHere, QT_TRANSLATE_NOOP("OptionWords", "Views kept of an image")},
    Word{"cache_bytes", kHere, QT_TRANSLATE_NOOP("OptionWords", "Room for the frozen part")},
    Word{"epochs", kForm, "Epochs"},
    Word{"batch", kForm, "Images in a batch"},
    Word{"size", kForm, "Input size, px"},
    Word{"learning_rate", kForm, "Learning rate, blocks"},
    Word{"head_learning_rate", kForm, "Learning rate, head"},
    Word{"weight_decay", kForm, "Weight decay (L2)"},
    Word{"dropout", kForm, "Dropout"},
    Word{"head_layers", kForm, "Hidden layers, head"},
    Word{"head_batch_norm", kForm, "BatchNorm in the head"},
    Word{"pooling", kForm, "Pooling"},
    Word{"grey", kForm, "Grey pictures"},
    Word{"channels", kHere, QT_TRANSLATE_NOOP("OptionWords", "All channels of the images")},
    Word{"balanced", kForm, "Draw every class equally often"},
    Word{"seed", kForm, "Seed"},
    Word{"device", kForm, "Device"},
    Word{"precision", kForm, "Precision"},
    Word{"deterministic", kForm, "The same numbers again on a graphics card"},
    Word{"cache_prefix", kForm, "Compute the frozen part only once"},
    Word{"learning.optimiser", kLearning, "Optimiser"},
    Word{"learning.momentum", kLearning, "Momentum"},
    Word{"learning.schedule", kLearning, "Schedule"},
    Word{"learning.warm_up_epochs", kLearning, "Warm-up, epochs"},
    Word{"learning.step_epochs", kLearning, "Fall after, epochs"},
    Word{"learning.step_factor", kLearning, "Factor of a fall"},
    Word{"learning.layer_decay", kLearning, "Decay by depth"},
    Word{"learning.block_rates", kLearning, "Factors of blocks"},
    Word{"learning.clip_norm", kLearning, "Longest gradient"},
    Word{"learning.accumulate", kLearning, "Batches per step"},
    Word{"learning.average_decay", kLearning, "Average the weights"},
    Word{"learning.start_share", kLearning, "Share of the start"},
    Word{"learning.patience", kLearning, "Patience, epochs"},
    Word{"learning.keep_latest", kLearning, "Of equals keep the latest epoch"},
    Word{"learning.label_smoothing", kLearning, "Label smoothing"},
    Word{"learning.mixup", kLearning, "Mixup"},
    Word{"learning.cutmix", kLearning, "CutMix"},
    Word{"learning.class_weights", kLearning, "Rare classes weigh more"},
    Word{"learning.focal_gamma", kLearning, "Focal loss, gamma"},
    Word{"learning.unfreeze_epochs", kLearning, "Wake a block every"},
    Word{"learning.keep_statistics", kLearning, "BatchNorm keeps its statistics"},
};

} // namespace

QString title(const std::string& name) {
    if (const auto word = std::ranges::find(kWords, std::string_view(name), &Word::name);
        word != kWords.end())
        return QCoreApplication::translate(word->context, word->title);
    if (name.starts_with(kAugment))
        for (const dataset::AugmentKind& kind : dataset::augmentKinds())
            if (name.substr(kAugment.size()) == kind.name)
                return QString::fromStdString(kind.title);
    return QString::fromStdString(name);
}

QString value(const std::string& name, const std::string& json) {
    if (json == "true")
        return QCoreApplication::translate("OptionWords", "yes");
    if (json == "false")
        return QCoreApplication::translate("OptionWords", "no");
    if (json.empty() || json == "[]" || json == "{}" || json == "\"\"")
        return QStringLiteral("–");
    const QString text = QString::fromStdString(json);
    if (json.size() >= 2 && json.front() == '"') {
        const std::string word = json.substr(1, json.size() - 2);
        const graph::Architecture* model = name == "model" ? graph::findArchitecture(word) : nullptr;
        return QString::fromStdString(model ? model->title : word);
    }
    if (name == "channels" && json == "0") // colours
        return QStringLiteral("–");
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber ? QLocale().toString(number, 'g', 6) : text;
}

} // namespace graft::ui::option_words
