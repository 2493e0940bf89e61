#include "Graft.h"

#include <cmath>
#include <set>

// The whole path on painted images, with the contract of every command's --json.

using namespace graft;
using test::Answer;
using test::qtext;

namespace {

constexpr int kPerClass = 10, kImages = 3 * kPerClass;

double number(const QJsonObject& object, const char* key) {
    return object[QLatin1String(key)].toDouble(std::nan(""));
}

} // namespace

class CommandLineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyCommandExplainsItself_data();
    void everyCommandExplainsItself();
    void createMakesAProject();
    void importAddsOnceAndTakesFoldersAsClasses();
    void splitIsStratifiedAndSeeded();
    void infoTellsWhatIsInIt();
    void modelsListsNetworksAndTheirCosts();
    void weightsListsTheCatalogue();
    void trainMakesARun();
    void theCacheChangesNoNumber();
    void evaluateGivesIntervals();
    void predictTakesImagesAndFolders();
    void predictNeedsNoProject();
    void exportsRunWithoutTheProject();
    void runsAreNamedInSeveralWays();
    void runsAreCompared();
    void runsAreRemoved();
    void reportIsOneFile();
    void checkFindsTheProjectSound();
    void trainVariesImagesByAPresetAndSingleChanges();
    void repeatedRunsHaveAMean();
    void foldsCheckEveryImageOnce();
    void doctorKnowsTheMachine();
    void withoutJsonThePersonReadsText();

private:
    Answer train(const QStringList& more = {}) const {
        return m_graft->good(QStringList{"train", m_project} + test::quick(3) + more);
    }

    test::TemporaryFolder m_folder;
    std::unique_ptr<test::Graft> m_graft;
    QString m_project, m_images, m_run;
};

void CommandLineTest::initTestCase() {
    m_graft = std::make_unique<test::Graft>(m_folder / "data", test::sharedWeights());
    m_project = qtext(m_folder / "Cells.graft");
    const Answer sample = m_graft->good(
        {"sample", qtext(m_folder / "Painted.graft"), "--per-class", QString::number(kPerClass)});
    GRAFT_GOOD(sample);
    QCOMPARE(sample.json["images"].toInt(), kImages);
    m_images = qtext(m_folder / "Painted images");
    QVERIFY(QFileInfo(m_images).isDir());
}

void CommandLineTest::everyCommandExplainsItself_data() {
    QTest::addColumn<QByteArray>("option");
    for (const auto& [command, option] :
         {std::pair("create", "--task"), std::pair("import", "--group"), std::pair("split", "--seed"),
          std::pair("info", "--json"), std::pair("models", "--task"), std::pair("weights", "--as"),
          std::pair("train", "--head-lr"), std::pair("evaluate", "--split"), std::pair("predict", "--out"),
          std::pair("export", "--to"), std::pair("report", "--run"), std::pair("check", "--repair"),
          std::pair("compare", "--split"), std::pair("runs", "--remove"), std::pair("doctor", "--help"),
          std::pair("sample", "--per-class")})
        QTest::newRow(command) << QByteArray(option);
}

void CommandLineTest::everyCommandExplainsItself() {
    QFETCH(QByteArray, option);
    const Answer help = m_graft->run({QTest::currentDataTag(), "--help"});
    GRAFT_GOOD(help);
    QVERIFY(help.output.startsWith(QByteArray("Usage: graft ") + QTest::currentDataTag()));
    QVERIFY2(help.output.contains(option), help.output.constData());
    QVERIFY2(help.output.contains("--json"), help.output.constData());
    const Answer overview = m_graft->run({"--help"});
    GRAFT_GOOD(overview);
    QVERIFY(overview.output.contains(QByteArray("graft ") + QTest::currentDataTag()));
}

void CommandLineTest::createMakesAProject() {
    const Answer created = m_graft->good({"create", m_project, "--task", "classification"});
    GRAFT_GOOD(created);
    QCOMPARE(created.json["project"].toString(), m_project);
    QCOMPARE(created.json["task"].toString(), QString("classification"));
    QVERIFY(QFileInfo::exists(m_project + "/project.sqlite"));
    for (const char* task : {"detection", "segmentation"})
        GRAFT_GOOD(
            m_graft->good({"create", qtext(m_folder / (std::string(task) + ".graft")), "--task", task}));
}

void CommandLineTest::importAddsOnceAndTakesFoldersAsClasses() {
    for (const int added : {kImages, 0}) {
        const Answer imported = m_graft->good({"import", m_project, m_images});
        GRAFT_GOOD(imported);
        GRAFT_HAS_KEYS(imported.json, "images_added", "images_known", "annotations_added", "issues");
        QCOMPARE(imported.json["images_added"].toInt(), added);
        QCOMPARE(imported.json["images_known"].toInt(), kImages - added);
        QCOMPARE(imported.json["annotations_added"].toInt(), added);
        QCOMPARE(imported.json["issues"].toArray().size(), 0);
    }
}

void CommandLineTest::splitIsStratifiedAndSeeded() {
    for (const char* seed : {"3", "3", "0"}) {
        const Answer split = m_graft->good(
            {"split", m_project, "--train", "0.6", "--val", "0.2", "--test", "0.2", "--seed", seed});
        GRAFT_GOOD(split);
        GRAFT_HAS_KEYS(split.json, "train", "val", "test", "groups_kept_whole");
        QCOMPARE(split.json["train"].toInt(), 18);
        QCOMPARE(split.json["val"].toInt(), 6);
        QCOMPARE(split.json["test"].toInt(), 6);
    }
}

void CommandLineTest::infoTellsWhatIsInIt() {
    const Answer info = m_graft->good({"info", m_project});
    GRAFT_GOOD(info);
    GRAFT_HAS_KEYS(info.json, "task", "images", "classes", "splits", "duplicates", "issues");
    QCOMPARE(info.json["images"].toInt(), kImages);
    QCOMPARE(info.json["classes"].toArray().size(), 3);
    for (const QJsonValue labelClass : info.json["classes"].toArray()) {
        GRAFT_HAS_KEYS(labelClass.toObject(), "name", "images", "shapes");
        QCOMPARE(labelClass["images"].toInt(), kPerClass);
    }
    QCOMPARE(info.json["splits"]["train"].toInt(), 18);
}

void CommandLineTest::modelsListsNetworksAndTheirCosts() {
    const Answer models = m_graft->good({"models"});
    GRAFT_GOOD(models);
    QJsonObject resnet50;
    for (const QJsonValue model : models.json["models"].toArray()) {
        GRAFT_HAS_KEYS(model.toObject(), "name", "family", "parameters", "multiply_adds", "input_size",
                       "weights");
        QVERIFY(!model["weights"].toArray().isEmpty());
        for (const QJsonValue weights : model["weights"].toArray())
            GRAFT_HAS_KEYS(weights.toObject(), "id", "source", "license", "present");
        if (model["name"] == QString("resnet50"))
            resnet50 = model.toObject();
    }
    QCOMPARE(resnet50["parameters"].toInteger(), 25'557'032); // He et al. and torchvision
    QVERIFY(std::abs(number(resnet50, "multiply_adds") / 4.09e9 - 1) < 0.01);
    QCOMPARE(m_graft->good({"models", "--task", "segmentation"}).json["models"].toArray().size(), 0);
}

void CommandLineTest::weightsListsTheCatalogue() {
    const Answer weights = m_graft->good({"weights", "list"});
    GRAFT_GOOD(weights);
    QVERIFY(weights.json["weights"].toArray().size() > 15);
    for (const QJsonValue entry : weights.json["weights"].toArray())
        GRAFT_HAS_KEYS(entry.toObject(), "id", "source", "license", "present");
    GRAFT_NEEDS_SHARED("weights");
    const Answer fetched = m_graft->good({"weights", "fetch", "default"});
    GRAFT_GOOD(fetched); // from the folder, without network
    QVERIFY(fetched.json["weights"][0]["present"].toBool());
}

void CommandLineTest::trainMakesARun() {
    const Answer trained = train({"--seed", "5", "--freeze", "none", "--flip"});
    GRAFT_GOOD(trained);
    GRAFT_HAS_KEYS(trained.json, "run", "epochs", "best_epoch", "train_loss", "val", "seconds",
                   "seconds_per_epoch", "cached_prefix", "peak_memory_bytes");
    m_run = trained.json["run"].toString();
    QVERIFY(!m_run.isEmpty());
    QCOMPARE(trained.json["state"].toString(), QString("finished"));
    QCOMPARE(trained.json["epochs"].toInt(), 3);
    QVERIFY(trained.json["best_epoch"].toInt() >= 1 && trained.json["best_epoch"].toInt() <= 3);
    QVERIFY(number(trained.json, "train_loss") > 0);
    const double accuracy = number(trained.json["val"].toObject(), "accuracy");
    QVERIFY(accuracy >= 0 && accuracy <= 1);
    QVERIFY(number(trained.json, "seconds") >= number(trained.json, "seconds_per_epoch"));
    QVERIFY(number(trained.json, "peak_memory_bytes") > 1e6);
    QCOMPARE(trained.json["cached_prefix"].toBool(true), false); // nothing was frozen
    for (int epoch = 1; epoch <= 3; ++epoch)
        QVERIFY2(trained.errors.contains("Epoch " + QByteArray::number(epoch) + "/3"),
                 trained.errors.constData());
}

void CommandLineTest::trainVariesImagesByAPresetAndSingleChanges() {
    const auto augmentOf = [&](const QStringList& arguments) {
        const Answer trained =
            train(QStringList{"--freeze", "all", "--views", "1", "--epochs", "1"} + arguments);
        QFile options(m_project + "/runs/" + trained.json["run"].toString() + "/options.json");
        if (trained.code != 0 || !options.open(QIODevice::ReadOnly))
            return QJsonObject{{"problem", QString::fromUtf8(trained.errors)}};
        return QJsonDocument::fromJson(options.readAll()).object()["augment"].toObject();
    };
    const QJsonObject microscopy =
        augmentOf({"--augment", "microscopy", "--blur", "0", "--shear", "4.5", "--jpeg", "60"});
    QVERIFY2(microscopy["vertical_flip"].toBool(), qPrintable(microscopy["problem"].toString()));
    QCOMPARE(microscopy["rotation_degrees"].toDouble(), 180.0);
    QCOMPARE(microscopy["blur"].toDouble(-1), 0.0);
    QCOMPARE(microscopy["shear_degrees"].toDouble(), 4.5);
    QCOMPARE(microscopy["jpeg_quality"].toDouble(), 60.0);
    const QJsonObject photo = augmentOf({"--no-flip", "--augment", "photo", "--trivial"});
    QVERIFY(!photo["horizontal_flip"].toBool(true) && photo["trivial_augment"].toBool());
    QCOMPARE(photo["minimum_scale"].toDouble(), 0.6);
    const QByteArray help = m_graft->run({"train", "--help"}).output;
    for (const char* word :
         {"--augment", "photo", "microscopy", "radiology", "trivialaugment", "--elastic", "--no-flip"})
        QVERIFY2(help.contains(word), word);
}

void CommandLineTest::repeatedRunsHaveAMean() {
    const Answer repeated = train({"--freeze", "all", "--seed", "5", "--repeat", "3"});
    GRAFT_GOOD(repeated);
    const QJsonArray runs = repeated.json["repeats"].toArray();
    QCOMPARE(runs.size(), 3);
    double sum = 0;
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(runs[i]["seed"].toInt(), 5 + i);
        sum += runs[i]["val"]["accuracy"].toDouble();
    }
    const QJsonObject mean = repeated.json["val_mean"]["accuracy"].toObject();
    QVERIFY(std::abs(mean["value"].toDouble() - sum / 3) < 1e-9);
    QVERIFY(mean["low"].toDouble() <= mean["value"].toDouble());
    QCOMPARE(repeated.json["run"], runs[2]["run"]);
    const Answer once = train({"--freeze", "all", "--seed", "6"}); // the second of them
    QCOMPARE(once.json["val"], runs[1]["val"]);
    for (const char* wrong : {"0", "-2", "many", "101"})
        QCOMPARE(m_graft->run({"train", m_project, "--repeat", wrong}).code, 2);
}

void CommandLineTest::foldsCheckEveryImageOnce() {
    const Answer folded = train({"--freeze", "all", "--folds", "3"});
    GRAFT_GOOD(folded);
    const QJsonArray runs = folded.json["repeats"].toArray();
    QCOMPARE(runs.size(), 3);
    const QJsonObject splits = m_graft->good({"info", m_project}).json["splits"].toObject();
    std::set<qint64> together;
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(runs[i]["fold"].toInt(), i + 1);
        QFile file(m_project + "/runs/" + runs[i]["run"].toString() + "/learnt-from.json");
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray learnt = QJsonDocument::fromJson(file.readAll())["images"].toArray();
        const auto all = splits["train"].toInt() + splits["val"].toInt();
        QVERIFY2(learnt.size() >= all * 2 / 3 - 2 && learnt.size() <= all * 2 / 3 + 2,
                 qPrintable(QString::number(learnt.size())));
        for (const auto& id : learnt)
            together.insert(id.toInteger());
    }
    QCOMPARE(qsizetype(together.size()), qsizetype(splits["train"].toInt() + splits["val"].toInt()));
    // What a fold has learnt from is not counted when it is evaluated on the project's own validation side.
    const Answer evaluated = m_graft->good({"evaluate", m_project, "--run", runs[0]["run"].toString()});
    GRAFT_GOOD(evaluated);
    QVERIFY(evaluated.json["images"].toInt() < splits["val"].toInt());
    QVERIFY(evaluated.errors.contains("has learnt from"));
    QCOMPARE(m_graft->run({"train", m_project, "--folds", "1"}).code, 2);
    QCOMPARE(
        m_graft->run(QStringList{"train", m_project} + test::quick(1) + QStringList{"--folds", "90"}).code,
        1);
}

void CommandLineTest::theCacheChangesNoNumber() {
    const QStringList frozen{"--seed", "5", "--freeze", "all"};
    const Answer cached = train(frozen), anew = train(frozen + QStringList{"--no-cache"});
    GRAFT_GOOD(cached);
    GRAFT_GOOD(anew);
    QVERIFY(cached.json["cached_prefix"].toBool());
    QVERIFY(!anew.json["cached_prefix"].toBool(true));
    for (int epoch = 0; epoch < 3; ++epoch)
        for (const char* value : {"train_loss", "val_loss"})
            QCOMPARE(cached.json["history"][epoch][value].toDouble(),
                     anew.json["history"][epoch][value].toDouble());
}

void CommandLineTest::evaluateGivesIntervals() {
    for (const char* side : {"val", "test"}) {
        const Answer evaluated = m_graft->good({"evaluate", m_project, "--run", m_run, "--split", side});
        GRAFT_GOOD(evaluated);
        GRAFT_HAS_KEYS(evaluated.json, "split", "images", "metrics", "confusion", "classes", "per_class");
        QCOMPARE(evaluated.json["split"].toString(), QString(side));
        QCOMPARE(evaluated.json["images"].toInt(), 6);
        const QJsonObject metrics = evaluated.json["metrics"].toObject();
        GRAFT_HAS_KEYS(metrics, "accuracy", "balanced_accuracy", "macro_f1", "auroc", "ece");
        const QJsonObject accuracy = metrics["accuracy"].toObject();
        QVERIFY(number(accuracy, "low") <= number(accuracy, "value") &&
                number(accuracy, "value") <= number(accuracy, "high"));
        QCOMPARE(evaluated.json["per_class"].toArray().size(), 3);
        int all = 0, right = 0;
        for (int row = 0; row < 3; ++row)
            for (int column = 0; column < 3; ++column) {
                const int count = evaluated.json["confusion"][row][column].toInt();
                all += count;
                right += row == column ? count : 0;
            }
        QCOMPARE(all, 6);
        QCOMPARE(right / 6.0, number(accuracy, "value"));
        QCOMPARE(evaluated.json["mistakes"].toArray().size(), 6 - right);
    }
}

void CommandLineTest::predictTakesImagesAndFolders() {
    test::write(m_folder / "broken.png", "not a picture");
    const Answer predicted =
        m_graft->good({"predict", m_project, "--run", m_run, m_images, qtext(m_folder / "broken.png"),
                       qtext(m_folder / "absent.png"), "--out", qtext(m_folder / "out")});
    GRAFT_GOOD(predicted);
    const QJsonArray predictions = predicted.json["predictions"].toArray();
    QCOMPARE(predictions.size(), kImages + 2);
    for (int i = 0; i < kImages; ++i) {
        GRAFT_HAS_KEYS(predictions[i].toObject(), "image", "class", "probability", "probabilities");
        double sum = 0;
        for (const QJsonValue probability : predictions[i]["probabilities"].toObject())
            sum += probability.toDouble();
        QVERIFY(std::abs(sum - 1) < 1e-4);
    }
    for (int i = kImages; i < kImages + 2; ++i)
        QVERIFY(!predictions[i]["problem"].toString().isEmpty());
    QFile csv(predicted.json["file"].toString());
    QVERIFY(csv.open(QIODevice::ReadOnly));
    QCOMPARE(csv.readAll().count("\r\n"), kImages + 3);
}

void CommandLineTest::predictNeedsNoProject() {
    const QString image = m_images + "/neutrophil/neutrophil_001.png";
    QVERIFY(QFileInfo::exists(image));
    const Answer byProject = m_graft->good({"predict", m_project, "--run", m_run, image});
    for (const QString& model :
         {m_project + "/runs/" + m_run, m_project + "/runs/" + m_run + "/checkpoints/best.safetensors"}) {
        const Answer byFile = m_graft->good({"predict", "--model", model, image});
        GRAFT_GOOD(byFile);
        QCOMPARE(byFile.json["predictions"], byProject.json["predictions"]);
    }
}

void CommandLineTest::exportsRunWithoutTheProject() {
    const Answer byRun = m_graft->good({"predict", m_project, "--run", m_run, m_images});
    GRAFT_GOOD(byRun);
    const QJsonArray expected = byRun.json["predictions"].toArray();
    const std::filesystem::path alone = m_folder / "alone";
    std::filesystem::create_directories(alone);
    for (const auto& [format, ending] : {std::pair("onnx", ".onnx"), std::pair("torchscript", ".pt"),
                                         std::pair("safetensors", ".safetensors")}) {
        const QString written = qtext(m_folder / "model") + ending;
        const Answer exported = m_graft->good({"export", m_project, "--run", m_run, "--to", format, written});
        GRAFT_GOOD(exported);
        GRAFT_HAS_KEYS(exported.json, "file", "sidecar", "max_difference", "images_compared");
        QVERIFY(exported.json["max_difference"].toDouble(1) < 1e-5);
        const QString moved = qtext(alone / "model") + ending; // the sidecar stays behind
        QVERIFY(QFile::rename(written, moved));
        const Answer predicted = m_graft->good({"predict", "--model", moved, m_images});
        GRAFT_GOOD(predicted);
        const QJsonArray found = predicted.json["predictions"].toArray();
        QCOMPARE(found.size(), expected.size());
        for (int i = 0; i < found.size(); ++i) {
            QCOMPARE(found[i]["class"], expected[i]["class"]);
            QVERIFY(std::abs(found[i]["probability"].toDouble() - expected[i]["probability"].toDouble()) <
                    1e-5);
        }
    }
}

void CommandLineTest::runsAreNamedInSeveralWays() {
    for (const QString& name : {m_run, QString("last"), QString("best")})
        GRAFT_GOOD(m_graft->good({"evaluate", m_project, "--run", name}));
    const QJsonArray runs = m_graft->good({"info", m_project}).json["runs"].toArray();
    QCOMPARE(runs.size(), 3);
    QCOMPARE(m_graft->good({"evaluate", m_project}).json["run"], runs[0]["id"]);
    GRAFT_FAILS(m_graft->run({"evaluate", m_project, "--run", "2"}), 1, "is the beginning of several runs");
    GRAFT_FAILS(m_graft->run({"evaluate", m_project, "--run", "nonsense"}), 1, qPrintable(m_run));
}

/// Whether a run can be repeated with one thing changed, and both are laid beside each other.
void CommandLineTest::runsAreCompared() {
    const Answer again = m_graft->good(
        {"train", m_project, "--like", m_run, "--seed", "7", "--epochs", "1", "--recipe", "custom"});
    GRAFT_GOOD(again);
    const QString second = again.json["run"].toString();
    GRAFT_GOOD(m_graft->good({"evaluate", m_project, "--run", second}));
    const Answer compared = m_graft->good({"compare", m_project, m_run, second});
    GRAFT_GOOD(compared);
    const QJsonArray runs = compared.json["runs"].toArray();
    QCOMPARE(runs.size(), 2);
    QCOMPARE(runs[1].toObject()["run"].toString(), second);
    const QJsonObject paired = runs[1].toObject()["paired"].toObject();
    GRAFT_HAS_KEYS(paired, "images", "only_first", "only_this", "p");
    QVERIFY(paired["images"].toInt() > 0 && paired["p"].toDouble() <= 1);
    QStringList names;
    for (const QJsonValue& one : compared.json["options"].toArray())
        names << one.toObject()["name"].toString();
    QVERIFY2(names.contains("seed") && !names.contains("model"), qPrintable(names.join(' ')));
    const Answer table = m_graft->run({"compare", m_project, m_run, second});
    QVERIFY2(table.output.contains("seed"), table.output.constData());
    GRAFT_FAILS(m_graft->run({"compare", m_project, m_run}), 2, "compare");
    GRAFT_FAILS(m_graft->run({"compare", m_project, m_run, "nonsense"}), 1, "nonsense");
    GRAFT_FAILS(m_graft->run({"compare", m_project, m_run, second, "--split", "half"}), 2, "--split");
    GRAFT_FAILS(m_graft->run({"train", m_project, "--like", "nonsense"}), 2, "nonsense");
}

void CommandLineTest::runsAreRemoved() {
    const Answer trained = train({"--epochs", "1"});
    GRAFT_GOOD(trained);
    const QString gone = trained.json["run"].toString();
    const Answer before = m_graft->good({"runs", m_project});
    GRAFT_GOOD(before);
    GRAFT_HAS_KEYS(before.json, "runs", "removed", "cache_bytes");
    QVERIFY(before.json["cache_bytes"].toInteger() > 0);
    const QJsonObject newest = before.json["runs"].toArray()[0].toObject();
    QCOMPARE(newest["run"].toString(), gone);
    QVERIFY(newest["bytes"].toInteger() > 0);
    GRAFT_FAILS(m_graft->run({"runs", m_project, "--remove", gone, "--remove", "nonsense"}), 1, "nonsense");
    GRAFT_FAILS(m_graft->run({"runs", m_project, "--remove", "last"}), 2, "--remove");
    const Answer after = m_graft->good({"runs", m_project, "--remove", gone, "--clear-cache"});
    GRAFT_GOOD(after);
    QCOMPARE(after.json["removed"].toArray()[0].toString(), gone);
    QCOMPARE(after.json["runs"].toArray().size(), before.json["runs"].toArray().size() - 1);
    QCOMPARE(after.json["cache_bytes"].toInteger(), 0);
    GRAFT_FAILS(m_graft->run({"evaluate", m_project, "--run", gone}), 1, qPrintable(gone));
}

void CommandLineTest::reportIsOneFile() {
    for (const char* name : {"report.html", "report.pdf"}) {
        const Answer report = m_graft->good({"report", m_project, "--run", m_run, qtext(m_folder / name)});
        GRAFT_GOOD(report);
        QFile file(report.json["file"].toString());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray start = file.read(200);
        QVERIFY2(start.startsWith("%PDF") || start.toLower().contains("<!doctype html"), start.constData());
    }
    QFile page(qtext(m_folder / "report.html"));
    QVERIFY(page.open(QIODevice::ReadOnly));
    const QByteArray html = page.readAll();
    QVERIFY(!html.contains("src=\"http") && !html.contains("<script"));
    QVERIFY(html.contains("neutrophil"));
    GRAFT_FAILS(m_graft->run({"report", m_project, "--run", m_run, qtext(m_folder / "report.docx")}), 2,
                ".html or .pdf");
}

void CommandLineTest::checkFindsTheProjectSound() {
    const Answer check = m_graft->good({"check", m_project});
    GRAFT_GOOD(check);
    QVERIFY(check.json["ok"].toBool());
    QCOMPARE(check.json["problems"].toArray().size(), 0);
    const QString lost = m_images + "/neutrophil/neutrophil_002.png";
    QVERIFY(QFile::rename(lost, lost + ".away"));
    const Answer found = m_graft->run({"check", m_project, "--json"});
    QCOMPARE(found.code, 1);
    QVERIFY(!found.json["ok"].toBool(true));
    QVERIFY(found.output.contains("neutrophil_002.png"));
    QVERIFY(QFile::rename(lost + ".away", lost));
}

void CommandLineTest::doctorKnowsTheMachine() {
    const Answer doctor = m_graft->good({"doctor"});
    GRAFT_GOOD(doctor);
    GRAFT_HAS_KEYS(doctor.json, "libtorch", "blas", "cuda", "bfloat16", "memory_bytes", "images_per_second",
                   "warnings");
    QVERIFY(!doctor.json["libtorch"].toString().isEmpty());
    QCOMPARE(doctor.json["omp_wait_policy"].toString(), QString("PASSIVE")); // the program's own doing
#ifdef GRAFT_WITH_TCMALLOC
    QCOMPARE(doctor.json["allocator"].toString(), QString("tcmalloc"));
#endif
    QVERIFY(number(doctor.json, "memory_bytes") > 1e8);
    QVERIFY(number(doctor.json, "images_per_second") > 0);
    QVERIFY(number(doctor.json, "free_disk_bytes") > 0);
    // A folder for weights that has not been made yet is on the disk of the nearest one above it.
    const test::Graft fresh(m_folder / "not" / "made" / "yet", test::sharedWeights());
    const Answer before = fresh.good({"doctor"});
    QVERIFY(number(before.json, "free_disk_bytes") > 0);
    QVERIFY(!std::filesystem::exists(m_folder / "not"));
}

void CommandLineTest::withoutJsonThePersonReadsText() {
    const Answer info = m_graft->run({"info", m_project});
    GRAFT_GOOD(info);
    QVERIFY(info.output.contains("Cells: classification, 30 images"));
    QVERIFY(info.output.contains(m_run.toUtf8()));
    const Answer evaluated = m_graft->run({"evaluate", m_project, "--run", m_run});
    GRAFT_GOOD(evaluated);
    QVERIFY(evaluated.output.contains("balanced accuracy"));
    for (const QStringList& arguments : {QStringList{"models"}, QStringList{"weights", "list"}})
        QVERIFY(m_graft->run(arguments).output.contains("mobilenet_v3_small"));
}

QTEST_GUILESS_MAIN(CommandLineTest)
#include "CommandLineTest.moc"
