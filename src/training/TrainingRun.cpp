#include "training/TrainingRun.h"

#include "engine/Device.h"
#include "training/CacheChoice.h"
#include "training/Device.h"
#include "training/LearntFrom.h"
#include "training/Memory.h"
#include "training/PrecisionChoice.h"
#include "training/ProbeRun.h"
#include "training/Setup.h"
#include "training/Sides.h"
#include "training/Trainer.h"

#include "base/Log.h"

#include <torch/torch.h>
#include <torch/version.h>

#include <algorithm>
#include <cmath>

namespace graft::training {

namespace {

/// Standard error of an accuracy of 1 below which an epoch with all images right leaves nothing to be gained:
/// of 99 images.
constexpr double kSureEnough = 0.01;

Ending failed(const Error& error) {
    if (!error.detail.empty())
        log(LogLevel::Error, error.detail);
    return {runs::State::Failed, error.message};
}

} // namespace

TrainingRun::TrainingRun(const RunInput& input, RunReport report, std::stop_token stop,
                         const RunControl* control)
    : m_input(input), m_options(input.options), m_report(std::move(report)), m_gate(std::move(stop), control),
      m_checkpoints(m_report.folder()), m_train(imageSet(input.train)),
      m_validation(imageSet(input.validation)) {
    for (ImageSet* set : {&m_train, &m_validation})
        set->tellUnreadable = [this](std::size_t, const std::string& why) {
            m_report.note(translate("Training", "An image is left out of this run: %1", {why}));
        };
}

/// Of the training images where `learningViews` are told apart, else of the validation images.
Viewing TrainingRun::viewing(const ModelFile& model, std::optional<int> learningViews) const {
    Viewing viewing{.preprocessing = model.preprocessing,
                    .seed = m_options.seed,
                    .loaderThreads = shareThreads().loaders};
    if (learningViews && m_options.augment.any()) {
        viewing.augment = m_options.augment;
        viewing.views = *learningViews;
    }
    return viewing;
}

/// With the tensors it starts from; nothing of the head is loaded.
Result<engine::Network> TrainingRun::makeNetwork(const ModelFile& model, torch::Device device) {
    engine::Network network(model.buildGraph(), m_options.seed);
    network.freeze(freezePlanOf(model, network.graph()));
    if (m_input.weights)
        keepPretrainedStatistics(network, model, m_options.learning);
    if (m_checkpoints.hasLast()) {
        if (model.frozenApart)
            if (auto read = m_checkpoints.readFrozen(network); !read)
                return read.error();
    } else if (m_input.weights) {
        const auto notes = loadPretrained(network, model, *m_input.weights);
        if (!notes)
            return notes.error();
        for (const std::string& note : *notes)
            m_report.note(note);
        startHeadAtZero(network);
    }
    network.to(device);
    return network;
}

/// That of the run so far, or what serves this computer and these images best.
Result<Precision> TrainingRun::choosePrecision(const ModelFile& model, engine::Network& network,
                                               const graph::FreezePlan& plan) {
    if (m_checkpoints.hasLast()) {
        const auto stored = readModelFile(m_checkpoints.modelFile());
        return stored ? Result<Precision>(stored->precision) : stored.error();
    }
    const int views = m_options.augment.any() ? std::min(m_options.views, m_options.epochs) : 1;
    const auto trial = training::choosePrecision(
        m_options.precision, network, plan, m_train, model.preprocessing,
        std::int64_t(m_train.items.size()) * views + std::int64_t(m_validation.items.size()), m_gate.stop());
    if (!trial)
        return trial.error();
    if (trial->difference)
        m_report.fact("bfloat16_difference", std::to_string(*trial->difference));
    if (trial->difference && trial->precision == Precision::Float32)
        m_report.note(translate("Training",
                                "The frozen part is computed in float32: in bfloat16, which is faster, its "
                                "values for these images would differ by %1 %.",
                                {std::to_string(int(std::lround(*trial->difference * 100)))}));
    return trial->precision;
}

/// That of the run so far, or what serves the steps best.
Result<Precision> TrainingRun::chooseLearningPrecision(const ModelFile& model, engine::Network& network,
                                                       const graph::FreezePlan& plan) {
    if (m_checkpoints.hasLast()) {
        const auto stored = readModelFile(m_checkpoints.modelFile());
        return stored ? Result<Precision>(stored->learningPrecision) : stored.error();
    }
    const auto trial = training::chooseLearningPrecision(m_options, network, plan, model.precision, m_train,
                                                         model.preprocessing, m_gate.stop());
    if (!trial)
        return trial.error();
    if (trial->difference) {
        m_report.fact("gradient_difference", std::to_string(*trial->difference));
        m_report.fact("step_speed_up", std::to_string(trial->speedUp));
    }
    return trial->precision;
}

Result<> TrainingRun::startCheckpoints(const engine::Network& network, const ModelFile& model) {
    if (m_checkpoints.hasLast())
        return {};
    if (auto made = m_checkpoints.makeFolder(); !made)
        return made;
    std::vector<std::int64_t> learntFrom;
    for (const dataset::Item& item : m_train.items)
        learntFrom.push_back(item.id);
    if (auto written = writeLearntFrom(m_report.folder(), learntFrom); !written)
        return written;
    if (model.frozenApart)
        if (auto written = m_checkpoints.writeFrozen(network); !written)
            return written;
    return writeModelFile(m_checkpoints.modelFile(), model);
}

void TrainingRun::writeFacts(const engine::Network& network, const ModelFile& model) {
    m_report.fact("device", deviceFact(network.device()));
    m_report.fact("cached_prefix", m_cached ? "true" : "false");
    m_report.fact("frozen_precision", std::string(nameOf(model.precision)));
    m_report.fact("learning_precision", std::string(nameOf(model.learningPrecision)));
    m_report.fact("threads", std::to_string(shareThreads().compute));
    m_report.fact("libtorch", TORCH_VERSION);
    m_report.fact("train_images", std::to_string(m_train.items.size()));
    m_report.fact("val_images", std::to_string(m_validation.items.size()));
}

/// Where the run stands: at the last checkpoint, whose tensors are loaded, or at the beginning.
Result<Standing> TrainingRun::findStanding(engine::Network& network, Learner& learner) const {
    if (!m_checkpoints.hasLast())
        return Standing{.atOnce = m_options.batch, .views = m_options.views};
    auto last = m_checkpoints.readLast(network);
    if (!last)
        return last.error();
    if (m_options.recipe != "quick" && !learner.load(last->state, last->standing.steps))
        return m_checkpoints.unfitting();
    Standing& standing = last->standing;
    if (std::isnan(standing.best.highest)) // of a version that chose by the accuracy of all images
        standing.best = chosenAgain(standing.best);
    return standing;
}

/// What the log says of the best epoch, by the accuracy that decides now.
BestEpoch TrainingRun::chosenAgain(BestEpoch best) const {
    if (const auto record = runs::readRun(m_report.folder()); record && countsClassesAlike(m_options)) {
        const auto epoch = std::ranges::find(record->epochs, best.epoch, &runs::EpochRecord::epoch);
        if (epoch != record->epochs.end() && !epoch->values.contains("cv_accuracy"))
            if (const auto balanced = epoch->values.find("val_balanced_accuracy");
                balanced != epoch->values.end())
                best.accuracy = balanced->second;
    }
    best.highest = best.equal = best.accuracy;
    return best;
}

/// Opens the cache for the values at the cut; without one, a run that begins draws new views in every epoch.
void TrainingRun::keepValues(const ModelFile& model, const FrozenPrefix& prefix, CutValues& train,
                             CutValues& validation, bool begins) {
    CacheChoice cache = chooseCache(cacheFolderOf(m_report.folder().parent_path()), m_options, model, prefix,
                                    train, validation);
    if (!cache.note.empty())
        m_report.note(cache.note);
    m_cached = cache.train != nullptr;
    train.keepIn(cache.train);
    validation.keepIn(cache.validation);
    if (!m_cached && begins)
        train.drawAnew();
}

/// A computer that is short of memory ends a program without a word, so what a step needs is reckoned before.
Result<> TrainingRun::fitToMemory(const engine::Network& network, const graph::FreezePlan& plan, int size) {
    const int images = int(std::min(std::size_t(m_options.batch), m_train.items.size()));
    const auto atOnce = MemoryNeed(network.graph(), plan, size, m_options.learning)
                            .imagesAtOnce(images, network.device().is_cpu() ? availableMemoryBytes() : 0);
    if (!atOnce)
        return atOnce.error();
    if (*atOnce < images)
        m_mostAtOnce = *atOnce;
    return {};
}

Ending TrainingRun::run() {
    useThreads(shareThreads().compute);
    const auto device = deviceFor(m_options);
    if (!device)
        return failed(device.error());
    m_onCard = device->is_cuda();
    engine::forgetPeak(*device);
    ModelFile model = describeModel(m_input);
    auto network = makeNetwork(model, *device);
    if (!network)
        return failed(network.error());
    const graph::FreezePlan plan = freezePlanOf(model, network->graph());
    if (auto fits = fitToMemory(*network, plan, model.preprocessing.size); !fits)
        return failed(fits.error());
    const auto precision = choosePrecision(model, *network, plan);
    if (!precision)
        return failed(precision.error());
    model.precision = *precision;
    const auto learning = chooseLearningPrecision(model, *network, plan);
    if (!learning)
        return failed(learning.error());
    model.learningPrecision = *learning;
    if (auto started = startCheckpoints(*network, model); !started)
        return failed(started.error());
    return runEpochs(model, *network, plan);
}

/// So that a class of few images weighs as much as one of many: N / (classes · images of the class).
std::vector<double> TrainingRun::classWeights() const {
    if (!m_options.learning.classWeights)
        return {};
    std::vector<double> counts(m_input.classes.size(), 0);
    for (const dataset::Item& item : m_train.items)
        ++counts[std::size_t(item.target)];
    const double even = double(m_train.items.size()) / double(counts.size());
    for (double& count : counts)
        count = even / std::max(1.0, count);
    return counts;
}

/// What Best begins with: everything but the head frozen for a while, and the head solved.
std::optional<Ending> TrainingRun::solveHead(const ModelFile& model, engine::Network& network,
                                             LinearProbe::Stage& solved) {
    ModelFile frozen = model;
    frozen.freeze = "all";
    const graph::FreezePlan plan = freezePlanOf(frozen, network.graph());
    network.freeze(plan);
    FrozenPrefix prefix(network, plan, model.precision);
    Learner learner(network, prefix.crossing(), *graph::findArchitecture(model.architecture), {},
                    learnerThreads(network.graph(), prefix.cut(), model.preprocessing.size, m_options.batch));
    CutValues train(m_train, prefix, viewing(model, m_options.views)),
        validation(m_validation, prefix, viewing(model, {}));
    keepValues(frozen, prefix, train, validation, true);
    auto ending = solveBestHead({.options = m_options,
                                 .classes = int(m_input.classes.size()),
                                 .network = network,
                                 .train = train,
                                 .validation = validation,
                                 .learner = learner,
                                 .report = m_report,
                                 .gate = m_gate},
                                solved);
    m_frozenPartImages += prefix.imagesComputed();
    network.freeze(freezePlanOf(model, network.graph()));
    return ending;
}

/// The solved head is the first epoch of a run with the recipe Best, as the network that learns answers.
std::optional<Ending> TrainingRun::recordSolved(LinearProbe::Stage& solved, engine::Network& network,
                                                CutValues& validation, Learner& learner, Standing& standing) {
    const auto diverged = [&](const CutBatch& batch) {
        return failed({saysNoNumbers(network, validation, batch)});
    };
    if (auto ending = scoreSide(validation, learner, int(m_input.classes.size()), m_options.batch, m_gate,
                                diverged, solved.checked))
        return ending;
    for (const auto& [name, value] : valuesOf(solved.learnt, solved.checked))
        solved.values[name] = value;
    standing.epoch = 1;
    const Rating rating = ratingOf(m_options, solved.checked);
    standing.best.consider(1, rating, m_options.learning.keepLatest);
    standing.nothingToGain = rating.accuracy == 1 && rating.error < kSureEnough;
    standing.record = {1, 0, solved.values};
    if (auto written = m_checkpoints.writeBest(network, 1); !written)
        return failed(written.error());
    if (auto written = m_checkpoints.writeLast(network, learner.save(), standing); !written)
        return failed(written.error());
    if (auto written = m_report.epoch(standing.record, true); !written)
        return failed(written.error());
    m_report.tell(EpochFinished{standing.record, true, 0});
    m_report.tell(CheckpointSaved{1});
    return std::nullopt;
}

Ending TrainingRun::runEpochs(const ModelFile& model, engine::Network& network,
                              const graph::FreezePlan& plan) {
    const bool solves = m_options.recipe == "best" && !m_checkpoints.hasLast();
    LinearProbe::Stage solved;
    if (solves)
        if (auto ending = solveHead(model, network, solved))
            return *ending;
    FrozenPrefix prefix(network, plan, model.precision);
    const double restRate = m_input.weights ? m_options.learningRate : m_options.headLearningRate;
    Learner learner(network, prefix.crossing(), *graph::findArchitecture(model.architecture),
                    {m_options.headLearningRate, restRate, m_options.weightDecay},
                    learnerThreads(network.graph(), prefix.cut(), model.preprocessing.size, m_options.batch),
                    m_options.learning, classWeights());
    learner.learnIn(model.learningPrecision);
    auto standing = findStanding(network, learner);
    if (!standing)
        return failed(standing.error());
    CutValues train(m_train, prefix, viewing(model, standing->views)),
        validation(m_validation, prefix, viewing(model, {}));
    keepValues(model, prefix, train, validation, standing->epoch == 0);
    standing->views = train.viewing().views;
    if (m_options.recipe != "quick" && m_mostAtOnce < standing->atOnce) {
        standing->atOnce = m_mostAtOnce;
        m_report.note(fewerAtOnce(m_mostAtOnce));
    }
    writeFacts(network, model);
    if (solves)
        if (auto ending = recordSolved(solved, network, validation, learner, *standing))
            return *ending;
    const Ending ending = learn(model, network, train, validation, learner, *standing);
    m_frozenPartImages += prefix.imagesComputed();
    return ending;
}

Ending TrainingRun::learn(const ModelFile& model, engine::Network& network, CutValues& train,
                          CutValues& validation, Learner& learner, Standing standing) {
    if (m_options.recipe == "quick")
        return ProbeRun({.options = m_options,
                         .classes = int(model.classes.size()),
                         .network = network,
                         .train = train,
                         .validation = validation,
                         .learner = learner,
                         .report = m_report,
                         .gate = m_gate},
                        m_checkpoints, std::move(standing))
            .run();
    return Trainer({.options = m_options,
                    .classes = m_input.classes,
                    .network = network,
                    .train = train,
                    .validation = validation,
                    .learner = learner,
                    .checkpoints = m_checkpoints,
                    .report = m_report,
                    .gate = m_gate,
                    .pretrained = m_input.weights.has_value(),
                    .solved = m_options.recipe == "best" ? 1 : 0},
                   std::move(standing))
        .run();
}

Ending TrainingRun::runCatching() {
    const ReturnFreedMemory afterwards;
    try {
        return run();
    } catch (const std::exception& exception) {
        if (isOutOfMemory(exception))
            return failed({translate("Training", "The memory does not suffice for this model. Choose a "
                                                 "smaller batch, input size or model, or freeze "
                                                 "more blocks."),
                           exception.what()});
        return failed({translate("Training", "Training ended unexpectedly; everything up to the last "
                                             "finished epoch is kept. Details are in "
                                             "the log."),
                       exception.what()});
    }
}

/// Says what was used of it, and makes room for whatever else needs it.
void TrainingRun::leaveCard() {
    try {
        m_report.fact("peak_card_bytes", std::to_string(engine::peakCardBytes(torch::kCUDA)));
        engine::returnCardMemory(torch::kCUDA);
    } catch (const std::exception& exception) {
        log(LogLevel::Warning, exception.what());
    }
}

Result<RunOutcome> TrainingRun::carryOut() {
    const Stopwatch watch(m_gate);
    for (const std::string& note : m_input.notes)
        m_report.note(note);
    const Ending ending = runCatching();
    m_report.fact("frozen_part_images", std::to_string(m_frozenPartImages));
    m_report.fact("peak_memory_bytes", std::to_string(peakMemoryBytes()));
    if (m_onCard)
        leaveCard();
    m_report.finish(ending.state, ending.message);
    if (ending.state == runs::State::Failed && !m_checkpoints.hasLast())
        return Error{ending.message};
    auto record = runs::readRun(m_report.folder());
    if (!record)
        return record.error();
    return RunOutcome{std::move(*record), watch.seconds(), m_cached, peakMemoryBytes()};
}

} // namespace graft::training
