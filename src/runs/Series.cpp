#include "runs/Series.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace graft::runs {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kLongestName = 64;

std::optional<std::string> nameIn(const Json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_string())
        return std::nullopt;
    auto name = found->get<std::string>();
    const auto isPlain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return name.size() <= kLongestName && std::ranges::all_of(name, isPlain) ? std::optional(std::move(name))
                                                                             : std::nullopt;
}

/// From `least` to `most`, or nothing.
std::optional<int> numberIn(const Json& object, const char* key, int least, int most) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_number_integer())
        return std::nullopt;
    const double number = found->get<double>();
    return number >= least && number <= most ? std::optional(int(number)) : std::nullopt;
}

} // namespace

std::vector<Series> placesOf(const Series& series) {
    std::vector<Series> places(std::size_t(series.runs()), series);
    for (int number = 0; number < series.runs(); ++number) {
        Series& place = places[std::size_t(number)];
        place.seed = number / series.folds;
        place.fold = number % series.folds;
        place.data.clear();
    }
    return places;
}

std::string toJson(const Series& series) {
    return Json{{"version", 1},          {"id", series.id},       {"first_seed", series.firstSeed},
                {"seeds", series.seeds}, {"folds", series.folds}, {"seed", series.seed},
                {"fold", series.fold},   {"data", series.data}}
        .dump();
}

std::optional<Series> seriesFromJson(std::string_view text) {
    const Json object = Json::parse(text, nullptr, /*allow_exceptions=*/false);
    if (!object.is_object())
        return std::nullopt;
    const auto id = nameIn(object, "id"), data = nameIn(object, "data");
    const auto firstSeed = object.find("first_seed");
    const auto seeds = numberIn(object, "seeds", 1, Series::kMost),
               folds = numberIn(object, "folds", 1, Series::kMost);
    if (!id || id->empty() || !data || firstSeed == object.end() || !firstSeed->is_number_unsigned() ||
        !seeds || !folds)
        return std::nullopt;
    const auto seed = numberIn(object, "seed", 0, *seeds - 1), fold = numberIn(object, "fold", 0, *folds - 1);
    if (!seed || !fold)
        return std::nullopt;
    return Series{*id, firstSeed->get<std::uint64_t>(), *seeds, *folds, *seed, *fold, *data};
}

} // namespace graft::runs
