#include "ui/theme/Theme.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QSet>
#include <QSvgRenderer>
#include <QTest>

#include <memory>

using namespace graft;

namespace {

const QString kAppIcon = QStringLiteral("graft-studio");

QStringList iconNames() {
    QStringList names;
    for (const QString& file : QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")}))
        names << file.chopped(4);
    return names;
}

/// From the opening bracket at `open` to its partner.
QString bracketed(const QString& text, qsizetype open) {
    int depth = 0;
    for (qsizetype i = open; i < text.size(); ++i) {
        depth += text[i] == u'(' ? 1 : text[i] == u')' ? -1 : 0;
        if (depth == 0)
            return text.mid(open, i - open);
    }
    return text.mid(open);
}

/// Names of icons in the calls that take one.
QSet<QString> iconNamesIn(const QString& source) {
    static const QRegularExpression call(
        QStringLiteral(R"(\b(icon|setIcon|IconButton|IconLabel|QuietButton|EmptyState)\()"));
    static const QRegularExpression literal(
        QStringLiteral(R"lit(QStringLiteral\("([a-z]+(?:-[a-z]+)*)"\))lit"));
    QSet<QString> names;
    for (auto calls = call.globalMatch(source); calls.hasNext();) {
        const QString arguments = bracketed(source, calls.next().capturedEnd() - 1);
        for (auto found = literal.globalMatch(arguments); found.hasNext();)
            names.insert(found.next().captured(1));
    }
    return names;
}

QImage drawn(const QIcon& icon, int side, double scale, QIcon::Mode mode = QIcon::Normal) {
    QImage image(QSize(side, side) * scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    icon.paint(&painter, QRect(0, 0, side, side), Qt::AlignCenter, mode);
    return image;
}

QColor strongest(const QImage& image) {
    QColor best(Qt::transparent);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (const QColor color = image.pixelColor(x, y); color.alpha() > best.alpha())
                best = color;
    return best;
}

/// Share of drawn pixels that are neither empty nor full: smaller, the sharper.
double softness(const QImage& image) {
    int soft = 0;
    int all = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const int alpha = qAlpha(image.pixel(x, y));
            all += alpha > 0;
            soft += alpha > 0 && alpha < 255;
        }
    return all ? double(soft) / all : 1;
}

} // namespace

class ThemeIconTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(); }
    void everyNameInTheSourcesIsAnIcon();
    void aMissingNameWouldBeFound();
    void filesAreOnTheGridAndInOneColor_data();
    void filesAreOnTheGridAndInOneColor();
    void iconsFollowTheScheme();
    void disabledIconsAreQuiet();
    void aGivenColorStays();
    void iconsAreSharpAtEveryScale();
    void anUnknownNameDrawsNothingAndWarns();

private:
    std::unique_ptr<ui::theme::Theme> m_theme;
};

void ThemeIconTest::everyNameInTheSourcesIsAnIcon() {
    const QStringList known = iconNames();
    QVERIFY(known.size() > 40);
    int found = 0;
    for (QDirIterator files(QStringLiteral(GRAFT_SOURCE_DIR "/ui"), {QStringLiteral("*.cpp")}, QDir::Files,
                            QDirIterator::Subdirectories);
         files.hasNext();) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (const QString& name : iconNamesIn(QString::fromUtf8(file.readAll()))) {
            QVERIFY2(known.contains(name), qPrintable(name + QStringLiteral(" in ") + file.fileName()));
            ++found;
        }
    }
    QVERIFY2(found > 30, "the search for names found too few");
}

void ThemeIconTest::aMissingNameWouldBeFound() {
    const auto names = iconNamesIn(
        QStringLiteral("a(theme::icon(b ? QStringLiteral(\"one-two\") : QStringLiteral(\"three\")), "
                       "QStringLiteral(\"four\")); new IconButton(QStringLiteral(\"five\"), tr(\"x\"))"));
    QCOMPARE(names, (QSet<QString>{"one-two", "three", "five"}));
}

void ThemeIconTest::filesAreOnTheGridAndInOneColor_data() {
    QTest::addColumn<QString>("name");
    for (const QString& name : iconNames())
        if (name != kAppIcon)
            QTest::newRow(qPrintable(name)) << name;
}

void ThemeIconTest::filesAreOnTheGridAndInOneColor() {
    QFETCH(QString, name);
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray svg = file.readAll();
    QSvgRenderer renderer(svg);
    QVERIFY(renderer.isValid());
    QCOMPARE(renderer.viewBox(), QRect(0, 0, 24, 24));
    QVERIFY(svg.contains("stroke=\"currentColor\""));
    QVERIFY(svg.contains("stroke-width=\"1.75\""));
    QVERIFY2(!svg.contains("#"), "a colour of its own");
    const QImage image = drawn(ui::theme::icon(name), 24, 1);
    QVERIFY2(strongest(image).alpha() > 180, "hardly drawn");
    for (int i = 0; i < 24; ++i)
        for (const QPoint edge : {QPoint(i, 0), QPoint(i, 23), QPoint(0, i), QPoint(23, i)})
            QVERIFY2(qAlpha(image.pixel(edge)) < 40, "drawn over the edge");
}

void ThemeIconTest::iconsFollowTheScheme() {
    const QIcon icon = ui::theme::icon(QStringLiteral("plus"));
    for (const auto scheme : {ui::theme::Scheme::Dark, ui::theme::Scheme::Light}) {
        m_theme->setScheme(scheme);
        QCOMPARE(strongest(drawn(icon, 24, 2)).rgb(), ui::theme::palette().text.rgb());
        QCOMPARE(strongest(icon.pixmap(QSize(24, 24), 2).toImage()).rgb(), ui::theme::palette().text.rgb());
    }
}

void ThemeIconTest::disabledIconsAreQuiet() {
    const QIcon icon = ui::theme::icon(QStringLiteral("plus"), Qt::red);
    QCOMPARE(strongest(drawn(icon, 24, 2, QIcon::Disabled)).rgb(), ui::theme::palette().disabled.rgb());
}

void ThemeIconTest::aGivenColorStays() {
    const QIcon icon = ui::theme::icon(QStringLiteral("stop"), QColor(200, 40, 90));
    m_theme->setScheme(ui::theme::Scheme::Dark);
    QCOMPARE(strongest(drawn(icon, 48, 1)).rgb(), qRgb(200, 40, 90));
}

void ThemeIconTest::iconsAreSharpAtEveryScale() {
    const QIcon icon = ui::theme::icon(QStringLiteral("folder"));
    double before = 1;
    for (const double scale : {1.0, 1.5, 2.0, 3.0}) {
        const QPixmap pixmap = icon.pixmap(QSize(20, 20), scale);
        QCOMPARE(pixmap.size(), QSize(20, 20) * scale);
        QCOMPARE(pixmap.devicePixelRatio(), scale);
        const double now = softness(drawn(icon, 20, scale));
        QVERIFY2(now <= before + 0.05, qPrintable(QString::number(now)));
        before = now;
    }
    QVERIFY2(before < 0.6, qPrintable(QString::number(before))); // enlarged from 20 px it is above 0.8
}

void ThemeIconTest::anUnknownNameDrawsNothingAndWarns() {
    QTest::ignoreMessage(QtWarningMsg, "There is no icon never-drawn");
    QCOMPARE(strongest(drawn(ui::theme::icon(QStringLiteral("never-drawn")), 24, 1)).alpha(), 0);
}

QTEST_MAIN(ThemeIconTest)
#include "ThemeIconTest.moc"
