#pragma once

#include "dataset/Dataset.h"

#include <functional>

namespace graft::dataset {

/// The picture that views are cut from: 8-bit RGB, or as many 8-bit bands as the network sees (of an image
/// that has fewer, the last ones more than once; fitsInput() says so).
imaging::Image pictureOf(const imaging::Image& image, const Preprocessing& preprocessing);

/// What `change` makes of a picture, three channels at a time: it gets and gives RGB, and which three they
/// are. So every band is moved exactly as a colour is. The last three are filled up with the last band.
imaging::Image inThrees(const imaging::Image& picture,
                        const std::function<imaging::Image(const imaging::Image& rgb, int three)>& change);

} // namespace graft::dataset
