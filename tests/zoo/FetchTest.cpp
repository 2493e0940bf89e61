#include "Fixture.h"
#include "Server.h"

#include <QElapsedTimer>
#include <QProcess>

#include <atomic>
#include <csignal>
#include <fstream>

// Weights from a server that is honest, slow, broken or hostile. Half a file is never used.

using namespace graft;
using namespace graft::zoo;
using test::Server;

namespace {

constexpr auto kPart = "squeezenet1_1.test.part";

std::string kept(const std::filesystem::path& store) {
    return test::bytesOf(store / "squeezenet1_1.test.safetensors");
}

/// A child of the kill test: fetches, and says so.
int fetchInChild(const char* address, const char* hash, const char* store) {
    const WeightsEntry entry = test::entryWith({test::https(address, hash)});
    const auto fetched = test::zooOf(entry, store).fetch(entry);
    std::fprintf(stderr, "%s\n", fetched ? "fetched" : fetched.error().message.c_str());
    return fetched ? 0 : 1;
}

} // namespace

class FetchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aWholeFileIsKeptWithWhereItCameFrom();
    void aTruncatedFileIsNeverUsedAndGoesOnByRange();
    void aServerWithoutRangesStartsAgain();
    void anAnswerForAnotherRangeStartsAgain();
    void aPartOfAnotherFileDoesNotSpoilTheRest();
    void aWholePartIsNotFetchedAgain();
    void whatMayNotBeTaken_data();
    void whatMayNotBeTaken();
    void aHugeErrorPageIsNotAwaited();
    void withoutNetworkOneSentenceSaysWhatToDo();
    void theNextSourceIsTried();
    void plainHttpIsOnlyForTheTest();
    void stoppingKeepsThePart();
    void aKillLeavesNothingThatIsUsed();
    void twoAtOnceAreNotLetIn();
    void aReadOnlyStoreIsSaid();
    void whatAKillLeftOfAPackageGoes();

private:
    std::string m_file;
    std::string m_hash;
};

void FetchTest::initTestCase() {
    m_file = test::weightsFile();
    m_hash = test::sha256(m_file);
    QVERIFY(m_file.size() > 1'000'000);
}

void FetchTest::aWholeFileIsKeptWithWhereItCameFrom() {
    Server server([&](const Server::Request& request) { return Server::part(request, m_file); });
    const test::TemporaryFolder store;
    const WeightsEntry entry = test::entryWith({test::https(server.address(), m_hash.substr(0, 8))});
    const Zoo zoo = test::zooOf(entry, store.path());
    QVERIFY(!zoo.present(entry));
    QVERIFY(test::failsWith(zoo.locate(entry), "not on this computer yet"));
    std::int64_t done = 0, total = 0;
    const auto fetched = zoo.fetch(entry, {.progress = [&](const Progress& progress) {
                                       if (progress.activity.starts_with("Downloading"))
                                           done = progress.done, total = progress.total;
                                   }});
    QVERIFY(test::succeeded(fetched));
    QCOMPARE(done, std::int64_t(m_file.size()));
    QCOMPARE(total, done);
    QCOMPARE(server.requests().front().headers.at("accept-encoding"), std::string("identity"));
    QVERIFY(zoo.present(entry));
    const auto located = zoo.locate(entry);
    QVERIFY(test::succeeded(located));
    QCOMPARE(located->file, fetched->file);
    QCOMPARE(located->sha256, test::sha256(test::bytesOf(located->file)));
    const std::string sidecar = test::bytesOf(store / "squeezenet1_1.test.json");
    for (const std::string& fact : {server.address(), m_hash, std::string("MIT")})
        QVERIFY2(sidecar.find(fact) != std::string::npos, fact.c_str());
    const auto read = weights::readSafetensors(fetched->file);
    QVERIFY(test::succeeded(read));
    const auto original = test::randomWeights("squeezenet1_1");
    QCOMPARE(read->tensors.size(), original.size());
    for (const auto& [name, tensor] : original)
        QVERIFY2(read->tensors.at(name).data == tensor.data, name.c_str());
    QVERIFY(test::succeeded(zoo.fetch(entry)));
    QCOMPARE(server.requests().size(), std::size_t(1)); // what is here is not fetched again
}

void FetchTest::aTruncatedFileIsNeverUsedAndGoesOnByRange() {
    bool broken = true;
    Server server([&](const Server::Request& request) {
        Server::Reply reply = Server::part(request, m_file);
        if (broken && request.from() > 0)
            return Server::Reply{.status = "503 Service Unavailable"};
        if (broken)
            reply.sent = 300'000;
        return reply;
    });
    const test::TemporaryFolder store;
    const WeightsEntry entry = test::entryWith({test::https(server.address(), m_hash)});
    const Zoo zoo = test::zooOf(entry, store.path());
    QVERIFY(test::failsWith(zoo.fetch(entry), "503"));
    QVERIFY(!zoo.present(entry));
    QVERIFY(!zoo.locate(entry));
    const std::string part = test::bytesOf(store / kPart);
    QVERIFY(!part.empty() && m_file.starts_with(part) && part.size() <= 300'000);
    broken = false;
    QVERIFY(test::succeeded(zoo.fetch(entry)));
    QCOMPARE(server.requests().back().from(), part.size());
    QVERIFY(!kept(store.path()).empty());
    QVERIFY(!std::filesystem::exists(store / kPart));
}

void FetchTest::aServerWithoutRangesStartsAgain() {
    Server server([&](const Server::Request&) { return Server::Reply{.body = m_file}; });
    const test::TemporaryFolder store;
    std::ofstream(store / kPart, std::ios::binary) << m_file.substr(0, 1000);
    const WeightsEntry entry = test::entryWith({test::https(server.address(), m_hash)});
    QVERIFY(test::succeeded(test::zooOf(entry, store.path()).fetch(entry)));
    QCOMPARE(server.requests().size(), std::size_t(1));
}

void FetchTest::anAnswerForAnotherRangeStartsAgain() {
    Server server([&](const Server::Request& request) {
        Server::Reply reply = Server::part(request, m_file);
        if (request.from() > 0)
            reply.headers = {{"Content-Range", "bytes 5-10/11"}};
        return reply;
    });
    const test::TemporaryFolder store;
    std::ofstream(store / kPart, std::ios::binary) << m_file.substr(0, 1000);
    const WeightsEntry entry = test::entryWith({test::https(server.address(), m_hash)});
    QVERIFY(test::succeeded(test::zooOf(entry, store.path()).fetch(entry)));
    QCOMPARE(server.requests().back().from(), std::size_t(0));
}

void FetchTest::aPartOfAnotherFileDoesNotSpoilTheRest() {
    Server server([&](const Server::Request& request) { return Server::part(request, m_file); });
    const WeightsEntry entry = test::entryWith({test::https(server.address(), m_hash)});
    for (const std::size_t bytes : {std::size_t(1000), m_file.size(), m_file.size() + 1000}) {
        const test::TemporaryFolder store;
        std::ofstream(store / kPart, std::ios::binary) << std::string(bytes, 'x');
        QVERIFY(test::succeeded(test::zooOf(entry, store.path()).fetch(entry)));
    }
}

void FetchTest::aWholePartIsNotFetchedAgain() {
    Server server([&](const Server::Request&) { return Server::Reply{.status = "500 Broken"}; });
    const test::TemporaryFolder store;
    std::ofstream(store / kPart, std::ios::binary) << m_file;
    const WeightsEntry entry = test::entryWith({test::https(server.address(), m_hash)});
    QVERIFY(test::succeeded(test::zooOf(entry, store.path()).fetch(entry)));
    QVERIFY(server.requests().empty());
}

void FetchTest::whatMayNotBeTaken_data() {
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const char* status, const char* location, const std::string& body,
                        const char* says) {
        QTest::newRow(name) << QByteArray(status) << QByteArray(location) << QByteArray::fromStdString(body)
                            << QByteArray(says);
    };
    row("another file", "200 OK", "", test::weightsFile("squeezenet1_1", 8), "SHA-256 differs");
    row("nothing", "200 OK", "", "", "SHA-256 differs");
    row("a login page", "200 OK", "", "<html>please log in</html>", "SHA-256 differs");
    row("more than expected", "200 OK", "", std::string(30 << 20, 'x'), "larger than expected");
    row("not found", "404 Not Found", "", "gone", "answer 404");
    row("forbidden", "403 Forbidden", "", "", "answer 403");
    row("a broken server", "500 Internal Server Error", "", "oops", "answer 500");
    row("to plain http elsewhere", "302 Found", "http://example.invalid/weights", "", "not secure");
    row("to plain http on another name of this machine", "301 Moved", "http://localhost:1/weights", "",
        "not secure");
    row("to a file", "302 Found", "file:///etc/passwd", "", "");
    row("round in a circle", "302 Found", "/weights", "", "");
}

void FetchTest::whatMayNotBeTaken() {
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, location);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, says);
    Server server([&](const Server::Request&) {
        Server::Reply reply{.status = status.toStdString(), .body = body.toStdString()};
        if (!location.isEmpty())
            reply.headers = {{"Location", location.toStdString()}};
        return reply;
    });
    const test::TemporaryFolder store;
    WeightsEntry entry = test::entryWith({test::https(server.address(), m_hash)});
    entry.bytes = std::int64_t(m_file.size());
    const Zoo zoo = test::zooOf(entry, store.path());
    const auto fetched = zoo.fetch(entry);
    QVERIFY(test::failsWith(fetched, says.toStdString()));
    QVERIFY2(fetched.error().message.find("graft weights import FILE --as squeezenet1_1.test") !=
                 std::string::npos,
             fetched.error().message.c_str());
    QVERIFY(!zoo.present(entry));
    QVERIFY(!zoo.locate(entry));
    QVERIFY(kept(store.path()).empty());
}

void FetchTest::aHugeErrorPageIsNotAwaited() {
    Server server([](const Server::Request&) {
        return Server::Reply{.status = "404 Not Found",
                             .body = std::string(64 << 20, ' '),
                             .sent = 16 << 20,
                             .stayOpen = true};
    });
    const test::TemporaryFolder store;
    const WeightsEntry entry = test::entryWith({test::https(server.address(), m_hash)});
    QElapsedTimer clock;
    clock.start();
    QVERIFY(test::failsWith(test::zooOf(entry, store.path()).fetch(entry), "answer 404"));
    QVERIFY(clock.elapsed() < 20'000); // and not until the line times out
}

void FetchTest::withoutNetworkOneSentenceSaysWhatToDo() {
    std::string address;
    {
        const Server gone([](const Server::Request&) { return Server::Reply{}; });
        address = gone.address();
    }
    const test::TemporaryFolder store;
    const WeightsEntry entry = test::entryWith({test::https(address, m_hash)});
    const auto fetched = test::zooOf(entry, store.path()).fetch(entry);
    QVERIFY(!fetched);
    QCOMPARE(fetched.error().message,
             "SqueezeNet of the test could not be fetched: no network connection. Get " + address +
                 " on another computer and import it (Model page, “Import file…”, or “graft weights import "
                 "FILE --as "
                 "squeezenet1_1.test”).");
}

void FetchTest::theNextSourceIsTried() {
    Server server([&](const Server::Request& request) {
        return request.path == "/second" ? Server::part(request, m_file)
                                         : Server::Reply{.status = "404 Not Found"};
    });
    const test::TemporaryFolder store;
    const WeightsEntry entry = test::entryWith(
        {test::https(server.address("/first"), m_hash), test::https(server.address("/second"), m_hash)});
    QVERIFY(test::succeeded(test::zooOf(entry, store.path()).fetch(entry)));
    QCOMPARE(server.requests().size(), std::size_t(2));
}

void FetchTest::plainHttpIsOnlyForTheTest() {
    Server server([&](const Server::Request& request) { return Server::part(request, m_file); });
    const test::TemporaryFolder store;
    const WeightsEntry entry = test::entryWith({test::https(server.address(), m_hash)});
    QVERIFY(
        test::failsWith(Zoo({entry}, {.store = store.path()}).fetch(entry), "not a secure (https) address"));
    QVERIFY(server.requests().empty());
    const WeightsEntry elsewhere =
        test::entryWith({test::https(server.address("/weights", "localhost"), m_hash)});
    QVERIFY(test::failsWith(test::zooOf(elsewhere, store.path()).fetch(elsewhere),
                            "not a secure (https) address"));
}

void FetchTest::stoppingKeepsThePart() {
    bool whole = false;
    Server server([&](const Server::Request& request) {
        Server::Reply reply = Server::part(request, m_file);
        if (!whole)
            reply.sent = 200'000, reply.stayOpen = true;
        return reply;
    });
    const test::TemporaryFolder store;
    const WeightsEntry entry = test::entryWith({test::https(server.address(), m_hash)});
    const Zoo zoo = test::zooOf(entry, store.path());
    std::stop_source stop;
    const auto stopAtTheEnd = [&](const Progress& progress) {
        if (progress.done == 200'000)
            stop.request_stop();
    };
    QVERIFY(test::failsWith(zoo.fetch(entry, {stop.get_token(), stopAtTheEnd}), "Stopped."));
    QVERIFY(!zoo.present(entry));
    QCOMPARE(test::bytesOf(store / kPart).size(), std::size_t(200'000));
    whole = true;
    QVERIFY(test::succeeded(zoo.fetch(entry)));
    QCOMPARE(server.requests().back().from(), std::size_t(200'000));
}

void FetchTest::aKillLeavesNothingThatIsUsed() {
    bool whole = false;
    Server server([&](const Server::Request& request) {
        Server::Reply reply = Server::part(request, m_file);
        if (!whole)
            reply.sent = 500'000, reply.stayOpen = true;
        return reply;
    });
    const test::TemporaryFolder store;
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(),
                {QStringLiteral("--fetch"), QString::fromStdString(server.address()),
                 QString::fromStdString(m_hash), QString::fromStdString(store.path().string())});
    QTRY_VERIFY_WITH_TIMEOUT(test::bytesOf(store / kPart).size() > 100'000, 20'000);
    ::kill(pid_t(child.processId()), SIGKILL);
    child.waitForFinished();
    const WeightsEntry entry = test::entryWith({test::https(server.address(), m_hash)});
    const Zoo zoo = test::zooOf(entry, store.path());
    QVERIFY(!zoo.present(entry));
    QVERIFY(!zoo.locate(entry));
    whole = true;
    QVERIFY(test::succeeded(zoo.fetch(entry))); // and the lock of the dead does not stand in the way
    QVERIFY(server.requests().back().from() > 100'000);
    QVERIFY(zoo.present(entry));
}

void FetchTest::twoAtOnceAreNotLetIn() {
    const test::TemporaryFolder store;
    std::optional<Result<StoredWeights>> second;
    const Zoo* shared = nullptr;
    WeightsEntry entry;
    Server server([&](const Server::Request& request) {
        if (!second)
            second = shared->fetch(entry);
        return Server::part(request, m_file);
    });
    entry = test::entryWith({test::https(server.address(), m_hash)});
    const Zoo zoo = test::zooOf(entry, store.path());
    shared = &zoo;
    QVERIFY(test::succeeded(zoo.fetch(entry)));
    QVERIFY(test::failsWith(*second, "is being fetched already"));
}

void FetchTest::aReadOnlyStoreIsSaid() {
    const test::TemporaryFolder folder;
    std::ofstream(folder / "file") << "not a folder";
    const WeightsEntry entry = test::entryWith({test::https("http://127.0.0.1:1/x", m_hash)});
    QVERIFY(test::failsWith(test::zooOf(entry, folder / "file").fetch(entry), "The folder for weights"));
}

void FetchTest::whatAKillLeftOfAPackageGoes() {
    Server server([&](const Server::Request& request) { return Server::part(request, m_file); });
    const test::TemporaryFolder store;
    std::filesystem::create_directories(store / "squeezenet1_1.test.package-AbCdEf");
    std::ofstream(store / "squeezenet1_1.test.package-AbCdEf/x.tgz") << "half";
    std::ofstream(store / "squeezenet1_1.test.safetensors.GhIjKl") << "half";
    std::ofstream(store / "other.safetensors") << "another's";
    const WeightsEntry entry = test::entryWith({test::https(server.address(), m_hash)});
    QVERIFY(test::succeeded(test::zooOf(entry, store.path()).fetch(entry)));
    QCOMPARE(test::namesIn(store.path()),
             (std::vector<std::string>{"other.safetensors", "squeezenet1_1.test.json",
                                       "squeezenet1_1.test.safetensors"}));
}

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    if (argc == 5 && std::string(argv[1]) == "--fetch")
        return fetchInChild(argv[2], argv[3], argv[4]);
    FetchTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "FetchTest.moc"
