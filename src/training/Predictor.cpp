#include "training/Checkpoint.h"
#include "training/Device.h"
#include "training/Failure.h"
#include "training/ImageStream.h"
#include "training/Learner.h"
#include "training/Memory.h"
#include "training/TrainedModel.h"
#include "training/Training.h"

#include <torch/torch.h>

#include <algorithm>
#include <numeric>

namespace graft::training {

namespace {

constexpr std::size_t kAtOnce = 64; ///< between two reports of progress; a whole number of groups

} // namespace

Error computingFailed(const std::exception& exception) {
    if (isOutOfMemory(exception))
        return {
            translate("Training",
                      "The memory does not suffice to use this model. Close other programs and try again."),
            exception.what()};
    return {translate("Training", "The model could not be used; details are in the log."), exception.what()};
}

Result<ModelClasses> readClasses(const std::filesystem::path& runFolder) {
    auto model = readModelFile(Checkpoints(runFolder).modelFile());
    if (!model)
        return model.error();
    return ModelClasses{std::move(model->classes), std::move(model->classIds)};
}

struct Predictor::Impl {
    TrainedModel model;

    /// [n, channels, size, size] as the model's preprocessing left them, to one row for each.
    Result<std::vector<std::vector<float>>> rowsOf(const torch::Tensor& pixels) const {
        auto answer = model.probabilities(pixels);
        if (!answer)
            return answer.error();
        const torch::Tensor values = answer->contiguous();
        const auto* row = values.data_ptr<float>();
        const std::size_t classes = model.description.classes.size();
        std::vector<std::vector<float>> rows;
        for (std::int64_t i = 0; i < values.size(0); ++i, row += classes)
            rows.emplace_back(row, row + classes);
        return rows;
    }
};

Predictor::Predictor(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Predictor::Predictor(Predictor&&) noexcept = default;
Predictor& Predictor::operator=(Predictor&&) noexcept = default;
Predictor::~Predictor() = default;

Result<Predictor> Predictor::open(const std::filesystem::path& runFolder, const std::string& device,
                                  Computes computes) {
    const ReturnFreedMemory afterwards; // the tensors were there twice
    try {
        auto model = openRun(runFolder, device, computes == Computes::InFloat32);
        if (!model)
            return model.error();
        return Predictor(std::make_unique<Impl>(*std::move(model)));
    } catch (const std::exception& exception) {
        return computingFailed(exception);
    }
}

Result<Predictor> Predictor::openExported(const std::filesystem::path& file, const std::string& device) {
    const ReturnFreedMemory afterwards; // the tensors were there twice
    try {
        auto model = openExportedFile(file, device);
        if (!model)
            return model.error();
        return Predictor(std::make_unique<Impl>(*std::move(model)));
    } catch (const std::exception& exception) {
        return computingFailed(exception);
    }
}

const std::vector<std::string>& Predictor::classes() const {
    return m_impl->model.description.classes;
}
const std::vector<std::int64_t>& Predictor::classIds() const {
    return m_impl->model.description.classIds;
}
const dataset::Preprocessing& Predictor::preprocessing() const {
    return m_impl->model.description.preprocessing;
}

Result<std::vector<std::vector<float>>> Predictor::predictViews(const std::vector<imaging::Image>& views) {
    const std::int64_t side = preprocessing().size;
    std::vector<float> pixels;
    for (const imaging::Image& view : views)
        std::ranges::copy(dataset::normalised(view, m_impl->model.preprocessing), std::back_inserter(pixels));
    try {
        return m_impl->rowsOf(torch::tensor(pixels).view(
            {std::int64_t(views.size()), m_impl->model.preprocessing.channels(), side, side}));
    } catch (const std::exception& exception) {
        return computingFailed(exception);
    }
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
            auto rows = m_impl->rowsOf(images->pixels);
            if (!rows)
                return rows.error();
            for (std::size_t i = 0; i < images->indices.size(); ++i)
                predictions[images->indices[i]].probabilities = std::move((*rows)[i]);
        }
    } catch (const std::exception& exception) {
        return computingFailed(exception);
    }
    monitor.report(std::int64_t(order.size()), std::int64_t(order.size()),
                   translate("Training", "Predicting"));
    return predictions;
}

} // namespace graft::training
