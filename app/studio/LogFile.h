#pragma once

#include <QString>

namespace graft::studio {

/// Sends what the program and Qt log to `folder`/studio.log, warnings to the terminal too. The file of before
/// is kept beside it once it is large. Call it once, before other threads start.
void logTo(const QString& folder);

} // namespace graft::studio
