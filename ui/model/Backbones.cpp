#include "ui/model/Backbones.h"

#include "workflow/Workflow.h"

#include <algorithm>

namespace graft::ui {

std::vector<Backbone> backbones(const zoo::Zoo& zoo) {
    const std::string recommended = workflow::defaultModel(zoo);
    std::vector<Backbone> found;
    for (const graph::Architecture& architecture : graph::architectures()) {
        Backbone backbone{.architecture = &architecture, .weights = zoo.entriesFor(architecture.name)};
        if (backbone.weights.empty())
            continue;
        const int size = backbone.weights.front()->inputSize;
        backbone.cost = graph::totalCost(architecture.build({}), {3, size, size});
        backbone.ready =
            std::ranges::any_of(backbone.weights, [&](const auto* entry) { return zoo.present(*entry); });
        backbone.recommended = architecture.name == recommended;
        found.push_back(std::move(backbone));
    }
    std::ranges::stable_sort(found, std::ranges::greater(),
                             [](const Backbone& b) { return 2 * int(b.recommended) + int(b.ready); });
    return found;
}

} // namespace graft::ui
