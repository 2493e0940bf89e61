#pragma once

#include "project/Project.h"

#include <QString>

namespace graft::ui {

/// What the project lacks before something can be trained, in one sentence; empty: nothing. `project` may be
/// null.
QString missingForTraining(const project::Project* project);

/// Labelled images that a run would learn from, and check itself on.
struct RunImages {
    int training = 0;
    int validation = 0;
};
RunImages runImages(const project::Project& project);

/// Labelled training images per class that has any; 0 where there is none.
double trainingImagesPerClass(const project::Project& project);

} // namespace graft::ui
