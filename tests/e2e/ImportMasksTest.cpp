#include "Graft.h"

#include <QImage>

// `graft import --format masks`, as a person uses it: first to see what would come, then for good.

using namespace graft;
using test::Answer;
using test::qtext;
namespace fs = std::filesystem;

namespace {

constexpr int kImages = 3, kWidth = 32, kHeight = 16;

constexpr int kThings = 1 + 2 + 3; ///< in all masks

/// A picture and its mask; in the mask one thing more than on the image before, numbered from one, each a
/// square of 4 × 4.
void paint(const fs::path& data, int image) {
    fs::create_directories(data / "image");
    fs::create_directories(data / "label");
    QImage picture(kWidth, kHeight, QImage::Format_RGB32);
    for (int y = 0; y < kHeight; ++y)
        for (int x = 0; x < kWidth; ++x)
            picture.setPixel(x, y, qRgb(x * 8, y * 16, image * 50));
    QImage mask(kWidth, kHeight, QImage::Format_Grayscale8);
    mask.fill(0);
    for (int thing = 1; thing <= image + 1; ++thing)
        for (int y = 0; y < 4; ++y)
            for (int x = 0; x < 4; ++x)
                mask.scanLine(4 + y)[8 * thing - 4 + x] = uchar(thing);
    const std::string name = std::to_string(image) + ".png";
    QVERIFY(picture.save(qtext(data / "image" / name)));
    QVERIFY(mask.save(qtext(data / "label" / name)));
}

QByteArray contentOf(const QString& project) {
    QFile file(project + "/project.sqlite");
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class ImportMasksTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<test::TemporaryFolder>();
        m_graft = std::make_unique<test::Graft>(*m_folder / "home");
        m_project = qtext(*m_folder / "cells.graft");
        m_data = qtext(*m_folder / "data");
        for (int image = 0; image < kImages; ++image)
            paint(*m_folder / "data", image);
        GRAFT_GOOD(m_graft->good({"create", m_project, "--task", "segmentation"}));
    }

    void whatTheNumbersStandFor_data() {
        QTest::addColumn<QString>("values");
        QTest::addColumn<QJsonObject>("shapes"); // class by class
        const QJsonObject things{{"object", kThings}};
        const QJsonObject classes{{"value 1", 3}, {"value 2", 2}, {"value 3", 1}};
        QTest::newRow("by themselves") << QString() << things;
        QTest::newRow("auto") << QStringLiteral("auto") << things;
        QTest::newRow("things") << QStringLiteral("things") << things;
        QTest::newRow("classes") << QStringLiteral("classes") << classes;
    }
    void whatTheNumbersStandFor() {
        QFETCH(QString, values);
        QFETCH(QJsonObject, shapes);
        QStringList command{"import", m_project, m_data, "--format", "masks"};
        if (!values.isEmpty())
            command << "--mask-values" << values;
        const auto before = contentOf(m_project);
        const Answer preview = m_graft->good(command + QStringList{"--dry-run"});
        GRAFT_GOOD(preview);
        QVERIFY(!before.isEmpty() && contentOf(m_project) == before); // to the last byte
        QCOMPARE(preview.json["dry_run"].toBool(), true);
        QCOMPARE(preview.json["images_added"].toInt(), kImages);
        QCOMPARE(preview.json["images_known"].toInt(), 0);
        QCOMPARE(preview.json["annotations_added"].toInt(), kThings);
        QCOMPARE(preview.json["class_shapes"].toObject(), shapes);
        QCOMPARE(preview.json["issues"].toArray().size(), 0);

        const Answer imported = m_graft->good(command);
        GRAFT_GOOD(imported);
        QCOMPARE(imported.json["images_added"].toInt(), kImages);
        QCOMPARE(imported.json["issues"].toArray().size(), 0);
        const Answer info = m_graft->good({"info", m_project});
        GRAFT_GOOD(info);
        QJsonObject stored;
        for (const QJsonValue labelClass : info.json["classes"].toArray())
            stored[labelClass["name"].toString()] = labelClass["shapes"].toInt();
        QCOMPARE(stored, shapes); // as was promised

        // Again: nothing is added twice, and a dry run knows it.
        for (const QStringList& more : {QStringList{"--dry-run"}, QStringList{}}) {
            const Answer again = m_graft->good(command + more);
            GRAFT_GOOD(again);
            QCOMPARE(again.json["images_added"].toInt(), 0);
            QCOMPARE(again.json["images_known"].toInt(), kImages);
            QCOMPARE(again.json["annotations_added"].toInt(), 0);
        }
        GRAFT_GOOD(m_graft->good({"check", m_project}));
    }

    void aPersonReadsWhatWouldBeAdded() {
        const Answer preview = m_graft->run({"import", m_project, m_data, "--format", "masks", "--dry-run"});
        GRAFT_GOOD(preview);
        QVERIFY2(preview.says("3 images would be added"), preview.output.constData());
        QVERIFY2(preview.says("Nothing was changed."), preview.output.constData());
    }

    void masksForImagesThatAreInTheProject() {
        GRAFT_GOOD(m_graft->good({"import", m_project, m_data + "/image"}));
        const Answer imported = m_graft->good(
            {"import", m_project, m_data + "/label", "--format", "masks", "--images", m_data + "/image"});
        GRAFT_GOOD(imported);
        QCOMPARE(imported.json["images_added"].toInt(), 0);
        QCOMPARE(imported.json["images_known"].toInt(), kImages);
        const Answer info = m_graft->good({"info", m_project});
        QCOMPARE(info.json["classes"].toArray().first().toObject()["shapes"].toInt(), kThings);
    }

    void whatDoesNotFitIsTold() {
        QImage small(4, 4, QImage::Format_Grayscale8);
        small.fill(1);
        QVERIFY(small.save(m_data + "/label/1.png"));
        for (const QStringList& more : {QStringList{"--dry-run"}, QStringList{}}) {
            const Answer answer =
                m_graft->good(QStringList{"import", m_project, m_data, "--format", "masks"} + more);
            GRAFT_GOOD(answer);
            QCOMPARE(answer.json["issues"].toArray().size(), 1);
            const QJsonObject issue = answer.json["issues"].toArray().first().toObject();
            QVERIFY(issue["path"].toString().endsWith("label/1.png"));
            QCOMPARE(answer.json["images_added"].toInt(), kImages); // the image itself comes
        }
    }

    void wrongUsageIsRefused() {
        const QStringList command{"import", m_project, m_data, "--format", "masks"};
        GRAFT_FAILS(m_graft->run(command + QStringList{"--mask-values", "colours"}), 2,
                    "--mask-values takes auto, classes or things, not “colours”.");
        GRAFT_FAILS(m_graft->run({"import", m_project + "x", m_data, "--format", "masks", "--dry-run"}), 1,
                    "");
        QVERIFY(m_graft->good({"info", m_project}).json["images"].toInt() == 0);
    }

    void realSlices() {
        GRAFT_NEEDS_SHARED("data/isbi_em/train");
        const QString slices = qtext(test::sharedFolder() / "data/isbi_em/train");
        const QStringList command{"import", m_project, slices, "--format", "masks"};
        const Answer preview = m_graft->good(command + QStringList{"--dry-run"});
        GRAFT_GOOD(preview);
        const Answer imported = m_graft->good(command);
        GRAFT_GOOD(imported);
        QCOMPARE(preview.json["images_added"], imported.json["images_added"]);
        const Answer info = m_graft->good({"info", m_project});
        for (const QJsonValue labelClass : info.json["classes"].toArray())
            QCOMPARE(labelClass["shapes"],
                     preview.json["class_shapes"].toObject()[labelClass["name"].toString()]);
    }

private:
    std::unique_ptr<test::TemporaryFolder> m_folder;
    std::unique_ptr<test::Graft> m_graft;
    QString m_project, m_data;
};

QTEST_MAIN(ImportMasksTest)
#include "ImportMasksTest.moc"
