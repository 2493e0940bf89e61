#pragma once

#include <QString>

namespace graft::report {

/// The style sheet of the page, for screen and print.
QString styleSheet();

} // namespace graft::report
