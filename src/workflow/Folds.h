#pragma once

#include "base/Result.h"
#include "project/Project.h"
#include "training/Training.h"

#include <vector>

namespace graft::workflow {

/// The inputs of a k-fold cross-validation, from that of an ordinary run (prepareRun()): its training and
/// validation images, of which each is once for validation. Test images stay out of it.
Result<std::vector<training::RunInput>> foldsOf(const training::RunInput& input,
                                                const project::Project& project, int count);

} // namespace graft::workflow
