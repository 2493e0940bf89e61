#include "imaging/Decode.h"
#include "imaging/RegionReader.h"
#include "imaging/Transform.h"
#include "report/Sections.h"

namespace graft::report {

QImage photograph(const std::filesystem::path& file, int side) {
    auto shrunk = imaging::readLargeShrunk(file, side);
    const auto decoded = shrunk ? std::move(*shrunk) : imaging::decodeFile(file);
    if (!decoded)
        return {};
    const imaging::Image small = imaging::thumbnail(*decoded, side);
    if (small.empty())
        return {};
    // copy(): the pixels above belong to `small`.
    return QImage(small.u8(), small.width(), small.height(), small.width() * 3, QImage::Format_RGB888).copy();
}

} // namespace graft::report
