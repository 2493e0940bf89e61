#pragma once

#include "intake/Intake.h"

#include <filesystem>
#include <string>
#include <vector>

namespace graft::intake {

/// One image to read, with everything its sources say of it.
struct WorkItem {
    std::filesystem::path path;
    std::string className;
    std::vector<std::pair<std::string, annotation::Geometry>> shapes;
    annotation::Split split = annotation::Split::None;
    bool splitByHand = false;
    std::string group;
};

/// What the sources of an import come to, before any image is opened.
struct WorkList {
    std::vector<WorkItem> items; ///< not in the project yet, each once
    IntakePortion first;         ///< known images, and problems of the sources
};

/// Lists all sources. An Error only where none of them gives anything, or the options are wrong.
Result<WorkList> listWork(const IntakeOptions& options, const KnownImages& known, const Monitor& monitor);

} // namespace graft::intake
