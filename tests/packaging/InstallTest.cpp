#include "support/Support.h"

#include <QDir>
#include <QMimeDatabase>
#include <QStandardPaths>
#include <QTest>

#include <filesystem>

namespace fs = std::filesystem;

namespace {

using graft::test::ProcessResult;
using graft::test::runProgram;

/// Installs to a prefix of its own and uses the program from there, as a package would.
class InstallTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aProgramSaysItsVersion_data();
    void aProgramSaysItsVersion();
    void aProgramNeedsNothingOfTheBuildFolder_data();
    void aProgramNeedsNothingOfTheBuildFolder();
    void theWindowPaintsItsPages();
    void theDesktopFileIsValid();
    void theAppStreamDescriptionIsValid();
    void theDatabaseOfAProjectIsKnownByItsContent();
    void theManualPagesAreThere();

private:
    std::string program(const std::string& name) const { return (m_prefix / "bin" / name).string(); }
    graft::test::TemporaryFolder m_folder;
    fs::path m_prefix;
    fs::path m_project;
    std::vector<std::pair<std::string, std::string>> m_environment;
};

void InstallTest::initTestCase() {
    m_prefix = m_folder / "prefix";
    m_project = m_folder / "cells.graft";
    // A home of its own, so that nothing of this person's settings and weights plays a part.
    m_environment = {{"HOME", m_folder.path().string()},
                     {"XDG_CONFIG_HOME", (m_folder / "config").string()},
                     {"XDG_DATA_HOME", (m_folder / "data").string()},
                     {"QT_QPA_PLATFORM", "offscreen"}};
    const ProcessResult installed =
        runProgram(GRAFT_CMAKE, {"--install", GRAFT_BINARY_DIR, "--prefix", m_prefix.string()});
    QVERIFY2(installed.code == 0, installed.errors.c_str());
    const ProcessResult created = runProgram(
        program("graft"), {"create", m_project.string(), "--task", "classification"}, 120, m_environment);
    QVERIFY2(created.code == 0, created.errors.c_str());
}

void InstallTest::aProgramSaysItsVersion_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("command line") << "graft";
    QTest::newRow("window") << "graft-studio";
}

void InstallTest::aProgramSaysItsVersion() {
    QFETCH(QString, name);
    const ProcessResult result = runProgram(program(name.toStdString()), {"--version"}, 120, m_environment);
    QVERIFY2(result.code == 0, result.errors.c_str());
    QVERIFY2(result.output.find(GRAFT_VERSION) != std::string::npos, result.output.c_str());
}

void InstallTest::aProgramNeedsNothingOfTheBuildFolder_data() {
    aProgramSaysItsVersion_data();
}

void InstallTest::aProgramNeedsNothingOfTheBuildFolder() {
    QFETCH(QString, name);
    const ProcessResult result = runProgram("ldd", {program(name.toStdString())});
    QVERIFY2(result.code == 0, result.errors.c_str());
    QVERIFY2(result.output.find("not found") == std::string::npos, result.output.c_str());
    QVERIFY2(result.output.find(GRAFT_BINARY_DIR) == std::string::npos, result.output.c_str());
}

void InstallTest::theWindowPaintsItsPages() {
    const fs::path pictures = m_folder / "pictures";
    const ProcessResult result = runProgram(
        program("graft-studio"), {"--pages", pictures.string(), m_project.string()}, 240, m_environment);
    QVERIFY2(result.code == 0, result.errors.c_str());
    const QStringList written =
        QDir(QString::fromStdString(pictures.string())).entryList({QStringLiteral("*.png")});
    QVERIFY2(written.size() >= 5, qPrintable(written.join(QLatin1Char(' '))));
}

void InstallTest::theDesktopFileIsValid() {
    if (QStandardPaths::findExecutable(QStringLiteral("desktop-file-validate")).isEmpty())
        QSKIP("desktop-file-validate is not installed");
    const fs::path file = m_prefix / "share/applications/org.graftstudio.GraftStudio.desktop";
    const ProcessResult result = runProgram("desktop-file-validate", {file.string()});
    QVERIFY2(result.code == 0, (result.output + result.errors).c_str());
    QVERIFY(fs::exists(m_prefix / "share/icons/hicolor/scalable/apps/graft-studio.svg"));
    QVERIFY(fs::exists(m_prefix / "share/icons/hicolor/48x48/apps/graft-studio.png"));
}

void InstallTest::theAppStreamDescriptionIsValid() {
    if (QStandardPaths::findExecutable(QStringLiteral("appstreamcli")).isEmpty())
        QSKIP("appstreamcli is not installed");
    const fs::path file = m_prefix / "share/metainfo/org.graftstudio.GraftStudio.metainfo.xml";
    const ProcessResult result = runProgram("appstreamcli", {"validate", "--no-net", file.string()});
    QVERIFY2(result.code == 0, (result.output + result.errors).c_str());
}

void InstallTest::theDatabaseOfAProjectIsKnownByItsContent() {
    const fs::path known = "/usr/share/mime/packages/freedesktop.org.xml";
    if (!fs::exists(known) || QStandardPaths::findExecutable("update-mime-database").isEmpty())
        QSKIP("shared-mime-info is not installed");
    // As on a system where the package is installed: one data base of the types of all.
    const fs::path types = m_folder / "types/mime";
    fs::create_directories(types / "packages");
    fs::copy(known, types / "packages");
    fs::copy(m_prefix / "share/mime/packages/graft-studio.xml", types / "packages");
    const ProcessResult made = runProgram("update-mime-database", {types.string()});
    QVERIFY2(made.code == 0, made.errors.c_str());
    qputenv("XDG_DATA_DIRS", QByteArray::fromStdString(types.parent_path().string()));
    const QMimeDatabase database;
    const QString file = QString::fromStdString((m_project / "project.sqlite").string());
    QCOMPARE(database.mimeTypeForFile(file).name(), QString("application/x-graft-project"));
    QCOMPARE(database.mimeTypeForFile("cells.graft", QMimeDatabase::MatchExtension).name(),
             QString("application/x-graft-project"));
}

void InstallTest::theManualPagesAreThere() {
    for (const char* page : {"graft.1.gz", "graft-studio.1.gz"})
        QVERIFY2(fs::file_size(m_prefix / "share/man/man1" / page) > 100, page);
}

} // namespace

QTEST_GUILESS_MAIN(InstallTest)

#include "InstallTest.moc"
