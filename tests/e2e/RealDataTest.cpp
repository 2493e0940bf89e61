#include "Graft.h"

#include <set>

// Real images through the real program: a class with a single image, and a folder full of broken files.

using namespace graft;
using test::Answer;
using test::qtext;

class RealDataTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aClassWithOneImageIsTrainedAroundAndSaid();
    void brokenAndHostileImagesAreListed();
};

void RealDataTest::aClassWithOneImageIsTrainedAroundAndSaid() {
    GRAFT_NEEDS_SHARED("data/wbc_dataset1/class_labels.csv");
    const test::TemporaryFolder folder;
    const test::Graft graft(folder / "data", test::sharedWeights());
    const QString project = qtext(folder / "wbc.graft");
    GRAFT_GOOD(graft.good({"create", project}));
    const Answer imported =
        graft.good({"import", project, qtext(test::sharedFolder() / "data/wbc_dataset1/class_labels.csv"),
                    "--images", qtext(test::sharedFolder() / "data/wbc_dataset1/images_and_masks")});
    GRAFT_GOOD(imported);
    QCOMPARE(imported.json["images_added"].toInt(), 300);
    QCOMPARE(imported.json["annotations_added"].toInt(), 300);
    std::multiset<int> counts;
    for (const QJsonValue labelClass : graft.good({"info", project}).json["classes"].toArray())
        counts.insert(labelClass["images"].toInt());
    QCOMPARE(counts, (std::multiset<int>{1, 22, 48, 53, 176}));
    const Answer split = graft.good({"split", project});
    GRAFT_GOOD(split);
    QVERIFY2(!split.json["warnings"].toArray().isEmpty(), "a class of one image is not on every side");
    const Answer trained = graft.good(QStringList{"train", project} + test::quick(2));
    GRAFT_GOOD(trained);
    QVERIFY2(!trained.json["notes"].toArray().isEmpty(),
             "nothing is said of the class that cannot be measured");
    for (const char* side : {"val", "test"}) {
        const Answer evaluated = graft.good({"evaluate", project, "--split", side});
        GRAFT_GOOD(evaluated);
        QVERIFY(!evaluated.json["metrics"]["balanced_accuracy"]["value"].isNull());
    }
    GRAFT_GOOD(graft.good({"report", project, qtext(folder / "report.html")}));
}

void RealDataTest::brokenAndHostileImagesAreListed() {
    GRAFT_NEEDS_SHARED("data/robustness_pillow");
    const test::TemporaryFolder folder;
    const test::Graft graft(folder / "data");
    const QString project = qtext(folder / "broken.graft");
    GRAFT_GOOD(graft.good({"create", project}));
    const Answer imported =
        graft.good({"import", project, qtext(test::sharedFolder() / "data/robustness_pillow")}, 600);
    GRAFT_GOOD(imported);
    const int added = imported.json["images_added"].toInt(),
              issues = int(imported.json["issues"].toArray().size());
    QVERIFY2(added > 80, qPrintable(QString::number(added)));
    QVERIFY2(issues > 10, qPrintable(QString::number(issues)));
    for (const QJsonValue issue : imported.json["issues"].toArray())
        QVERIFY(!issue["problem"].toString().isEmpty());
    const Answer again =
        graft.good({"import", project, qtext(test::sharedFolder() / "data/robustness_pillow")}, 600);
    QCOMPARE(again.json["images_added"].toInt(), 0);
    QCOMPARE(again.json["images_known"].toInt(), added);
    GRAFT_GOOD(graft.good({"check", project}));
}

QTEST_GUILESS_MAIN(RealDataTest)
#include "RealDataTest.moc"
