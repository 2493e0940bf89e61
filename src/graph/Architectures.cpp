#include "graph/Architectures.h"

#include "graph/architectures/Families.h"

#include <algorithm>
#include <iterator>

namespace graft::graph {

namespace {

std::vector<Architecture> makeAll() {
    std::vector<Architecture> all;
    for (auto family : {resNets, mobileNetsV3, mobileNetsV2, efficientNets, convNeXts, denseNets, inceptions,
                        squeezeNets, vggs})
        std::ranges::move(family(), std::back_inserter(all));
    return all;
}

} // namespace

std::span<const Architecture> architectures() {
    static const std::vector<Architecture> all = makeAll();
    return all;
}

const Architecture* findArchitecture(std::string_view name) {
    const auto all = architectures();
    const auto found = std::ranges::find(all, name, &Architecture::name);
    return found == all.end() ? nullptr : &*found;
}

} // namespace graft::graph
