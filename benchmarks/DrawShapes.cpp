// Drawing on the Label page: frames while zooming, panning, hovering and dragging among 300, 3,000 and 10,000
// shapes, undo, a stroke on an image of 8,000 × 8,000.
#include "base/Random.h"
#include "support/Scorecard.h"
#include "ui/frame/Studio.h"
#include "ui/label/LabelPage.h"
#include "ui/label/ShapeCanvas.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>

#include <cmath>
#include <cstdio>
#include <functional>

using namespace graft;

namespace {

constexpr int kSide = 8000;
constexpr int kRepeats = 30;
constexpr double kFrame = 16; ///< milliseconds, at 60 frames a second

std::vector<annotation::Shape> scattered(int count, ClassId label) {
    Random random(std::uint64_t(count) + 1);
    std::vector<annotation::Shape> shapes;
    for (int i = 0; i < count; ++i) {
        const double x = random.uniform(0, kSide - 100.0), y = random.uniform(0, kSide - 100.0);
        if (i % 2 == 0) {
            shapes.push_back({{}, label, annotation::Box{x, y, 80, 60}});
            continue;
        }
        annotation::Polygon ring;
        for (int vertex = 0; vertex < 20; ++vertex)
            ring.points.push_back(
                {x + 40 + 40 * std::cos(vertex * 0.314), y + 40 + 40 * std::sin(vertex * 0.314)});
        shapes.push_back({{}, label, std::move(ring)});
    }
    return shapes;
}

struct Hands {
    ui::ShapeCanvas& canvas;

    void send(QEvent::Type type, QPointF at, Qt::MouseButton button, Qt::MouseButtons buttons) const {
        QMouseEvent event(type, at, canvas.mapToGlobal(at), button, buttons, {});
        QCoreApplication::sendEvent(&canvas, &event);
    }
    void press(QPointF at) const { send(QEvent::MouseButtonPress, at, Qt::LeftButton, Qt::LeftButton); }
    void drag(QPointF to) const { send(QEvent::MouseMove, to, Qt::NoButton, Qt::LeftButton); }
    void release(QPointF at) const { send(QEvent::MouseButtonRelease, at, Qt::LeftButton, Qt::NoButton); }
    void key(Qt::Key key) const {
        QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
        QCoreApplication::sendEvent(&canvas, &event);
    }
};

/// Until what was asked to be painted is; the window would wait a few milliseconds for more to come.
void paintNow() {
    QCoreApplication::sendPostedEvents();
    for (QWidget* window : QApplication::topLevelWidgets()) {
        QEvent paint(QEvent::UpdateRequest);
        QCoreApplication::sendEvent(window, &paint);
    }
    QCoreApplication::processEvents();
}

double milliseconds(const std::function<void(int)>& step) {
    std::vector<double> times;
    for (int i = 0; i < kRepeats; ++i) {
        const benchmark::Stopwatch watch;
        step(i);
        paintNow();
        times.push_back(watch.seconds() * 1000);
    }
    return benchmark::median(times);
}

project::Project* largeImage(ui::Studio& studio, const std::filesystem::path& folder) {
    QImage picture(kSide, kSide, QImage::Format_RGB32);
    for (int y = 0; y < kSide; ++y)
        for (int x = 0; x < kSide; ++x)
            reinterpret_cast<QRgb*>(picture.scanLine(y))[x] = qRgb(x & 255, y & 255, (x + y) & 255);
    if (!picture.save(QString::fromStdString((folder / "large.jpg").string())) ||
        !studio.createProject(folder / "large.graft", annotation::TaskKind::Segmentation))
        return nullptr;
    project::Project::NewImage image;
    image.record.path = (folder / "large.jpg").string();
    image.record.contentHash = "large";
    image.record.width = image.record.height = kSide;
    project::Project* project = studio.project();
    return project->addClass("cell") && project->addImages({image}) ? project : nullptr;
}

/// Of the last edit, and again redone.
double undoMilliseconds(project::Project& project) {
    std::vector<double> times;
    for (int i = 0; i < kRepeats; ++i) {
        const benchmark::Stopwatch watch;
        i % 2 == 0 ? project.undoStack().undo() : project.undoStack().redo();
        times.push_back(watch.seconds() * 1000);
    }
    return benchmark::median(times);
}

/// A shape is dragged, stored, and taken back.
void measureEdits(benchmark::Scorecard& card, project::Project& project, const Hands& hands,
                  const std::string& with) {
    hands.canvas.fit();
    hands.key(Qt::Key_V);
    const auto& shapes = project.shapes(project.images()[0].id);
    const annotation::Box box = annotation::boundingBox(shapes[shapes.size() / 2].geometry);
    const QPointF at = hands.canvas.viewFromImage({box.x + box.width / 2, box.y + box.height / 2});
    hands.press(at);
    card.atMost("a step of a drag, " + with, milliseconds([&](int i) { hands.drag(at + QPointF(4 + i, i)); }),
                kFrame, "ms");
    const benchmark::Stopwatch storing;
    hands.release(at + QPointF(30, 30));
    paintNow();
    card.figure("the move is stored and seen, " + with, storing.seconds() * 1000, "ms");
    card.atMost("undo or redo, " + with, undoMilliseconds(project), 10, "ms");
}

void measureShapes(benchmark::Scorecard& card, project::Project& project, const Hands& hands, int count) {
    if (!project.replaceShapes(project.images()[0].id, scattered(count, project.classes()[0].id)))
        return;
    const std::string with = std::to_string(count) + " shapes";
    hands.canvas.fit();
    paintNow();
    hands.key(Qt::Key_V);
    card.atMost("zooming a little, all in view, " + with,
                milliseconds([&](int i) { hands.canvas.zoomBy(i % 2 == 0 ? 1.01 : 1 / 1.01); }), kFrame,
                "ms");
    hands.canvas.fit();
    paintNow();
    card.atMost("the pointer moves, all in view, " + with, milliseconds([&](int i) {
                    hands.send(QEvent::MouseMove, {200.0 + i * 7, 200}, Qt::NoButton, Qt::NoButton);
                }),
                kFrame, "ms");
    hands.canvas.zoomBy(4);
    paintNow();
    card.atMost("zooming, " + with,
                milliseconds([&](int i) { hands.canvas.zoomBy(i % 2 == 0 ? 1.1 : 1 / 1.1); }), kFrame, "ms");
    hands.key(Qt::Key_Escape);
    card.atMost("panning, " + with, milliseconds([&](int i) {
                    hands.canvas.centreOn({4000.0 + (i % 2 == 0 ? 60 : -60), 4000.0 + i * 5});
                }),
                kFrame, "ms");
    measureEdits(card, project, hands, with);
}

void measureBrush(benchmark::Scorecard& card, project::Project& project, const Hands& hands) {
    hands.canvas.fit();
    hands.key(Qt::Key_Escape);
    hands.key(Qt::Key_R);
    paintNow();
    hands.press({200, 200});
    card.atMost("a step of a brush stroke on 8,000 × 8,000 until it is seen", milliseconds([&](int i) {
                    hands.drag({200.0 + i * 5, 200.0 + (i % 5) * 8});
                }),
                kFrame, "ms");
    const benchmark::Stopwatch storing;
    hands.release({400, 200});
    paintNow();
    card.atMost("the stroke is stored, among 10000 shapes", storing.seconds() * 1000, 2 * kFrame, "ms");
    card.atMost("and taken back", undoMilliseconds(project), 10, "ms");
}

} // namespace

int main(int argc, char** argv) {
    Q_INIT_RESOURCE(graft);
    QApplication application(argc, argv);
    const benchmark::ScratchFolder scratch;
    benchmark::Scorecard card;
    ui::theme::Theme theme;
    ui::Studio studio(zoo::Zoo({}, {scratch.path() / "store", {}, "npm"}));
    project::Project* project = largeImage(studio, scratch.path());
    if (!project) {
        std::fprintf(stderr, "the image could not be made\n");
        return 1;
    }
    ui::LabelPage page(studio);
    page.resize(1286, 720);
    page.show();
    page.entered();
    const benchmark::Stopwatch opening;
    while (!page.settled() && opening.seconds() < 60)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    card.figure("8,000 × 8,000 is shown", opening.seconds(), "s");
    const Hands hands{page.canvas()};
    for (const int count : {300, 3'000, 10'000})
        measureShapes(card, *project, hands, count);
    measureBrush(card, *project, hands);
    return card.exitCode();
}
