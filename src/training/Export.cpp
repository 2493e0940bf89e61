#include "training/Export.h"

#include "base/Files.h"
#include "base/Random.h"
#include "engine/Fold.h"
#include "engine/TensorBytes.h"
#include "engine/TorchScript.h"
#include "onnx/Onnx.h"
#include "training/Checkpoint.h"
#include "training/ExportDescription.h"
#include "training/Failure.h"
#include "training/Memory.h"
#include "training/StagedFile.h"
#include "training/TrainedModel.h"
#include "training/Training.h"
#include "weights/Files.h"

#include <torch/torch.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace graft::training {

namespace {

using Rows = std::vector<std::vector<float>>;

/// A probability further off than this is not rounding.
constexpr double kTolerance = 1e-3;
constexpr int kNoiseImages = 4;
constexpr std::uint64_t kNoiseSeed = 20;

constexpr std::array kFormats{ExportFormat::Onnx, ExportFormat::TorchScript, ExportFormat::Safetensors};

std::vector<imaging::Image> noise(const dataset::Preprocessing& preprocessing) {
    const int size = preprocessing.size, channels = preprocessing.pictureChannels();
    const auto content = preprocessing.bands > 0 ? imaging::Content::Bands : imaging::Content::Colours;
    Random random(kNoiseSeed);
    std::vector<imaging::Image> views;
    for (int i = 0; i < kNoiseImages; ++i) {
        std::vector<std::byte> pixels(std::size_t(size) * std::size_t(size) * std::size_t(channels));
        for (std::byte& sample : pixels)
            sample = std::byte(random.below(256));
        views.emplace_back(size, size, channels, imaging::Depth::U8, std::move(pixels), content);
    }
    return views;
}

/// One row for each image, empty where it cannot be read.
Result<Rows> answers(Predictor& predictor, const std::vector<dataset::Item>& images, const Monitor& monitor) {
    if (images.empty())
        return predictor.predictViews(noise(predictor.preprocessing()));
    const auto predictions = predictor.predict(images, {.stop = monitor.stop});
    if (!predictions)
        return predictions.error();
    Rows rows;
    for (const Predictor::Prediction& prediction : *predictions)
        rows.push_back(prediction.probabilities);
    return rows;
}

/// The network for export: BatchNorm folded, and in front of it a 1×1 convolution that does what dataset does
/// to pixels: y_c = (x_c · scale − mean_c) / std_c, with the channels in the network's order, and for a grey
/// network the mean of the three.
engine::Network selfContained(engine::Network& trained, const dataset::Preprocessing& preprocessing) {
    engine::FoldedNetwork folded = engine::fold(trained, {trained.graph().output()});
    graph::Graph graph;
    const int channels = preprocessing.pictureChannels();
    graph.add("input", graph::Input{channels}, {});
    graph.add("preprocess", graph::Conv2d{.in = channels, .out = preprocessing.channels(), .bias = true},
              {0});
    const std::vector<graph::Node>& nodes = folded.network.graph().nodes();
    for (std::size_t i = 1; i < nodes.size(); ++i) {
        std::vector<graph::NodeIndex> inputs = nodes[i].inputs;
        for (graph::NodeIndex& input : inputs)
            ++input;
        graph.add(nodes[i].name, nodes[i].op, std::move(inputs), nodes[i].initialisation);
    }
    engine::Network network = engine::Network::unfilled(std::move(graph));
    network.load(folded.network.save());
    const torch::NoGradGuard noGradient;
    torch::Tensor& weight = network.tensor("preprocess.weight").zero_();
    torch::Tensor& bias = network.tensor("preprocess.bias").zero_();
    const double share = preprocessing.grey ? 1.0 / 3 : 1;
    for (int channel = 0; channel < channels; ++channel) {
        const double mean = preprocessing.meanOf(channel), std = preprocessing.stdOf(channel);
        const int out = preprocessing.grey ? 0 : channel;
        weight[out][preprocessing.shownBy(channel)][0][0] = share * preprocessing.scale / std;
        bias[out] += -share * mean / std;
    }
    return network;
}

Result<> writeModel(const std::filesystem::path& file, engine::Network& trained, const ModelFile& model,
                    const ExportFacts& facts) {
    const int size = model.preprocessing.size;
    if (facts.format == ExportFormat::Safetensors)
        return weights::writeSafetensors(file, trained.save(), exportMetadata(model, facts));
    engine::Network network = selfContained(trained, model.preprocessing);
    if (facts.format == ExportFormat::TorchScript)
        return engine::writeTorchScript(
            file, network, {.size = size, .files = {{kDescriptionFile, describeExport(model, facts)}}});
    return onnx::write(file, network.graph(), network.save(),
                       {.input = {model.preprocessing.pictureChannels(), size, size},
                        .name = model.architecture,
                        .version = facts.version,
                        .metadata = exportMetadata(model, facts)});
}

Result<> compare(const Rows& run, const Rows& file, Exported& exported) {
    for (std::size_t i = 0; i < run.size(); ++i) {
        exported.images += !run[i].empty();
        for (std::size_t c = 0; c < run[i].size(); ++c) {
            const double difference = std::abs(double(run[i][c]) - double(file[i][c]));
            if (!(difference <= kTolerance))
                return Error{
                    translate("Training",
                              "The exported file answers otherwise than the run: a probability differs by "
                              "%1. Nothing was written.",
                              {std::to_string(difference)})};
            exported.maxDifference = std::max(exported.maxDifference, difference);
        }
    }
    return {};
}

Result<> checkTarget(const std::filesystem::path& file) {
    std::error_code ignored;
    if (std::filesystem::is_directory(file, ignored) || !file.has_filename())
        return Error{
            translate("Training", "%1 is a folder. Name a file in it to export to.", {file.string()})};
    const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    if (!std::filesystem::is_directory(folder, ignored))
        return Error{translate("Training", "The folder %1 does not exist. Make it, or name another file.",
                               {folder.string()})};
    return {};
}

class Exporter {
public:
    Exporter(const std::filesystem::path& runFolder, ExportFormat format, const std::filesystem::path& file,
             const std::vector<dataset::Item>& images, const Monitor& monitor)
        : m_runFolder(runFolder), m_file(file), m_images(images),
          m_monitor(monitor), m_facts{format, runFolder.filename().string(), GRAFT_VERSION} {}

    Result<Exported> run() {
        if (auto fits = checkTarget(m_file); !fits)
            return fits.error();
        auto model = readModelFile(Checkpoints(m_runFolder).modelFile());
        if (!model)
            return model.error();
        model->precision = Precision::Float32; // as the file computes
        auto of = m_file;
        Exported exported{.file = m_file, .sidecar = of += ".json", .noise = m_images.empty()};
        StagedFile staged(m_file), sidecar(exported.sidecar);
        if (auto made = make(*model, staged.path(), exported); !made)
            return made.error();
        const std::string description = describeExport(*model, m_facts, exported);
        if (auto written = writeFileAtomically(sidecar.path(), std::string_view(description)); !written)
            return written.error();
        if (m_monitor.stopRequested())
            return stopped();
        if (auto named = staged.commit(); !named)
            return named.error();
        if (auto named = sidecar.commit(); !named)
            return named.error();
        if (const auto recorded = recordExport(m_runFolder, m_facts, exported); !recorded)
            exported.note = recorded.error().message;
        report(4, {});
        return exported;
    }

private:
    const std::filesystem::path& m_runFolder;
    const std::filesystem::path& m_file;
    const std::vector<dataset::Item>& m_images;
    const Monitor& m_monitor;
    ExportFacts m_facts;

    static Error stopped() { return {translate("Training", "Stopped.")}; }
    void report(int done, const std::string& activity) const { m_monitor.report(done, 4, activity); }

    Result<Rows> answersOf(Result<Predictor> predictor) const {
        if (!predictor)
            return predictor.error();
        return answers(*predictor, m_images, m_monitor);
    }

    /// Writes, reads back, compares.
    Result<> make(const ModelFile& model, const std::filesystem::path& file, Exported& exported) {
        report(0, translate("Training", "Asking the run"));
        const auto ofRun = answersOf(Predictor::open(m_runFolder, "cpu", Predictor::Computes::InFloat32));
        if (!ofRun)
            return ofRun.error();
        report(1, translate("Training", "Writing the file"));
        if (m_monitor.stopRequested())
            return stopped();
        if (auto written = write(model, file); !written)
            return written;
        report(2, translate("Training", "Reading the file back"));
        const auto ofFile = answersOf(Predictor::openExported(file, "cpu"));
        if (!ofFile)
            return ofFile.error();
        report(3, translate("Training", "Comparing"));
        return compare(*ofRun, *ofFile, exported);
    }

    Result<> write(const ModelFile& model, const std::filesystem::path& file) const {
        try {
            auto network = readNetwork(m_runFolder, model);
            return network ? writeModel(file, *network, model, m_facts) : Result<>(network.error());
        } catch (const std::exception& exception) {
            return computingFailed(exception);
        }
    }
};

} // namespace

std::span<const ExportFormat> exportFormats() {
    return kFormats;
}

std::string_view name(ExportFormat format) {
    switch (format) {
    case ExportFormat::Onnx:
        return "onnx";
    case ExportFormat::TorchScript:
        return "torchscript";
    case ExportFormat::Safetensors:
        return "safetensors";
    }
    return {};
}

std::optional<ExportFormat> exportFormatNamed(std::string_view name) {
    const auto found =
        std::ranges::find(kFormats, name, [](ExportFormat format) { return training::name(format); });
    return found == kFormats.end() ? std::nullopt : std::optional(*found);
}

std::string_view fileEnding(ExportFormat format) {
    switch (format) {
    case ExportFormat::Onnx:
        return ".onnx";
    case ExportFormat::TorchScript:
        return ".pt";
    case ExportFormat::Safetensors:
        return ".safetensors";
    }
    return {};
}

Result<Exported> exportRun(const std::filesystem::path& runFolder, ExportFormat format,
                           const std::filesystem::path& file, const std::vector<dataset::Item>& images,
                           const Monitor& monitor) {
    const ReturnFreedMemory afterwards;
    return Exporter(runFolder, format, file, images, monitor).run();
}

} // namespace graft::training
