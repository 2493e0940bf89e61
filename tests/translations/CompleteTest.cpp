#include "support/Support.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

#include <set>
#include <tuple>
#include <vector>

namespace {

struct Message {
    QString context;
    QString source;
    QString comment; ///< tells apart equal sources that mean different things
    QString translation;
    QString state; ///< "", "unfinished", "vanished" or "obsolete"
    QString shown() const { return context + QStringLiteral(": ") + source; }
    std::tuple<QString, QString, QString> key() const { return {context, source, comment}; }
};

std::vector<Message> messagesOf(const QString& path) {
    QFile file(path);
    std::vector<Message> messages;
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("message"))
            messages.push_back({context, {}, {}, {}, {}});
        else if (xml.name() == QLatin1String("source"))
            messages.back().source = xml.readElementText();
        else if (xml.name() == QLatin1String("comment"))
            messages.back().comment = xml.readElementText();
        else if (xml.name() == QLatin1String("translation")) {
            messages.back().state = xml.attributes().value(QLatin1String("type")).toString();
            messages.back().translation = xml.readElementText(QXmlStreamReader::IncludeChildElements);
        }
    }
    return messages;
}

std::multiset<QString> markersIn(const QString& text) {
    static const QRegularExpression marker(QStringLiteral("%(?:L?[0-9]+|n)"));
    std::multiset<QString> found;
    for (auto match = marker.globalMatch(text); match.hasNext();)
        found.insert(match.next().captured());
    return found;
}

/// The first lines of a list that may be long.
QByteArray listed(const QStringList& lines) {
    return (QString::number(lines.size()) + QStringLiteral(":\n  ") +
            lines.mid(0, 25).join(QStringLiteral("\n  ")))
        .toUtf8();
}

class CompleteTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aTextOfTheSourcesIsInTheFile();
    void nothingIsLeftOfTextsThatWentAway();
    void everyTextIsTranslated();
    void aTranslationKeepsTheMarkersAndTheEdges();
    void theProgramCarriesTheTranslation();

private:
    graft::test::TemporaryFolder m_folder;
    std::vector<Message> m_committed;
    std::vector<Message> m_extracted; ///< from nothing but today's sources
};

void CompleteTest::initTestCase() {
    const std::string fresh = (m_folder / "graft_de.ts").string();
    const auto result = graft::test::runProgram(
        GRAFT_CMAKE,
        {"-DROOT=" GRAFT_SOURCE_DIR, "-DMIRROR=" + (m_folder / "sources").string(),
         "-DLUPDATE=" GRAFT_LUPDATE, "-DTS=" + fresh, "-P", GRAFT_SOURCE_DIR "/translations/Extract.cmake"});
    QVERIFY2(result.code == 0, result.errors.c_str());
    m_extracted = messagesOf(QString::fromStdString(fresh));
    m_committed = messagesOf(QStringLiteral(GRAFT_SOURCE_DIR "/translations/graft_de.ts"));
    QVERIFY(m_extracted.size() > 300);
}

void CompleteTest::aTextOfTheSourcesIsInTheFile() {
    std::set<std::tuple<QString, QString, QString>> known;
    for (const Message& message : m_committed)
        known.insert(message.key());
    QStringList missing;
    for (const Message& message : m_extracted)
        if (!known.contains(message.key()))
            missing << message.shown();
    QVERIFY2(missing.isEmpty(), "stale, build the target update_translations; missing " + listed(missing));
}

void CompleteTest::nothingIsLeftOfTextsThatWentAway() {
    std::set<std::tuple<QString, QString, QString>> wanted;
    for (const Message& message : m_extracted)
        wanted.insert(message.key());
    QStringList left;
    for (const Message& message : m_committed)
        if (!wanted.contains(message.key()))
            left << message.shown();
    QVERIFY2(left.isEmpty(), "stale, build the target update_translations; left over " + listed(left));
}

void CompleteTest::everyTextIsTranslated() {
    QStringList unfinished;
    for (const Message& message : m_committed)
        if (!message.state.isEmpty() || message.translation.trimmed().isEmpty())
            unfinished << message.shown();
    QVERIFY2(unfinished.isEmpty(), "unfinished " + listed(unfinished));
}

void CompleteTest::aTranslationKeepsTheMarkersAndTheEdges() {
    QStringList wrong;
    const auto edges = [](const QString& text) {
        return std::pair(text.startsWith(QLatin1Char(' ')),
                         text.endsWith(QLatin1Char(' ')) || text.endsWith(QLatin1Char('\n')));
    };
    for (const Message& message : m_committed)
        if (message.state.isEmpty() &&
            (markersIn(message.source) != markersIn(message.translation) ||
             edges(message.source) != edges(message.translation) ||
             message.source.endsWith(QChar(0x2026)) != message.translation.endsWith(QChar(0x2026))))
            wrong << message.shown() + QStringLiteral(" → ") + message.translation;
    QVERIFY2(wrong.isEmpty(), "wrong " + listed(wrong));
}

void CompleteTest::theProgramCarriesTheTranslation() {
    QTranslator translator;
    QVERIFY(translator.load(QStringLiteral(":/translations/graft_de.qm")));
    QStringList wrong;
    for (const Message& message : m_committed)
        if (message.state.isEmpty() &&
            translator.translate(message.context.toUtf8().constData(), message.source.toUtf8().constData(),
                                 message.comment.toUtf8().constData()) != message.translation)
            wrong << message.shown();
    QVERIFY2(wrong.isEmpty(), "not what the file says " + listed(wrong));
}

} // namespace

int main(int argc, char** argv) {
    Q_INIT_RESOURCE(graft);
    QCoreApplication application(argc, argv);
    CompleteTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "CompleteTest.moc"
