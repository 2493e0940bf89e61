#include "base/Random.h"
#include "dataset/Dataset.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace graft::dataset {
namespace {

/// `count` of the members: all equally often, and of the rest a random part once more.
std::vector<std::size_t> drawn(std::vector<std::size_t> members, std::size_t count, Random& random) {
    std::vector<std::size_t> result;
    while (result.size() < count) {
        random.shuffle(std::span(members));
        const std::size_t taken = std::min(count - result.size(), members.size());
        result.insert(result.end(), members.begin(), members.begin() + std::ptrdiff_t(taken));
    }
    return result;
}

std::vector<std::size_t> balancedOrder(const std::vector<Item>& items, Random& random) {
    std::map<int, std::vector<std::size_t>> byClass;
    for (std::size_t i = 0; i < items.size(); ++i)
        byClass[items[i].target].push_back(i);
    // Who gets the draws left over changes from epoch to epoch.
    std::vector<int> classes;
    classes.reserve(byClass.size());
    for (const auto& [target, members] : byClass)
        classes.push_back(target);
    random.shuffle(std::span(classes));
    std::vector<std::size_t> order;
    for (std::size_t k = 0; k < classes.size(); ++k) {
        const std::size_t count = items.size() / classes.size() + (k < items.size() % classes.size() ? 1 : 0);
        const auto part = drawn(byClass[classes[k]], count, random);
        order.insert(order.end(), part.begin(), part.end());
    }
    std::ranges::sort(order);
    return order;
}

} // namespace

std::vector<std::size_t> epochOrder(const std::vector<Item>& items, std::uint64_t seed, std::uint64_t epoch,
                                    bool shuffle, bool balanced) {
    constexpr std::uint64_t kOrder = 0x6F72646572; // keeps this stream apart from the augmentation's
    Random random(mixSeed({seed, epoch, kOrder}));
    std::vector<std::size_t> order(items.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    if (balanced)
        order = balancedOrder(items, random);
    if (shuffle)
        random.shuffle(std::span(order));
    return order;
}

} // namespace graft::dataset
