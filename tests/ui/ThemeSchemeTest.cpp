#include "support/Support.h"
#include "ui/theme/SystemScheme.h"
#include "ui/theme/Theme.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <optional>

using namespace graft;

class ThemeSchemeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void settingsOfTheDesktop_data();
    void settingsOfTheDesktop();
    void aDarkPaletteIsADarkDesktop();
    void theThemeFollowsTheSystemUntilToldOtherwise();
    void lessMotionIsWhatEitherAsksFor();

private:
    void write(const QString& file, const QByteArray& content) const;

    std::optional<test::TemporaryFolder> m_config;
};

void ThemeSchemeTest::init() {
    m_config.emplace();
    qputenv("XDG_CONFIG_HOME", QByteArray::fromStdString(m_config->path().string()));
    QGuiApplication::setPalette(QPalette(Qt::white));
}

void ThemeSchemeTest::write(const QString& file, const QByteArray& content) const {
    const QString path = QString::fromStdString(m_config->path().string()) + u'/' + file;
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile out(path);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(content);
}

void ThemeSchemeTest::settingsOfTheDesktop_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("reducedMotion");
    const QString gtk = QStringLiteral("gtk-3.0/settings.ini");
    QTest::newRow("nothing") << QStringLiteral("none") << QByteArray() << false << false;
    QTest::newRow("GTK, dark") << gtk << QByteArray("[Settings]\ngtk-application-prefer-dark-theme=1\n")
                               << true << false;
    QTest::newRow("GTK, dark, in words")
        << gtk << QByteArray("[Settings]\ngtk-application-prefer-dark-theme=true\n") << true << false;
    QTest::newRow("GTK, light") << gtk << QByteArray("[Settings]\ngtk-application-prefer-dark-theme=0\n")
                                << false << false;
    QTest::newRow("GTK, still") << gtk << QByteArray("[Settings]\ngtk-enable-animations=0\n") << false
                                << true;
    QTest::newRow("GTK, moving") << gtk << QByteArray("[Settings]\ngtk-enable-animations=1\n") << false
                                 << false;
    QTest::newRow("KDE, still") << QStringLiteral("kdeglobals")
                                << QByteArray("[KDE]\nAnimationDurationFactor=0\n") << false << true;
    QTest::newRow("KDE, slow") << QStringLiteral("kdeglobals")
                               << QByteArray("[KDE]\nAnimationDurationFactor=2\n") << false << false;
    QTest::newRow("no settings at all") << gtk
                                        << QByteArray("\x7f"
                                                      "ELF\0\xff[[[",
                                                      9)
                                        << false << false;
    QTest::newRow("too large a file")
        << gtk << QByteArray(2 << 20, '\n') + "[Settings]\ngtk-application-prefer-dark-theme=1\n"
        << false << false;
}

void ThemeSchemeTest::settingsOfTheDesktop() {
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    write(file, content);
    const ui::theme::SystemScheme system;
    QTEST(system.dark(), "dark");
    QTEST(system.reducedMotion(), "reducedMotion");
}

void ThemeSchemeTest::aDarkPaletteIsADarkDesktop() {
    QGuiApplication::setPalette(QPalette(QColor(0x202020)));
    QVERIFY(ui::theme::SystemScheme().dark());
}

void ThemeSchemeTest::theThemeFollowsTheSystemUntilToldOtherwise() {
    write(QStringLiteral("gtk-3.0/settings.ini"), "[Settings]\ngtk-application-prefer-dark-theme=1\n");
    ui::theme::Theme theme;
    QCOMPARE(theme.scheme(), ui::theme::Scheme::System);
    QVERIFY(theme.palette().dark);
    theme.setScheme(ui::theme::Scheme::Light);
    QVERIFY(!theme.palette().dark);
    theme.setScheme(ui::theme::Scheme::System);
    QVERIFY(theme.palette().dark);
}

void ThemeSchemeTest::lessMotionIsWhatEitherAsksFor() {
    ui::theme::Theme theme;
    QVERIFY(!ui::theme::reducedMotion());
    theme.setReducedMotion(true);
    QVERIFY(ui::theme::reducedMotion());
    theme.setReducedMotion(false);
    QVERIFY(!ui::theme::reducedMotion());
}

QTEST_MAIN(ThemeSchemeTest)
#include "ThemeSchemeTest.moc"
