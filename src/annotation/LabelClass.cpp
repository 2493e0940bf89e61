#include "annotation/LabelClass.h"

#include <algorithm>

namespace graft::annotation {

namespace {

constexpr std::array kTaskNames{std::string_view("classification"), std::string_view("detection"),
                                std::string_view("segmentation")};
constexpr std::array kSplitNames{std::string_view("none"), std::string_view("train"), std::string_view("val"),
                                 std::string_view("test")};

template <typename Enum, std::size_t N>
std::optional<Enum> find(const std::array<std::string_view, N>& names, std::string_view name) {
    const auto found = std::ranges::find(names, name);
    return found == names.end() ? std::nullopt : std::optional(Enum(found - names.begin()));
}

} // namespace

std::string_view name(TaskKind task) {
    return kTaskNames[std::size_t(task)];
}
std::optional<TaskKind> taskNamed(std::string_view name) {
    return find<TaskKind>(kTaskNames, name);
}

std::string_view name(Split split) {
    return kSplitNames[std::size_t(split)];
}
std::optional<Split> splitNamed(std::string_view name) {
    return find<Split>(kSplitNames, name);
}

} // namespace graft::annotation
