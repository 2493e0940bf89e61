#pragma once

#include "annotation/Shape.h"

#include <QString>

namespace graft::ui {

/// "Box", "Polygon", …
QString kindName(const annotation::Geometry& geometry);
/// Of the tool that draws it.
QString kindIcon(const annotation::Geometry& geometry);

} // namespace graft::ui
