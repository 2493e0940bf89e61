#include "training/ActivationCache.h"
#include "training/Precision.h"
#include "training/Setup.h"

#include <algorithm>

namespace graft::training {

namespace {

/// Of the values at the cut, for one view of one image; 0: nothing is frozen.
std::uint64_t valueBytes(const graph::Graph& graph, const ModelFile& model, std::size_t bytesOfNumber) {
    const graph::FrozenCut cut = graph::frozenCut(graph, freezePlanOf(model, graph));
    const auto shapes = graph::inferShapes(graph, graph::inputShape(graph, model.preprocessing.size));
    if (cut.empty() || shapes.empty())
        return 0;
    std::uint64_t bytes = 0;
    for (const graph::NodeIndex node : cut.crossing) {
        std::uint64_t count = bytesOfNumber;
        for (const std::int64_t side : shapes[std::size_t(node)])
            count *= std::uint64_t(side);
        bytes += count;
    }
    return bytes;
}

} // namespace

std::uint64_t cacheBytesNeeded(const RunInput& input, std::int64_t trainImages,
                               std::int64_t validationImages) {
    const TrainingOptions& options = input.options;
    if (!options.cachePrefix || !options.check())
        return 0;
    const std::size_t bytesOfNumber = precisionNamed(options.precision) == Precision::Bfloat16 ? 2 : 4;
    const std::int64_t views = options.augment.any() ? options.views : 1;
    const auto records = std::uint64_t(trainImages * views + validationImages);
    ModelFile model = describeModel(input);
    const graph::Graph graph = model.buildGraph();
    const auto bytesOf = [&] {
        const std::uint64_t values = valueBytes(graph, model, bytesOfNumber);
        return values == 0 ? 0 : records * ActivationCache::recordBytes(values);
    };
    std::uint64_t bytes = bytesOf();
    if (options.recipe == "best") { // whose head is solved first, with all blocks frozen
        model.freeze = "all";
        bytes += bytesOf();
    }
    return bytes;
}

} // namespace graft::training
