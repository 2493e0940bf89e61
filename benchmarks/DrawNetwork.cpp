// The Model page's drawing of a network with all blocks open: frames while zooming, panning and walking, for
// the networks of most nodes.
#include "support/Scorecard.h"
#include "ui/network/NetworkView.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace graft;

namespace {

constexpr int kFrames = 120;
constexpr double kFrameMs = 1000.0 / 60;

void paintNow() {
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
}

struct Frames {
    double median = 0;
    double slowest = 0;
};

/// Milliseconds from what the hand does until it is painted.
Frames measure(const std::function<void(int)>& step) {
    std::vector<double> times;
    for (int i = 0; i < kFrames; ++i) {
        const benchmark::Stopwatch watch;
        step(i);
        paintNow();
        times.push_back(watch.seconds() * 1000);
    }
    return {benchmark::median(times), *std::max_element(times.begin(), times.end())};
}

bool openWhole(ui::NetworkView& view, const graph::Architecture& architecture) {
    view.setNetwork(architecture, 2, architecture.inputSize);
    view.openAll();
    const benchmark::Stopwatch patience;
    while (!view.settled() && patience.seconds() < 120)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    paintNow();
    return view.settled() && view.problem().isEmpty();
}

void wheel(ui::NetworkView& view, QPointF at, int notch) {
    QWheelEvent event(at, view.mapToGlobal(at), {}, {0, notch}, Qt::NoButton, Qt::ControlModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&view, &event);
}

void drag(ui::NetworkView& view, QEvent::Type type, QPointF at) {
    const bool moves = type == QEvent::MouseMove;
    QMouseEvent event(type, at, view.mapToGlobal(at), moves ? Qt::NoButton : Qt::MiddleButton,
                      type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::MiddleButton, {});
    QCoreApplication::sendEvent(&view, &event);
}

void report(benchmark::Scorecard& card, const std::string& what, const Frames& frames) {
    card.atMost(what, frames.median, kFrameMs, "ms");
    card.figure("  the slowest of them", frames.slowest, "ms");
}

void measureNetwork(benchmark::Scorecard& card, ui::NetworkView& view,
                    const graph::Architecture& architecture) {
    const std::string of =
        architecture.title + ", " + std::to_string(view.drawing().layout.boxes.size()) + " nodes";
    const QPointF middle(view.width() / 2.0, view.height() / 3.0);
    view.fit();
    report(card, "a frame of zooming in and out, " + of,
           measure([&](int i) { wheel(view, middle, i % 60 < 30 ? 60 : -60); }));
    view.fit();
    report(card, "a frame of the whole, " + of, measure([&](int) { view.update(); }));
    for (int notch = 0; notch < 12; ++notch)
        wheel(view, middle, 120);
    drag(view, QEvent::MouseButtonPress, middle);
    report(card, "a frame of panning, " + of,
           measure([&](int i) { drag(view, QEvent::MouseMove, middle + QPointF(i % 60, i % 20) * 4); }));
    drag(view, QEvent::MouseButtonRelease, middle);
    view.setCurrent(view.drawing().layout.boxes.front().part);
    report(card, "a step by arrow key, " + of, measure([&](int) {
               QKeyEvent event(QEvent::KeyPress, Qt::Key_Right, Qt::NoModifier);
               QCoreApplication::sendEvent(&view, &event);
           }));
}

} // namespace

int main(int argc, char** argv) {
    Q_INIT_RESOURCE(graft);
    QApplication application(argc, argv);
    ui::theme::Theme theme;
    theme.setReducedMotion(true);
    benchmark::Scorecard card;
    ui::NetworkView view;
    view.resize(1100, 640);
    view.show();
    for (const char* name : {"resnet50", "resnet152", "densenet121"}) {
        const graph::Architecture& architecture = *graph::findArchitecture(name);
        if (!openWhole(view, architecture)) {
            std::fprintf(stderr, "%s could not be drawn\n", name);
            return 1;
        }
        measureNetwork(card, view, architecture);
    }
    return card.exitCode();
}
