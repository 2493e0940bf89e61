#pragma once

#include "base/Monitor.h"
#include "base/Result.h"
#include "project/Project.h"

#include <filesystem>
#include <memory>

// The sample project: pictures the program paints itself, so that it needs no download.
namespace graft::workflow {

struct SampleOptions {
    int perClass = 60; ///< images of each of the three kinds of leukocyte
    int side = 160;    ///< pixels
    std::uint64_t seed = 1;
};

/// Paints `folder`/<class>/<class>_NNN.png, `perClass` each. Files that exist are kept. Any thread.
Result<> paintSampleImages(const std::filesystem::path& folder, const SampleOptions& options = {},
                           const Monitor& monitor = {});

/// The folder of a sample project's images, beside the project.
std::filesystem::path sampleImagesFolder(const std::filesystem::path& projectFolder);

/// Paints, imports, labels and splits; the project must not exist.
Result<std::unique_ptr<project::Project>> createSampleProject(const std::filesystem::path& projectFolder,
                                                              const SampleOptions& options = {},
                                                              const Monitor& monitor = {});

} // namespace graft::workflow
