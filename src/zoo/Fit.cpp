#include "zoo/Fit.h"

#include "graph/Architectures.h"

#include <algorithm>

namespace graft::zoo {

namespace {

using graph::Architecture;
using weights::TensorMap;

struct Misfit {
    std::vector<std::string> missing;
    std::vector<std::string> misshapen; ///< "conv1.weight (64×3×3×3 in place of 64×3×7×7)"
    std::vector<std::string> foreign;
    bool empty() const { return missing.empty() && misshapen.empty() && foreign.empty(); }
};

std::map<std::string, graph::Shape> expectedTensors(const Architecture& architecture,
                                                    const WeightsEntry& entry) {
    const graph::Graph network = architecture.build(originOf(entry));
    std::map<std::string, graph::Shape> expected;
    for (const graph::Node& node : network.nodes())
        if (entry.hasClassifier || !graph::inBlock(node.name, architecture.head))
            for (graph::TensorSpec& spec : graph::tensorsOf(node))
                expected.emplace(std::move(spec.name), std::move(spec.shape));
    return expected;
}

bool ofAuxiliaryHead(const std::string& name, const Architecture& architecture) {
    return !architecture.auxiliaryHead.empty() && graph::inBlock(name, architecture.auxiliaryHead) &&
           !name.ends_with(".num_batches_tracked");
}

/// In torchvision's files, but no part of the network that is trained here.
bool isSpare(const std::string& name, const Architecture& architecture, const WeightsEntry& entry) {
    return name.ends_with(".num_batches_tracked") || ofAuxiliaryHead(name, architecture) ||
           (!entry.hasClassifier && graph::inBlock(name, architecture.head));
}

Misfit compare(const TensorMap& tensors, const std::map<std::string, graph::Shape>& expected,
               const Architecture& architecture, const WeightsEntry& entry) {
    Misfit misfit;
    for (const auto& [name, shape] : expected) {
        const auto found = tensors.find(name);
        if (found == tensors.end())
            misfit.missing.push_back(name);
        else if (found->second.shape != shape)
            misfit.misshapen.push_back(
                translate("Zoo", "%1 (%2 in place of %3)",
                          {name, weights::shapeText(found->second.shape), weights::shapeText(shape)}));
    }
    for (const auto& [name, tensor] : tensors)
        if (!expected.contains(name) && !isSpare(name, architecture, entry))
            misfit.foreign.push_back(name);
    return misfit;
}

/// The first few, and how many more.
std::string listing(const std::vector<std::string>& names) {
    constexpr std::size_t shown = 4, longest = 120;
    std::string text;
    for (std::size_t i = 0; i < std::min(shown, names.size()); ++i)
        text += (i ? ", " : "") + names[i].substr(0, longest);
    return names.size() > shown
               ? translate("Zoo", "%1 and %2 more", {text, std::to_string(names.size() - shown)})
               : text;
}

/// " These are weights of ResNet-34.", or nothing.
std::string recognised(const TensorMap& tensors, const WeightsEntry& entry) {
    for (const Architecture& architecture : graph::architectures()) {
        if (architecture.name == entry.model)
            continue;
        for (const bool hasClassifier : {true, false}) {
            const WeightsEntry other{.id = {}, .hasClassifier = hasClassifier};
            if (compare(tensors, expectedTensors(architecture, other), architecture, other).empty())
                return translate("Zoo", " They are weights of %1.", {architecture.title});
        }
    }
    return {};
}

std::string describe(const Misfit& misfit) {
    std::string text;
    const auto add = [&](const std::string& part) { text += (text.empty() ? "" : "; ") + part; };
    if (!misfit.missing.empty())
        add(translate("Zoo", "missing: %1", {listing(misfit.missing)}));
    if (!misfit.misshapen.empty())
        add(translate("Zoo", "of another shape: %1", {listing(misfit.misshapen)}));
    if (!misfit.foreign.empty())
        add(translate("Zoo", "not part of it: %1", {listing(misfit.foreign)}));
    return text;
}

} // namespace

Result<TensorMap> fitted(const WeightsEntry& entry, TensorMap tensors, const std::string& file) {
    const Architecture* architecture = graph::findArchitecture(entry.model);
    if (!architecture)
        return Error{
            translate("Zoo", "The network %1 of the weights “%2” is not known.", {entry.model, entry.id})};
    const auto expected = expectedTensors(*architecture, entry);
    const Misfit misfit = compare(tensors, expected, *architecture, entry);
    if (!misfit.empty())
        return Error{translate("Zoo", "The weights in %1 do not fit %2 (%3).%4",
                               {file, architecture->title, describe(misfit), recognised(tensors, entry)})};
    std::erase_if(tensors, [&](const auto& item) {
        return !expected.contains(item.first) && !ofAuxiliaryHead(item.first, *architecture);
    });
    return tensors;
}

} // namespace graft::zoo
