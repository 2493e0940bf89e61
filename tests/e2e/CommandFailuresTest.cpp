#include "Graft.h"

#include "project/Project.h"

#include <unistd.h>

// What a person may do wrong, and what may be wrong with files and machines: a clear message, the right exit
// status, nothing lost.

using namespace graft;
using test::Answer;
using test::qtext;

class CommandFailuresTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void wrongUsage_data();
    void wrongUsage();
    void anExistingProjectIsNotTouched();
    void aProjectMustBeOne();
    void anEmptyFolderIsSaid();
    void aFileThatIsNoImageIsReportedAndSkipped();
    void aFolderWithoutPermissionIsSaid();
    void movedImagesAreFoundAgain();
    void trainingNeedsLabelsSplitsAndTwoClasses();
    void aClassWithoutTrainingImagesIsLeftOut();
    void aProjectFromANewerVersionIsRefused();
    void truncatedWeightsAreRefused();
    void weightsThatCannotBeFetchedAreSaid();
    void aProjectBeingWrittenIsLeftAlone();
    void anAbsentRunIsSaid();
    void anExportThatFailsIsSaid();
    void aDamagedCheckpointIsSaid();
    void aRunWithoutAModelStillGetsAReport();

private:
    QString painted(const char* name) const { return qtext(m_folder / "Painted images" / name); }
    QString emptyProject(const char* name) const {
        const QString project = qtext(m_folder / name);
        m_graft->good({"create", project});
        return project;
    }

    test::TemporaryFolder m_folder;
    std::unique_ptr<test::Graft> m_graft;
    QString m_project;
};

void CommandFailuresTest::initTestCase() {
    m_graft = std::make_unique<test::Graft>(m_folder / "data");
    m_project = qtext(m_folder / "Painted.graft");
    GRAFT_GOOD(m_graft->good({"sample", m_project, "--per-class", "6"}));
}

void CommandFailuresTest::wrongUsage_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const QStringList& arguments, const char* says) {
        QTest::newRow(name) << arguments << QByteArray(says);
    };
    row("no command", {}, "Every command takes --help");
    row("unknown command", {"fly"}, "no command “fly”");
    row("unknown option", {"info", "PROJECT", "--fly"}, "fly");
    row("no project", {"info"}, "Usage: graft info");
    row("one argument too many", {"info", "PROJECT", "more"}, "Usage: graft info");
    row("unknown task", {"create", "new.graft", "--task", "fly"}, "--task takes");
    row("unknown format", {"import", "PROJECT", "x", "--format", "fly"}, "--format takes");
    row("unknown split", {"import", "PROJECT", "x", "--split", "fly"}, "--split takes");
    row("broken expression", {"import", "PROJECT", "x", "--group", "("}, "no regular expression");
    row("shares of more than all", {"split", "PROJECT", "--train", "0.9", "--val", "0.9"}, "");
    row("a share that is no number", {"split", "PROJECT", "--train", "much"}, "--train takes a number");
    row("unknown model", {"train", "PROJECT", "--model", "fly"}, "no model “fly”");
    row("unknown weights", {"train", "PROJECT", "--weights", "fly"}, "no weights “fly”");
    row("weights of another model",
        {"train", "PROJECT", "--model", "resnet18", "--weights", "resnet50.keras_v1"}, "belong to resnet50");
    row("unknown block",
        {"train", "PROJECT", "--model", "resnet18", "--weights", "none", "--freeze", "layer9"}, "layer4");
    row("no epochs", {"train", "PROJECT", "--weights", "none", "--epochs", "0"}, "--epochs takes");
    row("a rate below nothing", {"train", "PROJECT", "--weights", "none", "--lr", "-1"}, "--lr takes");
    row("not a number", {"train", "PROJECT", "--weights", "none", "--lr", "nan"}, "--lr takes");
    row("unknown device", {"train", "PROJECT", "--weights", "none", "--device", "abacus"}, "abacus");
    row("unknown recipe", {"train", "PROJECT", "--weights", "none", "--recipe", "cake"}, "recommended");
    row("quick from scratch", {"train", "PROJECT", "--weights", "none", "--recipe", "quick"},
        "starts from pretrained weights");
    row("quick with epochs", {"train", "PROJECT", "--weights", "none", "--recipe", "quick", "--epochs", "3"},
        "decides --epochs itself");
    row("a rate for no block",
        {"train", "PROJECT", "--model", "resnet18", "--weights", "none", "--block-lr", "layer9=2"}, "layer4");
    row("a rate without a factor", {"train", "PROJECT", "--weights", "none", "--block-lr", "layer1"},
        "layer1=0.1,layer2=0.5");
    row("unknown optimiser", {"train", "PROJECT", "--weights", "none", "--optimiser", "adam"}, "adamw, sgd");
    row("unknown augmentation", {"train", "PROJECT", "--weights", "none", "--augment", "x-ray"},
        "none, photo, microscopy, radiology, trivialaugment");
    row("too strong a change", {"train", "PROJECT", "--weights", "none", "--blur", "99"},
        "--blur takes a number from 0 to 10");
    row("an input too small",
        {"train", "PROJECT", "--model", "inception_v3", "--weights", "none", "--size", "32"}, "size");
    row("options beside resume", {"train", "PROJECT", "--resume", "last", "--epochs", "3"},
        "leave out --epochs");
    row("an unknown side", {"evaluate", "PROJECT", "--split", "fly"}, "--split takes");
    row("predict without images", {"predict", "PROJECT"}, "at least one image");
    row("predict from both", {"predict", "--model", "x", "--run", "y", "z"}, "not both");
    row("an unknown export format", {"export", "PROJECT", "--to", "fly", "model"}, "--to takes one of onnx");
    row("an export that says no format", {"export", "PROJECT", "model.bin"}, "--to");
    row("the ending of another format", {"export", "PROJECT", "--to", "onnx", "model.pt"}, ".onnx");
    row("weights without a verb", {"weights", "fly"}, "graft weights list");
    row("fetch without a name", {"weights", "fetch"}, "graft weights list");
    row("fetch an unknown name", {"weights", "fetch", "resnet50"}, "Did you mean: resnet50.keras_v1");
    row("import without a name", {"weights", "import", "file"}, "--as NAME");
    row("a report of another kind", {"report", "PROJECT", "report.doc"}, ".html or .pdf");
}

void CommandFailuresTest::wrongUsage() {
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    arguments.replaceInStrings("PROJECT", m_project);
    const Answer answer = m_graft->run(arguments);
    GRAFT_FAILS(answer, 2, says.constData());
}

void CommandFailuresTest::anExistingProjectIsNotTouched() {
    GRAFT_FAILS(m_graft->run({"create", m_project}), 1, "Painted.graft");
    GRAFT_FAILS(m_graft->run({"sample", m_project}), 1, "Painted.graft");
    QCOMPARE(m_graft->good({"info", m_project}).json["images"].toInt(), 18);
    const Answer answer = m_graft->run({"create", m_project, "--json"});
    QCOMPARE(answer.code, 1);
    QVERIFY(answer.json.contains("error"));
}

void CommandFailuresTest::aProjectMustBeOne() {
    GRAFT_FAILS(m_graft->run({"check", qtext(m_folder / "absent.graft")}), 1,
                "absent.graft is not a project");
    for (const char* command : {"info", "split", "train", "evaluate"})
        GRAFT_FAILS(m_graft->run({command, qtext(m_folder / "absent.graft")}), 1, "does not exist");
    std::filesystem::create_directories(m_folder / "plain.graft");
    GRAFT_FAILS(m_graft->run({"info", qtext(m_folder / "plain.graft")}), 1, "not a project");
}

void CommandFailuresTest::anEmptyFolderIsSaid() {
    std::filesystem::create_directories(m_folder / "empty");
    const QString project = emptyProject("a.graft");
    GRAFT_FAILS(m_graft->run({"import", project, qtext(m_folder / "empty")}), 1, "empty");
    GRAFT_FAILS(m_graft->run({"import", project, qtext(m_folder / "absent")}), 1, "does not exist");
    GRAFT_FAILS(m_graft->run({"train", project, "--weights", "none"}), 1, "No image has a class yet");
}

void CommandFailuresTest::aFileThatIsNoImageIsReportedAndSkipped() {
    test::copyFolder(painted("neutrophil").toStdString(), m_folder / "mixed/neutrophil");
    test::write(m_folder / "mixed/neutrophil/letter.jpg", "Dear Sir or Madam");
    test::write(m_folder / "mixed/neutrophil/empty.png", "");
    const QString project = emptyProject("b.graft");
    const Answer imported = m_graft->good({"import", project, qtext(m_folder / "mixed")});
    GRAFT_GOOD(imported);
    QCOMPARE(imported.json["images_added"].toInt(), 6);
    QCOMPARE(imported.json["issues"].toArray().size(), 2);
    for (const QJsonValue issue : imported.json["issues"].toArray())
        QVERIFY(!issue["problem"].toString().isEmpty() && issue["path"].toString().contains("mixed"));
    QCOMPARE(m_graft->good({"info", project}).json["issues"].toArray().size(), 2);
}

void CommandFailuresTest::aFolderWithoutPermissionIsSaid() {
    if (::geteuid() == 0 && !m_graft->canBeNobody())
        QSKIP("root may read everything, and there is no setpriv to be somebody else");
    const std::filesystem::path locked = m_folder / "locked", open = m_folder / "open";
    std::filesystem::create_directories(locked);
    std::filesystem::create_directories(open);
    test::copyFolder(painted("neutrophil").toStdString(), locked / "neutrophil");
    std::filesystem::permissions(locked, std::filesystem::perms::none);
    for (const std::filesystem::path& folder : {m_folder.path(), open})
        std::filesystem::permissions(folder, std::filesystem::perms::all);
    const QString project = qtext(open / "c.graft");
    GRAFT_GOOD(m_graft->runAsNobody({"create", project}));
    GRAFT_FAILS(m_graft->runAsNobody({"import", project, qtext(locked)}), 1, "permission");
    GRAFT_FAILS(m_graft->runAsNobody({"import", project, qtext(locked / "neutrophil")}), 1, "permission");
    GRAFT_FAILS(m_graft->runAsNobody({"create", qtext(locked / "new.graft")}), 1, "permission");
    GRAFT_GOOD(m_graft->runAsNobody({"check", project}));
    std::filesystem::permissions(locked, std::filesystem::perms::owner_all);
}

void CommandFailuresTest::movedImagesAreFoundAgain() {
    const QString project = emptyProject("moved.graft");
    test::copyFolder(m_folder / "Painted images", m_folder / "before");
    GRAFT_GOOD(m_graft->good({"import", project, qtext(m_folder / "before")}));
    const auto info = m_graft->good({"info", project});
    std::filesystem::rename(m_folder / "before", m_folder / "after");
    const Answer missing = m_graft->run({"check", project, "--json"});
    QCOMPARE(missing.code, 1);
    QCOMPARE(missing.json["problems"].toArray().size(), 18);
    QVERIFY(!missing.json.contains("relinked"));

    const Answer vain =
        m_graft->run({"check", project, "--relink", qtext(m_folder / "moved.graft"), "--json"});
    QCOMPARE(vain.code, 1);
    QCOMPARE(vain.json["relinked"].toInt(-1), 0);
    GRAFT_FAILS(m_graft->run({"check", project, "--relink", "/nonexistent"}), 1, "/nonexistent");

    const Answer found = m_graft->good({"check", project, "--relink", qtext(m_folder / "after")});
    GRAFT_GOOD(found);
    QCOMPARE(found.json["relinked"].toInt(), 18);
    QVERIFY(found.json["ok"].toBool());
    QCOMPARE(m_graft->good({"info", project}).json["classes"], info.json["classes"]);
    GRAFT_GOOD(m_graft->good({"check", project}));
}

void CommandFailuresTest::trainingNeedsLabelsSplitsAndTwoClasses() {
    const QString project = emptyProject("d.graft");
    GRAFT_GOOD(m_graft->good({"import", project, qtext(m_folder / "Painted images")}));
    GRAFT_FAILS(m_graft->run({"train", project, "--weights", "none"}), 1, "is on the training side");
    const QString single = emptyProject("e.graft");
    test::copyFolder(painted("neutrophil").toStdString(), m_folder / "single/neutrophil");
    GRAFT_GOOD(m_graft->good({"import", single, qtext(m_folder / "single"), "--format", "folders"}));
    GRAFT_GOOD(m_graft->good({"split", single}));
    GRAFT_FAILS(m_graft->run({"train", single, "--weights", "none"}), 1, "Only the class “neutrophil”");
    const QString boxes = qtext(m_folder / "boxes.graft");
    GRAFT_GOOD(m_graft->good({"create", boxes, "--task", "detection"}));
    GRAFT_FAILS(m_graft->run({"train", boxes, "--weights", "none"}), 1, "classification only");
}

void CommandFailuresTest::aClassWithoutTrainingImagesIsLeftOut() {
    const QString project = emptyProject("f.graft");
    test::copyFolder(m_folder / "Painted images", m_folder / "two/train");
    test::copyFolder(m_folder / "Painted images", m_folder / "two/val");
    std::filesystem::remove_all(m_folder / "two/train/eosinophil");
    std::filesystem::create_directories(m_folder / "two/train/eosinophil");
    GRAFT_GOOD(m_graft->good({"import", project, qtext(m_folder / "two")}));
    const Answer trained = m_graft->good(QStringList{"train", project} + test::quick(1));
    GRAFT_GOOD(trained);
    QVERIFY2(trained.errors.contains("“eosinophil” has no training image"), trained.errors.constData());
    const Answer evaluated = m_graft->good({"evaluate", project});
    GRAFT_GOOD(evaluated);
    QCOMPARE(evaluated.json["classes"].toArray().size(), 2);
}

void CommandFailuresTest::aProjectFromANewerVersionIsRefused() {
    const QString project = emptyProject("g.graft");
    const auto tampered =
        test::runProgram("/usr/bin/python3", {"-c",
                                              "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); "
                                              "c.execute('PRAGMA user_version = 999'); c.commit(); c.close()",
                                              (project + "/project.sqlite").toStdString()});
    if (tampered.code != 0)
        QSKIP("there is no Python with SQLite on this machine");
    const QByteArray before = [&] {
        QFile file(project + "/project.sqlite");
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }();
    for (const QStringList& arguments :
         {QStringList{"info", project}, QStringList{"import", project, painted("neutrophil")},
          QStringList{"split", project}, QStringList{"train", project},
          QStringList{"check", project, "--repair"}})
        GRAFT_FAILS(m_graft->run(arguments), 1, "newer");
    QFile file(project + "/project.sqlite");
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll() == before);
}

void CommandFailuresTest::truncatedWeightsAreRefused() {
    GRAFT_NEEDS_SHARED("weights/mobilenet_v3_small.qvac_features.safetensors");
    const std::string name = "mobilenet_v3_small.qvac_features.safetensors";
    std::filesystem::create_directories(m_folder / "weights");
    std::filesystem::copy_file(test::sharedWeights() / name, m_folder / "weights" / name);
    std::filesystem::permissions(m_folder / "weights" / name, std::filesystem::perms::owner_all);
    std::filesystem::resize_file(m_folder / "weights" / name, 1'000'000);
    const test::Graft graft(m_folder / "other data", m_folder / "weights");
    const Answer trained =
        graft.run({"train", m_project, "--weights", "mobilenet_v3_small.qvac_features", "--json"});
    QCOMPARE(trained.code, 1);
    QVERIFY(trained.says("graft weights import FILE --as mobilenet_v3_small.qvac_features"));
    const Answer imported = graft.run({"weights", "import", qtext(m_folder / "weights" / name), "--as",
                                       "mobilenet_v3_small.qvac_features"});
    GRAFT_FAILS(imported, 1, "cannot be used as weights");
    QCOMPARE(m_graft->good({"info", m_project}).json["runs"].toArray().size(), 0);
}

void CommandFailuresTest::weightsThatCannotBeFetchedAreSaid() {
    const Answer trained = m_graft->run({"train", m_project});
    GRAFT_FAILS(trained, 1, "graft weights import FILE --as");
    QVERIFY(trained.says("--weights none"));
    GRAFT_FAILS(m_graft->run({"weights", "fetch", "resnet18.torchvision_v1"}), 1,
                "no network connection. Get https://");
}

void CommandFailuresTest::aProjectBeingWrittenIsLeftAlone() {
    const QString project = emptyProject("h.graft");
    auto holder = project::Project::open(project.toStdString()); // as the window does
    QVERIFY(holder.ok());
    const QByteArray process = "process " + QByteArray::number(::getpid());
    GRAFT_FAILS(m_graft->run({"import", project, painted("neutrophil")}), 1, process.constData());
    GRAFT_GOOD(m_graft->good({"info", project})); // reading goes on
    holder->reset();
    GRAFT_GOOD(m_graft->good({"import", project, painted("neutrophil")}));
}

void CommandFailuresTest::anAbsentRunIsSaid() {
    const QString project = emptyProject("i.graft");
    for (const QStringList& arguments :
         {QStringList{"evaluate", project}, QStringList{"predict", project, "x.png"},
          QStringList{"report", project, "x.html"}, QStringList{"train", project, "--resume", "last"}})
        GRAFT_FAILS(m_graft->run(arguments), 1, "has no run yet");
}

void CommandFailuresTest::anExportThatFailsIsSaid() {
    const std::filesystem::path readOnly = m_folder / "read only";
    std::filesystem::create_directories(readOnly);
    const QString file = qtext(readOnly / "model.onnx");
    GRAFT_FAILS(m_graft->run({"export", emptyProject("without a run.graft"), file}), 1, "no run yet");
    GRAFT_GOOD(m_graft->good(QStringList{"train", m_project} + test::quick(1)));
    GRAFT_FAILS(m_graft->run({"export", m_project, "--run", "absent", file}), 1, "no run “absent”");
    GRAFT_FAILS(m_graft->run({"export", m_project, qtext(m_folder / "nowhere" / "model.onnx")}), 1,
                "nowhere");
    if (::geteuid() != 0 || m_graft->canBeNobody()) {
        std::filesystem::permissions(m_folder.path(), std::filesystem::perms::all);
        std::filesystem::permissions(
            readOnly, std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec |
                          std::filesystem::perms::others_read | std::filesystem::perms::others_exec);
        GRAFT_FAILS(m_graft->runAsNobody({"export", m_project, qtext(readOnly / "model.onnx")}), 1,
                    "permission");
        std::filesystem::permissions(readOnly, std::filesystem::perms::owner_all);
    }
    QVERIFY(std::filesystem::is_empty(readOnly));
    test::write(m_folder / "rubbish.onnx", "Dear Sir or Madam");
    GRAFT_FAILS(m_graft->run({"predict", "--model", qtext(m_folder / "rubbish.onnx"), "x.png"}), 1,
                "no ONNX file");
}

void CommandFailuresTest::aDamagedCheckpointIsSaid() {
    const Answer trained = m_graft->good(QStringList{"train", m_project} + test::quick(1));
    GRAFT_GOOD(trained);
    const QString run = trained.json["run"].toString();
    const std::filesystem::path checkpoint =
        (m_project + "/runs/" + run + "/checkpoints/best.safetensors").toStdString();
    std::filesystem::resize_file(checkpoint, std::filesystem::file_size(checkpoint) / 2);
    const Answer evaluated = m_graft->run({"evaluate", m_project, "--run", run});
    GRAFT_FAILS(evaluated, 1, "best.safetensors");
    GRAFT_FAILS(m_graft->run({"predict", "--model", qtext(m_folder / "absent"), "x.png"}), 1, "absent");
}

void CommandFailuresTest::aRunWithoutAModelStillGetsAReport() {
    test::copyFolder(m_folder / "Painted.graft", m_folder / "reported.graft");
    const QString project = qtext(m_folder / "reported.graft");
    const Answer trained = m_graft->good(QStringList{"train", project, "--seed", "9"} + test::quick(1));
    GRAFT_GOOD(trained);
    const QString run = trained.json["run"].toString();
    const auto checkpoints = m_folder / "reported.graft" / "runs" / run.toStdString() / "checkpoints";
    const QString file = qtext(m_folder / "report.html");

    std::filesystem::resize_file(checkpoints / "best.safetensors", 100);
    const Answer damaged = m_graft->good({"report", project, file, "--run", run});
    GRAFT_GOOD(damaged);
    QCOMPARE(damaged.json["missing"].toArray().size(), 1);
    QVERIFY(damaged.json["missing"].toArray()[0].toString().contains("best.safetensors"));
    QVERIFY(damaged.errors.contains("Missing in the report: "));

    std::filesystem::remove_all(checkpoints);
    const Answer none = m_graft->good({"report", project, file, "--run", run});
    GRAFT_GOOD(none);
    const QString why = none.json["missing"].toArray()[0].toString();
    QVERIFY2(why.contains("no model"), qPrintable(why));
    QFile page(file);
    QVERIFY(page.open(QIODevice::ReadOnly));
    QVERIFY(page.readAll().contains("has no model"));
}

QTEST_GUILESS_MAIN(CommandFailuresTest)
#include "CommandFailuresTest.moc"
