#pragma once

#include "annotation/LabelClass.h"
#include "base/Ids.h"
#include "project/Project.h"
#include "training/Training.h"

#include <string>
#include <vector>

// A run keeps the classes it was trained on; the project goes on changing its own. Classes are the same by
// their id, which never changes, so a renamed class stays the one it was.
namespace graft::workflow {

/// The classes of a run as a project has them now.
struct RunClasses {
    std::vector<std::string> names;   ///< of a class that was removed since, the name it was trained under
    std::vector<ClassId> ids;         ///< none: removed since
    std::vector<std::string> removed; ///< names of those
};
/// By id; where the run does not know ids, or a class was removed and one of its name made anew, by name.
RunClasses classesNow(const training::ModelClasses& trained,
                      const std::vector<annotation::LabelClass>& project);

/// The project's images of a split that have one of `classes`, as dataset items; targets index `classes`.
std::vector<dataset::Item> itemsOf(const project::Project& project, annotation::Split split,
                                   const std::vector<ClassId>& classes);

/// Shows the classes by their names of today.
void nameClasses(training::Evaluation& evaluation, const std::vector<annotation::LabelClass>& project);

/// What a reader of the figures must know: classes that were removed since, images of classes that the run
/// does not know. In sentences.
std::vector<std::string> classNotes(const training::Evaluation& evaluation, const project::Project& project,
                                    annotation::Split split);

} // namespace graft::workflow
