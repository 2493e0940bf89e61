#include "training/Inspector.h"

#include "training/Checkpoint.h"
#include "training/Device.h"
#include "training/Learner.h"
#include "training/Memory.h"
#include "training/ModelFile.h"
#include "training/Setup.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <mutex>

namespace graft::training {

namespace {

constexpr std::int64_t kVectorRow = 64;   ///< values of a vector in one row of its plane
constexpr std::int64_t kMatrixSide = 256; ///< of a picture of 1×1 filters, at most

Error couldNotLook(const std::exception& exception) {
    if (isOutOfMemory(exception))
        return {translate("Training",
                          "The memory does not suffice to look into this network. Close other programs and "
                          "try again."),
                exception.what()};
    return {translate("Training", "The network could not be looked into; details are in the log."),
            exception.what()};
}

/// `values` is [H, W] or [H, W, 3].
Plane stretched(const torch::Tensor& values) {
    const torch::Tensor flat = values.to(torch::kFloat32).contiguous();
    Plane plane{.width = int(flat.size(1)),
                .height = int(flat.size(0)),
                .channels = flat.dim() == 3 ? int(flat.size(2)) : 1,
                .minimum = flat.min().item<float>(),
                .maximum = flat.max().item<float>()};
    const float range = plane.maximum - plane.minimum;
    const float* from = flat.data_ptr<float>();
    plane.pixels.resize(std::size_t(flat.numel()));
    std::ranges::transform(std::span(from, plane.pixels.size()), plane.pixels.begin(), [&](float value) {
        return range > 0 ? std::uint8_t(std::lround((value - plane.minimum) / range * 255)) : std::uint8_t(0);
    });
    return plane;
}

/// A vector row by row; the last row is filled up with its smallest value.
torch::Tensor inRows(const torch::Tensor& vector) {
    const std::int64_t width = std::min(vector.size(0), kVectorRow);
    const std::int64_t height = (vector.size(0) + width - 1) / width;
    torch::Tensor rows = torch::full({height * width}, vector.min().item<float>());
    rows.narrow(0, 0, vector.size(0)).copy_(vector);
    return rows.view({height, width});
}

std::vector<Plane> mapsOf(const torch::Tensor& value, int channels) {
    if (value.dim() == 1)
        return {stretched(inRows(value))};
    std::vector<Plane> maps;
    for (std::int64_t i = 0; i < std::min<std::int64_t>(channels, value.size(0)); ++i)
        maps.push_back(stretched(value[i]));
    return maps;
}

/// `weight` is [out, in, kernel height, kernel width].
void addFilters(NodeLook& look, const torch::Tensor& weight, bool readsImage, bool bgr, int channels) {
    if (weight.size(2) == 1 && weight.size(3) == 1) {
        look.filterKind = FilterKind::WeightMatrix;
        look.filters.push_back(stretched(weight.flatten(1)
                                             .narrow(0, 0, std::min(weight.size(0), kMatrixSide))
                                             .narrow(1, 0, std::min(weight.size(1), kMatrixSide))));
        return;
    }
    const bool colour = readsImage && weight.size(1) >= 3;
    look.filterKind = colour ? FilterKind::Colour : FilterKind::Mean;
    for (std::int64_t i = 0; i < std::min<std::int64_t>(channels, weight.size(0)); ++i) {
        const torch::Tensor own = colour ? weight[i].narrow(0, 0, 3) : weight[i];
        const torch::Tensor filter = colour && bgr ? own.flip(0) : own;
        look.filters.push_back(stretched(colour ? filter.permute({1, 2, 0}) : filter.mean(0)));
    }
}

} // namespace

struct Inspector::Impl {
    ModelFile model;
    engine::Network network;
    std::mutex mutex;
};

Inspector::Inspector(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Inspector::Inspector(Inspector&&) noexcept = default;
Inspector& Inspector::operator=(Inspector&&) noexcept = default;
Inspector::~Inspector() = default;

Result<Inspector> Inspector::open(const TrainingOptions& options, std::size_t classes,
                                  const PretrainedWeights* weights) {
    const ReturnFreedMemory afterwards; // the tensors were there twice
    RunInput input{.options = options};
    if (auto fits = options.check(); !fits)
        return fits.error();
    if (weights)
        input.weights = *weights;
    input.classes.resize(std::max<std::size_t>(classes, 2));
    try {
        const ModelFile model = describeModel(input);
        engine::Network network(model.buildGraph(), options.seed);
        if (weights)
            if (const auto loaded = loadPretrained(network, model, *weights); !loaded)
                return loaded.error();
        startHeadAtZero(network);
        return Inspector(std::unique_ptr<Impl>(new Impl{model, std::move(network), {}}));
    } catch (const std::exception& exception) {
        return couldNotLook(exception);
    }
}

Result<Inspector> Inspector::openRun(const std::filesystem::path& runFolder) {
    const ReturnFreedMemory afterwards;
    const Checkpoints checkpoints(runFolder);
    const auto model = readModelFile(checkpoints.modelFile());
    if (!model)
        return model.error();
    try {
        engine::Network network = engine::Network::unfilled(model->buildGraph());
        network.freeze(freezePlanOf(*model, network.graph()));
        if (model->frozenApart)
            if (auto read = checkpoints.readFrozen(network); !read)
                return read.error();
        if (auto read = checkpoints.readBest(network); !read)
            return read.error();
        return Inspector(std::unique_ptr<Impl>(new Impl{*model, std::move(network), {}}));
    } catch (const std::exception& exception) {
        return couldNotLook(exception);
    }
}

const graph::Graph& Inspector::graph() const {
    return m_impl->network.graph();
}
const dataset::Preprocessing& Inspector::preprocessing() const {
    return m_impl->model.preprocessing;
}

Result<NodeLook> Inspector::look(const std::filesystem::path& image, const std::string& node,
                                 int channels) const {
    const std::scoped_lock lock(m_impl->mutex);
    const auto index = graph().find(node);
    if (!index)
        return Error{translate("Training", "The network has no node named “%1”.", {node})};
    const auto decoded = dataset::readForViews(image, preprocessing(), {});
    if (!decoded)
        return decoded.error();
    const dataset::Preprocessing& look = preprocessing();
    if (const auto fits = dataset::fitsInput(*decoded, look); !fits)
        return fits.error();
    const std::vector<float> pixels = dataset::normalised(dataset::evaluationView(*decoded, look), look);
    const ReturnFreedMemory afterwards;
    try {
        const torch::NoGradGuard noGradient;
        useThreads(shareThreads().compute);
        const torch::Tensor input = torch::tensor(pixels).view({1, look.channels(), look.size, look.size});
        const torch::Tensor value = m_impl->network.evaluateNodes(input, {*index}).front()[0];
        NodeLook found{.node = node, .output = value.sizes().vec(), .maps = mapsOf(value, channels)};
        const graph::Node& seen = graph().node(*index);
        if (std::holds_alternative<graph::Conv2d>(seen.op))
            addFilters(found, m_impl->network.tensor(node + ".weight").detach(), seen.inputs.front() == 0,
                       look.bgr, channels);
        return found;
    } catch (const std::exception& exception) {
        return couldNotLook(exception);
    }
}

} // namespace graft::training
