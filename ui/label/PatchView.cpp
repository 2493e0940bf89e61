#include "ui/label/PatchView.h"

#include "imaging/RegionReader.h"

#include <algorithm>
#include <cmath>

namespace graft::ui {

int PatchView::column(double x) const {
    return int(std::clamp(std::floor((x - area.left()) * scale), 0.0, double(patch.width - 1)));
}

int PatchView::row(double y) const {
    return int(std::clamp(std::floor((y - area.top()) * scale), 0.0, double(patch.height - 1)));
}

std::vector<annotation::Span> PatchView::spansOf(const regions::Bits& bits) const {
    std::vector<annotation::Span> spans;
    std::vector<int> columns; // of the patch, for each column of the area
    for (int x = area.left(); x <= area.right(); ++x)
        columns.push_back(column(x + 0.5));
    for (int y = area.top(); y <= area.bottom(); ++y) {
        const std::uint8_t* line = bits.data() + std::size_t(row(y + 0.5)) * std::size_t(patch.width);
        int begin = -1;
        for (int i = 0; i <= area.width(); ++i) {
            const bool on = i < area.width() && line[columns[std::size_t(i)]];
            if (on && begin < 0)
                begin = area.left() + i;
            if (!on && begin >= 0) {
                spans.push_back({y, begin, area.left() + i});
                begin = -1;
            }
        }
    }
    return spans;
}

namespace {

/// From the levels, `scale` times as large as the image.
QImage partOfLevels(const LoadedImage& image, const QRect& area, double scale) {
    const QImage& full = image.levels.front();
    const double ratio = double(full.width()) / image.size.width(); // below 1 for very large images
    const QRectF source(QPointF(area.topLeft()) * ratio, QSizeF(area.size()) * ratio);
    const QImage part = full.copy(source.toAlignedRect());
    if (scale >= 1)
        return part;
    return part.scaled((QSizeF(area.size()) * scale).toSize().expandedTo({1, 1}), Qt::IgnoreAspectRatio,
                       Qt::SmoothTransformation);
}

/// Null where it cannot be read.
QImage partOfFile(const LoadedImage& image, const QRect& area, int shrink) {
    auto reader = imaging::RegionReader::open(image.file);
    if (!reader)
        return {};
    const auto read = reader->read({area.x(), area.y(), area.width(), area.height()}, shrink);
    return read ? pictureOf(shownOf(*read, image.bands), image.range) : QImage();
}

} // namespace

PatchView patchOf(const LoadedImage& image, const QRect& wanted, qint64 mostPixels) {
    PatchView result;
    result.area = wanted.intersected(QRect(QPoint(), image.size));
    if (image.levels.empty() || result.area.isEmpty())
        return result;
    const double ratio = double(image.levels.front().width()) / image.size.width();
    const double pixels = double(result.area.width()) * result.area.height();
    const double finest = std::min(1.0, std::sqrt(double(mostPixels) / pixels));
    const int shrink = int(std::ceil(1 / finest));
    QImage part;
    if (!image.file.empty() && 1.0 / shrink > ratio)
        part = partOfFile(image, result.area, shrink);
    result.scale = part.isNull() ? std::min(ratio, finest) : 1.0 / shrink;
    if (part.isNull())
        part = partOfLevels(image, result.area, result.scale);
    part = part.convertToFormat(QImage::Format_RGB888);
    result.patch.width = part.width();
    result.patch.height = part.height();
    result.patch.rgb.reserve(std::size_t(part.width()) * std::size_t(part.height()) * 3);
    for (int y = 0; y < part.height(); ++y)
        result.patch.rgb.insert(result.patch.rgb.end(), part.constScanLine(y),
                                part.constScanLine(y) + part.width() * 3);
    return result;
}

QRect areaAround(QPointF middle, int side, QSize image) {
    const auto along = [side](double at, int length) {
        return std::clamp(int(at) - side / 2, 0, std::max(0, length - side));
    };
    return QRect(QPoint(along(middle.x(), image.width()), along(middle.y(), image.height())),
                 QSize(side, side))
        .intersected(QRect(QPoint(), image));
}

} // namespace graft::ui
