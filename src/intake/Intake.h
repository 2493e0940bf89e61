#pragma once

#include "base/Monitor.h"
#include "base/Result.h"
#include "imaging/Image.h"
#include "interchange/Source.h"
#include "project/Project.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace graft::intake {

struct IntakeOptions {
    std::vector<std::filesystem::path> sources;
    interchange::ReadOptions read;
    annotation::Split split = annotation::Split::None; ///< for every image; set by hand
    /// Regular expression; its first capture (or whole match) is the group. Tried on the path below the
    /// source, else on the whole path.
    std::string groupPattern;
    bool foldersAreClasses = true;
};

/// What the worker found, in portions ready for Project::addImages / addIssues.
struct IntakePortion {
    std::vector<project::Project::NewImage> images;
    std::vector<project::Issue> issues;
    int known = 0; ///< images of the project that were named again
    /// Classes that a source gives to images of the project: stored path, class name. Only for those still
    /// unlabelled.
    std::vector<std::pair<std::string, std::string>> labels;
    /// The same of shapes: only for those that have none yet.
    std::vector<std::pair<std::string, std::vector<std::pair<std::string, annotation::Geometry>>>> shapes;
};

/// What a portion changed in the project.
struct Taken {
    int added = 0;
    int labelled = 0;      ///< images that got a class, and shapes
    int labelledKnown = 0; ///< of these, images that were in the project already
    int drawnOnKnown = 0;  ///< and shapes on such images
};

/// Gives a portion to the project. Portions with the same `batch` are one entry of the undo stack
/// (Project::addImages).
Result<Taken> takePortion(project::Project& project, IntakePortion portion, const std::string& batch);

/// What the worker must know of the project, copied on the UI thread.
struct KnownImages {
    std::filesystem::path projectFolder;
    std::filesystem::path thumbnailsFolder;
    std::unordered_set<std::string> paths; ///< as ImageRecord::path
    bool masksWanted = false;              ///< masks found beside images are taken as shapes
};
KnownImages knownImages(const project::Project& project);

/// Reads, hashes and decodes every image once (which also makes its thumbnail), and hands out portions of at
/// most 200 images as they are ready. Runs on a worker thread; uses several threads itself. Stop keeps what
/// was handed out.
Result<> readSources(const IntakeOptions& options, const KnownImages& known,
                     const std::function<void(IntakePortion)>& portion, const Monitor& monitor);

/// What an import would do.
struct Preview {
    int added = 0;
    int known = 0;
    std::map<std::string, int> images;  ///< that would get this class, by its name
    std::map<std::string, int> shapes;  ///< of this class
    std::vector<project::Issue> issues; ///< of annotations; images are not opened
};
Result<Preview> previewImport(const project::Project& project, const IntakeOptions& options,
                              const Monitor& monitor);

/// readSources and the project's verbs in one, for the command line and tests.
struct IntakeResult {
    int added = 0;
    int known = 0;
    int labelled = 0;
    std::vector<project::Issue> issues;
};
Result<IntakeResult> importInto(project::Project& project, const IntakeOptions& options,
                                const Monitor& monitor);

/// The cached thumbnail of an image (JPEG by content hash), made from the file where the cache has none.
/// Thread-safe. 8-bit RGB, longer side at most 256.
Result<imaging::Image> thumbnail(const std::filesystem::path& thumbnailsFolder,
                                 const std::filesystem::path& imagePath, const std::string& contentHash);

} // namespace graft::intake
