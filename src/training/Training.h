#pragma once

#include "base/Monitor.h"
#include "graph/Architectures.h"
#include "metrics/Classification.h"
#include "runs/Run.h"
#include "training/Options.h"

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <variant>
#include <vector>

// What a run takes and gives, in plain values: no LibTorch header is needed to use it.
namespace graft::training {

/// Pretrained weights to start from: a file of tensors with torchvision's names, and what their origin
/// demands.
struct PretrainedWeights {
    std::string id; ///< catalogue id, recorded with the run
    std::filesystem::path file;
    std::string sha256;
    dataset::Preprocessing preprocessing;
    graph::BuildOptions build; ///< strideOnFirstConv, batchNormEps
};

/// How the images of a run with these options become the network's input; without weights: from scratch. The
/// model is known.
dataset::Preprocessing preprocessingOf(const TrainingOptions& options,
                                       const std::optional<PretrainedWeights>& weights);

/// A snapshot of the project, copied when the run starts.
struct RunInput {
    TrainingOptions options;
    std::optional<PretrainedWeights> weights; ///< nothing: from scratch
    std::vector<std::string> classes;
    std::vector<std::int64_t> classIds{}; ///< of the classes in the project; kept with the model. Empty: none
    std::vector<dataset::Item> train;
    std::vector<dataset::Item> validation;
    std::vector<std::string>
        notes; ///< what the snapshot had to leave out, in sentences; recorded with the run
    std::optional<runs::Series> series{}; ///< recorded with the run
};

struct Preparing { ///< progress of the frozen prefix
    std::int64_t done = 0;
    std::int64_t total = 0;
    std::string activity;
};
struct StepFinished {
    int epoch = 0;
    int step = 0;
    int steps = 0;
    double loss = 0;
};
struct EpochFinished {
    runs::EpochRecord record;
    bool best = false;
    double secondsLeft = 0;
};
struct CheckpointSaved {
    int epoch = 0;
};
struct Noted { ///< a sentence for a person: cache off, a class left out, …
    std::string sentence;
};
struct RunFinished {
    runs::State state = runs::State::Finished;
    std::string message;
    std::string runId;
};
using TrainingEvent =
    std::variant<Preparing, StepFinished, EpochFinished, CheckpointSaved, Noted, RunFinished>;

/// How the owner of a run talks to it from another thread.
class RunControl {
public:
    void pause();
    void resume();
    bool paused() const;
    /// Waits on the trainer's thread while paused; returns at once when `stop` is requested.
    void waitWhilePaused(std::stop_token stop) const;

private:
    mutable std::mutex m_mutex;
    mutable std::condition_variable_any m_changed;
    bool m_paused = false;
};

struct RunOutcome {
    runs::RunRecord record;
    double seconds = 0;
    bool cachedPrefix = false;
    std::uint64_t peakMemoryBytes = 0;
};

/// One run, from options to the best checkpoint; blocks the calling thread. Events come on that thread.
/// Stopping keeps what is done (state Stopped, resumable). An Error means that nothing could be trained; the
/// log then says Failed.
Result<RunOutcome> train(const RunInput& input, const std::filesystem::path& runsFolder,
                         const std::function<void(const TrainingEvent&)>& events, std::stop_token stop = {},
                         RunControl* control = nullptr);

/// Continues an interrupted or stopped run from its last finished epoch; equals the uninterrupted run.
/// `input` is made anew from the project and must hold the same images and classes as when the run started
/// (an Error otherwise); classes may have been renamed, the run keeps its names. Of its options only the
/// device counts; the others are the run's own.
Result<RunOutcome> resume(const RunInput& input, const std::filesystem::path& runFolder,
                          const std::function<void(const TrainingEvent&)>& events, std::stop_token stop = {},
                          RunControl* control = nullptr);

/// A run that failed, on a full disk for instance, can go on: it has finished an epoch, and its checkpoint is
/// there. Whether that can be read, resume() says.
bool hasCheckpoint(const std::filesystem::path& runFolder);

/// The classes a model knows, by the names they were trained under, and what they are in the project.
struct ModelClasses {
    std::vector<std::string> names;
    std::vector<std::int64_t> ids; ///< empty: not known
};
/// Of a run; its tensors are not read.
Result<ModelClasses> readClasses(const std::filesystem::path& runFolder);

/// A trained model: that of a run's best checkpoint (checkpoints/best.safetensors + model.json), or an
/// exported one.
class Predictor {
public:
    /// What it computes in: as in training (the frozen part in bfloat16 where that was chosen then), so that
    /// it says of an image what the run said; or in float32 throughout, as exported files do.
    enum class Computes { AsTrained, InFloat32 };
    static Result<Predictor> open(const std::filesystem::path& runFolder, const std::string& device = "auto",
                                  Computes computes = Computes::AsTrained);
    /// A file that exportRun() wrote (by content, not by ending). ONNX and TorchScript run on the CPU.
    static Result<Predictor> openExported(const std::filesystem::path& file,
                                          const std::string& device = "auto");
    Predictor(Predictor&&) noexcept;
    Predictor& operator=(Predictor&&) noexcept;
    ~Predictor();

    const std::vector<std::string>& classes() const;
    const std::vector<std::int64_t>& classIds() const; ///< as ModelClasses::ids
    const dataset::Preprocessing& preprocessing() const;

    struct Prediction {
        std::int64_t id = 0;
        std::filesystem::path path;
        std::vector<float> probabilities; ///< one per class; empty where the image cannot be read
        std::string problem;              ///< why it cannot
    };
    /// In the order of the items; an unreadable image is one Prediction with a problem.
    Result<std::vector<Prediction>> predict(const std::vector<dataset::Item>& items,
                                            const Monitor& monitor = {});
    /// Of pictures that are as large as the model's input, 8-bit RGB or as many bands as it sees. One row for
    /// each.
    Result<std::vector<std::vector<float>>> predictViews(const std::vector<imaging::Image>& views);

private:
    struct Impl;
    explicit Predictor(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// What evaluation of one split found. Kept as evaluation-<split>.json in the run's folder.
struct Evaluation {
    std::string split;
    std::vector<std::string> classes;
    std::vector<std::int64_t> classIds{}; ///< as ModelClasses::ids
    std::vector<std::int64_t> imageIds;
    std::vector<std::string> paths;
    metrics::ClassificationData data;
    metrics::ConfusionMatrix confusion;
    std::vector<metrics::ClassReport> perClass;
    metrics::ClassificationSummary summary;
    std::vector<double> losses;        ///< cross-entropy per image
    std::vector<std::string> problems; ///< images that could not be read
    std::int64_t learntFrom = 0;       ///< images that were left out because the run has learnt from them
};
/// Images that the run has learnt from (the split may have changed since) are left out, unless `split` is
/// "train".
Result<Evaluation> evaluate(const std::filesystem::path& runFolder, const std::string& split,
                            const std::vector<dataset::Item>& items, const Monitor& monitor = {},
                            const std::string& device = "auto");
Result<Evaluation> readEvaluation(const std::filesystem::path& runFolder, const std::string& split);

/// A few real steps of this model on these images, to say what an epoch will cost here.
struct SpeedEstimate {
    double firstEpochSeconds = 0; ///< with the frozen prefix computed
    double laterEpochSeconds = 0;
    bool cached = false;
};
Result<SpeedEstimate> measureSpeed(const RunInput& input, std::stop_token stop = {});

/// The most memory that a run with these options and weights is expected to use, in bytes; its images do not
/// matter. 0: the options do not fit together.
std::uint64_t memoryNeeded(const RunInput& input);

/// What a run with these options and weights would keep of its frozen part, in bytes, for so many images; its
/// own do not matter. The most it can be where the precision is still to be chosen. 0: nothing.
std::uint64_t cacheBytesNeeded(const RunInput& input, std::int64_t trainImages,
                               std::int64_t validationImages);

/// What this machine offers.
struct Machine {
    std::string torchVersion;
    std::string blas;
    std::string cpu;
    int threads = 0;
    bool cuda = false;
    std::string cudaDevice;
    bool bfloat16 = false;
    std::uint64_t memoryBytes = 0;
    std::uint64_t availableMemoryBytes = 0;
};
Machine machine();
/// Images a second of one real training step (MobileNet v3 small, batch 16, nothing frozen).
double measureTrainingStep(const std::string& device = "auto");

} // namespace graft::training
