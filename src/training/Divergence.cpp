#include "training/Divergence.h"

#include "training/Setup.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>

namespace graft::training {

bool isBeyondBounds(double loss, std::size_t classes, double lowest) {
    // A network that knows nothing has ln(classes); smoothed, mixed, focal or weighted losses, noisy small
    // batches and a fresh head stay within a few times that, a rate that is too high leaves it far behind.
    constexpr double kWorseThanNothing = 10, kWorseThanBefore = 3;
    const double nothing = std::log(double(std::max<std::size_t>(2, classes)));
    return !(loss <= std::max(kWorseThanNothing * nothing, kWorseThanBefore * lowest)); // true for NaN
}

std::vector<std::string> brokenImages(const CutValues& side, const CutBatch& batch) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < batch.indices.size(); ++i) {
        const auto isWhole = [i](const torch::Tensor& values) {
            return torch::isfinite(values[std::int64_t(i)]).all().item<bool>();
        };
        if (!std::ranges::all_of(batch.values, isWhole))
            names.push_back(side.items()[batch.indices[i]].path.filename().string());
    }
    return names;
}

std::optional<std::string> brokenTensor(engine::Network& network) {
    for (const graph::Node& node : network.graph().nodes()) {
        if (std::holds_alternative<graph::Standardize>(node.op)) // measured on the images
            continue;
        for (const graph::TensorSpec& spec : graph::tensorsOf(node))
            if (!torch::isfinite(network.tensor(spec.name)).all().item<bool>())
                return spec.name;
    }
    return std::nullopt;
}

std::string saysBrokenImages(const std::vector<std::string>& images) {
    return translate("Training",
                     "What the network sees of these images are no numbers: %1. Leave them out, or choose "
                     "other pretrained weights, and train again.",
                     {listed(images)});
}

std::string saysBrokenTensor(const std::string& name) {
    return translate("Training",
                     "The weights that training begins with are damaged: “%1” holds values that are no "
                     "numbers. Choose other pretrained weights.",
                     {name});
}

std::string saysNoNumbers(engine::Network& network, const CutValues& side, const CutBatch& batch) {
    if (const auto tensor = brokenTensor(network))
        return saysBrokenTensor(*tensor);
    if (const auto images = brokenImages(side, batch); !images.empty())
        return saysBrokenImages(images);
    return translate("Training",
                     "The network's answers are no numbers. The pretrained weights may be damaged; choose "
                     "others.");
}

} // namespace graft::training
