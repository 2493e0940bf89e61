#pragma once

#include "graph/Architectures.h"

#include <vector>

namespace graft::graph {

// One function per file of this folder.

std::vector<Architecture> resNets();
std::vector<Architecture> vggs();
std::vector<Architecture> inceptions();
std::vector<Architecture> mobileNetsV2();
std::vector<Architecture> mobileNetsV3();
std::vector<Architecture> squeezeNets();
std::vector<Architecture> efficientNets();
std::vector<Architecture> denseNets();
std::vector<Architecture> convNeXts();

} // namespace graft::graph
