#include "weights/KerasResnet.h"

#include <QTest>

#include <numeric>

using namespace graft::weights;

namespace {

Tensor ramp(std::vector<std::int64_t> shape, float start = 0) {
    Tensor tensor{DType::F32, shape, {}};
    std::vector<float> values(std::size_t(tensor.elements()));
    std::iota(values.begin(), values.end(), start);
    return fromFloats(shape, values);
}

void addPair(TensorMap& keras, const std::string& conv, const std::string& norm) {
    keras[conv + "/kernel"] = ramp({1, 2, 3, 4});
    keras[conv + "/bias"] = fromFloats({4}, {1, 2, 3, 4});
    keras[norm + "/gamma"] = ramp({4}, 10);
    keras[norm + "/beta"] = ramp({4}, 20);
    keras[norm + "/moving_mean"] = ramp({4}, 30);
    keras[norm + "/moving_variance"] = ramp({4}, 40);
}

TensorMap smallResnet() {
    TensorMap keras;
    addPair(keras, "conv1", "bn_conv1");
    for (const char* name : {"2a_branch1", "2a_branch2a", "3d_branch2b", "5c_branch2c", "4b22_branch2a"})
        addPair(keras, std::string("res") + name, std::string("bn") + name);
    keras["fc1000/kernel"] = ramp({2, 3});
    keras["fc1000/bias"] = ramp({3});
    return keras;
}

} // namespace

class KerasResnetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesBecomeTorchvisions() {
        const auto converted = torchvisionFromKerasResnet(smallResnet());
        QVERIFY(converted.ok());
        for (const char* name : {"conv1.weight", "bn1.weight", "layer1.0.downsample.0.weight",
                                 "layer1.0.downsample.1.running_mean", "layer1.0.conv1.weight",
                                 "layer1.0.bn1.bias", "layer2.3.conv2.weight", "layer4.2.bn3.running_var",
                                 "layer3.22.conv1.weight", "fc.weight", "fc.bias"})
            QVERIFY2(converted->contains(name), name);
        QCOMPARE(converted->size(), std::size_t(6 * 5 + 2));
    }

    void kernelsAreTurnedFromHwioToOihw() {
        const auto converted = torchvisionFromKerasResnet(smallResnet());
        const Tensor& weight = converted->at("conv1.weight");
        QCOMPARE(weight.shape, (std::vector<std::int64_t>{4, 3, 1, 2}));
        // o = 0: i = 0: w = 0, 1; …
        const std::vector<float> values = toFloats(weight);
        QCOMPARE(std::vector<float>(values.begin(), values.begin() + 6),
                 (std::vector<float>{0, 12, 4, 16, 8, 20}));
        QCOMPARE(toFloats(converted->at("fc.weight")), (std::vector<float>{0, 3, 1, 4, 2, 5}));
    }

    void biasesAreFoldedIntoTheRunningMeans() {
        const auto converted = torchvisionFromKerasResnet(smallResnet());
        QCOMPARE(toFloats(converted->at("bn1.running_mean")), (std::vector<float>{29, 29, 29, 29}));
        QCOMPARE(toFloats(converted->at("bn1.running_var")), (std::vector<float>{40, 41, 42, 43}));
    }

    void whatIsMissingIsNamed_data() {
        QTest::addColumn<QString>("missing");
        for (const char* name : {"conv1/kernel", "bn_conv1/gamma", "bn2a_branch1/moving_mean", "fc1000/bias"})
            QTest::newRow(name) << QString::fromUtf8(name);
    }

    void whatIsMissingIsNamed() {
        QFETCH(QString, missing);
        TensorMap keras = smallResnet();
        keras.erase(missing.toStdString());
        const auto converted = torchvisionFromKerasResnet(keras);
        QVERIFY(!converted.ok());
        QVERIFY(QString::fromStdString(converted.error().message)
                    .contains(missing.section(QLatin1Char('/'), 0, 0)));
    }
};

QTEST_GUILESS_MAIN(KerasResnetTest)
#include "KerasResnetTest.moc"
