#include "FrameFixture.h"
#include "ui/frame/Appearance.h"
#include "ui/frame/DeviceChoice.h"
#include "ui/settings/FolderSize.h"
#include "ui/settings/SettingsPage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using namespace graft;

class FrameSettingsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }

    void preferencesOutliveTheProgram();
    void nonsenseInTheFileIsPassedOver();
    void theSchemeChangesAtOnce();
    void lessMotionCanBeAskedFor();
    void everyLanguageOfTheProgramIsOffered();
    void theDeviceIsWhatNewProjectsStartWith();
    void theGraphicsCardIsNamedOrSaysWhyNot_data();
    void theGraphicsCardIsNamedOrSaysWhyNot();
    void theMachineIsDescribed();
    void theCacheIsCountedAndCleared();
    void theUndoHistoryIsKeptBelowItsLimit();
    void sizesOfFoldersAreCounted();

private:
    std::unique_ptr<ui::theme::Theme> m_theme;
};

void FrameSettingsTest::preferencesOutliveTheProgram() {
    test::TemporaryFolder folder;
    const auto file = folder / "studio.ini";
    {
        ui::Preferences preferences(file);
        QCOMPARE(preferences.scheme(), QString("system"));
        QCOMPARE(preferences.language(), QString("system"));
        QCOMPARE(preferences.device(), QString("auto"));
        QVERIFY(!preferences.reducedMotion());
        preferences.setScheme("dark");
        preferences.setLanguage("de");
        preferences.setDevice("cpu");
        preferences.setReducedMotion(true);
        QCOMPARE(preferences.undoLimit(), 1'000'000'000);
        preferences.setUndoLimit(0);
        preferences.setWindowGeometry("shape");
    }
    const ui::Preferences again(file);
    QCOMPARE(again.scheme(), QString("dark"));
    QCOMPARE(again.language(), QString("de"));
    QCOMPARE(again.device(), QString("cpu"));
    QVERIFY(again.reducedMotion());
    QCOMPARE(again.undoLimit(), 0);
    QCOMPARE(again.windowGeometry(), QByteArray("shape"));
}

void FrameSettingsTest::nonsenseInTheFileIsPassedOver() {
    test::TemporaryFolder folder;
    QFile file(QString::fromStdString((folder / "studio.ini").string()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[look]\nscheme=plaid\n[projects\nrecent=@Invalid()\n\x00\xff\xfe[window]\ngeometry=12\n");
    file.close();
    const ui::Preferences preferences(folder / "studio.ini");
    ui::applyAppearance(preferences);
    QCOMPARE(ui::theme::Theme::current().scheme(), ui::theme::Scheme::System);
    ui::Studio studio(zoo::Zoo({}, {}), ui::Preferences(folder / "studio.ini"));
    ui::TrainingSession session;
    const ui::MainWindow window(studio, session);
    QVERIFY(window.width() > 100);
}

void FrameSettingsTest::theSchemeChangesAtOnce() {
    test::WindowFixture fixture;
    fixture.window->showPage(ui::PageId::Settings);
    auto& scheme = fixture.find<QComboBox>("settingScheme");
    scheme.setCurrentIndex(scheme.findData("dark"));
    QVERIFY(ui::theme::palette().dark);
    scheme.setCurrentIndex(scheme.findData("light"));
    QVERIFY(!ui::theme::palette().dark);
    QCOMPARE(fixture.studio.preferences().scheme(), QString("light"));
    fixture.action("viewScheme.dark").trigger();
    fixture.window->showPage(ui::PageId::Settings);
    QCOMPARE(scheme.currentData().toString(), QString("dark"));
    fixture.action("viewScheme.system").trigger();
}

void FrameSettingsTest::lessMotionCanBeAskedFor() {
    test::WindowFixture fixture;
    fixture.window->showPage(ui::PageId::Settings);
    auto& box = fixture.find<QCheckBox>("settingReducedMotion");
    box.setChecked(true);
    QVERIFY(ui::theme::Theme::current().reducedMotion());
    QVERIFY(fixture.studio.preferences().reducedMotion());
    box.setChecked(false);
}

void FrameSettingsTest::everyLanguageOfTheProgramIsOffered() {
    test::WindowFixture fixture;
    fixture.window->showPage(ui::PageId::Settings);
    auto& language = fixture.find<QComboBox>("settingLanguage");
    QVERIFY(language.findData("system") >= 0);
    QVERIFY(language.findText("English") >= 0);
    QVERIFY(language.findText("Deutsch") >= 0);
    language.setCurrentIndex(language.findData("de"));
    QCOMPARE(fixture.studio.preferences().language(), QString("de"));
}

void FrameSettingsTest::theDeviceIsWhatNewProjectsStartWith() {
    test::WindowFixture fixture;
    fixture.window->showPage(ui::PageId::Settings);
    auto& device = fixture.find<QComboBox>("settingDevice");
    QTRY_VERIFY(device.findData("cpu") >= 0);
    device.setCurrentIndex(device.findData("cpu"));
    QCOMPARE(fixture.studio.preferences().device(), QString("cpu"));
}

void FrameSettingsTest::theGraphicsCardIsNamedOrSaysWhyNot_data() {
    QTest::addColumn<bool>("card");
    QTest::newRow("a card") << true;
    QTest::newRow("none") << false;
}

void FrameSettingsTest::theGraphicsCardIsNamedOrSaysWhyNot() {
    QFETCH(bool, card);
    ui::DeviceChoice choice;
    QSignalSpy changes(&choice, &QComboBox::currentIndexChanged);
    choice.setDevice("cuda"); // of options that came from another computer
    training::Machine machine;
    machine.cuda = card;
    machine.cudaDevice = card ? "NVIDIA RTX 4090" : "";
    choice.setMachine(machine);
    const int row = choice.findData("cuda");
    QCOMPARE(choice.device(), QString("cuda"));
    QCOMPARE(choice.itemText(row).contains("RTX 4090"), card);
    QCOMPARE(bool(choice.model()->flags(choice.model()->index(row, 0)) & Qt::ItemIsEnabled), card);
    QVERIFY(!choice.itemData(row, Qt::ToolTipRole).toString().isEmpty());
    choice.setDevice("cpu");
    QCOMPARE(choice.device(), QString("cpu"));
    QVERIFY(changes.isEmpty());
}

void FrameSettingsTest::theMachineIsDescribed() {
    test::WindowFixture fixture;
    fixture.window->showPage(ui::PageId::Settings);
    const auto texts = [&] {
        QStringList all;
        for (const auto* label : fixture.window->pages().current()->findChildren<QLabel*>())
            all << label->text();
        return all.join('\n');
    };
    QTRY_VERIFY_WITH_TIMEOUT(texts().contains("LibTorch"), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.window->settled(), 30'000);
}

void FrameSettingsTest::theCacheIsCountedAndCleared() {
    test::WindowFixture fixture;
    auto& project = fixture.open(0);
    const auto file = project.folder() / "cache" / "prefix" / "views.bin";
    QDir().mkpath(QString::fromStdString(file.parent_path().string()));
    QFile cache(QString::fromStdString(file.string()));
    QVERIFY(cache.open(QIODevice::WriteOnly));
    cache.write(QByteArray(5'000'000, 'x'));
    cache.close();
    fixture.window->showPage(ui::PageId::Settings);
    auto& size = fixture.find<QLabel>("cacheSize");
    auto& clear = fixture.find<QPushButton>("clearCache");
    QTRY_VERIFY(clear.isEnabled());
    QVERIFY2(size.text().contains("MB"), qPrintable(size.text()));
    clear.click();
    QTRY_VERIFY(!QFileInfo::exists(cache.fileName()));
    QVERIFY(std::filesystem::exists(project.folder() / "cache"));
    QTRY_VERIFY(!clear.isEnabled());
    fixture.studio.closeProject(); // with the page in front
    QVERIFY(!clear.isEnabled());
}

void FrameSettingsTest::theUndoHistoryIsKeptBelowItsLimit() {
    test::WindowFixture fixture;
    fixture.studio.preferences().setUndoLimit(2'000); // smaller than any that is offered
    auto& project = fixture.open(0);
    QSignalSpy notify(&fixture.studio, &ui::Studio::notify);
    for (int i = 0; i < 100; ++i)
        QVERIFY(project.addClass("class " + std::to_string(i)).ok());
    QVERIFY(project.undoBytes() <= 2'000);
    QVERIFY(!notify.isEmpty() && notify.last()[0].toString().contains("can no longer be undone"));
    QVERIFY(!notify.last()[1].toBool());
    QVERIFY(fixture.action("editUndo").text().contains("class 99"));

    fixture.window->showPage(ui::PageId::Settings);
    auto& limit = fixture.find<QComboBox>("settingUndoLimit");
    QCOMPARE(limit.currentData().toLongLong(), 2'000);
    limit.setCurrentIndex(limit.findData(qint64(0)));
    Q_EMIT limit.activated(limit.currentIndex());
    QCOMPARE(fixture.studio.preferences().undoLimit(), 0);
    const int steps = project.undoStack().count();
    for (int i = 0; i < 100; ++i)
        QVERIFY(project.addClass("more " + std::to_string(i)).ok());
    QCOMPARE(project.undoStack().count(), steps + 100);
    fixture.window->showPage(ui::PageId::Data);
    fixture.window->showPage(ui::PageId::Settings);
    QVERIFY(fixture.find<QLabel>("undoSize").text().contains("kB"));
}

void FrameSettingsTest::sizesOfFoldersAreCounted() {
    test::TemporaryFolder folder;
    QDir().mkpath(QString::fromStdString((folder / "a/b").string()));
    for (const char* name : {"a/one", "a/b/two"}) {
        QFile file(QString::fromStdString((folder / name).string()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(1000, 'x'));
    }
    std::filesystem::create_directory_symlink(folder.path(), folder / "a/loop");
    ui::FolderSize size;
    QSignalSpy counted(&size, &ui::FolderSize::counted);
    size.count(folder / "a");
    QTRY_COMPARE(counted.size(), 1);
    QCOMPARE(size.bytes(), std::optional<qint64>(2000));
    size.count(folder / "not there");
    QTRY_COMPARE(counted.size(), 2);
    QCOMPARE(size.bytes(), std::optional<qint64>(0));
}

QTEST_MAIN(FrameSettingsTest)
#include "FrameSettingsTest.moc"
