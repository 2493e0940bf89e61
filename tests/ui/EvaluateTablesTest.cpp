#include "LearnFixture.h"
#include "ui/evaluate/ClassTableModel.h"
#include "ui/evaluate/EvaluatedImages.h"
#include "ui/evaluate/EvaluationRequest.h"
#include "ui/evaluate/EvaluationText.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace graft;
namespace text = ui::evaluation_text;

namespace {

/// Five images: two right, one a mild mistake, one a bad one, one right of a class with a comma.
training::Evaluation small() {
    return test::evaluationOf({"ants", "bees, \"wild\""}, {0, 0, 1, 0, 1},
                              {0.9F, 0.1F, 0.8F, 0.2F, 0.45F, 0.55F, 0.01F, 0.99F, 0.6F, 0.4F});
}

} // namespace

class EvaluateTablesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }
    void theHeadlineCarriesItsInterval();
    void theMatrixIsCopiedAsCountsAndAsShares();
    void csvFieldsAreQuotedWhereTheyMustBe_data();
    void csvFieldsAreQuotedWhereTheyMustBe();
    void csvOfClassesHasEveryInterval();
    void csvOfImagesHasARowForEach();
    void mistakesComeWorstFirst();
    void aCellShowsTheImagesBehindIt();
    void theClassTableKeepsTheModelsRules();
    void itemsFollowTheClassesOfTheRun();
    void aChangedLabelMakesAnEvaluationStale();

private:
    std::unique_ptr<ui::theme::Theme> m_theme;
};

void EvaluateTablesTest::theHeadlineCarriesItsInterval() {
    auto evaluation = small();
    QCOMPARE(text::headline(evaluation), QString::fromUtf8("60.0\u202f% of 5 validation images right"));
    QCOMPARE(text::interval(evaluation.summary.accuracy),
             QString::fromUtf8("23.1–88.2\u202f%")); // Wilson, 3 of 5
    evaluation.split = "test";
    QVERIFY(text::headline(evaluation).contains("test images"));
    QVERIFY(text::furtherFigures(evaluation).contains("AUROC"));
}

void EvaluateTablesTest::theMatrixIsCopiedAsCountsAndAsShares() {
    const QStringList counts = text::matrixTsv(small(), false).split('\n', Qt::SkipEmptyParts);
    QCOMPARE(counts,
             (QStringList{"truth \\ predicted\tants\tbees, \"wild\"", "ants\t2\t1", "bees, \"wild\"\t1\t1"}));
    const QStringList shares = text::matrixTsv(small(), true).split('\n', Qt::SkipEmptyParts);
    QCOMPARE(shares[1], QString("ants\t0.666667\t0.333333"));
    QVERIFY(text::matrixCsv(small()).contains("\"bees, \"\"wild\"\"\",1,1"));
}

void EvaluateTablesTest::csvFieldsAreQuotedWhereTheyMustBe_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("written");
    QTest::newRow("plain") << "ants"
                           << "ants";
    QTest::newRow("comma") << "a,b"
                           << "\"a,b\"";
    QTest::newRow("quote") << "a\"b"
                           << "\"a\"\"b\"";
    QTest::newRow("line") << "a\nb"
                          << "\"a\nb\"";
    QTest::newRow("empty") << ""
                           << "";
}

void EvaluateTablesTest::csvFieldsAreQuotedWhereTheyMustBe() {
    QFETCH(QString, field);
    QFETCH(QString, written);
    QCOMPARE(text::csvField(field), written);
}

void EvaluateTablesTest::csvOfClassesHasEveryInterval() {
    const QStringList lines = text::classesCsv(small()).split('\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0].count(','), 10);
    QVERIFY(lines[1].startsWith("ants,3,0.666666667,"));
    QVERIFY(lines[2].startsWith("\"bees, \"\"wild\"\"\",2,0.5,"));
}

void EvaluateTablesTest::csvOfImagesHasARowForEach() {
    const QStringList lines = text::imagesCsv(small()).split('\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 6);
    QCOMPARE(lines[0], QString("path,truth,predicted,loss,p_ants,\"p_bees, \"\"wild\"\"\""));
    QVERIFY2(lines[4].startsWith("photos/image4.png,ants,\"bees, \"\"wild\"\"\",4.6"), qPrintable(lines[4]));
}

void EvaluateTablesTest::mistakesComeWorstFirst() {
    ui::EvaluatedImages model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setEvaluation(small());
    QCOMPARE(model.ids(), (std::vector<ImageId>{{4}, {5}}));
    QCOMPARE(model.index(0).data().toString(), QString::fromUtf8("ants → bees, \"wild\""));
    QVERIFY(model.index(0).data(ui::EvaluatedImages::CertaintyRole).toString().contains("99.0"));
    QCOMPARE(model.index(0).data(ui::EvaluatedImages::FileRole).toString(), QString("image4.png"));
    QVERIFY(!model.index(0).data(Qt::AccessibleTextRole).toString().isEmpty());
}

void EvaluateTablesTest::aCellShowsTheImagesBehindIt() {
    ui::EvaluatedImages model;
    model.setEvaluation(small());
    model.showCell(ui::EvaluatedImages::Cell{0, 0});
    QCOMPARE(model.ids(), (std::vector<ImageId>{{2}, {1}})); // the least certain first
    model.showCell(ui::EvaluatedImages::Cell{0, 1});
    QCOMPARE(model.ids(), (std::vector<ImageId>{{4}}));
    model.showCell(std::nullopt);
    QCOMPARE(model.rowCount(), 2);
    model.setEvaluation({});
    QCOMPARE(model.rowCount(), 0);
}

void EvaluateTablesTest::theClassTableKeepsTheModelsRules() {
    ui::ClassTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setEvaluation(small());
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, ui::ClassTableModel::Support).data().toString(), QString("3"));
    QVERIFY(model.index(0, ui::ClassTableModel::Recall).data().toString().startsWith("66.7"));
    QVERIFY(model.index(0, ui::ClassTableModel::Recall)
                .data(ui::ClassTableModel::IntervalRole)
                .toString()
                .startsWith("20.8"));
    QVERIFY(!model.headerData(ui::ClassTableModel::F1, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
}

void EvaluateTablesTest::itemsFollowTheClassesOfTheRun() {
    ui::EvaluationRequest request;
    request.classes = {{{1}, "ants"}, {{2}, "bees"}, {{3}, "wasps"}};
    request.items = {{1, "a", "", 0}, {2, "b", "", 1}, {3, "c", "", 2}};
    const auto items = ui::itemsForRun(request, {{"wasps", "emmets"}, {3, 1}}); // renamed since
    QCOMPARE(items.size(), 2u);
    QCOMPARE(items[0].id, std::int64_t(1));
    QCOMPARE(items[0].target, 1);
    QCOMPARE(items[1].target, 0);
}

void EvaluateTablesTest::aChangedLabelMakesAnEvaluationStale() {
    const auto evaluation = small();
    std::vector<dataset::Item> items;
    for (std::size_t i = 0; i < evaluation.imageIds.size(); ++i)
        items.push_back({evaluation.imageIds[i], "", "", evaluation.data.truth[i]});
    QVERIFY(ui::matches(evaluation, items));
    std::ranges::reverse(items);
    QVERIFY(ui::matches(evaluation, items));
    items.front().target = 1 - items.front().target;
    QVERIFY(!ui::matches(evaluation, items));
    items.front().target = 1 - items.front().target;
    items.pop_back();
    QVERIFY(!ui::matches(evaluation, items));
}

QTEST_MAIN(EvaluateTablesTest)
#include "EvaluateTablesTest.moc"
