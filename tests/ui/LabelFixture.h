#pragma once

#include "DataFixture.h"
#include "annotation/MaskRuns.h"
#include "ui/label/LabelPage.h"
#include "ui/label/ShapeCanvas.h"

#include <QMouseEvent>
#include <QSignalSpy>

#include <functional>

namespace graft::test {

/// The Label page of a project for shapes, and hands: verbs in pixels of the image.
struct ShapePage : StudioFixture {
    explicit ShapePage(int count = 3, annotation::TaskKind task = annotation::TaskKind::Detection,
                       const std::vector<std::string>& classes = {"red cell", "white cell"})
        : ShapePage([count](const std::filesystem::path& beside) { return pictures(beside, count); }, task,
                    classes) {}
    using Pictures =
        std::function<std::vector<project::Project::NewImage>(const std::filesystem::path& beside)>;
    ShapePage(const Pictures& pictures, annotation::TaskKind task, const std::vector<std::string>& classes)
        : project(open(pictures(folder.path()), classes, task)), page(studio), canvas(page.canvas()) {
        showAndWait(page);
        page.entered();
        canvas.setTool(ui::ToolKind::Select); // whatever the task's first tool is
    }

    QPointF inView(QPointF pointInImage) const { return canvas.viewFromImage(pointInImage); }

    void send(QEvent::Type type, QPointF pointInImage, Qt::MouseButton button, Qt::MouseButtons buttons,
              Qt::KeyboardModifiers modifiers = {}) {
        const QPointF at = inView(pointInImage);
        QMouseEvent event(type, at, canvas.mapToGlobal(at), button, buttons, modifiers);
        QCoreApplication::sendEvent(&canvas, &event);
    }
    void moveOnCanvas(QPointF to, Qt::MouseButtons buttons = Qt::NoButton,
                      Qt::KeyboardModifiers modifiers = {}) {
        send(QEvent::MouseMove, to, Qt::NoButton, buttons, modifiers);
    }
    void pressOnCanvas(QPointF at, Qt::KeyboardModifiers modifiers = {}) {
        send(QEvent::MouseButtonPress, at, Qt::LeftButton, Qt::LeftButton, modifiers);
    }
    void releaseOnCanvas(QPointF at) { send(QEvent::MouseButtonRelease, at, Qt::LeftButton, Qt::NoButton); }
    void clickOnCanvas(QPointF at, Qt::KeyboardModifiers modifiers = {}) {
        moveOnCanvas(at);
        pressOnCanvas(at, modifiers);
        releaseOnCanvas(at);
    }
    void doubleClickOnCanvas(QPointF at) {
        clickOnCanvas(at);
        send(QEvent::MouseButtonDblClick, at, Qt::LeftButton, Qt::LeftButton);
        releaseOnCanvas(at);
    }
    /// Through all of `way`, in several moves each.
    void dragOnCanvas(const QList<QPointF>& way, Qt::KeyboardModifiers modifiers = {}) {
        moveOnCanvas(way.front(), {}, modifiers);
        pressOnCanvas(way.front(), modifiers);
        for (int i = 1; i < way.size(); ++i)
            for (int part = 1; part <= 4; ++part)
                moveOnCanvas(way[i - 1] + (way[i] - way[i - 1]) * (part / 4.0), Qt::LeftButton, modifiers);
        releaseOnCanvas(way.back());
    }
    void pressKey(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(&canvas, key, modifiers);
    }

    const std::vector<annotation::Shape>& shapes(int image = 1) { return project.shapes({image}); }
    /// "box 1 2 3 4", "polygon 1,2 3,4 …", "mask 1 2 3 4 area": of the n-th shape.
    QString geometry(std::size_t n = 0, int image = 1) {
        if (n >= shapes(image).size())
            return QStringLiteral("none");
        const auto& shape = shapes(image)[n].geometry;
        if (const auto* box = std::get_if<annotation::Box>(&shape))
            return QStringLiteral("box %1 %2 %3 %4").arg(box->x).arg(box->y).arg(box->width).arg(box->height);
        if (const auto* polygon = std::get_if<annotation::Polygon>(&shape)) {
            QString text = QStringLiteral("polygon");
            for (const auto& point : polygon->points)
                text += QStringLiteral(" %1,%2").arg(point.x).arg(point.y);
            return text;
        }
        const auto& mask = std::get<annotation::Mask>(shape);
        return QStringLiteral("mask %1 %2 %3 %4, %5")
            .arg(mask.x)
            .arg(mask.y)
            .arg(mask.width)
            .arg(mask.height)
            .arg(annotation::area(shape));
    }
    std::string classOf(std::size_t n = 0, int image = 1) {
        return project.labelClass(shapes(image)[n].classId)->name;
    }
    QString undoText() { return project.undoStack().undoText(); }
    template <typename Widget>
    Widget* find(const char* name) {
        auto* widget = page.findChild<Widget*>(QLatin1String(name));
        if (!widget)
            qFatal("no %s", name);
        return widget;
    }

    project::Project& project;
    ui::LabelPage page;
    ui::ShapeCanvas& canvas;
};

} // namespace graft::test
