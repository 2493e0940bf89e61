#include "Fixture.h"

#include "intake/MovedImages.h"

#include <unistd.h>

using namespace graft;

namespace fs = std::filesystem;

class MovedImagesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<test::TemporaryFolder>();
        m_root = fs::canonical(m_folder->path());
        m_project = test::newProject(*m_folder);
    }
    void cleanup() { m_project.reset(); }

    void nothingIsMissingAtFirst() {
        import(5);
        QVERIFY(intake::missingImages(intake::imagePlaces(*m_project), {}).empty());
    }

    void aMovedFolderIsFoundByContentWhateverItsNamesAre() {
        import(6);
        const auto before = test::told(*m_project);
        fs::create_directories(m_root / "elsewhere/deep");
        fs::rename(m_root / "photos", m_root / "elsewhere/deep/holiday");
        fs::rename(m_root / "elsewhere/deep/holiday/0.png", m_root / "elsewhere/renamed.png");
        test::writeImage(m_root / "elsewhere/other.png", 0x123456); // nobody's
        QCOMPARE(intake::missingImages(intake::imagePlaces(*m_project), {}).size(), 6u);
        const auto done = intake::relinkMoved(*m_project, m_root / "elsewhere", {});
        QVERIFY(done.ok());
        QCOMPARE(std::pair(done->found, done->stillMissing), std::pair(6, 0));
        QVERIFY(intake::missingImages(intake::imagePlaces(*m_project), {}).empty());
        QCOMPARE(m_project->images()[0].path, std::string("elsewhere/renamed.png"));
        QCOMPARE(m_project->images()[1].path, std::string("elsewhere/deep/holiday/1.png"));
        m_project->undoStack().undo();
        QCOMPARE(m_project->images()[1].path, std::string("photos/1.png"));
        QCOMPARE(test::told(*m_project), before);
    }

    void sizeAloneIsNoProof() {
        import(1);
        fs::remove(m_root / "photos/0.png");
        // As many bytes, one of them another.
        auto bytes = m_first;
        bytes[bytes.size() / 2] = bytes[bytes.size() / 2] ^ std::byte(1);
        std::ofstream(m_root / "0.png", std::ios::binary)
            .write(reinterpret_cast<const char*>(bytes.data()), std::streamsize(bytes.size()));
        const auto done = intake::relinkMoved(*m_project, m_root, {});
        QVERIFY(done.ok());
        QCOMPARE(std::pair(done->found, done->stillMissing), std::pair(0, 1));
        QCOMPARE(m_project->undoStack().count(), 1); // the import
    }

    void copiesGoWhereTheirNamesFit() {
        for (const char* name : {"a/same.png", "b/same.png"})
            test::writeImage(m_root / "photos" / name, 0x336699);
        QVERIFY(intake::importInto(*m_project, test::from({m_root / "photos"}), {}).ok());
        fs::rename(m_root / "photos", m_root / "new");
        QVERIFY(intake::relinkMoved(*m_project, m_root / "new", {}).ok());
        QCOMPARE(m_project->images()[0].path, std::string("new/a/same.png"));
        QCOMPARE(m_project->images()[1].path, std::string("new/b/same.png"));
    }

    void theFileOfAnotherImageIsNotTaken() {
        for (const char* name : {"a.png", "b.png"})
            test::writeImage(m_root / "photos" / name, 0x336699);
        QVERIFY(intake::importInto(*m_project, test::from({m_root / "photos"}), {}).ok());
        fs::remove(m_root / "photos/a.png");
        const auto done = intake::relinkMoved(*m_project, m_root / "photos", {});
        QCOMPARE(std::pair(done->found, done->stillMissing), std::pair(0, 1));
    }

    void foldersThatMayNotBeEnteredAreNamedAndPassedOver() {
        if (::geteuid() == 0)
            QSKIP("root may enter every folder");
        import(2);
        fs::create_directories(m_root / "new/closed");
        fs::rename(m_root / "photos/0.png", m_root / "new/0.png");
        fs::remove(m_root / "photos/1.png");
        fs::permissions(m_root / "new/closed", fs::perms::none);
        const auto done = intake::relinkMoved(*m_project, m_root / "new", {});
        fs::permissions(m_root / "new/closed", fs::perms::owner_all);
        QVERIFY(done.ok());
        QCOMPARE(std::pair(done->found, done->stillMissing), std::pair(1, 1));
        QCOMPARE(done->unreadable.size(), 1u);
    }

    void aFolderThatIsNotThereIsASentence() {
        import(1);
        const auto done = intake::relinkMoved(*m_project, m_root / "nowhere", {});
        QVERIFY(!done.ok());
        QVERIFY(done.error().message.find("nowhere") != std::string::npos);
    }

    void onlyFilesOfAFittingSizeAreRead() {
        import(1);
        const auto all = intake::imagePlaces(*m_project);
        fs::rename(m_root / "photos", m_root / "new");
        for (int i = 0; i < 50; ++i)
            std::ofstream(m_root / "new" / std::to_string(i)) << std::string(std::size_t(i), 'x');
        std::int64_t toRead = 0;
        const Monitor monitor{.progress = [&](const Progress& progress) { toRead = progress.total; }};
        const auto found = intake::findAgain(intake::missingImages(all, {}), all, m_root / "new", monitor);
        QCOMPARE(found->paths.size(), 1u);
        QCOMPARE(toRead, std::int64_t(1));
    }

    void stopEndsTheSearch() {
        import(20);
        const auto all = intake::imagePlaces(*m_project);
        fs::rename(m_root / "photos", m_root / "new");
        std::stop_source stop;
        const Monitor monitor{stop.get_token(), [&](const Progress& progress) {
                                  if (progress.total > 0 && progress.done == 5)
                                      stop.request_stop();
                              }};
        const auto found = intake::findAgain(intake::missingImages(all, {}), all, m_root / "new", monitor);
        QVERIFY(found.ok());
        QVERIFY(found->paths.size() <= 6);
        QCOMPARE(int(found->paths.size()) + found->stillMissing, 20);
    }

private:
    /// `count` pictures of different colours in photos/.
    void import(int count) {
        for (int i = 0; i < count; ++i)
            test::writeImage(m_root / "photos" / (std::to_string(i) + ".png"), 0x102030u * unsigned(i + 1));
        m_first = *readFile(m_root / "photos/0.png", 1 << 20);
        const auto imported = intake::importInto(*m_project, test::from({m_root / "photos"}), {});
        if (!imported || imported->added != count)
            qFatal("the import failed");
    }

    std::unique_ptr<test::TemporaryFolder> m_folder;
    fs::path m_root;
    std::unique_ptr<project::Project> m_project;
    std::vector<std::byte> m_first;
};

QTEST_GUILESS_MAIN(MovedImagesTest)
#include "MovedImagesTest.moc"
