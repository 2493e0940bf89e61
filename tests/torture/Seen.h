#pragma once

#include "project/Project.h"

#include <string>

namespace graft::torture {

/// Everything that a project holds, as two digests.
struct Seen {
    std::string document; ///< what undo goes over: classes, images, shapes, every column of them
    std::string notes;    ///< issues and settings
    int undoIndex = 0;
    int undoCount = 0;
    friend bool operator==(const Seen&, const Seen&) = default;
};

std::string documentOf(const project::Project& project);
Seen seen(project::Project& project);

} // namespace graft::torture
