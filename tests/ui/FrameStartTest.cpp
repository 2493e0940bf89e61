#include "FrameFixture.h"
#include "ui/start/NewProjectForm.h"
#include "ui/start/ProjectGlimpse.h"
#include "ui/start/RecentCard.h"
#include "ui/start/RecentCards.h"
#include "ui/start/StartPage.h"

#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalSpy>

using namespace graft;

class FrameStartTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }

    void aNewcomerIsToldWhatTheProgramDoes();
    void projectsOfBeforeTakeThePlaceOfTheWelcome();
    void oneClickOpensARecentProject();
    void aMissingProjectIsMarkedAndCanBeRemoved();
    void glimpsesShowPicturesOfTheProject();
    void brokenPicturesAreNoGlimpses();
    void theFormRefusesWhatCannotBe_data();
    void theFormRefusesWhatCannotBe();
    void theFormAsksForTheTask_data();
    void theFormAsksForTheTask();
    void theFormMakesAProject();
    void theFormSaysWhyItFailed();
    void escapeLeavesTheForm();
    void theSampleShowsItsProgressAndOpens();

private:
    std::unique_ptr<ui::theme::Theme> m_theme;
};

void FrameStartTest::aNewcomerIsToldWhatTheProgramDoes() {
    test::WindowFixture fixture;
    QVERIFY(fixture.find<QPushButton>("trySample").isVisible());
    QVERIFY(fixture.find<QPushButton>("firstNewProject").isVisible());
    QVERIFY(!fixture.find<QPushButton>("newProject").isVisible()); // one primary action at a time
    QVERIFY(!fixture.find<QWidget>("recentCards").isVisible());
    test::keepPicture(*fixture.window, "start-first");
}

void FrameStartTest::projectsOfBeforeTakeThePlaceOfTheWelcome() {
    test::WindowFixture fixture;
    fixture.open(4, "one");
    fixture.open(0, "two");
    fixture.studio.closeProject();
    QTRY_COMPARE(fixture.window->currentPage(), ui::PageId::Start);
    QVERIFY(!fixture.find<QPushButton>("trySample").isVisible());
    QVERIFY(fixture.find<QPushButton>("newProject").isVisible());
    QVERIFY(fixture.find<QPushButton>("sampleProject").isVisible());
    QCOMPARE(fixture.find<ui::RecentCards>("recentCards").count(), 2);
}

void FrameStartTest::oneClickOpensARecentProject() {
    test::WindowFixture fixture;
    fixture.open(0, "one");
    fixture.open(0, "two");
    fixture.window->showPage(ui::PageId::Start);
    QCOMPARE(fixture.find<ui::RecentCards>("recentCards").count(), 2);
    for (auto* card : fixture.window->findChildren<ui::RecentCard*>())
        if (card->text() == "one" && card->isVisible())
            QTest::mouseClick(card, Qt::LeftButton);
    QCOMPARE(fixture.studio.project()->displayName(), std::string("one"));
    QCOMPARE(fixture.window->currentPage(), ui::PageId::Data);
    // The open one leads to its data as well.
    fixture.window->showPage(ui::PageId::Start);
    for (auto* card : fixture.window->findChildren<ui::RecentCard*>())
        if (card->text() == "one" && card->isVisible())
            QTest::keyClick(card, Qt::Key_Return);
    QCOMPARE(fixture.window->currentPage(), ui::PageId::Data);
}

void FrameStartTest::aMissingProjectIsMarkedAndCanBeRemoved() {
    test::WindowFixture fixture;
    fixture.open(0, "gone");
    fixture.studio.closeProject();
    std::filesystem::remove_all(fixture.folder / "gone.graft");
    fixture.window->showPage(ui::PageId::Start);
    auto& start = static_cast<ui::StartPage&>(fixture.window->pages().page(ui::PageId::Start));
    QTRY_VERIFY(start.settled());
    auto* card = &fixture.find<ui::RecentCard>("recentCard");
    QVERIFY(card->isMissing());
    QVERIFY(!card->accessibleDescription().isEmpty());
    card->click();
    QVERIFY(fixture.find<ui::InlineMessage>("startMessage").isVisible());
    QVERIFY(!fixture.studio.project());
    QTest::keyClick(card, Qt::Key_Delete);
    QVERIFY(fixture.studio.recentProjects().isEmpty());
    QVERIFY(fixture.find<QPushButton>("trySample").isVisible());
}

void FrameStartTest::glimpsesShowPicturesOfTheProject() {
    test::WindowFixture fixture;
    const QString folder = fixture.projectFolder("bees");
    QVERIFY(ui::glimpseOf(folder).pictures.empty());
    for (int i = 0; i < 9; ++i)
        test::stripes(i % 2, i).save(folder + QString("/thumbnails/%1.jpg").arg(i));
    const ui::ProjectGlimpse glimpse = ui::glimpseOf(folder);
    QVERIFY(glimpse.there);
    QCOMPARE(int(glimpse.pictures.size()), ui::GlimpseReader::kPictures);
    QVERIFY(glimpse.changed.secsTo(QDateTime::currentDateTime()) < 3600);
    QVERIFY(!ui::glimpseOf(folder + "-not-there").there);
}

void FrameStartTest::brokenPicturesAreNoGlimpses() {
    test::WindowFixture fixture;
    const QString folder = fixture.projectFolder("bees");
    QFile file(folder + "/thumbnails/a.jpg");
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("no picture");
    file.close();
    QVERIFY(ui::glimpseOf(folder).pictures.empty());
}

void FrameStartTest::theFormRefusesWhatCannotBe_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("placeExists");
    QTest::addColumn<bool>("possible");
    QTest::newRow("empty") << "" << true << false;
    QTest::newRow("blank") << "   " << true << false;
    QTest::newRow("slash") << "a/b" << true << false;
    QTest::newRow("hidden") << ".bees" << true << false;
    QTest::newRow("taken") << "taken" << true << false;
    QTest::newRow("taken, with suffix") << "taken.graft" << true << false;
    QTest::newRow("no such place") << "bees" << false << false;
    QTest::newRow("good") << "bees" << true << true;
    QTest::newRow("umlauts and blanks") << "Käfer im Wald 2" << true << true;
}

void FrameStartTest::theFormRefusesWhatCannotBe() {
    QFETCH(QString, name);
    QFETCH(bool, placeExists);
    QFETCH(bool, possible);
    test::WindowFixture fixture;
    (void)fixture.projectFolder("taken");
    static_cast<ui::StartPage&>(fixture.window->pages().page(ui::PageId::Start)).beginProject();
    const QString place = QString::fromStdString(fixture.folder.path().string());
    fixture.find<QLineEdit>("projectPlace").setText(placeExists ? place : place + "/not there");
    fixture.find<QLineEdit>("projectName").setText(name);
    QCOMPARE(fixture.find<QPushButton>("createProject").isEnabled(), possible);
    QVERIFY(!fixture.find<QLabel>("projectPreview").text().isEmpty());
}

void FrameStartTest::theFormAsksForTheTask_data() {
    QTest::addColumn<int>("task");
    QTest::newRow("classification") << int(annotation::TaskKind::Classification);
    QTest::newRow("detection") << int(annotation::TaskKind::Detection);
    QTest::newRow("segmentation") << int(annotation::TaskKind::Segmentation);
}

void FrameStartTest::theFormAsksForTheTask() {
    QFETCH(int, task);
    test::WindowFixture fixture;
    fixture.action("fileNew").trigger();
    fixture.find<QLineEdit>("projectPlace").setText(QString::fromStdString(fixture.folder.path().string()));
    fixture.find<QLineEdit>("projectName").setText("shapes");
    fixture.find<QRadioButton>((QByteArray("task.") + QTest::currentDataTag()).constData()).click();
    fixture.find<QPushButton>("createProject").click();
    QVERIFY(fixture.studio.project());
    QCOMPARE(int(fixture.studio.project()->task()), task);
}

void FrameStartTest::theFormMakesAProject() {
    test::WindowFixture fixture;
    fixture.action("fileNew").trigger();
    QVERIFY(fixture.find<ui::NewProjectForm>("newProjectForm").isVisible());
    test::keepPicture(*fixture.window, "start-form");
    fixture.find<QLineEdit>("projectPlace").setText(QString::fromStdString(fixture.folder.path().string()));
    auto& name = fixture.find<QLineEdit>("projectName");
    QTest::keyClicks(&name, "bees");
    QTest::keyClick(&name, Qt::Key_Return);
    QVERIFY(fixture.studio.project());
    QCOMPARE(fixture.studio.project()->folder(), std::filesystem::canonical(fixture.folder / "bees.graft"));
    QTRY_COMPARE(fixture.window->currentPage(), ui::PageId::Data);
}

void FrameStartTest::theFormSaysWhyItFailed() {
    test::WindowFixture fixture;
    const QString place = QString::fromStdString((fixture.folder / "closed").string());
    QDir().mkpath(place);
    fixture.action("fileNew").trigger();
    fixture.find<QLineEdit>("projectPlace").setText(place);
    fixture.find<QLineEdit>("projectName").setText("bees");
    std::filesystem::remove_all(fixture.folder / "closed"); // between looking and making
    fixture.find<QPushButton>("createProject").click();
    QVERIFY(!fixture.studio.project());
    auto* message = fixture.find<ui::NewProjectForm>("newProjectForm").findChild<ui::InlineMessage*>();
    QVERIFY(message->isVisible());
    QVERIFY2(message->text().contains("closed"), qPrintable(message->text()));
}

void FrameStartTest::escapeLeavesTheForm() {
    test::WindowFixture fixture;
    fixture.action("fileNew").trigger();
    QTest::keyClick(&fixture.find<QLineEdit>("projectName"), Qt::Key_Escape);
    QVERIFY(!fixture.find<ui::NewProjectForm>("newProjectForm").isVisible());
    QVERIFY(fixture.find<QPushButton>("trySample").isVisible());
}

void FrameStartTest::theSampleShowsItsProgressAndOpens() {
    test::WindowFixture fixture;
    fixture.studio.createSample(fixture.folder / "samples");
    QTRY_VERIFY(fixture.find<QWidget>("samplePainting").isVisible());
    QVERIFY(!fixture.find<QPushButton>("trySample").isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(fixture.studio.project(), 60'000);
    QTRY_COMPARE(fixture.window->currentPage(), ui::PageId::Data);
    fixture.window->showPage(ui::PageId::Start);
    QVERIFY(!fixture.find<QWidget>("samplePainting").isVisible());
}

QTEST_MAIN(FrameStartTest)
#include "FrameStartTest.moc"
