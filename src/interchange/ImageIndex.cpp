#include "interchange/ImageIndex.h"

#include "interchange/FolderNames.h"

#include <algorithm>

namespace graft::interchange {

namespace {

constexpr std::size_t kLongestPath = 4096;

/// A whole number without its leading zeros; empty where the text is none.
std::string number(std::string_view text) {
    const bool digits =
        !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    if (!digits)
        return {};
    const auto first = text.find_first_not_of('0');
    return first == std::string_view::npos ? "0" : std::string(text.substr(first));
}

std::string lastPart(const std::string& path) {
    return path.substr(path.rfind('/') + 1);
}

std::string withoutEnding(const std::string& name) {
    const auto dot = name.rfind('.');
    return dot == std::string::npos || dot == 0 ? name : name.substr(0, dot);
}

} // namespace

ImageIndex::ImageIndex(const std::vector<std::filesystem::path>& images) {
    for (std::size_t i = 0; i < images.size(); ++i) {
        const std::string path = lowerCase(images[i].generic_string());
        m_byPath.emplace(path, i);
        const std::string name = lastPart(path);
        add(m_byName, name, i);
        const std::string stem = withoutEnding(name);
        add(m_byStem, stem, i);
        add(m_byNumber, number(stem), i);
    }
}

void ImageIndex::add(Places& places, const std::string& key, std::size_t image) {
    if (!key.empty())
        places[key].push_back(image);
}

ImageIndex::Match ImageIndex::match(const Places& places, const std::string& key) {
    const auto found = places.find(key);
    if (found == places.end())
        return {};
    return {found->second.size() == 1 ? Found::One : Found::Several, found->second.front()};
}

ImageIndex::Match ImageIndex::find(std::string_view text) const {
    if (text.empty() || text.size() > kLongestPath)
        return {};
    std::string path = lowerCase(text);
    std::ranges::replace(path, '\\', '/');
    for (std::size_t from = 0; from != std::string::npos;) {
        if (const auto found = m_byPath.find(path.substr(from)); found != m_byPath.end())
            return {Found::One, found->second};
        const auto slash = path.find('/', from);
        from = slash == std::string::npos ? slash : slash + 1;
    }
    const std::string name = lastPart(path);
    for (const auto& [places, key] :
         {std::pair(&m_byName, name), std::pair(&m_byStem, name), std::pair(&m_byStem, withoutEnding(name)),
          std::pair(&m_byNumber, number(name))})
        if (const Match found = match(*places, key); found.found != Found::None)
            return found;
    return {};
}

} // namespace graft::interchange
