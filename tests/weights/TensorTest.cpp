#include "weights/Tensor.h"
#include "weights/Half.h"

#include <QTest>

#include <cmath>
#include <cstring>

using namespace graft::weights;

namespace {

template <typename T>
Tensor tensorOf(DType type, std::initializer_list<T> values) {
    Tensor tensor{type, {std::int64_t(values.size())}, std::vector<std::byte>(values.size() * sizeof(T))};
    std::memcpy(tensor.data.data(), values.begin(), tensor.data.size());
    return tensor;
}

} // namespace

class TensorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTypeBecomesFloat() {
        const std::vector<float> expected{0, 1, 100};
        QCOMPARE(toFloats(tensorOf<std::uint8_t>(DType::U8, {0, 1, 100})), expected);
        QCOMPARE(toFloats(tensorOf<std::int8_t>(DType::I8, {0, 1, 100})), expected);
        QCOMPARE(toFloats(tensorOf<std::int16_t>(DType::I16, {0, 1, 100})), expected);
        QCOMPARE(toFloats(tensorOf<std::int32_t>(DType::I32, {0, 1, 100})), expected);
        QCOMPARE(toFloats(tensorOf<std::int64_t>(DType::I64, {0, 1, 100})), expected);
        QCOMPARE(toFloats(tensorOf<std::uint16_t>(DType::F16, {0, 0x3c00, 0x5640})), expected);
        QCOMPARE(toFloats(tensorOf<std::uint16_t>(DType::BF16, {0, 0x3f80, 0x42c8})), expected);
        QCOMPARE(toFloats(tensorOf<float>(DType::F32, {0, 1, 100})), expected);
        QCOMPARE(toFloats(tensorOf<double>(DType::F64, {0, 1, 100})), expected);
        QCOMPARE(toFloats(tensorOf<std::uint8_t>(DType::Bool, {0, 1, 7})), (std::vector<float>{0, 1, 1}));
    }

    void everyHalfSurvivesTheWayThroughFloat() {
        for (std::uint32_t bits = 0; bits < 0x10000; ++bits) {
            const float value = floatFromHalf(std::uint16_t(bits));
            if (std::isnan(value)) {
                QVERIFY((bits & 0x7fff) > 0x7c00);
                QVERIFY(std::isnan(floatFromHalf(halfFromFloat(value))));
                continue;
            }
            QCOMPARE(halfFromFloat(value), std::uint16_t(bits));
        }
    }

    /// Between every two neighbouring halves: the nearer one, and the even one at the middle.
    void halvesAreRoundedToTheNearestEven() {
        for (std::uint32_t bits = 0; bits < 0x7bff; ++bits) {
            const float low = floatFromHalf(std::uint16_t(bits)),
                        high = floatFromHalf(std::uint16_t(bits + 1));
            const float middle = low + (high - low) / 2;
            QCOMPARE(halfFromFloat(middle), std::uint16_t(bits + (bits & 1)));
            QCOMPARE(halfFromFloat(std::nextafter(middle, 0.f)), std::uint16_t(bits));
            QCOMPARE(halfFromFloat(-std::nextafter(middle, HUGE_VALF)), std::uint16_t(0x8000 | (bits + 1)));
        }
    }

    void knownHalves_data() {
        QTest::addColumn<float>("value");
        QTest::addColumn<uint>("half");
        QTest::newRow("one") << 1.f << 0x3c00u;
        QTest::newRow("minus zero") << -0.f << 0x8000u;
        QTest::newRow("largest") << 65504.f << 0x7bffu;
        QTest::newRow("still the largest") << 65519.f << 0x7bffu;
        QTest::newRow("infinite") << 65520.f << 0x7c00u;
        QTest::newRow("smallest normal") << 0x1p-14f << 0x0400u;
        QTest::newRow("smallest") << 0x1p-24f << 0x0001u;
        QTest::newRow("vanishes") << 0x1p-25f << 0x0000u;
        QTest::newRow("a third") << 1.f / 3 << 0x3555u;
    }

    void knownHalves() {
        QFETCH(float, value);
        QFETCH(uint, half);
        QCOMPARE(uint(halfFromFloat(value)), half);
    }

    void bfloatsAreRoundedToTheNearestEven() {
        QCOMPARE(bfloatFromFloat(1.f), std::uint16_t(0x3f80));
        QCOMPARE(bfloatFromFloat(1.f + 0x1p-8f), std::uint16_t(0x3f80));
        QCOMPARE(bfloatFromFloat(1.f + 0x3p-8f), std::uint16_t(0x3f82));
        QCOMPARE(bfloatFromFloat(3.4e38f), std::uint16_t(0x7f80));
        QVERIFY(std::isnan(floatFromBfloat(bfloatFromFloat(std::nanf("")))));
    }

    void byteSizesNeverWrapAround() {
        QCOMPARE(byteSize(DType::F32, {2, 3}), std::optional<std::uint64_t>(24));
        QCOMPARE(byteSize(DType::F32, {}), std::optional<std::uint64_t>(4));
        QCOMPARE(byteSize(DType::F64, {0, 5}), std::optional<std::uint64_t>(0));
        QVERIFY(!byteSize(DType::F32, {-1}));
        QVERIFY(!byteSize(DType::F32, {std::int64_t(1) << 62}));
        QVERIFY(!byteSize(DType::U8, {std::int64_t(1) << 32, std::int64_t(1) << 32}));
    }

    void oneValueThatIsNoNumberIsFound() {
        QVERIFY(allFinite(tensorOf<float>(DType::F32, {1, -3e38f, 0})));
        QVERIFY(!allFinite(tensorOf<float>(DType::F32, {1, NAN, 0})));
        QVERIFY(!allFinite(tensorOf<double>(DType::F64, {1, double(HUGE_VAL)})));
        QVERIFY(!allFinite(tensorOf<std::uint16_t>(DType::F16, {0xfc00})));
        QVERIFY(!allFinite(tensorOf<std::uint16_t>(DType::BF16, {0x7f80})));
        QVERIFY(allFinite(tensorOf<std::int32_t>(DType::I32, {0x7f800000})));
    }

    void shapesReadLikeShapes() {
        QCOMPARE(shapeText({64, 3, 7, 7}), std::string("64×3×7×7"));
        QCOMPARE(shapeText({5}), std::string("5"));
    }
};

QTEST_GUILESS_MAIN(TensorTest)
#include "TensorTest.moc"
