// Networks from scratch start as torchvision's do: every tensor is drawn from the same distribution.

#include "engine/Network.h"
#include "graph/Architectures.h"
#include "support/Support.h"
#include "weights/Files.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace graft;

namespace {

const char* const script = GRAFT_SOURCE_DIR "/tests/engine/parity.py";
const char* const python = "/usr/bin/python3";

/// At most about 20,000 of them, evenly spread, in order of size.
std::vector<float> sample(const weights::Tensor& tensor) {
    const std::vector<float> all = weights::toFloats(tensor);
    const std::size_t stride = all.size() / 20'000 + 1;
    std::vector<float> values;
    for (std::size_t i = 0; i < all.size(); i += stride)
        values.push_back(all[i]);
    std::ranges::sort(values);
    return values;
}

/// Greatest distance of the two empirical distributions, in units that make 1.36 the bound of 5 % (Kolmogorov
/// and Smirnov).
double distance(const std::vector<float>& a, const std::vector<float>& b) {
    std::size_t i = 0, j = 0;
    double greatest = 0;
    while (i < a.size() && j < b.size()) {
        const float value = std::min(a[i], b[j]);
        while (i < a.size() && a[i] == value)
            ++i;
        while (j < b.size() && b[j] == value)
            ++j;
        greatest = std::max(greatest, std::abs(double(i) / double(a.size()) - double(j) / double(b.size())));
    }
    return greatest * std::sqrt(double(a.size()) * double(b.size()) / double(a.size() + b.size()));
}

} // namespace

class InitialisationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (test::runProgram(python, {"-c", "import torch, torchvision"}).code != 0)
            QSKIP("/usr/bin/python3 cannot import torchvision (Debian: python3-torchvision)");
    }
    void drawsAsTorchvision_data();
    void drawsAsTorchvision();
};

void InitialisationTest::drawsAsTorchvision_data() {
    QTest::addColumn<int>("unused");
    for (const char* model :
         {"resnet18", "resnext50_32x4d", "mobilenet_v2", "mobilenet_v3_small", "efficientnet_b0",
          "densenet121", "convnext_tiny", "inception_v3", "squeezenet1_1", "vgg11_bn"})
        QTest::newRow(model) << 0;
}

void InitialisationTest::drawsAsTorchvision() {
    constexpr double improbable = 3.0; // one in thirty million, for some thousand tensors
    const std::string model = QTest::currentDataTag();
    const test::TemporaryFolder folder;
    const auto made =
        test::runProgram(python, {script, "--initialised", model, (folder / "state.pth").string()}, 300);
    QVERIFY2(made.code == 0, made.errors.c_str());
    const auto theirs = weights::read(folder / "state.pth");
    QVERIFY(theirs.ok());
    const weights::TensorMap ours =
        engine::Network(graph::findArchitecture(model)->build({.auxiliary = true}), 7).save();
    QCOMPARE(ours.size(), theirs->tensors.size());
    for (const auto& [name, tensor] : ours) {
        const std::vector<float> own = sample(tensor), other = sample(theirs->tensors.at(name));
        if (other.front() == other.back()) {
            QVERIFY2(own.front() == other.front() && own.back() == other.back(), name.c_str());
            continue;
        }
        const double apart = distance(own, other);
        QVERIFY2(apart < improbable, (name + ": " + std::to_string(apart)).c_str());
    }
}

QTEST_GUILESS_MAIN(InitialisationTest)
#include "InitialisationTest.moc"
