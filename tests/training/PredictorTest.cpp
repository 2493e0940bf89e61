// A trained model is used from the run's folder alone, and says the same to everyone who asks.

#include "Fixture.h"

#include <QTest>

#include <fstream>

using namespace graft;

namespace {

/// A finished run on three classes, made once for all tests.
struct Trained {
    test::TemporaryFolder folder;
    training::RunInput input;
    std::filesystem::path run;

    explicit Trained(const std::string& precision = "float32") {
        input = test::smallRun(folder.path(), "mobilenet_v3_small");
        input.options.precision = precision;
        input.classes = {"lying", "standing", "leaning"};
        input.train = test::paintItems(folder / "photos", 24, 3);
        input.validation = test::paintItems(folder / "photos", 12, 3, 101);
        input.options.freeze = "features.2+features.3";
        input.options.epochs = 4;
        const auto outcome = training::train(input, folder / "runs", {});
        if (!outcome)
            qFatal("%s", outcome.error().message.c_str());
        run = outcome->record.folder;
    }
};

/// A copy of a run's folder that may be damaged.
std::filesystem::path copyOf(const std::filesystem::path& run, const test::TemporaryFolder& folder) {
    const auto copy = folder / "copy";
    std::filesystem::remove_all(copy);
    std::filesystem::copy(run, copy, std::filesystem::copy_options::recursive);
    return copy;
}

} // namespace

class PredictorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_trained = std::make_unique<Trained>(); }
    void cleanupTestCase() { m_trained.reset(); }
    void theRunFolderIsEnough();
    void oneImageIsPredictedAsAmongOthers();
    void unreadableImagesAreNamed();
    void evaluationEqualsPrediction();
    void evaluationAgreesWithTheBestEpoch_data();
    void evaluationAgreesWithTheBestEpoch();
    void whatTheRunHasLearntFromIsLeftOut();
    void aKeptEvaluationIsReadAgain();
    void unreadableImagesAreListedInTheEvaluation();
    void damage_data();
    void damage();
    void aDamagedEvaluationSaysSo();
    void splitNamesArePlain();
    void stopIsObeyed();

private:
    std::unique_ptr<Trained> m_trained;
};

void PredictorTest::theRunFolderIsEnough() {
    const auto copy = copyOf(m_trained->run, m_trained->folder);
    auto predictor = training::Predictor::open(copy, "cpu");
    GRAFT_OK(predictor);
    QCOMPARE(predictor->classes(), m_trained->input.classes);
    QCOMPARE(training::readClasses(copy)->names, m_trained->input.classes);
    QCOMPARE(predictor->preprocessing().size, 64);
    auto predictions = predictor->predict(m_trained->input.validation);
    GRAFT_OK(predictions);
    QCOMPARE(predictions->size(), 12u);
    for (std::size_t i = 0; i < 12; ++i) {
        const auto& prediction = (*predictions)[i];
        QCOMPARE(prediction.id, m_trained->input.validation[i].id);
        QCOMPARE(prediction.path, m_trained->input.validation[i].path);
        QCOMPARE(prediction.probabilities.size(), 3u);
        float sum = 0;
        for (const float probability : prediction.probabilities)
            sum += probability;
        QVERIFY(std::abs(sum - 1) < 1e-5f);
    }
    QVERIFY(predictor->predict({}).ok());
}

void PredictorTest::oneImageIsPredictedAsAmongOthers() {
    auto predictor = training::Predictor::open(m_trained->run, "cpu");
    GRAFT_OK(predictor);
    const auto all = predictor->predict(m_trained->input.validation);
    GRAFT_OK(all);
    for (const std::size_t i : {0, 5, 11}) {
        const auto alone = predictor->predict({m_trained->input.validation[i]});
        GRAFT_OK(alone);
        QCOMPARE(alone->front().probabilities, (*all)[i].probabilities);
    }
}

void PredictorTest::unreadableImagesAreNamed() {
    auto predictor = training::Predictor::open(m_trained->run, "cpu");
    GRAFT_OK(predictor);
    auto items = m_trained->input.validation;
    items[3].path = m_trained->folder / "not-there.png";
    const auto broken = m_trained->folder / "broken.jpg";
    std::ofstream(broken) << "\xFF\xD8\xFF rubbish";
    items[7].path = broken;
    const auto predictions = predictor->predict(items);
    GRAFT_OK(predictions);
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto& prediction = (*predictions)[i];
        QCOMPARE(prediction.probabilities.empty(), i == 3 || i == 7);
        QCOMPARE(prediction.problem.empty(), i != 3 && i != 7);
    }
    QVERIFY((*predictions)[3].problem.find("not-there.png") != std::string::npos);
}

void PredictorTest::evaluationEqualsPrediction() {
    const auto evaluation = training::evaluate(m_trained->run, "val", m_trained->input.validation, {}, "cpu");
    GRAFT_OK(evaluation);
    auto predictor = training::Predictor::open(m_trained->run, "cpu");
    GRAFT_OK(predictor);
    const auto predictions = predictor->predict(m_trained->input.validation);
    GRAFT_OK(predictions);
    QCOMPARE(evaluation->imageIds.size(), 12u);
    std::int64_t diagonal = 0;
    for (std::size_t i = 0; i < 12; ++i) {
        const auto row = evaluation->data.row(i);
        QVERIFY(std::ranges::equal(row, (*predictions)[i].probabilities));
        QCOMPARE(evaluation->data.truth[i], m_trained->input.validation[i].target);
        QCOMPARE(evaluation->losses[i], -std::log(double(row[std::size_t(evaluation->data.truth[i])])));
    }
    for (std::size_t c = 0; c < 3; ++c)
        diagonal += evaluation->confusion[c][c];
    QCOMPARE(evaluation->summary.accuracy.value, double(diagonal) / 12);
    QVERIFY(evaluation->summary.accuracy.low <= evaluation->summary.accuracy.value);
    QVERIFY(evaluation->summary.accuracy.high >= evaluation->summary.accuracy.value);
}

void PredictorTest::evaluationAgreesWithTheBestEpoch_data() {
    QTest::addColumn<QString>("precision");
    QTest::newRow("float32") << "float32";
    QTest::newRow("bfloat16") << "bfloat16";
}

void PredictorTest::evaluationAgreesWithTheBestEpoch() {
    QFETCH(QString, precision);
    if (precision == "bfloat16" && !training::machine().bfloat16)
        QSKIP("This processor has no bfloat16: such a model is used in float32.");
    m_trained = std::make_unique<Trained>(precision.toStdString());
    oneImageIsPredictedAsAmongOthers();
    const auto record = runs::readRun(m_trained->run);
    GRAFT_OK(record);
    QVERIFY(record->bestEpoch);
    const auto& best = record->epochs[std::size_t(*record->bestEpoch - 1)].values;
    const auto evaluation = training::evaluate(m_trained->run, "val", m_trained->input.validation, {}, "cpu");
    GRAFT_OK(evaluation);
    QCOMPARE(evaluation->summary.accuracy.value, best.at("val_accuracy"));
    double loss = 0;
    for (const double one : evaluation->losses)
        loss += one / 12;
    QVERIFY(std::abs(loss - best.at("val_loss")) < 1e-5);
    for (const auto& epoch : record->epochs)
        QVERIFY(epoch.values.at("val_accuracy") <= best.at("val_accuracy"));
}

void PredictorTest::whatTheRunHasLearntFromIsLeftOut() {
    auto items = m_trained->input.validation;
    items.insert(items.end(), m_trained->input.train.begin(), m_trained->input.train.begin() + 5);
    const auto copy = copyOf(m_trained->run, m_trained->folder);
    const auto evaluation = training::evaluate(copy, "val", items, {}, "cpu");
    GRAFT_OK(evaluation);
    QCOMPARE(evaluation->data.size(), 12u);
    QCOMPARE(evaluation->learntFrom, std::int64_t(5));
    QCOMPARE(training::readEvaluation(copy, "val")->learntFrom, std::int64_t(5));
    const auto none = training::evaluate(copy, "test", m_trained->input.train, {}, "cpu");
    QVERIFY(!none.ok() && none.error().message.find("has learnt from all") != std::string::npos);
    const auto asked = training::evaluate(copy, "train", m_trained->input.train, {}, "cpu");
    GRAFT_OK(asked);
    QCOMPARE(asked->data.size(), 24u);
    // A run that does not say what it has learnt from is evaluated on what it is given.
    for (const char* damage : {"", "{", "[]", "{\"images\": 3}", "{\"images\": [\"a\"]}"}) {
        std::ofstream(copy / "learnt-from.json") << damage;
        const auto all = training::evaluate(copy, "val", items, {}, "cpu");
        GRAFT_OK(all);
        QCOMPARE(all->learntFrom, std::int64_t(0));
    }
}

void PredictorTest::aKeptEvaluationIsReadAgain() {
    const auto made = training::evaluate(m_trained->run, "test", m_trained->input.validation, {}, "cpu");
    GRAFT_OK(made);
    const auto read = training::readEvaluation(m_trained->run, "test");
    GRAFT_OK(read);
    QCOMPARE(read->split, std::string("test"));
    QCOMPARE(read->classes, made->classes);
    QCOMPARE(read->imageIds, made->imageIds);
    QCOMPARE(read->paths, made->paths);
    QCOMPARE(read->data.classes, 3);
    QCOMPARE(read->data.truth, made->data.truth);
    QCOMPARE(read->data.probabilities, made->data.probabilities);
    QCOMPARE(read->confusion, made->confusion);
    QCOMPARE(read->losses, made->losses);
    const auto equal = [](const metrics::Estimate& a, const metrics::Estimate& b) {
        const auto same = [](double x, double y) { return x == y || (std::isnan(x) && std::isnan(y)); };
        return same(a.value, b.value) && same(a.low, b.low) && same(a.high, b.high);
    };
    QVERIFY(equal(read->summary.accuracy, made->summary.accuracy) &&
            equal(read->summary.auroc, made->summary.auroc) && equal(read->summary.ece, made->summary.ece) &&
            equal(read->summary.macroF1, made->summary.macroF1));
    for (std::size_t c = 0; c < 3; ++c) {
        QCOMPARE(read->perClass[c].support, made->perClass[c].support);
        QVERIFY(equal(read->perClass[c].precision, made->perClass[c].precision) &&
                equal(read->perClass[c].f1, made->perClass[c].f1));
    }
    QVERIFY(!training::readEvaluation(m_trained->run, "train").ok());
}

void PredictorTest::unreadableImagesAreListedInTheEvaluation() {
    auto items = m_trained->input.validation;
    items[0].path = m_trained->folder / "gone.png";
    const auto evaluation = training::evaluate(m_trained->run, "val", items, {}, "cpu");
    GRAFT_OK(evaluation);
    QCOMPARE(evaluation->imageIds.size(), 11u);
    QCOMPARE(evaluation->problems.size(), 1u);
    QCOMPARE(training::readEvaluation(m_trained->run, "val")->problems, evaluation->problems);
    const auto none = training::evaluate(m_trained->run, "val", {items[0]}, {}, "cpu");
    QVERIFY(!none.ok() && none.error().message.find("gone.png") != std::string::npos);
    QVERIFY(!training::evaluate(m_trained->run, "val", {}, {}, "cpu").ok());
    items[1].target = 3;
    QVERIFY(!training::evaluate(m_trained->run, "val", items, {}, "cpu").ok());
}

void PredictorTest::damage_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("says");
    for (const char* file : {"best.safetensors", "frozen.safetensors"}) {
        QTest::addRow("%s truncated", file) << file << "truncated"
                                            << "damaged";
        QTest::addRow("%s flipped", file) << file << "flipped"
                                          << "damaged";
        QTest::addRow("%s missing", file) << file << "missing" << file;
    }
    QTest::newRow("model.json truncated") << "model.json"
                                          << "truncated"
                                          << "damaged";
    QTest::newRow("model.json missing") << "model.json"
                                        << "missing"
                                        << "no model";
    QTest::newRow("another run's tensors") << "best.safetensors"
                                           << "foreign"
                                           << "damaged";
    QTest::newRow("a class too many") << "model.json"
                                      << "classes"
                                      << "damaged";
    QTest::newRow("a huge size") << "model.json"
                                 << "size"
                                 << "damaged";
    QTest::newRow("a newer version") << "model.json"
                                     << "version"
                                     << "newer version";
}

void PredictorTest::damage() {
    QFETCH(QString, file);
    QFETCH(QString, how);
    QFETCH(QString, says);
    const auto copy = copyOf(m_trained->run, m_trained->folder);
    const auto path = copy / "checkpoints" / file.toStdString();
    const auto size = std::filesystem::file_size(path);
    const auto replaced = [&](const std::string& what, const std::string& by) {
        std::string text = *readTextFile(path, 1 << 20);
        const auto at = text.find(what);
        if (at != std::string::npos)
            text.replace(at, what.size(), by);
        std::ofstream(path) << text;
    };
    if (how == "truncated")
        std::filesystem::resize_file(path, size - 10);
    else if (how == "missing")
        std::filesystem::remove(path);
    else if (how == "foreign")
        std::filesystem::copy_file(copy / "checkpoints" / "frozen.safetensors", path,
                                   std::filesystem::copy_options::overwrite_existing);
    else if (how == "classes")
        replaced("\"lying\",", "\"lying\", \"more\",");
    else if (how == "size")
        replaced("\"size\": 64", "\"size\": 1000000");
    else if (how == "version")
        replaced("\"version\": ", "\"version\": 1000");
    else {
        std::fstream stream(path, std::ios::in | std::ios::out | std::ios::binary);
        stream.seekp(std::streamoff(size - 6));
        stream.write("\x12\x34", 2);
    }
    const auto predictor = training::Predictor::open(copy, "cpu");
    QVERIFY(!predictor.ok());
    QVERIFY2(QString::fromStdString(predictor.error().message).contains(says),
             predictor.error().message.c_str());
}

void PredictorTest::aDamagedEvaluationSaysSo() {
    GRAFT_OK(training::evaluate(m_trained->run, "val", m_trained->input.validation, {}, "cpu"));
    const auto file = m_trained->run / "evaluation-val.json";
    const std::string whole = *readTextFile(file, 1 << 20);
    const auto cut = [&](const std::string& what, const std::string& by) {
        std::string text = whole;
        text.replace(text.find(what), what.size(), by);
        return text;
    };
    for (const std::string& text :
         {whole.substr(0, whole.size() / 2), std::string(), std::string("[]"),
          cut("\"truth\": [", "\"truth\": [ 9,"), cut("\"confusion\": [", "\"confusion\": [ [1],"),
          cut("\"losses\": [", "\"losses\": [ 1, 2,")}) {
        std::ofstream(file, std::ios::trunc) << text;
        const auto read = training::readEvaluation(m_trained->run, "val");
        QVERIFY(!read.ok());
        QVERIFY2(read.error().message.find("damaged") != std::string::npos, read.error().message.c_str());
    }
}

void PredictorTest::splitNamesArePlain() {
    for (const char* split : {"", "../val", "a b", "VAL"})
        QVERIFY(!training::evaluate(m_trained->run, split, m_trained->input.validation, {}, "cpu").ok());
}

void PredictorTest::stopIsObeyed() {
    auto predictor = training::Predictor::open(m_trained->run, "cpu");
    GRAFT_OK(predictor);
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!predictor->predict(m_trained->input.validation, {.stop = stop.get_token()}).ok());
}

QTEST_GUILESS_MAIN(PredictorTest)
#include "PredictorTest.moc"
