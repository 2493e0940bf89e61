#include "interchange/AnnotatedImages.h"

namespace graft::interchange {

FoundImage* AnnotatedImages::find(std::string_view name, Problems& problems) {
    const ImageIndex::Match match = m_index.find(name);
    if (match.found == ImageIndex::Found::One)
        return &at(match.image);
    problems.add(match.found == ImageIndex::Found::None
                     ? translate("Interchange", "There is no image “%1”.", {std::string(name)})
                     : translate("Interchange", "Several images are named “%1”.", {std::string(name)}));
    return nullptr;
}

FoundImage& AnnotatedImages::at(std::size_t image) {
    FoundImage& found = m_found[image];
    if (found.path.empty())
        found.path = m_root / m_paths[image];
    return found;
}

std::vector<FoundImage> AnnotatedImages::take() {
    std::vector<FoundImage> images;
    for (auto& [index, image] : m_found)
        images.push_back(std::move(image));
    m_found.clear();
    return images;
}

} // namespace graft::interchange
