// From the key to the next image on the screen, whole and sharp: over smears of 640 × 480 (BCCD) and
// photographs of 12 megapixels, forwards and back, with a short look at each, and as fast as the keys go.
#include "support/Scorecard.h"
#include "ui/frame/Studio.h"
#include "ui/label/LabelPage.h"
#include "ui/label/ShapeCanvas.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cstdio>
#include <random>

using namespace graft;

namespace {

constexpr int kSmears = 40, kPhotographs = 12;
constexpr QSize kTwelveMegapixels(4000, 3000);
constexpr double kBound = 100; ///< milliseconds
constexpr double kLook = 0.5;  ///< seconds at an image; nobody labels one faster

using Images = std::vector<project::Project::NewImage>;

project::Project::NewImage entryOf(const std::filesystem::path& file, QSize size) {
    project::Project::NewImage image;
    image.record.path = file.string();
    image.record.contentHash = file.filename().string();
    image.record.width = size.width();
    image.record.height = size.height();
    return image;
}

Images smears() {
    Images images;
    const auto folder = benchmark::sharedFolder() / "data/BCCD/JPEGImages";
    std::vector<std::filesystem::path> files(std::filesystem::directory_iterator(folder), {});
    std::ranges::sort(files);
    files.resize(std::min<std::size_t>(files.size(), kSmears));
    for (const auto& file : files)
        images.push_back(entryOf(file, {640, 480}));
    return images;
}

/// Blobs and grain: as hard to decode as what a camera gives.
Images photographs(const std::filesystem::path& folder) {
    Images images;
    std::mt19937 random(1);
    for (int i = 0; i < kPhotographs; ++i) {
        QImage picture(kTwelveMegapixels, QImage::Format_RGB32);
        picture.fill(qRgb(180, 150, 160));
        QPainter painter(&picture);
        painter.setPen(Qt::NoPen);
        for (int blob = 0; blob < 400; ++blob) {
            painter.setBrush(QColor::fromRgb(QRgb(random())));
            painter.drawEllipse(QPoint(int(random() % 4000), int(random() % 3000)), int(20 + random() % 150),
                                int(20 + random() % 150));
        }
        painter.end();
        for (int y = 0; y < picture.height(); ++y) {
            auto* line = reinterpret_cast<QRgb*>(picture.scanLine(y));
            for (int x = 0; x < picture.width(); ++x)
                line[x] ^= random() & 0x070707;
        }
        const auto file = folder / ("photograph" + std::to_string(i) + ".jpg");
        if (picture.save(QString::fromStdString(file.string()), "JPEG", 90))
            images.push_back(entryOf(file, kTwelveMegapixels));
    }
    return images;
}

void paintNow() {
    QCoreApplication::sendPostedEvents();
    for (QWidget* window : QApplication::topLevelWidgets()) {
        QEvent paint(QEvent::UpdateRequest);
        QCoreApplication::sendEvent(window, &paint);
    }
    QCoreApplication::processEvents();
}

void look(double seconds) {
    const benchmark::Stopwatch watch;
    while (watch.seconds() < seconds)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
}

/// Milliseconds until the image itself, not its thumbnail, is painted.
double press(ui::LabelPage& page, Qt::Key key) {
    const benchmark::Stopwatch watch;
    QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
    QCoreApplication::sendEvent(&page.canvas(), &event);
    while (!page.canvas().loaded() && watch.seconds() < 60)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
    paintNow();
    return watch.seconds() * 1000;
}

std::vector<double> walk(ui::LabelPage& page, Qt::Key key, int steps, double seconds) {
    std::vector<double> times;
    for (int i = 0; i < steps; ++i) {
        look(seconds);
        times.push_back(press(page, key));
    }
    return times;
}

void measure(benchmark::Scorecard& card, ui::Studio& studio, const std::filesystem::path& scratch,
             const std::string& name, const Images& images) {
    const int steps = int(images.size()) - 1;
    if (steps < 1 || !studio.createProject(scratch / (name + ".graft"), annotation::TaskKind::Detection) ||
        !studio.project()->addClass("cell") || !studio.project()->addImages(images))
        return card.passedOver(name, "the images could not be made a project");
    ui::LabelPage page(studio);
    page.resize(1286, 720);
    page.show();
    page.entered();
    const benchmark::Stopwatch opening;
    while (!page.settled() && opening.seconds() < 60)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    for (const auto& [way, key] : {std::pair("next", Qt::Key_D), std::pair("previous", Qt::Key_A)}) {
        const auto times = walk(page, key, steps, kLook);
        const std::string what = name + ": " + way + " image";
        card.figure(what + ", median", benchmark::median(times), "ms");
        card.atMost(what + ", slowest of " + std::to_string(steps), std::ranges::max(times), kBound, "ms");
    }
    card.figure(name + ": as fast as the keys go, median", benchmark::median(walk(page, Qt::Key_D, steps, 0)),
                "ms");
    page.hide();
    studio.closeProject();
}

} // namespace

int main(int argc, char** argv) {
    Q_INIT_RESOURCE(graft);
    QApplication application(argc, argv);
    const benchmark::ScratchFolder scratch;
    benchmark::Scorecard card;
    ui::theme::Theme theme;
    ui::Studio studio(zoo::Zoo({}, {scratch.path() / "store", {}, "npm"}),
                      ui::Preferences(scratch.path() / "studio.ini"));
    if (benchmark::sharedFolder().empty())
        card.passedOver("smears", "the shared data are not on this machine (GRAFT_SHARED)");
    else
        measure(card, studio, scratch.path(), "smears of 640 x 480", smears());
    measure(card, studio, scratch.path(), "photographs of 12 megapixels", photographs(scratch.path()));
    card.figure("memory", benchmark::residentMegabytes(), "MB");
    return card.exitCode();
}
