// Drawing on the Label page: frames while zooming and hovering over 300, 3,000 and 10,000 shapes, a stroke
// and its undo on an image of 8,000 × 8,000.
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

/// Until what was asked to be painted is.
void paintNow() {
    QCoreApplication::sendPostedEvents();
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

void measureShapes(benchmark::Scorecard& card, project::Project& project, const Hands& hands, int count) {
    if (!project.replaceShapes(project.images()[0].id, scattered(count, project.classes()[0].id)))
        return;
    const std::string with = std::to_string(count) + " shapes";
    hands.canvas.fit();
    paintNow();
    hands.key(Qt::Key_V);
    card.figure("a frame of all of " + with, milliseconds([&](int) { hands.canvas.update(); }), "ms");
    hands.canvas.zoomBy(4);
    paintNow();
    card.atMost("a frame of zooming, " + with,
                milliseconds([&](int i) { hands.canvas.zoomBy(i % 2 == 0 ? 1.1 : 1 / 1.1); }), 50, "ms");
    card.figure("the pointer moves, " + with, milliseconds([&](int i) {
                    hands.send(QEvent::MouseMove, {200.0 + i * 7, 200}, Qt::NoButton, Qt::NoButton);
                }),
                "ms");
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
                16, "ms");
    const benchmark::Stopwatch storing;
    hands.release({400, 200});
    paintNow();
    card.figure("the stroke is stored", storing.seconds() * 1000, "ms");
    const benchmark::Stopwatch undoing;
    project.undoStack().undo();
    card.figure("and taken back", undoing.seconds() * 1000, "ms");
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
