// How long the window does not answer while a network learns and after Stop: the real window, the painted
// sample from random weights, and ants and bees from pretrained ones where they are at hand.
#include "support/LongestPause.h"
#include "support/Scorecard.h"
#include "ui/frame/MainWindow.h"
#include "ui/frame/PageStack.h"
#include "ui/frame/Studio.h"
#include "ui/theme/Theme.h"
#include "ui/train/RunQueue.h"
#include "ui/train/TrainingSession.h"
#include "workflow/Sample.h"

#include <QApplication>
#include <QPushButton>
#include <QTimer>

#include <cstdio>
#include <functional>
#include <stdexcept>
#include <vector>

using namespace graft;

namespace {

constexpr double kFrame = 50;     ///< milliseconds
constexpr double kPatience = 900; ///< seconds

void waitFor(const std::function<bool()>& happened, const char* what) {
    const benchmark::Stopwatch watch;
    QTimer tick; // with a time limit, processEvents() would not wait but spin, on a core that training needs
    tick.start(5);
    while (!happened()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        if (watch.seconds() > kPatience)
            throw std::runtime_error(std::string("this never came: ") + what);
    }
}

void rest(double seconds) {
    const benchmark::Stopwatch watch;
    waitFor([&] { return watch.seconds() > seconds; }, "the end of a rest");
}

class Observer {
public:
    explicit Observer(const std::filesystem::path& scratch, const std::vector<zoo::WeightsEntry>& catalogue)
        : m_studio(zoo::Zoo(catalogue, {scratch / "store", benchmark::sharedFolder() / "weights", "npm"}),
                   ui::Preferences(scratch / "studio.ini")),
          m_window(m_studio, m_session), m_scratch(scratch) {
        m_window.resize(1366, 768);
        m_window.show();
    }

    void openProject(const char* name, const std::filesystem::path& images, std::size_t count) {
        if (!m_studio.createProject(m_scratch / (std::string(name) + ".graft"),
                                    annotation::TaskKind::Classification))
            throw std::runtime_error("the project could not be made");
        m_studio.importSources({QString::fromStdString(images.string())});
        waitFor([&] { return m_studio.project()->images().size() == count; }, "the images");
    }

    /// A run to its end.
    void watch(const std::string& what, const training::TrainingOptions& options,
               benchmark::Scorecard& card) {
        m_window.showPage(ui::PageId::Train);
        const benchmark::LongestPause pause;
        start(options);
        waitFor([&] { return !m_session.active(); }, "its end");
        rest(1);
        expect(runs::State::Finished);
        card.atMost("longest pause, " + what, pause.milliseconds(), kFrame, "ms");
    }

    /// A run that is stopped between two steps.
    void watchStop(const std::string& what, const training::TrainingOptions& options,
                   benchmark::Scorecard& card) {
        m_window.showPage(ui::PageId::Train);
        const benchmark::LongestPause learning;
        start(options);
        waitFor([&] { return m_session.live().step && m_session.live().step->step >= 3; }, "a step");
        card.atMost("longest pause until Stop, " + what, learning.milliseconds(), kFrame, "ms");
        const benchmark::LongestPause stopping;
        m_window.findChild<QPushButton*>(QStringLiteral("trainPrimary"))->click();
        waitFor([&] { return !m_session.active(); }, "the end after Stop");
        rest(1);
        expect(runs::State::Stopped);
        card.atMost("longest pause from Stop on, " + what, stopping.milliseconds(), kFrame, "ms");
    }

private:
    ui::Studio m_studio;
    ui::TrainingSession m_session;
    ui::MainWindow m_window;
    std::filesystem::path m_scratch;

    void start(const training::TrainingOptions& options) {
        ui::RunQueue& queue = ui::RunQueue::of(m_studio, m_session);
        QString problem;
        const auto watching = QObject::connect(&queue, &ui::RunQueue::failed,
                                               [&problem](const QString& why) { problem = why; });
        queue.add(options);
        waitFor([&] { return m_session.active() || !problem.isEmpty(); }, "the run");
        QObject::disconnect(watching);
        if (!problem.isEmpty())
            throw std::runtime_error(problem.toStdString());
    }

    void expect(runs::State state) const {
        if (m_session.live().ended != state)
            throw std::runtime_error("the run ended in another way than it should");
    }
};

/// Of each kind of cell 40 images to learn from and 20 to check with; the folders say which.
constexpr std::size_t kCells = 3 * (40 + 20);
void paintCells(const std::filesystem::path& folder) {
    for (const auto& [name, options] : {std::pair("train", workflow::SampleOptions{40, 160, 1}),
                                        std::pair("val", workflow::SampleOptions{20, 160, 2})})
        if (const auto painted = workflow::paintSampleImages(folder / name, options); !painted)
            throw std::runtime_error(painted.error().message);
}

training::TrainingOptions fromScratch() {
    training::TrainingOptions options;
    options.recipe = "custom";
    options.model = "mobilenet_v3_small";
    options.weights = "none";
    options.freeze = "none";
    options.batch = 8;
    options.epochs = 2;
    return options;
}

training::TrainingOptions pretrained(const char* freeze) {
    training::TrainingOptions options = fromScratch();
    options.model = "resnet50";
    options.weights = "resnet50.keras_v1";
    options.freeze = freeze;
    options.epochs = 10;
    return options;
}

void measure(const std::filesystem::path& scratch, const std::vector<zoo::WeightsEntry>& catalogue,
             benchmark::Scorecard& card) {
    Observer observer(scratch, catalogue);
    paintCells(scratch / "cells");
    observer.openProject("cells", scratch / "cells", kCells);
    observer.watch("MobileNet v3 small learning as a whole", fromScratch(), card);
    observer.watchStop("MobileNet v3 small learning as a whole", fromScratch(), card);
    const auto ants = benchmark::sharedFolder() / "data/hymenoptera_256";
    if (benchmark::sharedFolder().empty() || !std::filesystem::exists(ants)) {
        card.passedOver("ants and bees with ResNet-50",
                        "the shared data are not on this machine (GRAFT_SHARED)");
        return;
    }
    observer.openProject("ants", ants, 397);
    observer.watch("ResNet-50, all frozen, ten epochs", pretrained("all"), card);
    observer.watchStop("ResNet-50 learning as a whole", pretrained("none"), card);
}

} // namespace

int main(int argc, char** argv) {
    Q_INIT_RESOURCE(graft);
    QApplication application(argc, argv);
    ui::theme::Theme theme;
    const auto catalogue = zoo::ownCatalogue();
    if (!catalogue)
        return 1;
    const benchmark::ScratchFolder scratch;
    benchmark::Scorecard card;
    try {
        measure(scratch.path(), *catalogue, card);
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "%s\n", failure.what());
        return 1;
    }
    return card.exitCode();
}
