#pragma once

#include "interchange/ImageIndex.h"
#include "interchange/Listing.h"
#include "interchange/Problems.h"

#include <map>
#include <string_view>

namespace graft::interchange {

/// The images of a listing that annotation files speak of, and what they say.
class AnnotatedImages {
public:
    explicit AnnotatedImages(const Listing& listing)
        : m_root(listing.root), m_paths(imagePaths(listing.top)), m_index(m_paths) {}

    /// The image that `name` means; null, with a problem, where there is none or several.
    FoundImage* find(std::string_view name, Problems& problems);
    ImageIndex::Match match(std::string_view name) const { return m_index.find(name); }
    const std::vector<std::filesystem::path>& paths() const { return m_paths; }
    FoundImage& at(std::size_t image);

    /// In order of the listing, only those that were asked for.
    std::vector<FoundImage> take();

private:
    std::filesystem::path m_root;
    std::vector<std::filesystem::path> m_paths;
    ImageIndex m_index;
    std::map<std::size_t, FoundImage> m_found;
};

} // namespace graft::interchange
