#pragma once

#include "report/Content.h"

#include <QByteArray>

namespace graft::report {

/// A4 pages with vector charts. Empty where no PDF can be made.
QByteArray toPdf(const Content& content);

} // namespace graft::report
