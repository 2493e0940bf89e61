#include "DataFixture.h"
#include "intake/Intake.h"
#include "ui/frame/ImageWatch.h"
#include "ui/issues/IssueTableModel.h"
#include "ui/issues/IssuesPage.h"
#include "ui/widgets/Widgets.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace graft;
using Severity = project::Issue::Severity;

namespace {

std::vector<project::Issue> someIssues() {
    return {{1, Severity::Note, "/photos/b.png", "was upright only after turning"},
            {2, Severity::Error, "/photos/a.png", "cannot be read: permission denied"},
            {3, Severity::Warning, "/scans/c.tif", "holds 12 pictures; the first is used"},
            {4, Severity::Error, "", "the table has no column of classes"}};
}

struct Page {
    explicit Page(int issues) : project(fixture.open({}, {})), page(fixture.studio) {
        std::vector<project::Issue> made;
        for (int i = 0; i < issues; ++i)
            made.push_back({0, Severity(i % 3), "/photos/image" + std::to_string(i) + ".png",
                            "problem number " + std::to_string(i)});
        if (const auto added = project.addIssues(made); !added)
            qFatal("%s", added.error().message.c_str());
        test::showAndWait(page);
        page.entered();
    }
    QTableView& table() { return *page.findChild<QTableView*>("issueTable"); }
    template <typename Widget>
    Widget& find(const char* name) {
        auto* found = page.findChild<Widget*>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return *found;
    }
    int shown() { return table().model()->rowCount(); }

    test::StudioFixture fixture;
    project::Project& project;
    ui::IssuesPage page;
};

} // namespace

class FrameIssuesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }

    void theModelKeepsTheRulesOfModels();
    void theModelShowsFileNamesAndProblems();
    void theFilterLooksIntoPathsAndProblems_data();
    void theFilterLooksIntoPathsAndProblems();
    void theWorstComeFirst();
    void anEmptyPageSaysWhatItIsFor();
    void dismissingTakesTheRowAndSelectsItsNeighbour();
    void manyAreDismissedWithoutHoldingTheWindow();
    void severitiesAreSwitchedOffAndOn();
    void allAreCopied();
    void goingThereIsForImagesOfTheProject();
    void theNewContentOfAChangedImageIsTakenOver();
    void theProjectGoesAndTheRowsGo();

private:
    std::unique_ptr<ui::theme::Theme> m_theme;
};

void FrameIssuesTest::theModelKeepsTheRulesOfModels() {
    ui::IssueTableModel model;
    ui::IssueFilter filter;
    filter.setSourceModel(&model);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester filterTester(&filter,
                                                QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setIssues(someIssues());
    filter.sort(ui::IssueTableModel::ProblemColumn);
    filter.setText("photos");
    model.setIssues({someIssues().front()});
    model.setIssues({});
    QCOMPARE(filter.rowCount(), 0);
}

void FrameIssuesTest::theModelShowsFileNamesAndProblems() {
    ui::IssueTableModel model;
    model.setIssues(someIssues());
    const auto cell = [&](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(cell(1, ui::IssueTableModel::SeverityColumn), QString("Error"));
    QCOMPARE(cell(1, ui::IssueTableModel::FileColumn), QString("a.png"));
    QCOMPARE(cell(1, ui::IssueTableModel::ProblemColumn), QString("cannot be read: permission denied"));
    QCOMPARE(model.index(1, ui::IssueTableModel::FileColumn).data(Qt::ToolTipRole).toString(),
             QString("/photos/a.png"));
    QVERIFY(cell(3, ui::IssueTableModel::FileColumn).isEmpty());
    QCOMPARE(model.count(Severity::Error), 2);
    QCOMPARE(ui::IssueTableModel::asText(someIssues()).split('\n').size(), 4);
    QVERIFY(ui::IssueTableModel::asText(someIssues()).contains("Warning\t/scans/c.tif\tholds 12 pictures"));
}

void FrameIssuesTest::theFilterLooksIntoPathsAndProblems_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("rows");
    QTest::newRow("nothing") << "" << 4;
    QTest::newRow("folder") << "photos" << 2;
    QTest::newRow("problem") << "PERMISSION" << 1;
    QTest::newRow("no match") << "xyz" << 0;
    QTest::newRow("no pattern") << ".*" << 0;
}

void FrameIssuesTest::theFilterLooksIntoPathsAndProblems() {
    QFETCH(QString, text);
    QFETCH(int, rows);
    ui::IssueTableModel model;
    ui::IssueFilter filter;
    filter.setSourceModel(&model);
    model.setIssues(someIssues());
    filter.setText(text);
    QCOMPARE(filter.rowCount(), rows);
}

void FrameIssuesTest::theWorstComeFirst() {
    Page fixture(6);
    QStringList severities;
    for (int row = 0; row < fixture.shown(); ++row)
        severities << fixture.table().model()->index(row, 0).data().toString();
    QCOMPARE(severities, (QStringList{"Error", "Error", "Warning", "Warning", "Note", "Note"}));
}

void FrameIssuesTest::anEmptyPageSaysWhatItIsFor() {
    Page fixture(0);
    auto& empty = fixture.find<ui::EmptyState>("issuesEmpty");
    QVERIFY(empty.isVisible());
    QVERIFY(!fixture.find<QPushButton>("copyIssues").isVisible());
    QSignalSpy going(&fixture.page, &ui::Page::goTo);
    empty.findChild<QPushButton*>()->click();
    QCOMPARE(going.size(), 1);
    QCOMPARE(going[0][0].value<ui::PageId>(), ui::PageId::Data);
}

void FrameIssuesTest::dismissingTakesTheRowAndSelectsItsNeighbour() {
    Page fixture(9);
    fixture.table().selectRow(4);
    const QString problem = fixture.find<QLabel>("issueProblem").text();
    QVERIFY(problem.startsWith("problem number"));
    QTest::keyClick(&fixture.table(), Qt::Key_Delete);
    QCOMPARE(fixture.shown(), 8);
    QCOMPARE(fixture.project.issues().size(), 8u);
    QCOMPARE(fixture.table().currentIndex().row(), 4);
    QVERIFY(fixture.find<QLabel>("issueProblem").text() != problem);
    QTest::keyClick(&fixture.table(), Qt::Key_Delete);
    QCOMPARE(fixture.shown(), 7);
}

void FrameIssuesTest::manyAreDismissedWithoutHoldingTheWindow() {
    Page fixture(100);
    fixture.table().selectAll();
    fixture.find<QPushButton>("issueDismiss").click();
    QVERIFY(!fixture.project.issues().empty()); // not in one go
    QTRY_VERIFY(fixture.project.issues().empty());
    QTRY_VERIFY(fixture.find<ui::EmptyState>("issuesEmpty").isVisible());
}

void FrameIssuesTest::severitiesAreSwitchedOffAndOn() {
    Page fixture(9);
    auto& notes = fixture.find<ui::Chip>("severity0");
    notes.activate();
    QCOMPARE(fixture.shown(), 6);
    notes.activate();
    QCOMPARE(fixture.shown(), 9);
    fixture.find<QLineEdit>("issueSearch").setText("image8");
    QCOMPARE(fixture.shown(), 1);
}

void FrameIssuesTest::allAreCopied() {
    Page fixture(5);
    fixture.find<QPushButton>("copyIssues").click();
    QCOMPARE(QGuiApplication::clipboard()->text().split('\n').size(), 5);
    fixture.table().selectRow(0);
    QTest::keyClick(&fixture.table(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text().split('\n').size(), 1);
}

void FrameIssuesTest::goingThereIsForImagesOfTheProject() {
    Page fixture(1);
    QVERIFY(fixture.project.addImages(test::recordsOnly(3)).ok());
    const auto path = fixture.project.absolutePath(fixture.project.images()[1]).string();
    QVERIFY(fixture.project.addIssues({{0, Severity::Error, path, "is missing now"}}).ok());
    QSignalSpy open(&fixture.page, &ui::IssuesPage::openInLabel);
    auto& go = fixture.find<QPushButton>("issueGo");
    for (int row = 0; row < 2; ++row) {
        fixture.table().selectRow(row);
        const bool ofImage = fixture.find<QLabel>("issueProblem").text() == "is missing now";
        QCOMPARE(go.isVisible(), ofImage);
        if (ofImage)
            go.click();
    }
    QCOMPARE(open.size(), 1);
    QCOMPARE(open[0][0].value<ImageId>().value, 2);
}

void FrameIssuesTest::theNewContentOfAChangedImageIsTakenOver() {
    Page fixture(1);
    const std::filesystem::path photo =
        std::filesystem::canonical(fixture.fixture.folder.path()) / "photo.png";
    const auto paint = [&photo](int width) {
        QImage picture(width, 20, QImage::Format_RGB32);
        picture.fill(Qt::red);
        picture.save(QString::fromStdString(photo.string()));
    };
    paint(30);
    QVERIFY(intake::importInto(fixture.project, {.sources = {photo}}, {}).ok());
    paint(50);
    ui::ImageWatch watch(fixture.fixture.studio);
    QTRY_COMPARE(fixture.project.issues().size(), 2u);
    QVERIFY(watch.settled());
    auto& takeOver = fixture.find<QPushButton>("issueTakeOver");
    for (int row = 0; row < 2; ++row) {
        fixture.table().selectRow(row);
        const bool changed =
            fixture.find<QLabel>("issueProblem").text().contains("changed since it was added");
        QCOMPARE(takeOver.isVisible(), changed);
        if (!changed)
            continue;
        takeOver.click();
        QTRY_COMPARE(fixture.project.images()[0].width, 50);
        QTRY_COMPARE(fixture.project.issues().size(), 1u);
        break;
    }
    QVERIFY(fixture.project.undoStack().undoText().contains("photo.png"));
    watch.look();
    QTRY_VERIFY(watch.settled());
    QCOMPARE(fixture.project.issues().size(), 1u);
}

void FrameIssuesTest::theProjectGoesAndTheRowsGo() {
    Page fixture(5);
    fixture.table().selectAll();
    fixture.fixture.studio.closeProject();
    QCOMPARE(fixture.shown(), 0);
    QVERIFY(!fixture.page.notReadyReason().isEmpty());
    QVERIFY(fixture.find<ui::EmptyState>("issuesEmpty").isVisible());
}

QTEST_MAIN(FrameIssuesTest)
#include "FrameIssuesTest.moc"
