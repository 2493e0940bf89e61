#include "project/Geometry.h"

#include "project/Bytes.h"

#include <cmath>
#include <initializer_list>

namespace graft::project {

using annotation::Box;
using annotation::Ellipse;
using annotation::Geometry;
using annotation::Mask;
using annotation::Point;
using annotation::Polygon;
using annotation::Polyline;
using annotation::RotatedBox;

namespace {

// Far beyond every image, and sums of such numbers still fit.
constexpr double kFarthest = 1e12;
constexpr std::int64_t kFarthestPixel = 1 << 28;

bool isSane(double value) {
    return std::isfinite(value) && std::abs(value) <= kFarthest;
}

/// CheckTables.cpp knows the last of them.
enum Kind : std::uint64_t {
    BoxKind = 1,
    PolygonKind = 2,
    MaskKind = 3,
    RotatedBoxKind = 4,
    EllipseKind = 5,
    PolylineKind = 6,
    PointKind = 7
};

struct Encoder {
    ByteWriter& out;
    void operator()(const Box& box) const {
        out.number(BoxKind);
        for (double value : {box.x, box.y, box.width, box.height})
            out.real(value);
    }
    void operator()(const Polygon& polygon) const { points(PolygonKind, polygon.points); }
    void operator()(const Polyline& line) const { points(PolylineKind, line.points); }
    void operator()(const RotatedBox& box) const {
        out.number(RotatedBoxKind);
        for (double value : {box.centre.x, box.centre.y, box.width, box.height, box.angle})
            out.real(value);
    }
    void operator()(const Ellipse& ellipse) const {
        out.number(EllipseKind);
        for (double value :
             {ellipse.centre.x, ellipse.centre.y, ellipse.radiusX, ellipse.radiusY, ellipse.angle})
            out.real(value);
    }
    void operator()(const Point& point) const {
        out.number(PointKind);
        out.real(point.x);
        out.real(point.y);
    }
    void points(Kind kind, const std::vector<Point>& all) const {
        out.number(kind);
        out.number(all.size());
        for (const Point& point : all) {
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

/// False: one of them is no number of an image.
bool readReals(ByteReader& in, std::initializer_list<double*> values) {
    for (double* value : values)
        if (*value = in.real(); !isSane(*value))
            return false;
    return true;
}

std::optional<Geometry> readBox(ByteReader& in) {
    Box box;
    return readReals(in, {&box.x, &box.y, &box.width, &box.height}) ? std::optional<Geometry>(box)
                                                                    : std::nullopt;
}

std::optional<Geometry> readRotatedBox(ByteReader& in) {
    RotatedBox box;
    return readReals(in, {&box.centre.x, &box.centre.y, &box.width, &box.height, &box.angle})
               ? std::optional<Geometry>(box)
               : std::nullopt;
}

std::optional<Geometry> readEllipse(ByteReader& in) {
    Ellipse e;
    return readReals(in, {&e.centre.x, &e.centre.y, &e.radiusX, &e.radiusY, &e.angle})
               ? std::optional<Geometry>(e)
               : std::nullopt;
}

std::optional<Geometry> readPoint(ByteReader& in) {
    Point point;
    return readReals(in, {&point.x, &point.y}) ? std::optional<Geometry>(point) : std::nullopt;
}

template <typename Kind> // Polygon, Polyline
std::optional<Geometry> readPoints(ByteReader& in) {
    Kind shape;
    for (std::uint64_t count = in.number(); count > 0 && !in.failed(); --count) {
        Point point;
        if (!readReals(in, {&point.x, &point.y}))
            return std::nullopt;
        shape.points.push_back(point);
    }
    return shape;
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
        return readPoints<Polygon>(in);
    case MaskKind:
        return readMask(in);
    case RotatedBoxKind:
        return readRotatedBox(in);
    case EllipseKind:
        return readEllipse(in);
    case PolylineKind:
        return readPoints<Polyline>(in);
    case PointKind:
        return readPoint(in);
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
