#include "project/Geometry.h"

#include "project/Bytes.h"

#include <cmath>

namespace graft::project {

using annotation::Box;
using annotation::Geometry;
using annotation::Mask;
using annotation::Point;
using annotation::Polygon;

namespace {

// Far beyond every image, and sums of such numbers still fit.
constexpr double kFarthest = 1e12;
constexpr std::int64_t kFarthestPixel = 1 << 28;

bool isSane(double value) {
    return std::isfinite(value) && std::abs(value) <= kFarthest;
}

enum Kind : std::uint64_t { BoxKind = 1, PolygonKind = 2, MaskKind = 3 };

struct Encoder {
    ByteWriter& out;
    void operator()(const Box& box) const {
        out.number(BoxKind);
        for (double value : {box.x, box.y, box.width, box.height})
            out.real(value);
    }
    void operator()(const Polygon& polygon) const {
        out.number(PolygonKind);
        out.number(polygon.points.size());
        for (const Point& point : polygon.points) {
            out.real(point.x);
            out.real(point.y);
        }
    }
    void operator()(const Mask& mask) const {
        out.number(MaskKind);
        for (int value : {mask.x, mask.y, mask.width, mask.height})
            out.integer(value);
        out.number(mask.runs.size());
        for (std::uint32_t run : mask.runs)
            out.number(run);
    }
};

std::optional<Geometry> readBox(ByteReader& in) {
    Box box;
    for (double* value : {&box.x, &box.y, &box.width, &box.height})
        if (*value = in.real(); !isSane(*value))
            return std::nullopt;
    return box;
}

std::optional<Geometry> readPolygon(ByteReader& in) {
    Polygon polygon;
    for (std::uint64_t count = in.number(); count > 0 && !in.failed(); --count) {
        const double x = in.real(), y = in.real();
        if (!isSane(x) || !isSane(y))
            return std::nullopt;
        polygon.points.push_back({x, y});
    }
    return polygon;
}

std::optional<Geometry> readMask(ByteReader& in) {
    Mask mask;
    for (int* value : {&mask.x, &mask.y, &mask.width, &mask.height}) {
        const std::int64_t stored = in.integer();
        if (stored < -kFarthestPixel || stored > kFarthestPixel)
            return std::nullopt;
        *value = int(stored);
    }
    std::uint64_t covered = 0;
    for (std::uint64_t count = in.number(); count > 0 && !in.failed(); --count) {
        mask.runs.push_back(std::uint32_t(in.number()));
        covered += mask.runs.back();
    }
    if (mask.width < 0 || mask.height < 0 ||
        covered != std::uint64_t(mask.width) * std::uint64_t(mask.height))
        return std::nullopt;
    return mask;
}

std::optional<Geometry> readGeometry(ByteReader& in) {
    switch (in.number()) {
    case BoxKind:
        return readBox(in);
    case PolygonKind:
        return readPolygon(in);
    case MaskKind:
        return readMask(in);
    default:
        return std::nullopt;
    }
}

} // namespace

std::string encodeGeometry(const Geometry& geometry) {
    ByteWriter out;
    std::visit(Encoder{out}, geometry);
    return out.take();
}

std::optional<Geometry> decodeGeometry(std::string_view bytes) {
    ByteReader in(bytes);
    auto geometry = readGeometry(in);
    return geometry && !in.failed() && in.atEnd() ? geometry : std::nullopt;
}

} // namespace graft::project
