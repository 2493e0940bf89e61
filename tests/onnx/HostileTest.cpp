// Files that are cut off, damaged or made with bad intent: a message, never a crash.

#include "base/Files.h"
#include "base/Random.h"
#include "engine/Network.h"
#include "onnx/Fields.h"
#include "onnx/GraphWriter.h"
#include "onnx/Onnx.h"
#include "support/Support.h"

#include <QTest>

#include <fstream>
#include <functional>

using namespace graft;
using onnx::GraphWriter;
using onnx::ProtoWriter;
namespace fields = onnx::fields;

namespace {

using Bytes = std::vector<std::byte>;

Bytes bytesOf(const ProtoWriter& message) {
    Bytes bytes;
    for (const ProtoWriter::Piece& piece : message.pieces()) {
        std::ranges::copy(std::as_bytes(std::span(piece.own)), std::back_inserter(bytes));
        std::ranges::copy(piece.borrowed, std::back_inserter(bytes));
    }
    return bytes;
}

/// A small network with a convolution, a pooling and a Linear, as write() writes it.
Bytes soundFile(const std::filesystem::path& folder) {
    graph::Graph graph;
    graph.add("input", graph::Input{3}, {});
    graph.add("conv", graph::Conv2d{.in = 3, .out = 4, .kernel = {3, 3}, .padding = {1, 1}, .bias = true},
              {0});
    graph.add("norm", graph::BatchNorm2d{.channels = 4}, {1});
    graph.add("pool", graph::AvgPool2d{}, {2});
    graph.add("mean", graph::AdaptiveAvgPool2d{}, {3});
    graph.add("flat", graph::Flatten{}, {4});
    graph.add("fc", graph::Linear{.in = 4, .out = 2}, {5});
    const engine::Network network(graph, 1);
    const auto file = folder / "sound.onnx";
    if (const auto written =
            onnx::write(file, graph, network.save(),
                        {.input = {3, 8, 8}, .name = "sound", .version = "1", .metadata = {{"a", "b"}}});
        !written)
        qFatal("%s", written.error().message.c_str());
    return *readFile(file, 1 << 20);
}

/// A model of one node, changed.
Bytes modelWith(const std::function<void(GraphWriter&)>& fill) {
    static std::vector<std::unique_ptr<GraphWriter>> kept;
    GraphWriter& writer = *kept.emplace_back(std::make_unique<GraphWriter>());
    writer.input("image", {3, 8, 8});
    writer.output("out", {4});
    fill(writer);
    ProtoWriter model;
    model.number(fields::model::irVersion, 7);
    model.message(fields::model::graph, writer.finish("hostile"));
    return bytesOf(model);
}

void constantAndConv(GraphWriter& writer, const std::vector<std::int64_t>& dims, std::size_t values,
                     const std::vector<onnx::Attribute>& attributes = {}) {
    writer.constant("w", dims, std::vector<float>(values, 1.0F));
    writer.node("Conv", "out", {"image", "w"}, attributes);
}

} // namespace

class HostileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_sound = soundFile(m_folder.path()); }
    void theSoundFileRuns();
    void aFileIsRefused_data();
    void aFileIsRefused();
    void everyTruncationIsRefused();
    void changedBytesNeverCrash();

private:
    test::TemporaryFolder m_folder;
    Bytes m_sound;

    Result<onnx::Session> open(const Bytes& bytes) const {
        const auto file = m_folder / "file.onnx";
        std::ofstream(file, std::ios::binary)
            .write(reinterpret_cast<const char*>(bytes.data()), std::streamsize(bytes.size()));
        return onnx::Session::open(file);
    }
};

void HostileTest::theSoundFileRuns() {
    auto session = open(m_sound);
    QVERIFY2(session.ok(), session.ok() ? "" : session.error().message.c_str());
    QCOMPARE(session->metadata().at("a"), std::string("b"));
    const auto rows = session->run(std::vector<float>(2 * 3 * 8 * 8, 0.5F), {3, 8, 8});
    QVERIFY(rows.ok());
    QCOMPARE(rows->size(), 4u);
    QVERIFY(std::abs((*rows)[0] + (*rows)[1] - 1) < 1e-5F);
}

void HostileTest::aFileIsRefused_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const Bytes& bytes, const char* says) {
        QTest::newRow(name) << QByteArray(reinterpret_cast<const char*>(bytes.data()),
                                          qsizetype(bytes.size()))
                            << QByteArray(says);
    };
    row("empty", {}, "no ONNX file");
    QTest::newRow("a letter") << QByteArray("Dear Sir or Madam") << QByteArray("no ONNX file");
    // Field 7 (graph) with a length of 2^63.
    QTest::newRow("a huge length") << QByteArray("\x3a\xff\xff\xff\xff\xff\xff\xff\xff\x7f")
                                   << QByteArray("no ONNX file");
    QTest::newRow("a number without end") << QByteArray(64, '\xff') << QByteArray("no ONNX file");
    row("no node", modelWith([](GraphWriter&) {}), "one image");
    row("an operation that runs code",
        modelWith([](GraphWriter& writer) { writer.node("PyOp", "out", {"image"}); }), "PyOp");
    row("a loop", modelWith([](GraphWriter& writer) {
            writer.node("Loop", "out", {"image", "image"});
        }),
        "Loop");
    row("a value nobody gives",
        modelWith([](GraphWriter& writer) { writer.node("Relu", "out", {"nowhere"}); }), "“out” is damaged");
    row("a node that reads itself",
        modelWith([](GraphWriter& writer) { writer.node("Relu", "out", {"out"}); }), "“out” is damaged");
    row("two nodes of one name", modelWith([](GraphWriter& writer) {
            writer.node("Relu", "out", {"image"});
            writer.node("Relu", "out", {"image"});
        }),
        "“out” is damaged");
    row("an output nobody computes",
        modelWith([](GraphWriter& writer) { writer.node("Relu", "other", {"image"}); }), "nothing computes");
    row("fewer bytes than the dims say", modelWith([](GraphWriter& writer) {
            constantAndConv(writer, {4, 3, 3, 3}, 5);
        }),
        "“w” is damaged");
    row("dims that overflow", modelWith([](GraphWriter& writer) {
            constantAndConv(writer, {1 << 30, 1 << 30, 1 << 30, 4}, 4);
        }),
        "“w” is damaged");
    row("a negative side", modelWith([](GraphWriter& writer) {
            constantAndConv(writer, {-4, 3, 3, 3}, 108);
        }),
        "“w” is damaged");
    row("weights of another rank", modelWith([](GraphWriter& writer) {
            constantAndConv(writer, {4, 27}, 108);
        }),
        "“out” is damaged");
    row("a huge padding", modelWith([](GraphWriter& writer) {
            constantAndConv(writer, {4, 3, 3, 3}, 108, {{"pads", std::vector<std::int64_t>(4, 1 << 30)}});
        }),
        "“out” is damaged");
    row("a stride of nothing", modelWith([](GraphWriter& writer) {
            constantAndConv(writer, {4, 3, 3, 3}, 108, {{"strides", std::vector<std::int64_t>{0, 0}}});
        }),
        "“out” is damaged");
    row("channels that do not fit", modelWith([](GraphWriter& writer) {
            constantAndConv(writer, {4, 5, 3, 3}, 180);
        }),
        "");
    ProtoWriter elsewhere, graph, model;
    elsewhere.text(fields::tensor::name, "w");
    elsewhere.text(13, "/etc/passwd"); // external_data
    graph.message(fields::graph::initializer, std::move(elsewhere));
    model.message(fields::model::graph, std::move(graph));
    row("tensors in another file", bytesOf(model), "damaged, or not written by this program");
}

void HostileTest::aFileIsRefused() {
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, says);
    const auto view = std::as_bytes(std::span(bytes.constData(), std::size_t(bytes.size())));
    auto session = open(Bytes(view.begin(), view.end()));
    std::string message = session ? "" : session.error().message;
    if (session) // only running shows it
        if (const auto rows = session->run(std::vector<float>(3 * 8 * 8), {3, 8, 8}); !rows)
            message = rows.error().message;
    QVERIFY2(!message.empty() && QByteArray::fromStdString(message).contains(says), message.c_str());
}

void HostileTest::everyTruncationIsRefused() {
    for (std::size_t size = 0; size < m_sound.size(); size += 7)
        if (const auto session = open(Bytes(m_sound.begin(), m_sound.begin() + std::ptrdiff_t(size)));
            session)
            // What is cut off may be the metadata behind the graph alone.
            QVERIFY(session->metadata().empty());
}

void HostileTest::changedBytesNeverCrash() {
    constexpr std::uint64_t kSeed = 31;
    Random random(kSeed);
    int opened = 0;
    for (int i = 0; i < 500; ++i) {
        Bytes bytes = m_sound;
        for (std::uint64_t change = 0; change <= random.below(3); ++change)
            bytes[std::size_t(random.below(bytes.size()))] = std::byte(random.below(256));
        auto session = open(bytes);
        if (!session)
            continue;
        ++opened;
        const auto rows = session->run(std::vector<float>(3 * 8 * 8), {3, 8, 8});
        QVERIFY(rows.ok() || !rows.error().message.empty());
    }
    qInfo("seed %llu: %d of 500 changed files could still be opened", static_cast<unsigned long long>(kSeed),
          opened);
    QVERIFY(opened > 0 && opened < 500);
}

QTEST_GUILESS_MAIN(HostileTest)
#include "HostileTest.moc"
