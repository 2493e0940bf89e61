#include "training/Checkpoint.h"
#include "training/Device.h"
#include "training/FrozenPrefix.h"
#include "training/ImageStream.h"
#include "training/Learner.h"
#include "training/Memory.h"
#include "training/ModelFile.h"
#include "training/Setup.h"
#include "training/Training.h"

#include "base/Log.h"

#include <torch/torch.h>

#include <algorithm>
#include <numeric>

namespace graft::training {

namespace {

constexpr std::size_t kAtOnce = 64; ///< between two reports of progress; a whole number of groups

Error computingFailed(const std::exception& exception) {
    if (isOutOfMemory(exception))
        return {
            translate("Training",
                      "The memory does not suffice to use this model. Close other programs and try again."),
            exception.what()};
    return {translate("Training", "The model could not be used; details are in the log."), exception.what()};
}

} // namespace

Result<ModelClasses> readClasses(const std::filesystem::path& runFolder) {
    auto model = readModelFile(Checkpoints(runFolder).modelFile());
    if (!model)
        return model.error();
    return ModelClasses{std::move(model->classes), std::move(model->classIds)};
}

struct Predictor::Impl {
    ModelFile model;
    engine::FoldedNetwork network;
};

Predictor::Predictor(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Predictor::Predictor(Predictor&&) noexcept = default;
Predictor& Predictor::operator=(Predictor&&) noexcept = default;
Predictor::~Predictor() = default;

Result<Predictor> Predictor::open(const std::filesystem::path& runFolder, const std::string& device) {
    const Checkpoints checkpoints(runFolder);
    auto model = readModelFile(checkpoints.modelFile());
    if (!model)
        return model.error();
    const auto found = findDevice(device);
    if (!found)
        return found.error();
    const ReturnFreedMemory afterwards; // the tensors were there twice
    try {
        engine::Network network = engine::Network::unfilled(model->buildGraph());
        network.freeze(freezePlanOf(*model, network.graph()));
        if (model->frozenApart)
            if (auto read = checkpoints.readFrozen(network); !read)
                return read.error();
        if (auto read = checkpoints.readBest(network); !read)
            return read.error();
        network.to(*found);
        return Predictor(
            std::make_unique<Impl>(std::move(*model), engine::fold(network, {network.graph().output()})));
    } catch (const std::exception& exception) {
        return computingFailed(exception);
    }
}

const std::vector<std::string>& Predictor::classes() const {
    return m_impl->model.classes;
}
const std::vector<std::int64_t>& Predictor::classIds() const {
    return m_impl->model.classIds;
}
const dataset::Preprocessing& Predictor::preprocessing() const {
    return m_impl->model.preprocessing;
}

Result<std::vector<Predictor::Prediction>> Predictor::predict(const std::vector<dataset::Item>& items,
                                                              const Monitor& monitor) {
    std::vector<Prediction> predictions;
    for (const dataset::Item& item : items)
        predictions.push_back({item.id, item.path, {}, {}});
    const ReturnFreedMemory afterwards;
    ImageSet set{.items = items};
    set.tellUnreadable = [&](std::size_t index, const std::string& why) { predictions[index].problem = why; };
    std::vector<std::size_t> order(items.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    try {
        ImageStream stream(
            set, order,
            {.preprocessing = m_impl->model.preprocessing, .batch = 8, .threads = shareThreads().loaders});
        for (std::size_t at = 0; at < order.size(); at += kAtOnce) {
            monitor.report(std::int64_t(at), std::int64_t(order.size()), translate("Training", "Predicting"));
            const auto wanted = std::span(order).subspan(at, std::min(kAtOnce, order.size() - at));
            const auto images = stream.take(wanted, monitor.stop);
            if (!images)
                return images.error();
            if (monitor.stopRequested())
                return Error{translate("Training", "Stopped.")};
            if (images->indices.empty())
                continue;
            const torch::Tensor rows =
                torch::softmax(computeInGroups(m_impl->network, images->pixels).front(), 1)
                    .to(torch::kCPU)
                    .contiguous();
            const std::size_t classes = m_impl->model.classes.size();
            for (std::size_t i = 0; i < images->indices.size(); ++i) {
                const float* row = rows.data_ptr<float>() + i * classes;
                predictions[images->indices[i]].probabilities.assign(row, row + classes);
            }
        }
    } catch (const std::exception& exception) {
        return computingFailed(exception);
    }
    monitor.report(std::int64_t(order.size()), std::int64_t(order.size()),
                   translate("Training", "Predicting"));
    return predictions;
}

} // namespace graft::training
