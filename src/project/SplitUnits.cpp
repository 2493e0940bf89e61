#include "project/SplitUnits.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace graft::project {

using annotation::Split;

namespace {

/// Disjoint sets of indices (union by the smaller index, with path halving).
class Sets {
public:
    explicit Sets(std::size_t size) : m_parent(size) {
        std::iota(m_parent.begin(), m_parent.end(), std::size_t(0));
    }
    std::size_t find(std::size_t i) {
        while (m_parent[i] != i)
            i = m_parent[i] = m_parent[m_parent[i]];
        return i;
    }
    void join(std::size_t a, std::size_t b) {
        a = find(a);
        b = find(b);
        m_parent[std::max(a, b)] = std::min(a, b);
    }

private:
    std::vector<std::size_t> m_parent;
};

/// Joins all images that have the same non-empty text.
void joinEqual(const std::vector<ImageRecord>& images, std::string ImageRecord::*text, Sets& sets) {
    std::unordered_map<std::string, std::size_t> first;
    for (std::size_t i = 0; i < images.size(); ++i)
        if (const std::string& value = images[i].*text; !value.empty())
            sets.join(first.try_emplace(value, i).first->second, i);
}

/// The key that most have; of equals the smallest.
template <typename Key>
Key commonest(const std::map<Key, int>& counts) {
    const auto more = [](const auto& a, const auto& b) { return a.second < b.second; };
    return std::max_element(counts.begin(), counts.end(), more)->first;
}

void describe(SplitUnit& unit) {
    std::map<ClassId, int> labels;
    std::map<Split, int> byHand;
    for (const ImageRecord* image : unit.images) {
        ++labels[image->label];
        if (image->splitByHand && image->split != Split::None)
            ++byHand[image->split];
    }
    unit.label = commonest(labels);
    labels.erase(ClassId{});
    unit.severalClasses = labels.size() > 1;
    if (byHand.empty())
        return;
    unit.fixed = commonest(byHand);
    for (const ImageRecord* image : unit.images)
        if (image->splitByHand && image->split != Split::None && image->split != unit.fixed)
            unit.contradicts = image;
}

} // namespace

std::vector<SplitUnit> splitUnits(const std::vector<ImageRecord>& images) {
    Sets sets(images.size());
    joinEqual(images, &ImageRecord::group, sets);
    joinEqual(images, &ImageRecord::contentHash, sets);
    std::vector<SplitUnit> units;
    std::vector<std::size_t> place(images.size());
    for (std::size_t i = 0; i < images.size(); ++i) {
        const std::size_t root = sets.find(i);
        if (root == i) {
            place[i] = units.size();
            units.emplace_back();
        }
        units[place[root]].images.push_back(&images[i]);
    }
    std::ranges::for_each(units, describe);
    return units;
}

} // namespace graft::project
