#include "cli/LearnOptions.h"

namespace graft::cli {

QList<QCommandLineOption> learnOptions() {
    const std::string number = translate("CommandLine", "number"), name = translate("CommandLine", "name");
    return {
        option("optimiser", translate("CommandLine", "adamw (the default) or sgd."), name),
        option("momentum", translate("CommandLine", "Momentum of SGD (0.9)."), number),
        option("schedule",
               translate("CommandLine", "How the learning rates go on: cosine (the default), constant, step, "
                                        "one-cycle, or plateau."),
               name),
        option(
            "warm-up",
            translate("CommandLine",
                      "Epochs over which the learning rates rise from zero. Without this: one, but at most "
                      "a tenth of the run."),
            number),
        option("step-epochs",
               translate("CommandLine", "Schedule step: epochs from one fall of the learning rates to the "
                                        "next. Plateau: epochs to wait for a lower validation loss (10)."),
               number),
        option("step-factor",
               translate("CommandLine", "What the learning rates are multiplied with at such a fall (0.1)."),
               number),
        option("layer-decay",
               translate("CommandLine",
                         "Factor of the learning rate from each block to the one in front of it "
                         "(1)."),
               number),
        option("block-lr",
               translate("CommandLine",
                         "Factors of the learning rates of single blocks: layer1=0.1,layer2=0.5."),
               translate("CommandLine", "factors")),
        option("clip", translate("CommandLine", "Largest norm of the gradient; 0: any (0)."), number),
        option("accumulate", translate("CommandLine", "Batches whose gradients make one step together (1)."),
               number),
        option("ema",
               translate("CommandLine",
                         "Decay of a moving average of the weights, as 0.99, which is then what "
                         "is validated and kept; 0: none (0)."),
               number),
        option("start-share",
               translate("CommandLine",
                         "Validate and keep weights that lie so far back towards those at the start, as 0.5; "
                         "0: not at all (0)."),
               number),
        option("patience",
               translate("CommandLine",
                         "End when the best epoch has been the same for so many epochs; 0: never (0)."),
               number),
        option("label-smoothing",
               translate("CommandLine", "Share of the answer that the classes have in common (0)."), number),
        option("mixup",
               translate("CommandLine", "Blend images with each other: alpha of the Beta distribution of the "
                                        "shares; 0: off (0)."),
               number),
        option("cutmix",
               translate("CommandLine",
                         "Paste parts of images into each other: alpha as for mixup; 0: off (0)."),
               number),
        option(
            "class-weights",
            translate(
                "CommandLine",
                "Let an image of a rare class weigh more; the best epoch is chosen by balanced accuracy.")),
        option("focal",
               translate("CommandLine", "Gamma of the focal loss, which looks away from what is known; 0: "
                                        "cross-entropy (0)."),
               number),
        option("unfreeze-epochs",
               translate("CommandLine", "Let the blocks begin one after the other, from the last, so many "
                                        "epochs apart; 0: all at once (0)."),
               number),
        option("keep-statistics",
               translate("CommandLine", "Let BatchNorm of blocks that learn keep the means and variances it "
                                        "came with.")),
        option("keep-latest",
               translate("CommandLine", "Keep the latest of the epochs that are less than one standard error "
                                        "below the highest validation accuracy.")),
    };
}

void takeLearning(OptionValues& values, training::LearningOptions& options) {
    values.take("optimiser", options.optimiser);
    values.take("momentum", options.momentum, 0, 0.9999);
    values.take("schedule", options.schedule);
    values.take("warm-up", options.warmUpEpochs, 0, 10'000);
    values.take("step-epochs", options.stepEpochs, 1, 10'000);
    values.take("step-factor", options.stepFactor, 0, 1);
    values.take("layer-decay", options.layerDecay, 0.01, 1);
    values.take("block-lr", options.blockRates);
    values.take("clip", options.clipNorm, 0, 1e6);
    values.take("accumulate", options.accumulate, 1, 256);
    values.take("ema", options.averageDecay, 0, 0.99999);
    values.take("start-share", options.startShare, 0, 0.95);
    values.take("patience", options.patience, 0, 10'000);
    values.take("label-smoothing", options.labelSmoothing, 0, 0.9);
    values.take("mixup", options.mixup, 0, 10);
    values.take("cutmix", options.cutMix, 0, 10);
    values.take("class-weights", options.classWeights);
    values.take("focal", options.focalGamma, 0, 10);
    values.take("unfreeze-epochs", options.unfreezeEpochs, 0, 10'000);
    values.take("keep-statistics", options.keepStatistics);
    values.take("keep-latest", options.keepLatest);
}

} // namespace graft::cli
