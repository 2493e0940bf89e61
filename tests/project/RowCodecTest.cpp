#include "Fixture.h"

#include "base/Random.h"
#include "project/Bytes.h"
#include "project/Geometry.h"
#include "project/Rows.h"

#include <QtEndian>

#include <cmath>
#include <limits>

using namespace graft;
using namespace graft::project;

namespace {

Row randomRow(Table table, Random& random) {
    Row row;
    for (const Column& column : columnsOf(table)) {
        if (column.kind == ColumnKind::Text || column.kind == ColumnKind::Blob) {
            std::string bytes(random.below(30), '\0');
            for (char& byte : bytes)
                byte = char(random.below(256));
            row.emplace_back(bytes);
        } else {
            row.emplace_back(std::int64_t(random.next()) >> random.below(63));
        }
    }
    return row;
}

std::vector<RowChange> randomChanges(Random& random) {
    std::vector<RowChange> changes;
    for (std::uint64_t count = random.below(40); count > 0; --count) {
        const Table table = allTables[random.below(3)];
        const auto id = std::int64_t(random.below(100000));
        const Row before = randomRow(table, random);
        switch (random.below(3)) {
        case 0:
            changes.push_back(addedRow(table, id, before));
            break;
        case 1:
            changes.push_back(removedRow(table, id, before));
            break;
        default: {
            Row other = before;
            const Row fresh = randomRow(table, random);
            for (std::size_t i = 0; i < other.size(); ++i)
                if (random.chance(0.4))
                    other[i] = fresh[i];
            if (auto change = changedRow(table, id, before, other))
                changes.push_back(*change);
        }
        }
    }
    return changes;
}

} // namespace

class RowCodecTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbersComeBack() {
        using Limits = std::numeric_limits<std::int64_t>;
        ByteWriter out;
        const std::int64_t values[] = {0, 1, -1, 63, 64, -64, -65, 1 << 20, Limits::max(), Limits::min()};
        for (std::int64_t value : values)
            out.integer(value);
        out.number(~0ull);
        out.real(-1.5e-300);
        out.text("ä\0b");
        const std::string bytes = out.take();
        ByteReader in(bytes);
        for (std::int64_t value : values)
            QCOMPARE(in.integer(), value);
        QCOMPARE(in.number(), ~std::uint64_t(0));
        QCOMPARE(in.real(), -1.5e-300);
        QCOMPARE(in.text(), std::string("ä\0b"));
        QVERIFY(in.atEnd() && !in.failed());
        in.number();
        QVERIFY(in.failed());
    }

    void changesComeBack() {
        for (std::uint64_t seed = 0; seed < 50; ++seed) {
            Random random(seed);
            const auto changes = randomChanges(random);
            const auto decoded = decodeChanges(encodeChanges(changes));
            QVERIFY2(decoded && *decoded == changes, qPrintable(QString("seed %1").arg(seed)));
            QCOMPARE(inverse(inverse(changes)), changes);
        }
    }

    void damagedPayloadsAreRefusedAndNeverCrash() {
        Random random(3);
        std::string whole;
        while (whole.size() < 200)
            whole = encodeChanges(randomChanges(random));
        for (std::size_t size = 0; size < whole.size(); ++size)
            QVERIFY(!decodeChanges(whole.substr(0, size)));
        for (int i = 0; i < 2000; ++i) {
            std::string broken = whole;
            broken[random.below(broken.size())] ^= char(1 << random.below(8));
            (void)decodeChanges(broken);
        }
        std::string bomb(20, '\0');
        qToBigEndian<quint32>(0xFFFFFFFF, bomb.data());
        QVERIFY(!decodeChanges(bomb));
    }

    void onlyWhatDiffersIsKept() {
        ImageRecord before{.id = {7}, .path = "a.png", .contentHash = std::string(64, 'f')};
        ImageRecord after = before;
        after.label = {3};
        const auto change = changedRow(Table::Images, 7, rowOf(before), rowOf(after));
        QVERIFY(change);
        QCOMPARE(change->columns.size(), std::size_t(1));
        setColumns(before, change->columns, change->after);
        QCOMPARE(before, after);
        QVERIFY(!changedRow(Table::Images, 7, rowOf(after), rowOf(after)));
    }

    void rowsOfTheFirstFormatGetTheColumnsThatCameLater() {
        const annotation::Shape shape{{7}, {3}, annotation::Box{1, 2, 3, 4}};
        const Row whole = rowOf(shapeRow({5}, shape));
        const Row first(whole.begin(), whole.begin() + 3);
        const std::vector<RowChange> old{{Table::Shapes, 7, {0, 1, 2}, {}, first},
                                         {Table::Shapes, 7, {0, 1, 2}, first, {}},
                                         {Table::Shapes, 7, {0, 1, 2}, first, first}};
        const auto read = decodeChanges(encodeChanges(old));
        QVERIFY(read);
        QCOMPARE((*read)[0], addedRow(Table::Shapes, 7, whole));
        QCOMPARE((*read)[1], removedRow(Table::Shapes, 7, whole));
        QCOMPARE((*read)[2], old[2]); // only what changed
    }

    void shapesComeBack() {
        annotation::Shape shape{{7}, {3}, annotation::Point{1, 2}, -4, true, true, {}, "to be asked: ä\n?"};
        for (int bits = 0; bits < 16; ++bits) {
            shape.attributes = {bool(bits & 1), bool(bits & 2), bool(bits & 4), bool(bits & 8)};
            QVERIFY(shapeOf(shapeRow({5}, shape)) == shape);
        }
        ShapeRow row = shapeRow({5}, shape);
        row.flags |= 1 << 20; // of a later program
        QVERIFY(shapeOf(row) == shape);
        row.geometry = "?";
        QVERIFY(!shapeOf(row));
    }

    void geometriesComeBack() {
        using namespace annotation;
        const Geometry all[] = {Box{1.25, -2, 3e10, 0},
                                Polygon{},
                                Polygon{{{1, 2}, {3.5, 4}, {-5, 6}}},
                                Mask{-3, 4, 5, 2, {0, 3, 7}},
                                Mask{},
                                RotatedBox{{1, 2}, 3, 4, -0.5},
                                Ellipse{{1, 2}, 3, 4, 0.5},
                                Polyline{},
                                Polyline{{{1, 2}, {3, 4}}},
                                Point{-1, 2.5}};
        for (const Geometry& geometry : all) {
            const auto decoded = decodeGeometry(encodeGeometry(geometry));
            QVERIFY(decoded && *decoded == geometry);
        }
        const std::string mask = encodeGeometry(Mask{0, 0, 5, 2, {0, 3, 8}});
        QVERIFY2(!decodeGeometry(mask), "runs that do not fill the mask");
        QVERIFY(!decodeGeometry(encodeGeometry(Mask{2'000'000'000, 0, 5, 2, {0, 10}})));
        QVERIFY(!decodeGeometry(encodeGeometry(Mask{0, -2'000'000'000, 5, 2, {0, 10}})));
        for (const double strange : {std::nan(""), HUGE_VAL, -1e300}) {
            QVERIFY(!decodeGeometry(encodeGeometry(Box{0, strange, 1, 1})));
            QVERIFY(!decodeGeometry(encodeGeometry(Polygon{{{0, 0}, {strange, 1}, {1, 1}}})));
            QVERIFY(!decodeGeometry(encodeGeometry(RotatedBox{{0, 0}, 1, 1, strange})));
            QVERIFY(!decodeGeometry(encodeGeometry(Ellipse{{0, 0}, strange, 1, 0})));
            QVERIFY(!decodeGeometry(encodeGeometry(Point{strange, 1})));
        }
        QVERIFY(!decodeGeometry(""));
        QVERIFY(!decodeGeometry("\x09"));
        QVERIFY(!decodeGeometry(encodeGeometry(all[0]) + "x"));
    }
};

QTEST_GUILESS_MAIN(RowCodecTest)
#include "RowCodecTest.moc"
