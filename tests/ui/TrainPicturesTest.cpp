#include "LearnFixture.h"
#include "ui/evaluate/ConfusionView.h"
#include "ui/evaluate/EvaluatePage.h"
#include "ui/model/CardGrid.h"
#include "ui/model/ModelPage.h"
#include "ui/train/RunLibrary.h"
#include "ui/train/TrainPage.h"
#include "ui/train/TrainingSession.h"
#include "workflow/Workflow.h"

#include <QCheckBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace graft;

namespace {

constexpr int kPatienceMs = 300'000;
/// What the frame leaves for a page at 1366 × 768.
constexpr QSize kPageSize{1294, 716};

std::vector<project::Project::NewImage> hymenoptera() {
    std::vector<project::Project::NewImage> images;
    const auto root = test::sharedFolder() / "data/hymenoptera_256";
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
        if (entry.path().extension() != ".jpg")
            continue;
        project::Project::NewImage image;
        image.record.path = entry.path().string();
        image.record.contentHash = entry.path().filename().string();
        image.record.split = entry.path().parent_path().parent_path().filename() == "train"
                                 ? annotation::Split::Train
                                 : annotation::Split::Validation;
        image.className = entry.path().parent_path().filename().string();
        images.push_back(std::move(image));
    }
    return images;
}

} // namespace

/// The three pages with real images and weights: the whole way, and pictures of it for a person to look at.
class TrainPicturesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }
    void fromTheModelToItsMistakes();

private:
    void picture(QWidget& page, const QString& name);
    std::unique_ptr<ui::theme::Theme> m_theme;
};

void TrainPicturesTest::picture(QWidget& page, const QString& name) {
    for (const auto scheme : {ui::theme::Scheme::Dark, ui::theme::Scheme::Light}) {
        m_theme->setScheme(scheme);
        QTest::qWait(60);
        test::keepPicture(page, name + (scheme == ui::theme::Scheme::Dark ? "-dark" : "-light"));
    }
}

void TrainPicturesTest::fromTheModelToItsMistakes() {
    GRAFT_NEEDS_SHARED("data/hymenoptera_256");
    GRAFT_NEEDS_SHARED("weights");
    test::TemporaryFolder folder;
    const auto real = zoo::Zoo::openDefault();
    QVERIFY2(real.ok(), real.ok() ? "" : real.error().message.c_str());
    ui::Studio studio(zoo::Zoo({real->entries().begin(), real->entries().end()},
                               {folder / "store", test::sharedFolder() / "weights", "npm"}));
    QVERIFY(studio.createProject(folder / "insects.graft", annotation::TaskKind::Classification).ok());
    QVERIFY(studio.project()->addImages(hymenoptera()).ok());
    ui::TrainingSession session;

    ui::ModelPage model(studio, session);
    QVERIFY(test::showAndWait(model, kPageSize));
    model.entered();
    auto* card = model.findChild<ui::CardGrid*>("cardGrid")->card("mobilenet_v3_small");
    QVERIFY(card);
    card->click();
    QTRY_VERIFY_WITH_TIMEOUT(model.settled(), kPatienceMs);
    picture(model, "model");
    model.findChild<QPushButton*>("recipeCustom")->click(); // Quick would be over before it could be seen
    model.findChild<QCheckBox*>("horizontal_flip")->setChecked(true);
    model.findChild<QCheckBox*>("rotation_degrees")->setChecked(true);
    model.findChild<QCheckBox*>("brightness")->setChecked(true);
    model.findChild<QToolButton*>("advancedToggle")->setChecked(true);
    model.findChild<QPushButton*>("allModels")->setChecked(true);
    QTRY_VERIFY_WITH_TIMEOUT(model.settled(), kPatienceMs);
    picture(model, "model-advanced");
    model.findChild<QSpinBox*>("epochs")->setValue(20);

    ui::TrainPage train(studio, session);
    QVERIFY(test::showAndWait(train, kPageSize));
    picture(train, "train-empty");
    model.findChild<QPushButton*>("modelPrimary")->click();
    QTRY_VERIFY_WITH_TIMEOUT(session.live().preparing.has_value() || session.live().step.has_value(),
                             kPatienceMs);
    picture(train, "train-preparing");
    QTRY_VERIFY_WITH_TIMEOUT(session.live().epochs.size() >= 4 || !session.active(), kPatienceMs);
    session.pause();
    QTest::qWait(300);
    picture(train, "train-running");
    session.unpause();
    QTRY_VERIFY_WITH_TIMEOUT(!session.active(), kPatienceMs);
    QTRY_VERIFY(train.settled());
    picture(train, "train-done");

    ui::EvaluatePage evaluate(studio, session);
    QVERIFY(test::showAndWait(evaluate, kPageSize));
    evaluate.entered();
    QTRY_VERIFY_WITH_TIMEOUT(evaluate.evaluation() && evaluate.settled(), kPatienceMs);
    QCOMPARE(evaluate.evaluation()->data.size(), 153u);
    QVERIFY(evaluate.evaluation()->summary.accuracy.value > 0.85);
    picture(evaluate, "evaluate");
    evaluate.findChild<ui::ConfusionView*>("confusionMatrix")->setCurrent(ui::ConfusionView::Cell{0, 0});
    QTRY_VERIFY_WITH_TIMEOUT(evaluate.settled(), kPatienceMs);
    picture(evaluate, "evaluate-cell");
    evaluate.findChild<QPushButton*>("testChoice")->click();
    picture(evaluate, "evaluate-ask");
}

QTEST_MAIN(TrainPicturesTest)
#include "TrainPicturesTest.moc"
