#include "DataFixture.h"
#include "ui/data/ClassListModel.h"
#include "ui/data/ClassMark.h"
#include "ui/data/SplitTableModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace graft;
using test::StudioFixture;

class DataClassModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }
    void lettersTellClassesApart_data();
    void lettersTellClassesApart();
    void countsAndKeysFollowTheProject();
    void aNameInUseIsAnnouncedNotTaken();
    void renamingInPlaceIsOneUndoStep();
    void theSplitTableCountsEverySide();

private:
    std::unique_ptr<ui::theme::Theme> m_theme;
};

void DataClassModelTest::lettersTellClassesApart_data() {
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("letters");
    QTest::newRow("first letters") << QStringList{"ants", "bees"} << "AB";
    QTest::newRow("same first letter") << QStringList{"ant", "ape", "asp"} << "APS";
    QTest::newRow("no letter of its own left") << QStringList{"a", "a a", "aa"} << "ABC";
    QTest::newRow("other alphabets") << QStringList{QString::fromUtf8("öl"), QString::fromUtf8("жук")}
                                     << QString::fromUtf8("ÖЖ");
    QTest::newRow("digits") << QStringList{"1", "12"} << "12";
}

void DataClassModelTest::lettersTellClassesApart() {
    QFETCH(QStringList, names);
    QFETCH(QString, letters);
    std::vector<annotation::LabelClass> classes;
    for (const QString& name : names)
        classes.push_back({{std::int64_t(classes.size()) + 1}, name.toStdString(), 0, int(classes.size())});
    const ui::ClassMarks marks = ui::classMarks(classes);
    QString found;
    for (const auto& labelClass : classes)
        found += marks.at(labelClass.id).letter;
    QCOMPARE(found, letters);
}

void DataClassModelTest::countsAndKeysFollowTheProject() {
    StudioFixture fixture;
    auto& project = fixture.open(test::recordsOnly(7), {"ants", "bees"});
    ui::ClassListModel model;
    QAbstractItemModelTester tester(&model);
    model.setProject(&project);
    QObject::connect(&project, &project::Project::changed, &model, &ui::ClassListModel::refresh);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.unlabelled(), 7);

    const ClassId bees = project.classNamed("bees")->id;
    QVERIFY(project.assignClass({project.images()[0].id, project.images()[3].id}, bees).ok());
    QCOMPARE(model.data(model.index(1), ui::ClassListModel::CountRole).toInt(), 2);
    QCOMPARE(model.data(model.index(1), ui::ClassListModel::KeyRole).toInt(), 2);
    QCOMPARE(model.unlabelled(), 5);
    QCOMPARE(model.data(model.index(1), Qt::AccessibleTextRole).toString(),
             QStringLiteral("bees, key 2, 2 images"));

    QVERIFY(project.moveClass(bees, 0).ok());
    QCOMPARE(model.data(model.index(0), Qt::DisplayRole).toString(), QStringLiteral("bees"));
    QVERIFY(project.removeClass(bees).ok());
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.unlabelled(), 7);
    model.setProject(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void DataClassModelTest::aNameInUseIsAnnouncedNotTaken() {
    StudioFixture fixture;
    auto& project = fixture.open({}, {"ants", "bees"});
    ui::ClassListModel model;
    model.setProject(&project);
    QSignalSpy taken(&model, &ui::ClassListModel::nameTaken);
    QVERIFY(!model.setData(model.index(1), "ants", Qt::EditRole));
    QCOMPARE(taken.size(), 1);
    QCOMPARE(taken[0][0].value<ClassId>().value, project.classNamed("bees")->id.value);
    QCOMPARE(taken[0][1].value<ClassId>().value, project.classNamed("ants")->id.value);
    QVERIFY(!model.setData(model.index(1), "   ", Qt::EditRole));
    QVERIFY(project.classNamed("bees"));
}

void DataClassModelTest::renamingInPlaceIsOneUndoStep() {
    StudioFixture fixture;
    auto& project = fixture.open({}, {"ants", "bees"});
    ui::ClassListModel model;
    model.setProject(&project);
    const int before = project.undoStack().index();
    QVERIFY(model.setData(model.index(0), " termites ", Qt::EditRole));
    QVERIFY(project.classNamed("termites"));
    QCOMPARE(project.undoStack().index(), before + 1);
    project.undoStack().undo();
    QVERIFY(project.classNamed("ants"));
}

void DataClassModelTest::theSplitTableCountsEverySide() {
    StudioFixture fixture;
    auto& project = fixture.open(test::recordsOnly(10, {"ants", "bees", ""}), {});
    ui::SplitTableModel model;
    QAbstractItemModelTester tester(&model);
    std::vector<project::Project::SplitAssignment> assignment;
    for (int i = 0; i < 8; ++i)
        assignment.push_back({project.images()[std::size_t(i)].id,
                              i < 6 ? annotation::Split::Train : annotation::Split::Validation});
    QVERIFY(project.applySplit(assignment).ok());
    QVERIFY(project.assignSplit({project.images()[9].id}, annotation::Split::Test).ok());
    model.refresh(&project);

    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << model.data(model.index(row, column), Qt::DisplayRole).toString();
        lines << cells.join(u' ');
    }
    QCOMPARE(lines, (QStringList{"ants 2 1 1 0", "bees 2 1 0 0", "Unlabelled 2 0 0 1", "Total 6 2 1 1"}));
    QCOMPARE(model.byHand(), 1);
    QVERIFY(model.data(model.index(1, 3), Qt::ForegroundRole).isValid()); // no bee in test
    QVERIFY(!model.data(model.index(0, 3), Qt::ForegroundRole).isValid());
    QVERIFY(!model.data(model.index(1, 3), Qt::ToolTipRole).toString().isEmpty());
}

QTEST_MAIN(DataClassModelTest)
#include "DataClassModelTest.moc"
