#include "support/Support.h"

#include <QDir>
#include <QStandardPaths>
#include <QTest>

namespace {

using graft::test::ProcessResult;
using graft::test::runProgram;

/// Makes the Debian package and looks into it.
class DebTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void itHoldsWhatADesktopLooksFor_data();
    void itHoldsWhatADesktopLooksFor();
    void itNamesWhatItNeeds_data();
    void itNamesWhatItNeeds();
    void itHoldsNothingElse();

private:
    graft::test::TemporaryFolder m_folder;
    std::string m_contents;
    std::string m_fields;
};

void DebTest::initTestCase() {
    for (const char* tool : {"dpkg-deb", "dpkg-shlibdeps", "cpack"})
        if (QStandardPaths::findExecutable(QString::fromLatin1(tool)).isEmpty())
            QSKIP("the tools that make a Debian package are not installed");
    const ProcessResult made =
        runProgram("cpack",
                   {"-G", "DEB", "--config", GRAFT_BINARY_DIR "/CPackConfig.cmake", "-B",
                    m_folder.path().string(), "-D", "CPACK_OUTPUT_FILE_PREFIX=" + m_folder.path().string()},
                   600);
    QVERIFY2(made.code == 0, (made.output + made.errors).c_str());
    const QDir folder(QString::fromStdString(m_folder.path().string()));
    const QStringList packages = folder.entryList({QStringLiteral("graft-studio_*.deb")});
    QCOMPARE(packages.size(), 1);
    const std::string package = folder.filePath(packages.first()).toStdString();
    m_contents = runProgram("dpkg-deb", {"-c", package}).output;
    m_fields = runProgram("dpkg-deb", {"-f", package}).output;
}

void DebTest::itHoldsWhatADesktopLooksFor_data() {
    QTest::addColumn<QString>("path");
    for (const char* path :
         {"bin/graft", "bin/graft-studio", "share/applications/org.graftstudio.GraftStudio.desktop",
          "share/metainfo/org.graftstudio.GraftStudio.metainfo.xml", "share/mime/packages/graft-studio.xml",
          "share/icons/hicolor/scalable/apps/graft-studio.svg",
          "share/icons/hicolor/48x48/apps/graft-studio.png", "share/man/man1/graft.1.gz",
          "share/man/man1/graft-studio.1.gz", "share/doc/graft-studio/copyright"})
        QTest::newRow(path) << path;
}

void DebTest::itHoldsWhatADesktopLooksFor() {
    QFETCH(QString, path);
    QVERIFY2(m_contents.find(" ./usr/" + path.toStdString() + "\n") != std::string::npos, m_contents.c_str());
}

void DebTest::itNamesWhatItNeeds_data() {
    QTest::addColumn<QString>("package");
    for (const char* package :
         {"libqt6widgets6", "libqt6sql6-sqlite", "libqt6svg6", "libtorch1.13", "libopenblas0-openmp",
          "libqcustomplot2.1-qt6", "libopencv-core406", "libarchive13", "libgvc6", "libcgraph6"})
        QTest::newRow(package) << package;
}

void DebTest::itNamesWhatItNeeds() {
    QFETCH(QString, package);
    QVERIFY2(m_fields.find(package.toStdString()) != std::string::npos, m_fields.c_str());
}

void DebTest::itHoldsNothingElse() {
    for (const QString& line :
         QString::fromStdString(m_contents).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const QString path = line.section(QStringLiteral(" ./"), 1);
        QVERIFY2(path.isEmpty() || path == QStringLiteral("usr/") ||
                     path.startsWith(QStringLiteral("usr/bin/")) ||
                     path.startsWith(QStringLiteral("usr/share/")),
                 qPrintable(line));
    }
}

} // namespace

QTEST_GUILESS_MAIN(DebTest)

#include "DebTest.moc"
