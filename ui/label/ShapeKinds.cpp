#include "ui/label/ShapeKinds.h"

#include <QCoreApplication>

namespace graft::ui {
namespace {

QString text(const char* source) {
    return QCoreApplication::translate("graft::ui::ShapeKinds", source);
}

struct Name {
    QString operator()(const annotation::Box&) const {
        return text(QT_TRANSLATE_NOOP("graft::ui::ShapeKinds", "Box"));
    }
    QString operator()(const annotation::Polygon&) const {
        return text(QT_TRANSLATE_NOOP("graft::ui::ShapeKinds", "Polygon"));
    }
    QString operator()(const annotation::Mask&) const {
        return text(QT_TRANSLATE_NOOP("graft::ui::ShapeKinds", "Mask"));
    }
    QString operator()(const annotation::RotatedBox&) const {
        return text(QT_TRANSLATE_NOOP("graft::ui::ShapeKinds", "Rotated box"));
    }
    QString operator()(const annotation::Ellipse&) const {
        return text(QT_TRANSLATE_NOOP("graft::ui::ShapeKinds", "Ellipse"));
    }
    QString operator()(const annotation::Polyline&) const {
        return text(QT_TRANSLATE_NOOP("graft::ui::ShapeKinds", "Line (nothing is learnt from it)"));
    }
    QString operator()(const annotation::Point&) const {
        return text(QT_TRANSLATE_NOOP("graft::ui::ShapeKinds", "Point (nothing is learnt from it)"));
    }
};

} // namespace

QString kindName(const annotation::Geometry& geometry) {
    return std::visit(Name{}, geometry);
}

QString kindIcon(const annotation::Geometry& geometry) {
    static const char* const icons[] = {"tool-box",     "tool-polygon", "tool-brush", "tool-rotated-box",
                                        "tool-ellipse", "tool-line",    "tool-point"};
    static_assert(std::size(icons) == std::variant_size_v<annotation::Geometry>);
    return QLatin1String(icons[geometry.index()]);
}

} // namespace graft::ui
