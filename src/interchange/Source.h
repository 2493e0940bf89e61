#pragma once

#include "annotation/LabelClass.h"
#include "annotation/Shape.h"
#include "base/Monitor.h"
#include "base/Result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace graft::interchange {

/// One image that a source names, with what the source says of it.
struct FoundImage {
    std::filesystem::path path;
    std::string className{}; ///< whole-image class; empty: none
    std::vector<std::pair<std::string, annotation::Geometry>> shapes{};
    annotation::Split split = annotation::Split::None;
    std::string group{}; ///< images that belong together (a patient); empty: none
};

struct FoundProblem {
    std::filesystem::path path;
    std::string problem;
};

/// What a folder, file or annotation file holds.
struct Found {
    std::string format; ///< "folders", "csv", "images", …
    std::vector<FoundImage> images{};
    std::vector<FoundProblem> problems{};
};

/// What the values of mask images stand for. Auto: things where they are counted 1, 2, … and each is in one
/// piece.
enum class MaskValues { Auto, Classes, Things };

struct ReadOptions {
    std::string format = "auto";    ///< auto, or one of readableFormats()
    std::filesystem::path images{}; ///< where an annotation file's images are; empty: beside it
    MaskValues maskValues = MaskValues::Auto;
    bool masksWanted = false; ///< auto: a folder of images with their masks is read as such
    std::vector<std::filesystem::path>
        known{}; ///< images, absolute, that masks without images beside them may be of
};

/// Names of the formats that can be read.
std::vector<std::string> readableFormats();

/// Walks a folder, or reads one file. Folder-per-class (with train/val/test folders above the classes), plain
/// images, a class table in CSV. Never follows a link out of the folder, never throws.
Result<Found> readSource(const std::filesystem::path& source, const ReadOptions& options,
                         const Monitor& monitor = {});

} // namespace graft::interchange
