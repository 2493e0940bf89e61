#pragma once

#include "annotation/LabelClass.h"

#include <string>
#include <vector>

namespace graft::project {

/// Without spaces around it, on one line, of bounded length.
std::string cleanClassName(const std::string& name);

/// A class at the end of the list, with a palette colour that none of them has.
annotation::LabelClass newClass(const std::vector<annotation::LabelClass>& others, ClassId id,
                                const std::string& name);

} // namespace graft::project
