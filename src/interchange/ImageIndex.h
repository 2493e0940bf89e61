#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace graft::interchange {

/// Finds the image that a table or an annotation file means: by path, by the end of a path, by file name, by
/// name without ending, by number (1 is 001.bmp). Only files of the list are ever found, whatever the text.
class ImageIndex {
public:
    /// `images`: paths relative to the source.
    explicit ImageIndex(const std::vector<std::filesystem::path>& images);

    enum class Found { One, None, Several };
    struct Match {
        Found found = Found::None;
        std::size_t image = 0; ///< index into the list, where one was found
    };
    Match find(std::string_view text) const;

private:
    using Places = std::unordered_map<std::string, std::vector<std::size_t>>;
    static void add(Places& places, const std::string& key, std::size_t image);
    static Match match(const Places& places, const std::string& key);

    std::unordered_map<std::string, std::size_t> m_byPath;
    Places m_byName;
    Places m_byStem;
    Places m_byNumber;
};

} // namespace graft::interchange
