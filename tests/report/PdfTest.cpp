#include "ReportFixture.h"

#include "report/Compose.h"
#include "report/Pdf.h"
#include "support/Support.h"

#include <QFile>
#include <QTest>

using namespace graft;

namespace {

int pages(const QByteArray& pdf) {
    return int(pdf.count("/Type /Page\n"));
}

} // namespace

class PdfTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aReportHasPages() {
        test::TemporaryFolder folder;
        auto input = test::reportInput(folder.path());
        const QByteArray pdf = report::toPdf(report::compose(input));
        QVERIFY(pdf.startsWith("%PDF-"));
        QVERIFY(pdf.trimmed().endsWith("%%EOF"));
        QVERIFY2(pages(pdf) >= 3, qPrintable(QString::number(pages(pdf))));
    }

    void longTablesAndManyPicturesGoOnOnFurtherPages() {
        auto input = test::reportInput();
        const int before = pages(report::toPdf(report::compose(input)));
        for (int i = 0; i < 200; ++i)
            input.dataset.classes.push_back({"class " + std::to_string(i), 0xFF0000u, i, 1, 1, 0});
        QImage tall(300, 4000, QImage::Format_RGB32);
        tall.fill(Qt::gray);
        input.pictures = {{QStringLiteral("tall"), tall},
                          {QStringLiteral("wide"), tall.transformed(QTransform().rotate(90))}};
        QVERIFY(pages(report::toPdf(report::compose(input))) >= before + 6);
    }

    void oddInputMakesADocument_data() {
        QTest::addColumn<int>("classes");
        QTest::addColumn<QString>("name");
        QTest::newRow("one class") << 1 << QStringLiteral("c");
        QTest::newRow("many classes") << 80 << QStringLiteral("c");
        QTest::newRow("long names") << 3 << QString(400, QChar('w'));
        QTest::newRow("line ends") << 2 << QStringLiteral("two\nlines\r\n");
        QTest::newRow("empty names") << 2 << QString();
    }
    void oddInputMakesADocument() {
        QFETCH(int, classes);
        QFETCH(QString, name);
        auto input = test::reportInput();
        std::vector<std::string> names;
        input.dataset.classes.clear();
        for (int i = 0; i < classes; ++i) {
            names.push_back(name.isEmpty() ? std::string() : name.toStdString() + std::to_string(i));
            input.dataset.classes.push_back({names.back(), 0, 1, 1, 1, 1});
        }
        input.evaluations = {test::evaluation("val", names, 3, 2)};
        input.projectName = name.toStdString();
        QVERIFY(pages(report::toPdf(report::compose(input))) >= 2);
    }

    void nothingToSayIsADocument() {
        report::ReportInput input;
        QVERIFY(pages(report::toPdf(report::compose(input))) >= 1);
    }

    void theFileIsWrittenWholeOrNotAtAll() {
        test::TemporaryFolder folder;
        QVERIFY(report::writePdf(test::reportInput(), folder / "report.pdf").ok());
        QVERIFY(std::filesystem::file_size(folder / "report.pdf") > 10'000);
        QVERIFY(!report::writePdf(test::reportInput(), folder / "nowhere" / "report.pdf").ok());
    }
};

QTEST_MAIN(PdfTest)
#include "PdfTest.moc"
