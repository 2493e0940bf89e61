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
    std::vector<Project::SplitAssignment> assignment;
    int train = 0;
    int validation = 0;
    int test = 0;
    int groupsKeptWhole = 0;
    int duplicatesKeptTogether = 0;
    std::vector<std::string> warnings; ///< classes too small to be on every side, groups that span classes, …
};

/// Stratified by class, whole groups and images of equal content on one side; images whose split was set by hand stay.
/// Pure and seeded: the same project and seed give the same plan.
Result<SplitPlan> planSplit(const Project& project, const SplitOptions& options);

} // namespace graft::project
