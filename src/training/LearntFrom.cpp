#include "training/LearntFrom.h"

#include "base/Files.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace graft::training {

namespace {

constexpr std::uint64_t kLargestFile = 64 << 20;

std::filesystem::path fileIn(const std::filesystem::path& runFolder) {
    return runFolder / "learnt-from.json";
}

} // namespace

Result<> writeLearntFrom(const std::filesystem::path& runFolder, const std::vector<std::int64_t>& imageIds) {
    const nlohmann::json object{{"version", 1}, {"images", imageIds}};
    return writeFileAtomically(fileIn(runFolder), std::string_view(object.dump()));
}

std::vector<std::int64_t> readLearntFrom(const std::filesystem::path& runFolder) {
    const auto text = readTextFile(fileIn(runFolder), kLargestFile);
    if (!text)
        return {};
    const auto object = nlohmann::json::parse(*text, nullptr, /*allow_exceptions=*/false);
    const auto images = object.is_object() ? object.find("images") : object.end();
    const auto isId = [](const nlohmann::json& value) { return value.is_number_integer(); };
    if (!object.is_object() || images == object.end() || !images->is_array() ||
        !std::ranges::all_of(*images, isId))
        return {};
    auto ids = images->get<std::vector<std::int64_t>>();
    std::ranges::sort(ids);
    return ids;
}

} // namespace graft::training
