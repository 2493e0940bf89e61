#pragma once

#include "project/Project.h"

#include <vector>

namespace graft::project {

/// Images that must stay on one side: connected by a common group or by equal content.
struct SplitUnit {
    std::vector<const ImageRecord*> images; ///< in order of id
    ClassId label;                          ///< the class of most of them
    bool severalClasses = false;
    annotation::Split fixed = annotation::Split::None; ///< the side that most images set by hand are on
    const ImageRecord* contradicts = nullptr;          ///< one set by hand to another side than `fixed`
};

/// In order of their first image. Pointers into `images`.
std::vector<SplitUnit> splitUnits(const std::vector<ImageRecord>& images);

} // namespace graft::project
