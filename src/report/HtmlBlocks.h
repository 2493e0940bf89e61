#pragma once

#include "report/Content.h"

namespace graft::report {

/// `id` is unique in the page; what needs a name inside the block begins with it.
QString blockHtml(const Block& block, const QString& id);

} // namespace graft::report
