#pragma once

#include "training/CutValues.h"
#include "training/ModelFile.h"
#include "training/Options.h"

#include <filesystem>
#include <memory>
#include <string>

namespace graft::training {

/// Where the values at the cut are kept. Training and validation share one file unless the training images
/// vary.
struct CacheChoice {
    std::shared_ptr<ActivationCache> train; ///< nothing: computed anew in every epoch
    std::shared_ptr<ActivationCache> validation;
    std::string note; ///< why nothing is kept, for a person
};

/// Opens the caches in `folder` where the options want them and they fit: within options.cacheBytes and on
/// the disk, or else in memory.
CacheChoice chooseCache(const std::filesystem::path& folder, const TrainingOptions& options,
                        const ModelFile& model, const FrozenPrefix& prefix, const CutValues& train,
                        const CutValues& validation);

} // namespace graft::training
