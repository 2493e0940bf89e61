#include "support/Support.h"
#include "ui/frame/MainWindow.h"
#include "ui/frame/PageStack.h"
#include "ui/frame/Studio.h"
#include "ui/theme/Theme.h"
#include "ui/train/RunQueue.h"
#include "ui/train/TrainingSession.h"

#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

// The same path as on the command line, by the window's own controls: real photographs, real weights.

using namespace graft;
using ui::PageId;

namespace {

constexpr int kImportMs = 180'000;
constexpr int kRunMs = 900'000;

} // namespace

class WindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFrozenBackboneLearnsAntsAndBees();

private:
    static void stopAmidTheSteps(ui::MainWindow& window, ui::Studio& studio, ui::TrainingSession& session);
    template <typename Widget>
    static Widget& find(QWidget& in, const char* name) {
        auto* found = in.findChild<Widget*>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return *found;
    }
};

void WindowTest::aFrozenBackboneLearnsAntsAndBees() {
    GRAFT_NEEDS_SHARED("data/hymenoptera_256");
    GRAFT_NEEDS_SHARED("weights/resnet50.keras_v1.safetensors");
    const test::TemporaryFolder folder;
    ui::theme::Theme theme;
    auto catalogue = zoo::ownCatalogue();
    QVERIFY(catalogue.ok());
    ui::Studio studio(zoo::Zoo(*catalogue, {folder / "store", test::sharedFolder() / "weights", "npm"}),
                      ui::Preferences(folder / "studio.ini"));
    ui::TrainingSession session;
    ui::MainWindow window(studio, session);
    window.resize(1366, 768);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));

    QVERIFY(studio.createProject(folder / "insects.graft", annotation::TaskKind::Classification).ok());
    const std::string photos = (test::sharedFolder() / "data/hymenoptera_256").string();
    studio.importSources({QString::fromStdString(photos)});
    QTRY_COMPARE_WITH_TIMEOUT(studio.project()->images().size(), std::size_t(397), kImportMs);
    QTRY_COMPARE_WITH_TIMEOUT(studio.project()->issues().size(), std::size_t(1), kImportMs); // the GIF

    window.showPage(PageId::Model);
    QTRY_VERIFY_WITH_TIMEOUT(window.findChild<QWidget*>("card:resnet50"), 20'000);
    auto& card = find<QWidget>(window, "card:resnet50");
    QTest::mouseClick(&card, Qt::LeftButton, {}, card.rect().center());
    auto& seed = find<QSpinBox>(window, "seed");

    double sum = 0;
    for (int run = 0; run < 5; ++run) {
        window.showPage(PageId::Model);
        seed.setValue(run);
        auto& train = find<QPushButton>(window, "modelPrimary");
        QTRY_VERIFY_WITH_TIMEOUT(train.isEnabled(), 20'000);
        QTest::mouseClick(&train, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(session.active(), kImportMs);
        QTRY_VERIFY_WITH_TIMEOUT(!session.active(), kRunMs);
        const ui::LiveRun& live = session.live();
        QVERIFY(live.ended == runs::State::Finished);
        QCOMPARE(live.options.model, std::string("resnet50"));
        QCOMPARE(live.options.freeze, std::string("all"));
        QCOMPARE(live.options.seed, std::uint64_t(run));
        QVERIFY(live.bestEpoch.has_value());
        const double accuracy = live.epochs[std::size_t(*live.bestEpoch - 1)].values.at("val_accuracy");
        qInfo("seed %d: validation accuracy %.4f at epoch %d", run, accuracy, *live.bestEpoch);
        sum += accuracy;
    }
    qInfo("mean validation accuracy %.4f", sum / 5);
    QVERIFY2(sum / 5 >= 0.94, qPrintable(QString::number(sum / 5)));

    QTRY_COMPARE(window.currentPage(), PageId::Train);
    QTRY_VERIFY(find<QLabel>(window, "trainHeadline").text().contains("right"));
    QTest::mouseClick(&find<QPushButton>(window, "trainPrimary"), Qt::LeftButton);
    QTRY_COMPARE(window.currentPage(), PageId::Evaluate);
    QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>(window, "headline").text().contains("153"), kRunMs);
    stopAmidTheSteps(window, studio, session);
}

/// All of the network learns, and Stop comes between two steps of a second each.
void WindowTest::stopAmidTheSteps(ui::MainWindow& window, ui::Studio& studio, ui::TrainingSession& session) {
    training::TrainingOptions options = session.live().options;
    options.recipe = "custom";
    options.freeze = "none";
    options.batch = 8;
    options.epochs = 5;
    window.showPage(PageId::Train);
    ui::RunQueue::of(studio, session).add(options);
    QTRY_VERIFY_WITH_TIMEOUT(session.live().step && session.live().step->step >= 3, kRunMs);
    QTest::mouseClick(&find<QPushButton>(window, "trainPrimary"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!session.active(), kRunMs);
    QVERIFY(session.live().ended == runs::State::Stopped);
}

int main(int argc, char** argv) {
    Q_INIT_RESOURCE(graft);
    QApplication application(argc, argv);
    WindowTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "WindowTest.moc"
