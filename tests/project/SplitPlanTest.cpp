#include "Fixture.h"

#include "base/Random.h"
#include "project/SplitPlan.h"

#include <cmath>
#include <map>
#include <set>

using namespace graft;
using namespace graft::project;
using annotation::Split;
using annotation::TaskKind;

namespace {

std::map<ImageId, Split> sides(const SplitPlan& plan) {
    std::map<ImageId, Split> of;
    for (const auto& [image, split] : plan.assignment)
        of[image] = split;
    return of;
}

/// Images of each class on each side, by class name.
std::map<std::string, std::array<int, 4>> table(const Project& project, const SplitPlan& plan) {
    std::map<std::string, std::array<int, 4>> counts;
    for (const auto& [image, split] : plan.assignment) {
        const auto* label = project.labelClass(project.image(image)->label);
        ++counts[label ? label->name : ""][std::size_t(split)];
    }
    return counts;
}

bool warnsOf(const SplitPlan& plan, const std::string& sentence) {
    for (const std::string& warning : plan.warnings)
        if (warning.find(sentence) != std::string::npos)
            return true;
    for (const std::string& warning : plan.warnings)
        qWarning("%s", warning.c_str());
    return false;
}

SplitOptions options(double train, double validation, double test, std::uint64_t seed = 0) {
    return {.train = train, .validation = validation, .test = test, .seed = seed};
}

} // namespace

class SplitPlanTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_temporary = std::make_unique<test::TemporaryFolder>();
        m_project = *Project::create(*m_temporary / "p.graft", TaskKind::Classification);
    }
    void cleanup() { m_project.reset(); }

    void everyClassKeepsTheRatio_data() {
        QTest::addColumn<double>("train");
        QTest::addColumn<double>("validation");
        for (const auto& [train, validation] :
             {std::pair(0.7, 0.15), {0.8, 0.2}, {0.6, 0.2}, {0.34, 0.33}, {1.0, 0.0}})
            QTest::addRow("%g/%g", train, validation) << train << validation;
    }
    void everyClassKeepsTheRatio() {
        QFETCH(double, train);
        QFETCH(double, validation);
        const std::array ratio{0.0, train, validation, 1 - train - validation};
        int number = 0;
        for (int size : {4, 5, 7, 10, 23, 100, 41})
            for (int i = 0; i < size; ++i, ++number)
                QVERIFY(m_project
                            ->addImages({test::newImage(number, "class of " + std::to_string(size))}, "batch")
                            .ok());
        for (int i = 0; i < 13; ++i)
            QVERIFY(m_project->addImages({test::newImage(number++)}, "batch").ok());
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            const auto plan = planSplit(*m_project, options(train, validation, ratio[3], seed));
            QVERIFY(test::succeeded(plan));
            std::array<int, 4> whole{};
            for (const auto& [name, counts] : table(*m_project, *plan)) {
                const int size = counts[1] + counts[2] + counts[3];
                QCOMPARE(counts[0], 0);
                // A side that would get less than half an image gets one all the same, at the cost of the
                // others.
                for (std::size_t side = 1; side <= 3; ++side) {
                    const double wanted = ratio[side] * size;
                    QVERIFY2(std::abs(counts[side] - wanted) <= (size < 5 ? 1.5 : 1.0) + 1e-9,
                             qPrintable(QString("seed %1, %2: %3 on side %4")
                                            .arg(seed)
                                            .arg(name.c_str())
                                            .arg(counts[side])
                                            .arg(side)));
                    QCOMPARE(counts[side] > 0, ratio[side] > 1e-9);
                    whole[side] += counts[side];
                }
            }
            QCOMPARE((std::array{plan->train, plan->validation, plan->test}),
                     (std::array{whole[1], whole[2], whole[3]}));
            QCOMPARE(plan->train + plan->validation + plan->test, number);
        }
    }

    void roundingIsSharedOutOverManyClasses() {
        int number = 0;
        for (int c = 0; c < 20; ++c)
            QVERIFY(m_project->addImages(test::newImages(10, {"class " + std::to_string(c)}, 10 * number++))
                        .ok());
        const auto plan = *planSplit(*m_project, options(0.7, 0.15, 0.15));
        QCOMPARE((std::array{plan.train, plan.validation, plan.test}), (std::array{140, 30, 30}));
    }

    void groupsAndCopiesStayTogether() {
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            Random random(seed);
            auto project = *Project::create(*m_temporary / ("s" + std::to_string(seed) + ".graft"),
                                            TaskKind::Classification);
            auto images = test::newImages(200, {"a", "b", "c", ""});
            for (auto& image : images) {
                if (random.chance(0.5))
                    image.record.group = "patient " + std::to_string(random.below(30));
                if (random.chance(0.2))
                    image.record.contentHash = "copy " + std::to_string(random.below(20));
                if (random.chance(0.05)) {
                    image.record.split = Split(1 + random.below(3));
                    image.record.splitByHand = true;
                }
            }
            QVERIFY(project->addImages(images).ok());
            const auto plan = *planSplit(*project, options(0.6, 0.2, 0.2, seed));
            const auto of = sides(plan);
            std::map<std::string, std::set<Split>> together;
            for (const ImageRecord& image : project->images()) {
                QCOMPARE(of.contains(image.id), !image.splitByHand);
                if (!of.contains(image.id))
                    continue;
                if (!image.group.empty())
                    together["group " + image.group].insert(of.at(image.id));
                together["content " + image.contentHash].insert(of.at(image.id));
            }
            for (const auto& [name, on] : together)
                QVERIFY2(on.size() == 1, qPrintable(QString("seed %1: %2").arg(seed).arg(name.c_str())));
            QVERIFY(plan.groupsKeptWhole > 20);
            QCOMPARE(plan.duplicatesKeptTogether, int(project->duplicates().size()));
        }
    }

    void groupsOfEqualSizeKeepTheRatio() {
        auto images = test::newImages(120, {"a"});
        for (int i = 0; i < 120; ++i)
            images[std::size_t(i)].record.group = "g" + std::to_string(i / 6);
        QVERIFY(m_project->addImages(images).ok());
        const auto plan = *planSplit(*m_project, options(0.7, 0.15, 0.15, 3));
        QCOMPARE((std::array{plan.train, plan.validation, plan.test}), (std::array{84, 18, 18}));
        QCOMPARE(plan.groupsKeptWhole, 20);
    }

    void patientsWithSeveralClassesAreBalancedForEachClass() {
        // Ten patients with 8 a and 2 b each: any seven of them give both classes their 70 %.
        auto images = test::newImages(100, {"a", "a", "a", "a", "b"});
        for (int i = 0; i < 100; ++i)
            images[std::size_t(i)].record.group = "p" + std::to_string(i / 10);
        QVERIFY(m_project->addImages(images).ok());
        const auto plan = *planSplit(*m_project, options(0.6, 0.2, 0.2));
        const auto counts = table(*m_project, plan);
        QCOMPARE(counts.at("a"), (std::array{0, 48, 16, 16}));
        QCOMPARE(counts.at("b"), (std::array{0, 12, 4, 4}));
        QVERIFY(warnsOf(plan, "more than one class: 10"));
    }

    void theSeedDecides() {
        QVERIFY(m_project->addImages(test::newImages(60, {"a", "b"})).ok());
        const auto plan = [&](std::uint64_t seed) {
            return sides(*planSplit(*m_project, options(0.7, 0.15, 0.15, seed)));
        };
        QCOMPARE(plan(5), plan(5));
        QVERIFY(plan(5) != plan(6));
        const auto first = plan(5);
        QVERIFY(m_project->applySplit(planSplit(*m_project, options(0.7, 0.15, 0.15, 5))->assignment).ok());
        QCOMPARE(plan(5), first); // what was computed before has no say
        m_project = test::reopened(m_project);
        QCOMPARE(plan(5), first);
    }

    void whatWasSetByHandStaysAndDrawsItsGroupAlong() {
        auto images = test::newImages(30, {"a"});
        images[0].record.group = images[1].record.group = images[2].record.group = "patient";
        images[3].record.contentHash = images[4].record.contentHash;
        QVERIFY(m_project->addImages(images).ok());
        const auto id = [&](std::size_t i) { return m_project->images()[i].id; };
        QVERIFY(m_project->assignSplit({id(0)}, Split::Test).ok());
        QVERIFY(m_project->assignSplit({id(3)}, Split::Validation).ok());
        const auto plan = *planSplit(*m_project, options(0.8, 0.1, 0.1));
        const auto of = sides(plan);
        QVERIFY(!of.contains(id(0)));
        QCOMPARE(of.at(id(1)), Split::Test);
        QCOMPARE(of.at(id(2)), Split::Test);
        QCOMPARE(of.at(id(4)), Split::Validation);
        QCOMPARE((std::array{plan.train, plan.validation, plan.test}), (std::array{24, 3, 3}));
        QVERIFY(plan.warnings.empty());
    }

    void whatAFixedSideLeavesIsSharedInProportion_data() {
        QTest::addColumn<int>("images");
        QTest::addColumn<QString>("fixed"); // how many are put on training, validation, test by hand
        QTest::addColumn<QString>("ratio");
        QTest::addColumn<QString>("counts");
        QTest::addColumn<QString>("tooSmall"); // the side of which the plan warns
        const QString usual = "0.7 0.15 0.15";
        QTest::newRow("a large test side") << 100 << "0 0 40" << usual << "49 11 40"
                                           << "";
        QTest::newRow("a test side of its share") << 100 << "0 0 15" << usual << "70 15 15"
                                                  << "";
        QTest::newRow("a test side below its share") << 100 << "0 0 5" << usual << "70 15 15"
                                                     << "";
        QTest::newRow("a test side where none was wanted") << 100 << "0 0 40"
                                                           << "0.8 0.2 0"
                                                           << "48 12 40"
                                                           << "";
        QTest::newRow("a large training side") << 100 << "90 0 0" << usual << "90 5 5"
                                               << "validation test";
        QTest::newRow("two large sides") << 100 << "0 30 30" << usual << "40 30 30"
                                         << "";
        QTest::newRow("nearly everything") << 100 << "0 0 94" << usual << "5 1 94"
                                           << "training validation";
        QTest::newRow("everything") << 100 << "80 0 20" << usual << "80 0 20"
                                    << "validation";
    }
    void whatAFixedSideLeavesIsSharedInProportion() {
        QFETCH(int, images);
        QFETCH(QString, fixed);
        QFETCH(QString, ratio);
        QFETCH(QString, counts);
        QFETCH(QString, tooSmall);
        QVERIFY(m_project->addImages(test::newImages(images, {"a"})).ok());
        std::size_t next = 0;
        const QStringList byHand = fixed.split(' ');
        for (int side = 0; side < 3; ++side) {
            std::vector<ImageId> chosen;
            for (int i = 0; i < byHand[side].toInt(); ++i)
                chosen.push_back(m_project->images()[next++].id);
            QVERIFY(m_project->assignSplit(chosen, Split(1 + side)).ok());
        }
        const QStringList shares = ratio.split(' ');
        const auto plan =
            *planSplit(*m_project, options(shares[0].toDouble(), shares[1].toDouble(), shares[2].toDouble()));
        QCOMPARE(QString("%1 %2 %3").arg(plan.train).arg(plan.validation).arg(plan.test), counts);
        QStringList warned;
        for (const std::string& warning : plan.warnings)
            if (const auto said = QString::fromStdString(warning); said.startsWith("Only "))
                warned << said.section("side for ", 1).section(',', 0, 0);
        QCOMPARE(warned.join(' '), tooSmall);
    }

    void contradictionsByHandAreNamed() {
        auto images = test::newImages(20, {"a"});
        for (int i = 0; i < 4; ++i)
            images[std::size_t(i)].record.group = "patient";
        QVERIFY(m_project->addImages(images).ok());
        const auto id = [&](std::size_t i) { return m_project->images()[i].id; };
        QVERIFY(m_project->assignSplit({id(0), id(1)}, Split::Train).ok());
        QVERIFY(m_project->assignSplit({id(2)}, Split::Test).ok());
        const auto plan = *planSplit(*m_project, {});
        QCOMPARE(sides(plan).at(id(3)), Split::Train);
        QVERIFY(warnsOf(plan, "img_2.png was put into test by hand"));
    }

    void smallClassesGoToTrainingFirst_data() {
        QTest::addColumn<int>("images");
        QTest::addColumn<QString>("counts");
        QTest::addColumn<QString>("warning");
        QTest::newRow("one") << 1 << "1 0 0"
                             << "Class “basophil” has 1 image: it goes to training and cannot be evaluated.";
        QTest::newRow("two") << 2 << "1 1 0"
                             << "Class “basophil” has 2 images, too few for every side: none for test.";
        QTest::newRow("three") << 3 << "1 1 1"
                               << "";
    }
    void smallClassesGoToTrainingFirst() {
        QFETCH(int, images);
        QFETCH(QString, counts);
        QFETCH(QString, warning);
        QVERIFY(m_project->addImages(test::newImages(50, {"neutrophil"})).ok());
        QVERIFY(m_project->addImages(test::newImages(images, {"basophil"}, 100)).ok());
        for (std::uint64_t seed = 0; seed < 10; ++seed) {
            const auto plan = *planSplit(*m_project, options(0.7, 0.15, 0.15, seed));
            const auto row = table(*m_project, plan).at("basophil");
            QCOMPARE(QString("%1 %2 %3").arg(row[1]).arg(row[2]).arg(row[3]), counts);
            QCOMPARE(plan.warnings.size(), std::size_t(warning.isEmpty() ? 0 : 1));
            if (!warning.isEmpty())
                QCOMPARE(QString::fromStdString(plan.warnings[0]), warning);
        }
    }

    void aClassInOneGroupCannotBeEvaluated() {
        auto images = test::newImages(10, {"rare"}, 100);
        for (auto& image : images)
            image.record.group = "one patient";
        QVERIFY(m_project->addImages(test::newImages(50, {"usual"})).ok());
        QVERIFY(m_project->addImages(images).ok());
        QVERIFY(m_project->addClass("empty").ok());
        const auto plan = *planSplit(*m_project, {});
        QCOMPARE(table(*m_project, plan).at("rare")[1], 10);
        QVERIFY(warnsOf(plan, "Class “rare”: all its 10 images go to training"));
        QVERIFY(warnsOf(plan, "Class “empty” has no images."));
    }

    void refuses_data() {
        QTest::addColumn<double>("train");
        QTest::addColumn<double>("validation");
        QTest::addColumn<double>("test");
        QTest::newRow("too much") << 0.8 << 0.15 << 0.15;
        QTest::newRow("too little") << 0.5 << 0.1 << 0.1;
        QTest::newRow("negative") << 1.2 << -0.2 << 0.0;
        QTest::newRow("not a number") << std::nan("") << 0.5 << 0.5;
    }
    void refuses() {
        QFETCH(double, train);
        QFETCH(double, validation);
        QFETCH(double, test);
        QVERIFY(m_project->addImages(test::newImages(10)).ok());
        QVERIFY(!planSplit(*m_project, options(train, validation, test)).ok());
    }

    void anEmptyProjectIsASentence() { QVERIFY(!planSplit(*m_project, {}).ok()); }

private:
    std::unique_ptr<test::TemporaryFolder> m_temporary;
    std::unique_ptr<Project> m_project;
};

QTEST_GUILESS_MAIN(SplitPlanTest)
#include "SplitPlanTest.moc"
