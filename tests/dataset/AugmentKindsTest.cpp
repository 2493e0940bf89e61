// The table of changes and the presets: complete, and saying what they do.

#include "dataset/AugmentKinds.h"
#include "../imaging/Pictures.h"
#include "dataset/Dataset.h"

#include <QTest>

#include <set>

using namespace graft;
using namespace graft::dataset;

namespace {

constexpr Preprocessing kLook{.size = 64, .resize = 72};

/// All off but this one, at its usual strength.
AugmentOptions only(const AugmentKind& kind) {
    AugmentOptions options;
    if (const auto* strength = std::get_if<AugmentKind::Strength>(&kind.member))
        options.*(*strength) = kind.usual;
    else
        options.*std::get<AugmentKind::Switch>(kind.member) = true;
    return options;
}

} // namespace

class AugmentKindsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namesAreDifferentAndEveryKindHasASentence();
    void everyMemberHasAKind();
    void offChangesNothing();
    void eachKindAloneChangesViewsAndIsAFunctionOfItsArguments_data();
    void eachKindAloneChangesViewsAndIsAFunctionOfItsArguments();
    void onlyTheBasicKindsAreBasic();
    void presetsKeepTheirPromises();
    void anUnknownPresetIsNothing();
};

void AugmentKindsTest::namesAreDifferentAndEveryKindHasASentence() {
    std::set<std::string> names, arguments, titles;
    for (const AugmentKind& kind : augmentKinds()) {
        QVERIFY2(names.insert(kind.name).second, kind.name);
        QVERIFY2(arguments.insert(kind.argument).second, kind.argument);
        QVERIFY2(titles.insert(kind.title).second, kind.title.c_str());
        QVERIFY2(kind.tip.size() > 20 && kind.tip.back() == '.', kind.name);
    }
}

// A member that the table forgets would not be saved with a run.
void AugmentKindsTest::everyMemberHasAKind() {
    std::size_t bytes = 0;
    for (const AugmentKind& kind : augmentKinds())
        bytes += std::holds_alternative<AugmentKind::Strength>(kind.member) ? sizeof(double) : sizeof(bool);
    // Two switches are padded to a double's alignment, and the last one to the end.
    QCOMPARE(sizeof(AugmentOptions), bytes - 3 + 2 * sizeof(double));
}

void AugmentKindsTest::offChangesNothing() {
    for (const AugmentKind& kind : augmentKinds()) {
        QVERIFY2(!kind.on(AugmentOptions{}), kind.name);
        QVERIFY2(kind.on(only(kind)), kind.name);
        QVERIFY2(only(kind).any(), kind.name);
        if (std::holds_alternative<AugmentKind::Strength>(kind.member)) {
            QVERIFY2(kind.low <= kind.off && kind.off <= kind.high, kind.name);
            QVERIFY2(kind.low <= kind.usual && kind.usual <= kind.high, kind.name);
        }
    }
}

void AugmentKindsTest::eachKindAloneChangesViewsAndIsAFunctionOfItsArguments_data() {
    QTest::addColumn<AugmentOptions>("options");
    for (const AugmentKind& kind : augmentKinds())
        QTest::newRow(kind.name) << only(kind);
}

void AugmentKindsTest::eachKindAloneChangesViewsAndIsAFunctionOfItsArguments() {
    QFETCH(AugmentOptions, options);
    const imaging::Image image = test::picture(150, 110, 3, 4);
    const auto plain = test::samplesOf(evaluationView(image, kLook));
    std::set<std::vector<std::uint8_t>> views;
    int changed = 0;
    for (std::int64_t id = 0; id < 16; ++id) {
        const auto view = test::samplesOf(augmentedView(image, kLook, options, 3, 1, id));
        QCOMPARE(test::samplesOf(augmentedView(image, kLook, options, 3, 1, id)), view);
        QCOMPARE(view.size(), plain.size());
        changed += view != plain;
        views.insert(view);
    }
    QVERIFY2(changed >= 3, qPrintable(QString::number(changed)));
    QVERIFY(views.size() >= 2);
}

void AugmentKindsTest::onlyTheBasicKindsAreBasic() {
    const std::set<std::string> basic{"horizontal_flip", "vertical_flip", "rotation_degrees", "minimum_scale",
                                      "brightness",      "contrast",      "saturation"};
    for (const AugmentKind& kind : augmentKinds())
        QCOMPARE(basicOnly(only(kind)), basic.contains(kind.name));
    QVERIFY(basicOnly({}));
}

void AugmentKindsTest::presetsKeepTheirPromises() {
    for (const AugmentPreset& preset : augmentPresets()) {
        QVERIFY2(!preset.title.empty() && preset.reason.back() == '.', preset.name);
        QVERIFY(*augmentPreset(preset.name) == preset.options);
        for (const AugmentKind& kind : augmentKinds())
            if (const auto* strength = std::get_if<AugmentKind::Strength>(&kind.member)) {
                const double value = preset.options.*(*strength);
                QVERIFY2(value >= kind.low && value <= kind.high, kind.name);
            }
    }
    QVERIFY(!augmentPreset("none")->any());
    const AugmentOptions radiology = *augmentPreset("radiology");
    QVERIFY(radiology.any() && !radiology.horizontalFlip && !radiology.verticalFlip);
    QVERIFY(radiology.rotationDegrees < 15); // upside down would be a mirror and a turn
    const AugmentOptions microscopy = *augmentPreset("microscopy");
    QVERIFY(microscopy.horizontalFlip && microscopy.verticalFlip && microscopy.rotationDegrees == 180);
    QVERIFY(augmentPreset("photo")->horizontalFlip && !augmentPreset("photo")->verticalFlip);
    QVERIFY(augmentPreset("trivialaugment")->trivialAugment);
}

void AugmentKindsTest::anUnknownPresetIsNothing() {
    QVERIFY(!augmentPreset("photos"));
    QVERIFY(!augmentPreset(""));
}

QTEST_GUILESS_MAIN(AugmentKindsTest)
#include "AugmentKindsTest.moc"
