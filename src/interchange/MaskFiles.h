#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace graft::interchange {

/// Of `images` (file names in `folder`, sorted) every grey or indexed PNG that shares its stem with an image
/// of another format.
std::vector<std::string> masksBeside(const std::filesystem::path& folder,
                                     const std::vector<std::string>& images);

/// Takes from `images` (file names in `folder`, sorted) every grey or indexed PNG that shares its stem with
/// an image of another format: a mask, such as 001.png beside 001.bmp. Returns how many.
int dropMasks(const std::filesystem::path& folder, std::vector<std::string>& images);

} // namespace graft::interchange
