#pragma once

#include "annotation/LabelClass.h"
#include "project/Project.h"

#include <QString>

/// Words that the pages about images share, in the program's language.
namespace graft::ui::words {

QString splitName(annotation::Split split);  ///< "Training", "No split"
QString splitBadge(annotation::Split split); ///< "train"; empty for none
QString imageCount(int count);               ///< "397 images"
QString shapeCount(int count);               ///< "12 shapes"
QString fileName(const project::ImageRecord& image);
QString unlabelled();
/// What a screen reader says of an image.
QString spoken(const project::ImageRecord& image, const QString& className, bool duplicate);

} // namespace graft::ui::words
