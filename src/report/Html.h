#pragma once

#include "report/Content.h"

namespace graft::report {

/// A page of its own: no script, no address, all pictures inside. HTML that is also well-formed XML.
QString toHtml(const Content& content);

} // namespace graft::report
