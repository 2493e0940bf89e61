#include "project/ClassNames.h"

#include <QString>

#include <algorithm>

namespace graft::project {

namespace {

constexpr qsizetype kLongestName = 200;

std::uint32_t unusedColor(const std::vector<annotation::LabelClass>& others) {
    for (int index = 0; index <= int(others.size()); ++index) {
        const std::uint32_t color = annotation::paletteColor(index);
        if (std::ranges::find(others, color, &annotation::LabelClass::color) == others.end())
            return color;
    }
    return annotation::paletteColor(int(others.size()));
}

} // namespace

std::string cleanClassName(const std::string& name) {
    return QString::fromStdString(name).simplified().left(kLongestName).trimmed().toStdString();
}

annotation::LabelClass newClass(const std::vector<annotation::LabelClass>& others, ClassId id,
                                const std::string& name) {
    return {.id = id, .name = name, .color = unusedColor(others), .position = int(others.size())};
}

} // namespace graft::project
