#pragma once

#include "base/Result.h"
#include "dataset/Dataset.h"

#include <QStringList>

#include <vector>

namespace graft::cli {

/// The images named on the command line; a folder stands for the images below it, in order of their names.
/// What is no file stays in the list, so that it is told of with the unreadable ones. An Error where nothing
/// is left.
Result<std::vector<dataset::Item>> imageItems(const QStringList& named);

} // namespace graft::cli
