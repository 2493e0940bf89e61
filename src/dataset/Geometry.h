#pragma once

#include "base/Random.h"
#include "dataset/Dataset.h"
#include "imaging/Resize.h"

namespace graft::dataset {

/// The part of a width × height image that evaluation shows the network.
imaging::Box evaluationBox(int width, int height, const Preprocessing& preprocessing);

/// A part whose area is uniform in [minimumScale, 1] of the image's and whose aspect is log-uniform in [3/4,
/// 4/3], both relative to what is shown undistorted: the pixels, or with `squash` the whole image
/// (GoogLeNet's scale augmentation).
imaging::Box randomBox(int width, int height, double minimumScale, bool squash, Random& random);

/// Shorter side of an image below which a view of it would lose detail.
int sideNeeded(const Preprocessing& preprocessing, const AugmentOptions& augment);

} // namespace graft::dataset
