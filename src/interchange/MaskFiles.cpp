#include "interchange/MaskFiles.h"

#include "interchange/FolderNames.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>
#include <unordered_set>

namespace graft::interchange {

namespace {

bool isPng(std::string_view name) {
    return lowerCase(name).ends_with(".png");
}

std::string stem(const std::string& name) {
    return lowerCase(std::filesystem::path(name).stem().string());
}

/// By the colour type in the header chunk: 0 grey, 3 indexed, 4 grey with alpha (PNG specification, 11.2.2).
bool isGreyOrIndexed(const std::filesystem::path& png) {
    constexpr std::size_t kColourType = 25;
    std::array<char, kColourType + 1> start{};
    std::ifstream file(png, std::ios::binary);
    if (!file.read(start.data(), std::streamsize(start.size())) ||
        std::string_view(start.data() + 1, 3) != "PNG")
        return false;
    const char type = start[kColourType];
    return type == 0 || type == 3 || type == 4;
}

} // namespace

std::vector<std::string> masksBeside(const std::filesystem::path& folder,
                                     const std::vector<std::string>& images) {
    std::unordered_set<std::string> others;
    for (const std::string& name : images)
        if (!isPng(name))
            others.insert(stem(name));
    std::vector<std::string> masks;
    if (others.empty() || others.size() == images.size())
        return masks;
    for (const std::string& name : images)
        if (isPng(name) && others.contains(stem(name)) && isGreyOrIndexed(folder / name))
            masks.push_back(name);
    return masks;
}

int dropMasks(const std::filesystem::path& folder, std::vector<std::string>& images) {
    const std::vector<std::string> masks = masksBeside(folder, images);
    return int(std::erase_if(images, [&](const std::string& name) {
        return std::binary_search(masks.begin(), masks.end(), name);
    }));
}

} // namespace graft::interchange
