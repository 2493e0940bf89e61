#include "support/Support.h"
#include "weights/Files.h"

#include <QTest>

#include <numeric>

using namespace graft;
using namespace graft::weights;

namespace {

/// What PyTorch itself writes. Values count up, so that the expectation needs no second file.
constexpr const char* writer = R"PY(
import sys, collections, torch
folder = sys.argv[1]
def save(name, value, **how):
    torch.save(value, folder + "/zip_" + name, **how)
    torch.save(value, folder + "/legacy_" + name, _use_new_zipfile_serialization=False, **how)
ramp = torch.arange(24, dtype=torch.float32)
for name, dtype in dict(F32=torch.float32, F64=torch.float64, F16=torch.float16, BF16=torch.bfloat16, I64=torch.int64,
                        I32=torch.int32, I16=torch.int16, I8=torch.int8, U8=torch.uint8).items():
    save(name, {"w": ramp.to(dtype).reshape(2, 3, 4)})
save("BOOL", {"w": torch.tensor([True, False])})
save("views", collections.OrderedDict(
    whole=ramp.reshape(4, 6), transposed=ramp.reshape(4, 6).t(), part=ramp[5:9], every_other=ramp[1::2],
    column=ramp.reshape(4, 6)[:, 2], repeated=ramp[:3].expand(2, 3), scalar=torch.tensor(7.0), empty=torch.zeros(0, 3)))
model = torch.nn.Sequential(torch.nn.Conv2d(2, 3, 1), torch.nn.BatchNorm2d(3))
for i, parameter in enumerate(model.parameters()):
    torch.nn.init.constant_(parameter, i + 1)
save("model", model.state_dict())
save("protocol4", model.state_dict(), pickle_protocol=4)
save("parallel", torch.nn.DataParallel(model).state_dict())
save("checkpoint", {"epoch": 3, "lr": 1e-3, "note": "a", "state_dict": model.state_dict(), "optimizer": {"state": [], "on": True}})
save("parameters", {"p": torch.nn.Parameter(ramp[:2].clone())})
save("whole_model", model)
save("numbers", {"epoch": 1})
save("nan", {"fine": ramp, "broken": torch.tensor([1.0, float("nan")])})
torch.jit.script(model).save(folder + "/zip_script")
)PY";

std::vector<float> ramp(std::size_t count) {
    std::vector<float> values(count);
    std::iota(values.begin(), values.end(), 0.f);
    return values;
}

} // namespace

class PthTest : public QObject {
    Q_OBJECT

    test::TemporaryFolder m_folder;
    std::string m_python =
        qEnvironmentVariable("GRAFT_PYTHON", QStringLiteral("/usr/bin/python3")).toStdString();
    std::string m_missing;

    void needTorch() const {
        if (!m_missing.empty())
            QSKIP(m_missing.c_str());
    }

    static void bothContainers(const std::vector<const char*>& names) {
        QTest::addColumn<QString>("file");
        for (const char* name : names)
            for (const char* container : {"zip_", "legacy_"})
                QTest::newRow((std::string(container) + name).c_str())
                    << QString::fromUtf8(container) + QString::fromUtf8(name);
    }

    WeightsFile file(const QString& name) const {
        auto read = weights::read(m_folder / name.toStdString());
        if (!read)
            qWarning("%s", read.error().message.c_str());
        return read ? *std::move(read) : WeightsFile();
    }

private Q_SLOTS:
    void initTestCase() {
        const auto written = test::runProgram(m_python, {"-c", writer, m_folder.path().string()});
        if (written.code != 0)
            m_missing = "no Python with PyTorch (GRAFT_PYTHON): " + written.errors;
    }

    void everyTypeIsRead_data() {
        bothContainers({"F32", "F64", "F16", "BF16", "I64", "I32", "I16", "I8", "U8", "BOOL"});
    }

    void everyTypeIsRead() {
        needTorch();
        QFETCH(QString, file);
        const WeightsFile read = this->file(file);
        QVERIFY(read.tensors.contains("w"));
        const Tensor& tensor = read.tensors.at("w");
        QVERIFY(file.endsWith(QLatin1String("_") + QString::fromStdString(std::string(name(tensor.type)))));
        QCOMPARE(toFloats(tensor), tensor.type == DType::Bool ? (std::vector<float>{1, 0}) : ramp(24));
    }

    void viewsAndSharedStorageBecomeDense_data() { bothContainers({"views"}); }

    void viewsAndSharedStorageBecomeDense() {
        needTorch();
        QFETCH(QString, file);
        const WeightsFile read = this->file(file);
        const auto values = [&](const char* name) { return toFloats(read.tensors.at(name)); };
        const auto shape = [&](const char* name) { return read.tensors.at(name).shape; };
        QCOMPARE(read.tensors.size(), std::size_t(8));
        QCOMPARE(values("whole"), ramp(24));
        QCOMPARE(shape("transposed"), (std::vector<std::int64_t>{6, 4}));
        QCOMPARE(values("transposed"), (std::vector<float>{0, 6, 12, 18, 1, 7,  13, 19, 2, 8,  14, 20,
                                                           3, 9, 15, 21, 4, 10, 16, 22, 5, 11, 17, 23}));
        QCOMPARE(values("part"), (std::vector<float>{5, 6, 7, 8}));
        QCOMPARE(values("every_other"), (std::vector<float>{1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23}));
        QCOMPARE(values("column"), (std::vector<float>{2, 8, 14, 20}));
        QCOMPARE(values("repeated"), (std::vector<float>{0, 1, 2, 0, 1, 2}));
        QCOMPARE(values("scalar"), (std::vector<float>{7}));
        QCOMPARE(shape("scalar"), (std::vector<std::int64_t>{}));
        QCOMPARE(shape("empty"), (std::vector<std::int64_t>{0, 3}));
    }

    void stateDictsInAllTheirPlacesAreFound_data() {
        bothContainers({"model", "protocol4", "parallel", "checkpoint"});
    }

    void stateDictsInAllTheirPlacesAreFound() {
        needTorch();
        QFETCH(QString, file);
        const WeightsFile read = this->file(file);
        QCOMPARE(read.tensors.size(), std::size_t(7));
        QCOMPARE(toFloats(read.tensors.at("0.weight")), std::vector<float>(6, 1.f));
        QCOMPARE(toFloats(read.tensors.at("1.bias")), std::vector<float>(3, 4.f));
        QCOMPARE(read.tensors.at("1.num_batches_tracked").type, DType::I64);
    }

    void parametersAreTensors_data() { bothContainers({"parameters"}); }

    void parametersAreTensors() {
        needTorch();
        QFETCH(QString, file);
        QCOMPARE(toFloats(this->file(file).tensors.at("p")), ramp(2));
    }

    void whatIsNoStateDictIsRefusedByName_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("reason");
        for (const char* container : {"zip_", "legacy_"}) {
            const auto row = [&](const char* name, const char* reason) {
                QTest::newRow((std::string(container) + name).c_str())
                    << QString::fromUtf8(container) + QString::fromUtf8(name) << QString::fromUtf8(reason);
            };
            row("whole_model", "“torch.nn.modules.container.Sequential”");
            row("numbers", "no table of named tensors");
            row("nan", "“broken” holds values that are not numbers");
        }
        QTest::newRow("script") << QStringLiteral("zip_script") << QStringLiteral("TorchScript");
    }

    void whatIsNoStateDictIsRefusedByName() {
        needTorch();
        QFETCH(QString, file);
        QFETCH(QString, reason);
        const auto read = weights::read(m_folder / file.toStdString());
        QVERIFY(!read.ok());
        const QString message = QString::fromStdString(read.error().message);
        QVERIFY2(message.contains(reason) && message.contains(file), qPrintable(message));
    }

    void noCutOfAFileIsAccepted_data() { bothContainers({"model"}); }

    void noCutOfAFileIsAccepted() {
        needTorch();
        QFETCH(QString, file);
        const auto path = m_folder / file.toStdString();
        const auto cut = m_folder / "cut";
        for (std::uintmax_t length = std::filesystem::file_size(path); length-- > 0;) {
            std::filesystem::copy_file(path, cut, std::filesystem::copy_options::overwrite_existing);
            std::filesystem::resize_file(cut, length);
            QVERIFY2(!weights::read(cut).ok(), std::to_string(length).c_str());
            length -= std::min<std::uintmax_t>(length, 6);
        }
    }

    /// A state dict of our own writing is one for PyTorch's reader too.
    void pythonReadsOurSafetensors() {
        needTorch();
        const auto path = m_folder / "ours.safetensors";
        QVERIFY(writeSafetensors(path, {{"a", fromFloats({2, 2}, {1, 2, 3, 4})},
                                        {"b", fromFloats({1}, {0.5f}, DType::F16)}})
                    .ok());
        const auto read = test::runProgram(
            m_python,
            {"-c",
             "import sys, json, struct; d = open(sys.argv[1], 'rb').read(); n, = struct.unpack('<Q', d[:8])\n"
             "h = json.loads(d[8:8+n]); print(sorted(h), [struct.unpack('<4f', "
             "d[8+n+h['a']['data_offsets'][0]:][:16])])",
             path.string()});
        QCOMPARE(read.code, 0);
        QCOMPARE(read.output, std::string("['a', 'b'] [(1.0, 2.0, 3.0, 4.0)]\n"));
    }
};

QTEST_GUILESS_MAIN(PthTest)
#include "PthTest.moc"
