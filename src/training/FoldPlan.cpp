#include "training/FoldPlan.h"

#include "base/Random.h"

#include <algorithm>
#include <map>

namespace graft::training {

std::vector<int> foldsOf(const std::vector<dataset::Item>& items, int folds, std::uint64_t seed) {
    std::vector<std::vector<std::size_t>> units; // indices of items, in order of their first
    std::map<std::int64_t, std::size_t> known;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto [place, isNew] = items[i].unit == 0 ? std::pair(known.end(), true)
                                                       : known.try_emplace(items[i].unit, units.size());
        if (isNew)
            units.push_back({i});
        else
            units[place->second].push_back(i);
    }
    Random(seed).shuffle(std::span(units));
    std::ranges::stable_sort(units, {}, [&](const auto& unit) { return items[unit.front()].target; });
    std::vector<int> foldOf(items.size());
    std::vector<std::size_t> sizes(std::size_t(folds), 0);
    for (const auto& unit : units) {
        const auto smallest = std::ranges::min_element(sizes);
        *smallest += unit.size();
        for (const std::size_t item : unit)
            foldOf[item] = int(smallest - sizes.begin());
    }
    return foldOf;
}

} // namespace graft::training
