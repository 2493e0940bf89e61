#include "ReportFixture.h"

#include "report/Compose.h"
#include "report/Html.h"
#include "support/Support.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

#include <cmath>

using namespace graft;

namespace {

/// What a reader of the page's structure sees.
struct Page {
    QString error;
    QString text; ///< of all elements, joined by spaces
    QStringList elements;
    QStringList ids;
    QStringList alternatives; ///< of pictures
    QStringList sources;
    int unnamedPictures = 0;

    int count(const QString& element) const { return int(elements.count(element)); }
};

Page parsed(const QString& html) {
    Page page;
    QXmlStreamReader reader(html);
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        if (token == QXmlStreamReader::Characters)
            page.text += reader.text().toString() + QChar(' ');
        if (token != QXmlStreamReader::StartElement)
            continue;
        page.elements << reader.name().toString();
        const auto attributes = reader.attributes();
        if (attributes.hasAttribute(QStringLiteral("id")))
            page.ids << attributes.value(QStringLiteral("id")).toString();
        for (const auto* name : {"src", "href", "action", "data", "srcset", "poster"})
            if (attributes.hasAttribute(QLatin1String(name)))
                page.sources << attributes.value(QLatin1String(name)).toString();
        if (reader.name() == QStringLiteral("img")) {
            const QString alternative = attributes.value(QStringLiteral("alt")).toString();
            page.alternatives << alternative;
            page.unnamedPictures += alternative.isEmpty();
        }
    }
    page.error = reader.hasError()
                     ? QStringLiteral("%1, line %2").arg(reader.errorString()).arg(reader.lineNumber())
                     : QString();
    return page;
}

Page pageOf(const report::ReportInput& input) {
    return parsed(report::toHtml(report::compose(input)));
}

} // namespace

class HtmlTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRunOfASeriesSaysItsMean() {
        auto input = test::reportInput();
        QVERIFY(!report::toHtml(report::compose(input)).contains(QStringLiteral("cross-validation")));
        input.series = report::SeriesSummary{{.id = "s", .folds = 5, .fold = 1}, 1, {0.9, NAN, NAN}};
        const QString one = report::toHtml(report::compose(input));
        QVERIFY(one.contains(QStringLiteral("Fold 2 of 5 of a cross-validation.")));
        QVERIFY(!one.contains(QStringLiteral("finished runs"))); // of one run
        input.series->finished = 4;
        input.series->accuracy = {0.9, 0.85, 0.95};
        const QString four = report::toHtml(report::compose(input));
        QVERIFY2(
            four.contains(QStringLiteral("In 4 finished runs 90.0\u202f% of the validation images are "
                                         "right on average (95 % interval of the mean 85.0–95.0\u202f%)")),
            qPrintable(four.mid(four.indexOf(QStringLiteral("Fold 2 of 5")), 200)));
    }
    void anEpochWithMoreRightThatWasNotKeptIsNamed() {
        auto input = test::reportInput();
        training::TrainingOptions options;
        options.model = "resnet50";
        options.weights = "resnet50.keras_v1";
        options.freeze = "layer2";
        input.run.epochs = {test::epoch(1, 1, 1, 0.5, 0.92), test::epoch(2, 0.5, 0.6, 0.8, 0.94),
                            test::epoch(3, 0.3, 0.5, 0.9, 0.93)};
        input.run.bestEpoch = 3;
        const auto says = [&](bool keepsLatest, bool balanced, const QString& sentence) {
            options.learning.keepLatest = keepsLatest;
            options.balanced = balanced;
            input.run.optionsJson = training::toJson(options);
            return report::toHtml(report::compose(input)).contains(sentence);
        };
        const auto more = QStringLiteral("Epoch 3 is kept. Epoch 2 had a little more right");
        QVERIFY(says(true, false, more));
        QVERIFY(says(true, true, more)); // a log that does not know the balanced accuracy
        QVERIFY(!says(false, false, more));
        options.recipe = "quick"; // the head is solved, and another figure may choose
        QVERIFY(!says(true, false, more));
        options.recipe = "custom";
        for (auto& epoch : input.run.epochs)
            epoch.values["val_balanced_accuracy"] = epoch.epoch == 1 ? 0.9 : 0.8;
        QVERIFY(says(true, true, QStringLiteral("Epoch 1 had a little higher balanced accuracy")));
        input.run.epochs[2].values["val_accuracy"] = 0.94; // the same is not more
        QVERIFY(!says(true, false, more));
    }
    void thePageIsWellFormedAndStandsAlone() {
        test::TemporaryFolder folder;
        auto input = test::reportInput(folder.path());
        input.pictures = {{QStringLiteral("Data"), test::blob(3)}};
        const QString html = report::toHtml(report::compose(input));
        QVERIFY(html.startsWith(QStringLiteral("<!DOCTYPE html>")));
        const Page page = parsed(html);
        QVERIFY2(page.error.isEmpty(), qPrintable(page.error));
        QCOMPARE(page.count(QStringLiteral("script")), 0);
        QCOMPARE(page.count(QStringLiteral("link")), 0);
        QCOMPARE(page.count(QStringLiteral("h1")), 1);
        QVERIFY(!page.sources.isEmpty());
        for (const QString& source : page.sources)
            QVERIFY2(source.startsWith(QStringLiteral("data:image/")), qPrintable(source.left(60)));
        QVERIFY(!html.contains(QStringLiteral("://")));
        QVERIFY(!html.contains(QRegularExpression(QStringLiteral("url\\(|@import"))));
    }

    void everyPictureHasAnAlternativeAndEveryIdIsUnique() {
        test::TemporaryFolder folder;
        auto input = test::reportInput(folder.path());
        input.evaluations.push_back(
            test::evaluation("test", input.evaluations[0].classes, 12, 7, folder.path()));
        const Page page = pageOf(input);
        QVERIFY(page.alternatives.size() > 4);
        QCOMPARE(page.unnamedPictures, 0);
        QCOMPARE(QSet<QString>(page.ids.begin(), page.ids.end()).size(), page.ids.size());
        QVERIFY(page.count(QStringLiteral("svg")) > 6);
        QVERIFY(page.ids.contains(QStringLiteral("confusion-val")) &&
                page.ids.contains(QStringLiteral("confusion-test")));
    }

    void whatPeopleNamedIsTextAndNothingElse_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("shown");
        QTest::newRow("script") << QStringLiteral("<script>alert(1)</script>")
                                << QStringLiteral("<script>alert(1)</script>");
        QTest::newRow("attribute") << QStringLiteral("\" onload=\"x() '")
                                   << QStringLiteral("\" onload=\"x() '");
        QTest::newRow("entity") << QStringLiteral("&lt;b&gt;") << QStringLiteral("&lt;b&gt;");
        QTest::newRow("end of comment")
            << QStringLiteral("--> ]]> </style>") << QStringLiteral("--> ]]> </style>");
        QTest::newRow("placeholder") << QStringLiteral("%1 %2 %3 %99") << QStringLiteral("%1 %2 %3 %99");
        QTest::newRow("control") << QStringLiteral("a\u0001b\u0000c\u007f") << QStringLiteral("a\uFFFDb");
        QTest::newRow("other scripts")
            << QStringLiteral("細胞 خلية \U0001F9EB") << QStringLiteral("細胞 خلية \U0001F9EB");
    }
    void whatPeopleNamedIsTextAndNothingElse() {
        QFETCH(QString, name);
        QFETCH(QString, shown);
        test::TemporaryFolder folder;
        auto input = test::reportInput(folder.path());
        const std::string hostile = name.toStdString();
        input.projectName = input.run.id = input.run.message = input.weights.title = hostile;
        input.run.state = runs::State::Failed;
        input.run.notes = {hostile};
        input.run.facts[hostile] = hostile;
        input.evaluations[0].classes[0] = input.dataset.classes[0].name = hostile;
        input.evaluations[0].problems = {hostile};
        input.issues = {{1, project::Issue::Severity::Error, hostile, hostile}};
        input.pictures = {{name, test::blob(1)}};
        const Page page = pageOf(input);
        QVERIFY2(page.error.isEmpty(), qPrintable(page.error));
        QCOMPARE(page.count(QStringLiteral("script")), 0);
        QVERIFY2(page.text.count(shown) > 8, qPrintable(QString::number(page.text.count(shown))));
    }

    void halfACharacterIsReplaced() {
        auto input = test::reportInput();
        input.projectName = "bad \xff\xfe name";
        QVERIFY(pageOf(input).error.isEmpty());
    }

    void theHeadlineIsOfTheTestImagesWhereThereAreSome() {
        auto input = test::reportInput();
        input.evaluations = {test::evaluation("val", {"ants", "bees"}, 50, 4),
                             test::evaluation("test", {"ants", "bees"}, 10, 20)};
        const Page page = pageOf(input);
        QVERIFY2(page.text.contains(QStringLiteral("of 20 test images right")),
                 qPrintable(page.text.left(600)));
        QVERIFY(page.text.contains(QStringLiteral("95.0\u202f%")));
        QVERIFY(!page.text.contains(QStringLiteral("flatters")));
    }

    void theGapToTrainingFromScratchIsSaid() {
        auto input = test::reportInput();
        input.validationAccuracy = {{input.run.id, {0.95, 0.9, 0.98}},
                                    {input.compared[0].id, {0.625, 0.5, 0.7}}};
        const Page page = pageOf(input);
        QVERIFY(page.text.contains(QStringLiteral("worth 32.5 percentage points")));
        QVERIFY(page.text.contains(QStringLiteral("ResNet-50, from scratch")));
        QVERIFY(page.text.contains(QStringLiteral("62.5\u202f% (50.0–70.0\u202f%)")));

        // The same seen from the other run.
        std::swap(input.run, input.compared[0]);
        QVERIFY(pageOf(input).text.contains(QStringLiteral("worth 32.5 percentage points")));
        // And where pretraining did not help.
        input.validationAccuracy[input.run.id].value = 0.97;
        QVERIFY(pageOf(input).text.contains(QStringLiteral("2.0 percentage points less")));
    }

    void anotherNetworkIsNoMeasureOfPretraining() {
        auto input = test::reportInput();
        training::TrainingOptions other;
        other.model = "squeezenet1_1";
        other.weights = "none";
        input.compared = {test::run("20261124-080000-other", other, 5, 40)};
        QVERIFY(!pageOf(input).text.contains(QStringLiteral("percentage points")));
    }

    void aRunThatWasNotEvaluatedShowsWhatItsLogKnows() {
        auto input = test::reportInput();
        input.run.facts.erase("val_images"); // an old log
        input.evaluations.clear();
        input.dataset.classes = {{"ants", 0, 100, 40, 0, 0}, {"bees", 0, 100, 60, 0, 0}};
        const Page page = pageOf(input);
        QVERIFY(page.error.isEmpty());
        QVERIFY(page.text.contains(QStringLiteral("has not been evaluated")));
        QVERIFY(page.text.contains(
            QRegularExpression(QStringLiteral("95 % interval \\d")))); // the log's shares are of 100 images
        input.dataset.classes[0].validation = 1;                       // another split since then
        QVERIFY(!pageOf(input).text.contains(QRegularExpression(QStringLiteral("95 % interval \\d"))));
    }

    void aRunThatEndedBeforeItsFirstEpochGivesAPage() {
        report::ReportInput input;
        input.projectName = "empty";
        input.task = "classification";
        input.run.id = "odd";
        input.run.state = runs::State::Failed;
        input.run.message = "The disk is full.";
        const Page page = pageOf(input);
        QVERIFY2(page.error.isEmpty(), qPrintable(page.error));
        QVERIFY(page.text.contains(QStringLiteral("This run has no result")));
        QVERIFY(page.text.contains(QStringLiteral("The disk is full.")));
        QVERIFY(page.text.contains(QStringLiteral("options of this run cannot be read")));
    }

    void aRunWhoseOptionsCannotBeReadIsNamedByItsFolder() {
        auto input = test::reportInput();
        input.compared[0].optionsJson = "{";
        const Page page = pageOf(input);
        QVERIFY(page.text.contains(QString::fromStdString(input.compared[0].id)));
        QVERIFY(!page.text.contains(QStringLiteral("from scratch")));
    }

    void noMistakesAreSaidToBeNone() {
        auto input = test::reportInput();
        input.evaluations = {test::evaluation("val", {"ants", "bees"}, 10, 0)};
        QVERIFY(pageOf(input).text.contains(QStringLiteral("every image was recognised")));
    }

    void aPhotoThatCannotBeReadLeavesItsNameInThePage() {
        auto input = test::reportInput(); // no photos are painted
        const QString html = report::toHtml(report::compose(input));
        QVERIFY(html.contains(QStringLiteral("class=\"missing\"")));
        QVERIFY(parsed(html).text.contains(QStringLiteral("photo17.png")));
    }

    void mistakesComeWorstFirst() {
        test::TemporaryFolder folder;
        const auto content = report::compose(test::reportInput(folder.path()));
        const auto section =
            std::ranges::find(content.sections, QStringLiteral("mistakes-val"), &report::Section::id);
        QVERIFY(section != content.sections.end());
        const auto& photos = std::get<report::Gallery>(section->blocks[0]).photos;
        QCOMPARE(photos.size(), std::size_t(5));
        QVERIFY(!photos[0].image.isNull());
        QList<double> losses;
        for (const auto& photo : photos)
            losses << photo.detail.section(QChar(' '), -1).toDouble();
        QVERIFY(std::ranges::is_sorted(losses, std::greater()));
    }

    void anEvaluationWithPartsMissingDoesNoHarm() {
        auto input = test::reportInput();
        auto& evaluation = input.evaluations[0];
        evaluation.losses.resize(3);
        evaluation.paths.resize(2);
        evaluation.confusion.pop_back();
        evaluation.perClass.resize(1);
        QVERIFY(pageOf(input).error.isEmpty());
    }

    void theFileIsWrittenWholeOrNotAtAll() {
        test::TemporaryFolder folder;
        QVERIFY(report::writeHtml(test::reportInput(), folder / "report.html").ok());
        QFile file(QString::fromStdString((folder / "report.html").string()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(parsed(QString::fromUtf8(file.readAll())).error.isEmpty());
        const auto refused = report::writeHtml(test::reportInput(), folder / "nowhere" / "report.html");
        QVERIFY(!refused.ok());
        QVERIFY(refused.error().message.find("report.html") != std::string::npos);
    }
};

QTEST_MAIN(HtmlTest)
#include "HtmlTest.moc"
