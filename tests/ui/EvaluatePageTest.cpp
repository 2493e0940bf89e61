#include "ui/evaluate/EvaluatePage.h"
#include "LearnFixture.h"
#include "ui/evaluate/ConfusionView.h"
#include "ui/evaluate/ModelExport.h"
#include "ui/train/RunLibrary.h"
#include "ui/train/TrainingSession.h"
#include "ui/widgets/Widgets.h"
#include "workflow/Workflow.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <filesystem>

using namespace graft;

namespace {

constexpr int kPatienceMs = 300'000;

struct Page : test::StudioFixture {
    Page() : page(studio, session) { test::showAndWait(page); }

    /// A project with one finished tiny run, evaluated.
    void openTrained() {
        open(test::stripedImages(folder.path(), 32), {});
        const auto input = workflow::prepareRun(*studio.project(), studio.zoo(), test::tinyOptions(1));
        QVERIFY2(input.ok(), input.ok() ? "" : input.error().message.c_str());
        const auto outcome = training::train(*input, studio.project()->runsFolder(), [](const auto&) {});
        QVERIFY2(outcome.ok(), outcome.ok() ? "" : outcome.error().message.c_str());
        runFolder = outcome->record.folder;
        ui::RunLibrary::of(studio).refresh();
        page.entered();
        QTRY_VERIFY_WITH_TIMEOUT(page.evaluation() && page.settled(), kPatienceMs);
    }
    template <typename Widget>
    Widget* find(const char* name) {
        auto* widget = page.findChild<Widget*>(QLatin1String(name));
        if (!widget)
            qFatal("no %s", name);
        return widget;
    }

    std::filesystem::path runFolder;
    ui::TrainingSession session;
    ui::EvaluatePage page;
};

} // namespace

class EvaluatePageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }
    void withoutARunItLeadsToTheModel();
    void theFiguresOfARunAreShown();
    void aCellOpensTheImagesBehindIt();
    void anImageOpensForLabelling();
    void theTestSideIsAskedFor();
    void aChangedLabelIsSaidAndMended();
    void aRenamedClassKeepsItsFigures();
    void aRemovedClassIsNamed();
    void theMatrixIsCopied();
    void theModelIsExported();
    void aDamagedCheckpointIsSaidInThePage();

private:
    std::unique_ptr<ui::theme::Theme> m_theme;
};

void EvaluatePageTest::withoutARunItLeadsToTheModel() {
    Page fixture;
    QVERIFY(!fixture.page.notReadyReason().isEmpty());
    fixture.open(test::stripedImages(fixture.folder.path(), 32), {});
    QTRY_VERIFY(fixture.page.settled());
    QVERIFY(!fixture.page.notReadyReason().isEmpty());
    QSignalSpy leads(&fixture.page, &ui::Page::goTo);
    fixture.find<ui::EmptyState>("evaluateEmpty")->findChild<QPushButton*>()->click();
    QCOMPARE(leads[0][0].value<ui::PageId>(), ui::PageId::Model);
    QVERIFY(!fixture.find<QPushButton>("reportButton")->isVisible());
}

void EvaluatePageTest::theFiguresOfARunAreShown() {
    Page fixture;
    fixture.openTrained();
    if (QTest::currentTestFailed())
        return;
    QCOMPARE(fixture.page.notReadyReason(), QString());
    QVERIFY(fixture.find<QLabel>("headline")->text().contains("4 validation images"));
    QVERIFY(fixture.find<QLabel>("interval")->text().contains("–"));
    QVERIFY(fixture.find<QPushButton>("reportButton")->isVisible());
    QCOMPARE(fixture.find<QPushButton>("saveButton")->menu()->actions().size(), 4);
    QVERIFY(std::filesystem::exists(fixture.runFolder / "evaluation-val.json"));
}

void EvaluatePageTest::aCellOpensTheImagesBehindIt() {
    Page fixture;
    fixture.openTrained();
    if (QTest::currentTestFailed())
        return;
    auto* matrix = fixture.find<ui::ConfusionView>("confusionMatrix");
    auto* images = fixture.find<QListView>("evaluatedImages");
    int shown = 0;
    for (int truth = 0; truth < 2; ++truth)
        for (int predicted = 0; predicted < 2; ++predicted) {
            matrix->setCurrent(ui::ConfusionView::Cell{truth, predicted});
            QCOMPARE(std::int64_t(images->model()->rowCount()),
                     fixture.page.evaluation()->confusion[std::size_t(truth)][std::size_t(predicted)]);
            shown += images->model()->rowCount();
        }
    QCOMPARE(shown, 4);
    QVERIFY(fixture.find<QLabel>("imagesTitle")->text().contains("standing"));
    fixture.find<QToolButton>("allMistakes")->click();
    QCOMPARE(matrix->current(), std::nullopt);
}

void EvaluatePageTest::anImageOpensForLabelling() {
    Page fixture;
    fixture.openTrained();
    if (QTest::currentTestFailed())
        return;
    auto* matrix = fixture.find<ui::ConfusionView>("confusionMatrix");
    auto* images = fixture.find<QListView>("evaluatedImages");
    for (int cell = 0; cell < 4 && images->model()->rowCount() == 0; ++cell)
        matrix->setCurrent(ui::ConfusionView::Cell{cell / 2, cell % 2});
    QVERIFY(images->model()->rowCount() > 0);
    QSignalSpy opened(&fixture.page, &ui::EvaluatePage::openInLabel);
    images->setCurrentIndex(images->model()->index(0, 0));
    QTest::keyClick(images, Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
}

void EvaluatePageTest::theTestSideIsAskedFor() {
    Page fixture;
    fixture.openTrained();
    if (QTest::currentTestFailed())
        return;
    fixture.find<QPushButton>("testChoice")->click();
    auto* ask = fixture.find<ui::EmptyState>("evaluateAsk");
    QVERIFY(ask->isVisible());
    QVERIFY(!std::filesystem::exists(fixture.runFolder / "evaluation-test.json"));
    ask->findChild<QPushButton*>()->click();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.page.settled() && fixture.page.evaluation()->split == "test",
                             kPatienceMs);
    QVERIFY(fixture.find<QLabel>("headline")->text().contains("4 test images"));
    fixture.find<QPushButton>("validationChoice")->click();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.page.settled() && fixture.page.evaluation()->split == "val",
                             kPatienceMs);
}

void EvaluatePageTest::aChangedLabelIsSaidAndMended() {
    Page fixture;
    fixture.openTrained();
    if (QTest::currentTestFailed())
        return;
    auto* stale = fixture.find<ui::InlineMessage>("staleMessage");
    QVERIFY(!stale->isVisible());
    const ImageId first{fixture.page.evaluation()->imageIds.front()};
    const auto& classes = fixture.studio.project()->classes();
    const ClassId before = fixture.studio.project()->image(first)->label;
    const ClassId other = classes[0].id == before ? classes[1].id : classes[0].id;
    QVERIFY(fixture.studio.project()->assignClass({first}, other).ok());
    QVERIFY(stale->isVisible());
    fixture.find<QToolButton>("evaluateAgain")->click();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.page.settled() && !stale->isVisible(), kPatienceMs);
}

void EvaluatePageTest::aRenamedClassKeepsItsFigures() {
    Page fixture;
    fixture.openTrained();
    if (QTest::currentTestFailed())
        return;
    project::Project& project = *fixture.studio.project();
    const auto confusion = fixture.page.evaluation()->confusion;
    QVERIFY(project.renameClass(project.classNamed("standing")->id, "upright").ok());
    QVERIFY(!fixture.find<ui::InlineMessage>("staleMessage")->isVisible());
    QCOMPARE(fixture.page.evaluation()->classes, (std::vector<std::string>{"lying", "upright"}));
    QVERIFY(fixture.find<QLabel>("imagesTitle")->isVisible());
    fixture.find<QToolButton>("copyMatrix")->click();
    QVERIFY(QGuiApplication::clipboard()->text().startsWith("truth \\ predicted\tlying\tupright\n"));
    fixture.find<QToolButton>("allMistakes")->click();
    ui::RunLibrary::of(fixture.studio).refresh();
    fixture.page.entered();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.page.settled(), kPatienceMs);
    QCOMPARE(fixture.page.evaluation()->confusion, confusion);
    QCOMPARE(fixture.page.evaluation()->classes[1], std::string("upright"));
}

void EvaluatePageTest::aRemovedClassIsNamed() {
    Page fixture;
    fixture.openTrained();
    if (QTest::currentTestFailed())
        return;
    project::Project& project = *fixture.studio.project();
    QVERIFY(project.removeClass(project.classNamed("standing")->id).ok());
    auto* stale = fixture.find<ui::InlineMessage>("staleMessage");
    QVERIFY(stale->isVisible());
    QVERIFY2(stale->text().contains("Removed from the project since this run was trained: standing."),
             qPrintable(stale->text()));
    project.undoStack().undo();
    QVERIFY(!stale->isVisible());
}

void EvaluatePageTest::theMatrixIsCopied() {
    Page fixture;
    fixture.openTrained();
    if (QTest::currentTestFailed())
        return;
    fixture.find<QToolButton>("copyMatrix")->click();
    QVERIFY(QGuiApplication::clipboard()->text().startsWith("truth \\ predicted\tlying\tstanding\n"));
}

void EvaluatePageTest::theModelIsExported() {
    Page fixture;
    fixture.openTrained();
    if (QTest::currentTestFailed())
        return;
    QVERIFY(fixture.find<QPushButton>("exportButton")->isVisible());
    const auto run = runs::readRun(fixture.runFolder);
    QVERIFY(run.ok());
    auto* message = fixture.find<ui::InlineMessage>("exportMessage");
    QVERIFY(!message->isVisible());
    const auto file = fixture.folder / "model.onnx";
    auto& modelExport = fixture.page.modelExport();
    modelExport.write(*run, training::ExportFormat::Onnx, QString::fromStdString(file.string()));
    QVERIFY(modelExport.running() && message->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(fixture.page.settled(), kPatienceMs);
    QVERIFY2(message->kind() == ui::InlineMessage::Kind::Success, qPrintable(message->text()));
    QVERIFY(message->text().contains("model.onnx") && message->text().contains("4 images"));
    QCOMPARE(message->findChild<QPushButton*>()->text(), QStringLiteral("Show in folder"));
    QVERIFY(std::filesystem::exists(file));

    modelExport.write(*run, training::ExportFormat::Onnx, QStringLiteral("/nonexistent/model.onnx"));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.page.settled(), kPatienceMs);
    QVERIFY(message->kind() == ui::InlineMessage::Kind::Error);
    QVERIFY2(message->text().contains("does not exist"), qPrintable(message->text()));
}

void EvaluatePageTest::aDamagedCheckpointIsSaidInThePage() {
    Page fixture;
    fixture.openTrained();
    if (QTest::currentTestFailed())
        return;
    std::filesystem::resize_file(fixture.runFolder / "checkpoints" / "best.safetensors", 100);
    fixture.find<QToolButton>("evaluateAgain")->click();
    auto* message = fixture.find<ui::InlineMessage>("evaluateMessage");
    QTRY_VERIFY_WITH_TIMEOUT(message->isVisible(), kPatienceMs);
}

QTEST_MAIN(EvaluatePageTest)
#include "EvaluatePageTest.moc"
