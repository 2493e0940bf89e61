#pragma once

#include "report/Content.h"
#include "report/Report.h"

namespace graft::report {

/// All that the report says. Decodes the photographs of the worst mistakes.
Content compose(const ReportInput& input);

} // namespace graft::report
