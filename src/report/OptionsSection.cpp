#include "report/Sections.h"
#include "report/Words.h"

#include "dataset/AugmentKinds.h"
#include "graph/Architectures.h"

#include <QCoreApplication>
#include <QStringList>

namespace graft::report {

namespace {

int classCount(const ReportInput& input) {
    if (!input.evaluations.empty())
        return int(input.evaluations.front().classes.size());
    int classes = 0;
    for (const auto& row : input.dataset.classes)
        classes += row.train > 0;
    return classes;
}

QString parameters(const ReportInput& input, const training::TrainingOptions& options,
                   const graph::Architecture& architecture) {
    graph::BuildOptions build;
    build.classes = std::max(2, classCount(input));
    build.newHead = true;
    build.dropout = options.dropout;
    build.head = training::headOf(options);
    build.inputChannels = training::inputChannels(options);
    const graph::Graph graph = architecture.build(build);
    const auto plan = graph::freezeUpTo(graph, architecture, options.freeze);
    const auto count = graph::countParameters(graph, plan.value_or(graph::FreezePlan()));
    return QCoreApplication::translate("Report", "%1 learn, %2 are frozen")
        .arg(words::count(count.trainable), words::count(count.frozen));
}

QString start(const ReportInput& input, const training::TrainingOptions& options) {
    if (words::fromScratch(options))
        return QCoreApplication::translate("Report", "random weights (from scratch)");
    const auto& weights = input.weights;
    if (weights.title.empty())
        return QString::fromStdString(options.weights);
    QString text = QString::fromStdString(weights.title);
    if (!weights.origin.empty())
        text += QStringLiteral(": ") + QString::fromStdString(weights.origin);
    if (!weights.license.empty())
        text += QCoreApplication::translate("Report", " (licence: %1)")
                    .arg(QString::fromStdString(weights.license));
    return text;
}

QString head(const training::TrainingOptions& options) {
    QStringList parts;
    if (options.pooling == "max")
        parts << QCoreApplication::translate("Report", "maximum pooling");
    if (options.pooling == "gem")
        parts << QCoreApplication::translate("Report", "generalised mean pooling");
    QStringList layers;
    for (const int neurons : options.headLayers)
        layers << words::count(neurons);
    if (!layers.isEmpty())
        parts << (options.headBatchNorm
                      ? QCoreApplication::translate("Report", "hidden layers of %1 with BatchNorm")
                      : QCoreApplication::translate("Report", "hidden layers of %1"))
                     .arg(layers.join(QStringLiteral(", ")));
    return parts.isEmpty() ? QCoreApplication::translate("Report", "linear")
                           : parts.join(QStringLiteral("; "));
}

QString frozen(const training::TrainingOptions& options) {
    if (options.freeze == "none")
        return QCoreApplication::translate("Report", "nothing");
    if (options.freeze == "all")
        return QCoreApplication::translate("Report", "everything but the new head");
    const auto choice = graph::FreezeChoice::read(options.freeze);
    const QString alone = QString::fromStdString(graph::aloneLabel(choice));
    if (choice.upTo == "none")
        return QCoreApplication::translate("Report", "only %1").arg(alone);
    const QString upTo = QString::fromStdString(graph::blockLabel(choice.upTo));
    return choice.alone.empty()
               ? QCoreApplication::translate("Report", "everything up to %1").arg(upTo)
               : QCoreApplication::translate("Report", "everything up to %1, and %2").arg(upTo, alone);
}

QString strengthText(double strength, dataset::AugmentUnit unit) {
    using enum dataset::AugmentUnit;
    switch (unit) {
    case Share:
        return words::percent(strength, strength < 0.1 ? 1 : 0);
    case Degrees:
        return QCoreApplication::translate("Report", "%1°").arg(words::shortNumber(strength));
    case Pixels:
        return QCoreApplication::translate("Report", "%1 px").arg(words::shortNumber(strength));
    default:
        return words::shortNumber(strength);
    }
}

QString augmentation(const dataset::AugmentOptions& augment) {
    QStringList parts;
    for (const dataset::AugmentKind& kind : dataset::augmentKinds()) {
        if (!kind.on(augment))
            continue;
        const QString title = QString::fromStdString(kind.title);
        if (const auto* strength = std::get_if<dataset::AugmentKind::Strength>(&kind.member))
            parts << QCoreApplication::translate("Report", "%1: %2",
                                                 "a change of the images and its strength")
                         .arg(title, strengthText(augment.*(*strength), kind.unit));
        else
            parts << title;
    }
    return parts.isEmpty() ? QCoreApplication::translate("Report", "none") : parts.join(QStringLiteral("; "));
}

QString yesOrNo(bool yes) {
    return yes ? QCoreApplication::translate("Report", "yes") : QCoreApplication::translate("Report", "no");
}

QString recipe(const std::string& name) {
    if (name == "quick")
        return QCoreApplication::translate("Report",
                                           "Quick: the head solved on the frozen network's features");
    if (name == "best")
        return QCoreApplication::translate("Report", "Best: the head solved, then blocks trained");
    return QCoreApplication::translate("Report", "Custom");
}

QString schedule(const training::LearningOptions& learning) {
    if (learning.schedule == "constant")
        return QCoreApplication::translate("Report", "constant");
    if (learning.schedule == "step")
        return QCoreApplication::translate("Report", "times %1 every %2 epochs")
            .arg(words::shortNumber(learning.stepFactor))
            .arg(learning.stepEpochs);
    if (learning.schedule == "one-cycle")
        return QCoreApplication::translate("Report", "one cycle");
    if (learning.schedule == "plateau")
        return QCoreApplication::translate("Report",
                                           "times %1 after %2 epochs without a lower validation loss")
            .arg(words::shortNumber(learning.stepFactor))
            .arg(learning.stepEpochs);
    return QCoreApplication::translate("Report", "cosine");
}

/// What is not as it is without any choice.
void addLearning(const training::LearningOptions& learning, Facts& facts) {
    const training::LearningOptions standard;
    const auto add = [&](bool shown, const QString& name, const QString& value) {
        if (shown)
            facts.rows.emplace_back(name, value);
    };
    const auto number = [&](double value, double usual, const QString& name) {
        add(value != usual, name, words::shortNumber(value));
    };
    number(learning.layerDecay, standard.layerDecay,
           QCoreApplication::translate("Report", "Learning rate from block to block, towards the input"));
    QStringList factors;
    for (const auto& [block, factor] : learning.blockRates)
        factors << QStringLiteral("%1 × %2").arg(QString::fromStdString(block), words::shortNumber(factor));
    add(!factors.isEmpty(), QCoreApplication::translate("Report", "Learning rates of blocks"),
        factors.join(QStringLiteral(", ")));
    number(learning.unfreezeEpochs, 0,
           QCoreApplication::translate("Report", "Epochs from one block that begins to learn to the next"));
    number(learning.warmUpEpochs, standard.warmUpEpochs,
           QCoreApplication::translate("Report", "Warm-up, in epochs"));
    add(learning.keepStatistics, QCoreApplication::translate("Report", "BatchNorm keeps its statistics"),
        yesOrNo(true));
    number(learning.clipNorm, 0, QCoreApplication::translate("Report", "Longest gradient"));
    number(learning.accumulate, 1, QCoreApplication::translate("Report", "Batches per step"));
    number(learning.averageDecay, 0,
           QCoreApplication::translate("Report", "Moving average of the weights, decay"));
    number(learning.startShare, 0,
           QCoreApplication::translate("Report", "Share of the weights at the start"));
    number(learning.patience, 0, QCoreApplication::translate("Report", "Patience, in epochs"));
    add(learning.keepLatest, QCoreApplication::translate("Report", "Of equals the latest epoch is kept"),
        yesOrNo(true));
    number(learning.labelSmoothing, 0, QCoreApplication::translate("Report", "Label smoothing"));
    number(learning.mixup, 0, QCoreApplication::translate("Report", "Mixup"));
    number(learning.cutMix, 0, QCoreApplication::translate("Report", "CutMix"));
    number(learning.focalGamma, 0, QCoreApplication::translate("Report", "Focal loss, gamma"));
    add(learning.classWeights, QCoreApplication::translate("Report", "Rare classes weigh more"),
        yesOrNo(true));
}

/// What a solved head has no use for.
void addTraining(const training::TrainingOptions& options, Facts& facts) {
    const training::LearningOptions& learning = options.learning;
    const auto add = [&](const QString& name, const QString& value) { facts.rows.emplace_back(name, value); };
    add(QCoreApplication::translate("Report", "Batch"),
        QCoreApplication::translate("Report", "%1 images").arg(options.batch));
    add(QCoreApplication::translate("Report", "Learning rate of the head"),
        words::shortNumber(options.headLearningRate));
    if (options.freeze != "all")
        add(QCoreApplication::translate("Report", "Learning rate of the backbone"),
            words::shortNumber(options.learningRate));
    add(QCoreApplication::translate("Report", "Schedule"), schedule(learning));
    if (learning.optimiser == "sgd") {
        add(QCoreApplication::translate("Report", "Momentum (SGD)"), words::shortNumber(learning.momentum));
        add(QCoreApplication::translate("Report", "Weight decay (SGD)"),
            words::shortNumber(options.weightDecay));
    } else {
        add(QCoreApplication::translate("Report", "Weight decay (AdamW)"),
            words::shortNumber(options.weightDecay));
    }
    add(QCoreApplication::translate("Report", "Dropout before the head"), words::percent(options.dropout, 0));
    addLearning(learning, facts);
}

} // namespace

Section optionsSection(const ReportInput& input) {
    Section section{"options",
                    QCoreApplication::translate("Report", "How it was trained"),
                    QCoreApplication::translate(
                        "Report", "With the same images, options and seed the run can be repeated."),
                    {}};
    const auto options = training::optionsFromJson(input.run.optionsJson);
    if (!options) {
        section.blocks.emplace_back(
            Paragraph{QCoreApplication::translate("Report", "The options of this run cannot be read."),
                      Paragraph::Kind::Warning});
        return section;
    }
    const graph::Architecture* architecture = graph::findArchitecture(options->model);
    Facts facts;
    const auto add = [&](const QString& name, const QString& value) { facts.rows.emplace_back(name, value); };
    add(QCoreApplication::translate("Report", "Network"), words::modelTitle(options->model));
    add(QCoreApplication::translate("Report", "Starts from"), start(input, *options));
    add(QCoreApplication::translate("Report", "Frozen"), frozen(*options));
    if (architecture) {
        add(QCoreApplication::translate("Report", "Parameters"), parameters(input, *options, *architecture));
        const int side = options->size > 0 ? options->size : architecture->inputSize;
        add(QCoreApplication::translate("Report", "Input"),
            (options->channels > 0 ? QCoreApplication::translate("Report", "%1 × %1 pixels, all %2 channels")
                                         .arg(side)
                                         .arg(options->channels)
             : options->grey ? QCoreApplication::translate("Report", "%1 × %1 pixels, grey").arg(side)
                             : QCoreApplication::translate("Report", "%1 × %1 pixels").arg(side)));
    }
    add(QCoreApplication::translate("Report", "Head"), head(*options));
    add(QCoreApplication::translate("Report", "Recipe"), recipe(options->recipe));
    add(QCoreApplication::translate("Report", "Epochs"), words::count(options->epochs));
    if (options->recipe != "quick")
        addTraining(*options, facts);
    add(QCoreApplication::translate("Report", "Every class equally often"), yesOrNo(options->balanced));
    add(QCoreApplication::translate("Report", "Random changes of the images"),
        augmentation(options->augment));
    add(QCoreApplication::translate("Report", "Seed"), QString::number(options->seed));
    section.blocks.emplace_back(std::move(facts));
    return section;
}

} // namespace graft::report
