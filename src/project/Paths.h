#pragma once

#include <filesystem>
#include <string>

// Where things lie in name.graft/ and beside it.
namespace graft::project {

/// As ImageRecord::path has it: relative to the folder the project lies in where `image` is below that, else
/// absolute. Lexical: give canonical folders.
std::string storedPath(const std::filesystem::path& projectFolder, const std::filesystem::path& image);
/// The other way round.
std::filesystem::path absolutePath(const std::filesystem::path& projectFolder, const std::string& stored);

std::filesystem::path databaseFile(const std::filesystem::path& projectFolder);
std::filesystem::path backupsFolder(const std::filesystem::path& projectFolder);

} // namespace graft::project
