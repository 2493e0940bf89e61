// Folds of a cross-validation: every image in one, classes shared out, what belongs together together.

#include "Fixture.h"

#include "project/Folds.h"

#include <map>
#include <set>

using namespace graft;
using namespace graft::project;
using annotation::Split;

class FoldsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_temporary = std::make_unique<test::TemporaryFolder>();
        m_project = *Project::create(*m_temporary / "p.graft", annotation::TaskKind::Classification);
    }
    void cleanup() { m_project.reset(); }

    void everyClassIsSharedOut_data() {
        QTest::addColumn<int>("count");
        for (const int count : {2, 3, 5, 10})
            QTest::addRow("%d", count) << count;
    }
    void everyClassIsSharedOut() {
        QFETCH(int, count);
        int number = 0;
        for (const int size : {23, 40, 7, 11})
            for (int i = 0; i < size; ++i)
                add(number++, "class of " + std::to_string(size), i % 3 ? Split::Train : Split::Validation);
        for (std::uint64_t seed = 0; seed < 10; ++seed) {
            const auto folds = planFolds(*m_project, count, seed);
            QVERIFY(test::succeeded(folds));
            QCOMPARE(folds->size(), std::size_t(number));
            std::map<ClassId, std::map<int, int>> counts;
            for (const auto& [image, fold] : *folds) {
                QVERIFY(fold >= 0 && fold < count);
                ++counts[m_project->image(image)->label][fold];
            }
            for (auto& [label, perFold] : counts) {
                int most = 0, least = 1000;
                for (int fold = 0; fold < count; ++fold) {
                    most = std::max(most, perFold[fold]);
                    least = std::min(least, perFold[fold]);
                }
                QVERIFY2(most - least <= 1, qPrintable(QString("%1 and %2").arg(most).arg(least)));
            }
            QVERIFY(*folds == *planFolds(*m_project, count, seed));
        }
        QVERIFY(*planFolds(*m_project, count, 1) != *planFolds(*m_project, count, 2));
    }

    void whatBelongsTogetherStaysTogether() {
        for (int i = 0; i < 90; ++i) {
            auto image = test::newImage(i, i % 2 ? "a" : "b");
            image.record.split = Split::Train;
            image.record.group = i < 60 ? "patient " + std::to_string(i / 5) : "";
            image.record.contentHash = i >= 80 ? "copy of one" : image.record.contentHash;
            QVERIFY(m_project->addImages({image}).ok());
        }
        const auto folds = planFolds(*m_project, 4, 9);
        QVERIFY(test::succeeded(folds));
        std::map<std::string, std::set<int>> foldsOf;
        for (const auto& [id, fold] : *folds) {
            const ImageRecord* image = m_project->image(id);
            foldsOf[image->group.empty() ? image->contentHash : image->group].insert(fold);
        }
        for (const auto& [name, of] : foldsOf)
            QVERIFY2(of.size() == 1, name.c_str());
    }

    void testImagesAndUnlabelledOnesStayOut() {
        add(0, "a", Split::Train);
        add(1, "b", Split::Validation);
        add(2, "a", Split::Test);
        add(3, "a", Split::None);
        add(4, "", Split::Train);
        const auto folds = planFolds(*m_project, 2, 0);
        QVERIFY(test::succeeded(folds));
        QCOMPARE(folds->size(), std::size_t(2));
    }

    void tooManyFoldsSaySo() {
        add(0, "a", Split::Train);
        add(1, "b", Split::Train);
        QVERIFY(!planFolds(*m_project, 3, 0).ok());
        QVERIFY(!planFolds(*m_project, 1, 0).ok());
        QVERIFY(planFolds(*m_project, 3, 0).error().message.find("there are 2") != std::string::npos);
    }

private:
    std::unique_ptr<test::TemporaryFolder> m_temporary;
    std::unique_ptr<Project> m_project;

    void add(int number, const std::string& className, Split split) {
        auto image = test::newImage(number, className);
        image.record.split = split;
        QVERIFY(m_project->addImages({image}, "batch").ok());
    }
};

QTEST_GUILESS_MAIN(FoldsTest)
#include "FoldsTest.moc"
