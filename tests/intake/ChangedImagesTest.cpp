#include "Fixture.h"

#include "intake/ChangedImages.h"

#include <utime.h>

using namespace graft;
namespace fs = std::filesystem;

namespace {

void setTime(const fs::path& file, std::int64_t seconds) {
    const utimbuf times{seconds, seconds};
    utime(file.c_str(), &times);
}

} // namespace

class ChangedImagesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<test::TemporaryFolder>();
        m_root = fs::canonical(m_folder->path());
        m_project = test::newProject(*m_folder);
        for (int i = 0; i < 4; ++i)
            test::writeImage(m_root / "photos" / (std::to_string(i) + ".png"), 0x102030u * unsigned(i + 1));
        QVERIFY(intake::importInto(*m_project, test::from({m_root / "photos"}), {}).ok());
        QCOMPARE(m_project->images().size(), std::size_t(4));
    }
    void cleanup() { m_project.reset(); }

    void onlyAnotherContentIsAChange() {
        QVERIFY(changed().empty());
        setTime(photo(0), 1'000'000); // copied, or touched
        fs::remove(photo(1));         // missing: told by others
        test::writeImage(photo(2), 0xFFFFFF, 41, 30);
        const std::vector<std::string> expected{photo(2).string()};
        QCOMPARE(paths(changed()), expected);
        // Of the same size, at another time.
        const auto bytes = *readFile(photo(3), 1 << 20);
        auto other = bytes;
        other.back() = std::byte(1);
        QVERIFY(writeFileAtomically(photo(3), other).ok());
        setTime(photo(3), 1'000'000);
        QCOMPARE(changed().size(), std::size_t(2));
        QVERIFY(writeFileAtomically(photo(3), bytes).ok());
        QCOMPARE(paths(changed()), expected);
    }

    void aRowComesForEachAndGoesWhenTheFileIsWhatItWas() {
        const auto before = *readFile(photo(2), 1 << 20);
        QVERIFY(m_project->addIssues({{.path = "/else.png", .problem = "another"}}).ok());
        test::writeImage(photo(2), 0xFFFFFF, 41, 30);
        for (const int isNew : {1, 0}) // told once
            QCOMPARE(*intake::tellChangedImages(*m_project, changed()), isNew);
        QCOMPARE(m_project->issues().size(), std::size_t(2));
        QCOMPARE(m_project->issues()[1].path, photo(2).string());
        QCOMPARE(m_project->issues()[1].problem, intake::changedImageProblem());
        QVERIFY(writeFileAtomically(photo(2), before).ok());
        QCOMPARE(*intake::tellChangedImages(*m_project, changed()), 0);
        QCOMPARE(m_project->issues().size(), std::size_t(1));
        QCOMPARE(m_project->issues()[0].problem, std::string("another"));
    }

    void theNewContentIsTakenOverAndTheRestStays() {
        const ImageId image = m_project->images()[2].id;
        QVERIFY(m_project->assignClass({image}, *m_project->addClass("bee")).ok());
        const auto labelled = *m_project->image(image);
        test::writeImage(photo(2), 0xFFFFFF, 41, 30);
        const auto places = changed();
        QVERIFY(intake::tellChangedImages(*m_project, places).ok());
        const auto records = intake::readAnew(places, m_project->thumbnailsFolder(), {});
        QCOMPARE(records.size(), std::size_t(1));
        QVERIFY(m_project->refreshImages(records).ok());
        QVERIFY(changed().empty());
        QVERIFY(m_project->issues().empty());
        const auto now = *m_project->image(image);
        QCOMPARE(now.width, 41);
        QVERIFY(now.contentHash != labelled.contentHash);
        QCOMPARE(now.label, labelled.label);
        QCOMPARE(now.path, labelled.path);
        m_project->undoStack().undo();
        QCOMPARE(*m_project->image(image), labelled);
        QCOMPARE(changed().size(), std::size_t(1));
        QCOMPARE(m_project->undoStack().redoText(), QString("Take over the new content of 2.png"));
    }

    void whatCannotBeReadAnyMoreStaysAsItWas() {
        std::ofstream(photo(1)) << "no picture";
        const auto places = changed();
        QCOMPARE(places.size(), std::size_t(1));
        QVERIFY(intake::readAnew(places, m_project->thumbnailsFolder(), {}).empty());
    }

private:
    fs::path photo(int number) const { return m_root / "photos" / (std::to_string(number) + ".png"); }
    std::vector<intake::ImagePlace> changed() const {
        return intake::changedImages(intake::imagePlaces(*m_project), {});
    }
    static std::vector<std::string> paths(const std::vector<intake::ImagePlace>& places) {
        std::vector<std::string> all;
        for (const auto& place : places)
            all.push_back(place.path.string());
        return all;
    }

    std::unique_ptr<test::TemporaryFolder> m_folder;
    fs::path m_root;
    std::unique_ptr<project::Project> m_project;
};

QTEST_GUILESS_MAIN(ChangedImagesTest)
#include "ChangedImagesTest.moc"
