#pragma once

#include "base/Files.h"
#include "base/Random.h"
#include "imaging/Decode.h"
#include "support/Support.h"
#include "training/Training.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace graft::test {

/// A picture of stripes in its own colours and noise: class 0 lies, 1 stands, 2 leans. A task small networks
/// learn at once.
inline imaging::Image stripes(int target, int index, int side = 64) {
    Random random(mixSeed({std::uint64_t(target), std::uint64_t(index)}));
    const int offset = int(random.below(8)), width = 6 + int(random.below(4));
    int colours[2][3];
    for (auto& colour : colours)
        for (int& channel : colour)
            channel = int(random.below(256));
    std::vector<std::byte> pixels;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const int along = target == 0 ? y : target == 1 ? x : x + y;
            const auto& colour = colours[((along + offset) / width) % 2];
            for (int channel : colour)
                pixels.push_back(std::byte(std::clamp(channel + int(random.normal() * 10), 0, 255)));
        }
    return imaging::Image(side, side, 3, imaging::Depth::U8, std::move(pixels));
}

/// Paints stripes as files and offers them as items, classes by turns. Files that exist stay.
inline std::vector<dataset::Item> paintItems(const std::filesystem::path& folder, int count, int classes = 2,
                                             int firstId = 1) {
    std::filesystem::create_directories(folder);
    std::vector<dataset::Item> items;
    for (int i = 0; i < count; ++i) {
        const int id = firstId + i, target = i % classes;
        const auto path = folder / ("image" + std::to_string(id) + ".png");
        if (!std::filesystem::exists(path))
            if (const auto png = imaging::encodePng(stripes(target, id));
                !png || !writeFileAtomically(path, *png))
                qFatal("cannot paint %s", path.c_str());
        items.push_back({id, path, "hash" + std::to_string(id), target});
    }
    return items;
}

/// 20 images to learn from, 10 to check, on the processor. Nothing pretrained.
inline training::RunInput smallRun(const std::filesystem::path& folder,
                                   const std::string& model = "squeezenet1_1") {
    qputenv("OMP_NUM_THREADS", "1"); // networks this small would spend their time waking threads
    training::RunInput input;
    input.options.model = model;
    input.options.weights = "none";
    input.options.freeze = "none";
    input.options.epochs = 3;
    input.options.batch = 8;
    input.options.size = 64;
    input.options.device = "cpu";
    input.classes = {"lying", "standing"};
    input.train = paintItems(folder / "photos", 20);
    input.validation = paintItems(folder / "photos", 10, 2, 101);
    return input;
}

/// Everything a run said, and what came out.
struct Told {
    std::vector<training::TrainingEvent> events;

    std::function<void(const training::TrainingEvent&)> listener() {
        return [this](const training::TrainingEvent& event) { events.push_back(event); };
    }
    template <typename Event>
    std::vector<Event> all() const {
        std::vector<Event> found;
        for (const auto& event : events)
            if (const auto* one = std::get_if<Event>(&event))
                found.push_back(*one);
        return found;
    }
    bool noted(const std::string& part) const {
        const auto notes = all<training::Noted>();
        return std::ranges::any_of(
            notes, [&](const auto& note) { return note.sentence.find(part) != std::string::npos; });
    }
};

/// The values of all epochs, to be compared to the last bit.
inline std::vector<std::map<std::string, double>> valuesOf(const runs::RunRecord& record) {
    std::vector<std::map<std::string, double>> values;
    for (const runs::EpochRecord& epoch : record.epochs)
        values.push_back(epoch.values);
    return values;
}

inline std::string fact(const runs::RunRecord& record, const std::string& name) {
    const auto found = record.facts.find(name);
    return found == record.facts.end() ? std::string() : found->second;
}

} // namespace graft::test

#define GRAFT_OK(result) QVERIFY2((result).ok(), (result).ok() ? "" : (result).error().message.c_str())
