// Scrolling through 20,000 images in the real window: every thumbnail comes, memory stays bounded, the window
// answers.
#include "imaging/Decode.h"
#include "samples/BloodSmear.h"
#include "support/LongestPause.h"
#include "support/Scorecard.h"
#include "ui/data/GridView.h"
#include "ui/data/ThumbnailCache.h"
#include "ui/frame/MainWindow.h"
#include "ui/frame/PageStack.h"
#include "ui/frame/Studio.h"
#include "ui/theme/Theme.h"
#include "ui/train/TrainingSession.h"

#include <QApplication>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <fstream>

using namespace graft;

namespace {

constexpr int kImages = 20'000;
constexpr int kPictures = 200; // painted; the files are made different by bytes behind the picture
constexpr int kSide = 512;

bool paint(const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    for (int picture = 0; picture < kPictures; ++picture) {
        const auto kind = samples::CellKind(picture % 3);
        const auto jpeg =
            imaging::encodeJpeg(samples::paintCloseUp(kind, kSide, std::uint64_t(picture + 1)).image, 85);
        if (!jpeg)
            return false;
        for (int copy = picture; copy < kImages; copy += kPictures) {
            std::ofstream file(folder / ("cell_" + std::to_string(copy) + ".jpg"), std::ios::binary);
            file.write(reinterpret_cast<const char*>(jpeg->data()), std::streamsize(jpeg->size()));
            file << copy;
        }
    }
    return true;
}

/// The most memory at any turn of the event loop.
class MostMemory : public QObject {
public:
    MostMemory() {
        connect(&m_tick, &QTimer::timeout, this,
                [this] { m_most = std::max(m_most, benchmark::residentMegabytes()); });
        m_tick.start(5);
    }
    double megabytes() const { return m_most; }

private:
    QTimer m_tick;
    double m_most = 0;
};

template <typename Done>
bool turnUntil(const Done& done, double seconds) {
    const benchmark::Stopwatch watch;
    while (!done() && watch.seconds() < seconds)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    return done();
}

void rest(double seconds) {
    turnUntil([] { return false; }, seconds);
}

} // namespace

int main(int argc, char** argv) {
    Q_INIT_RESOURCE(graft);
    QApplication application(argc, argv);
    const benchmark::ScratchFolder scratch;
    benchmark::Scorecard card;
    if (!paint(scratch.path() / "cells")) {
        std::fprintf(stderr, "the images could not be made\n");
        return 1;
    }
    ui::theme::Theme theme;
    const auto catalogue = zoo::ownCatalogue();
    if (!catalogue)
        return 1;
    ui::Studio studio(zoo::Zoo(*catalogue, {scratch.path() / "store", {}, "npm"}),
                      ui::Preferences(scratch.path() / "studio.ini"));
    ui::TrainingSession session;
    ui::MainWindow window(studio, session);
    window.resize(1366, 768);
    window.show();
    if (!studio.createProject(scratch.path() / "cells.graft", annotation::TaskKind::Classification))
        return 1;
    const benchmark::Stopwatch importing;
    {
        const benchmark::LongestPause pause;
        const MostMemory memory;
        studio.importSources({QString::fromStdString((scratch.path() / "cells").string())});
        if (!turnUntil([&] { return studio.project()->images().size() == kImages; }, 600)) {
            std::fprintf(stderr, "the import did not end\n");
            return 1;
        }
        card.figure("importing 20,000 JPEG files in the window", importing.seconds(), "s");
        card.atMost("longest pause of the window while importing", pause.milliseconds(), 100, "ms");
        card.atMost("most memory while importing", memory.megabytes(), 600, "MB");
    }
    window.showPage(ui::PageId::Data);
    rest(1);
    auto* grid = window.findChild<ui::GridView*>();
    if (!grid)
        return 1;
    QScrollBar* bar = grid->verticalScrollBar();
    const ui::ThumbnailCache& thumbnails = ui::ThumbnailCache::of(studio);
    const auto shown = [&] { return grid->settled() && thumbnails.idle(); };
    const benchmark::LongestPause pause;
    const MostMemory memory;
    const benchmark::Stopwatch scrolling;
    for (int y = bar->minimum(); y < bar->maximum(); y += bar->pageStep()) {
        bar->setValue(y);
        turnUntil(shown, 10);
    }
    card.figure("scrolling through all of them, page by page", scrolling.seconds(), "s");
    card.atLeast("thumbnails that came", thumbnails.decoded(), kImages, "");
    for (int jump = 0; jump < 200; ++jump) { // the handle dragged at random
        bar->setValue(int((std::int64_t(jump) * 7919) % std::max(1, bar->maximum())));
        rest(0.01);
    }
    turnUntil(shown, 10);
    card.atMost("longest pause of the window while scrolling", pause.milliseconds(), 100, "ms");
    card.atMost("most memory while scrolling", memory.megabytes(), 600, "MB");
    return card.exitCode();
}
