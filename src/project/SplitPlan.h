#pragma once

#include "annotation/LabelClass.h"
#include "project/Project.h"

#include <cstdint>
#include <string>
#include <vector>

namespace graft::project {

struct SplitOptions {
    double train = 0.7;
    double validation = 0.15;
    double test = 0.15;
    std::uint64_t seed = 0;
    Result<> check() const;
};

struct SplitPlan {
    /// Of all images but those whose split was set by hand.
    std::vector<Project::SplitAssignment> assignment;
    // Images on each side once the plan is applied, those set by hand included.
    int train = 0;
    int validation = 0;
    int test = 0;
    int groupsKeptWhole = 0;           ///< groups of more than one image
    int duplicatesKeptTogether = 0;    ///< sets of images of equal content
    std::vector<std::string> warnings; ///< classes too small to be on every side, groups that span classes, …
};

/// Stratified by class, whole groups and images of equal content on one side; images whose split was set by
/// hand stay and draw their group along. Where a side has more by hand than its share, the others keep their
/// proportion in what is left. Pure and seeded: the same project and seed give the same plan.
Result<SplitPlan> planSplit(const Project& project, const SplitOptions& options);

} // namespace graft::project
