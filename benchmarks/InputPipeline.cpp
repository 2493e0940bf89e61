// Photographs on their way into the network (decode, augment, normalise), against torchvision and Pillow with
// the same steps.
#include "dataset/Dataset.h"
#include "support/PythonPeer.h"
#include "support/Scorecard.h"

#include <algorithm>
#include <cstdio>

using namespace graft;

namespace {

std::vector<dataset::Item> photographs(const std::filesystem::path& folder) {
    std::vector<dataset::Item> items;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".jpg")
            items.push_back({std::int64_t(items.size()) + 1, entry.path(), "", 0});
    std::ranges::sort(items, {}, &dataset::Item::path);
    return items;
}

/// Images a second: the median of three rounds after one to warm the disk cache. 0: a file cannot be read.
double imagesPerSecond(const std::vector<dataset::Item>& items, const dataset::AugmentOptions& augment,
                       int threads) {
    std::vector<double> rounds;
    for (std::uint64_t round = 0; round < 4; ++round) {
        const benchmark::Stopwatch watch;
        dataset::Loader loader(items, dataset::epochOrder(items, 0, round, false, false),
                               {.augment = augment, .view = round, .batch = 16, .threads = threads});
        std::size_t count = 0;
        for (auto batch = loader.next();; batch = loader.next()) {
            if (!batch) {
                std::fprintf(stderr, "%s\n", batch.error().message.c_str());
                return 0;
            }
            if (batch->indices.empty())
                break;
            count += batch->indices.size();
        }
        rounds.push_back(double(count) / watch.seconds());
    }
    rounds.erase(rounds.begin());
    return benchmark::median(rounds);
}

} // namespace

int main() {
    benchmark::Scorecard card;
    if (benchmark::sharedFolder().empty()) {
        card.passedOver("input pipeline", "the shared data are not on this machine (GRAFT_SHARED)");
        return 0;
    }
    const auto folder = benchmark::sharedFolder() / "data/hymenoptera_256/val";
    const auto items = photographs(folder);
    const dataset::AugmentOptions none;
    const dataset::AugmentOptions augment{
        .horizontalFlip = true, .minimumScale = 0.5, .brightness = 0.2, .contrast = 0.2, .saturation = 0.2};
    for (const int threads : {1, 2}) {
        const std::string suffix = threads == 1 ? ", 1 thread" : ", 2 threads";
        const double evaluation = imagesPerSecond(items, none, threads);
        const double training = imagesPerSecond(items, augment, threads);
        if (evaluation == 0 || training == 0)
            return 1;
        const auto peer = benchmark::runPeer("input_pipeline.py", {folder.string(), std::to_string(threads)});
        if (!peer) {
            card.figure("decode, resize, crop, normalise" + suffix, evaluation, "images/s");
            card.figure("decode, augment, normalise" + suffix, training, "images/s");
            card.passedOver("torchvision on the same photographs", peer.error().message);
            continue;
        }
        using enum benchmark::Scorecard::Better;
        card.against("decode, resize, crop, normalise" + suffix, evaluation, peer->at("evaluation"),
                     "images/s", Higher);
        card.against("decode, augment, normalise" + suffix, training, peer->at("training"), "images/s",
                     Higher);
    }
    return card.exitCode();
}
