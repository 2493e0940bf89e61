#pragma once

#include <QImage>
#include <QString>

namespace graft::report {

/// Text that may stand in an element or in a quoted attribute. Control characters, which no page may hold,
/// become '\uFFFD'.
QString escaped(const QString& text);

/// "data:image/png;base64,…" for drawings and pages of the window, JPEG for photographs.
enum class PictureCoding { Lossless, Photograph };
QString dataUri(const QImage& image, PictureCoding coding);

} // namespace graft::report
