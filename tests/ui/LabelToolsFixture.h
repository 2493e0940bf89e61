#pragma once

#include "LabelFixture.h"

#include "annotation/Fill.h"
#include "annotation/HitTest.h"

#include <cmath>

namespace graft::test {

inline constexpr QPointF kMiddle(100, 80);
inline constexpr double kRadius = 40;

/// A dark disc on a light ground, with a little noise, in place of the first image.
inline QImage disc() {
    QImage picture(220, 160, QImage::Format_RGB32);
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x) {
            const double away = std::hypot(x + 0.5 - kMiddle.x(), y + 0.5 - kMiddle.y());
            const int grey = (away < kRadius ? 70 : 190) + (x * 7 + y * 13) % 9;
            picture.setPixel(x, y, qRgb(grey, grey, grey));
        }
    return picture;
}

inline std::vector<project::Project::NewImage> discBeside(const std::filesystem::path& folder) {
    auto images = test::pictures(folder, 1);
    images[0].record.width = 220;
    images[0].record.height = 160;
    disc().save(QString::fromStdString((folder / images[0].record.path).string()));
    return images;
}

/// A project of that one image, which is there.
struct ToolPage : ShapePage {
    ToolPage() : ShapePage(discBeside, annotation::TaskKind::Segmentation, {"disc", "other"}) {
        if (!QTest::qWaitFor([this] { return page.settled(); }))
            qFatal("the image did not come");
    }

    void draw(annotation::Geometry geometry) {
        if (!project.editShapes({1}, project::ShapeVerb::Draw,
                                {{{}, project.classes()[0].id, std::move(geometry)}}))
            qFatal("not drawn");
    }
    /// The only shape, of this kind.
    template <typename Kind>
    Kind only() {
        if (shapes().size() != 1 || !std::holds_alternative<Kind>(shapes()[0].geometry))
            qFatal("%zu shapes, or another kind", shapes().size());
        return std::get<Kind>(shapes()[0].geometry);
    }
    bool waitForShapes(std::size_t count) {
        return QTest::qWaitFor([&] { return shapes().size() == count; }, 20'000);
    }
    int entries() { return project.undoStack().index(); }
    void undo() { project.undoStack().undo(); }
};

/// Of the disc and what was found, the common part.
inline double overlapWithDisc(const annotation::Geometry& geometry) {
    int both = 0, either = 0;
    const auto mask = annotation::maskFromSpans(annotation::coveredBy(geometry, {220, 160}));
    for (int y = 0; y < 160; ++y)
        for (int x = 0; x < 220; ++x) {
            const bool inside = std::hypot(x + 0.5 - kMiddle.x(), y + 0.5 - kMiddle.y()) < kRadius;
            const bool found = annotation::isForeground(mask, x, y);
            both += inside && found;
            either += inside || found;
        }
    return double(both) / either;
}

inline QList<QPointF> circle(double radius, int points) {
    QList<QPointF> way;
    for (int i = 0; i <= points; ++i)
        way << kMiddle + radius * QPointF(std::cos(i * 6.2832 / points), std::sin(i * 6.2832 / points));
    return way;
}

/// Runs these functions of the test program once more, as if on a screen of 200 %; what it said where they
/// failed.
inline std::string failureAtTwoHundredPercent(const std::vector<std::string>& functions) {
    const auto result = runProgram(QCoreApplication::applicationFilePath().toStdString(), functions, 300,
                                   {{"QT_SCALE_FACTOR", "2"}});
    return result.code == 0 ? std::string() : result.output;
}

} // namespace graft::test
