#include "graph/Architectures.h"

#include "graph/architectures/Families.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace graft::graph {

namespace {

constexpr std::array<std::string_view, 3> poolings{"average", "max", "gem"}; // as the enumeration

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

std::string_view nameOf(Pooling pooling) {
    return poolings[std::size_t(pooling)];
}

std::optional<Pooling> poolingNamed(std::string_view name) {
    const auto found = std::ranges::find(poolings, name);
    if (found == poolings.end())
        return std::nullopt;
    return Pooling(found - poolings.begin());
}

} // namespace graft::graph
