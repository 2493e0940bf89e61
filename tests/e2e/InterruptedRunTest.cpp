#include "Graft.h"

#include <csignal>

// Ctrl-C and kill -9 in the middle of a run, and going on with it afterwards as if nothing had been.

using namespace graft;
using test::Answer;
using test::qtext;

class InterruptedRunTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anInterruptedRunGoesOnAsIfNothingHadBeen_data();
    void anInterruptedRunGoesOnAsIfNothingHadBeen();
    void aFinishedRunIsNotResumed();
    void aKilledCrossValidationGoesOnAsIfNothingHadBeen();
    void aSeriesWhoseImagesChangedIsRefused();

private:
    static constexpr int kEpochs = 15;
    QStringList arguments() const {
        return QStringList{"train", m_project, "--json", "--freeze", "none", "--seed", "4"} +
               test::quick(kEpochs);
    }

    test::TemporaryFolder m_folder;
    std::unique_ptr<test::Graft> m_graft;
    QString m_project;
    Answer m_uninterrupted;
};

void InterruptedRunTest::initTestCase() {
    m_graft = std::make_unique<test::Graft>(m_folder / "data");
    m_project = qtext(m_folder / "Painted.graft");
    GRAFT_GOOD(m_graft->good({"sample", m_project, "--per-class", "12"}));
    m_uninterrupted = m_graft->run(arguments());
    GRAFT_GOOD(m_uninterrupted);
}

void InterruptedRunTest::anInterruptedRunGoesOnAsIfNothingHadBeen_data() {
    QTest::addColumn<int>("signal");
    QTest::addColumn<QString>("state");
    QTest::newRow("Ctrl-C") << SIGINT << "stopped";
    QTest::newRow("kill -9") << SIGKILL << "interrupted";
    QTest::newRow("logging out") << SIGTERM << "stopped";
}

void InterruptedRunTest::anInterruptedRunGoesOnAsIfNothingHadBeen() {
    QFETCH(int, signal);
    QFETCH(QString, state);
    QProcess process;
    process.setReadChannel(QProcess::StandardError);
    m_graft->start(process, arguments());
    QByteArray errors;
    while (!errors.contains("Epoch 2/15: ") && process.state() == QProcess::Running)
        if (process.waitForReadyRead(60'000) || process.state() != QProcess::Running)
            errors += process.readAllStandardError();
    QVERIFY2(process.state() == QProcess::Running, errors.constData());
    ::kill(pid_t(process.processId()), signal);
    QVERIFY(process.waitForFinished(60'000));
    const Answer broken = test::Graft::answerOf(process);
    if (signal != SIGKILL) {
        QCOMPARE(broken.code, 1);
        QCOMPARE(broken.json["state"].toString(), state);
        QVERIFY2(broken.errors.contains("--resume"), broken.errors.constData());
    }
    const QJsonObject run = m_graft->good({"info", m_project}).json["runs"][0].toObject();
    QCOMPARE(run["state"].toString(), state);
    QVERIFY(run["epochs"].toInt() >= 2 && run["epochs"].toInt() < kEpochs);
    const Answer resumed = m_graft->good({"train", m_project, "--resume", "last"});
    GRAFT_GOOD(resumed);
    QCOMPARE(resumed.json["run"], run["id"]);
    QCOMPARE(resumed.json["state"].toString(), QString("finished"));
    QCOMPARE(resumed.json["epochs"].toInt(), kEpochs);
    for (int epoch = 0; epoch < kEpochs; ++epoch)
        for (const char* value : {"train_loss", "val_loss", "val_accuracy"})
            QCOMPARE(resumed.json["history"][epoch][value].toDouble(),
                     m_uninterrupted.json["history"][epoch][value].toDouble());
    GRAFT_GOOD(m_graft->good({"evaluate", m_project, "--run", "last"}));
    GRAFT_GOOD(m_graft->good({"check", m_project}));
}

void InterruptedRunTest::aFinishedRunIsNotResumed() {
    const QString run = m_uninterrupted.json["run"].toString();
    GRAFT_FAILS(m_graft->run({"train", m_project, "--resume", run}), 1, "");
    QCOMPARE(m_graft->good({"info", m_project}).json["runs"].toArray().size(), 4);
}

/// The tensors that a run kept, byte by byte, without the header, in which the seconds of the epochs stand.
QByteArray tensorsOf(const QString& project, const QJsonValue& repeat, const char* name) {
    QFile file(project + "/runs/" + repeat["run"].toString() + "/checkpoints/" + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    quint64 header = 0; // little-endian, as this machine is
    file.read(reinterpret_cast<char*>(&header), sizeof header);
    return file.seek(qint64(sizeof header + header)) ? file.readAll() : QByteArray();
}

void InterruptedRunTest::aKilledCrossValidationGoesOnAsIfNothingHadBeen() {
    const QStringList arguments = QStringList{"train", m_project, "--json", "--freeze", "none", "--flip"} +
                                  test::quick(6) + QStringList{"--seed", "4", "--folds", "3"};
    const Answer whole = m_graft->run(arguments);
    GRAFT_GOOD(whole);
    QProcess process;
    process.setReadChannel(QProcess::StandardError);
    m_graft->start(process, arguments);
    QByteArray errors; // killed in the second fold
    while (!(errors.contains("Run 2 of 3") &&
             errors.lastIndexOf("Epoch 3/6: ") > errors.indexOf("Run 2 of 3")) &&
           process.state() == QProcess::Running)
        if (process.waitForReadyRead(60'000) || process.state() != QProcess::Running)
            errors += process.readAllStandardError();
    QVERIFY2(process.state() == QProcess::Running, errors.constData());
    ::kill(pid_t(process.processId()), SIGKILL);
    QVERIFY(process.waitForFinished(60'000));
    const QString killed = m_graft->good({"info", m_project}).json["runs"][0]["id"].toString();

    const Answer resumed = m_graft->good({"train", m_project, "--resume", "last"});
    GRAFT_GOOD(resumed);
    QVERIFY2(resumed.errors.contains(("Resuming " + killed).toUtf8()), resumed.errors.constData());
    QCOMPARE(resumed.json["val_mean"], whole.json["val_mean"]);
    QCOMPARE(resumed.json["history"].toArray().size(), 6);
    const QJsonArray repeats = resumed.json["repeats"].toArray();
    QCOMPARE(repeats.size(), 3);
    QCOMPARE(repeats[1]["run"].toString(), killed);
    for (int fold = 0; fold < 3; ++fold) {
        const QJsonValue expected = whole.json["repeats"][fold];
        QCOMPARE(repeats[fold]["fold"].toInt(), fold + 1);
        QCOMPARE(repeats[fold]["val"], expected["val"]);
        for (const char* file : {"best.safetensors", "last.safetensors"}) {
            const QByteArray tensors = tensorsOf(m_project, repeats[fold], file);
            QVERIFY(tensors.size() > 1'000'000);
            QVERIFY2(tensors == tensorsOf(m_project, expected, file), file);
        }
    }
    GRAFT_FAILS(m_graft->run({"train", m_project, "--resume", killed}), 1, "All 3 runs of this series");
}

void InterruptedRunTest::aSeriesWhoseImagesChangedIsRefused() {
    const QString project = qtext(m_folder / "Changed.graft");
    GRAFT_GOOD(m_graft->good({"sample", project, "--per-class", "8"}));
    const Answer series = m_graft->good(QStringList{"train", project, "--freeze", "none"} + test::quick(1) +
                                        QStringList{"--folds", "2"});
    GRAFT_GOOD(series);
    const QString second = series.json["repeats"][1]["run"].toString();
    QVERIFY(QDir(project + "/runs/" + second).removeRecursively()); // as if it had never begun
    GRAFT_GOOD(
        m_graft->good({"split", project, "--train", "0.5", "--val", "0.2", "--test", "0.3", "--seed", "9"}));
    GRAFT_FAILS(m_graft->run({"train", project, "--resume", "last"}), 1, "no longer those of this series");
    QCOMPARE(m_graft->good({"info", project}).json["runs"].toArray().size(), 1);
}

QTEST_GUILESS_MAIN(InterruptedRunTest)
#include "InterruptedRunTest.moc"
