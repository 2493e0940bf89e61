// How the training images vary, as a form, and what comes of it, as the preview.

#include "LearnFixture.h"
#include "dataset/Dataset.h"
#include "ui/model/AugmentForm.h"
#include "ui/model/AugmentPreview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace graft;

namespace {

constexpr int kPatienceMs = 60'000;

struct Form {
    Form() : preview(new ui::AugmentPreview), form(preview), changed(&form, &ui::AugmentForm::changed) {
        test::showAndWait(form);
    }
    template <typename Widget>
    Widget& find(const QString& name) {
        auto* widget = form.findChild<Widget*>(name);
        if (!widget)
            qFatal("no %s", qPrintable(name));
        return *widget;
    }
    QComboBox& presets() { return find<QComboBox>("augmentPreset"); }
    void choose(int index) {
        presets().setCurrentIndex(index);
        Q_EMIT presets().activated(index);
    }

    ui::AugmentPreview* preview;
    ui::AugmentForm form;
    QSignalSpy changed;
};

std::vector<dataset::Item> itemsIn(const std::filesystem::path& folder) {
    std::vector<dataset::Item> items;
    for (const auto& image : test::stripedImages(folder, 6))
        items.push_back(
            {std::int64_t(items.size()) + 11, folder / image.record.path, image.record.contentHash, 0});
    return items;
}

/// As the run's loader does it.
QImage asTrained(const dataset::Item& item, const dataset::Preprocessing& look,
                 const dataset::AugmentOptions& augment, std::uint64_t seed, std::uint64_t view) {
    const auto image = dataset::readForViews(item.path, look, augment);
    if (!image)
        qFatal("%s", image.error().message.c_str());
    const imaging::Image made = augment.any()
                                    ? dataset::augmentedView(*image, look, augment, seed, view, item.id)
                                    : dataset::evaluationView(*image, look);
    return QImage(made.u8(), look.size, look.size, 3 * look.size, QImage::Format_RGB888).copy();
}

} // namespace

class ModelAugmentTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }
    void aPresetIsItsOptionsAndSaysWhy();
    void aSingleChangeMakesItOnesOwnChoice();
    void everyChangeHasARowThatEditsItAlone();
    void strengthsFinerThanShownSurvive();
    void rowsAreReachedByKeyboard();
    void thePreviewIsWhatTheLoaderMakes();
    void thePreviewGoesThroughTheViewsThatAreKept();
    void greyPicturesAreShownGrey();
    void anUnreadableFileLeavesAGap();

private:
    std::unique_ptr<ui::theme::Theme> m_theme;
};

void ModelAugmentTest::aPresetIsItsOptionsAndSaysWhy() {
    Form fixture;
    const auto presets = dataset::augmentPresets();
    QCOMPARE(fixture.presets().count(), int(presets.size()) + 1);
    for (std::size_t i = 1; i < presets.size(); ++i) {
        fixture.choose(int(i));
        QVERIFY(fixture.form.options() == presets[i].options);
        QCOMPARE(fixture.changed.count(), int(i));
        QCOMPARE(fixture.find<QLabel>("augmentReason").text(), QString::fromStdString(presets[i].reason));
        fixture.form.setOptions({});
        QCOMPARE(fixture.presets().currentIndex(), 0);
    }
    fixture.choose(int(presets.size())); // one's own: opens the single changes and changes nothing
    QVERIFY(fixture.find<QToolButton>("augmentToggle").isChecked());
    QVERIFY(!fixture.form.options().any());
}

void ModelAugmentTest::aSingleChangeMakesItOnesOwnChoice() {
    Form fixture;
    fixture.choose(1);
    fixture.find<QCheckBox>("blur").setChecked(true);
    QCOMPARE(fixture.presets().currentIndex(), fixture.presets().count() - 1);
    QVERIFY(fixture.form.options().blur > 0 && fixture.form.options().horizontalFlip);
    fixture.find<QCheckBox>("blur").setChecked(false);
    QCOMPARE(fixture.presets().currentIndex(), 1);
}

void ModelAugmentTest::everyChangeHasARowThatEditsItAlone() {
    Form fixture;
    int emitted = 0;
    for (const dataset::AugmentKind& kind : dataset::augmentKinds()) {
        fixture.form.setOptions({});
        dataset::AugmentOptions expected;
        auto& box = fixture.find<QCheckBox>(kind.name);
        QCOMPARE(box.toolTip(), QString::fromStdString(kind.tip));
        box.setChecked(true);
        QCOMPARE(fixture.changed.count(), ++emitted);
        if (const auto* strength = std::get_if<dataset::AugmentKind::Strength>(&kind.member)) {
            auto& spin = fixture.find<QDoubleSpinBox>(QString(kind.name) + "Strength");
            QVERIFY(spin.isEnabled() && !spin.accessibleName().isEmpty());
            expected.*(*strength) = kind.usual;
            QVERIFY2(std::abs(fixture.form.options().*(*strength) - kind.usual) < 1e-9, kind.name);
            spin.setValue(1e9); // the greatest
            QCOMPARE(fixture.changed.count(), ++emitted);
            spin.setValue(-1e9);
            QCOMPARE(fixture.changed.count(), ++emitted);
            const double least = fixture.form.options().*(*strength);
            QVERIFY2(least >= kind.low && least <= kind.high && least != kind.off, kind.name);
            expected.*(*strength) = least;
        } else {
            expected.*std::get<dataset::AugmentKind::Switch>(kind.member) = true;
        }
        QVERIFY2(fixture.form.options() == expected, kind.name);
        box.setChecked(false);
        QCOMPARE(fixture.changed.count(), ++emitted);
        QVERIFY2(!fixture.form.options().any(), kind.name);
    }
}

void ModelAugmentTest::strengthsFinerThanShownSurvive() {
    Form fixture;
    const dataset::AugmentOptions fine{.rotationDegrees = 12.34, .brightness = 0.1234};
    fixture.form.setOptions(fine);
    QCOMPARE(fixture.changed.count(), 0);
    fixture.find<QCheckBox>("vertical_flip").setChecked(true);
    dataset::AugmentOptions expected = fine;
    expected.verticalFlip = true;
    QVERIFY(fixture.form.options() == expected);
}

void ModelAugmentTest::rowsAreReachedByKeyboard() {
    Form fixture;
    auto& fold = fixture.find<QToolButton>("augmentToggle");
    QVERIFY(!fixture.find<QCheckBox>("hue").isVisible());
    fold.setFocus();
    QTest::keyClick(&fold, Qt::Key_Space);
    QVERIFY(fixture.find<QCheckBox>("hue").isVisible());
    auto& hue = fixture.find<QCheckBox>("hue");
    hue.setFocus();
    QTest::keyClick(&hue, Qt::Key_Space);
    QTest::keyClick(&hue, Qt::Key_Tab);
    auto& strength = fixture.find<QDoubleSpinBox>("hueStrength");
    QVERIFY(strength.hasFocus());
    const double before = fixture.form.options().hue;
    QTest::keyClick(&strength, Qt::Key_Up);
    QVERIFY(fixture.form.options().hue > before);
}

void ModelAugmentTest::thePreviewIsWhatTheLoaderMakes() {
    const test::TemporaryFolder folder;
    const auto items = itemsIn(folder.path());
    Form fixture;
    fixture.preview->setItems(items);
    const dataset::Preprocessing look{.size = 96, .resize = 104};
    for (const dataset::AugmentPreset& preset : dataset::augmentPresets()) {
        fixture.preview->setLook(look, preset.options, 77, 0);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.preview->settled() && fixture.preview->pictures().size() == 6,
                                 kPatienceMs);
        for (const std::uint64_t view : {0, 1}) {
            for (std::size_t i = 0; i < items.size(); ++i)
                QVERIFY2(fixture.preview->pictures()[i] ==
                             asTrained(items[i], look, preset.options, 77, preset.options.any() ? view : 0),
                         preset.name);
            if (!preset.options.any())
                break;
            fixture.preview->showNext();
            QTRY_VERIFY_WITH_TIMEOUT(fixture.preview->settled(), kPatienceMs);
        }
        fixture.preview->setLook(look, preset.options, 77, 1); // back to the first view
    }
}

void ModelAugmentTest::thePreviewGoesThroughTheViewsThatAreKept() {
    const test::TemporaryFolder folder;
    Form fixture;
    auto& caption = fixture.find<QLabel>("previewCaption");
    fixture.preview->setItems(itemsIn(folder.path()));
    fixture.preview->setLook({.size = 64}, {}, 1, 2);
    QVERIFY(caption.text().contains("every epoch"));
    fixture.preview->setLook({.size = 64}, {.rotationDegrees = 90}, 1, 2);
    QVERIFY(caption.text().contains("view 1 of 2"));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.preview->settled(), kPatienceMs);
    const auto first = fixture.preview->pictures();
    QTest::keyClick(fixture.preview, Qt::Key_Space);
    QVERIFY(caption.text().contains("view 2 of 2"));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.preview->settled(), kPatienceMs);
    QVERIFY(fixture.preview->pictures() != first);
    QTest::mouseClick(fixture.preview, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.preview->settled(), kPatienceMs);
    QVERIFY(fixture.preview->pictures() == first);
    fixture.preview->setLook({.size = 64}, {.rotationDegrees = 90}, 1, 0);
    QVERIFY(caption.text().contains("epoch 1"));
}

void ModelAugmentTest::greyPicturesAreShownGrey() {
    const test::TemporaryFolder folder;
    Form fixture;
    fixture.preview->setItems(itemsIn(folder.path()));
    fixture.preview->setLook({.size = 64, .grey = true}, {.horizontalFlip = true}, 1, 0);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.preview->settled() && fixture.preview->pictures().size() == 6,
                             kPatienceMs);
    QVERIFY(fixture.preview->pictures().front().isGrayscale());
}

void ModelAugmentTest::anUnreadableFileLeavesAGap() {
    const test::TemporaryFolder folder;
    auto items = itemsIn(folder.path());
    items[2].path = folder / "absent.png";
    Form fixture;
    fixture.preview->setItems(items);
    fixture.preview->setLook({.size = 64}, {.blur = 1}, 1, 0);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.preview->settled() && fixture.preview->pictures().size() == 6,
                             kPatienceMs);
    QVERIFY(fixture.preview->pictures()[2].isNull() && !fixture.preview->pictures()[3].isNull());
}

QTEST_MAIN(ModelAugmentTest)
#include "ModelAugmentTest.moc"
